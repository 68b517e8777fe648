//! Text files as people's programs write them: UTF-8 with or without a byte order mark, and UTF-16.
//!
//! What must hold: nothing is guessed that could be read in two ways. UTF-16 is known by its mark, or by a zero in one of
//! its first two bytes: no text in UTF-8 holds one.
use std::borrow::Cow;

/// The byte order mark in UTF-8.
const MARK: &[u8] = b"\xEF\xBB\xBF";

/// How the bytes of a text stand for its characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, and how many bytes its mark takes.
    Utf8 { mark: usize },
    /// UTF-16, low bytes first: what Windows calls Unicode.
    Utf16Le,
    /// UTF-16, high bytes first.
    Utf16Be,
}

impl Encoding {
    /// The encoding of a text that begins with these bytes.
    pub fn of(start: &[u8]) -> Self {
        match start {
            [0xFF, 0xFE, ..] | [1..=0xFF, 0, ..] => Self::Utf16Le,
            [0xFE, 0xFF, ..] | [0, 1..=0xFF, ..] => Self::Utf16Be,
            _ if start.starts_with(MARK) => Self::Utf8 { mark: MARK.len() },
            _ => Self::Utf8 { mark: 0 },
        }
    }

    /// The text as UTF-8, without its mark. UTF-8 itself is not judged.
    ///
    /// # Errors
    /// The bytes, where they are no UTF-16.
    pub fn to_utf8(self, bytes: &[u8]) -> Result<Cow<'_, [u8]>, NotUtf16> {
        let unit: fn([u8; 2]) -> u16 = match self {
            Self::Utf8 { mark } => return Ok(Cow::Borrowed(&bytes[mark..])),
            Self::Utf16Le => u16::from_le_bytes,
            Self::Utf16Be => u16::from_be_bytes,
        };
        let (pairs, []) = bytes.as_chunks() else { return Err(NotUtf16) };
        let units = pairs.iter().copied().map(unit);
        let units = units.enumerate().filter(|(at, unit)| *at > 0 || *unit != 0xFEFF).map(|(_, unit)| unit);
        // Three bytes a unit at most: no half-filled copy of what may be a secret is left behind.
        let mut text = String::with_capacity(pairs.len() * 3);
        for c in char::decode_utf16(units) {
            text.push(c.map_err(|_| NotUtf16)?);
        }
        Ok(Cow::Owned(text.into_bytes()))
    }
}

/// Bytes that begin as UTF-16 and go on as something else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotUtf16;

#[cfg(test)]
mod tests {
    use super::{Encoding, NotUtf16};

    fn utf8(bytes: &[u8]) -> Result<String, NotUtf16> {
        Encoding::of(bytes).to_utf8(bytes).map(|text| String::from_utf8_lossy(&text).into_owned())
    }

    #[test]
    fn every_encoding_gives_the_same_text() {
        let text = "id,né\r\n😀";
        let of = |bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
        let (le, be) = (of(u16::to_le_bytes), of(u16::to_be_bytes));
        for bytes in [
            text.as_bytes().to_vec(),
            [b"\xEF\xBB\xBF", text.as_bytes()].concat(),
            [b"\xFF\xFE", le.as_slice()].concat(),
            [b"\xFE\xFF", be.as_slice()].concat(),
            le,
            be,
        ] {
            assert_eq!(utf8(&bytes).as_deref(), Ok(text), "{bytes:02x?}");
        }
        assert_eq!((utf8(b""), utf8(b"a")), (Ok(String::new()), Ok("a".to_owned())));
    }

    #[test]
    fn what_breaks_off_is_no_utf_16() {
        for bytes in [b"\xFF\xFEa".as_slice(), b"\xFF\xFE\0\xD8", b"i\0d\0\0"] {
            assert_eq!(utf8(bytes), Err(NotUtf16), "{bytes:02x?}");
        }
    }
}
