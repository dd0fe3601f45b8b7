#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""slurm_test.py GOUJI: the job array of README.md on a Slurm cluster of this one machine.

Starts munged, slurmctld and slurmd with folders and ports of their own, submits the script as README shows it, sees
to it that one shard is killed, and compares what the dependent merge made with a run on a single machine. Exit status
77: skipped."""
import os
import pathlib
import re
import shlex
import shutil
import socket
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
from bulk_runs import check, difference, exported, finish, outliving, run  # noqa: E402
from make_reports import make_reports  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SHARDS = 8
PATIENCE = 600  # seconds for each thing that must come
REPORTS = 400

# What the cluster finds as `gouji`: the first run of shard 3 is killed once its part is begun, though it were done by then.
KILLED_ONCE = """#!/bin/sh
case " $* " in *" --shard 3/{shards} "*)
  if mkdir {folder}/killed 2>/dev/null; then
    {gouji} "$@" &
    while kill -0 $! && [ ! -s {parts}/3.db ]; do sleep 0.01; done
    kill -KILL $!
    exit 137
  fi ;;
esac
exec {gouji} "$@"
"""

CONF = """ClusterName=gouji
SlurmctldHost={host}(127.0.0.1)
SlurmctldPort={control}
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket={folder}/munge.socket,cred_expire=20
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/slurmd.pid
SlurmctldLogFile={folder}/slurmctld.log
SlurmdLogFile={folder}/slurmd.log
MpiDefault=none
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU_Memory
SchedulerParameters=batch_sched_delay=0,sched_min_interval=50000
SlurmdParameters=config_overrides
MessageTimeout=100
TCPTimeout=60
BatchStartTimeout=600
MinJobAge=3600
ReturnToService=2
JobRequeue=1
NodeName={host} NodeAddr=127.0.0.1 Port={node} CPUs=2 RealMemory=8000 State=UNKNOWN
PartitionName=main Nodes={host} Default=YES MaxTime=INFINITE State=UP
"""


def skip(why):
    print(f"skipped: {why}")
    sys.exit(77)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def readme_script():
    """The array script that README shows."""
    blocks = re.findall(r"```bash\n(#!/bin/bash\n#SBATCH.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.S)
    assert len(blocks) == 1, "README.md shows one sbatch script"
    return blocks[0]


class Cluster:
    """munged, slurmctld and slurmd in the foreground of this process."""

    def __init__(self, folder, mark):
        self.folder, self.daemons = folder, []
        for name in ("state", "spool"):
            (folder / name).mkdir()
        key = folder / "munge.key"
        key.write_bytes(os.urandom(128))
        key.chmod(0o600)
        host = socket.gethostname().split(".")[0]
        (folder / "slurm.conf").write_text(CONF.format(folder=folder, host=host, control=free_port(), node=free_port()))
        self.env = {**os.environ, "SLURM_CONF": str(folder / "slurm.conf"), "GOUJI_TEST": mark, "LC_ALL": "C"}
        self.start("munged", "-F", "--force", f"--key-file={key}", f"--socket={folder}/munge.socket", f"--pid-file={folder}/munged.pid",
                   f"--log-file={folder}/munged.log", f"--seed-file={folder}/munged.seed")
        self.until("munged listens or ended", lambda: (folder / "munge.socket").exists() or self.ended())
        self.start("slurmctld", "-D", "-c")
        self.start("slurmd", "-D", "-c", "-N", host)
        self.until("the node is up or a daemon ended", lambda: self.ended() or "idle" in self.ask("sinfo", "-h", "-o", "%T"))

    def start(self, *command):
        log = open(self.folder / f"{command[0]}.out", "wb")
        self.daemons.append(subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=self.env))

    def ended(self):
        """The first daemon that ended, if any: this machine does not let it run."""
        return next((daemon.args[0] for daemon in self.daemons if daemon.poll() is not None), None)

    def ask(self, *command):
        done = run(*command, env=self.env)
        return (done.stdout + done.stderr).decode()

    def until(self, what, holds, pause=0.2):
        deadline = time.monotonic() + PATIENCE
        while not holds():
            if time.monotonic() > deadline:
                logs = "\n".join(f"{log.name}:\n{log.read_text(errors='replace')[-1500:]}" for log in sorted(self.folder.glob("*.log")))
                print(f"{logs}\nnever came: {what}")
                check(what, False)
                return False
            time.sleep(pause)
        return True

    def stop(self):
        for daemon in reversed(self.daemons):
            daemon.terminate()
            try:
                daemon.wait(60)
            except subprocess.TimeoutExpired:
                daemon.kill()
                daemon.wait()


def array_test(gouji, folder, cluster):
    inputs, parts, merged = folder / "in", folder / "parts", folder / "merged.db"
    make_reports(inputs, REPORTS)
    (inputs / "broken.docx").write_bytes(b"PK\3\4 and no more")
    parts.mkdir()
    script = folder / "shard.sbatch"
    script.write_text(readme_script())
    program = folder / "bin" / "gouji"
    program.parent.mkdir()
    program.write_text(KILLED_ONCE.format(gouji=shlex.quote(gouji), folder=folder, parts=parts, shards=SHARDS))
    program.chmod(0o755)
    cluster.env["PATH"] = f"{program.parent}:{os.environ['PATH']}"
    job = cluster.ask("sbatch", "--parsable", f"--output={folder}/shard-%a.log", script, inputs, parts).strip()
    check("the array is taken", job.isdigit(), job)
    merge = cluster.ask("sbatch", "--parsable", f"--dependency=afterok:{job}", f"--output={folder}/merge.log",
                        "--wrap", f"gouji merge {parts}/*.db -o {merged}").strip()
    check("the merge that depends on it is taken", merge.isdigit(), merge)

    def restarts():
        found = re.search(r"Restarts=(\d+)", cluster.ask("scontrol", "show", "job", f"{job}_3"))
        return int(found[1]) if found else 0

    cluster.until("the killed shard is put into the queue again", lambda: restarts() > 0)
    cluster.until("all shards and the merge are done", lambda: not cluster.ask("squeue", "-h").strip(), 0.5)
    check("the killed shard was put into the queue once", restarts() == 1, restarts())
    check("every shard left its part", len(list(parts.glob("*.db"))) == SHARDS, sorted(p.name for p in parts.iterdir()))
    single = folder / "single.db"
    check("the run on one machine ends", run(gouji, "bulk", inputs, "-o", single, "--quiet").returncode == 3)
    one, many = exported(gouji, single), exported(gouji, merged)
    check(f"{REPORTS + 1} inputs by {SHARDS} shards are the single run", one == many and len(one.splitlines()) == REPORTS + 1, difference(one, many))
    for log in sorted(folder.glob("*.log")):
        if log.name.startswith(("shard", "merge")) and log.stat().st_size:
            print(f"{log.name}: {log.read_text(errors='replace').strip()[:300]}")


def main(gouji):
    if os.geteuid() != 0:
        skip("Slurm's daemons are started as root here")
    missing = [name for name in ("munged", "slurmctld", "slurmd", "sbatch") if not shutil.which(name)]
    if missing:
        skip(f"not installed: {', '.join(missing)}")
    mark = f"gouji-slurm-{os.getpid()}"
    # Not too long a path: sockets lie in it.
    with tempfile.TemporaryDirectory(prefix="gouji-slurm-", dir="/tmp") as folder:
        folder = pathlib.Path(folder)
        os.chmod(folder, 0o755)
        cluster = Cluster(folder, mark)
        try:
            if cluster.ended():
                skip(f"{cluster.ended()} does not run here")
            array_test(os.path.abspath(gouji), folder, cluster)
        finally:
            cluster.stop()
        left = outliving(mark)
        check("no daemon and no worker is left", left == [], left)
    finish()


if __name__ == "__main__":
    main(*sys.argv[1:])
