//! `pao account …` as it is typed.
use crate::cli::shared::leaf;
use crate::cli::tree::{CHANGE, FIRST, LIST, NONE, Node, Verb, verb};
use crate::command::{self, Takes};
use clap::{Args as _, FromArgMatches as _};

const HARD: Takes = Takes { hard: true, ..CHANGE };

/// The verbs, in the order of help.
pub(super) const VERBS: &[Node] = &[
    verb!("verify" "account.verify" NONE "Type the code that was mailed; the ID, or its new address, exists from then on",
        "Examples:\n  pao account verify --email ann@example.com\n  pao account verify --email ann@example.com --code-file -",
        command::account::verify::VerifyArgs => command::account::verify::run),
    verb!("resend-code" "account.resend-code" CHANGE "Have a new code mailed for a registration that waits",
        "Examples:\n  pao account resend-code --email ann@example.com\n  pao account resend-code",
        command::account::resend_code::ResendArgs => command::account::resend_code::run),
    verb!("show" "account.show" NONE "Show what the registry keeps about you", "Examples:\n  pao account show\n  pao account show --json", command::account::show::run),
    verb!("update" "account.update" FIRST "Change your name, country, e-mail address or security question",
        "Examples:\n  pao account update --last-name Archer-Lee\n  pao account update --email ann@new.example\n  pao account update --question 'First ship?' --answer-file answer",
        command::account::update::UpdateArgs => command::account::update::run),
    verb!("change-password" "account.change-password" FIRST "Choose a new password; every sign-in ends",
        "Examples:\n  pao account change-password\n  pao account change-password --password-file old --new-password-file new",
        command::account::change_password::ChangePasswordArgs => command::account::change_password::run),
    verb!("recover" "account.recover" CHANGE "Have a recovery code mailed, for a forgotten password",
        "Examples:\n  pao account recover --email ann@example.com\n  pao account recover",
        command::account::recover::RecoverArgs => command::account::recover::run),
    verb!("reset" "account.reset" NONE "Choose a new password with the recovery code and the security answer",
        "Examples:\n  pao account reset --email ann@example.com\n  pao account reset --email ann@example.com --code-file code --answer-file answer --new-password-file new",
        command::account::reset::ResetArgs => command::account::reset::run),
    verb!("reverse-email" "account.reverse-email" CHANGE "Take a change of your e-mail address back, with the code from the letter",
        "Examples:\n  pao account reverse-email\n  pao account reverse-email --code-file -",
        command::account::reverse_email::ReverseArgs => command::account::reverse_email::run),
    verb!("sign-ins" "account.sign-ins" LIST "List where you are signed in", "Examples:\n  pao account sign-ins\n  pao account sign-ins --json", command::account::sign_ins::run),
    verb!("sign-out-all" "account.sign-out-all" CHANGE "End every sign-in and every automation token of yours", "Examples:\n  pao account sign-out-all\n  pao account sign-out-all --quiet", command::account::sign_out_all::run),
    verb!("close" "account.close" HARD "Close your ID, for good", "Examples:\n  pao account close --yes\n  pao account close --dry-run", command::account::close::run),
];
