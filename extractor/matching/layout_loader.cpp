// SPDX-License-Identifier: GPL-3.0-or-later
// Layout XML -> Layout: titles, sections, units, tables and their fields. Rules are read by
// layout_relations.cpp and layout_rules.cpp.
#include "matching/layout_loader.h"

#include "base/limits.h"
#include "matching/layout_messages.h"
#include "matching/layout_reading.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <unordered_set>

namespace gouji {

void LayoutReading::fault(const LayoutElement& element, Words message, Code code) {
  errors.push_back(Error{code, std::move(message), {}, element.line, 0});
}

Words read_words(const LayoutElement& element) {
  return {std::string(element.attribute("en")), std::string(element.attribute("zh"))};
}

Severity read_severity(LayoutReading& reading, const LayoutElement& element) {
  const std::string_view name = element.attribute("severity");
  if (name == "error")
    return Severity::error;
  if (name == "info")
    return Severity::info;
  if (name != "warning")
    reading.fault(element,
                  fill(phrases::layout_value_unknown, element.name, name, "error, warning, info"));
  return Severity::warning;
}

Words read_source(LayoutReading& reading, const LayoutElement& element) {
  const std::string_view id = element.attribute("source");
  const auto found = reading.sources.find(id);
  if (found != reading.sources.end())
    return found->second;
  reading.fault(element, fill(phrases::layout_name_unknown, element.name, id));
  return {};
}

int read_integer(LayoutReading& reading, const LayoutElement& element, std::string_view attribute) {
  const std::string_view text = element.attribute(attribute);
  if (!element.has(attribute))
    return 0;
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < 0 || value > 9999) {
    reading.fault(element, fill(phrases::layout_integer_wanted, element.name, attribute, text));
    return 0;
  }
  return value;
}

namespace {

/// A label element: its attribute `label`, and `alias` and `key` among its children.
Label read_label(const LayoutElement& element) {
  Label label;
  label.text = element.attribute("label");
  for (const LayoutElement& child : element.children) {
    if (child.name == "alias")
      label.aliases.push_back({child.text, std::string(child.attribute("edition"))});
    else if (child.name == "key")
      label.keys.push_back(child.text);
  }
  return label;
}

/// Index of the unit that the element names, or `otherwise` when it names none.
int read_unit(LayoutReading& reading, const LayoutElement& element, int otherwise) {
  if (!element.has("unit"))
    return otherwise;
  const auto found = reading.units.find(element.attribute("unit"));
  if (found != reading.units.end())
    return found->second;
  reading.fault(element,
                fill(phrases::layout_name_unknown, element.name, element.attribute("unit")));
  return otherwise;
}

/// Adds the `row` or `column` children of `parent_element` and all below them, depth first. A node
/// takes unit and edition from the group it stands in.
void read_nodes(LayoutReading& reading, const LayoutElement& parent_element, std::string_view name,
                std::vector<LayoutNode>& nodes, int parent) {
  for (const LayoutElement& element : parent_element.children) {
    if (element.name != name)
      continue;
    if (nodes.size() == limits::layout_headings) {
      reading.fault(element, fill(phrases::layout_too_many_headings, limits::layout_headings),
                    Code::limit);
      return;
    }
    LayoutNode node;
    if (parent >= 0) {
      LayoutNode& group = nodes.at(static_cast<std::size_t>(parent));
      group.leaf = false;
      node.depth = group.depth + 1;
      node.unit = group.unit;
      node.edition = group.edition;
    }
    node.id = element.attribute("id");
    node.label = read_label(element);
    node.parent = parent;
    node.line = element.line;
    node.alone = element.attribute("alone") == "true";
    node.unit = read_unit(reading, element, node.unit);
    if (element.has("edition"))
      node.edition = element.attribute("edition");
    nodes.push_back(std::move(node));
    read_nodes(reading, element, name, nodes, static_cast<int>(nodes.size()) - 1);
  }
}

std::string joined(std::string_view outer, std::string_view inner) {
  return outer.empty()   ? std::string(inner)
         : inner.empty() ? std::string(outer)
                         : std::string(outer) + "." + std::string(inner);
}

/// The ids of every node from the outermost group on, joined by dots.
std::vector<std::string> id_paths(const std::vector<LayoutNode>& nodes) {
  std::vector<std::string> paths;
  paths.reserve(nodes.size());
  for (const LayoutNode& node : nodes) {
    const std::string& outer =
        node.parent < 0 ? std::string() : paths.at(static_cast<std::size_t>(node.parent));
    paths.push_back(joined(outer, node.id));
  }
  return paths;
}

/// Adds a field for every row and column of values of the block.
void add_fields(LayoutReading& reading, const LayoutElement& element, int table, int block,
                int unit, std::unordered_set<std::string>& taken) {
  Layout& layout = reading.layout;
  const LayoutTable& owner = layout.tables.at(static_cast<std::size_t>(table));
  const LayoutBlock& part = owner.blocks.at(static_cast<std::size_t>(block));
  const std::vector<std::string> rows = id_paths(part.rows), columns = id_paths(part.columns);
  std::set<int> told; // lines: a doubled row is one mistake, not one for each of its columns
  const auto blame = [&](std::size_t r, std::size_t c) {
    const auto end = columns.begin() + static_cast<std::ptrdiff_t>(c);
    const bool column_twice = std::find(columns.begin(), end, columns[c]) != end;
    return column_twice ? part.columns[c].line : part.rows[r].line;
  };
  for (std::size_t r = 0; r < rows.size(); ++r) {
    if (!part.rows[r].leaf)
      continue;
    for (std::size_t c = 0; c < columns.size(); ++c) {
      if (!part.columns[c].leaf)
        continue;
      if (layout.fields.size() == limits::layout_fields) {
        reading.errors.push_back(Error{Code::limit,
                                       fill(phrases::layout_too_many_fields, limits::layout_fields),
                                       {},
                                       element.line,
                                       0});
        return;
      }
      const int own = part.columns[c].unit >= 0 ? part.columns[c].unit
                      : part.rows[r].unit >= 0  ? part.rows[r].unit
                                                : unit;
      LayoutField field;
      field.id = joined(owner.id, joined(rows[r], columns[c]));
      field.table = table;
      field.block = block;
      field.row = static_cast<int>(r);
      field.column = static_cast<int>(c);
      if (own >= 0) {
        field.unit = layout.units.at(static_cast<std::size_t>(own)).kind;
        field.unit_name = layout.units.at(static_cast<std::size_t>(own)).name.en;
      }
      field.edition = part.rows[r].edition.empty() ? part.columns[c].edition : part.rows[r].edition;
      if (!taken.insert(field.id).second && told.insert(blame(r, c)).second)
        reading.errors.push_back(
            Error{Code::invalid, fill(phrases::layout_field_twice, field.id), {}, blame(r, c), 0});
      layout.fields.push_back(std::move(field));
    }
  }
}

void read_table(LayoutReading& reading, const LayoutElement& element,
                std::unordered_set<std::string>& taken) {
  Layout& layout = reading.layout;
  const int index = static_cast<int>(layout.tables.size());
  LayoutTable table;
  table.id = element.attribute("id");
  table.section = read_integer(reading, element, "section");
  if (const LayoutElement* name = element.child("name"))
    table.name = read_words(*name);
  if (table.section > static_cast<int>(layout.sections.size()))
    reading.fault(element, fill(phrases::layout_no_section, table.section));
  const int unit = read_unit(reading, element, -1);
  layout.tables.push_back(std::move(table));

  for (const LayoutElement& part : element.children) {
    if (part.name != "block")
      continue;
    LayoutBlock block;
    block.title = read_label(part);
    if (const LayoutElement* corner = part.child("corner"))
      block.corner = read_label(*corner);
    if (const LayoutElement* columns = part.child("columns"))
      read_nodes(reading, *columns, "column", block.columns, -1);
    if (const LayoutElement* rows = part.child("rows"))
      read_nodes(reading, *rows, "row", block.rows, -1);
    std::vector<LayoutBlock>& blocks = layout.tables.back().blocks;
    blocks.push_back(std::move(block));
    const int place = static_cast<int>(blocks.size()) - 1;
    add_fields(reading, part, index, place, unit, taken);
    read_block_rules(reading, part, index, place);
  }
}

void read_section(LayoutReading& reading, const LayoutElement& element) {
  std::vector<LayoutSection>& sections = reading.layout.sections;
  LayoutSection section;
  section.number = read_integer(reading, element, "number");
  section.title = read_label(element);
  section.required = element.attribute("required") != "false";
  const int expected = static_cast<int>(sections.size()) + 1;
  if (section.number != expected)
    reading.fault(element, fill(phrases::layout_section_order, section.number, expected));
  sections.push_back(std::move(section));
}

void read_unit_declaration(LayoutReading& reading, const LayoutElement& element) {
  LayoutUnit unit;
  const std::string_view kind = element.attribute("kind");
  unit.kind = kind == "amount"         ? Unit::amount
              : kind == "signed-count" ? Unit::signed_count
                                       : Unit::count;
  unit.name = read_words(element);
  reading.units.emplace(element.attribute("id"), static_cast<int>(reading.layout.units.size()));
  reading.layout.units.push_back(std::move(unit));
}

void read_root(LayoutReading& reading, const LayoutElement& root) {
  Layout& layout = reading.layout;
  layout.id = root.attribute("id");
  layout.first_year = read_integer(reading, root, "first-year");
  layout.last_year = read_integer(reading, root, "last-year");
  std::unordered_set<std::string> taken;
  for (const LayoutElement& element : root.children) {
    if (element.name == "title")
      layout.title = read_words(element);
    else if (element.name == "source")
      reading.sources.emplace(element.attribute("id"), read_words(element));
    else if (element.name == "unit")
      read_unit_declaration(reading, element);
    else if (element.name == "report-title")
      layout.report_title = read_label(element);
    else if (element.name == "section")
      read_section(reading, element);
    else if (element.name == "table")
      read_table(reading, element, taken);
  }
  read_form_rules(reading, root);
  if (layout.id.empty() || layout.tables.empty())
    reading.fault(root, fill(phrases::layout_no_layout));
}

} // namespace

Result<LayoutHead> read_layout_head(Bytes xml, std::string_view source) {
  LayoutReading reading;
  const Result<LayoutElement> root = parse_layout_xml(xml, "report-title");
  LayoutHead head;
  if (root) {
    head.first_year = read_integer(reading, *root, "first-year");
    if (const LayoutElement* title = root->child("report-title"))
      head.report_title = read_label(*title);
  } else {
    reading.errors.push_back(root.error());
  }
  if (reading.errors.empty())
    return head;
  reading.errors.front().source = source;
  return tl::unexpected(std::move(reading.errors.front()));
}

LoadedLayout read_layout(Bytes xml, std::string_view source) {
  LayoutReading reading;
  const Result<LayoutElement> root = parse_layout_xml(xml);
  if (root)
    read_root(reading, *root);
  else
    reading.errors.push_back(root.error());
  for (Error& error : reading.errors)
    error.source = source;
  return {std::move(reading.layout), std::move(reading.errors)};
}

Result<Layout> load_layout(Bytes xml, std::string_view source) {
  LoadedLayout loaded = read_layout(xml, source);
  if (!loaded.errors.empty())
    return tl::unexpected(std::move(loaded.errors.front()));
  return std::move(loaded.layout);
}

} // namespace gouji
