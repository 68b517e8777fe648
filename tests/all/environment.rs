//! The real program where the machine gives it little: no variables at all, a user whom no password database knows.
use crate::machine::{ENROLLED, Machine, PAO, Ran};
use rustix::process::geteuid;
use std::fs::{self, DirBuilder};
use std::os::unix::fs::{DirBuilderExt as _, chown};
use std::os::unix::process::CommandExt as _;
use std::path::PathBuf;
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

/// Nobody's number in any password database.
const UNKNOWN: u32 = 3_912_345;

/// The first name that is free for a folder of this process.
static NEXT: AtomicU32 = AtomicU32::new(0);

/// A machine that belongs to a user without an entry in the password database (root may become one; others stay who they
/// are), and a copy of the program that this user can reach.
pub struct Bare {
    pub machine: Machine,
    program: PathBuf,
}

impl Bare {
    pub fn new() -> Self {
        // Not in the clone, which may lie in a folder of root's own.
        let folder = std::env::temp_dir().join(format!(
            "pao-bare-{}-{}",
            std::process::id(),
            NEXT.fetch_add(1, Ordering::Relaxed)
        ));
        DirBuilder::new().mode(0o700).create(&folder).unwrap();
        let program = folder.join("pao");
        fs::copy(PAO, &program).unwrap();
        let bare = Self { machine: Machine { folder }, program };
        bare.owns("");
        bare
    }

    /// Gives a file of this machine to its user.
    pub fn owns(&self, name: &str) {
        if geteuid().is_root() {
            chown(self.machine.folder.join(name), Some(UNKNOWN), Some(UNKNOWN)).unwrap();
        }
    }

    /// `pao ARGV…` without one variable but these.
    pub fn run(&self, argv: &[&str], variables: &[(&str, &str)]) -> Ran {
        let mut command = Command::new(&self.program);
        command.args(argv).env_clear().envs(variables.iter().copied()).current_dir(&self.machine.folder);
        if geteuid().is_root() {
            command.uid(UNKNOWN).gid(UNKNOWN);
        }
        Ran::of(&command.stdin(std::process::Stdio::null()).output().unwrap())
    }
}

#[test]
fn without_variables_and_without_an_entry_in_the_password_database_it_works() {
    let bare = Bare::new();
    let version = bare.run(&["--version"], &[]).ends(0);
    assert_eq!(version.out, format!("pao {}\n", env!("CARGO_PKG_VERSION")));
    assert!(bare.run(&["--help"], &[]).ends(0).out.contains("Usage: pao"));
    let build = bare.run(&["--version", "--json"], &[]).ends(0).json();
    assert!(build["sqlite"].is_string() && build["target"].is_string(), "{build}");
    // Where nobody says where, it asks for the path; it does not look the user up.
    for (argv, option) in [(&["whoami"][..], "--db"), (&["db", "path"], "PAO_DB"), (&["demo"], "--db")] {
        let ran = bare.run(&[&["--json"], argv].concat(), &[]).ends(1);
        let error = ran.error();
        assert!(ran.code() == "io" && error["message"].as_str().unwrap().contains("HOME"), "{ran:?}");
        assert!(error["hint"].as_str().unwrap().contains(option), "{ran:?}");
    }
    // Where somebody does, all of it works.
    bare.machine.file("password", "olga plum kettle Orbit 4711");
    bare.owns("password");
    let who = ["--email", "olga@example.com", "--first-name", "Olga", "--last-name", "Operator", "--country", "US"];
    let init = [&["--db", "own/pao.db", "--json", "init", "--password-file", "password"], &who[..]].concat();
    bare.run(&init, &[]).ends(0);
    assert_eq!(bare.run(&["--db", "own/pao.db", "--json", "db", "check"], &[]).ends(0).json()["ok"], true);
    let login = ["--db", "own/pao.db", "--json", "login", "olga@example.com", "--password-file", "password"];
    let stored = bare.run(&login, &[]).ends(1);
    assert!(stored.code() == "io" && stored.error()["message"].as_str().unwrap().contains("HOME"), "{stored:?}");
    let token = bare.run(&[&login[..], &["--print-token"]].concat(), &[]).ends(0).json();
    let token = [("PAO_TOKEN", token["token"].as_str().unwrap())];
    assert_eq!(bare.run(&["--db", "own/pao.db", "--json", "whoami"], &token).ends(0).json()["id"], "olga@example.com");
    // One XDG folder is enough for what goes there.
    let state = bare.machine.folder.join("state");
    let state = [("XDG_STATE_HOME", state.to_str().unwrap())];
    bare.run(&login, &state).ends(0);
    bare.run(&["--db", "own/pao.db", "whoami"], &state).ends(0);
}

/// Nobody else is asked, not even about a user whom the password database knows.
#[test]
fn folders_are_what_home_and_xdg_say() {
    let machine = ENROLLED.machine();
    let at = |name: &str| machine.folder.join(name).into_os_string().into_string().unwrap();
    let (db, home, xdg) = (at("data/pao.db"), at("h"), (at("d"), at("s")));
    let (usual, named) = (["h/.local/share/pao", "h/.local/state/pao"], ["d/pao", "s/pao"]);
    let run = |argv: &[&str], variables: &[(&str, &str)]| {
        let mut command = machine.command(PAO);
        Ran::of(&command.env_clear().envs(variables.iter().copied()).arg("--json").args(argv).output().unwrap())
    };
    machine.file("password", &ENROLLED.bob.password);
    let login = ["login", "--db", &db, &ENROLLED.bob.id, "--password-file", "password"];
    run(&login, &[("XDG_STATE_HOME", &at("kept"))]).ends(0);
    let all = [("HOME", &*home), ("XDG_DATA_HOME", &*xdg.0), ("XDG_STATE_HOME", &*xdg.1)];
    let relative = [all[0], ("XDG_DATA_HOME", "d"), ("XDG_STATE_HOME", "")];
    for (variables, data, state) in [
        (&all[..1], Some(usual[0]), Some(usual[1])),
        (&all, Some(named[0]), Some(named[1])),
        (&all[1..], Some(named[0]), Some(named[1])),
        (&all[1..2], Some(named[0]), None),
        (&relative, Some(usual[0]), Some(usual[1])),
        (&[], None, None),
        (&[("HOME", "")], None, None),
        (&[("HOME", "h"), all[2]], None, Some(named[1])),
        (&[("USER", "root")], None, None),
    ] {
        let path = run(&["db", "path"], variables);
        match data {
            Some(data) => assert_eq!(path.json()["path"], at(data) + "/pao.db", "{variables:?}"),
            None => assert_eq!(path.code(), "io", "{variables:?}"),
        }
        let Some(state) = state.map(|state| machine.folder.join(state)) else {
            assert_eq!(run(&login, variables).code(), "io", "{variables:?}");
            continue;
        };
        fs::create_dir_all(state.parent().unwrap()).unwrap();
        fs::rename(at("kept/pao"), &state).unwrap();
        run(&["whoami", "--db", &db], variables).ends(0);
        fs::rename(&state, at("kept/pao")).unwrap();
    }
}
