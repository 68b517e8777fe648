//! Our table of countries against somebody else's copy of ISO 3166-1, from the Debian package `iso-codes`.
use pao::model::country::Country;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;

const THEIRS: &str = "/usr/share/iso-codes/json/iso_3166-1.json";

/// Their entries by code. A missing file is a failure: a comparison that is skipped proves nothing.
fn theirs() -> BTreeMap<String, Value> {
    let text = fs::read_to_string(THEIRS).unwrap_or_else(|error| {
        panic!("{THEIRS}: {error}; this test needs the Debian package iso-codes: apt-get install iso-codes")
    });
    let mut file: Value = serde_json::from_str(&text).expect(THEIRS);
    let Value::Array(entries) = file["3166-1"].take() else { panic!("{THEIRS}: no list under 3166-1") };
    entries.into_iter().map(|entry| (entry["alpha_2"].as_str().expect("a code").to_owned(), entry)).collect()
}

#[test]
fn the_codes_are_those_of_iso_3166() {
    let ours: Vec<&str> = Country::all().map(Country::code).collect();
    assert_eq!(ours, theirs().keys().collect::<Vec<_>>());
    assert_eq!(ours.len(), 249);
}

#[test]
fn each_is_understood_by_its_three_letter_code_in_any_case() {
    for (code, entry) in theirs() {
        let letters = entry["alpha_3"].as_str().expect("three letters");
        for text in [letters.to_owned(), letters.to_lowercase(), letters[..1].to_owned() + &letters[1..].to_lowercase()]
        {
            assert_eq!(Country::parse(&text, "country").map(Country::code), Ok(code.as_str()), "{text}");
        }
    }
}

#[test]
fn every_name_is_theirs_and_each_of_theirs_is_understood() {
    for (code, entry) in theirs() {
        let names: Vec<&str> = ["common_name", "name"].iter().filter_map(|key| entry[*key].as_str()).collect();
        let country = Country::from_code(&code).unwrap();
        assert_eq!(country.name(), names[0], "{code}: the common name, else the name");
        for name in names {
            assert_eq!(Country::parse(name, "country").map(Country::code), Ok(code.as_str()), "{name}");
        }
    }
}
