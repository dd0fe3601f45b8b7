#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the commands do beside marking: commands_test.py GOUJI.OXT GOUJI FIXTURES. Export, last year's report, Set to N, Ignore once,
which commands are to be had when."""
import json
import pathlib
import re
import subprocess
import sys
import zipfile
from xml.etree import ElementTree

import uno
import unohelper
from com.sun.star.frame import XStatusListener

from office import cell_saying, check, comments, run_tests, start_office

EXTENSION, PROGRAM, FIXTURES = (pathlib.Path(p).resolve() for p in sys.argv[1:4])


def sheet_rows(path):
    """Every cell of a workbook, sheet by sheet, row by row, as text."""
    with zipfile.ZipFile(path) as book:
        name = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
        strings = ["".join(item.itertext()) for item in ElementTree.fromstring(book.read("xl/sharedStrings.xml"))]
        rows = []
        for sheet in sorted(n for n in book.namelist() if n.startswith("xl/worksheets/sheet")):
            for row in ElementTree.fromstring(book.read(sheet)).iter(name + "row"):
                cells = [(c.get("r"), c.get("t"), c.findtext(name + "v")) for c in row.iter(name + "c")]
                rows.append([(at, strings[int(v)] if kind == "s" else v) for at, kind, v in cells])
        return rows


def same_export(ending, ours, theirs):
    """Equal but for what tells the file: a document that is open has another format and no hash."""
    if ending == "json":
        ours, theirs = ({k: v for k, v in json.loads(f.read_text("utf-8")).items() if k != "source"} for f in (ours, theirs))
        return ours == theirs and list(ours) == list(theirs)
    if ending == "csv":
        return [line.split(",", 2)[2:] for line in ours.read_text("utf-8").splitlines()] == [line.split(",", 2)[2:] for line in theirs.read_text("utf-8").splitlines()]
    source = re.compile(r"^(.*\.docx|docx|writer|[0-9a-f]{64})?$")
    kept = [[[cell for cell in row if not source.match(cell[1] or "")] for row in sheet_rows(f)] for f in (ours, theirs)]
    return kept[0] == kept[1] and len(kept[0]) > 50


def test_export(office):
    for case in ("000-wrong-total", "003-zero-slash", "2019-form"):
        document = office.open(FIXTURES / case / f"{case}.docx")
        document.Text.insertString(document.Text.Start, "。", False)  # as it stands, not as it was saved
        saved = office.save(document, f"{case}.docx", "MS Word 2007 XML")
        for ending in ("json", "csv", "xlsx"):
            ours, theirs = office.folder / f"ours.{ending}", office.folder / f"theirs.{ending}"
            event = office.dispatch(document, "export", File=ours.as_uri())
            subprocess.run([PROGRAM, "convert", "--format", ending, "-o", theirs, saved], env={"LC_ALL": "C.UTF-8"}, check=True)
            check(f"{case}: exported {ending} is what convert writes", event.State == 1 and same_export(ending, ours, theirs))
        document.close(True)
    document = office.open(FIXTURES / case / f"{case}.docx")
    named = office.folder / "data.txt"
    office.dispatch(document, "export", File=named.as_uri(), FilterName="csv")
    check("FilterName decides over the file's ending", named.read_text("utf-8").count(",") > 1000)
    target, link = office.folder / "target.json", office.folder / "link.json"
    target.touch(mode=0o640)
    link.symlink_to(target)
    office.dispatch(document, "export", File=link.as_uri())
    check("a link stays one, what it leads to keeps its permissions", link.is_symlink() and target.stat().st_size > 1000 and target.stat().st_mode & 0o777 == 0o640)
    for name in ("data.pdf", "nowhere/data.json"):
        event = office.dispatch(document, "export", File=(office.folder / name).as_uri())
        check(f"export to {name} is refused with a word", event.State == 0 and len(event.Result) > 10 and not (office.folder / name).exists(), event.Result)
    document.close(True)


def test_prior(office):
    document = office.open(FIXTURES / "000-wrong-total" / "000-wrong-total.docx")
    plain = json.loads(office.dispatch(document, "validate").Result)
    for name in ("001-plain/001-plain.docx", "000-gov/000-gov.html"):
        event = office.dispatch(document, "prior", Prior=(FIXTURES / name).as_uri())
        more = [f["rule"] for f in json.loads(event.Result)["findings"]] if event.State else event.Result
        check(f"compared with {name}", event.State == 1 and len(more) > len(plain["findings"]), more)
    event = office.dispatch(document, "prior", Prior="file:///nowhere.docx")
    check("a report of last year that is not there gets a word", event.State == 0 and len(event.Result) > 10, event.Result)
    document.close(True)


def test_repair(office):
    document = office.open(FIXTURES / "000-wrong-total" / "000-wrong-total.docx")
    office.dispatch(document, "validate")
    undo, steps = document.getUndoManager(), len(document.getUndoManager().getAllUndoActionTitles())
    wrong = cell_saying(document, "31")
    office.dispatch(document, "next")
    report = json.loads(office.dispatch(document, "set").Result)
    check("Set to N writes the number", wrong.getString() == "29", wrong.getString())
    check("and the check that follows no longer finds it", report["findings"] == [] and comments(document) == [], report["findings"])
    check("in one undo step with its marks", len(undo.getAllUndoActionTitles()) == steps + 1 and undo.getCurrentUndoActionTitle() == "Set to 29")
    undo.undo()
    check("which brings number and marks back", wrong.getString() == "31" and len(comments(document)) == 4)
    event = office.dispatch(document, "set")
    check("nothing is set where no finding is chosen", event.State == 0 and wrong.getString() == "31")
    office.dispatch(document, "validate")
    office.dispatch(document, "next")
    wrong.setString("77")
    event = office.dispatch(document, "set")
    check("a cell that was changed since is not written", event.State == 0 and wrong.getString() == "77", event.Result)
    document.close(True)

    document = office.open(FIXTURES / "000-wrong-total" / "000-wrong-total.docx")
    office.dispatch(document, "validate")
    office.dispatch(document, "next")
    office.dispatch(document, "ignore")
    check("an ignored finding has no mark", len(comments(document)) == 3)
    document.getUndoManager().undo()
    check("until undo brings it back", len(comments(document)) == 4)
    document.close(True)


class Status(unohelper.Base, XStatusListener):
    def __init__(self):
        self.enabled = None

    def statusChanged(self, event):
        self.enabled = event.IsEnabled

    def disposing(self, event):
        pass


def test_status(office):
    document = office.open(FIXTURES / "000-wrong-total" / "000-wrong-total.docx")
    watched = {}
    for command in ("validate", "next", "previous", "clear", "panel", "export", "prior", "help"):
        url, target = office.target(document.getCurrentController().getFrame(), command)
        watched[command] = (target, url, Status())
        target.addStatusListener(watched[command][2], url)
    office.settle(document)
    off = lambda: sorted(c for c, (_, _, status) in watched.items() if status.enabled is not True)
    check("before the first check there is nothing to go to or to clear", off() == ["clear", "next", "previous"], off())
    office.dispatch(document, "validate")
    check("with findings all commands are to be had", off() == [], off())
    office.dispatch(document, "clear")
    check("without marks there is nothing to clear", off() == ["clear"], off())
    for target, url, status in watched.values():
        target.removeStatusListener(status, url)
    event = office.dispatch(document, "help")
    check("the help page is there", pathlib.Path(uno.fileUrlToSystemPath(event.Result)).is_file(), event.Result)
    document.close(True)


def everything(folder):
    with start_office(folder, EXTENSION) as office:
        test_export(office)
        test_prior(office)
        test_repair(office)
        test_status(office)


if __name__ == "__main__":
    sys.exit(run_tests(everything))
