//! Every kind of letter (product.md, "The notices"), each with its template and the name of its secret line.
//!
//! What must hold: the words are the contract of cli.md (`X-Pao-Notice`, `message.kind`). A kind has exactly one
//! template, `texts/<kind>.txt`, in the form that `template` describes.
use super::template::{Field, Template};

crate::words! {
    /// The kinds of letters that `pao` writes.
    Kind {
        /// A site is enrolled: the Welcome letter with its temporary passcode.
        Welcome "welcome",
        /// An address is to be proven: a registration, or a change of address.
        Verification "verification",
        /// Somebody tried to register an address that has an ID.
        AlreadyRegistered "already-registered",
        /// A temporary passcode that was asked for.
        Passcode "passcode",
        /// The Primary Contact came in for the first time.
        SiteActive "site-active",
        /// A person was given access.
        AccessGranted "access-granted",
        /// Somebody's role, privileges or end date changed.
        AccessChanged "access-changed",
        /// Access was revoked, left, or reached its end date.
        AccessEnded "access-ended",
        /// An end date comes near.
        AccessExpiring "access-expiring",
        /// The Primary Contact was handed over.
        PrimaryChanged "primary-changed",
        /// Somebody else changed the contacts of record.
        ContactsChanged "contacts-changed",
        /// A nomination waits for the Primary Contact, for the first time or still.
        NominationReceived "nomination-received",
        /// A nomination was approved.
        NominationApproved "nomination-approved",
        /// A nomination was declined.
        NominationDeclined "nomination-declined",
        /// A nomination was withdrawn, or access was given otherwise.
        NominationWithdrawn "nomination-withdrawn",
        /// A nomination was not answered in time.
        NominationExpired "nomination-expired",
        /// A provisioning request was filed.
        ProvisionSubmitted "provision-submitted",
        /// A provisioning request is being worked on.
        ProvisionReceived "provision-received",
        /// A gateway is provisioned.
        ProvisionComplete "provision-complete",
        /// A provisioning request was rejected.
        ProvisionRejected "provision-rejected",
        /// A provisioning request was cancelled.
        ProvisionCancelled "provision-cancelled",
        /// A provisioned gateway is no longer served.
        ProvisionEnded "provision-ended",
        /// A gateway's certificate ends soon.
        CertificateExpiring "certificate-expiring",
        /// A site was closed.
        SiteClosed "site-closed",
        /// A sleeping site was withdrawn.
        SiteWithdrawn "site-withdrawn",
        /// A forgotten password.
        Recovery "recovery",
        /// A password was changed.
        PasswordChanged "password-changed",
        /// Mail goes to another address from now on.
        EmailChanged "email-changed",
        /// Too many failed tries.
        SignInLocked "sign-in-locked",
        /// An ID was closed.
        AccountClosed "account-closed",
        /// Somebody became an operator.
        OperatorNamed "operator-named",
        /// Somebody is no longer an operator.
        OperatorRemoved "operator-removed",
        /// An automation token was made.
        TokenCreated "token-created",
        /// A copy was put into the place of the registry.
        RegistryRestored "registry-restored",
        /// The head of the audit trail, to be kept elsewhere.
        AuditHead "audit-head",
        /// Whether letters arrive.
        Test "test",
    }
}

impl Kind {
    /// What stands before the colon on the line with the secret, for the kinds that may carry one.
    pub const fn secret_label(self) -> Option<&'static str> {
        match self {
            Self::Welcome | Self::Passcode => Some("Temporary passcode"),
            Self::Verification => Some("Verification code"),
            Self::Recovery => Some("Recovery code"),
            Self::EmailChanged => Some("Reversal code"),
            _ => None,
        }
    }

    /// The facts its template speaks of, each once; not the secret and not whom to ask, which are always at hand.
    pub fn fields(self) -> Vec<Field> {
        Template::of(self).fields()
    }

    /// The text that a letter of this kind is made from.
    pub(super) const fn source(self) -> &'static str {
        match self {
            Self::Welcome => include_str!("texts/welcome.txt"),
            Self::Verification => include_str!("texts/verification.txt"),
            Self::AlreadyRegistered => include_str!("texts/already-registered.txt"),
            Self::Passcode => include_str!("texts/passcode.txt"),
            Self::SiteActive => include_str!("texts/site-active.txt"),
            Self::AccessGranted => include_str!("texts/access-granted.txt"),
            Self::AccessChanged => include_str!("texts/access-changed.txt"),
            Self::AccessEnded => include_str!("texts/access-ended.txt"),
            Self::AccessExpiring => include_str!("texts/access-expiring.txt"),
            Self::PrimaryChanged => include_str!("texts/primary-changed.txt"),
            Self::ContactsChanged => include_str!("texts/contacts-changed.txt"),
            Self::NominationReceived => include_str!("texts/nomination-received.txt"),
            Self::NominationApproved => include_str!("texts/nomination-approved.txt"),
            Self::NominationDeclined => include_str!("texts/nomination-declined.txt"),
            Self::NominationWithdrawn => include_str!("texts/nomination-withdrawn.txt"),
            Self::NominationExpired => include_str!("texts/nomination-expired.txt"),
            Self::ProvisionSubmitted => include_str!("texts/provision-submitted.txt"),
            Self::ProvisionReceived => include_str!("texts/provision-received.txt"),
            Self::ProvisionComplete => include_str!("texts/provision-complete.txt"),
            Self::ProvisionRejected => include_str!("texts/provision-rejected.txt"),
            Self::ProvisionCancelled => include_str!("texts/provision-cancelled.txt"),
            Self::ProvisionEnded => include_str!("texts/provision-ended.txt"),
            Self::CertificateExpiring => include_str!("texts/certificate-expiring.txt"),
            Self::SiteClosed => include_str!("texts/site-closed.txt"),
            Self::SiteWithdrawn => include_str!("texts/site-withdrawn.txt"),
            Self::Recovery => include_str!("texts/recovery.txt"),
            Self::PasswordChanged => include_str!("texts/password-changed.txt"),
            Self::EmailChanged => include_str!("texts/email-changed.txt"),
            Self::SignInLocked => include_str!("texts/sign-in-locked.txt"),
            Self::AccountClosed => include_str!("texts/account-closed.txt"),
            Self::OperatorNamed => include_str!("texts/operator-named.txt"),
            Self::OperatorRemoved => include_str!("texts/operator-removed.txt"),
            Self::TokenCreated => include_str!("texts/token-created.txt"),
            Self::RegistryRestored => include_str!("texts/registry-restored.txt"),
            Self::AuditHead => include_str!("texts/audit-head.txt"),
            Self::Test => include_str!("texts/test.txt"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Kind;

    /// The table of product.md, in its order, without what nothing sends yet.
    const NOTICES: &str = "welcome verification already-registered passcode site-active access-granted access-changed \
        access-ended access-expiring primary-changed contacts-changed nomination-received nomination-approved \
        nomination-declined nomination-withdrawn nomination-expired provision-submitted provision-received \
        provision-complete provision-rejected provision-cancelled provision-ended certificate-expiring site-closed \
        site-withdrawn recovery password-changed email-changed sign-in-locked account-closed operator-named \
        operator-removed token-created registry-restored audit-head test";

    #[test]
    fn the_kinds_are_those_of_the_table() {
        let words: Vec<_> = Kind::ALL.iter().map(|kind| kind.word()).collect();
        assert_eq!(words, NOTICES.split_whitespace().collect::<Vec<_>>());
        assert_eq!(Kind::parse("site-closed", "kind"), Ok(Kind::SiteClosed));
        assert!(Kind::parse("closed", "kind").is_err());
    }

    #[test]
    fn every_kind_reads_the_template_of_its_name() {
        // One sentence of each neighbourhood that could be mixed up.
        for (kind, words) in [
            (Kind::AccessGranted, "gave you access"),
            (Kind::AccessChanged, "changed your access"),
            (Kind::NominationApproved, "approved your nomination"),
            (Kind::NominationDeclined, "declined your nomination"),
            (Kind::ProvisionReceived, "was received"),
            (Kind::ProvisionComplete, "was added"),
            (Kind::ProvisionRejected, "was rejected"),
            (Kind::ProvisionCancelled, "was cancelled"),
            (Kind::ProvisionEnded, "no longer served"),
            (Kind::SiteClosed, "was closed"),
            (Kind::SiteWithdrawn, "was withdrawn"),
            (Kind::PasswordChanged, "password was changed"),
            (Kind::EmailChanged, "address of your ID was changed"),
            (Kind::OperatorNamed, "new operator"),
            (Kind::OperatorRemoved, "was removed"),
        ] {
            assert!(kind.source().contains(words), "{kind}");
        }
    }
}
