//! Who is asking: `--as`, `PAO_TOKEN`, `PAO_ID`, or the stored sign-in, in this order.
//!
//! What must hold: it is known before the first question of a command, so that nobody fills in a form to be told at its end to sign in.
use crate::error::{Error, Result};
use crate::model::email::Address;
use crate::model::secret::Secret;
use crate::model::standing::Person;
use crate::rules::Code;
use crate::store::ReadTx;
use crate::store::authority::signed_in::{Denied, Key, ended, recognise};

use super::context::Context;
use super::credentials::token_hash;
use super::session::{Caller, WrongTry, opened};

impl Context<'_> {
    /// Opens the file and finds out who asks, and whether they may by what they came in with.
    ///
    /// # Errors
    /// The file's codes, `sign_in_required`, `sign_in_failed`, `throttled`, `usage` where a password is missing;
    /// `token_scope`, which is put on record where the command changes something.
    pub fn authenticate(&mut self) -> Result<Caller> {
        let key = self.key()?;
        let by_variable = self.options.token.is_some();
        let bearer = recognise(self.session().read()?.view(), &key).map_err(|error| by_its_name(error, by_variable))?;
        let person = match bearer.admit(self.command, &mut self.options.site) {
            Ok((person, sign_in)) => {
                self.known.sign_in = sign_in;
                person
            }
            Err(turned) => return Err(self.denied(turned)?),
        };
        self.known.caller = Some(person.clone());
        Ok(Caller { key, person, until: self.known.sign_in.as_ref().map(|sign_in| sign_in.expires_at) })
    }

    /// A command that the token does not cover; what was meant stays unknown but for the site.
    fn denied(&mut self, Denied { person, refusal }: Denied) -> Result<Error> {
        if !self.options.changes {
            return Ok(refusal.into());
        }
        let typed = self.options.site.clone();
        let own = person.scope.as_ref().map(|scope| scope.site.clone());
        self.known.about.site = typed.or(own).map(|site| site.to_string());
        self.session().put_on_record(Some(&person), refusal.into(), &WrongTry::default())
    }

    /// The credential that was presented; the file is open then. Whose it is has not been looked up for a token.
    ///
    /// # Errors
    /// As [`Context::authenticate`].
    pub(super) fn key(&mut self) -> Result<Key> {
        let by_password = match (&self.options.act_as, &self.options.token, &self.options.env_id) {
            (Some(id), _, _) => Some(id.clone()),
            (None, None, Some(id)) => Some(Address::parse(id, "as")?),
            _ => None,
        };
        match by_password {
            Some(id) => self.key_by_password(&id),
            None => self.key_by_token(),
        }
    }

    /// Who asks, where somebody is signed in; nobody is no error. For what the owner of the file may do too.
    ///
    /// # Errors
    /// As [`Context::authenticate`], but for `sign_in_required`.
    pub fn authenticate_if_any(&mut self) -> Result<Option<Caller>> {
        match self.authenticate() {
            Ok(caller) => Ok(Some(caller)),
            Err(error) if error.code == Code::SignInRequired => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Whoever asks, recognised in the view that the command reads on in.
    ///
    /// # Errors
    /// As [`Context::authenticate`].
    pub fn reading_caller(&mut self) -> Result<(ReadTx<'_>, Person)> {
        let (key, now) = (self.key()?, self.world.clock.now());
        let tx = opened(&mut self.known.store, &self.options, &self.world.folders)?.read(now)?;
        let bearer = recognise(tx.view(), &key).map_err(|error| by_its_name(error, self.options.token.is_some()))?;
        let (person, sign_in) = bearer.admit(self.command, &mut self.options.site)?;
        self.known.sign_in = sign_in;
        Ok((tx, person))
    }

    fn key_by_password(&mut self, id: &Address) -> Result<Key> {
        let source = self.prompt().password_source()?;
        self.session().open()?;
        let password = self.prompt().secret(source, "--password-file", &format!("Password of {id}"))?;
        let compared = self.session().compare_password(id, &password)?;
        self.prompt().keep_password(password);
        Ok(Key::Password(compared))
    }

    fn key_by_token(&mut self) -> Result<Key> {
        self.session().open()?;
        let token = match self.options.token.clone() {
            Some(token) => Some(Secret::new(token)),
            None => self.session().stored_token()?,
        };
        Ok(Key::Token(token_hash(&token.ok_or_else(ended)?)))
    }
}

/// The refusal of a token that came from the environment names the variable.
pub(super) fn by_its_name(error: Error, from_environment: bool) -> Error {
    if from_environment && error.code == Code::SignInRequired {
        let words = "the token in PAO_TOKEN is not valid, or not any more";
        return Error::new(Code::SignInRequired, words)
            .hinted("unset PAO_TOKEN to use the stored sign-in, or make a new token");
    }
    error
}
