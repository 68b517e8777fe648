//! The program: prepares the process, collects the world, runs, exits.
use pao::World;
use std::mem::ManuallyDrop;
use std::process::ExitCode;

#[expect(clippy::disallowed_methods, reason = "this is where the command line comes in")]
fn main() -> ExitCode {
    pao::world::process::prepare();
    // Not taken apart at the end: the exit of the process frees it.
    let mut world = ManuallyDrop::new(World::of_process());
    let status = pao::run(std::env::args_os(), &mut world);
    ExitCode::from(status)
}
