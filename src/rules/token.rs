//! What an automation token is good for (`token_scope`): the deeds that each action of `pao can` covers.
//!
//! What must hold: a deed without a line here is covered by nothing. No action covers what asks for the password again
//! (R19), what concerns an account, sign-ins and tokens themselves, the vendor's work, or the file. A token never widens
//! anything: whatever it covers is then judged by every other rule, as if its owner had asked.
use crate::model::action::Action;
use crate::model::site::SiteNumber;
use crate::model::standing::{Person, Standing};
use crate::model::token::{Scope, words};
use crate::rules::can::{Answer, Circumstances, judge};
use crate::rules::{Code, Refusal};

/// Which tokens are good for a deed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Cover {
    /// Every one: the deed says what the token itself is and may do.
    Every,
    /// Those with one of these actions.
    With(&'static [Action]),
    /// None.
    None,
}

/// Seconds that a token lasts, at most (cli.md).
pub const LONGEST: i64 = 365 * 86_400;

macro_rules! covers {
    ($($($deed:literal)+ => $cover:expr;)*) => {
        /// What covers a deed; nothing where nobody has decided it yet.
        pub fn decided(deed: &str) -> Option<Cover> {
            match deed { $($($deed)|+ => Some($cover),)* _ => None }
        }
    };
}

covers! {
    "whoami" "can" => Cover::Every;
    "site.show" => Cover::With(&[Action::Enter]);
    // One's own access goes with being there; that of others asks for `list-access` again, as the list does.
    "access.show" => Cover::With(&[Action::Enter, Action::ListAccess]);
    "access.list" "access.history" "access.diff" "access.tree" "access.export" => Cover::With(&[Action::ListAccess]);
    // Users by the one, Secondary Contacts by the other: asked again where it is known whom it is about.
    "access.add" "access.update" "access.revoke" "access.import" =>
        Cover::With(&[Action::ChangeAccess, Action::NameSecondary]);
    "nomination.list" "nomination.show" "approve" "decline" => Cover::With(&[Action::DecideNominations]);
    "contact.list" "contact.set" "contact.clear" => Cover::With(&[Action::UpdateContacts]);
    "entitlement.list" => Cover::With(&[Action::ViewEntitlements]);
    "provider.list" "provision.list" "provision.show" "provision.submit" "provision.cancel" "provision.end" =>
        Cover::With(&[Action::Provision]);

    // An agreement with a provider is made by a person.
    "provision.accept-terms" => Cover::None;
    // Coming in, asking to be let in, leaving, handing over: each person for themselves.
    "authorize" "request-passcode" "nominate" "nomination.withdraw" "access.leave" "contact.set-primary" => Cover::None;
    // Accounts, sign-ins and tokens.
    "init" "register" "login" "logout" "account.verify" "account.resend-code" "account.show" "account.update"
        "account.change-password" "account.recover" "account.reset" "account.reverse-email" "account.sign-ins"
        "account.sign-out-all" "account.close" "token.create" "token.list" "token.revoke" => Cover::None;
    // More than one site, or what the site's people did.
    "site.list" "audit.list" "audit.show" "start" "status" => Cover::None;
    // The vendor's work.
    "site.enroll" "site.import" "site.update" "site.resend-welcome" "site.withdraw" "site.close" "person.show"
        "operator.add" "operator.remove" "operator.list" "operator.reset" "entitlement.grant" "entitlement.revoke"
        "provision.receive" "provision.complete" "provision.reject" "provider.add" "provider.retire" "outbox.list"
        "outbox.show" "outbox.deliver" "outbox.retry" "outbox.test" "config.list" "config.get" "config.set"
        "maintain" => Cover::None;
    // The file and the book: nobody is asked who they are.
    "db.path" "db.check" "audit.verify" "audit.head" "demo" "rules" "explain" "help" "schema" "completions" "man" =>
        Cover::None;
}

/// Whether somebody may do this kind of deed at all, by what they came in with.
pub fn admits(person: &Person, deed: &str) -> Result<(), Refusal> {
    let Some(scope) = &person.scope else { return Ok(()) };
    match decided(deed).unwrap_or(Cover::None) {
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

/// One action that a deed turns out to need.
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
            let hint = format!("`pao can {action} --site {}` says what would help", maker.site.site);
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
    fn every_deed_is_decided() {
        let undecided: Vec<&str> = crate::deeds().into_iter().filter(|deed| decided(deed).is_none()).collect();
        assert!(undecided.is_empty(), "say in `covers!` which tokens are good for {undecided:?}");
    }

    #[test]
    fn what_nobody_decided_is_covered_by_nothing() {
        let everything = bearer(Action::ALL);
        assert_eq!(admits(&everything, "no.such").unwrap_err().code, Code::TokenScope);
        assert!(admits(&person("m@x.org"), "no.such").is_ok(), "whoever signed in is narrowed to nothing");
    }

    #[test]
    fn an_action_covers_its_deeds_at_its_site() {
        let bearer = bearer(&[Action::ListAccess]);
        for (deed, good) in
            [("access.list", true), ("whoami", true), ("can", true), ("access.add", false), ("token.create", false)]
        {
            assert_eq!(admits(&bearer, deed).is_ok(), good, "{deed}");
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
