//! What is tried without a sign-in, by where it comes from: keys of ssh cost nothing, so that a person's own counter and an address's say
//! too little (service.md, "Sign-ins, throttles, record").
//!
//! What must hold: it is judged before any address is looked at, and counted alike for those that are known and those that are not.
use crate::error::{Error, Result};
use crate::model::behind::Guest;
use crate::model::moment::Moment;
use crate::rules::{Code, Refusal};
use crate::store::ReadView;
use crate::store::authority::visitor::Visitor;
use crate::store::query::people;
use rusqlite::OptionalExtension as _;
use sha2::{Digest as _, Sha256};

/// Seconds for which a source is watched from its first try on.
const AN_HOUR: i64 = 3600;

/// What is counted.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// Wrong passwords and codes.
    Failure,
    /// Letters that were asked for, whether or not one went.
    Letter,
}

impl Kind {
    const ALL: [Self; 2] = [Self::Failure, Self::Letter];

    const fn most(self) -> i64 {
        match self {
            Self::Failure => 30,
            Self::Letter => 20,
        }
    }

    fn key(self, registry: &[u8; 16], guest: &Guest) -> [u8; 32] {
        let mut key = Sha256::new_with_prefix(registry);
        key.update(match self {
            Self::Failure => b"failures from ",
            Self::Letter => b"letters for   ",
        });
        key.update(guest.source());
        key.finalize().into()
    }
}

/// Whether more may be tried from where this guest comes from.
///
/// # Errors
/// `throttled` with `details.retry_at`.
pub fn may_try(view: ReadView<'_>, guest: &Guest) -> Result<()> {
    let registry = people::registry(view)?;
    for kind in Kind::ALL {
        let sql = "SELECT at FROM stranger WHERE key = ?1 AND failures >= ?2 AND at > ?3";
        let values = (kind.key(&registry, guest), kind.most(), view.at().plus(-AN_HOUR));
        let since: Option<Moment> = view.conn.query_row(sql, values, |row| row.get(0)).optional()?;
        if let Some(since) = since {
            let until = since.plus(AN_HOUR);
            let refusal = Refusal::new(
                Code::Throttled,
                format!("too much was tried from where you come from; come back at {until}"),
            )
            .hinted("whoever is signed in already goes on as before");
            return Err(Error::from(refusal).detailed("retry_at", until.to_string()));
        }
    }
    Ok(())
}

/// Counts one more, if a guest is behind it.
///
/// # Errors
/// What SQLite says.
pub fn count(by: &Visitor<'_>, kind: Kind) -> Result<()> {
    let tx = by.tx();
    let Some(guest) = tx.guest() else { return Ok(()) };
    let now = tx.view().at();
    tx.conn.execute(
        "INSERT INTO stranger (key, failures, not_before, at) VALUES (?1, 1, ?2, ?2)
         ON CONFLICT (key) DO UPDATE SET failures = iif(at > ?3, failures + 1, 1), at = iif(at > ?3, at, ?2)",
        (kind.key(tx.registry(), guest), now, now.plus(-AN_HOUR)),
    )?;
    Ok(())
}
