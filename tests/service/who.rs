//! Who stands behind a call, row by row, with the programs that people really come by.
use crate::house::House;
use crate::made::{ADMIN, FOLDER, KIM, LEE, OWNER, PAO, STAND, calls, file, runs, uid};
use crate::people::{ANN, BOB, CY, OLGA};
use crate::ran::Ran;
use crate::sshd::{HOST, Key, Sshd};
use crate::ways::{Way, as_user, ended, feeds};
use std::fs;
use std::io::Write as _;
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

/// `pao --json WORDS…` as the registry's user with nothing in its environment but these variables.
fn as_owner(variables: &[(&str, &str)], words: &[&str]) -> Ran {
    let mut command = as_user(OWNER, PAO);
    command.arg("--json").args(words).env_clear().env("PATH", "/usr/bin:/bin").envs(variables.iter().copied());
    feeds(&mut command, &[&OLGA.password()])
}

/// `sudo WORDS…` by an administrator.
fn by_sudo(words: &[&str]) -> Command {
    let mut sudo = as_user(ADMIN, "sudo");
    sudo.args(["-n"]).args(words);
    sudo
}

/// What the kernel says about the one process of `pao` that waits: a file below /proc.
fn of_the_one_that_waits(name: &str) -> String {
    for _ in 0..200 {
        let said = |pid: &i32, name| fs::read_to_string(format!("/proc/{pid}/{name}")).unwrap_or_default();
        let user = format!("\nUid:\t{}\t", uid(OWNER));
        if let Some(pid) = calls().iter().find(|pid| said(pid, "status").contains(&user)) {
            return said(pid, name).replace('\0', "\n");
        }
        sleep(Duration::from_millis(20));
    }
    panic!("nobody waits");
}

#[test]
#[ignore = "needs root, sudo and sshd: .ci/run runs it"]
fn root_becomes_the_user_of_the_registry_before_anything_else() {
    let house = House::empty();
    let names =
        ["--email", OLGA.id, "--first-name", "O", "--last-name", "O", "--country", "US", "--password-file", "-"];
    let init = [&["--json", "init", "--service"], &names[..]].concat();
    let mut command = house.root(&init);
    command.envs([
        ("HOME", "/tmp"),
        ("LD_DEBUG_OUTPUT", "x"),
        ("PAGER", "id"),
        ("XDG_DATA_HOME", "/tmp"),
        ("TERM", "xterm"),
        ("SUDO_UID", "7"),
    ]);
    let mut waits = command.stdin(Stdio::piped()).spawn().unwrap();
    let (user, about, environ) = (uid(OWNER), of_the_one_that_waits("status"), of_the_one_that_waits("environ"));
    let line = |name: &str| {
        about.lines().find_map(|line| line.strip_prefix(name)).unwrap().split_whitespace().collect::<Vec<_>>()
    };
    assert_eq!(line("Uid:"), vec![user.to_string(); 4]);
    assert!(line("Gid:").iter().all(|gid| *gid != "0") && line("Groups:").iter().all(|gid| *gid != "0"), "{about}");
    assert_eq!(line("CapEff:"), ["0000000000000000"]);
    let mut names: Vec<&str> = environ.lines().filter_map(|line| Some(line.split_once('=')?.0)).collect();
    names.sort_unstable();
    assert_eq!(names, ["PAO_BY", "TERM"]);
    writeln!(waits.stdin.take().unwrap(), "{}", OLGA.password()).unwrap();
    ended(waits).ends(0);
    assert_eq!(newest_via(&house), "owner:7");
    let modes = |path: &str| runs("stat", &["-c", "%U %a", path]);
    for (path, mode) in [(FOLDER.to_owned(), "700"), (house.db(), "600"), (format!("{FOLDER}/outgoing"), "600")] {
        assert_eq!(modes(&path), format!("{OWNER} {mode}\n"), "{path}");
    }
}

#[test]
#[ignore = "needs root, sudo and sshd: .ci/run runs it"]
fn without_a_place_root_is_told_how_to_make_one() {
    let house = House::empty();
    fs::remove_dir_all(FOLDER).unwrap();
    let names =
        ["--email", OLGA.id, "--first-name", "O", "--last-name", "O", "--country", "US", "--password-file", "-"];
    let refused = house.owner(&[&["init", "--service"], &names[..]].concat(), &[&OLGA.password()]);
    assert!(
        refused.status != Some(0) && refused.err.contains("install -d") && refused.err.contains(FOLDER),
        "{refused:?}"
    );
    assert!(!fs::exists(FOLDER).unwrap() && !fs::exists("/.local").unwrap());
}

/// How the newest entry of the trail came in.
fn newest_via(house: &House) -> String {
    let newest = house.rows("SELECT details FROM audit ORDER BY seq DESC LIMIT 1").remove(0);
    serde_json::from_str::<serde_json::Value>(&newest).unwrap()["via"].as_str().unwrap_or(&newest).to_owned()
}

#[test]
#[ignore = "needs root, sudo and sshd: .ci/run runs it"]
fn the_owner_is_root_or_the_user_with_nobody_behind_it() {
    let (house, _) = House::story();
    let set = ["config", "set", "mail.audit-to", "audit@vendor.example"];
    let unset = ["config", "unset", "mail.audit-to"];
    feeds(&mut house.root(&set), &[]).ends(0);
    assert_eq!(newest_via(&house), "owner");
    // Whoever became root by sudo is named; it is the registry's user that does the work.
    feeds(by_sudo(&["pao"]).args(unset), &[]).ends(0);
    assert_eq!(newest_via(&house), format!("owner:{}", uid(ADMIN)));
    feeds(house.root(&set).env("SUDO_UID", "4711"), &[]).ends(0);
    assert_eq!(newest_via(&house), "owner:4711");
    assert_eq!(Path::new(&house.db()).metadata().unwrap().uid(), uid(OWNER));
    // The timer's own line, cron, runuser.
    as_owner(&[], &unset).ends(0);
    assert_eq!(newest_via(&house), "owner");
    as_owner(&[("SUDO_UID", "0")], &set).ends(0);
    let mut runuser = Command::new("runuser");
    Ran::of(&runuser.env_remove("SUDO_UID").args(["-u", OWNER, "--", PAO]).args(unset).output().unwrap()).ends(0);
    house.timer().ends(0);
    let check = feeds(&mut house.root(&["--json", "db", "check"]), &[]).ends(0).json();
    assert_eq!((&check["mode"], &check["owner"]), (&"service".into(), &uid(OWNER).into()));
}

#[test]
#[ignore = "needs root, sudo and sshd: .ci/run runs it"]
fn the_owner_does_what_is_theirs_and_nothing_else() {
    let (house, _) = House::story();
    let before = house.frozen();
    for words in [
        &["config", "list"][..],
        &["config", "get", "care.reach"],
        &["db", "check"],
        &["db", "stats"],
        &["db", "path"],
        &["audit", "verify"],
        &["audit", "head"],
        &["outbox", "list"],
        &["rules"],
        &["explain", "owner_only"],
        &["--version"],
        &["help", "deployment"],
        &["completions", "bash"],
        &["schema", "whoami"],
    ] {
        feeds(&mut house.root(words), &[]).ends(0);
    }
    // What only root can open is out of reach, and root is told why.
    let denied = house.owner(&["db", "backup", "/etc/copy.db"], &[]).ends(1);
    assert!(denied.err.contains("works as the user pao"), "{denied:?}");
    let login = ["login", OLGA.id, "--password-file", "-"];
    for words in [
        &login[..],
        &["whoami"],
        &["status"],
        &["site", "list"],
        &["person", "show", ANN.id],
        &["audit", "list"],
        &["access", "list"],
        &["operator", "list"],
        &["account", "recover", "--email", ANN.id],
        &["token", "list"],
        &["can", "enter"],
        &["config", "set", "policy.password-min", "20"],
    ] {
        let argv = [&["--json"], words].concat();
        let refused = house.refused(feeds(&mut house.root(&argv), &[&OLGA.password()]), 4);
        assert_eq!(refused.code(), "no_caller", "{words:?}");
        assert_eq!(house.refused(as_owner(&[], words), 4).code(), "no_caller", "{words:?}");
    }
    house.is_still(&before);
}

#[test]
#[ignore = "needs root, sudo and sshd: .ci/run runs it"]
fn each_guest_is_on_record_by_the_way_they_came() {
    let (house, _) = House::story();
    let key = Key::new("ann");
    file(
        &format!("{STAND}/keys"),
        format!("command=\"exec {PAO} ssh-command --caller jane@desk:7\",restrict,pty {}\n", key.public),
        0o644,
    );
    let closed = Sshd::begin(&format!("AcceptEnv LANG LC_*\nMatch User {OWNER}\n AuthorizedKeysFile {STAND}/keys\n"));
    let open = Way::Ssh(key.clone());
    for (way, person, via) in [
        (&open, ANN, format!("ssh:{}", key.fingerprint)),
        (&Way::Sudo(KIM), BOB, format!("sudo:{}", uid(KIM))),
        (&Way::Sudo(LEE), CY, format!("sudo:{}", uid(LEE))),
    ] {
        house.signs_in(way, person);
        house.does(way, &["account", "update", "--last-name", "Else"], &[]);
        assert_eq!(newest_via(&house), via);
    }
    let mut ssh = closed.ssh(&key, OWNER);
    ssh.args(HOST).arg(format!("--json login {} --password-file -", BOB.id));
    feeds(&mut ssh, &[&BOB.password()]).ends(0);
    let mut ssh = closed.ssh(&key, OWNER);
    ssh.args(HOST).arg("account update --last-name Other");
    Ran::of(&ssh.output().unwrap()).ends(0);
    assert_eq!(newest_via(&house), "ssh:jane@desk:7");
    // Operators see it, and can ask for it; customers do not.
    let operator = Way::Sudo(KIM);
    house.signs_in(&operator, OLGA);
    let filter = format!("sudo:{}", uid(LEE));
    let listed = house.does(&operator, &["audit", "list", "--via", &filter], &[]);
    let rows = listed.as_array().unwrap();
    assert!(!rows.is_empty() && rows.iter().all(|row| row["details"]["via"] == filter.as_str()), "{listed}");
    assert!(!house.run(&open, &["--json", "audit", "list"], &[]).ends(0).out.contains("\"via\""));
    house.run(&open, &["audit", "list", "--via", &filter], &[]).ends(4);
    let own = house.does(&open, &["account", "sign-ins"], &[]);
    assert!(own.to_string().contains(&key.fingerprint), "{own}");
}

#[test]
#[ignore = "needs root, sudo and sshd: .ci/run runs it"]
fn whoever_cannot_be_told_is_nobody() {
    let (house, _) = House::story();
    house.signs_in(&Way::Sudo(KIM), ANN);
    let before = house.frozen();
    let by_kim = uid(KIM).to_string();
    for variables in [
        &[("SUDO_UID", "")][..],
        &[("SUDO_UID", "01")],
        &[("SUDO_UID", "-1")],
        &[("SUDO_UID", "4294967295")],
        &[("SUDO_UID", "+7")],
        &[("SUDO_UID", " 7")],
        &[("SUDO_UID", "7 ")],
        &[("SUDO_UID", "0x7")],
        &[("DOAS_USER", "kim")],
        &[("PKEXEC_UID", "7")],
        &[("SUDO_UID", &by_kim), ("DOAS_USER", "kim")],
        &[("SUDO_UID", &by_kim), ("PKEXEC_UID", "7")],
        &[("SSH_CONNECTION", "127.0.0.1 1 127.0.0.1 22")],
        &[("SUDO_UID", "0"), ("SSH_CONNECTION", "x")],
        &[("SSH_ORIGINAL_COMMAND", "whoami")],
        &[("SUDO_UID", &by_kim), ("SSH_ORIGINAL_COMMAND", "whoami")],
    ] {
        for words in [&["whoami"][..], &["db", "check"], &["config", "list"], &["maintain"]] {
            assert_eq!(house.refused(as_owner(variables, words), 4).code(), "no_caller", "{variables:?} {words:?}");
        }
    }
    let original = feeds(house.root(&["--json", "db", "check"]).env("SSH_ORIGINAL_COMMAND", "db check"), &[]);
    assert_eq!(house.refused(original, 4).code(), "no_caller");
    // doas says who, but not in a way that we take.
    file("/etc/doas.conf", format!("permit nopass :pao-people as {OWNER} cmd {PAO}\n"), 0o400);
    let mut doas = as_user(KIM, "doas");
    assert_eq!(
        house.refused(Ran::of(&doas.args(["-u", OWNER, PAO, "--json", "whoami"]).output().unwrap()), 4).code(),
        "no_caller"
    );
    // A key whose line forgot `ssh-command`.
    let key = Key::new("plain");
    file(&format!("{STAND}/keys"), format!("command=\"exec {PAO} --json whoami\",restrict {}\n", key.public), 0o644);
    let closed = Sshd::begin(&format!("Match User {OWNER}\n AuthorizedKeysFile {STAND}/keys\n"));
    for words in [&["whoami"][..], &[]] {
        let mut ssh = closed.ssh(&key, OWNER);
        assert_eq!(house.refused(Ran::of(&ssh.args(HOST).args(words).output().unwrap()), 4).code(), "no_caller");
    }
    house.is_still(&before);
}

#[test]
#[ignore = "needs root, sudo and sshd: .ci/run runs it"]
fn everybody_else_has_a_registry_of_their_own() {
    let (house, _) = House::story();
    let before = house.frozen();
    let other = uid(LEE).to_string();
    let personal = |variables: &[(&str, &str)], words: &[&str], lines: &[&str]| {
        let mut pao = as_user(KIM, PAO);
        pao.arg("--json").args(words).env("HOME", format!("{STAND}/{KIM}")).envs(variables.iter().copied());
        feeds(&mut pao, lines)
    };
    for marks in
        [&[][..], &[("SUDO_UID", other.as_str())], &[("SSH_CONNECTION", "x"), ("SSH_ORIGINAL_COMMAND", "db check")]]
    {
        assert_eq!(house.refused(personal(marks, &["whoami"], &[]), 10).code(), "no_database");
    }
    let named = personal(&[], &["--db", &house.db(), "whoami"], &[]);
    assert!([1, 10].contains(&named.status.unwrap()), "{named:?}");
    let names = ["--first-name", "K", "--last-name", "K", "--country", "DE", "--password-file", "-"];
    personal(&[], &[&["init", "--email", "kim@example.com"], &names[..]].concat(), &[&OLGA.password()]).ends(0);
    let check = personal(&[("SUDO_UID", &other)], &["db", "check"], &[]).ends(0).json();
    assert_eq!(check["mode"], "personal");
    // Root who names another file is its owner, and no registry of others.
    let mine = format!("{STAND}/{KIM}/mine.db");
    let ran = feeds(house.root(&["--json", "whoami"]).env("PAO_DB", &mine), &[]);
    assert_eq!(house.refused(ran, 10).code(), "no_database");
    house.is_still(&before);
}
