//! What a person has answered so far: for the command line that does the same, and for a form that is filled in again.
use crate::model::secret::Secret;
use crate::model::shell::CommandLine;

/// What was answered so far.
#[derive(Default)]
pub(super) struct Answers {
    /// The command that is done now, where it is not the one that was typed.
    pub(super) instead: Option<CommandLine>,
    /// What was asked for, in this order, as it would be typed.
    pub(super) asked: Vec<Asked>,
    /// The token, once it was read.
    pub(super) token: Option<Secret>,
    /// The password, once it was typed or read.
    pub(super) password: Option<Secret>,
    /// Every answer to the form at hand.
    replies: Vec<(String, Reply)>,
    /// The answers that stay while one line of the form is changed.
    kept: Vec<(String, Reply)>,
    /// What is asked for again, with what was answered before.
    changing: Vec<(String, Option<String>)>,
}

/// A value that was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Asked {
    /// As in the usage line: `--role`, or `<ID>`.
    pub(super) flag: String,
    /// What was answered; nothing for an option without a value. `PATH` for a secret.
    pub(super) value: Option<String>,
    pub(super) secret: bool,
}

/// An answer.
pub(super) enum Reply {
    Text(String),
    Secret(Secret),
    Yes(bool),
}

impl Answers {
    /// None but the password, where it is known already.
    pub(super) fn with(password: Option<Secret>) -> Self {
        Self { password, ..Self::default() }
    }

    /// Notes an answer to the form.
    pub(super) fn note(&mut self, flag: &str, reply: Reply) {
        self.replies.push((flag.to_owned(), reply));
    }

    /// The answer that stays, where this is not what is changed.
    pub(super) fn kept(&mut self, flag: &str, is_such: fn(&Reply) -> bool) -> Option<Reply> {
        let place = self.kept.iter().position(|(known, reply)| known == flag && is_such(reply))?;
        Some(self.kept.remove(place).1)
    }

    /// Whether this is asked for again, though it was typed or answered before.
    pub(super) fn changes(&self, flag: &str) -> bool {
        self.changing.iter().any(|(known, _)| known == flag)
    }

    /// What was answered before to what is asked for again.
    pub(super) fn present(&self, flag: &str) -> Option<&str> {
        self.changing.iter().find(|(known, _)| known == flag)?.1.as_deref()
    }

    /// From here on the form is filled in again, of which only these are asked for.
    pub(super) fn change(&mut self, flags: &[&str]) {
        let replies = std::mem::take(&mut self.replies);
        self.asked.retain(|asked| replies.iter().all(|(flag, _)| *flag != asked.flag));
        let (changing, kept): (Vec<_>, _) = replies.into_iter().partition(|(flag, _)| flags.contains(&flag.as_str()));
        self.kept = kept;
        let before = |flag: &str| {
            changing.iter().find_map(|(known, reply)| match reply {
                Reply::Text(text) if known == flag => Some(text.clone()),
                _ => None,
            })
        };
        self.changing = flags.iter().map(|flag| ((*flag).to_owned(), before(flag))).collect();
    }
}
