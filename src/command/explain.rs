//! `pao rules` and `pao explain`: the table of rules, read aloud.
use crate::error::{Error, Result, status};
use crate::model::guidance::Explanation;
use crate::model::guidance::RuleLine;
use crate::model::near;
use crate::rules::{Code, Rule};
use crate::ui::column::Column;
use crate::ui::prose::Part;
use crate::ui::report::Report;
use clap::Args;

use super::Outcome;
use super::context::Context;

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao explain primary_only
  pao explain R6")]
pub struct ExplainArgs {
    /// A code as in `primary_only`, or a rule as in R3
    #[arg(value_name = "CODE")]
    code: Option<String>,
}

const COLUMNS: &[Column] = &[Column::new("rule"), Column::new("code"), Column::new("sentence")];

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao rules
  pao rules --json")]
pub struct RulesArgs {}

/// Lists every rule.
///
/// # Errors
/// `invalid_value` for an `--after` that is no rule.
pub fn rules(_args: &RulesArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.output().are_columns(COLUMNS)?;
    let limit = cx.options.limit().and_then(|limit| usize::try_from(limit).ok()).unwrap_or(usize::MAX);
    let from = cx.options.after.as_deref().map_or(Ok(0), |key| {
        let place = Rule::ALL.iter().position(|rule| rule.number().eq_ignore_ascii_case(key));
        place.map(|place| place + 1).ok_or_else(|| Error::invalid("after", "after: must be a rule, as in R3"))
    })?;
    let mut output = cx.output();
    let mut list = output.list(COLUMNS)?;
    for rule in Rule::ALL.iter().skip(from).take(limit) {
        let codes: Vec<&str> = rule.codes().iter().map(|code| code.word()).collect();
        let cells = vec![rule.number().to_owned(), codes.join(", "), rule.sentence().to_owned()];
        let line = RuleLine { rule: rule.number(), code: codes.first().copied(), codes, sentence: rule.sentence() };
        list.row(&line, || cells)?;
    }
    Ok(list.end("No rules")?.into())
}

/// The long form of one code or rule.
///
/// # Errors
/// `not_found`.
pub fn explain(args: &ExplainArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.prompt().needed(args.code.as_deref(), "<CODE>")?;
    let typed = cx.prompt().value(args.code.clone(), "<CODE>", "Code or rule", |text| Ok(text.to_owned()))?;
    let typed = typed.trim();
    let code = Code::of_word(typed);
    let rule = code.map_or_else(|| Rule::of_number(typed), Code::rule);
    if code.is_none() && rule.is_none() {
        let refusal = Error::new(Code::NotFound, "there is no such code and no such rule");
        let words = Code::ALL.iter().map(|code| code.word());
        let near = near::question(typed, words).map_or_else(String::new, |asked| format!("{asked} "));
        return Err(refusal.hinted(format!("{near}`pao rules` lists the rules, `pao help exit-codes` the codes")));
    }
    let hint = rule.map(Rule::hint).filter(|hint| !hint.is_empty());
    let explanation = Explanation {
        code: code.map(Code::word),
        rule: rule.map(Rule::number),
        exit_status: code.map(status),
        sentence: code.map(Code::meaning).or(rule.map(Rule::sentence)).unwrap_or_default(),
        explanation: rule.map(Rule::long),
        hint,
    };
    Ok(Report::object(&explanation, prose(code, rule, hint))?.into())
}

fn prose(code: Option<Code>, rule: Option<Rule>, hint: Option<&str>) -> Vec<Part> {
    let mut parts = Vec::new();
    if let Some(code) = code {
        parts.push(Part::Line(format!("{} (exit status {})", code.word(), status(code))));
        parts.push(Part::Line(code.meaning().to_owned()));
    }
    if let Some(rule) = rule {
        parts.push(Part::Line(format!("{}: {}", rule.number(), rule.sentence())));
        parts.push(Part::Line(String::new()));
        parts.push(Part::Line(rule.long().to_owned()));
    }
    if let Some(hint) = hint {
        parts.push(Part::Line(format!("hint: {hint}")));
    }
    parts
}
