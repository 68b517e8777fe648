//! How far long work has come, told to a person at a terminal.
//!
//! What must hold: whoever works waits for nobody: the thread of the steady tick alone writes, so that a terminal that was
//! stopped (Ctrl-S) holds up no transaction. Work that is done within half a second says nothing, and longer work leaves nothing.
use indicatif::{HumanCount, ProgressBar, ProgressDrawTarget, ProgressFinish, ProgressState, ProgressStyle};
use std::fmt;
use std::time::Duration;

/// Before the first word.
const PATIENCE: Duration = Duration::from_millis(500);
/// Between one word and the next.
const STEP: Duration = Duration::from_millis(100);

/// A count that somebody may be watching.
pub struct Progress(ProgressBar);

impl Progress {
    /// Begins to count `what` ("lines read"), on stderr where somebody watches.
    pub fn watched(watched: bool, what: &'static str) -> Self {
        if watched { Self::begin(ProgressDrawTarget::stderr(), what) } else { Self(ProgressBar::hidden()) }
    }

    fn begin(target: ProgressDrawTarget, what: &'static str) -> Self {
        let words = move |state: &ProgressState, line: &mut dyn fmt::Write| {
            // A line without a word is not drawn at all.
            if state.elapsed() >= PATIENCE {
                let _ = write!(line, "{} {what} …", HumanCount(state.pos()));
            }
        };
        let style = ProgressStyle::with_template("{words}").unwrap_or_else(|_| ProgressStyle::default_spinner());
        let bar = ProgressBar::with_draw_target(None, target).with_style(style.with_key("words", words));
        let bar = bar.with_finish(ProgressFinish::AndClear);
        bar.enable_steady_tick(STEP);
        Self(bar)
    }

    /// One more is done.
    pub fn advance(&self) {
        self.0.inc(1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use indicatif::TermLike;
    use std::io;
    use std::sync::{Arc, Mutex};
    use std::thread;

    /// What was written, and where the line was cleared.
    #[derive(Debug, Clone, Default)]
    struct Screen(Arc<Mutex<String>>);

    impl Screen {
        #[expect(clippy::unnecessary_wraps, reason = "the answer of every method below")]
        fn say(&self, text: &str) -> io::Result<()> {
            self.0.lock().unwrap().push_str(text);
            Ok(())
        }
    }

    impl TermLike for Screen {
        fn width(&self) -> u16 {
            30
        }
        fn move_cursor_up(&self, lines: usize) -> io::Result<()> {
            self.say(&"(up)".repeat(lines))
        }
        fn move_cursor_down(&self, lines: usize) -> io::Result<()> {
            self.say(&"(down)".repeat(lines))
        }
        fn move_cursor_right(&self, _: usize) -> io::Result<()> {
            self.say("(right)")
        }
        fn move_cursor_left(&self, _: usize) -> io::Result<()> {
            self.say("(left)")
        }
        fn write_line(&self, text: &str) -> io::Result<()> {
            self.say(&format!("{text}\n"))
        }
        fn write_str(&self, text: &str) -> io::Result<()> {
            self.say(text)
        }
        fn clear_line(&self) -> io::Result<()> {
            self.say("(clear)")
        }
        fn flush(&self) -> io::Result<()> {
            Ok(())
        }
    }

    fn shown(work: impl FnOnce(&Progress)) -> String {
        let screen = Screen::default();
        let progress = Progress::begin(ProgressDrawTarget::term_like(Box::new(screen.clone())), "lines read");
        work(&progress);
        drop(progress);
        screen.0.lock().unwrap().clone()
    }

    #[test]
    fn short_work_says_nothing_and_long_work_leaves_nothing() {
        assert_eq!(shown(Progress::advance), "");
        let said = shown(|progress| {
            (0..1234).for_each(|_| progress.advance());
            thread::sleep(PATIENCE + 3 * STEP);
        });
        assert!(
            said.starts_with("1,234 lines read …") && said.ends_with("(clear)") && !said.contains('\n'),
            "{said:?}"
        );
    }

    #[test]
    fn whoever_works_does_not_wait_for_a_terminal_that_was_stopped() {
        let screen = Screen::default();
        let progress = Progress::begin(ProgressDrawTarget::term_like(Box::new(screen.clone())), "lines read");
        let stopped = screen.0.lock().unwrap();
        thread::sleep(PATIENCE + 3 * STEP);
        (0..100_000).for_each(|_| progress.advance());
        drop(stopped);
        assert_eq!(progress.0.position(), 100_000);
    }
}
