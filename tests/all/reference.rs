//! The rules of authority once more, written from the rules and not from the program: who may enrol, come in, give, take,
//! ask, answer, hand over and recover, and which refusal comes first.
//!
//! Explored to exhaustion in `explored.rs`, held against the program in `sequences.rs`.
//!
//! What must hold: nothing here comes from `pao`, or the two would agree for no reason. Times are what is left of them, so
//! that the same situation is the same state whenever it is reached.

/// Somebody, by their place among the people; the first is an operator from the beginning.
pub type Who = usize;

/// The ladders by their places in [`Levels`].
pub const TOOLS: usize = 0;
pub const MANAGE: usize = 4;
pub const CONTACT: usize = 5;
/// tools, reporting, entitlements, documents, manage-access, contact-update.
pub type Levels = [u8; 6];
/// The top of every ladder.
pub const TOP: Levels = [3, 1, 2, 1, 2, 2];

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    User,
    Secondary,
    Primary,
}

impl Role {
    fn levels(self) -> Levels {
        match self {
            Self::User => [1, 0, 0, 0, 0, 0],
            Self::Secondary => [3, 1, 1, 1, 2, 0],
            Self::Primary => TOP,
        }
    }
}

/// Access that somebody has; `left` until it stops by itself.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Grant {
    pub role: Role,
    pub levels: Levels,
    pub left: Option<i64>,
}

impl Grant {
    fn of(role: Role) -> Self {
        Self { role, levels: role.levels(), left: None }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Status {
    Sleeping,
    Active,
    Closed,
    Withdrawn,
}

/// The newest passcode, while it is good.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Passcode {
    pub left: i64,
    pub tries: u8,
}

/// What somebody asked last at a site. While the site sleeps nothing is left to run out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Nomination {
    Never,
    Open {
        left: Option<i64>,
    },
    /// Answered, withdrawn or run out; so long until they may ask again.
    Settled {
        pause: i64,
    },
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Site {
    pub status: Status,
    /// Whose address stands as the Primary Contact's on the form.
    pub of_record: Who,
    pub passcode: Option<Passcode>,
    /// How long ago passcodes were requested, within a day.
    pub requests: Vec<i64>,
    pub grants: Vec<Option<Grant>>,
    pub nominations: Vec<Nomination>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct State {
    pub operators: Vec<bool>,
    pub sites: Vec<Site>,
}

/// Which passcode is presented.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Presented {
    /// The newest that was mailed for the site.
    Newest,
    /// One that was never mailed, or an older one.
    Another,
}

/// A level that is asked for by name.
pub type Asked = Option<(usize, u8)>;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Deed {
    Enroll { primary: Who },
    Withdraw { site: usize },
    Close { site: usize },
    Request { site: usize },
    Authorize { site: usize, passcode: Presented },
    Add { site: usize, whom: Who, role: Role, asked: Asked, ends: bool },
    Update { site: usize, whom: Who, role: Option<Role>, asked: Asked },
    Revoke { site: usize, whom: Who },
    Leave { site: usize },
    HandOver { site: usize, whom: Who, former: Option<Role> },
    Nominate { site: usize, claims: bool },
    TakeBack { site: usize, whom: Who },
    Approve { site: usize, whom: Who, role: Role },
    Decline { site: usize, whom: Who },
    MakeOperator { whom: Who },
    DropOperator { whom: Who },
}

/// What became of a deed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Done,
    Unchanged,
    Refused(&'static str),
}
use Verdict::{Done, Refused, Unchanged};

/// How long things last, in whatever unit time passes.
#[derive(Debug, Clone)]
pub struct Lives {
    pub welcome: i64,
    pub requested: i64,
    pub access: i64,
    pub nomination: i64,
    pub pause: i64,
    pub hour: i64,
    pub day: i64,
    /// Wrong tries that spend a passcode.
    pub tries: u8,
    pub requests_an_hour: usize,
}

/// As product.md has them, in seconds.
pub const REAL: Lives = Lives {
    welcome: 30 * 86_400,
    requested: 3600,
    access: 30 * 86_400,
    nomination: 30 * 86_400,
    pause: 7 * 86_400,
    hour: 3600,
    day: 86_400,
    tries: 5,
    requests_an_hour: 3,
};

impl State {
    /// So many people and no site; the first of them is the operator.
    pub fn new(people: usize) -> Self {
        Self { operators: (0..people).map(|who| who == 0).collect(), sites: Vec::new() }
    }

    /// Time passes.
    pub fn pass(&mut self, time: i64, lives: &Lives) {
        for site in &mut self.sites {
            if let Some(passcode) = &mut site.passcode {
                passcode.left -= time;
            }
            site.passcode.take_if(|passcode| passcode.left <= 0);
            site.requests.iter_mut().for_each(|ago| *ago += time);
            site.requests.retain(|ago| *ago < lives.day);
            for grant in &mut site.grants {
                if let Some(Grant { left: Some(left), .. }) = grant {
                    *left -= time;
                }
                grant.take_if(|grant| grant.left.is_some_and(|left| left < 0));
            }
            for nomination in &mut site.nominations {
                match nomination {
                    Nomination::Open { left: Some(left) } if *left < time => {
                        *nomination = Nomination::Settled { pause: 0 };
                    }
                    Nomination::Open { left: Some(left) } => *left -= time,
                    Nomination::Settled { pause } => *pause = (*pause - time).max(0),
                    Nomination::Never | Nomination::Open { left: None } => {}
                }
            }
        }
    }

    /// `who` does something. A refusal changes nothing but the count of tries.
    pub fn does(&mut self, who: Who, deed: Deed, lives: &Lives) -> Verdict {
        self.judged(who, deed, lives).unwrap_or_else(Refused)
    }

    fn judged(&mut self, who: Who, deed: Deed, lives: &Lives) -> Result<Verdict, &'static str> {
        match deed {
            Deed::Enroll { primary } => self.enroll(who, primary, lives),
            Deed::Withdraw { site } => self.end(who, site, Status::Sleeping, Status::Withdrawn),
            Deed::Close { site } => self.end(who, site, Status::Active, Status::Closed),
            Deed::Request { site } => self.request(who, site, lives),
            Deed::Authorize { site, passcode } => self.authorize(who, site, passcode, lives),
            Deed::Add { site, whom, role, asked, ends } => self.add(who, site, whom, role, asked, ends, lives),
            Deed::Update { site, whom, role, asked } => self.update(who, site, whom, role, asked),
            Deed::Revoke { site, whom } => self.revoke(who, site, whom),
            Deed::Leave { site } => self.leave(who, site),
            Deed::HandOver { site, whom, former } => self.hand_over(who, site, whom, former),
            Deed::Nominate { site, .. } => self.nominate(who, site, lives),
            Deed::TakeBack { site, whom } => self.take_back(who, site, whom),
            Deed::Approve { site, whom, role } => self.approve(who, site, whom, role),
            Deed::Decline { site, whom } => self.decline(who, site, whom, lives),
            Deed::MakeOperator { whom } => self.make_operator(who, whom),
            Deed::DropOperator { whom } => self.drop_operator(who, whom),
        }
    }

    fn is_operator(&self, who: Who) -> bool {
        self.operators[who]
    }

    fn held(&self, site: usize, who: Who) -> Option<&Grant> {
        self.sites.get(site)?.grants[who].as_ref()
    }

    fn role(&self, site: usize, who: Who) -> Option<Role> {
        Some(self.held(site, who)?.role)
    }

    fn awaits(&self, site: usize, who: Who) -> bool {
        self.sites.get(site).is_some_and(|site| site.status == Status::Sleeping && site.of_record == who)
    }

    /// R16, R15 and R1, as everything at a site begins.
    fn enters(&self, who: Who, site: usize) -> Result<(), &'static str> {
        self.reaches(who, site)?;
        if self.is_operator(who) {
            return Err("operator_apart");
        }
        self.awake(site)
    }

    fn reaches(&self, who: Who, site: usize) -> Result<(), &'static str> {
        let seen = site < self.sites.len()
            && (self.is_operator(who) || self.held(site, who).is_some() || self.awaits(site, who));
        if seen { Ok(()) } else { Err("not_found") }
    }

    fn awake(&self, site: usize) -> Result<(), &'static str> {
        if self.sites[site].status == Status::Active { Ok(()) } else { Err("site_not_active") }
    }

    fn vendor(&self, who: Who) -> Result<(), &'static str> {
        if self.is_operator(who) { Ok(()) } else { Err("operator_only") }
    }

    fn enroll(&mut self, who: Who, primary: Who, lives: &Lives) -> Result<Verdict, &'static str> {
        self.vendor(who)?;
        if self.is_operator(primary) {
            return Err("operator_apart");
        }
        let people = self.operators.len();
        self.sites.push(Site {
            status: Status::Sleeping,
            of_record: primary,
            passcode: Some(Passcode { left: lives.welcome, tries: 0 }),
            requests: Vec::new(),
            grants: vec![None; people],
            nominations: vec![Nomination::Never; people],
        });
        Ok(Done)
    }

    fn end(&mut self, who: Who, site: usize, from: Status, to: Status) -> Result<Verdict, &'static str> {
        self.reaches(who, site)?;
        self.vendor(who)?;
        let place = &mut self.sites[site];
        if matches!(place.status, Status::Closed | Status::Withdrawn) {
            return Err("site_not_active");
        }
        if place.status != from {
            return Err("wrong_state");
        }
        place.status = to;
        place.passcode = None;
        for nomination in &mut place.nominations {
            if matches!(nomination, Nomination::Open { .. }) {
                *nomination = Nomination::Settled { pause: 0 };
            }
        }
        Ok(Done)
    }

    /// The same answer for everybody but operators.
    fn request(&mut self, who: Who, site: usize, lives: &Lives) -> Result<Verdict, &'static str> {
        if self.is_operator(who) {
            return Err("operator_apart");
        }
        if self.awaits(site, who) {
            let place = &mut self.sites[site];
            let lately = place.requests.iter().filter(|ago| **ago < lives.hour).count();
            if lately < lives.requests_an_hour && place.requests.len() < 10 {
                place.passcode = Some(Passcode { left: lives.requested, tries: 0 });
                place.requests.push(0);
            }
        }
        Ok(Done)
    }

    fn authorize(
        &mut self,
        who: Who,
        site: usize,
        presented: Presented,
        lives: &Lives,
    ) -> Result<Verdict, &'static str> {
        if self.is_operator(who) {
            return Err("operator_apart");
        }
        if !self.awaits(site, who) {
            return Err("passcode_not_accepted");
        }
        let place = &mut self.sites[site];
        let Some(passcode) = &mut place.passcode else { return Err("passcode_not_accepted") };
        if presented != Presented::Newest {
            passcode.tries += 1;
            place.passcode.take_if(|passcode| passcode.tries >= lives.tries);
            return Err("passcode_not_accepted");
        }
        place.status = Status::Active;
        place.passcode = None;
        place.grants[who] = Some(Grant::of(Role::Primary));
        for nomination in &mut place.nominations {
            if *nomination == (Nomination::Open { left: None }) {
                *nomination = Nomination::Open { left: Some(lives.nomination) };
            }
        }
        Ok(Done)
    }

    /// R4.
    fn manages(&self, site: usize, who: Who) -> Result<(), &'static str> {
        let held = self.held(site, who).map_or(0, |grant| grant.levels[MANAGE]);
        if held == 2 { Ok(()) } else { Err("manager_only") }
    }

    /// R7, R8, R3, in this order; `roles` are those that the person has or is to have.
    fn may_touch(&self, site: usize, who: Who, whom: Who, wanted: Option<Role>) -> Result<(), &'static str> {
        let has = self.role(site, whom);
        if has == Some(Role::Primary) {
            return Err("primary_stays");
        }
        if who == whom {
            return Err("own_access");
        }
        let secondary = [has, wanted].contains(&Some(Role::Secondary));
        if secondary && self.role(site, who) != Some(Role::Primary) {
            return Err("primary_only");
        }
        Ok(())
    }

    /// R10 and R9.
    fn may_hold(&self, site: usize, who: Who, whom: Who, role: Role, levels: Levels) -> Result<(), &'static str> {
        let fits = match role {
            Role::User => levels[MANAGE] == 0 && levels[CONTACT] == 0,
            Role::Secondary => levels[MANAGE] > 0,
            Role::Primary => true,
        };
        if !fits {
            return Err("role_privilege");
        }
        let own = self.held(site, who).map_or([0; 6], |grant| grant.levels);
        let before = self.held(site, whom).map_or([0; 6], |grant| grant.levels);
        let raised = (0..6).any(|ladder| levels[ladder] > before[ladder] && levels[ladder] > own[ladder]);
        if raised { Err("exceeds_own") } else { Ok(()) }
    }

    /// The defaults of a role, none above the giver's own, and what is asked for instead.
    fn offered(&self, site: usize, who: Who, role: Role, asked: Asked) -> Levels {
        let own = self.held(site, who).map_or([0; 6], |grant| grant.levels);
        let mut levels = role.levels();
        for ladder in 0..6 {
            levels[ladder] = levels[ladder].min(own[ladder]);
        }
        if let Some((ladder, level)) = asked {
            levels[ladder] = level;
        }
        levels
    }

    #[expect(clippy::too_many_arguments, reason = "what is typed")]
    fn add(
        &mut self,
        who: Who,
        site: usize,
        whom: Who,
        role: Role,
        asked: Asked,
        ends: bool,
        lives: &Lives,
    ) -> Result<Verdict, &'static str> {
        self.enters(who, site)?;
        self.manages(site, who)?;
        self.may_touch(site, who, whom, Some(role))?;
        if self.is_operator(whom) {
            return Err("operator_apart");
        }
        let levels = self.offered(site, who, role, asked);
        self.may_hold(site, who, whom, role, levels)?;
        if let Some(has) = self.held(site, whom) {
            return if has.role == role && has.levels == levels { Ok(Unchanged) } else { Err("conflict") };
        }
        self.give(site, whom, Grant { role, levels, left: ends.then_some(lives.access) });
        Ok(Done)
    }

    /// Who has been given access has nothing more to ask for.
    fn give(&mut self, site: usize, whom: Who, grant: Grant) {
        let place = &mut self.sites[site];
        place.grants[whom] = Some(grant);
        if matches!(place.nominations[whom], Nomination::Open { .. }) {
            place.nominations[whom] = Nomination::Settled { pause: 0 };
        }
    }

    fn update(
        &mut self,
        who: Who,
        site: usize,
        whom: Who,
        role: Option<Role>,
        asked: Asked,
    ) -> Result<Verdict, &'static str> {
        self.enters(who, site)?;
        self.manages(site, who)?;
        self.may_touch(site, who, whom, role)?;
        let Some(has) = self.held(site, whom).cloned() else { return Err("not_found") };
        let mut levels = has.levels;
        match role {
            Some(Role::User) => (levels[MANAGE], levels[CONTACT]) = (0, 0),
            Some(Role::Secondary) => levels[MANAGE] = 2,
            Some(Role::Primary) | None => {}
        }
        if let Some((ladder, level)) = asked {
            levels[ladder] = level;
        }
        let wanted = Grant { role: role.unwrap_or(has.role), levels, left: has.left };
        self.may_hold(site, who, whom, wanted.role, levels)?;
        if wanted == has {
            return Ok(Unchanged);
        }
        self.sites[site].grants[whom] = Some(wanted);
        Ok(Done)
    }

    fn revoke(&mut self, who: Who, site: usize, whom: Who) -> Result<Verdict, &'static str> {
        self.enters(who, site)?;
        self.manages(site, who)?;
        self.may_touch(site, who, whom, None)?;
        self.sites[site].grants[whom].take().map(|_| Done).ok_or("not_found")
    }

    /// At a closed site too.
    fn leave(&mut self, who: Who, site: usize) -> Result<Verdict, &'static str> {
        self.reaches(who, site)?;
        if self.is_operator(who) {
            return Err("operator_apart");
        }
        match self.role(site, who) {
            None => Err("site_not_active"),
            Some(Role::Primary) => Err("primary_stays"),
            Some(Role::Secondary | Role::User) => {
                self.sites[site].grants[who] = None;
                Ok(Done)
            }
        }
    }

    fn hand_over(&mut self, who: Who, site: usize, whom: Who, former: Option<Role>) -> Result<Verdict, &'static str> {
        self.enters(who, site)?;
        if self.role(site, who) != Some(Role::Primary) {
            return Err("change_primary_only");
        }
        if self.is_operator(whom) {
            return Err("operator_apart");
        }
        if who == whom || self.held(site, whom).is_none() {
            return Err("wrong_state");
        }
        let place = &mut self.sites[site];
        place.grants[whom] = Some(Grant::of(Role::Primary));
        place.grants[who] = former.map(Grant::of);
        place.of_record = whom;
        Ok(Done)
    }

    /// With the right pair of number and address.
    fn nominate(&mut self, who: Who, site: usize, lives: &Lives) -> Result<Verdict, &'static str> {
        let Some(place) = self.sites.get(site) else { return Err("not_found") };
        if self.is_operator(who) {
            return Err("operator_apart");
        }
        if matches!(place.status, Status::Closed | Status::Withdrawn) {
            return Err("not_found");
        }
        if place.grants[who].is_some() || matches!(place.nominations[who], Nomination::Open { .. }) {
            return Err("already_exists");
        }
        let pausing = matches!(place.nominations[who], Nomination::Settled { pause } if pause > 0);
        if self.awaits(site, who) || pausing {
            return Err("wrong_state");
        }
        let left = (place.status == Status::Active).then_some(lives.nomination);
        self.sites[site].nominations[who] = Nomination::Open { left };
        Ok(Done)
    }

    /// R16 on the number of what `whom` asked last, then R15 and R1.
    fn reaches_nomination(&self, who: Who, site: usize, whom: Who) -> Result<(), &'static str> {
        let asked = self.sites.get(site).is_some_and(|place| place.nominations[whom] != Nomination::Never);
        if !asked || (who != whom && self.reaches(who, site).is_err()) {
            return Err("not_found");
        }
        if self.is_operator(who) {
            return Err("operator_apart");
        }
        self.awake(site)
    }

    fn take_back(&mut self, who: Who, site: usize, whom: Who) -> Result<Verdict, &'static str> {
        self.reaches_nomination(who, site, whom)?;
        if who != whom {
            let primary = self.role(site, who) == Some(Role::Primary);
            return Err(if primary { "wrong_state" } else { "nomination_primary_only" });
        }
        self.settle(site, whom, 0)
    }

    /// R11.
    fn answers(&self, who: Who, site: usize, whom: Who) -> Result<(), &'static str> {
        self.reaches_nomination(who, site, whom)?;
        let may = who != whom && self.role(site, who) == Some(Role::Primary);
        if may { Ok(()) } else { Err("nomination_primary_only") }
    }

    fn approve(&mut self, who: Who, site: usize, whom: Who, role: Role) -> Result<Verdict, &'static str> {
        self.answers(who, site, whom)?;
        if self.is_operator(whom) {
            return Err("operator_apart");
        }
        let levels = self.offered(site, who, role, None);
        self.settle(site, whom, 0)?;
        self.give(site, whom, Grant { role, levels, left: None });
        Ok(Done)
    }

    fn decline(&mut self, who: Who, site: usize, whom: Who, lives: &Lives) -> Result<Verdict, &'static str> {
        self.answers(who, site, whom)?;
        self.settle(site, whom, lives.pause)
    }

    fn settle(&mut self, site: usize, whom: Who, pause: i64) -> Result<Verdict, &'static str> {
        let nomination = &mut self.sites[site].nominations[whom];
        if !matches!(nomination, Nomination::Open { .. }) {
            return Err("wrong_state");
        }
        *nomination = Nomination::Settled { pause };
        Ok(Done)
    }

    fn make_operator(&mut self, who: Who, whom: Who) -> Result<Verdict, &'static str> {
        self.vendor(who)?;
        if self.is_operator(whom) {
            return Ok(Unchanged);
        }
        let tied = (0..self.sites.len()).any(|number| {
            let site = &self.sites[number];
            let active = site.status == Status::Active && site.grants[whom].is_some();
            active || self.awaits(number, whom) || matches!(site.nominations[whom], Nomination::Open { .. })
        });
        if tied {
            return Err("operator_apart");
        }
        self.operators[whom] = true;
        Ok(Done)
    }

    /// Never below one.
    fn drop_operator(&mut self, who: Who, whom: Who) -> Result<Verdict, &'static str> {
        self.vendor(who)?;
        if !self.is_operator(whom) {
            return Err("not_found");
        }
        if self.operators.iter().filter(|operator| **operator).count() == 1 {
            return Err("last_operator");
        }
        self.operators[whom] = false;
        Ok(Done)
    }
}
