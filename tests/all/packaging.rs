//! What `cargo deb` and `cargo install` take from the clone is there, says what the help says, and is good in the eyes of the
//! programs that read it: `.ci/run` installs those and runs `cargo test --test all -- --ignored packaging::`.
use crate::machine::Machine;
use crate::world::Scene;
use rustix::process::geteuid;
use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::Command;

/// The lines of `Cargo.toml` under `[package.metadata.deb]`.
fn metadata() -> Vec<String> {
    let manifest = fs::read_to_string("Cargo.toml").unwrap();
    let section = manifest.split("[package.metadata.deb]\n").nth(1).expect("metadata of a Debian package");
    section.lines().take_while(|line| !line.starts_with('[')).map(str::to_owned).collect()
}

/// Source and destination of everything that is installed.
fn assets() -> Vec<(String, String)> {
    let lines = metadata();
    let rows = lines.iter().filter_map(|line| line.trim().strip_prefix("[\"")?.split_once("\", \""));
    rows.map(|(from, rest)| (from.to_owned(), rest.split('"').next().unwrap().to_owned())).collect()
}

/// The files that a pattern with one star stands for.
fn matching(pattern: &str) -> Vec<String> {
    let Some((before, after)) = pattern.split_once('*') else {
        return Vec::from_iter(Path::new(pattern).is_file().then(|| pattern.to_owned()));
    };
    let (folder, _) = before.rsplit_once('/').unwrap();
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path().display().to_string());
    files.filter(|path| path.starts_with(before) && path.ends_with(after)).collect()
}

#[test]
fn everything_that_is_packed_is_there_and_every_page_and_script_is_packed() {
    let assets = assets();
    assert!(assets.len() > 5 && assets[0].0 == "target/release/pao", "{assets:?}");
    let packed: Vec<String> = assets[1..]
        .iter()
        .flat_map(|(from, _)| {
            let found = matching(from);
            assert!(!found.is_empty(), "{from} is not there");
            found
        })
        .collect();
    for folder in ["man/*", "completions/*"] {
        for file in matching(folder) {
            assert!(packed.contains(&file), "{file} is not packed");
        }
    }
    let goes = |file: &str| assets.iter().find(|(from, _)| from == file).map(|(_, to)| to.as_str());
    assert_eq!(goes("completions/_pao"), Some("usr/share/zsh/vendor-completions/_pao"));
    assert_eq!(goes("completions/pao.bash"), Some("usr/share/bash-completion/completions/pao"));
}

const FOLDER: &str = "src/packaging";

/// One of the files that are installed beside the program.
fn shipped(name: &str) -> String {
    fs::read_to_string(Path::new(FOLDER).join(name)).unwrap()
}

/// Its lines but for what explains it.
fn lines(name: &str) -> Vec<String> {
    shipped(name).lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(str::to_owned).collect()
}

/// The lines of the help that are set off, as they would stand in a file.
fn set_off() -> Vec<String> {
    let help = Scene::new().prose("nobody", ["help", "deployment"]).done().out;
    help.lines().filter_map(|line| line.strip_prefix(&" ".repeat(13))).map(str::to_owned).collect()
}

/// Where `part` stands in `whole` without a gap.
fn found(whole: &[String], part: &[String]) -> Option<usize> {
    whole.windows(part.len()).position(|window| window == part)
}

/// Files that the help shows whole, and units of which it shows some lines, each in the section that it belongs to.
const WHOLE: &[&str] = &["sudoers", "sshd_config", "limits.conf", "litestream.yml"];
const IN_PART: &[(&str, &str, usize)] = &[
    ("[Service]", "pao-maintain.service", 4),
    ("[Timer]", "pao-maintain.timer", 2),
    ("[Path]", "pao-maintain.path", 2),
];

/// How a line begins that is typed, or stands in a script.
const TYPED: &[&str] = &[
    "sudo ",
    "pao ",
    "* * * * * pao ",
    "ssh-keygen ",
    "pao() { ssh ",
    "{ printf ",
    "umask ",
    "command=\"exec ",
    "  -config ",
    "#",
    "set -eu",
];

#[test]
fn every_block_of_the_help_is_what_is_shipped() {
    let shown = set_off();
    let mut known = vec![false; shown.len()];
    for name in WHOLE {
        let file = lines(name);
        let at = found(&shown, &file).unwrap_or_else(|| panic!("{name} is not shown as it is shipped: {file:#?}"));
        known[at..at + file.len()].fill(true);
    }
    for (section, name, count) in IN_PART {
        let unit = lines(name);
        let unit: Vec<_> = unit.iter().skip_while(|line| line != section).collect();
        let at = shown.iter().position(|line| line == section).unwrap_or_else(|| panic!("{section} is not shown"));
        for (line, known) in shown[at..].iter().zip(&mut known[at..]).take(*count) {
            assert!(unit.contains(&line), "{line} is not in {section} of {name}");
            *known = true;
        }
    }
    for (line, known) in shown.iter().zip(known) {
        assert!(known || TYPED.iter().any(|begin| line.starts_with(begin)), "{line} is in no file, and is not typed");
    }
}

#[test]
fn what_the_help_and_the_readme_install_is_packed_and_says_where_it_goes() {
    let (shown, readme) = (set_off(), fs::read_to_string("README.md").unwrap());
    let texts = shown.iter().map(String::as_str).chain(readme.lines());
    let lines = texts.flat_map(|line| line.split(" && ")).filter(|line| line.starts_with("sudo install -m 0"));
    let lines: Vec<Vec<&str>> = lines.map(|line| line.split(' ').collect()).collect();
    assert!(lines.len() > 6, "{lines:?}");
    for words in lines {
        let [_, _, _, mode, .., from, to] = words[..] else { panic!("{words:?}") };
        let (source, _) = assets().into_iter().find(|(_, goes)| Some(&**goes) == from.strip_prefix('/')).expect(from);
        let named = fs::read_to_string(source).unwrap();
        let named = named.lines().next().unwrap();
        assert!(named.starts_with(&format!("# {to}")), "{named}");
        if let Some((_, said)) = named.split_once(", 0") {
            assert!(said.starts_with(&mode[1..]), "{named}: {words:?}");
        }
    }
}

#[test]
fn the_units_that_are_packed_do_nothing_until_there_is_a_registry() {
    for unit in ["pao-maintain.service", "pao-litestream.service"] {
        assert!(lines(unit).contains(&"ConditionPathExists=/var/lib/pao/pao.db".to_owned()), "{unit}");
        assert!(lines(unit).contains(&"User=pao".to_owned()), "{unit}");
    }
    for script in ["postinst", "postrm"] {
        assert!(shipped(script).contains("#DEBHELPER#"), "{script} has no room for what starts the units");
    }
    let units: Vec<String> = metadata().into_iter().filter(|line| line.contains("unit-name")).collect();
    let enabled = |name: &str, yes: bool| {
        let (name, yes) = (format!("unit-name = \"{name}\""), format!("enable = {yes}, start = {yes}"));
        units.iter().any(|line| line.contains(&name) && line.contains(&yes))
    };
    assert!(units.len() == 2 && enabled("pao-maintain", true) && enabled("pao-litestream", false), "{units:?}");
    let packed = |name: &str| assets().iter().any(|(from, _)| *from == format!("{FOLDER}/{name}"));
    for file in matching("src/packaging/*") {
        let name = file.rsplit('/').next().unwrap();
        assert!(
            packed(name) || name.starts_with("pao-") || ["postinst", "postrm"].contains(&name),
            "{name} is not packed"
        );
    }
}

/// What a program says of its arguments: whether it is content, and its words.
fn says(program: &str, argv: &[&str]) -> (bool, String) {
    let done =
        Command::new(program).args(argv).env("PATH", "/usr/sbin:/usr/bin:/sbin:/bin").env("LC_ALL", "C").output();
    let done = done.unwrap_or_else(|_| panic!("{program}: `.ci/run` names the package that brings it"));
    (done.status.success(), [done.stdout, done.stderr].map(|text| String::from_utf8(text).unwrap()).concat())
}

/// Files for such a program to read.
fn copied(machine: &Machine, name: &str, change: impl Fn(String) -> String) -> String {
    let _ = fs::remove_file(machine.folder.join(name));
    let path = machine.file(name, change(shipped(name)));
    fs::set_permissions(&path, Permissions::from_mode(0o440)).unwrap();
    path
}

#[test]
#[ignore = "needs systemd"]
fn systemd_finds_no_fault_with_the_units_and_no_door_open() {
    let machine = Machine::empty();
    let unit = |name: &str, change: &dyn Fn(String) -> String| {
        // Whether the program is there is asked too.
        let there =
            |text: String| text.replace("/usr/bin/pao ", "/bin/true ").replace("/usr/bin/litestream ", "/bin/true ");
        copied(&machine, name, |text| change(there(text)))
    };
    let units = ["pao-maintain.service", "pao-maintain.timer", "pao-maintain.path", "pao-litestream.service"];
    let paths = units.map(|name| unit(name, &|text| text));
    let verify = |paths: &[String]| {
        let paths: Vec<&str> = ["verify", "--man=no"].into_iter().chain(paths.iter().map(String::as_str)).collect();
        says("systemd-analyze", &paths)
    };
    assert_eq!(verify(&paths), (true, String::new()));
    let exposed = |path: &str, most: &str| {
        says("systemd-analyze", &["security", "--offline=true", "--no-pager", &format!("--threshold={most}"), path])
    };
    assert!(exposed(&paths[0], "10").0, "{}", exposed(&paths[0], "10").1);
    assert!(exposed(&paths[3], "60").0, "{}", exposed(&paths[3], "60").1);
    // They look.
    let open = unit("pao-maintain.service", &|text| text.replace("SystemCallFilter=~", "#"));
    assert!(!exposed(&open, "10").0);
    let misspelt = unit("pao-maintain.service", &|text| text.replace("MemoryMax=512M", "MemoryMost=512M"));
    assert!(verify(&[misspelt]).1.contains("MemoryMost"));
}

#[test]
#[ignore = "needs sudo"]
fn sudo_finds_no_fault_with_its_rule() {
    let machine = Machine::empty();
    let path = copied(&machine, "sudoers", |text| text);
    let (good, words) = says("visudo", &["-c", "-s", "-f", &path]);
    assert!(good, "{words}");
    let misspelt = copied(&machine, "sudoers", |text| text.replace("NOSETENV", "NOENV"));
    assert!(!says("visudo", &["-c", "-s", "-f", &misspelt]).0, "it looks");
}

#[test]
#[ignore = "needs openssh-server"]
fn sshd_takes_its_settings_for_that_user_alone() {
    let machine = Machine::empty();
    let key = machine.folder.join("key").display().to_string();
    says("ssh-keygen", &["-q", "-t", "ed25519", "-N", "", "-f", &key]);
    if geteuid().is_root() {
        // Where sshd puts its children; the system makes it when it starts.
        fs::create_dir_all("/run/sshd").unwrap();
    }
    let path = copied(&machine, "sshd_config", |text| text);
    assert_eq!(says("sshd", &["-t", "-h", &key, "-f", &path]), (true, String::new()));
    let of = |user: &str| {
        let who = format!("user={user},host=localhost,addr=127.0.0.1");
        let (good, words) = says("sshd", &["-T", "-h", &key, "-f", &path, "-C", &who]);
        assert!(good, "{words}");
        words.lines().map(str::to_owned).collect::<Vec<_>>()
    };
    let (for_pao, for_root) = (of("pao"), of("root"));
    let settings = lines("sshd_config");
    assert_eq!(settings[0], "Match User pao");
    for line in &settings[1..] {
        let (name, value) = line.trim().split_once(' ').unwrap();
        let line = format!("{} {value}", name.to_lowercase());
        assert!(for_pao.contains(&line), "{line}: {for_pao:#?}");
        assert!(
            ["disableforwarding", "permittunnel"].iter().any(|same| line.starts_with(same))
                || !for_root.contains(&line),
            "{line}"
        );
    }
    let misspelt = copied(&machine, "sshd_config", |text| text.replace("RequiredRSASize", "RequiredRSABits"));
    assert!(!says("sshd", &["-t", "-h", &key, "-f", &misspelt]).0, "it looks");
}

#[test]
fn every_dependency_says_why_it_is_there() {
    let manifest = fs::read_to_string("Cargo.toml").unwrap();
    let sections = manifest.split("\n[").filter(|section| section.contains("dependencies]\n"));
    let lines: Vec<&str> = sections.flat_map(str::lines).filter(|line| !line.is_empty()).collect();
    let named = |line: &str| line.contains(" = ") && !line.starts_with('#');
    // One comment may stand for two that belong together.
    let alone = lines.windows(3).filter(|three| three.iter().all(|line| named(line)));
    assert_eq!(alone.collect::<Vec<_>>(), Vec::<&[&str]>::new());
    assert!(lines.iter().filter(|line| named(line)).count() > 40, "{lines:#?}");
    assert!(manifest.contains("unsafe_code = \"forbid\""));
    assert!(
        !manifest.contains("git = ") && !manifest.contains("\"*\""),
        "what is built is on crates.io, by its version"
    );
}
