//! Whole numbers as people type them.
//!
//! What must hold: one spelling, one meaning. No sign, no space, no leading zero, no digits of other scripts, no rounding.
use crate::model::Malformed;
use std::ops::RangeInclusive;

/// The number that is written as `text`.
///
/// # Errors
/// [`Malformed`] naming `field` and the `range`.
pub fn whole(text: &str, field: &'static str, range: RangeInclusive<u32>) -> Result<u32, Malformed> {
    let is_digits = !text.is_empty() && text.bytes().all(|digit| digit.is_ascii_digit());
    let has_one_spelling = text.len() == 1 || !text.starts_with('0');
    let number = text.parse::<u32>().ok().filter(|_| is_digits && has_one_spelling);
    number.filter(|number| range.contains(number)).ok_or_else(|| {
        Malformed::new(field, format!("is not a whole number from {} to {}", range.start(), range.end()))
    })
}

#[cfg(test)]
mod tests {
    use super::whole;

    #[test]
    fn digits_within_the_range_are_taken() {
        assert_eq!(whole("1", "n", 1..=99).unwrap(), 1);
        assert_eq!(whole("99", "n", 1..=99).unwrap(), 99);
        assert_eq!(whole("0", "n", 0..=99).unwrap(), 0);
        assert_eq!(whole("4294967295", "n", 1..=u32::MAX).unwrap(), u32::MAX);
    }

    #[test]
    fn every_other_spelling_is_refused_and_the_range_is_told() {
        for text in ["", "0", "100", "-1", "+1", " 1", "1 ", "01", "1a", "1.0", "1_0", "0x1", "１", "٣", "4294967297"]
        {
            let bad = whole(text, "n", 1..=99).unwrap_err();
            assert_eq!(bad.to_string(), "n: is not a whole number from 1 to 99", "{text:?}");
        }
    }
}
