//! Attacks by words: what a shell would act upon, what a command line is too long for, paths, and commands of the owner.
use crate::house::House;
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
        b"whoami; id", b"whoami | id", b"whoami & id", b"whoami && id", b"whoami $(id)", b"whoami `id`", b"whoami\nid", b"whoami\rid",
        b"whoami \"$HOME\"", b"whoami \"`id`\"", b"whoami 'open", b"whoami \"open", b"whoami \\", b"whoami > /tmp/x", b"whoami < /etc/shadow",
        b"(whoami)", b"whoami $HOME", b"whoami \xff\xfe", long.as_bytes(), many.as_bytes(),
    ];
    for line in lines {
        let ran = Ran::of(&house.line(&key, OsStr::from_bytes(line)).output().unwrap());
        let said = house.refused(ran, 2).err;
        assert!(!said.contains("uid="), "{said}");
    }
    // Quoted once more, all of it is a word like any other.
    for word in ["a; b | c & d", "$(id) `id` $HOME", "it's \"quoted\" \\ ", "~ * ? [a] {b} ! # =", "tab\tand \u{fc}"] {
        let ran = house.run(&Way::Ssh(key.clone()), &["--json", "access", "update", CY.id, "--note", word, "--dry-run"], &[]);
        assert_eq!(ran.ends(0).json()["note"].as_str().unwrap().trim(), word.trim(), "{word}");
    }
    house.is_still(&before);
}

/// What takes a path takes standard input and nothing else.
#[test]
#[ignore = "needs root, sudo and sshd: .ci/run runs it"]
fn no_path_of_the_server_is_opened_for_a_guest() {
    let (house, _) = House::story();
    let key = Key::new("ann");
    let ways = [Way::Ssh(key.clone()), Way::Sudo(KIM)];
    for way in &ways {
        house.signs_in(way, ANN);
    }
    let planted = house.planted();
    let spool = std::fs::read_dir(format!("{FOLDER}/pao-mail")).unwrap().next();
    let letter = spool.map(|entry| entry.unwrap().path().display().to_string()).unwrap_or_else(|| planted.clone());
    let before = house.frozen();
    let provision = ["provision", "submit", "--gateway-name", "n", "--host", "gw.example.com", "--notify", "n@example.com", "--domain", "a.example"];
    let cert = ["--cert", "/etc/shadow"];
    for way in &ways {
        for words in [
            &["--db", &planted, "whoami"][..], &[&format!("--db={planted}"), "whoami"], &["whoami", "--db", "-"], &["--db", "", "whoami"],
            &["whoami", "--db", &house.db()], &["--as", CY.id, "--password-file", "/etc/shadow", "whoami"],
            &["--as", CY.id, "--password-file=/etc/shadow", "whoami"], &["login", CY.id, "--password-file", &planted],
            &["--token-file", "/etc/shadow", "whoami"], &["whoami", &format!("--token-file={letter}")],
            &[&provision[..], &cert].concat(), &["access", "import", &planted], &["access", "import", &letter],
            &["access", "import", "--", &letter], &["access", "import", "/dev/stdin"], &["access", "import", "../../../etc/shadow"],
            &["site", "import", &letter], &["review", "close", "--yes", "--evidence", &format!("{FOLDER}/evidence")],
            &["review", "verify", &letter], &["account", "verify", "--email", ANN.id, "--code-file", &letter, "--password-file", "-"],
            &["authorize", "--passcode-file", &letter],
            &["account", "change-password", "--password-file", "-", "--new-password-file", "/etc/shadow"],
            &["audit", "verify", "--export", &letter], &["audit", "verify", "--expect-file", "/etc/shadow"],
        ] {
            let argv = [&["--json"], words].concat();
            let ran = house.refused(house.run(way, &argv, &[]), 2);
            assert!(ran.code() == "usage" && !ran.err.contains("canary"), "{words:?} {ran:?}");
        }
    }
    for line in ["\"--d\"b /etc/shadow whoami", "--d''b=/etc/shadow whoami", "\\--db /etc/shadow whoami", "access import '/etc/shadow'"] {
        house.refused(Ran::of(&house.line(&key, line).output().unwrap()), 2);
    }
    house.is_still(&before);
}

#[test]
#[ignore = "needs root, sudo and sshd: .ci/run runs it"]
fn what_is_the_owners_is_nobody_elses_not_even_the_operators() {
    let (house, _) = House::story();
    house.owner(&["config", "set", "service.operators", "any"], &[]).ends(0);
    let ways = [Way::Ssh(Key::new("olga")), Way::Sudo(KIM)];
    let names = ["--email", "x@example.com", "--first-name", "X", "--last-name", "X", "--country", "DE", "--password-file", "-"];
    for person in [OLGA, ANN] {
        for way in &ways {
            house.signs_in(way, person);
            let before = house.frozen();
            for words in [
                &[&["init"], &names[..]].concat()[..], &[&["init", "--service"], &names[..]].concat(), &["demo"], &["db", "path"],
                &["db", "backup", "-"], &["db", "restore", "-", "--yes"], &["db", "migrate"], &["db", "accept-time"], &["operator", "reset", ANN.id],
                &["config", "set", "mail.from", "evil@example.com"], &["config", "set", "mail.transport", "off"],
                &["config", "set", "care.reach", "ssh evil@example.com"], &["config", "unset", "care.reach"],
                &["config", "set", "care.host-key", "SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"],
                &["config", "set", "service.operators", "any"],
                &["ssh-keys", "0", "SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "ssh-ed25519", "AAAA"],
            ] {
                let argv = [&["--json"], words].concat();
                let ran = house.refused(house.run(way, &argv, &[&OLGA.password()]), 4);
                assert_eq!(ran.code(), "owner_only", "{words:?}: {ran:?}");
                assert!(!ran.err.contains(FOLDER), "{ran:?}");
            }
            house.is_still(&before);
        }
    }
    // Help does not offer what nobody may do who reads it.
    for way in &ways {
        let help = house.run(way, &["--help"], &[]).ends(0).out;
        for command in ["init", "demo", "ssh-command", "ssh-keys"] {
            assert!(!help.lines().any(|line| line.trim_start().starts_with(&format!("{command} "))), "{command}: {help}");
        }
        assert!(!help.contains(FOLDER), "{help}");
    }
}

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
    assert_eq!(house.refused(house.run(&Way::Sudo(KIM), &[&["--json"], &other[..]].concat(), &[]), 4).code(), "no_caller");
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
        let mut sudo = as_user(KIM, "sudo");
        let ran = feeds(sudo.args(["-n", "-u", OWNER, &format!("SUDO_UID={number}"), PAO, "whoami"]), &[]);
        assert!(house.refused(ran, 1).err.contains("sudo: "));
    }
    for options in [
        &["-E", PAO][..], &["-s"], &["-i"], &["-e", "/var/lib/pao/pao.db"], &["-D", "/var/lib/pao", PAO], &["-R", "/var", PAO], &["-C", "9", PAO],
        &["-g", "root", PAO], &["-u", "root", PAO], &["/bin/sh"], &["/bin/cat", "/var/lib/pao/pao.db"], &["PATH=/tmp", PAO],
    ] {
        let mut sudo = as_user(KIM, "sudo");
        let ran = feeds(sudo.args(["-n", "-u", OWNER]).args(options), &[]);
        assert!(house.refused(ran, 1).err.contains("sudo: "), "{options:?}");
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
