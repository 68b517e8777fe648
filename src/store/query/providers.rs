//! Public messaging providers.
use crate::error::Result;
use crate::model::provider::{Provider, ProviderName};
use crate::store::ReadView;
use rusqlite::{OptionalExtension as _, Row};

const PROVIDER: &str = "SELECT provider, protocol, terms_url, terms_version, retired_at FROM provider";

fn provider(row: &Row<'_>) -> rusqlite::Result<Provider> {
    Ok(Provider {
        provider: row.get(0)?,
        protocol: row.get(1)?,
        terms_url: row.get(2)?,
        terms_version: row.get(3)?,
        retired_at: row.get(4)?,
    })
}

/// The provider of this name, retired or not.
///
/// # Errors
/// What SQLite says; the same for all functions here.
pub fn named(view: ReadView<'_>, name: &ProviderName) -> Result<Option<Provider>> {
    let mut select = view.conn.prepare_cached(&format!("{PROVIDER} WHERE provider = ?1"))?;
    Ok(select.query_row([name], provider).optional()?)
}

/// Providers by name: those after `after`, at most so many.
pub fn list(view: ReadView<'_>, after: Option<&str>, limit: Option<i64>) -> Result<Vec<Provider>> {
    let mut select = view.conn.prepare_cached(&format!("{PROVIDER} WHERE provider > ?1 ORDER BY provider LIMIT ?2"))?;
    let rows = select.query_map((after.unwrap_or_default(), limit.unwrap_or(-1)), provider)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
