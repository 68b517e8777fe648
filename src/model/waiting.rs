//! What waits for somebody (cli.md, `status`): the matter, where, about whom, until when, and the command that deals with
//! it.
//!
//! What must hold: [`Matter::ALL`] stands in the order of urgency; that order is the order of the list.
use crate::model::email::Address;
use crate::model::moment::Moment;
use crate::model::shell::CommandLine;
use crate::model::site::SiteNumber;
use schemars::JsonSchema;
use serde::Serialize;

crate::words! {
    /// Why somebody should do something, the most urgent first.
    Matter {
        /// A site sleeps until its Primary Contact has come in.
        Passcode "passcode",
        /// Letters could not be delivered and are not tried again.
        LettersFailed "letters-failed",
        /// Letters wait to be delivered.
        LettersQueued "letters-queued",
        /// Somebody asks for access; the Primary Contact answers.
        Nomination "nomination",
        /// One's own nomination has no answer yet.
        OwnNomination "own-nomination",
        /// Access ends by itself within 30 days.
        AccessEnds "access-ends",
        /// A request for a gateway is past its due date.
        RequestOverdue "request-overdue",
        /// A request for a gateway is on its way.
        RequestOpen "request-open",
        /// A provider's terms of service are not accepted.
        Terms "terms",
        /// The certificate of a gateway ends within 30 days, or has ended.
        CertificateEnds "certificate-ends",
        /// People hold access that was given by somebody who has none any more.
        GiverGone "giver-gone",
        /// Nobody could stand in for the Primary Contact.
        NoSecondary "no-secondary",
    }
}

/// One line of `status`.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Waiting {
    /// Its place in the list, from 1: what `--after` takes.
    pub place: usize,
    pub what: Matter,
    /// Whether it comes before the rest of its kind.
    #[serde(skip)]
    pub first: bool,
    /// The site it is about; none where it is about the whole registry.
    pub site: Option<SiteNumber>,
    /// Whom it is about; nobody where it is about the site.
    pub id: Option<Address>,
    /// The moment after which it is too late, or overdue.
    pub due: Option<Moment>,
    /// What to type.
    pub command: CommandLine,
    /// The same for people, in one sentence.
    #[serde(skip)]
    pub words: String,
}
