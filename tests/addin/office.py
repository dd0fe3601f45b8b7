#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A LibreOffice with the extension, for the tests: everything it writes lies below one temporary folder."""
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import threading
import time

import uno
import unohelper
from com.sun.star.beans import PropertyValue
from com.sun.star.frame import XDispatchResultListener
from com.sun.star.util import URL

PATIENCE_SECONDS = 60  # for what takes a moment: only what never happens takes as long
RESTART = 81  # soffice.bin on a fresh profile: it is to be started again
SANITIZERS = os.environ.get("GOUJI_SANITIZERS", "")
failures = []


def check(what, holds, detail=""):
    print(("ok   " if holds else "FAIL ") + what + (f": {detail}" if detail != "" and not holds else ""), flush=True)
    if not holds:
        failures.append(what)


def wait_for(what, find, seconds=PATIENCE_SECONDS):
    """What `find` gives as soon as it gives something."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            found = find()
        except Exception:  # what is looked at changes meanwhile
            found = None
        if found:
            return found
        time.sleep(0.1)
    raise TimeoutError(f"not seen in {seconds} s: {what}")


class Answer(unohelper.Base, XDispatchResultListener):
    """What a notifying dispatch will say."""

    def __init__(self, process):
        self.ready, self.event, self.process = threading.Event(), None, process

    def dispatchFinished(self, event):
        self.event = event
        self.ready.set()

    def disposing(self, event):
        pass

    def wait(self):
        for _ in range(10 * PATIENCE_SECONDS):
            if self.ready.wait(0.1):
                return self.event
            if self.process.poll() is not None:
                raise RuntimeError(f"the office ended with status {self.process.returncode}")
        raise RuntimeError(f"no answer in {PATIENCE_SECONDS} s")


class Office:
    """A running office: `command` starts it, `accept` says how to reach it, `variables` are added to its environment."""

    def __init__(self, folder, command, accept, variables=None):
        self.folder = pathlib.Path(folder)
        self.errors = open(self.folder / "errors", "wb")
        self.command = [*command, "--norestore", "--nologo", f"--accept={accept};urp"]
        self.environment = {**os.environ, **(variables or {})}
        self.launch()
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        started = time.monotonic()
        while True:
            try:
                self.context = resolver.resolve(f"uno:{accept};urp;StarOffice.ComponentContext")
                break
            except Exception:
                if self.process.poll() == RESTART:
                    self.launch()
                elif time.monotonic() - started > PATIENCE_SECONDS or self.process.poll() is not None:
                    self.kill()
                    raise
                time.sleep(0.1)
        self.desktop = self.make("com.sun.star.frame.Desktop")

    def launch(self):
        self.process = subprocess.Popen(self.command, stdin=subprocess.DEVNULL, stdout=self.errors, stderr=self.errors, env=self.environment, start_new_session=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.kill()
        said = (self.folder / "errors").read_text("utf-8", "replace")
        if "Sanitizer" in said or "runtime error" in said:
            check("the sanitizers are silent", False, said[:4000])

    def kill(self):
        """Everything that was started here and is still there."""
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        self.process.wait()
        self.errors.close()

    def make(self, service):
        return self.context.ServiceManager.createInstanceWithContext(service, self.context)

    def open(self, path, **options):
        """A copy of the file: a killed office leaves lock files behind."""
        copy = self.folder / "documents" / path.name
        copy.parent.mkdir(exist_ok=True)
        shutil.copy(path, copy)
        return self.load(copy.as_uri(), **options)

    def load(self, url, **options):
        """On the main thread, as when a person opens a file: GTK's own loop, run by another thread, may wait for ever."""
        return self.desktop.loadComponentFromURL(url, "_blank", 0, values(**{"Hidden": True, "OnMainThread": True, **options}))

    def save(self, document, name, filter_name, **options):
        """Stores a copy in a format; its path."""
        target = self.folder / name
        document.storeToURL(target.as_uri(), values(FilterName=filter_name, **options))
        return target

    def target(self, frame, command):
        """The command's URL, and what answers to it in this frame."""
        url = URL()
        url.Complete = "vnd.gouji:" + command
        url = self.make("com.sun.star.util.URLTransformer").parseStrict(url)[1]
        return url, frame.queryDispatch(url, "_self", 0)

    def start(self, document, command, **arguments):
        """Dispatches in the document's window and does not wait."""
        return self.start_in(document.getCurrentController().getFrame(), command, **arguments)

    def start_in(self, frame, command, **arguments):
        url, target = self.target(frame, command)
        answer = Answer(self.process)
        target.dispatchWithNotification(url, values(**arguments), answer)
        return answer

    def dispatch(self, document, command, **arguments):
        return self.start(document, command, **arguments).wait()

    def settle(self, document):
        """What was posted to the office's main thread before, by events and by listeners, has happened."""
        for _ in range(2):  # the first may post a second
            self.dispatch(document, "timing")

    def dispatch_in(self, frame, command, **arguments):
        return self.start_in(frame, command, **arguments).wait()

    def quit(self):
        """Ends it as the menu does; its exit status."""
        try:
            self.desktop.terminate()
        except Exception:
            pass  # the bridge closes under the call
        return self.process.wait(PATIENCE_SECONDS)


def start_office(folder, extension, language="en-US", variables=None, visible=False):
    """An office with the extension and a profile of its own; `language` is its user interface's. With GOUJI_SANITIZERS, the paths
    of their libraries, the extension was built with them: they must be loaded before the office, which knows nothing of them."""
    folder = pathlib.Path(folder)
    command = ["soffice"] if visible else ["soffice", "--headless"]
    if SANITIZERS:
        command = ["/usr/lib/libreoffice/program/soffice.bin", "--headless"]
        variables = {**(variables or {}), "LD_PRELOAD": SANITIZERS, "UBSAN_OPTIONS": "print_stacktrace=1",
                     "ASAN_OPTIONS": "detect_leaks=0:handle_segv=0:alloc_dealloc_mismatch=0"}
    places = [f"-env:UserInstallation=file://{folder}/profile", f"-env:UNO_SHARED_PACKAGES_CACHE=file://{folder}/cache"]
    subprocess.run(["unopkg", "add", "--shared", "-f", "-s", *places, extension], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    settings = folder / "profile/user/registrymodifications.xcu"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text(SETTINGS.replace("LANGUAGE", language), "utf-8")
    return Office(folder, [*command, *places], f"pipe,name=gouji{folder.name}", variables)


SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Linguistic/General"><prop oor:name="UILocale" oor:op="fuse"><value>LANGUAGE</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Misc"><prop oor:name="ShowTipOfTheDay" oor:op="fuse"><value>false</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Misc"><prop oor:name="FirstRun" oor:op="fuse"><value>false</value></prop></item>
</oor:items>
"""


def values(**named):
    pairs = []
    for name, content in named.items():
        pair = PropertyValue()
        pair.Name, pair.Value = name, content
        pairs.append(pair)
    return tuple(pairs)


def marks_of(document):
    """(table from 1, cell, words) of every comment of ours."""
    tables = [table.Name for table in document.getTextTables()]
    found = []
    for field in document.getTextFields():
        if field.supportsService("com.sun.star.text.textfield.Annotation") and field.Author == "gouji":
            anchor = field.getAnchor()
            found.append((tables.index(anchor.TextTable.Name) + 1, anchor.Cell.CellName, field.Content))
    return sorted(found)


def comments(document):
    """The marks as (cell, words)."""
    return sorted((cell, words) for _, cell, words in marks_of(document))


def cells(document):
    """Every cell of every table."""
    return [table.getCellByName(name) for table in document.getTextTables() for name in table.getCellNames()]


def cell_saying(document, text):
    return next(cell for cell in cells(document) if cell.getString() == text)


def run_tests(*tests):
    """Runs each on a folder of its own; the exit status of the test program."""
    for test in tests:
        with tempfile.TemporaryDirectory() as folder:
            test(folder)
    print(f"{len(failures)} failed")
    return 1 if failures else 0
