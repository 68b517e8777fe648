//! Foreign text: what is accepted, and how whatever is there is shown.
//!
//! What must hold: every string that did not come from this program passes through [`shown`] on its way to a terminal,
//! and every JSON text through [`json_shown`]. Judging at the entrance ([`line`]) is not enough, since old and restored
//! rows exist.
//!
//! # What would hurt
//! Control characters move the cursor, recolour, rename the window; bidi controls make `revoke` read as something else;
//! invisible characters make two different names look alike.
use crate::model::Malformed;
use crate::model::unseen::{is_blank, is_ignorable, is_joiner, is_selector, unseen};
use std::borrow::Cow;
use std::fmt::Write as _;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Combining marks that may follow each other: more than any script needs, less than climbs into the next line.
const MARKS: usize = 8;

/// One line of text that somebody gave for `field`: without outer spaces, in NFC, 1 to `max_code_points` code points.
///
/// # Errors
/// [`Malformed`] where it is empty, too long, or holds what has no place in a line: control, bidi or invisible characters
/// (joiners are taken, some scripts need them), line breaks, private or impossible characters, towers of marks.
pub fn line(text: &str, field: &'static str, max_code_points: usize) -> Result<String, Malformed> {
    let text = text.trim_matches(|c: char| c.is_whitespace() && !is_hidden(c));
    // Nothing of NFC makes eight code points one: beyond that there is no need to compose them first.
    if text.chars().count() > max_code_points.saturating_mul(8) {
        return Err(Malformed::new(field, format!("is too long, at most {max_code_points} characters are taken")));
    }
    let text: String = text.nfc().collect();
    let count = text.chars().count();
    if count > max_code_points {
        return Err(Malformed::new(field, format!("has {count} characters, at most {max_code_points} are taken")));
    }
    if let Some(bad) = text.chars().find(|c| is_refused(*c)).or_else(|| unseen(&text)) {
        let problem = format!("holds a character that has no place in a line of text (U+{:04X})", u32::from(bad));
        return Err(Malformed::new(field, problem));
    }
    if has_tower(&text) {
        return Err(Malformed::new(field, format!("holds more than {MARKS} combining marks in a row")));
    }
    if text.chars().all(|c| c.is_whitespace() || is_hidden(c) || is_combining_mark(c)) {
        return Err(Malformed::new(field, "is empty"));
    }
    Ok(text)
}

/// A short name that is data, not language (products, providers): 2 to 40 lower-case letters, digits and inner hyphens.
///
/// # Errors
/// [`Malformed`] naming `field`.
pub fn short_name(text: &str, field: &'static str) -> Result<String, Malformed> {
    let is_known = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    let fits = (2..=40).contains(&text.len()) && text.bytes().all(is_known);
    if fits && !text.starts_with('-') && !text.ends_with('-') {
        return Ok(text.to_owned());
    }
    Err(Malformed::new(field, "is not a short name of 2 to 40 lower-case letters, digits and inner hyphens"))
}

/// `text` as it may go to a terminal: control, bidi, zero-width and impossible characters and line separators come out
/// as `\u{..}`, a newline as `\n`, a tab as `\t`. Everything else is untouched, and nothing is copied without need.
pub fn shown(text: &str) -> Cow<'_, str> {
    escaped(text, is_hidden, |out, c| match c {
        '\n' => out.push_str("\\n"),
        '\t' => out.push_str("\\t"),
        _ => {
            // Writing to a String cannot fail.
            let _ = write!(out, "\\u{{{:x}}}", u32::from(c));
        }
    })
}

/// Serialized JSON in which what [`shown`] would escape stands as an escape of JSON. Outside of strings there is none of these
/// characters but spaces and line breaks; C0 inside of strings is escaped by the serializer already.
pub fn json_shown(json: &str) -> Cow<'_, str> {
    let hidden = |c: char| c >= ' ' && is_hidden(c);
    escaped(json, hidden, |out, c| {
        for unit in c.encode_utf16(&mut [0; 2]) {
            let _ = write!(out, "\\u{unit:04x}");
        }
    })
}

/// What [`json_shown`] was given to make `json`.
pub fn json_plain(json: &str) -> Cow<'_, str> {
    if !json.contains("\\u") {
        return Cow::Borrowed(json);
    }
    let (mut out, mut rest) = (String::with_capacity(json.len()), json);
    while let Some(at) = rest.find('\\') {
        let (before, escape) = rest.split_at(at);
        out.push_str(before);
        rest = match escaped_char(escape) {
            Some((c, after)) if c >= ' ' && is_hidden(c) => {
                out.push(c);
                after
            }
            // Any other escape stays, the one of a backslash as a pair.
            _ => {
                let (pair, after) = escape.split_at(1 + escape.chars().nth(1).map_or(0, char::len_utf8));
                out.push_str(pair);
                after
            }
        };
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// The character that `\u` and four digits at the beginning of `text`, or a pair of them, stand for; and what follows.
fn escaped_char(text: &str) -> Option<(char, &str)> {
    let unit =
        |from: usize| -> Option<u16> { u16::from_str_radix(text.get(from..)?.strip_prefix("\\u")?.get(..4)?, 16).ok() };
    let first = unit(0)?;
    match char::decode_utf16([first]).next()? {
        Ok(c) => Some((c, &text[6..])),
        Err(_) => Some((char::decode_utf16([first, unit(6)?]).next()?.ok()?, &text[12..])),
    }
}

/// `text` with every character that `hidden` picks written by `write`.
fn escaped(text: &str, hidden: impl Fn(char) -> bool, write: impl Fn(&mut String, char)) -> Cow<'_, str> {
    let Some(first) = find(text, &hidden) else { return Cow::Borrowed(text) };
    let (clean, rest) = text.split_at(first);
    let mut out = String::with_capacity(text.len() + 16);
    out.push_str(clean);
    for c in rest.chars() {
        if hidden(c) { write(&mut out, c) } else { out.push(c) }
    }
    Cow::Owned(out)
}

/// Where the first character is that `hidden` picks, which is none of the printable ones of ASCII: those are passed over
/// byte by byte, since every cell of every list comes by here.
fn find(text: &str, hidden: impl Fn(char) -> bool) -> Option<usize> {
    let mut from = 0;
    loop {
        from += text.as_bytes()[from..].iter().position(|byte| !matches!(byte, b' '..=b'~'))?;
        let c = text[from..].chars().next()?;
        if hidden(c) {
            return Some(from);
        }
        from += c.len_utf8();
    }
}

/// Characters that a terminal obeys or that nobody can see.
fn is_hidden(c: char) -> bool {
    match c {
        ' '..='~' => false, // nearly all there is
        _ => c.is_control() || is_break(c) || is_nothing(c) || is_ignorable(c) && !is_selector(c) || is_blank(c),
    }
}

/// What [`line`] refuses: the hidden ones but for the two joiners, and private use, which everybody reads differently.
fn is_refused(c: char) -> bool {
    let is_private = matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}');
    is_hidden(c) && !is_joiner(c) || is_private
}

/// Characters that end a line.
fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\u{b}' | '\u{c}' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Code points that will never be characters.
fn is_nothing(c: char) -> bool {
    matches!(c, '\u{fdd0}'..='\u{fdef}') || u32::from(c) & 0xFFFE == 0xFFFE
}

/// Whether more than [`MARKS`] combining marks follow each other.
fn has_tower(text: &str) -> bool {
    let mut marks = 0;
    text.chars().any(|c| {
        marks = if is_combining_mark(c) { marks + 1 } else { 0 };
        marks > MARKS
    })
}

#[cfg(test)]
mod tests {
    use super::{json_plain, json_shown, line, short_name, shown};
    use std::borrow::Cow;

    /// Every character that must never reach a terminal raw, by the lists of security.md and cli.md.
    fn dangerous() -> impl Iterator<Item = char> {
        let ranges = [
            0..=0x1F,
            0x7F..=0x9F,
            0x200B..=0x200F,
            0x2028..=0x202E,
            0x2060..=0x2069,
            0xFDD0..=0xFDEF,
            0xFFFE..=0xFFFF,
        ];
        let single = [
            0xAD, 0x180E, 0xFFF9, 0x206F, 0x61C, 0xFEFF, 0x1_FFFE, 0x10_FFFF, 0xE_0041, 0x3164, 0xFFA0, 0x115F, 0x1160,
            0x34F, 0x17B4, 0x2800, 0x1_D159,
        ];
        ranges.into_iter().flatten().chain(single).filter_map(char::from_u32)
    }

    const HARMLESS: &str = "Ann Müller-Ö'Brien, 株式会社, नमस्ते, שלום, مرحبا, 👍🏽, e\u{301}, \u{fffd}, a\\u{7f}\u{a0}~";

    #[test]
    fn a_line_is_trimmed_and_composed() {
        assert_eq!(line("  Ann \u{a0}", "first-name", 10).unwrap(), "Ann");
        assert_eq!(line("e\u{301}te\u{301}", "first-name", 3).unwrap(), "été");
        assert_eq!(line(HARMLESS.trim_end_matches('~'), "note", 200).unwrap().chars().count(), 64);
        assert_eq!(line("می\u{200c}خواهم 👩\u{200d}👩\u{200d}👧", "note", 20).unwrap().chars().count(), 14);
    }

    #[test]
    fn a_line_has_its_length() {
        assert_eq!(line(&"é".repeat(5), "note", 5).unwrap().chars().count(), 5);
        let bad = line("abcdef", "note", 5).unwrap_err();
        assert_eq!(bad.to_string(), "note: has 6 characters, at most 5 are taken");
        assert_eq!(
            line(&"x".repeat(41), "note", 5).unwrap_err().problem,
            "is too long, at most 5 characters are taken"
        );
        for text in ["", "   ", "\u{200d}\u{200c}", " \u{301} "] {
            assert_eq!(line(text, "note", 5).unwrap_err().problem, "is empty", "{text:?}");
        }
        for text in ["Ann\u{fe0f}", "\u{fe0f}", "A\u{e0100}nn"] {
            assert!(
                line(text, "note", 9).unwrap_err().problem.contains("(U+"),
                "a selector without its base: {text:?}"
            );
        }
        assert_eq!(line("葛\u{e0100}城 ❤\u{fe0f}", "note", 9).unwrap(), "葛\u{e0100}城 ❤\u{fe0f}");
    }

    #[test]
    fn a_line_refuses_every_dangerous_character_wherever_it_stands() {
        for c in
            dangerous().filter(|c| !matches!(c, '\u{200c}' | '\u{200d}')).chain(['\u{e000}', '\u{f8ff}', '\u{10fffd}'])
        {
            for text in [format!("a{c}b"), format!("{c}ab"), format!("ab{c}")] {
                let outcome = line(&text, "note", 10);
                assert!(outcome.is_err(), "{text:?}");
                assert!(outcome.err().is_none_or(|bad| bad.problem.contains(&format!("U+{:04X}", u32::from(c)))));
            }
        }
    }

    #[test]
    fn towers_of_marks_are_refused() {
        assert!(line(&format!("x{}", "\u{33f}".repeat(8)), "note", 100).is_ok());
        assert!(line(&format!("x{}", "\u{33f}".repeat(9)), "note", 100).unwrap_err().problem.contains("in a row"));
    }

    #[test]
    fn a_short_name_has_lower_case_letters_digits_and_inner_hyphens() {
        for text in ["aol", "google-talk", "a2", "2-a", &"x".repeat(40)] {
            assert_eq!(short_name(text, "name").unwrap(), text);
        }
        for text in ["", "a", "AOL", "-a", "a-", "a b", "a_b", "a.b", "é1", "ab\n", &"x".repeat(41)] {
            assert!(short_name(text, "name").unwrap_err().problem.contains("2 to 40"), "{text:?}");
        }
    }

    #[test]
    fn harmless_text_is_shown_as_it_is_without_a_copy() {
        assert!(matches!(shown(HARMLESS), Cow::Borrowed(HARMLESS)));
        assert!(matches!(json_shown(HARMLESS), Cow::Borrowed(HARMLESS)));
        assert!(matches!(json_shown("{\n  \"a\": 1\n}"), Cow::Borrowed(_)), "indented JSON keeps its lines");
    }

    #[test]
    fn dangerous_characters_are_shown_escaped() {
        assert_eq!(shown("a\nb\tc\rd"), "a\\nb\\tc\\u{d}d");
        assert_eq!(shown("\u{1b}[31mred\u{9b}0m"), "\\u{1b}[31mred\\u{9b}0m");
        assert_eq!(shown("x\u{202e}é\u{feff}"), "x\\u{202e}é\\u{feff}");
        for c in dangerous() {
            assert!(!shown(&format!("a{c}b")).contains(c), "{c:?}");
        }
    }

    #[test]
    fn json_means_the_same_and_holds_nothing_dangerous() {
        let every: String = dangerous().chain(HARMLESS.chars()).collect();
        let json = serde_json::to_string(&every).unwrap();
        let safe = json_shown(&json);
        assert!(!safe.chars().any(|c| dangerous().any(|bad| bad == c)), "{safe}");
        assert_eq!(serde_json::from_str::<String>(&safe).unwrap(), every);
        assert_eq!(json_shown("\"\u{7f}\u{e0041}\u{200b}\""), r#""\u007f\udb40\udc41\u200b""#);
        // What a text holds that looks like an escape stays what it is.
        for json in [json.as_str(), r#""\\u200b \n \u0007""#, "\"\\\\\u{200b}\""] {
            assert_eq!(json_plain(&json_shown(json)), json);
        }
    }
}
