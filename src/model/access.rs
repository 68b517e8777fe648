//! What somebody may do at a site: a role, and a level on each of six ladders (product.md, "Privileges").
//!
//! What must hold: levels stand in order, each including the ones before it; the lowest is always `none`. Their ranks
//! (0, 1, …) are what the file stores, so a new level goes at the end of its ladder or needs a migration.
use crate::model::Malformed;
use schemars::JsonSchema;
use serde::Serialize;

crate::words! {
    /// The standing of somebody with access.
    Role {
        /// The Primary Contact: exactly one at an active site, who holds the top of every ladder.
        Primary "primary",
        /// A Secondary Contact, who manages access as far as their `manage-access` goes.
        Secondary "secondary",
        /// Somebody who uses the site.
        User "user",
    }
}

/// The whole table of privileges. From it come an enumeration per ladder, [`Privilege`] and [`Levels`].
macro_rules! ladders {
    ($($(#[$doc:meta])* $ladder:ident $word:literal $field:ident { $($level:ident $name:literal $meaning:literal)* })*) => {
        $(crate::words! { $(#[$doc])* $ladder { $(#[doc = $meaning] $level $name,)* } })*

        crate::words! {
            /// One of the six privileges.
            Privilege { $($(#[$doc])* $ladder $word,)* }
        }

        impl Privilege {
            /// The words of its levels, lowest first.
            pub const fn level_words(self) -> &'static [&'static str] {
                match self { $(Self::$ladder => &[$($name),*],)* }
            }

            /// What the level of this rank allows, as a short clause for prompts; empty where there is no such level.
            pub fn meaning(self, rank: i64) -> &'static str {
                let meanings: &[&str] = match self { $(Self::$ladder => &[$($meaning),*],)* };
                at(meanings, rank).unwrap_or("")
            }

            /// The rank of the level that is written as `text`.
            ///
            /// # Errors
            /// [`Malformed`] naming this privilege and its levels.
            pub fn parse_level(self, text: &str) -> Result<i64, Malformed> {
                match self { $(Self::$ladder => $ladder::parse(text, $word).map(|level| level as i64),)* }
            }
        }

        /// A level on each ladder.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, JsonSchema)]
        pub struct Levels { $($(#[$doc])* #[serde(rename = $word)] pub $field: $ladder,)* }

        impl Levels {
            /// The lower of both on each ladder: a default above the grantor's `own` level is lowered to it.
            #[must_use]
            pub fn lowered_to(self, own: &Self) -> Self {
                Self { $($field: self.$field.min(own.$field),)* }
            }

            /// The ranks in the order of [`Privilege::ALL`], as stored.
            pub const fn ranks(self) -> [i64; 6] {
                [$(self.$field as i64),*]
            }

            /// The levels of these ranks, or nothing where one of them does not exist.
            pub fn from_ranks(ranks: [i64; 6]) -> Option<Self> {
                let [$($field),*] = ranks;
                Some(Self { $($field: at($ladder::ALL, $field)?,)* })
            }

            /// The rank on one ladder.
            pub const fn rank(self, privilege: Privilege) -> i64 {
                match privilege { $(Privilege::$ladder => self.$field as i64,)* }
            }

            /// The same with another rank on one ladder. A rank that does not exist counts as the lowest.
            #[must_use]
            pub fn with(mut self, privilege: Privilege, rank: i64) -> Self {
                match privilege { $(Privilege::$ladder => self.$field = at($ladder::ALL, rank).unwrap_or($ladder::ALL[0]),)* }
                self
            }
        }
    };
}

ladders! {
    /// Downloads, media and orders.
    Tools "tools" tools {
        None "none" "no software tools"
        Downloads "downloads" "download software"
        Media "media" "also order media"
        Full "full" "also quotes, catalogue, orders and renewals"
    }
    /// Reports.
    Reporting "reporting" reporting {
        None "none" "no reports"
        View "view" "read reports"
    }
    /// Inventory and deployments.
    Entitlements "entitlements" entitlements {
        None "none" "no inventory"
        View "view" "see inventory and deployments"
        Update "update" "also record deployments"
    }
    /// The agreement and proofs of entitlement.
    Documents "documents" documents {
        None "none" "no account documents"
        View "view" "read the agreement and proofs of entitlement"
    }
    /// The list of people with access.
    ManageAccess "manage-access" manage_access {
        None "none" "does not see who else has access"
        View "view" "see who has access"
        Update "update" "also give and revoke access"
    }
    /// The contacts of record.
    ContactUpdate "contact-update" contact_update {
        None "none" "does not see the contacts of record"
        View "view" "see the contacts of record"
        Update "update" "also change the contacts of record"
    }
}

impl Levels {
    /// The top of every ladder: what the Primary Contact holds, always.
    pub const fn top() -> Self {
        Self {
            tools: Tools::Full,
            reporting: Reporting::View,
            entitlements: Entitlements::Update,
            documents: Documents::View,
            manage_access: ManageAccess::Update,
            contact_update: ContactUpdate::Update,
        }
    }

    /// What a role holds unless something else is said.
    pub const fn default_for(role: Role) -> Self {
        match role {
            Role::Primary => Self::top(),
            Role::Secondary => {
                Self { entitlements: Entitlements::View, contact_update: ContactUpdate::None, ..Self::top() }
            }
            Role::User => Self { tools: Tools::Downloads, ..Self::default_none() },
        }
    }

    /// The bottom of every ladder: what somebody without access holds.
    pub const fn default_none() -> Self {
        Self {
            tools: Tools::None,
            reporting: Reporting::None,
            entitlements: Entitlements::None,
            documents: Documents::None,
            manage_access: ManageAccess::None,
            contact_update: ContactUpdate::None,
        }
    }
}

/// The value of this rank.
fn at<T: Copy>(ladder: &[T], rank: i64) -> Option<T> {
    ladder.get(usize::try_from(rank).ok()?).copied()
}

#[cfg(test)]
mod tests {
    use super::{Documents, Levels, Privilege, Role, Tools};

    fn json(levels: Levels) -> String {
        serde_json::to_string(&levels).unwrap()
    }

    /// product.md's table, once more.
    const LADDERS: [(&str, &str); 6] = [
        ("tools", "none downloads media full"),
        ("reporting", "none view"),
        ("entitlements", "none view update"),
        ("documents", "none view"),
        ("manage-access", "none view update"),
        ("contact-update", "none view update"),
    ];

    #[test]
    fn the_ladders_are_those_of_the_product() {
        assert_eq!(Privilege::ALL.len(), 6);
        for (privilege, (word, levels)) in Privilege::ALL.iter().zip(LADDERS) {
            assert_eq!((privilege.word(), privilege.level_words().join(" ").as_str()), (word, levels));
            for (rank, level) in (0..).zip(levels.split(' ')) {
                assert_eq!(privilege.parse_level(level), Ok(rank));
                assert!(!privilege.meaning(rank).is_empty());
            }
            assert_eq!((privilege.meaning(-1), privilege.meaning(4)), ("", ""));
        }
    }

    #[test]
    fn a_word_outside_a_ladder_names_privilege_and_levels() {
        let bad = Privilege::ManageAccess.parse_level("full").unwrap_err();
        assert_eq!(bad.to_string(), "manage-access: must be one of none, view, update");
        assert_eq!(Role::ALL.iter().map(|role| role.word()).collect::<Vec<_>>(), ["primary", "secondary", "user"]);
    }

    #[test]
    fn defaults_and_their_json_are_those_of_the_contract() {
        assert_eq!(
            json(Levels::default_for(Role::Secondary)),
            r#"{"tools":"full","reporting":"view","entitlements":"view","documents":"view","manage-access":"update","contact-update":"none"}"#
        );
        assert_eq!(
            json(Levels::default_for(Role::User)),
            r#"{"tools":"downloads","reporting":"none","entitlements":"none","documents":"none","manage-access":"none","contact-update":"none"}"#
        );
        assert_eq!(Levels::default_for(Role::Primary), Levels::top());
        assert_eq!((Levels::top().ranks(), Levels::default_none().ranks()), ([3, 1, 2, 1, 2, 2], [0; 6]));
    }

    #[test]
    fn ranks_round_trip_and_unknown_ones_do_not_exist() {
        let secondary = Levels::default_for(Role::Secondary);
        assert_eq!(secondary.ranks(), [3, 1, 1, 1, 2, 0]);
        assert_eq!(Levels::from_ranks(secondary.ranks()), Some(secondary));
        for (at, top) in Levels::top().ranks().into_iter().enumerate() {
            for wrong in [-1, top + 1] {
                let mut ranks = secondary.ranks();
                ranks[at] = wrong;
                assert_eq!(Levels::from_ranks(ranks), None, "{ranks:?}");
            }
        }
    }

    #[test]
    fn one_ladder_is_read_and_changed_alone() {
        let user = Levels::default_for(Role::User);
        for (at, privilege) in Privilege::ALL.iter().enumerate() {
            let mut ranks = user.ranks();
            ranks[at] = 1;
            let changed = user.with(*privilege, 1);
            assert_eq!((changed.ranks(), changed.rank(*privilege)), (ranks, 1));
            assert_eq!(Levels::top().with(*privilege, 9).rank(*privilege), 0, "an unknown rank gives nothing away");
        }
    }

    #[test]
    fn lowering_takes_the_lower_level_of_each() {
        let own = Levels { documents: Documents::None, ..Levels::top() };
        let lowered = Levels::default_for(Role::Secondary).lowered_to(&own);
        assert_eq!(lowered, Levels { documents: Documents::None, ..Levels::default_for(Role::Secondary) });
        let user = Levels::default_for(Role::User);
        assert_eq!(Levels::top().lowered_to(&user), user);
        assert!(Tools::None < Tools::Downloads && Tools::Media < Tools::Full);
    }
}
