//! Closing an ID, becoming an operator and ceasing to be one (R7, R15), and what waits while a change of address can be
//! taken back.
use crate::model::moment::Moment;
use crate::model::shell::pao;
use crate::model::ties::Ties;
use crate::rules::{Code, Refusal};

/// R7: the Primary Contact of a site stays.
pub fn may_close(ties: &Ties) -> Result<(), Refusal> {
    match &ties.primary_at {
        Some(site) => Err(Refusal::new(
            Code::PrimaryStays,
            format!("you are the Primary Contact of site {site}; that can only be handed over"),
        )
        .hinted(format!("hand the site over first: `{}`", pao("contact set-primary ID").option("--site", site)))),
        None => Ok(()),
    }
}

/// R15: whoever has a part in a site cannot be made an operator.
pub fn may_become_operator(id: &str, ties: &Ties) -> Result<(), Refusal> {
    let why = match ties {
        Ties { access_at: Some(site), .. } => format!("{id} has access to site {site}"),
        Ties { nominated_at: Some(site), .. } => format!("{id} has asked to be let into site {site}"),
        Ties { awaited_at: Some(site), .. } => format!("site {site} awaits {id} as its Primary Contact"),
        _ => return Ok(()),
    };
    Err(Refusal::new(Code::OperatorApart, format!("{why}; operators have no part in a site")))
}

/// A database never has no operator.
pub fn not_the_last(operators: usize) -> Result<(), Refusal> {
    if operators > 1 {
        return Ok(());
    }
    Err(Refusal::new(Code::LastOperator, "this is the last operator; a database never has none")
        .hinted("name another one first: `pao operator add ID`"))
}

/// Nobody hands a site on before a change of their address has become final: it may not have been theirs.
pub fn settled(reversible_until: Option<Moment>) -> Result<(), Refusal> {
    match reversible_until {
        Some(until) => Err(Refusal::new(
            Code::WrongState,
            format!("your e-mail address was changed lately, and that can be taken back until {until}"),
        )
        .hinted("try again after that; if it was not you who changed it, run `pao account reverse-email`")),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::site::SiteNumber;

    fn site() -> SiteNumber {
        SiteNumber::parse("7000017", "site").unwrap()
    }

    #[test]
    fn what_ties_somebody_to_a_site_keeps_them_from_closing_or_from_becoming_an_operator() {
        for (ties, closes, becomes) in [
            (Ties::default(), true, true),
            (Ties { primary_at: Some(site()), access_at: Some(site()), ..Ties::default() }, false, false),
            (Ties { access_at: Some(site()), ..Ties::default() }, true, false),
            (Ties { nominated_at: Some(site()), ..Ties::default() }, true, false),
            (Ties { awaited_at: Some(site()), ..Ties::default() }, true, false),
        ] {
            let (close, operator) = (may_close(&ties), may_become_operator("x@y.org", &ties));
            assert_eq!((close.is_ok(), operator.is_ok()), (closes, becomes), "{ties:?}");
            assert!(close.err().is_none_or(|refusal| refusal.code == Code::PrimaryStays));
            assert!(operator.err().is_none_or(|refusal| refusal.code == Code::OperatorApart));
        }
    }

    #[test]
    fn one_operator_stays() {
        assert_eq!(not_the_last(1).unwrap_err().code, Code::LastOperator);
        assert_eq!(not_the_last(0).unwrap_err().code, Code::LastOperator);
        assert!(not_the_last(2).is_ok());
    }

    #[test]
    fn nothing_is_handed_on_before_a_new_address_is_final() {
        assert!(settled(None).is_ok());
        let refusal = settled(Some(Moment::from_seconds(0))).unwrap_err();
        assert!(refusal.code == Code::WrongState && refusal.why.contains("1970-01-01T00:00:00Z"), "{refusal:?}");
    }
}
