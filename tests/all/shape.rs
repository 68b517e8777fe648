//! The shape of the house: who may name whom, an essay at the top of every file, budgets, SQL in one place, and what
//! each column of the database holds.
use crate::world::{OPS, Scene};
use pao::model::setting::Setting;
use pao::model::waiting::Matter;
use pao::notice::Kind;
use rusqlite::Connection;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Who may name whom; the map in `src/lib.rs` in the form of a table. `proofs` is named by nobody.
const MAY_NAME: &[(&str, &[&str])] = &[
    ("proofs", &["command", "store", "error", "rules", "model"]),
    ("cli", &["command", "world", "ui", "error", "rules", "model"]),
    ("command", &["import", "store", "mail", "notice", "world", "ui", "error", "rules", "model"]),
    ("import", &["ui", "error", "rules", "model"]),
    ("store", &["notice", "folder", "error", "rules", "model"]),
    ("world", &["mail", "ui", "folder", "error", "rules", "model"]),
    ("ui", &["error", "rules", "model"]),
    ("folder", &["error", "rules"]),
    ("error", &["rules", "model"]),
    ("mail", &["notice", "model"]),
    ("notice", &["rules", "model"]),
    ("rules", &["model"]),
    ("model", &[]),
];

/// What stands at the crate root itself, for everybody.
const ROOT: &[&str] = &["words"];

/// Lines of a source file, its tests included.
const LONGEST: usize = 300;

struct Source {
    path: PathBuf,
    /// Where it stands in the tree of modules: `src/rules/site.rs` is `rules`, `site`.
    module: Vec<String>,
    /// Its text up to its tests.
    code: String,
    /// All its lines.
    lines: usize,
}

pub fn files(folder: &Path, endings: &[&str], into: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, endings, into);
        } else if path.extension().is_some_and(|ending| endings.iter().any(|wanted| ending == *wanted)) {
            into.push(path);
        }
    }
}

fn sources() -> Vec<Source> {
    let mut paths = Vec::new();
    files(Path::new("src"), &["rs"], &mut paths);
    paths.sort();
    paths.into_iter().map(source).collect()
}

fn source(path: PathBuf) -> Source {
    let inside = path.strip_prefix("src").unwrap().with_extension("");
    let mut module: Vec<String> = inside.iter().map(|part| part.to_string_lossy().into_owned()).collect();
    module.retain(|part| part != "mod");
    let text = fs::read_to_string(&path).unwrap();
    let (code, tests) = text.split_once("#[cfg(test)]\nmod tests").unwrap_or((&text, ""));
    let after = tests.lines().skip_while(|line| *line != "}").nth(1);
    assert_eq!(after, None, "{}: nothing stands behind the tests", path.display());
    let (code, lines) = (code.to_owned(), text.lines().count());
    Source { path, module, code, lines }
}

fn word(text: &str) -> &str {
    let end = text.find(|symbol: char| !symbol.is_alphanumeric() && symbol != '_').unwrap_or(text.len());
    &text[..end]
}

/// The modules at the crate root that a line names, by `crate::…` or by enough `super::` to get there.
fn named(line: &str, depth: usize) -> Vec<String> {
    let code = line.split("//").next().unwrap();
    let mut found: Vec<String> = code.split("crate::").skip(1).map(|rest| word(rest).to_owned()).collect();
    let mut rest = code;
    while let Some(at) = rest.find("super::") {
        rest = &rest[at..];
        let mut ups = 0;
        while let Some(after) = rest.strip_prefix("super::") {
            (rest, ups) = (after, ups + 1);
        }
        if ups >= depth {
            found.push(word(rest).to_owned());
        }
    }
    found
}

#[test]
fn the_arrow_never_points_up() {
    let table: BTreeMap<&str, &[&str]> = MAY_NAME.iter().copied().collect();
    let (mut wrong, mut arrows) = (Vec::new(), BTreeSet::new());
    for source in sources().iter().filter(|source| !["lib", "main"].contains(&&*source.module[0])) {
        let layer = source.module[0].as_str();
        for (number, line) in source.code.lines().enumerate() {
            for target in named(line, source.module.len()) {
                let may = table.get(layer).is_some_and(|may| may.contains(&&*target));
                if target != layer && !may && !ROOT.contains(&&*target) {
                    wrong.push(format!("{}:{}: {layer} names {target}", source.path.display(), number + 1));
                }
                arrows.insert((layer.to_owned(), target));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    let drawn = |from: &str, to: &str| arrows.contains(&(from.to_owned(), to.to_owned()));
    assert!(drawn("cli", "command") && drawn("command", "store") && drawn("store", "rules"), "no arrows were found");
}

/// What the shared files of `command` name of one another.
fn shared_files() -> BTreeMap<String, BTreeSet<String>> {
    let shared: Vec<Source> = sources()
        .into_iter()
        .filter(|one| one.module[0] == "command" && one.module.len() == 2 && !one.path.ends_with("mod.rs"))
        .collect();
    let names: BTreeSet<String> = shared.iter().map(|one| one.module[1].clone()).collect();
    let below = |line: &str| -> Vec<String> {
        let code = line.split("//").next().unwrap_or_default();
        let inside = code.split("super::").chain(code.split("crate::command::")).skip(1);
        inside.map(|rest| word(rest).to_owned()).filter(|name| names.contains(name)).collect()
    };
    let of = |one: &Source| one.code.lines().filter(|line| line.starts_with("use ")).flat_map(below).collect();
    shared.iter().map(|one| (one.module[1].clone(), of(one))).collect()
}

#[test]
fn the_shared_files_of_command_form_no_circle() {
    let mut left = shared_files();
    assert!(left["context"].contains("session") && left.len() > 20, "{left:#?}");
    // Whoever names nobody that is left is taken away, until nobody is left.
    loop {
        let free: Vec<String> = left
            .iter()
            .filter(|(own, names)| names.iter().all(|name| name == *own || !left.contains_key(name)))
            .map(|(own, _)| own.clone())
            .collect();
        if free.is_empty() {
            break;
        }
        left.retain(|name, _| !free.contains(name));
    }
    assert!(left.is_empty(), "{left:#?}");
}

/// The modules that a file names, whole: `crate::command::x::y`, `super::x`, and each in a group behind them.
fn modules_named(source: &Source) -> Vec<Vec<String>> {
    let own =
        if source.path.ends_with("mod.rs") { source.module.as_slice() } else { source.module.split_last().unwrap().1 };
    let words = |text: &str| -> Vec<String> {
        text.split("::").map(|part| word(part).to_owned()).filter(|word| !word.is_empty()).collect()
    };
    let mut found = Vec::new();
    let markers = ["crate::", "super::"].into_iter();
    for (start, marker) in markers.flat_map(|marker| source.code.match_indices(marker)) {
        let rest = &source.code[start + marker.len()..];
        if marker == "super::" && source.code[..start].ends_with("super::") {
            continue;
        }
        let further = rest.trim_start_matches("super::");
        let ups = if marker == "super::" { 1 + (rest.len() - further.len()) / "super::".len() } else { 0 };
        let rest = further;
        let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':')).unwrap_or(rest.len());
        let path = rest[..end].trim_end_matches(':');
        let inside = if ups == 0 { &[][..] } else { &own[..own.len().saturating_sub(ups - 1)] };
        let base: Vec<String> = inside.iter().cloned().chain(words(path)).collect();
        let group =
            rest[end..].strip_prefix('{').and_then(|group| group.split_once('}')).map_or("", |(group, _)| group);
        found.extend(group.split(',').map(|name| [base.clone(), words(name.trim())].concat()));
    }
    found
}

/// What two verbs need stands in a shared file, or in the `mod.rs` of their family: a verb is a file that can go.
#[test]
fn no_verb_names_another() {
    let command: Vec<Source> = sources().into_iter().filter(|one| one.module[0] == "command").collect();
    let is_verb = |one: &&Source| one.code.contains("\npub fn run(") && !one.path.ends_with("mod.rs");
    let verbs: Vec<&Source> = command.iter().filter(is_verb).collect();
    assert!(verbs.len() > 80, "{}", verbs.len());
    let mut wrong = Vec::new();
    for one in command.iter().filter(|one| is_verb(one) || one.module.len() == 2 && !one.path.ends_with("mod.rs")) {
        for named in modules_named(one) {
            let other = verbs.iter().find(|verb| named.starts_with(&verb.module) && verb.path != one.path);
            wrong.extend(other.map(|other| format!("{} names {}", one.path.display(), other.path.display())));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn an_arrow_that_points_up_is_seen_in_every_spelling() {
    let names = |line, depth| named(line, depth).join(" ");
    assert_eq!(names("use crate::store::Look;", 2), "store");
    assert_eq!(names("fn f(a: &crate::ui::Manner, b: crate::cli::Node) {}", 1), "ui cli");
    assert_eq!(names("pub use super::super::store::Look; // crate::cli", 2), "store");
    assert_eq!(names("use super::super::context::Context;", 3), "");
    assert_eq!(names("use super::rules::Code;", 1), "rules");
    assert_eq!(named("use crate::{cli, ui};", 1), [""], "not spelled out, and named by nobody's row");
}

#[test]
fn imports_are_explicit() {
    let mut wrong = Vec::new();
    for source in sources() {
        for (number, line) in source.code.lines().enumerate() {
            let line = line.trim_start();
            let import = line.starts_with("use ") || line.starts_with("pub use ") || line.starts_with("pub(");
            let glob = import && line.contains("::*");
            if glob {
                wrong.push(format!("{}:{}: {line}", source.path.display(), number + 1));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// What is not built yet is not promised: a kind of letter, a setting or a matter of `status` comes with what uses it.
#[test]
fn no_word_is_kept_that_nothing_uses() {
    let variants = |name: &str, debug: Vec<String>| debug.into_iter().map(|one| format!("{name}::{one}")).collect();
    let wanted: [(&str, Vec<String>); 3] = [
        ("notice/kind", variants("Kind", Kind::ALL.iter().map(|kind| format!("{kind:?}")).collect())),
        ("model/setting", variants("Setting", Setting::ALL.iter().map(|setting| format!("{setting:?}")).collect())),
        ("model/waiting", variants("Matter", Matter::ALL.iter().map(|matter| format!("{matter:?}")).collect())),
    ];
    let sources = sources();
    for (home, words) in wanted {
        assert!(words.len() > 5, "{home}");
        for word in words {
            let uses = |code: &str| {
                code.match_indices(&word)
                    .any(|(at, _)| !code[at + word.len()..].starts_with(|c: char| c.is_alphanumeric()))
            };
            let used = sources.iter().any(|source| source.module.join("/") != home && uses(&source.code));
            assert!(used, "nothing uses {word}");
        }
    }
}

#[test]
fn every_module_has_its_place() {
    let there: BTreeSet<String> = sources().into_iter().map(|source| source.module[0].clone()).collect();
    let placed: BTreeSet<String> =
        MAY_NAME.iter().map(|(layer, _)| *layer).chain(["lib", "main"]).map(str::to_owned).collect();
    assert_eq!(there, placed);
    let map = fs::read_to_string("src/lib.rs").unwrap();
    for (layer, may) in MAY_NAME {
        assert!(map.contains(&format!("`{layer}`")), "{layer} is not on the map in src/lib.rs");
        assert!(
            may.iter().all(|other| MAY_NAME.iter().any(|(known, _)| known == other)),
            "{layer} may name a stranger"
        );
    }
}

#[test]
fn every_file_opens_with_an_essay_and_stays_short() {
    for source in sources() {
        let (path, lines) = (source.path.display(), source.lines);
        let essay = source.code.lines().next().unwrap_or_default();
        assert!(essay.starts_with("//! ") && essay.len() > 12, "{path} does not say what lives in it: {essay:?}");
        assert!(lines <= LONGEST, "{path} has {lines} lines");
    }
}

#[test]
fn sql_lives_in_the_store() {
    let store = Path::new("src/store");
    for source in sources().iter().filter(|source| !source.path.starts_with(store)) {
        for words in ["rusqlite", "SELECT ", "INSERT INTO", "UPDATE ", "DELETE FROM", "PRAGMA "] {
            assert!(!source.code.contains(words), "{} speaks SQL: {words}", source.path.display());
        }
    }
}

#[test]
fn nothing_is_left_to_do_and_nothing_panics() {
    for source in sources() {
        for words in ["todo!", "unimplemented!", "unreachable!", "panic!", "dbg!", ".expect("] {
            assert!(!source.code.contains(words), "{}: {words}", source.path.display());
        }
    }
}

#[test]
fn no_file_names_a_path_of_a_machine() {
    let mut paths: Vec<PathBuf> = fs::read_dir(".").unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.is_file() && !path.ends_with(".git"));
    for folder in ["src", "tests", "man", "completions", ".ci"].map(Path::new) {
        if folder.is_dir() {
            files(folder, &["rs", "txt", "sql", "toml", "json", "sh", "py", "bash", "fish", "1", "7"], &mut paths);
        }
    }
    assert!(paths.len() > 100, "{paths:?}");
    let homes = ["home", "root", "Users", "work"].map(|folder| format!("/{folder}/"));
    for path in paths {
        let Ok(text) = fs::read_to_string(&path) else { continue };
        for words in homes.iter().map(String::as_str).chain([env!("CARGO_MANIFEST_DIR")]) {
            assert!(!text.contains(words), "{} names {words}", path.display());
        }
    }
}

/// Every column of a database that was just made, as `table.column`.
fn columns(scene: &Scene) -> Vec<String> {
    let sql = "SELECT m.name || '.' || c.name FROM sqlite_schema AS m, pragma_table_info(m.name) AS c
               WHERE m.type = 'table' ORDER BY m.rowid, c.cid";
    scene.rows(sql).into_iter().map(|mut row| row.remove(0)).collect()
}

#[test]
fn every_column_is_classified() {
    let scene = Scene::new();
    scene.init();
    let listed = fs::read_to_string("tests/all/columns.txt").unwrap();
    let lines: Vec<(&str, &str)> = listed
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| line.split_once(" = ").unwrap_or_else(|| panic!("not `table.column = class`: {line}")))
        .collect();
    for (column, class) in &lines {
        assert!(["public", "personal", "secret", "internal"].contains(class), "{column} is {class}");
    }
    let listed: Vec<String> = lines.iter().map(|(column, _)| (*column).to_owned()).collect();
    assert_eq!(listed, columns(&scene), "tests/all/columns.txt and the schema differ");
}

/// Whether the trail tells a column is decided for every one: a new one that is in neither list fails.
#[test]
fn every_column_is_told_or_known_not_to_be() {
    let scene = Scene::new();
    scene.init();
    let (tables, untold) = pao::told_columns();
    let named = |table: &str, columns: &str| -> Vec<String> {
        columns.split(", ").filter(|column| !column.is_empty()).map(|column| format!("{table}.{column}")).collect()
    };
    let mut listed: Vec<String> = tables
        .iter()
        .flat_map(|(table, told, others)| named(table, told).into_iter().chain(named(table, others)))
        .collect();
    let of_untold = |column: &&String| untold.contains(&column.split('.').next().unwrap());
    let mut there = columns(&scene);
    assert!(untold.iter().all(|table| there.iter().any(|column| column.starts_with(&format!("{table}.")))));
    there.retain(|column| !of_untold(&column));
    listed.sort();
    there.sort();
    assert_eq!(listed, there, "src/store/told/tables.rs and the schema differ");
}

/// The migrations, in order.
fn steps() -> Vec<String> {
    let mut paths = Vec::new();
    files(Path::new("src/store/migrations"), &["sql"], &mut paths);
    paths.sort();
    paths.into_iter().map(|path| fs::read_to_string(path).unwrap()).collect()
}

#[test]
fn a_database_of_every_version_becomes_like_a_fresh_one() {
    let (schema, steps) = ("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name", steps());
    let scene = Scene::new();
    scene.init();
    let fresh = scene.rows(schema);
    assert!(fresh.len() > 40);
    for version in 1..=steps.len() {
        let scene = Scene::new();
        scene.init();
        // Made by `init`, then emptied, so that its permissions are right.
        fs::write(scene.database(), "").unwrap();
        let conn = Connection::open(scene.database()).unwrap();
        conn.execute_batch(&steps[..version].concat()).unwrap();
        conn.pragma_update(None, "user_version", i64::try_from(version).unwrap()).unwrap();
        let row = "INSERT INTO registry (one, id, service, practice, next_site, created_at) VALUES (1, zeroblob(16), 0, 0, 7000017, 0)";
        conn.execute(row, []).unwrap();
        drop(conn);
        scene.run(OPS, ["whoami"]).refused("sign_in_required");
        assert_eq!(scene.rows(schema), fresh, "from version {version}");
    }
}
