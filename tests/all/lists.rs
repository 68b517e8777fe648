//! Lists at terminals of every size: whole lines, straight columns, the same look however long.
//!
//! What is shown is taken apart again, column by column, by the places at which the header's names begin.
use crate::world::{ANN, Scene};
use pao::ui::ask::Refusing;
use pao::ui::column::Column;
use pao::ui::list::ListWriter;
use pao::ui::{Format, OutputOptions, Terminal};
use rusqlite::Connection;
use std::fs;
use unicode_width::UnicodeWidthStr as _;

const COLUMNS: &[Column] =
    &[Column::new("id"), Column::new("name"), Column::new("role"), Column::new("manage-access"), Column::new("note")];

/// Names in many scripts, with marks, joiners, flags and signs of every width.
const NAMES: &[&str] = &[
    "Ann Archer",
    "山田 太郎",
    "김민수 한국전자",
    "Zoe\u{308} De\u{301}ve\u{301}re\u{301}",
    "Nguye\u{302}\u{303}n Thi\u{323}",
    "👩\u{200d}👩\u{200d}👧\u{200d}👦 family",
    "🏳\u{fe0f}\u{200d}🌈 👍🏽 ❤\u{fe0f}",
    "🇩🇪🇫🇷 flags",
    "ｆｕｌｌ　ｗｉｄｔｈ",
    "שלום עולם",
    "नमस्ते क्षत्रिय",
    "ไทยแลนด์ น้ำ",
    "a very long name of a very long person, who signs with all of it",
    "",
    " spaced  out ",
    "x",
];

/// A row of the long list: beyond the first thousand most names are plain, as most are.
fn row(number: usize) -> [String; 5] {
    let name = if number < 1_000 || number.is_multiple_of(16) {
        NAMES[(number + number / 16) % NAMES.len()]
    } else {
        NAMES[0]
    };
    let role = ["user", "secondary", "primary"][number % 3];
    let note = if number.is_multiple_of(4) { format!("{name}, noted") } else { String::new() };
    [format!("person-{number}@example.com"), name.to_owned(), role.to_owned(), "none".to_owned(), note]
}

fn written(rows: impl Iterator<Item = usize>, width: Option<u16>) -> String {
    let terminal = Terminal { stdin: true, stdout: width.is_some(), stderr: true, width, height: None };
    let mut out = Vec::new();
    let mut list = ListWriter::begin(&OutputOptions::new(Format::Table, terminal), COLUMNS, &mut out).unwrap();
    for number in rows {
        list.row(&(), || row(number).to_vec()).unwrap();
    }
    let _ = list.end("").unwrap();
    String::from_utf8(out).unwrap()
}

/// How many columns of a terminal a line takes; most lines are plain.
fn columns(line: &str) -> usize {
    let is_plain = |letter: char| letter.is_ascii() || letter == '…';
    if line.chars().all(is_plain) { line.chars().count() } else { line.width() }
}

/// The part of a line from one place of the terminal to another; both must lie between two letters.
fn part(line: &str, from: usize, to: usize) -> &str {
    let at = |place: usize| {
        let mut ends = line.char_indices().map(|(at, _)| at).chain([line.len()]);
        ends.find(|&at| line[..at].width() >= place)
    };
    let begin = at(from).unwrap_or(line.len());
    let end = line.char_indices().map(|(at, _)| at).chain([line.len()]).rfind(|&at| line[..at].width() <= to);
    &line[begin..end.unwrap().max(begin)]
}

/// Where the columns of a header begin.
fn places(header: &str) -> Vec<usize> {
    let words = header.split("  ").filter(|word| !word.trim().is_empty()).map(str::trim);
    let mut after = 0;
    words
        .map(|word| {
            let at = after + header[after..].find(word).unwrap();
            after = at + word.len();
            header[..at].width()
        })
        .collect()
}

/// A cell is what it was given, or the beginning of it and an ellipsis.
#[track_caller]
fn holds(cell: &str, given: &str) {
    let shown = pao::model::text::shown(given);
    let fits = match cell.trim_end().strip_suffix('…') {
        Some(beginning) => shown.starts_with(beginning),
        None => shown.trim_end() == cell.trim_end(),
    };
    assert!(fits, "{cell:?} for {shown:?}");
}

/// No line is wider than the terminal, and each of these rows stands where the header says.
#[track_caller]
fn is_straight(text: &str, width: u16, rows: impl Iterator<Item = usize>) {
    let lines: Vec<&str> = text.lines().collect();
    assert!(lines.iter().all(|line| columns(line) <= usize::from(width)), "{width}: {}", lines[0]);
    // The names of columns are not cut: a narrow terminal shows fewer of them, and a mark for the others.
    let header = lines[0].trim_end_matches("  …");
    let (begin, shown) = (places(header), if width == 40 { 3 } else { COLUMNS.len() });
    assert_eq!((begin.len(), header == lines[0]), (shown, shown == COLUMNS.len()), "{}", lines[0]);
    for (column, given) in header.split_whitespace().zip(COLUMNS) {
        holds(column, given.name);
    }
    for number in rows {
        let (line, given) = (lines[number + 1], row(number));
        for (column, given) in given.iter().enumerate().take(shown) {
            let (from, next) = (begin[column], begin.get(column + 1));
            let cell = part(line, from, next.map_or(usize::from(width), |next| next - 2));
            holds(cell, given);
            let gap = next.map_or("", |&next| part(line, next - 2, next));
            assert!(gap.trim().is_empty(), "{width}: no gap after column {column} in {line:?}");
        }
    }
}

#[test]
fn lists_of_every_length_fit_terminals_of_every_width() {
    for width in [40, 80, 200] {
        for length in [10, 1_000, 100_000] {
            let text = written(0..length, Some(width));
            assert_eq!(text.lines().count(), length + 1, "a row is a line");
            is_straight(&text, width, (0..length).step_by(if length > 10 { length / 97 } else { 1 }));
            assert!(!text.contains(['\u{200d}', '\t', '\r']));
            // What comes after a thousand rows has the widths of these, whatever it would need.
            assert!(length > 1_000 || text.contains('…') == (width < 200), "{width}");
        }
    }
}

#[test]
fn a_long_list_and_a_short_one_look_the_same() {
    for width in [Some(40), Some(80), Some(200), None] {
        let (short, long) = (written(0..500, width), written((0..2000).map(|number| number % 500), width));
        let mut rows = long.lines().skip(1);
        let mut expected = short.lines().skip(1).cycle();
        assert_eq!(short.lines().next(), long.lines().next(), "{width:?}");
        assert!((0..2000).all(|_| rows.next() == expected.next()), "{width:?}");
    }
}

#[test]
fn a_pipe_gets_every_letter() {
    let text = written(0..NAMES.len(), None);
    let begin = places(text.lines().next().unwrap());
    for (number, line) in text.lines().skip(1).enumerate() {
        let cell = part(line, begin[1], begin[2] - 2);
        assert_eq!(cell.trim_end(), pao::model::text::shown(NAMES[number]).trim_end());
    }
    assert!(!text.contains('…'));
}

/// A practice database in which `ops` is its operator and `ann` the Primary Contact of one site of `people`.
fn crowd(scene: &Scene, people: usize) -> Connection {
    let (path, people) = (scene.database(), people.to_string());
    let argv = ["demo", "--db", path.to_str().unwrap(), "--sites", "1", "--people", &people];
    let made = scene.call("nobody", argv).with("PAO_DB", "").json().done().json();
    fs::write(scene.path("token"), made["primary"]["token"].as_str().unwrap()).unwrap();
    Connection::open(scene.database()).unwrap()
}

#[test]
fn access_list_fits_the_terminal() {
    let scene = Scene::new();
    let file = crowd(&scene, 60);
    let names = (0_u32..).zip(NAMES.iter().filter(|name| !name.trim().is_empty()));
    for (number, name) in names.clone() {
        let (every, name) = (u32::try_from(names.clone().count()).unwrap(), *name);
        file.execute("UPDATE person SET last_name = ?1 WHERE person % ?2 = ?3", (name, every, number)).unwrap();
    }
    drop(file);
    let token = fs::read_to_string(scene.path("token")).unwrap();
    for (width, limit) in [(40, "99"), (80, "99"), (200, "99"), (80, "10"), (200, "10")] {
        let call = scene.call(ANN, ["access", "list", "--color", "never", "--limit", limit]).with("PAO_TOKEN", &token);
        let out = call.at_a_terminal(Refusing).sized(width, 24).run().done().out;
        let begin = places(out.lines().next().unwrap());
        // A narrow terminal shows fewer columns, and a mark for those that it leaves out.
        let header = out.lines().next().unwrap();
        assert_eq!(
            (begin.len(), header.ends_with("  …")),
            // Nobody's access ends here, so nothing says so.
            if width == 40 { (4, true) } else { (4, false) },
            "{header}"
        );
        assert_eq!(out.lines().count(), limit.parse::<usize>().unwrap().min(60) + 1);
        for line in out.lines() {
            assert!(line.width() <= usize::from(width), "{width}: {line}");
            for &next in &begin[1..] {
                assert!(part(line, next - 2, next).trim().is_empty(), "{width}: {line:?}");
            }
        }
        let ids = out.lines().skip(1).all(|line| part(line, 0, begin[1]).contains('@'));
        assert!(ids || width == 40, "{width}: an ID is cut before its @");
    }
}
