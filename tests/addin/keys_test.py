#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The extension by keyboard, and its dialogs: keys_test.py GOUJI.OXT GOUJI FIXTURES. The shortcut, every control of the panel by Tab,
findings by arrow keys and Enter, Set to N; Export and Compare as the windows they open, cancelled and used; Help."""
import json
import os
import pathlib
import sys
import time
import urllib.parse

from office import cell_saying, check, comments, run_tests, start_office
from window import active, cell_at_cursor, click, enter_display, focused, named, press, type_path, type_text, wait_for, wait_for_window

EXTENSION, _, FIXTURES = (pathlib.Path(p).resolve() for p in sys.argv[1:4])
REPORT = FIXTURES / "000-wrong-total" / "000-wrong-total.docx"
WEB_PAGE = FIXTURES / "001-zero-dash-unit" / "001-zero-dash-unit.html"
PRIOR = FIXTURES / "001-plain" / "001-plain.docx"
CONTROLS = [("push button", "Check again"), ("check box", "Check while typing"), ("tree", "Findings"), ("scroll pane", "Selected finding"),
            ("push button", "Set to 29"), ("push button", "Ignore once")]


class Walk:
    """Goes from control to control of a document's window."""

    def __init__(self, office, document):
        self.settle = lambda: office.settle(document)

    def reach(self, role, name, key, presses):
        """Presses the key until that control has the focus, never twice before the office has seen the first."""
        for _ in range(3 * presses):  # it goes round: one that was late is met again
            if focused(role, name):
                return
            press(key)
            self.settle()
            time.sleep(0.2)  # the focus is told a moment later
        raise RuntimeError(f"{key} does not reach {name}")

    def enter_panel(self):
        self.reach("panel", "Report findings", "shift+F6", 16)  # goes round menu, toolbars, sidebar, document

    def tab_to(self, role, name):
        self.reach(role, name, "Tab", len(CONTROLS) + 2)


def test_web_page(office):
    """Writer/Web: another module of the office, whose sidebar is hidden at first."""
    document = office.open(WEB_PAGE, Hidden=False)
    wait_for_window(office, document, "Validate report")
    check("the sidebar is hidden at first", not document.getCurrentController().getSidebar().isVisible())
    press("ctrl+alt+v")
    wait_for("the list", lambda: named("tree", "Findings: 3"))
    check("Ctrl+Alt+V validates a web page and brings the sidebar", len(comments(document)) == 3)
    close(document, "the web page")


def close(document, what):
    document.setModified(False)
    document.close(True)
    wait_for(f"{what} to close", lambda: named("menu", "Validate report") is None)


def test_keys(office, document):
    walk = Walk(office, document)
    wrong = cell_saying(document, "31")
    press("ctrl+alt+v")
    wait_for("the list", lambda: named("tree", "Findings: 4"))
    check("Ctrl+Alt+V validates", len(comments(document)) == 4)

    walk.enter_panel()
    walk.tab_to("tree", "Findings")
    before = cell_at_cursor(document)
    press("Down")
    wait_for("another cell", lambda: cell_at_cursor(document) not in (None, before))
    first = cell_at_cursor(document)
    press("Down")
    wait_for("another cell", lambda: cell_at_cursor(document) != first)
    check("arrow keys go from finding to finding, the focus stays in the list", focused("tree", "Findings") is not None)
    while cell_at_cursor(document) != wrong.CellName:
        here = cell_at_cursor(document)
        press("Up")
        wait_for("another cell", lambda: cell_at_cursor(document) != here)
    for role, name in CONTROLS:
        walk.tab_to(role, name)
    check("every control is reached by Tab", True)
    walk.tab_to("tree", "Findings")
    press("Return")
    wait_for("the focus in the document", lambda: not focused("tree", "Findings"))
    walk.settle()
    type_text("7")
    wait_for("what was typed", lambda: wrong.getString() == "731")
    check("Enter goes into the finding's cell", True)
    press("ctrl+z")
    wait_for("the cell as it was", lambda: wrong.getString() == "31")

    walk.enter_panel()
    walk.tab_to("push button", "Set to 29")
    press("space")
    wait_for("the number", lambda: wrong.getString() == "29")
    wait_for("an empty list", lambda: named("label", "Findings: 0"))
    check("Set to N is pressed by the space bar", comments(document) == [])
    document.getUndoManager().undo()
    press("ctrl+alt+v")
    wait_for("the findings", lambda: named("tree", "Findings: 4"))


def choose(entry, dialog):
    click("menu", "Validate report")
    click("menu item", entry)
    wait_for(f"the window {dialog}", lambda: active("file chooser", dialog))


def closed(office, document, dialog):
    wait_for(f"{dialog} to close", lambda: named("file chooser", dialog) is None)
    office.settle(document)


def test_export(office, document):
    title, target = "Export structured data", office.folder / "data.json"
    choose(title, title)
    press("Escape")
    closed(office, document, title)
    check("Export cancelled writes nothing and says nothing", list(office.folder.glob("*.json")) == [] and named("alert", "") is None)
    choose(title, title)
    press("ctrl+a")
    type_path(target)
    press("Return")
    closed(office, document, title)
    wait_for("the file", target.exists)
    exported, answer = json.loads(target.read_text("utf-8")), json.loads(office.dispatch(document, "export").Result)
    check("Export writes the document's data where it was told to", exported["values"] == answer["values"] and len(exported["findings"]) == 4)


def test_prior(office, document):
    title, marks = "Compare with last year’s report", comments(document)
    choose(title, title)
    press("Escape")
    closed(office, document, title)
    check("Compare cancelled leaves the marks as they are", comments(document) == marks)
    choose(title, title)
    type_path(PRIOR)  # a slash opens the chooser's field for a path
    press("Return")
    closed(office, document, title)
    check("the report that was chosen is compared with", wait_for("one finding more", lambda: named("tree", "Findings: 5")) is not None)


def test_help(opened):
    click("menu", "Validate report")
    click("menu item", "Help")
    wait_for("the browser", opened.exists)
    page = pathlib.Path(urllib.parse.unquote(opened.read_text("utf-8").strip().removeprefix("file://")))
    check("Help opens the page in the system's browser", page.name == "en-US.html" and page.is_file(), page)


def with_window(folder):
    opened = pathlib.Path(folder) / "opened"
    browser = pathlib.Path(folder) / "bin" / "xdg-open"
    browser.parent.mkdir()
    browser.write_text(f'#!/bin/sh\nprintf %s "$1" > "{opened}.new" && mv "{opened}.new" "{opened}"\n', "utf-8")
    browser.chmod(0o755)
    with start_office(folder, EXTENSION, visible=True, variables={"PATH": f"{browser.parent}:{os.environ['PATH']}"}) as office:
        test_web_page(office)
        document = office.open(REPORT, Hidden=False)
        wait_for_window(office, document, "Validate report")
        test_keys(office, document)
        test_export(office, document)
        test_prior(office, document)
        test_help(opened)
        close(document, "the report")
        check("the office quits with status 0", office.quit() == 0)


if __name__ == "__main__":
    enter_display(EXTENSION.parent)
    sys.exit(run_tests(with_window))
