# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the program as a user does: what the tests of the command line share."""
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

PROGRAM = os.environ["GOUJI_PROGRAM"]
ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
FIXTURES = ROOT / "fixtures"
PLAIN = FIXTURES / "000-plain" / "000-plain.docx"
PDF = FIXTURES / "000-plain-soffice" / "000-plain-soffice.pdf"
WRONG = FIXTURES / "000-wrong-total" / "000-wrong-total.docx"

# Seconds after which a program hangs; no machine is so slow and so busy that a sound one takes them.
HANGS = 600

# AddressSanitizer needs the address space whole and memory of its own: bounds have no effect there, and peaks no meaning.
needs_bounded_memory = unittest.skipIf(b"__asan_init" in pathlib.Path(PROGRAM).read_bytes(),
                                       "AddressSanitizer takes memory of its own")


class Done:
    """What a run left: exit status, standard output (bytes) and standard error (text)."""

    def __init__(self, process):
        self.status = process.returncode
        self.out = process.stdout
        self.err = process.stderr.decode(errors="surrogateescape")
        self.lines = self.err.splitlines()


def gouji(*arguments, locale="C", stdin=subprocess.DEVNULL, data=None, env=None, **more):
    """Runs it in a locale; ends the test when it hangs."""
    clean = {k: v for k, v in os.environ.items() if k not in ("LANG", "LC_MESSAGES", "GOUJI_LAYOUTS")}
    given = {"input": data} if data is not None else {"stdin": stdin}
    return Done(subprocess.run([PROGRAM, *map(os.fspath, arguments)], stdout=more.pop("stdout", subprocess.PIPE),
                               stderr=subprocess.PIPE, timeout=HANGS, check=False,
                               env={**clean, "LC_ALL": locale, **(env or {})}, **given, **more))


class ProgramTest(unittest.TestCase):
    """A test with a folder of its own, which must be as tidy afterwards as the test says."""

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="gouji-test-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def file(self, name, content=b""):
        path = self.folder / name
        path.write_bytes(content)
        return path

    def assert_refused(self, done, *words):
        """Exit status 2, nothing on standard output, one line that holds the words."""
        self.assertEqual(done.status, 2, done.err)
        self.assertIn(done.out, (b"", None))
        self.assertEqual(len(done.lines), 1, done.err)
        self.assertTrue(done.err.startswith("gouji: "), done.err)
        for word in words:
            self.assertIn(str(word), done.err)
