//! What `cargo deb` and `cargo install` take from the clone is there, and says what the help says.
use crate::world::Scene;
use std::fs;
use std::path::Path;

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

#[test]
fn the_timer_that_is_packed_is_the_one_that_help_shows() {
    let help = Scene::new().prose("nobody", ["help", "deployment"]).done().out;
    let unit = |name: &str| fs::read_to_string(format!("src/packaging/{name}")).unwrap();
    let (service, timer) = (unit("pao-maintain.service"), unit("pao-maintain.timer"));
    let shown = help
        .lines()
        .map(str::trim)
        .skip_while(|line| *line != "[Service]")
        .take_while(|line| !line.starts_with("Record"));
    let shown: Vec<&str> = shown.filter(|line| !line.is_empty()).collect();
    assert!(shown.len() > 8, "{help}");
    let units = format!("{service}\n{timer}");
    for line in shown.iter().take_while(|line| line.contains('=') || line.starts_with('[')) {
        assert!(units.lines().any(|other| other == *line), "{line}");
    }
    assert!(service.contains("ConditionPathExists=/var/lib/pao/pao.db"), "it does nothing until there is a registry");
    for script in ["postinst", "postrm"] {
        assert!(unit(script).contains("#DEBHELPER#"), "{script} has no room for what starts the timer");
    }
    assert!(metadata().iter().any(|line| line.contains("unit-name = \"pao-maintain\"")));
}
