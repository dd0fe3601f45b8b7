#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A window that nobody else uses, for the tests: an X server and a session bus of its own, the mouse and the keys of xdotool, places
and names from the accessibility tree."""
import os
import shutil
import subprocess
import sys
import time

import office

try:
    import pyatspi
except ImportError:
    pyatspi = None

NEEDED = ("Xvfb", "openbox", "xdotool", "dbus-run-session", "import")
SKIPPED = 77
screenshots = None  # the folder for them


def enter_display(folder):
    """Starts this program once more inside a display and ends with its status; returns in there. Screenshots go to `folder`."""
    global screenshots
    screenshots = folder
    if "GOUJI_WINDOW" in os.environ:
        return
    missing = [program for program in NEEDED if not shutil.which(program)] + ([] if pyatspi else ["python3-pyatspi"])
    if missing:
        print("SKIPPED: no window can be opened and read without " + ", ".join(missing))
        sys.exit(SKIPPED)
    read, write = os.pipe()
    server = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x900x24", "-nolisten", "tcp"], pass_fds=[write],
                              stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as pipe:
        number = pipe.readline().strip()
    if not number:
        print("SKIPPED: Xvfb does not start here")
        sys.exit(SKIPPED)
    environment = {**os.environ, "DISPLAY": f":{number}", "SAL_USE_VCLPLUGIN": "gtk3", "GTK_THEME": os.environ.get("GTK_THEME", "Adwaita"), "GDK_BACKEND": "x11", "NO_AT_BRIDGE": "0",
                   "GTK_MODULES": "gail:atk-bridge", "GOUJI_WINDOW": "1"}
    windows = subprocess.Popen(["openbox"], env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        status = subprocess.run(["dbus-run-session", "--", sys.executable, *sys.argv], env=environment, stdin=subprocess.DEVNULL).returncode
    finally:
        windows.terminate()
        server.terminate()
        windows.wait()
        server.wait()
    sys.exit(status)


def wait_for(what, find):
    """As the office's, with a picture of what was there instead."""
    try:
        return office.wait_for(what, find)
    except TimeoutError:
        screenshot("failed")
        raise


def nodes(node, pruned):
    yield node
    if node.getRoleName() in pruned:
        return
    for i in range(min(node.childCount, 400)):
        child = node.getChildAtIndex(i)
        if child is not None:
            yield from nodes(child, pruned)


def is_visible(node):
    """An entry of a tree does not say so itself."""
    return node.getRoleName() == "tree item" or node.getState().contains(pyatspi.STATE_SHOWING)


def everything(*pruned):
    for application in pyatspi.Registry.getDesktop(0):
        if application.name.startswith("soffice"):
            yield from nodes(application, ("document text", *pruned))


def named(role, name):
    """The visible control of that role whose name begins so; mnemonics come behind it."""
    return next((node for node in everything() if node.getRoleName() == role and node.name.startswith(name) and is_visible(node)), None)


def with_state(state, role, name):
    """Such a control that is in that state, or None. Of menus and toolbars nobody asks."""
    return next((node for node in everything("menu bar", "tool bar")
                 if node.getRoleName() == role and node.name.startswith(name) and node.getState().contains(state)), None)


def focused(role, name):
    """The control of that role and name, if it has the keyboard."""
    return with_state(pyatspi.STATE_FOCUSED, role, name)


def active(role, name=""):
    """The window of that role and title, if it is the one that keys go to."""
    return with_state(pyatspi.STATE_ACTIVE, role, name)


def middle(node):
    """Where to click. The panel's window counts its places from its own corner; the node around it knows where that is."""
    place = node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    x, y = place.x + place.width // 2, place.y + place.height // 2
    above = named("tree", "") if node.getRoleName() == "tree item" else node  # an entry does not know what is above it
    while above is not None and above.getRoleName() not in ("frame", "application"):
        corner = above.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
        if above.getRoleName() == "root pane" and (corner.x, corner.y) == (-1, -1):
            around = above.parent.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
            return x + around.x, y + around.y
        above = above.parent
    return x, y


def place_at_rest(role, name):
    """Where to click, once it is the same for a while: what has just come is still being laid out."""
    before = middle(named(role, name))
    time.sleep(0.2)
    return before if middle(named(role, name)) == before and min(before) > 0 else None


def click(role, name):
    x, y = wait_for(f"{role} {name}", lambda: place_at_rest(role, name))
    subprocess.run(["xdotool", "mousemove", str(x), str(y), "sleep", "0.2", "click", "1"], check=True)


def wait_for_window(running, document, menu):
    """Until the document's window, known by that menu, takes keys."""
    wait_for("the document's window", lambda: named("menu", menu) and active("frame"))
    running.settle(document)


def press(*keys):
    subprocess.run(["xdotool", "key", *keys], check=True)


def type_text(text):
    subprocess.run(["xdotool", "type", text], check=True)


def screenshot(name):
    subprocess.run(["xdotool", "mousemove", "1252", "760"], check=True)  # away from everything that would explain itself
    time.sleep(1)  # for the last repaint
    subprocess.run(["import", "-window", "root", screenshots / f"window-{name}.png"], check=True)


def type_path(path):
    """Into a file chooser's field."""
    type_text(str(path))
    wait_for(f"{path} in the field", lambda: focused("text", "").queryText().getText(0, -1) == str(path))


def cell_at_cursor(document):
    cell = document.CurrentController.getViewCursor().Cell
    return cell.CellName if cell else None
