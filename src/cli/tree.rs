//! Every command, in the order in which help shows them: one table for parser, help, completions and man pages.
//!
//! What must hold: a command's own arguments are built only when it is called (`Command::defer`), since building all of
//! them would be a third of what a short command costs.
use crate::cli::shared::leaf;
use crate::command::{self, Context, Outcome, Takes};
use crate::error::Result;
use clap::{ArgMatches, Args as _, Command, FromArgMatches as _};

/// One command that does something.
pub struct Verb {
    /// The last word, as in `revoke`.
    pub name: &'static str,
    /// One line of help.
    pub about: &'static str,
    /// The command in the audit trail, as in `access.revoke`.
    pub deed: &'static str,
    /// Which shared options it takes.
    pub takes: Takes,
    /// Adds its arguments; called only when the command is.
    pub build: fn(Command) -> Command,
    /// Does it.
    pub run: fn(&ArgMatches, &mut Context<'_>) -> Result<Outcome>,
}

/// A command, or a family of them.
pub enum Node {
    Verb(Verb),
    Family { name: &'static str, about: &'static str, verbs: &'static [Node] },
}

impl Node {
    /// The word that is typed.
    pub const fn name(&self) -> &'static str {
        match self {
            Node::Verb(verb) => verb.name,
            Node::Family { name, .. } => name,
        }
    }

    /// The clap command, its arguments deferred.
    pub fn command(&'static self) -> Command {
        match self {
            Node::Verb(verb) => Command::new(verb.name).about(verb.about).defer(verb.build),
            Node::Family { name, about, verbs } => {
                let family =
                    Command::new(*name).about(*about).subcommand_value_name("COMMAND").disable_help_subcommand(true);
                let family = family.subcommands(verbs.iter().map(Node::command));
                family.defer(|command| super::shared::globals(command, true))
            }
        }
    }
}

const NONE: Takes = Takes { site: false, dry_run: false, hard: false, list: false, password: false };
const PASSWORD: Takes = Takes { password: true, ..NONE };
const FIRST: Takes = Takes { dry_run: true, ..PASSWORD };
const SITE: Takes = Takes { site: true, ..NONE };
const CHANGE: Takes = Takes { dry_run: true, ..NONE };
const SITE_CHANGE: Takes = Takes { site: true, dry_run: true, ..NONE };
const HARD: Takes = Takes { hard: true, ..SITE_CHANGE };
const HARD_PASSWORD: Takes = Takes { password: true, ..HARD };
const LIST: Takes = Takes { list: true, ..NONE };
const SITE_LIST: Takes = Takes { site: true, list: true, ..NONE };

macro_rules! verb {
    ($name:literal $deed:literal $takes:ident $about:literal, $more:literal, $args:ty => $run:path) => {
        Node::Verb(Verb {
            name: $name,
            about: $about,
            deed: $deed,
            takes: $takes,
            build: |command| leaf(<$args>::augment_args(command), $takes, $about, $more),
            run: |matches, cx| $run(&<$args>::from_arg_matches(matches).map_err(|error| super::broken(&error))?, cx),
        })
    };
    ($name:literal $deed:literal $takes:ident $about:literal, $more:literal, $run:expr) => {
        Node::Verb(Verb {
            name: $name,
            about: $about,
            deed: $deed,
            takes: $takes,
            build: |command| leaf(command, $takes, $about, $more),
            run: |_, cx| $run(cx),
        })
    };
}

/// Every command.
pub static TREE: &[Node] = &[
    verb!("demo" "demo" NONE "Play the whole story on a practice database", "Examples:\n  pao demo\n  pao demo --db ./practice.db --json", command::demo::DemoArgs => command::demo::run),
    verb!("init" "init" FIRST "Create the database and its first operator",
        "Examples:\n  pao init --email ops@vendor.example --first-name Olga --last-name Operator --country US\n  pao init --db ./practice.db --email ops@vendor.example --first-name O --last-name P --country US --password-file -",
        command::init::InitArgs => command::init::run),
    verb!("register" "register" FIRST "Ask for an ID; a code is mailed to the address",
        "Examples:\n  pao register\n  pao register --email ann@example.com --first-name Ann --last-name Archer --country DE --question 'First ship?' --password-file pw --answer-file answer",
        command::register::RegisterArgs => command::register::run),
    verb!("login" "login" PASSWORD "Sign in",
        "Examples:\n  pao login ann@example.com\n  PAO_TOKEN=$(pao login ann@example.com --print-token --password-file pw)",
        command::login::LoginArgs => command::login::run),
    verb!("logout" "logout" NONE "Sign out; always succeeds", "Examples:\n  pao logout", command::logout::run),
    verb!("whoami" "whoami" NONE "Show who is signed in, and at which sites", "Examples:\n  pao whoami\n  pao whoami --json", command::whoami::run),
    verb!("authorize" "authorize" SITE "Come in as Primary Contact with the temporary passcode",
        "Examples:\n  pao authorize\n  pao authorize --site 7000017 --passcode-file -",
        command::authorize::AuthorizeArgs => command::authorize::run),
    verb!("request-passcode" "request-passcode" SITE_CHANGE "Have a new temporary passcode mailed, good for one hour",
        "Examples:\n  pao request-passcode\n  pao request-passcode --site 7000017", command::request_passcode::run),
    Node::Family { name: "account", about: "Your own ID", verbs: ACCOUNT },
    Node::Family { name: "access", about: "Who has access to a site, and what they may do", verbs: ACCESS },
    Node::Family { name: "contact", about: "Who the Primary Contact is", verbs: CONTACT },
    verb!("can" "can" SITE "Ask whether somebody may do something; the exit status is the answer",
        "Actions: enter, download, media, order, renew, view-reports, view-entitlements, update-entitlements, view-documents, list-access,\nchange-access, name-secondary, change-primary, decide-nominations, update-contacts, provision, message.\n\nExamples:\n  pao can order --site 7000017\n  pao can change-access --id bob@example.com",
        command::can::CanArgs => command::can::run),
    Node::Family { name: "site", about: "Sites: enrolled, listed, amended, ended", verbs: SITE_VERBS },
    Node::Family { name: "person", about: "People, as operators see them", verbs: PERSON },
    Node::Family { name: "outbox", about: "The letters that pao writes", verbs: OUTBOX },
    Node::Family { name: "audit", about: "What was done and what was refused", verbs: AUDIT },
    Node::Family { name: "db", about: "The database file", verbs: DB },
    verb!("rules" "rules" LIST "List the rules", "Examples:\n  pao rules\n  pao rules --json", |_| command::book::rules()),
    verb!("explain" "explain" NONE "Explain a code or a rule", "Examples:\n  pao explain primary_only\n  pao explain R6",
        command::book::ExplainArgs => command::book::explain),
];

const ACCOUNT: &[Node] = &[
    verb!("verify" "account.verify" NONE "Type the code that was mailed; the ID exists from then on",
        "Examples:\n  pao account verify --email ann@example.com\n  pao account verify --email ann@example.com --code-file -",
        command::account::verify::VerifyArgs => command::account::verify::run),
    verb!("resend-code" "account.resend-code" CHANGE "Have a new code mailed for a registration that waits",
        "Examples:\n  pao account resend-code --email ann@example.com",
        command::account::resend_code::ResendArgs => command::account::resend_code::run),
    verb!("show" "account.show" NONE "Show what the registry keeps about you", "Examples:\n  pao account show", command::account::show::run),
];

const ACCESS: &[Node] = &[
    verb!("add" "access.add" SITE_CHANGE "Give a person access",
        "Examples:\n  pao access add bob@example.com --role secondary --contact-update update\n  pao access add cy@example.com --role user --tools full --expires 90d\n  pao access add cy@example.com --role user --dry-run",
        command::access::add::AddArgs => command::access::add::run),
    verb!("update" "access.update" SITE_CHANGE "Change what a person may do",
        "Examples:\n  pao access update cy@example.com --reporting view\n  pao access update cy@example.com --expires 2027-12-31",
        command::access::update::UpdateArgs => command::access::update::run),
    verb!("revoke" "access.revoke" HARD "Take access away from a person",
        "Examples:\n  pao access revoke cy@example.com --reason 'left the project'\n  pao access revoke bob@example.com --grants hand-to:eve@example.com --yes",
        command::access::revoke::RevokeArgs => command::access::revoke::run),
    verb!("leave" "access.leave" HARD "Give up your own access", "Examples:\n  pao access leave --site 7000017", command::access::leave::run),
    verb!("list" "access.list" SITE_LIST "List who has access",
        "Examples:\n  pao access list\n  pao access list --role user --privilege tools=full\n  pao access list --as-of 2026-03-01 --format csv",
        command::access::list::ListArgs => command::access::list::run),
    verb!("show" "access.show" SITE "Show what one person may do; without an ID, you", "Examples:\n  pao access show\n  pao access show bob@example.com",
        command::access::show::ShowArgs => command::access::show::run),
];

const CONTACT: &[Node] = &[
    verb!("set-primary" "contact.set-primary" HARD_PASSWORD "Hand the site over to a new Primary Contact",
        "Examples:\n  pao contact set-primary bob@example.com\n  pao contact set-primary bob@example.com --former none --yes --password-file -",
        command::contact::set_primary::SetPrimaryArgs => command::contact::set_primary::run),
];

const SITE_VERBS: &[Node] = &[
    verb!("enroll" "site.enroll" CHANGE "Enrol a site; its Welcome letter is mailed",
        "Examples:\n  pao site enroll --company 'Example Corp' --country DE --primary-first-name Ann --primary-last-name Archer --primary-email ann@example.com",
        command::site::enroll::EnrollArgs => command::site::enroll::run),
    verb!("list" "site.list" LIST "List the sites within your reach", "Examples:\n  pao site list\n  pao site list --status awaiting-primary --json",
        command::site::list::ListArgs => command::site::list::run),
    verb!("show" "site.show" SITE "Show one site", "Examples:\n  pao site show --site 7000017", command::site::show::run),
    verb!("update" "site.update" SITE_CHANGE "Amend what the registry says about a site", "Examples:\n  pao site update --site 7000017 --company 'Example SE'",
        command::site::update::UpdateArgs => command::site::update::run),
    verb!("resend-welcome" "site.resend-welcome" SITE_CHANGE "Send the Welcome letter again, with a new passcode",
        "Examples:\n  pao site resend-welcome --site 7000017", command::site::resend_welcome::run),
    verb!("withdraw" "site.withdraw" HARD "Withdraw a sleeping site, for good", "Examples:\n  pao site withdraw --site 7000017 --reason 'enrolled twice' --yes",
        command::site::withdraw::WithdrawArgs => command::site::withdraw::run),
    verb!("close" "site.close" HARD "Close an active site, for good", "Examples:\n  pao site close --site 7000017 --reason 'agreement ended' --yes",
        command::site::close::CloseArgs => command::site::close::run),
];

const PERSON: &[Node] = &[
    verb!("show" "person.show" NONE "Show a person: verified, locked, sites and roles", "Examples:\n  pao person show ann@example.com",
        command::person::show::ShowArgs => command::person::show::run),
];

const OUTBOX: &[Node] = &[
    verb!("list" "outbox.list" LIST "List the letters", "Examples:\n  pao outbox list --state queued", command::outbox::list::ListArgs => command::outbox::list::run),
    verb!("show" "outbox.show" NONE "Show one letter; its secret line is hidden", "Examples:\n  pao outbox show 12",
        command::outbox::show::ShowArgs => command::outbox::show::run),
];

const AUDIT: &[Node] = &[
    verb!("list" "audit.list" SITE_LIST "List what was done and what was refused",
        "Examples:\n  pao audit list --site 7000017\n  pao audit list --actor ann@example.com --since 2026-01-01 --json",
        command::audit::list::ListArgs => command::audit::list::run),
    verb!("show" "audit.show" NONE "Show one entry with its details", "Examples:\n  pao audit show 12", command::audit::show::ShowArgs => command::audit::show::run),
    verb!("verify" "audit.verify" NONE "Recompute the chain of the audit trail",
        "Examples:\n  pao audit verify\n  pao audit verify --expect 120:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        command::audit::verify::VerifyArgs => command::audit::verify::run),
    verb!("head" "audit.head" NONE "Print the newest link of the chain, to keep elsewhere", "Examples:\n  pao audit head", command::audit::head::run),
];

const DB: &[Node] = &[
    verb!("path" "db.path" NONE "Print where the database is", "Examples:\n  pao db path", |cx| command::db::path::run(cx)),
    verb!("check" "db.check" NONE "Check the file and everything in it", "Examples:\n  pao db check\n  pao db check --json", command::db::check::run),
];
