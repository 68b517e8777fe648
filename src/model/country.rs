//! Countries of ISO 3166-1, given as codes of two or three letters or by name.
use crate::model::Malformed;
use crate::model::near::distance;
use serde::{Serialize, Serializer};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The 249 entries of ISO 3166-1, a line each, sorted: two-letter code, three-letter code, short English name (the common one
/// where the standard's own is turned round), and what people also call it, the standard's own name among that. One text and no
/// table of pointers, which the loader would have to mend at every start. Compared with Debian's `iso-codes` in
/// `tests/all/countries.rs`.
const TABLE: &str = include_str!("countries.txt");
/// Characters looked at; the longest name has 44.
const MAX: usize = 64;
/// How many countries a hint names.
const SUGGESTED: usize = 3;

/// A country. In JSON its code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country(&'static str);

impl Country {
    /// All of them, by code.
    pub fn all() -> impl Iterator<Item = Self> {
        TABLE.lines().map(Self)
    }

    /// The country with this two-letter code in capitals, as stored.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::all().find(|country| country.code() == code)
    }

    /// The country that is meant by a code or a name, whatever the case and accents: `de`, `DEU`, `Germany`, `Cote d'Ivoire`.
    ///
    /// # Errors
    /// [`Malformed`] naming `field`, with the countries that come nearest.
    pub fn parse(text: &str, field: &'static str) -> Result<Self, Malformed> {
        let text = text.trim();
        if let Some(country) = Self::from_code(&text.to_ascii_uppercase()) {
            return Ok(country);
        }
        if let Some(country) = Self::called(|name| name.eq_ignore_ascii_case(text)) {
            return Ok(country);
        }
        let wanted: String = folded(&text.chars().take(MAX).collect::<String>());
        Self::called(|name| folded(name) == wanted).ok_or_else(|| {
            Malformed::new(field, "unknown country; give its name or its ISO 3166 code").hinted(hint(&wanted))
        })
    }

    /// Its two-letter code.
    pub fn code(self) -> &'static str {
        self.0.split('|').next().unwrap_or_default()
    }

    /// Its three-letter code.
    pub fn three_letters(self) -> &'static str {
        self.0.split('|').nth(1).unwrap_or_default()
    }

    /// Its short English name.
    pub fn name(self) -> &'static str {
        self.names().next().unwrap_or_default()
    }

    /// Its name, then everything else it is called.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        self.0.split('|').skip(2)
    }

    fn called(is: impl Fn(&str) -> bool) -> Option<Self> {
        Self::all().find(|country| is(country.three_letters()) || country.names().any(&is))
    }
}

impl Serialize for Country {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

/// A name as it is compared: lower case, no accents, dots or apostrophes, no article, `St` written out.
fn folded(name: &str) -> String {
    let plain: String = name.nfd().filter(|c| !is_combining_mark(*c) && !matches!(c, '.' | '\'' | '’')).collect();
    let lower = plain.to_lowercase().replace('&', " and ");
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty() && *word != "the");
    words.map(|word| if word == "st" { "saint" } else { word }).collect::<Vec<_>>().join(" ")
}

/// The countries whose names come nearest to what was typed, nearest first.
fn near(wanted: &str) -> Vec<Country> {
    let mut near: Vec<(usize, Country)> = Country::all()
        .filter_map(|country| {
            let far = country.names().filter_map(|name| distance(wanted, &folded(name))).min();
            far.map(|far| (far, country))
        })
        .collect();
    near.sort_unstable();
    near.into_iter().map(|(_, country)| country).collect()
}

/// The countries whose names come nearest to what was typed, or an example.
fn hint(wanted: &str) -> String {
    let near: Vec<String> =
        near(wanted).iter().take(SUGGESTED).map(|country| format!("{} ({})", country.name(), country.code())).collect();
    if near.is_empty() {
        "for example Germany or DE".to_owned()
    } else {
        format!("did you mean {}?", near.join(" or "))
    }
}

#[cfg(test)]
mod tests {
    use super::{Country, folded};
    use std::collections::HashMap;

    fn code(text: &str) -> &'static str {
        Country::parse(text, "country").map_or("none", Country::code)
    }

    fn hint(text: &str) -> String {
        let bad = Country::parse(text, "country").expect_err(text);
        assert_eq!(bad.field, "country");
        bad.hint.unwrap_or_default()
    }

    #[test]
    fn the_table_is_sorted_and_no_name_means_two_countries() {
        assert!(Country::all().map(Country::code).is_sorted());
        let mut seen = HashMap::new();
        for country in Country::all() {
            assert_eq!(Country::from_code(country.code()), Some(country));
            for name in country.names().chain([country.three_letters()]) {
                assert!(name.chars().count() <= super::MAX, "{name}");
                let other = seen.insert(folded(name), country).filter(|other| *other != country);
                assert_eq!(other, None, "{name}");
                assert_eq!(code(name), country.code(), "{name}");
                assert_eq!(code(&name.to_uppercase()), country.code(), "{name}");
            }
        }
    }

    #[test]
    fn codes_and_names_are_taken_in_any_case() {
        for (text, wanted) in [
            ("de", "DE"),
            (" DE ", "DE"),
            ("germany", "DE"),
            ("DEU", "DE"),
            (" deu", "DE"),
            ("gbr", "GB"),
            ("Che", "CH"),
            ("usa", "US"),
            ("U.S.A.", "US"),
            ("Czech Republic", "CZ"),
            ("south korea", "KR"),
            ("USA", "US"),
            ("u.s.a.", "US"),
            ("UK", "GB"),
            ("United Kingdom", "GB"),
            ("Russia", "RU"),
            ("Vietnam", "VN"),
            ("viet nam", "VN"),
            ("Cote d'Ivoire", "CI"),
            ("côte d’ivoire", "CI"),
            ("St. Lucia", "LC"),
            ("the Bahamas", "BS"),
            ("Türkiye", "TR"),
            ("Trinidad & Tobago", "TT"),
            ("Aland", "AX"),
            ("Curacao", "CW"),
            ("guinea", "GN"),
            ("niger", "NE"),
        ] {
            assert_eq!(code(text), wanted, "{text}");
        }
    }

    #[test]
    fn what_is_no_country_gets_a_near_one() {
        assert_eq!(hint("Germny"), "did you mean Germany (DE)?");
        assert_eq!(hint("Korea"), "did you mean North Korea (KP) or South Korea (KR)?");
        assert_eq!(hint("guine"), "did you mean Guinea (GN) or Guinea-Bissau (GW) or Papua New Guinea (PG)?");
        assert!(hint("Virgin Islands").contains("(VG)") && hint("Virgin Islands").contains("(VI)"));
        for text in ["", "  ", "XX", "EU", "XKX", "Atlantis", "...", &"x".repeat(100_000)] {
            assert_eq!(hint(text), "for example Germany or DE", "{text}");
        }
    }

    #[test]
    fn json_is_the_code() {
        let country = Country::parse("Japan", "country").unwrap();
        assert_eq!(serde_json::to_string(&country).unwrap(), "\"JP\"");
        assert_eq!((country.code(), country.name()), ("JP", "Japan"));
    }
}
