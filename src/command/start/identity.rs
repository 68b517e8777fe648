//! The first step: an ID that is signed in.
use crate::command::form::NOT_SENT;
use crate::error::Result;
use crate::model::email::Address;
use crate::model::standing::Person;
use crate::rules::Code;

use super::Guide;

impl Guide<'_, '_> {
    /// Whoever is signed in when this returns.
    pub(super) fn identity(&mut self) -> Result<Person> {
        if let Some(person) = self.signed_in()? {
            self.cx.prompt().say(&format!("You are signed in as {}.", person.id));
            return Ok(person);
        }
        let email = self.arrive()?;
        self.chosen = None;
        self.sign_in(&email)?;
        Ok(self.cx.authenticate()?.person)
    }

    /// Nobody is no error, unless it is a token that says who asks: a sign-in would not be looked at beside it.
    fn signed_in(&mut self) -> Result<Option<Person>> {
        if self.cx.options.token.is_some() {
            return Ok(Some(self.cx.authenticate()?.person));
        }
        Ok(self.cx.authenticate_if_any()?.map(|caller| caller.person))
    }

    /// An address that has an ID, as far as the person says.
    fn arrive(&mut self) -> Result<Address> {
        let options = [
            "no, I need one",
            "yes, I sign in",
            "I have asked for one, and a code was mailed to me (verification code)",
        ];
        let chosen = self.choose("Have you an ID?", &options)?;
        if chosen == 0 {
            self.cx.prompt().say("The ID is the e-mail address that your Welcome letter went to.");
        }
        let email = self.line("E-mail address (your ID)", |text| Ok(Address::parse(text, "email")?))?;
        match chosen {
            0 => {
                self.register(&email)?;
                self.verify(&email)?;
            }
            1 => {}
            _ => self.verify(&email)?,
        }
        Ok(email)
    }

    fn register(&mut self, email: &Address) -> Result<()> {
        self.cx
            .prompt()
            .say("You will choose a password, and a question with an answer for the day on which it is lost.");
        while let Err(error) = self.act(&["register", "--email", email.as_str()]) {
            if error.message != NOT_SENT {
                return Err(error);
            }
            self.problem(&error);
        }
        self.did(format!("asked for an ID for {email}"));
        Ok(())
    }

    fn verify(&mut self, email: &Address) -> Result<()> {
        let options =
            ["it brought a code", "nothing has come: send the code again", "it says that I have an ID already"];
        loop {
            let played = match self.choose(&format!("The letter to {email}"), &options)? {
                0 => self.act(&["account", "verify", "--email", email.as_str()]),
                1 => {
                    self.act(&["account", "resend-code", "--email", email.as_str()])?;
                    continue;
                }
                _ => return Ok(()),
            };
            match played {
                Ok(()) => {
                    self.did(format!("made the ID {email}"));
                    return Ok(());
                }
                Err(error) if error.code == Code::CodeNotAccepted => self.problem(&error),
                Err(error) => return Err(error),
            }
        }
    }

    /// `login` asks for the password again by itself.
    fn sign_in(&mut self, email: &Address) -> Result<()> {
        self.act(&["login", email.as_str()])?;
        self.did(format!("signed in as {email}"));
        Ok(())
    }
}
