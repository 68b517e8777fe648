//! Reach, operators apart, and whether the site is awake: the questions that come before every action's own rule.
use crate::model::setting::CARE;
use crate::model::shell::pao;
use crate::model::site::SiteStatus;
use crate::model::standing::{Person, Standing};
use crate::rules::{Code, Refusal};

/// R16: a site is within reach of those with access, of operators, and while sleeping of its Primary Contact of record.
pub fn within_reach(standing: Option<Standing>, site: &str) -> Result<Standing, Refusal> {
    match standing {
        Some(standing) if standing.person.operator || standing.grant.is_some() || standing.awaited() => Ok(standing),
        Some(_) | None => Err(out_of_reach(site)),
    }
}

/// The one answer for a site that is not there and for one that may not be seen.
pub fn out_of_reach(site: &str) -> Refusal {
    Refusal::new(Code::NotFound, format!("site {site} was not found"))
}

/// R15: operators have no part in a site.
pub fn not_an_operator(asker: &Person) -> Result<(), Refusal> {
    if asker.operator {
        return Err(Refusal::new(Code::OperatorApart, "operators do the vendor's work and have no part in a site"));
    }
    Ok(())
}

/// R15: the vendor's work is done by operators only.
pub fn an_operator(asker: &Person) -> Result<(), Refusal> {
    if asker.operator {
        return Ok(());
    }
    Err(Refusal::new(Code::OperatorOnly, "this is the vendor's work; only operators do it")
        .hinted(format!("ask {CARE}")))
}

/// R1: the site is awake.
pub fn active(standing: &Standing) -> Result<(), Refusal> {
    let site = &standing.site.site;
    match standing.site.status {
        SiteStatus::Active => Ok(()),
        SiteStatus::AwaitingPrimary => {
            let refusal = Refusal::new(
                Code::SiteNotActive,
                format!("site {site} sleeps until its Primary Contact has come in for the first time"),
            );
            Err(if standing.awaited() {
                refusal.hinted(format!(
                    "run `{}` with the passcode from the Welcome letter",
                    pao("authorize").option("--site", site)
                ))
            } else {
                refusal
            })
        }
        ended @ (SiteStatus::Closed | SiteStatus::Withdrawn) => Err(Refusal::new(
            Code::SiteNotActive,
            format!("site {site} was {ended}, for good; its people may still read and leave"),
        )
        .hinted(format!("to have a new site enrolled under a new number, ask {CARE}"))),
    }
}

/// R1 for the vendor's own work: a sleeping site may be worked on, one that was closed or withdrawn may not.
pub fn not_ended(standing: &Standing) -> Result<(), Refusal> {
    match standing.site.status {
        SiteStatus::AwaitingPrimary => Ok(()),
        SiteStatus::Active | SiteStatus::Closed | SiteStatus::Withdrawn => active(standing),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::cases::{person, standing};

    #[test]
    fn reach_is_access_or_operator_or_the_awaited_primary() {
        let awake = SiteStatus::Active;
        for (who, expected) in [
            (standing(person("u@x.org"), awake, Some("user")), true),
            (standing(person("s@x.org"), awake, None), false),
            (standing(person("ann@x.org"), SiteStatus::AwaitingPrimary, None), true),
            (standing(person("ann@x.org"), SiteStatus::Closed, None), false),
            (standing(person("ann@x.org"), awake, None), false),
        ] {
            assert_eq!(within_reach(Some(who.clone()), "7000017").is_ok(), expected, "{who:?}");
        }
        let mut operator = standing(person("o@x.org"), awake, None);
        operator.person.operator = true;
        assert!(within_reach(Some(operator.clone()), "7000017").is_ok());
        assert!(not_an_operator(&operator.person).is_err() && an_operator(&operator.person).is_ok());
        let there = within_reach(Some(standing(person("s@x.org"), awake, None)), "7000017");
        assert_eq!(there, within_reach(None, "7000017"), "not there and not to be seen are one answer");
    }

    #[test]
    fn only_an_active_site_is_awake() {
        for status in SiteStatus::ALL {
            let answer = active(&standing(person("ann@x.org"), *status, None));
            assert_eq!(answer.is_ok(), *status == SiteStatus::Active, "{status}");
        }
    }
}
