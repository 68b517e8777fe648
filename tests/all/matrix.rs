//! Everybody × every action × every site, drawn as text and compared with matrix.txt, which is to be read.
//!
//! A cell is `ok`, `unchanged`, a yes or no of `can`, or the code of the refusal with its rule. `PAO_BLESS=1` writes the
//! file anew; the difference is then a change of the rules and is judged as one.
//!
//! What must hold, for every cell: a refusal and a look change nothing but the trail, and exactly the refusals that
//! product.md names are put on record.
use crate::actions::{AT_A_SITE, ELSEWHERE, OPEN, OPEN_LOOKS, action, views};
use crate::cast::{ASKERS, Cast, SITES, WITHIN_REACH, id};
use crate::world::{Frozen, Reader, Run, Scene, password};
use std::collections::BTreeSet;
use std::sync::LazyLock;
use std::{fs, thread};

/// Rules with codes by which no command of today can refuse anybody. A rule leaves this list with its first command.
const SILENT: &[&str] = &["R14"];

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/all/matrix.txt");

/// The cells of one asker: by row, then by site.
type Column = Vec<Vec<String>>;

static DRAWN: LazyLock<String> = LazyLock::new(draw);

#[test]
#[expect(clippy::disallowed_methods, reason = "the one switch of the checks that repair what they compare")]
fn the_matrix_is_as_it_was_last_judged() {
    if std::env::var("PAO_BLESS").is_ok() {
        fs::write(FILE, &*DRAWN).unwrap();
    }
    let judged = fs::read_to_string(FILE).unwrap_or_default();
    let different = DRAWN.lines().zip(judged.lines()).find(|(now, then)| now != then);
    assert!(*DRAWN == judged, "judge it and run again with PAO_BLESS=1; first difference: {different:#?}");
}

#[test]
fn every_deed_has_a_row() {
    let rows: BTreeSet<&str> = AT_A_SITE.iter().chain(ELSEWHERE).map(|row| action(row)).collect();
    let open: BTreeSet<&str> = OPEN.iter().chain(OPEN_LOOKS).copied().collect();
    let all: BTreeSet<&str> = pao::commands().into_iter().collect();
    assert_eq!(all, rows.union(&open).copied().collect());
    assert_eq!(rows.intersection(&open).count(), 0);
}

#[test]
fn every_rule_refuses_somebody() {
    let rules = Scene::new().run("nobody", ["rules"]).json();
    for rule in rules.as_array().unwrap().iter().filter(|rule| !rule["code"].is_null()) {
        let number = rule["rule"].as_str().unwrap();
        let codes = rule["codes"].as_array().unwrap().iter().map(|code| code.as_str().unwrap());
        let met = codes.into_iter().any(|code| DRAWN.split("  ").any(|cell| cell.trim() == format!("{code} {number}")));
        assert_eq!(met, !SILENT.contains(&number), "{number}");
    }
}

/// The whole matrix. Much of the time is spent waiting for the disk, so that some threads more are no waste.
fn draw() -> String {
    let parts = ASKERS.chunks(3);
    let columns: Vec<Column> = thread::scope(|scope| {
        let threads: Vec<_> = parts.map(|part| scope.spawn(|| ask(part))).collect();
        threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
    });
    let mut text = String::from("Everybody × every deed × every site. Drawn by matrix.rs; read it, never edit it.\n\n");
    for (name, standing) in ASKERS {
        text = text + &format!("{name:<7} {standing}") + "\n";
    }
    for (number, row) in AT_A_SITE.iter().chain(ELSEWHERE).enumerate() {
        let cells: Vec<&Vec<String>> = columns.iter().map(|column| &column[number]).collect();
        text = text + "\n" + &table(row, &cells);
    }
    text
}

/// One action: a line for everybody to whom the same happens.
fn table(row: &str, cells: &[&Vec<String>]) -> String {
    let mut lines: Vec<(String, &Vec<String>)> = Vec::new();
    for ((name, _), cells) in ASKERS.iter().zip(cells) {
        match lines.iter_mut().find(|(_, there)| there == cells) {
            Some((names, _)) => *names = format!("{names} {name}"),
            None => lines.push(((*name).to_owned(), cells)),
        }
    }
    let left = lines.iter().map(|(names, _)| names.len()).max().unwrap_or(0);
    let headed: Vec<String> = SITES.iter().take(cells[0].len()).map(|site| (*site).to_owned()).collect();
    let head = (String::new(), &headed);
    let lines: Vec<&(String, &Vec<String>)> =
        cells.first().filter(|cells| cells.len() > 1).map(|_| &head).into_iter().chain(&lines).collect();
    let mut text = format!("{row}\n");
    for (names, cells) in &lines {
        let mut line = format!("  {names:<left$}");
        for (place, cell) in cells.iter().enumerate() {
            let width = lines.iter().map(|(_, cells)| cells[place].len()).max().unwrap_or(0);
            line = line + "  " + &format!("{cell:<width$}");
        }
        text = text + line.trim_end() + "\n";
    }
    text
}

/// What happens to some of the company.
fn ask(part: &[(&str, &str)]) -> Vec<Column> {
    let cast = Cast::assemble();
    let frozen = cast.scene.freeze();
    part.iter().map(|(name, _)| column(&cast, &frozen, name)).collect()
}

fn column(cast: &Cast, frozen: &Frozen, name: &str) -> Column {
    let mut before = State::read(&cast.scene.reader());
    let mut reader = Some(cast.scene.reader());
    // Changes as soon as anybody else has written anything.
    let version = |reader: &Option<Reader>| reader.as_ref().unwrap().rows("PRAGMA data_version");
    let mut seen = version(&reader);
    let mut cell = |row: &str, site: Option<&str>| {
        let run = done(cast, name, row, site);
        let cell = judged(&run, row);
        let now = version(&reader);
        let mut after = if now == seen { before.clone() } else { State::read(reader.as_ref().unwrap()) };
        seen = now;
        let recorded = after.refused - before.refused;
        assert_eq!(recorded, i64::from(is_recorded(&run, row)), "entries about a refusal: {run}");
        if run.status != 0 || views(action(row)) {
            assert!(before.rows == after.rows, "{cell} and yet something changed: {run}");
        }
        if before.rows != after.rows || before.tries != after.tries {
            // The file is put back while nobody reads it.
            reader = None;
            cast.scene.thaw(frozen);
            after = State::read(reader.insert(cast.scene.reader()));
            seen = version(&reader);
        }
        before = after;
        cell
    };
    let mut column = Column::new();
    for (place, row) in AT_A_SITE.iter().enumerate() {
        let first = !AT_A_SITE[..place].iter().any(|before| action(before) == action(row));
        let sites = if first { &cast.numbers } else { &cast.numbers[..WITHIN_REACH] };
        column.push(sites.iter().map(|site| cell(row, Some(site))).collect());
    }
    column.extend(ELSEWHERE.iter().map(|row| vec![cell(row, None)]));
    column
}

/// Runs one row.
fn done(cast: &Cast, name: &str, row: &str, site: Option<&str>) -> Run {
    cast.scene.typed(&id(name), line(cast, name, row, site), &[&password(&id(name))])
}

/// What somebody types for a row.
pub fn line(cast: &Cast, name: &str, row: &str, site: Option<&str>) -> Vec<String> {
    let word = |word: &str| match word.strip_prefix('@') {
        Some("me") => id(name),
        Some("entry") => cast.entry(site.unwrap()).to_owned(),
        Some("nomination") => cast.nomination(site.unwrap()).to_owned(),
        Some(other) => site.and_then(|site| cast.thing(site, other)).unwrap_or_else(|| id(other)),
        None => word.to_owned(),
    };
    let mut argv: Vec<String> = row.split(' ').map(word).collect();
    if let Some(site) = site.filter(|_| !row.contains("@entry")) {
        argv.extend(["--site".to_owned(), site.to_owned()]);
    }
    argv
}

/// What became of a row, in a word or two.
pub fn judged(run: &Run, row: &str) -> String {
    let error = run.error();
    match (run.status, error["code"].as_str()) {
        (0 | 4, None) if row.starts_with("can ") => {
            let json = run.json();
            assert_eq!(json["allowed"], run.status == 0, "{run}");
            let word = if run.status == 0 { "yes" } else { "no" };
            format!("{word} {}", json["rule"].as_str().unwrap_or_default()).trim_end().to_owned()
        }
        (0, None) if run.json()["changed"] == false => "unchanged".to_owned(),
        (0, None) => "ok".to_owned(),
        (_, Some(code)) => format!("{code} {}", error["rule"].as_str().unwrap_or_default()).trim_end().to_owned(),
        _ => panic!("neither done nor refused: {run}"),
    }
}

/// Refusals by a rule of what would have changed something, by somebody signed in; every secret that was wrong; and the
/// last operator who would go.
pub fn is_recorded(run: &Run, row: &str) -> bool {
    let error = run.error();
    let code = error["code"].as_str().unwrap_or_default();
    let recorded = ["sign_in_failed", "confirm_password", "last_operator"].contains(&code);
    let by_rule = (error["rule"].is_string() || code == "token_scope") && code != "sign_in_required";
    recorded || (by_rule && !views(action(row)))
}

/// What a refusal leaves alone; what a wrong secret counts; how many refusals were put on record.
#[derive(Clone)]
pub struct State {
    pub rows: String,
    pub tries: Vec<Vec<String>>,
    pub refused: i64,
}

impl State {
    pub fn read(reader: &Reader) -> Self {
        let people = reader.rows("SELECT person, id, email, first_name, last_name, country, password, question, answer, operator, closed_at FROM person");
        let passcodes = reader.rows("SELECT passcode, site, hash, expires_at, state FROM passcode");
        // When a sign-in was last used changes nothing for anybody; that it ended does.
        let sign_ins = reader.rows("SELECT person, token FROM sign_in ORDER BY sign_in");
        let tokens = reader.rows("SELECT token, site, person, can, hash, expires_at, revoked_at FROM token");
        let rest = reader.dump(&["audit", "stranger", "visit", "sign_in", "token", "person", "passcode"]);
        let tries = reader.rows(
            "SELECT person, failures FROM person UNION ALL SELECT person, pair_failures FROM person UNION ALL SELECT key, failures FROM stranger
             UNION ALL SELECT passcode, tries FROM passcode",
        );
        let refused = reader.rows("SELECT count(*) FROM audit WHERE outcome = 'refused'");
        let refused = refused[0][0].parse().unwrap();
        Self { rows: format!("{people:?}\n{passcodes:?}\n{sign_ins:?}\n{tokens:?}\n{rest}"), tries, refused }
    }
}
