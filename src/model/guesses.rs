//! What a stranger tries first: known passwords, patterns, and the words that everybody connects with the person.
//!
//! What must hold: whole texts are compared, never parts of them. A long password that happens to hold a name is a good
//! one; zxcvbn judges what is left beside it.
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// Words that belong to the place itself.
const PLACE: &[&str] = &["passport", "advantage", "passport advantage", "pao"];
/// Digits that may stand before or after one's own words without making them a secret: a year.
const YEAR: usize = 4;

/// Passwords of 15 and more letters that are tried first, without spaces and signs. zxcvbn knows the short ones; these
/// are what people make of them when a rule asks for length, and the famous examples of good ones.
const COMMON: &[&str] = &[
    "correcthorsebatterystaple",
    "correcthorsebattery",
    "horsebatterystaplecorrect",
    "passwordpassword",
    "passwordpassword1",
    "passwordpassword123",
    "password12345678",
    "password123456789",
    "password1234567890",
    "mypasswordispassword",
    "thisismypassword",
    "thisisapassword",
    "thisisasecurepassword",
    "thisisalongpassword",
    "thisismysecretpassword",
    "averylongpassword",
    "myverylongpassword",
    "mysecretpassword",
    "mysupersecretpassword",
    "supersecretpassword",
    "superstrongpassword",
    "strongpassword123",
    "verystrongpassword",
    "verysecurepassword",
    "verysecretpassword",
    "changemechangeme",
    "changemeimmediately",
    "pleasechangeme123",
    "pleasechangethispassword",
    "letmeinletmein123",
    "letmeinletmeinletmein",
    "iloveyouiloveyou",
    "iloveyousomuch123",
    "iloveyouforever123",
    "administrator123",
    "administrator1234",
    "adminadminadmin",
    "welcomewelcome1",
    "welcomewelcome123",
    "welcometothejungle",
    "qwertyuiopasdfgh",
    "qwertyuiopasdfghjkl",
    "qwertyuiopasdfghjklzxcvbnm",
    "qwertzuiopasdfghjkl",
    "azertyuiopqsdfghjklm",
    "qwertyqwertyqwerty",
    "1qaz2wsx3edc4rfv",
    "1qaz2wsx3edc4rfv5tgb",
    "qazwsxedcrfvtgb",
    "qazwsxedcrfvtgbyhnujm",
    "1q2w3e4r5t6y7u8i",
    "1q2w3e4r5t6y7u8i9o0p",
    "abcdefghijklmnopqrstuvwxyz",
    "abc123abc123abc123",
    "123456789012345",
    "1234567890123456",
    "12345678901234567890",
    "onetwothreefourfive",
    "tobeornottobethatisthequestion",
    "tobeornottobe123",
    "thequickbrownfox",
    "thequickbrownfoxjumps",
    "thequickbrownfoxjumpsoverthelazydog",
    "maytheforcebewithyou",
    "loremipsumdolorsitamet",
    "trustnoonetrustnoone",
    "nobodywillguessthis",
    "nobodyknowsmypassword",
    "youwillneverguessthis",
    "youshallnotpass123",
    "openthedoorplease",
    "opensesameopensesame",
];

/// Whether a squeezed password is one of those that are tried first.
pub fn is_known(squeezed: &str) -> bool {
    COMMON.contains(&squeezed)
}

/// Letters and digits alone, in lower case: how a whole password is compared with words.
pub fn squeezed(text: &str) -> Zeroizing<String> {
    Zeroizing::new(text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect())
}

/// Whether a text is one short piece over and over (up to five characters), or counts: `abcdef…`, `987…`.
pub fn is_pattern(text: &str) -> bool {
    let text: Zeroizing<Vec<char>> = Zeroizing::new(text.to_lowercase().chars().collect());
    let repeats = |piece: usize| text.len() >= 2 * piece && text.iter().zip(&text[piece..]).all(|(a, b)| a == b);
    let step = |a: char, b: char| match (a, b) {
        ('9', '0') | ('z', 'a') => 1,
        ('0', '9') | ('a', 'z') => -1,
        _ => i64::from(u32::from(b)) - i64::from(u32::from(a)),
    };
    let counts = |by: i64| text.len() > 2 && text.iter().zip(&text[1..]).all(|(a, b)| step(*a, *b) == by);
    (1..=5).any(repeats) || counts(1) || counts(-1)
}

/// The words that others connect with the person: each text of `about` as a whole, its parts, and the place itself.
/// Single letters are left out.
pub fn own_words(about: &[&str]) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for text in about.iter().copied().chain(PLACE.iter().copied()) {
        let normal: String = text.nfkc().collect();
        let parts = normal.split(|c: char| !c.is_alphanumeric()).chain([normal.as_str()]);
        words.extend(parts.map(|part| squeezed(part).to_string()).filter(|word| word.chars().count() > 1));
    }
    words.sort_unstable();
    words.dedup();
    words
}

/// Whether all of `text` is some of these words, one after another, in any number, with a year before or behind.
pub fn made_of(text: &str, words: &[String]) -> bool {
    let is_year = |piece: &str| piece.len() <= YEAR && piece.bytes().all(|byte| byte.is_ascii_digit());
    // reached[i]: the first i bytes are a year at most, then words.
    let mut reached: Vec<bool> = (0..=text.len()).map(|at| text.get(..at).is_some_and(is_year)).collect();
    let mut ends = Vec::new();
    for at in 0..text.len() {
        if reached[at] {
            for word in words.iter().filter(|word| text[at..].starts_with(word.as_str())) {
                reached[at + word.len()] = true;
                ends.push(at + word.len());
            }
        }
    }
    ends.into_iter().any(|end| is_year(&text[end..]))
}

#[cfg(test)]
mod tests {
    use super::{COMMON, is_known, is_pattern, made_of, own_words, squeezed};

    #[test]
    fn the_list_is_such_that_each_entry_can_be_met() {
        for entry in COMMON {
            assert!(entry.len() >= 15 && is_known(&squeezed(entry)), "{entry}");
        }
    }

    #[test]
    fn patterns_are_short_pieces_over_and_over_or_count() {
        for text in ["aaa", "xyxy", "abcdeabcdeab", "abc", "8901", "yzab", "3210987"] {
            assert!(is_pattern(text), "{text}");
        }
        for text in ["abcabd", "aab", "", "ab", "acegikmoqsuwy"] {
            assert!(!is_pattern(text), "{text}");
        }
    }

    #[test]
    fn own_words_are_found_in_any_order_and_number_and_only_whole() {
        let initials = own_words(&["J. Li"]);
        assert!(initials.contains(&"jli".to_owned()) && !initials.contains(&"j".to_owned()), "{initials:?}");
        assert!(own_words(&["Ｍｉｌｌ"]).contains(&"mill".to_owned()), "a full-width spelling");
        let own = own_words(&["Ann", "Müller-Lee", "ann.lee@bigmill.example", "Example Corp"]);
        assert!(made_of("annlee", &own) && made_of("2026ann1970", &own) && made_of("lee", &own));
        assert!(
            !made_of("annx", &own)
                && !made_of("xann", &own)
                && !made_of("ann12345", &own)
                && !made_of("1970", &own)
                && !made_of("", &own)
        );
        assert!(!made_of("ann1970lee", &own), "zxcvbn's to judge");
    }
}
