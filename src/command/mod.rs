//! What each verb does: look, ask, decide, change, report. One file per verb, one folder per family; each file holds
//! what can be typed for it (clap only) and then what happens.
//!
//! # What must hold
//! A verb that changes something goes through [`session::Session::change`]: the closure gets the transaction by value and cannot
//! reach the context, so nobody is asked anything while it is open, and no report exists without a [`Committed`].
//! Refusals are put on record there, in one place.
mod accepted;
mod answers;
mod awaiting;
mod caller;
mod changed;
mod confirm;
mod context;
mod credentials;
mod delivery;
mod form;
mod granting;
mod import_file;
mod kept_head;
mod made;
mod opening;
pub mod options;
mod outcome;
mod output;
mod parsed;
mod personal;
mod prompt;
pub mod reach;
mod refusals;
mod review;
mod secret_line;
mod secrets;
mod session;
mod sign_in;
mod sign_out;
mod site_meant;
mod suggest;
mod verification;
mod views;

pub use context::{Context, Program};
pub use outcome::Outcome;
pub use session::Caller;

pub mod access;
pub mod account;
pub mod audit;
pub mod authorize;
pub mod can;
pub mod config;
pub mod contact;
pub mod db;
pub mod demo;
pub mod entitlement;
pub mod explain;
pub mod help;
pub mod init;
pub mod login;
pub mod logout;
pub mod maintain;
pub mod nomination;
pub mod operator;
pub mod outbox;
pub mod person;
pub mod provider;
pub mod provision;
pub mod register;
pub mod request_passcode;
pub mod schema;
pub mod site;
pub mod ssh_command;
pub mod ssh_keys;
pub mod start;
pub mod status;
pub mod token;
pub mod version;
pub mod whoami;
