//! What can be typed: every command, and the parser of the whole command line.
//!
//! What must hold: a command that is forgotten in one of the matches does not compile. The line of help of a command stands on
//! its variant; its arguments and examples are in its own file.
use crate::command::options::GlobalOptions;
use crate::command::{self, Context, Outcome};
use crate::error::Result;
use crate::model::command_id::CommandId;
use crate::model::site::SiteNumber;
use clap::{Arg, CommandFactory as _, Parser, Subcommand};

/// Who may act for a licence site, and who says so
#[derive(Debug, Parser)]
#[command(name = "pao", bin_name = "pao", max_term_width = 100, subcommand_value_name = "COMMAND")]
#[command(disable_help_subcommand = true, disable_version_flag = true)]
pub(super) struct Cli {
    #[command(flatten)]
    pub(super) global: GlobalOptions,
    /// Print version; with --verbose or --json also how it was built
    #[arg(short = 'V', long)]
    pub(super) version: bool,
    #[arg(long, hide = true, requires = "version")]
    pub(super) verbose: bool,
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

/// Every command, in the order of help.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Play the whole story on a practice database
    Demo(command::demo::DemoArgs),
    /// Create the database and its first operator
    Init(command::init::InitArgs),
    /// Ask for an ID; a code is mailed to the address
    Register(command::register::RegisterArgs),
    /// Sign in
    Login(command::login::LoginArgs),
    /// Sign out; always succeeds
    Logout(command::logout::LogoutArgs),
    /// Show who is signed in, and at which sites
    Whoami(command::whoami::WhoamiArgs),
    /// Show what is waiting for you, most urgent first
    Status(command::status::StatusArgs),
    /// Guide a new Primary Contact through the first steps
    Start(command::start::StartArgs),
    /// Become the Primary Contact of a site with the temporary passcode
    Authorize(command::authorize::AuthorizeArgs),
    /// Have a new temporary passcode mailed, valid for one hour
    RequestPasscode(command::request_passcode::RequestPasscodeArgs),
    /// Automation tokens: sign-ins for scripts, for named actions at one site
    #[command(subcommand)]
    Token(command::token::TokenCommand),
    /// Your own ID
    #[command(subcommand)]
    Account(command::account::AccountCommand),
    /// Who has access to a site, and what they may do
    #[command(subcommand)]
    Access(command::access::AccessCommand),
    /// Contacts of record, and who the Primary Contact is
    #[command(subcommand)]
    Contact(command::contact::ContactCommand),
    /// Ask whether somebody may do something; the exit status is the answer
    Can(command::can::CanArgs),
    /// Ask for access to a site
    Nominate(command::nomination::nominate::NominateArgs),
    /// Approve a nomination
    Approve(command::nomination::approve::ApproveArgs),
    /// Decline a nomination, and say why
    Decline(command::nomination::decline::DeclineArgs),
    /// Requests for access to a site
    #[command(subcommand)]
    Nomination(command::nomination::NominationCommand),
    /// What a site has acquired
    #[command(subcommand)]
    Entitlement(command::entitlement::EntitlementCommand),
    /// Gateways: asked for, received, provisioned
    #[command(subcommand)]
    Provision(command::provision::ProvisionCommand),
    /// Public messaging providers
    #[command(subcommand)]
    Provider(command::provider::ProviderCommand),
    /// Sites: enrolled, listed, amended, ended
    #[command(subcommand)]
    Site(command::site::SiteCommand),
    /// People, as operators see them
    #[command(subcommand)]
    Person(command::person::PersonCommand),
    /// The vendor's staff
    #[command(subcommand)]
    Operator(command::operator::OperatorCommand),
    /// Settings that live in the database
    #[command(subcommand)]
    Config(command::config::ConfigCommand),
    /// The letters that pao writes
    #[command(subcommand)]
    Outbox(command::outbox::OutboxCommand),
    /// What was done and what was refused
    #[command(subcommand)]
    Audit(command::audit::AuditCommand),
    /// Reminders, expiries, delivery and purge; for a cron or timer entry
    Maintain(command::maintain::MaintainArgs),
    /// The database file
    #[command(subcommand)]
    Db(command::db::DbCommand),
    /// List the rules
    Rules(command::explain::RulesArgs),
    /// Explain a code or a rule
    Explain(command::explain::ExplainArgs),
    /// Explain a topic: rules, exit-codes, environment, output, passwords, deployment
    Help(command::help::HelpArgs),
    /// Print the JSON Schema of a command's answer, or of the error object
    Schema(command::schema::SchemaArgs),
    /// Print a script with which a shell completes pao's command line
    Completions(super::completions::CompletionsArgs),
    /// Print a page of the manual; roff in a pipe
    Man(super::man::ManArgs),
    /// Run what came over ssh, for the key whose line calls this
    #[command(hide = true)]
    SshCommand(command::ssh_command::SshCommandArgs),
    /// Print the line by which a key may come in, for sshd
    #[command(hide = true)]
    SshKeys(command::ssh_keys::SshKeysArgs),
}

impl Command {
    /// The site that stands as the argument of a command.
    pub(super) const fn site_number(&self) -> Option<&SiteNumber> {
        match self {
            Self::Site(command) => command.number(),
            _ => None,
        }
    }

    pub(super) const fn id(&self) -> CommandId {
        match self {
            Self::Demo(_) => CommandId::Demo,
            Self::Init(_) => CommandId::Init,
            Self::Register(_) => CommandId::Register,
            Self::Login(_) => CommandId::Login,
            Self::Logout(_) => CommandId::Logout,
            Self::Whoami(_) => CommandId::Whoami,
            Self::Status(_) => CommandId::Status,
            Self::Start(_) => CommandId::Start,
            Self::Authorize(_) => CommandId::Authorize,
            Self::RequestPasscode(_) => CommandId::RequestPasscode,
            Self::Token(command) => command.id(),
            Self::Account(command) => command.id(),
            Self::Access(command) => command.id(),
            Self::Contact(command) => command.id(),
            Self::Can(_) => CommandId::Can,
            Self::Nominate(_) => CommandId::Nominate,
            Self::Approve(_) => CommandId::Approve,
            Self::Decline(_) => CommandId::Decline,
            Self::Nomination(command) => command.id(),
            Self::Entitlement(command) => command.id(),
            Self::Provision(command) => command.id(),
            Self::Provider(command) => command.id(),
            Self::Site(command) => command.id(),
            Self::Person(command) => command.id(),
            Self::Operator(command) => command.id(),
            Self::Config(command) => command.id(),
            Self::Outbox(command) => command.id(),
            Self::Audit(command) => command.id(),
            Self::Maintain(_) => CommandId::Maintain,
            Self::Db(command) => command.id(),
            Self::Rules(_) => CommandId::Rules,
            Self::Explain(_) => CommandId::Explain,
            Self::Help(_) => CommandId::Help,
            Self::Schema(_) => CommandId::Schema,
            Self::Completions(_) => CommandId::Completions,
            Self::Man(_) => CommandId::Man,
            Self::SshCommand(_) => CommandId::SshCommand,
            Self::SshKeys(_) => CommandId::SshKeys,
        }
    }

    pub(super) fn run(&self, cx: &mut Context<'_>) -> Result<Outcome> {
        match self {
            Self::Demo(args) => command::demo::run(args, cx),
            Self::Init(args) => command::init::run(args, cx),
            Self::Register(args) => command::register::run(args, cx),
            Self::Login(args) => command::login::run(args, cx),
            Self::Logout(args) => command::logout::run(args, cx),
            Self::Whoami(args) => command::whoami::run(args, cx),
            Self::Status(args) => command::status::run(args, cx),
            Self::Start(args) => command::start::run(args, cx),
            Self::Authorize(args) => command::authorize::run(args, cx),
            Self::RequestPasscode(args) => command::request_passcode::run(args, cx),
            Self::Token(command) => command.run(cx),
            Self::Account(command) => command.run(cx),
            Self::Access(command) => command.run(cx),
            Self::Contact(command) => command.run(cx),
            Self::Can(args) => command::can::run(args, cx),
            Self::Nominate(args) => command::nomination::nominate::run(args, cx),
            Self::Approve(args) => command::nomination::approve::run(args, cx),
            Self::Decline(args) => command::nomination::decline::run(args, cx),
            Self::Nomination(command) => command.run(cx),
            Self::Entitlement(command) => command.run(cx),
            Self::Provision(command) => command.run(cx),
            Self::Provider(command) => command.run(cx),
            Self::Site(command) => command.run(cx),
            Self::Person(command) => command.run(cx),
            Self::Operator(command) => command.run(cx),
            Self::Config(command) => command.run(cx),
            Self::Outbox(command) => command.run(cx),
            Self::Audit(command) => command.run(cx),
            Self::Maintain(args) => command::maintain::run(args, cx),
            Self::Db(command) => command.run(cx),
            Self::Rules(args) => command::explain::rules(args, cx),
            Self::Explain(args) => command::explain::explain(args, cx),
            Self::Help(args) => command::help::run(args, cx),
            Self::Schema(args) => command::schema::run(args, cx),
            Self::Completions(args) => super::completions::run(args, cx),
            Self::Man(args) => super::man::run(args, cx),
            Self::SshCommand(args) => command::ssh_command::run(args, cx),
            Self::SshKeys(args) => command::ssh_keys::run(args, cx),
        }
    }
}

/// What parses a command line. What is shown of it is [`tree`].
pub(super) fn parser() -> clap::Command {
    Cli::command()
}

/// The parser, every command with the shared options that it takes. clap would show each global option in every help.
pub(super) fn tree() -> clap::Command {
    let tree = parser();
    let shared: Vec<Arg> = tree.get_arguments().filter(|arg| arg.is_global_set()).cloned().collect();
    tree.mut_subcommands(|command| with_shared(command, "", &shared))
}

/// Shared options stand behind those of the command itself.
const BEHIND_ITS_OWN: usize = 500;

fn with_shared(command: clap::Command, above: &str, shared: &[Arg]) -> clap::Command {
    let words = format!("{above} {}", command.get_name()).trim_start().to_owned();
    let id = CommandId::of_words(&words);
    let shown = |arg: &Arg| id.is_some_and(|id| GlobalOptions::shown(arg.get_id().as_str(), id));
    let below = |(place, arg): (usize, &Arg)| {
        arg.clone().help_heading(None::<&str>).display_order(BEHIND_ITS_OWN + place).hide(!shown(arg))
    };
    let own = shared.iter().enumerate().map(below);
    command.args(own).mut_subcommands(|command| with_shared(command, &words, shared))
}

/// The parser with every argument touched, given the command that it belongs to (none above a command): for what is made from
/// it, completions and man pages.
pub(super) fn touched(touch: &dyn Fn(Option<CommandId>, Arg) -> Arg) -> clap::Command {
    fn below(command: clap::Command, above: &str, touch: &dyn Fn(Option<CommandId>, Arg) -> Arg) -> clap::Command {
        let words = format!("{above} {}", command.get_name()).trim_start().to_owned();
        let id = CommandId::of_words(&words);
        command.mut_args(|arg| touch(id, arg)).mut_subcommands(|command| below(command, &words, touch))
    }
    tree().mut_args(|arg| touch(None, arg)).mut_subcommands(|command| below(command, "", touch))
}

/// What the help says of each option, `--role`, and argument, `<ID>`, of a command.
pub(super) fn help_texts(id: CommandId) -> Vec<(String, String)> {
    let mut tree = parser();
    let words = id.words();
    let leaf = words.split(' ').try_fold(&mut tree, |command, word| command.find_subcommand_mut(word));
    let name = |arg: &Arg| match (arg.get_long(), arg.get_value_names()) {
        (Some(long), _) => Some(format!("--{long}")),
        (None, Some([name, ..])) => Some(format!("<{name}>")),
        _ => None,
    };
    let texts = leaf.into_iter().flat_map(|leaf| leaf.get_arguments().cloned().collect::<Vec<_>>());
    texts.filter_map(|arg| Some((name(&arg)?, arg.get_help()?.to_string()))).collect()
}
