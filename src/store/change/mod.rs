//! Every INSERT, UPDATE and DELETE that changes what people may do, each asking for the authority it needs.
//!
//! What must hold: a writer takes a proof and neither a transaction nor a site of its own. What changes who is Primary
//! consumes the proof. Whatever touches access tells the transaction its effect, so that the audit trail can be
//! replayed.
pub mod accept_time;
pub mod access;
pub mod accounts;
pub mod codes;
pub mod contacts;
pub mod entitlements;
pub mod entrance;
pub mod maintenance;
pub mod nominations;
pub mod operators;
pub mod outbox;
pub mod people;
pub mod practice;
pub mod providers;
pub mod provisions;
pub mod restore;
pub mod settings;
pub mod sites;
pub mod sources;
pub mod throttle;
pub mod tokens;
pub mod visits;
