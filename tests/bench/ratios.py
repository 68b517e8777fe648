#!/usr/bin/env python3
"""Speed as ratios: `pao` against what people would use instead, side by side in one run.

    cargo build --release && tests/bench/ratios.py [--sites 20000] [--rounds 60] [--rows 100000] [--only-bulk] [--pao PATH]

Each line is a median of CPU times (user and system) of whole commands, run alternately: A B A B … A ratio below 1 means
that `pao` is cheaper. The yardstick does the same work on the same data without any rule. A copy of the program is
measured, as an installed one is a copy: what a linker has just written lies in memory page by page, and every short
command then costs about a tenth more. Exits with 1 when a bar is missed. Needs sqlite3 and strace (Debian packages of
these names); what else is compared with is in `peers.py`.
"""
import argparse
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

import peers
from measure import BUILT, Bench, cpu, env_for, filled, paired, peak, query

LIST = """SELECT access.site, person.id, person.email, person.first_name, person.last_name, role, tools, reporting, entitlements,
documents, manage_access, contact_update, giver.id AS granted_by, granted_at, expires_at, note FROM access JOIN person ON
person.person = access.person LEFT JOIN person AS giver ON giver.person = granted_by WHERE access.site = '{site}' AND ended_at IS NULL
AND (expires_at IS NULL OR expires_at >= 1) ORDER BY person.id;"""

ADD = """PRAGMA foreign_keys=ON; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; BEGIN IMMEDIATE;
SELECT person FROM sign_in WHERE expires_at > 1 LIMIT 1;
INSERT INTO access (site, person, nth, role, tools, reporting, entitlements, documents, manage_access, contact_update, granted_by, granted_at)
 SELECT '{site}', person, 1, 'user', 1, 0, 0, 0, 0, 0, {giver}, strftime('%s','now') FROM person WHERE id = '{id}';
INSERT INTO audit (seq, at, person, actor, action, site, subject, outcome, details, hash)
 SELECT max(seq) + 1, strftime('%s','now'), {giver}, 'p', 'access.add', '{site}', '{id}', 'done', '{{}}', zeroblob(32) FROM audit;
INSERT INTO message (entry, kind, recipient, site, facts, state, created_at, next_at)
 SELECT max(seq), 'access-granted', '{id}', '{site}', '{{}}', 'queued', 1, 1 FROM audit; COMMIT;
UPDATE message SET state = 'delivered', delivered_at = created_at, attempts = 1 WHERE state = 'queued' AND next_at <= 9999999999;
"""


STAGE = """PRAGMA foreign_keys=ON; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA temp_store=memory; PRAGMA cache_size=-65536;
BEGIN IMMEDIATE;
CREATE TEMP TABLE staged (id TEXT, role TEXT);
.mode csv
.import --skip 1 {file} staged
INSERT INTO access (site, person, nth, role, tools, reporting, entitlements, documents, manage_access, contact_update, granted_by, granted_at)
 SELECT '{site}', person, 1, role, 1, 0, 0, 0, 0, 0, {giver}, strftime('%s','now') FROM staged JOIN person USING (id) WHERE closed_at IS NULL;
INSERT INTO audit (seq, at, person, actor, action, site, subject, outcome, details, hash)
 SELECT (SELECT max(seq) FROM audit) + row_number() OVER (), strftime('%s','now'), {giver}, giver.id, 'access.import', '{site}', staged.id, 'done',
  '{{"change":"added","effects":[{{"by":{giver},"expires":null,"levels":[1,0,0,0,0,0],"person":' || person.person || ',"role":"' || role || '","site":"{site}"}}]'
  || ',"letters":"' || ((SELECT max(message) FROM message) + row_number() OVER ()) || ' 1 0123456789012345678901","rows":["access {site} ' || person.person || ' 1 0123456789012345678901"]}}',
  zeroblob(32)
 FROM staged JOIN person USING (id) JOIN person AS giver ON giver.person = {giver};
INSERT INTO message (entry, kind, recipient, site, facts, state, created_at, next_at)
 SELECT seq, 'access-granted', subject, '{site}', '{{"by":"' || giver.first_name || ' ' || giver.last_name || ' (' || giver.id || ')","company":"' || company ||
  '","expires":"","name":"' || person.first_name || ' ' || person.last_name || '","privileges":"tools=downloads, reporting=none, entitlements=none, ' ||
  'documents=none, manage-access=none, contact-update=none","role":"user"}}', 'queued', strftime('%s','now'), strftime('%s','now')
 FROM audit JOIN person ON person.id = subject JOIN person AS giver ON giver.person = {giver} JOIN site ON site.site = '{site}' WHERE action = 'access.import';
COMMIT;
"""


# Letters that are delivered at once.
LETTERS = 5_000


def bulk(bench, folder, rows):
    """Many grants in one file, and out again. The letters wait in the outbox, as those of the yardstick do."""
    facts = filled(folder, "crowd", rows // 49 + 2)
    env = env_for(folder, facts)
    subprocess.run(["pao", "config", "set", "mail.transport", "off"], env={**env, "PAO_TOKEN": facts["operator"]["token"]}, capture_output=True, check=True)
    ids = strangers(facts)[:rows]
    file = folder / "people.csv"
    file.write_text("id,role\n" + "".join(f"{person},user\n" for person in ids))
    giver = query(facts["db"], f"SELECT person FROM access WHERE site='{env['PAO_SITE']}' AND role='primary'")
    script = folder / "stage.sql"
    script.write_text(STAGE.format(site=env["PAO_SITE"], giver=giver, file=file))
    into = {name: folder / f"{name}.db" for name in ["ours", "theirs"]}
    ours = ["pao", "access", "import", str(file), "--json"], {**env, "PAO_DB": str(into["ours"])}
    theirs = ["sqlite3", str(into["theirs"])], None, str(script)

    def fresh(name, command):
        shutil.copy(facts["db"], into[name])
        into[name].chmod(0o600)
        return command

    a, b, ratio = paired(lambda _: fresh("ours", ours), lambda _: fresh("theirs", theirs), 3)
    same_rows(into, env["PAO_SITE"], rows + 50)
    bench.say(f"import of {rows:,} grants / staged set-based SQL", f"{a * 1000:8.0f} ms {b * 1000:8.0f} ms", ratio, 3.0)
    memory = peak(*fresh("ours", ours))
    bench.say("peak memory of that import / 200 MiB", f"{memory:.0f} MiB", memory / 200, 1.0)
    env["PAO_DB"] = str(into["ours"])
    listed = LIST.format(site=env["PAO_SITE"])
    for words, command, shell, must in [("export of {} grants as JSON / sqlite3 -json", ["export", "--json"], "-json", 1.0),
                                        ("export of {} grants as CSV / sqlite3 -csv", ["export"], "-csv", 1.0),
                                        ("list of {} grants as a table / sqlite3 -box", ["list"], "-box", 2.0)]:
        command = ["pao", "access", *command]
        words = words.format(f"{rows:,}")
        bench.row(words, lambda n: (command, env), lambda n: (["sqlite3", shell, env["PAO_DB"], listed],), must, 7)
        many, noun = peak(command, env), words.split()[0]
        bench.say(f"memory of that {noun} / 48 MiB", f"{many:.0f} MiB", many / 48, 1.0)
    trail_and_letters(bench, folder, facts, env)


def trail_and_letters(bench, folder, facts, env):
    """What looks after a file that has grown: the chain recomputed, the letters delivered."""
    entries = folder / "entries"
    entries.write_text(query(env["PAO_DB"], "SELECT seq, at, person, actor, action, site, subject, outcome, details, hex(hash) FROM audit"))
    count = query(env["PAO_DB"], "SELECT count(*) FROM audit")
    operator = {**env, "PAO_TOKEN": facts["operator"]["token"]}
    operator.pop("PAO_SITE")
    bench.row(f"audit verify of {int(count):,} entries / sha256sum", lambda n: (["pao", "audit", "verify"], operator), lambda n: (["sha256sum", str(entries)],), 3.0, 3)
    # None is queued while the transport is set, or that would deliver them.
    query(env["PAO_DB"], "UPDATE message SET state = 'delivered', delivered_at = created_at, attempts = 1")
    subprocess.run(["pao", "config", "set", "mail.transport", "spool"], env=operator, capture_output=True, check=True)
    query(env["PAO_DB"], f"UPDATE message SET state = 'queued', delivered_at = NULL, attempts = 0 WHERE message <= {LETTERS}")
    ours = cpu(["pao", "outbox", "deliver"], operator)
    spool = next(pathlib.Path(env["PAO_DB"]).parent.glob("*-mail"))
    letters = [(one.name, one.read_bytes()) for one in spool.glob("*.eml")]
    if len(letters) < LETTERS:
        sys.exit(f"{len(letters)} letters were delivered, not {LETTERS}")
    before, again = time.process_time(), folder / "again"
    again.mkdir()
    for name, text in letters:
        write_synced(again, name, text)
    theirs = time.process_time() - before
    bench.say(f"{len(letters):,} letters into the spool / writing and syncing them", f"{ours * 1000:8.0f} ms {theirs * 1000:8.0f} ms", ours / theirs, 2.0)


def write_synced(folder, name, text):
    """A file that is whole and on the disk under its final name."""
    with open(folder / f".{name}", "wb") as draft:
        draft.write(text)
        draft.flush()
        os.fsync(draft.fileno())
    os.rename(folder / f".{name}", folder / name)
    around = os.open(folder, os.O_RDONLY)
    os.fsync(around)
    os.close(around)


def same_rows(files, site, expected):
    """Both wrote the same: who has access, what the trail tells of it, and what the letters say."""
    for sql in [f"SELECT count(*) FROM access WHERE site = '{site}'",
                # The yardstick makes no digests, but keeps room for them.
                "SELECT max(json_remove(details, '$.letters', '$.rows')), sum(length(details)), count(*) FROM audit WHERE action = 'access.import'",
                "SELECT max(facts), sum(length(facts)), count(*) FROM message WHERE kind = 'access-granted'"]:
        ours, theirs = (query(files[name], sql) for name in ["ours", "theirs"])
        if ours != theirs:
            sys.exit(f"not the same work: {sql}: {ours} and {theirs}")
    if query(files["ours"], f"SELECT count(*) FROM access WHERE site = '{site}'") != str(expected):
        sys.exit(f"not {expected} people have access")


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--sites", type=int, default=20_000, help="sites of 50 people in the large database (200000 for ten million grants)")
    options.add_argument("--rounds", type=int, default=60)
    options.add_argument("--rows", type=int, default=100_000, help="grants of the import and the export (1000000 for the bar on memory)")
    options.add_argument("--only-bulk", action="store_true", help="only import and export")
    options.add_argument("--pao", default=BUILT, help="another program than target/release/pao")
    options = options.parse_args()
    # Beside what is built: a folder for temporary files may be memory, where nothing is ever synced.
    BUILT.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="pao-bench-", dir=BUILT.parent) as folder:
        shutil.copy(options.pao, f"{folder}/pao")
        os.environ["PATH"] = f"{folder}:{os.environ['PATH']}"
        return run(pathlib.Path(folder), options)


def run(folder, options):
    bench = Bench(options.rounds)
    if not options.only_bulk:
        few(bench, folder, options)
    bulk(bench, folder, options.rows)
    print("all bars met" if not bench.missed else f"{bench.missed} bars missed")
    return 1 if bench.missed else 0


def growth(bench, options, small, large):
    """The same command in a large and in a small registry."""
    def asked(facts, env, who):
        return {**env, "PAO_TOKEN": facts["operator"]["token"]} if who == "operator" else env

    grants = options.sites * 50
    for who, words in [("primary", "access list --json"), ("primary", "whoami"), ("primary", "can order"), ("primary", "site show"), ("primary", "access show {other}"),
                       ("primary", "status"), ("operator", "person show {other}"), ("operator", "site list --limit 50"), ("operator", "operator list"),
                       ("operator", "outbox list --limit 50"), ("operator", "audit list --limit 50"), ("operator", "status")]:
        few = {key: value for key, value in asked(*small, who).items() if key != "PAO_SITE" or who == "primary"}
        many = {key: value for key, value in asked(*large, who).items() if key != "PAO_SITE" or who == "primary"}
        ours, theirs = (["pao", *words.format(other=member(facts)).split(" ")] for facts in (large[0], small[0]))
        words = words.replace("{other}", "ID")
        bench.row(f"{words} ({who}), {grants:,} grants / 1,000", lambda n: (ours, many), lambda n: (theirs, few), 1.30)
    new = {facts["db"]: strangers(facts) for facts in (large[0], small[0])}
    added = [lambda n, facts=facts, env=env: (["pao", "access", "add", new[facts["db"]][400 + n], "--role", "user"], env) for facts, env in (large, small)]
    bench.row(f"access add (primary), {grants:,} grants / 1,000", *added, 1.30)


def people(facts):
    """Everybody in a practice database, with the site at which they have access."""
    return [line.split(",") for line in pathlib.Path(facts["people_file"]).read_text().split()]


def member(facts):
    """Somebody at the site that is asked about, who is not its Primary Contact."""
    return [person for person, site in people(facts) if site == facts["primary"]["site"]][-1]


def strangers(facts):
    """Everybody without access to that site."""
    return [person for person, site in people(facts) if site != facts["primary"]["site"]]


def few(bench, folder, options):
    """What people and scripts do all day, a few rows at a time."""
    small, large = filled(folder, "small", 20), filled(folder, "large", options.sites)
    env, big = env_for(folder, small), env_for(folder, large)
    listed = LIST.format(site=env["PAO_SITE"])
    peers.rows(bench, folder, small)
    ours = (["pao", "access", "list", "--json"], env)
    bench.row("list 50 people as JSON / sqlite3 -json", lambda n: ours, lambda n: (["sqlite3", "-json", small["db"], listed],), 2.0)
    bench.row("list 50 people as a table / sqlite3 -box", lambda n: (["pao", "access", "list"], env), lambda n: (["sqlite3", "-box", small["db"], listed],), 2.0)
    growth(bench, options, (small, env), (large, big))
    others = strangers(small)
    shell = folder / "shell.db"
    shutil.copy(small["db"], shell)
    shell.chmod(0o600)
    giver = query(small["db"], f"SELECT person FROM access WHERE site='{env['PAO_SITE']}' AND role='primary'")

    def theirs(n):
        script = folder / f"add{n}.sql"
        script.write_text(ADD.format(site=env["PAO_SITE"], giver=giver, id=others[n]))
        return ["sqlite3", str(shell)], None, str(script)

    check = ["pao", "db", "check"], {**big, "PAO_TOKEN": large["operator"]["token"]}
    whole = ["sqlite3", large["db"], "PRAGMA integrity_check"]
    bench.row(f"db check of {options.sites * 50:,} grants / PRAGMA integrity_check", lambda n: check, lambda n: (whole,), 2.5, 3)
    memory = peak(*check)
    bench.say("peak memory of that check / 32 MiB", f"{memory:.0f} MiB", memory / 32, 1.0)
    bench.row("access add, signed in / the same SQL in the shell", lambda n: (["pao", "access", "add", others[n], "--role", "user"], env), theirs, 2.0)
    traced = subprocess.run(["strace", "-f", "-y", "-e", "trace=fsync,fdatasync", "pao", "access", "add", others[-1], "--role", "user"], env=env, capture_output=True, text=True, check=True)
    calls = [line for line in traced.stderr.splitlines() if re.search(r"f(data)?sync\(", line)]
    database = sum("-mail" not in line for line in calls)
    bench.say("durable syncs of the database per access add", f"{database} and {len(calls) - database} of the spool", database / 5, 1.0)
    size = os.path.getsize(shutil.which("pao")) / 1e6
    bench.say("stripped binary / 8 MB", f"{size:.1f} MB", size / 8, 1.0)


if __name__ == "__main__":
    sys.exit(main())
