//! What is printed to be typed begins with a way in.
use crate::house::REACH;

/// Every command that a letter shows on a line of its own begins as its reader has to begin.
#[track_caller]
pub fn look_through(letter: &str) {
    for line in letter.lines().filter(|line| line.starts_with("    ")) {
        let command = line.trim_start();
        assert!(!command.starts_with("pao "), "nobody can type this here: {line}");
        assert!(!command.starts_with("ssh ") || command.starts_with(REACH), "{line}");
    }
}
