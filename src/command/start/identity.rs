//! The first step: an ID that is signed in. One can always go back, to another address or another ID.
use crate::command::form::NOT_SENT;
use crate::error::Result;
use crate::model::code::MailedCode;
use crate::model::email::Address;
use crate::model::standing::Person;
use crate::rules::Code;

use super::ways::Said;
use super::{Guide, Led};

impl Guide<'_, '_> {
    /// Whoever is signed in when this returns.
    pub(super) fn identity(&mut self) -> Result<Person> {
        match self.signed_in()? {
            Some(person) => {
                self.cx.prompt().say(&format!("You are signed in as {}.", person.id));
                Ok(person)
            }
            None => self.sign_in(),
        }
    }

    /// Nobody is no error, unless it is a token that says who asks: a sign-in would not be looked at beside it.
    fn signed_in(&mut self) -> Result<Option<Person>> {
        if self.cx.options.token.is_some() {
            return Ok(Some(self.cx.authenticate()?.person));
        }
        Ok(self.cx.authenticate_if_any()?.map(|caller| caller.person))
    }

    /// Signs somebody in, whoever was before.
    pub(super) fn sign_in(&mut self) -> Result<Person> {
        loop {
            let Some(email) = self.arrive()? else { continue };
            // `login` asks for the password again by itself.
            let password = self.password.take();
            match self.act(&["login", email.as_str()], Led { password, ..Led::default() }) {
                Ok(_) => break self.did(format!("signed in as {email}")),
                Err(error) if error.code == Code::SignInFailed => self.problem(&error),
                Err(error) => return Err(error),
            }
        }
        Ok(self.cx.authenticate()?.person)
    }

    /// An address that has an ID, as far as the person says; nothing where they want to begin again.
    fn arrive(&mut self) -> Result<Option<Address>> {
        let ways = ["no, I need one", "yes, I sign in", "I have asked for one, and a code was mailed to me"];
        let chosen = loop {
            match self.way("Do you have an ID?", &ways, "A number, or a code that you have", Some(0))? {
                Said::Way(way) => break way,
                Said::Code { code, from } => {
                    self.take(code, from)?;
                    if self.code.is_some() {
                        break 2;
                    }
                }
            }
        };
        if chosen == 0 {
            self.cx.prompt().say("The ID is the e-mail address that your Welcome letter went to.");
        }
        let email = self.address()?;
        let arrived = match chosen {
            0 => self.register(&email)? && self.verify(&email)?,
            1 => true,
            _ => self.verify(&email)?,
        };
        Ok(arrived.then_some(email))
    }

    /// Whether the registration was sent.
    fn register(&mut self, email: &Address) -> Result<bool> {
        self.cx
            .prompt()
            .say("You will choose a password, and a question with an answer for the day on which it is lost.");
        match self.act(&["register", "--email", email.as_str()], Led::default()) {
            Ok(password) => {
                self.password = password;
                self.did(format!("asked for an ID for {email}"));
                Ok(true)
            }
            Err(error) if error.message == NOT_SENT => {
                self.problem(&error);
                Ok(false)
            }
            Err(error) => Err(error),
        }
    }

    /// Whether the address has an ID now; no where another address is wanted.
    fn verify(&mut self, email: &Address) -> Result<bool> {
        let list = format!("The letter to {email} brings a code. If you have none:");
        let ways = [
            "nothing has come: send the code again",
            "the letter says that I have an ID already",
            "another address, or another ID",
        ];
        loop {
            let said = match self.code.take() {
                Some(code) => Said::Code { code, from: None },
                None => self.way(&list, &ways, "Verification code from the letter (code), or a number", None)?,
            };
            match said {
                Said::Code { code, .. } => {
                    if self.verified(email, code)? {
                        return Ok(true);
                    }
                }
                Said::Way(0) => {
                    let password = self.password.clone();
                    self.act(
                        &["account", "resend-code", "--email", email.as_str()],
                        Led { password, ..Led::default() },
                    )?;
                }
                Said::Way(1) => {
                    // The password of the registration is another one.
                    self.password = None;
                    return Ok(true);
                }
                Said::Way(_) => {
                    self.password = None;
                    return Ok(false);
                }
            }
        }
    }

    /// Whether the code was right.
    fn verified(&mut self, email: &Address, code: MailedCode) -> Result<bool> {
        let led = Led { password: self.password.clone(), code: Some(code) };
        match self.act(&["account", "verify", "--email", email.as_str()], led) {
            Ok(password) => {
                self.password = password;
                self.did(format!("made the ID {email}"));
                Ok(true)
            }
            Err(error) if error.code == Code::CodeNotAccepted => {
                self.problem(&error);
                self.cx.prompt().say("The temporary passcode of the Welcome letter is another code: it comes next.");
                Ok(false)
            }
            Err(error) => Err(error),
        }
    }
}
