//! Access in a few words: what somebody holds, and what is different between two such.
use crate::model::access::{Levels, Privilege, Role};
use crate::model::answer::Access;
use crate::model::moment::Moment;
use crate::notice::access::privileges;

/// What is compared.
#[derive(Debug, Clone, Copy)]
pub struct Held<'a> {
    pub role: Role,
    pub levels: Levels,
    pub expires_at: Option<Moment>,
    pub note: Option<&'a str>,
}

impl<'a> Held<'a> {
    /// What an answer shows.
    pub fn of(access: &'a Access) -> Self {
        let (levels, note) = (access.privileges, access.note.as_deref());
        Self { role: access.role, levels, expires_at: access.expires_at, note }
    }

    /// `user, tools=downloads, …, until 2027-01-31T23:59:59Z`.
    pub fn words(&self) -> String {
        let until = self.expires_at.map(|at| format!(", until {at}")).unwrap_or_default();
        format!("{}, {}{until}", self.role, privileges(self.levels))
    }

    /// `tools downloads → full, ends - → 2027-01-31T23:59:59Z`: what `after` has instead.
    pub fn changes(&self, after: &Self) -> String {
        let mut words = Vec::new();
        let mut compare = |name: &str, before: String, after: String| {
            if before != after {
                words.push(format!("{name} {before} → {after}"));
            }
        };
        compare("role", self.role.to_string(), after.role.to_string());
        for privilege in Privilege::ALL {
            compare(privilege.word(), level(self.levels, *privilege), level(after.levels, *privilege));
        }
        let end = |at: Option<Moment>| at.map_or_else(|| "-".to_owned(), |at| at.to_string());
        compare("ends", end(self.expires_at), end(after.expires_at));
        let note = |note: Option<&str>| note.map_or_else(|| "-".to_owned(), |note| format!("\"{note}\""));
        compare("note", note(self.note), note(after.note));
        words.join(", ")
    }
}

fn level(levels: Levels, privilege: Privilege) -> String {
    let rank = usize::try_from(levels.rank(privilege)).unwrap_or(0);
    privilege.level_words().get(rank).copied().unwrap_or("none").to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_different_is_told() {
        let levels = Levels::default_for(Role::User);
        let before = Held { role: Role::User, levels, expires_at: None, note: Some("a") };
        assert_eq!(before.changes(&before), "");
        let until = Some(Moment::from_seconds(0));
        let after =
            Held { role: Role::Secondary, levels: levels.with(Privilege::Tools, 3), expires_at: until, note: None };
        assert_eq!(
            before.changes(&after),
            "role user → secondary, tools downloads → full, ends - → 1970-01-01T00:00:00Z, note \"a\" → -"
        );
        assert!(
            after.words().starts_with("secondary, tools=full, ")
                && after.words().ends_with("until 1970-01-01T00:00:00Z")
        );
    }
}
