//! Colour is decided once, here, for each stream, and pushed into whatever draws.
//!
//! What must hold: the order of terminal.md (`--color`, `NO_COLOR`, `CLICOLOR_FORCE`/`FORCE_COLOR`, `TERM=dumb`, is it
//! a terminal). The libraries below have rules of their own, which differ from each other; none of them is asked.
use crate::ui::Terminal;
use std::borrow::Cow;

crate::words! {
    /// When to write colour: `--color`.
    When {
        /// As the environment says, or else on a terminal.
        Auto "auto",
        /// In a pipe too.
        Always "always",
        /// Not even on a terminal.
        Never "never",
    }
}

/// Whether to write colour, for each stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Colours {
    /// On stdout.
    pub out: bool,
    /// On stderr.
    pub err: bool,
}

impl Colours {
    /// Decides. `flag` is the value of `--color`, if it was given;
    /// `environment` looks up a variable.
    pub fn decide<'a>(flag: Option<When>, environment: impl Fn(&str) -> Option<&'a str>, terminal: &Terminal) -> Self {
        let given = |name| environment(name).filter(|value| !value.is_empty());
        let forced = |name| given(name).is_some_and(|value| value != "0");
        let both = |on| Self { out: on, err: on };
        match flag {
            Some(When::Always) => both(true),
            Some(When::Never) => both(false),
            _ if given("NO_COLOR").is_some() => both(false),
            _ if forced("CLICOLOR_FORCE") || forced("FORCE_COLOR") => both(true),
            _ if given("CLICOLOR") == Some("0") || given("TERM") == Some("dumb") => both(false),
            _ => Self { out: terminal.stdout, err: terminal.stderr },
        }
    }
}

/// How a word is set off from the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paint {
    /// Headers.
    Bold,
    /// What failed.
    Red,
    /// What is new.
    Green,
    /// What deserves a look.
    Yellow,
    /// What would help.
    Cyan,
    /// What matters less.
    Dim,
}

impl Paint {
    /// `text` in this paint when `on`, else as it is. The text must have been made safe before: an escape sequence
    /// inside it would go through.
    pub fn on(self, on: bool, text: &str) -> Cow<'_, str> {
        if !on || text.is_empty() {
            return Cow::Borrowed(text);
        }
        let code = match self {
            Self::Bold => "1",
            Self::Red => "1;31",
            Self::Green => "32",
            Self::Yellow => "33",
            Self::Cyan => "36",
            Self::Dim => "2",
        };
        Cow::Owned(format!("\x1b[{code}m{text}\x1b[0m"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOTH: Colours = Colours { out: true, err: true };
    const NONE: Colours = Colours { out: false, err: false };

    fn decided(flag: Option<When>, variables: &[(&str, &'static str)], stdout: bool, stderr: bool) -> Colours {
        let view = |name: &str| variables.iter().find(|(known, _)| *known == name).map(|(_, value)| *value);
        Colours::decide(flag, view, &Terminal { stdin: true, stdout, stderr, width: None, height: None })
    }

    #[test]
    fn each_word_outranks_the_ones_after_it() {
        let all = [("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1"), ("FORCE_COLOR", "1"), ("TERM", "dumb")];
        assert_eq!(decided(Some(When::Always), &all, false, false), BOTH);
        assert_eq!(decided(Some(When::Never), &all[1..], true, true), NONE);
        assert_eq!(decided(Some(When::Auto), &all, true, true), NONE);
        assert_eq!(decided(None, &all[1..], false, false), BOTH);
        assert_eq!(decided(None, &all[2..], false, false), BOTH);
        assert_eq!(decided(None, &all[3..], true, true), NONE);
        assert_eq!(decided(None, &[("CLICOLOR", "0")], true, true), NONE);
    }

    #[test]
    fn empty_variables_and_zero_force_nothing() {
        assert_eq!(decided(None, &[("NO_COLOR", "")], true, true), BOTH);
        assert_eq!(decided(None, &[("CLICOLOR_FORCE", "0"), ("FORCE_COLOR", "")], false, false), NONE);
        assert_eq!(decided(None, &[("TERM", "xterm")], true, true), BOTH);
    }

    #[test]
    fn each_stream_speaks_for_itself() {
        assert_eq!(decided(None, &[], false, true), Colours { out: false, err: true });
        assert_eq!(decided(None, &[], true, false), Colours { out: true, err: false });
    }

    #[test]
    fn paint_is_put_on_only_when_wanted() {
        assert_eq!(Paint::Bold.on(false, "id"), "id");
        assert_eq!(Paint::Bold.on(true, "id"), "\x1b[1mid\x1b[0m");
        assert_eq!(Paint::Red.on(true, ""), "");
    }
}
