//! The seeds of the fuzz targets, fed to the same functions by every test run: what once went wrong, and one of each kind of
//! input. libFuzzer goes on from them (`tests/fuzz/Cargo.toml`).
#![expect(clippy::print_stdout, reason = "how many images were tried is part of the result")]
#[path = "../fuzz/targets.rs"]
mod targets;

use rand::{RngExt as _, SeedableRng as _, rngs::StdRng};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn names(folder: &str) -> BTreeSet<String> {
    let stem = |path: PathBuf| path.file_stem().unwrap().to_str().unwrap().to_owned();
    fs::read_dir(Path::new("tests/fuzz").join(folder)).unwrap().map(|entry| stem(entry.unwrap().path())).collect()
}

#[test]
fn every_seed_of_every_target_is_taken_apart_without_a_mistake() {
    for (name, target) in targets::ALL {
        let seeds: Vec<PathBuf> = fs::read_dir(Path::new("tests/fuzz/corpus").join(name))
            .unwrap_or_else(|error| panic!("{name}: {error}"))
            .map(|entry| entry.unwrap().path())
            .collect();
        assert!(seeds.len() > 3, "{name}: {}", seeds.len());
        for seed in seeds {
            let bytes = fs::read(&seed).unwrap();
            assert!(bytes.len() < 100_000, "{} is large", seed.display());
            target(&bytes);
            // Cut off in the middle, as files are.
            target(&bytes[..bytes.len() / 2]);
        }
    }
}

#[test]
fn every_target_is_a_program_of_the_package_and_has_seeds() {
    let all: BTreeSet<String> = targets::ALL.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(names("fuzz_targets"), all);
    assert_eq!(names("corpus"), all);
    let package = fs::read_to_string("tests/fuzz/Cargo.toml").unwrap();
    for name in all {
        assert!(package.contains(&format!("name = \"{name}\"")), "{name} is no program");
        let program = fs::read_to_string(format!("tests/fuzz/fuzz_targets/{name}.rs")).unwrap();
        assert!(program.contains(&format!("== \"{name}\"")), "{name} fuzzes something else");
    }
}

/// Hostile images: so many random changes of a whole registry, refused or behaving.
fn changed_at_random(images: u64) {
    let (_, image) = targets::ALL.iter().find(|(name, _)| *name == "image").unwrap();
    for seed in 0..images {
        let mut dice = StdRng::seed_from_u64(seed);
        // One in four is cut off; most changes hit the first pages, where the schema lies.
        let mut bytes = if seed % 4 == 0 { vec![2, dice.random_range(0..80), dice.random()] } else { vec![1] };
        for _ in 0..dice.random_range(1..12) {
            let high = if dice.random_bool(0.5) { 0 } else { dice.random_range(0..6) };
            bytes.extend([high, dice.random(), dice.random(), dice.random()]);
        }
        image(&bytes);
    }
    println!("{images} images");
}

#[test]
fn a_registry_with_random_changes_is_refused_or_behaves() {
    changed_at_random(12);
}

#[test]
#[ignore = "long"]
fn fifty_thousand_registries_with_random_changes_are_refused_or_behave() {
    changed_at_random(50_000);
}
