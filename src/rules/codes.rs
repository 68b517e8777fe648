//! Every code that `pao` can answer with, as cli.md's table of exit statuses lists them.
//!
//! What must hold: the words are a contract; scripts compare them. A code never changes its word or its status.
//! The status itself is in `error.rs`, the rule behind a code in `table.rs`.
use crate::rules::table::Rule;

macro_rules! codes {
    ($($name:ident $word:literal $rule:expr, $meaning:literal;)*) => {
        /// What went wrong, in one word that scripts can rely on (cli.md, "Exit statuses").
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Code { $(#[doc = $meaning] $name,)* }

        impl Code {
            /// Every code, in the order of cli.md.
            pub const ALL: &[Code] = &[$(Code::$name,)*];

            /// The word that stands in JSON and in the audit trail.
            pub const fn word(self) -> &'static str { match self { $(Code::$name => $word,)* } }

            /// The rule of product.md that this code belongs to, where there is one.
            pub const fn rule(self) -> Option<Rule> { match self { $(Code::$name => $rule,)* } }

            /// One sentence: what an answer with this code means.
            pub const fn meaning(self) -> &'static str { match self { $(Code::$name => $meaning,)* } }
        }
    };
}

codes! {
    Io "io" None, "A file, a stream or the operating system failed; the message says which.";
    DeliveryFailed "delivery_failed" None, "A mail transport that was asked for explicitly did not take the message.";
    Internal "internal" None, "An internal error; check whether the command took effect before you run it again.";
    OutcomeUnknown "outcome_unknown" None, "The database failed while it was committing and the audit trail cannot tell whether the change happened.";
    Usage "usage" None, "The command line cannot be understood: an unknown flag, or a value that is missing and cannot be asked for.";
    SignInRequired "sign_in_required" Some(Rule::R18), "Nobody is signed in here, or the sign-in has ended.";
    SignInFailed "sign_in_failed" Some(Rule::R18), "Incorrect ID or password; which of them was wrong is never said.";
    PasscodeNotAccepted "passcode_not_accepted" Some(Rule::R2), "The temporary passcode does not open this site for this ID; every way to fail looks the same.";
    CodeNotAccepted "code_not_accepted" None, "The mailed code is wrong, spent, too old, or somebody else's; which of these is never said.";
    ConfirmPassword "confirm_password" Some(Rule::R19), "This command asks for the password again, and the password given was not accepted.";
    SiteNotActive "site_not_active" Some(Rule::R1), "The site's Primary Contact has not been authorized yet, or the site has been closed or withdrawn.";
    PrimaryOnly "primary_only" Some(Rule::R3), "Only the Primary Contact names, changes or removes a Secondary Contact.";
    ManagerOnly "manager_only" Some(Rule::R4), "Only managers see and use the functions that manage access.";
    IdRequired "id_required" Some(Rule::R5), "The person named has no ID, or the ID and the address named do not belong together.";
    ChangePrimaryOnly "change_primary_only" Some(Rule::R6), "Only the existing Primary Contact changes the Primary Contact of record.";
    PrimaryStays "primary_stays" Some(Rule::R7), "The Primary Contact's access can only be handed over.";
    OwnAccess "own_access" Some(Rule::R8), "Nobody changes their own access.";
    ExceedsOwn "exceeds_own" Some(Rule::R9), "Nobody raises a level above their own.";
    RolePrivilege "role_privilege" Some(Rule::R10), "The role does not go with one of the privileges.";
    NominationPrimaryOnly "nomination_primary_only" Some(Rule::R11), "A nomination is processed by the Primary Contact of that site alone.";
    ContactUpdateNeeded "contact_update_needed" Some(Rule::R12), "Contacts of record need the privilege contact-update.";
    NotEntitled "not_entitled" Some(Rule::R13), "The site has no current entitlement to the product.";
    TermsNotAccepted "terms_not_accepted" Some(Rule::R14), "Nobody with access to the site has accepted this provider's terms of service.";
    OperatorApart "operator_apart" Some(Rule::R15), "Operators do the vendor's work and hold no part in any site.";
    OperatorOnly "operator_only" Some(Rule::R15), "This is the vendor's work; only operators do it.";
    OwnerOnly "owner_only" None, "Only the owner of the database file may do this.";
    NoCaller "no_caller" None, "The registry is shared through sudo and ssh, and nobody in particular is behind the call: its owner signs in as nobody, and whoever comes another way is not let in.";
    LastOperator "last_operator" None, "This is the last operator; a database always has one.";
    TokenScope "token_scope" None, "The automation token was not made for this.";
    NotFound "not_found" Some(Rule::R16), "There is no such thing, or none that you may see.";
    AlreadyExists "already_exists" None, "What was to be created already exists.";
    Conflict "conflict" None, "Something different is there already.";
    WrongState "wrong_state" None, "The thing is not in a state in which this can be done.";
    InvalidValue "invalid_value" None, "A value is not acceptable; `field` in the details names it.";
    WeakPassword "weak_password" None, "The password does not meet the rules; the message says which.";
    Throttled "throttled" Some(Rule::R18), "Too many failed attempts; `retry_at` in the details says when to come back.";
    Busy "busy" None, "Another command is writing to the database; try again.";
    NoDatabase "no_database" None, "There is no database at this path.";
    Damaged "damaged" None, "The database file is damaged.";
    Tampered "tampered" None, "The schema of the database was changed by something other than pao.";
    RolledBack "rolled_back" None, "Entries are gone from the registry that were there when it was last used from here: an older copy was put in its place.";
    NewerVersion "newer_version" None, "A newer pao wrote this database.";
    InsecureFile "insecure_file" None, "A file or its folder is not safe to work on: others could read or replace it, it belongs to somebody else, its owner lacks the right to write to it, or it is on a network mount. The hint says what mends it.";
    NotADatabase "not_a_database" None, "The file at this path is not a pao database.";
    ClockBehind "clock_behind" None, "The clock is more than two minutes behind the newest entry of the audit trail, or before 2001. Either it is set back, or that entry was written while a clock ran ahead. Nothing that depends on time is done.";
    ClockAhead "clock_ahead" None, "The clock is more than 366 days ahead of the newest entry of the audit trail, or after 9998. Either it runs ahead, or nothing was changed for more than a year. Nothing is changed: what is written while a clock runs ahead locks everybody out until that time has come.";
    Interrupted "interrupted" None, "The command was interrupted or not confirmed; nothing was changed.";
}

impl Code {
    /// Whether it is a verdict on a secret, which counts against somebody.
    pub const fn is_verdict(self) -> bool {
        matches!(self, Code::SignInFailed | Code::PasscodeNotAccepted | Code::CodeNotAccepted | Code::ConfirmPassword)
    }

    /// Whether a refusal with it is put on record (product.md, "What is recorded as refused").
    pub const fn is_recorded(self) -> bool {
        matches!(self, Code::CodeNotAccepted | Code::TokenScope | Code::LastOperator | Code::OwnerOnly)
            || (self.rule().is_some() && !matches!(self, Code::SignInRequired | Code::Throttled))
    }

    /// The code that is written as `word`.
    pub fn of_word(word: &str) -> Option<Code> {
        Code::ALL.iter().copied().find(|code| code.word() == word)
    }
}
