//! `pao --version --verbose`: what this program is, and what it was built from.
use crate::error::Result;
use crate::model::upkeep::Build;
use crate::store::sqlite_version;
use crate::ui::prose::Part;
use crate::ui::report::Report;
use std::env::consts::{ARCH, OS};

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
