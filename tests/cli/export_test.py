#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""gouji export in every format beside what convert prints, and the archive's views as an analyst uses them."""
import contextlib
import csv
import io
import json
import shutil
import sqlite3
import unittest
import zipfile
import xml.etree.ElementTree as ElementTree

from program import FIXTURES, ProgramTest, gouji

XLSX = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


class ExportTest(ProgramTest):
    def setUp(self):
        super().setUp()
        inputs = self.folder / "in"
        inputs.mkdir()
        for case in ("000-plain", "000-wrong-total", "001-plain-soffice", "2019-form", "website-2018-form", "000-blank-cell"):
            for document in (FIXTURES / case).glob("*.*"):
                if document.suffix != ".json":
                    shutil.copy(document, inputs)
        (inputs / "=cmd.docx").write_bytes((inputs / "000-plain.docx").read_bytes()[:3000])
        self.inputs = inputs
        self.archive = self.folder / "archive.db"
        self.assertEqual(gouji("bulk", inputs, "-o", self.archive, "--quiet").status, 3)
        self.converted = {}
        for path in inputs.iterdir():
            done = gouji("convert", path)
            if done.status == 0:
                self.converted[path.name] = json.loads(done.out)

    def export(self, *options, **more):
        done = gouji("export", self.archive, *options, **more)
        self.assertEqual(done.status, 0, done.err)
        return done.out

    def rows(self, *options, **more):
        return list(csv.DictReader(io.StringIO(self.export(*options, **more).decode("utf-8-sig"), newline="")))

    def sql(self, query):
        with contextlib.closing(sqlite3.connect(self.archive)) as database:
            return database.execute(query).fetchall()

    def test_json_lines_are_what_convert_prints_ordered_by_content(self):
        lines = [json.loads(line) for line in self.export("-f", "jsonl").splitlines()]
        reports = [line for line in lines if "failure" not in line]
        self.assertEqual([r["source"]["sha256"] for r in reports], sorted(r["source"]["sha256"] for r in reports))
        for report in reports:
            self.assertEqual(report, self.converted[report["source"]["name"]])
        self.assertEqual([line["source"]["name"] for line in lines if "failure" in line], ["=cmd.docx"])

    def test_a_long_row_a_field_with_its_labels_and_state(self):
        rows = self.rows("-f", "csv-long", locale="C.UTF-8")
        self.assertEqual(len(rows), sum(len(r["values"]) for r in self.converted.values()))
        for row in rows:
            value = self.converted[row["name"]]["values"][row["field"]]
            self.assertEqual((row["state"], row["raw"]), (value["state"], value["raw"]))
            self.assertEqual(float(row["value"]) if row["value"] else None, value["value"])
        total = next(r for r in rows if r["field"] == "requests.received.total" and r["layout"] == "ogi-2021")
        self.assertEqual((total["row_label"], total["column_label"]), ("一、本年新收政府信息公开申请数量", "总计"))

    def test_a_wide_row_a_report(self):
        rows = {row["path"].rsplit("/", 1)[-1]: row for row in self.rows("-f", "csv-wide", "--bom")}
        self.assertEqual(set(rows), set(self.converted))
        for name, row in rows.items():
            report = self.converted[name]
            for field, value in report["values"].items():
                self.assertEqual(float(row[field]) if row[field] else None, value["value"], f"{name} {field}")
            self.assertEqual(int(row["errors"]), sum(f["severity"] == "error" for f in report["findings"]))

    def test_labels_stand_behind_the_field_ids_on_request(self):
        heads = self.rows("-f", "csv-wide", "--labels", locale="C.UTF-8")[0]
        self.assertIn("requests.received.total 一、本年新收政府信息公开申请数量 · 总计", heads)
        self.assertEqual([head.split()[0] for head in heads], list(self.rows("-f", "csv-wide")[0]))
        with zipfile.ZipFile(io.BytesIO(self.export("-f", "xlsx", "--labels"))) as book:
            self.assertIn("requests.received.total 一、本年新收政府信息公开申请数量 · 总计", book.read("xl/worksheets/sheet1.xml").decode())

    def test_the_byte_order_mark_comes_only_on_request(self):
        for layout in ("csv-long", "csv-wide"):
            self.assertTrue(self.export("-f", layout, "--bom").startswith(b"\xef\xbb\xbf"))
            self.assertFalse(self.export("-f", layout).startswith(b"\xef\xbb\xbf"))

    def test_a_workbook_has_sheets_with_headers_in_view_and_filters(self):
        for locale, names in (("C", ["reports", "findings", "failures", "fields"]), ("zh_CN.UTF-8", ["报告", "问题", "失败", "字段"])):
            with zipfile.ZipFile(io.BytesIO(self.export("-f", "xlsx", locale=locale))) as book:
                sheets = ElementTree.fromstring(book.read("xl/workbook.xml")).iter(XLSX + "sheet")
                self.assertEqual([sheet.get("name") for sheet in sheets], names)
                for number in range(1, 5):
                    sheet = ElementTree.fromstring(book.read(f"xl/worksheets/sheet{number}.xml"))
                    self.assertEqual(sheet.find(f".//{XLSX}pane").get("state"), "frozen")
                    self.assertEqual(sheet.find(f".//{XLSX}pane").get("ySplit"), "1")
                    self.assertIsNotNone(sheet.find(XLSX + "autoFilter"))
                    self.assertIsNone(sheet.find(f".//{XLSX}f"), "no cell is a formula")
                rows = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml")).findall(f".//{XLSX}row")
                self.assertEqual(len(rows), 1 + len(self.converted))

    def test_views_answer_what_an_analyst_asks_first(self):
        for report in self.converted.values():
            if report["layout"] != "ogi-2021":
                continue
            fields = [(f, v["value"]) for f, v in report["values"].items() if v["value"] is not None]
            columns = ", ".join(f'"{field}"' for field, _ in fields)
            self.assertEqual(list(self.sql(f"SELECT {columns} FROM report_ogi_2021 WHERE sha256='{report['source']['sha256']}'")[0]), [v for _, v in fields])
        findings = [(f["rule"], f["severity"]) for r in self.converted.values() for f in r["findings"]]
        self.assertEqual({(rule, severity): count for rule, severity, count, _ in self.sql("SELECT * FROM finding_by_rule")},
                         {key: findings.count(key) for key in findings})
        self.assertEqual([row[1] for row in self.sql("SELECT path, status FROM failed_input")], ["damaged"])

    def test_years_of_an_agency_stand_side_by_side(self):
        # A copy of a report becomes that of the year before, twice: the one with fewer errors counts.
        with contextlib.closing(sqlite3.connect(self.archive)) as database:
            database.executescript("""
                CREATE TEMP TABLE b AS SELECT d.id, d.agency, d.year FROM document d JOIN source s ON s.document = d.id WHERE s.path LIKE '%000-plain.docx';
                CREATE TEMP TABLE c AS SELECT 9000 AS id, 'a' AS sha, 5 AS more UNION SELECT 9001, '0', 99;
                INSERT INTO document SELECT c.id, sha, 1, 'docx', NULL, 'ogi-2021', b.agency, b.year - 1, '', 1, 1, 1 FROM b, c;
                INSERT INTO value(document, field, state, number, raw) SELECT c.id, field, state, number + more, raw FROM value, b, c WHERE document = b.id;
                INSERT INTO finding(document, position, rule, severity, message_en, message_zh, quote) VALUES (9001, 0, 'r', 'error', '', '', '');""")
            database.commit()
        carried = self.sql("SELECT field, handed_on, received, differs FROM carry_over WHERE field LIKE '%.total' AND agency LIKE '卢氏%'")
        before = self.sql("SELECT v.number FROM value v JOIN field f ON f.id = v.field WHERE v.document = 9000 AND f.name = 'requests.carried_out.total'")[0][0]
        self.assertEqual([(field, handed, differs) for field, handed, _, differs in carried], [("requests.carried_in.total", before, 1)])
        stocks = self.sql("SELECT last_year, added, removed, stock, expected FROM stock_by_year WHERE field = 'proactive.regulations.in_force' AND agency LIKE '卢氏%' ORDER BY year DESC")
        last, added, removed, stock, expected = stocks[0]
        self.assertEqual((last, expected), (stock + 5, last + added - removed))

    def test_an_archive_is_sound_and_a_newer_one_refused(self):
        self.assertEqual(self.sql("PRAGMA foreign_key_check") + self.sql("PRAGMA integrity_check"), [("ok",)])
        with contextlib.closing(sqlite3.connect(self.archive)) as database:
            version = database.execute("PRAGMA user_version").fetchone()[0]
            database.execute(f"PRAGMA user_version = {version + 1}")
            database.commit()
        for command in (["export", self.archive], ["page", self.archive], ["merge", self.archive, "-o", self.folder / "m.db"],
                        ["bulk", self.inputs, "-o", self.archive, "-q"]):
            self.assert_refused(gouji(*command), "newer gouji")


if __name__ == "__main__":
    unittest.main(verbosity=2)
