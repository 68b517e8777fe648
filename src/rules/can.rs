//! `pao can`: may this person do this at this site, and if not, what is the smallest change that would let them.
use crate::model::access::{Privilege, Role};
use crate::model::answer::Remedy;
use crate::model::shell::{CommandLine, pao};
use crate::model::site::SiteStatus;
use crate::model::standing::Standing;
use crate::rules::{Rule, site, token};

pub use crate::model::action::Action;

/// What an action needs.
enum Need {
    Access,
    Level(Privilege, i64, Option<Rule>),
    Primary(Rule),
    Entitlement,
    Terms,
}

/// How far a site has come with a public provider (R14).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Reach {
    /// A provisioned gateway reaches it.
    Open,
    /// A gateway is provisioned for it, and its terms are not accepted.
    TermsOpen { request: i64 },
    /// The provider was retired.
    Retired,
    /// No provisioned gateway asked for it.
    #[default]
    NoGateway,
}

/// Facts that only some actions look at.
#[derive(Debug, Clone, Copy, Default)]
pub struct Circumstances<'n> {
    /// The site has a current entitlement to the gateway.
    pub entitled: bool,
    /// The provider asked about.
    pub provider: &'n str,
    pub reach: Reach,
}

/// Yes, or no with the rule (none where it is the level alone that is missing), the reason and the remedy.
#[derive(Debug, PartialEq)]
pub enum Answer {
    Yes { because: String },
    No { rule: Option<Rule>, because: String, remedy: Option<Remedy> },
}

impl Action {
    fn need(self) -> Need {
        match self {
            Action::Enter => Need::Access,
            Action::Download => Need::Level(Privilege::Tools, 1, None),
            Action::Media => Need::Level(Privilege::Tools, 2, None),
            Action::Order | Action::Renew => Need::Level(Privilege::Tools, 3, None),
            Action::ViewReports => Need::Level(Privilege::Reporting, 1, None),
            Action::ViewEntitlements => Need::Level(Privilege::Entitlements, 1, None),
            Action::UpdateEntitlements => Need::Level(Privilege::Entitlements, 2, None),
            Action::ViewDocuments => Need::Level(Privilege::Documents, 1, None),
            Action::ListAccess => Need::Level(Privilege::ManageAccess, 1, Some(Rule::R4)),
            Action::ChangeAccess => Need::Level(Privilege::ManageAccess, 2, Some(Rule::R4)),
            Action::UpdateContacts => Need::Level(Privilege::ContactUpdate, 2, Some(Rule::R12)),
            Action::NameSecondary => Need::Primary(Rule::R3),
            Action::ChangePrimary => Need::Primary(Rule::R6),
            Action::DecideNominations => Need::Primary(Rule::R11),
            Action::Provision => Need::Entitlement,
            Action::Message => Need::Terms,
        }
    }
}

/// Judges `action` for the person of `standing`; the rules are asked in the order of product.md.
pub fn judge(standing: &Standing, action: Action, circumstances: Circumstances<'_>) -> Answer {
    let number = &standing.site.site;
    if let Err(refusal) = token::covers(&standing.person, action) {
        return no(None, refusal.why, Some(other_token(standing, action)));
    }
    if standing.person.operator {
        return no(Some(Rule::R15), "operators have no part in a site", None);
    }
    if let Err(refusal) = site::active(standing) {
        let remedy = (standing.site.status == SiteStatus::AwaitingPrimary).then(|| Remedy {
            what: "the Primary Contact comes in for the first time".into(),
            who: "the Primary Contact of record".into(),
            command: Some(pao("authorize").option("--site", number)),
        });
        return no(Some(Rule::R1), refusal.why, remedy);
    }
    let Some(grant) = &standing.grant else {
        return no(Some(Rule::R16), "no access to this site", None);
    };
    match action.need() {
        Need::Access => yes(grant.role, "access of any kind"),
        Need::Level(privilege, rank, rule) => level(standing, privilege, rank, rule),
        Need::Primary(_) if grant.role == Role::Primary => yes(grant.role, "the Primary Contact decides this"),
        Need::Primary(rule) => no(Some(rule), rule.sentence(), Some(ask_primary("do it", None))),
        Need::Entitlement if circumstances.entitled => yes(grant.role, "the site holds sametime-gateway"),
        Need::Entitlement => no(
            Some(Rule::R13),
            "the site holds no current entitlement to sametime-gateway",
            Some(Remedy {
                what: "an entitlement to sametime-gateway is recorded".into(),
                who: "an operator of the vendor".into(),
                command: Some(
                    pao("entitlement grant --product sametime-gateway --quantity 1").option("--site", number),
                ),
            }),
        ),
        Need::Terms => message(standing, grant.role, circumstances),
    }
}

/// R14, and how far it is to a yes.
fn message(standing: &Standing, role: Role, circumstances: Circumstances<'_>) -> Answer {
    let (number, name) = (&standing.site.site, circumstances.provider);
    let anybody = |what: String, command: CommandLine| {
        Some(Remedy { what, who: "anybody with access to the site".into(), command: Some(command) })
    };
    let (because, remedy) = match circumstances.reach {
        Reach::Open => return yes(role, &format!("{name} is open for a gateway of the site")),
        Reach::TermsOpen { request } => (
            format!("nobody has accepted the terms of {name} for request {request}"),
            anybody(
                format!("the terms of {name} are accepted"),
                pao("provision accept-terms").arg(request).option("--provider", name).option("--site", number),
            ),
        ),
        Reach::Retired => (format!("{name} was retired"), None),
        Reach::NoGateway => (
            format!("no provisioned gateway of the site asked for {name}"),
            anybody(
                format!("a gateway that reaches {name} is provisioned, and its terms are accepted"),
                pao("provision submit").option("--provider", name).option("--site", number),
            ),
        ),
    };
    no(Some(Rule::R14), because, remedy)
}

fn level(standing: &Standing, privilege: Privilege, rank: i64, rule: Option<Rule>) -> Answer {
    let Some(grant) = &standing.grant else { return no(rule, "no access to this site", None) };
    let held = grant.levels.rank(privilege);
    let words = privilege.level_words();
    let word = |rank: i64| usize::try_from(rank).ok().and_then(|rank| words.get(rank)).copied().unwrap_or("none");
    if held >= rank {
        return yes(grant.role, &format!("{privilege}={}", word(held)));
    }
    let (number, id) = (&standing.site.site, &standing.person.id);
    let becomes_secondary =
        grant.role == Role::User && matches!(privilege, Privilege::ManageAccess | Privilege::ContactUpdate);
    let command = pao("access update").arg(id);
    let command = if becomes_secondary { command.option("--role", Role::Secondary) } else { command };
    let command = command.option(&format!("--{privilege}"), word(rank)).option("--site", number);
    let who = if becomes_secondary || grant.role == Role::Secondary {
        "the Primary Contact"
    } else {
        "the Primary Contact, or a Secondary Contact with manage-access of update"
    };
    let because = format!("needs {privilege}={}, holds {}", word(rank), word(held));
    let remedy =
        Remedy { what: format!("raise {privilege} to {}", word(rank)), who: who.into(), command: Some(command) };
    no(rule, because, Some(remedy))
}

/// What would help somebody whose token was not made for this.
fn other_token(standing: &Standing, action: Action) -> Remedy {
    Remedy {
        what: format!("a token is made that covers {action}"),
        who: standing.person.id.to_string(),
        command: Some(pao("token create").option("--can", action).option("--site", &standing.site.site)),
    }
}

fn ask_primary(what: &str, command: Option<CommandLine>) -> Remedy {
    Remedy { what: format!("the Primary Contact is asked to {what}"), who: "the Primary Contact".into(), command }
}

fn yes(role: Role, because: &str) -> Answer {
    Answer::Yes { because: format!("{because}, as {role}") }
}

fn no(rule: Option<Rule>, because: impl Into<String>, remedy: Option<Remedy>) -> Answer {
    Answer::No { rule, because: because.into(), remedy }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::cases::{person, standing};

    fn rule(standing: &Standing, action: Action) -> Result<(), Option<Rule>> {
        match judge(standing, action, Circumstances::default()) {
            Answer::Yes { .. } => Ok(()),
            Answer::No { rule, .. } => Err(rule),
        }
    }

    #[test]
    fn who_can_what() {
        let at = |role: &str| standing(person("m@x.org"), SiteStatus::Active, Some(role));
        for (role, action, expected) in [
            ("user", Action::Enter, Ok(())),
            ("user", Action::Download, Ok(())),
            ("user", Action::Media, Err(None)),
            ("user", Action::Order, Err(None)),
            ("user", Action::ListAccess, Err(Some(Rule::R4))),
            ("user", Action::UpdateContacts, Err(Some(Rule::R12))),
            ("secondary", Action::Renew, Ok(())),
            ("secondary", Action::ChangeAccess, Ok(())),
            ("secondary", Action::UpdateEntitlements, Err(None)),
            ("secondary", Action::NameSecondary, Err(Some(Rule::R3))),
            ("secondary", Action::ChangePrimary, Err(Some(Rule::R6))),
            ("secondary", Action::DecideNominations, Err(Some(Rule::R11))),
            ("primary", Action::NameSecondary, Ok(())),
            ("primary", Action::UpdateContacts, Ok(())),
            ("primary", Action::Provision, Err(Some(Rule::R13))),
            ("primary", Action::Message, Err(Some(Rule::R14))),
        ] {
            assert_eq!(rule(&at(role), action), expected, "{role} {action}");
        }
        let mut operator = at("user");
        operator.person.operator = true;
        for action in Action::ALL {
            assert_eq!(rule(&operator, *action), Err(Some(Rule::R15)), "{action}");
            let closed = standing(person("m@x.org"), SiteStatus::Closed, Some("primary"));
            assert_eq!(rule(&closed, *action), Err(Some(Rule::R1)), "{action}");
        }
    }

    #[test]
    fn a_message_needs_a_gateway_its_terms_and_a_provider_that_is_there() {
        let user = standing(person("m@x.org"), SiteStatus::Active, Some("user"));
        for (reach, words, command) in [
            (Reach::NoGateway, "no provisioned gateway", Some("pao provision submit --provider aol --site 7000017")),
            (
                Reach::TermsOpen { request: 3 },
                "nobody has accepted",
                Some("pao provision accept-terms 3 --provider aol --site 7000017"),
            ),
            (Reach::Retired, "was retired", None),
        ] {
            let circumstances = Circumstances { reach, provider: "aol", ..Circumstances::default() };
            let Answer::No { rule, because, remedy } = judge(&user, Action::Message, circumstances) else {
                panic!("{reach:?}")
            };
            assert!(rule == Some(Rule::R14) && because.contains(words), "{because}");
            let shown = remedy.and_then(|remedy| remedy.command);
            assert_eq!(shown.as_ref().map(CommandLine::to_string).as_deref(), command);
        }
        for (reach, entitled, action) in
            [(Reach::Open, false, Action::Message), (Reach::NoGateway, true, Action::Provision)]
        {
            let answer = judge(&user, action, Circumstances { entitled, provider: "aol", reach });
            assert!(matches!(answer, Answer::Yes { .. }), "{answer:?}");
        }
    }
}
