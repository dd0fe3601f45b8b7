# SPDX-License-Identifier: GPL-3.0-or-later
"""gouji tables: every format as every output, hints, and documents of many pages."""
import json
import subprocess
import sys
import unittest
import zlib

from program import FIXTURES, HANGS, PDF, PLAIN, PROGRAM, ProgramTest, gouji, needs_bounded_memory


def printed(pages, rows=20, lines=True, padding=0):
    """A PDF with a table of `rows` x 4 on each page, words over it; columns begin at 50, 170, 290 and 410 points, rows 24
    points apart from 200 points below the top of the page of 600 x 820. `padding`: bytes that no page needs."""
    objects = [b"", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"]
    kids = []
    for page in range(pages):
        draw = [f"BT /F1 11 Tf 50 660 Td (Words that stand over the table of page {page} and go on.) Tj ET"]
        if lines:
            draw += [f"50 {620 - 24 * row} m 530 {620 - 24 * row} l S" for row in range(rows + 1)]
            draw += [f"{50 + 120 * column} 620 m {50 + 120 * column} {620 - 24 * rows} l S" for column in range(5)]
        for row in range(rows):
            draw += [f"BT /F1 10 Tf {55 + 120 * column} {604 - 24 * row} Td (p{page} r{row} c{column}) Tj ET" for column in range(4)]
        data = zlib.compress("\n".join(draw).encode())
        objects.append(b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(data), data))
        objects.append(b"<< /Type /Page /Parent 1 0 R /MediaBox [0 0 600 820] /Resources << /Font << /F1 2 0 R >> >> "
                       b"/Contents %d 0 R >>" % (len(objects) - 1))
        kids.append(b"%d 0 R" % (len(objects) - 1))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (pages, b" ".join(kids))
    objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (padding, bytes(padding)))
    objects.append(b"<< /Type /Catalog /Pages 1 0 R >>")
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects[1:], 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    xref = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % len(objects) + b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(out + b"trailer << /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects), len(objects) - 1, xref))


def tables(*arguments):
    """The tables as gouji's JSON has them."""
    return json.loads(gouji("tables", *arguments).out)["documents"][0]["tables"]


def texts(table):
    return [cell["text"] for cell in table["cells"]]


class Outputs(ProgramTest):
    def test_every_format_comes_as_every_output(self):
        documents = [PDF, PLAIN, *(sorted(FIXTURES.glob(f"*/*.{kind}"))[0] for kind in ("odt", "html", "mhtml", "txt")
                                   if sorted(FIXTURES.glob(f"*/*.{kind}")))]
        self.assertGreaterEqual(len(documents), 3)
        for document in documents:
            found = tables(document)
            self.assertTrue(found, document)
            for kind, begin in (("csv", None), ("html", b"<!DOCTYPE html>"), ("xlsx", b"PK\x03\x04")):
                with self.subTest(document=document.name, kind=kind):
                    done = gouji("tables", document, "--format", kind)
                    self.assertEqual(done.status, 0, done.err)
                    self.assertTrue(done.out.startswith(begin or b""))
                    if kind == "html":
                        self.assertEqual(done.out.count(b"<table"), len(found))


# A process inherits the peak of the one that starts it: a small one here. Prints exit status, MiB and seconds of processor time.
MEASURE = """
import os, sys
_, status, usage = os.wait4(os.spawnv(os.P_NOWAIT, sys.argv[1], sys.argv[1:]), 0)
print(os.waitstatus_to_exitcode(status), usage.ru_maxrss / 1024, usage.ru_utime + usage.ru_stime)
"""


@needs_bounded_memory
class Pages(ProgramTest):
    def peak(self, pages, padding=0):
        path = self.file(f"{pages}.pdf", printed(pages, padding=padding))
        done = subprocess.run([sys.executable, "-ISc", MEASURE, PROGRAM, "tables", path, "-o", self.folder / "out"],
                              stdout=subprocess.PIPE, check=True, timeout=HANGS)
        status, memory, seconds = map(float, done.stdout.split())
        self.assertEqual(status, 0)
        return memory, seconds

    def test_memory_does_not_grow_with_the_pages(self):
        few, many = self.peak(60), self.peak(1000)
        self.assertLess(many[0], few[0] + 12)
        # Eleven times as long; with time by the square of the pages it were 277 times.
        self.assertLess(many[1], 100 * few[1])

    def test_a_file_is_in_memory_once(self):
        megabytes = 64
        self.assertLess(self.peak(1, megabytes << 20)[0], self.peak(1)[0] + megabytes + 12)


class Hints(ProgramTest):
    def setUp(self):
        super().setUp()
        self.document = self.file("a.pdf", printed(6, rows=4))

    def test_pages_are_chosen(self):
        self.assertEqual([table["page"] for table in tables(self.document, "--pages", "5-,2")], [2, 5, 6])

    def test_an_area_is_all_that_is_looked_at(self):
        found = tables(self.document, "--pages", "1", "--area", "40,195,252,55")
        self.assertEqual(texts(found[0]), ["p0 r0 c0", "p0 r0 c1", "p0 r1 c0", "p0 r1 c1"])
        self.assertEqual(len(found), 1)

    def test_columns_part_the_text_where_they_are_told(self):
        loose = self.file("loose.pdf", printed(1, rows=4, lines=False))
        found = tables(loose, "--area", "40,195,500,100", "--columns", "290")
        self.assertEqual((found[0]["rows"], found[0]["columns"]), (4, 2))
        self.assertEqual(texts(found[0])[:2], ["p0 r0 c0 p0 r0 c1", "p0 r0 c2 p0 r0 c3"])
        self.assertNotIn("narrowest", " ".join(found[0]["reasons"]), "a told place is not doubted for its width")

    def test_only_drawn_tables_or_only_those_parted_by_white_space(self):
        loose = self.file("loose.pdf", printed(1, rows=8, lines=False))
        self.assertEqual(tables(loose, "--lattice"), [])
        self.assertEqual(len(tables(loose, "--stream")), 1)
        self.assertEqual(len(tables(self.document, "--lattice")), 6)

    def test_hints_that_make_no_sense_are_refused(self):
        for arguments, words in ((["--pages", "0"], ["--pages", "'0'"]), (["--pages", "3-1"], ["'3-1'"]), (["--pages", "a"], ["'a'"]),
                                 (["--pages", "1,,2"], ["'1,,2'"]), (["--pages", "4-9"], ["no page 9", "6"]),
                                 (["--area", "1,2,3"], ["--area", "'1,2,3'"]), (["--area", "1,2,0,5"], ["'1,2,0,5'"]),
                                 (["--area", "nan,1,1,1"], ["--area"]), (["--area", "900,0,10,10"], ["outside"]),
                                 (["--columns", "5,5"], ["--columns"]), (["--columns", "x"], ["'x'"]),
                                 (["--area", "10,10,50,50", "--columns", "70"], ["inside"]),
                                 (["--lattice", "--stream"], ["exclude"]), (["--lattice", "--columns", "50"], ["exclude"])):
            with self.subTest(arguments=arguments):
                self.assert_refused(gouji("tables", self.document, *arguments), *words)
        self.assert_refused(gouji("tables", PLAIN, "--pages", "1"), "docx", "no pages")


if __name__ == "__main__":
    unittest.main()
