//! The program: prepares the process, collects the world, runs, exits.
use pao::World;
use pao::world::process;
use std::ffi::OsString;
use std::io::{self, Write as _};
use std::mem::ManuallyDrop;
use std::process::ExitCode;

#[expect(clippy::disallowed_methods, reason = "this is where the command line comes in")]
fn main() -> ExitCode {
    process::prepare();
    let argv: Vec<OsString> = std::env::args_os().collect();
    if let Err(error) = process::become_the_owner(&argv) {
        let _ = writeln!(io::stderr(), "error: {error}");
        return ExitCode::from(error.status());
    }
    // Not taken apart at the end: the exit of the process frees it.
    let mut world = ManuallyDrop::new(World::of_process());
    let status = pao::run(argv, &mut world);
    ExitCode::from(status)
}
