#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""gouji bulk as a user runs it: what may be named as input, what is read again, how progress shows itself."""
import contextlib
import json
import os
import pathlib
import pty
import shutil
import sqlite3
import subprocess
import unittest
import zipfile

from program import FIXTURES, HANGS, PDF, PLAIN, PROGRAM, WRONG, ProgramTest, gouji, needs_bounded_memory

RTF = rb"{\rtf1\ansi\deff0 only text\par}"


class BulkTest(ProgramTest):
    def setUp(self):
        super().setUp()
        self.archive = self.folder / "archive.db"
        self.inputs = self.folder / "in"
        self.inputs.mkdir()
        self.plain = shutil.copy(PLAIN, self.inputs / "plain.docx")
        self.wrong = shutil.copy(WRONG, self.inputs / "wrong.docx")

    def bulk(self, *arguments, **more):
        done = gouji("bulk", *arguments, "-o", self.archive, *([] if "--progress" in arguments else ["--quiet"]), **more)
        # A kernel without Landlock is told, however quiet the run; this one may be such.
        done.lines = [line for line in done.lines if "no Landlock" not in line]
        return done

    def rows(self, sql):
        with contextlib.closing(sqlite3.connect(self.archive)) as database:
            return database.execute(sql).fetchall()

    def paths(self):
        return sorted(path.removeprefix(f"{self.folder}/") for path, in self.rows("SELECT path FROM source"))

    def failures(self):
        return {path.rsplit("/", 1)[-1]: status for path, status in self.rows("SELECT path, status FROM failed_input")}


class Inputs(BulkTest):
    def test_folders_files_and_patterns_are_inputs_and_each_path_counts_once(self):
        done = self.bulk(self.inputs, self.plain, f"{self.folder}/in/w*.docx")
        self.assertEqual(done.status, 0, done.err)
        self.assertEqual(self.paths(), ["in/plain.docx", "in/wrong.docx"])

    def test_an_input_that_is_not_there_gets_its_row(self):
        done = self.bulk(self.inputs, self.folder / "gone.pdf", self.inputs / "*.docx")
        self.assertEqual(done.status, 3)
        self.assertEqual(len(done.lines), 1, done.err)
        self.assertIn("gone.pdf: there is no such file", done.err)
        self.assertEqual(self.failures(), {"gone.pdf": "missing"})

    def test_lists_come_by_lines_or_nul_from_a_file_or_standard_input(self):
        odd = shutil.copy(PLAIN, self.inputs / "odd\nname.docx")
        for data in (f"{self.plain}\n{self.wrong}\n".encode(), f"{self.plain}\0{odd}\0".encode()):
            for source in (self.file("list", data), "-"):
                self.archive.unlink(missing_ok=True)
                done = self.bulk("--files-from", source, data=data if source == "-" else b"")
                self.assertEqual(done.status, 0, done.err)
                self.assertEqual(len(self.paths()), 2)
        self.assertIn("in/odd\\x0aname.docx", self.paths())

    def test_one_content_under_two_names_is_one_document_with_both_paths(self):
        shutil.copy(PLAIN, self.inputs / "copy.pdf")
        self.assertEqual(self.bulk(self.inputs).status, 0)
        self.assertEqual(self.rows("SELECT count(*) FROM document"), [(2,)])
        self.assertEqual(len(self.paths()), 3)

    def test_a_zip_of_reports_is_opened_and_each_member_has_its_row(self):
        for name in ("a.zip", "same.zip"):
            with zipfile.ZipFile(self.inputs / name, "w") as package:
                package.write(PDF, "2023/report.pdf")
                package.write(PLAIN, "plain.docx")
                package.writestr("empty/", b"")
                package.writestr("broken.docx", PLAIN.read_bytes()[:3000])
        self.assertEqual(self.bulk(self.inputs, "--jobs", "2").status, 3)
        self.assertIn("in/a.zip!/2023/report.pdf", self.paths())
        self.assertIn("in/same.zip!/plain.docx", self.paths())
        self.assertEqual(len(self.paths()), 10)
        self.assertEqual(self.rows("SELECT count(*) FROM document"), [(3,)])
        self.assertEqual(self.rows("SELECT DISTINCT members FROM source WHERE members IS NOT NULL"), [(3,)])
        self.assertEqual(self.failures(), {"broken.docx": "damaged"})
        command, = {command for command, in self.rows("SELECT command FROM failed_input")}
        self.assertIn("unzip -p", command)

    def test_links_found_on_the_way_are_not_followed_but_told(self):
        (self.inputs / "link.docx").symlink_to(PLAIN)
        self.assertEqual(self.bulk(self.inputs).status, 3)
        self.assertEqual(self.failures(), {"link.docx": "skipped"})

    def test_a_page_in_place_of_a_document_counts_as_read_once_one_of_its_names_fits(self):
        page = b"<!DOCTYPE html><html><body>404 Not Found</body></html>"
        for names in (("a.pdf", "b.html"), ("a.html", "b.pdf")):
            self.archive.unlink(missing_ok=True)
            inputs = [self.file(name, page) for name in names]
            self.assertEqual(self.bulk(inputs[0], "--jobs", "1").status, 3 if names[0] == "a.pdf" else 0)
            self.assertEqual(self.bulk(*inputs, "--jobs", "1").status, 0)
            self.assertEqual(self.rows("SELECT count(*), sum(document IS NOT NULL) FROM source"), [(2, 2)])

    def test_what_only_libreoffice_reads_is_read_or_the_missing_program_named(self):
        self.file("in/a.rtf", RTF)
        self.file("in/b.rtf", RTF + b" ")
        done = self.bulk(self.inputs, "--jobs", "2")
        office = any(os.access(p, os.X_OK) for p in ("/usr/bin/soffice", "/usr/lib/libreoffice/program/soffice"))
        if office:
            self.assertEqual(done.status, 0, (done.err, self.rows("SELECT * FROM failed_input")))
            self.assertEqual(self.rows("SELECT format, count(*) FROM document GROUP BY format"), [("docx", 2), ("rtf", 2)])
            size, = self.rows("SELECT bytes FROM document WHERE format='rtf' ORDER BY bytes LIMIT 1")
            self.assertEqual(size, (len(RTF),))
        else:
            self.assertEqual(self.failures(), {"a.rtf": "tool_missing", "b.rtf": "tool_missing"})


class Limits(BulkTest):
    @needs_bounded_memory
    def test_a_document_that_needs_too_much_memory_harms_none_that_is_read_beside_it(self):
        report = pathlib.Path(self.plain).read_bytes()
        for serial in range(8):
            (self.inputs / f"{serial}.docx").write_bytes(report + bytes([serial]))
        with open(self.inputs / "large.pdf", "wb") as large:
            large.write(b"%PDF-1.4")
            large.truncate(200 << 20)
        self.assertEqual(self.bulk(self.inputs, "--jobs", "1", "--memory", "160").status, 3)
        self.assertEqual(self.failures(), {"large.pdf": "memory"})
        self.assertEqual(self.rows("SELECT attempts FROM failure"), [(2,)])
        self.assertEqual(self.rows("SELECT count(*) FROM document"), [(10,)])


class Again(BulkTest):
    def test_failures_are_tried_again_only_when_asked(self):
        broken = self.file("in/broken.docx", PLAIN.read_bytes()[:3000])
        self.bulk(self.inputs)
        run = "SELECT run FROM failure"
        self.assertEqual(self.rows(run), [(1,)])
        self.bulk(self.inputs)
        self.assertEqual(self.rows(run), [(1,)])
        self.bulk(self.inputs, "--retry-failed")
        self.assertEqual(self.rows(run), [(3,)])
        broken.write_bytes(PDF.read_bytes())  # a file that changed is a new input
        self.assertEqual(self.bulk(self.inputs).status, 0)
        self.assertEqual(self.rows("SELECT count(*) FROM failure"), [(0,)])
        self.assertEqual(self.rows("SELECT count(*) FROM document"), [(3,)])

    def test_members_of_a_zip_are_tried_again_too(self):
        with zipfile.ZipFile(self.inputs / "a.zip", "w") as package:
            package.writestr("broken.docx", PLAIN.read_bytes()[:3000])
        self.bulk(self.inputs)
        self.bulk(self.inputs, "--retry-failed")
        self.assertEqual(self.rows("SELECT run FROM failure"), [(2,)])

    def test_since_reads_again_what_an_older_program_or_other_layouts_had_read(self):
        self.bulk(self.inputs)
        self.bulk(self.inputs, "--since", "0.0.1")
        self.assertEqual(self.rows("SELECT DISTINCT run FROM document"), [(1,)])
        self.bulk(self.inputs, "--since", "99")
        self.assertEqual(self.rows("SELECT DISTINCT run FROM document"), [(3,)])
        self.bulk(self.inputs, "--since", "layouts")
        self.assertEqual(self.rows("SELECT DISTINCT run FROM document"), [(3,)])
        with contextlib.closing(sqlite3.connect(self.archive)) as database:
            database.execute("UPDATE run SET layouts='older'")
            database.commit()
        self.bulk(self.inputs, "--since", "layouts")
        self.assertEqual(self.rows("SELECT DISTINCT run FROM document"), [(5,)])

    def test_years_are_held_against_each_other_while_asked(self):
        pages = (FIXTURES / "000-gov" / "000-gov.html").read_text(encoding="utf-8")
        self.file("in/2023.html", pages.encode())
        self.file("in/2024.html", pages.replace("2023", "2024").replace("2022", "2023").encode())
        self.bulk(self.inputs, "--prior")
        between = "SELECT count(*) FROM finding WHERE prior IS NOT NULL"
        self.assertGreater(self.rows(between)[0][0], 0)
        self.bulk(self.inputs)
        self.assertEqual(self.rows(between), [(0,)])


class Progress(BulkTest):
    def test_quiet_says_nothing(self):
        self.assertEqual(self.bulk(self.inputs).lines, [])

    def test_json_is_an_object_a_line(self):
        done = self.bulk(self.inputs, "--progress", "json")
        last = json.loads(done.lines[-1])
        self.assertEqual((last["inputs"], last["done"], last["converted"], last["with_errors"], last["failed"], last["finished"]), (2, 2, 2, 1, 0, True))
        for line in done.lines:
            self.assertLessEqual({"rate", "seconds", "slowest", "slowest_seconds", "kept", "duplicates"}, set(json.loads(line)))

    def on_a_terminal(self, term):
        """What the run prints to a terminal of this kind."""
        leader, follower = pty.openpty()
        process = subprocess.Popen([PROGRAM, "bulk", self.inputs, "-o", self.archive], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                   stderr=follower, env={**os.environ, "TERM": term, "LC_ALL": "C"})
        os.close(follower)
        shown = b""
        with contextlib.suppress(OSError):  # the end of a terminal
            while piece := os.read(leader, 4096):
                shown += piece
        os.close(leader)
        self.assertEqual(process.wait(HANGS), 0)
        return shown.decode()

    def test_a_terminal_gets_a_bar_and_a_summary(self):
        shown = self.on_a_terminal("xterm")
        self.assertIn("\r\x1b[K[####################] 2/2 (100%)", shown)
        self.assertIn("2 inputs: 2 converted now (1 with errors in them)", shown)

    def test_a_dumb_terminal_gets_whole_lines(self):
        shown = self.on_a_terminal("dumb")
        self.assertNotIn("\x1b", shown)
        self.assertIn("2 inputs: 2 converted now", shown)

    def test_the_summary_says_how_to_see_what_failed(self):
        self.file("in/empty.pdf")
        done = self.bulk(self.inputs, "--progress", "lines")
        self.assertIn("1 failed", done.err)
        self.assertIn("failed_input", done.err)

    def test_help_names_every_exit_status(self):
        shown = gouji("bulk", "--help").out.decode()
        for word in ("Exit status: 0", "3 some failed", "2 wrong usage"):
            self.assertIn(word, shown)
        self.assertIn("3 bulk", gouji("--help").out.decode())


class Usage(BulkTest):
    def test_wrong_usage_is_told_in_one_line(self):
        for arguments in ((), (self.inputs, "--shard", "3/2"), (self.inputs, "--shard", "x"), (self.inputs, "--jobs", "-1"),
                          (self.inputs, "--timeout", "0"), (self.inputs, "--progress", "loud"), (self.inputs, "--since", "yesterday")):
            self.assert_refused(gouji("bulk", *arguments, "-o", self.archive))
        self.assert_refused(gouji("bulk", self.inputs), "no archive")

    def test_a_file_that_is_no_archive_is_left_alone(self):
        self.archive.write_text("notes of mine")
        self.assert_refused(self.bulk(self.inputs), "archive")
        self.assertEqual(self.archive.read_text(), "notes of mine")


if __name__ == "__main__":
    unittest.main(verbosity=2)
