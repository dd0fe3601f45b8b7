#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What ends while a check is at work: documents, the program, the office. ending_test.py GOUJI.OXT GOUJI FIXTURES. A program that
waits for a word stands in for gouji, so that there is time to do something."""
import json
import os
import pathlib
import shutil
import sys

from office import check, comments, run_tests, start_office, wait_for

PROGRAM, FIXTURES = pathlib.Path(sys.argv[2]).resolve(), pathlib.Path(sys.argv[3])
REPORT = FIXTURES / "000-wrong-total" / "000-wrong-total.docx"
PDF = FIXTURES / "000-wrong-cell" / "000-wrong-cell.pdf"
PATIENT = """#!/bin/sh
echo $$ > "{folder}/pid"
until [ -e "{folder}/go" ]; do sleep 0.05; done
exec "{program}" "$@"
"""
SAYS_NO = """#!/bin/sh
echo "gouji: the file is too blue" >&2
exit 2
"""


class Script:
    """A `gouji` that is first on PATH."""

    def __init__(self, folder, text):
        self.folder = pathlib.Path(folder) / "bin"
        self.folder.mkdir()
        (self.folder / "gouji").write_text(text.format(folder=self.folder, program=PROGRAM) if text == PATIENT else text, "utf-8")
        (self.folder / "gouji").chmod(0o755)
        self.variables = {"PATH": f"{self.folder}:{os.environ['PATH']}"}

    def started(self):
        """Waits until it runs; its process."""
        return wait_for("the program", lambda: int((self.folder / "pid").read_text()))

    def go(self):
        (self.folder / "go").touch()

    def again(self):
        for name in ("go", "pid"):
            (self.folder / name).unlink(missing_ok=True)


def test_documents(office, script):
    document = office.open(REPORT)
    answer = office.start(document, "validate", Prior=PDF.resolve().as_uri())
    script.started()
    office.settle(document)
    check("the office works while the check does", not answer.ready.is_set())
    document.close(True)
    script.go()
    event = answer.wait()
    check("a document that was closed meanwhile gets a word", event.State == 0 and "closed" in event.Result, event.Result)

    script.again()
    document = office.open(REPORT)
    answer = office.start(document, "validate", Prior=PDF.resolve().as_uri())
    script.started()
    script.go()
    event = answer.wait()
    check("the next document is checked", event.State == 1 and len(comments(document)) > 0, event.Result[:300])
    document.close(True)

    script.again()
    document = office.open(REPORT)
    answer = office.start(document, "validate", Prior=PDF.resolve().as_uri())
    script.started()
    document.getTextTables().getByIndex(1).getCellByName("A1").setString("x")
    script.go()
    event = answer.wait()
    check("a document that was edited meanwhile gets a word and no marks", event.State == 0 and "changed" in event.Result and comments(document) == [], event.Result[:300])
    document.close(True)

    for how, word in (("closed", "closed"), ("edited", "changed"), ("replaced", "replaced")):
        script.again()
        document = office.open(PDF)
        answer = office.start(document, "validate")
        script.started()
        if how == "closed":
            document.close(True)
        elif how == "edited":
            document.setModified(True)
        else:
            shutil.copy(PDF, office.folder / "newer.pdf").replace(office.folder / "documents" / PDF.name)
        script.go()
        event = answer.wait()
        check(f"a PDF that was {how} meanwhile gets a word", event.State == 0 and word in event.Result, event.Result)
        if how != "closed":
            document.close(True)


def test_quit(office, script, path, **arguments):
    script.again()
    document = office.open(path)
    office.start(document, "validate", **arguments)
    child = script.started()
    status = office.quit()
    check(f"the office quits while the program works on {path.name}, with status 0", status == 0, status)
    check("and takes the program with it", wait_for("its end", lambda: not pathlib.Path(f"/proc/{child}").exists()))


def with_patient_program(folder):
    script = Script(folder, PATIENT)
    with start_office(folder, sys.argv[1], variables=script.variables) as office:
        test_documents(office, script)
        test_quit(office, script, PDF)
    with start_office(folder, sys.argv[1], variables=script.variables) as office:
        test_quit(office, script, REPORT, Prior=PDF.resolve().as_uri())


def with_failing_program(folder):
    script = Script(folder, SAYS_NO)
    with start_office(folder, sys.argv[1], variables=script.variables) as office:
        document = office.open(PDF)
        event = office.dispatch(document, "validate")
        check("why the program did not read it is passed on", event.State == 0 and "too blue" in event.Result, event.Result)
        document.close(True)
        document = office.open(REPORT)
        event = office.dispatch(document, "validate", Prior=PDF.resolve().as_uri())
        check("also of last year's report", event.State == 0 and "too blue" in event.Result and PDF.name in event.Result, event.Result)
        event = office.dispatch(document, "validate", Prior="file:///nowhere/at-all.docx")
        check("a missing file gets a word", event.State == 0 and "no such file" in event.Result, event.Result)
        event = office.dispatch(document, "validate")
        check("the report itself is checked all the same", event.State == 1 and json.loads(event.Result)["layout"] == "ogi-2021")
        check("the office quits with status 0 after a check", office.quit() == 0)


def without_program(folder):
    if any(os.access(f"{place}/gouji", os.X_OK) for place in ("/usr/bin", "/usr/local/bin")):
        print("SKIPPED: gouji is installed on this machine")
        return
    folders = [f for f in os.environ["PATH"].split(":") if f and not os.access(f"{f}/gouji", os.X_OK)]
    with start_office(folder, sys.argv[1], variables={"PATH": ":".join(folders)}) as office:
        document = office.open(PDF)
        event = office.dispatch(document, "validate")
        check("without the program a word says what to install", event.State == 0 and "install the package gouji" in event.Result, event.Result)
        document.close(True)
        check("the office quits with status 0", office.quit() == 0)


if __name__ == "__main__":
    sys.exit(run_tests(with_patient_program, with_failing_program, without_program))
