#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""demo.py PROGRAM: reads the five published reports from PDF and DOCX, checks some damaged ones,
draws one recovered table. What `./dev demo` runs."""
import json
import pathlib
import shutil
import subprocess
import sys

import truth

SHOWN = ["000-wrong-total", "002-wrong-balance", "004-narrative-mismatch", "000-missing-row",
         "000-as-published-soffice"]


def show_reports(program):
    """A line a report; True when every number stands right."""
    print("The five published reports, read from what several programs made of them:\n")
    right = {"pdf": 0, "docx": 0}
    total = 0
    for report in sorted({case.report for case in truth.cases().values()}):
        if not report.isdigit():
            continue  # the made-up reports of the 2019 form
        counts = {}
        for kind, name in (("docx", f"{report}-plain"), ("pdf", f"{report}-plain-soffice"),
                           ("pdf", f"{report}-plain-chromium"), ("pdf", f"{report}-plain-weasyprint")):
            case = truth.cases()[name]
            answer = json.loads(truth.convert(program, case.document))
            good = len(case.values) - len(case.wrong_fields(answer))
            counts[kind] = min(good, counts.get(kind, good))
        for kind, count in counts.items():
            right[kind] += count
        total += len(case.values)
        print(f"  {case.head['agency']} {case.head['year']}: {len(case.values)} numbers; right from PDF "
              f"(three producers) {counts['pdf']}, from DOCX {counts['docx']}")
    print(f"\n  {right['pdf']} of {total} numbers right from PDF, {right['docx']} of {total} from DOCX\n")
    return right["pdf"] == right["docx"] == total


def show_findings(program):
    print("What gouji validate says of reports that were damaged on purpose:\n")
    for name in SHOWN:
        case = truth.cases()[name]
        done = subprocess.run([program, "validate", str(case.document)], check=False,
                              stdout=subprocess.PIPE, encoding="utf-8")
        print(f"  $ gouji validate fixtures/{name}/{case.document.name}    (exit status {done.returncode})")
        for line in done.stdout.splitlines():
            print(f"    {line}")
        print()


def draw_table(program):
    """An SVG of the page with table 2, and a PNG where rsvg-convert is at hand."""
    folder = pathlib.Path(program).resolve().parent / "demo"
    folder.mkdir(exist_ok=True)
    case = truth.cases()["000-wrong-cell"]
    answer = json.loads(truth.convert(program, case.document))
    page = answer["values"]["requests.received.total"]["where"]["page"]
    svg = folder / "table.svg"
    subprocess.run([program, "inspect", "--stage", "match", "--format", "svg", "--page", str(page),
                    str(case.document), "-o", str(svg)], check=True)
    print(f"One recovered table, with its cells, fields and findings drawn over the page:\n  {svg}")
    if shutil.which("rsvg-convert"):
        png = folder / "table.png"
        subprocess.run(["rsvg-convert", "--zoom", "1.5", str(svg), "-o", str(png)], check=True)
        print(f"  {png}")


def main(program):
    fine = show_reports(program)
    show_findings(program)
    draw_table(program)
    return 0 if fine else 1


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    sys.exit(main(*sys.argv[1:]))
