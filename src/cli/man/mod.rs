//! `pao man`: a page for every command, and one for the rules; made from the parser and from the tables that the
//! program itself uses.
//!
//! What must hold: the pages lie in `man/`, word for word (`tests/all/generated.rs`), so nothing in them depends on the
//! day or the machine; mandoc has nothing to say about them.
mod page;
mod sections;

use crate::command::{Context, Outcome};
use crate::error::{Error, Result};
use crate::model::command_id::CommandId;
use crate::model::guidance::Page;
use crate::model::near::nearest;
use crate::model::shell;
use crate::rules::Code;
use crate::ui::prose::Part;
use crate::ui::report::Report;
use clap::{Args, Command};

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao man access add
  pao man pao-rules.7
  pao man access add | man -l -")]
pub struct ManArgs {
    /// The command, as in access add; or a page, as in pao-rules.7
    #[arg(value_name = "COMMAND")]
    command: Vec<String>,
}

/// Prints one page: as text at a terminal, as roff in a pipe.
///
/// # Errors
/// `not_found`.
pub fn run(args: &ManArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    let name = name(&args.command);
    let mut tree = tree();
    if name == page::RULES {
        let prose = if cx.output().options().terminal.stdout {
            Part::Block(page::rules_text())
        } else {
            Part::Source(page::rules())
        };
        return Ok(Report::object(&Page { page: name, roff: page::rules() }, vec![prose])?.into());
    }
    let found = find(&mut tree, &name).ok_or_else(|| unknown(&name))?;
    let roff = page::of(found)?;
    let prose =
        if cx.output().options().terminal.stdout { Part::Block(page::text(found)) } else { Part::Source(roff.clone()) };
    Ok(Report::object(&Page { page: name, roff }, vec![prose])?.into())
}

/// Every page by its file name.
///
/// # Errors
/// `internal`.
pub fn all() -> Result<Vec<(String, String)>> {
    fn gather(command: &Command, pages: &mut Vec<(String, String)>) -> Result<()> {
        pages.push((page::file(command), page::of(command)?));
        command.get_subcommands().try_for_each(|below| gather(below, pages))
    }
    let mut pages = vec![(page::RULES.to_owned(), page::rules())];
    gather(&tree(), &mut pages)?;
    Ok(pages)
}

fn tree() -> Command {
    let mut tree = super::tree();
    tree.build();
    tree
}

/// The file name of the page that is meant: `access add`, `access-add`, `pao access add` and `pao-access-add.1` alike.
fn name(words: &[String]) -> String {
    let joined = words.join("-").to_lowercase();
    let rest = joined.strip_prefix("pao-").unwrap_or(if joined == "pao" { "" } else { &joined });
    match rest {
        "" | "pao.1" => "pao.1".to_owned(),
        _ if rest.ends_with(".1") || rest.ends_with(".7") => format!("pao-{rest}"),
        _ => format!("pao-{rest}.1"),
    }
}

fn find<'c>(command: &'c mut Command, name: &str) -> Option<&'c Command> {
    if page::file(command) == name {
        return Some(command);
    }
    command.get_subcommands_mut().find_map(|below| find(below, name))
}

fn unknown(name: &str) -> Error {
    let typed = name.trim_start_matches("pao-").trim_end_matches(".1").trim_end_matches(".7").replace('-', " ");
    let spoken: Vec<String> = CommandId::ALL.iter().map(|id| id.words()).collect();
    let error = Error::new(Code::NotFound, "there is no such page");
    error.hinted(match nearest(&typed, spoken.iter().map(String::as_str)) {
        Some(near) => format!("did you mean `{}`?", shell::typed(["man"].into_iter().chain(near.split(' ')))),
        None => "`pao man` names every page".to_owned(),
    })
}
