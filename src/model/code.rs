//! The one shape of every code that is mailed: passcodes, verification, recovery, reversal and refusal codes
//! (security.md, "Secrets"). 15 random symbols of Crockford's base32, 75 bits, and a check symbol: `K7Q2-9XH4-…`.
//!
//! What must hold: one wrong symbol and one swap of two neighbours are always found, so that a mistyped code is told
//! apart from a wrong one and costs no try. That tells a guesser nothing: anybody can compute a check symbol.
//!
//! # Secrets
//! No message repeats what was typed; `Debug` says nothing; the symbols are wiped when a code goes out of scope.
use crate::model::Malformed;
use crate::model::secret::Secret;
use crate::model::symbols::{fives, folded, grouped, marks, written};
use sha2::{Digest as _, Sha256};
use std::fmt;
use zeroize::Zeroizing;

/// Symbols of a mailed code, the check symbol included.
const LENGTH: usize = 16;
/// Symbols of a saved recovery code, which has no check symbol.
pub const SAVED_LENGTH: usize = 24;

/// A mailed code whose check symbol fits.
#[derive(Clone)]
pub struct MailedCode(Zeroizing<String>);

impl MailedCode {
    /// The code made of the first 75 of these random bits.
    pub fn draw(random: [u8; 10]) -> Self {
        let mut values = Zeroizing::new(fives(&random));
        values.pop();
        let check = times_alpha(remainder(&values));
        values.push(check);
        Self(written(&values))
    }

    /// Twenty bits by which the row that keeps this code is found, in this registry. They leave 55 bits to whoever reads the
    /// database, behind argon2id, and spare everybody else comparing with all that wait.
    pub fn tag(&self, registry: &[u8; 16]) -> i64 {
        let mut hash = Sha256::new_with_prefix(registry);
        hash.update(self.canonical().as_bytes());
        let digest = hash.finalize();
        i64::from(u32::from_be_bytes([0, digest[0] & 0x0f, digest[1], digest[2]]))
    }

    /// The code that somebody typed. Case, full width, spaces, hyphens of every kind, what cannot be seen, the line of the
    /// letter before it, and the letters I, L and O for 1, 1 and 0 are forgiven: codes are copied out of letters and typed on
    /// all sorts of keyboards.
    ///
    /// # Errors
    /// [`Malformed`] naming `field` where it cannot be a code; it never repeats the text.
    pub fn parse(text: &str, field: &'static str) -> Result<Self, Malformed> {
        let count = marks(text).count();
        if count != LENGTH {
            let symbols = if count == 1 { "symbol" } else { "symbols" };
            return Err(Malformed::new(field, format!("has {count} {symbols}, a code has {LENGTH}")));
        }
        let values = folded(text).ok_or_else(|| {
            Malformed::new(field, "has a symbol that no code has")
                .hinted("a code is made of digits and the letters A to Z without U, in four groups of four")
        })?;
        if remainder(&values) != 0 {
            return Err(Malformed::new(field, "is mistyped: its check symbol does not fit")
                .hinted("compare it with the letter, symbol by symbol; no try was used up"));
        }
        Ok(Self(written(&values)))
    }

    /// Its 16 symbols in capitals without hyphens: what is hashed.
    pub fn canonical(&self) -> &str {
        &self.0
    }

    /// As it stands in a letter: four groups of four.
    pub fn shown(&self) -> String {
        grouped(&self.0)
    }

    /// The code as it stands in a letter.
    pub fn in_letter(&self) -> Secret {
        Secret::new(self.shown())
    }
}

impl fmt::Debug for MailedCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MailedCode(…)")
    }
}

/// Whether `word` has the shape of a mailed code or of a saved recovery code, mistyped ones included: a usage error
/// never repeats such a word (cli.md, "Principles").
pub fn looks_like_code(word: &str) -> bool {
    matches!(marks(word).count(), LENGTH | SAVED_LENGTH) && folded(word).is_some()
}

/// The symbols of a saved recovery code as one text without hyphens, where `text` has the shape of one.
pub fn saved_code(text: &str) -> Option<Zeroizing<String>> {
    let values = folded(text)?;
    (values.len() == SAVED_LENGTH).then(|| written(&values))
}

/// α times `value` in GF(32), the field of polynomials over bits modulo x⁵ + x² + 1, in which α = x has order 31.
const fn times_alpha(value: u8) -> u8 {
    let doubled = value << 1;
    if doubled & 0b10_0000 == 0 { doubled } else { doubled ^ 0b10_0101 }
}

/// Σ αⁱ·symbol, the last symbol with i = 0; a whole code has 0. A wrong symbol changes one term by αⁱ·e, a swap of
/// neighbours changes the sum by (αⁱ + αⁱ⁺¹)·e, with e ≠ 0: neither is ever 0, as no weight is 0 or like the next.
fn remainder(values: &[u8]) -> u8 {
    values.iter().fold(0, |sum, value| times_alpha(sum) ^ value)
}

#[cfg(test)]
mod tests {
    use super::{MailedCode, looks_like_code, saved_code};
    use crate::model::symbols::{SYMBOLS, fives};
    use std::collections::HashSet;

    /// A few hundred codes from a generator of our own, the same in every run.
    fn codes() -> impl Iterator<Item = MailedCode> {
        let mut state = 0x9E37_79B9_7F4A_7C15_u64;
        std::iter::repeat_with(move || {
            MailedCode::draw(std::array::from_fn(|_| {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                (state >> 56) as u8
            }))
        })
        .take(300)
    }

    fn problem(text: &str) -> Option<String> {
        MailedCode::parse(text, "passcode").err().map(|bad| bad.problem)
    }

    #[test]
    fn what_is_drawn_is_read_back() {
        for code in codes() {
            let shown = code.shown();
            assert_eq!(shown.len(), 19);
            assert!(shown.bytes().enumerate().all(|(at, b)| (at % 5 == 4) == (b == b'-')), "{shown}");
            assert_eq!(MailedCode::parse(&shown, "code").unwrap().canonical(), code.canonical());
            assert_eq!(code.canonical().len(), 16);
        }
    }

    #[test]
    fn each_of_the_75_bits_counts_and_the_last_five_do_not() {
        let with_bit = |bit: usize| {
            let mut random = [0; 10];
            random[bit / 8] = 0x80 >> (bit % 8);
            MailedCode::draw(random).canonical().to_owned()
        };
        let all: HashSet<String> = (0..75).map(with_bit).collect();
        assert_eq!(all.len(), 75);
        assert!((75..80).all(|bit| with_bit(bit) == "0000000000000000"));
        assert_eq!(MailedCode::draw([0xFF; 10]).canonical()[..15], *"ZZZZZZZZZZZZZZZ");
        assert_eq!(fives(&[0b0000_1000, 0b1000_0000]), [1, 2, 0]);
    }

    #[test]
    fn every_single_wrong_symbol_is_found() {
        for code in codes() {
            let right = code.canonical().as_bytes();
            for at in 0..16 {
                for symbol in SYMBOLS.iter().filter(|symbol| **symbol != right[at]) {
                    let mut wrong = right.to_vec();
                    wrong[at] = *symbol;
                    let wrong = String::from_utf8(wrong).unwrap();
                    assert_eq!(
                        problem(&wrong).as_deref(),
                        Some("is mistyped: its check symbol does not fit"),
                        "{wrong}"
                    );
                }
            }
        }
    }

    #[test]
    fn every_swap_of_neighbours_is_found() {
        for code in codes() {
            for at in 0..15 {
                let mut swapped = code.canonical().as_bytes().to_vec();
                swapped.swap(at, at + 1);
                let swapped = String::from_utf8(swapped).unwrap();
                let harmless = swapped == code.canonical();
                assert_eq!(problem(&swapped).is_none(), harmless, "{swapped} at {at}");
            }
        }
    }

    #[test]
    fn case_spaces_hyphens_and_lookalikes_are_forgiven() {
        let code = codes().find(|code| code.canonical().contains('1') && code.canonical().contains('0')).unwrap();
        let forgiven = |text: String| MailedCode::parse(&text, "code").unwrap().canonical() == code.canonical();
        assert!(forgiven(code.shown().to_lowercase()));
        assert!(forgiven(format!("  {} \n", code.shown().replace('-', " "))));
        assert!(forgiven(code.canonical().replace('1', "l").replace('0', "o")));
        assert!(forgiven(code.canonical().replace('1', "I").replace('0', "O")));
        assert!(forgiven(code.canonical().replace("", "-")));
        for dash in "‐‑‒–—―⁃−﹘﹣－ー\u{ad}\u{200b}\u{2060}\u{feff}\u{a0}\u{3000}".chars() {
            assert!(forgiven(code.shown().replace('-', &dash.to_string())), "U+{:04X}", u32::from(dash));
        }
        let wide: String = code.shown().chars().map(|c| char::from_u32(u32::from(c) + 0xFEE0).unwrap()).collect();
        assert!(forgiven(format!("Temporary passcode: {}\n", code.shown())) && forgiven(format!("验证码：{wide}")));
        assert!(forgiven(wide.to_lowercase()) && forgiven(format!("\u{202a}{wide}\u{202c}")));
        assert!(looks_like_code(&wide), "such a word is not repeated either");
    }

    #[test]
    fn what_is_wrong_is_told_apart_and_the_text_is_never_repeated() {
        assert_eq!(problem("K7Q2-9XH4").as_deref(), Some("has 8 symbols, a code has 16"));
        assert_eq!(problem("00000000000000000").as_deref(), Some("has 17 symbols, a code has 16"));
        assert_eq!(problem("").as_deref(), Some("has 0 symbols, a code has 16"));
        assert_eq!(problem("K").as_deref(), Some("has 1 symbol, a code has 16"));
        for text in ["U000-0000-0000-0000", "000000000000000*", "000000000000000é", "0000_0000_0000_0"] {
            assert!(problem(text).unwrap().contains("that no code has"), "{text}");
        }
        let bad = MailedCode::parse("CANA-RYCA-NARY-CANA", "code").unwrap_err();
        assert!(!format!("{bad:?}").to_uppercase().contains("CANA"), "{bad:?}");
    }

    #[test]
    fn debug_says_nothing() {
        let code = MailedCode::draw([7; 10]);
        assert_eq!(format!("{code:?}"), "MailedCode(…)");
    }

    #[test]
    fn words_of_the_shape_are_known() {
        for code in codes() {
            assert!(looks_like_code(&code.shown()) && looks_like_code(&code.canonical().to_lowercase()));
        }
        assert!(looks_like_code("ILOI-LOIL-OILO-ILOI"), "mistyped ones too");
        assert!(looks_like_code("K7Q2-9XH4-K7Q2-9XH4-K7Q2-9XH4"), "a saved recovery code");
        for word in
            ["access", "7000017", "K7Q2-9XH4-K7Q2-9XH", "K7Q2-9XH4-K7Q2-9XH4-A", "ann@example.com0", "UUUUUUUUUUUUUUUU"]
        {
            assert!(!looks_like_code(word), "{word}");
        }
    }

    #[test]
    fn a_saved_code_is_folded_the_same_way() {
        assert_eq!(saved_code("k7q2-9xh4 k7q2-9xh4 k7q2-9xho").unwrap().as_str(), "K7Q29XH4K7Q29XH4K7Q29XH0");
        assert!(saved_code("K7Q2-9XH4").is_none() && saved_code("K7Q2-9XH4-K7Q2-9XH4-K7Q2-9XHU").is_none());
    }
}
