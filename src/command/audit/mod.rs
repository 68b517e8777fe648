//! The audit trail: read, verified, its head kept elsewhere.
pub mod head;
pub mod list;
pub mod show;
pub mod verify;
