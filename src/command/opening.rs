//! The file is opened, for whoever is behind the call.
//!
//! What must hold: guests get a shared registry and nothing else, its owner only what keeps it, and everybody else a file of their own.
use crate::error::Result;
use crate::model::behind::Behind;
use crate::model::command_id::CommandId;
use crate::model::moment::Moment;
use crate::rules;
use crate::store::Store;
use crate::store::change::sources;
use crate::ui::progress::Progress;
use crate::world::{Folders, World};
use std::cell::OnceCell;
use std::path::PathBuf;

use super::kept_head;
use super::options::Options;

/// Where the database is, or will be.
///
/// # Errors
/// `invalid_value` for a URI; `io` where no folder for data is known.
pub(super) fn database(options: &Options, folders: &Folders) -> Result<PathBuf> {
    match &options.db {
        Some(typed) => crate::store::absolute(typed, folders.working.as_deref()),
        None => folders.for_database("say where it is with `--db` or `PAO_DB`"),
    }
}

/// Where a command comes from.
pub(super) struct Whence<'w> {
    pub(super) folders: &'w Folders,
    pub(super) behind: &'w Behind,
    pub(super) command: CommandId,
    pub(super) now: Moment,
}

impl<'w> Whence<'w> {
    pub(super) fn of(world: &'w World, command: CommandId) -> Self {
        Self { folders: &world.folders, behind: &world.behind, command, now: world.clock.now() }
    }
}

/// The file, opened where it is not, for whoever is behind the call.
pub(super) fn opened<'s>(kept: &'s mut Option<Store>, options: &Options, whence: &Whence<'_>) -> Result<&'s mut Store> {
    let folders = whence.folders;
    let store = match kept.take() {
        Some(store) => store,
        None if options.glance => Store::glance(&database(options, folders)?)?,
        None => {
            // Only a file of an older version takes long.
            let progress = OnceCell::new();
            let row = || progress.get_or_init(|| Progress::watched(options.watched, "rows read")).advance();
            let mut store = Store::open(&database(options, folders)?, folders.home.as_deref(), &row)?;
            match whence.behind {
                Behind::Guest(_) if store.is_service() => {}
                Behind::Guest(_) => return Err(rules::service::not_shared().into()),
                Behind::Unknown => return Err(rules::service::unknown_caller().into()),
                Behind::Owner { .. } | Behind::Personal if store.is_service() => {
                    rules::service::the_owner(whence.command)?;
                }
                Behind::Owner { .. } | Behind::Personal => {}
            }
            store.serve(whence.behind.clone());
            if let Behind::Guest(guest) = whence.behind
                && (rules::service::is_a_door(whence.command) || options.act_as.is_some())
            {
                // Before any address is looked at.
                sources::may_try(store.read(whence.now)?.view(), guest)?;
            }
            if options.knows_the_trail {
                kept_head::judge(&store, folders)?;
            }
            store
        }
    };
    Ok(kept.insert(store))
}
