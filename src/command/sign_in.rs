//! A new sign-in: a token that opens it, with the record of it.
use crate::error::Result;
use crate::model::head::hex;
use crate::model::moment::Moment;
use crate::model::secret::Secret;
use crate::model::{hash, password};
use crate::store::authority::password::Compared;
use crate::store::authority::signed_in::{Key, SignedIn};
use crate::store::change::people as change;
use crate::store::change::throttle;
use crate::store::query::people;

use super::context::Context;
use super::credentials::token_hash;
use super::session::WrongTry;

/// Opens a sign-in for whoever was compared; gives its token, which is to be printed or not, and its end.
pub fn open(
    cx: &mut Context<'_>,
    compared: Compared,
    password: Option<&Secret>,
    ttl: i64,
    printed: bool,
) -> Result<(Secret, Moment)> {
    let token = fresh_token(cx)?;
    let until = cx.session().now().plus(ttl);
    let new_hash = rehashed(cx, &compared, password)?;
    let key = Key::Password(compared);
    let (_done, ()) = cx.session().change_with_try(None, WrongTry::default(), |tx| {
        let me = SignedIn::authenticate(&tx, &key)?;
        throttle::clear(&me)?;
        if let Some(hash) = &new_hash {
            change::rehash(&me, hash)?;
        }
        change::sign_in(&me, &token_hash(&token), until, printed)?;
        let entry = me.entry();
        Ok((tx.commit(entry)?, ()))
    })?;
    Ok((token, until))
}

/// 256 random bits, written so that a leaked token is recognised as one.
pub fn fresh_token(cx: &mut Context<'_>) -> Result<Secret> {
    let mut random = zeroize::Zeroizing::new([0_u8; 32]);
    cx.session().dice.fill(random.as_mut())?;
    Ok(Secret::new(format!("pao_{}", hex(random.as_ref()))))
}

/// The password hashed at today's cost, if the stored hash was cheaper.
fn rehashed(cx: &mut Context<'_>, compared: &Compared, password: Option<&Secret>) -> Result<Option<Secret>> {
    let stored = people::lock(cx.session().read()?.view(), compared.person())?.password;
    match (stored, password) {
        (Some(stored), Some(password)) if hash::is_cheaper(&stored, cx.session().hash_cost) => {
            Ok(Some(cx.session().hashed(&password::normalised(password))?))
        }
        _ => Ok(None),
    }
}
