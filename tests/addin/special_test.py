#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents that are special, and what must never happen to a document: special_test.py GOUJI.OXT GOUJI FIXTURES."""
import json
import pathlib
import re
import sys

import uno
from com.sun.star.lang import IllegalArgumentException
from office import check, comments, run_tests, start_office

FIXTURES = pathlib.Path(sys.argv[3])
WRONG = FIXTURES / "000-wrong-total" / "000-wrong-total.docx"
FLAT = "OpenDocument Text Flat XML"


def findings(event):
    return len(json.loads(event.Result)["findings"]) if event.State == 1 else -1


def fills(document):
    """Background of every cell of every table, by table and cell."""
    tables = document.getTextTables()
    return {(i, name): tables.getByIndex(i).getCellByName(name).BackColor for i in range(tables.getCount()) for name in tables.getByIndex(i).getCellNames()}


def test_read_only(office):
    document = office.open(WRONG, ReadOnly=True)
    before = fills(document)
    event = office.dispatch(document, "validate")
    check("a read-only document is checked and not written", findings(event) > 0 and comments(document) == [] and fills(document) == before and not document.isModified())
    office.dispatch(document, "clear")
    office.dispatch(document, "next")
    check("nor by the other commands", not document.isModified() and not document.getUndoManager().isUndoPossible())
    document.close(True)


def test_protected(office):
    document = office.open(WRONG)
    expected = findings(office.dispatch(document, "validate"))
    marked = {cell for cell, _ in comments(document)}
    office.dispatch(document, "clear")
    for i in range(document.getTextTables().getCount()):
        table = document.getTextTables().getByIndex(i)
        for name in set(table.getCellNames()) & marked:
            table.getCellByName(name).IsProtected = True
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
    office.dispatch(document, "validate")
    check("marks are no tracked changes", len(comments(document)) > 0 and not document.getRedlines().createEnumeration().hasMoreElements() and document.RecordChanges)
    office.dispatch(document, "clear")
    check("nor is clearing them", comments(document) == [] and not document.getRedlines().createEnumeration().hasMoreElements() and document.RecordChanges)
    document.RedlineProtectionKey = uno.ByteSequence(b"secret")
    event = office.dispatch(document, "validate")
    check("with the tracking itself protected nothing is written", findings(event) > 0 and comments(document) == [])
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
    its own tables of characters that may not begin a line."""
    return re.sub(r"<office:(meta|settings)>.*?</office:\1>", "", path.read_text("utf-8"), flags=re.S)


def paint_and_undo(document, cells):
    """What a person may do: gives cells a background, and takes it back."""
    undo = document.getUndoManager()
    undo.enterUndoContext("paint")
    for table, name in cells:
        document.getTextTables().getByIndex(table).getCellByName(name).BackColor = 0xFFD7D7
    undo.leaveUndoContext()
    undo.undo()


def test_undo(office):
    """Undoing leaves nothing. Writer itself leaves one thing where a cell's background is undone, by whomever: a cell that said
    nothing of its background says "transparent". So the file must be that of a document where a person painted and undid."""
    for path in sorted(FIXTURES.rglob("*.docx"))[::8] + [WRONG] + sorted(FIXTURES.rglob("*.odt"))[:1]:
        document = office.open(path)
        name = path.parent.name
        before, plain = content(office.save(document, "before.fodt", FLAT)), fills(document)
        office.dispatch(document, "validate")
        painted = [cell for cell, colour in fills(document).items() if colour != plain[cell]]
        if not painted:
            after = content(office.save(document, "after.fodt", FLAT))
            check(f"{name}: validated and nothing to mark, it is saved as before, byte for byte", after == before and comments(document) == [])
            document.close(True)
            continue
        check(f"{name}: validating changes what is saved", content(office.save(document, "marked.fodt", FLAT)) != before)
        document.getUndoManager().undo()
        check(f"{name}: undone, it is not modified", not document.isModified())
        after = content(office.save(document, "after.fodt", FLAT))
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
        test_password(office)
        test_without_report(office)
        test_elsewhere(office)
        test_undo(office)
        check("the office quits with status 0", office.quit() == 0)


if __name__ == "__main__":
    sys.exit(run_tests(with_office))
