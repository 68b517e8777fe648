//! Which command this is. A type, so that the audit trail, tokens, schemas and help can name a command and none can be misspelt.

crate::words! {
    /// Every command that does something, in the order of help; its word is what the audit trail calls it.
    CommandId {
        Demo "demo",
        Init "init",
        Register "register",
        Login "login",
        Logout "logout",
        Whoami "whoami",
        Status "status",
        Start "start",
        Authorize "authorize",
        RequestPasscode "request-passcode",
        TokenCreate "token.create",
        TokenList "token.list",
        TokenRevoke "token.revoke",
        AccountVerify "account.verify",
        AccountResendCode "account.resend-code",
        AccountShow "account.show",
        AccountUpdate "account.update",
        AccountChangePassword "account.change-password",
        AccountRecover "account.recover",
        AccountReset "account.reset",
        AccountReverseEmail "account.reverse-email",
        AccountSignIns "account.sign-ins",
        AccountSignOutAll "account.sign-out-all",
        AccountClose "account.close",
        AccessAdd "access.add",
        AccessUpdate "access.update",
        AccessRevoke "access.revoke",
        AccessLeave "access.leave",
        AccessList "access.list",
        AccessShow "access.show",
        AccessHistory "access.history",
        AccessDiff "access.diff",
        AccessTree "access.tree",
        AccessImport "access.import",
        AccessExport "access.export",
        ContactList "contact.list",
        ContactSet "contact.set",
        ContactClear "contact.clear",
        ContactSetPrimary "contact.set-primary",
        Can "can",
        Nominate "nominate",
        Approve "approve",
        Decline "decline",
        NominationList "nomination.list",
        NominationShow "nomination.show",
        NominationWithdraw "nomination.withdraw",
        EntitlementGrant "entitlement.grant",
        EntitlementRevoke "entitlement.revoke",
        EntitlementList "entitlement.list",
        ProvisionSubmit "provision.submit",
        ProvisionList "provision.list",
        ProvisionShow "provision.show",
        ProvisionCancel "provision.cancel",
        ProvisionEnd "provision.end",
        ProvisionAcceptTerms "provision.accept-terms",
        ProvisionReceive "provision.receive",
        ProvisionComplete "provision.complete",
        ProvisionReject "provision.reject",
        ProviderList "provider.list",
        ProviderAdd "provider.add",
        ProviderRetire "provider.retire",
        SiteEnroll "site.enroll",
        SiteImport "site.import",
        SiteList "site.list",
        SiteShow "site.show",
        SiteUpdate "site.update",
        SiteResendWelcome "site.resend-welcome",
        SiteWithdraw "site.withdraw",
        SiteClose "site.close",
        PersonShow "person.show",
        OperatorAdd "operator.add",
        OperatorRemove "operator.remove",
        OperatorList "operator.list",
        OperatorReset "operator.reset",
        ConfigList "config.list",
        ConfigGet "config.get",
        ConfigSet "config.set",
        ConfigUnset "config.unset",
        OutboxList "outbox.list",
        OutboxShow "outbox.show",
        OutboxDeliver "outbox.deliver",
        OutboxRetry "outbox.retry",
        OutboxTest "outbox.test",
        AuditList "audit.list",
        AuditShow "audit.show",
        AuditExport "audit.export",
        AuditVerify "audit.verify",
        AuditHead "audit.head",
        Maintain "maintain",
        DbPath "db.path",
        DbCheck "db.check",
        DbStats "db.stats",
        DbBackup "db.backup",
        DbRestore "db.restore",
        DbAcceptTime "db.accept-time",
        DbMigrate "db.migrate",
        Rules "rules",
        Explain "explain",
        Help "help",
        Schema "schema",
        Completions "completions",
        Man "man",
        SshCommand "ssh-command",
        SshKeys "ssh-keys",
    }
}

impl CommandId {
    /// The words that are typed after `pao`.
    pub fn words(self) -> String {
        self.word().replace('.', " ")
    }

    /// The command that is typed as these words.
    pub fn of_words(words: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|id| id.word().split('.').eq(words.split(' ')))
    }
}

impl CommandId {
    /// Whether it looks at the file as it is, so that it works whatever became of that.
    pub const fn is_about_the_file(self) -> bool {
        matches!(
            self,
            Self::AuditList
                | Self::AuditShow
                | Self::AuditExport
                | Self::AuditVerify
                | Self::AuditHead
                | Self::DbPath
                | Self::DbCheck
                | Self::DbStats
                | Self::DbBackup
                | Self::DbRestore
                | Self::DbAcceptTime
                | Self::DbMigrate
                | Self::Logout
        )
    }
}

/// Which of the shared options a command takes (cli.md, "Global options and environment").
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Takes {
    /// `--site`: it is about one site.
    pub site: bool,
    /// `--dry-run`: it changes something.
    pub dry_run: bool,
    /// `--yes` is needed without a terminal: it is hard to undo.
    pub hard: bool,
    /// `--limit`, `--after`, `--columns`, `--no-header`, and csv: it prints a list.
    pub list: bool,
    /// It asks for a password, so its help shows `--password-file`.
    pub password: bool,
}

const NONE: Takes = Takes { site: false, dry_run: false, hard: false, list: false, password: false };

impl CommandId {
    /// Which of the shared options it takes; the others are refused, and its help does not show them.
    #[expect(clippy::too_many_lines, reason = "a line for each command")]
    pub const fn takes(self) -> Takes {
        match self {
            Self::Demo
            | Self::Logout
            | Self::Whoami
            | Self::Start
            | Self::AccountShow
            | Self::AccountReset
            | Self::PersonShow
            | Self::ConfigGet
            | Self::OutboxShow
            | Self::AuditShow
            | Self::AuditVerify
            | Self::AuditHead
            | Self::DbPath
            | Self::DbCheck
            | Self::DbStats
            | Self::Explain
            | Self::Help
            | Self::Schema
            | Self::Completions
            | Self::Man
            | Self::SshCommand
            | Self::SshKeys => NONE,
            Self::Init
            | Self::AccountResendCode
            | Self::Register
            | Self::AccountUpdate
            | Self::AccountChangePassword
            | Self::OperatorAdd => Takes { dry_run: true, password: true, ..NONE },
            Self::TokenCreate => Takes { site: true, dry_run: true, password: true, ..NONE },
            Self::Login | Self::AccountVerify => Takes { password: true, ..NONE },
            Self::Status
            | Self::TokenList
            | Self::AccountSignIns
            | Self::ProviderList
            | Self::SiteList
            | Self::OperatorList
            | Self::ConfigList
            | Self::OutboxList
            | Self::Rules => Takes { list: true, ..NONE },
            Self::Authorize
            | Self::AccessShow
            | Self::AccessTree
            | Self::Can
            | Self::NominationShow
            | Self::ProvisionShow
            | Self::SiteShow => Takes { site: true, ..NONE },
            Self::RequestPasscode
            | Self::AccessAdd
            | Self::AccessUpdate
            | Self::ContactSet
            | Self::ContactClear
            | Self::Nominate
            | Self::Approve
            | Self::Decline
            | Self::NominationWithdraw
            | Self::EntitlementGrant
            | Self::EntitlementRevoke
            | Self::ProvisionSubmit
            | Self::ProvisionReceive
            | Self::ProvisionComplete
            | Self::ProvisionReject
            | Self::SiteUpdate
            | Self::SiteResendWelcome => Takes { site: true, dry_run: true, ..NONE },
            Self::TokenRevoke
            | Self::AccountRecover
            | Self::AccountReverseEmail
            | Self::AccountSignOutAll
            | Self::ProviderAdd
            | Self::ProviderRetire
            | Self::SiteEnroll
            | Self::SiteImport
            | Self::OperatorReset
            | Self::ConfigSet
            | Self::ConfigUnset
            | Self::OutboxDeliver
            | Self::OutboxRetry
            | Self::OutboxTest
            | Self::Maintain
            | Self::DbBackup
            | Self::DbMigrate => Takes { dry_run: true, ..NONE },
            Self::DbRestore | Self::DbAcceptTime => Takes { dry_run: true, hard: true, ..NONE },
            Self::AccountClose | Self::OperatorRemove => Takes { dry_run: true, hard: true, password: true, ..NONE },
            Self::AccessRevoke
            | Self::AccessLeave
            | Self::AccessImport
            | Self::ProvisionCancel
            | Self::ProvisionEnd
            | Self::ProvisionAcceptTerms => Takes { site: true, dry_run: true, hard: true, ..NONE },
            Self::AccessList
            | Self::AccessHistory
            | Self::AccessDiff
            | Self::AccessExport
            | Self::ContactList
            | Self::NominationList
            | Self::EntitlementList
            | Self::ProvisionList
            | Self::AuditList
            | Self::AuditExport => Takes { site: true, list: true, ..NONE },
            Self::ContactSetPrimary | Self::SiteWithdraw | Self::SiteClose => {
                Takes { site: true, dry_run: true, hard: true, password: true, ..NONE }
            }
        }
    }
}
