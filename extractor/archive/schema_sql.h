// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of an archive. A change here raises `archive_version`, and an older archive is
// refused or brought up to date in archive/archive.cpp.
#pragma once

namespace gouji {

/// SQLite's user_version of an archive.
inline constexpr int archive_version = 1;
/// SQLite's application_id: "Gouj".
inline constexpr int archive_application = 0x476F756A;

inline constexpr const char* archive_schema = R"sql(
-- one call of `gouji bulk` or `gouji merge`
CREATE TABLE run (
  id INTEGER PRIMARY KEY,
  command TEXT NOT NULL,            -- 'bulk', 'bulk 2/8', 'merge'
  program TEXT NOT NULL,            -- version of gouji
  layouts TEXT NOT NULL,            -- digest of the layout files
  started TEXT NOT NULL,            -- UTC
  finished TEXT,                    -- NULL: stopped before its end
  sandbox TEXT                      -- what was enforced on the workers
) STRICT;

-- one document: a content, whatever paths it has
CREATE TABLE document (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE,
  bytes INTEGER NOT NULL,
  format TEXT NOT NULL,
  pages INTEGER,                    -- NULL where the format has none
  layout TEXT,                      -- NULL: no known form
  agency TEXT NOT NULL,
  year INTEGER,
  title TEXT NOT NULL,
  score REAL NOT NULL,              -- share of the form's labels found
  microseconds INTEGER NOT NULL,    -- time of the conversion
  run INTEGER NOT NULL REFERENCES run(id)
) STRICT;
CREATE INDEX document_agency ON document(agency, year);

-- one input that could not be converted; sha256 is NULL when not even its content could be read
CREATE TABLE failure (
  id INTEGER PRIMARY KEY,
  sha256 TEXT UNIQUE,
  status TEXT NOT NULL,             -- damaged, encrypted, timeout, memory, crash, ...
  message_en TEXT NOT NULL,
  message_zh TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  command TEXT NOT NULL,            -- shows the failure again
  run INTEGER NOT NULL REFERENCES run(id)
) STRICT;

-- every input: exactly one row, with a document, a failure, or (a ZIP) the number of its members,
-- each of which is an input too: 'a.zip!/b.pdf'
CREATE TABLE source (
  path TEXT PRIMARY KEY,
  bytes INTEGER,
  modified INTEGER,                 -- nanoseconds since 1970
  document INTEGER REFERENCES document(id) ON DELETE CASCADE,
  failure INTEGER REFERENCES failure(id) ON DELETE CASCADE,
  members INTEGER,
  CHECK ((document IS NOT NULL) + (failure IS NOT NULL) + (members IS NOT NULL) = 1)
) STRICT, WITHOUT ROWID;
CREATE INDEX source_document ON source(document);
CREATE INDEX source_failure ON source(failure);

-- the forms, as far as documents of this archive are concerned
CREATE TABLE layout (
  name TEXT PRIMARY KEY,
  title_en TEXT NOT NULL,
  title_zh TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE field (
  id INTEGER PRIMARY KEY,
  layout TEXT NOT NULL REFERENCES layout(name),
  position INTEGER NOT NULL,        -- order on the form
  name TEXT NOT NULL,               -- 'requests.received.natural_person'
  unit TEXT NOT NULL,
  edition TEXT NOT NULL,            -- not empty: only in documents that print this other edition
  table_en TEXT NOT NULL,
  table_zh TEXT NOT NULL,
  row_label TEXT NOT NULL,
  column_label TEXT NOT NULL,
  UNIQUE (layout, name)
) STRICT;
-- what one year hands to the next: `target` of a year equals `origin` of the year before
-- (the key comes first: SQLite 3.40's integrity check misreads such tables otherwise)
CREATE TABLE carry (
  target INTEGER NOT NULL REFERENCES field(id),
  origin INTEGER NOT NULL REFERENCES field(id),
  rule TEXT NOT NULL,
  PRIMARY KEY (target, origin)
) STRICT, WITHOUT ROWID;
-- a stock at the year's end: last year's stock + added - removed
CREATE TABLE stock (
  stock INTEGER PRIMARY KEY REFERENCES field(id),
  rule TEXT NOT NULL,
  added INTEGER NOT NULL REFERENCES field(id),
  removed INTEGER NOT NULL REFERENCES field(id)
) STRICT, WITHOUT ROWID;

CREATE TABLE value (
  document INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
  field INTEGER NOT NULL REFERENCES field(id),
  state TEXT NOT NULL,              -- read, blank, unreadable, absent, settled
  number ANY,                       -- integer, or nearest real; NULL when not read
  exact TEXT,                       -- the digits, where the number is not whole
  raw TEXT NOT NULL,                -- as printed
  page INTEGER, tbl INTEGER, row INTEGER, col INTEGER,   -- from 1
  x0 REAL, y0 REAL, x1 REAL, y1 REAL,                    -- points from the page's top left
  anchor TEXT,
  PRIMARY KEY (document, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE section (
  document INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  number INTEGER,
  title TEXT NOT NULL,
  printed_title TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (document, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE finding (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  rule TEXT NOT NULL,
  severity TEXT NOT NULL,           -- error, warning, info
  message_en TEXT NOT NULL,
  message_zh TEXT NOT NULL,
  expected TEXT,                    -- exact decimals
  actual TEXT,
  quote TEXT NOT NULL,              -- the sentence it is about
  prior INTEGER REFERENCES document(id) ON DELETE CASCADE,  -- last year's report it was held against
  UNIQUE (document, position)
) STRICT;
CREATE INDEX finding_rule ON finding(rule);
CREATE TABLE finding_field (
  finding INTEGER NOT NULL REFERENCES finding(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  field INTEGER NOT NULL REFERENCES field(id),
  PRIMARY KEY (finding, position)
) STRICT, WITHOUT ROWID;
-- where a finding stands that is no value: a sentence, a heading, a row
CREATE TABLE finding_place (
  finding INTEGER NOT NULL REFERENCES finding(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  page INTEGER, tbl INTEGER, row INTEGER, col INTEGER,
  x0 REAL, y0 REAL, x1 REAL, y1 REAL,
  anchor TEXT,
  PRIMARY KEY (finding, position)
) STRICT, WITHOUT ROWID;

-- tables with findings on them, packed, for `gouji page`
CREATE TABLE drawing (
  document INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
  tbl INTEGER NOT NULL,             -- from 1
  packed TEXT NOT NULL,
  PRIMARY KEY (document, tbl)
) STRICT, WITHOUT ROWID;

-- settings of the archive: 'prior' when years are held against each other
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- for analysts
CREATE VIEW finding_by_rule AS
  SELECT rule, severity, count(*) AS findings, count(DISTINCT document) AS documents
  FROM finding GROUP BY rule, severity ORDER BY findings DESC;
CREATE VIEW long_value AS
  SELECT d.sha256, d.agency, d.year, f.layout, f.name AS field, f.table_zh, f.row_label,
         f.column_label, f.unit, v.state, v.number, v.raw, v.page, v.tbl, v.row, v.col
  FROM value v JOIN field f ON f.id = v.field JOIN document d ON d.id = v.document;
CREATE VIEW report_of_year AS       -- one report for each agency and year: of several the best read
  SELECT d.id, d.sha256, d.agency, d.year, d.layout FROM document d
  WHERE d.agency <> '' AND d.year IS NOT NULL AND d.layout IS NOT NULL AND d.id =
    (SELECT e.id FROM document e
     WHERE e.agency = d.agency AND e.year = d.year AND e.layout IS NOT NULL
     ORDER BY (SELECT count(*) FROM finding f WHERE f.document = e.id AND f.severity = 'error' AND
               f.prior IS NULL), e.sha256 LIMIT 1);
CREATE VIEW carry_over AS           -- what last year handed on, and what this year says it got;
                                    -- `differs` is NULL where one of them was not read
  SELECT d.agency, d.year, c.rule, t.name AS field, o.number AS handed_on, v.number AS received,
         v.number <> o.number AS differs
  FROM carry c JOIN field t ON t.id = c.target
  JOIN value v ON v.field = c.target JOIN report_of_year d ON d.id = v.document
  JOIN report_of_year p ON p.agency = d.agency AND p.year = d.year - 1
  JOIN field s ON s.name = (SELECT name FROM field WHERE id = c.origin) AND s.layout = p.layout
  JOIN value o ON o.document = p.id AND o.field = s.id;
CREATE VIEW stock_by_year AS        -- a stock, what it grew and shrank by, and last year's
  SELECT d.agency, d.year, k.rule, t.name AS field, l.number AS last_year, a.number AS added,
         r.number AS removed, v.number AS stock, l.number + a.number - r.number AS expected
  FROM stock k JOIN field t ON t.id = k.stock
  JOIN value v ON v.field = k.stock JOIN report_of_year d ON d.id = v.document
  JOIN value a ON a.document = d.id AND a.field = k.added
  JOIN value r ON r.document = d.id AND r.field = k.removed
  LEFT JOIN report_of_year p ON p.agency = d.agency AND p.year = d.year - 1
  LEFT JOIN field s ON s.name = t.name AND s.layout = p.layout
  LEFT JOIN value l ON l.document = p.id AND l.field = s.id;
CREATE VIEW failed_input AS
  SELECT s.path, f.status, f.message_en, f.message_zh, f.attempts, f.command
  FROM source s JOIN failure f ON f.id = s.failure;
)sql";

} // namespace gouji
