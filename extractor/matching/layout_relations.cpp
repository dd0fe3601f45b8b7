// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of one block: a `relation`, `stock` or `carry` element is said once and holds for every
// column, row or group of columns; here it becomes one rule for each.
#include "base/limits.h"
#include "matching/layout_messages.h"
#include "matching/layout_reading.h"

#include <map>
#include <optional>
#include <string>

namespace gouji {
namespace {

/// The rows or the columns of a block with their dotted ids.
struct Line {
  const std::vector<LayoutNode>* nodes = nullptr;
  std::vector<std::string> paths;
  std::map<std::string, int, std::less<>> by_path;

  const LayoutNode& at(int node) const { return nodes->at(static_cast<std::size_t>(node)); }
  const std::string& path(int node) const { return paths.at(static_cast<std::size_t>(node)); }
  int size() const { return static_cast<int>(paths.size()); }

  /// The node with this dotted id, or -1.
  int find(std::string_view path) const {
    const auto found = by_path.find(path);
    return path.empty() || found == by_path.end() ? -1 : found->second;
  }

  /// The rows or columns of values that a node stands for: itself, or all below it.
  std::vector<int> leaves(int node) const {
    std::vector<int> found;
    for (int i = node; i < size() && (i == node || at(i).depth > at(node).depth); ++i)
      if (at(i).leaf)
        found.push_back(i);
    return found;
  }

  /// What there is to choose from, for a message: the first names.
  std::string names() const {
    constexpr int shown = 40;
    std::string all;
    for (int i = 0, named = 0; i < size() && named <= shown; ++i) {
      if (at(i).id.empty())
        continue;
      all += all.empty() ? "" : ", ";
      all += named++ == shown ? "…" : path(i);
    }
    return all;
  }
};

std::string joined(const std::string& outer, const std::string& inner) {
  return outer.empty() || inner.empty() ? outer + inner : outer + "." + inner;
}

Line line_of(const std::vector<LayoutNode>& nodes) {
  Line line{&nodes, {}, {}};
  for (const LayoutNode& node : nodes) {
    line.paths.push_back(node.parent < 0 ? node.id : joined(line.path(node.parent), node.id));
    if (!node.id.empty()) // a group without an id does not take its parent's
      line.by_path.emplace(line.paths.back(), line.size() - 1);
  }
  return line;
}

/// A block with the index of every field in it.
struct BlockFields {
  std::string table_id;
  Line rows, columns;
  std::vector<int> fields; ///< row * columns + column -> field index

  int field(int row, int column) const {
    return fields.at(static_cast<std::size_t>(row * columns.size() + column));
  }
};

BlockFields block_of(const Layout& layout, int table, int block) {
  const LayoutTable& owner = layout.tables.at(static_cast<std::size_t>(table));
  const LayoutBlock& part = owner.blocks.at(static_cast<std::size_t>(block));
  BlockFields result{owner.id, line_of(part.rows), line_of(part.columns), {}};
  result.fields.assign(part.rows.size() * part.columns.size(), -1);
  // The block's fields are the last that were added.
  for (std::size_t i = layout.fields.size(); i-- > 0;) {
    const LayoutField& field = layout.fields[i];
    if (field.table != table || field.block != block)
      break;
    result.fields.at(static_cast<std::size_t>(field.row * result.columns.size() + field.column)) =
        static_cast<int>(i);
  }
  return result;
}

void replace_all(std::string& text, std::string_view what, std::string_view with) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += with.size())
    text.replace(at, what.size(), with);
}

/// The message of a rule about one row, column or group: {item} becomes its label.
Words message_about(const LayoutElement* message, std::string_view item) {
  if (!message)
    return {};
  Words words = read_words(*message);
  replace_all(words.en, "{item}", item);
  replace_all(words.zh, "{item}", item);
  return words;
}

/// A relation for one row, column or group: which field does a node of the summed line stand for?
struct Instance {
  const Line* line = nullptr; ///< what the sums run over
  std::string prefix;         ///< dotted id that `sum` and `value` are relative to, with its dot
  int fixed = 0;              ///< the row (or column) it is about
  bool fixed_is_row = false;
  std::string id, item;
};

int field_of(const BlockFields& block, const Instance& instance, int node) {
  return instance.fixed_is_row ? block.field(instance.fixed, node)
                               : block.field(node, instance.fixed);
}

/// The node that a `sum` or `value` element names; -1 with a mistake noted when there is none.
int named_node(LayoutReading& reading, const LayoutElement& element, const Instance& instance) {
  const char* axis = instance.fixed_is_row ? "column" : "row";
  const char* other = instance.fixed_is_row ? "row" : "column";
  if (!element.has(axis)) {
    reading.fault(element, fill(phrases::layout_wrong_axis, other, axis, other));
    return -1;
  }
  const std::string path = instance.prefix + std::string(element.attribute(axis));
  const int node = instance.line->find(path);
  if (node < 0)
    reading.fault(element,
                  fill(instance.fixed_is_row ? phrases::layout_no_column : phrases::layout_no_row,
                       path, instance.line->names()));
  return node;
}

/// Adds the fields of one side. `foreign` takes those of other editions; null: not allowed here.
void read_side(LayoutReading& reading, const LayoutElement* side, const BlockFields& block,
               const Instance& instance, std::vector<int>& own, std::vector<int>* foreign) {
  if (!side)
    return;
  for (const LayoutElement& sum : side->children) {
    const int node = named_node(reading, sum, instance);
    if (node < 0)
      continue;
    const std::vector<int> leaves = instance.line->leaves(node);
    reading.terms += leaves.size();
    if (reading.terms > limits::layout_terms) {
      reading.fault(sum, fill(phrases::layout_too_many_terms, limits::layout_terms), Code::limit);
      return;
    }
    for (const int leaf : leaves) {
      if (instance.line->at(leaf).edition.empty())
        own.push_back(field_of(block, instance, leaf));
      else if (foreign)
        foreign->push_back(field_of(block, instance, leaf));
      else
        reading.fault(sum, fill(phrases::layout_foreign_right, instance.line->path(leaf)));
    }
  }
}

Example read_example(LayoutReading& reading, const LayoutElement& element, const BlockFields& block,
                     const Instance& instance) {
  Example example;
  example.holds = element.attribute("holds") == "true";
  example.line = element.line;
  reading.terms += element.children.size();
  for (const LayoutElement& value : element.children) {
    const int node = named_node(reading, value, instance);
    const std::optional<Decimal> number = Decimal::parse(value.text);
    if (!number)
      reading.fault(value, fill(phrases::layout_number_wanted, value.text));
    else if (node >= 0 && !instance.line->at(node).leaf)
      reading.fault(value, fill(phrases::layout_value_on_group, instance.line->path(node)));
    else if (node >= 0)
      example.values[field_of(block, instance, node)] = *number;
  }
  return example;
}

void read_relation(LayoutReading& reading, const LayoutElement& element, const BlockFields& block,
                   const Instance& instance) {
  Relation relation;
  relation.id = instance.id;
  relation.line = element.line;
  read_side(reading, element.child("left"), block, instance, relation.left, &relation.foreign_left);
  read_side(reading, element.child("right"), block, instance, relation.right, nullptr);
  relation.severity = read_severity(reading, element);
  relation.message = message_about(element.child("message"), instance.item);
  if (const LayoutElement* basis = element.child("basis"))
    relation.basis = read_words(*basis);
  relation.source = read_source(reading, element);
  for (const LayoutElement& child : element.children)
    if (child.name == "example")
      relation.examples.push_back(read_example(reading, child, block, instance));
  if (relation.left.empty() || relation.right.empty())
    reading.fault(element, fill(phrases::layout_sum_empty));
  else
    reading.layout.relations.push_back(std::move(relation));
}

/// The groups of columns that have every column the relation names.
std::vector<int> groups_for(const LayoutElement& element, const Line& columns) {
  std::vector<int> groups;
  for (int group = 0; group < columns.size(); ++group) {
    if (columns.at(group).leaf || !columns.at(group).edition.empty())
      continue;
    bool all = true;
    for (const char* side : {"left", "right"})
      if (const LayoutElement* sums = element.child(side))
        for (const LayoutElement& sum : sums->children)
          all = all && columns.find(joined(columns.path(group),
                                           std::string(sum.attribute("column")))) > group;
    // A group inside without an id of its own has the same path: the innermost one counts.
    if (all && !groups.empty() && columns.path(groups.back()) == columns.path(group))
      groups.back() = group;
    else if (all)
      groups.push_back(group);
  }
  return groups;
}

/// Every row, column or group that the relation holds for.
std::vector<Instance> instances_of(LayoutReading& reading, const LayoutElement& element,
                                   const BlockFields& block) {
  std::vector<Instance> instances;
  const std::string_view each = element.attribute("each");
  const std::string id = joined(block.table_id, std::string(element.attribute("id")));
  if (each == "column") {
    for (int c = 0; c < block.columns.size(); ++c)
      if (block.columns.at(c).leaf && block.columns.at(c).edition.empty())
        instances.push_back({&block.rows, "", c, false, joined(id, block.columns.path(c)),
                             block.columns.at(c).label.text});
  } else if (each == "row") {
    for (int r = 0; r < block.rows.size(); ++r)
      if (block.rows.at(r).leaf && block.rows.at(r).edition.empty())
        instances.push_back({&block.columns, "", r, true, joined(id, block.rows.path(r)),
                             label_path(*block.rows.nodes, r)});
  } else if (each == "group") {
    for (const int group : groups_for(element, block.columns))
      for (int r = 0; r < block.rows.size(); ++r)
        if (block.rows.at(r).leaf && block.rows.at(r).edition.empty())
          instances.push_back({&block.columns, block.columns.path(group) + ".", r, true,
                               joined(id, joined(block.rows.path(r), block.columns.path(group))),
                               label_path(*block.columns.nodes, group)});
    if (instances.empty())
      reading.fault(element, fill(phrases::layout_no_group, block.columns.names()));
  } else {
    reading.fault(element,
                  fill(phrases::layout_value_unknown, element.name, each, "column, row, group"));
  }
  return instances;
}

/// The column or row that an attribute of a rule names; -1 with a mistake noted.
int named_by(LayoutReading& reading, const LayoutElement& element, const char* attribute,
             const Line& line, const Phrase& missing) {
  const int node = line.find(element.attribute(attribute));
  if (node < 0)
    reading.fault(element, fill(missing, element.attribute(attribute), line.names()));
  return node;
}

void read_stock(LayoutReading& reading, const LayoutElement& element, const BlockFields& block) {
  const auto column = [&](const char* attribute) {
    return named_by(reading, element, attribute, block.columns, phrases::layout_no_column);
  };
  const int stock = column("stock"), added = column("added"), removed = column("removed");
  if (stock < 0 || added < 0 || removed < 0)
    return;
  const Severity severity = read_severity(reading, element);
  const Words source = read_source(reading, element);
  for (int row = 0; row < block.rows.size(); ++row) {
    if (!block.rows.at(row).leaf || !block.rows.at(row).edition.empty())
      continue;
    const std::string item = label_path(*block.rows.nodes, row);
    StockRule rule;
    rule.id = element.attribute("id");
    rule.stock = block.field(row, stock);
    rule.added = block.field(row, added);
    rule.removed = block.field(row, removed);
    rule.severity = severity;
    rule.message = message_about(element.child("message"), item);
    rule.prior_message = message_about(element.child("prior-message"), item);
    rule.source = source;
    reading.layout.stocks.push_back(std::move(rule));
  }
}

void read_carry(LayoutReading& reading, const LayoutElement& element, const BlockFields& block) {
  const auto row = [&](const char* attribute) {
    return named_by(reading, element, attribute, block.rows, phrases::layout_no_row);
  };
  const int from = row("from"), to = row("to");
  if (from < 0 || to < 0)
    return;
  const Severity severity = read_severity(reading, element);
  const Words source = read_source(reading, element);
  for (int column = 0; column < block.columns.size(); ++column) {
    if (!block.columns.at(column).leaf || !block.columns.at(column).edition.empty())
      continue;
    CarryRule rule;
    rule.id = element.attribute("id");
    rule.from = block.field(from, column);
    rule.to = block.field(to, column);
    rule.severity = severity;
    rule.message = message_about(element.child("message"), block.columns.at(column).label.text);
    rule.source = source;
    reading.layout.carries.push_back(std::move(rule));
  }
}

} // namespace

void read_block_rules(LayoutReading& reading, const LayoutElement& element, int table, int block) {
  const BlockFields place = block_of(reading.layout, table, block);
  for (const LayoutElement& child : element.children) {
    if (child.name == "relation") {
      for (const Instance& instance : instances_of(reading, child, place)) {
        const std::size_t mistakes = reading.errors.size();
        if (!reading.rule_ids.insert(instance.id).second)
          reading.fault(child, fill(phrases::layout_rule_twice, instance.id));
        read_relation(reading, child, place, instance);
        if (reading.errors.size() > mistakes)
          break; // the next instance would only say the same again
      }
    } else if (child.name == "stock") {
      read_stock(reading, child, place);
    } else if (child.name == "carry") {
      read_carry(reading, child, place);
    }
  }
}

} // namespace gouji
