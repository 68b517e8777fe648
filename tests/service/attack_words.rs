//! Attacks by words: what a shell would act upon, what a command line is too long for, paths, and commands of the owner.
use crate::house::{House, PLANTED};
use crate::made::{FOLDER, KIM, LEE, OWNER, PAO, uid};
use crate::people::{ANN, CY, OLGA};
use crate::ran::Ran;
use crate::sshd::Key;
use crate::ways::{Way, as_user, ended, feeds, started};
use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt as _;

#[test]
#[ignore = "needs root, sudo and sshd: .ci/run runs it"]
fn no_shell_reads_what_somebody_else_says() {
    let (house, _) = House::story();
    let key = Key::new("ann");
    house.signs_in(&Way::Ssh(key.clone()), ANN);
    let before = house.frozen();
    let long = format!("whoami '{}'", "x".repeat(33 * 1024));
    let many = "whoami".to_owned() + &" x".repeat(1001);
    let lines: Vec<&[u8]> = vec![
        b"whoami; id",
        b"whoami | id",
        b"whoami & id",
        b"whoami && id",
        b"whoami $(id)",
        b"whoami `id`",
        b"whoami\nid",
        b"whoami\rid",
        b"whoami \"$HOME\"",
        b"whoami \"`id`\"",
        b"whoami 'open",
        b"whoami \"open",
        b"whoami \\",
        b"whoami > /tmp/x",
        b"whoami < /etc/shadow",
        b"(whoami)",
        b"whoami $HOME",
        b"whoami \xff\xfe",
        long.as_bytes(),
        many.as_bytes(),
    ];
    for line in lines {
        let ran = Ran::of(&house.line(&key, OsStr::from_bytes(line)).output().unwrap());
        let said = house.refused(ran, 2).err;
        assert!(!said.contains("uid="), "{said}");
    }
    // Quoted once more, all of it is a word like any other.
    for word in ["a; b | c & d", "$(id) `id` $HOME", "it's \"quoted\" \\ ", "~ * ? [a] {b} ! # =", "b\u{fc}ro"] {
        let ran =
            house.run(&Way::Ssh(key.clone()), &["--json", "access", "update", CY.id, "--note", word, "--dry-run"], &[]);
        assert_eq!(ran.ends(0).json()["note"].as_str().unwrap().trim(), word.trim(), "{word}");
    }
    house.is_still(&before);
}

/// Commands with a path where `-` may stand. PLANTED and LETTER are files of the registry's user.
const PATHS: &str = "\
--db PLANTED whoami
--db=PLANTED whoami
whoami --db -
whoami --db /var/lib/pao/pao.db
--as cy@example.com --password-file /etc/shadow whoami
--as cy@example.com --password-file=/etc/shadow whoami
login cy@example.com --password-file PLANTED
--token-file /etc/shadow whoami
whoami --token-file=LETTER
provision submit --gateway-name n --host gw.example.com --notify n@example.com --domain a.example --cert /etc/shadow
access import PLANTED
access import LETTER
access import -- LETTER
access import /dev/stdin
access import ../../../etc/shadow
access import --prune --yes LETTER
site import LETTER
review close --yes --evidence /var/lib/pao/evidence
review verify LETTER
account verify --email ann@example.com --password-file - --code-file LETTER
authorize --passcode-file LETTER
account change-password --password-file - --new-password-file /etc/shadow
audit verify --export LETTER
audit verify --expect-file /etc/shadow";

#[test]
#[ignore = "needs root, sudo and sshd: .ci/run runs it"]
fn no_path_of_the_server_is_opened_for_a_guest() {
    let (house, _) = House::story();
    let key = Key::new("ann");
    let ways = [Way::Ssh(key.clone()), Way::Sudo(KIM)];
    for way in &ways {
        house.signs_in(way, ANN);
    }
    house.timer().ends(0);
    house.does(&ways[0], &["access", "update", CY.id, "--note", "x"], &[]);
    house.timer().ends(0);
    let planted = format!("{FOLDER}/{PLANTED}");
    let letter = std::fs::read_dir(format!("{FOLDER}/pao-mail")).unwrap().next().expect("a letter").unwrap().path();
    let before = house.frozen();
    for line in PATHS.lines() {
        let line = line.replace("PLANTED", &planted).replace("LETTER", letter.to_str().unwrap());
        for way in &ways {
            let ran = house.run(way, &["--json"].into_iter().chain(line.split(' ')).collect::<Vec<_>>(), &[]);
            assert_eq!(house.refused(ran, 2).code(), "usage", "{line}");
        }
    }
    for line in [
        "\"--d\"b /etc/shadow whoami",
        "--d''b=/etc/shadow whoami",
        "\\--db /etc/shadow whoami",
        "access import '/etc/shadow'",
    ] {
        house.refused(Ran::of(&house.line(&key, line).output().unwrap()), 2);
    }
    house.is_still(&before);
}

/// What only the owner of the file may do.
const OWNERS: &str = "\
init --email x@example.com --first-name X --last-name X --country DE --password-file -
init --service --email x@example.com --first-name X --last-name X --country DE --password-file -
demo
db path
db backup -
db restore - --yes
db accept-time
operator reset ann@example.com
config set mail.from evil@example.com
config set mail.transport off
config set care.reach evil
config unset care.reach
config set care.host-key SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
config set service.operators any
ssh-keys 0 SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA ssh-ed25519 AAAA";

#[test]
#[ignore = "needs root, sudo and sshd: .ci/run runs it"]
fn what_is_the_owners_is_nobody_elses_not_even_the_operators() {
    let (house, _) = House::story();
    house.owner(&["config", "set", "service.operators", "any"], &[]).ends(0);
    let ways = [Way::Ssh(Key::new("olga")), Way::Sudo(KIM)];
    for (person, way) in [(OLGA, &ways[0]), (OLGA, &ways[1]), (ANN, &ways[0]), (ANN, &ways[1])] {
        house.signs_in(way, person);
        let before = house.frozen();
        for line in OWNERS.lines() {
            let argv: Vec<&str> = ["--json"].into_iter().chain(line.split(' ')).collect();
            let ran = house.refused(house.run(way, &argv, &[&OLGA.password()]), 4);
            assert_eq!(ran.code(), "owner_only", "{line}: {ran:?}");
            assert!(!ran.err.contains(FOLDER), "{ran:?}");
        }
        house.is_still(&before);
    }
    // Help does not offer what nobody may do who reads it.
    for way in &ways {
        let help = house.run(way, &["--help"], &[]).ends(0).out;
        for command in ["init", "demo", "ssh-command", "ssh-keys"] {
            let offers = |line: &str| line.trim_start().starts_with(&format!("{command} "));
            assert!(!help.lines().any(offers), "{command}: {help}");
        }
        assert!(!help.contains(FOLDER), "{help}");
    }
}

/// What the line of sudo does not let through.
const BY_SUDO: &str = "\
-E /usr/bin/pao
-s
-i
-e /var/lib/pao/pao.db
-D /var/lib/pao /usr/bin/pao
-R /var /usr/bin/pao
-C 9 /usr/bin/pao
-g root /usr/bin/pao
-u root /usr/bin/pao
/bin/sh
/bin/cat /var/lib/pao/pao.db
PATH=/tmp /usr/bin/pao
SUDO_UID=0 /usr/bin/pao whoami
PAO_DB=/tmp/x /usr/bin/pao whoami";

#[test]
#[ignore = "needs root, sudo and sshd: .ci/run runs it"]
fn nobody_says_themselves_who_they_are() {
    let (house, _) = House::story();
    let (ann, eve) = (Key::new("ann"), Key::new("eve"));
    house.signs_in(&Way::Ssh(ann.clone()), ANN);
    house.signs_in(&Way::Sudo(LEE), ANN);
    let before = house.frozen();
    let other = ["ssh-command", "--caller", ann.fingerprint.as_str()];
    let inside = house.run(&Way::Ssh(eve.clone()), &[&["--json"], &other[..]].concat(), &[]);
    assert_eq!(house.refused(inside, 2).code(), "usage");
    assert_eq!(
        house.refused(house.run(&Way::Sudo(KIM), &[&["--json"], &other[..]].concat(), &[]), 4).code(),
        "no_caller"
    );
    let forged = [("SSH_CONNECTION", "127.0.0.1 1 127.0.0.1 22"), ("SSH_ORIGINAL_COMMAND", "--json whoami")];
    let mut sudo = house.pao(&Way::Sudo(KIM), [&["--json"], &other[..]].concat());
    assert_eq!(house.refused(feeds(sudo.envs(forged), &[]), 4).code(), "no_caller");
    for user in [KIM, LEE] {
        let mut plain = as_user(user, PAO);
        let ran = feeds(plain.arg("--json").args(other).envs(forged), &[]);
        assert_eq!(house.refused(ran, 4).code(), "no_caller");
    }
    let ran = feeds(house.root(&[&["--json"], &other[..]].concat()).envs(forged), &[]);
    assert_eq!(house.refused(ran, 4).code(), "no_caller");

    // The number of another: overwritten by sudo, refused by sudo, a stranger's own registry.
    let lee = uid(LEE).to_string();
    for number in ["0", &lee] {
        let mut sudo = house.pao(&Way::Sudo(KIM), ["--json", "whoami"]);
        assert_eq!(house.refused(feeds(sudo.env("SUDO_UID", number), &[]), 3).code(), "sign_in_required");
    }
    for line in BY_SUDO.lines() {
        let mut sudo = as_user(KIM, "sudo");
        let ran = feeds(sudo.args(["-n", "-u", OWNER]).args(line.split(' ')), &[]);
        let said = house.refused(ran, 1).err;
        assert!(said.contains("sudo") || said.starts_with("Sorry"), "{line}: {said}");
    }
    house.is_still(&before);
}

/// Input that is long, or never ends, is refused too.
#[test]
#[ignore = "needs root, sudo and sshd: .ci/run runs it"]
fn a_secret_is_not_typed_where_it_would_be_shown() {
    let (house, _) = House::story();
    for way in [Way::Ssh(Key::new("ann")), Way::Sudo(KIM)] {
        let mut console = house.sits(&way, &["login", ANN.id, "--password-file", "-"]);
        console.sees("[ended 2 whole]");
        let huge = vec![b'x'; 300_000];
        let ran = ended(started(&mut house.pao(&way, ["--json", "login", ANN.id, "--password-file", "-"]), &huge));
        assert!([2, 3, 7].contains(&ran.status.unwrap()) && ran.err.len() < 1000, "{ran:?}");
    }
}
