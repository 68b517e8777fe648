//! The letters: which wait, which went out, what they say.
pub mod list;
pub mod show;
