//! Who may ask for access, who may answer, and for how long (R11, R16).
use crate::model::email::Address;
use crate::model::moment::{DAY, Moment};
use crate::model::nomination::{Filed, NominationStatus};
use crate::model::shell::pao;
use crate::model::site::SiteStatus;
use crate::model::standing::Standing;
use crate::rules::access::is_primary;
use crate::rules::{Code, Refusal};

/// Seconds for which a nomination waits for an answer, from the moment in which the Primary Contact was told.
pub const LIFE: i64 = 30 * DAY;
/// Seconds after a decline for which the same person does not ask again at the same site.
pub const PAUSE: i64 = 7 * DAY;
/// How many nominations of one person may wait at the same time (security.md: sizes are limited).
pub const OPEN_AT_MOST: i64 = 5;

/// How many nominations one person files at one site in a day: each mails its Primary Contact.
pub const A_DAY: i64 = 10;

/// The last moment at which a nomination can be answered.
pub fn open_until(heard_at: Moment) -> Moment {
    heard_at.plus(LIFE)
}

/// Whether a nomination that nobody answered has come to its end.
pub fn has_lapsed(heard_at: Option<Moment>, now: Moment) -> bool {
    heard_at.is_some_and(|heard_at| now > open_until(heard_at))
}

/// R16 for somebody who asks: the number and the Primary Contact's current address must belong together, at a site that
/// sleeps or is active. Operators see every site; what they get is R15.
pub fn pair(standing: Option<Standing>, site: &str, primary: &Address) -> Result<Standing, Refusal> {
    let fits = |standing: &Standing| match standing.site.status {
        SiteStatus::Active | SiteStatus::AwaitingPrimary => standing.site.primary.email == *primary,
        SiteStatus::Closed | SiteStatus::Withdrawn => false,
    };
    standing.filter(|standing| standing.person.operator || fits(standing)).ok_or_else(|| {
        Refusal::new(
            Code::NotFound,
            format!("no site {site} whose Primary Contact has the e-mail address {primary} was found"),
        )
        .hinted("ask in your company for the site number and the current e-mail address of its Primary Contact")
    })
}

/// R16 on the number: a nomination is within reach wherever its site is, and of whoever filed it.
pub fn within_reach(standing: Option<Standing>, filed: &Filed) -> Result<Standing, Refusal> {
    match standing {
        Some(standing) if standing.person.no == filed.nominee.no => Ok(standing),
        other => super::site::within_reach(other, filed.site.as_str()).map_err(|_| out_of_reach(filed.number)),
    }
}

/// The one answer for a nomination that is not there and for one that may not be seen.
pub fn out_of_reach(number: i64) -> Refusal {
    Refusal::new(Code::NotFound, format!("nomination {number} was not found"))
        .hinted("`pao nomination list` lists those that you may see")
}

/// Reading is narrower: the Primary Contact sees the site's, others their own.
pub fn may_read(asker: &Standing, filed: &Filed) -> Result<(), Refusal> {
    if asker.person.no == filed.nominee.no || (asker.is_primary() && !asker.person.operator) {
        return Ok(());
    }
    Err(out_of_reach(filed.number))
}

/// R11: the Primary Contact of the site, and never the nominee.
pub fn may_decide(asker: &Standing, filed: &Filed) -> Result<(), Refusal> {
    if asker.person.no == filed.nominee.no {
        let refusal = Refusal::new(Code::NominationPrimaryOnly, "nobody decides on their own nomination");
        return Err(refusal.hinted("the Primary Contact of the site answers it, and you are told"));
    }
    is_primary(asker, Code::NominationPrimaryOnly, "of the site processes a nomination")
}

/// Whoever filed it takes it back. The Primary Contact declines instead, others have no part in it (R11).
pub fn may_withdraw(asker: &Standing, filed: &Filed) -> Result<(), Refusal> {
    if asker.person.no == filed.nominee.no {
        return Ok(());
    }
    if asker.is_primary() {
        let words = format!("nomination {} is withdrawn by {} alone", filed.number, filed.nominee.id);
        let hint = format!("you may decline it: `{}`", pao("decline").arg(filed.number).option("--reason", "TEXT"));
        return Err(Refusal::new(Code::WrongState, words).hinted(hint));
    }
    is_primary(asker, Code::NominationPrimaryOnly, "of the site processes a nomination")
}

/// A nomination is decided once.
pub fn is_open(filed: &Filed) -> Result<(), Refusal> {
    if filed.status == NominationStatus::Pending {
        return Ok(());
    }
    let words = format!("nomination {} is no longer open: it is {}", filed.number, filed.status);
    Err(Refusal::new(Code::WrongState, words)
        .hinted(format!("`{}` shows it", pao("nomination show").arg(filed.number))))
}

/// What the asker did before, as far as asking again depends on it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Before {
    /// The nomination that waits at this site.
    pub open_here: Option<i64>,
    /// The last decline at this site.
    pub declined_at: Option<Moment>,
    /// How many of the asker's nominations wait anywhere.
    pub open: i64,
    /// How many the asker filed at this site in the last day.
    pub lately: i64,
}

/// There is something to ask for: no access yet, no nomination that waits, and no passcode that would do.
pub fn may_ask(asker: &Standing, claims_primary: bool, before: &Before) -> Result<(), Refusal> {
    let site = &asker.site.site;
    if asker.grant.is_some() {
        return Err(Refusal::new(Code::AlreadyExists, format!("you already have access to site {site}"))
            .hinted(format!("`{}` shows what you may do", pao("access show").option("--site", site))));
    }
    if let Some(number) = before.open_here {
        let words = format!("your nomination {number} at site {site} is already open");
        return Err(Refusal::new(Code::AlreadyExists, words)
            .hinted(format!("`{}` shows it; you can also withdraw it", pao("nomination show").arg(number))));
    }
    if asker.awaited() {
        let authorize = pao("authorize").option("--site", site);
        let activate = format!("run `{authorize}` with the passcode from the Welcome letter");
        let hint = if claims_primary {
            format!("{activate}; a new one is mailed by `{}`", pao("request-passcode").option("--site", site))
        } else {
            activate
        };
        return Err(
            Refusal::new(Code::WrongState, format!("site {site} awaits you as its Primary Contact")).hinted(hint)
        );
    }
    Ok(())
}

/// When somebody who was declined may ask again, if that is still to come.
pub fn pause(before: &Before, now: Moment) -> Option<Moment> {
    before.declined_at.map(|at| at.plus(PAUSE)).filter(|again| now < *again)
}

/// Nobody floods the Primary Contact of a site with letters, by asking and withdrawing.
pub fn not_too_often(before: &Before) -> Result<(), Refusal> {
    if before.lately < A_DAY {
        return Ok(());
    }
    let words =
        format!("you have asked {} times at this site in a day; more than {A_DAY} are not taken", before.lately);
    Err(Refusal::new(Code::WrongState, words).hinted("wait a day, or talk to the Primary Contact of the site"))
}

/// Nobody floods the sites with nominations.
pub fn not_too_many(before: &Before) -> Result<(), Refusal> {
    if before.open < OPEN_AT_MOST {
        return Ok(());
    }
    let words = format!("{} of your nominations are open; at most {OPEN_AT_MOST} can be", before.open);
    Err(Refusal::new(Code::WrongState, words).hinted("wait for an answer, or withdraw one: `pao nomination list`"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::person::PersonNo;
    use crate::rules::cases::{person, standing};

    fn filed(status: NominationStatus) -> Filed {
        let nominee = crate::model::standing::Person { no: PersonNo(7), ..person("dee@x.org") };
        let site = standing(person("m@x.org"), SiteStatus::Active, None).site.site;
        Filed { number: 3, site, nominee, claims_primary: false, reason: None, status, heard_at: None }
    }

    fn address(text: &str) -> Address {
        Address::parse(text, "email").unwrap()
    }

    #[test]
    fn number_and_address_belong_together_at_a_living_site() {
        let (ann, bob) = (address("ann@x.org"), address("bob@x.org"));
        for status in SiteStatus::ALL {
            let living = matches!(status, SiteStatus::Active | SiteStatus::AwaitingPrimary);
            for role in [None, Some("user"), Some("primary")] {
                let asker = standing(person("dee@x.org"), *status, role);
                assert_eq!(pair(Some(asker.clone()), "7000017", &ann).is_ok(), living, "{status} {role:?}");
                let wrong = pair(Some(asker), "7000017", &bob);
                assert_eq!(wrong, pair(None, "7000017", &bob), "a wrong address and no site are one answer");
            }
            let mut operator = standing(person("o@x.org"), *status, None);
            operator.person.operator = true;
            assert!(pair(Some(operator), "7000017", &bob).is_ok(), "operators get R15");
        }
    }

    #[test]
    fn who_reaches_reads_decides_and_withdraws() {
        let open = filed(NominationStatus::Pending);
        // Who, with which role; reaches, reads, decides, withdraws.
        for (no, role, expected) in [
            (7, None, [true, true, false, true]),
            (7, Some("user"), [true, true, false, true]),
            (1, Some("primary"), [true, true, true, false]),
            (1, Some("secondary"), [true, false, false, false]),
            (1, Some("user"), [true, false, false, false]),
            (1, None, [false, false, false, false]),
        ] {
            let mut asker = standing(person("a@x.org"), SiteStatus::Active, role);
            asker.person.no = PersonNo(no);
            let answers = [
                within_reach(Some(asker.clone()), &open).is_ok(),
                may_read(&asker, &open).is_ok(),
                may_decide(&asker, &open).is_ok(),
                may_withdraw(&asker, &open).is_ok(),
            ];
            assert_eq!(answers, expected, "{no} {role:?}");
        }
        let primary = standing(person("a@x.org"), SiteStatus::Active, Some("primary"));
        assert_eq!(may_withdraw(&primary, &open).unwrap_err().code, Code::WrongState);
        let user = standing(person("a@x.org"), SiteStatus::Active, Some("user"));
        assert_eq!(may_withdraw(&user, &open).unwrap_err().code, Code::NominationPrimaryOnly);
        assert_eq!(within_reach(None, &open).unwrap_err(), out_of_reach(3));
    }

    #[test]
    fn a_primary_never_decides_about_themselves() {
        let mut asker = standing(person("a@x.org"), SiteStatus::Active, Some("primary"));
        asker.person.no = PersonNo(7);
        assert_eq!(
            may_decide(&asker, &filed(NominationStatus::Pending)).unwrap_err().code,
            Code::NominationPrimaryOnly
        );
    }

    #[test]
    fn only_what_waits_is_decided() {
        for status in NominationStatus::ALL {
            assert_eq!(is_open(&filed(*status)).is_ok(), *status == NominationStatus::Pending, "{status}");
        }
    }

    #[test]
    fn what_speaks_against_asking() {
        let at = |who: &str, status, role| standing(person(who), status, role);
        let (awake, asleep) = (SiteStatus::Active, SiteStatus::AwaitingPrimary);
        let (none, open) = (Before::default(), Before { open_here: Some(3), ..Before::default() });
        for (asker, before, expected) in [
            (at("dee@x.org", awake, None), none, None),
            (at("dee@x.org", asleep, None), none, None),
            (at("dee@x.org", awake, Some("user")), open, Some(Code::AlreadyExists)),
            (at("dee@x.org", awake, None), open, Some(Code::AlreadyExists)),
            (at("ann@x.org", asleep, None), open, Some(Code::AlreadyExists)),
            (at("ann@x.org", asleep, None), none, Some(Code::WrongState)),
        ] {
            let answer = may_ask(&asker, false, &before).err().map(|refusal| refusal.code);
            assert_eq!(answer, expected, "{asker:?} {before:?}");
        }
        let hint = |claims| may_ask(&at("ann@x.org", asleep, None), claims, &none).unwrap_err().hint.unwrap();
        assert!(hint(false).contains("pao authorize") && !hint(false).contains("request-passcode"));
        assert!(hint(true).contains("pao authorize") && hint(true).contains("request-passcode"));
        for (open, fine) in [(0, true), (4, true), (5, false), (6, false)] {
            assert_eq!(not_too_many(&Before { open, ..Before::default() }).is_ok(), fine, "{open}");
        }
    }

    #[test]
    fn times_end_on_their_second() {
        let now = Moment::from_seconds(1_000_000);
        assert!(!has_lapsed(None, now) && !has_lapsed(Some(now.plus(-LIFE)), now));
        assert!(has_lapsed(Some(now.plus(-LIFE - 1)), now));
        let declined = |ago: i64| Before { declined_at: Some(now.plus(-ago)), ..Before::default() };
        assert_eq!(pause(&declined(PAUSE - 1), now), Some(now.plus(1)));
        assert_eq!((pause(&declined(PAUSE), now), pause(&Before::default(), now)), (None, None));
    }
}
