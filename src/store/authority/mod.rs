//! Proofs, minted inside one transaction.
//!
//! What must hold: each proof carries the transaction it is good for and, where it is about one, the site; it cannot
//! outlive the transaction, cannot be cloned and cannot be made outside this folder. Writers take proofs, so "only the
//! Primary may" is checked by the compiler at every place that changes something. The mints ask the rules in the order
//! of product.md: R16, then R15 on the asker, then R1, then the command's own rule.
pub mod applicant;
pub mod at_site;
pub mod automation;
pub mod awaited;
pub mod caretaker;
pub mod confirmed;
pub mod contacts;
pub mod mailed;
pub mod manager;
pub mod member;
pub mod nominations;
pub mod operator;
pub mod password;
pub mod practice;
pub mod primary;
pub mod registrant;
pub mod request;
pub mod signed_in;
pub mod visitor;
