//! `pao account …` as it is typed.
use crate::cli::shared::leaf;
use crate::cli::tree::{CHANGE, NONE, Node, Verb, verb};
use crate::command;
use clap::{Args as _, FromArgMatches as _};

/// The verbs, in the order of help.
pub(super) const VERBS: &[Node] = &[
    verb!("verify" "account.verify" NONE "Type the code that was mailed; the ID exists from then on",
        "Examples:\n  pao account verify --email ann@example.com\n  pao account verify --email ann@example.com --code-file -",
        command::account::verify::VerifyArgs => command::account::verify::run),
    verb!("resend-code" "account.resend-code" CHANGE "Have a new code mailed for a registration that waits",
        "Examples:\n  pao account resend-code --email ann@example.com",
        command::account::resend_code::ResendArgs => command::account::resend_code::run),
    verb!("show" "account.show" NONE "Show what the registry keeps about you", "Examples:\n  pao account show", command::account::show::run),
];
