// SPDX-License-Identifier: GPL-3.0-or-later
// Documents, failures and paths into the rows of an archive.
#include "archive/archive_state.h"
#include "writers/names.h"

namespace gouji {

namespace {

template <class T> std::optional<T> unless(const T& value, const T& nothing) {
  return value == nothing ? std::nullopt : std::optional<T>(value);
}
/// Row and column numbers from 1, nothing for -1.
std::optional<int> from_one(int index) {
  return unless(index + 1, 0);
}

/// A place as the columns page to anchor; what it does not say is NULL.
struct PlaceColumns {
  std::optional<int> page, table, row, column;
  std::optional<double> x0, y0, x1, y1;
  std::optional<std::string_view> anchor;

  explicit PlaceColumns(const Place& place)
      : page(unless(place.origin.page, 0)), table(from_one(place.table)), row(from_one(place.row)),
        column(from_one(place.column)),
        anchor(unless(std::string_view(place.origin.anchor), std::string_view())) {
    if (place.origin.page > 0 && place.origin.box != Rect{}) {
      x0 = place.origin.box.x0;
      y0 = place.origin.box.y0;
      x1 = place.origin.box.x1;
      y1 = place.origin.box.y1;
    }
  }
};

} // namespace

void Archive::State::put_finding(std::int64_t document, int position, const Finding& finding,
                                 const std::vector<std::int64_t>& field_ids,
                                 std::optional<std::int64_t> prior) {
  const auto text = [](const std::optional<Decimal>& number) {
    return number ? std::optional(number->text()) : std::nullopt;
  };
  statements->put_finding
      .bind(document, position, finding.rule, severity_name(finding.severity), finding.message.en,
            finding.message.zh, text(finding.expected), text(finding.actual), finding.quote, prior)
      .run();
  const std::int64_t id = db.last_id();
  int at = 0;
  statements->put_finding_fields.insert(finding.fields, [&](int field) {
    return std::tuple(id, at++, field_ids.at(static_cast<std::size_t>(field)));
  });
  at = 0;
  for (const Place& place : finding.places) {
    const PlaceColumns p(place);
    statements->put_finding_place
        .bind(id, at++, p.page, p.table, p.row, p.column, p.x0, p.y0, p.x1, p.y1, p.anchor)
        .run();
  }
}

void Archive::State::put_contents(std::int64_t document, const Record& record) {
  const Report& report = record.outcome.report;
  static const std::vector<std::int64_t> no_fields;
  const std::vector<std::int64_t>& field_ids =
      report.layout ? fields.at(report.layout->id) : no_fields;
  statements->put_values.insert(listed_fields(report), [&](int field) {
    const auto index = static_cast<std::size_t>(field);
    const Value& value = report.values.at(index);
    const PlaceColumns p(value.place);
    const bool number = value.has_number();
    return std::tuple(document, field_ids.at(index), std::string_view(state_name(value.state)),
                      number ? std::optional(value.number) : std::nullopt,
                      number && !value.number.whole() ? std::optional(value.number.text())
                                                      : std::nullopt,
                      std::string_view(value.raw), p.page, p.table, p.row, p.column, p.x0, p.y0,
                      p.x1, p.y1, p.anchor);
  });
  int position = 0;
  for (const Section& section : report.sections)
    statements->put_section
        .bind(document, position++, unless(section.number, 0), section.title, section.printed_title,
              section.text)
        .run();
  position = 0;
  for (const Finding& finding : record.outcome.findings)
    put_finding(document, position++, finding, field_ids, {});
  for (const PackedTable& table : record.tables)
    statements->put_drawing.bind(document, table.number + 1, table.bytes).run();
}

void Archive::put_record(const std::string& sha256, const Record& record) {
  Statements& s = *state_->statements;
  const Report& report = record.outcome.report;
  const std::int64_t known = state_->id(s.document_id, sha256);
  known == 0 ? state_->begin() : state_->begin_replacing();
  s.put_document
      .bind(sha256, record.bytes, record.outcome.source.format,
            unless(record.outcome.source.pages, 0),
            report.layout ? std::optional(report.layout->id) : std::nullopt, report.agency,
            unless(report.year, 0), report.title, report.match.score, record.microseconds,
            state_->run)
      .run();
  std::int64_t id = known;
  if (known == 0)
    id = state_->db.last_id();
  else
    for (Statement* clear :
         {&s.clear_values, &s.clear_sections, &s.clear_findings, &s.clear_drawings})
      clear->bind(id).run();
  state_->put_contents(id, record);
  if (state_->id(s.failure_id, sha256) != 0) {
    s.move_to_document.bind(sha256, id).run();
    s.drop_failure.bind(sha256).run();
  }
}

void Archive::put_failure(const std::string& sha256, const Failure& failure,
                          const std::string& command) {
  Statements& s = *state_->statements;
  const bool replaces = state_->id(s.document_id, sha256) != 0;
  replaces ? state_->begin_replacing() : state_->begin();
  s.put_failure
      .bind(sha256, failure.status, failure.message.en, failure.message.zh, failure.attempts,
            command, state_->run)
      .run();
  if (replaces) {
    s.move_to_failure.bind(sha256, state_->id(s.failure_id, sha256)).run();
    s.drop_document.bind(sha256).run();
  }
}

void Archive::put_source(const SourceFile& file, const std::string& sha256) {
  state_->begin();
  Statements& s = *state_->statements;
  const std::int64_t document = state_->id(s.document_id, sha256);
  const std::int64_t failure = document != 0 ? 0 : state_->id(s.failure_id, sha256);
  const std::int64_t old = state_->id(s.old_bare_failure, file.path);
  s.put_source
      .bind(file.path, file.bytes, file.modified, unless(document, std::int64_t{0}),
            unless(failure, std::int64_t{0}), nullptr)
      .run();
  if (old != 0)
    s.drop_failure_id.bind(old).run();
}

void Archive::put_container(const SourceFile& file, int members) {
  state_->begin();
  Statements& s = *state_->statements;
  const std::int64_t old = state_->id(s.old_bare_failure, file.path);
  s.put_source.bind(file.path, file.bytes, file.modified, nullptr, nullptr, members).run();
  if (old != 0)
    s.drop_failure_id.bind(old).run();
}

void Archive::put_unreadable(const SourceFile& file, const Failure& failure,
                             const std::string& command) {
  state_->begin();
  Statements& s = *state_->statements;
  const std::int64_t old = state_->id(s.old_bare_failure, file.path);
  s.put_bare_failure
      .bind(failure.status, failure.message.en, failure.message.zh, failure.attempts, command,
            state_->run)
      .run();
  s.put_source.bind(file.path, file.bytes, file.modified, nullptr, state_->db.last_id(), nullptr)
      .run();
  if (old != 0)
    s.drop_failure_id.bind(old).run();
}

void Archive::clear_year_findings() {
  state_->begin_replacing();
  state_->db.execute("DELETE FROM finding WHERE prior IS NOT NULL");
}

void Archive::add_year_findings(std::int64_t document, std::int64_t prior,
                                const std::vector<Finding>& findings, const std::string& layout) {
  state_->begin();
  Statement last =
      state_->db.prepare("SELECT coalesce(max(position), -1) FROM finding WHERE document=?");
  last.bind(document).row();
  int position = static_cast<int>(last.integer(0));
  for (const Finding& finding : findings)
    state_->put_finding(document, ++position, finding, state_->fields.at(layout), prior);
}

} // namespace gouji
