#!/usr/bin/env python3
"""Whether an address that somebody has can be told by the time an answer takes (security.md): it must not be.

    cargo build --release && tests/bench/same_time.py [--rounds 12]

Each line runs one command alternately for an address that is known and for one that is not, and prints the ratio of the
medians of CPU time and of elapsed time, with the scatter of the same command against itself. Exits with 1 when the CPU
time of a known address differs by more than a tenth, or twice the scatter where that is more. Needs nothing but Python.
"""
import argparse
import email
import email.policy
import os
import pathlib
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

PAO = str(pathlib.Path(__file__).resolve().parents[2] / "target" / "release" / "pao")
PASSWORD, WRONG = "seven green boats drift by", "eight brown boats drift by"
CODE = "AAAA-BBBB-CCCC-DDDD"


class House:
    """A private home with a database."""

    def __init__(self):
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="pao-time-"))
        self.env = {"HOME": str(self.home), "PATH": os.environ["PATH"], "PAO_DB": str(self.home / "pao.db"), "CI": "1"}
        for name, words in [("right", PASSWORD), ("wrong", WRONG), ("answer", "the old lighthouse"), ("code", CODE)]:
            (self.home / name).write_text(words + "\n")
        self.home.chmod(0o700)
        os.chdir(self.home)
        self.run("init", "--email", "ops@vendor.example", *NAMES, "--password-file", "right")

    def run(self, *words, well=True):
        """CPU and elapsed seconds of one command."""
        begun, before = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
        done = subprocess.run([PAO, *words], env=self.env, capture_output=True, text=True, check=False)
        after, ended = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
        if done.returncode not in ([0] if well else [3, 4]):
            sys.exit(f"failed: {words}: {done.stderr}")
        return sum(after[:2]) - sum(before[:2]), ended - begun

    def register(self, address):
        return self.run("register", "--email", address, *NAMES, "--question", "Where do you look?", "--password-file", "right", "--answer-file", "answer")

    def person(self, address):
        self.register(address)
        letter = max((self.home / "pao-mail").iterdir())
        text = email.message_from_bytes(letter.read_bytes(), policy=email.policy.default).get_content()
        found = re.search(r"^Verification code: (\S+)", text, re.MULTILINE)
        (self.home / "mailed").write_text(found.group(1) + "\n")
        self.run("account", "verify", "--email", address, "--password-file", "right", "--code-file", "mailed")


NAMES = ["--first-name", "Kim", "--last-name", "Known", "--country", "DE"]


# Of the same length, and words all of them: how guessable a password is hangs on the address, too.
UNKNOWN = iter(["other", "third", "fifth", "sixth", "ninth", "tenth", "brown", "green", "black", "white", "amber", "ivory"])


def compared(name, rounds, command):
    """One line: the command for known and for unknown addresses, and for unknown ones against each other."""
    times = {"known": [], "unknown": [], "again": []}
    stems = {"known": "known", "unknown": next(UNKNOWN), "again": next(UNKNOWN)}
    for n in range(rounds):
        for kind, samples in times.items():
            samples.append(command(f"{stems[kind]}{n}@example.com"))
    ratios = []
    for place in (0, 1):
        known, unknown, again = (statistics.median(sample[place] for sample in times[kind]) for kind in times)
        ratios.append((known / unknown, again / unknown))
    (cpu, cpu_noise), (wall, wall_noise) = ratios
    room = max(0.1, 2 * abs(cpu_noise - 1))
    verdict = "ok" if abs(cpu - 1) <= room else "DIFFERS"
    print(f"{name:<34} CPU {cpu:5.2f} (itself {cpu_noise:4.2f})  elapsed {wall:5.2f} (itself {wall_noise:4.2f})  {verdict}", flush=True)
    return verdict != "ok"


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--rounds", type=int, default=12)
    rounds = options.parse_args().rounds
    house = House()
    try:
        for n in range(rounds):
            house.person(f"known{n}@example.com")
        differ = [
            compared("sign-in, wrong password", rounds, lambda who: house.run("login", who, "--password-file", "wrong", well=False)),
            compared("registration", rounds, house.register),
            compared("another code", rounds, lambda who: house.run("account", "resend-code", "--email", who, "--password-file", "right")),
            compared("recovery", rounds, lambda who: house.run("account", "recover", "--email", who)),
            compared("reset with a wrong code", rounds, lambda who: house.run("account", "reset", "--email", who, "--code-file", "code", "--answer-file", "answer", "--new-password-file", "wrong", well=False)),
            compared("verification with a wrong code", rounds, lambda who: house.run("account", "verify", "--email", who, "--password-file", "right", "--code-file", "code", well=False)),
        ]
        return 1 if any(differ) else 0
    finally:
        shutil.rmtree(house.home, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
