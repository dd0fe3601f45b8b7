#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Debian package in a clean system: package_test.py GOUJI.DEB FIXTURES, as root. A fresh Debian 12 is made in a temporary
folder, the package and Writer are installed there, and a user who is not root works with them. Exit status 77 where that
cannot be done."""
import json
import os
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "addin"))
from office import Office, check, comments, failures

PACKAGE, FIXTURES = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
SKIPPED = 77
# Mounts and processes of their own, so that nothing of them is left.
APART = ["unshare", "--mount", "--pid", "--fork", "--kill-child"]
ENVIRONMENT = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8", "DEBIAN_FRONTEND": "noninteractive",
               **{name: value for name, value in os.environ.items() if name.lower().endswith("_proxy")}}


class NoPackages(Exception):
    """Debian's packages are not to be had here."""


def reason_to_skip():
    if os.geteuid() != 0:
        return "only root can make a clean system"
    if not shutil.which("debootstrap"):
        return "debootstrap is not installed"
    if subprocess.run([*APART, "mount", "-t", "proc", "proc", "/proc"], stderr=subprocess.DEVNULL).returncode != 0:
        return "this machine does not let root mount"
    return None


def inside(root, *command, user="root"):
    """The command line that runs `command` in the clean system."""
    return [*APART, "sh", "-c", 'mount -t proc proc "$1/proc" && shift && exec "$@"', "sh", root,
            "chroot", f"--userspec={user}", root, "env", f"HOME=/home/{user}", *command]


def run(root, *command, user="someone"):
    return subprocess.run(inside(root, *command, user=user), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          text=True, env=ENVIRONMENT, errors="replace")


def output(*command):
    return subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout


def make_system(root):
    """From where this machine has its own packages, and by the same way."""
    mirror = output("apt-get", "indextargets", "--format", "$(REPO_URI)", "Created-By: Packages", "Codename: bookworm", "Component: main", "Origin: Debian").split()[:1]
    proxies = [line for line in output("apt-config", "dump", "Acquire").splitlines() if "proxy" in line.lower()]
    for line in proxies:
        if line.lower().startswith("acquire::http::proxy "):
            ENVIRONMENT["http_proxy"] = line.split('"')[1]
    made = subprocess.run(["debootstrap", "--variant=minbase", "bookworm", root, *mirror], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, env=ENVIRONMENT, errors="replace")
    if made.returncode != 0:
        raise NoPackages(made.stdout[-500:])
    pathlib.Path(f"{root}/etc/apt/apt.conf.d/90proxy").write_text("\n".join(proxies), "utf-8")
    shutil.copy(PACKAGE, f"{root}/tmp/gouji.deb")
    for fixture in ("000-wrong-total/000-wrong-total.docx", "000-wrong-cell/000-wrong-cell.pdf"):
        shutil.copy(FIXTURES / fixture, f"{root}/tmp")
    subprocess.run(["chmod", "-R", "a+rX", f"{root}/tmp"], check=True)
    for command in (["apt-get", "-q", "update"], ["apt-get", "-qy", "install", "--download-only", "--no-install-recommends", "man-db", "libreoffice-writer"]):
        fetched = run(root, *command, user="root")
        if fetched.returncode != 0:
            raise NoPackages(fetched.stdout[-500:])
    for command in (["apt-get", "-qy", "install", "--no-install-recommends", "/tmp/gouji.deb", "man-db", "libreoffice-writer"],
                    ["useradd", "--create-home", "someone"]):
        done = run(root, *command, user="root")
        if done.returncode != 0:
            raise RuntimeError(f"{command}: {done.stdout[-2000:]}")


def test_program(root):
    done = run(root, "gouji", "validate", "/tmp/000-wrong-total.docx", "/tmp/000-wrong-cell.pdf")
    check("the program checks a DOCX and a PDF", done.returncode == 1 and done.stdout.count(": error: ") > 2, done.stdout)
    check("the manual is there", "GOUJI(1)" in run(root, "man", "gouji").stdout)
    for file in ("bash-completion/completions/gouji", "zsh/vendor-completions/_gouji", "fish/vendor_completions.d/gouji.fish",
                 "doc/gouji/copyright", "doc/gouji/changelog.gz"):
        check(f"{file} is there", os.path.isfile(f"{root}/usr/share/{file}"))
    needed = run(root, "env", "LD_LIBRARY_PATH=/usr/lib/libreoffice/program", "ldd", "/usr/lib/libreoffice/share/extensions/gouji/lib/gouji.uno.so")
    check("every library the extension needs is there", needed.returncode == 0 and "not found" not in needed.stdout, needed.stdout)


def test_writer(root):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory() as folder, \
            Office(folder, inside(root, "soffice", "--headless", user="someone"), f"socket,host=127.0.0.1,port={port}", ENVIRONMENT) as office:
        run(root, "cp", "/tmp/000-wrong-total.docx", "/home/someone/report.docx")
        document = office.load("file:///home/someone/report.docx")
        event = office.dispatch(document, "validate")
        check("the extension answers another user", event.State == 1 and json.loads(event.Result)["layout"] == "ogi-2021", event.Result[:500])
        check("and marks what is wrong", len(comments(document)) > 0)
        document.close(True)
        check("the office quits with status 0", office.quit() == 0)


def older_package(folder):
    """The same package as an earlier version that had one form more."""
    tree = pathlib.Path(folder) / "older"
    subprocess.run(["dpkg-deb", "-R", PACKAGE, tree], check=True)
    control = tree / "DEBIAN" / "control"
    control.write_text(re.sub(r"(?m)^Version: .*", "Version: 0.0.1-1", control.read_text("utf-8")), "utf-8")
    (tree / "usr/share/gouji/layouts/gouji-left.xml").touch()
    subprocess.run(["dpkg-deb", "--root-owner-group", "-b", tree, f"{folder}/older.deb"], check=True, stdout=subprocess.DEVNULL)
    return f"{folder}/older.deb"


def left(root):
    """What of ours lies in the system, also what dpkg remembers."""
    found = subprocess.run(["find", *(f"{root}/{place}" for place in ("usr", "etc", "var/lib/dpkg/info", "var/lib/libreoffice")), "-iname", "*gouji*"],
                           stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout
    return found.split()


def test_changes(root):
    """Reinstalled, removed, installed as an older version, upgraded, purged."""
    def manage(*command):
        done = run(root, *command, user="root")
        return done.returncode == 0 or done.stdout[-2000:]

    everything = left(root)
    check("reinstalling changes nothing", manage("apt-get", "-qy", "install", "--reinstall", "/tmp/gouji.deb") is True and left(root) == everything)
    gone = manage("dpkg", "-r", "gouji")
    check("removing leaves nothing behind", gone is True and left(root) == [], f"{gone} {left(root)}")
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(older_package(folder), f"{root}/tmp/older.deb")
    check("an older version is installed", manage("dpkg", "-i", "/tmp/older.deb") is True and any(p.endswith("gouji-left.xml") for p in left(root)), left(root))
    done = manage("dpkg", "-i", "/tmp/gouji.deb")
    check("and upgraded without a trace", done is True and sorted(left(root)) == sorted(everything), f"{done} {set(left(root)) ^ set(everything)}")
    check("the upgraded program works", run(root, "gouji", "validate", "/tmp/000-wrong-total.docx").returncode == 1)
    gone = manage("apt-get", "-qy", "purge", "gouji")
    check("purging leaves nothing behind", gone is True and left(root) == [], f"{gone} {left(root)}")


def main():
    skip = reason_to_skip()
    if skip:
        print(f"SKIPPED: {skip}")
        return SKIPPED
    with tempfile.TemporaryDirectory() as root:
        os.chmod(root, 0o755)
        try:
            make_system(root)
        except NoPackages as reason:
            print(f"SKIPPED: no clean system can be made here: {reason}")
            return SKIPPED
        test_program(root)
        test_writer(root)
        test_changes(root)
    print(f"{len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
