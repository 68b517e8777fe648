//! What the program is told about its own build, for `pao --version --verbose`; and what the linker is told, where it can
//! be done on this machine. Without any of it everything works the same, but slower.
//!
//! # No shared libraries
//! Half of a short command is the work of the dynamic loader and the pages that it makes private. So a release takes glibc
//! in (feature `static`), position-independent as before. What is looked up by name needs no plug-in for that since glibc
//! 2.34: `/etc/hosts` and DNS are part of it. `-C target-feature=+crt-static` would be the plain way, but without `--target`
//! it also hits macros, which cannot be static; so the linker finds a folder of static libraries before all others.
//!
//! # Relocations
//! They are packed: a program that takes certificates, letters and patterns of passwords from libraries has 16,000 of them.
//! Only glibc from 2.36 on can unpack them.
use std::env;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What rustc asks for on glibc, and the file of the compiler that gives it without sharing.
const LIBRARIES: [(&str, &str); 7] = [
    ("libc.a", "libc.a"),
    ("libm.a", "libm.a"),
    ("libpthread.a", "libpthread.a"),
    ("libdl.a", "libdl.a"),
    ("librt.a", "librt.a"),
    ("libutil.a", "libutil.a"),
    ("libgcc_s.a", "libgcc_eh.a"),
];

#[expect(clippy::disallowed_methods, reason = "this is how a build script is told what to build for")]
fn main() {
    println!("cargo::rerun-if-changed=src/build.rs");
    let told = |name: &str| env::var(name).unwrap_or_default();
    let target = told("TARGET");
    println!("cargo::rustc-env=PAO_TARGET={target}");
    println!("cargo::rustc-env=PAO_PROFILE={}", told("PROFILE"));
    println!("cargo::rustc-env=PAO_RUSTC={}", compiler().unwrap_or_default());
    let static_already = told("CARGO_CFG_TARGET_FEATURE").split(',').any(|feature| feature == "crt-static");
    if told("HOST") != target || !target.ends_with("-linux-gnu") {
        return;
    }
    let glibc = glibc().unwrap_or_default();
    if glibc >= (2, 36) {
        println!("cargo::rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
    }
    let wanted = env::var_os("CARGO_FEATURE_STATIC").is_some() && told("PROFILE") == "release";
    let can = wanted && !static_already && glibc >= (2, 34);
    if let Some(folder) = can.then(|| static_libraries(&PathBuf::from(told("OUT_DIR")))).flatten() {
        println!("cargo::rustc-link-arg-bins=-L{}", folder.display());
        println!("cargo::rustc-link-arg-bins=-static-pie");
    }
}

/// A folder with nothing but static libraries, if this machine has them and can link a program with them.
fn static_libraries(out: &Path) -> Option<PathBuf> {
    let folder = out.join("static");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir(&folder).ok()?;
    for (asked, given) in LIBRARIES {
        let found = PathBuf::from(said_by("cc", &[&format!("-print-file-name={given}")])?);
        symlink(found.is_absolute().then_some(found)?, folder.join(asked)).ok()?;
    }
    let (source, program) = (out.join("trial.c"), out.join("trial"));
    fs::write(&source, "int main(void) { return 0; }\n").ok()?;
    said_by("cc", &["-static-pie", "-o", program.to_str()?, source.to_str()?])?;
    said_by(program.to_str()?, &[])?;
    Some(folder)
}

/// The version of the compiler, as in `1.89.0`.
#[expect(clippy::disallowed_methods, reason = "this is how a build script is told which compiler builds")]
fn compiler() -> Option<String> {
    let said = said_by(&env::var("RUSTC").ok()?, &["--version"])?;
    said.split(' ').nth(1).map(str::to_owned)
}

/// The version of this machine's C library, where it is glibc.
fn glibc() -> Option<(u32, u32)> {
    let said = said_by("getconf", &["GNU_LIBC_VERSION"])?;
    let (major, minor) = said.strip_prefix("glibc ")?.split_once('.')?;
    Some((major.parse().ok()?, minor.parse().ok()?))
}

/// What a program says that succeeds.
fn said_by(program: &str, arguments: &[&str]) -> Option<String> {
    let done = Command::new(program).args(arguments).output().ok().filter(|done| done.status.success())?;
    Some(String::from_utf8(done.stdout).ok()?.trim().to_owned())
}
