"""What people would use instead of `pao`, on the same work: a row for each that is installed.

Debian packages: gh, argon2, krb5-kdc with krb5-admin-server. A row whose yardstick is not installed is left out, and said to be.
samba-tool, which is slower than all of them by an order of magnitude, is not run: a domain takes minutes to set up.
"""
import os
import pathlib
import shutil
import subprocess

from measure import env_for

REALM = "BENCH.TEST"


def rows(bench, folder, facts):
    """All that can be compared here. `facts` are those of a practice database with 50 people at a site."""
    for name, compare in [("gh", gh), ("argon2", argon2), ("kadmin.local", kadmin)]:
        if shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin"):
            compare(bench, folder, facts)
        else:
            print(f"rows against {name}: left out, it is not installed")


def gh(bench, _folder, _facts):
    bench.row("pao --version / gh --version", lambda n: (["pao", "--version"],), lambda n: (["gh", "--version"],), 0.10)


def argon2(bench, folder, _facts):
    """A sign-in compares one hash of a password and writes a row; the command computes one hash of the same cost."""
    password = folder / "password"
    password.write_text("long-and-not-common-9")
    password.chmod(0o600)
    env = {"HOME": str(folder), "PATH": os.environ["PATH"], "PAO_DB": f"{folder}/own.db", "PAO_PASSWORD_FILE": str(password)}
    operator = ["--email", "ops@vendor.example", "--first-name", "Olga", "--last-name", "Operator", "--country", "US"]
    subprocess.run(["pao", "init", *operator], env=env, capture_output=True, check=True)
    ours = ["pao", "login", "ops@vendor.example"]
    theirs = ["argon2", "saltsaltsalt", "-id", "-k", "19456", "-t", "2", "-p", "1", "-e"]
    bench.row("login / argon2 with the same parameters", lambda n: (ours, env), lambda n: (theirs, None, str(password)), 1.15)


def kadmin(bench, folder, facts):
    """A directory of people on this machine, as `kadmin.local` opens it: without a network, by whoever owns the file."""
    config = folder / "krb5.conf"
    config.write_text(f"""[libdefaults]
default_realm = {REALM}
[realms]
{REALM} = {{
  database_module = local
  key_stash_file = {folder}/stash
}}
[dbmodules]
local = {{
  db_library = db2
  database_name = {folder}/principal
}}
""")
    kerberos = {"KRB5_CONFIG": str(config), "KRB5_KDC_PROFILE": str(config), "PATH": f"{os.environ['PATH']}:/usr/sbin", "HOME": str(folder)}

    def run(*words):
        subprocess.run(words, env=kerberos, capture_output=True, check=True)

    run("kdb5_util", "create", "-s", "-r", REALM, "-P", "bench")
    for number in range(50):
        run("kadmin.local", "addprinc", "-randkey", f"person-{number}")
    local = shutil.which("kadmin.local", path=kerberos["PATH"])
    env = env_for(folder, facts)
    listed = lambda n: ([local, "listprincs"], kerberos)
    bench.row("list 50 people as JSON / kadmin.local listprincs", lambda n: (["pao", "access", "list", "--json"], env), listed, 1.3)
    bench.row("list 50 people as a table / kadmin.local listprincs", lambda n: (["pao", "access", "list"], env), listed, 1.3)
    new = [line.split(",")[0] for line in pathlib.Path(facts["people_file"]).read_text().split() if not line.endswith("," + env["PAO_SITE"])]
    bench.row("access add, signed in / kadmin.local addprinc -randkey",
              lambda n: (["pao", "access", "add", new[200 + n], "--role", "user"], env),
              lambda n: ([local, "addprinc", "-randkey", f"new-{n}"], kerberos), 2.0)
