//! The sections that the parser knows nothing of: examples, exit status, environment, files, rules, what to see also.
//!
//! What must hold: codes, rules and exit statuses are read from the tables that the program answers from.
use crate::error::status;
use crate::rules::{Code, Rule};
use clap::Command;

/// One section of a page.
pub struct Section {
    pub title: &'static str,
    pub lines: Vec<Line>,
}

/// One thing in a section.
pub enum Line {
    Text(String),
    Head(String),
    /// A word and what it means.
    Pair(String, String),
    /// Lines to be typed as they are.
    Code(Vec<String>),
    /// Other pages, with their numbers.
    See(Vec<(String, u8)>),
}

const STATUSES: &[(u8, &str)] = &[
    (0, "Done; for pao-can(1): yes."),
    (1, "Failed: a file, a stream, the mail."),
    (2, "The command line cannot be understood, or a value is missing and cannot be asked for."),
    (3, "Not signed in; sign-in, passcode or code refused."),
    (4, "Refused by a rule; for pao-can(1): no."),
    (5, "No such thing, or none that you may see."),
    (6, "Something is there already, or not in the state for this."),
    (7, "A value that is not acceptable."),
    (8, "Too many tries; the answer says when to come back."),
    (9, "The database is busy."),
    (10, "The database is missing, damaged, tampered with, open to others, or of a newer version."),
    (11, "With --dry-run --exit-code: there is something to do."),
    (130, "Interrupted at a prompt."),
];

const VARIABLES: &[(&str, &str)] = &[
    ("PAO_DB", "The database file (--db)."),
    ("PAO_FORMAT", "How to answer: table, json or csv (--format)."),
    ("PAO_SITE", "The site, for commands about one site (--site)."),
    ("PAO_ID", "Act as this ID; each command asks for the password (--as)."),
    ("PAO_PASSWORD_FILE", "File with the password, where one is needed (--password-file)."),
    ("PAO_TOKEN", "A sign-in token, from pao-login(1), or an automation token, from pao-token-create(1)."),
    ("CI", "Anything but empty, 0 or false: never ask (--no-input)."),
    ("NO_COLOR", "Not empty: no colour."),
    ("CLICOLOR_FORCE", "Not empty and not 0: colour, in a pipe too."),
    (
        "PAO_PLAIN",
        "Anything but empty, 0 or false: questions in plain lines, choices by number; for screen readers. A dumb terminal (TERM) has them anyway.",
    ),
    (
        "PAO_PAGER",
        "A command line that shows long lists at a terminal; empty or cat: none. Without it, PAGER, then less -FRX.",
    ),
    ("XDG_DATA_HOME", "Where the database lies by default."),
    ("XDG_STATE_HOME", "Where sign-ins are stored."),
];

const FILES: &[(&str, &str)] = &[
    (
        "~/.local/share/pao/pao.db",
        "The database, where neither --db nor PAO_DB names another; pao-db-path(1) prints it.",
    ),
    ("pao-mail/", "The letters, beside the database pao.db, while they are spooled. They hold live passcodes."),
    ("~/.local/state/pao/", "The stored sign-ins, one for each database."),
];

/// The sections of a command's page.
pub fn of(command: &Command) -> Vec<Section> {
    let whole = command.get_display_name().is_none_or(|name| name == "pao");
    let mut sections = remarks(command);
    if whole || !command.has_subcommands() {
        sections.push(exit_status(whole));
    }
    if whole {
        let pairs = |table: &[(&str, &str)]| {
            table.iter().map(|(word, meaning)| Line::Pair((*word).to_owned(), (*meaning).to_owned())).collect()
        };
        sections.push(Section { title: "ENVIRONMENT", lines: pairs(VARIABLES) });
        sections.push(Section { title: "FILES", lines: pairs(FILES) });
    } else if !command.has_subcommands() {
        let words = "Every command reads the variables that pao(1) lists, and takes its global options.";
        sections.push(Section { title: "ENVIRONMENT", lines: vec![Line::Text(words.to_owned())] });
    }
    sections.push(see_also(command, whole));
    sections
}

/// What stands behind the options in the long help: remarks and examples.
fn remarks(command: &Command) -> Vec<Section> {
    let Some(help) = command.get_after_long_help().map(ToString::to_string) else { return Vec::new() };
    let (before, examples) = help.split_once("Examples:\n").unwrap_or((&help, ""));
    let sections = [("NOTES", before), ("EXAMPLES", examples)];
    let sections = sections.map(|(title, text)| Section { title, lines: blocks(text) });
    sections.into_iter().filter(|section| !section.lines.is_empty()).collect()
}

/// Indented lines are to be typed, the others are sentences.
fn blocks(text: &str) -> Vec<Line> {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    let groups = lines.chunk_by(|one, other| one.starts_with(' ') == other.starts_with(' '));
    let block = |group: &[&str]| {
        if group.iter().all(|line| line.starts_with(' ')) {
            Line::Code(group.iter().map(|line| line.trim().to_owned()).collect())
        } else {
            Line::Text(group.join(" "))
        }
    };
    groups.map(block).collect()
}

/// Every status; with the codes behind it on the page of the whole program.
fn exit_status(whole: bool) -> Section {
    let lines = STATUSES.iter().map(|(number, meaning)| {
        let codes: Vec<&str> =
            Code::ALL.iter().filter(|code| whole && status(**code) == *number).map(|code| code.word()).collect();
        let codes = if codes.is_empty() { String::new() } else { format!(" Codes: {}.", codes.join(", ")) };
        Line::Pair(number.to_string(), format!("{meaning}{codes}"))
    });
    Section { title: "EXIT STATUS", lines: lines.collect() }
}

/// The page above, and the rules.
fn see_also(command: &Command, whole: bool) -> Section {
    let name = command.get_display_name().unwrap_or("pao");
    let above = command.get_bin_name().and_then(|name| name.rsplit_once(' ')).map(|(above, _)| above.replace(' ', "-"));
    let mut pages: Vec<(String, u8)> = Vec::new();
    if whole {
        pages.extend(command.get_subcommands().map(|below| (format!("{name}-{}", below.get_name()), 1)));
    } else {
        pages.push(("pao".to_owned(), 1));
        pages.extend(above.filter(|above| above != "pao").map(|above| (above, 1)));
        pages.extend(command.get_subcommands().map(|below| (format!("{name}-{}", below.get_name()), 1)));
    }
    pages.push(("pao-rules".to_owned(), 7));
    Section { title: "SEE ALSO", lines: vec![Line::See(pages)] }
}

/// The sections of the page about the rules.
pub fn of_rules() -> Vec<Section> {
    let mut rules = Vec::new();
    for rule in Rule::ALL {
        rules.push(Line::Head(format!("{}: {}", rule.number(), rule.sentence())));
        rules.push(Line::Text(rule.long().to_owned()));
        let codes: Vec<&str> = rule.codes().iter().map(|code| code.word()).collect();
        if !codes.is_empty() {
            rules.push(Line::Text(format!("Refuses with {}.", codes.join(", "))));
        }
        if !rule.hint().is_empty() {
            rules.push(Line::Text(format!("What helps: {}.", rule.hint())));
        }
    }
    let words = "Every refusal names its rule by number and code, says why, and says what would help. A refusal changes \
                 nothing but the audit trail.";
    vec![
        Section { title: "NAME", lines: vec![Line::Text("pao-rules - what pao allows, and to whom".to_owned())] },
        Section { title: "DESCRIPTION", lines: vec![Line::Text(words.to_owned())] },
        Section { title: "RULES", lines: rules },
        Section {
            title: "SEE ALSO",
            lines: vec![Line::See(vec![
                ("pao".to_owned(), 1),
                ("pao-can".to_owned(), 1),
                ("pao-explain".to_owned(), 1),
                ("pao-rules".to_owned(), 1),
            ])],
        },
    ]
}
