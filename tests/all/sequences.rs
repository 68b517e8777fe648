//! Random sequences of commands under a moving clock: the program and the reference model say the same of every one, and
//! hold the same afterwards.
//!
//! A sequence is its seed. 10,000 of them: `cargo test --release --test all sequences -- --ignored --nocapture`; from
//! `PAO_SEED` on, which also runs a single one again (`PAO_SEQUENCES=1`).
#![expect(clippy::print_stdout, reason = "how many sequences ran is part of the result")]
use crate::doors::{self, Door, Knock};
use crate::reference::{CONTACT, Deed, MANAGE, Nomination, Presented, REAL, Role, State, Status, TOOLS, Verdict, Who};
use crate::world::{Frozen, OPS, Run, Scene, password};
use rand::{RngExt as _, SeedableRng as _, rngs::StdRng};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::{fs, thread};

/// The operator and four others.
const IDS: [&str; 5] = [OPS, "ann@example.com", "bob@example.com", "cy@example.com", "dee@example.com"];
const SITES: usize = 2;
/// How far the clock moves: no sum of them falls on the second at which anything ends.
const TICKS: [i64; 7] = [11, 11, 2101, 3667, 32_407, 700_001, 2_700_013];
/// No command line of a sequence gives this one out.
const WRONG: &str = "not the password of anybody";

/// What can happen in a sequence.
#[derive(Debug, Clone, Copy)]
enum Step {
    Tick(i64),
    Does(Who, Deed),
    Knocks(Who, Knock),
    /// The timer does what is due.
    Maintain,
}

/// One machine, on which one sequence after the other is played.
struct Stage {
    scene: Scene,
    frozen: Frozen,
}

/// One sequence: what the model holds, and what is needed to type the commands.
struct Play<'s> {
    scene: &'s Scene,
    state: State,
    doors: Vec<Door>,
    numbers: Vec<String>,
    passwords: Vec<String>,
    /// The letters that were there before.
    letters: usize,
    heard: BTreeMap<String, u32>,
    log: String,
}

impl Stage {
    fn build() -> Self {
        let scene = Scene::new();
        scene.init();
        for id in &IDS[1..] {
            scene.person(id);
        }
        scene.advance(2 * 3600);
        let frozen = scene.freeze();
        Self { scene, frozen }
    }

    /// Plays the sequence of this seed. Gives what was heard, each verdict with its count.
    fn play(&self, seed: u64) -> BTreeMap<String, u32> {
        let scene = &self.scene;
        let _ = fs::remove_dir_all(scene.path("state"));
        scene.thaw(&self.frozen);
        let mut play = Play {
            scene,
            state: State::new(IDS.len()),
            doors: (0..IDS.len()).map(|who| Door::new(who != 0)).collect(),
            numbers: Vec::new(),
            passwords: IDS.iter().map(|id| password(id)).collect(),
            letters: scene.posted.borrow().len(),
            heard: BTreeMap::new(),
            log: format!("seed {seed}\n"),
        };
        let mut dice = StdRng::seed_from_u64(seed);
        if dice.random_bool(0.8) {
            for step in opening(&mut dice) {
                play.step(step);
            }
        }
        for _ in 0..dice.random_range(30..=60) {
            for step in play.next(&mut dice) {
                play.step(step);
            }
        }
        scene.posted.borrow_mut().truncate(play.letters);
        if play.doors[0].signed_in.is_some() && seed.is_multiple_of(16) {
            scene.call("nobody", ["db", "check"]).run().done();
        }
        play.heard
    }
}

/// Two sites whose Primary Contacts are in, and some whom they let in: most sequences go on from here.
fn opening(dice: &mut StdRng) -> Vec<Step> {
    let signs_in = |who| Step::Knocks(who, Knock::SignIn { right: true });
    let mut steps = vec![signs_in(0)];
    for site in 0..SITES {
        let who = site + 1;
        let comes_in = Deed::Authorize { site, passcode: Presented::Newest };
        let adds = |whom, role, asked| Step::Does(who, Deed::Add { site, whom, role, asked, ends: false });
        steps.extend([Step::Does(0, Deed::Enroll { primary: who }), signs_in(who), Step::Does(who, comes_in)]);
        steps.push(adds(3, Role::Secondary, Some((TOOLS, dice.random_range(0..=3)))));
        if site == 0 {
            steps.push(adds(4, Role::User, None));
        }
    }
    steps
}

/// What is done next.
impl Play<'_> {
    /// One step, with signing in before it where it takes that.
    fn next(&self, dice: &mut StdRng) -> Vec<Step> {
        let site = dice.random_range(0..SITES);
        let who = self.somebody(site, dice);
        match dice.random_range(0..100) {
            0..14 => vec![Step::Tick(TICKS[dice.random_range(0..TICKS.len())])],
            14..17 => vec![Step::Maintain],
            17..22 => vec![Step::Knocks(who, Knock::SignIn { right: dice.random_bool(0.3) })],
            22..25 => vec![Step::Knocks(who, Knock::Recover)],
            25..29 => {
                let knock = Knock::Reset { newest: dice.random_bool(0.7), answer: dice.random_bool(0.6) };
                vec![Step::Knocks(who, knock)]
            }
            _ => {
                let deed = self.deed(who, site, dice);
                let out = !self.doors[who].clone().used(self.state.operators[who], &doors::REAL);
                let knock = (out && dice.random_bool(0.9)).then_some(Step::Knocks(who, Knock::SignIn { right: true }));
                knock.into_iter().chain([Step::Does(who, deed)]).collect()
            }
        }
    }

    /// Mostly somebody who may do something.
    fn somebody(&self, site: usize, dice: &mut StdRng) -> Who {
        let anybody = dice.random_range(0..IDS.len());
        match self.state.sites.get(site) {
            Some(site) if dice.random_bool(0.4) => site.of_record,
            Some(site) if dice.random_bool(0.5) => {
                let managing =
                    |who: &Who| site.grants[*who].as_ref().is_some_and(|grant| grant.role == Role::Secondary);
                (0..IDS.len()).find(managing).unwrap_or(anybody)
            }
            None if dice.random_bool(0.7) => 0,
            _ => anybody,
        }
    }

    fn deed(&self, who: Who, site: usize, dice: &mut StdRng) -> Deed {
        let whom = dice.random_range(0..IDS.len());
        let role = if dice.random_bool(0.5) { Role::User } else { Role::Secondary };
        let some_role = dice.random_bool(0.5).then_some(role);
        let asked = dice.random_bool(0.5).then(|| {
            let (ladder, top) = [(TOOLS, 3), (MANAGE, 2), (CONTACT, 2)][dice.random_range(0..3)];
            (ladder, dice.random_range(0..=top))
        });
        let full = self.state.sites.len() == SITES;
        let asleep = self.state.sites.get(site).is_some_and(|site| site.status == Status::Sleeping);
        match dice.random_range(0..100) {
            0..30 if !full => Deed::Enroll { primary: whom },
            0..30 if asleep && dice.random_bool(0.3) => Deed::Request { site },
            0..30 if asleep => {
                let right = dice.random_bool(0.7);
                Deed::Authorize { site, passcode: if right { Presented::Newest } else { Presented::Another } }
            }
            30 => Deed::Withdraw { site },
            31 => Deed::Close { site },
            32 => Deed::Request { site },
            33..35 => Deed::Authorize { site, passcode: Presented::Newest },
            35..38 => Deed::MakeOperator { whom },
            38..41 => Deed::DropOperator { whom },
            41..49 => Deed::Nominate { site, claims: dice.random_bool(0.5) },
            49..51 => Deed::TakeBack { site, whom: if dice.random_bool(0.6) { who } else { whom } },
            51..57 => Deed::Approve { site, whom, role },
            57..60 => Deed::Decline { site, whom },
            60..66 => Deed::HandOver { site, whom, former: some_role },
            66..68 => Deed::Leave { site },
            68..73 => Deed::Revoke { site, whom },
            73..85 => Deed::Update { site, whom, role: some_role, asked: asked.or(Some((TOOLS, 2))) },
            _ => Deed::Add { site, whom, role, asked, ends: dice.random_bool(0.3) },
        }
    }
}

/// What the program and the model do.
impl Play<'_> {
    fn step(&mut self, step: Step) {
        let _ = writeln!(self.log, "{step:?}");
        let (expected, run) = match step {
            Step::Tick(seconds) => {
                self.scene.advance(seconds);
                self.state.pass(seconds, &REAL);
                self.doors.iter_mut().for_each(|door| door.pass(seconds, &doors::REAL));
                return;
            }
            Step::Maintain => (Verdict::Done, self.scene.run("nobody", ["maintain"])),
            Step::Knocks(who, knock) => {
                let run = self.knocks(who, knock);
                (self.doors[who].knock(knock, &doors::REAL), run)
            }
            Step::Does(who, deed) => {
                let run = self.does(who, deed);
                (self.expected(who, deed), run)
            }
        };
        let said = match (run.status, run.code()) {
            (0, None) if run.out.contains("\"changed\": false") || run.out.contains("\"changed\":false") => {
                Verdict::Unchanged
            }
            (0, None) => Verdict::Done,
            (_, Some(code)) => Verdict::Refused(String::leak(code)),
            _ => panic!("neither done nor refused: {run}\n{}", self.log),
        };
        // What is due may be nothing, and what a command that answers everybody alike did is nobody's to know.
        let quiet = matches!(step, Step::Maintain | Step::Does(_, Deed::Request { .. }));
        assert!(
            said == expected || quiet && said == Verdict::Unchanged,
            "{expected:?} was expected\n{run}\n{}",
            self.log
        );
        let (told, holds) = (self.file(), self.model());
        assert!(told == holds, "the file:\n{told}\nthe model:\n{holds}\n{run}\n{}", self.log);
        let kind = format!("{step:?}");
        let kind =
            kind.split(['(', ' ', '{', ',']).filter(|word| !word.is_empty() && !word.starts_with(char::is_numeric));
        let kind: Vec<&str> = kind.take(2).collect();
        let _ = writeln!(self.log, "  {said:?}");
        *self.heard.entry(format!("{} {said:?}", kind.join(" "))).or_default() += 1;
    }

    /// What the model says of a deed, which comes after the way in.
    fn expected(&mut self, who: Who, deed: Deed) -> Verdict {
        if !self.doors[who].used(self.state.operators[who], &doors::REAL) {
            return Verdict::Refused("sign_in_required");
        }
        let confirmed = matches!(
            deed,
            Deed::Withdraw { .. }
                | Deed::Close { .. }
                | Deed::HandOver { .. }
                | Deed::MakeOperator { .. }
                | Deed::DropOperator { .. }
        );
        let tries = matches!(deed, Deed::Authorize { .. });
        if (confirmed || tries) && self.doors[who].waits() {
            return Verdict::Refused("throttled");
        }
        let verdict = self.state.does(who, deed, &REAL);
        if verdict == Verdict::Refused("passcode_not_accepted") {
            self.doors[who].count();
        }
        verdict
    }

    fn knocks(&mut self, who: Who, knock: Knock) -> Run {
        let id = IDS[who];
        match knock {
            Knock::SignIn { right } => {
                let typed = if right { self.passwords[who].clone() } else { WRONG.to_owned() };
                self.scene.typed(id, ["login", id, "--password-file", "-"], &[&typed])
            }
            Knock::Recover => self.scene.run("nobody", ["account", "recover", "--email", id]),
            Knock::Reset { newest, answer } => {
                let code = self.mailed(newest, |letter| letter.kind == "recovery" && letter.to == id);
                let new = format!("gravel {} quilt Lantern", self.scene.drawn.get());
                let argv = ["account", "reset", "--email", id, "--code-file", "-", "--answer-file", "-"];
                let answer = if answer { "Nautilus of Trieste" } else { "Fram" };
                let argv = argv.into_iter().chain(["--new-password-file", "-"]);
                let run = self.scene.typed("nobody", argv, &[&new, answer, &code]);
                if run.status == 0 {
                    self.passwords[who] = new;
                }
                run
            }
        }
    }

    /// The newest code of such letters, or another one.
    fn mailed(&self, newest: bool, such: impl Fn(&crate::letter::Letter) -> bool) -> String {
        let posted = self.scene.posted.borrow();
        let mut codes = posted[self.letters..].iter().rev().filter(|letter| such(letter));
        // Somebody's verification code: a good one that is for something else.
        let foreign = || posted.iter().find(|letter| letter.kind == "verification").expect("one").secret();
        let code = if newest { codes.next() } else { codes.nth(1) };
        code.map_or_else(foreign, |letter| letter.secret())
    }

    fn does(&mut self, who: Who, deed: Deed) -> Run {
        let typed = match deed {
            Deed::Authorize { site, passcode } => {
                let number = self.number(site);
                self.mailed(passcode == Presented::Newest, |letter| {
                    ["welcome", "passcode"].contains(&&*letter.kind) && letter.site.as_deref() == Some(&number)
                })
            }
            _ => self.passwords[who].clone(),
        };
        let run = self.scene.typed(IDS[who], self.line(deed).split(' '), &[&typed]);
        if matches!(deed, Deed::Enroll { .. }) && run.status == 0 {
            self.numbers.push(run.json()["site"].as_str().expect("a number").to_owned());
        }
        run
    }

    /// The number of a site; one that is not there where it was not enrolled yet.
    fn number(&self, site: usize) -> String {
        self.numbers.get(site).cloned().unwrap_or_else(|| "9999999".to_owned())
    }

    /// What is typed for a deed.
    fn line(&self, deed: Deed) -> String {
        let at = |words: &str, site: usize| format!("{words} --site {}", self.number(site));
        match deed {
            Deed::Request { site } => at("request-passcode", site),
            Deed::Authorize { site, .. } => at("authorize --passcode-file -", site),
            Deed::Add { site, whom, role, asked, ends } => {
                let ends = if ends { " --expires 30d" } else { "" };
                at(&format!("access add {} --role {}{}{ends}", IDS[whom], word(role), flag(asked)), site)
            }
            Deed::Update { site, whom, role, asked } => {
                let role = role.map_or(String::new(), |role| format!(" --role {}", word(role)));
                at(&format!("access update {}{role}{}", IDS[whom], flag(asked)), site)
            }
            Deed::Revoke { site, whom } => at(&format!("access revoke {} --yes", IDS[whom]), site),
            Deed::Leave { site } => at("access leave --yes", site),
            Deed::Nominate { site, claims } => {
                let primary = self.state.sites.get(site).map_or(IDS[1], |site| IDS[site.of_record]);
                let claims = if claims { " --i-am-primary" } else { "" };
                at(&format!("nominate --primary-contact {primary}{claims}"), site)
            }
            Deed::TakeBack { site, whom } => format!("nomination withdraw {}", self.nomination(site, whom)),
            Deed::Approve { site, whom, role } => {
                format!("approve {} --role {}", self.nomination(site, whom), word(role))
            }
            Deed::Decline { site, whom } => format!("decline {} --reason no", self.nomination(site, whom)),
            Deed::Enroll { .. }
            | Deed::Withdraw { .. }
            | Deed::Close { .. }
            | Deed::HandOver { .. }
            | Deed::MakeOperator { .. }
            | Deed::DropOperator { .. } => self.confirmed_line(deed),
        }
    }

    /// The same of what the vendor does, and of what takes the password again.
    fn confirmed_line(&self, deed: Deed) -> String {
        let at = |words: &str, site: usize| format!("{words} --yes --password-file - --site {}", self.number(site));
        match deed {
            Deed::Enroll { primary } => format!(
                "site enroll --company Company{} --country DE --primary-first-name P --primary-last-name E \
                 --primary-email {}",
                self.numbers.len(),
                IDS[primary]
            ),
            Deed::Withdraw { site } => at("site withdraw --reason duplicate", site),
            Deed::Close { site } => at("site close --reason ended", site),
            Deed::HandOver { site, whom, former } => {
                let former = former.map_or("none", word);
                at(&format!("contact set-primary {} --former {former}", IDS[whom]), site)
            }
            Deed::MakeOperator { whom } => format!("operator add {} --password-file -", IDS[whom]),
            Deed::DropOperator { whom } => format!("operator remove {} --yes --password-file -", IDS[whom]),
            other => panic!("takes no password: {other:?}"),
        }
    }

    /// The number of what `whom` asked last at a site; one that is not there where they never did.
    fn nomination(&self, site: usize, whom: Who) -> String {
        let Some(number) = self.numbers.get(site) else { return "9999".to_owned() };
        let of = format!("site = '{number}' AND person = (SELECT person FROM person WHERE id = '{}')", IDS[whom]);
        let sql = format!("SELECT coalesce(max(nomination), 9999) FROM nomination WHERE {of}");
        self.scene.rows(&sql)[0][0].clone()
    }
}

fn word(role: Role) -> &'static str {
    match role {
        Role::User => "user",
        Role::Secondary => "secondary",
        Role::Primary => "primary",
    }
}

fn flag(asked: Option<(usize, u8)>) -> String {
    let Some((ladder, level)) = asked else { return String::new() };
    let (name, levels) = match ladder {
        TOOLS => ("tools", ["none", "downloads", "media", "full"]),
        MANAGE => ("manage-access", ["none", "view", "update", ""]),
        CONTACT => ("contact-update", ["none", "view", "update", ""]),
        _ => panic!("no such ladder: {ladder}"),
    };
    format!(" --{name} {}", levels[usize::from(level)])
}

/// The same facts, told by each.
impl Play<'_> {
    fn model(&self) -> String {
        let mut told = String::new();
        for (who, door) in self.doors.iter().enumerate() {
            let operator = u8::from(self.state.operators[who]);
            let _ = writeln!(
                told,
                "{} operator {operator} failures {} waits {}",
                IDS[who],
                door.failures,
                door.wait.max(0)
            );
        }
        for (site, number) in self.state.sites.iter().zip(&self.numbers) {
            let status = match site.status {
                Status::Sleeping => "awaiting-primary",
                Status::Active => "active",
                Status::Closed => "closed",
                Status::Withdrawn => "withdrawn",
            };
            let _ = writeln!(told, "{number} {status} {}", IDS[site.of_record]);
            if let Some(passcode) = &site.passcode {
                let _ = writeln!(told, "passcode {} {}", passcode.left, passcode.tries);
            }
            for (who, grant) in site.grants.iter().enumerate() {
                if let Some(grant) = grant {
                    let left = grant.left.map_or("null".to_owned(), |left| left.to_string());
                    let levels = grant.levels.map(|level| level.to_string()).join(" ");
                    let _ = writeln!(told, "access {} {} {levels} {left}", IDS[who], word(grant.role));
                }
            }
            for (who, nomination) in site.nominations.iter().enumerate() {
                if let Nomination::Open { left } = nomination {
                    let left = left.map_or("null".to_owned(), |left| left.to_string());
                    let _ = writeln!(told, "nomination {} {left}", IDS[who]);
                }
            }
        }
        told
    }

    fn file(&self) -> String {
        let now = self.scene.seconds.get();
        let reader = self.scene.reader();
        let mut told = String::new();
        let forgiven = format!("failures < 50 AND {now} > not_before + 7 * 86400");
        let people = format!(
            "SELECT id || ' operator ' || operator || ' failures ' || iif({forgiven}, 0, failures) || ' waits ' || max(0, not_before - {now})
             FROM person ORDER BY person"
        );
        let mut tell =
            |sql: &str| reader.rows(sql).into_iter().for_each(|row| told = format!("{told}{}\n", row.join(" ")));
        tell(&people);
        for number in &self.numbers {
            tell(&format!(
                "SELECT site, status, email FROM site JOIN contact USING (site) WHERE type = 'primary' AND site = '{number}'"
            ));
            tell(&format!(
                "SELECT 'passcode', expires_at - {now}, tries FROM passcode WHERE site = '{number}' AND state = 'live' AND expires_at > {now}"
            ));
            tell(&format!(
                "SELECT 'access', id, role, tools, reporting, entitlements, documents, manage_access, contact_update, expires_at - {now}
                 FROM access JOIN person USING (person)
                 WHERE site = '{number}' AND ended_at IS NULL AND (expires_at IS NULL OR expires_at >= {now}) ORDER BY person"
            ));
            tell(&format!(
                "SELECT 'nomination', id, heard_at + 30 * 86400 - {now} FROM nomination JOIN person USING (person)
                 WHERE site = '{number}' AND status = 'pending' AND (heard_at IS NULL OR heard_at + 30 * 86400 >= {now}) ORDER BY person"
            ));
        }
        told
    }
}

/// Plays so many sequences on two machines. Gives every verdict with its count.
fn play(seeds: std::ops::Range<u64>) -> BTreeMap<String, u32> {
    let half = |part: u64| {
        let seeds = seeds.clone().filter(move |seed| seed % 2 == part);
        move || {
            let stage = Stage::build();
            let mut heard = BTreeMap::new();
            for seed in seeds {
                for (kind, count) in stage.play(seed) {
                    *heard.entry(kind).or_default() += count;
                }
            }
            stage.scene.run(OPS, ["audit", "verify"]);
            heard
        }
    };
    let (even, odd) = thread::scope(|scope| {
        let threads = [0, 1].map(|part| scope.spawn(half(part)));
        let mut parts = threads.into_iter().map(|thread| thread.join().unwrap());
        (parts.next().unwrap(), parts.next().unwrap())
    });
    let mut heard: BTreeMap<String, u32> = even;
    for (kind, count) in odd {
        *heard.entry(kind).or_default() += count;
    }
    heard
}

#[test]
fn the_program_and_the_model_agree_on_a_dozen_sequences() {
    let heard = play(0..12);
    let steps: u32 = heard.values().sum();
    assert!(steps > 12 * 25, "{heard:#?}");
    assert!(heard.keys().filter(|kind| kind.ends_with("Done")).count() > 12, "{heard:#?}");
}

#[test]
#[ignore = "long; in a release build"]
#[expect(clippy::disallowed_methods, reason = "a sequence that failed is run again by its seed")]
fn the_program_and_the_model_agree_on_ten_thousand_sequences() {
    let number = |name: &str, default: u64| std::env::var(name).ok().map_or(default, |text| text.parse().unwrap());
    let (first, count) = (number("PAO_SEED", 0), number("PAO_SEQUENCES", 10_000));
    let heard = play(first..first + count);
    println!("{count} sequences, {} commands, 0 divergences\n{heard:#?}", heard.values().sum::<u32>());
}
