//! Who gave whom access, as a forest.
//!
//! What must hold: everybody is in it once. The Primary Contact is a root, and so is whoever got access from somebody who is
//! gone, or by themselves (a hand-over leaves the former Primary so). Givers can form a ring; it is cut at its first ID.
//!
//! # What would hurt
//! A chain of givers as long as a hostile file likes: it is cut every [`DEEPEST`] levels, so that readers of nested JSON
//! can follow.
use crate::model::access::Role;
use crate::model::email::Address;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// Levels of one tree.
const DEEPEST: usize = 50;

/// Somebody with access, and who gave it.
#[derive(Debug, Clone)]
pub struct Member {
    pub id: Address,
    pub role: Role,
    pub granted_by: Option<Address>,
}

/// `tree`: somebody with those whom they gave access.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Branch {
    pub id: Address,
    pub role: Role,
    pub granted_by: Option<Address>,
    pub children: Vec<Branch>,
}

/// The forest of `members`, who come by ID; so do roots and children.
pub fn forest(members: Vec<Member>) -> Vec<Branch> {
    let places: BTreeMap<&str, usize> = members.iter().enumerate().map(|(at, one)| (one.id.as_str(), at)).collect();
    let giver = |(at, one): (usize, &Member)| {
        let giver = one.granted_by.as_ref().and_then(|giver| places.get(giver.as_str()).copied());
        giver.filter(|giver| *giver != at && one.role != Role::Primary)
    };
    let mut givers: Vec<Option<usize>> = members.iter().enumerate().map(giver).collect();
    let depths = depths(&mut givers);
    let bare = |one: Member| Branch { id: one.id, role: one.role, granted_by: one.granted_by, children: Vec::new() };
    let mut branches: Vec<Option<Branch>> = members.into_iter().map(bare).map(Some).collect();
    for depth in (1..=depths.iter().copied().max().unwrap_or(0)).rev() {
        for at in (0..branches.len()).filter(|at| depths[*at] == depth) {
            let child = branches[at].take();
            if let (Some(child), Some(giver)) = (child, givers[at].and_then(|giver| branches[giver].as_mut())) {
                giver.children.push(child);
            }
        }
    }
    branches.into_iter().flatten().collect()
}

/// How deep everybody stands; rings and chains that are too long are cut on the way.
fn depths(givers: &mut [Option<usize>]) -> Vec<usize> {
    let mut depths: Vec<Option<usize>> = vec![None; givers.len()];
    let mut on_the_way = vec![false; givers.len()];
    for start in 0..givers.len() {
        let (mut way, mut at) = (Vec::new(), Some(start));
        while let Some(here) = at.filter(|here| depths[*here].is_none()) {
            if on_the_way[here] {
                // The ring closes here: its first ID becomes a root, and the way begins anew.
                let ring = way.iter().skip_while(|one| **one != here).min().copied().unwrap_or(here);
                givers[ring] = None;
                for one in way.drain(..) {
                    on_the_way[one] = false;
                }
                at = Some(start);
                continue;
            }
            on_the_way[here] = true;
            way.push(here);
            at = givers[here];
        }
        for here in way.into_iter().rev() {
            on_the_way[here] = false;
            let above = givers[here].and_then(|giver| depths[giver]).filter(|depth| depth + 1 < DEEPEST);
            if above.is_none() {
                givers[here] = None;
            }
            depths[here] = Some(above.map_or(0, |depth| depth + 1));
        }
    }
    depths.into_iter().map(Option::unwrap_or_default).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn member(id: &str, role: Role, giver: &str) -> Member {
        let address = |name: &str| Address::stored(&format!("{name}@x.org"));
        Member { id: address(id), role, granted_by: (!giver.is_empty()).then(|| address(giver)) }
    }

    /// `ann(bob(cy)) dee`
    fn drawn(branches: &[Branch]) -> String {
        let one = |branch: &Branch| {
            let name = branch.id.as_str().trim_end_matches("@x.org");
            let below = drawn(&branch.children);
            if below.is_empty() { name.to_owned() } else { format!("{name}({below})") }
        };
        branches.iter().map(one).collect::<Vec<_>>().join(" ")
    }

    fn of(rows: &[(&str, Role, &str)]) -> String {
        drawn(&forest(rows.iter().map(|(id, role, giver)| member(id, *role, giver)).collect()))
    }

    #[test]
    fn children_stand_under_their_giver_by_id() {
        use Role::{Primary, Secondary, User};
        assert_eq!(of(&[]), "");
        let rows = [("ann", Primary, ""), ("bob", Secondary, "ann"), ("cy", User, "bob"), ("dee", User, "bob")];
        assert_eq!(of(&rows), "ann(bob(cy dee))");
        let gone = [("ann", Primary, ""), ("cy", User, "rex"), ("dee", User, "cy"), ("eve", User, "eve")];
        assert_eq!(of(&gone), "ann cy(dee) eve");
    }

    #[test]
    fn the_primary_is_a_root_whoever_handed_the_site_over() {
        use Role::{Primary, Secondary, User};
        let rows = [("ann", Secondary, "bob"), ("bob", Primary, "ann"), ("cy", User, "ann")];
        assert_eq!(of(&rows), "bob(ann(cy))");
    }

    #[test]
    fn a_ring_is_cut_at_its_first_id() {
        use Role::User;
        assert_eq!(of(&[("b", User, "d"), ("c", User, "b"), ("d", User, "c")]), "b(c(d))");
        assert_eq!(of(&[("a", User, "c"), ("b", User, "c"), ("c", User, "b")]), "b(c(a))");
    }

    #[test]
    fn a_chain_without_end_is_cut_and_nobody_is_lost() {
        let name = |at: usize| format!("p{at:05}");
        let rows: Vec<Member> = (0..20_000)
            .map(|at| member(&name(at), Role::User, &if at == 0 { String::new() } else { name(at - 1) }))
            .collect();
        let forest = forest(rows);
        assert_eq!(forest.len(), 20_000 / DEEPEST);
        let text = serde_json::to_string(&forest).unwrap();
        assert!(serde_json::from_str::<serde_json::Value>(&text).is_ok(), "readers follow");
        assert_eq!(text.matches("\"id\"").count(), 20_000);
    }
}
