#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The extension in a headless LibreOffice, with a profile of its own.

addin_test.py GOUJI.OXT GOUJI FIXTURES: installs the extension, opens every DOCX and ODT of the fixtures, validates, and holds
the answer against what the program says of the same file; then marks, undo, redo, clear, read-only, no report, quitting."""
import json
import pathlib
import subprocess
import sys

from office import Office, check, comments, run_tests


def said(report):
    return [(f["rule"], f["severity"], f["fields"], f["message"], f.get("expected"), f.get("actual")) for f in report["findings"]]


def test_fixtures(office, program, fixtures):
    files = sorted(p for p in fixtures.rglob("*") if p.suffix in (".docx", ".odt"))
    check("there are fixtures to open", len(files) > 20, len(files))
    for path in files:
        document = office.open(path)
        event = office.dispatch(document, "validate")
        theirs = subprocess.run([program, "convert", path], stdout=subprocess.PIPE, env={"LC_ALL": "C.UTF-8"}, check=True).stdout
        ours, theirs = json.loads(event.Result), json.loads(theirs)
        check(f"{path.parent.name}: the program's findings", said(ours) == said(theirs), f"{[f[0] for f in said(ours)]} for {[f[0] for f in said(theirs)]}")
        numbers = [{k: (v["value"], v["state"]) for k, v in r["values"].items()} for r in (ours, theirs)]
        check(f"{path.parent.name}: the program's values", numbers[0] == numbers[1])
        document.close(True)


def test_marks(office, fixtures):
    document = office.open(fixtures / "000-wrong-total" / "000-wrong-total.docx")
    event = office.dispatch(document, "validate")
    report = json.loads(event.Result)
    named = {place["anchor"] for finding in report["findings"] for place in finding["where"]}
    marked = comments(document)
    check("every finding has its comment", sorted(c for _, c in marked) == sorted(f["message"] for f in report["findings"]))
    check("comments stand in named cells", {cell for cell, _ in marked} <= named, f"{marked} {named}")
    undo = document.getUndoManager()
    check("all marks are one undo step", list(undo.getAllUndoActionTitles()) == ["Validate report"], undo.getAllUndoActionTitles())
    undo.undo()
    check("undo takes every mark", comments(document) == [] and not document.isModified())
    undo.redo()
    check("redo brings them back", comments(document) == marked)
    office.dispatch(document, "validate")
    check("a second run replaces the first one's marks", comments(document) == marked)
    office.dispatch(document, "next")
    office.dispatch(document, "previous")
    target = office.save(document, "saved.docx", "MS Word 2007 XML")
    office.dispatch(document, "clear")
    check("clear takes every mark", comments(document) == [])
    document.close(True)
    again = office.load(target.as_uri())
    check("marks are found again after saving and opening", comments(again) == marked)
    office.dispatch(again, "clear")
    check("and cleared", comments(again) == [])
    again.close(True)


def test_special(office, fixtures):
    path = fixtures / "000-wrong-total" / "000-wrong-total.docx"
    document = office.open(path, ReadOnly=True)
    event = office.dispatch(document, "validate")
    check("a read-only document is checked and not written", len(json.loads(event.Result)["findings"]) > 0 and comments(document) == [] and not document.isModified())
    document.close(True)

    document = office.open(path)
    document.setPropertyValue("RecordChanges", True)
    office.dispatch(document, "validate")
    check("marks are no tracked changes", document.getRedlines().createEnumeration().hasMoreElements() is False and document.RecordChanges)
    document.close(True)

    document = office.load("private:factory/swriter")
    event = office.dispatch(document, "validate")
    check("a document without a report has no findings", event.State == 1 and json.loads(event.Result)["layout"] is None, event.Result)
    check("and no undo step", not document.getUndoManager().isUndoPossible())
    office.dispatch(document, "next")
    office.dispatch(document, "clear")
    document.close(True)

    document = office.open(path)
    target = office.folder / "out.csv"
    office.dispatch(document, "export", File=target.as_uri())
    check("export writes the file", target.exists() and "requests.received.total" in target.read_text("utf-8"))
    document.close(True)


def with_office(folder):
    extension, program, fixtures = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
    with Office(folder, extension) as office:
        test_fixtures(office, program, fixtures)
        test_marks(office, fixtures)
        test_special(office, fixtures)
        check("the office quits with status 0", office.quit() == 0)


def test_exports(_):
    exported = subprocess.run(["nm", "-D", "--defined-only", pathlib.Path(sys.argv[1]).with_name("gouji.uno.so")], stdout=subprocess.PIPE, text=True).stdout.split("\n")
    names = sorted(line.split()[-1] for line in exported if " T " in line)
    check("the module exports its constructors and nothing else", names == ["gouji_commands", "gouji_panel_factory"], names)


if __name__ == "__main__":
    sys.exit(run_tests(test_exports, with_office))
