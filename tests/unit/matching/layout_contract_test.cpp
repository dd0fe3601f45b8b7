// SPDX-License-Identifier: GPL-3.0-or-later
// The shipped forms are what the contract says: every field and every relation, to the letter.
#include "unit/matching/layout_files.h"

#include <map>

using namespace gouji;
using gouji_test::read_tsv;
using gouji_test::shipped_layout;

namespace {

using Row = std::vector<std::string>;

std::string sum(const Layout& layout, const std::vector<int>& fields) {
  std::string text;
  for (const int field : fields)
    text += (text.empty() ? "" : " + ") + layout.fields.at(static_cast<std::size_t>(field)).id;
  return text;
}

std::string suffix_of(const std::string& id) {
  return id == "ogi-2021" ? std::string() : std::string("-").append(id, 4);
}

} // namespace

TEST_CASE("the fields of a form, their labels, units and order are those of the contract") {
  const std::string id = GENERATE("ogi-2021", "ogi-2019");
  const Layout layout = shipped_layout(id);
  std::vector<Row> fields;
  for (const LayoutField& field : layout.fields)
    if (field.edition.empty())
      fields.push_back(
          {field.id, row_label(layout, field), column_label(layout, field), field.unit_name});
  const std::vector<Row> contract = read_tsv("tests/data/contract/fields" + suffix_of(id) + ".tsv");
  CHECK(fields.size() == contract.size());
  for (std::size_t i = 0; i < std::min(fields.size(), contract.size()); ++i)
    CHECK(fields[i] == contract[i]);
}

TEST_CASE("the relations of a form, both sums and the basis, are those of the contract") {
  const std::string id = GENERATE("ogi-2021", "ogi-2019");
  const Layout layout = shipped_layout(id);
  std::map<std::string, Row> relations;
  for (const Relation& relation : layout.relations)
    relations[relation.id] = {relation.id, sum(layout, relation.left), sum(layout, relation.right),
                              relation.basis.en};
  const std::vector<Row> contract =
      read_tsv("tests/data/contract/relations" + suffix_of(id) + ".tsv");
  CHECK(layout.relations.size() == contract.size());
  CHECK(relations.size() == contract.size());
  for (const Row& row : contract)
    CHECK(relations[row.at(0)] == row);
}

TEST_CASE("the undivided row of the older form joins the sums of a hybrid") {
  const Layout layout = shipped_layout("ogi-2021");
  int closed = 0;
  for (const Relation& relation : layout.relations) {
    const bool takes_it = relation.id.rfind("requests.closed_total.", 0) == 0;
    closed += takes_it;
    REQUIRE(relation.foreign_left.size() == (takes_it ? 1u : 0u));
    if (takes_it)
      CHECK(layout.fields.at(static_cast<std::size_t>(relation.foreign_left[0])).id ==
            "requests.other.undivided." + relation.id.substr(22));
  }
  CHECK(closed == 7);
}
