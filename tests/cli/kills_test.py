#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""kills_test.py GOUJI [KILLS [SEED]]: kill -9 of the parent and of workers at random moments of bulk runs.

Runs over generated reports are killed until KILLS (10) kills are spent, each time resumed with the same command;
every archive that comes out must print what that of an undisturbed run prints."""
import contextlib
import os
import pathlib
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
from bulk_runs import check, children, difference, exported, finish, outliving, run  # noqa: E402
from make_reports import make_reports  # noqa: E402

REPORTS_A_KILL = 40  # so that the run lasts until about the last kill


class Disturbed:
    """A bulk run that is killed again and again."""

    def __init__(self, gouji, inputs, archive, dice, mark):
        self.command = [gouji, "bulk", inputs, "-o", archive, "--quiet", "--jobs", "2"]
        self.archive, self.dice, self.mark = archive, dice, mark
        self.kills = {"parent": 0, "worker": 0}

    def start(self):
        return subprocess.Popen([str(a) for a in self.command], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                stderr=subprocess.DEVNULL, env={**os.environ, "GOUJI_TEST": self.mark})

    def finish(self, kills):
        """Runs to the end; at most `kills` kills on the way. Returns the exit status."""
        process = self.start()
        while sum(self.kills.values()) < kills:
            try:
                return process.wait(self.dice.uniform(0.02, 0.7))
            except subprocess.TimeoutExpired:
                pass
            workers = children(process.pid)
            if workers and self.dice.random() < 0.6:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(self.dice.choice(workers), signal.SIGKILL)
                    self.kills["worker"] += 1
            else:
                process.kill()
                process.wait()
                self.kills["parent"] += 1
                self.after_the_parent()
                process = self.start()
        return process.wait()

    def after_the_parent(self):
        left = outliving(self.mark)
        check(f"kill {sum(self.kills.values())} of the parent: no worker outlives it", left == [], left)
        if self.archive.exists():
            with contextlib.closing(sqlite3.connect(self.archive)) as database:
                said = database.execute("PRAGMA integrity_check").fetchall()
                said += database.execute("PRAGMA foreign_key_check").fetchall()
            check("the archive is whole", said == [("ok",)], said)


def main(gouji, kills="10", seed="1"):
    kills, seed = int(kills), int(seed)
    dice = random.Random(seed)
    with tempfile.TemporaryDirectory(prefix="gouji-kills-") as folder:
        folder = pathlib.Path(folder)
        inputs = folder / "in"
        make_reports(inputs, REPORTS_A_KILL * kills, seed)
        (inputs / "broken.docx").write_bytes(b"PK\3\4 and no more")
        (inputs / "empty.pdf").write_bytes(b"")
        calm = folder / "calm.db"
        check("the undisturbed run ends", run(gouji, "bulk", inputs, "-o", calm, "--quiet", "--jobs", 2).returncode == 3)
        reference = exported(gouji, calm)
        spent, archives = {"parent": 0, "worker": 0}, 0
        while sum(spent.values()) < kills:
            archives += 1
            archive = folder / f"disturbed{archives}.db"
            disturbed = Disturbed(gouji, inputs, archive, dice, f"gouji-kills-{os.getpid()}-{archives}")
            status = disturbed.finish(kills - sum(spent.values()))
            check("the disturbed run ends as the undisturbed one", status == 3, status)
            lines = exported(gouji, archive)
            check(f"archive {archives}, killed {disturbed.kills}, is that of the undisturbed run", lines == reference, difference(lines, reference))
            check("nothing is left running", outliving(disturbed.mark) == [])
            for who, count in disturbed.kills.items():
                spent[who] += count
        left = sorted(p.name for p in folder.iterdir() if p.name != "in" and p.suffix != ".db")
        check("nothing is left beside the archives", left == [], left)
        print(f"{spent['parent']} kills of the parent and {spent['worker']} of workers over {archives} run(s) of {REPORTS_A_KILL * kills + 2} inputs")
    finish()


if __name__ == "__main__":
    main(*sys.argv[1:])
