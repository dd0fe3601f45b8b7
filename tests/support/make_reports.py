#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""make_reports.py FOLDER COUNT [SEED]: many reports from the fixtures, with other numbers.

Numbers that fill a cell are multiplied by one factor a report, so that the sums hold where they held before;
in every third report one of them is then changed, so that some sum breaks. The text inside DOCX, ODT and web
pages is rewritten; PDFs keep their pages, as their fonts hold only the digits they print. Every file gets its
serial number in a comment: no two have the same content. The same seed makes the same files.
"""
import io
import pathlib
import random
import re
import sys
import zipfile

FIXTURES = pathlib.Path(__file__).resolve().parent.parent.parent / "fixtures"
KINDS = {".pdf": 4, ".docx": 3, ".html": 2, ".odt": 1}  # files of each kind in ten
PART = {".docx": "word/document.xml", ".odt": "content.xml"}
# Text between two tags that is one whole number; not the year of a heading.
CELL = re.compile(rb">([1-9][0-9]{0,4})(?=<)")


def other_numbers(text, dice):
    """The same text with other numbers in its cells."""
    factor = dice.randint(1, 9)
    cells = len(CELL.findall(text))
    wrong = dice.randrange(cells) if cells and dice.randrange(3) == 0 else -1
    seen = iter(range(cells))
    return CELL.sub(lambda m: b">%d" % (int(m[1]) * factor + (7 if next(seen) == wrong else 0)), text)


class Base:
    """One fixture, read once."""

    def __init__(self, path):
        self.suffix = path.suffix
        self.content = path.read_bytes()
        self.parts = []
        if self.suffix in PART:
            with zipfile.ZipFile(path) as package:
                self.parts = [(info.filename, package.read(info)) for info in package.infolist()]

    def variant(self, serial, dice):
        if self.suffix == ".pdf":
            return self.content + b"%% report %d\n" % serial
        mark = b"<!-- report %d -->" % serial
        if self.suffix == ".html":
            return other_numbers(self.content, dice) + mark
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
            for name, part in self.parts:
                if name == PART[self.suffix]:
                    part = other_numbers(part, dice) + mark
                # ODF wants its type first and stored.
                package.writestr(zipfile.ZipInfo(name), part, zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED)
        return out.getvalue()


def make_reports(folder, count, seed=1):
    """Writes `count` reports below `folder`, a thousand to a folder."""
    dice = random.Random(seed)
    bases = {kind: [] for kind in KINDS}
    for path in sorted(FIXTURES.glob("*/*")):
        if path.suffix in KINDS:
            bases[path.suffix].append(Base(path))
    kinds = [kind for kind, share in KINDS.items() for _ in range(share)]
    for serial in range(count):
        base = dice.choice(bases[kinds[serial % len(kinds)]])
        place = pathlib.Path(folder) / f"{serial // 1000:03}"
        place.mkdir(parents=True, exist_ok=True)
        (place / f"report-{serial:06}{base.suffix}").write_bytes(base.variant(serial, dice))


if __name__ == "__main__":
    make_reports(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 1)
