//! Every command, in the order in which help shows them: one table for parser, help, completions and man pages.
//!
//! What must hold: whoever calls one command pays for that one only. Its arguments are built when it is called
//! (`Command::defer`), and [`Part`] leaves out what a line cannot mean; building all of it would be a third of what a
//! short command costs.
use crate::cli::shared::{self, leaf};
use crate::command::{self, Context, Outcome, Takes};
use crate::error::Result;
use clap::{ArgMatches, Args as _, Command, FromArgMatches as _};
use std::ffi::OsString;

/// How much of the tree is built.
#[derive(Clone, Copy)]
pub enum Part<'a> {
    /// All of it: for help, completions, man pages and the words of an error.
    Whole,
    /// What the words of this line could mean; a line that is good is understood in the same way as by the whole.
    For(&'a [OsString]),
}

impl Part<'_> {
    /// Whether a command of this name may be called.
    pub fn names(self, name: &str) -> bool {
        match self {
            Part::Whole => true,
            Part::For(words) => words.iter().any(|word| word == name),
        }
    }

    /// Whether an option may be given, by its long name or in a cluster of short ones.
    pub fn gives(self, long: &str, short: Option<char>) -> bool {
        let Part::For(words) = self else { return true };
        words.iter().filter_map(|word| word.as_encoded_bytes().strip_prefix(b"-")).any(|word| {
            match word.strip_prefix(b"-") {
                Some(word) => word.starts_with(long.as_bytes()),
                None => short.and_then(|short| u8::try_from(short).ok()).is_some_and(|short| word.contains(&short)),
            }
        })
    }
}

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

    /// The clap command without arguments and without what is below it.
    pub fn bare(&self) -> Command {
        match self {
            Node::Verb(verb) => Command::new(verb.name).about(verb.about),
            Node::Family { name, about, .. } => {
                Command::new(*name).about(*about).subcommand_value_name("COMMAND").disable_help_subcommand(true)
            }
        }
    }

    /// The clap command, its arguments deferred.
    pub fn command(&'static self, part: Part<'_>) -> Command {
        match self {
            Node::Verb(verb) => self.bare().defer(verb.build),
            Node::Family { verbs, .. } => {
                let family = self.bare().subcommands(within(verbs, part));
                match part {
                    Part::Whole => family.defer(|command| shared::globals(command, Part::Whole, true)),
                    Part::For(_) => shared::globals(family, part, true),
                }
            }
        }
    }
}

/// The commands of one level that are built.
pub fn within(nodes: &'static [Node], part: Part<'_>) -> impl Iterator<Item = Command> {
    nodes.iter().filter(move |node| part.names(node.name())).map(move |node| node.command(part))
}

/// The verb that a deed of the audit trail is.
pub fn verb_of(nodes: &'static [Node], deed: &str) -> Option<&'static Verb> {
    nodes.iter().find_map(|node| match node {
        Node::Verb(verb) => Some(verb).filter(|verb| verb.deed == deed),
        Node::Family { verbs, .. } => verb_of(verbs, deed),
    })
}

pub(super) const NONE: Takes = Takes { site: false, dry_run: false, hard: false, list: false, password: false };
pub(super) const PASSWORD: Takes = Takes { password: true, ..NONE };
pub(super) const FIRST: Takes = Takes { dry_run: true, ..PASSWORD };
pub(super) const SITE: Takes = Takes { site: true, ..NONE };
pub(super) const CHANGE: Takes = Takes { dry_run: true, ..NONE };
pub(super) const SITE_CHANGE: Takes = Takes { site: true, dry_run: true, ..NONE };
pub(super) const HARD: Takes = Takes { hard: true, ..SITE_CHANGE };
pub(super) const HARD_PASSWORD: Takes = Takes { password: true, ..HARD };
pub(super) const LIST: Takes = Takes { list: true, ..NONE };
pub(super) const SITE_LIST: Takes = Takes { site: true, list: true, ..NONE };

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

pub(super) use verb;

/// Families whose bare name opens a form at a terminal, and the verb that is the form.
pub(super) const FORMS: &[(&str, &str)] = &[("provision", "submit")];

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
    verb!("logout" "logout" NONE "Sign out; always succeeds", "Examples:\n  pao logout\n  pao logout --quiet", command::logout::run),
    verb!("whoami" "whoami" NONE "Show who is signed in, and at which sites", "Examples:\n  pao whoami\n  pao whoami --json", command::whoami::run),
    verb!("status" "status" LIST "Show what waits for you, the most urgent first",
        "Examples:\n  pao status\n  pao status --json\n  pao status --limit 1", command::status::run),
    verb!("start" "start" NONE "Be led through the first steps of a Primary Contact",
        "It asks, at a terminal, and does what each command on the way does. It can be left at any question and goes on\nwhere it stood; at the end it prints the same work as a shell script.\n\nExamples:\n  pao start\n  pao start >first-steps.sh",
        command::start::run),
    verb!("authorize" "authorize" SITE "Come in as Primary Contact with the temporary passcode",
        "Examples:\n  pao authorize\n  pao authorize --site 7000017 --passcode-file -",
        command::authorize::AuthorizeArgs => command::authorize::run),
    verb!("request-passcode" "request-passcode" SITE_CHANGE "Have a new temporary passcode mailed, good for one hour",
        "Examples:\n  pao request-passcode\n  pao request-passcode --site 7000017", command::request_passcode::run),
    Node::Family {
        name: "token",
        about: "Automation tokens: sign-ins for scripts, for named actions at one site",
        verbs: super::token::VERBS,
    },
    Node::Family { name: "account", about: "Your own ID", verbs: super::account::VERBS },
    Node::Family {
        name: "access",
        about: "Who has access to a site, and what they may do",
        verbs: super::access::VERBS,
    },
    Node::Family {
        name: "contact",
        about: "Contacts of record, and who the Primary Contact is",
        verbs: super::contact::VERBS,
    },
    verb!("can" "can" SITE "Ask whether somebody may do something; the exit status is the answer",
        "Actions: enter, download, media, order, renew, view-reports, view-entitlements, update-entitlements, view-documents, list-access,\nchange-access, name-secondary, change-primary, decide-nominations, update-contacts, provision, message.\n\nExamples:\n  pao can order --site 7000017\n  pao can change-access --id bob@example.com",
        command::can::CanArgs => command::can::run),
    verb!("nominate" "nominate" SITE_CHANGE "Ask to be let into a site",
        "Examples:\n  pao nominate\n  pao nominate --site 7000017 --primary-contact ann@example.com --reason 'I run the gateway'",
        command::nomination::nominate::NominateArgs => command::nomination::nominate::run),
    verb!("approve" "approve" SITE_CHANGE "Let a nominee in",
        "Examples:\n  pao approve 12\n  pao approve 12 --role user --tools full --expires 90d",
        command::nomination::approve::ApproveArgs => command::nomination::approve::run),
    verb!("decline" "decline" SITE_CHANGE "Say no to a nominee, and why", "Examples:\n  pao decline 12 --reason 'not one of us'\n  pao decline 12 --dry-run",
        command::nomination::decline::DeclineArgs => command::nomination::decline::run),
    Node::Family { name: "nomination", about: "Who asked to be let in", verbs: super::nomination::VERBS },
    Node::Family { name: "entitlement", about: "What a site has acquired", verbs: super::entitlement::VERBS },
    Node::Family {
        name: "provision",
        about: "Gateways: asked for, received, provisioned",
        verbs: super::provision::VERBS,
    },
    Node::Family { name: "provider", about: "Public messaging providers", verbs: super::provider::VERBS },
    Node::Family { name: "site", about: "Sites: enrolled, listed, amended, ended", verbs: super::site::VERBS },
    Node::Family { name: "person", about: "People, as operators see them", verbs: super::person::VERBS },
    Node::Family { name: "operator", about: "The vendor's staff", verbs: super::operator::VERBS },
    Node::Family { name: "config", about: "Settings that live in the database", verbs: super::config::VERBS },
    Node::Family { name: "outbox", about: "The letters that pao writes", verbs: super::outbox::VERBS },
    Node::Family { name: "audit", about: "What was done and what was refused", verbs: super::audit::VERBS },
    verb!("maintain" "maintain" CHANGE "Reminders, expiries, delivery and purge; for a cron or timer entry",
        "Examples:\n  pao maintain --quiet\n\nAs a cron line, every ten minutes:\n  */10 * * * * pao maintain --quiet --no-input", command::maintain::run),
    Node::Family { name: "db", about: "The database file", verbs: super::db::VERBS },
    verb!("rules" "rules" LIST "List the rules", "Examples:\n  pao rules\n  pao rules --json", |cx| command::book::rules(cx)),
    verb!("explain" "explain" NONE "Explain a code or a rule", "Examples:\n  pao explain primary_only\n  pao explain R6",
        command::book::ExplainArgs => command::book::explain),
    verb!("help" "help" NONE "Explain a topic: rules, exit-codes, environment, output, passwords, deployment",
        "Examples:\n  pao help deployment\n  pao help exit-codes",
        command::help::HelpArgs => command::help::run),
    verb!("schema" "schema" NONE "Print the JSON Schema of a command's answer, or of the error object",
        "Examples:\n  pao schema access list\n  pao schema error",
        command::schema::SchemaArgs => super::schema),
    verb!("completions" "completions" NONE "Print a script with which a shell completes pao's command line",
        "Examples:\n  source <(pao completions bash)\n  pao completions fish > ~/.config/fish/completions/pao.fish\n  pao completions zsh --static > _pao",
        super::completions::CompletionsArgs => super::completions::run),
    verb!("man" "man" NONE "Print a page of the manual; roff in a pipe",
        "Examples:\n  pao man access add\n  pao man pao-rules.7\n  pao man access add | man -l -",
        super::man::ManArgs => super::man::run),
];
