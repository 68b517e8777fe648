//! What a clock that ran ahead wrote is dated back to now (durability.md, "The clock").
//!
//! What must hold: nothing that the false time had ended comes back to life by setting a clock: sign-ins, tokens, live codes and
//! passcodes and waiting registrations end. Dates that people chose stay. The rules of the tables against rewriting are out of
//! the way in this transaction alone, and are made again word for word: the fingerprint of the schema shows it.
use crate::error::Result;
use crate::model::business_days::{Holidays, PROVISIONING, due_by};
use crate::model::moment::Moment;
use crate::model::person::PersonNo;
use crate::model::setting::Setting;
use crate::model::site::SiteNumber;
use crate::model::upkeep::Ended;
use crate::store::authority::caretaker::CaretakerAuthority;
use crate::store::effect::Effect;
use crate::store::query::settings;
use crate::store::writer::Writer;
use std::collections::BTreeMap;

/// What becomes of the events of each table that are later than now, `?1`. A null stays null.
const DATED_BACK: &[(&str, &str)] = &[
    ("person", "UPDATE person SET registered_at = min(registered_at, ?1), closed_at = min(closed_at, ?1),
        not_before = iif(not_before > ?1 + 3600, ?1, not_before),
        pair_not_before = iif(pair_not_before > ?1 + 3600, ?1, pair_not_before)
        WHERE registered_at > ?1 OR closed_at > ?1 OR not_before > ?1 + 3600 OR pair_not_before > ?1 + 3600"),
    ("stranger", "UPDATE stranger SET at = min(at, ?1), not_before = iif(not_before > ?1 + 3600, ?1, not_before)
        WHERE at > ?1 OR not_before > ?1 + 3600"),
    ("visit", "UPDATE visit SET at = ?1 WHERE at > ?1"),
    ("site", "UPDATE site SET enrolled_at = min(enrolled_at, ?1), activated_at = min(activated_at, ?1), ended_at = min(ended_at, ?1)
        WHERE enrolled_at > ?1 OR activated_at > ?1 OR ended_at > ?1"),
    ("passcode", "UPDATE passcode SET expires_at = ?1 + (expires_at - issued_at), issued_at = ?1 WHERE issued_at > ?1"),
    ("code", "UPDATE code SET expires_at = ?1 + (expires_at - issued_at), issued_at = ?1 WHERE issued_at > ?1"),
    ("access", "UPDATE access SET granted_at = min(granted_at, ?1), ended_at = min(ended_at, ?1),
        end_reason = iif(end_reason = 'expired' AND ended_by IS NULL AND ended_at > ?1, 'changed', end_reason)
        WHERE granted_at > ?1 OR ended_at > ?1"),
    ("message", "UPDATE message SET created_at = min(created_at, ?1), delivered_at = min(delivered_at, ?1),
        next_at = min(next_at, ?1), claimed_until = min(claimed_until, ?1)
        WHERE created_at > ?1 OR delivered_at > ?1 OR next_at > ?1 OR claimed_until > ?1"),
    ("nomination", "UPDATE nomination SET submitted_at = min(submitted_at, ?1), heard_at = min(heard_at, ?1),
        decided_at = min(decided_at, ?1) WHERE submitted_at > ?1 OR heard_at > ?1 OR decided_at > ?1"),
    ("entitlement", "UPDATE entitlement SET from_at = iif(from_at = granted_at, min(from_at, ?1), from_at),
        granted_at = min(granted_at, ?1), revoked_at = min(revoked_at, ?1) WHERE granted_at > ?1 OR revoked_at > ?1"),
    ("provider", "UPDATE provider SET retired_at = ?1 WHERE retired_at > ?1"),
    ("provision_provider", "UPDATE provision_provider SET accepted_at = ?1 WHERE accepted_at > ?1"),
    ("token", "UPDATE token SET expires_at = iif(created_at > ?1, ?1 + (expires_at - created_at), expires_at),
        created_at = min(created_at, ?1), last_used_at = min(last_used_at, ?1), revoked_at = min(revoked_at, ?1)
        WHERE created_at > ?1 OR last_used_at > ?1 OR revoked_at > ?1"),
];

/// Access that ended by its date in the false time, and is the last that this person had there: it has not ended. Who became
/// an operator, or closed the ID, has none.
const REOPENED: &str = "UPDATE access SET ended_at = NULL, end_reason = NULL
     WHERE end_reason = 'expired' AND ended_by IS NULL AND ended_at > ?1
     AND NOT EXISTS (SELECT 1 FROM access AS later WHERE later.site = access.site AND later.person = access.person
                     AND later.nth > access.nth)
     AND EXISTS (SELECT 1 FROM person WHERE person.person = access.person AND operator = 0 AND closed_at IS NULL)";

/// The rest of it, which ended for good: nobody holds it, as the trail has to tell.
const ENDED: &str =
    "SELECT site, person FROM access WHERE end_reason = 'expired' AND ended_by IS NULL AND ended_at > ?1
     AND NOT EXISTS (SELECT 1 FROM access AS later WHERE later.site = access.site AND later.person = access.person
                     AND later.nth > access.nth)";

/// What was dated back.
pub struct DatedBack {
    /// Rows, by table.
    pub rows: BTreeMap<&'static str, usize>,
    /// Access that had ended by its date in the false time and is current again.
    pub reopened: usize,
    pub ended: Ended,
}

/// Dates everything back to now.
pub fn date_back(by: &CaretakerAuthority<'_>) -> Result<DatedBack> {
    let (conn, now) = (by.tx().conn, by.tx().view().at());
    let rules = rules(conn)?;
    for (name, _) in &rules {
        conn.execute_batch(&format!("DROP TRIGGER {name}"))?;
    }
    let ended = Ended {
        sign_ins: conn.execute("DELETE FROM sign_in", [])?,
        registrations: conn.execute("DELETE FROM registration", [])?,
        codes: conn.execute("UPDATE code SET state = 'spent' WHERE state = 'live'", [])?,
        passcodes: conn.execute("UPDATE passcode SET state = 'spent' WHERE state = 'live'", [])?,
        tokens: conn.execute("UPDATE token SET revoked_at = max(?1, created_at) WHERE revoked_at IS NULL", [now])?,
        ..Ended::default()
    };
    let reopened = conn.execute(REOPENED, [now])?;
    for (site, person) in over(conn, now)? {
        by.tx().effect(Effect::ends(&site, person));
    }
    let mut rows = BTreeMap::new();
    for (table, sql) in DATED_BACK {
        let count = conn.execute(sql, [now])?;
        if count > 0 {
            rows.insert(*table, count);
        }
    }
    let requests = requests(by)?;
    if requests > 0 {
        rows.insert("provision", requests);
    }
    for (_, text) in &rules {
        conn.execute_batch(text)?;
    }
    Ok(DatedBack { rows, reopened, ended })
}

/// The triggers, by name, with their text.
fn rules(conn: Writer<'_>) -> Result<Vec<(String, String)>> {
    let mut select = conn.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name")?;
    let rows = select.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn over(conn: Writer<'_>, now: Moment) -> Result<Vec<(SiteNumber, PersonNo)>> {
    let mut select = conn.prepare(ENDED)?;
    let rows = select.query_map([now], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Requests for a gateway, with the day by which each is due counted anew.
fn requests(by: &CaretakerAuthority<'_>) -> Result<usize> {
    let (conn, now) = (by.tx().conn, by.tx().view().at());
    let holidays = settings::value(by.tx().view(), Setting::Holidays)?.unwrap_or_default();
    let due = due_by(now, PROVISIONING, &Holidays::parse(&holidays, "policy.holidays")?);
    conn.execute(
        "UPDATE provision SET due_by = iif(submitted_at > ?1, ?2, due_by), submitted_at = min(submitted_at, ?1),
         received_at = min(received_at, ?1), decided_at = min(decided_at, ?1)
         WHERE submitted_at > ?1 OR received_at > ?1 OR decided_at > ?1",
        (now, due),
    )
}
