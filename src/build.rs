//! What the linker is told: to pack the relocations, where the C library of this machine can unpack them (glibc from 2.36
//! on). A program that takes certificates, letters and patterns of passwords from libraries has 16,000 of them; packed they
//! are 0.4 MB less of a file, and 0.2 ms less of every start. Without it everything works the same.
use std::env;
use std::process::Command;

#[expect(clippy::disallowed_methods, reason = "this is how a build script is told what to build for")]
fn main() {
    println!("cargo::rerun-if-changed=src/build.rs");
    let target = env::var("TARGET").unwrap_or_default();
    let for_this_machine = env::var("HOST").is_ok_and(|host| host == target);
    if for_this_machine && target.ends_with("-linux-gnu") && glibc().is_some_and(|version| version >= (2, 36)) {
        println!("cargo::rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
    }
}

/// The version of this machine's C library, where it is glibc.
fn glibc() -> Option<(u32, u32)> {
    let said = Command::new("getconf").arg("GNU_LIBC_VERSION").output().ok()?;
    let (major, minor) = std::str::from_utf8(&said.stdout).ok()?.trim().strip_prefix("glibc ")?.split_once('.')?;
    Some((major.parse().ok()?, minor.parse().ok()?))
}
