//! How a letter becomes a message and travels: into the spool, to a mail server, to the system's sendmail.
//!
//! What must hold: headers are built by the mail library alone. Delivery may happen twice, under the same name and Message-ID.
//!
//! # What would hurt
//! What a letter says is foreign text. It never makes a header of its own (`message`).
mod header;
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

pub use header::bare_address;
pub use message::{Envelope, compose};
pub use post::{OFF, Outgoing, Post, ProcessPost, Route, Trouble, Undelivered, file_name};
pub use redaction::without;
pub use sendmail::sendmail_program;
pub use smtp::SmtpRoute;
pub use smtp_url::{Protection, SmtpUrl};
