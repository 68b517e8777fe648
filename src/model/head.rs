//! A head of the audit trail that was kept elsewhere: the line that `pao audit head` prints.
use crate::model::Malformed;
use std::fmt;
use std::fmt::Write as _;

/// A head as it was kept: the number may be left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptHead {
    /// The number of the entry.
    pub seq: Option<i64>,
    /// Its hash.
    pub hash: [u8; 32],
}

impl KeptHead {
    /// `SEQ:HASH`, or the hash alone.
    ///
    /// # Errors
    /// [`Malformed`] naming `field`.
    pub fn parse(text: &str, field: &'static str) -> Result<Self, Malformed> {
        let bad = || Malformed::new(field, "must be a line that `pao audit head` printed, SEQ:HASH or the hash alone");
        let (seq, hash) = match text.trim().split_once(':') {
            Some((seq, hash)) => (Some(seq.parse().map_err(|_| bad())?), hash),
            None => (None, text.trim()),
        };
        Ok(Self { seq, hash: from_hex(hash).ok_or_else(bad)? })
    }
}

impl fmt::Display for KeptHead {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(seq) = self.seq {
            write!(f, "{seq}:")?;
        }
        f.write_str(&hex(&self.hash))
    }
}

/// Bytes as lower-case hex.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// So many bytes that were written as hex.
pub fn from_hex<const N: usize>(text: &str) -> Option<[u8; N]> {
    if text.len() != 2 * N || !text.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        return None;
    }
    let mut bytes = [0; N];
    for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks(2)) {
        *byte = u8::from_str_radix(str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::{KeptHead, from_hex, hex};

    #[test]
    fn a_head_is_read_as_it_was_printed() {
        let hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
        for text in [format!("120:{hash}"), hash.to_owned()] {
            assert_eq!(KeptHead::parse(&format!(" {text}\n"), "expect").unwrap().to_string(), text);
        }
        for wrong in
            ["", "120:", &hash[1..], &format!("x:{hash}"), &format!("{}é", &hash[2..]), &hash.replace('9', "+")]
        {
            assert_eq!(KeptHead::parse(wrong, "expect").unwrap_err().field, "expect", "{wrong}");
        }
    }

    #[test]
    fn hex_is_read_back() {
        assert_eq!(from_hex(&hex(&[0, 1, 0xab, 0xff])), Some([0, 1, 0xab, 0xff]));
        assert_eq!(from_hex::<1>("1"), None);
    }
}
