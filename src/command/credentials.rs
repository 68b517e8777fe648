//! Secrets that are compared and made: passwords, tokens, fresh codes.
//!
//! # Secrets
//! A password is compared outside any transaction. A wrong one is counted and committed before anybody learns that it
//! was wrong; an address without an ID costs the same work and looks the same.
use crate::error::{Error, Result};
use crate::model::behind::Guest;
use crate::model::code::MailedCode;
use crate::model::email::Address;
use crate::model::hash;
use crate::model::person::PersonNo;
use crate::model::secret::Secret;
use crate::model::standing::Person;
use crate::rules::{Code, Refusal};
use crate::store::authority::password::Compared;
use crate::store::authority::signed_in::Key;
use crate::store::change::codes::Fresh;
use crate::store::change::throttle::{Whom, may_name, may_try};
use crate::store::query::people::{self, Lock};
use crate::store::query::settings;
use crate::world::keyring;
use sha2::{Digest as _, Sha256};

use super::session::{Session, WrongTry};

/// SHA-256 of a sign-in token: what the database keeps.
pub fn token_hash(token: &Secret) -> [u8; 32] {
    let is_around = |c: char| c.is_whitespace() || c == '\u{feff}'; // a byte order mark of the file it was kept in
    Sha256::digest(token.reveal().trim_matches(is_around).as_bytes()).into()
}

/// What a token opens that is not a guest's.
pub fn own_key(token: &Secret) -> Key {
    Key::Token { hash: token_hash(token), guest: None }
}

impl Session<'_> {
    /// The token that `login` stored for this database.
    ///
    /// # Errors
    /// `insecure_file`, `io`.
    pub fn stored_token(&self) -> Result<Option<Secret>> {
        match (&self.folders.state, self.opened_path()) {
            (Some(folder), Some(path)) => keyring::load(folder, path),
            _ => Ok(None),
        }
    }

    /// Where the open file really is.
    pub(super) fn opened_path(&self) -> Option<&std::path::Path> {
        self.known.store.as_ref().map(crate::store::Store::path)
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
            // After a password that is right, so that nobody else's looks different.
            if let (Some(Guest::Ssh { .. }), Some(person)) = (self.behind.guest(), person.filter(|one| one.operator))
                && !settings::operators_may_come_by_ssh(self.again().read()?.view())?
            {
                let refusal = Refusal::new(Code::OperatorApart, "operators come to this registry by sudo, not by ssh")
                    .hinted("on its machine: `sudo -u pao pao login`; `service.operators` says otherwise where that is wanted");
                return Err(self.put_on_record(Some(&person), refusal.into(), &WrongTry::default())?);
            }
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
        let tx = self.again().read()?;
        let view = tx.view();
        if let Some(person) = people::at_address(view, address)? {
            let (lock, whom) = (people::lock(view, person.no)?, Whom::Person(person.no));
            return Ok((Some(person), lock, whom));
        }
        let mut hash = Sha256::new_with_prefix(people::registry(view)?);
        hash.update(address.as_str().as_bytes());
        let key = hash.finalize().into();
        Ok((None, people::stranger_lock(view, &key)?, Whom::Stranger(key)))
    }

    /// Whether the person may try a secret now (R18).
    ///
    /// # Errors
    /// `throttled`.
    pub fn may_try(&mut self, person: PersonNo) -> Result<()> {
        let now = self.now();
        let lock = people::lock(self.again().read()?.view(), person)?;
        may_try(&lock, now)
    }

    /// Whether the person may name a pair of site and Primary Contact now (R18).
    ///
    /// # Errors
    /// `throttled`.
    pub fn may_name_pairs(&mut self, person: PersonNo) -> Result<()> {
        let now = self.now();
        let lock = people::pair_lock(self.again().read()?.view(), person)?;
        may_name(&lock, now)
    }

    /// A hash of today's cost that nothing matches: work for answers that must look the same.
    pub fn dummy_hash(&self) -> Secret {
        let cost = self.hash_cost;
        Secret::new(format!(
            "$argon2id$v=19$m={},t={},p=1$AAAAAAAAAAAAAAAAAAAAAA${}",
            cost.memory_kib,
            cost.passes,
            "A".repeat(43)
        ))
    }

    /// Notes that the sign-in was used, once the answer is there: reading waits for no other writer.
    pub fn note_use(&mut self) {
        let now = self.now();
        if let (Some(store), Some(sign_in)) = (&mut self.known.store, &self.known.sign_in)
            && sign_in.use_is_to_be_noted(now)
        {
            store.note_use(sign_in, now);
        }
    }

    /// A fresh code for a letter, and its hash.
    ///
    /// # Errors
    /// `io` when the operating system gives no random numbers.
    pub fn fresh_code(&mut self) -> Result<(MailedCode, Secret)> {
        let code = self.fresh_passcode()?;
        let hash = self.hashed(&Secret::new(code.canonical().to_owned()))?;
        Ok((code, hash))
    }

    /// A fresh code without its hash, for a dry run that throws it away.
    ///
    /// # Errors
    /// `io` when the operating system gives no random numbers.
    pub fn fresh_passcode(&mut self) -> Result<MailedCode> {
        let mut random = [0_u8; 10];
        self.dice.fill(&mut random)?;
        Ok(MailedCode::draw(random))
    }

    /// A fresh code for a letter, with its hash.
    ///
    /// # Errors
    /// `io` when the operating system gives no random numbers.
    pub fn fresh(&mut self) -> Result<Fresh> {
        let (code, hash) = self.fresh_code()?;
        Ok(Fresh { code, hash })
    }

    /// The hash of a password that is chosen for an address, with the salt of that address in this registry: one hash of what is
    /// typed later then finds the registration that it belongs to, however many wait there.
    ///
    /// # Errors
    /// `internal`; what the file says.
    pub fn hashed_for(&mut self, address: &Address, password: &Secret) -> Result<Secret> {
        let mut salt = Sha256::new_with_prefix(people::registry(self.again().read()?.view())?);
        salt.update(b"registration");
        salt.update(address.as_str().as_bytes());
        let salt: [u8; 32] = salt.finalize().into();
        let (salt, _) = salt.split_first_chunk::<16>().ok_or_else(|| Error::new(Code::Internal, "no salt"))?;
        hash::hash(password, salt, self.hash_cost)
            .ok_or_else(|| Error::new(Code::Internal, "the hash could not be made"))
    }

    /// The hash of a secret at today's cost, with its own salt.
    ///
    /// # Errors
    /// `io` when the operating system gives no random numbers; `internal`.
    pub fn hashed(&mut self, secret: &Secret) -> Result<Secret> {
        let mut salt = [0_u8; 16];
        self.dice.fill(&mut salt)?;
        hash::hash(secret, &salt, self.hash_cost)
            .ok_or_else(|| Error::new(Code::Internal, "the hash could not be computed"))
    }
}
