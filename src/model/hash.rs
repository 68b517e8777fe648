//! argon2id: how passwords, answers and mailed codes are kept, and how a typed one is compared.
//!
//! # What would hurt
//! The parameters of a comparison come from the stored row: they are clamped first, so that a hostile file cannot ask
//! for a gigabyte. Hashing takes tens of milliseconds; it never happens while a transaction is open.
//! Where there is no memory for a comparison, the process ends: a right passcode must not be counted as a wrong one.
use crate::model::secret::Secret;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{Error, PasswordHasher as _, PasswordVerifier as _};
use argon2::{Algorithm, Argon2, Params, Version};
use std::alloc::{Layout, handle_alloc_error};

/// What one hash costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HashCost {
    /// Memory in KiB.
    pub memory_kib: u32,
    /// Passes over it.
    pub passes: u32,
}

impl HashCost {
    /// The least that OWASP's password storage advice allows: 19 MiB, two passes, one lane.
    pub const OWASP: HashCost = HashCost { memory_kib: 19_456, passes: 2 };
}

/// The most that a stored hash may ask for.
const MOST: HashCost = HashCost { memory_kib: 262_144, passes: 10 };

fn engine(cost: HashCost) -> Option<Argon2<'static>> {
    let params = Params::new(cost.memory_kib, cost.passes, 1, None).ok()?;
    Some(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// The PHC string of a secret with this salt; nothing only if the cost is beyond what argon2 knows.
pub fn hash(secret: &Secret, salt: &[u8; 16], cost: HashCost) -> Option<Secret> {
    let hashed = engine(cost)?.hash_password_with_salt(secret.reveal().as_bytes(), salt);
    let hashed = had_memory(hashed, cost.memory_kib).ok()?;
    Some(Secret::new(hashed.to_string()))
}

/// Whether a secret is the one that a PHC string was made from. Constant time once the hash is computed.
pub fn matches(secret: &Secret, phc: &Secret) -> bool {
    let Ok(stored) = PasswordHash::new(phc.reveal()) else { return false };
    let Ok(params) = Params::try_from(&stored) else { return false };
    let sane = stored.algorithm.as_str() == "argon2id"
        && params.m_cost() <= MOST.memory_kib
        && params.t_cost() <= MOST.passes
        && params.p_cost() <= 4;
    let verify = || Argon2::default().verify_password(secret.reveal().as_bytes(), &stored);
    sane && had_memory(verify(), params.m_cost()).is_ok()
}

/// What argon2 found; without memory it has found nothing, and this process ends as any that gets none.
fn had_memory<T>(found: Result<T, Error>, memory_kib: u32) -> Result<T, Error> {
    if matches!(found, Err(Error::OutOfMemory)) {
        handle_alloc_error(Layout::array::<[u8; 1024]>(memory_kib as usize).unwrap_or(Layout::new::<()>()));
    }
    found
}

/// Whether a stored hash was made at a lower cost than `cost`, so that it is made anew at the next sign-in.
pub fn is_cheaper(phc: &Secret, cost: HashCost) -> bool {
    let params = PasswordHash::new(phc.reveal()).ok().and_then(|stored| Params::try_from(&stored).ok());
    params.is_none_or(|params| params.m_cost() < cost.memory_kib || params.t_cost() < cost.passes)
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHEAP: HashCost = HashCost { memory_kib: 8, passes: 1 };

    #[test]
    fn a_secret_matches_its_own_hash_only() {
        let phc = hash(&Secret::new("plum kettle".into()), &[7; 16], CHEAP).unwrap();
        assert!(phc.reveal().starts_with("$argon2id$v=19$"));
        assert!(matches(&Secret::new("plum kettle".into()), &phc));
        assert!(!matches(&Secret::new("plum kettlE".into()), &phc));
        assert!(is_cheaper(&phc, HashCost::OWASP) && !is_cheaper(&phc, CHEAP));
    }

    #[test]
    fn a_hostile_hash_is_refused_before_it_costs_anything() {
        let phc = hash(&Secret::new("x".into()), &[7; 16], CHEAP).unwrap();
        for hostile in ["m=1048576,t=1", "m=8,t=4000", "m=4294967295,t=1"] {
            let text = phc.reveal().replace("m=8,t=1", hostile);
            assert!(!matches(&Secret::new("x".into()), &Secret::new(text)), "{hostile}");
        }
        assert!(!matches(&Secret::new("x".into()), &Secret::new(phc.reveal().replace("argon2id", "argon2i"))));
        assert!(!matches(&Secret::new("x".into()), &Secret::new("rubbish".into())));
    }
}
