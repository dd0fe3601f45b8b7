// SPDX-License-Identifier: GPL-3.0-or-later
// What every check needs of a report: its numbers, and the words a person names its cells with.
#pragma once

#include "base/words.h"
#include "report/report.h"

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace gouji {

/// "“一、本年新收政府信息公开申请数量”自然人".
Words cell_name(const Layout& layout, int field);

/// The names of the first cells, and how many there are in all.
Words cell_names(const Layout& layout, const std::vector<int>& fields);

/// The table's name, or of all tables the layout's title.
Words table_name(const Layout& layout, int table);

/// The number of a field; a blank is 0, what is absent or unreadable is nothing.
std::optional<Decimal> number_or_blank(const Report& report, int field);

/// `words` with every "{name}" replaced. Values that are the same in both languages are given as
/// Words twice alike. A name that is not given stays.
Words fill_named(const Words& words, const std::vector<std::pair<std::string_view, Words>>& values);

/// The same text in every language.
inline Words same_words(const std::string& text) {
  return {text, text};
}

} // namespace gouji
