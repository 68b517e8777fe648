//! What an argument may be given, for those who complete command lines: words of the contract, files, or things that
//! stand in the database.
//!
//! What must hold: nothing here judges. The parser takes any text, and the verb says what is wrong with it; so a word
//! that is missing here is a word that is not offered, no more.
use crate::command::help::TOPICS;
use crate::model::access::{Privilege, Role};
use crate::model::action::Action;
use crate::model::command_id::CommandId;
use crate::model::contact::ContactType;
use crate::model::country::Country;
use crate::model::nomination::NominationStatus;
use crate::model::product::GATEWAY;
use crate::model::provider::Protocol;
use crate::model::provision::RequestStatus;
use crate::model::setting::Setting;
use crate::model::site::{Program, SiteStatus, Via};
use crate::rules::{Code, Rule};
use clap::Arg;
use clap::builder::PossibleValue;

use super::candidates::{self, Candidates};

/// What may stand for a value.
pub enum Values {
    /// One of these.
    Words(Vec<PossibleValue>),
    /// The words of a command, as in `access list`.
    Commands,
    /// What a list of the program shows to whoever is signed in.
    Candidates(&'static Candidates),
    /// A file or a folder.
    Path,
    /// Anything: nothing is offered, file names neither.
    Free,
    /// It is a flag and takes no value.
    Nothing,
}

/// What may be given to an argument of a command.
pub fn of(command: Option<CommandId>, arg: &Arg) -> Values {
    let action = command.map_or("", CommandId::word);
    if !arg.get_action().takes_values() {
        return Values::Nothing;
    }
    let shape = arg.get_value_names().and_then(|names| names.first()).map_or("", |name| name.as_str());
    match (action, arg.get_id().as_str(), shape) {
        (_, "site", "NUMBER") => Values::Candidates(&candidates::SITES),
        (_, _, "PATH" | "FILE") => Values::Path,
        (_, "format", _) => words(&["table", "json", "csv"]),
        (_, "color", _) => words(&["auto", "always", "never"]),
        (_, _, "COUNTRY") => countries(),
        (_, _, "LEVEL") => levels(arg.get_id().as_str()),
        (_, _, "NAME=LEVEL") => privileges(),
        (_, _, "KEY") => words(&Setting::ALL.iter().map(|setting| setting.word()).collect::<Vec<_>>()),
        (_, _, "TYPE") => words(&ContactType::ALL.iter().map(|kind| kind.word()).collect::<Vec<_>>()),
        (_, _, "PROGRAM") => words(&Program::ALL.iter().map(|program| program.word()).collect::<Vec<_>>()),
        (_, _, "PROTOCOL") => words(&Protocol::ALL.iter().map(|protocol| protocol.word()).collect::<Vec<_>>()),
        (_, "via", _) => words(&Via::ALL.iter().map(|via| via.word()).collect::<Vec<_>>()),
        (_, _, "PRODUCT") => words(&[GATEWAY]),
        (_, _, "ROLE") => roles(action, arg.get_id().as_str()),
        (_, _, "SHELL") => words(super::completions::SHELLS),
        (_, _, "TOPIC") => described(TOPICS.iter().copied()),
        (_, _, "CODE") => codes(),
        (_, _, "COMMAND") => Values::Commands,
        ("can", "action", _) => words(&Action::ALL.iter().map(|action| action.word()).collect::<Vec<_>>()),
        // No token hands a site over.
        ("token.create", "can", _) => {
            let actions = Action::ALL.iter().filter(|action| **action != Action::ChangePrimary);
            words(&actions.map(|action| action.word()).collect::<Vec<_>>())
        }
        ("audit.list", "action", _) => words(&CommandId::ALL.iter().map(|id| id.word()).collect::<Vec<_>>()),
        (_, "grants", _) => words(&["keep", "end", "hand-to:"]),
        (_, _, "STATUS" | "STATE") => states(action),
        _ => Values::of_things(action, arg.get_id().as_str(), shape),
    }
}

impl Values {
    /// Things in the database that are named by ID or number.
    fn of_things(action: &str, id: &str, shape: &str) -> Self {
        let family = action.split('.').next().unwrap_or_default();
        match (family, action, shape) {
            (_, "access.add" | "login", _) => Values::Free,
            ("access" | "contact" | "can", _, "ID") => Values::Candidates(&candidates::PEOPLE),
            (_, "operator.remove" | "operator.reset", "ID") => Values::Candidates(&candidates::OPERATORS),
            (_, "approve" | "decline" | "nomination.withdraw", "N") => Values::Candidates(&candidates::WAITING),
            ("nomination", _, "N") => Values::Candidates(&candidates::NOMINATIONS),
            ("provision", _, "N") => Values::Candidates(&candidates::REQUESTS),
            ("entitlement", _, "N") => Values::Candidates(&candidates::ENTITLEMENTS),
            ("token", _, "N") => Values::Candidates(&candidates::TOKENS),
            ("outbox", _, "N") => Values::Candidates(&candidates::MESSAGES),
            (_, _, "PROVIDER") | (_, "provider.retire", _) => Values::Candidates(&candidates::PROVIDERS),
            ("can", _, _) if id == "provider" => Values::Candidates(&candidates::PROVIDERS),
            _ => Values::Free,
        }
    }
}

fn words(words: &[&'static str]) -> Values {
    Values::Words(words.iter().copied().map(PossibleValue::new).collect())
}

fn described(words: impl Iterator<Item = (&'static str, &'static str)>) -> Values {
    Values::Words(words.map(|(word, meaning)| PossibleValue::new(word).help(meaning)).collect())
}

fn roles(action: &str, id: &str) -> Values {
    match (action, id) {
        ("access.list", _) => words(&Role::ALL.iter().map(|role| role.word()).collect::<Vec<_>>()),
        (_, "former") => words(&["secondary", "user", "none"]),
        _ => words(&["secondary", "user"]),
    }
}

/// The levels of the privilege that an option is named after, with what each means.
fn levels(id: &str) -> Values {
    let named = Privilege::ALL.iter().find(|privilege| privilege.word().replace('-', "_") == id);
    let Some(privilege) = named else { return Values::Free };
    let levels = (0_i64..).zip(privilege.level_words());
    described(levels.map(|(rank, level)| (*level, privilege.meaning(rank))))
}

/// Every level of every privilege, as in `tools=full`.
fn privileges() -> Values {
    let pairs = Privilege::ALL.iter().flat_map(|privilege| {
        let levels = privilege.level_words().iter();
        levels.map(move |level| PossibleValue::new(format!("{privilege}={level}")))
    });
    Values::Words(pairs.collect())
}

fn countries() -> Values {
    described(Country::all().map(|country| (country.code(), country.name())))
}

fn codes() -> Values {
    let codes = Code::ALL.iter().map(|code| (code.word(), code.meaning()));
    described(codes.chain(Rule::ALL.iter().map(|rule| (rule.number(), rule.sentence()))))
}

fn states(action: &str) -> Values {
    match action.split('.').next().unwrap_or_default() {
        "site" => words(&SiteStatus::ALL.iter().map(|status| status.word()).collect::<Vec<_>>()),
        "nomination" => words(&NominationStatus::ALL.iter().map(|status| status.word()).collect::<Vec<_>>()),
        "provision" => words(&RequestStatus::ALL.iter().map(|status| status.word()).collect::<Vec<_>>()),
        "outbox" => words(&["queued", "delivered", "failed"]),
        _ => Values::Free,
    }
}
