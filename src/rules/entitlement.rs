//! What a site has acquired: who sees it, and whether it will do for provisioning (R13).
use crate::model::access::Entitlements;
use crate::model::entitlement::Entitlement;
use crate::model::moment::Moment;
use crate::model::product::GATEWAY;
use crate::model::setting::CARE;
use crate::model::shell::pao;
use crate::model::standing::Standing;
use crate::rules::{Code, Refusal};

/// How many of the other products a refusal lists.
const LISTED: usize = 5;

/// R16: entitlements are seen with `entitlements` of `view`; whoever may not see them is told that there are none to see.
pub fn may_see(asker: &Standing) -> Result<(), Refusal> {
    if sees(asker) {
        return Ok(());
    }
    let site = &asker.site.site;
    Err(Refusal::new(Code::NotFound, format!("the entitlements of site {site} were not found"))
        .hinted("they are seen with entitlements of view; ask a manager of the site for it"))
}

fn sees(asker: &Standing) -> bool {
    asker.person.operator || asker.grant.as_ref().is_some_and(|grant| grant.levels.entitlements >= Entitlements::View)
}

/// R13: the site holds a current entitlement to the gateway. Says what became of an earlier one and, to those who see
/// entitlements, what the site does hold.
pub fn entitled(asker: &Standing, held: &[Entitlement], now: Moment) -> Result<(), Refusal> {
    if held.iter().any(|one| one.active && one.product.is_gateway()) {
        return Ok(());
    }
    let site = &asker.site.site;
    let mut why = format!("site {site} holds no current entitlement to {GATEWAY}");
    if let Some(last) = held.iter().rfind(|one| one.product.is_gateway()) {
        why.push_str(&became(last, now));
    }
    let grant = pao("entitlement grant").option("--site", site).option("--product", GATEWAY).option("--quantity", 1);
    let mut hint = format!("ask {CARE}; an operator can record one: `{grant}`");
    if sees(asker) {
        let others: Vec<String> =
            held.iter().filter(|one| one.active).map(|one| format!("{} x {}", one.quantity, one.product)).collect();
        let holds = match others.len() {
            0 => "nothing else".to_owned(),
            many if many > LISTED => format!("{} and {} more", others[..LISTED].join(", "), many - LISTED),
            _ => others.join(", "),
        };
        why = format!("{why}; it holds {holds}");
        hint.push_str("; `pao entitlement list` shows all of them");
    }
    Err(Refusal::new(Code::NotEntitled, why).hinted(hint))
}

fn became(last: &Entitlement, now: Moment) -> String {
    match (last.revoked_at, last.until) {
        (Some(at), _) => format!("; the last one was revoked at {at}"),
        (None, Some(until)) if until < now => format!("; the last one ended at {until}"),
        (None, _) => format!("; one begins at {}", last.from),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::product::Product;
    use crate::model::site::{SiteNumber, SiteStatus};
    use crate::rules::cases::{person, standing};

    const NOW: Moment = Moment::from_seconds(1000);

    fn one(product: &str, from: i64, until: Option<i64>, revoked: Option<i64>) -> Entitlement {
        let (from, until) = (Moment::from_seconds(from), until.map(Moment::from_seconds));
        Entitlement {
            entitlement: Some(1),
            site: SiteNumber::parse("7000017", "site").unwrap(),
            product: Product::parse(product, "product").unwrap(),
            quantity: 2,
            from,
            until,
            active: revoked.is_none() && from <= NOW && until.is_none_or(|until| until >= NOW),
            revoked_at: revoked.map(Moment::from_seconds),
        }
    }

    #[test]
    fn only_a_current_gateway_entitles_and_a_no_says_what_became_of_it() {
        let asker = standing(person("m@x.org"), SiteStatus::Active, Some("secondary"));
        for (held, words) in [
            (vec![], "holds no current entitlement to sametime-gateway; it holds nothing else"),
            (vec![one("sametime-gateway", 0, None, Some(7))], "revoked at 1970-01-01T00:00:07Z"),
            (vec![one("sametime-gateway", 0, Some(999), None)], "ended at 1970-01-01T00:16:39Z"),
            (vec![one("sametime-gateway", 1001, None, None)], "begins at 1970-01-01T00:16:41Z"),
            (vec![one("notes", 0, None, None), one("domino", 0, Some(9), None)], "; it holds 2 x notes"),
        ] {
            let refusal = entitled(&asker, &held, NOW).unwrap_err();
            assert!(refusal.code == Code::NotEntitled && refusal.why.contains(words), "{}", refusal.why);
        }
        for held in [one("sametime-gateway", 1000, Some(1000), None), one("sametime-gateway", 0, None, None)] {
            assert_eq!(entitled(&asker, &[one("notes", 0, None, None), held], NOW), Ok(()));
        }
    }

    #[test]
    fn a_no_tells_what_the_site_holds_only_to_those_who_see_it() {
        let held = [one("notes", 0, None, None)];
        for (role, told) in [("user", false), ("secondary", true), ("primary", true)] {
            let asker = standing(person("m@x.org"), SiteStatus::Active, Some(role));
            assert_eq!(may_see(&asker).is_ok(), told, "{role}");
            assert_eq!(entitled(&asker, &held, NOW).unwrap_err().why.contains("notes"), told, "{role}");
        }
    }
}
