# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of bulk runs share: running, comparing, and looking for what is left behind."""
import os
import pathlib
import subprocess
import sys
import time

failures = []


def check(what, holds, detail=""):
    print(("ok   " if holds else "FAIL ") + what + (f": {detail}" if detail and not holds else ""), flush=True)
    if not holds:
        failures.append(what)
    return holds


def finish():
    print(f"{len(failures)} failed")
    sys.exit(1 if failures else 0)


def run(*arguments, timeout=600, **more):
    return subprocess.run([str(a) for a in arguments], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, timeout=timeout, check=False, **more)


def exported(gouji, archive):
    """The archive as JSON Lines: two archives of the same inputs are equal when these are."""
    return run(gouji, "export", archive, "-f", "jsonl").stdout


def difference(one, other):
    """The first lines that differ."""
    pairs = [(a[:200], b[:200]) for a, b in zip(one.splitlines(), other.splitlines()) if a != b]
    return f"{len(one.splitlines())} and {len(other.splitlines())} lines, {len(pairs)} differ {pairs[:1]}"


def marked(mark):
    """Processes with this entry in their environment: those that a test started, and theirs."""
    found = []
    for entry in pathlib.Path("/proc").iterdir():
        if not entry.name.isdigit() or int(entry.name) == os.getpid():
            continue
        try:
            if mark.encode() in (entry / "environ").read_bytes() and "Z" not in (entry / "stat").read_text().rsplit(")", 1)[1][:3]:
                found.append(int(entry.name))
        except OSError:
            pass
    return found


def staying(look):
    """What `look` still finds after it had all the time to go."""
    deadline = time.monotonic() + 120
    while (left := look()) and time.monotonic() < deadline:
        time.sleep(0.02)
    return left


def outliving(mark):
    """Marked processes that do not end."""
    return staying(lambda: marked(mark))


def children(parent):
    """The processes that `parent` started and that still run."""
    try:
        return [int(child) for child in pathlib.Path(f"/proc/{parent}/task/{parent}/children").read_text().split()]
    except OSError:
        return []
