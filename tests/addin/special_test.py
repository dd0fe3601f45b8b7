#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents that are special, and what must never happen to a document: special_test.py GOUJI.OXT GOUJI FIXTURES."""
import json
import pathlib
import re
import sys

import uno
from com.sun.star.lang import IllegalArgumentException
from office import cells, check, comments, marks_of, run_tests, start_office

FIXTURES = pathlib.Path(sys.argv[3])
WRONG = FIXTURES / "000-wrong-total" / "000-wrong-total.docx"
NARRATIVE = FIXTURES / "004-narrative-mismatch" / "004-narrative-mismatch.docx"
FLAT = "OpenDocument Text Flat XML"


def findings(event):
    return len(json.loads(event.Result)["findings"]) if event.State == 1 else -1


def fills(document):
    """Background of every cell of every table, by table and cell."""
    tables = document.getTextTables()
    return {(i, name): tables.getByIndex(i).getCellByName(name).BackColor for i in range(tables.getCount()) for name in tables.getByIndex(i).getCellNames()}


def cell(document, table, name):
    return document.getTextTables().getByIndex(table - 1).getCellByName(name)


def test_read_only(office):
    document = office.open(WRONG, ReadOnly=True)
    before = fills(document)
    event = office.dispatch(document, "validate")
    check("a read-only document is checked and not written", findings(event) > 0 and comments(document) == [] and fills(document) == before and not document.isModified())
    office.dispatch(document, "clear")
    office.dispatch(document, "next")
    check("nor by the other commands", not document.isModified() and not document.getUndoManager().isUndoPossible())
    document.close(True)


def protect(document, cells):
    for at in cells:
        cell(document, *at).IsProtected = True


def test_protected(office):
    document = office.open(WRONG)
    expected = findings(office.dispatch(document, "validate"))
    marks = marks_of(document)
    marked = {(table, name) for table, name, _ in marks}
    protect(document, marked)
    office.dispatch(document, "validate")
    office.dispatch(document, "clear")
    check("what was marked before it was protected stays as it is", marks_of(document) == marks and findings(office.dispatch(document, "validate")) == expected)
    document.close(True)

    document = office.open(WRONG)
    protect(document, marked)
    before = fills(document)
    event = office.dispatch(document, "validate")
    check("protected cells are checked and not written", findings(event) == expected > 0 and comments(document) == [] and fills(document) == before)
    document.close(True)

    document = office.open(WRONG)
    body = document.getText().createTextCursor()
    body.gotoEnd(True)
    section = document.createInstance("com.sun.star.text.TextSection")
    document.getText().insertTextContent(body, section, True)
    section.IsProtected = True
    before = fills(document)
    event = office.dispatch(document, "validate")
    check("a protected section is checked and not written", findings(event) == expected and comments(document) == [] and fills(document) == before)
    document.close(True)


def test_tracked(office):
    document = office.open(WRONG)
    document.RecordChanges = True
    document.setModified(False)
    office.dispatch(document, "validate")
    document.getUndoManager().undo()
    check("with changes recorded, undo leaves no marks and no edit", comments(document) == [] and not document.isModified() and document.RecordChanges)
    office.dispatch(document, "validate")
    check("marks are no tracked changes", len(comments(document)) > 0 and not document.getRedlines().createEnumeration().hasMoreElements() and document.RecordChanges)
    office.dispatch(document, "clear")
    check("nor is clearing them", comments(document) == [] and not document.getRedlines().createEnumeration().hasMoreElements() and document.RecordChanges)
    document.RedlineProtectionKey = uno.ByteSequence(b"secret")
    event = office.dispatch(document, "validate")
    check("with the tracking itself protected nothing is written", findings(event) > 0 and comments(document) == [])
    document.close(True)


def test_fills(office):
    """LibreOffice offers these colours too, so a person may have used them."""
    document = office.open(WRONG)
    office.dispatch(document, "validate")
    marked = sorted({(table, name) for table, name, _ in marks_of(document)})
    check("a cell without a background gets one", all(cell(document, *at).BackColor != -1 for at in marked))
    office.dispatch(document, "clear")
    check("and loses it", all(cell(document, *at).BackColor == -1 for at in marked))
    for colour in (0xFFD7D7, 0xFFF5CE, 0xDEE6EF):
        cell(document, *marked[0]).BackColor = colour
        office.dispatch(document, "validate")
        office.dispatch(document, "clear")
        check(f"a background of {colour:x} that was there stays", cell(document, *marked[0]).BackColor == colour)
    document.close(True)


def test_two_severities(office):
    document = office.open(NARRATIVE)
    office.dispatch(document, "validate")
    (table, name, _), = marks_of(document)
    total, part = cell(document, table, name), cell(document, table, "G4")
    right, mild = part.getString(), total.BackColor

    def said():
        return sum(mark[:2] == (table, name) for mark in marks_of(document))

    part.setString("77")
    office.dispatch(document, "validate")
    check("an error that comes to a cell with a warning brings its colour", said() == 2 and total.BackColor not in (-1, mild), f"{said()} {total.BackColor:x}")
    part.setString(right)
    office.dispatch(document, "validate")
    check("and takes it along when it goes", said() == 1 and total.BackColor == mild, f"{said()} {total.BackColor:x}")
    part.setString("77")
    office.dispatch(document, "validate")
    office.dispatch(document, "next")
    office.dispatch(document, "ignore")
    check("also when it is ignored", said() == 1 and total.BackColor == mild, f"{said()} {total.BackColor:x}")
    document.close(True)


def test_many(office):
    document = office.open(WRONG)
    for number in cells(document):
        if number.getString().isdigit():
            number.setString("x")
    plain = fills(document)
    found = findings(office.dispatch(document, "validate"))
    check("of many findings a hundred are marked", found > 120 and len(comments(document)) == 100, f"{found} {len(comments(document))}")
    office.dispatch(document, "clear")
    check("and nothing of them is left when they are cleared", comments(document) == [] and fills(document) == plain)
    document.close(True)


def test_edited_since(office):
    """The list is of an earlier document."""
    document = office.open(WRONG)
    office.dispatch(document, "validate")
    office.dispatch(document, "next")
    cursor = document.getCurrentController().getViewCursor()
    wrong, table = cursor.Cell.CellName, cursor.TextTable
    document.getCurrentController().getViewCursor().gotoStart(False)
    table.getRows().insertByIndex(1, 2)
    office.settle(document)
    office.dispatch(document, "previous")
    office.dispatch(document, "next")
    moved = re.sub(r"\d+", lambda row: str(int(row[0]) + 2), wrong)
    at = document.getCurrentController().getViewCursor().Cell.CellName
    check("a finding is gone to where its row has moved", at == moved, f"{at} for {moved}")
    for old in list(document.getTextTables()):
        document.getText().removeTextContent(old)
    events = [office.dispatch(document, command) for command in ("next", "previous", "ignore", "clear")]
    check("findings in deleted tables are gone to nowhere", all(event.State == 1 for event in events), [event.Result for event in events])
    event = office.dispatch(document, "set")
    check("and not set", event.State == 0 and "No single number" in event.Result, event.Result)
    document.close(True)


def test_password(office):
    source = office.open(WRONG)
    expected = findings(office.dispatch(source, "validate"))
    office.dispatch(source, "clear")
    locked = office.save(source, "locked.odt", "writer8", Password="secret")
    source.close(True)
    document = office.load(locked.as_uri(), Password="secret")
    event = office.dispatch(document, "validate")
    check("a document behind a password is checked like any other", findings(event) == expected, event.Result[:300])
    document.close(True)


def test_without_report(office):
    document = office.load("private:factory/swriter")
    event = office.dispatch(document, "validate")
    check("a document without a report has no findings", event.State == 1 and json.loads(event.Result)["layout"] is None, event.Result)
    for command in ("next", "previous", "clear"):
        office.dispatch(document, command)
    check("and no undo step", not document.getUndoManager().isUndoPossible() and not document.isModified())
    document.close(True)


def test_elsewhere(office):
    """Calc and the Start Center: a word, nothing else."""
    for name in ("scalc", "sdraw", "simpress"):
        try:
            document = office.load(f"private:factory/{name}")
        except IllegalArgumentException:
            print(f"SKIPPED: {name} is not installed")
            continue
        events = [office.dispatch(document, command) for command in ("validate", "next", "previous", "clear", "export")]
        check(f"{name} gets a word", events[0].State == 0 and len(events[0].Result) > 10 and not document.isModified(), events[0].Result)
        document.close(True)
    frame = office.make("com.sun.star.frame.TaskCreator").createInstanceWithArguments(())
    start = office.context.ServiceManager.createInstanceWithArgumentsAndContext("com.sun.star.frame.StartModule", (frame.getContainerWindow(),), office.context)
    frame.setComponent(start, start)
    start.attachFrame(frame)
    event = office.dispatch_in(frame, "validate")
    check("the Start Center gets a word", event.State == 0 and len(event.Result) > 10, event.Result)
    frame.close(True)


def content(path):
    """A flat file without what the office itself writes anew: times and counts, window positions and, once anything was laid out,
    its own tables of characters that may not begin a line; and the random numbers of lists."""
    return re.sub(r'<office:(meta|settings)>.*?</office:\1>|(?<="list)[0-9]+(?=")', "", path.read_text("utf-8"), flags=re.S)


def paint_and_undo(document, cells):
    """What a person may do: gives cells a background, and takes it back."""
    undo = document.getUndoManager()
    undo.enterUndoContext("paint")
    for table, name in cells:
        cell(document, table, name).BackColor = 0xFFD7D7
    undo.leaveUndoContext()
    undo.undo()


def test_undo(office):
    """Undoing leaves nothing. Writer itself leaves one thing where a cell's background is undone, by whomever: a cell that said
    nothing of its background says "transparent". So the file must be that of a document where a person painted and undid."""
    for path in sorted(p for p in FIXTURES.rglob("*") if p.suffix in (".docx", ".odt", ".html")):
        document = office.open(path)
        name = path.parent.name
        before = content(office.save(document, "before.fodt", FLAT))
        office.dispatch(document, "validate")
        marked = {(table, cell) for table, cell, _ in marks_of(document)}
        if not marked:
            after = content(office.save(document, "after.fodt", FLAT))
            check(f"{name}: validated and nothing to mark, it is saved as before, byte for byte", after == before and not document.isModified())
            document.close(True)
            continue
        check(f"{name}: validating changes what is saved", content(office.save(document, "marked.fodt", FLAT)) != before)
        document.getUndoManager().undo()
        check(f"{name}: undone, it is not modified", not document.isModified())
        after = content(office.save(document, "after.fodt", FLAT))
        painted = [at for at in marked if cell(document, *at).BackColor == -1]
        document.close(True)
        document = office.open(path)
        paint_and_undo(document, painted)
        by_hand = content(office.save(document, "by_hand.fodt", FLAT))
        check(f"{name}: undone, it is saved as before, byte for byte", after == by_hand)
        document.close(True)


def with_office(folder):
    with start_office(folder, sys.argv[1]) as office:
        test_read_only(office)
        test_protected(office)
        test_tracked(office)
        test_fills(office)
        test_two_severities(office)
        test_many(office)
        test_edited_since(office)
        test_password(office)
        test_without_report(office)
        test_elsewhere(office)
        test_undo(office)
        check("the office quits with status 0", office.quit() == 0)


if __name__ == "__main__":
    sys.exit(run_tests(with_office))
