#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A PDF open in Draw: draw_test.py GOUJI.OXT GOUJI FIXTURES. Frames stand at the cells that the program names, and go again."""
import functools
import json
import os
import pathlib
import subprocess
import sys

from office import check, run_tests, start_office

EXTENSION, PROGRAM, FIXTURES = sys.argv[1], pathlib.Path(sys.argv[2]).resolve(), pathlib.Path(sys.argv[3])
PER_POINT = 2540 / 72
LINE = 2  # 1/100 mm


def frames(document):
    """(page from 1, x0, y0, x1, y1 in 1/100 mm, description) of each of our frames; they stand above all that was imported."""
    found = []
    for number, page in enumerate(pages(document), 1):
        for index in reversed(range(page.getCount())):
            shape = page.getByIndex(index)
            if not shape.Name.startswith("gouji "):
                break
            at, size = shape.getPosition(), shape.getSize()
            found.append((number, at.X, at.Y, at.X + size.Width, at.Y + size.Height, shape.Description))
    return found


def pages(document):
    every = document.getDrawPages()
    return [every.getByIndex(i) for i in range(every.getCount())]


def state(document):
    """What marking must leave as it was: shapes of each page, undo list, modified flag."""
    return [page.getCount() for page in pages(document)], document.getUndoManager().getAllUndoActionTitles(), document.isModified()


def expected(path):
    """The same from what the program prints: the last field of a finding that has a place, else the sentence it quotes."""
    report = json.loads(subprocess.run([PROGRAM, "convert", path], stdout=subprocess.PIPE, env={"LC_ALL": "C.UTF-8"}, check=True).stdout)
    findings = json.loads(subprocess.run([PROGRAM, "validate", "--format", "json", path], stdout=subprocess.PIPE, env={"LC_ALL": "C.UTF-8"}).stdout)
    places = []
    for finding in findings["documents"][0]["findings"]:
        cells = [report["values"][field]["where"] for field in finding["fields"] if field in report["values"]]
        cells = [cell for cell in cells if cell and cell.get("page")][-1:] or [q for q in finding.get("quote_where", []) if q.get("page")][:1]
        places += [(cell["page"], *(v * PER_POINT for v in cell["box"]), finding["message"]) for cell in cells]
    return places


def matches(ours, theirs):
    return len(ours) == len(theirs) and all(a[0] == b[0] and a[5] == b[5] and all(abs(x - y) <= LINE for x, y in zip(a[1:5], b[1:5]))
                                            for a, b in zip(sorted(ours), sorted(theirs)))


def test_frames(office):
    files = sorted(FIXTURES.rglob("*.pdf"))
    check("there are PDF fixtures to open", len(files) > 10, len(files))
    drawn = 0
    for path in files:
        wanted = expected(path)
        document = office.open(path)
        before = state(document)
        event = office.dispatch(document, "validate")
        name = path.parent.name
        check(f"{name}: the program's answer", event.State == 1 and json.loads(event.Result)["format"] == "gouji-report/1", event.Result)
        ours = frames(document)
        drawn += len(ours)
        check(f"{name}: frames at the program's cells", matches(ours, wanted), f"{ours} {wanted}")
        check(f"{name}: no edit and no undo step", state(document)[1:] == before[1:] and not document.isModified())
        office.dispatch(document, "validate")
        check(f"{name}: a second run replaces the first", matches(frames(document), wanted))
        office.dispatch(document, "clear")
        check(f"{name}: cleared", frames(document) == [] and state(document) == before)
        document.close(True)
    check("some page has a frame", drawn > 5, drawn)


def test_refusals(office):
    pdf = FIXTURES / "000-wrong-cell" / "000-wrong-cell.pdf"
    document = office.open(pdf)
    document.setModified(True)
    event = office.dispatch(document, "validate")
    check("an edited PDF gets a word", event.State == 0 and "edited" in event.Result and frames(document) == [], event.Result)
    document.close(True)
    document = office.load("private:factory/sdraw")
    event = office.dispatch(document, "validate")
    check("a drawing that is no PDF gets a word", event.State == 0 and "not a PDF" in event.Result, event.Result)
    office.dispatch(document, "clear")
    office.dispatch(document, "next")
    document.close(True)
    document = office.open(FIXTURES / "000-wrong-total" / "000-wrong-total.docx")
    event = office.dispatch(document, "validate", Prior=pdf.resolve().as_uri())
    check("last year's report may be a PDF", event.State == 1 and "carry" in event.Result, event.Result[-500:])
    document.close(True)


def with_program(folder):
    with start_office(folder, EXTENSION, variables={"PATH": f"{PROGRAM.parent}:{os.environ['PATH']}"}) as office:
        test_frames(office)
        test_refusals(office)
        check("the office quits with status 0", office.quit() == 0)


if __name__ == "__main__":
    sys.exit(run_tests(with_program))
