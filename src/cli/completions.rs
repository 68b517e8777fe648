//! `pao completions SHELL`: a script for a shell. By default one that asks `pao` itself at every tab, and so knows sites
//! and people; with `--static` one that knows the words of the command line alone.
//!
//! What must hold: the static scripts lie in `completions/`, word for word (`tests/all/generated.rs`). shellcheck has
//! nothing to say about those for bash.
use crate::command::{Context, Outcome};
use crate::error::{Error, Result};
use crate::model::Malformed;
use crate::model::guidance::Script;
use crate::rules::Code;
use crate::ui::prose::Part;
use crate::ui::report::Report;
use clap::builder::PossibleValuesParser;
use clap::{Args, ValueHint};
use clap_complete::aot::{Generator, Shell};
use clap_complete::env::Shells;

use super::completing::VARIABLE;
use super::values::{self, Values};

/// The shells there are scripts for.
pub const SHELLS: &[&str] = &["bash", "zsh", "fish", "elvish", "powershell"];

/// What `clap_complete` writes in ways that shellcheck would have otherwise: split words, unused and unset names.
const EXCUSE: &str = "# shellcheck shell=bash disable=";

/// What `clap_complete` leaves to the package bash-completion, which not everybody has.
const WHOLE_WORDS: &str = include_str!("whole_words.bash");
const BEHIND_EQUALS: &str = include_str!("behind_equals.bash");

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  source <(pao completions bash)
  pao completions fish > ~/.config/fish/completions/pao.fish
  pao completions zsh --static > _pao")]
pub struct CompletionsArgs {
    /// bash, zsh, fish, elvish or powershell
    #[arg(value_parser = known, value_name = "SHELL")]
    shell: Option<&'static str>,
    /// A script that never asks pao: commands, options and their words only
    #[arg(long = "static")]
    fixed: bool,
}

/// Prints one script.
///
/// # Errors
/// `usage` without a shell; `invalid_value` for another one.
pub fn run(args: &CompletionsArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.prompt().needed(args.shell, "<SHELL>")?;
    let question = "Shell (bash, zsh, fish, elvish or powershell)";
    let shell = cx.prompt().value(args.shell, "<SHELL>", question, |text| Ok(known(text)?))?;
    let script = if args.fixed { fixed(shell)? } else { asking(shell)? };
    let answer = Script { shell: shell.to_owned(), script };
    Ok(Report::object(&answer, vec![Part::Source(answer.script.clone())])?.into())
}

fn known(text: &str) -> Result<&'static str, Malformed> {
    let found = SHELLS.iter().copied().find(|shell| *shell == text || (text == "pwsh" && *shell == "powershell"));
    found.ok_or_else(|| Malformed::new("shell", format!("must be one of {}", SHELLS.join(", "))))
}

/// The script that asks `pao` what comes next.
///
/// # Errors
/// `internal`.
fn asking(shell: &str) -> Result<String> {
    let mut script = Vec::new();
    let shells = Shells::builtins();
    let completer = shells.completer(shell).ok_or_else(|| broken(&shell))?;
    completer.write_registration(VARIABLE, "pao", "pao", "pao", &mut script).map_err(|error| broken(&error))?;
    let script = String::from_utf8(script).map_err(|error| broken(&error))?;
    Ok(match shell {
        "bash" => {
            let script = script.trim().replace("-F _clap_complete_pao ", "-F _pao ");
            format!("{EXCUSE}SC2181,SC2207\n{script}\n{WHOLE_WORDS}")
        }
        "zsh" | "fish" | "elvish" | "powershell" => format!("{}\n", script.trim()),
        _ => script,
    })
}

/// The script that knows the words of the command line.
///
/// # Errors
/// `internal`.
pub fn fixed(shell: &str) -> Result<String> {
    let generator = match shell {
        "bash" => Shell::Bash,
        "zsh" => Shell::Zsh,
        "fish" => Shell::Fish,
        "elvish" => Shell::Elvish,
        _ => Shell::PowerShell,
    };
    let mut command = super::touched(&|id, arg| match values::of(id, &arg) {
        Values::Words(words) => arg.value_parser(PossibleValuesParser::new(words)),
        Values::Path => arg.value_hint(ValueHint::AnyPath),
        Values::Nothing => arg,
        Values::Free | Values::Candidates(_) | Values::Commands => arg.value_hint(ValueHint::Other),
    });
    command.set_bin_name("pao");
    command.build();
    let mut script = Vec::new();
    generator.try_generate(&command, &mut script).map_err(|error| broken(&error))?;
    let script = String::from_utf8(script).map_err(|error| broken(&error))?;
    let lines: Vec<&str> = script.lines().map(str::trim_end).collect();
    let script = format!("{}\n", lines.join("\n").trim_end());
    if shell != "bash" {
        return Ok(script);
    }
    let script = script.replace("complete -F _pao ", "complete -F _pao_behind_equals ");
    Ok(format!("{EXCUSE}SC2207\n{script}{BEHIND_EQUALS}"))
}

/// The name of the file for a shell, as shells look for it.
pub fn file(shell: &str) -> &'static str {
    match shell {
        "bash" => "pao.bash",
        "zsh" => "_pao",
        "fish" => "pao.fish",
        "elvish" => "pao.elv",
        _ => "_pao.ps1",
    }
}

fn broken(error: &dyn std::fmt::Display) -> Error {
    Error::new(Code::Internal, format!("the script could not be made: {error}"))
}

#[cfg(test)]
mod tests {
    use super::{SHELLS, asking, fixed, known};

    #[test]
    fn every_shell_has_both_scripts() {
        for shell in SHELLS {
            for script in [asking(shell).unwrap(), fixed(shell).unwrap()] {
                assert!(script.contains("pao") && script.ends_with('\n') && !script.ends_with("\n\n"), "{shell}");
            }
            assert!(asking(shell).unwrap().contains("PAO_COMPLETE") && !fixed(shell).unwrap().contains("PAO_COMPLETE"));
            assert_eq!(known(shell).unwrap(), *shell);
        }
        assert!(known("tcsh").is_err());
    }
}
