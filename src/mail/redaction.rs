//! What a mail server says about a letter, without the code that stands in it.
//!
//! What must hold: no code can be put together from what is left: every run of [`LEAST`] or more of its symbols is hidden, in
//! whatever groups, case or lines the server quotes it, and where it quotes only part of it.
//!
//! # What would hurt
//! Servers quote what they refuse. Their words go into the database, the outbox and onto terminals, and outlive the letter.
use crate::model::secret::Secret;

/// Symbols in a row that are hidden. Three of sixteen leave a guesser sixty bits.
const LEAST: usize = 4;
/// What stands in the place of what was hidden, as in a letter.
const HIDDEN: &str = "(hidden)";

/// A symbol as codes have it: in capitals, I and L as 1, O as 0.
fn folded(symbol: u8) -> u8 {
    match symbol.to_ascii_uppercase() {
        b'I' | b'L' => b'1',
        b'O' => b'0',
        other => other,
    }
}

/// `words` with every run of symbols of `secret` hidden.
pub fn without(words: &str, secret: &Secret) -> String {
    let symbols = |text: &str| -> Vec<(usize, u8)> {
        let symbols = text.bytes().enumerate().filter(|(_, byte)| byte.is_ascii_alphanumeric());
        symbols.map(|(at, byte)| (at, folded(byte))).collect()
    };
    let (said, secret) = (symbols(words), symbols(secret.reveal()));
    let (mut out, mut copied, mut from) = (String::with_capacity(words.len()), 0, 0);
    while from < said.len() {
        let run = |start: usize| {
            let pairs = said.iter().skip(from).zip(secret.iter().skip(start));
            pairs.take_while(|((_, one), (_, other))| one == other).count()
        };
        let longest = (0..secret.len()).map(run).max().unwrap_or(0);
        if longest < LEAST {
            from += 1;
            continue;
        }
        let (first, last) = (said[from].0, said[from + longest - 1].0);
        out.push_str(&words[copied..first]);
        // Two runs with nothing but hyphens between them are one.
        if !(out.ends_with(HIDDEN) && copied == first) {
            out.push_str(HIDDEN);
        }
        (copied, from) = (last + 1, from + longest);
    }
    out.push_str(&words[copied..]);
    out
}

#[cfg(test)]
mod tests {
    use super::without;
    use crate::model::secret::Secret;

    const CODE: &str = "K7Q2-9XH4-0B1M-WZ8D";

    fn redacted(words: &str) -> String {
        without(words, &Secret::new(CODE.to_owned()))
    }

    #[test]
    fn a_code_is_hidden_however_it_is_quoted() {
        for quoted in [
            CODE,
            "k7q2-9xh4-0b1m-wz8d",
            "K7Q29XH40B1MWZ8D",
            "K7Q2 9XH4 0B1M WZ8D",
            "K7Q2-9XH4-OBIM-WZ8D",
            "K7Q2-9XH4-\n0B1M-WZ8D",
            "K7Q2-9XH4-=\r\n0B1M-WZ8D",
        ] {
            assert_eq!(
                redacted(&format!("554 spam: <{quoted}>, go away")),
                "554 spam: <(hidden)>, go away",
                "{quoted}"
            );
        }
    }

    #[test]
    fn part_of_a_code_is_hidden_too() {
        assert_eq!(redacted("554 Temporary passcode: K7Q2-9XH4-0B"), "554 Temporary passcode: (hidden)");
        assert_eq!(redacted("…4-0B1M-WZ8D"), "…(hidden)");
        assert_eq!(redacted("K7Q2=2D9XH4=2D0B1M=2DWZ8D"), "(hidden)=2D(hidden)=2D(hidden)=2D(hidden)");
        assert_eq!(redacted("K7Q and 9XH and WZ8"), "K7Q and 9XH and WZ8", "three of them are no help to anybody");
    }

    #[test]
    fn other_words_stay_as_they_are() {
        for words in ["", "250 2.0.0 übernommen", "550 5.1.1 <ann@example.com>: unknown", "\u{1b}[31m"] {
            assert_eq!(redacted(words), words);
        }
        let nothing = Secret::new(String::new());
        assert_eq!(without("550 K7Q2-9XH4", &nothing), "550 K7Q2-9XH4");
    }
}
