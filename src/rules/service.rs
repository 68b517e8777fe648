//! Who may do what in a registry that people reach through sudo and ssh (service.md): guests what `pao` is for, its owner what keeps the
//! file, and nobody both.
//!
//! What must hold: every command is on one side, or said to be on both; a new one does not compile without it. What belongs to the owner
//! is no matter of a sign-in, and what takes a sign-in is none of the owner's.
use crate::model::command_id::CommandId;
use crate::rules::{Code, Refusal};

/// Whose a command is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Whose {
    /// Whoever is behind a call; who they are is asked where it matters.
    Guests,
    /// The owner of the file.
    Owner,
    /// Operators among the guests, and the owner.
    Both,
    /// Nobody's in particular: it opens no database.
    Anybody,
    /// Neither: it is for a file of one's own, or for sshd.
    Neither,
}

#[expect(clippy::too_many_lines, reason = "a line for each command")]
const fn whose(command: CommandId) -> Whose {
    match command {
        CommandId::Rules
        | CommandId::Explain
        | CommandId::Help
        | CommandId::Schema
        | CommandId::Completions
        | CommandId::Man => Whose::Anybody,
        CommandId::Demo | CommandId::SshKeys | CommandId::SshCommand => Whose::Neither,
        CommandId::Init
        | CommandId::OperatorReset
        | CommandId::DbPath
        | CommandId::DbBackup
        | CommandId::DbRestore
        | CommandId::DbAcceptTime
        | CommandId::DbMigrate => Whose::Owner,
        // Which settings are the owner's is asked where the key is known.
        CommandId::ConfigList
        | CommandId::ConfigGet
        | CommandId::ConfigSet
        | CommandId::ConfigUnset
        | CommandId::OutboxList
        | CommandId::OutboxDeliver
        | CommandId::OutboxRetry
        | CommandId::OutboxTest
        | CommandId::AuditExport
        | CommandId::AuditVerify
        | CommandId::AuditHead
        | CommandId::Maintain
        | CommandId::DbCheck
        | CommandId::DbStats => Whose::Both,
        CommandId::Register
        | CommandId::Login
        | CommandId::Logout
        | CommandId::Whoami
        | CommandId::Status
        | CommandId::Start
        | CommandId::Authorize
        | CommandId::RequestPasscode
        | CommandId::TokenCreate
        | CommandId::TokenList
        | CommandId::TokenRevoke
        | CommandId::AccountVerify
        | CommandId::AccountResendCode
        | CommandId::AccountShow
        | CommandId::AccountUpdate
        | CommandId::AccountChangePassword
        | CommandId::AccountRecover
        | CommandId::AccountReset
        | CommandId::AccountReverseEmail
        | CommandId::AccountSignIns
        | CommandId::AccountSignOutAll
        | CommandId::AccountClose
        | CommandId::AccessAdd
        | CommandId::AccessUpdate
        | CommandId::AccessRevoke
        | CommandId::AccessLeave
        | CommandId::AccessList
        | CommandId::AccessShow
        | CommandId::AccessHistory
        | CommandId::AccessDiff
        | CommandId::AccessTree
        | CommandId::AccessImport
        | CommandId::AccessExport
        | CommandId::ContactList
        | CommandId::ContactSet
        | CommandId::ContactClear
        | CommandId::ContactSetPrimary
        | CommandId::Can
        | CommandId::Nominate
        | CommandId::Approve
        | CommandId::Decline
        | CommandId::NominationList
        | CommandId::NominationShow
        | CommandId::NominationWithdraw
        | CommandId::EntitlementGrant
        | CommandId::EntitlementRevoke
        | CommandId::EntitlementList
        | CommandId::ProvisionSubmit
        | CommandId::ProvisionList
        | CommandId::ProvisionShow
        | CommandId::ProvisionCancel
        | CommandId::ProvisionEnd
        | CommandId::ProvisionAcceptTerms
        | CommandId::ProvisionReceive
        | CommandId::ProvisionComplete
        | CommandId::ProvisionReject
        | CommandId::ProviderList
        | CommandId::ProviderAdd
        | CommandId::ProviderRetire
        | CommandId::SiteEnroll
        | CommandId::SiteImport
        | CommandId::SiteList
        | CommandId::SiteShow
        | CommandId::SiteUpdate
        | CommandId::SiteResendWelcome
        | CommandId::SiteWithdraw
        | CommandId::SiteClose
        | CommandId::PersonShow
        | CommandId::OperatorAdd
        | CommandId::OperatorRemove
        | CommandId::OperatorList
        | CommandId::OutboxShow
        | CommandId::AuditList
        | CommandId::AuditShow => Whose::Guests,
    }
}

/// Whether this is one of the doors that somebody stands at who is not signed in: what is tried there is counted by where it comes from.
pub const fn is_a_door(command: CommandId) -> bool {
    matches!(
        command,
        CommandId::Register
            | CommandId::Login
            | CommandId::AccountVerify
            | CommandId::AccountResendCode
            | CommandId::AccountRecover
            | CommandId::AccountReset
            | CommandId::AccountReverseEmail
    )
}

/// Whether a guest may run this, whoever they are.
pub fn a_guest(command: CommandId) -> Result<(), Refusal> {
    match whose(command) {
        Whose::Guests | Whose::Both | Whose::Anybody => Ok(()),
        Whose::Owner | Whose::Neither => Err(owner_only()),
    }
}

/// Whether the owner of a registry that people reach through sudo and ssh may run this.
pub fn the_owner(command: CommandId) -> Result<(), Refusal> {
    match whose(command) {
        Whose::Owner | Whose::Both | Whose::Anybody => Ok(()),
        Whose::Neither if matches!(command, CommandId::SshKeys) => Ok(()),
        Whose::Guests | Whose::Neither => Err(no_caller()),
    }
}

/// The refusal of what takes somebody, where nobody is behind the call.
pub fn no_caller() -> Refusal {
    Refusal::new(
        Code::NoCaller,
        "nobody in particular is behind this call: the registry is shared, and its owner signs in as nobody",
    )
    .hinted("come as yourself, by `sudo -u pao pao` or by ssh; `pao help deployment` says how")
}

/// The refusal where sudo and sshd contradict each other, or say nothing.
pub fn unknown_caller() -> Refusal {
    Refusal::new(Code::NoCaller, "it cannot be told who is behind this call").hinted(
        "come by `sudo -u pao pao`, or by ssh with a key line that calls `ssh-command`; `pao help deployment` says how",
    )
}

/// The refusal of a guest at a registry that is not shared.
pub fn not_shared() -> Refusal {
    Refusal::new(
        Code::OwnerOnly,
        "this registry is not shared: it was made without --service, and is its owner's alone",
    )
    .hinted("whoever looks after it can say where the shared one is")
}

/// The refusal of what is the owner's.
pub fn owner_only() -> Refusal {
    Refusal::new(Code::OwnerOnly, "only the owner of the database file may do this")
        .hinted("run it as the user whom the file belongs to; on the machine of a shared registry type `sudo pao`")
}

#[cfg(test)]
mod tests {
    use super::{a_guest, is_a_door, the_owner};
    use crate::model::command_id::CommandId;
    use crate::rules::Code;

    #[test]
    fn nobody_is_both_but_for_what_is_said_to_be() {
        let both: Vec<&str> = CommandId::ALL
            .iter()
            .filter(|command| a_guest(**command).is_ok() && the_owner(**command).is_ok())
            .map(|command| command.word())
            .collect();
        assert_eq!(
            both.join(" "),
            "config.list config.get config.set config.unset outbox.list outbox.deliver outbox.retry outbox.test audit.export \
             audit.verify audit.head maintain db.check db.stats rules explain help schema completions man"
        );
        for (command, guest, owner) in [
            (CommandId::Login, None, Some(Code::NoCaller)),
            (CommandId::OperatorReset, Some(Code::OwnerOnly), None),
            (CommandId::Demo, Some(Code::OwnerOnly), Some(Code::NoCaller)),
            (CommandId::SshKeys, Some(Code::OwnerOnly), None),
        ] {
            assert_eq!(a_guest(command).err().map(|refusal| refusal.code), guest, "{command}");
            assert_eq!(the_owner(command).err().map(|refusal| refusal.code), owner, "{command}");
        }
    }

    #[test]
    fn doors_are_for_guests() {
        assert!(CommandId::ALL.iter().filter(|command| is_a_door(**command)).all(|command| a_guest(*command).is_ok()));
    }
}
