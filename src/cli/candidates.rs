//! Things in the database, as candidates: looked up by the very lists that people call, so that nobody is offered what
//! they may not see.
//!
//! What must hold: a look is quick and silent. It asks nothing, waits for no lock, makes no file, notes no use of the
//! sign-in, and compares no password; where anything is missing there are no candidates.
//!
//! # Secrets
//! What comes out is typed into a command line by a shell. A value is offered only where no shell gives any of its
//! characters a meaning; an address may hold a backtick.
use crate::command::Context;
use crate::command::options::Options;
use crate::model::text;
use crate::ui::colour::Colours;
use crate::ui::{Format, OutputOptions, Terminal};
use crate::world::World;
use serde_json::Value;
use std::cell::RefCell;
use std::ffi::OsString;
use std::io::{self, Write};
use std::rc::Rc;

/// As many candidates as anybody would look at.
const MOST: &str = "200";

/// A thing that may be named.
pub struct Thing {
    pub name: String,
    /// What it is, fit for a terminal.
    pub about: Option<String>,
}

/// Where things of one kind are looked up.
pub struct Candidates {
    /// The list that shows them.
    list: &'static [&'static str],
    /// The key that names one of them.
    key: &'static str,
    /// The key that says what it is.
    about: &'static str,
    /// Whether the list is sorted by the key as text, so that it can begin at what was typed.
    by_text: bool,
}

const fn numbered(list: &'static [&'static str], key: &'static str, about: &'static str) -> Candidates {
    Candidates { list, key, about, by_text: false }
}

const fn named(list: &'static [&'static str], key: &'static str, about: &'static str) -> Candidates {
    Candidates { list, key, about, by_text: true }
}

pub static SITES: Candidates = named(&["site", "list"], "site", "company");
/// People with access to the site that is asked about.
pub static PEOPLE: Candidates = named(&["access", "list"], "id", "role");
pub static OPERATORS: Candidates = named(&["operator", "list"], "id", "last_name");
pub static PROVIDERS: Candidates = named(&["provider", "list"], "provider", "terms_url");
pub static NOMINATIONS: Candidates = numbered(&["nomination", "list"], "nomination", "id");
/// Nominations that nobody has decided.
pub static WAITING: Candidates = numbered(&["nomination", "list", "--status", "pending"], "nomination", "id");
pub static REQUESTS: Candidates = numbered(&["provision", "list"], "request", "gateway_name");
pub static ENTITLEMENTS: Candidates = numbered(&["entitlement", "list"], "entitlement", "product");
pub static TOKENS: Candidates = numbered(&["token", "list"], "token_number", "name");
pub static MESSAGES: Candidates = numbered(&["outbox", "list"], "message", "kind");

/// What the command line says so far about whose data are looked at.
#[derive(Debug, Default, Clone)]
pub struct Said {
    db: Option<OsString>,
    site: Option<OsString>,
    /// Somebody acts by a password, which no completion asks for.
    by_password: bool,
}

impl Said {
    /// Reads the words of a command line that is being typed.
    pub fn of(words: &[OsString], world: &World) -> Self {
        // A shell may cut `--site=7000017` at the sign.
        let value = |flag: &str| {
            let at = words.iter().position(|word| word.to_str().is_some_and(|word| word.starts_with(flag)))?;
            match words[at].to_str()?.strip_prefix(flag)? {
                "" => words[at + 1..].iter().find(|word| *word != "=").cloned(),
                rest => rest.strip_prefix('=').map(OsString::from),
            }
        };
        let variable = |name| world.environment.set_and_not_empty(name).is_some();
        let by_password = value("--as").is_some() || (variable("PAO_ID") && !variable("PAO_TOKEN"));
        Self { db: value("--db"), site: value("--site"), by_password }
    }
}

impl Candidates {
    /// Those whose names begin with `typed`.
    pub fn beginning_with(&self, typed: &str, said: &Said, world: &mut World) -> Vec<Thing> {
        let rows = if said.by_password { None } else { self.rows(typed, said, world) };
        rows.into_iter().flatten().filter_map(|row| self.thing(&row, typed)).collect()
    }

    fn rows(&self, typed: &str, said: &Said, world: &mut World) -> Option<Vec<Value>> {
        let mut argv: Vec<OsString> = ["pao", "--no-input"].map(OsString::from).into();
        argv.extend(self.list.iter().map(OsString::from));
        argv.extend(["--limit", MOST].map(OsString::from));
        if let Some(after) = before(typed).filter(|_| self.by_text) {
            argv.extend(["--after".into(), after.into()]);
        }
        // A list of sites is never about one of them.
        let site = said.site.as_ref().filter(|_| self.key != "site");
        for (flag, value) in [("--db", said.db.as_ref()), ("--site", site)] {
            argv.extend(value.into_iter().flat_map(|value| [OsString::from(flag), value.clone()]));
        }
        serde_json::from_slice(&glanced(&argv, world)?).ok()
    }

    fn thing(&self, row: &Value, typed: &str) -> Option<Thing> {
        let name = match &row[self.key] {
            Value::String(name) => name.clone(),
            Value::Number(number) => number.to_string(),
            _ => return None,
        };
        let plain = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"@._+-".contains(&byte));
        let fits = plain && !name.starts_with('-') && name.starts_with(typed);
        let about = row[self.about].as_str().map(|about| text::shown(about).into_owned());
        fits.then_some(Thing { name, about })
    }
}

/// The last text that sorts before everything that begins with `typed`, near enough.
fn before(typed: &str) -> Option<String> {
    let last = typed.bytes().last().filter(u8::is_ascii_graphic)?;
    let rest = typed.get(..typed.len() - 1)?;
    Some(format!("{rest}{}\u{10ffff}", char::from(last - 1)))
}

/// The JSON that a list answers, if it answers: a look that nobody would miss.
fn glanced(argv: &[OsString], world: &mut World) -> Option<Vec<u8>> {
    let super::Cli { global, command, .. } = super::parse(argv).ok()?;
    let command = command?;
    let mut options = Options::gather(global, command.id(), &world.environment).ok()?;
    options.glance = true;
    world.stop_asking();
    world.terminal = Terminal::default();
    let colours = Colours { out: false, err: false };
    let output_options = OutputOptions { quiet: true, colours, ..OutputOptions::new(Format::Json, world.terminal) };
    let buffer = Buffer::default();
    let saved_stdout = std::mem::replace(&mut world.out, Box::new(buffer.clone()));
    let id = command.id();
    let outcome =
        command.run(&mut Context::new(world, options, output_options.clone(), id, super::PROGRAM, Vec::new()));
    let written = outcome.and_then(|outcome| outcome.report.write(&output_options, &mut world.out, &mut io::sink()));
    world.out = saved_stdout;
    written.ok()?;
    Some(buffer.0.take())
}

/// A stream that is kept.
#[derive(Clone, Default)]
struct Buffer(Rc<RefCell<Vec<u8>>>);

impl Write for Buffer {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::before;

    #[test]
    fn a_list_begins_just_before_what_was_typed() {
        for (typed, names) in [("70", ["70", "700", "7000017"]), ("bo", ["bo", "bo@example.com", "bob@example.com"])] {
            let after = before(typed).unwrap();
            assert!(names.iter().all(|name| *name > after.as_str()), "{after}");
        }
        assert!(before("bo").unwrap().as_str() > "bn@example.com");
        assert_eq!(before(""), None);
        assert_eq!(before("é"), None);
    }
}
