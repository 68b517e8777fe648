//! The guide for a first-time Primary Contact: from nothing to a site with a Secondary Contact, and a script of it.
//!
//! What must hold: every step is a whole command line played through the program itself, so that each rule, record and
//! notice is that command's. The guide keeps nothing: at every step it looks at the database and goes on from there. Nobody is
//! asked while a transaction is open, and the file is closed while a command plays.
//!
//! # Secrets
//! The guide asks for codes alone; passwords and answers are asked for by the commands. What it knows already is handed to the next
//! command, so that nothing is asked for twice. Whether an address has an ID or waits for its code is never looked up; the
//! person says so.
mod identity;
mod people;
mod script;
mod site;
mod ways;

use crate::command::Outcome;
use crate::command::context::Context;
use crate::command::options::Led;
use crate::error::{Error, Result};
use crate::model::answer::Started;
use crate::model::code::MailedCode;
use crate::model::secret::Secret;
use crate::model::shell::pao;
use crate::model::site::SiteNumber;
use crate::model::standing::Person;
use crate::rules::{self, Code};
use crate::ui::prose::Part;
use crate::ui::report::Report;
use crate::ui::{Format, OutputOptions, fault};
use clap::Args;
use site::Found;
use std::ffi::OsString;

/// One walk through it.
struct Guide<'c, 'w> {
    cx: &'c mut Context<'w>,
    /// What was done on this walk, for whoever leaves it.
    done: Vec<String>,
    /// The password that was chosen or typed on this walk, until it has signed its owner in.
    password: Option<Secret>,
    /// A verification code that was pasted before it was asked for.
    code: Option<MailedCode>,
    /// A temporary passcode that was pasted before it was asked for.
    passcode: Option<MailedCode>,
}

#[derive(Debug, Args)]
#[command(after_long_help = "\
It asks, at a terminal, and does what each command on the way does. It can be left at any question and goes on
where it stood. A code is taken wherever it is pasted. What was done can be had as a shell script.

Examples:
  pao start
  pao start --script
  pao start >first-steps.sh")]
pub struct StartArgs {
    /// Print the same work as a shell script at the end, on a terminal too
    #[arg(long)]
    script: bool,
}

/// Leads through it.
///
/// # Errors
/// `usage` where nobody can be asked; `interrupted`; what the played commands say where asking again is no help.
pub fn run(args: &StartArgs, cx: &mut Context<'_>) -> Result<Outcome> {
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
    // A guest's script would run elsewhere, on commands that this machine knows.
    let shown = (args.script || !cx.output().options().terminal.stdout) && !cx.prompt().guest;
    let mut guide = Guide { cx, done: Vec::new(), password: None, code: None, passcode: None };
    match guide.walk(shown) {
        Ok(report) => Ok(report.into()),
        Err(error) => Err(guide.left(error)),
    }
}

impl Guide<'_, '_> {
    /// Leads from where the person stands to the end; `shown` says whether the script is printed for people.
    fn walk(&mut self, shown: bool) -> Result<Report> {
        self.cx.prompt().say(
            "The first steps of a Primary Contact. Ctrl-C leaves at any question; `pao start` goes on from there.",
        );
        let (person, site) = self.person_and_site()?;
        let secondary = self.secondary(&site)?;
        self.others(&site)?;
        let script = self.script(&person, &site)?;
        self.cx.prompt().say("");
        self.cx.prompt().say(if shown {
            "That is all. The same work as a script:"
        } else {
            "That is all. `pao start --script` prints the same work as a script."
        });
        let started = Started { id: person.id, site, secondary, script };
        let prose = shown.then(|| Part::Block(started.script.clone()));
        Ok(Report::object(&started, prose.into_iter().collect())?.next(pao("status")))
    }

    /// Somebody, and a site whose Primary Contact they are.
    fn person_and_site(&mut self) -> Result<(Person, SiteNumber)> {
        let mut person = self.identity()?;
        loop {
            let why = match rules::site::not_an_operator(&person) {
                Err(refusal) => Some(refusal.into()),
                Ok(()) => match self.site(&person)? {
                    Found::Site(site) => return Ok((person, site)),
                    Found::Nothing => Some(no_site(&person)),
                    Found::SomebodyElse => None,
                },
            };
            if let Some(why) = why {
                self.go_on_as_another(why)?;
            }
            person = self.sign_in()?;
        }
    }

    /// Whoever is signed in has nothing to do here, and perhaps another ID.
    fn go_on_as_another(&mut self, why: Error) -> Result<()> {
        // Beside a token no sign-in would be looked at.
        if self.cx.options.token.is_some() {
            return Err(why);
        }
        self.cx.prompt().tell(&why.to_string());
        if self.yes("Sign in as another ID?", false)? { Ok(()) } else { Err(why) }
    }

    /// Plays one command line; what it answers is part of the conversation. Gives the password that was chosen or typed there.
    fn act(&mut self, words: &[&str], led: Led) -> Result<Option<Secret>> {
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
        let Outcome { report, password, .. } = self.cx.play(argv, led)?;
        self.show(report)?;
        Ok(password)
    }

    /// What a played command says, without its advice about the next command.
    fn show(&mut self, report: Report) -> Result<()> {
        let mut output_options = OutputOptions { format: Format::Table, ..self.cx.output().options().clone() };
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

fn no_site(person: &Person) -> Error {
    Error::new(Code::NotFound, format!("no site awaits {}", person.email)).hinted(
        "sign in with the address that the Welcome letter went to; to be let into a site that has a Primary Contact, run `pao nominate`",
    )
}
