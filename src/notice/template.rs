//! The form that `texts/*.txt` are written in, and how their lines are laid out.
//!
//! The first line is `Subject: …`, then an empty line, then blocks:
//!
//! - prose: neighbouring lines that start at the margin are one paragraph, wrapped again once its facts are known;
//! - an item: a line indented by two, wrapped under its value;
//! - a command: a line indented by four, never wrapped, its facts quoted as a shell would want them;
//! - the secret: a line that ends in `{secret}`, never wrapped.
//!
//! `{fact}` is replaced by the fact. A block whose first line starts with `?fact ` is there only with that fact, one
//! with `!fact ` only without it.
//!
//! What must hold: the only lines of a letter that start with a secret's label and a colon are its secret lines.
use super::Kind;
use unicode_width::UnicodeWidthStr;

/// How wide the lines of a letter are, in columns.
const COLUMNS: usize = 72;

/// A fact that a kind of letter speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// Its name, as given to `Letter::with`.
    pub name: &'static str,
    /// Whether the letter can be written without it: it decides about a block, or stands only in such a block.
    pub optional: bool,
}

/// What a letter says whatever it is about: the secret, and what `care.…` says of the registry.
const OF_EVERY_LETTER: [&str; 5] = ["care", "secret", "ssh", "host_key", "reached"];

/// What a block is, which decides how it is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// An empty line.
    Gap,
    /// A paragraph.
    Prose,
    /// A labelled value.
    Item,
    /// Something to type.
    Command,
    /// The line with the secret.
    Secret,
}

/// A block is there only if this fact is (`wanted`), or only if it is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Condition {
    pub(super) field: &'static str,
    pub(super) wanted: bool,
}

/// A piece of a letter that is there or not, and is laid out as one.
#[derive(Debug)]
pub(super) struct Block {
    pub(super) condition: Option<Condition>,
    pub(super) shape: Shape,
    pub(super) lines: Vec<&'static str>,
}

/// A template, taken apart.
#[derive(Debug)]
pub(super) struct Template {
    pub(super) subject: &'static str,
    pub(super) blocks: Vec<Block>,
}

impl Template {
    /// The template of a kind.
    pub(super) fn of(kind: Kind) -> Self {
        let source = kind.source();
        let (first, body) = source.split_once('\n').unwrap_or((source, ""));
        let mut blocks: Vec<Block> = Vec::new();
        for line in body.lines() {
            let block = Block::starting(line);
            match blocks.last_mut() {
                Some(last) if last.shape == Shape::Prose && block.continues() => last.lines.push(line),
                _ => blocks.push(block),
            }
        }
        Self { subject: first.trim_start_matches("Subject: "), blocks }
    }

    /// Its facts, each once, in the order in which they are first met.
    pub(super) fn fields(&self) -> Vec<Field> {
        let uses = self.uses();
        let mut fields: Vec<Field> = Vec::new();
        for (name, _) in &uses {
            if !fields.iter().any(|field| field.name == *name) && !OF_EVERY_LETTER.contains(name) {
                let under: Vec<_> = uses.iter().filter(|(used, _)| used == name).map(|(_, when)| *when).collect();
                // Needed on both sides of a condition is needed always.
                let always = |when: &Option<Condition>| when.is_none_or(|one| under.contains(&Some(one.turned())));
                fields.push(Field { name, optional: !under.iter().any(always) });
            }
        }
        fields
    }

    /// Every mention of a fact with the condition that it stands under. What decides stands under itself.
    fn uses(&self) -> Vec<(&'static str, Option<Condition>)> {
        let mut uses: Vec<_> = placeholders(self.subject).map(|name| (name, None)).collect();
        for block in &self.blocks {
            uses.extend(block.condition.map(|when| (when.field, Some(Condition { wanted: true, ..when }))));
            uses.extend(block.lines.iter().flat_map(|line| placeholders(line)).map(|name| (name, block.condition)));
        }
        uses
    }
}

impl Condition {
    const fn turned(self) -> Self {
        Self { field: self.field, wanted: !self.wanted }
    }
}

impl Block {
    fn starting(line: &'static str) -> Self {
        let marked = line.starts_with(['?', '!']).then(|| line[1..].split_once(' ')).flatten();
        let (condition, text) = match marked {
            Some((field, text)) => (Some(Condition { field, wanted: line.starts_with('?') }), text),
            None => (None, line),
        };
        Self { condition, shape: shape(text), lines: vec![text] }
    }

    fn continues(&self) -> bool {
        self.condition.is_none() && self.shape == Shape::Prose
    }
}

fn shape(line: &str) -> Shape {
    if line.is_empty() {
        Shape::Gap
    } else if line.ends_with(": {secret}") {
        Shape::Secret
    } else if line.starts_with("    ") {
        Shape::Command
    } else if line.starts_with("  ") {
        Shape::Item
    } else {
        Shape::Prose
    }
}

/// The names between braces in a line.
fn placeholders(line: &'static str) -> impl Iterator<Item = &'static str> {
    line.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name)
}

/// A paragraph in lines of at most 72 columns, where its words allow that.
pub(super) fn paragraph(text: &str) -> String {
    let lines = wrapped(text, 0, 0);
    let lines = lines.into_iter().map(|line| if looks_secret(&line) { format!("  {line}") } else { line });
    lines.collect::<Vec<_>>().join("\n")
}

/// A labelled value whose further lines stand under its first. `label` is what precedes the value, indent included.
pub(super) fn item(label: &str, value: &str) -> String {
    let margin = label.width();
    format!("{label}{}", wrapped(value, margin, margin).join(&format!("\n{:margin$}", "")))
}

/// Words in lines; the first starts at column `first`, the others at `margin`.
fn wrapped(text: &str, first: usize, margin: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut column = first;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let Some(line) = lines.last_mut() else { break };
        if line.is_empty() {
            line.push_str(word);
            column += word.width();
        } else if column + 1 + word.width() <= COLUMNS {
            line.push(' ');
            line.push_str(word);
            column += 1 + word.width();
        } else {
            lines.push(word.to_owned());
            column = margin + word.width();
        }
    }
    lines
}

/// Whether a line could be taken for the line with a secret: foreign text must not be able to make one.
fn looks_secret(line: &str) -> bool {
    let labels = Kind::ALL.iter().filter_map(|kind| kind.secret_label());
    labels.into_iter().any(|label| line.get(..label.len()).is_some_and(|start| start.eq_ignore_ascii_case(label)))
}

#[cfg(test)]
mod tests {
    use super::{Shape, Template, item, paragraph, placeholders};
    use crate::notice::Kind;
    use unicode_width::UnicodeWidthStr;

    #[test]
    fn every_template_has_the_form() {
        for kind in Kind::ALL.iter().copied() {
            let source = kind.source();
            let mut lines = source.lines();
            assert!(lines.next().is_some_and(|line| line.starts_with("Subject: ") && line.len() > 9), "{kind}");
            assert_eq!(lines.next(), Some(""), "{kind}");
            assert!(source.ends_with('\n') && !source.ends_with("\n\n") && !source.contains("\n\n\n"), "{kind}");
            for line in source.lines() {
                assert!(line.width() <= 72 && line.is_ascii() && line.trim_end() == line, "{kind}: {line}");
                assert_eq!(line.matches('{').count(), placeholders(line).count(), "{kind}: {line}");
            }
        }
    }

    #[test]
    fn every_template_is_used_once() {
        for kind in Kind::ALL.iter().copied() {
            let twins: Vec<_> = Kind::ALL.iter().filter(|other| other.source() == kind.source()).collect();
            assert_eq!(twins, [&kind]);
        }
    }

    #[test]
    fn secret_lines_are_those_of_the_contract() {
        for kind in Kind::ALL.iter().copied() {
            let blocks = Template::of(kind).blocks;
            let secrets: Vec<_> = blocks.iter().filter(|block| block.shape == Shape::Secret).collect();
            let lines: Vec<_> = secrets.iter().flat_map(|block| block.lines.clone()).collect();
            let expected: Vec<_> =
                kind.secret_label().map(|label| format!("{label}: {{secret}}")).into_iter().collect();
            assert_eq!(lines, expected, "{kind}");
            let others = blocks.iter().filter(|block| block.shape != Shape::Secret).flat_map(|block| &block.lines);
            assert!(!others.into_iter().any(|line| line.contains("{secret}")), "{kind}");
        }
    }

    #[test]
    fn commands_name_only_numbers_and_addresses() {
        for kind in Kind::ALL.iter().copied() {
            let blocks = Template::of(kind).blocks;
            for block in blocks.iter().filter(|block| block.shape == Shape::Command) {
                let line = block.lines[0];
                assert!(line.starts_with("    pao "), "{kind}: {line}");
                let known = ["site", "nomination", "request", "email", "former", "token"];
                assert!(placeholders(line).all(|name| known.contains(&name)), "{kind}: {line}");
                // A fact becomes one word, and nothing else stands in it.
                let whole = |word: &str| !word.contains('{') || word.starts_with('{') && word.ends_with('}');
                assert!(line.split(' ').all(whole), "{kind}: {line}");
            }
        }
    }

    #[test]
    fn conditions_and_shapes_are_told_apart() {
        let fields = |kind: Kind| {
            let fields = kind.fields();
            let names = |wanted| fields.iter().filter(|f| f.optional == wanted).map(|f| f.name).collect::<Vec<_>>();
            (names(false), names(true))
        };
        assert_eq!(fields(Kind::Welcome), (vec!["site", "name", "company", "until"], vec![]));
        assert_eq!(
            fields(Kind::AccessEnded),
            (vec!["site", "name", "company"], vec!["by", "left", "expires", "reason"])
        );
        assert_eq!(fields(Kind::Test), (vec!["by"], vec!["name"]));
        let shapes: Vec<_> = Template::of(Kind::AuditHead).blocks.iter().map(|block| block.shape).collect();
        let (gap, prose, thing, command) = (Shape::Gap, Shape::Prose, Shape::Item, Shape::Command);
        let expected = [gap, prose, gap, prose, gap, thing, thing, gap, prose, gap, command, gap, prose, gap, prose];
        assert_eq!(shapes, expected);
    }

    #[test]
    fn paragraphs_are_wrapped_by_columns() {
        let text = "ä漢 ".repeat(40);
        let wrapped = paragraph(&text);
        let widths: Vec<_> = wrapped.lines().map(UnicodeWidthStr::width).collect();
        assert_eq!(widths, [71, 71, 15], "{wrapped}");
        assert_eq!(paragraph(&format!("a {} b", "x".repeat(100))), format!("a\n{}\nb", "x".repeat(100)));
        let exact = format!("{} {}", "x".repeat(40), "y".repeat(31));
        assert_eq!(paragraph(&exact), exact);
        assert_eq!(paragraph(&format!("{exact}y")), format!("{}\n{}y", "x".repeat(40), "y".repeat(31)));
    }

    #[test]
    fn items_continue_under_their_value() {
        let text = item("  Label: ", &"word ".repeat(30));
        let widths: Vec<_> = text.lines().map(str::len).collect();
        assert_eq!(widths, [68, 68, 38], "{text}");
        assert!(text.starts_with("  Label: word word"), "{text}");
        assert!(text.lines().skip(1).all(|line| line.starts_with("         word")), "{text}");
    }

    #[test]
    fn only_a_secret_line_looks_like_one() {
        assert_eq!(paragraph("Reversal code: 1"), "  Reversal code: 1");
        assert_eq!(paragraph("temporary PASSCODE: 1"), "  temporary PASSCODE: 1");
        assert_eq!(paragraph("A reversal code: 1"), "A reversal code: 1");
    }
}
