//! What becomes of requests when their site is closed: open ones are cancelled (R1), gateways end. Otherwise the domains of
//! a closed site would be held for good, and the site that takes its place could not have them.
use crate::error::Result;
use crate::model::provision::RequestStatus;
use crate::model::standing::{Person, SiteFacts};
use crate::notice::Kind;
use crate::store::WriteTx;
use crate::store::authority::operator::OperatorAuthority;
use crate::store::change::provisions as change;
use crate::store::query::provisions;

use super::shown;
use super::telling::{News, tell};

/// Ends what goes on at a site that is being closed, and tells those concerned. Gives the numbers of the requests.
///
/// # Errors
/// What SQLite says.
pub fn end_all(
    tx: &WriteTx<'_>,
    by: &OperatorAuthority<'_>,
    operator: &Person,
    site: &SiteFacts,
    reason: &str,
) -> Result<Vec<i64>> {
    let view = tx.view();
    // The column holds no more characters than a reason has.
    let reason: String = format!("the site was closed: {reason}").chars().take(500).collect();
    let mut ended = Vec::new();
    for request in provisions::going_on(view, &site.site)? {
        let kind = match change::close(by, &request, &reason)? {
            RequestStatus::Cancelled => Kind::ProvisionCancelled,
            _ => Kind::ProvisionEnded,
        };
        let one = shown(view, request.number)?;
        tell(by, view, kind, &News { request: &request, shown: &one, site, by: operator })?;
        ended.push(request.number);
    }
    Ok(ended)
}
