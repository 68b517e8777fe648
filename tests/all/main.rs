//! One test binary: a file each for what is tested.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod access;
mod account;
mod alike;
mod audit;
mod binary;
mod broken_off;
mod call;
mod canary;
mod cast;
mod certificates;
mod confirm;
mod console;
mod contacts;
mod countries;
mod damage;
mod deeds;
mod entitlement;
mod environment;
mod gateway_form;
mod generated;
mod help;
mod history;
mod hostile;
mod import;
mod invariants;
mod kill;
mod leaving;
mod letter;
mod lines;
mod lists;
mod logout;
mod machine;
mod maintain;
mod matrix;
mod meant;
mod missing;
mod nomination;
mod operator;
mod packaging;
mod pages;
mod planted;
mod post;
mod printed;
mod proofs;
mod provision;
mod prune;
mod race;
mod readme;
mod recovery;
mod registration;
mod schema;
mod settings;
mod shape;
mod shells;
mod spoilt;
mod stage;
mod start;
mod status;
mod streams;
mod terminal;
mod throttle;
mod token;
mod typed;
mod values;
mod world;

/// A file that nobody declares is compiled by nobody: its tests would pass for ever.
#[test]
fn every_file_beside_this_one_is_declared() {
    let declared: Vec<&str> = include_str!("main.rs").lines().filter(|line| line.starts_with("mod ")).collect();
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/all");
    let names = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut there: Vec<String> = names.filter_map(|name| Some(format!("mod {};", name.strip_suffix(".rs")?))).collect();
    there.retain(|line| line != "mod main;");
    there.sort();
    assert_eq!(declared, there);
}
