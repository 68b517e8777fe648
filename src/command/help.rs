//! `pao help TOPIC`: what belongs to no single command.
//!
//! What must hold: the topics about rules and exit statuses are read from the tables that the program itself uses.
use crate::error::{Error, Result, SOMETHING_TO_DO, status};
use crate::model::guidance::Topic;
use crate::model::near;
use crate::rules::{Code, Rule};
use crate::ui::prose::Part;
use crate::ui::report::Report;
use clap::Args;
use std::fmt::Write as _;

use super::Outcome;
use super::context::Context;

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao help deployment
  pao help exit-codes")]
pub struct HelpArgs {
    /// rules, exit-codes, environment, output, passwords or deployment
    #[arg(value_name = "TOPIC")]
    topic: Option<String>,
}

/// Every topic, and what it is about.
pub const TOPICS: &[(&str, &str)] = &[
    ("rules", "the rules, in the order in which they are numbered"),
    ("exit-codes", "every exit status and the codes behind it"),
    ("environment", "the variables that pao reads"),
    ("output", "JSON, CSV, tables, and what goes where"),
    ("passwords", "what makes a good one, and what wrong ones cost"),
    ("deployment", "for oneself or for many: ways in, files, mail, upkeep, copies and the record"),
];

/// Prints a topic; without one, the list of topics.
///
/// # Errors
/// `not_found` for an unknown topic.
pub fn run(args: &HelpArgs, _cx: &mut Context<'_>) -> Result<Outcome> {
    let name = args.topic.as_deref().unwrap_or("topics");
    let text = match name {
        "topics" => listed(),
        "rules" => rules(),
        "exit-codes" => exit_codes(),
        "environment" => include_str!("topics/environment.txt").to_owned(),
        "output" => include_str!("topics/output.txt").to_owned(),
        "passwords" => include_str!("topics/passwords.txt").to_owned(),
        "deployment" => include_str!("topics/deployment.txt").to_owned(),
        _ => {
            let error = Error::new(Code::NotFound, "there is no such topic");
            let near = near::question(name, TOPICS.iter().map(|(topic, _)| *topic));
            let near = near.map_or_else(String::new, |asked| format!("{asked} "));
            return Err(
                error.hinted(format!("{near}`pao help` lists the topics, `pao COMMAND --help` explains a command"))
            );
        }
    };
    Ok(Report::object(&Topic { topic: name, text: &text }, vec![Part::Block(text.clone())])?.into())
}

fn listed() -> String {
    let mut text = String::from("Topics of `pao help TOPIC`; a command is explained by `pao COMMAND --help`.\n\n");
    for (name, about) in TOPICS {
        let _ = writeln!(text, "  {name:<12} {about}");
    }
    text
}

fn rules() -> String {
    let mut text = String::new();
    for rule in Rule::ALL {
        let _ = writeln!(text, "{:<4} {}\n{}\n", rule.number(), rule.sentence(), rule.long());
    }
    text
}

fn exit_codes() -> String {
    let mut text = String::from("  0  done; for `can`: yes\n");
    for code in Code::ALL {
        if *code == Code::Interrupted {
            let _ = writeln!(
                text,
                "{SOMETHING_TO_DO:>3}  {:<24} With `--dry-run --exit-code`: there is something to do",
                ""
            );
        }
        let _ = writeln!(text, "{:>3}  {:<24} {}", status(*code), code.word(), code.meaning());
    }
    text
}
