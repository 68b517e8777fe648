//! Who is asking: `--as`, `PAO_TOKEN`, `PAO_ID`, or the stored sign-in, in this order.
//!
//! What must hold: it is known before the first question of a command, so that nobody fills in a form to be told at its end to sign in.
use crate::error::{Error, Result};
use crate::model::email::Address;
use crate::model::standing::Person;
use crate::rules::{self, Code};
use crate::store::ReadTx;
use crate::store::authority::signed_in::{Denied, Key, ended, recognise};

use super::context::Context;
use super::credentials::token_hash;
use super::opening::{Whence, opened};
use super::options::Options;
use super::session::{Caller, WrongTry};

impl Context<'_> {
    /// Opens the file and finds out who asks, and whether they may by what they came in with.
    ///
    /// # Errors
    /// The file's codes, `sign_in_required`, `sign_in_failed`, `throttled`, `usage` where a password is missing;
    /// `token_scope`, which is put on record where the command changes something.
    pub fn authenticate(&mut self) -> Result<Caller> {
        let key = self.key()?;
        let bearer = recognise(self.session().read()?.view(), &key);
        let bearer = bearer.map_err(|error| by_its_name(error, &self.options))?;
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
        if self.session().is_the_owner()? {
            return Err(rules::service::no_caller().into());
        }
        let token = self.options.token.is_some() || self.options.token_file.is_some();
        let by_password = match (&self.options.act_as, token, &self.options.env_id) {
            (Some(id), _, _) => Some(id.clone()),
            (None, false, Some(id)) => Some(Address::parse(id, "as")?),
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
        if self.session().is_the_owner()? {
            return Ok(None);
        }
        match self.authenticate() {
            Ok(caller) => Ok(Some(caller)),
            Err(error) if error.code == Code::SignInRequired => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// An operator, or the owner of a shared registry, who is nobody in particular.
    ///
    /// # Errors
    /// As [`Context::authenticate`]; R15.
    pub fn caretaker(&mut self) -> Result<()> {
        match self.caller_or_owner()? {
            Some(caller) => Ok(rules::site::an_operator(&caller.person)?),
            None => Ok(()),
        }
    }

    /// Who asks; nobody for the owner of a shared registry.
    ///
    /// # Errors
    /// As [`Context::authenticate`].
    pub fn caller_or_owner(&mut self) -> Result<Option<Caller>> {
        if self.session().is_the_owner()? { Ok(None) } else { self.authenticate().map(Some) }
    }

    /// Whether the whole file may be looked at: by whoever owns it, and by an operator who comes to it as a guest.
    ///
    /// # Errors
    /// As [`Context::caretaker`].
    pub fn looks_after_the_file(&mut self) -> Result<()> {
        if self.session().store()?.is_owned() { Ok(()) } else { self.caretaker() }
    }

    /// Whoever asks, recognised in the view that the command reads on in.
    ///
    /// # Errors
    /// As [`Context::authenticate`].
    pub fn reading_caller(&mut self) -> Result<(ReadTx<'_>, Person)> {
        let (key, now) = (self.key()?, self.world.clock.now());
        let tx = opened(&mut self.known.store, &self.options, &Whence::of(self.world, self.command))?.read(now)?;
        let bearer = recognise(tx.view(), &key).map_err(|error| by_its_name(error, &self.options))?;
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
        let guest = self.world.behind.guest().cloned();
        let token = match (self.prompt().token()?, &guest) {
            (Some(token), _) => Some(token),
            (None, Some(guest)) => return Ok(Key::Guest(guest.clone())),
            (None, None) => self.session().stored_token()?,
        };
        Ok(Key::Token { hash: token_hash(&token.ok_or_else(ended)?), guest })
    }
}

/// The refusal of a token names where it came from.
pub(super) fn by_its_name(error: Error, options: &Options) -> Error {
    if error.code != Code::SignInRequired {
        return error;
    }
    if options.token_file.is_some() {
        return Error::new(Code::SignInRequired, "the token of --token-file is not valid, or not any more");
    }
    if options.token.is_some() {
        let words = "the token in PAO_TOKEN is not valid, or not any more";
        return Error::new(Code::SignInRequired, words)
            .hinted("unset PAO_TOKEN to use the stored sign-in, or make a new token");
    }
    error
}
