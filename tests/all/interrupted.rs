//! Every question of every command, answered up to there and then broken off: by Ctrl-C, by SIGTERM, by the end of input.
//!
//! Which questions there are is not written down by hand only: each conversation is held to its end as well, where a
//! question that nobody expects would wait for ever, and every command has one ([`LINES`]).
use crate::console::Console;
use crate::lines::{LEADS, LINES, Line, QUIT};
use crate::machine::{Machine, PAO};
use crate::stage::STAGE;
use rustix::process::Signal;
use std::panic::catch_unwind;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// How an answer is broken off, and what the shell makes of it.
#[derive(Clone, Copy, Debug)]
enum End {
    CtrlC,
    Sigterm,
    EndOfInput,
}

const ENDS: [(End, i32, &str); 3] =
    [(End::CtrlC, 130, "nothing was changed"), (End::Sigterm, 143, "Terminated"), (End::EndOfInput, 2, " is missing")];

/// One terminal at which the same command is run again and again.
struct Sitting<'l> {
    line: &'l Line,
    machine: Machine,
    console: Console,
    rows: String,
    files: Vec<PathBuf>,
}

impl<'l> Sitting<'l> {
    fn begin(line: &'l Line) -> Self {
        let machine = STAGE.machine();
        for name in ["pid", "out"] {
            machine.file(name, "");
        }
        let (rows, files) = (machine.rows(), machine.files());
        let times = 1 + ENDS.len() * line.breaks();
        // Each run says how it ended, and whether the terminal is as it was.
        let script = "trap : INT; stty echo; before=$(stty -a); i=0; while [ $i -lt $0 ]; do i=$((i + 1)); \
                      sh -c 'echo $$ >pid; exec \"$@\" >out' sh \"$@\"; s=$?; \
                      w=harmed; [ \"$(stty -a)\" = \"$before\" ] && w=whole; echo \"[ended $s $w]\"; done; read end";
        let mut sh = machine.command("/bin/sh");
        sh.args(["-c", script, &times.to_string(), PAO]).args(line.bare()).env("TERM", "xterm").env("PAO_PLAIN", "1");
        sh.envs(STAGE.who(line.who).map(crate::machine::Person::signed_in));
        Self { line, console: Console::run(sh), machine, rows, files }
    }

    /// Answers the first questions. Gives the one after them, which is shown.
    fn answer(&mut self, count: usize) {
        for (question, answer) in &self.line.asked[..count] {
            self.console.sees(question);
            self.console.types(&format!("{}\n", STAGE.typed(answer)));
        }
    }

    fn breaks_off(&mut self, place: usize, (end, status, words): (End, i32, &str)) {
        self.answer(place);
        self.console.sees(self.line.asked[place].0);
        match end {
            // Every other time in the middle of an answer.
            End::CtrlC => {
                self.console.types(if place.is_multiple_of(2) { "" } else { "half an ans" });
                self.console.presses_ctrl('c');
            }
            End::Sigterm => self.machine.signals(Signal::TERM),
            End::EndOfInput => self.console.presses_ctrl('d'),
        }
        let said = self.ends(status);
        assert!(said.contains(words), "{end:?} at question {place} of {:?}: {said}", self.line.bare());
    }

    /// How the run ended; gives what was said since the last question.
    fn ends(&mut self, status: i32) -> String {
        let said = self.console.sees("[ended ");
        let how = self.console.sees("]");
        assert_eq!(how, format!("{status} whole"), "{:?}: {}", self.line.bare(), self.console.shown);
        said
    }

    /// Nothing was changed, nothing is left behind, and no secret was shown.
    fn unchanged(&self) {
        assert!(self.rows == self.machine.rows(), "{:?} changed something: {}", self.line.bare(), self.console.shown);
        assert_eq!(self.files, self.machine.files(), "{:?} left a file", self.line.bare());
    }

    /// From the first break to the end of the whole conversation.
    fn takes_place(mut self) -> usize {
        for place in 0..self.line.breaks() {
            for end in ENDS {
                self.breaks_off(place, end);
            }
        }
        if let Some((question, answer)) = self.line.asked.first() {
            self.console.sees(question);
            self.unchanged();
            self.console.types(&format!("{}\n", STAGE.typed(answer)));
        }
        for (question, answer) in self.line.asked.iter().skip(1) {
            self.console.sees(question);
            match *answer {
                QUIT => self.console.presses_ctrl('c'),
                answer => self.console.types(&format!("{}\n", STAGE.typed(answer))),
            }
        }
        self.ends(self.line.ends);
        let shown = &self.console.shown;
        assert!(!shown.contains("panicked") && !shown.contains("internal error"), "{shown}");
        assert!(STAGE.secrets().all(|secret| !shown.contains(secret)), "a secret is shown: {shown}");
        self.line.breaks()
    }
}

/// All of them, several at a time: a sitting mostly waits.
fn sit(lines: &[&Line]) -> usize {
    let next = AtomicUsize::new(0);
    let sitter = || {
        let taken = std::iter::from_fn(|| lines.get(next.fetch_add(1, Ordering::Relaxed)));
        taken.map(|line| catch_unwind(|| Sitting::begin(line).takes_place()).ok()).collect::<Vec<_>>()
    };
    let broken: Vec<Option<usize>> = thread::scope(|scope| {
        let sitters: Vec<_> = (0..8).map(|_| scope.spawn(sitter)).collect();
        sitters.into_iter().flat_map(|sitter| sitter.join().unwrap()).collect()
    });
    assert!(
        broken.iter().all(Option::is_some),
        "{} lines went wrong, see above",
        broken.iter().filter(|one| one.is_none()).count()
    );
    broken.into_iter().flatten().sum()
}

#[test]
fn every_question_can_be_broken_off_and_then_nothing_has_happened() {
    let all: Vec<&Line> = LINES.iter().chain(LEADS).filter(|line| line.action() != "schema").collect();
    assert!(sit(&all) > 120, "questions are missing");
}

#[test]
fn a_question_is_known_by_its_end() {
    // Anything else could be seen too early, in the words that explain the question.
    let ends = |question: &str| question.ends_with(": ") || question.ends_with("] ");
    for (question, _) in LINES.iter().chain(LEADS).flat_map(|line| line.asked) {
        assert!(ends(question), "{question}");
    }
}

#[test]
fn whatever_a_command_needs_is_asked_at_a_terminal() {
    for line in LINES.iter().filter(|line| line.action() != "schema") {
        let (needs, asked) = (line.needs().len(), line.asked.len());
        assert!(asked >= needs && (needs > 0 || asked == 0), "{}: {asked} questions for {needs}", line.action());
    }
}
