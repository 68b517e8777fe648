//! Who may do what about a request for a gateway, and in which state it must be.
//!
//! What must hold: each question is asked in the order of product.md: R15 on the asker, R1, then the command's own rule. The
//! state comes last, once it is known who asks.
use crate::model::access::ManageAccess;
use crate::model::provision::{RequestFacts, RequestStatus};
use crate::model::standing::Standing;
use crate::rules::site::{active, an_operator, not_an_operator, not_ended, within_reach as site_within_reach};
use crate::rules::{Code, Refusal};

/// R16: a request is within reach wherever its site is, and of whoever filed it.
pub fn within_reach(found: Option<(Standing, RequestFacts)>, number: i64) -> Result<(Standing, RequestFacts), Refusal> {
    let reached = found.filter(|(standing, request)| {
        let filed = standing.person.no == request.submitted_by;
        filed || site_within_reach(Some(standing.clone()), request.site.as_str()).is_ok()
    });
    reached.ok_or_else(|| Refusal::new(Code::NotFound, format!("request {number} was not found")))
}

/// R15, R1, R4: whoever filed it may take it back while they have access, and so may whoever changes access.
pub fn may_cancel(asker: &Standing, request: &RequestFacts) -> Result<(), Refusal> {
    not_an_operator(&asker.person)?;
    active(asker)?;
    let filed = asker.grant.is_some() && asker.person.no == request.submitted_by;
    if filed { Ok(()) } else { manages(asker, "a request is cancelled by whoever submitted it, and") }
}

/// R1, R4: managers end a gateway, and operators do.
pub fn may_end(asker: &Standing) -> Result<(), Refusal> {
    active(asker)?;
    if asker.person.operator { Ok(()) } else { manages(asker, "a gateway is ended by operators, and") }
}

/// R15, R1, R16: somebody with access to the site accepts terms; the agreement is the customer's (R14).
pub fn may_accept(asker: &Standing) -> Result<(), Refusal> {
    not_an_operator(&asker.person)?;
    active(asker)?;
    if asker.grant.is_some() {
        return Ok(());
    }
    Err(Refusal::new(Code::NotFound, format!("you no longer have access to site {}", asker.site.site))
        .hinted("ask to be let in with `pao nominate`"))
}

/// R15, R1: the vendor's work.
pub fn may_work(asker: &Standing) -> Result<(), Refusal> {
    an_operator(&asker.person)?;
    not_ended(asker)
}

fn manages(asker: &Standing, who: &str) -> Result<(), Refusal> {
    let held = asker.grant.as_ref().map_or(ManageAccess::None, |grant| grant.levels.manage_access);
    if held >= ManageAccess::Update {
        return Ok(());
    }
    Err(Refusal::new(Code::ManagerOnly, format!("{who} by managers with manage-access of update; you hold {held}")))
}

/// How many requests one person takes back in a day before no more are taken: each mails whoever is to be told.
pub const CANCELLED_A_DAY: i64 = 10;

/// Nobody floods whoever is to be told with letters, by asking and taking back.
pub fn not_too_often(cancelled: i64) -> Result<(), Refusal> {
    if cancelled < CANCELLED_A_DAY {
        return Ok(());
    }
    let why = format!("{cancelled} of your requests were cancelled within a day; no more are taken for now");
    Err(Refusal::new(Code::WrongState, why).hinted("wait a day, then submit the request again"))
}

/// What cannot be done in the state the request is in; `can_be` says what could, as in "cancelled".
pub fn in_state(request: &RequestFacts, states: &[RequestStatus], can_be: &str) -> Result<(), Refusal> {
    if states.contains(&request.status) {
        return Ok(());
    }
    let words: Vec<&str> = states.iter().map(|state| state.word()).collect();
    let why = format!("request {} is {} and cannot be {can_be}", request.number, request.status);
    Err(Refusal::new(Code::WrongState, why).hinted(format!("only a request that is {} can be", words.join(" or "))))
}

/// The states before anybody has decided.
pub const OPEN: &[RequestStatus] = &[RequestStatus::Submitted, RequestStatus::Received];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::person::PersonNo;
    use crate::model::site::{SiteNumber, SiteStatus};
    use crate::rules::cases::{person, standing};

    fn request(submitted_by: i64, status: RequestStatus) -> RequestFacts {
        let site = SiteNumber::parse("7000017", "site").unwrap();
        RequestFacts { number: 3, site, status, submitted_by: PersonNo(submitted_by), replaces: None }
    }

    /// Somebody at the site in one of the ways that matter; their number is 1.
    fn asker(who: &str) -> Standing {
        let mut asker = match who {
            "operator" | "stranger" => standing(person("m@x.org"), SiteStatus::Active, None),
            "viewer" => standing(person("m@x.org"), SiteStatus::Active, Some("secondary")),
            role => standing(person("m@x.org"), SiteStatus::Active, Some(role)),
        };
        asker.person.operator = who == "operator";
        if let Some(grant) = asker.grant.as_mut().filter(|_| who == "viewer") {
            grant.levels.manage_access = ManageAccess::View;
        }
        asker
    }

    fn code(judged: Result<(), Refusal>) -> &'static str {
        judged.err().map_or("ok", |refusal| refusal.code.word())
    }

    #[test]
    fn who_may_do_what() {
        // who, filed it, reach, cancel, end, accept, work
        for (who, filed, row) in [
            ("operator", false, "ok operator_apart ok operator_apart ok"),
            ("stranger", false, "not_found manager_only manager_only not_found operator_only"),
            ("stranger", true, "ok manager_only manager_only not_found operator_only"),
            ("user", false, "ok manager_only manager_only ok operator_only"),
            ("user", true, "ok ok manager_only ok operator_only"),
            ("viewer", false, "ok manager_only manager_only ok operator_only"),
            ("viewer", true, "ok ok manager_only ok operator_only"),
            ("secondary", false, "ok ok ok ok operator_only"),
            ("primary", false, "ok ok ok ok operator_only"),
        ] {
            let (asker, request) = (asker(who), request(if filed { 1 } else { 2 }, RequestStatus::Submitted));
            let drawn = [
                code(within_reach(Some((asker.clone(), request.clone())), 3).map(drop)),
                code(may_cancel(&asker, &request)),
                code(may_end(&asker)),
                code(may_accept(&asker)),
                code(may_work(&asker)),
            ];
            assert_eq!(drawn.join(" "), row, "{who}, filed it: {filed}");
        }
    }

    #[test]
    fn at_a_closed_site_nothing_is_done_by_anybody() {
        for who in ["operator", "stranger", "user", "primary"] {
            let mut asker = asker(who);
            asker.site.status = SiteStatus::Closed;
            let all = [
                code(may_cancel(&asker, &request(1, RequestStatus::Submitted))),
                code(may_end(&asker)),
                code(may_accept(&asker)),
                code(may_work(&asker)),
            ];
            assert!(all.iter().all(|code| *code != "ok"), "{who}: {all:?}");
            assert_eq!(all[1], "site_not_active", "{who}");
        }
    }

    #[test]
    fn one_answer_for_what_is_not_there_and_what_is_out_of_reach() {
        let there = within_reach(Some((asker("stranger"), request(2, RequestStatus::Submitted))), 3);
        assert_eq!(there, within_reach(None, 3));
    }

    #[test]
    fn the_state_is_named_and_so_is_what_would_do() {
        for status in RequestStatus::ALL {
            let judged = in_state(&request(1, *status), OPEN, "cancelled");
            assert_eq!(judged.is_ok(), status.is_open(), "{status}");
            assert_eq!(status.is_over() || status.is_open(), *status != RequestStatus::Provisioned, "{status}");
            if let Err(refusal) = judged {
                assert_eq!(refusal.code, Code::WrongState);
                assert_eq!(refusal.why, format!("request 3 is {status} and cannot be cancelled"));
                assert_eq!(refusal.hint.unwrap(), "only a request that is submitted or received can be");
            }
        }
    }
}
