//! What a line of an import of sites comes to, where its number was given already.
//!
//! What must hold: no import changes a Primary Contact (R6), nothing changes at a site that has ended (R1), and a line
//! that says what is there is never refused.
use crate::model::answer::Site;
use crate::model::enrolment::EnrolmentLine;
use crate::model::site::SiteStatus;
use crate::rules::{Code, Refusal};

/// What is to be done about a site that is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// It is as the line says.
    Nothing,
    /// Company, country or agreement are others.
    Amendment,
}

/// Compares a line with the site that has its number. The names of the Primary Contact follow that person, the phone is
/// theirs; neither is compared.
///
/// # Errors
/// R6, R1; `conflict` for program and origin, which never change.
pub fn judge(there: &Site, line: &EnrolmentLine) -> Result<Wanted, Refusal> {
    let primary = &there.primary;
    if line.primary_email != primary.email && Some(&line.primary_email) != primary.id.as_ref() {
        return Err(Refusal::new(
            Code::ChangePrimaryOnly,
            format!("the Primary Contact is {}; an import changes no Primary Contact", primary.email),
        ));
    }
    if line.program.is_some_and(|program| program != there.program) || line.via.is_some_and(|via| via != there.via) {
        let words = format!("the site is there already, of {} and by {}", there.program, there.via);
        return Err(Refusal::new(Code::Conflict, words));
    }
    let same = line.company == there.company
        && line.country.code() == there.country
        && line.agreement.as_ref().is_none_or(|agreement| there.agreement.as_ref() == Some(agreement));
    match there.status {
        _ if same => Ok(Wanted::Nothing),
        SiteStatus::Active | SiteStatus::AwaitingPrimary => Ok(Wanted::Amendment),
        ended @ (SiteStatus::Closed | SiteStatus::Withdrawn) => {
            Err(Refusal::new(Code::SiteNotActive, format!("the site was {ended}, for good")))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::answer::PrimaryCard;
    use crate::model::country::Country;
    use crate::model::email::Address;
    use crate::model::moment::Moment;
    use crate::model::site::{Program, SiteNumber, Via};

    fn address(text: &str) -> Address {
        Address::parse(text, "email").unwrap()
    }

    fn there(status: SiteStatus) -> Site {
        let primary = PrimaryCard {
            id: Some(address("ann@x.org")),
            email: address("new@x.org"),
            first_name: "Ann".into(),
            last_name: "Archer".into(),
        };
        Site {
            site: None,
            company: "Example".into(),
            country: "DE".into(),
            program: Program::PassportAdvantage,
            via: Via::Form,
            agreement: Some("A1".into()),
            status,
            enrolled_at: Moment::from_seconds(0),
            activated_at: None,
            primary,
            role: None,
        }
    }

    fn line() -> EnrolmentLine {
        EnrolmentLine {
            number: SiteNumber::parse("7000017", "number").ok(),
            company: "Example".into(),
            country: Country::parse("DE", "country").unwrap(),
            program: None,
            via: None,
            agreement: None,
            primary_first_name: "Other".into(),
            primary_last_name: "Name".into(),
            primary_email: address("ann@x.org"),
            phone: Some("1".into()),
        }
    }

    #[test]
    fn what_is_there_is_left_alone_whatever_became_of_the_site() {
        for status in SiteStatus::ALL {
            let full = EnrolmentLine { agreement: Some("A1".into()), primary_email: address("new@x.org"), ..line() };
            for line in [line(), full] {
                assert_eq!(judge(&there(*status), &line), Ok(Wanted::Nothing), "{status}");
            }
        }
    }

    #[test]
    fn amendments_conflicts_and_refusals() {
        let active = there(SiteStatus::Active);
        for line in [
            EnrolmentLine { company: "Other".into(), ..line() },
            EnrolmentLine { country: Country::parse("FR", "country").unwrap(), ..line() },
            EnrolmentLine { agreement: Some("A2".into()), ..line() },
        ] {
            assert_eq!(judge(&active, &line), Ok(Wanted::Amendment));
            let ended = judge(&there(SiteStatus::Closed), &line).unwrap_err();
            assert_eq!(ended.code, Code::SiteNotActive);
        }
        for (line, code) in [
            (EnrolmentLine { primary_email: address("bob@x.org"), ..line() }, Code::ChangePrimaryOnly),
            (EnrolmentLine { via: Some(Via::Purchase), ..line() }, Code::Conflict),
            (EnrolmentLine { program: Some(Program::PassportAdvantageExpress), ..line() }, Code::Conflict),
        ] {
            assert_eq!(judge(&active, &line).unwrap_err().code, code);
        }
    }
}
