#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""DOC, RTF and WPS through an installed LibreOffice, two at once; one clear line where there is none. Exit status 77: not installed."""
import json
import pathlib
import shutil
import subprocess
import sys
import unittest

from program import HANGS, PLAIN, PROGRAM, ProgramTest, gouji

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
from bulk_runs import staying  # noqa: E402

OFFICE = shutil.which("soffice", path="/usr/bin:/usr/local/bin")
RTF = rb"{\rtf1\ansi\trowd\cellx2000\intbl a\cell\row\pard after\par}"


def values(report):
    return {field: value["value"] for field, value in report["values"].items()}


def traces(pid):
    """Working folders of a run, and processes that name one."""
    folders = [str(path) for path in pathlib.Path("/tmp").glob(f"gouji-{pid}-*")]
    for process in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            command = (process / "cmdline").read_bytes()
        except OSError:
            continue
        if f"gouji-{pid}-".encode() in command:
            folders.append(f"process {process.name}")
    return folders


def left_behind(pid):
    """The traces that do not go; a process that was killed takes its time to end."""
    return staying(lambda: traces(pid))


class WithoutOffice(ProgramTest):
    def test_one_line_says_what_to_install(self):
        report = self.file("report.rtf", RTF)
        if not OFFICE:
            self.assert_refused(gouji("convert", report), "libreoffice-writer")
            return
        # LibreOffice hidden behind an empty folder, for this run alone.
        hidden = ["unshare", "--map-root-user", "--mount", "sh", "-c",
                  'mount -t tmpfs none "$(dirname "$(dirname "$(readlink -f "$0")")")" && exec "$@"', OFFICE]
        if subprocess.run([*hidden, "true"], capture_output=True, check=False).returncode != 0:
            self.skipTest("no mount namespace of one's own here")
        done = subprocess.run([*hidden, PROGRAM, "convert", str(report)], capture_output=True, text=True, timeout=HANGS, check=False)
        self.assertEqual(done.returncode, 2, done.stderr)
        self.assertEqual(done.stdout, "")
        self.assertEqual(len(done.stderr.splitlines()), 1, done.stderr)
        self.assertIn("libreoffice-writer", done.stderr)


@unittest.skipUnless(OFFICE, "LibreOffice is not installed")
class WithOffice(ProgramTest):
    def made(self, kind, export_filter):
        """The plain report as LibreOffice stores it in an old format."""
        subprocess.run([OFFICE, f"-env:UserInstallation=file://{self.folder}/profile", "--headless", "--convert-to", f"{kind}:{export_filter}",
                        "--outdir", self.folder, PLAIN], check=True, capture_output=True, timeout=HANGS)
        return self.folder / f"{PLAIN.stem}.{kind}"

    def test_two_at_once_are_read_right_and_leave_nothing(self):
        doc, rtf = self.made("doc", "MS Word 97"), self.made("rtf", "Rich Text Format")
        wps, renamed = self.folder / "report.wps", self.folder / "report.docx"
        shutil.copy(doc, wps)  # WPS writes the container and the streams of Word 97
        shutil.copy(rtf, renamed)
        expected = values(json.loads(gouji("convert", PLAIN).out))
        # Not all four: a slow machine must be done with each of them before the program's own bound.
        for pair in ((doc, rtf), (wps, renamed)):
            runs = {path: subprocess.Popen([PROGRAM, "convert", path], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
                    for path in pair}
            for path, run in runs.items():
                with self.subTest(path.name):
                    out, err = run.communicate(timeout=HANGS)
                    self.assertEqual(run.returncode, 0, err)
                    report = json.loads(out)
                    self.assertEqual(report["source"]["format"], "rtf" if path in (rtf, renamed) else "doc")
                    self.assertEqual(values(report), expected)
                    self.assertEqual(left_behind(run.pid), [])


if __name__ == "__main__":
    result = unittest.main(exit=False, verbosity=2).result
    sys.exit(1 if not result.wasSuccessful() else 0 if OFFICE else 77)
