#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""gouji bulk, export, merge and page: archive_test.py GOUJI FIXTURES

An archive is compared with another by what `export -f jsonl` prints of it: equal archives print equal bytes."""
import contextlib
import json
import pathlib
import shutil
import sqlite3
import sys
import tempfile
import zipfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
from bulk_runs import check, exported, finish, run  # noqa: E402


def main():
    gouji, fixtures = sys.argv[1], pathlib.Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        inputs = folder / "in"
        inputs.mkdir()
        for case in sorted(fixtures.iterdir()):
            for document in sorted(case.glob("*")) if case.is_dir() else []:
                if document.name != "expected.json":
                    shutil.copy(document, inputs / document.name)
        shutil.copy(inputs / "000-plain.docx", inputs / "the same again.pdf")  # one content, two paths, a wrong name
        (inputs / "broken.docx").write_bytes((inputs / "000-plain.docx").read_bytes()[:3000])
        (inputs / "empty.pdf").write_bytes(b"")
        documents = len(list(inputs.iterdir()))

        def bulk(archive, *options):
            return run(gouji, "bulk", inputs, "-o", archive, "--quiet", *options)

        whole = folder / "whole.db"
        done = bulk(whole)
        check("a run with broken inputs ends with status 3", done.returncode == 3, done.stderr.decode())
        reference = exported(gouji, whole)
        lines = [json.loads(line) for line in reference.splitlines()]
        check("every content has one line", len(lines) == documents - 1, f"{len(lines)} of {documents - 1}")
        failed = {path.rsplit("/", 1)[-1]: line["failure"]["status"] for line in lines if "failure" in line for path in line["source"]["paths"]}
        check("each failure says why", failed == {"broken.docx": "damaged", "empty.pdf": "empty"}, failed)

        one = json.loads(run(gouji, "convert", inputs / "000-wrong-total.docx").stdout)
        inside = next(line for line in lines if line["source"]["name"] == "000-wrong-total.docx")
        check("a document in the archive is what convert prints", inside["values"] == one["values"] and inside["findings"] == one["findings"])

        again = bulk(whole, "--jobs", 2)
        check("the same command again changes nothing", again.returncode == 3 and exported(gouji, whole) == reference)

        parts = []
        for part in (1, 2, 3):
            parts.append(folder / f"part{part}.db")
            bulk(parts[-1], "--shard", f"{part}/3")
        for order, name in ((parts, "forward.db"), (parts[::-1] + parts[:1], "backward.db")):
            run(gouji, "merge", *order, "-o", folder / name)
            check(f"three shards merged ({name}) are the single run", exported(gouji, folder / name) == reference)

        newer = folder / "newer.db"
        shutil.copy(whole, newer)
        with contextlib.closing(sqlite3.connect(newer)) as database:
            database.execute("PRAGMA user_version = 1000")
            database.commit()
        check("an archive of a newer program is refused", bulk(newer).returncode == 2)
        page = folder / "page.html"
        check("the page holds no address outside itself", run(gouji, "page", whole, "-o", page).returncode == 0 and b'src="http' not in page.read_bytes() and page.stat().st_size > 10000)
        with zipfile.ZipFile(folder / "in" / "reports.zip", "w") as package:
            package.write(fixtures / "000-wrong-cell" / "000-wrong-cell.pdf", "2023!/report.pdf")
        zipped = folder / "zipped.db"
        run(gouji, "bulk", folder / "in" / "reports.zip", "-o", zipped, "--quiet")
        run(gouji, "page", zipped, "-o", page)
        check("a picture is drawn of a file in a ZIP, whatever its folder is called", b"data:image/png" in page.read_bytes())
        left = [p.name for p in folder.iterdir() if p.suffix not in (".db", ".html") and p.name != "in" and not p.name.endswith(("-wal", "-shm"))]
        check("nothing is left beside the archives", left == [], left)
    finish()


if __name__ == "__main__":
    main()
