// SPDX-License-Identifier: GPL-3.0-or-later
// The code book of matching/code_book.h.
#include "matching/code_book.h"

#include <algorithm>

namespace gouji {
namespace {

std::string sum(const Layout& layout, const std::vector<int>& fields) {
  std::string text;
  for (const int field : fields) {
    if (!text.empty())
      text += " + ";
    text += layout.fields.at(static_cast<std::size_t>(field)).id;
  }
  return text;
}

Words unit_of(const Layout& layout, const LayoutField& field) {
  const auto unit =
      std::find_if(layout.units.begin(), layout.units.end(),
                   [&](const LayoutUnit& known) { return known.name.en == field.unit_name; });
  return unit == layout.units.end() ? Words{field.unit_name, field.unit_name} : unit->name;
}

} // namespace

CodeBook describe(const Layout& layout) {
  CodeBook book;
  for (const LayoutField& field : layout.fields)
    book.fields.push_back({field.id, layout.tables.at(static_cast<std::size_t>(field.table)).name,
                           row_label(layout, field), column_label(layout, field),
                           unit_of(layout, field), field.edition});
  for (const Relation& relation : layout.relations)
    book.relations.push_back({relation.id, sum(layout, relation.left), sum(layout, relation.right),
                              relation.basis, relation.source, relation.severity});
  return book;
}

} // namespace gouji
