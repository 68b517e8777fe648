"""How the benches measure: CPU time and memory of whole commands, ours and a yardstick's in turn, and the verdict on a ratio."""
import json
import os
import pathlib
import re
import statistics
import subprocess
import sys
import time

BUILT = pathlib.Path(__file__).resolve().parents[2] / "target" / "release" / "pao"


def cpu(argv, env=None, stdin=None):
    """CPU seconds of one command; it must succeed."""
    null = os.open(os.devnull, os.O_RDWR)
    source = os.open(stdin, os.O_RDONLY) if stdin else null
    actions = [(os.POSIX_SPAWN_DUP2, source, 0), (os.POSIX_SPAWN_DUP2, null, 1), (os.POSIX_SPAWN_DUP2, null, 2)]
    child = os.posix_spawnp(argv[0], argv, env or dict(os.environ), file_actions=actions)
    _, status, usage = os.wait4(child, 0)
    os.close(null)
    if source != null:
        os.close(source)
    if status:
        sys.exit(f"failed: {' '.join(argv)}")
    return usage.ru_utime + usage.ru_stime


def peak(argv, env=None, stdin=None):
    """Peak memory in MiB of one command. Looked at while it runs: `ru_maxrss` counts what this script takes, too."""
    with open(stdin or os.devnull, "rb") as source:
        running = subprocess.Popen(argv, env=env, stdin=source, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        most = 0
        while running.poll() is None:
            held = re.search(r"VmHWM:\s+(\d+)", pathlib.Path(f"/proc/{running.pid}/status").read_text())
            most = max(most, int(held[1]) if held else 0)
            time.sleep(0.001)
    if running.returncode:
        sys.exit(f"failed: {' '.join(argv)}")
    return most / 1024


def paired(ours, theirs, rounds):
    """Medians of both and of the ratios of neighbours."""
    a, b = [], []
    for n in range(rounds):
        a.append(cpu(*ours(n)))
        b.append(cpu(*theirs(n)))
    return statistics.median(a), statistics.median(b), statistics.median(x / y for x, y in zip(a, b))


class Bench:
    def __init__(self, rounds):
        self.rounds, self.missed = rounds, 0

    def row(self, name, ours, theirs, must, rounds=None):
        a, b, ratio = paired(ours, theirs, rounds or self.rounds)
        self.say(name, f"{a * 1000:8.2f} ms {b * 1000:8.2f} ms", ratio, must)

    def say(self, name, figures, ratio, must):
        verdict = "ok" if ratio <= must else "MISSED"
        self.missed += ratio > must
        print(f"{name:<58} {figures}  ratio {ratio:5.2f}  must {must:4.2f}  {verdict}", flush=True)


def filled(folder, name, sites, people=50):
    """A practice database and what `demo` says about it."""
    done = subprocess.run(["pao", "demo", "--db", f"{folder}/{name}.db", "--sites", str(sites), "--people", str(people), "--seed", "7", "--json"],
                          capture_output=True, check=True, env={"HOME": str(folder), "PATH": os.environ["PATH"]})
    return json.loads(done.stdout)


def env_for(folder, facts):
    return {"HOME": str(folder), "PATH": os.environ["PATH"], "PAO_DB": facts["db"], "PAO_TOKEN": facts["primary"]["token"],
            "PAO_SITE": facts["primary"]["site"]}


def query(db, sql):
    return subprocess.run(["sqlite3", str(db), sql], capture_output=True, text=True, check=True).stdout.strip()
