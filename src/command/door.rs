//! Who is asking: `--as`, `PAO_TOKEN`, `PAO_ID`, or the stored sign-in, in this order.
//!
//! # Secrets
//! A password is compared outside any transaction. A wrong one is counted and committed before anybody learns that it
//! was wrong; an address without an ID costs the same work and looks the same.
use crate::error::{Error, Result};
use crate::model::email::Address;
use crate::model::moment::Moment;
use crate::model::person::PersonNo;
use crate::model::secret::Secret;
use crate::model::standing::Person;
use crate::rules::{Code, Refusal};
use crate::store::authority::password::Compared;
use crate::store::authority::signed_in::{Key, TurnedAway, ended, recognise};
use crate::store::change::throttle::{Whom, may_name, may_try};
use crate::store::facts::people::{self, Lock};
use crate::world::keyring;
use sha2::{Digest as _, Sha256};

use super::context::{Context, WrongTry};

/// Whoever asks, as far as this command is concerned.
pub struct Door {
    pub key: Key,
    pub person: Person,
    /// When the sign-in ends; none where a password was given for this command.
    pub until: Option<Moment>,
}

/// SHA-256 of a sign-in token: what the database keeps.
pub fn token_hash(token: &Secret) -> [u8; 32] {
    let is_around = |c: char| c.is_whitespace() || c == '\u{feff}'; // a byte order mark of the file it was kept in
    Sha256::digest(token.reveal().trim_matches(is_around).as_bytes()).into()
}

impl Context<'_> {
    /// Opens the file and finds out who asks, and whether they may by what they came in with.
    ///
    /// # Errors
    /// The file's codes, `sign_in_required`, `sign_in_failed`, `throttled`, `usage` where a password is missing;
    /// `token_scope`, which is put on record where the command changes something.
    pub fn door(&mut self) -> Result<Door> {
        let key = self.key()?;
        let bearer = recognise(self.read()?.look(), &key)?;
        let person = match bearer.let_in(self.command, &mut self.options.site) {
            Ok((person, sign_in)) => {
                self.used = sign_in;
                person
            }
            Err(turned) => return Err(self.turned_away(turned)?),
        };
        self.asker = Some(person.clone());
        Ok(Door { key, person, until: self.used.as_ref().map(|sign_in| sign_in.expires_at) })
    }

    /// A command that the token does not cover; what was meant stays unknown but for the site.
    fn turned_away(&mut self, TurnedAway { person, refusal }: TurnedAway) -> Result<Error> {
        if !self.options.changes {
            return Ok(refusal.into());
        }
        let typed = self.options.site.clone();
        let own = person.scope.as_ref().map(|scope| scope.site.clone());
        self.about.site = typed.or(own).map(|site| site.to_string());
        self.put_on_record(Some(&person), refusal.into(), &WrongTry::default())
    }

    /// Notes that the sign-in was used, once the answer is there: reading waits for no other writer.
    pub fn note_use(&mut self) {
        let now = self.now();
        if let (Some(store), Some(sign_in)) = (&mut self.store, &self.used)
            && sign_in.use_is_to_be_noted(now)
        {
            store.note_use(sign_in, now);
        }
    }

    /// What is shown at the door; the file is open then. Whose it is has not been looked up for a token.
    ///
    /// # Errors
    /// As [`Context::door`].
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
    /// As [`Context::door`], but for `sign_in_required`.
    pub fn door_if_any(&mut self) -> Result<Option<Door>> {
        match self.door() {
            Ok(door) => Ok(Some(door)),
            Err(error) if error.code == Code::SignInRequired => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn key_by_password(&mut self, id: &Address) -> Result<Key> {
        let source = self.password_source()?;
        self.open()?;
        let password = self.secret(source, "--password-file", &format!("Password of {id}"))?;
        let compared = self.compare_password(id, &password)?;
        self.typed_password = Some(password);
        Ok(Key::Password(compared))
    }

    fn key_by_token(&mut self) -> Result<Key> {
        self.open()?;
        let token = match self.options.token.clone() {
            Some(token) => Some(Secret::new(token)),
            None => self.stored_token()?,
        };
        Ok(Key::Token(token_hash(&token.ok_or_else(ended)?)))
    }

    /// The token that `login` stored for this database.
    ///
    /// # Errors
    /// `insecure_file`, `io`.
    pub fn stored_token(&self) -> Result<Option<Secret>> {
        match (&self.world.folders.state, self.opened_path()) {
            (Some(folder), Some(path)) => keyring::load(folder, path),
            _ => Ok(None),
        }
    }

    /// Where the open file really is.
    pub(super) fn opened_path(&self) -> Option<&std::path::Path> {
        self.store.as_ref().map(crate::store::Store::path)
    }

    /// Compares a password for signing in.
    ///
    /// # Errors
    /// `throttled`; `sign_in_failed`, counted first.
    pub fn compare_password(&mut self, address: &Address, password: &Secret) -> Result<Compared> {
        let (person, lock, whom) = self.lock_of(address)?;
        may_try(&lock, self.now())?;
        let no = person.as_ref().map(|person| person.no);
        if let Some(compared) = Compared::with(no, &lock, password, &self.dummy_hash()) {
            return Ok(compared);
        }
        let error = Refusal::new(Code::SignInFailed, "incorrect ID or password").hinted(
            "after several failed attempts you have to wait; if you forgot your password, run `pao account recover`",
        );
        let wrong = WrongTry { whom: Some(whom), ..WrongTry::default() };
        Err(self.put_on_record(person.as_ref(), error.into(), &wrong)?)
    }

    /// Whose lock an address is; addresses without an ID have one too, so that they look the same.
    pub(super) fn lock_of(&mut self, address: &Address) -> Result<(Option<Person>, Lock, Whom)> {
        let tx = self.read()?;
        let look = tx.look();
        if let Some(person) = people::at_address(look, address)? {
            let (lock, whom) = (people::lock(look, person.no)?, Whom::Person(person.no));
            return Ok((Some(person), lock, whom));
        }
        let mut hash = Sha256::new_with_prefix(people::registry(look)?);
        hash.update(address.as_str().as_bytes());
        let key = hash.finalize().into();
        Ok((None, people::stranger_lock(look, &key)?, Whom::Stranger(key)))
    }

    /// Whether the person may try a secret now (R18).
    ///
    /// # Errors
    /// `throttled`.
    pub fn may_try(&mut self, person: PersonNo) -> Result<()> {
        let now = self.now();
        let lock = people::lock(self.read()?.look(), person)?;
        may_try(&lock, now)
    }

    /// Whether the person may name a pair of site and Primary Contact now (R18).
    ///
    /// # Errors
    /// `throttled`.
    pub fn may_name_pairs(&mut self, person: PersonNo) -> Result<()> {
        let now = self.now();
        let lock = people::pair_lock(self.read()?.look(), person)?;
        may_name(&lock, now)
    }

    /// A hash of today's cost that nothing matches: work for answers that must look the same.
    pub fn dummy_hash(&self) -> Secret {
        let cost = self.world.cost;
        Secret::new(format!(
            "$argon2id$v=19$m={},t={},p=1$AAAAAAAAAAAAAAAAAAAAAA${}",
            cost.memory_kib,
            cost.passes,
            "A".repeat(43)
        ))
    }
}
