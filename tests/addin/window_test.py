#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The extension in a real window: window_test.py GOUJI.OXT GOUJI FIXTURES. On an X server and a session bus of its own, with the mouse:
menu, Validate, panel, a click on a finding, Set to N, undo; places come from the accessibility tree, answers over a UNO pipe. In
Chinese and in English. Screenshots lie beside the extension afterwards."""
import pathlib
import sys

from office import cell_saying, cells, check, comments, run_tests, start_office
from window import cell_at_cursor, click, enter_display, focused, named, screenshot, type_text, wait_for, wait_for_window

EXTENSION, _, FIXTURES = (pathlib.Path(p).resolve() for p in sys.argv[1:4])
REPORT = FIXTURES / "000-wrong-total" / "000-wrong-total.docx"
TEXTS = {"zh-CN": {"menu": "校验报告", "deck": "校验结果", "validate": "校验", "list": "校验结果：4", "empty": "校验结果：0", "set": "改为29", "check": "重新校验", "live": "输入时自动校验",
                   "ignore": "忽略一次", "detail": "所选结果", "stale": "错误 3 项，警告 0 项，提示 1 项。文档此后已修改", "items": ["校验", "下一项", "上一项", "清除标记", "结果面板", "导出结构化数据…", "与上年报告比对…", "帮助"]},
         "en-US": {"menu": "Validate report", "deck": "Report findings", "validate": "Validate", "list": "Findings: 4", "empty": "Findings: 0", "set": "Set to 29", "check": "Check again",
                   "live": "Check while typing", "ignore": "Ignore once", "detail": "Selected finding", "stale": "3 errors, 0 warnings, 1 note. The document was edited since",
                   "items": ["Validate", "Next finding", "Previous finding", "Clear marks", "Findings panel", "Export structured data…", "Compare with last year’s report…", "Help"]}}


def test_window(language):
    texts = TEXTS[language]

    def test(folder):
        with start_office(folder, EXTENSION, language=language, visible=True) as office:
            document = office.open(REPORT, Hidden=False)
            wrong = cell_saying(document, "31")

            wait_for_window(office, document, texts["menu"])
            click("menu", texts["menu"])
            item = wait_for("the open menu", lambda: named("menu item", texts["validate"]))
            items = [child.name.split("(")[0] for child in item.parent if child.name]
            check(f"{language}: the menu's titles", items == texts["items"], items)
            screenshot(f"menu-{language}")
            click("menu item", texts["validate"])
            wait_for("marks", lambda: comments(document))
            check(f"{language}: the deck is shown under its title", wait_for("the deck", lambda: named("panel", texts["deck"])) is not None)
            tree = wait_for("the list", lambda: named("tree", texts["list"]))
            for role, text in (("push button", "check"), ("check box", "live"), ("scroll pane", "detail"), ("push button", "ignore")):
                check(f"{language}: {texts[text]} has its name", wait_for(texts[text], lambda: named(role, texts[text])) is not None)

            click("tree item", "31 → 29")
            wait_for("the cursor in the cell", lambda: cell_at_cursor(document) == wrong.CellName)
            check(f"{language}: a click on a finding puts the cursor into its cell", True)
            wait_for("the number that settles it", lambda: named("push button", texts["set"]))
            screenshot(f"panel-{language}")
            click("push button", texts["set"])
            wait_for("the number", lambda: wrong.getString() == "29")
            check(f"{language}: Set to N writes the number", True)
            check(f"{language}: the finding is gone from the list", wait_for("an empty list", lambda: named("label", texts["empty"])) is not None)
            check(f"{language}: and from the cells", comments(document) == [])
            document.getUndoManager().undo()
            check(f"{language}: one undo brings number and marks back", wrong.getString() == "31" and len(comments(document)) == 4)
            click("push button", texts["check"])
            wait_for("the findings", lambda: named("tree", texts["list"]))

            wrong.setString("29")
            check(f"{language}: an edit makes the list stale", wait_for("a stale list", lambda: named("label", texts["stale"])) is not None)
            marks = comments(document)
            click("check box", texts["live"])
            check(f"{language}: live checking renews the list", wait_for("an empty list", lambda: named("label", texts["empty"])) is not None)
            wrong.setString("30")
            check(f"{language}: at every pause", wait_for("findings", lambda: named("tree", texts["list"])) is not None)
            check(f"{language}: and leaves the marks alone", comments(document) == marks, comments(document))
            click("tree item", "29 ≠ 30")
            wait_for("the focus in the document", lambda: cell_at_cursor(document) and not focused("tree", texts["list"]))
            office.settle(document)
            type_text("7")
            wait_for("what was typed", lambda: document.isModified() and any("7" in c.getString() and "0" in c.getString() for c in cells(document)))
            check(f"{language}: what is typed after a click goes into the cell", True)

            document.setModified(False)
            document.close(True)
            check(f"{language}: the office quits with status 0", office.quit() == 0)

    return test


if __name__ == "__main__":
    enter_display(EXTENSION.parent)
    sys.exit(run_tests(test_window("zh-CN"), test_window("en-US")))
