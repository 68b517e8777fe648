//! After the commit: the letters that wait are handed to the post.
//!
//! What must hold: no transaction is open while the post works. A post that fails is no failure of the command that
//! caused the letter: the letter stays queued, and `outbox list` tells what happened.
use crate::error::{Error, Result};
use crate::mail::{Envelope, Letter, Parcel, Route, SecretLine, compose, file_name};
use crate::model::answer::Message;
use crate::model::moment::Moment;
use crate::rules::Code;
use crate::store::facts::{messages, settings};

use super::context::Context;

/// Letters whose delivery is noted in one transaction.
const BATCH: usize = 500;
/// Seconds after a first failure; doubled with each further one, up to [`LONGEST_WAIT`].
const FIRST_WAIT: i64 = 60;
/// Seconds between two attempts, at most.
const LONGEST_WAIT: i64 = 6 * 3600;

/// What a delivery did.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Delivered {
    pub delivered: i64,
    pub failed: i64,
}

/// What every letter of one delivery shares.
struct Office {
    care: String,
    from: String,
    route: Route,
    registry: String,
}

impl Context<'_> {
    /// Delivers every letter that is due.
    ///
    /// # Errors
    /// What the file says; what the post says is noted with the letter.
    pub fn deliver(&mut self) -> Result<Delivered> {
        let (now, office) = (self.now(), self.office()?);
        let mut done = Delivered::default();
        let (mut after, mut noted) = (0, Vec::new());
        loop {
            let next = messages::next_due(self.read()?.look(), after, now)?;
            let Some((message, letter)) = next else { break };
            after = message.message;
            match self.carry(&office, &message, &letter) {
                Ok(()) => noted.push(message.message),
                Err(words) => {
                    done.failed += 1;
                    let wait = FIRST_WAIT << message.attempts.clamp(0, 20);
                    let next = now.plus(wait.min(LONGEST_WAIT));
                    self.store()?.note_undelivered(message.message, &words, next)?;
                }
            }
            if noted.len() >= BATCH {
                done.delivered += self.note(&mut noted, now)?;
            }
        }
        done.delivered += self.note(&mut noted, now)?;
        Ok(done)
    }

    fn note(&mut self, noted: &mut Vec<i64>, now: Moment) -> Result<i64> {
        let count = i64::try_from(noted.len()).unwrap_or(0);
        if count > 0 {
            self.store()?.note_delivered(noted, now)?;
            noted.clear();
        }
        Ok(count)
    }

    fn office(&mut self) -> Result<Office> {
        let tx = self.read()?;
        let look = tx.look();
        let (care, from) = (settings::care_contact(look)?, settings::value(look, "mail.from")?);
        let (transport, spool) = (settings::value(look, "mail.transport")?, settings::value(look, "mail.spool")?);
        let registry = crate::store::facts::trail::hex(&crate::store::facts::people::registry(look)?);
        drop(tx);
        let route = match transport.as_deref() {
            Some("off") => Route::Off,
            _ => Route::Spool(match spool {
                Some(folder) => folder.into(),
                None => self.spool_beside_the_file()?,
            }),
        };
        let from = from.unwrap_or_else(|| crate::mail::message::DEFAULT_FROM.to_owned());
        Ok(Office { care, from, route, registry })
    }

    /// `<database name without extension>-mail`, beside the database.
    fn spool_beside_the_file(&self) -> Result<std::path::PathBuf> {
        let path = self.opened_path().ok_or_else(|| Error::new(Code::Internal, "the database was not opened"))?;
        let mut name = path.file_stem().unwrap_or_default().to_os_string();
        name.push("-mail");
        Ok(path.with_file_name(name))
    }

    fn carry(&mut self, office: &Office, message: &Message, letter: &Letter) -> Result<(), String> {
        let words = letter.render(&office.care, SecretLine::Shown).map_err(|missing| missing.to_string())?;
        let envelope = Envelope {
            from: office.from.clone(),
            to: letter.to.clone(),
            kind: letter.kind,
            site: letter.site.clone(),
            message_id: format!("{}.{}@pao", message.message, office.registry),
            date: message.created_at,
        };
        let bytes = compose(&words, &envelope)?;
        let name = file_name(message.created_at, message.message, letter.kind);
        let parcel = Parcel { name, from: office.from.clone(), to: letter.to.clone(), bytes };
        self.world.post.deliver(&office.route, &parcel).map_err(|undelivered| undelivered.words)
    }
}
