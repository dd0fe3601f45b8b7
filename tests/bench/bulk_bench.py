#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bulk_bench.py PROGRAM [--reports N] [--folder DIR]: what a bulk run costs.

Makes N (20,000) reports, converts a tenth of them with one job and with two, then all of them with two, and prints
the rate, the share of the time that goes into conversion, the speed-up, the parent's memory and the projected time
for 150,000 reports. Wall-clock figures want a quiet machine with two processors; CPU figures hold on any."""
import argparse
import os
import pathlib
import sqlite3
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
from make_reports import make_reports  # noqa: E402

GOAL_REPORTS = 150_000


def own_usage(process):
    """CPU seconds of a process that has ended but is not waited for yet."""
    stat = pathlib.Path(f"/proc/{process}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
    return (int(stat[11]) + int(stat[12])) / os.sysconf("SC_CLK_TCK")


def peak_memory(process, before):
    try:
        for line in pathlib.Path(f"/proc/{process}/status").read_text(encoding="ascii").splitlines():
            if line.startswith("VmHWM:"):
                return max(before, int(line.split()[1]) / 1024)
    except OSError:
        pass
    return before


def bulk(program, inputs, archive, jobs):
    """One run as figures."""
    start = time.monotonic()
    process = subprocess.Popen([program, "bulk", *map(str, inputs), "-o", str(archive), "--quiet", "--jobs", str(jobs)], stdin=subprocess.DEVNULL)
    peak = 0.0
    while os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT | os.WNOHANG) is None:
        peak = peak_memory(process.pid, peak)
        time.sleep(0.05)
    wall = time.monotonic() - start
    own = own_usage(process.pid)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 3):
        sys.exit(f"bulk_bench: exit status {process.returncode}")
    with sqlite3.connect(archive) as database:
        documents, microseconds = database.execute("SELECT count(*), sum(microseconds) FROM document").fetchone()
    cpu = usage.ru_utime + usage.ru_stime
    return {"jobs": jobs, "documents": documents, "wall": wall, "cpu": cpu, "own": own, "conversion": microseconds / 1e6, "peak": peak}


def show(run):
    rate = run["documents"] / run["wall"]
    print(f"  {run['documents']:6} reports, {run['jobs']} job{'s' if run['jobs'] > 1 else ' '}: {run['wall']:7.1f} s, {rate:6.1f}/s, {rate / run['jobs']:6.1f}/s a core;"
          f" conversion {100 * run['conversion'] / run['wall'] / run['jobs']:5.1f} % of the workers' time;"
          f" CPU {1000 * run['cpu'] / run['documents']:.2f} ms a report, of it parent {1000 * run['own'] / run['documents']:.2f};"
          f" parent's peak {run['peak']:.1f} MiB", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--reports", type=int, default=20_000)
    parser.add_argument("--folder", help="where to work (a folder for temporary files)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="gouji-bench-", dir=options.folder) as folder:
        folder = pathlib.Path(folder)
        inputs = folder / "in"
        start = time.monotonic()
        make_reports(inputs, options.reports)
        print(f"{options.reports} reports made in {time.monotonic() - start:.0f} s", flush=True)
        places = sorted(inputs.iterdir())
        some = places[: max(1, len(places) // 10)]
        bulk(options.program, some, folder / "warm.db", 2)  # fills the page cache
        few = {}
        for jobs in (1, 2):
            few[jobs] = bulk(options.program, some, folder / f"few{jobs}.db", jobs)
            show(few[jobs])
        everything = bulk(options.program, [inputs], folder / "all.db", 2)
        show(everything)
        rate = everything["documents"] / everything["wall"]
        print(f"speed-up from 1 to 2 jobs: {few[1]['wall'] / few[2]['wall']:.2f} (aim: at least 1.8)\n"
              f"parent's share of the CPU time: {100 * everything['own'] / everything['cpu']:.1f} %\n"
              f"speed-up that it leaves two workers on two processors: {2 * (1 - everything['own'] / everything['cpu']):.2f}\n"
              f"parent's peak memory, {everything['documents']} against {few[2]['documents']} reports: {everything['peak']:.1f} and {few[2]['peak']:.1f} MiB\n"
              f"archive: {(folder / 'all.db').stat().st_size / everything['documents'] / 1024:.1f} KiB a report\n"
              f"{GOAL_REPORTS} reports with 2 jobs: {GOAL_REPORTS / rate / 3600:.2f} hours")


if __name__ == "__main__":
    main()
