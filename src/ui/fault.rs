//! How an error is shown: two lines for people, one JSON line for programs.
//!
//! What must hold: nothing foreign reaches the terminal unescaped, the JSON is one line and the last one on stderr, and
//! a stderr that cannot be written changes nothing about the exit status.
use crate::error::Error;
use crate::model::moment::Moment;
use crate::model::provision::HeldDomain;
use crate::model::text;
use crate::rules::{Code, Rule};
use crate::ui::colour::{Colours, Paint};
use crate::ui::wrap;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Map, Value};
use std::collections::HashMap;
use std::fmt::Write as _;
use std::io::Write;

/// Lines with the same fault that are named by their numbers.
const NUMBERED: usize = 5;

/// Writes `error` to `out`, which is stderr. Failures of that stream are nobody's business.
pub fn show(error: &Error, json: bool, colours: Colours, width: Option<u16>, out: &mut dyn Write) {
    let text = if json { as_json(error) } else { as_prose(error, colours.err, width) };
    let _ = out.write_all(text.as_bytes());
    let _ = out.flush();
}

fn as_prose(error: &Error, colour: bool, width: Option<u16>) -> String {
    let message = one_line(&error.message);
    let mut text = String::new();
    for (words, lines) in faults(error) {
        // The same words as the error itself are said by it.
        if words != message {
            let _ = writeln!(text, "{}: {}", numbered(&lines), text::shown(&words));
        }
    }
    let rule = error.code.rule().map(|rule| format!(" ({})", rule.number())).unwrap_or_default();
    text.push_str(&said("error:", Paint::Red.on(colour, "error:"), &format!("{}{rule}", text::shown(&message)), width));
    if let Some(hint) = &error.hint {
        let hint = one_line(hint);
        text.push_str(&said("hint:", Paint::Cyan.on(colour, "hint:"), &text::shown(&hint), width));
    }
    text
}

/// A sentence behind what it is, in lines that fit.
fn said(what: &str, painted: impl std::fmt::Display, words: &str, width: Option<u16>) -> String {
    let lines = wrap::lines(&format!("{what} {words}"), width, 2);
    let whole = lines.join("\n");
    format!("{painted}{}\n", whole.strip_prefix(what).unwrap_or(&whole))
}

/// What is wrong with lines of a file, each fault once, with the lines that have it.
fn faults(error: &Error) -> Vec<(String, Vec<u64>)> {
    let (mut faults, mut places) = (Vec::<(String, Vec<u64>)>::new(), HashMap::new());
    for row in error.details.get("rows").and_then(Value::as_array).into_iter().flatten() {
        let words = one_line(row["message"].as_str().unwrap_or_default());
        let place = *places.entry(words.clone()).or_insert_with(|| {
            faults.push((words, Vec::new()));
            faults.len() - 1
        });
        faults[place].1.extend(row["line"].as_u64());
    }
    faults
}

/// `line 7`, `lines 7 and 9`, `lines 7, 8, 9 and 41 more`.
fn numbered(lines: &[u64]) -> String {
    let named: Vec<String> = lines.iter().take(NUMBERED).map(u64::to_string).collect();
    match (named.as_slice(), lines.len().saturating_sub(NUMBERED)) {
        ([only], _) => format!("line {only}"),
        ([before @ .., last], 0) => format!("lines {} and {last}", before.join(", ")),
        (_, more) => format!("lines {} and {more} more", named.join(", ")),
    }
}

/// The lines of a message, joined: a parser's remarks come in several.
fn one_line(words: &str) -> String {
    words.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The last line of stderr, where a command fails and JSON was asked for.
#[derive(Serialize, JsonSchema)]
pub struct Envelope<'a> {
    error: Fields<'a>,
}

/// What is known about the failure; keys that do not apply are absent.
#[derive(Serialize, JsonSchema)]
struct Fields<'a> {
    #[schemars(extend("enum" = codes()))]
    code: &'static str,
    /// The rule that refuses, where one does.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = "^R[0-9]+$"))]
    rule: Option<&'static str>,
    message: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    hint: Option<&'a str>,
    #[serde(skip_serializing_if = "Map::is_empty")]
    #[schemars(with = "Details")]
    details: &'a Map<String, Value>,
}

/// What scripts may find under `details`: by code, never all of it; there may be more.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "for the schema alone: the details themselves are a map that every error fills by itself")]
struct Details {
    /// `invalid_value`: the flag or argument, without dashes.
    #[schemars(skip_serializing_if = "Option::is_none")]
    field: Option<String>,
    /// `throttled`, `wrong_state`: when to come back.
    #[schemars(skip_serializing_if = "Option::is_none")]
    retry_at: Option<Moment>,
    /// `invalid_value` of an import: every bad line.
    #[schemars(skip_serializing_if = "Option::is_none")]
    rows: Option<Vec<Line>>,
    /// `conflict`: the domains of a request that other gateways hold.
    #[schemars(skip_serializing_if = "Option::is_none")]
    held_domains: Option<Vec<HeldDomain>>,
}

/// A line that cannot be imported.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "for the schema alone")]
struct Line {
    line: u64,
    #[schemars(extend("enum" = codes()))]
    code: String,
    message: String,
    /// `invalid_value`: the column.
    #[schemars(skip_serializing_if = "Option::is_none")]
    field: Option<String>,
}

/// Every code there is.
fn codes() -> Vec<&'static str> {
    Code::ALL.iter().map(|code| code.word()).collect()
}

fn as_json(error: &Error) -> String {
    let fields = Fields {
        code: error.code.word(),
        rule: error.code.rule().map(Rule::number),
        message: &error.message,
        hint: error.hint.as_deref(),
        details: &error.details,
    };
    // Strings and a map with string keys always serialize; the code alone would still be an answer.
    let line = serde_json::to_string(&Envelope { error: fields })
        .unwrap_or_else(|_| format!(r#"{{"error":{{"code":"{}"}}}}"#, error.code.word()));
    format!("{}\n", text::json_shown(&line))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io;

    const PLAIN: Colours = Colours { out: false, err: false };

    fn shown(error: &Error, json: bool, colours: Colours) -> String {
        let mut out = Vec::new();
        show(error, json, colours, None, &mut out);
        String::from_utf8(out).expect("UTF-8")
    }

    #[test]
    fn prose_is_one_line_each_for_error_and_hint() {
        let error = Error::new(Code::PrimaryOnly, "no\n\n  tip: ask\x1b[2J").hinted("ask the Primary\u{202e}");
        assert_eq!(shown(&error, false, PLAIN), "error: no tip: ask\\u{1b}[2J (R3)\nhint: ask the Primary\\u{202e}\n");
        assert_eq!(shown(&Error::usage("no"), false, PLAIN), "error: no\n");
    }

    #[test]
    fn every_refusal_names_its_rule_to_people_too() {
        for code in Code::ALL {
            let prose = shown(&Error::new(*code, "no"), false, PLAIN);
            let rule = code.rule().map(|rule| format!(" ({})", rule.number())).unwrap_or_default();
            assert_eq!(prose, format!("error: no{rule}\n"));
        }
        assert_eq!(shown(&Error::new(Code::SignInFailed, "no"), false, PLAIN), "error: no (R18)\n");
    }

    #[test]
    fn a_fault_of_many_lines_is_said_once() {
        let rows = |lines: &[(u64, &str)]| {
            lines
                .iter()
                .map(|(line, message)| serde_json::json!({"line": line, "message": message}))
                .collect::<Vec<_>>()
        };
        let many: Vec<(u64, &str)> =
            (2..10).map(|line| (line, "no")).chain([(10, "why"), (11, "why"), (12, "one")]).collect();
        let error = Error::usage("all in all").detailed("rows", rows(&many));
        assert_eq!(
            shown(&error, false, PLAIN),
            "lines 2, 3, 4, 5, 6 and 3 more: no\nlines 10 and 11: why\nline 12: one\nerror: all in all\n"
        );
        let error = Error::usage("no such column").detailed("rows", rows(&[(1, "no such column")]));
        assert_eq!(shown(&error, false, PLAIN), "error: no such column\n");
    }

    #[test]
    fn colour_goes_round_the_label_alone() {
        let error = Error::usage("no").hinted("yes");
        let coloured = shown(&error, false, Colours { out: false, err: true });
        assert_eq!(coloured, "\x1b[1;31merror:\x1b[0m no\n\x1b[36mhint:\x1b[0m yes\n");
        assert!(!shown(&error, true, Colours { out: true, err: true }).contains('\x1b'));
    }

    #[test]
    fn json_has_the_keys_that_apply_in_one_line() {
        let error = Error::new(Code::Throttled, "wait\nlonger").detailed("retry_at", "2026-11-21T20:15:00Z");
        assert_eq!(
            shown(&error, true, PLAIN),
            "{\"error\":{\"code\":\"throttled\",\"rule\":\"R18\",\"message\":\"wait\\nlonger\",\
             \"details\":{\"retry_at\":\"2026-11-21T20:15:00Z\"}}}\n"
        );
        assert_eq!(
            shown(&Error::usage("x\u{202e}"), true, PLAIN),
            "{\"error\":{\"code\":\"usage\",\"message\":\"x\\u202e\"}}\n"
        );
    }

    #[test]
    fn a_stream_that_refuses_is_borne() {
        struct Full;
        impl Write for Full {
            fn write(&mut self, _: &[u8]) -> io::Result<usize> {
                Err(io::ErrorKind::StorageFull.into())
            }
            fn flush(&mut self) -> io::Result<()> {
                Err(io::ErrorKind::StorageFull.into())
            }
        }
        show(&Error::usage("no"), true, PLAIN, None, &mut Full);
    }
}
