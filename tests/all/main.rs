//! One test binary: a file each for what is tested.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod countries;
