//! Who may see and change the contacts of record (R12, R6).
use crate::model::access::ContactUpdate;
use crate::model::contact::ContactType;
use crate::model::shell::pao;
use crate::model::standing::Standing;
use crate::rules::{Code, Refusal};

/// R12: `contact-update` of view.
pub fn may_see(asker: &Standing) -> Result<(), Refusal> {
    holds(asker, ContactUpdate::View)
}

/// R12: `contact-update` of update.
pub fn may_change(asker: &Standing) -> Result<(), Refusal> {
    holds(asker, ContactUpdate::Update)
}

fn holds(asker: &Standing, needed: ContactUpdate) -> Result<(), Refusal> {
    let held = asker.grant.as_ref().map_or(ContactUpdate::None, |grant| grant.levels.contact_update);
    if held >= needed {
        return Ok(());
    }
    let verb = if needed == ContactUpdate::View { "see" } else { "change" };
    Err(Refusal::new(
        Code::ContactUpdateNeeded,
        format!("to {verb} the contacts of record takes contact-update of {needed}; you hold {held}"),
    ))
}

/// R6: name and address of the type `primary` follow the person, whoever asks, the Primary Contact included.
pub fn not_the_primarys(kind: ContactType, asker: &Standing) -> Result<(), Refusal> {
    if kind != ContactType::Primary {
        return Ok(());
    }
    let site = &asker.site.site;
    let refusal = Refusal::new(
        Code::ChangePrimaryOnly,
        "the contact of type primary is the Primary Contact: it is not named, and its name and address follow the person",
    );
    Err(if asker.is_primary() {
        refusal.hinted(format!(
            "change your own name and address with `pao account update`; to hand over run `{}`",
            pao("contact set-primary ID").option("--site", site)
        ))
    } else {
        refusal
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::site::SiteStatus;
    use crate::rules::cases::{person, standing};

    #[test]
    fn the_ladder_of_contact_update() {
        for (role, level, sees, changes) in [
            ("primary", ContactUpdate::Update, true, true),
            ("secondary", ContactUpdate::Update, true, true),
            ("secondary", ContactUpdate::View, true, false),
            ("secondary", ContactUpdate::None, false, false),
            ("user", ContactUpdate::None, false, false),
        ] {
            let mut asker = standing(person("m@x.org"), SiteStatus::Active, Some(role));
            if let Some(grant) = &mut asker.grant {
                grant.levels.contact_update = level;
            }
            assert_eq!((may_see(&asker).is_ok(), may_change(&asker).is_ok()), (sees, changes), "{role} {level}");
        }
        let stranger = standing(person("s@x.org"), SiteStatus::Active, None);
        assert_eq!(may_see(&stranger).unwrap_err().code, Code::ContactUpdateNeeded);
    }

    #[test]
    fn the_type_primary_is_nobodys_to_name() {
        for role in ["primary", "secondary", "user"] {
            let asker = standing(person("m@x.org"), SiteStatus::Active, Some(role));
            let refusal = not_the_primarys(ContactType::Primary, &asker).unwrap_err();
            assert_eq!(refusal.code, Code::ChangePrimaryOnly);
            let own = refusal.hint.is_some_and(|hint| hint.contains("account update"));
            assert_eq!(own, role == "primary", "only the Primary's own name helps");
            for kind in ContactType::ALL.iter().filter(|kind| **kind != ContactType::Primary) {
                assert!(not_the_primarys(*kind, &asker).is_ok());
            }
        }
    }
}
