//! Attacks by what a call finds around it: variables, descriptors, limits, folders; and what it might start.
use crate::house::House;
use crate::made::{KIM, OWNER, PAO, STAND, file};
use crate::people::{ANN, CY};
use crate::ran::Ran;
use crate::sshd::{HOST, Key, Sshd};
use crate::ways::{Way, as_user, feeds};
use std::process::Command;

const EVIL: &[(&str, &str)] = &[
    ("PAO_DB", "/etc/shadow"),
    ("PAO_TOKEN", "x"),
    ("PAO_COMPLETE", "bash"),
    ("PAO_FORMAT", "csv"),
    ("PAO_ID", "cy@example.com"),
    ("PAO_PASSWORD_FILE", "/etc/shadow"),
    ("PAO_SITE", "1"),
    ("PAO_PLAIN", "1"),
    ("PAGER", "id"),
    ("PAO_PAGER", "id"),
    ("LESSOPEN", "|id %s"),
    ("XDG_STATE_HOME", "/tmp"),
    ("XDG_DATA_HOME", "/tmp"),
    ("HOME", "/tmp"),
    ("TMPDIR", "/nonexistent"),
    ("TZ", "/etc/shadow"),
    ("LC_ALL", "../.."),
    ("LANG", "../.."),
    ("TERM", "\u{1b}]0;x"),
    ("COLUMNS", "3"),
    ("SSL_CERT_FILE", "/etc/shadow"),
    ("RUST_BACKTRACE", "1"),
    ("PAO_BY", "0"),
];

/// A server that takes every variable, and a client that sends these.
fn with_variables(sshd: &Sshd, key: &Key, variables: &[(&str, &str)], line: &str) -> Ran {
    let mut ssh = sshd.ssh(key, OWNER);
    ssh.envs(variables.iter().copied());
    for (name, _) in variables {
        ssh.args(["-o", &format!("SendEnv={name}")]);
    }
    feeds(ssh.args(HOST).arg(line), &[])
}

#[test]
#[ignore = "needs root, sudo and sshd: .ci/run runs it"]
fn no_variable_has_an_effect() {
    let (house, _) = House::story();
    let key = Key::new("ann");
    house.signs_in(&Way::Ssh(key.clone()), ANN);
    house.signs_in(&Way::Sudo(KIM), ANN);
    let before = house.frozen();
    let careless = Sshd::begin(&format!("AcceptEnv *\nInclude {STAND}/pao.conf\n"));
    let long = "x".repeat(5000);
    let more = [("TERM", long.as_str()), ("COLORTERM", &long), ("CI", "\u{1b}[2J")];
    for words in ["access list", "--json whoami", "rules", "--help", "access show nobody@example.com"] {
        let plain = feeds(&mut house.line(&key, words), &[]);
        let sudo = || house.pao(&Way::Sudo(KIM), words.split(' '));
        let plain_by_sudo = feeds(&mut sudo(), &[]);
        for variables in [EVIL, &more[..]] {
            let ran = with_variables(&careless, &key, variables, words);
            assert_eq!((ran.status, &ran.out, &ran.err), (plain.status, &plain.out, &plain.err), "{words}");
            assert!(!ran.out.contains('\u{1b}') && !ran.err.contains('\u{1b}'), "{ran:?}");
            let by_sudo = feeds(sudo().envs(variables.iter().copied()), &[]);
            let plain = &plain_by_sudo;
            assert_eq!((by_sudo.status, &by_sudo.out, &by_sudo.err), (plain.status, &plain.out, &plain.err), "{words}");
        }
    }
    // Marks of sudo and of others, where sshd lets them in.
    for mark in ["SUDO_UID", "DOAS_USER", "PKEXEC_UID"] {
        let ran = with_variables(&careless, &key, &[(mark, "0")], "--json whoami");
        assert!(house.refused(ran, 4).err.contains("cannot be told who is behind this call"), "{mark}");
    }
    house.is_still(&before);
}

/// What `pao` says under a shell that has changed something about itself first, by sudo.
fn under(user: &str, before: &str, words: &str) -> Ran {
    let mut sh = as_user(user, "/bin/sh");
    let sudo = format!("sudo -n -u {OWNER} {PAO} {words}");
    Ran::of(&sh.args(["-c", &before.replace("SUDO", &sudo)]).output().unwrap())
}

#[test]
#[ignore = "needs root, sudo and sshd: .ci/run runs it"]
fn hostile_surroundings_are_refused_or_borne_and_never_lied_about() {
    let (house, _) = House::story();
    house.signs_in(&Way::Sudo(KIM), ANN);
    file(&format!("{STAND}/closed.sh"), "", 0o644);
    let tools = "access WHERE tools = 3 AND role = 'user' AND ended_at IS NULL";
    let (set, back) =
        ("access update cy@example.com --tools full", ["access", "update", CY.id, "--tools", "downloads"]);
    for surroundings in [
        "SUDO <&-",
        "SUDO >&-",
        "SUDO 2>&-",
        "exec 0<&- 1>&- 2>&-; SUDO",
        "ulimit -f 0; SUDO",
        "ulimit -n 4; SUDO",
        "ulimit -n 8; SUDO",
        "ulimit -v 60000; SUDO",
        "ulimit -s 128; SUDO",
        "ulimit -t 1; SUDO",
        "SUDO >/dev/full",
        "SUDO 2>/dev/full",
        "nice -n 19 SUDO",
        "umask 0; SUDO",
        "umask 777; SUDO",
        "cd /proc/self/fd; SUDO",
        "mkdir $HOME/x; cd $HOME/x; chmod 0 .; SUDO; s=$?; rmdir $HOME/x; exit $s",
        "trap '' PIPE INT TERM HUP; SUDO",
        "(SUDO; echo $? >&2) | exec true",
        "{ head -c 65536 /dev/zero; SUDO; } | sleep 1",
    ] {
        let home = format!("HOME={STAND}/{KIM}; {surroundings}");
        let ran = under(KIM, &home, set);
        let is_set = house.count(tools) == 1;
        assert!(!ran.err.contains("panicked") && !ran.out.contains("panicked"), "{surroundings}: {ran:?}");
        // Whatever it said was so.
        let done = ran.status == Some(0);
        let says_done = ran.out.contains("full") || ran.err.contains("Updated");
        assert!(!says_done || is_set, "{surroundings}: {ran:?}");
        assert!(!done || is_set, "{surroundings}: {ran:?}");
        house.does(&Way::Sudo(KIM), &back, &[]);
        assert_eq!(house.count(tools), 0);
    }
    let check = house.owner(&["--json", "db", "check"], &[]);
    assert_eq!(check.ends(0).json()["ok"], true);
    assert_eq!(crate::made::runs("stat", &["-c", "%a %U", &house.db()]), format!("600 {OWNER}\n"));
}

/// What starts a program, for strace; sudo's own are seen too, so only those of `pao` count.
fn started_programs(trace: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut inside = false;
    for line in trace.lines() {
        if line.contains("execve(") && line.contains(&format!("\"{PAO}\"")) && line.ends_with("= 0") {
            inside = true;
        } else if inside
            && ["execve(", "fork(", "clone(", "clone3("].iter().any(|call| line.contains(call))
            && !line.contains("CLONE_THREAD")
        {
            found.push(line.to_owned());
        }
    }
    found
}

#[test]
#[ignore = "needs root, sudo and sshd: .ci/run runs it"]
fn no_program_is_started() {
    let (house, _) = House::story();
    house.signs_in(&Way::Sudo(KIM), ANN);
    let trace = format!("{STAND}/trace");
    let uid = crate::made::uid(KIM).to_string();
    for words in [
        &["man", "access"][..],
        &["help", "rules"],
        &["access", "list"],
        &["rules"],
        &["access", "update", CY.id, "--note", "x"],
    ] {
        // As sudo would start it: the registry's user, somebody behind it. sudo itself cannot be traced from outside.
        let mut command = Command::new("strace");
        command.args(["-f", "-e", "trace=execve,fork,vfork,clone,clone3", "-o", &trace, "setpriv"]);
        command.args([&format!("--reuid={OWNER}"), &format!("--regid={OWNER}"), "--clear-groups", PAO]).args(words);
        command.env_clear().envs([
            ("SUDO_UID", uid.as_str()),
            ("TERM", "xterm"),
            ("PAGER", "id"),
            ("PATH", "/usr/bin:/bin"),
        ]);
        let mut console = crate::ways::at_a_terminal(&mut command, 60);
        console.sees("[ended 0 whole]");
        let trace = std::fs::read_to_string(&trace).unwrap();
        assert!(trace.contains(PAO), "{trace}");
        assert_eq!(started_programs(&trace), [""; 0], "{words:?}");
    }
}
