// SPDX-License-Identifier: GPL-3.0-or-later
// Findings, tables and the places of pictures of one document -> a line of JSON.
#include "archive/page_details.h"

#include "writers/html_text.h"
#include "writers/names.h"

#include <algorithm>

namespace gouji {

namespace {

constexpr double margin = 4; ///< points of paper around a table on its picture

/// rows, columns, then cell, row span, column span for each cell larger than one place.
std::vector<int> shape_of(const Table& table) {
  std::vector<int> shape{table.rows, table.columns};
  for (std::size_t i = 0; i < table.cells.size(); ++i)
    if (const Cell& cell = table.cells[i]; cell.row_span > 1 || cell.column_span > 1)
      shape.insert(shape.end(), {static_cast<int>(i), cell.row_span, cell.column_span});
  return shape;
}

/// A part of a page on which a table stands with marked cells.
struct Sheet {
  int table = 0; ///< from 0
  int page = 0;
  Rect area;
  int weight = 0;
};

/// Which cell on which sheet a finding marks.
struct Mark {
  std::size_t sheet = 0;
  Rect box;
};

/// The sheets of a document, found while its findings are gone through.
class Sheets {
public:
  explicit Sheets(const std::vector<DrawnTable>& tables) : tables_(tables) {
    for (const DrawnTable& drawn : tables)
      grids_.emplace_back(drawn.table);
  }

  /// Nothing when the place is no cell with a place on a page.
  std::optional<Mark> mark(const Place& place, Severity severity) {
    for (std::size_t t = 0; t < tables_.size(); ++t) {
      if (tables_[t].number != place.table)
        continue;
      const int at = grids_[t].at(place.row, place.column);
      if (at < 0)
        return std::nullopt;
      const Origin& origin = tables_[t].table.cells[static_cast<std::size_t>(at)].origin;
      if (origin.page < 1 || origin.box == Rect{})
        return std::nullopt;
      const std::size_t index = sheet_of(t, origin.page);
      sheets_[index].weight += severity == Severity::error ? 1'000 : 1;
      return Mark{index, origin.box};
    }
    return std::nullopt;
  }
  const std::vector<Sheet>& all() const { return sheets_; }

private:
  std::size_t sheet_of(std::size_t t, int page) {
    const auto known = std::find_if(sheets_.begin(), sheets_.end(), [&](const Sheet& sheet) {
      return sheet.table == tables_[t].number && sheet.page == page;
    });
    if (known != sheets_.end())
      return static_cast<std::size_t>(known - sheets_.begin());
    Sheet sheet{tables_[t].number, page, {}, 0};
    for (const Cell& cell : tables_[t].table.cells)
      if (cell.origin.page == page)
        sheet.area = united(sheet.area, cell.origin.box);
    sheet.area = {std::max(0.0, sheet.area.x0 - margin), std::max(0.0, sheet.area.y0 - margin),
                  sheet.area.x1 + margin, sheet.area.y1 + margin};
    sheets_.push_back(sheet);
    return sheets_.size() - 1;
  }

  const std::vector<DrawnTable>& tables_;
  std::vector<Grid> grids_;
  std::vector<Sheet> sheets_;
};

void write_number(JsonStream& json, const std::optional<Decimal>& number) {
  if (number)
    json.string(number->text()); // as text: JavaScript's numbers are not exact
  else
    json.null();
}

void write_edges(JsonStream& json, const Rect& box) {
  for (const double edge : {box.x0, box.y0, box.x1, box.y1})
    json.rounded(edge, 1);
}

/// What a paragraph has before and after a sentence in it.
struct Surroundings {
  std::string_view before, after;
};

/// Nothing when no section has the sentence in one piece.
Surroundings surroundings(const Report& report, const std::string& sentence) {
  for (const Section& section : report.sections) {
    const std::string_view text = section.text;
    const std::size_t at = text.find(sentence);
    if (at == std::string_view::npos)
      continue;
    const std::size_t start = text.rfind('\n', at) + 1, after = at + sentence.size();
    return {text.substr(start, at - start), text.substr(after, text.find('\n', after) - after)};
  }
  return {};
}

/// [expected, actual, [before, quote, after], [table, row, column from 1, ...], [sheet, x0, y0, x1,
/// y1, ...]]
void write_finding(JsonStream& json, const Report& report, const Finding& finding, Sheets* sheets) {
  json.begin_array();
  write_number(json, finding.expected);
  write_number(json, finding.actual);
  json.begin_array();
  if (!finding.quote.empty()) {
    const Surroundings around = surroundings(report, finding.quote);
    for (const std::string_view part :
         {around.before, std::string_view(finding.quote), around.after})
      json.string(visible_text(part));
  }
  json.end_array().begin_array();
  const std::vector<Place> places = finding_places(report, finding);
  for (const Place& place : places)
    if (place.table >= 0)
      json.number(place.table + 1).number(place.row + 1).number(place.column + 1);
  json.end_array().begin_array();
  for (const Place& place : places)
    if (const auto mark = sheets ? sheets->mark(place, finding.severity) : std::nullopt) {
      json.number(static_cast<long long>(mark->sheet));
      write_edges(json, mark->box);
    }
  json.end_array().end_array();
}

} // namespace

/// [number from 1, page, shape, gap, text, gap, text, ...]: the texts that differ from those of the
/// first table of the shape, each with its distance from the one before.
void PageDetails::write_table(JsonStream& json, const DrawnTable& drawn) {
  const Table& table = drawn.table;
  std::vector<std::int64_t> texts;
  texts.reserve(table.cells.size());
  for (const Cell& cell : table.cells)
    texts.push_back(texts_.number(cell.text));
  const auto [at, fresh] = shapes_.try_emplace(shape_of(table));
  if (fresh) {
    at->second = {static_cast<std::int64_t>(shape_order_.size()), texts};
    shape_order_.push_back(at);
  }
  json.begin_array().number(drawn.number + 1).number(table.origin.page).number(at->second.number);
  int gap = 0;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    ++gap;
    if (texts[i] == at->second.texts[i])
      continue;
    json.number(gap).number(texts[i]);
    gap = 0;
  }
  json.end_array();
}

void PageDetails::add(const Outcome& outcome, const std::vector<DrawnTable>& tables,
                      bool picture_format, std::vector<WantedPicture>& pictures) {
  JsonStream json(JsonStream::Shape::packed);
  Sheets sheets(tables);
  json.begin_array().begin_array();
  for (const Finding& finding : outcome.findings)
    write_finding(json, outcome.report, finding, picture_format ? &sheets : nullptr);
  json.end_array().begin_array();
  for (const DrawnTable& drawn : tables)
    write_table(json, drawn);
  json.end_array().begin_array();
  for (const Sheet& sheet : sheets.all()) {
    json.begin_array().number(static_cast<long long>(pictures.size()));
    json.number(sheet.table + 1).number(sheet.page);
    write_edges(json, sheet.area);
    json.end_array();
    pictures.push_back({outcome.source.sha256, sheet.page, sheet.area, sheet.weight});
  }
  json.end_array().end_array();
  (lines_ += '\n') += json.take();
}

std::string PageDetails::take() {
  JsonStream json(JsonStream::Shape::packed);
  json.begin_object();
  texts_.write(json.key("texts"));
  json.key("shapes").begin_array();
  for (const auto& shape : shape_order_) {
    json.begin_array().number(shape->first[0]).number(shape->first[1]).begin_array();
    for (std::size_t i = 2; i < shape->first.size(); ++i)
      json.number(shape->first[i]);
    json.end_array().begin_array();
    for (const std::int64_t text : shape->second.texts)
      json.number(text);
    json.end_array().end_array();
  }
  json.end_array().end_object();
  return json.take() + std::exchange(lines_, {});
}

} // namespace gouji
