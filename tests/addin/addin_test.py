#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The extension in a headless LibreOffice, with a profile of its own.

addin_test.py GOUJI.OXT GOUJI FIXTURES: installs the extension, opens every DOCX and ODT of the fixtures, validates, and holds
the answer against what the program says of the same file; then marks, undo, redo, clear, read-only, no report, quitting."""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import threading
import time

import uno
import unohelper
from com.sun.star.beans import PropertyValue
from com.sun.star.frame import XDispatchResultListener
from com.sun.star.util import URL

ANSWER_SECONDS = 30
START_SECONDS = 60
failures = []


def check(what, holds, detail=""):
    print(("ok   " if holds else "FAIL ") + what + (f": {detail}" if detail and not holds else ""), flush=True)
    if not holds:
        failures.append(what)


class Answer(unohelper.Base, XDispatchResultListener):
    def __init__(self):
        self.ready, self.event = threading.Event(), None

    def dispatchFinished(self, event):
        self.event = event
        self.ready.set()

    def disposing(self, event):
        pass


class Office:
    """A headless office with the extension, everything below one temporary folder."""

    def __init__(self, folder, extension):
        self.folder = folder
        environment = [f"-env:UserInstallation=file://{folder}/profile", f"-env:UNO_SHARED_PACKAGES_CACHE=file://{folder}/cache"]
        subprocess.run(["unopkg", "add", "--shared", "-f", "-s", *environment, extension], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        pipe = f"gouji{pathlib.Path(folder).name}"
        self.process = subprocess.Popen(["soffice", "--headless", "--norestore", "--nologo", *environment, f"--accept=pipe,name={pipe};urp"],
                                        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        for attempt in range(5 * START_SECONDS):
            try:
                self.context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
                break
            except Exception:
                if attempt + 1 == 5 * START_SECONDS:
                    raise
                time.sleep(0.2)
        self.desktop = self.make("com.sun.star.frame.Desktop")

    def make(self, service):
        return self.context.ServiceManager.createInstanceWithContext(service, self.context)

    def open(self, path, **options):
        """A copy of the file: a killed office leaves lock files behind."""
        copy = pathlib.Path(self.folder) / "documents" / path.name
        copy.parent.mkdir(exist_ok=True)
        shutil.copy(path, copy)
        return self.load(copy.as_uri(), **options)

    def load(self, url, **options):
        return self.desktop.loadComponentFromURL(url, "_blank", 0, tuple(value(k, v) for k, v in {"Hidden": True, **options}.items()))

    def dispatch(self, document, command, **arguments):
        url = URL()
        url.Complete = "vnd.gouji:" + command
        url = self.make("com.sun.star.util.URLTransformer").parseStrict(url)[1]
        target = document.getCurrentController().getFrame().queryDispatch(url, "_self", 0)
        answer = Answer()
        target.dispatchWithNotification(url, tuple(value(k, v) for k, v in arguments.items()), answer)
        if not answer.ready.wait(ANSWER_SECONDS):
            raise RuntimeError(f"{command}: no answer in {ANSWER_SECONDS} s")
        return answer.event

    def quit(self):
        try:
            self.desktop.terminate()
        except Exception:
            pass  # the bridge closes under the call
        return self.process.wait(START_SECONDS)


def value(name, content):
    pair = PropertyValue()
    pair.Name, pair.Value = name, content
    return pair


def comments(document):
    found = []
    fields = document.getTextFields().createEnumeration()
    while fields.hasMoreElements():
        field = fields.nextElement()
        if field.supportsService("com.sun.star.text.textfield.Annotation") and field.Author == "gouji":
            found.append((field.getAnchor().Cell.CellName, field.Content))
    return sorted(found)


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
    target = pathlib.Path(office.folder) / "saved.docx"
    document.storeToURL(target.as_uri(), (value("FilterName", "MS Word 2007 XML"),))
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
    target = pathlib.Path(office.folder) / "out.csv"
    office.dispatch(document, "export", File=target.as_uri())
    check("export writes the file", target.exists() and "requests.received.total" in target.read_text("utf-8"))
    document.close(True)


def main():
    extension, program, fixtures = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
    exported = subprocess.run(["nm", "-D", "--defined-only", pathlib.Path(extension).with_name("gouji.uno.so")], stdout=subprocess.PIPE, text=True).stdout.split("\n")
    names = sorted(line.split()[-1] for line in exported if " T " in line)
    check("the module exports its constructors and nothing else", names == ["gouji_commands"], names)
    with tempfile.TemporaryDirectory() as folder:
        office = Office(folder, extension)
        try:
            test_fixtures(office, program, fixtures)
            test_marks(office, fixtures)
            test_special(office, fixtures)
            check("the office quits with status 0", office.quit() == 0)
        finally:
            if office.process.poll() is None:
                subprocess.run(["pkill", "-KILL", "-f", f"UserInstallation=file://{folder}/"], check=False)
    print(f"{len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
