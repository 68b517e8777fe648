//! Where a database may lie, what is advised where it may not, and whose folders `pao` makes.
use crate::environment::Bare;
use crate::machine::{AWAKE, Machine, PAO, Ran};
use crate::world::{OPS, Run, Scene};
use rustix::process::geteuid;
use serde_json::Value;
use std::fs::{self, DirBuilder, Permissions};
use std::os::unix::fs::{DirBuilderExt as _, MetadataExt as _, PermissionsExt as _, chown};
use std::path::{Path, PathBuf};
use std::process::Command;

const FOUNDING: [&str; 9] = ["init", "--email", OPS, "--first-name", "O", "--last-name", "P", "--country", "US"];
const SMALL: [&str; 5] = ["demo", "--sites", "1", "--people", "3"];

fn mode(path: impl AsRef<Path>, mode: u32) {
    fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
}

fn bits(path: impl AsRef<Path>) -> u32 {
    fs::metadata(path).unwrap().mode() & 0o7777
}

/// The command in what was advised: what stands between backticks, or all of it.
fn advised(error: &Value) -> String {
    let hint = error["hint"].as_str().expect("a hint");
    hint.split('`').nth(1).unwrap_or(hint).to_owned()
}

/// Does it, in a shell.
fn followed(scene: &Scene, command: &str) {
    let mut shell = Command::new("sh");
    let done =
        shell.args(["-ec", command]).current_dir(scene.path("")).env("HOME", scene.path("home")).status().unwrap();
    assert!(done.success(), "{command}");
}

#[track_caller]
fn insecure(run: Run) -> Value {
    run.refused("insecure_file").error()
}

/// `pao ARGV… --db PATH`, by whoever owns the file.
fn at(scene: &Scene, argv: &[&str], path: &Path) -> Run {
    let argv = [argv, &["--db", path.to_str().unwrap()]].concat();
    if argv[0] == "init" { scene.confirmed(OPS, argv) } else { scene.run("nobody", argv) }
}

#[test]
fn a_practice_file_lies_in_any_ordinary_folder() {
    let machine = Machine::empty();
    fs::write(machine.folder.join("notes.txt"), "mine").unwrap();
    mode(&machine.folder, 0o755);
    for _ in 0..2 {
        machine.run(None, &["--json", "demo", "--db", "./practice.db"]).ends(0);
    }
    let lies = |name: &str| bits(machine.folder.join(name));
    assert_eq!([lies("practice.db"), lies("practice-mail"), lies("")], [0o600, 0o700, 0o755]);
    let run = |argv: &[&str]| machine.run(None, &[&["--json", "--db", "./practice.db"], argv].concat());
    assert_eq!(run(&["db", "path"]).ends(0).json()["path"], machine.folder.join("practice.db").to_str().unwrap());
    assert_eq!(run(&["db", "check"]).ends(0).json()["ok"], true);
    run(&["maintain"]).ends(0);
}

#[test]
fn a_folder_that_others_can_read_is_no_danger_and_one_that_they_can_write_to_is() {
    let scene = Scene::new();
    let folder = scene.path("here");
    DirBuilder::new().create(&folder).unwrap();
    fs::write(folder.join("notes.txt"), "mine").unwrap();
    for good in [0o700, 0o750, 0o755, 0o705, 0o711, 0o701, 0o555] {
        mode(&folder, good);
        if good & 0o200 != 0 {
            at(&scene, &SMALL, &folder.join("pao.db")).done();
        }
        let check = at(&scene, &["db", "check"], &folder.join("pao.db")).done();
        assert_eq!(check.json()["ok"], true, "{good:o}");
        assert_eq!(bits(folder.join("pao.db")), 0o600);
    }
    for bad in [0o770, 0o720, 0o702, 0o775, 0o757, 0o777, 0o1777, 0o1770] {
        mode(&folder, bad);
        for argv in [&["db", "check"][..], &["maintain"], &["whoami"]] {
            let error = insecure(at(&scene, argv, &folder.join("pao.db")));
            assert!(error["message"].as_str().unwrap().contains(&format!("{bad:o}")), "{error}");
        }
        let error = insecure(at(&scene, &FOUNDING, &folder.join("new.db")));
        assert_eq!(advised(&error), format!("mkdir -m 700 {}", folder.join("registry").display()), "{error}");
        assert!(!folder.join("new.db").exists());
    }
}

#[test]
fn what_is_advised_works_and_closes_nobody_s_folder() {
    // Whose folder, what lies in it besides, whether a database does, and whether it may be closed.
    let cases: &[(&str, u32, Option<&str>, bool, bool)] = &[
        ("own", 0o777, None, true, true),
        ("own", 0o770, Some("pao-mail"), true, true),
        ("own", 0o775, Some("notes.txt"), true, false),
        ("own", 0o777, Some("pao.db.old"), true, false),
        ("own", 0o777, Some("pao.db-"), true, false),
        ("own", 0o777, None, false, false),
        ("own", 0o1777, None, true, false),
        ("home", 0o777, None, true, false),
        ("home", 0o777, None, false, false),
        ("home", 0o775, Some(".profile"), true, false),
        ("o'wn $(id)", 0o777, None, true, true),
        ("o'wn $(id)", 0o777, None, false, false),
    ];
    let mut wrong = Vec::new();
    for (name, bits, besides, database, may_be_closed) in cases {
        let scene = Scene::new();
        let folder = scene.path(name);
        DirBuilder::new().mode(0o700).create(&folder).unwrap();
        let file = folder.join("pao.db");
        if *database {
            at(&scene, &FOUNDING, &file).done();
        }
        if let Some(besides) = besides {
            fs::write(folder.join(besides), "").unwrap();
        }
        mode(&folder, *bits);
        let error = insecure(at(&scene, &FOUNDING, &folder.join("new.db")));
        assert!(advised(&error).starts_with("mkdir -m 700 "), "{name} {bits:o}: {error}");
        let error = insecure(at(&scene, if *database { &["db", "check"] } else { &FOUNDING }, &file));
        let command = advised(&error);
        if command.starts_with("chmod 700 ") != *may_be_closed {
            wrong.push(format!("{name} {bits:o} {besides:?} {database}: {error}"));
            continue;
        }
        followed(&scene, &command);
        let moved = folder.join("registry").join("pao.db");
        let file = if *may_be_closed { &file } else { &moved };
        if *database && !may_be_closed {
            assert!(error["hint"].as_str().unwrap().starts_with("move the database"), "{error}");
            fs::rename(folder.join("pao.db"), file).unwrap();
        }
        if *database {
            at(&scene, &["db", "check"], file).done();
        } else {
            at(&scene, &FOUNDING, file).done();
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn in_folders_that_are_there_for_everybody_a_folder_of_one_s_own_is_advised() {
    let bare = Bare::new();
    bare.machine.file("password", &AWAKE.cy.password);
    bare.owns("password");
    for (folder, code) in [("/", "io"), ("/tmp", "insecure_file"), ("/usr", "io"), ("/var/tmp", "insecure_file")] {
        let path = Path::new(folder).join(format!("pao-{}.db", std::process::id()));
        let argv =
            [&["--json", "--db", path.to_str().unwrap()], &FOUNDING[..], &["--password-file", "password"]].concat();
        let ran = bare.run(&argv, &[]);
        let hint = ran.error()["hint"].as_str().expect("a hint").to_owned();
        assert_eq!(ran.code(), code, "{ran:?}");
        assert!(hint.contains("`mkdir -m 700 ") && !hint.contains("chmod"), "{ran:?}");
        assert!(!path.exists(), "{ran:?}");
    }
}

/// Every path below a folder that is root's.
fn of_root(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            found.extend(of_root(&path));
        }
        found.extend(Some(path).filter(|path| fs::symlink_metadata(path).unwrap().uid() == 0));
    }
    found
}

/// Somebody else's number.
const ANN: u32 = 3_912_346;

/// Root was sent to the owner of this home, or to its own, and left nothing there.
#[track_caller]
fn nothing_made(ran: &Ran, home: &Path) {
    assert!(ran.code() == "insecure_file" && ran.out.is_empty(), "{ran:?}");
    let error = ran.error();
    assert!(error["message"].as_str().unwrap().contains("belongs to somebody else"), "{ran:?}");
    let hint = error["hint"].as_str().unwrap();
    assert!(hint.contains("owner") && hint.contains("sudo -H"), "{ran:?}");
    assert_eq!(of_root(home), <[PathBuf; 0]>::default(), "{ran:?}");
}

#[test]
fn root_with_the_home_of_somebody_else_makes_nothing_there() {
    let machine = AWAKE.machine();
    if !geteuid().is_root() {
        // Nobody else can be made the owner of anything; what is there of others is root's.
        let ran = Ran::of(&machine.pao(None, &["--json", "demo"]).env("HOME", "/").output().unwrap()).ends(1);
        assert_eq!(ran.code(), "io");
        return;
    }
    let home = machine.home("ann");
    let password = machine.file("password", &AWAKE.cy.password);
    let run = |argv: &[&str], more: &[(&str, &Path)]| {
        let mut command = machine.command(PAO);
        command.arg("--json").args(argv).env("HOME", &home).envs(more.iter().copied());
        Ran::of(&command.output().unwrap())
    };
    let login = ["login", &AWAKE.cy.id, "--password-file", &password];
    let founding = [&FOUNDING[..], &["--password-file", &password]].concat();
    let nothing = Path::new("");
    let state = home.join("xdg");
    for made in ["", ".local", ".local/state/pao"] {
        fs::create_dir_all(home.join(made)).unwrap();
        for path in [home.clone(), home.join(".local"), home.join(".local/state"), home.join(".local/state/pao")] {
            if path.exists() {
                chown(path, Some(ANN), Some(ANN)).unwrap();
            }
        }
        for (argv, more) in [
            (&login[..], &[][..]),
            (&login, &[("XDG_STATE_HOME", &*state)]),
            (&founding, &[("PAO_DB", nothing)]),
            (&founding, &[("PAO_DB", &*home.join("pao.db"))]),
            (&founding, &[("PAO_DB", &*home.join("registry/pao.db"))]),
            (&["demo"], &[]),
            (&["demo", "--sites", "1", "--people", "2", "--db", home.join("practice.db").to_str().unwrap()], &[]),
        ] {
            nothing_made(&run(argv, more).ends(10), &home);
        }
        // What makes nothing works.
        for argv in [&["db", "path"][..], &["db", "check"], &["rules"], &["logout"]] {
            run(argv, &[]).ends(0);
        }
        let token = run(&[&login[..], &["--print-token"]].concat(), &[]).ends(0).json();
        let token = Path::new(token["token"].as_str().unwrap()).to_owned();
        run(&["whoami"], &[("PAO_TOKEN", &token)]).ends(0);
        assert_eq!(of_root(&home), <[PathBuf; 0]>::default(), "{made}");
    }
    // With a home of its own it works, and so does its owner there.
    run(&login, &[("HOME", &machine.home("root"))]).ends(0);
    assert!(!of_root(&machine.home("root")).is_empty());
}
