//! `pao --version --verbose`: what this program is, and what it was built from.
use crate::error::Result;
use crate::store::sqlite_version;
use crate::ui::report::{Part, Report};
use schemars::JsonSchema;
use serde::Serialize;
use std::env::consts::{ARCH, OS};

/// What is known about a build.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Build {
    pub version: &'static str,
    /// The kind of machine it was built for, as in `x86_64-linux`.
    pub target: String,
    /// `release`, or `debug` for a build that is not meant to be used.
    pub profile: &'static str,
    /// The version of the SQLite that is built in.
    pub sqlite: &'static str,
}

/// This build, a line a fact.
///
/// # Errors
/// What serializing says.
pub fn report() -> Result<Report> {
    let build = Build {
        version: env!("CARGO_PKG_VERSION"),
        target: format!("{ARCH}-{OS}"),
        profile: if cfg!(debug_assertions) { "debug" } else { "release" },
        sqlite: sqlite_version(),
    };
    let facts =
        [("version", build.version), ("target", &*build.target), ("profile", build.profile), ("sqlite", build.sqlite)];
    let lines = facts.map(|(name, value)| Part::Line(format!("{name}: {value}")));
    Report::object(&build, lines.into())
}
