#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""gouji merge, as a law: whatever the parts hold and however often and in whatever order they are put together, one archive comes out.
GOUJI_SEED draws other parts."""
import contextlib
import os
import random
import shutil
import sqlite3
import unittest

from program import FIXTURES, ProgramTest, gouji

ROUNDS = 4
CASES = ("000-plain", "000-wrong-total", "001-plain", "002-odt", "000-gov", "2019-form", "002-wrong-balance", "000-missing-row")


def contents():
    """Documents that can be read and others that cannot, as bytes."""
    good = [path.read_bytes() for case in CASES for path in sorted((FIXTURES / case).glob("*.*")) if path.suffix != ".json"]
    return good + [good[0][:3000], good[1][:2000], b"", b"%PDF-1.4 and no more", b"PK\x05\x06" + bytes(18)]


def state(archive):
    """All that an archive says, without its runs and times."""
    lines = gouji("export", archive, "-f", "jsonl").out.splitlines()
    with contextlib.closing(sqlite3.connect(archive)) as database:
        said = database.execute("PRAGMA integrity_check").fetchall() + database.execute("PRAGMA foreign_key_check").fetchall()
        paths = database.execute(
            "SELECT s.path, s.bytes, s.modified, d.sha256, f.sha256, f.status, f.command, s.members FROM source s "
            "LEFT JOIN document d ON d.id=s.document LEFT JOIN failure f ON f.id=s.failure ORDER BY path").fetchall()
        alone = database.execute(
            "SELECT (SELECT count(*) FROM failure WHERE id NOT IN (SELECT failure FROM source WHERE failure IS NOT NULL)), "
            "(SELECT count(*) FROM document WHERE id NOT IN (SELECT document FROM source WHERE document IS NOT NULL))").fetchone()
    return said, lines, paths, alone


class MergeTest(ProgramTest):
    def test_merging_is_idempotent_and_free_of_order(self):
        seed = int(os.environ.get("GOUJI_SEED", "1"))
        dice = random.Random(seed)
        stock = contents()
        for number in range(ROUNDS):
            parts = [self.make_part(dice, stock, number, part) for part in range(4)]
            merged = []
            for way in range(4):
                order = parts + dice.choices(parts, k=2)
                dice.shuffle(order)
                archive = self.folder / f"{number}-{way}.db"
                cut = dice.randrange(1, len(order))  # in two goes
                for some in (order[:cut], order[cut:]):
                    done = gouji("merge", *some, "-o", archive)
                    self.assertEqual(done.status, 0, done.err)
                merged.append(state(archive))
            nested = self.folder / f"{number}-nested.db"
            gouji("merge", self.folder / f"{number}-0.db", self.folder / f"{number}-1.db", "-o", nested)
            merged.append(state(nested))
            self.assertEqual(merged[0][0], [("ok",)])
            for other in merged[1:]:
                self.assertEqual(merged[0], other, f"seed {seed}, round {number}")
            self.assertEqual(merged[0][3], (0, 0), "a failure or a document that no path leads to")

    def test_a_part_that_is_missing_or_the_archive_itself(self):
        parts = self.folder / "parts"
        parts.mkdir()
        gouji("bulk", FIXTURES / "000-plain", "-o", parts / "1.db", "--quiet")
        made = parts / "all.db"
        done = gouji("merge", parts / "1.db", parts / "2.db", "-o", made)
        self.assert_refused(done, "2.db: there is no such archive")
        self.assertFalse(made.exists())
        for _ in range(2):  # "parts/*.db", when it holds the archive, too
            done = gouji("merge", *sorted(parts.iterdir()), "-o", made)
            self.assertEqual(done.status, 0, done.err)
        self.assertEqual(state(made)[1:], state(parts / "1.db")[1:])

    def make_part(self, dice, stock, number, part):
        """An archive of files some of which other parts have too: under the same path with the same or another content, or another path."""
        inputs = self.folder / "in"
        shutil.rmtree(inputs, ignore_errors=True)
        inputs.mkdir()
        for name in dice.sample(range(12), 7):
            path = inputs / f"{name}.docx"
            kind = dice.random()
            if kind < 0.1:
                path.mkdir()
                (path / "inside.docx").write_bytes(dice.choice(stock))
                continue
            if kind < 0.2:
                path.symlink_to("nowhere")
                continue
            path.write_bytes(dice.choice(stock))
            day = dice.choice((1, 2)) * 1_600_000_000
            os.utime(path, (day, day))
        archive = self.folder / f"{number}-part{part}.db"
        gouji("bulk", inputs, "-o", archive, "--quiet", *(["--prior"] if dice.random() < 0.3 else []))
        return archive


if __name__ == "__main__":
    unittest.main(verbosity=2)
