//! A registry that was set back is noticed by whoever has used it since: by the newest head that each of them keeps.
//!
//! What must hold: nothing is answered from a registry of which entries are gone that the caller knew, unless its owner said
//! so; and the head that shows it is kept until then.
use crate::error::{Error, Result};
use crate::rules::Code;
use crate::store::Store;
use crate::store::kept::Seen;
use crate::world::{Folders, kept_head};

/// Whether the registry is the one that the caller knew.
///
/// # Errors
/// `rolled_back`.
pub(super) fn judge(store: &Store, folders: &Folders) -> Result<()> {
    let Some(state) = folders.state.as_deref().filter(|_| !store.is_practice()) else { return Ok(()) };
    let Some(kept) = kept_head::load(state, store.path(), store.registry()) else { return Ok(()) };
    match store.seen(&kept)? {
        Seen::OnTrail | Seen::PutBack { .. } => Ok(()),
        Seen::Gone { newest } => {
            let error = Error::new(
                Code::RolledBack,
                "entries are gone from the registry that were there when it was last used here",
            )
            .detailed("kept", kept.to_string())
            .detailed("newest", newest.as_ref().map(ToString::to_string));
            Err(error.hinted(
                "ask the owner of the registry, who puts the right file back or says that it is meant: \
                 `pao db restore --in-place --older`",
            ))
        }
    }
}

/// Keeps the newest head that this command saw. Gives what is to be said, once, where entries that the caller knew are gone by
/// the owner's word.
pub(super) fn keep(store: &Store, folders: &Folders) -> Option<String> {
    let state = folders.state.as_deref().filter(|_| !store.is_practice())?;
    let newest = store.newest_head().ok()??;
    let kept = kept_head::load(state, store.path(), store.registry());
    let said = match kept.as_ref().map(|kept| store.seen(kept)) {
        Some(Ok(Seen::OnTrail)) if kept.as_ref().is_some_and(|kept| kept.seq >= newest.seq) => return None,
        None | Some(Ok(Seen::OnTrail)) => None,
        Some(Ok(Seen::PutBack { seq, at })) => {
            let last = kept.and_then(|kept| kept.seq).unwrap_or_default();
            Some(format!(
                "this registry was put back on {at} by its owner; entries {seq} to {last} that you knew are gone"
            ))
        }
        Some(Ok(Seen::Gone { .. }) | Err(_)) => return None,
    };
    kept_head::save(state, store.path(), store.registry(), &newest);
    said
}
