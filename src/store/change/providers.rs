//! Public messaging providers: added, amended, retired. The vendor's work.
use crate::error::Result;
use crate::model::provider::{Protocol, ProviderName, TermsUrl};
use crate::store::authority::operator::OperatorAuthority;

/// What is said about a provider.
#[derive(Debug)]
pub struct Summary {
    pub name: ProviderName,
    pub protocol: Protocol,
    pub terms_url: TermsUrl,
    pub terms_version: String,
}

/// Adds a provider, or says where its terms stand now; one that was retired is back. The protocol of one that is there
/// stays. Terms that were accepted stay accepted, in the version of then.
///
/// # Errors
/// What SQLite says; the same for all functions here.
pub fn put(by: &OperatorAuthority<'_>, summary: &Summary) -> Result<()> {
    by.tx().conn.execute(
        "INSERT INTO provider (provider, protocol, terms_url, terms_version) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (provider) DO UPDATE SET terms_url = ?3, terms_version = ?4, retired_at = NULL",
        (&summary.name, summary.protocol, summary.terms_url.as_str(), &summary.terms_version),
    )?;
    Ok(())
}

/// Retires a provider: it is closed for every gateway, and no new one may ask for it.
pub fn retire(by: &OperatorAuthority<'_>, name: &ProviderName) -> Result<()> {
    let sql = "UPDATE provider SET retired_at = ?2 WHERE provider = ?1 AND retired_at IS NULL";
    by.tx().conn.execute(sql, (name, by.tx().view().at()))?;
    Ok(())
}
