#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""addin_bench.py GOUJI.OXT GOUJI FIXTURES [ROUNDS]: how long Validate takes in a warm office with a visible window, and what live
checking does to typing.

A validation, each after an edit that changes findings, list and marks: milliseconds from the command to the list and to the answer
with the marks written; for how much of it the main thread is held, by reading, listing and marking; and that thread's CPU time with
the painting that follows, which a busy machine leaves as it is. Typing: from a key to the letter in the document, with live checking
and without; keys come in bursts with pauses, so that checks fall between and on them. All are medians unless they say else."""
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "addin"))
from office import cells, start_office
from window import click, enter_display, named, press, wait_for

EXTENSION, _, FIXTURES = (pathlib.Path(p).resolve() for p in sys.argv[1:4])
ROUNDS = int(sys.argv[4]) if len(sys.argv) > 4 else 15
REPORTS = ("000-wrong-total", "001-plain", "002-duplicated-row", "2019-form")
WARM = 4
BURSTS, BURST, LIVE_SECONDS = 12, 8, 0.75  # a live check starts 0.6 s after a key


def main_thread_cpu(office):
    """CPU milliseconds of the office's main thread so far."""
    child = subprocess.run(["pgrep", "-g", str(office.process.pid), "-x", "soffice.bin"], stdout=subprocess.PIPE, text=True).stdout.split()[0]
    fields = pathlib.Path(f"/proc/{child}/task/{child}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")


def validate(office, name):
    document = office.open(FIXTURES / name / f"{name}.docx", Hidden=False)
    edited = next(c for c in cells(document)[100:] if c.getString().isdigit())
    for _ in range(WARM):
        office.dispatch(document, "validate")
    wait_for("the list", lambda: named("tree", "Findings"))
    answers, parts, before = [], [], main_thread_cpu(office)
    for number in range(ROUNDS):
        edited.setString(str(number))
        started = time.monotonic()
        event = office.dispatch(document, "validate")
        answers.append(1000 * (time.monotonic() - started))
        parts.append(json.loads(office.dispatch(document, "timing").Result))
        time.sleep(0.2)  # what is painted afterwards belongs to it
    cpu = (main_thread_cpu(office) - before) / ROUNDS
    findings = len(json.loads(event.Result)["findings"])
    medians = {part: statistics.median(p[part] for p in parts) for part in parts[0]}
    print(f"  {name:20} {findings:8} {medians['whole']:8.0f} {statistics.median(answers):8.0f} {medians['reading']:8.0f} {medians['listing']:8.0f} "
          f"{medians['marking']:8.0f} {medians['reading'] + medians['listing'] + medians['marking']:8.0f} {cpu:8.0f}", flush=True)
    document.setModified(False)
    document.close(True)


def key_to_letter(cell, key):
    """Milliseconds until what was typed is in the document."""
    before = cell.getString()
    started = time.monotonic()
    press(key)
    while cell.getString() == before:
        if time.monotonic() - started > 10:
            raise RuntimeError("the key does not arrive")
    return 1000 * (time.monotonic() - started)


def typing(document, live):
    cell = next(c for c in cells(document) if c.getString() in ("31", "29"))
    document.CurrentController.getViewCursor().gotoRange(cell.getStart(), False)
    document.CurrentController.getFrame().getComponentWindow().setFocus()
    taken = []
    for burst in range(BURSTS):
        for _ in range(BURST):
            taken.append(key_to_letter(cell, "7"))
            time.sleep(0.03)
        # Around the moment at which the pause is long enough, now before and now after it.
        time.sleep(LIVE_SECONDS - 0.2 + 0.03 * burst)
        for _ in range(BURST):
            taken.append(key_to_letter(cell, "BackSpace"))
            time.sleep(0.03)
    taken.sort()
    print(f"  live checking {'on ' if live else 'off'}  {statistics.median(taken):8.1f} {taken[int(len(taken) * 0.95)]:8.1f} {taken[-1]:8.1f}", flush=True)


def run(folder):
    with start_office(folder, EXTENSION, visible=True) as office:
        print(f"Validate, {ROUNDS} times each, ms\n  {'report':20} {'findings':>8} {'to list':>8} {'to marks':>8} {'reading':>8} {'listing':>8} {'marking':>8} {'held':>8} {'CPU':>8}")
        for name in REPORTS:
            validate(office, name)
        document = office.open(FIXTURES / REPORTS[0] / f"{REPORTS[0]}.docx", Hidden=False)
        office.dispatch(document, "validate")
        wait_for("the list", lambda: named("tree", "Findings"))
        print(f"From a key to the letter, ms\n  {'':17} {'median':>8} {'95 %':>8} {'slowest':>8}")
        typing(document, False)
        click("check box", "Check while typing")
        typing(document, True)
        document.setModified(False)
        document.close(True)
        office.quit()


if __name__ == "__main__":
    enter_display(EXTENSION.parent)
    with tempfile.TemporaryDirectory() as place:
        run(place)
