#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A PDF open in Draw: draw_test.py GOUJI.OXT GOUJI FIXTURES. Frames stand at the cells that the program names, and go again."""
import json
import os
import pathlib
import re
import shutil
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


def turned(source, target):
    """The PDF with every page turned by 90 degrees: its page objects again, behind its end (PDF 32000 7.5.6)."""
    content = source.read_bytes()
    start = int(re.findall(rb"startxref\s+(\d+)", content)[-1])
    trailer = re.findall(rb"trailer\s*<<(.*?)>>\s*startxref", content, re.S)[-1]
    table = b"xref\n"
    for number, page in re.findall(rb"\n(\d+) 0 obj\s*(<<[^<>]*?/Type\s*/Page\b[^<>]*)>>\s*endobj", content):
        table += number + b" 1\n%010d 00000 n \n" % (len(content) + 1)
        content += b"\n" + number + b" 0 obj\n" + page + b"/Rotate 90>>\nendobj"
    target.write_bytes(content + b"\n" + table + b"trailer\n<<" + trailer + b"/Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (start, len(content) + 1))
    return target


def words_in(document, frame):
    """What Draw shows inside a frame."""
    number, x0, y0, x1, y1, _ = frame
    page = pages(document)[number - 1]
    inside = []
    for index in range(page.getCount()):
        shape = page.getByIndex(index)
        box = shape.BoundRect
        if x0 < box.X + box.Width / 2 < x1 and y0 < box.Y + box.Height / 2 < y1 and not shape.Name.startswith("gouji "):
            inside.append(shape.getString().strip() if hasattr(shape, "getString") else "")
    return [word for word in inside if word]


def test_what_is_framed(office):
    """Not by the program's word but by what Draw shows there, also on a page that is turned."""
    plain = FIXTURES / "000-wrong-cell" / "000-wrong-cell.pdf"
    for name, path in (("upright", plain), ("turned", turned(plain, office.folder / "turned.pdf"))):
        document = office.open(path) if path == plain else office.load(path.as_uri())
        report = json.loads(office.dispatch(document, "validate").Result)
        wide = pages(document)[0].Width > pages(document)[0].Height
        printed = [report["values"][finding["fields"][-1]]["raw"] for finding in report["findings"]]
        framed = [words_in(document, frame) for frame in sorted(frames(document), key=lambda f: f[5])]
        wanted = [[raw] for _, raw in sorted((f["message"], raw) for f, raw in zip(report["findings"], printed))]
        check(f"{name}: the frames are around the numbers they speak of", framed == wanted != [] and wide == (name == "turned"), f"{framed} {wanted}")
        document.close(True)


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


def test_replaced(office):
    """What is on the screen is what the file was when it was opened, whatever became of it."""
    wrong = FIXTURES / "000-wrong-cell" / "000-wrong-cell.pdf"
    file, newer = office.folder / "documents" / wrong.name, office.folder / "newer.pdf"
    shutil.copy(FIXTURES / "000-plain-soffice" / "000-plain-soffice.pdf", newer)
    document = office.open(wrong)
    newer.replace(file)
    event = office.dispatch(document, "validate")
    check("a PDF whose file was replaced before the first check gets a word", event.State == 0 and "replaced" in event.Result and frames(document) == [], event.Result[:300])
    document.close(True)

    document = office.load(file.as_uri())
    event = office.dispatch(document, "validate")
    check("opened again, the new file is checked", event.State == 1 and json.loads(event.Result)["findings"] == [], event.Result[:300])
    document.close(True)

    document = office.open(wrong)
    office.dispatch(document, "validate")
    marked = frames(document)
    with file.open("ab") as end:
        end.write(b"\n")
    event = office.dispatch(document, "validate")
    check("one whose file was written since the last check, too", event.State == 0 and "replaced" in event.Result and frames(document) == marked != [], event.Result[:300])
    file.unlink()
    event = office.dispatch(document, "validate")
    check("and one whose file is gone", event.State == 0 and "removed" in event.Result and frames(document) == marked, event.Result[:300])
    office.dispatch(document, "clear")
    check("whose frames can be cleared", frames(document) == [])
    document.close(True)


def test_prior(office):
    document = office.open(FIXTURES / "001-plain" / "001-plain.docx")
    answers = [office.dispatch(document, "validate", Prior=(FIXTURES / name / f"{name}{ending}").resolve().as_uri())
               for name, ending in (("000-plain", ".docx"), ("000-plain-soffice", ".pdf"))]
    found = [[f["rule"] for f in json.loads(event.Result)["findings"]] for event in answers]
    check("last year's report may be a PDF", answers[0].Result == answers[1].Result and any("prior" in rule or "stock" in rule for rule in found[1]), found)
    document.close(True)


def with_program(folder):
    with start_office(folder, EXTENSION, variables={"PATH": f"{PROGRAM.parent}:{os.environ['PATH']}"}) as office:
        test_frames(office)
        test_what_is_framed(office)
        test_refusals(office)
        test_replaced(office)
        test_prior(office)
        check("the office quits with status 0", office.quit() == 0)


if __name__ == "__main__":
    sys.exit(run_tests(with_program))
