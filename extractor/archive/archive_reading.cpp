// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of an archive back into Outcomes.
#include "archive/archive_reading.h"

#include "archive/layout_rows.h"
#include "archive/messages.h"
#include "archive/schema_sql.h"
#include "archive/wire.h"
#include "writers/names.h"

#include <unistd.h>

#include <algorithm>

namespace gouji {

namespace {

std::string text_at(const Statement& row, int column) {
  return std::string(row.text(column));
}

/// page, tbl, row, col, x0, y0, x1, y1, anchor from `first` on.
Place place_at(const Statement& row, int first) {
  Place place;
  place.origin.page = static_cast<int>(row.integer(first));
  place.table = static_cast<int>(row.integer(first + 1)) - 1;
  place.row = static_cast<int>(row.integer(first + 2)) - 1;
  place.column = static_cast<int>(row.integer(first + 3)) - 1;
  if (!row.is_null(first + 4))
    place.origin.box = {row.real(first + 4), row.real(first + 5), row.real(first + 6),
                        row.real(first + 7)};
  place.origin.anchor = text_at(row, first + 8);
  return place;
}

State state_named(std::string_view name) {
  for (const State state :
       {State::read, State::blank, State::unreadable, State::absent, State::settled})
    if (state_name(state) == name)
      return state;
  return State::absent;
}

Severity severity_named(std::string_view name) {
  for (const Severity severity : {Severity::error, Severity::warning, Severity::info})
    if (severity_name(severity) == name)
      return severity;
  return Severity::error;
}

std::optional<Decimal> decimal_at(const Statement& row, int column) {
  return row.is_null(column) ? std::nullopt : Decimal::parse(row.text(column));
}

} // namespace

Result<ArchiveReading> ArchiveReading::open(const std::string& path) {
  const auto refuse = [&](Code code, Words message) {
    return tl::unexpected<Error>(Error{code, std::move(message), path, 0, 0});
  };
  if (access(path.c_str(), F_OK) != 0)
    return refuse(Code::missing, fill(phrases::no_such_archive));
  try {
    auto db = std::make_shared<Database>(path, Database::Mode::read);
    Statement version = db->prepare("PRAGMA user_version");
    version.row();
    Statement application = db->prepare("PRAGMA application_id");
    application.row();
    if (application.integer(0) != archive_application)
      return refuse(Code::invalid, fill(phrases::not_an_archive));
    if (version.integer(0) > archive_version)
      return refuse(Code::invalid,
                    fill(phrases::archive_newer, version.integer(0), archive_version));
    ArchiveReading reading(*db, read_layouts(*db));
    reading.db_ = std::move(db);
    return reading;
  } catch (const DatabaseError& error) {
    return refuse(Code::unreadable, describe(error));
  }
}

ArchiveReading::ArchiveReading(Database& db, Layouts layouts)
    : db_(&db, [](Database*) {}), layouts_(std::move(layouts)) {
  load_field_ids();
}

void ArchiveReading::load_field_ids() {
  Statement rows = db_->prepare("SELECT id, layout, name FROM field");
  while (rows.row())
    for (std::size_t i = 0; i < layouts_.size(); ++i)
      if (layouts_[i]->id == rows.text(1))
        fields_[rows.integer(0)] = {i, find_field(*layouts_[i], rows.text(2)).value_or(-1)};
}

std::vector<std::int64_t> ArchiveReading::documents() {
  std::vector<std::int64_t> ids;
  Statement rows = db_->prepare("SELECT id FROM document ORDER BY sha256");
  while (rows.row())
    ids.push_back(rows.integer(0));
  return ids;
}

std::vector<std::string> ArchiveReading::paths(std::int64_t document) {
  std::vector<std::string> paths;
  Statement rows = db_->prepare("SELECT path FROM source WHERE document=? ORDER BY path");
  rows.bind(document);
  while (rows.row())
    paths.push_back(text_at(rows, 0));
  return paths;
}

void ArchiveReading::read_values(std::int64_t id, Report& report) {
  report.values.resize(report.layout->fields.size());
  Statement rows = db_->prepare("SELECT field, state, number, exact, raw, page, tbl, row, col, x0, "
                                "y0, x1, y1, anchor FROM value WHERE document=?");
  rows.bind(id);
  while (rows.row()) {
    const auto place = fields_.find(rows.integer(0));
    if (place == fields_.end() || place->second.field < 0)
      continue;
    Value& value = report.values.at(static_cast<std::size_t>(place->second.field));
    value.state = state_named(rows.text(1));
    if (!rows.is_null(2))
      value.number = rows.is_null(3) ? Decimal(rows.integer(2))
                                     : Decimal::parse(rows.text(3)).value_or(Decimal());
    value.raw = text_at(rows, 4);
    value.place = place_at(rows, 5);
  }
}

void ArchiveReading::read_findings(std::int64_t id, bool own_only, Outcome& outcome) {
  Statement rows = db_->prepare(
      "SELECT id, rule, severity, message_en, message_zh, expected, actual, quote FROM "
      "finding WHERE document=? AND (prior IS NULL OR NOT ?) ORDER BY position");
  Statement fields =
      db_->prepare("SELECT field FROM finding_field WHERE finding=? ORDER BY position");
  Statement places = db_->prepare("SELECT page, tbl, row, col, x0, y0, x1, y1, anchor FROM "
                                  "finding_place WHERE finding=? ORDER BY position");
  rows.bind(id, own_only ? 1 : 0);
  while (rows.row()) {
    Finding finding;
    finding.rule = text_at(rows, 1);
    finding.severity = severity_named(rows.text(2));
    finding.message = {text_at(rows, 3), text_at(rows, 4)};
    finding.expected = decimal_at(rows, 5);
    finding.actual = decimal_at(rows, 6);
    finding.quote = text_at(rows, 7);
    fields.bind(rows.integer(0));
    while (fields.row())
      if (const auto place = fields_.find(fields.integer(0));
          place != fields_.end() && place->second.field >= 0)
        finding.fields.push_back(place->second.field);
    places.bind(rows.integer(0));
    while (places.row())
      finding.places.push_back(place_at(places, 0));
    outcome.findings.push_back(std::move(finding));
  }
}

Outcome ArchiveReading::document(std::int64_t id, Findings findings) {
  Outcome outcome;
  Statement row = db_->prepare("SELECT sha256, format, pages, layout, agency, year, title, score "
                               "FROM document WHERE id=?");
  if (!row.bind(id).row())
    return outcome;
  const std::vector<std::string> all_paths = paths(id);
  const std::string path = all_paths.empty() ? std::string() : all_paths.front();
  outcome.source = {path.substr(path.rfind('/') + 1), text_at(row, 1), text_at(row, 0),
                    static_cast<int>(row.integer(2))};
  Report& report = outcome.report;
  for (const auto& layout : layouts_)
    if (layout->id == row.text(3))
      report.layout = layout;
  report.agency = row.text(4);
  report.year = static_cast<int>(row.integer(5));
  report.title = row.text(6);
  report.match.score = row.real(7);
  if (report.layout)
    read_values(id, report);
  Statement sections = db_->prepare("SELECT number, title, printed_title, text FROM section WHERE "
                                    "document=? ORDER BY position");
  sections.bind(id);
  while (sections.row())
    report.sections.push_back({static_cast<int>(sections.integer(0)),
                               text_at(sections, 1),
                               text_at(sections, 2),
                               text_at(sections, 3),
                               {},
                               {}});
  if (findings != Findings::none)
    read_findings(id, findings == Findings::own, outcome);
  return outcome;
}

std::vector<PackedTable> ArchiveReading::packed_tables(std::int64_t document) {
  std::vector<PackedTable> tables;
  Statement rows = db_->prepare("SELECT tbl, packed FROM drawing WHERE document=? ORDER BY tbl");
  rows.bind(document);
  while (rows.row())
    tables.push_back({static_cast<int>(rows.integer(0)) - 1, text_at(rows, 1)});
  return tables;
}

std::vector<DrawnTable> ArchiveReading::drawings(std::int64_t document) {
  std::vector<DrawnTable> tables;
  for (const PackedTable& packed : packed_tables(document))
    if (auto table = unpack_table(packed.bytes))
      tables.push_back({packed.number, std::move(*table)});
  return tables;
}

void ArchiveReading::each_failure(const std::function<void(const FailedInput&)>& take) {
  Statement rows = db_->prepare(
      "SELECT f.id, f.sha256, f.status, f.message_en, f.message_zh, f.attempts, f.command, "
      "(SELECT min(path) FROM source WHERE failure=f.id) AS first FROM failure f "
      "ORDER BY f.sha256 IS NULL, f.sha256, first");
  Statement sources = db_->prepare("SELECT path FROM source WHERE failure=? ORDER BY path");
  while (rows.row()) {
    FailedInput failed;
    failed.sha256 = rows.text(1);
    failed.failure = {
        text_at(rows, 2), {text_at(rows, 3), text_at(rows, 4)}, static_cast<int>(rows.integer(5))};
    failed.command = rows.text(6);
    sources.bind(rows.integer(0));
    while (sources.row())
      failed.paths.push_back(text_at(sources, 0));
    take(failed);
  }
}

} // namespace gouji
