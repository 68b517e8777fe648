//! The letters that `pao` writes: what each kind says, how it becomes a message, and the post that carries it.
//!
//! What must hold: writing a letter is pure (a template and facts in, text out), so that a dry run shows exactly what
//! would be sent. A letter is kept as data (kind, addressee, facts, secret) and worded when it is shown or delivered.
//! Headers are built by the mail library alone. Delivery may happen twice, under the same name and Message-ID.
//!
//! # What would hurt
//! A fact is foreign text. It never makes a line, a header or a placeholder of its own (`letter`, `message`).
pub mod kind;
pub mod letter;
pub mod message;
pub mod post;
mod redaction;
mod sendmail;
pub mod smtp;
mod smtp_dialogue;
mod smtp_line;
pub mod smtp_url;
mod smtp_wire;
mod spool;
mod template;
mod wording;

pub use kind::Kind;
pub use letter::{Letter, MissingFact, Rendered, SecretLine};
pub use message::{Envelope, bare_address, compose};
pub use post::{OFF, Outgoing, Post, ProcessPost, Route, Trouble, Undelivered, file_name};
pub use redaction::without;
pub use sendmail::sendmail_program;
pub use smtp::SmtpRoute;
pub use smtp_url::{Protection, SmtpUrl};
pub use template::Field;
