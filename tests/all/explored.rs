//! The reference model explored to exhaustion: every state that any order of commands can reach keeps the rules.
//!
//! Lives are short here, a few ticks each, so that there is an end. More people and more sites:
//! `cargo test --release --test all explored -- --ignored --nocapture`.
#![expect(clippy::print_stdout, reason = "how many states there are is part of the result")]
use crate::doors::{Door, Knock, Limits};
use crate::reference::{
    Asked, CONTACT, Deed, Lives, MANAGE, Nomination, Presented, Role, State, Status, TOP, Verdict, Who,
};
use stateright::{Checker as _, DiscoveryClassification, HasDiscoveries, Model, Property};
use std::time::Instant;

const SHORT: Lives = Lives {
    welcome: 2,
    requested: 1,
    access: 1,
    nomination: 1,
    pause: 1,
    hour: 1,
    day: 2,
    tries: 2,
    requests_an_hour: 1,
};

/// What is explored.
#[derive(Clone)]
struct Sites {
    /// The operator included.
    people: usize,
    sites: usize,
    /// The levels that are asked for by name.
    asked: &'static [(Role, Asked)],
    /// Whether operators are made and dropped.
    operators: bool,
    /// A passcode works at an active site too: what must be found.
    faulty: bool,
}

const PLAIN: &[(Role, Asked)] = &[(Role::User, None), (Role::Secondary, None)];
const LADDERS: &[(Role, Asked)] = &[
    (Role::User, None),
    (Role::User, Some((CONTACT, 1))),
    (Role::Secondary, None),
    (Role::Secondary, Some((MANAGE, 1))),
];

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Seen {
    state: State,
    /// What the last step broke.
    broken: Option<&'static str>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Step {
    Tick,
    Does(Who, Deed),
}

impl Sites {
    fn deeds(&self, state: &State) -> Vec<Deed> {
        let mut deeds = Vec::new();
        if state.sites.len() < self.sites {
            deeds.extend((0..self.people).map(|primary| Deed::Enroll { primary }));
        }
        for site in 0..state.sites.len() {
            deeds.extend([Deed::Withdraw { site }, Deed::Close { site }, Deed::Leave { site }]);
            deeds.extend([Presented::Newest, Presented::Another].map(|passcode| Deed::Authorize { site, passcode }));
            deeds.push(Deed::Nominate { site, claims: true });
            if state.sites[site].requests.is_empty() {
                deeds.push(Deed::Request { site });
            }
            for whom in 0..self.people {
                for (role, asked) in self.asked {
                    let (role, asked) = (*role, *asked);
                    deeds.push(Deed::Add { site, whom, role, asked, ends: asked.is_none() && role == Role::User });
                    deeds.push(Deed::Update { site, whom, role: Some(role), asked });
                }
                deeds.push(Deed::Revoke { site, whom });
                let former = [None, Some(Role::User), Some(Role::Secondary)];
                deeds.extend(former.map(|former| Deed::HandOver { site, whom, former }));
                deeds.extend([Role::User, Role::Secondary].map(|role| Deed::Approve { site, whom, role }));
                deeds.extend([Deed::TakeBack { site, whom }, Deed::Decline { site, whom }]);
            }
        }
        if self.operators {
            let of = |whom| [Deed::MakeOperator { whom }, Deed::DropOperator { whom }];
            deeds.extend((0..self.people).flat_map(of));
        }
        deeds
    }
}

impl Model for Sites {
    type State = Seen;
    type Action = Step;

    fn init_states(&self) -> Vec<Seen> {
        vec![Seen { state: State::new(self.people), broken: None }]
    }

    fn actions(&self, seen: &Seen, actions: &mut Vec<Step>) {
        if seen.broken.is_none() {
            actions.push(Step::Tick);
            let deeds = self.deeds(&seen.state);
            actions.extend((0..self.people).flat_map(|who| deeds.iter().map(move |deed| Step::Does(who, *deed))));
        }
    }

    fn next_state(&self, before: &Seen, step: Step) -> Option<Seen> {
        let mut state = before.state.clone();
        let broken = match step {
            Step::Tick => {
                state.pass(1, &SHORT);
                let grown = (0..state.sites.len()).any(|site| !gained(&before.state, &state, site).is_empty());
                grown.then_some("time gave somebody access")
            }
            Step::Does(who, deed) => {
                let verdict = state.does(who, deed, &SHORT);
                if let (true, Deed::Authorize { site, passcode: Presented::Newest }) = (self.faulty, deed)
                    && state.sites[site].status == Status::Active
                {
                    let primary = state.sites[site].grants.iter().flatten().next().cloned();
                    state.sites[site].grants[who] = primary;
                }
                broken(&before.state, who, deed, verdict, &state)
            }
        };
        (state != before.state || broken.is_some()).then_some(Seen { state, broken })
    }

    fn properties(&self) -> Vec<Property<Self>> {
        let mut all = vec![
            Property::<Self>::always("no step breaks a rule", |_, seen| seen.broken.is_none()),
            Property::<Self>::always("one Primary Contact where somebody came in, and none before", |_, seen| {
                seen.state.sites.iter().all(one_primary)
            }),
            Property::<Self>::always("roles and privileges fit", |_, seen| {
                seen.state.sites.iter().flat_map(|site| site.grants.iter().flatten()).all(|grant| match grant.role {
                    Role::Primary => grant.levels == TOP && grant.left.is_none(),
                    Role::Secondary => grant.levels[MANAGE] > 0,
                    Role::User => grant.levels[MANAGE] == 0 && grant.levels[CONTACT] == 0,
                })
            }),
            Property::<Self>::always("operators are apart, and there is one", |_, seen| apart(&seen.state)),
            Property::<Self>::always("passcodes and nominations are open where they can do something", |_, seen| {
                seen.state.sites.iter().all(nothing_dangles)
            }),
        ];
        if !self.faulty {
            all.push(Property::<Self>::sometimes("a Primary Contact hands over and is gone", |model, seen| {
                seen.state.sites.iter().any(|site| {
                    let role = |who: Who| site.grants[who].as_ref().map(|grant| grant.role);
                    model.people > 2 && role(1).is_none() && role(2) == Some(Role::Primary) && site.of_record == 2
                }) || model.people < 3
            }));
            all.push(Property::<Self>::sometimes("a passcode is spent by wrong tries", |_, seen| {
                seen.state
                    .sites
                    .iter()
                    .any(|site| site.status == Status::Sleeping && site.passcode.is_none() && site.requests == [0])
            }));
        }
        all
    }
}

fn one_primary(site: &crate::reference::Site) -> bool {
    let primaries: Vec<Who> = (0..site.grants.len())
        .filter(|who| site.grants[*who].as_ref().is_some_and(|grant| grant.role == Role::Primary))
        .collect();
    match site.status {
        Status::Active | Status::Closed => primaries == [site.of_record],
        Status::Sleeping | Status::Withdrawn => site.grants.iter().all(Option::is_none),
    }
}

fn apart(state: &State) -> bool {
    let tied = |who: Who| {
        state.sites.iter().any(|site| {
            let active = site.status == Status::Active && site.grants[who].is_some();
            let asks = matches!(site.nominations[who], Nomination::Open { .. });
            active || asks || (site.status == Status::Sleeping && site.of_record == who)
        })
    };
    let operators: Vec<Who> = (0..state.operators.len()).filter(|who| state.operators[*who]).collect();
    !operators.is_empty() && !operators.into_iter().any(tied)
}

fn nothing_dangles(site: &crate::reference::Site) -> bool {
    let open = |who: &Who| matches!(site.nominations[*who], Nomination::Open { .. });
    let asking: Vec<Who> = (0..site.nominations.len()).filter(open).collect();
    let ended = matches!(site.status, Status::Closed | Status::Withdrawn);
    (site.status == Status::Sleeping || site.passcode.is_none())
        && asking.iter().all(|who| !ended && site.grants[*who].is_none())
}

/// Who holds more at a site than before.
fn gained(before: &State, after: &State, site: usize) -> Vec<Who> {
    let levels = |state: &State, who: Who| {
        let place = state.sites.get(site)?;
        Some(place.grants[who].as_ref()?.levels)
    };
    let more = |who: &Who| {
        let (old, new) = (levels(before, *who), levels(after, *who));
        new.is_some_and(|new| old.is_none_or(|old| (0..6).any(|ladder| new[ladder] > old[ladder])))
    };
    (0..after.operators.len()).filter(more).collect()
}

/// Which rule a step broke, told from what was before and what is now.
fn broken(before: &State, who: Who, deed: Deed, verdict: Verdict, after: &State) -> Option<&'static str> {
    if verdict == Verdict::Unchanged && before != after {
        return Some("it changed something and says that it did not");
    }
    let mut plain = before.clone();
    for (old, new) in plain.sites.iter_mut().zip(&after.sites) {
        old.passcode.clone_from(&new.passcode);
    }
    if matches!(verdict, Verdict::Refused(_))
        && (plain != *after || !matches!(deed, Deed::Authorize { .. }) && before != after)
    {
        return Some("a refusal changed more than the tries of a passcode");
    }
    if before.operators != after.operators && !before.operators[who] {
        return Some("R15: somebody else than an operator made or dropped one");
    }
    (0..before.sites.len()).find_map(|site| broken_at(before, who, deed, after, site))
}

fn broken_at(before: &State, who: Who, deed: Deed, after: &State, site: usize) -> Option<&'static str> {
    let role = |state: &State, who: Who| Some(state.sites[site].grants[who].as_ref()?.role);
    let held = |who: Who| before.sites[site].grants[who].as_ref().map_or([0; 6], |grant| grant.levels);
    let people = 0..before.operators.len();
    let (old, new) = (&before.sites[site], &after.sites[site]);
    let was_primary = role(before, who) == Some(Role::Primary);
    let comes_in = matches!(deed, Deed::Authorize { passcode: Presented::Newest, site: there } if there == site)
        && (old.status, old.of_record) == (Status::Sleeping, who)
        && old.passcode.is_some();
    let gained = gained(before, after, site);
    let hands_over = matches!(deed, Deed::HandOver { site: there, .. } if there == site) && was_primary;
    if old.status != new.status && !comes_in && !before.operators[who] {
        return Some("R1: the status changed by somebody who is neither operator nor awaited");
    }
    if comes_in {
        return (gained != [who]).then_some("R2: coming in gave something to somebody else");
    }
    if old.of_record != new.of_record && !hands_over {
        return Some("R6: somebody else changed the Primary Contact");
    }
    if people.clone().any(|one| (role(before, one) == Some(Role::Primary)) != (role(after, one) == Some(Role::Primary)))
        && !hands_over
    {
        return Some("R7: the Primary Contact changed otherwise than by handing over");
    }
    let secondary = |state: &State, one: Who| role(state, one) == Some(Role::Secondary);
    let touched = |one: &Who| old.grants[*one] != new.grants[*one];
    for one in people.filter(touched) {
        if old.status != Status::Active && !(one == who && new.grants[one].is_none()) {
            return Some("R1: access changed where nobody is in");
        }
        if (secondary(before, one) || secondary(after, one)) && one != who && !was_primary {
            return Some("R3: somebody else than the Primary Contact named, changed or removed a Secondary Contact");
        }
        if one == who && new.grants[one].is_some() && !hands_over {
            return Some("R8: somebody changed their own access");
        }
        if one != who && held(who)[MANAGE] < 2 {
            return Some("R4: somebody changed access who does not manage it");
        }
        if before.operators[who] || before.operators[one] && new.grants[one].is_some() {
            return Some("R15: an operator gave or got access");
        }
        let levels = new.grants[one].as_ref().map_or([0; 6], |grant| grant.levels);
        if (0..6).any(|ladder| levels[ladder] > held(one)[ladder] && levels[ladder] > held(who)[ladder]) {
            return Some("R9: more was given than its giver holds");
        }
    }
    let answered = matches!(deed, Deed::Approve { .. } | Deed::Decline { .. }) && old.nominations != new.nominations;
    (answered && !was_primary).then_some("R11: somebody else than the Primary Contact answered a nomination")
}

/// Explores to the end, or to the first violation. Gives the number of states and what was found.
fn explore<M>(name: &str, model: M) -> (usize, Vec<String>)
where
    M: Model + Send + Sync + 'static,
    M::State: Send + Sync + std::hash::Hash + PartialEq + std::fmt::Debug + Clone,
    M::Action: Clone + std::fmt::Debug + PartialEq,
{
    let begun = Instant::now();
    let checker = model.checker().threads(2).finish_when(HasDiscoveries::AnyFailures).spawn_bfs().join();
    let violations: Vec<String> = checker
        .discoveries()
        .into_iter()
        .filter(|(property, _)| {
            matches!(checker.discovery_classification(property), DiscoveryClassification::Counterexample)
        })
        .map(|(property, path)| format!("{property}: {:?}\n{:#?}", path.last_state().clone(), path.into_actions()))
        .collect();
    let states = checker.unique_state_count();
    println!("{name}: {states} states in {:.1?}, {} violations", begun.elapsed(), violations.len());
    if violations.is_empty() {
        assert!(checker.is_done(), "{name} has no end");
        checker.assert_properties();
    }
    (states, violations)
}

const ONE_SITE: Sites = Sites { people: 3, sites: 1, asked: PLAIN, operators: false, faulty: false };

#[test]
fn two_people_at_one_site_never_break_a_rule() {
    let (states, violations) = explore("2 people × 1 site", Sites { asked: LADDERS, ..ONE_SITE });
    assert!(violations.is_empty(), "{violations:#?}");
    assert!(states > 800, "{states}");
}

#[test]
fn a_passcode_that_works_twice_is_found() {
    let (_, violations) = explore("with a fault", Sites { faulty: true, ..ONE_SITE });
    assert!(violations.iter().any(|text| text.contains("Authorize")), "{violations:#?}");
}

#[test]
#[ignore = "long; in a release build"]
fn three_people_at_one_site_and_two_at_two_never_break_a_rule() {
    for (name, model) in [
        ("3 people × 1 site", Sites { people: 4, ..ONE_SITE }),
        ("2 people × 2 sites", Sites { sites: 2, ..ONE_SITE }),
        ("2 people × 1 site, with ladders and operators", Sites { asked: LADDERS, operators: true, ..ONE_SITE }),
    ] {
        let (_, violations) = explore(name, model);
        assert!(violations.is_empty(), "{violations:#?}");
    }
}

/// The way in of one person, who knows the password, the answer and their mail, among strangers who know none of them.
#[derive(Clone)]
struct WayIn {
    /// Strangers can guess the newest code: what must be found.
    faulty: bool,
}

const TIGHT: Limits =
    Limits { hour: 3600, letters_an_hour: 2, answers: 2, disabled: 9, forgiven: 8000, sign_in: 3000, idle: 1800 };

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Try {
    Wait(i64),
    Owner(Knock),
    Stranger(Knock),
}

impl Model for WayIn {
    type State = (Door, Option<&'static str>);
    type Action = Try;

    fn init_states(&self) -> Vec<Self::State> {
        vec![(Door::new(true), None)]
    }

    fn actions(&self, (door, broken): &Self::State, actions: &mut Vec<Try>) {
        // Beyond the limit nothing new comes of one more.
        if broken.is_some() || door.replaced > 1 || door.failures > TIGHT.disabled {
            return;
        }
        let resets = |newest| [true, false].map(|answer| Knock::Reset { newest, answer });
        actions.extend([Try::Wait(601), Try::Wait(3601)]);
        actions.extend([Knock::SignIn { right: true }, Knock::SignIn { right: false }, Knock::Recover].map(Try::Owner));
        actions.extend(resets(true).map(Try::Owner));
        actions.extend([Knock::SignIn { right: false }, Knock::Recover].map(Try::Stranger));
        actions.extend(resets(self.faulty).map(Try::Stranger));
    }

    fn next_state(&self, (before, _): &Self::State, step: Try) -> Option<Self::State> {
        let mut door = before.clone();
        let broken = match step {
            Try::Wait(time) => {
                door.pass(time, &TIGHT);
                None
            }
            Try::Owner(knock) => {
                let verdict = door.knock(knock, &TIGHT);
                let replaced = door.replaced != before.replaced;
                let may = knock == (Knock::Reset { newest: true, answer: true }) && before.recovery.is_some();
                let outlived = replaced && door.signed_in.is_some();
                let unasked = replaced != (may && verdict == Verdict::Done);
                unasked
                    .then_some("a password was replaced without its code")
                    .or(outlived.then_some("a sign-in outlived its password"))
            }
            Try::Stranger(knock) => {
                door.knock(knock, &TIGHT);
                let came_in = door.signed_in > before.signed_in || door.replaced != before.replaced;
                let ended = before.signed_in.is_some() && door.signed_in.is_none();
                came_in.then_some("a stranger came in").or(ended.then_some("a stranger ended a sign-in"))
            }
        };
        // It is the idle time of operators alone that counts.
        door.unused = 0;
        (door != *before || broken.is_some()).then_some((door, broken))
    }

    fn properties(&self) -> Vec<Property<Self>> {
        vec![
            Property::<Self>::always("nobody but the owner comes in", |_, (_, broken)| broken.is_none()),
            Property::<Self>::always("nobody waits longer than an hour", |_, (door, _)| door.wait <= 3600),
            Property::<Self>::always("the owner is never shut out for longer than an hour", |_, (door, _)| {
                let mut door = door.clone();
                let right = Knock::Reset { newest: true, answer: true };
                let now = door.recovery.is_some() && door.clone().knock(right, &TIGHT) == Verdict::Done;
                door.pass(3601, &TIGHT);
                door.knock(Knock::Recover, &TIGHT);
                let later = door.knock(right, &TIGHT) == Verdict::Done;
                now || later && door.knock(Knock::SignIn { right: true }, &TIGHT) == Verdict::Done
            }),
            Property::<Self>::sometimes("a password is disabled", |_, (door, _)| door.failures >= TIGHT.disabled),
        ]
    }
}

#[test]
fn nobody_but_the_owner_comes_in_and_the_owner_always_can() {
    let (states, violations) = explore("recovery", WayIn { faulty: false });
    assert!(violations.is_empty(), "{violations:#?}");
    assert!(states > 1000, "{states}");
    let (_, violations) = explore("recovery with a fault", WayIn { faulty: true });
    assert!(violations.iter().any(|text| text.contains("a stranger came in")), "{violations:#?}");
}
