//! The guide for a first-time Primary Contact: from nothing to a site with a Secondary Contact, and a script of it.
//!
//! What must hold: every step is a whole command line played through the program itself, so that each rule, record and
//! notice is that command's. The guide keeps nothing: at every step it looks at the database and goes on from there. Nobody is
//! asked while a transaction is open, and the file is closed while a command plays.
//!
//! # Secrets
//! The guide asks for none: the commands do. It keeps one, the password of a registration until its code was typed, so that it is
//! not asked for twice. Whether an address has an ID or waits for its code is never looked up; the
//! person says so.
mod identity;
mod people;
mod script;
mod site;

use crate::command::Outcome;
use crate::command::context::Context;
use crate::command::options::Led;
use crate::command::prompt;
use crate::error::{Error, Result};
use crate::model::answer::Started;
use crate::model::secret::Secret;
use crate::model::shell::pao;
use crate::rules::{self, Code};
use crate::ui::ask::Unanswered;
use crate::ui::report::{Part, Report};
use crate::ui::{Format, OutputOptions, fault};
use clap::Args;
use std::ffi::OsString;

/// One walk through it.
struct Guide<'c, 'w> {
    cx: &'c mut Context<'w>,
    /// What was done on this walk, for whoever leaves it.
    done: Vec<String>,
    /// The password of the registration that was made on this walk, until its code was typed.
    chosen: Option<Secret>,
}

#[derive(Debug, Args)]
#[command(after_long_help = "\
It asks, at a terminal, and does what each command on the way does. It can be left at any question and goes on
where it stood; at the end it prints the same work as a shell script.

Examples:
  pao start
  pao start >first-steps.sh")]
pub struct StartArgs {}

/// Leads through it.
///
/// # Errors
/// `usage` where nobody can be asked; `interrupted`; what the played commands say where asking again is no help.
pub fn run(_args: &StartArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    if !cx.prompt().can_ask() {
        return Err(Error::usage("`pao start` is a conversation at a terminal, and there is none here").hinted(
            "a script uses `pao register`, `pao account verify`, `pao login`, `pao authorize` and `pao access add`",
        ));
    }
    if cx.options.act_as.is_some() || cx.options.env_id.is_some() {
        return Err(Error::usage("`pao start` signs in by itself and does not go with --as or PAO_ID")
            .hinted("leave --as out, and unset PAO_ID"));
    }
    cx.session().open()?;
    let mut guide = Guide { cx, done: Vec::new(), chosen: None };
    match guide.walk() {
        Ok(report) => Ok(report.into()),
        Err(error) => Err(guide.left(error)),
    }
}

impl Guide<'_, '_> {
    fn walk(&mut self) -> Result<Report> {
        self.cx.prompt().say(
            "The first steps of a Primary Contact. Ctrl-C leaves at any question; `pao start` goes on from there.",
        );
        let person = self.identity()?;
        rules::site::not_an_operator(&person)?;
        let site = self.site(&person)?;
        let secondary = self.secondary(&site)?;
        self.others(&site)?;
        let script = self.script(&person, &site)?;
        self.cx.prompt().say("");
        self.cx.prompt().say("That is all. The same work as a script:");
        let started = Started { id: person.id, site, secondary, script };
        let prose = vec![Part::Block(started.script.clone())];
        Ok(Report::object(&started, prose)?.next(pao("status")))
    }

    /// Plays one command line; what it answers is part of the conversation.
    fn act(&mut self, words: &[&str]) -> Result<()> {
        let options = &self.cx.options;
        let mut argv: Vec<OsString> = ["pao", "--format", "table"].map(OsString::from).to_vec();
        let path = |flag: &str, path: Option<&std::path::PathBuf>| {
            path.map(|path| [OsString::from(flag), path.clone().into_os_string()]).into_iter().flatten().collect()
        };
        argv.extend::<Vec<_>>(path("--db", options.db_typed.as_ref()));
        argv.extend::<Vec<_>>(path(
            "--password-file",
            options.password_file.as_ref().filter(|_| options.password_file_typed),
        ));
        argv.extend(options.quiet.then(|| "--quiet".into()));
        argv.extend(words.iter().map(Into::into));
        let led = Led { password: self.chosen.clone() };
        let Outcome { report, chosen, .. } = self.cx.play(argv, led)?;
        self.chosen = chosen.or(self.chosen.take());
        self.show(report)
    }

    /// What a played command says, without its advice about the next command.
    fn show(&mut self, report: Report) -> Result<()> {
        let mut output_options = OutputOptions { format: Format::Table, ..self.cx.output_options() };
        output_options.terminal.stderr = false;
        output_options.colours.out = output_options.colours.err;
        let (mut out, mut err) = (Vec::new(), Vec::new());
        report.write(&output_options, &mut out, &mut err)?;
        if output_options.quiet {
            out.clear();
        }
        for words in [out, err] {
            // A conversation that nobody can read any more is no reason to stop.
            let _ = self.cx.world.err.write_all(&words);
        }
        Ok(())
    }

    /// Why something did not go; asked again after it.
    fn problem(&mut self, error: &Error) {
        let colours = self.cx.output_options().colours;
        let width = self.cx.world.terminal.width;
        fault::show(error, false, colours, width, &mut self.cx.world.err);
    }

    fn did(&mut self, what: String) {
        self.done.push(what);
    }

    fn choose(&mut self, question: &str, options: &[&str]) -> Result<usize> {
        let options: Vec<String> = options.iter().map(|option| (*option).to_owned()).collect();
        self.cx.prompt().asker.choice(question, &options, 0).map_err(|why| unanswered(why, question))
    }

    fn yes(&mut self, question: &str, default: bool) -> Result<bool> {
        self.cx.prompt().asker.yes(question, default).map_err(|why| unanswered(why, question))
    }

    fn line<T>(&mut self, question: &str, parse: impl Fn(&str) -> Result<T>) -> Result<T> {
        loop {
            let text = self.cx.prompt().asker.line(question, None).map_err(|why| unanswered(why, question))?;
            match parse(&text) {
                Ok(value) => return Ok(value),
                Err(error) => self.problem(&error),
            }
        }
    }

    /// The end of a walk that was broken off: what is done stays done, and is said.
    fn left(&mut self, error: Error) -> Error {
        let done = self.done.join(", ");
        if error.code != Code::Interrupted {
            if !done.is_empty() {
                self.cx.prompt().say(&format!("Done, and kept: {done}. `pao start` goes on from there."));
            }
            return error;
        }
        if done.is_empty() {
            return Error::new(Code::Interrupted, "interrupted; nothing was changed")
                .hinted("`pao start` begins again");
        }
        Error::new(Code::Interrupted, format!("interrupted; done, and kept: {done}"))
            .hinted("`pao start` goes on from there")
    }
}

fn unanswered(why: Unanswered, question: &str) -> Error {
    match why {
        Unanswered::EndOfInput => Error::usage(format!("the answer to \"{question}\" is missing"))
            .hinted("`pao start` asks again; a script uses the commands themselves"),
        why => prompt::unanswered(why, question),
    }
}
