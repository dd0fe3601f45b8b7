#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench.py PROGRAM [ROUNDS]: what a conversion costs, beside the least it could cost.

CPU time (user and system, program start included) and peak memory of `gouji convert` and `gouji tables`, of
`pdftotext -bbox-layout` on the same PDFs, of `unzip -p ... | xmllint --stream` on the same DOCX, of
`xmllint --html` on the same pages, and how gouji grows over documents of 1, 10 and 100 times the pages and, for `tables`, of 10 to
1,000 pages. The tools run by turns, so that a busy machine hurts all alike; a figure is the median of ROUNDS (9) runs.
"""
import os
import pathlib
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import zipfile

FIXTURES = pathlib.Path(__file__).resolve().parent.parent.parent / "fixtures"
CPU_LIMIT = {("convert", "pdf"): 1.5, ("convert", "docx"): 3.0, ("convert", "html"): 2.0, ("tables", "pdf"): 1.2}


def measure(command):
    """(CPU seconds, peak memory in MB) of one run, children included."""
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"bench: {' '.join(map(str, command))}: exit status {process.returncode}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def medians(commands, rounds):
    """The median (CPU, memory) of every command, run by turns."""
    runs = [[measure(command) for command in commands] for _ in range(rounds + 1)][1:]  # the first warms up
    return [tuple(map(statistics.median, zip(*column))) for column in zip(*runs)]


def megabytes(memory):
    """A child's peak counts from the moment it is started, as a copy of this program: less cannot be seen."""
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return f"{memory:.1f}" if memory > own * 1.05 else f"<{own:.0f}"


def floor(document):
    if document.suffix == ".pdf":
        return ["pdftotext", "-bbox-layout", str(document), "-"]
    if document.suffix == ".html":
        return ["xmllint", "--html", str(document)]
    return ["sh", "-c", 'unzip -p "$0" word/document.xml | xmllint --stream -', str(document)]


def compare(program, command, kind, name, documents, rounds):
    print(f"{kind}: gouji {command} beside {name}\n"
          f"  {'document':28} {'gouji ms':>9} {'floor ms':>9} {'ratio':>6} {'gouji MB':>9} {'floor MB':>9}")
    own = least = worst = 0.0
    for document in documents:
        (cpu, memory), (floor_cpu, floor_memory) = medians([[program, command, str(document)], floor(document)], rounds)
        own += cpu
        least += floor_cpu
        worst = max(worst, cpu / floor_cpu)
        print(f"  {document.stem:28} {cpu * 1e3:9.1f} {floor_cpu * 1e3:9.1f} {cpu / floor_cpu:6.2f} {megabytes(memory):>9} {megabytes(floor_memory):>9}")
    ratio = own / least
    print(f"  {'all ' + str(len(documents)):28} {own * 1e3:9.1f} {least * 1e3:9.1f} {ratio:6.2f}    worst {worst:.2f}, aim: at most {CPU_LIMIT[command, kind]}\n")


def longer_pdf(document, times, path):
    subprocess.run(["pdfunite", *[str(document)] * times, str(path)], check=True)


def longer_docx(document, times, path):
    """The same package with the body's content over and over."""
    with zipfile.ZipFile(document) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "word/document.xml":
                head, body, tail = re.fullmatch(rb"(.*<w:body>)(.*?)((?:<w:sectPr.*)?</w:body>.*)", content, re.S).groups()
                content = head + body * times + tail
            target.writestr(name, content)


def longer_page(document, times, path):
    """The same page with its article over and over."""
    head, article, tail = re.fullmatch(rb"(.*<body>)(.*)(</body>.*)", document.read_bytes(), re.S).groups()
    path.write_bytes(head + article * times + tail)


def in_own_process(function, *arguments):
    """So that this program stays small: see megabytes."""
    child = os.fork()
    if child == 0:
        function(*arguments)
        os._exit(0)
    if os.waitpid(child, 0)[1] != 0:
        sys.exit("bench: no longer document could be made")


def growth(program, rounds):
    print("growth: gouji convert on the same report 1, 10 and 100 times over\n"
          f"  {'document':28} {'times':>6} {'ms':>9} {'ms each':>9} {'MB':>9}")
    with tempfile.TemporaryDirectory(prefix="gouji-bench-") as folder:
        for document, longer in ((FIXTURES / "000-plain-soffice" / "000-plain-soffice.pdf", longer_pdf),
                                 (FIXTURES / "000-plain" / "000-plain.docx", longer_docx),
                                 (FIXTURES / "000-gov" / "000-gov.html", longer_page)):
            for times in (1, 10, 100):
                path = pathlib.Path(folder) / f"{times}{document.suffix}"
                in_own_process(longer, document, times, path)
                ((cpu, memory),) = medians([[program, "convert", str(path)]], max(3, rounds // 3))
                print(f"  {document.name:28} {times:6} {cpu * 1e3:9.1f} {cpu * 1e3 / times:9.2f} {megabytes(memory):>9}")


def pages(program, rounds):
    document, pages_each = FIXTURES / "000-plain-soffice" / "000-plain-soffice.pdf", 5
    print("\npages: gouji tables beside pdftotext -bbox-layout on a PDF of ever more pages\n"
          f"  {'pages':>6} {'gouji ms':>9} {'floor ms':>9} {'ratio':>6} {'gouji MB':>9} {'floor MB':>9}")
    with tempfile.TemporaryDirectory(prefix="gouji-bench-") as folder:
        for count in (10, 100, 1000):
            path = pathlib.Path(folder) / f"{count}.pdf"
            in_own_process(longer_pdf, document, count // pages_each, path)
            (cpu, memory), (floor_cpu, floor_memory) = medians([[program, "tables", str(path)], floor(path)], max(3, rounds // 3))
            print(f"  {count:6} {cpu * 1e3:9.1f} {floor_cpu * 1e3:9.1f} {cpu / floor_cpu:6.2f} {megabytes(memory):>9} {megabytes(floor_memory):>9}")


def main(program, rounds="9"):
    pick = {kind: sorted(FIXTURES.glob(f"*-plain*/*.{kind}")) for kind in ("pdf", "docx")}
    compare(program, "convert", "pdf", "pdftotext -bbox-layout", pick["pdf"], int(rounds))
    compare(program, "convert", "docx", "unzip -p | xmllint --stream", pick["docx"], int(rounds))
    compare(program, "convert", "html", "xmllint --html", sorted(FIXTURES.glob("*/*.html")), int(rounds))
    compare(program, "tables", "pdf", "pdftotext -bbox-layout", pick["pdf"], int(rounds))
    growth(program, int(rounds))
    pages(program, int(rounds))


if __name__ == "__main__":
    main(*sys.argv[1:])
