#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Marks in an open report, in both languages: addin_test.py GOUJI.OXT GOUJI FIXTURES. Validate, undo, redo, again, save and reopen,
clear; what the module exports; what measuring says of the time it takes."""
import json
import pathlib
import subprocess
import sys
import time

from office import SANITIZERS, cell_saying, check, comments, run_tests, start_office, values

EXTENSION, FIXTURES = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[3])
WRONG = FIXTURES / "000-wrong-total" / "000-wrong-total.docx"
MEASURED = 10


def test_marks(office):
    document = office.open(WRONG)
    report = json.loads(office.dispatch(document, "validate").Result)
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
    check("a second run that finds the same writes nothing", comments(document) == marked and list(undo.getAllUndoActionTitles()) == ["Validate report"])
    wrong = cell_saying(document, "31")
    wrong.setString("30")
    edited = comments(document)
    office.dispatch(document, "validate")
    changed = comments(document)
    check("one that finds something else replaces the first one's marks", len(changed) == len(marked) and not any("31" in words for _, words in changed), changed)
    undo.undo()
    check("as one undo step", comments(document) == edited)
    wrong.setString("31")
    office.dispatch(document, "validate")
    check("a second run has the first one's marks", comments(document) == marked)
    office.dispatch(document, "next")
    office.dispatch(document, "previous")
    saved = {name: office.save(document, f"saved.{name}", filter_name) for name, filter_name in (("docx", "MS Word 2007 XML"), ("odt", "writer8"))}
    office.dispatch(document, "clear")
    check("clear takes every mark", comments(document) == [])
    document.close(True)
    for name, path in saved.items():
        again = office.load(path.as_uri())
        check(f"marks are found again after saving as {name} and opening", comments(again) == marked)
        office.dispatch(again, "clear")
        check("and cleared", comments(again) == [])
        again.close(True)


def titles(office):
    """What the office shows of us: the menu and its entries, the deck of the sidebar."""
    provider = office.make("com.sun.star.configuration.ConfigurationProvider")

    def node(path):
        return provider.createInstanceWithArguments("com.sun.star.configuration.ConfigurationAccess", values(nodepath=path))

    menu = node("/org.openoffice.Office.Addons/AddonUI/OfficeMenuBar/org.gouji.menu")
    entries = menu.getByName("Submenu")
    decks = node("/org.openoffice.Office.UI.Sidebar/Content/DeckList")
    return [menu.getByName("Title")] + [entries.getByName(n).getByName("Title") for n in entries.getElementNames() if entries.getByName(n).getByName("Title")] \
        + [decks.getByName(n).getByName("Title") for n in decks.getElementNames() if "gouji" in n.lower()]


def measure(office):
    """Printed, not judged: another machine is another time."""
    document = office.open(WRONG)
    for _ in range(3):
        office.dispatch(document, "validate")
    taken, parts = [], []
    for _ in range(MEASURED):
        before = time.monotonic()
        office.dispatch(document, "validate")
        taken.append(1000 * (time.monotonic() - before))
        parts.append(json.loads(office.dispatch(document, "timing").Result))
    median = sorted(taken)[MEASURED // 2]
    inside = {name: sorted(p[name] for p in parts)[MEASURED // 2] for name in parts[0]}
    print(f"Validate on a report, median of {MEASURED}: {median:.0f} ms from dispatch to the answer, marks written; inside the office "
          + ", ".join(f"{name} {ms:.0f} ms" for name, ms in inside.items()))
    document.close(True)


def in_english(folder):
    with start_office(folder, EXTENSION) as office:
        test_marks(office)
        shown = titles(office)
        check("menu and deck are English", shown[0] == "Validate report" and all(t.isascii() or "…" in t for t in shown), shown)
        measure(office)
        check("the office quits with status 0", office.quit() == 0)


def in_chinese(folder):
    with start_office(folder, EXTENSION, language="zh-CN") as office:
        shown = titles(office)
        document = office.open(WRONG)
        office.dispatch(document, "validate")
        if document.getUndoManager().getAllUndoActionTitles()[0].isascii() and shown[0].isascii():
            print("SKIPPED: LibreOffice's Chinese (libreoffice-l10n-zh-cn) is not installed")
            return
        check("menu and deck are Chinese", shown[0] == "校验报告" and not any(t.isascii() for t in shown), shown)
        check("the undo step is Chinese", document.getUndoManager().getAllUndoActionTitles()[0] == "校验报告")
        check("comments are Chinese", all("应" in c or "计" in c for _, c in comments(document)) and comments(document) != [], comments(document))
        check("the office quits with status 0, a checked document open", office.quit() == 0)


def test_exports(_):
    if SANITIZERS:
        return  # they add their own
    listed = subprocess.run(["nm", "-DC", "--defined-only", EXTENSION.with_name("gouji.uno.so")], stdout=subprocess.PIPE, text=True, check=True).stdout.splitlines()
    symbols = [line.split(maxsplit=2)[1:] for line in listed]
    check("the module exports its constructors", [name for kind, name in symbols if kind == "T"] == ["gouji_commands", "gouji_load_watch", "gouji_panel_factory"], symbols)
    # Types by which exceptions are told apart, and templates that the standard library itself makes visible.
    other = [name for kind, name in symbols if kind != "T" and not name.startswith(("std::", "typeinfo ", "vtable for "))]
    check("and nothing of the libraries in it", other == [], other)


if __name__ == "__main__":
    sys.exit(run_tests(test_exports, in_english, in_chinese))
