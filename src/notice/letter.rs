//! One letter: to whom, about which site, which facts, which secret; and its words.
//!
//! What must hold: a letter is stored as data and worded when it is shown or delivered, so what an operator or a dry run
//! sees is what is sent, but for the secret. A letter that lacks a fact is not sent at all, nor is one whose secret would
//! stand nowhere.
use super::Kind;
use super::template::{Shape, Template};
use super::wording::Renderer;
use crate::model::secret::Secret;
use crate::model::way::Prefix;
use std::collections::BTreeMap;
use std::fmt;

/// A letter before it has words.
#[derive(Debug)]
pub struct Letter {
    /// What it is about.
    pub kind: Kind,
    /// The address it goes to.
    pub to: String,
    /// The site it is about, where there is one; the fact `site`.
    pub site: Option<String>,
    /// What its template speaks of, by name (`Kind::fields`). More than that does no harm.
    pub facts: BTreeMap<String, String>,
    /// The passcode or code, until it is delivered or has ended.
    pub secret: Option<Secret>,
}

/// What every letter says of the registry (`care.…`).
#[derive(Debug, Clone, Default)]
pub struct Care {
    /// Whom to ask.
    pub contact: String,
    /// What people type in the place of `pao`.
    pub reach: Prefix,
    /// The fingerprint of the machine's key, which ssh shows the first time.
    pub host_key: Option<String>,
}

/// What becomes of the secret when a letter is worded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SecretLine {
    /// It stands there: for delivery alone.
    Shown,
    /// `(hidden)` stands there: for everything else.
    Hidden,
}

/// A letter in words.
#[derive(Clone, PartialEq, Eq)]
pub struct Rendered {
    /// One line.
    pub subject: String,
    /// Lines that end in `\n`.
    pub body: String,
}

impl fmt::Debug for Rendered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Rendered").field("subject", &self.subject).finish_non_exhaustive()
    }
}

/// A letter cannot be worded because a fact is missing or empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a letter of kind {kind} lacks the fact {field}")]
pub struct MissingFact {
    /// The kind of the letter.
    pub kind: Kind,
    /// The fact it lacks; `secret` where it is the code.
    pub field: &'static str,
}

impl Letter {
    /// A letter without facts.
    pub fn new(kind: Kind, to: impl Into<String>) -> Self {
        Self { kind, to: to.into(), site: None, facts: BTreeMap::new(), secret: None }
    }

    /// The same letter about a site.
    #[must_use]
    pub fn at_site(mut self, site: impl Into<String>) -> Self {
        self.site = Some(site.into());
        self
    }

    /// The same letter with one more fact. An empty value is as none.
    #[must_use]
    pub fn with(mut self, field: &str, value: impl Into<String>) -> Self {
        self.facts.insert(field.to_owned(), value.into());
        self
    }

    /// The same letter with its secret.
    #[must_use]
    pub fn secret(mut self, secret: Secret) -> Self {
        self.secret = Some(secret);
        self
    }

    /// The facts as a JSON object with text values, for the row that keeps this letter.
    pub fn facts_json(&self) -> String {
        // Texts by their names always serialize.
        serde_json::to_string(&self.facts).unwrap_or_default()
    }

    /// A letter from the row that kept it.
    ///
    /// # Errors
    /// In words, when `facts_json` is not what [`Letter::facts_json`] writes.
    pub fn restore(
        kind: Kind,
        to: impl Into<String>,
        site: Option<String>,
        facts_json: &str,
        secret: Option<Secret>,
    ) -> Result<Self, String> {
        let facts = serde_json::from_str(facts_json)
            .map_err(|error| format!("the facts of a stored {kind} letter cannot be read: {error}"))?;
        Ok(Self { kind, to: to.into(), site, facts, secret })
    }

    /// The letter in words. `care` says whom to ask, and how this registry is reached.
    ///
    /// # Errors
    /// [`MissingFact`], also when there is a secret but the fact that brings its line is missing.
    pub fn render(&self, care: &Care, show: SecretLine) -> Result<Rendered, MissingFact> {
        let template = Template::of(self.kind);
        let renderer = Renderer { letter: self, care, show };
        let mut body = String::new();
        for block in template.blocks.iter().filter(|block| renderer.is_there(block)) {
            match block.shape {
                Shape::Gap if body.is_empty() || body.ends_with("\n\n") => (),
                _ => {
                    body.push_str(&renderer.block(block)?);
                    body.push('\n');
                }
            }
        }
        body.truncate(body.trim_end_matches('\n').len());
        body.push('\n');
        renderer.secret_has_a_place(&template)?;
        Ok(Rendered { subject: renderer.subject(template.subject)?, body })
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::{Care, Letter, MissingFact, SecretLine, Template};
    use crate::model::secret::Secret;
    use crate::notice::Kind;

    pub(crate) const CODE: &str = "7K2M-9QXA-TTB4-0ZF*";
    pub(crate) const CARE: &str = "customer care (care@example.com)";

    /// As every letter has it that is read on the machine of the registry.
    pub(crate) fn care() -> Care {
        Care { contact: CARE.to_owned(), ..Care::default() }
    }

    /// A letter with every fact its kind knows of, each saying its own name unless told otherwise.
    pub(crate) fn full(kind: Kind, value: impl Fn(&str) -> String) -> Letter {
        let letter = Letter::new(kind, "ann@example.com").at_site("7000017");
        let fields = kind.fields().into_iter().filter(|field| field.name != "site");
        let letter = fields.fold(letter, |letter, field| letter.with(field.name, value(field.name)));
        if kind.secret_label().is_some() { letter.secret(Secret::new(CODE.to_owned())) } else { letter }
    }

    fn named(field: &str) -> String {
        format!("<{field}>")
    }

    #[test]
    fn every_kind_shows_every_fact_it_asks_for() {
        for kind in Kind::ALL.iter().copied() {
            let template = Template::of(kind);
            let deciding: Vec<_> = template.blocks.iter().filter_map(|block| block.condition).collect();
            let mut seen = String::new();
            // Every way to leave out one fact that decides, so that both sides of every condition are met.
            for without in deciding.iter().map(|condition| condition.field).chain([""]) {
                let mut letter = full(kind, named);
                letter.facts.remove(without);
                letter.secret = letter.secret.filter(|_| without != "until");
                let words = letter.render(&care(), SecretLine::Shown).unwrap();
                assert!(!words.body.contains(['{', '}']) && words.body.contains(CARE), "{kind}: {}", words.body);
                assert!(!words.body.contains("\n\n\n") && words.body.ends_with(".\n"), "{kind}: {}", words.body);
                seen += &format!("{}{}", words.subject, words.body).replace('\n', " ");
            }
            for field in kind.fields() {
                let shown = if field.name == "site" { "7000017".to_owned() } else { named(field.name) };
                let decides =
                    ["secondary", "promoted", "claims", "reversed", "elsewhere", "left"].contains(&field.name);
                assert_eq!(seen.contains(&shown), !decides, "{kind}: {}", field.name);
            }
        }
    }

    #[test]
    fn a_letter_greets_helps_and_says_what_to_type() {
        for kind in Kind::ALL.iter().copied() {
            let words = full(kind, named).render(&care(), SecretLine::Shown).unwrap();
            assert!(words.body.starts_with("Hello"), "{kind}");
            let greets = ["Hello <name>,", "Hello <first_name> <last_name>,"];
            assert!(
                kind == Kind::AuditHead || greets.iter().any(|greeting| words.body.starts_with(greeting)),
                "{kind}"
            );
            assert!(words.body.contains("\n    pao "), "{kind} gives no command");
            let helps = ["If you did not", "If you do not", "If it was", "If this was"];
            assert!(helps.iter().any(|help| words.body.contains(help)), "{kind} does not help who did not expect it");
        }
    }

    #[test]
    fn a_missing_fact_is_named_and_an_empty_one_is_missing() {
        for kind in Kind::ALL.iter().copied() {
            for field in kind.fields().into_iter().filter(|field| !field.optional) {
                let mut letter = full(kind, named).with(field.name, " ");
                letter.site = letter.site.filter(|_| field.name != "site");
                let missing = MissingFact { kind, field: field.name };
                assert_eq!(letter.render(&care(), SecretLine::Hidden).map(|words| words.body), Err(missing));
            }
        }
    }

    #[test]
    fn the_secret_stands_alone_or_is_hidden() {
        for kind in Kind::ALL.iter().copied().filter(|kind| kind.secret_label().is_some()) {
            let label = kind.secret_label().unwrap();
            let letter = full(kind, named);
            let lines = |show| {
                let body = letter.render(&care(), show).unwrap().body;
                body.lines().filter(|line| line.contains(label)).map(str::to_owned).collect::<Vec<_>>()
            };
            assert_eq!(lines(SecretLine::Shown), [format!("{label}: {CODE}")], "{kind}");
            assert_eq!(lines(SecretLine::Hidden), [format!("{label}: (hidden)")], "{kind}");
        }
    }

    #[test]
    fn a_secret_without_its_line_and_a_line_without_its_secret_are_refused() {
        for kind in Kind::ALL.iter().copied().filter(|kind| kind.secret_label().is_some()) {
            let mut letter = full(kind, named);
            letter.secret = None;
            let missing = MissingFact { kind, field: "secret" };
            assert_eq!(letter.render(&care(), SecretLine::Shown).map(|words| words.body), Err(missing));
            assert!(letter.render(&care(), SecretLine::Hidden).is_ok(), "{kind}");
        }
        for kind in [Kind::EmailChanged, Kind::Recovery] {
            let missing = MissingFact { kind, field: "until" };
            let letter = full(kind, named).with("until", "");
            assert_eq!(letter.render(&care(), SecretLine::Shown).map(|words| words.body), Err(missing));
        }
        let letter = full(Kind::Test, named).secret(Secret::new(CODE.to_owned()));
        assert_eq!(letter.render(&care(), SecretLine::Shown).map_err(|missing| missing.field), Err("secret"));
    }

    #[test]
    fn a_stored_letter_reads_the_same() {
        for kind in Kind::ALL.iter().copied() {
            let letter = full(kind, |field| format!("\"{field}\" \\ ü\n"));
            let stored = (letter.kind, letter.to.clone(), letter.site.clone(), letter.facts_json());
            let again = Letter::restore(stored.0, stored.1, stored.2, &stored.3, None).unwrap();
            let words = |letter: &Letter| letter.render(&care(), SecretLine::Hidden).unwrap();
            assert_eq!((words(&letter), &letter.facts), (words(&again), &again.facts));
        }
        for broken in ["", "[]", "{\"days\": 3}"] {
            assert!(
                Letter::restore(Kind::Test, "a@b", None, broken, None).unwrap_err().contains("test letter"),
                "{broken}"
            );
        }
    }

    #[test]
    fn a_secondary_gets_the_welcome_without_a_passcode() {
        let secondary = full(Kind::AccessGranted, named);
        let user = full(Kind::AccessGranted, named).with("secondary", "");
        let body = |letter: &Letter| letter.render(&care(), SecretLine::Shown).unwrap().body;
        assert!(body(&secondary).contains("Welcome.") && body(&secondary).contains("Site number: 7000017"));
        assert!(!body(&user).contains("Welcome."));
        assert!(!body(&secondary).contains("Temporary passcode"));
    }
}
