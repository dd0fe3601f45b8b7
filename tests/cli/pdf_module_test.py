# SPDX-License-Identifier: GPL-3.0-or-later
"""Poppler is loaded when a PDF comes and not before; a program without it reads all else."""
import os
import pathlib
import shutil
import subprocess
import unittest

from program import HANGS, PDF, PLAIN, PROGRAM, ROOT, ProgramTest

MODULE = pathlib.Path(PROGRAM).with_name("gouji_pdf.so")


class PdfModule(ProgramTest):
    def setUp(self):
        super().setUp()
        (self.folder / "bin").mkdir()
        self.program = shutil.copy(PROGRAM, self.folder / "bin")

    def run_copy(self, *arguments, locale="C"):
        return subprocess.run([self.program, *map(os.fspath, arguments)], stdin=subprocess.DEVNULL, capture_output=True, timeout=HANGS,
                              check=False, text=True, env={**os.environ, "LC_ALL": locale, "GOUJI_LAYOUTS": str(ROOT / "layouts")})

    def install(self, content=None):
        place = self.folder / "lib" / "gouji"
        place.mkdir(parents=True)
        if content is None:
            shutil.copy(MODULE, place)
        else:
            (place / MODULE.name).write_bytes(content)

    def assert_pdf_refused(self, *words):
        for locale, language in (("C", "PDF files cannot be read"), ("zh_CN.UTF-8", "无法读取 PDF")):
            done = self.run_copy("convert", PDF, locale=locale)
            self.assertEqual((done.returncode, done.stdout, done.stderr.count("\n")), (2, "", 1), done.stderr)
            for word in (language, *words):
                self.assertIn(word, done.stderr)

    def test_a_missing_module_is_named_and_all_else_is_read(self):
        self.assert_pdf_refused(MODULE.name)
        self.assertEqual(self.run_copy("convert", PLAIN).returncode, 0)

    def test_a_module_that_cannot_be_loaded_is_told_with_the_reason(self):
        self.install(b"no library")
        self.assert_pdf_refused(MODULE.name, "too short", "libpoppler")

    def test_the_module_is_found_where_it_is_installed(self):
        self.install()
        self.assertEqual(self.run_copy("convert", PDF).returncode, 0)

    def test_a_missing_module_is_a_failure_of_each_pdf_in_bulk_too(self):
        done = self.run_copy("bulk", PDF, PLAIN, "-o", self.folder / "a.sqlite", "--progress", "none")
        self.assertEqual(done.returncode, 3, done.stderr)

    def test_poppler_is_not_loaded_for_other_documents(self):
        self.install()
        for document, loaded in ((PLAIN, False), (PDF, True)):
            done = subprocess.run([self.program, "convert", document], stdin=subprocess.DEVNULL, capture_output=True, timeout=HANGS,
                                  check=True, env={**os.environ, "LD_DEBUG": "files", "GOUJI_LAYOUTS": str(ROOT / "layouts")})
            self.assertEqual(b"libpoppler" in done.stderr, loaded)


if __name__ == "__main__":
    unittest.main()
