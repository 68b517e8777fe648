//! People, as operators see them.
pub mod show;
