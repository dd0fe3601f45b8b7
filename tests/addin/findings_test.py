#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The findings of the open document are those of the program: findings_test.py GOUJI.OXT GOUJI FIXTURES. For every DOCX, ODT and
web page of the fixtures, for what Writer saves of it as DOCX, ODT, DOC and RTF, and for a report typed by hand; cell for cell, and
so are the marks."""
import json
import os
import pathlib
import subprocess
import sys

from office import check, marks_of, run_tests, start_office

PROGRAM, FIXTURES = sys.argv[2], pathlib.Path(sys.argv[3])
FORMATS = {"docx": "MS Word 2007 XML", "odt": "writer8", "doc": "MS Word 97", "rtf": "Rich Text Format"}
OLD_CASES = ("000-wrong-total", "002-duplicated-row")  # each starts another LibreOffice


def program(*arguments):
    return json.loads(subprocess.run([PROGRAM, *arguments], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env={"LC_ALL": "C.UTF-8", "PATH": os.environ["PATH"]}).stdout)


def findings_of(report):
    """Rule, numbers, words and the cells that each finding names."""
    return [(f["rule"], f["severity"], f["fields"], f["message"], f.get("expected"), f.get("actual"),
             [(w["table"], w["row"], w["column"]) for w in f["where"]]) for f in report["findings"]]


def of_program(path):
    return findings_of(program("validate", "--format", "json", path)["documents"][0])


def values_of(report):
    return {field: (value["value"], value["state"]) for field, value in report["values"].items()}


def expected_marks(report):
    """A finding is marked at the last cell it names, where its sum is printed, or at the first place it quotes."""
    marks = []
    for finding in report["findings"]:
        cells = [report["values"][field]["where"] for field in finding["fields"] if field in report["values"]]
        cells = [cell for cell in cells if cell and cell.get("anchor")][-1:] or [q for q in finding["where"] if q.get("anchor")][:1]
        marks += [(cell["table"], cell["anchor"], finding["message"]) for cell in cells]
    return sorted(marks)


def test_fixtures(office):
    files = sorted(p for p in FIXTURES.rglob("*") if p.suffix in (".docx", ".odt", ".html"))
    check("there are fixtures to open", len(files) > 30, len(files))
    for path in files:
        name = path.parent.name
        document = office.open(path)
        event = office.dispatch(document, "validate")
        ours = json.loads(event.Result)
        check(f"{name}: the program's findings, cell for cell", findings_of(ours) == of_program(path), f"{findings_of(ours)} for {of_program(path)}")
        check(f"{name}: the program's values", values_of(ours) == values_of(program("convert", path)))
        check(f"{name}: marks on exactly those cells", marks_of(document) == expected_marks(ours), f"{marks_of(document)} for {expected_marks(ours)}")
        # With the marks in it: they are no part of the report.
        for ending in ("docx", "odt"):
            saved = office.save(document, f"saved.{ending}", FORMATS[ending])
            check(f"{name}: and of what Writer saves as {ending}", of_program(saved) == findings_of(ours), f"{of_program(saved)} for {findings_of(ours)}")
        exported = office.folder / "exported.json"
        office.dispatch(document, "export", File=exported.as_uri())
        exported = json.loads(exported.read_text("utf-8"))
        check(f"{name}: what is exported is what the program converts", values_of(exported) == values_of(program("convert", path)) and
              [f["message"] for f in exported["findings"]] == [f[3] for f in findings_of(ours)])
        document.close(True)


def test_old_formats(office):
    for name in OLD_CASES:
        document = office.open(next(p for p in (FIXTURES / name).iterdir() if p.suffix in (".docx", ".odt")))
        saved = [office.save(document, f"{name}.{ending}", FORMATS[ending]) for ending in ("doc", "rtf")]
        document.close(True)
        for path in saved:
            document = office.load(path.as_uri())
            ours = json.loads(office.dispatch(document, "validate").Result)
            check(f"{path.name}: the program's findings", findings_of(ours) == of_program(path) != [], f"{findings_of(ours)} for {of_program(path)}")
            check(f"{path.name}: marks on exactly those cells", marks_of(document) == expected_marks(ours) != [], f"{marks_of(document)} for {expected_marks(ours)}")
            document.close(True)


def type_by_hand(office, blocks):
    """A new document with these paragraphs and tables, made as a person would: a grid of equal cells, then merging."""
    document = office.load("private:factory/swriter")
    text = document.getText()
    cursor = text.createTextCursor()
    for block in blocks:
        cursor.gotoEnd(False)
        if "paragraph" in block:
            text.insertString(cursor, block["paragraph"] + "\n", False)
            continue
        table = document.createInstance("com.sun.star.text.TextTable")
        table.initialize(block["rows"], block["columns"])
        text.insertTextContent(cursor, table, False)
        names = [[name(c, r) for c in range(block["columns"])] for r in range(block["rows"])]
        for cell in block["cells"]:
            table.getCellByName(names[cell["r0"]][cell["c0"]]).setString(cell["text"])
        # From the end, so that the names of what comes before stay.
        for cell in reversed(block["cells"]):
            if (cell["r0"], cell["c0"]) != (cell["r1"], cell["c1"]):
                marked = table.createCursorByCellName(names[cell["r0"]][cell["c0"]])
                marked.gotoCellByName(names[cell["r1"]][cell["c1"]], True)
                marked.mergeRange()
    return document


def name(column, row):
    return (chr(ord("A") + column) if column < 26 else chr(ord("a") + column - 26)) + str(row + 1)


def test_typed(office):
    path = FIXTURES / "000-wrong-total" / "000-wrong-total.docx"
    document = type_by_hand(office, program("inspect", "--stage", "document", path)["flow"])
    ours = json.loads(office.dispatch(document, "validate").Result)
    check("a report typed by hand has the findings of the same report in a file", findings_of(ours) == of_program(path), f"{findings_of(ours)} for {of_program(path)}")
    saved = office.save(document, "typed.odt", FORMATS["odt"])
    check("and so has what is saved of it", findings_of(ours) == of_program(saved), of_program(saved))
    place = ours["findings"][0]["where"][-1]
    document.getTextTables().getByIndex(place["table"] - 1).getCellByName(place["anchor"]).setString("x")
    again = json.loads(office.dispatch(document, "validate").Result)
    check("an edit counts before it is saved", [f["where"][0]["anchor"] for f in again["findings"] if f["rule"] == "value.unreadable"] == [place["anchor"]], findings_of(again))
    document.close(True)


def with_office(folder):
    with start_office(folder, sys.argv[1]) as office:
        test_fixtures(office)
        test_old_formats(office)
        test_typed(office)
        check("the office quits with status 0", office.quit() == 0)


if __name__ == "__main__":
    sys.exit(run_tests(with_office))
