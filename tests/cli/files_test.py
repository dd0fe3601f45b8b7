# SPDX-License-Identifier: GPL-3.0-or-later
"""Inputs and outputs of every kind: what is read, what is refused and how, what is left behind."""
import io
import json
import os
import resource
import stat
import subprocess
import unittest
import zipfile

from program import FIXTURES, HANGS, PDF, PLAIN, PROGRAM, ProgramTest, gouji, needs_bounded_memory


def package(*names):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return data.getvalue()


class Inputs(ProgramTest):
    def test_a_missing_file_is_named(self):
        self.assert_refused(gouji("convert", self.folder / "no.pdf"), "no.pdf", "no such file")

    def test_a_folder_is_no_document(self):
        self.assert_refused(gouji("convert", self.folder), self.folder, "folder")

    def test_a_device_is_no_document(self):
        for device in ("/dev/null", "/dev/zero"):
            self.assert_refused(gouji("convert", device), device, "device")

    def test_a_pipe_that_nobody_writes_to_ends_at_once(self):
        fifo = self.folder / "pipe"
        os.mkfifo(fifo)
        self.assert_refused(gouji("convert", fifo), "pipe")

    def test_a_pipe_that_somebody_writes_to_is_read(self):
        done = subprocess.run(["bash", "-c", '"$0" convert <(sleep 0.2; cat "$1")', PROGRAM, PLAIN], check=True,
                              stdout=subprocess.PIPE, timeout=HANGS)
        self.assertEqual(json.loads(done.stdout)["year"], 2023)

    def test_an_empty_file_is_told_apart(self):
        self.assert_refused(gouji("convert", self.file("empty.pdf")), "empty.pdf", "nothing in this file")

    def test_what_sites_send_in_place_of_a_document_is_refused(self):
        page = b"<!DOCTYPE html><html><body>404 Not Found</body></html>"
        self.assert_refused(gouji("convert", self.file("report.pdf", page)), "report.pdf", "another kind")
        self.assert_refused(gouji("convert", self.file("report.DOCX", b"only text\n")), "another kind")
        self.assertEqual(gouji("convert", self.file("page.html", page)).status, 0)
        self.assertEqual(gouji("convert", self.file("page.aspx", page)).status, 0)

    def test_a_form_is_read_under_any_name(self):
        self.assertEqual(gouji("convert", self.file("report.pdf", PLAIN.read_bytes())).status, 0)

    def test_a_file_without_permission_is_told(self):
        secret = self.file("secret.pdf", b"%PDF-1.4")
        secret.chmod(0)
        self.folder.chmod(0o755)
        if os.geteuid() != 0:
            self.assert_refused(gouji("convert", secret), "permission")
            return
        try:
            done = gouji("convert", secret, user="nobody", group="nogroup", extra_groups=[])
        except OSError:
            self.skipTest("no other user here, or the program stands where others cannot run it")
        self.assert_refused(done, "permission")

    def test_a_file_beyond_the_limit_is_refused_unread(self):
        huge = self.file("huge.pdf", b"%PDF-1.4\n")
        os.truncate(huge, 5 << 30)
        self.assert_refused(gouji("convert", huge), "MiB")

    def test_endless_standard_input_is_refused(self):
        with open("/dev/zero", "rb") as endless:
            self.assert_refused(gouji("convert", "-", stdin=endless), "MiB")

    def test_files_of_other_kinds_are_named(self):
        for name, content, word in (
                ("a.pdf", b"\xff\xd8\xff\xe0\x00\x10JFIF", "picture"),
                ("b.docx", package("[Content_Types].xml", "xl/workbook.xml"), "spreadsheet"),
                ("c.docx", package("[Content_Types].xml", "ppt/presentation.xml"), "presentation"),
                ("d.pdf", b"Rar!\x1a\x07\x01\x00", "archive"),
                ("e.pdf", b"\x7fELF\x02\x01\x01", "program"),
                ("f.pdf", bytes(range(128, 256)) * 9, "not a kind of document")):
            with self.subTest(name=name, word=word):
                self.assert_refused(gouji("convert", self.file(name, content)), name, word)

    def test_the_name_of_a_file_does_not_matter(self):
        renamed = self.file("report.doc", PLAIN.read_bytes())
        self.assertEqual(json.loads(gouji("convert", renamed).out)["source"]["format"], "docx")

    def test_cut_files_are_refused_or_read_but_never_crash(self):
        for source in (PLAIN, PDF):
            content = source.read_bytes()
            for part in (1, 3, 7, 9):
                done = gouji("convert", self.file("cut", content[:len(content) * part // 10]))
                self.assertIn(done.status, (0, 2), done.err)
                if done.status == 0:
                    json.loads(done.out)

    def test_standard_input_is_a_file_without_a_name(self):
        by_name, by_stdin = (json.loads(done.out) for done in
                             (gouji("convert", PLAIN), gouji("convert", "-", data=PLAIN.read_bytes())))
        self.assertEqual(by_stdin["source"].pop("name"), "-")
        by_name["source"].pop("name")
        self.assertEqual(by_name, by_stdin)

    def test_odd_file_names_are_read_and_told_on_one_line(self):
        for name in ("-f", "two words.docx", "line\nbreak.docx", "报告.docx", os.fsdecode(b"\xff\xfe.docx")):
            with self.subTest(name=name):
                path = self.file(name, PLAIN.read_bytes())
                done = gouji("convert", "--", path.name, cwd=self.folder)
                self.assertEqual(done.status, 0, done.err)
                json.loads(done.out.decode("utf-8"))
                path.write_bytes(b"")
                self.assert_refused(gouji("convert", "--", path.name, cwd=self.folder))


class Bounds(ProgramTest):
    """The kernel bounds what a document takes; here by less than the program's own bounds."""

    def validate_within(self, seconds):
        """Many documents, of which each is read in no time: on any machine more than all of it takes in that many seconds."""
        (self.folder / "a").symlink_to(PDF)
        return gouji("validate", *["a"] * 30_000, "-o", os.devnull, cwd=self.folder,
                     preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (seconds, 60)))

    def test_a_document_that_takes_too_long_ends_the_run_with_one_line(self):
        self.assert_refused(self.validate_within(1), "gouji: a: 1 s of processor time")

    def test_the_time_told_is_that_of_the_document_and_not_of_those_before_it(self):
        self.assert_refused(self.validate_within(2), "gouji: a: 1 s of processor time")

    @needs_bounded_memory
    def test_a_document_that_takes_too_much_memory_is_refused_with_its_name(self):
        large = self.file("large.txt", "政府信息公开\n".encode() * 2_000_000)
        done = gouji("convert", large, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (200 << 20, 200 << 20)))
        self.assert_refused(done, "large.txt", "not enough memory")


class Outputs(ProgramTest):
    def test_output_goes_to_the_file(self):
        out = self.folder / "out.json"
        done = gouji("convert", PLAIN, "-o", out)
        self.assertEqual((done.status, done.out), (0, b""), done.err)
        self.assertEqual(out.read_bytes(), gouji("convert", PLAIN).out)
        self.assertEqual([p.name for p in self.folder.iterdir()], ["out.json"])

    def test_output_ends_with_a_line_break(self):
        for command in (["convert", PLAIN], ["inspect", PLAIN], ["tables", PLAIN], ["layouts"],
                        ["convert", "--schema"], ["--help"], ["--version"]):
            with self.subTest(command=command):
                self.assertTrue(gouji(*command).out.endswith(b"\n"))

    def test_a_failure_leaves_an_old_output_alone(self):
        out = self.file("out.json", b"old")
        self.assert_refused(gouji("convert", self.file("empty"), "-o", out))
        self.assertEqual(out.read_bytes(), b"old")

    def test_an_old_output_keeps_its_permissions_and_a_link_its_target(self):
        out = self.file("out.json", b"old")
        out.chmod(0o640)
        link = self.folder / "link"
        link.symlink_to("out.json")
        self.assertEqual(gouji("convert", PLAIN, "-o", link).status, 0)
        self.assertTrue(link.is_symlink())
        self.assertEqual(stat.S_IMODE(out.stat().st_mode), 0o640)
        self.assertTrue(out.read_bytes().startswith(b"{"))

    def test_what_cannot_be_written_is_told(self):
        self.assert_refused(gouji("convert", PLAIN, "-o", self.folder), "folder")
        self.assert_refused(gouji("convert", PLAIN, "-o", self.folder / "no" / "out"), "cannot be written")
        with open("/dev/full", "wb") as full:
            self.assert_refused(gouji("convert", PLAIN, stdout=full), "cannot be written")

    def test_a_spreadsheet_is_not_sent_to_a_terminal(self):
        terminal, seen = os.openpty()
        try:
            self.assert_refused(gouji("convert", PLAIN, "--format", "xlsx", stdout=seen), "xlsx", "-o")
        finally:
            os.close(terminal)
            os.close(seen)
        out = gouji("convert", PLAIN, "--format", "xlsx").out
        self.assertIn("xl/workbook.xml", zipfile.ZipFile(io.BytesIO(out)).namelist())

    def test_every_format_of_every_command_is_written(self):
        for command, formats in (("convert", "json csv xlsx"), ("validate", "text json html"),
                                 ("inspect", "json svg"), ("tables", "json csv html xlsx")):
            for format_ in formats.split():
                with self.subTest(command=command, format=format_):
                    done = gouji(command, PDF, "--format", format_)
                    self.assertEqual(done.status, 0, done.err)
                    self.assertEqual(bool(done.out), format_ != "text")
        for stage in ("document", "tables", "match"):
            json.loads(gouji("inspect", PLAIN, "--stage", stage).out)
            self.assertIn(b"<svg", gouji("inspect", PDF, "--stage", stage, "--format", "svg", "--page", "2").out)
        self.assert_refused(gouji("inspect", PDF, "--format", "svg", "--page", "99"), "page 99")


class Validate(ProgramTest):
    WRONG = FIXTURES / "000-wrong-total" / "000-wrong-total.docx"

    def test_the_exit_status_tells_what_was_found(self):
        self.assertEqual(gouji("validate", PLAIN).status, 0)
        self.assertEqual(gouji("validate", PLAIN).out, b"")
        self.assertEqual(gouji("validate", self.WRONG).status, 1)
        self.assertEqual(gouji("validate", self.folder / "no").status, 2)

    def test_a_bad_file_does_not_stop_the_others(self):
        bad = self.file("bad.pdf", b"%PDF-1.4 nothing else")
        done = gouji("validate", self.folder / "no.pdf", self.WRONG, bad, PLAIN)
        self.assertEqual(done.status, 2)
        self.assertIn(b"requests.closed_total.total", done.out)
        self.assertIn("no.pdf", done.err)
        self.assertIn("bad.pdf", done.err)

    def test_a_document_without_a_report_is_not_called_right(self):
        page = self.file("page.html", "<html><body><p>今天天气很好。</p></body></html>".encode())
        self.assert_refused(gouji("validate", page), "page.html", "form")

    def test_cells_that_ran_together_into_text_are_refused_with_the_reason(self):
        text = self.file("page.txt", "某区2020年政府信息公开工作年度报告 规章007规范性文件7777166 三、本年度办理结果（一）予以公开6000017".encode())
        self.assert_refused(gouji("validate", text), "page.txt", "ran together")

    def test_last_year_must_be_a_report(self):
        self.assert_refused(gouji("validate", PLAIN, "--prior", self.folder / "no.pdf"), "no.pdf")


if __name__ == "__main__":
    unittest.main()
