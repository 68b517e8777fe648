//! The symbols that codes are written in: Crockford's base32, in groups of four, and what people make of them when they
//! copy and type.
//!
//! # Secrets
//! Nothing here keeps what was typed: texts and values that could be a code are wiped.
use crate::model::unseen::is_ignorable;
use zeroize::Zeroizing;

/// The 32 symbols, each standing for its place: the digits and the capital letters without I, L, O and U.
pub(super) const SYMBOLS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// What is typed between the spaces and hyphens, behind the name that stands before it in a letter. Japanese keyboards write a
/// long vowel where a hyphen is meant.
pub(super) fn marks(text: &str) -> impl Iterator<Item = char> {
    let is_between =
        |c: char| c.is_whitespace() || is_dash(c) || is_ignorable(c) || matches!(c, '\u{30fc}' | '\u{ff70}');
    let code = text.rsplit([':', '\u{ff1a}']).next().unwrap_or(text);
    code.chars().filter(move |mark| !is_between(*mark))
}

/// Hyphens, dashes and minus signs.
pub const fn is_dash(c: char) -> bool {
    matches!(
        c,
        '-' | '\u{2010}'
            ..='\u{2015}'
                | '\u{2043}'
                | '\u{207b}'
                | '\u{208b}'
                | '\u{2212}'
                | '\u{2e3a}'
                | '\u{2e3b}'
                | '\u{fe58}'
                | '\u{fe63}'
                | '\u{ff0d}'
    )
}

/// The values of all symbols, or nothing where one of them is in no code.
pub(super) fn folded(text: &str) -> Option<Zeroizing<Vec<u8>>> {
    // Room for all at once, so that no half-filled copy is left behind unwiped.
    let mut values = Zeroizing::new(Vec::with_capacity(text.len()));
    for mark in marks(text) {
        values.push(value(mark)?);
    }
    Some(values)
}

/// The value of one symbol as people type it.
fn value(mark: char) -> Option<u8> {
    let narrow = match mark {
        // The full-width forms stand in the order of ASCII.
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(mark) - 0xFEE0)?,
        _ => mark,
    };
    let symbol = match narrow.to_ascii_uppercase() {
        'I' | 'L' => '1',
        'O' => '0',
        other => other,
    };
    let place = SYMBOLS.iter().position(|known| char::from(*known) == symbol)?;
    u8::try_from(place).ok()
}

/// Random bytes as values of five bits, first bits first.
pub fn fives(random: &[u8]) -> Vec<u8> {
    let bit = |at: usize| random[at / 8] >> (7 - at % 8) & 1;
    (0..random.len() * 8 / 5).map(|at| (0..5).fold(0, |five, next| five << 1 | bit(at * 5 + next))).collect()
}

/// Values as symbols.
pub fn written(values: &[u8]) -> Zeroizing<String> {
    let mut text = Zeroizing::new(String::with_capacity(values.len()));
    text.extend(values.iter().map(|value| char::from(SYMBOLS[usize::from(value % 32)])));
    text
}

/// Groups of four, joined by hyphens.
pub fn grouped(symbols: &str) -> String {
    let mut text = String::with_capacity(symbols.len() + symbols.len() / 4);
    for (at, symbol) in symbols.chars().enumerate() {
        if at > 0 && at % 4 == 0 {
            text.push('-');
        }
        text.push(symbol);
    }
    text
}
