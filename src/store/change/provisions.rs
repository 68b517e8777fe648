//! Requests for gateways: submitted, received, decided, ended.
//!
//! What must hold: a provisioned gateway holds its domains and nobody else does; whatever ends it frees them in the same
//! transaction. Over is over: a trigger refuses to move a request that was rejected, cancelled or ended.
use crate::error::Result;
use crate::model::certificate::OnRecord;
use crate::model::domains::Domains;
use crate::model::email::Address;
use crate::model::host::Host;
use crate::model::moment::Moment;
use crate::model::person::PersonNo;
use crate::model::port::Port;
use crate::model::product::GATEWAY;
use crate::model::provider::ProviderName;
use crate::model::provision::{RequestFacts, RequestStatus};
use crate::store::WriteTx;
use crate::store::authority::applicant::ApplicantAuthority;
use crate::store::authority::operator::OperatorAuthority;
use crate::store::authority::request::{Accept, Cancel, End, RequestAuthority, Work};

/// The form, once every value is good.
#[derive(Debug)]
pub struct Form {
    pub gateway_name: String,
    pub host: Host,
    pub port: Port,
    /// The common name, which is never missing here, and who issued it.
    pub common_name: String,
    pub certificate: OnRecord,
    pub notify: Address,
    pub domains: Domains,
    pub providers: Vec<ProviderName>,
    pub replaces: Option<i64>,
}

const SUBMIT: &str =
    "INSERT INTO provision (site, product, status, gateway_name, host, port, common_name, issuer, not_after,
 notify, replaces, submitted_by, submitted_at, due_by)
 VALUES (?1, ?2, 'submitted', ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)";

/// Files a request. Gives its number.
///
/// # Errors
/// What SQLite says; the same for all functions here.
pub fn submit(by: &ApplicantAuthority<'_>, form: &Form, due_by: Moment) -> Result<i64> {
    let (conn, standing) = (by.tx().conn, by.standing());
    conn.execute(
        SUBMIT,
        rusqlite::params![
            standing.site.site,
            GATEWAY,
            form.gateway_name,
            form.host.as_str(),
            form.port.number(),
            form.common_name,
            form.certificate.issuer,
            form.certificate.not_after,
            form.notify,
            form.replaces,
            standing.person.no,
            by.tx().view().at(),
            due_by
        ],
    )?;
    let number = conn.last_insert_rowid();
    let mut domain =
        conn.prepare_cached("INSERT INTO provision_domain (request, nth, domain, held) VALUES (?1, ?2, ?3, 0)")?;
    for (nth, name) in (1_i64..).zip(form.domains.as_slice()) {
        domain.execute((number, nth, name.as_str()))?;
    }
    let mut provider = conn.prepare_cached("INSERT INTO provision_provider (request, provider) VALUES (?1, ?2)")?;
    for name in &form.providers {
        provider.execute((number, name))?;
    }
    Ok(number)
}

/// Takes a request back before it is decided.
pub fn cancel(by: &RequestAuthority<'_, Cancel>, reason: Option<&str>) -> Result<()> {
    finish(by.tx(), by.request().number, RequestStatus::Cancelled, by.standing().person.no, reason)
}

/// Ends a gateway: its domains are free again.
pub fn end(by: &RequestAuthority<'_, End>, reason: Option<&str>) -> Result<()> {
    finish(by.tx(), by.request().number, RequestStatus::Ended, by.standing().person.no, reason)
}

/// Somebody works on it.
pub fn receive(by: &RequestAuthority<'_, Work>) -> Result<()> {
    let sql = "UPDATE provision SET status = 'received', received_at = ?2 WHERE request = ?1";
    by.tx().conn.execute(sql, (by.request().number, by.tx().view().at()))?;
    Ok(())
}

/// The gateway is served and holds its domains; `replaced`, one of the same site, is served no longer.
pub fn complete(by: &RequestAuthority<'_, Work>, replaced: Option<&RequestFacts>) -> Result<()> {
    let (number, who) = (by.request().number, by.standing().person.no);
    if let Some(old) = replaced {
        finish(by.tx(), old.number, RequestStatus::Ended, who, Some(&format!("replaced by request {number}")))?;
    }
    finish(by.tx(), number, RequestStatus::Provisioned, who, None)
}

/// No, and why.
pub fn reject(by: &RequestAuthority<'_, Work>, reason: &str) -> Result<()> {
    finish(by.tx(), by.request().number, RequestStatus::Rejected, by.standing().person.no, Some(reason))
}

/// What goes on at a site that is being closed: an open request is cancelled, a gateway ends. Gives what became of it.
pub fn close(by: &OperatorAuthority<'_>, request: &RequestFacts, reason: &str) -> Result<RequestStatus> {
    let status = if request.status.is_open() { RequestStatus::Cancelled } else { RequestStatus::Ended };
    finish(by.tx(), request.number, status, by.person().no, Some(reason))?;
    Ok(status)
}

/// Accepts the current terms of a provider for the gateway. Gives whether they were not accepted before.
pub fn accept(by: &RequestAuthority<'_, Accept>, provider: &ProviderName) -> Result<bool> {
    let accepted = by.tx().conn.execute(
        "UPDATE provision_provider SET accepted_at = ?3, accepted_by = ?4,
         terms_version = (SELECT terms_version FROM provider WHERE provider = ?2)
         WHERE request = ?1 AND provider = ?2 AND accepted_at IS NULL",
        (by.request().number, provider, by.tx().view().at(), by.standing().person.no),
    )?;
    Ok(accepted == 1)
}

fn finish(tx: &WriteTx<'_>, number: i64, status: RequestStatus, by: PersonNo, reason: Option<&str>) -> Result<()> {
    tx.conn.execute(
        "UPDATE provision SET status = ?2, decided_at = ?3, decided_by = ?4, reason = ?5 WHERE request = ?1",
        (number, status, tx.view().at(), by, reason),
    )?;
    let held = status == RequestStatus::Provisioned;
    tx.conn.execute("UPDATE provision_domain SET held = ?2 WHERE request = ?1 AND held <> ?2", (number, held))?;
    Ok(())
}
