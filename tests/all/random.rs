//! Random Unicode in every free column of the file and in every word that somebody types: nothing that is printed does
//! anything to a terminal, whoever prints it and in whatever form.
//!
//! More of it: `cargo test --release --test all random -- --ignored --nocapture`, `PAO_SEED=7` for one round again.
#![expect(clippy::print_stdout, reason = "how much was looked at is part of the result")]
use crate::actions::{AT_A_SITE, ELSEWHERE, action, views};
use crate::cast::{Cast, id};
use crate::corrupt::longest_rows;
use crate::injected::{Nods, READING, plant_all};
use crate::matrix::line;
use crate::world::{Frozen, password};
use rand::{RngExt as _, SeedableRng as _, rngs::StdRng, seq::IndexedRandom as _};

/// What a terminal obeys: moves, colours, titles, other character sets, replies.
const OBEYED: &[&str] = &[
    "\u{1b}[2J",
    "\u{1b}]0;x\u{7}",
    "\u{1b}]8;;http://x\u{1b}\\",
    "\u{9b}6n",
    "\u{90}q\u{9c}",
    "\u{1b}c",
    "\r\n",
    "\u{e}",
];

/// What is written together, some of it from right to left, some of it in several characters.
const WRITTEN: &[&str] = &[
    "\u{5e9}\u{5dc}\u{5d5}\u{5dd}",
    "\u{645}\u{6cc}\u{200c}\u{62e}\u{648}\u{627}\u{647}\u{645}",
    "\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}",
    "\u{2764}\u{fe0f}",
    "e\u{301}\u{323}\u{308}",
    "\u{928}\u{94d}\u{200d}",
    "\u{845b}\u{e0100}",
    "\u{1f3f4}\u{e0067}\u{e0062}\u{e007f}",
    "\"'`$(x);,=@%\\u{1b}\\n",
];

/// A character of one of the blocks that are known for trouble, or any at all.
fn character(dice: &mut StdRng) -> char {
    let blocks = [
        (0, 0x1f),
        (0x7f, 0x9f),
        (0x20, 0x7e),
        (0xa0, 0x24f),
        (0x300, 0x36f),
        (0x590, 0x6ff),
        (0x2000, 0x206f),
        (0x3040, 0x30ff),
        (0xfe00, 0xfeff),
        (0xfff0, 0xffff),
        (0x1f300, 0x1f6ff),
        (0xe0000, 0xe01ef),
        (0, 0x10_ffff),
    ];
    let (first, last) = *blocks.choose(dice).unwrap();
    char::from_u32(dice.random_range(first..=last)).unwrap_or('\u{fffd}')
}

/// A random text. What is `mild` holds only what somebody could write, and is mostly taken.
fn text(dice: &mut StdRng, mild: bool) -> String {
    let pieces = if dice.random_ratio(1, 40) { 3000 } else { dice.random_range(1..12) };
    let mut text = String::new();
    for _ in 0..pieces {
        match dice.random_range(0..8) {
            0 if !mild => text.push_str(OBEYED.choose(dice).unwrap()),
            0..=2 => text.push_str(WRITTEN.choose(dice).unwrap()),
            3..=5 if !mild => text.push(character(dice)),
            _ => text.push(dice.random_range('A'..='z')),
        }
    }
    text
}

/// Whether a terminal obeys it or nobody can see that it is there; `pao` itself prints none of them but line breaks.
fn is_foreign(c: char) -> bool {
    let moves = matches!(c, '\u{0}'..='\u{9}' | '\u{b}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{2028}'..='\u{2029}');
    let turns = matches!(c, '\u{61c}' | '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let hides = matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{e0001}'..='\u{e007f}');
    moves || turns || hides
}

/// The line that every planted text would begin, if a line break of it were printed.
const BROKEN: &str = "own-line";

/// A planted text: a line break in it can be told from one of ours.
fn planted(dice: &mut StdRng) -> String {
    ["\n", "\r\n"].into_iter().fold(text(dice, false), |text, end| text.replace(end, &format!("{end}{BROKEN}")))
}

/// One round: a cast, and what was looked at.
struct Round {
    cast: Cast,
    dice: StdRng,
    seed: u64,
    printed: usize,
    bytes: usize,
    escaped: usize,
    taken: usize,
}

const FORMS: &[&[&str]] = &[&[], &["--json"], &["--format", "csv"], &["--quiet"]];

impl Round {
    fn begin(seed: u64) -> Self {
        let (cast, dice) = (Cast::assemble(), StdRng::seed_from_u64(seed));
        Self { cast, dice, seed, printed: 0, bytes: 0, escaped: 0, taken: 0 }
    }

    /// Runs what `who` types; `typed` is what stands on stdin. Gives the exit status.
    fn sees(&mut self, who: &str, argv: Vec<String>, at_a_terminal: bool, typed: &str) -> u8 {
        let secret = password(&id(who));
        let lines = if typed.is_empty() { vec![secret.as_str()] } else { vec![typed; 3] };
        let mut call = self.cast.scene.call(&id(who), &argv).typing(&lines).with("NO_COLOR", "1");
        if at_a_terminal {
            call = call.at_a_terminal(Nods { password: secret.clone(), patience: 12 });
        }
        let run = call.run();
        for printed in [&run.out, &run.err] {
            let foreign = printed.chars().find(|c| is_foreign(*c));
            assert!(foreign.is_none(), "PAO_SEED={}: {foreign:?} of {argv:?}: {printed:?}", self.seed);
            assert!(
                !printed.lines().any(|line| line.starts_with(BROKEN)),
                "PAO_SEED={}: a line of its own, {argv:?}: {printed:?}",
                self.seed
            );
            self.bytes += printed.len();
            self.escaped += usize::from(printed.contains("\\u"));
        }
        assert!(!run.err.contains("internal"), "PAO_SEED={}: {run}", self.seed);
        self.printed += 1;
        run.status
    }

    /// Everything that prints, in every form.
    fn prints(&mut self, rows: &[(&str, &str)], back: Option<&Frozen>) {
        let site = self.cast.numbers[0].clone();
        for (who, row) in rows {
            let site = Some(site.as_str()).filter(|_| AT_A_SITE.contains(row) || row.contains("@gateway"));
            for form in FORMS {
                let argv = form.iter().map(|word| (*word).to_owned()).chain(line(&self.cast, who, row, site));
                let argv: Vec<String> = argv.collect();
                for at_a_terminal in [false, true] {
                    let status = self.sees(who, argv.clone(), at_a_terminal, "");
                    if let Some(frozen) = back.filter(|_| !matches!(status, 2 | 5 | 7)) {
                        self.cast.scene.thaw(frozen);
                    }
                }
            }
        }
    }

    /// Every free column, and everything that prints.
    fn columns(&mut self, rows: &[(&str, &str)]) {
        let before = self.cast.scene.freeze();
        let dice = &mut self.dice;
        plant_all(&self.cast.scene, |_| planted(dice));
        let frozen = self.cast.scene.freeze();
        self.prints(rows, Some(&frozen));
        self.cast.scene.thaw(&before);
    }

    /// Random words in so many commands; where one is taken, its letters and what shows it are looked at.
    fn words(&mut self, count: usize) {
        let before = self.cast.scene.freeze();
        let rows = longest_rows();
        for turn in 0..count {
            let row = if turn % 2 == 0 {
                *TEXTS.choose(&mut self.dice).unwrap()
            } else {
                *rows.choose(&mut self.dice).unwrap()
            };
            let who = *["ann", "ops"].choose(&mut self.dice).unwrap();
            let site =
                Some(self.cast.numbers[0].clone()).filter(|_| AT_A_SITE.iter().any(|at| action(at) == action_of(row)));
            let mild = self.dice.random_bool(0.7);
            let mut argv = line(&self.cast, who, row, site.as_deref());
            let places: Vec<usize> = (0..argv.len()).filter(|place| argv[*place] == "TEXT").collect();
            let places = if places.is_empty() { vec![self.dice.random_range(0..argv.len())] } else { places };
            for place in places {
                argv[place] = text(&mut self.dice, mild).replace('\0', "");
            }
            // Where the words are texts, what is asked for is answered as it should be.
            let typed = if turn % 2 == 0 { String::new() } else { text(&mut self.dice, mild) };
            let at_a_terminal = self.dice.random();
            let letters = self.cast.scene.letters().len();
            if self.sees(who, argv, at_a_terminal, &typed) == 0 {
                self.taken += 1;
                for letter in &self.cast.scene.letters()[letters..] {
                    let foreign = |c: char| is_foreign(c) && !matches!(c, '\r' | '\u{200c}' | '\u{200d}');
                    let said = [letter.subject.as_str(), &letter.body].concat();
                    assert!(!said.contains(foreign), "PAO_SEED={}: {said:?}", self.seed);
                }
                self.prints(&READING[..if turn % 8 == 0 { READING.len() } else { 2 }], None);
            }
            self.cast.scene.thaw(&before);
        }
    }

    fn ends(self) {
        let Self { seed, printed, bytes, escaped, taken, .. } = self;
        println!(
            "seed {seed}: {printed} commands, {bytes} bytes, {escaped} answers with escapes, {taken} taken: 0 foreign"
        );
        assert!(escaped > printed / 8, "{escaped} of {printed}: was anything planted?");
        assert!(taken > 0, "nothing was taken");
    }
}

/// The action of a row, where it is one.
fn action_of(row: &str) -> &str {
    AT_A_SITE.iter().find(|at| row.starts_with(action(at).replace('.', " ").as_str())).map_or("", |at| action(at))
}

/// Rows with texts that a person gives.
const TEXTS: &[&str] = &[
    "site update --company TEXT",
    "site close --reason TEXT --yes",
    "access update @tom --note TEXT",
    "access revoke @tom --reason TEXT --yes",
    "decline @nomination --reason TEXT",
    "contact set technical --first-name TEXT --last-name TEXT --email tech@example.com --phone TEXT",
    "token create --name TEXT --can enter",
    "account update --first-name TEXT --last-name TEXT",
    "account update --question TEXT",
    "config set care.contact TEXT",
    "site enroll --company TEXT --country DE --primary-first-name TEXT --primary-last-name TEXT --primary-email n@example.com",
    "register --email TEXT --first-name TEXT --last-name TEXT --country DE --question TEXT --password-file - --answer-file -",
    "access add TEXT --role user",
];

#[test]
fn random_texts_do_nothing_to_a_terminal() {
    let mut round = Round::begin(7);
    round.columns(READING);
    round.words(12);
    round.ends();
}

#[test]
#[ignore = "long"]
#[expect(clippy::disallowed_methods, reason = "which seed it is, is for whoever runs it")]
fn random_texts_of_many_seeds_do_nothing_to_a_terminal() {
    let seeds = std::env::var("PAO_SEED").map_or(0..20, |seed| {
        let seed: u64 = seed.parse().unwrap();
        seed..seed + 1
    });
    let everything: Vec<(&str, &str)> = ["ann", "ops", "cy"]
        .into_iter()
        .flat_map(|who| AT_A_SITE.iter().chain(ELSEWHERE).chain(&["audit list"]).map(move |row| (who, *row)))
        .filter(|(_, row)| views(action(row)))
        .chain(READING.iter().copied())
        .collect();
    for seed in seeds {
        let mut round = Round::begin(seed);
        round.columns(&everything);
        round.words(400);
        round.ends();
    }
}
