// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/cells.h"

#include "checks/messages.h"

#include <algorithm>

namespace gouji {
namespace {

constexpr std::size_t most_named = 6; // cells; more only make a message hard to read

std::string fill_one(std::string_view text, Language language,
                     const std::vector<std::pair<std::string_view, Words>>& values) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t open = text.find('{', at);
    const std::size_t close = open == std::string_view::npos ? open : text.find('}', open);
    if (close == std::string_view::npos) {
      out += text.substr(at);
      break;
    }
    const std::string_view name = text.substr(open + 1, close - open - 1);
    const auto value = std::find_if(values.begin(), values.end(),
                                    [&](const auto& pair) { return pair.first == name; });
    out += text.substr(at, open - at);
    if (value != values.end())
      out += value->second.in(language);
    else
      out += text.substr(open, close - open + 1);
    at = close + 1;
  }
  return out;
}

} // namespace

Words cell_name(const Layout& layout, int field) {
  const LayoutField& which = layout.fields.at(static_cast<std::size_t>(field));
  return fill(phrases::cell_named, row_label(layout, which), column_label(layout, which));
}

Words cell_names(const Layout& layout, const std::vector<int>& fields) {
  Words names;
  const std::size_t named = fields.size() > most_named + 1 ? most_named : fields.size();
  for (std::size_t i = 0; i < named; ++i) {
    const Words name = cell_name(layout, fields[i]);
    const Words separator = i == 0 ? Words{} : fill(phrases::cell_separator);
    names.en += separator.en + name.en;
    names.zh += separator.zh + name.zh;
  }
  if (named < fields.size())
    return {fill(phrases::more_cells, names, fields.size() - named).en,
            fill(phrases::more_cells, names, fields.size()).zh};
  return names;
}

Words table_name(const Layout& layout, int table) {
  return layout.tables.at(static_cast<std::size_t>(table)).name;
}

std::optional<Decimal> number_or_blank(const Report& report, int field) {
  const Value& value = report.values.at(static_cast<std::size_t>(field));
  if (value.has_number())
    return value.number;
  if (value.state == State::blank)
    return Decimal();
  return std::nullopt;
}

Words fill_named(const Words& words,
                 const std::vector<std::pair<std::string_view, Words>>& values) {
  return {fill_one(words.en, Language::english, values),
          fill_one(words.zh, Language::chinese, values)};
}

} // namespace gouji
