//! The questions of the guide: ways to go on, by number, and a code wherever one is pasted.
//!
//! What must hold: at every such question a code is taken. dialoguer's lists would read its letters as keys, so these are lines.
use crate::command::prompt;
use crate::error::{Error, Result};
use crate::model::code::{MailedCode, looks_like_code};
use crate::model::email::Address;
use crate::notice::Kind;
use crate::ui::ask::Unanswered;
use crate::ui::plain;
use std::fmt::Write as _;

use super::Guide;

/// What was said to a list of ways.
pub(super) enum Said {
    /// The place of the way.
    Way(usize),
    /// A code, and the kind of letter that it is from, where its name stood before it.
    Code { code: MailedCode, from: Option<Kind> },
}

impl Guide<'_, '_> {
    /// Lists ways to go on, and takes the number of one, or a code. `default` is the place of the way that Enter alone means.
    pub(super) fn way(&mut self, list: &str, ways: &[&str], question: &str, default: Option<usize>) -> Result<Said> {
        let ways: Vec<String> = ways.iter().map(|way| (*way).to_owned()).collect();
        let mut lines = vec![list.to_owned()];
        lines.extend(ways.iter().enumerate().map(|(place, way)| format!("  {}  {way}", place + 1)));
        for line in &lines {
            self.cx.prompt().tell(line);
        }
        let mut question = question.to_owned();
        if let Some(place) = default {
            let _ = write!(question, " [{}]", place + 1);
        }
        loop {
            let text = self.text(&question)?;
            if let Some(code) = self.pasted(&text) {
                return Ok(Said::Code { code, from: named_in(&text) });
            }
            match plain::chosen(&text, &ways, default.unwrap_or(ways.len())) {
                Some(place) => return Ok(Said::Way(place)),
                None if looks_like_code(&text) => {}
                None => self.cx.prompt().tell("Type one of the numbers, or paste the code"),
            }
        }
    }

    /// An address; a code that is pasted here is taken too, and the address asked for again.
    pub(super) fn address(&mut self) -> Result<Address> {
        loop {
            let text = self.text("E-mail address (your ID)")?;
            if let Some(code) = self.pasted(&text) {
                self.take(code, named_in(&text))?;
                continue;
            }
            match Address::parse(&text, "email") {
                Ok(address) => return Ok(address),
                Err(_) if looks_like_code(&text) => {}
                Err(why) => self.problem(&why.into()),
            }
        }
    }

    /// Keeps a code that came before it was asked for.
    pub(super) fn take(&mut self, code: MailedCode, from: Option<Kind>) -> Result<()> {
        let letters = ["the Welcome letter, as the temporary passcode", "a letter that confirms my address"];
        let is_passcode = match from {
            Some(kind) => kind == Kind::Welcome,
            None => self.choose("Which letter brought this code?", &letters)? == 0,
        };
        if is_passcode {
            self.passcode = Some(code);
            self.cx.prompt().say("The passcode is kept until you are signed in.");
        } else {
            self.code = Some(code);
            self.cx.prompt().say("The code is kept until your address is known.");
        }
        Ok(())
    }

    /// The code in a line, if it is one. One that is mistyped is said to be.
    fn pasted(&mut self, text: &str) -> Option<MailedCode> {
        match MailedCode::parse(text, "code") {
            Ok(code) => return Some(code),
            Err(why) if looks_like_code(text) => self.problem(&why.into()),
            Err(_) => {}
        }
        None
    }

    pub(super) fn choose(&mut self, question: &str, options: &[&str]) -> Result<usize> {
        let options: Vec<String> = options.iter().map(|option| (*option).to_owned()).collect();
        self.cx.prompt().asker.choice(question, &options, 0).map_err(|why| unanswered(why, question))
    }

    pub(super) fn yes(&mut self, question: &str, default: bool) -> Result<bool> {
        self.cx.prompt().asker.yes(question, default).map_err(|why| unanswered(why, question))
    }

    fn text(&mut self, question: &str) -> Result<String> {
        self.cx.prompt().asker.line(question, None).map_err(|why| unanswered(why, question))
    }
}

/// The kind of letter whose name for its code stands before the code.
fn named_in(text: &str) -> Option<Kind> {
    let is_named = |kind: &Kind| kind.secret_label().is_some_and(|name| text.trim_start().starts_with(name));
    [Kind::Welcome, Kind::Verification].into_iter().find(is_named)
}

fn unanswered(why: Unanswered, question: &str) -> Error {
    match why {
        Unanswered::EndOfInput => Error::usage(format!("the answer to \"{question}\" is missing"))
            .hinted("`pao start` asks again; a script uses the commands themselves"),
        why => prompt::unanswered(why, question),
    }
}
