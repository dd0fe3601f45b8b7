// SPDX-License-Identifier: GPL-3.0-or-later
// Filling and printing a form from its layout.
#include "printed_form.h"

#include "matching/column_alignment.h"
#include "matching/field_index.h"
#include "matching/layout_loader.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <stdexcept>

namespace gouji::test {
namespace {

int depth_of(const std::vector<LayoutNode>& nodes) {
  int depth = 0;
  for (const LayoutNode& node : nodes)
    if (node.edition.empty())
      depth = std::max(depth, node.depth + 1);
  return depth;
}

int leaves_below(const std::vector<LayoutNode>& nodes, int node) {
  if (nodes[static_cast<std::size_t>(node)].leaf)
    return nodes[static_cast<std::size_t>(node)].edition.empty() ? 1 : 0;
  int count = 0;
  for (std::size_t n = 0; n < nodes.size(); ++n)
    if (nodes[n].parent == node)
      count += leaves_below(nodes, static_cast<int>(n));
  return count;
}

std::vector<int> path_to(const std::vector<LayoutNode>& nodes, int node) {
  std::vector<int> path;
  for (int at = node; at >= 0; at = nodes[static_cast<std::size_t>(at)].parent)
    path.insert(path.begin(), at);
  return path;
}

/// Prints one block: title row, header rows, rows of values, `width` columns wide.
class BlockPrinter {
public:
  BlockPrinter(const Layout& layout, int table, int block, const std::vector<Decimal>& numbers,
               bool ragged, int width)
      : form_(
            layout.tables[static_cast<std::size_t>(table)].blocks[static_cast<std::size_t>(block)]),
        layout_(layout), table_(table), block_(block), numbers_(numbers), ragged_(ragged),
        width_(width), stub_(form_.rows.front().label.text.empty() ? 0 : depth_of(form_.rows)) {}

  void print(FormGrid& grid) {
    if (!form_.title.text.empty()) {
      FormRow row{{}, true};
      add(row, form_.title.text, 1, width_);
      grid.rows.push_back(row);
    }
    header(grid);
    const FieldIndex fields(layout_);
    std::set<int> shown;
    for (std::size_t n = 0; n < form_.rows.size(); ++n) {
      if (!form_.rows[n].leaf || !form_.rows[n].edition.empty())
        continue;
      FormRow row;
      const std::vector<int> path = path_to(form_.rows, static_cast<int>(n));
      for (std::size_t d = 0; stub_ > 0 && d < path.size(); ++d) {
        const bool last = d + 1 == path.size();
        const int span = last ? stub_ - static_cast<int>(d) : 1;
        if (shown.insert(path[d]).second)
          add(row, form_.rows[static_cast<std::size_t>(path[d])].label.text,
              leaves_below(form_.rows, path[d]), span);
        else if (ragged_)
          row.cells.push_back({});
      }
      const auto leaves = fields.row(layout_, table_, block_, static_cast<int>(n));
      const auto nodes = leaf_columns(form_);
      int left = width_ - stub_, count = columns();
      for (std::size_t j = 0; j < leaves.size(); ++j) {
        if (!form_.columns[static_cast<std::size_t>(nodes[j])].edition.empty())
          continue;
        const int span = --count == 0 ? left : 1;
        left -= span;
        FormCell cell{numbers_[static_cast<std::size_t>(leaves[j])].text(), leaves[j], 1,
                      ragged_ ? 1 : span};
        row.cells.push_back(cell);
        for (int extra = 1; ragged_ && extra < span; ++extra)
          row.cells.push_back({});
      }
      grid.rows.push_back(std::move(row));
    }
  }

private:
  int columns() const {
    return static_cast<int>(
        std::count_if(form_.columns.begin(), form_.columns.end(),
                      [](const LayoutNode& n) { return n.leaf && n.edition.empty(); }));
  }

  void add(FormRow& row, const std::string& text, int rows, int columns) const {
    row.cells.push_back({text, -1, ragged_ ? 1 : rows, ragged_ ? 1 : columns});
    for (int extra = 1; ragged_ && extra < columns; ++extra)
      row.cells.push_back({});
  }

  void header(FormGrid& grid) const {
    const int depth = depth_of(form_.columns);
    for (int d = 0; d < depth; ++d) {
      FormRow row{{}, true};
      if (stub_ > 0 && (d == 0 || ragged_))
        add(row, d == 0 ? form_.corner.text : "", depth, stub_);
      int left = width_ - stub_, count = columns();
      for (std::size_t n = 0; n < form_.columns.size(); ++n) {
        const LayoutNode& node = form_.columns[n];
        if (!node.edition.empty())
          continue;
        const int leaves = leaves_below(form_.columns, static_cast<int>(n));
        if (node.depth == d) {
          count -= leaves;
          const int span = count == 0 ? left : leaves;
          left -= span;
          add(row, node.label.text, node.leaf ? depth - d : 1, span);
        } else if (node.depth < d && node.leaf) {
          count -= 1;
          const int span = count == 0 ? left : 1;
          left -= span;
          for (int extra = 0; ragged_ && extra < span; ++extra)
            row.cells.push_back({});
        }
      }
      grid.rows.push_back(std::move(row));
    }
  }

  const LayoutBlock& form_;
  const Layout& layout_;
  const int table_, block_;
  const std::vector<Decimal>& numbers_;
  const bool ragged_;
  const int width_, stub_;
};

} // namespace

std::vector<Decimal> consistent_numbers(const Layout& layout, std::mt19937& random, int most) {
  // Sums are set after the numbers they are made of; in a balance of two sums the first number
  // takes what is missing.
  const std::size_t count = layout.fields.size();
  std::vector<Decimal> numbers(count);
  for (std::size_t f = 0; f < count; ++f)
    if (layout.fields[f].edition.empty())
      numbers[f] = Decimal(
          random() % 3 == 0 ? static_cast<int>(random() % static_cast<unsigned>(most + 1)) : 0);
  const auto sum = [&](const std::vector<int>& fields) {
    Decimal total;
    for (const int field : fields)
      total += numbers[static_cast<std::size_t>(field)];
    return total;
  };
  for (std::size_t round = 0; round < layout.relations.size() + 2; ++round) {
    bool holds = true;
    for (const Relation& relation : layout.relations) {
      const Decimal left = sum(relation.left), right = sum(relation.right);
      if (left == right)
        continue;
      holds = false;
      if (relation.right.size() == 1)
        numbers[static_cast<std::size_t>(relation.right.front())] = left;
      else if (left < right)
        numbers[static_cast<std::size_t>(relation.left.front())] += right - left;
      else
        numbers[static_cast<std::size_t>(relation.right.back())] += left - right;
    }
    if (holds)
      return numbers;
  }
  throw std::logic_error("no consistent numbers found");
}

std::vector<FormGrid> print_form(const Layout& layout, const std::vector<Decimal>& numbers,
                                 bool ragged) {
  std::vector<FormGrid> grids;
  for (std::size_t t = 0; t < layout.tables.size(); ++t) {
    int width = 0;
    for (const LayoutBlock& block : layout.tables[t].blocks) {
      const int stub = block.rows.front().label.text.empty() ? 0 : depth_of(block.rows);
      const auto columns =
          std::count_if(block.columns.begin(), block.columns.end(),
                        [](const LayoutNode& n) { return n.leaf && n.edition.empty(); });
      width = std::max(width, stub + static_cast<int>(columns));
    }
    FormGrid grid;
    for (std::size_t b = 0; b < layout.tables[t].blocks.size(); ++b)
      BlockPrinter(layout, static_cast<int>(t), static_cast<int>(b), numbers, ragged, width)
          .print(grid);
    grids.push_back(std::move(grid));
  }
  return grids;
}

std::vector<std::string> silent_errors(const Report& report, const std::vector<Finding>& findings,
                                       const std::vector<Decimal>& truth) {
  std::set<int> named;
  for (const Finding& finding : findings)
    named.insert(finding.fields.begin(), finding.fields.end());
  std::vector<std::string> silent;
  for (std::size_t f = 0; f < report.values.size(); ++f) {
    const Value& value = report.values[f];
    if (value.has_number() && value.number != truth[f] && !named.count(static_cast<int>(f)))
      silent.push_back(report.layout->fields[f].id + " is " + truth[f].text() + ", read " +
                       value.number.text());
  }
  return silent;
}

std::vector<Block> as_flow(const std::vector<FormGrid>& grids) {
  std::vector<Block> flow;
  for (const FormGrid& grid : grids) {
    TableBuilder builder;
    for (const FormRow& row : grid.rows) {
      builder.begin_row();
      for (const FormCell& cell : row.cells)
        builder.add(cell.row_span, cell.column_span, cell.text);
    }
    flow.emplace_back(builder.finish());
  }
  return flow;
}

std::string as_html(const std::vector<FormGrid>& grids) {
  std::string html = "<html><head><meta charset=\"utf-8\"></head><body>";
  for (const FormGrid& grid : grids) {
    html += "<p>下表。</p><table>";
    for (const FormRow& row : grid.rows) {
      html += "<tr>";
      for (const FormCell& cell : row.cells)
        html += fmt::format("<td rowspan=\"{}\" colspan=\"{}\">{}</td>", cell.row_span,
                            cell.column_span, cell.text);
      html += "</tr>";
    }
    html += "</table>";
  }
  return html + "</body></html>";
}

std::string as_text(const std::vector<FormGrid>& grids) {
  std::string text;
  for (const FormGrid& grid : grids) {
    text += "下表。\n";
    for (const FormRow& row : grid.rows) {
      for (const FormCell& cell : row.cells) {
        text += cell.text;
        text += '\t';
      }
      text.back() = '\n';
    }
  }
  return text;
}

Layout read_project_layout(const std::string& id) {
  const std::string path = std::string(GOUJI_SOURCE_DIR) + "/layouts/" + id + ".xml";
  std::ifstream file(path, std::ios::binary);
  const std::string xml{std::istreambuf_iterator<char>(file), {}};
  auto layout = load_layout(as_bytes(xml), path);
  if (!layout)
    throw std::runtime_error(path + ": " + layout.error().message.en);
  return std::move(*layout);
}

} // namespace gouji::test
