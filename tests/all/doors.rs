//! The way in once more, written from the rules and not from the program: passwords, waits, recovery, and how long a
//! sign-in lasts, of one person.
//!
//! What must hold: as in `reference.rs`, nothing here comes from `pao`, and times are what is left of them.
use crate::reference::Verdict::{self, Done, Refused};

/// Limits, in seconds where they are times.
#[derive(Debug, Clone)]
pub struct Limits {
    /// How long a recovery code lives, and within which letters are counted.
    pub hour: i64,
    pub letters_an_hour: usize,
    /// Wrong answers that spend a code.
    pub answers: u8,
    /// Failures that disable the password.
    pub disabled: i64,
    /// How long after a wait wrong tries are forgiven.
    pub forgiven: i64,
    pub sign_in: i64,
    /// Of operators.
    pub idle: i64,
}

/// As security.md has them.
pub const REAL: Limits = Limits {
    hour: 3600,
    letters_an_hour: 10,
    answers: 5,
    disabled: 50,
    forgiven: 7 * 86_400,
    sign_in: 8 * 3600,
    idle: 1800,
};

/// The newest recovery code, while it is good.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Recovery {
    pub left: i64,
    pub answers: u8,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Door {
    pub failures: i64,
    /// How long the wait still lasts; below nought, how long ago it was over.
    pub wait: i64,
    /// What is left of the newest sign-in.
    pub signed_in: Option<i64>,
    pub unused: i64,
    pub recovery: Option<Recovery>,
    /// How long ago recovery letters went out, within an hour.
    pub letters: Vec<i64>,
    /// Whether there is a question to be asked at recovery.
    pub question: bool,
    /// How often the password was replaced.
    pub replaced: u8,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Knock {
    SignIn { right: bool },
    Recover,
    Reset { newest: bool, answer: bool },
}

impl Door {
    pub fn new(question: bool) -> Self {
        Self {
            failures: 0,
            wait: 0,
            signed_in: None,
            unused: 0,
            recovery: None,
            letters: Vec::new(),
            question,
            replaced: 0,
        }
    }

    /// Time passes.
    pub fn pass(&mut self, time: i64, limits: &Limits) {
        // Longer ago than that is no other state.
        self.wait = (self.wait - time).max(-limits.forgiven - 1);
        if self.failures < limits.disabled && self.wait < -limits.forgiven {
            self.failures = 0;
        }
        if self.failures == 0 {
            self.wait = 0;
        }
        if let Some(left) = &mut self.signed_in {
            *left -= time;
        }
        self.unused += time;
        self.signed_in.take_if(|left| *left <= 0);
        if self.signed_in.is_none() {
            self.unused = 0;
        }
        if let Some(recovery) = &mut self.recovery {
            recovery.left -= time;
        }
        self.recovery.take_if(|recovery| recovery.left <= 0);
        self.letters.iter_mut().for_each(|ago| *ago += time);
        self.letters.retain(|ago| *ago < limits.hour);
    }

    pub fn waits(&self) -> bool {
        self.wait > 0
    }

    /// Whether the sign-in still runs, and is used now.
    pub fn used(&mut self, operator: bool, limits: &Limits) -> bool {
        let runs = self.signed_in.is_some() && !(operator && self.unused > limits.idle);
        if runs {
            self.unused = 0;
        }
        runs
    }

    /// A wrong try is counted.
    pub fn count(&mut self) {
        self.failures += 1;
        let wait = match self.failures {
            ..=5 => 0,
            6 => 30,
            7 => 60,
            8 => 120,
            9 => 240,
            10 => 480,
            11 => 960,
            12 => 1920,
            13.. => 3600,
        };
        self.wait = self.wait.max(wait);
    }

    pub fn knock(&mut self, knock: Knock, limits: &Limits) -> Verdict {
        match knock {
            Knock::SignIn { .. } if self.waits() => Refused("throttled"),
            Knock::SignIn { right: true } if self.failures < limits.disabled => {
                (self.failures, self.wait) = (0, 0);
                (self.signed_in, self.unused) = (Some(limits.sign_in), 0);
                Done
            }
            Knock::SignIn { .. } => {
                self.count();
                Refused("sign_in_failed")
            }
            Knock::Recover => {
                if self.question && self.letters.len() < limits.letters_an_hour {
                    self.letters.push(0);
                    self.recovery = Some(Recovery { left: limits.hour, answers: 0 });
                }
                Done
            }
            Knock::Reset { newest, answer } => self.reset(newest, answer, limits),
        }
    }

    fn reset(&mut self, newest: bool, answer: bool, limits: &Limits) -> Verdict {
        let Some(recovery) = self.recovery.as_mut().filter(|_| newest) else { return Refused("code_not_accepted") };
        if !answer {
            recovery.answers += 1;
            self.recovery.take_if(|recovery| recovery.answers >= limits.answers);
            self.count();
            return Refused("code_not_accepted");
        }
        (self.failures, self.wait, self.recovery, self.signed_in, self.unused) = (0, 0, None, None, 0);
        self.replaced += 1;
        Done
    }
}
