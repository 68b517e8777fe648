//! Hostile text in every column of the file, planted behind the program's back: whatever is printed, nothing of it does
//! anything to a terminal.
//!
//! Each column gets a text with its own name in it, so that a column that is nowhere shown is noticed.
use crate::actions::{AT_A_SITE, ELSEWHERE, action, views};
use crate::cast::{Cast, id};
use crate::corrupt::longest_rows;
use crate::machine::AWAKE;
use crate::matrix::line;
use crate::terminal;
use crate::world::{Call, Frozen, Run, Scene, password};
use pao::model::secret::Secret;
use pao::ui::ask::{Asker, Unanswered};
use rusqlite::Connection;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::thread;

/// Moves, recolours, renames, rings, breaks lines, turns the direction, is invisible; and the last one ends a C string.
pub const NASTY: &str =
    "\u{1b}]0;x\u{7}\u{9b}2J\u{1b}[31m\r\n\u{85}\u{2028}\u{2029}\u{202e}\u{2066}\u{200b}\u{ad}\u{7f}\u{8}\0\u{feff}";

/// Columns that hold what somebody wrote.
const FREE: &[&str] = &[
    "access.end_reason",
    "access.note",
    "audit.action",
    "audit.actor",
    "audit.code",
    "audit.details",
    "audit.site",
    "audit.subject",
    "contact.first_name",
    "contact.last_name",
    "contact.phone",
    "message.facts",
    "message.kind",
    "message.last_error",
    "message.recipient",
    "message.secret",
    "message.site",
    "nomination.decision_reason",
    "nomination.reason",
    "person.first_name",
    "person.last_name",
    "person.question",
    "provider.terms_url",
    "provider.terms_version",
    "provision.common_name",
    "provision.gateway_name",
    "provision.issuer",
    "provision.reason",
    "provision_provider.terms_version",
    "registration.first_name",
    "registration.last_name",
    "registration.question",
    "setting.value",
    "site.agreement",
    "site.company",
    "site.end_reason",
    "token.name",
];

/// Columns whose text is read as something: a number, an address, a word, a hash. What is none is a damaged file.
const READ: &[&str] = &[
    "access.role",
    "access.site",
    "access_reminder.site",
    "audit.outcome",
    "code.address",
    "code.hash",
    "code.kind",
    "code.state",
    "contact.email",
    "contact.site",
    "contact.type",
    "entitlement.product",
    "entitlement.site",
    "message.state",
    "nomination.site",
    "nomination.status",
    "passcode.hash",
    "passcode.kind",
    "passcode.site",
    "passcode.state",
    "person.answer",
    "person.country",
    "person.email",
    "person.id",
    "person.password",
    "provider.protocol",
    "provider.provider",
    "provision.host",
    "provision.notify",
    "provision.product",
    "provision.site",
    "provision.status",
    "provision_domain.domain",
    "provision_provider.provider",
    "registration.answer",
    "registration.code",
    "registration.country",
    "registration.email",
    "registration.password",
    "setting.key",
    "site.country",
    "site.program",
    "sign_in.caller",
    "site.site",
    "site.status",
    "site.via",
    "token.can",
    "token.site",
    "visit.action",
];

/// Columns of [`FREE`] that nothing prints: they are in letters only, or hidden, or read out at a prompt.
const UNSEEN: &[&str] = &[
    "message.secret",
    "person.question",
    "registration.first_name",
    "registration.last_name",
    "registration.question",
    "site.end_reason",
];

fn text_columns(scene: &Scene) -> Vec<String> {
    let sql = "SELECT m.name || '.' || c.name FROM sqlite_schema AS m, pragma_table_info(m.name) AS c
               WHERE m.type = 'table' AND c.type = 'TEXT' ORDER BY 1";
    scene.rows(sql).into_iter().map(|mut row| row.remove(0)).collect()
}

/// Changes the file behind the program's back, whatever its constraints and triggers say.
pub fn plant(scene: &Scene, change: impl FnOnce(&Connection)) {
    let triggers = scene.rows("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'");
    let file = Connection::open(scene.database()).unwrap();
    let lenient = "PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF; BEGIN";
    file.execute_batch(lenient).unwrap();
    for row in &triggers {
        file.execute_batch(&format!("DROP TRIGGER {}", row[0])).unwrap();
    }
    change(&file);
    for row in &triggers {
        file.execute_batch(&row[1]).unwrap();
    }
    file.execute_batch("COMMIT").unwrap();
}

/// The fixed text for a column.
fn nasty(column: &str) -> String {
    format!("{NASTY}{column}")
}

/// What is planted into a free column, where it holds something.
fn value(column: &str, old: &str, nasty: String) -> String {
    let inside = |old: &str| match serde_json::from_str(old).unwrap() {
        Value::Object(facts) => {
            let facts =
                facts.into_iter().map(|(name, fact)| (name, if fact.is_string() { json!(nasty) } else { fact }));
            Value::Object(facts.collect())
        }
        _ => panic!("{old}"),
    };
    match column {
        "message.facts" => inside(old).to_string(),
        "audit.details" => {
            let mut details = inside(old);
            details[&nasty] = json!({ "reason": [&nasty] });
            details.to_string()
        }
        "provider.terms_url" => format!("https://{nasty}"),
        _ => nasty,
    }
}

/// Plants a text of `text` into every free column.
pub fn plant_all(scene: &Scene, mut text: impl FnMut(&str) -> String) {
    plant(scene, |file| {
        file.execute(
            "INSERT INTO setting (key, value) VALUES ('care.contact', ''), ('policy.holidays', '2026-12-25')",
            [],
        )
        .unwrap();
        file.execute(
            "UPDATE message SET last_error = '', secret = '', state = 'failed', delivered_at = NULL WHERE message % 2",
            [],
        )
        .unwrap();
        file.execute("UPDATE contact SET phone = ''", []).unwrap();
        file.execute("UPDATE access SET note = ''", []).unwrap();
        file.execute("UPDATE site SET agreement = ''", []).unwrap();
        file.execute("UPDATE token SET name = ''", []).unwrap();
        file.execute("UPDATE provision SET reason = ''", []).unwrap();
        file.execute("UPDATE nomination SET reason = ''", []).unwrap();
        file.execute("UPDATE audit SET actor = '', subject = '', code = '', outcome = 'refused' WHERE seq % 2", [])
            .unwrap();
        for column in FREE {
            let (table, name) = column.split_once('.').unwrap();
            let which = if table == "setting" { "key = 'care.contact'" } else { "1" };
            // Entries are found by their site, and letters written by their kind: only some lose theirs.
            let which = match *column {
                "audit.site" | "audit.action" => "seq % 7 = 3",
                "message.kind" => "message % 7 = 3",
                _ => which,
            };
            let sql = format!("SELECT DISTINCT {name} FROM {table} WHERE {name} IS NOT NULL AND {which}");
            let mut select = file.prepare(&sql).unwrap();
            let olds: Vec<String> = select.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
            assert!(!olds.is_empty() || UNSEEN.contains(column), "{column} is empty");
            for old in olds {
                let sql = format!("UPDATE {table} SET {name} = ?1 WHERE {name} = ?2 AND {which}");
                file.execute(&sql, (value(column, &old, text(column)), &old)).unwrap();
            }
        }
    });
}

/// Says yes to everything, for a while.
pub struct Nods {
    pub password: String,
    pub patience: usize,
}

impl Nods {
    fn bears(&mut self) -> Result<(), Unanswered> {
        self.patience = self.patience.checked_sub(1).ok_or(Unanswered::Cancelled)?;
        Ok(())
    }
}

impl Asker for Nods {
    fn line(&mut self, _: &str, default: Option<&str>) -> Result<String, Unanswered> {
        self.bears().map(|()| default.unwrap_or("7000017").to_owned())
    }
    fn secret(&mut self, _: &str) -> Result<Secret, Unanswered> {
        self.bears().map(|()| Secret::new(self.password.clone()))
    }
    fn choice(&mut self, _: &str, _: &[String], default: usize) -> Result<usize, Unanswered> {
        self.bears().map(|()| default)
    }
    fn yes(&mut self, _: &str, _: bool) -> Result<bool, Unanswered> {
        self.bears().map(|()| true)
    }
}

/// Rows that ask: forms, reviews, confirmations, the guide.
const ASKING: &[&str] = &[
    "approve @nomination",
    "decline @nomination",
    "contact set technical",
    "contact set primary",
    "access add",
    "access revoke @tom",
    "access update @tom --note new",
    "provision submit",
    "provision end @gateway",
    "provision accept-terms @open --provider aol",
    "site close --reason ended",
    "authorize",
    "start",
    "account update --question new",
];

/// Nothing that was printed does anything but break lines.
#[track_caller]
pub fn is_harmless(run: &Run) {
    let bare = |symbol: char| {
        symbol != '\n'
            && (symbol.is_control() || "\u{ad}\u{200b}\u{2028}\u{2029}\u{202e}\u{2066}\u{feff}".contains(symbol))
    };
    for printed in [&run.out, &run.err] {
        assert!(!printed.contains(bare), "{}: {:?}", run.argv, printed);
        // A line of its own could pass for a line of ours.
        assert!(!printed.lines().any(|line| FREE.iter().any(|column| line.starts_with(column))), "{run}");
    }
}

/// Runs rows in every manner that there is, and notes which columns were seen.
struct Watch<'c> {
    cast: &'c Cast,
    frozen: Frozen,
    seen: BTreeSet<&'static str>,
}

impl<'c> Watch<'c> {
    fn see(&mut self, call: Call<'_>) {
        let run = call.run();
        is_harmless(&run);
        assert!(!["internal", "damaged"].iter().any(|code| run.err.contains(code)), "{run}");
        let printed = [run.out, run.err].concat();
        let shows =
            |column: &&&str| ["\\u{feff}", "\\ufeff"].iter().any(|last| printed.contains(&format!("{last}{column}")));
        self.seen.extend(FREE.iter().filter(shows));
        if !matches!(run.status, 2 | 5 | 7) {
            self.cast.scene.thaw(&self.frozen);
        }
    }

    fn call(&self, who: &str, row: &str, site: Option<&str>, more: &[&str]) -> Call<'c> {
        let argv = line(self.cast, who, row, site);
        let argv = more.iter().map(|word| (*word).to_owned()).chain(argv);
        self.cast.scene.call(&id(who), argv).typing(&[&password(&id(who))]).with("NO_COLOR", "1")
    }

    fn row(&mut self, who: &str, row: &str, site: Option<&str>) {
        let manners: &[&[&str]] = if views(action(row)) {
            &[&[], &["--json"], &["--format", "csv"]]
        } else {
            &[&["--dry-run"], &["--json", "--dry-run"]]
        };
        for output_options in manners {
            let call = self.call(who, row, site, output_options);
            self.see(call);
        }
        let nods = Nods { password: password(&id(who)), patience: 12 };
        let call = self.call(who, row, site, &[]).at_a_terminal(nods);
        self.see(call);
    }
}

/// What some people see who try everything at the active site.
fn tried_by(askers: &[&str]) -> BTreeSet<&'static str> {
    let cast = Cast::assemble();
    cast.scene.register("zoe@example.com").done();
    plant_all(&cast.scene, nasty);
    let frozen = cast.scene.freeze();
    let mut watch = Watch { cast: &cast, frozen, seen: BTreeSet::new() };
    let site = Some(cast.numbers[0].as_str());
    for who in askers {
        // Whoever is refused anyway is shown less; one row is enough for what an action says when it is done.
        let does = ["ann", "ops"].contains(who);
        let longest = longest_rows();
        let mine = |row: &&&str| views(action(row)) || ASKING.contains(row) || (does && longest.contains(row));
        AT_A_SITE.iter().chain(ASKING).filter(mine).for_each(|row| watch.row(who, row, site));
        ELSEWHERE.iter().chain(&["audit list"]).filter(mine).for_each(|row| watch.row(who, row, None));
    }
    watch.seen
}

#[test]
fn every_column_is_known() {
    let scene = Scene::new();
    scene.init();
    let mut known: Vec<&str> = FREE.iter().chain(READ).copied().collect();
    known.sort_unstable();
    assert_eq!(text_columns(&scene), known, "is it shown? who reads it?");
}

#[test]
fn no_text_of_the_file_does_anything_to_a_terminal() {
    let groups: [&[&str]; 2] = [&["ann"], &["ops", "cy"]];
    let seen: BTreeSet<&str> = thread::scope(|scope| {
        let threads: Vec<_> = groups.iter().map(|group| scope.spawn(|| tried_by(group))).collect();
        threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
    });
    let unseen: Vec<&str> = FREE.iter().copied().filter(|column| !seen.contains(column)).collect();
    assert_eq!(unseen, UNSEEN, "shown nowhere: is it really printed by nothing?");
}

/// What reads most of the file.
pub const READING: &[(&str, &str)] = &[
    ("ann", "status"),
    ("ann", "site show"),
    ("ann", "access list"),
    ("ann", "access tree"),
    ("ann", "contact list"),
    ("ann", "nomination list"),
    ("ann", "provision show @gateway"),
    ("ann", "token list"),
    ("ann", "can message --provider aol"),
    ("ops", "person show @ann"),
    ("ops", "outbox show 1"),
];

/// What writes to most of it, and meets what it does not look at.
const WRITING: &[(&str, &str)] = &[
    ("ann", "access update @tom --tools full"),
    ("ann", "approve @nomination"),
    ("ops", "site update --company Renamed"),
    ("ops", "maintain"),
];

#[test]
fn no_text_that_means_nothing_does_anything_to_a_terminal() {
    let cast = Cast::assemble();
    let frozen = cast.scene.freeze();
    let mut broken = 0;
    for column in READ {
        let (table, name) = column.split_once('.').unwrap();
        plant(&cast.scene, |file| {
            // Where one value stands for one row only, one row has it.
            let sql = |which| format!("UPDATE {table} SET {name} = ?1 WHERE {which}");
            let first = format!("rowid = (SELECT max(rowid) FROM {table})");
            let _ = file
                .execute(&sql("1"), [nasty(column)])
                .or_else(|_| file.execute(&sql(&first), [nasty(column)]))
                .or_else(|_| file.execute(&format!("UPDATE {table} SET {name} = ?1 || {name}"), [nasty(column)]))
                .unwrap();
        });
        for (who, row) in READING.iter().chain(WRITING) {
            let site = cast.numbers[0].as_str();
            let argv =
                line(&cast, who, row, Some(site).filter(|_| AT_A_SITE.contains(row) || row.contains("@gateway")));
            let run = cast.scene.call(&id(who), argv).run();
            is_harmless(&run);
            assert_ne!(run.status, 1, "{column}: what a damaged file holds is no mistake of ours: {run}");
            broken += usize::from(run.status == 10);
        }
        cast.scene.thaw(&frozen);
    }
    assert!(broken > 15, "{broken} answers were broken: was anything planted?");
}

#[test]
fn no_text_of_the_file_does_anything_to_a_terminal_at_a_question() {
    let machine = AWAKE.machine();
    machine.run(None, &["account", "recover", "--email", &AWAKE.cy.id]).ends(0);
    let code = machine.letter(&AWAKE.cy.id, "recovery", "Recovery code");
    let file = Connection::open(machine.db()).unwrap();
    file.execute("UPDATE person SET question = ?1 || 'Whose ship?', last_name = ?1 WHERE question > ''", [NASTY])
        .unwrap();
    drop(file);
    let mut scene = terminal::Scene::begin(&machine, None, &format!("account reset --email {}", AWAKE.cy.id));
    scene.sees("ode").types(&code).sees("Whose ship?").presses_ctrl('c');
    let shown = scene.ends(130);
    assert!(shown.contains("\\u{1b}]0;x") && !shown.contains("\u{1b}]0;x"), "{shown:?}");
    assert!(!shown.contains(['\u{7}', '\u{202e}', '\u{9b}', '\u{2028}']), "{shown:?}");
}
