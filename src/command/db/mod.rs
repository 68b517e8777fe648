//! The file itself.
pub mod check;
pub mod path;
