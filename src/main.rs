//! The program: prepares the process, collects the world, runs, exits.
use pao::World;
use std::process::ExitCode;

#[expect(clippy::disallowed_methods, reason = "this is where the command line comes in")]
fn main() -> ExitCode {
    pao::world::process::prepare();
    let status = pao::run(std::env::args_os(), &mut World::of_process());
    ExitCode::from(status)
}
