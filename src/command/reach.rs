//! How whoever comes by ssh types what they are told to type: as the registry says (`care.reach`).
use crate::model::behind::Guest;
use crate::model::way::Prefix;
use crate::store::Store;
use crate::store::query::settings;
use crate::world::World;

/// What stands in the place of `pao` for a guest by ssh; nothing where nobody came that way, or where the registry cannot say.
pub fn of(world: &World) -> Option<Prefix> {
    let Guest::Ssh { .. } = world.behind.guest()? else { return None };
    let database = world.folders.for_database("").ok()?;
    let mut store = Store::glance(&database).ok()?;
    settings::reach(store.read_at_any_time(world.clock.now()).ok()?.view()).ok()
}
