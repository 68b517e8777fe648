//! A registry that other people reach, as they reach it: real users, the real sudo, a real sshd on loopback.
//!
//! `cargo test --test service -- --ignored`, as root on a machine that has no registry, with the packages that `.ci/run` installs. Every
//! test makes users, files below /etc and /var/lib and an sshd of its own, and takes all of it away again, whatever became of it.
//!
//! What must hold: nothing here knows how `pao` is built; the files that the package ships are the files that are tried.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod attack_doors;
mod attack_floods;
mod attack_surroundings;
mod attack_words;
#[allow(dead_code, reason = "a key that no question here needs")]
#[path = "../all/console.rs"]
mod console;
mod first_time;
mod four;
mod house;
#[path = "../all/letter.rs"]
mod letter;
mod made;
mod people;
mod printed;
mod prompts;
#[path = "../all/ran.rs"]
mod ran;
mod scaffold;
mod script;
mod shipped;
mod sshd;
mod watch;
mod ways;
mod who;

/// A file that nobody declares is compiled by nobody: its tests would pass for ever.
#[test]
fn every_file_beside_this_one_is_declared() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/service");
    let names = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let declared: Vec<&str> = include_str!("main.rs").lines().filter(|line| line.starts_with("mod ")).collect();
    for name in names.filter(|name| name != "main.rs") {
        let line = format!("mod {};", name.strip_suffix(".rs").unwrap());
        assert!(declared.contains(&line.as_str()), "{name}");
    }
}
