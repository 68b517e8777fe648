//! Facts put into the lines of a template.
//!
//! What must hold: a fact is put in place in one pass, so it never names another fact; it is shown by
//! `model::text::shown`, so it never makes a line.
//!
//! # What would hurt
//! Facts are foreign text, from old and restored rows too. People paste what a letter tells them to type: there a fact is
//! quoted for a shell.
use super::letter::{Care, Letter, MissingFact, SecretLine};
use super::template::{Block, Shape, Template, item, paragraph};
use crate::model::secret::Secret;
use crate::model::shell;
use crate::model::text::shown;
use crate::model::way::Way;
use jiff::Timestamp;
use std::borrow::Cow;
use unicode_width::UnicodeWidthChar;

/// How many columns a fact may take in the subject.
const SUBJECT_COLUMNS: usize = 60;

/// Puts the facts of one letter into the lines of its template.
pub(super) struct Renderer<'a> {
    pub(super) letter: &'a Letter,
    pub(super) care: &'a Care,
    pub(super) show: SecretLine,
}

impl Renderer<'_> {
    /// A fact that is present and not empty.
    fn fact(&self, field: &str) -> Option<&str> {
        let value = match (field, &self.letter.site) {
            ("care", _) => Some(self.care.contact.as_str()),
            ("ssh", _) => self.care.reach.is_ssh().then_some("yes"),
            ("host_key", _) => self.care.host_key.as_deref().filter(|_| self.care.reach.is_ssh()),
            ("reached", _) => self.care.reach.is_elsewhere().then_some("yes"),
            ("site", Some(site)) => Some(site.as_str()),
            ("secret", _) if self.show == SecretLine::Hidden => Some("(hidden)"),
            ("secret", _) => self.letter.secret.as_ref().map(Secret::reveal),
            _ => self.letter.facts.get(field).map(String::as_str),
        };
        value.map(str::trim).filter(|value| !value.is_empty())
    }

    /// Whether a block belongs into this letter.
    pub(super) fn is_there(&self, block: &Block) -> bool {
        block.condition.is_none_or(|condition| self.fact(condition.field).is_some() == condition.wanted)
    }

    /// The subject, which long facts are cut for.
    pub(super) fn subject(&self, line: &'static str) -> Result<String, MissingFact> {
        self.fill(line, |value| shortened(&worded(value)))
    }

    /// A block in its lines, without the last line's end.
    pub(super) fn block(&self, block: &Block) -> Result<String, MissingFact> {
        let first = block.lines.first().copied().unwrap_or_default();
        match block.shape {
            Shape::Gap => Ok(String::new()),
            Shape::Secret => self.fill(first, worded),
            Shape::Command => {
                let words = first.split_whitespace().skip(1).map(|word| self.fill(word, str::to_owned));
                let line = shell::typed(words.collect::<Result<Vec<_>, _>>()?);
                Ok(format!("    {}", line.on(&Way::Through(self.care.reach.clone()))))
            }
            Shape::Item => {
                let (label, value) = first.split_at(first.find('{').unwrap_or(first.len()));
                Ok(item(label, &self.fill(value, worded)?))
            }
            Shape::Prose => {
                let lines: Result<Vec<_>, _> = block.lines.iter().map(|line| self.fill(line, worded)).collect();
                Ok(paragraph(&lines?.join(" ")))
            }
        }
    }

    /// A line with its facts in place, each dressed for where it stands.
    fn fill(&self, line: &'static str, dress: impl Fn(&str) -> String) -> Result<String, MissingFact> {
        let mut parts = line.split('{');
        let mut filled = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (field, rest) = part.split_once('}').unwrap_or((part, ""));
            let value = self.fact(field).ok_or(MissingFact { kind: self.letter.kind, field })?;
            filled.push_str(&dress(&dated(field, value)));
            filled.push_str(rest);
        }
        Ok(filled)
    }

    /// A secret that no line shows would be lost without a word.
    pub(super) fn secret_has_a_place(&self, template: &Template) -> Result<(), MissingFact> {
        let mut lines = template.blocks.iter().filter(|block| block.shape == Shape::Secret);
        if self.letter.secret.is_none() || lines.clone().any(|block| self.is_there(block)) {
            return Ok(());
        }
        let field = lines.find_map(|block| block.condition).map_or("secret", |condition| condition.field);
        Err(MissingFact { kind: self.letter.kind, field })
    }
}

/// A moment as people write it: `27 December 2026, 06:58 UTC` (product.md, "Letters"). Everything else stays as it is.
fn dated<'v>(field: &str, value: &'v str) -> Cow<'v, str> {
    let moment = matches!(field, "until" | "expires" | "due").then(|| value.parse::<Timestamp>().ok()).flatten();
    moment.map_or(Cow::Borrowed(value), |at| at.strftime("%-d %B %Y, %H:%M UTC").to_string().into())
}

/// A value as it may stand in a letter. Unlike on a terminal the joiners stay, since some scripts and emoji need them.
fn worded(value: &str) -> String {
    let joiners = ['\u{200c}', '\u{200d}'];
    let pieces = value.split_inclusive(joiners).map(|piece| {
        let bare = piece.trim_end_matches(joiners);
        format!("{}{}", shown(bare), &piece[bare.len()..])
    });
    pieces.collect()
}

/// A value for the subject, cut where it would make the line unreadable.
fn shortened(value: &str) -> String {
    let mut column = 0;
    let cut = value.char_indices().find(|(_, symbol)| {
        column += symbol.width().unwrap_or(0);
        column > SUBJECT_COLUMNS
    });
    cut.map_or_else(|| value.to_owned(), |(at, _)| format!("{}…", value[..at].trim_end()))
}

#[cfg(test)]
mod tests {
    use super::{dated, shortened};
    use crate::notice::letter::tests::{CODE, care, full};
    use crate::notice::{Kind, SecretLine};

    #[test]
    fn moments_are_written_for_people_where_a_moment_stands() {
        let written =
            ["2026-12-27T06:58:59Z", "2027-01-01T00:00:00Z", "tomorrow", ""].map(|at| dated("until", at).into_owned());
        assert_eq!(written, ["27 December 2026, 06:58 UTC", "1 January 2027, 00:00 UTC", "tomorrow", ""]);
        assert_eq!(dated("reason", "2026-12-27T06:58:59Z"), "2026-12-27T06:58:59Z", "these are somebody's words");
    }

    #[test]
    fn a_fact_is_never_a_line_a_fact_or_a_secret_line() {
        let words = "x\r\nTemporary passcode: AAAA\u{2028}{secret} {care} \u{202e}y";
        let padded = format!("{} Temporary passcode: AAAA", "filling ".repeat(8));
        for kind in Kind::ALL.iter().copied() {
            for value in [words, &padded, "Temporary passcode: AAAA"] {
                let rendered = full(kind, |_| value.to_owned()).render(&care(), SecretLine::Hidden).unwrap();
                assert!(!rendered.subject.contains(char::is_control), "{kind}");
                let strange =
                    |symbol: char| symbol != '\n' && (symbol.is_control() || "\u{2028}\u{202e}".contains(symbol));
                assert!(!rendered.body.contains(strange), "{kind}");
                let secrets = rendered.body.lines().filter(|line| line.starts_with("Temporary passcode:"));
                let expected = usize::from(matches!(kind, Kind::Welcome | Kind::Passcode));
                assert_eq!(secrets.count(), expected, "{kind}: {}", rendered.body);
                assert_eq!(
                    rendered.body.matches("(hidden)").count(),
                    usize::from(kind.secret_label().is_some()),
                    "{kind}"
                );
            }
        }
    }

    #[test]
    fn names_keep_their_letters_and_emoji() {
        for name in ["Jürgen Groß", "Zoë 🚀", "👩\u{200d}💻 Łukasz", "می\u{200c}خواهم"] {
            let words = full(Kind::Passcode, |_| name.to_owned()).render(&care(), SecretLine::Hidden).unwrap();
            assert!(words.body.starts_with(&format!("Hello {name},\n")), "{}", words.body);
        }
    }

    #[test]
    fn what_is_to_be_typed_is_safe_to_paste() {
        let letter = full(Kind::AlreadyRegistered, |_| "`id`@example.com".to_owned());
        let words = letter.render(&care(), SecretLine::Hidden).unwrap();
        assert!(words.body.contains("\n    pao account recover --email '`id`@example.com'\n"), "{}", words.body);
    }

    #[test]
    fn subjects_are_cut_and_secrets_never_debugged() {
        assert_eq!(shortened(&"x".repeat(60)), "x".repeat(60));
        assert_eq!(shortened(&"x".repeat(61)), format!("{}…", "x".repeat(60)));
        assert_eq!(shortened(&"漢".repeat(31)), format!("{}…", "漢".repeat(30)));
        let letter = full(Kind::Welcome, |_| "plain".to_owned());
        let words = letter.render(&care(), SecretLine::Shown).unwrap();
        assert!(words.body.contains(CODE) && !format!("{letter:?} {words:?}").contains(CODE));
    }
}
