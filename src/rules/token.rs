//! What an automation token is good for (`token_scope`): the commands that each action of `pao can` covers.
//!
//! What must hold: no action covers what asks for the password again
//! (R19), what concerns an account, sign-ins and tokens themselves, the vendor's work, or the file. A token never widens
//! anything: whatever it covers is then judged by every other rule, as if its owner had asked.
use crate::model::action::Action;
use crate::model::command_id::CommandId;
use crate::model::shell::pao;
use crate::model::site::SiteNumber;
use crate::model::standing::{Person, Standing};
use crate::model::token::{Scope, words};
use crate::rules::can::{Answer, Circumstances, judge};
use crate::rules::{Code, Refusal};

/// Which tokens are good for a command.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Cover {
    /// Every one: the command says what the token itself is and may do.
    Every,
    /// Those with one of these actions.
    With(&'static [Action]),
    /// None.
    None,
}

/// Seconds that a token lasts, at most (cli.md).
pub const LONGEST: i64 = 365 * 86_400;

/// Which tokens cover a command.
#[expect(
    clippy::too_many_lines,
    clippy::match_same_arms,
    reason = "a line for each command, each group with its reason"
)]
pub const fn cover(command: CommandId) -> Cover {
    match command {
        CommandId::Whoami | CommandId::Can => Cover::Every,
        CommandId::SiteShow => Cover::With(&[Action::Enter]),
        // One's own access goes with being there; that of others asks for `list-access` again, as the list does.
        CommandId::AccessShow => Cover::With(&[Action::Enter, Action::ListAccess]),
        CommandId::AccessList
        | CommandId::AccessHistory
        | CommandId::AccessDiff
        | CommandId::AccessTree
        | CommandId::AccessExport => Cover::With(&[Action::ListAccess]),
        // Users by the one, Secondary Contacts by the other: asked again where it is known whom it is about.
        CommandId::AccessAdd | CommandId::AccessUpdate | CommandId::AccessRevoke | CommandId::AccessImport => {
            Cover::With(&[Action::ChangeAccess, Action::NameSecondary])
        }
        CommandId::NominationList | CommandId::NominationShow | CommandId::Approve | CommandId::Decline => {
            Cover::With(&[Action::DecideNominations])
        }
        CommandId::ContactList | CommandId::ContactSet | CommandId::ContactClear => {
            Cover::With(&[Action::UpdateContacts])
        }
        CommandId::EntitlementList => Cover::With(&[Action::ViewEntitlements]),
        CommandId::ProviderList
        | CommandId::ProvisionList
        | CommandId::ProvisionShow
        | CommandId::ProvisionSubmit
        | CommandId::ProvisionCancel
        | CommandId::ProvisionEnd => Cover::With(&[Action::Provision]),
        // An agreement with a provider is made by a person.
        CommandId::ProvisionAcceptTerms => Cover::None,
        // Coming in, asking for access, leaving, handing over: each person for themselves.
        CommandId::Authorize
        | CommandId::RequestPasscode
        | CommandId::Nominate
        | CommandId::NominationWithdraw
        | CommandId::AccessLeave
        | CommandId::ContactSetPrimary => Cover::None,
        // Accounts, sign-ins and tokens.
        CommandId::Init
        | CommandId::Register
        | CommandId::Login
        | CommandId::Logout
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
        | CommandId::TokenCreate
        | CommandId::TokenList
        | CommandId::TokenRevoke => Cover::None,
        // More than one site, or what the site's people did.
        CommandId::SiteList | CommandId::AuditList | CommandId::AuditShow | CommandId::Start | CommandId::Status => {
            Cover::None
        }
        // The vendor's work.
        CommandId::SiteEnroll
        | CommandId::SiteImport
        | CommandId::SiteUpdate
        | CommandId::SiteResendWelcome
        | CommandId::SiteWithdraw
        | CommandId::SiteClose
        | CommandId::PersonShow
        | CommandId::OperatorAdd
        | CommandId::OperatorRemove
        | CommandId::OperatorList
        | CommandId::OperatorReset
        | CommandId::EntitlementGrant
        | CommandId::EntitlementRevoke
        | CommandId::ProvisionReceive
        | CommandId::ProvisionComplete
        | CommandId::ProvisionReject
        | CommandId::ProviderAdd
        | CommandId::ProviderRetire
        | CommandId::OutboxList
        | CommandId::OutboxShow
        | CommandId::OutboxDeliver
        | CommandId::OutboxRetry
        | CommandId::OutboxTest
        | CommandId::ConfigList
        | CommandId::ConfigGet
        | CommandId::ConfigSet
        | CommandId::ConfigUnset
        | CommandId::Maintain => Cover::None,
        // The file and the rules: nobody is asked who they are.
        CommandId::DbPath
        | CommandId::DbCheck
        | CommandId::DbStats
        | CommandId::DbBackup
        | CommandId::DbRestore
        | CommandId::DbAcceptTime
        | CommandId::DbMigrate
        | CommandId::AuditExport
        | CommandId::AuditVerify
        | CommandId::AuditHead
        | CommandId::Demo
        | CommandId::Rules
        | CommandId::Explain
        | CommandId::Help
        | CommandId::Schema
        | CommandId::Completions
        | CommandId::Man
        | CommandId::SshCommand
        | CommandId::SshKeys => Cover::None,
    }
}

/// Whether somebody may do this kind of thing at all, by what they came in with.
pub fn admits(person: &Person, command: CommandId) -> Result<(), Refusal> {
    let Some(scope) = &person.scope else { return Ok(()) };
    match cover(command) {
        Cover::Every => Ok(()),
        Cover::With(actions) if actions.iter().any(|action| scope.can.contains(action)) => Ok(()),
        Cover::With(actions) => Err(outside(scope, &format!("this takes {}", either(actions)))),
        Cover::None => Err(outside(scope, "no token is good for this")),
    }
}

/// The site that is meant is the token's own. Whether there is such a site is not looked at.
pub fn at_its_site(person: &Person, site: &SiteNumber) -> Result<(), Refusal> {
    match &person.scope {
        Some(scope) if scope.site != *site => Err(outside(scope, "it counts at no other site")),
        _ => Ok(()),
    }
}

/// One action that a command turns out to need.
pub fn covers(person: &Person, action: Action) -> Result<(), Refusal> {
    match &person.scope {
        Some(scope) if !scope.can.contains(&action) => Err(outside(scope, &format!("this takes {action}"))),
        _ => Ok(()),
    }
}

/// A new token covers nothing that its maker could not do now, and nothing that asks for a password.
pub fn within_own(maker: &Standing, can: &[Action], circumstances: Circumstances<'_>) -> Result<(), Refusal> {
    for action in can {
        if *action == Action::ChangePrimary {
            let why = "no token hands a site over: that asks for the password each time";
            return Err(Refusal::new(Code::TokenScope, why).hinted("leave change-primary out"));
        }
        if let Answer::No { because, .. } = judge(maker, *action, circumstances) {
            let why = format!("a token for {action} would be more than you may do yourself: {because}");
            let can = pao("can").arg(action).option("--site", &maker.site.site);
            let hint = format!("`{can}` says what would help");
            return Err(Refusal::new(Code::TokenScope, why).hinted(hint));
        }
    }
    Ok(())
}

/// What a token for these actions is not good for, and why.
fn outside(scope: &Scope, why: &str) -> Refusal {
    let (made_for, site) = (scope.words(), &scope.site);
    Refusal::new(Code::TokenScope, format!("the token was made for {made_for} at site {site}; {why}"))
        .hinted("sign in yourself, or make a token that covers it: `pao token create`")
}

fn either(actions: &[Action]) -> String {
    words(actions).replace(',', " or ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::site::SiteStatus;
    use crate::rules::cases::{person, standing};

    fn bearer(can: &[Action]) -> Person {
        let site = SiteNumber::parse("7000017", "site").unwrap();
        Person { scope: Some(Box::new(Scope { token: 1, site, can: can.to_vec() })), ..person("m@x.org") }
    }

    #[test]
    fn an_action_covers_its_deeds_at_its_site() {
        let bearer = bearer(&[Action::ListAccess]);
        for (command, good) in [
            (CommandId::AccessList, true),
            (CommandId::Whoami, true),
            (CommandId::Can, true),
            (CommandId::AccessAdd, false),
            (CommandId::TokenCreate, false),
        ] {
            assert_eq!(admits(&bearer, command).is_ok(), good, "{command}");
        }
        let site = |number| SiteNumber::parse(number, "site").unwrap();
        assert!(at_its_site(&bearer, &site("7000017")).is_ok() && at_its_site(&bearer, &site("7000018")).is_err());
        assert!(covers(&bearer, Action::ListAccess).is_ok() && covers(&bearer, Action::NameSecondary).is_err());
    }

    #[test]
    fn a_token_never_holds_more_than_its_maker() {
        let at = |role: &str| standing(person("m@x.org"), SiteStatus::Active, Some(role));
        let none = Circumstances::default();
        for (role, can, good) in [
            ("user", &[Action::Enter, Action::Download][..], true),
            ("user", &[Action::Enter, Action::ListAccess], false),
            ("secondary", &[Action::ListAccess, Action::ChangeAccess], true),
            ("secondary", &[Action::NameSecondary], false),
            ("primary", &[Action::NameSecondary, Action::DecideNominations], true),
            ("primary", &[Action::ChangePrimary], false),
            ("primary", &[Action::Provision], false),
        ] {
            let answer = within_own(&at(role), can, none).map_err(|refusal| refusal.code);
            assert_eq!(answer, if good { Ok(()) } else { Err(Code::TokenScope) }, "{role} {can:?}");
        }
        let entitled = Circumstances { entitled: true, ..none };
        assert!(within_own(&at("user"), &[Action::Provision], entitled).is_ok());
    }
}
