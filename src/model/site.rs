//! Sites: their numbers and the words about them (product.md, "Words").
//!
//! What must hold: a site number is text. Leading zeros count, and `0012345` is another site than `12345`.
use crate::model::Malformed;
use schemars::JsonSchema;
use serde::Serialize;
use std::fmt;

/// The number of a site: 5 to 10 digits.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
pub struct SiteNumber(#[schemars(regex(pattern = "^[0-9]{5,10}$"))] String);

impl SiteNumber {
    /// The site number that is written as `text`.
    ///
    /// # Errors
    /// [`Malformed`] naming `field` where it is not 5 to 10 ASCII digits.
    pub fn parse(text: &str, field: &'static str) -> Result<Self, Malformed> {
        let fits = (5..=10).contains(&text.len()) && text.bytes().all(|digit| digit.is_ascii_digit());
        if fits {
            Ok(Self(text.to_owned()))
        } else {
            Err(Malformed::new(field, "is not a site number of 5 to 10 digits"))
        }
    }

    /// Its digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The other numbers that people could take for it: they differ by leading zeros alone.
    pub fn twins(&self) -> impl Iterator<Item = Self> {
        let digits = self.0.trim_start_matches('0');
        let widths = (5..=10).filter(move |width| *width >= digits.len() && *width != self.0.len());
        widths.map(move |width| Self(format!("{digits:0>width$}")))
    }
}

impl fmt::Display for SiteNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

crate::words! {
    /// How far a site has come: from `awaiting-primary` to `active` to `closed`, or from `awaiting-primary` to `withdrawn`.
    SiteStatus {
        /// Enrolled; nobody can use it until its Primary Contact comes in (R1).
        AwaitingPrimary "awaiting-primary",
        /// In use.
        Active "active",
        /// Ended, for good.
        Closed "closed",
        /// Ended before anybody came in, for good.
        Withdrawn "withdrawn",
    }
}

crate::words! {
    /// The program that a site belongs to.
    Program {
        /// For larger companies, under an agreement.
        PassportAdvantage "passport-advantage",
        /// For smaller ones, purchase by purchase.
        PassportAdvantageExpress "passport-advantage-express",
    }
}

crate::words! {
    /// How a site came about.
    Via {
        /// By an enrolment form.
        Form "form",
        /// By a first purchase.
        Purchase "purchase",
    }
}

#[cfg(test)]
mod tests {
    use super::{Program, SiteNumber, SiteStatus, Via};

    #[test]
    fn a_site_number_is_5_to_10_digits() {
        for text in ["12345", "7000017", "0000000000"] {
            assert_eq!(SiteNumber::parse(text, "site").unwrap().as_str(), text);
        }
        for text in
            ["", "1234", "12345678901", "70000 17", "7000017 ", "+700001", "-700001", "７０００００１", "70000a7"]
        {
            let bad = SiteNumber::parse(text, "site").unwrap_err();
            assert_eq!(bad.to_string(), "site: is not a site number of 5 to 10 digits", "{text}");
        }
    }

    #[test]
    fn leading_zeros_count_and_json_keeps_the_text() {
        let number = |text| SiteNumber::parse(text, "site").unwrap();
        assert_ne!(number("0012345"), number("12345"));
        assert_eq!(serde_json::to_string(&number("0012345")).unwrap(), "\"0012345\"");
        assert_eq!(format!("{:>8}", number("12345")), "   12345");
    }

    #[test]
    fn twins_differ_by_leading_zeros_alone() {
        let twins = |text: &str| -> Vec<String> {
            SiteNumber::parse(text, "site").unwrap().twins().map(|twin| twin.as_str().to_owned()).collect()
        };
        assert_eq!(twins("7000017"), ["07000017", "007000017", "0007000017"]);
        assert_eq!(twins("0012345"), ["12345", "012345", "00012345", "000012345", "0000012345"]);
        assert_eq!(twins("1234567890"), [""; 0]);
        assert_eq!(twins("00000"), ["000000", "0000000", "00000000", "000000000", "0000000000"]);
    }

    #[test]
    fn the_words_are_those_of_the_contract() {
        let words = |all: &[SiteStatus]| all.iter().map(|status| status.word()).collect::<Vec<_>>().join(" ");
        assert_eq!(words(SiteStatus::ALL), "awaiting-primary active closed withdrawn");
        assert_eq!(Program::parse("passport-advantage-express", "program").unwrap(), Program::PassportAdvantageExpress);
        assert_eq!(Program::parse("passport-advantage", "program").unwrap(), Program::PassportAdvantage);
        assert_eq!((Via::Form.word(), Via::Purchase.word()), ("form", "purchase"));
        assert!(Via::parse("Form", "via").is_err());
    }
}
