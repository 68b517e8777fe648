//! Who may see, give, change and end access (R3, R4, R7 to R10).
use crate::model::access::{Levels, ManageAccess, Privilege, Role};
use crate::model::action::Action;
use crate::model::standing::Standing;
use crate::rules::{Code, Refusal, token};

/// R4: managers with `view` see who has access.
pub fn may_see(asker: &Standing) -> Result<(), Refusal> {
    token::covers(&asker.person, Action::ListAccess)?;
    manages(asker, ManageAccess::View)
}

/// R4: managers with `update` change who has access.
pub fn may_change(asker: &Standing) -> Result<(), Refusal> {
    manages(asker, ManageAccess::Update)
}

fn manages(asker: &Standing, needed: ManageAccess) -> Result<(), Refusal> {
    let held = asker.grant.as_ref().map(|grant| grant.levels.manage_access);
    if held >= Some(needed) {
        return Ok(());
    }
    let verb = if needed == ManageAccess::View { "see" } else { "change" };
    Err(Refusal::new(
        Code::ManagerOnly,
        format!(
            "to {verb} who has access takes manage-access of {needed}; you hold {}",
            held.unwrap_or(ManageAccess::None)
        ),
    ))
}

/// R3, R6 and others: this is the Primary Contact.
pub fn is_primary(asker: &Standing, code: Code, action: &str) -> Result<(), Refusal> {
    if asker.is_primary() {
        return Ok(());
    }
    Err(Refusal::new(code, format!("only the Primary Contact {action}")))
}

/// R7: the Primary Contact's access is not touched.
pub fn primary_stays(holder: Option<Role>, action: &str) -> Result<(), Refusal> {
    if holder == Some(Role::Primary) {
        return Err(Refusal::new(
            Code::PrimaryStays,
            format!("the Primary Contact's access cannot be {action}, only handed over"),
        ));
    }
    Ok(())
}

/// R8: nobody changes their own access.
pub fn not_oneself(asker: &Standing, whom: &str) -> Result<(), Refusal> {
    if asker.person.id.as_str() == whom {
        return Err(Refusal::new(Code::OwnAccess, "nobody changes their own access"));
    }
    Ok(())
}

/// R3: whoever is, or is to become, a Secondary Contact is the Primary Contact's business.
pub fn secondaries_are_the_primarys(asker: &Standing, roles: &[Option<Role>]) -> Result<(), Refusal> {
    if roles.contains(&Some(Role::Secondary)) { names_secondaries(asker) } else { Ok(()) }
}

/// R3: the Primary Contact alone; by a token only where it was made for that.
pub fn names_secondaries(asker: &Standing) -> Result<(), Refusal> {
    is_primary(asker, Code::PrimaryOnly, "names, changes or removes a Secondary Contact")?;
    token::covers(&asker.person, Action::NameSecondary)
}

/// R10: role and privileges fit.
pub fn role_fits(role: Role, levels: Levels) -> Result<(), Refusal> {
    let manage = levels.rank(Privilege::ManageAccess);
    let update = levels.rank(Privilege::ContactUpdate);
    match role {
        Role::User if manage > 0 || update > 0 => {
            Err(Refusal::new(Code::RolePrivilege, "a user holds no manage-access and no contact-update"))
        }
        Role::Secondary if manage == 0 => {
            Err(Refusal::new(Code::RolePrivilege, "a Secondary Contact holds manage-access of view or more")
                .hinted("choose `--manage-access view` or `update`, or `--role user`"))
        }
        Role::User | Role::Secondary | Role::Primary => Ok(()),
    }
}

/// What a change of role does to the privileges that hang on it (product.md, "Privileges").
pub fn follow_role(levels: Levels, role: Option<Role>) -> Levels {
    match role {
        Some(Role::User) => levels.with(Privilege::ManageAccess, 0).with(Privilege::ContactUpdate, 0),
        Some(Role::Secondary) => levels.with(Privilege::ManageAccess, 2),
        Some(Role::Primary) | None => levels,
    }
}

/// R9: nothing is raised above what the asker holds; `before` is what the person holds already.
pub fn within_own(asker: &Standing, before: Option<Levels>, after: Levels) -> Result<(), Refusal> {
    let none = Levels::default_none();
    let own = asker.grant.as_ref().map_or(none, |grant| grant.levels);
    let before = before.unwrap_or(none);
    for privilege in Privilege::ALL {
        let (held, wanted, limit) = (before.rank(*privilege), after.rank(*privilege), own.rank(*privilege));
        if wanted > held && wanted > limit {
            let words = privilege.level_words();
            let word =
                |rank: i64| usize::try_from(rank).ok().and_then(|rank| words.get(rank)).copied().unwrap_or("none");
            return Err(Refusal::new(
                Code::ExceedsOwn,
                format!("{privilege}={} is more than the {} that you hold yourself", word(wanted), word(limit)),
            ));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::site::SiteStatus;
    use crate::rules::cases::{person, standing};

    fn manager(role: &str, manage: ManageAccess) -> Standing {
        let mut standing = standing(person("m@x.org"), SiteStatus::Active, Some(role));
        if let Some(grant) = &mut standing.grant {
            grant.levels.manage_access = manage;
        }
        standing
    }

    #[test]
    fn the_ladder_of_manage_access() {
        for (role, level, sees, changes) in [
            ("primary", ManageAccess::Update, true, true),
            ("secondary", ManageAccess::Update, true, true),
            ("secondary", ManageAccess::View, true, false),
            ("user", ManageAccess::None, false, false),
        ] {
            let asker = manager(role, level);
            assert_eq!((may_see(&asker).is_ok(), may_change(&asker).is_ok()), (sees, changes), "{role} {level}");
        }
    }

    #[test]
    fn secondaries_belong_to_the_primary() {
        let (primary, secondary) =
            (manager("primary", ManageAccess::Update), manager("secondary", ManageAccess::Update));
        for (roles, by_secondary) in [
            ([Some(Role::User), Some(Role::User)], true),
            ([None, Some(Role::Secondary)], false),
            ([Some(Role::Secondary), Some(Role::User)], false),
        ] {
            assert!(secondaries_are_the_primarys(&primary, &roles).is_ok());
            assert_eq!(secondaries_are_the_primarys(&secondary, &roles).is_ok(), by_secondary, "{roles:?}");
        }
    }

    #[test]
    fn levels_left_alone_and_levels_held_are_not_judged() {
        let mut asker = manager("secondary", ManageAccess::Update);
        if let Some(grant) = &mut asker.grant {
            grant.levels = grant.levels.with(Privilege::Tools, 1);
        }
        let held = Levels::default_for(Role::User).with(Privilege::Tools, 3);
        assert!(within_own(&asker, Some(held), held).is_ok());
        assert!(within_own(&asker, Some(held), held.with(Privilege::Tools, 2)).is_ok(), "lowering is not raising");
        assert_eq!(within_own(&asker, None, held).unwrap_err().code, Code::ExceedsOwn);
        assert!(within_own(&asker, None, Levels::default_for(Role::User)).is_ok());
    }

    #[test]
    fn roles_and_privileges_fit() {
        let (user, secondary) = (Levels::default_for(Role::User), Levels::default_for(Role::Secondary));
        assert!(role_fits(Role::User, user).is_ok() && role_fits(Role::Secondary, secondary).is_ok());
        assert!(role_fits(Role::User, user.with(Privilege::ManageAccess, 1)).is_err());
        assert!(role_fits(Role::User, user.with(Privilege::ContactUpdate, 1)).is_err());
        assert!(role_fits(Role::Secondary, secondary.with(Privilege::ManageAccess, 0)).is_err());
    }

    #[test]
    fn the_primary_and_oneself_are_left_alone() {
        assert!(primary_stays(Some(Role::Primary), "revoked").is_err());
        assert!(primary_stays(Some(Role::Secondary), "revoked").is_ok() && primary_stays(None, "revoked").is_ok());
        let asker = manager("secondary", ManageAccess::Update);
        assert!(not_oneself(&asker, "m@x.org").is_err() && not_oneself(&asker, "n@x.org").is_ok());
    }
}
