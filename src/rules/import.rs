//! What a line of an import comes to: nothing, a grant, a change, or a refusal; and who may be pruned.
//!
//! What must hold: a line that says what is there is never refused, so that an export can be imported by whoever made it.
//! Every other line is judged as the single command would be, in the order of product.md: R6, R7, R8, R3, R5, R15, R10,
//! R9. Neither the Primary Contact nor the asker is ever pruned.
use crate::model::access::{Levels, Role};
use crate::model::line::{End, Line};
use crate::model::standing::{Grant, Person, Standing};
use crate::model::when::GivenAs;
use crate::rules::{Code, Refusal, access, site};

/// What is to be done about a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// It is there already.
    Nothing,
    /// Access for somebody who has none.
    Grant(Levels),
    /// Other terms.
    Change(Levels),
}

/// Judges a line; `held` is what the person holds now.
///
/// # Errors
/// The refusal that the single command would meet.
pub fn judge(asker: &Standing, line: &Line, person: Option<&Person>, held: Option<&Grant>) -> Result<Wanted, Refusal> {
    if held.is_some_and(|held| is_there(held, line)) {
        return Ok(Wanted::Nothing);
    }
    let role = held.map(|held| held.role);
    if line.role == Role::Primary && role != Some(Role::Primary) {
        return Err(Refusal::new(Code::ChangePrimaryOnly, "an import names no Primary Contact"));
    }
    access::primary_stays(role, "changed by an import")?;
    access::not_oneself(asker, line.id.as_str())?;
    access::secondaries_are_the_primarys(asker, &[role, Some(line.role)])?;
    let person = person.ok_or_else(|| Refusal::new(Code::IdRequired, format!("{} has no ID yet", line.id)))?;
    site::not_an_operator(person)?;
    let levels = if let Some(held) = held {
        line.over(access::follow_role(held.levels, (held.role != line.role).then_some(line.role)))
    } else {
        let own = asker.grant.as_ref().map_or(Levels::default_none(), |grant| grant.levels);
        line.over(Levels::default_for(line.role).lowered_to(&own))
    };
    access::role_fits(line.role, levels)?;
    access::within_own(asker, held.map(|held| held.levels), levels)?;
    Ok(if held.is_some() { Wanted::Change(levels) } else { Wanted::Grant(levels) })
}

/// Role and privileges, and the end date where it was given as a date; never the note (cli.md, "Idempotent"). The Primary
/// Contact's access has no end date of any kind (R7).
fn is_there(held: &Grant, line: &Line) -> bool {
    let same_end = match line.end {
        End::Unsaid => true,
        End::Never => held.expires_at.is_none(),
        End::At(when) if when.given_as == GivenAs::Relative => held.role != Role::Primary,
        End::At(when) => held.expires_at == Some(when.at),
    };
    held.role == line.role && line.over(held.levels) == held.levels && same_end
}

/// Whether somebody who is not in the file loses their access.
///
/// # Errors
/// R3: a Secondary Contact is the Primary Contact's business.
pub fn may_prune(asker: &Standing, person: &Person, role: Role) -> Result<bool, Refusal> {
    if role == Role::Primary || person.no == asker.person.no {
        return Ok(false);
    }
    access::secondaries_are_the_primarys(asker, &[Some(role)]).map_err(|refusal| Refusal {
        why: format!("{} is a Secondary Contact and not in the file; {}", person.id, refusal.why),
        ..refusal
    })?;
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::access::Privilege;
    use crate::model::email::Address;
    use crate::model::moment::Moment;
    use crate::model::person::PersonNo;
    use crate::model::site::SiteStatus;
    use crate::model::when::When;
    use crate::rules::cases::{person, standing};

    const LATER: Moment = Moment::from_seconds(2_000_000_000);

    fn asker(role: &str) -> Standing {
        standing(person("me@x.org"), SiteStatus::Active, Some(role))
    }

    fn grant(role: Role) -> Grant {
        let at = Moment::from_seconds(1_000_000_000);
        Grant {
            role,
            levels: Levels::default_for(role),
            granted_by: None,
            granted_at: at,
            expires_at: None,
            note: Some("old".to_owned()),
        }
    }

    fn line(id: &str, role: Role) -> Line {
        let id = Address::parse(id, "id").unwrap();
        Line { id, role, ranks: [None; 6], end: End::Never, note: None }
    }

    fn other(id: &str) -> Person {
        Person { no: PersonNo(99), ..person(id) }
    }

    fn code(answer: Result<Wanted, Refusal>) -> Option<Code> {
        answer.err().map(|refusal| refusal.code)
    }

    #[test]
    fn what_is_there_is_never_refused() {
        let secondary = asker("secondary");
        for role in [Role::Primary, Role::Secondary, Role::User] {
            for id in ["me@x.org", "you@x.org"] {
                let (mut line, mut held) = (line(id, role), grant(role));
                line.note = Some("new".to_owned());
                assert_eq!(judge(&secondary, &line, Some(&other(id)), Some(&held)), Ok(Wanted::Nothing));
                line.ranks[0] = Some(held.levels.ranks()[0]);
                assert_eq!(judge(&secondary, &line, Some(&other(id)), Some(&held)), Ok(Wanted::Nothing));
                held.expires_at = Some(LATER);
                line.end = End::Unsaid;
                assert_eq!(judge(&secondary, &line, Some(&other(id)), Some(&held)), Ok(Wanted::Nothing));
            }
        }
    }

    #[test]
    fn an_end_date_counts_if_it_was_given_as_a_date() {
        let (primary, you, mut held) = (asker("primary"), other("you@x.org"), grant(Role::User));
        let mut line = line("you@x.org", Role::User);
        let mut wanted = |end, held: &Grant| {
            line.end = end;
            judge(&primary, &line, Some(&you), Some(held)).unwrap()
        };
        let (dated, relative) = (GivenAs::Date, GivenAs::Relative);
        assert_eq!(wanted(End::At(When { at: LATER, given_as: relative }), &held), Wanted::Nothing);
        assert_eq!(wanted(End::At(When { at: LATER, given_as: dated }), &held), Wanted::Change(held.levels));
        held.expires_at = Some(LATER);
        assert_eq!(wanted(End::At(When { at: LATER, given_as: dated }), &held), Wanted::Nothing);
        assert_eq!(wanted(End::Never, &held), Wanted::Change(held.levels));
        assert_eq!(wanted(End::Unsaid, &held), Wanted::Nothing);
    }

    #[test]
    fn the_primary_oneself_and_the_secondaries_are_judged_as_by_single_commands() {
        let (primary, secondary) = (asker("primary"), asker("secondary"));
        let changed = |id: &str, role| Line { ranks: [Some(0), None, None, None, None, None], ..line(id, role) };
        for (by, line, held, expected) in [
            (&primary, line("you@x.org", Role::Primary), None, Some(Code::ChangePrimaryOnly)),
            (&primary, line("you@x.org", Role::Primary), Some(Role::Secondary), Some(Code::ChangePrimaryOnly)),
            (&primary, changed("me@x.org", Role::Primary), Some(Role::Primary), Some(Code::PrimaryStays)),
            (&secondary, line("you@x.org", Role::User), Some(Role::Primary), Some(Code::PrimaryStays)),
            (&secondary, changed("me@x.org", Role::Secondary), Some(Role::Secondary), Some(Code::OwnAccess)),
            (&secondary, line("you@x.org", Role::Secondary), None, Some(Code::PrimaryOnly)),
            (&secondary, line("you@x.org", Role::Secondary), Some(Role::User), Some(Code::PrimaryOnly)),
            (&secondary, line("you@x.org", Role::User), Some(Role::Secondary), Some(Code::PrimaryOnly)),
            (&secondary, line("you@x.org", Role::User), None, None),
            (&primary, line("you@x.org", Role::Secondary), Some(Role::User), None),
        ] {
            let held = held.map(grant);
            let person = other(line.id.as_str());
            assert_eq!(code(judge(by, &line, Some(&person), held.as_ref())), expected, "{line:?}");
        }
        let mut ends = line("me@x.org", Role::Primary);
        ends.end = End::At(When { at: LATER, given_as: GivenAs::Relative });
        assert_eq!(code(judge(&primary, &ends, None, Some(&grant(Role::Primary)))), Some(Code::PrimaryStays));
    }

    #[test]
    fn ids_operators_roles_and_levels() {
        let (mut secondary, you) = (asker("secondary"), other("you@x.org"));
        let mut line = line("you@x.org", Role::User);
        assert_eq!(code(judge(&secondary, &line, None, None)), Some(Code::IdRequired));
        let operator = Person { operator: true, ..you.clone() };
        assert_eq!(code(judge(&secondary, &line, Some(&operator), None)), Some(Code::OperatorApart));
        line.ranks[4] = Some(1);
        assert_eq!(code(judge(&secondary, &line, Some(&you), None)), Some(Code::RolePrivilege));
        line.ranks[4] = None;
        if let Some(grant) = &mut secondary.grant {
            grant.levels = grant.levels.with(Privilege::Tools, 0);
        }
        let lowered = Levels::default_for(Role::User).with(Privilege::Tools, 0);
        assert_eq!(judge(&secondary, &line, Some(&you), None), Ok(Wanted::Grant(lowered)));
        line.ranks[0] = Some(1);
        assert_eq!(code(judge(&secondary, &line, Some(&you), None)), Some(Code::ExceedsOwn));
    }

    #[test]
    fn an_open_level_stays_and_a_new_role_takes_its_two_privileges_along() {
        let (primary, you) = (asker("primary"), other("you@x.org"));
        let mut held = grant(Role::Secondary);
        held.levels = held.levels.with(Privilege::Tools, 1).with(Privilege::ManageAccess, 1);
        let same = Line { ranks: [None, Some(0), None, None, None, None], ..line("you@x.org", Role::Secondary) };
        let wanted = judge(&primary, &same, Some(&you), Some(&held));
        assert_eq!(wanted, Ok(Wanted::Change(held.levels.with(Privilege::Reporting, 0))), "manage-access stays view");
        let wanted = judge(&primary, &line("you@x.org", Role::User), Some(&you), Some(&held));
        assert_eq!(wanted, Ok(Wanted::Change(held.levels.with(Privilege::ManageAccess, 0))));
        let up = judge(&primary, &line("you@x.org", Role::Secondary), Some(&you), Some(&grant(Role::User)));
        assert_eq!(up, Ok(Wanted::Change(Levels::default_for(Role::User).with(Privilege::ManageAccess, 2))));
    }

    #[test]
    fn neither_the_primary_nor_oneself_is_pruned() {
        let (primary, secondary, you) = (asker("primary"), asker("secondary"), other("you@x.org"));
        assert_eq!(may_prune(&secondary, &you, Role::Primary), Ok(false));
        assert_eq!(may_prune(&secondary, &secondary.person, Role::Secondary), Ok(false));
        assert_eq!(may_prune(&secondary, &you, Role::User), Ok(true));
        assert_eq!(may_prune(&primary, &you, Role::Secondary), Ok(true));
        let refusal = may_prune(&secondary, &you, Role::Secondary).unwrap_err();
        assert_eq!(refusal.code, Code::PrimaryOnly);
        assert!(refusal.why.starts_with(you.id.as_str()), "{refusal:?}");
    }
}
