//! Characters that show nothing: no letters of a name, and nothing that a password can be typed with again.
//!
//! What must hold: what Unicode calls ignorable is known here whole; the tests compare it with the tables of `regex`.
//!
//! # What would hurt
//! A name of U+3164 alone fills a column with nothing. `Ann` with a variation selector behind it is another text that looks
//! the same. Yet the hearts of emoji and the variants in Japanese names are written with such selectors.

/// `Default_Ignorable_Code_Point` of `DerivedCoreProperties.txt`: the Unicode property of what is shown as nothing.
pub const fn is_ignorable(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}'
        | '\u{115f}'..='\u{1160}'
        | '\u{17b4}'..='\u{17b5}'
        | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' | '\u{ffa0}'
        | '\u{fff0}'..='\u{fff8}'
        | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}')
}

/// Characters that show nothing although Unicode does not call them ignorable: empty signs, fillers, placeholders, marks of
/// annotations.
pub const fn is_blank(c: char) -> bool {
    matches!(c, '\u{2800}' | '\u{fff9}'..='\u{fffc}' | '\u{13441}'..='\u{13442}' | '\u{16fe4}' | '\u{1d159}')
}

/// The joiners: some scripts need them, and emoji of several parts.
pub const fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}')
}

/// Variation selectors: each says how the character before it looks.
pub const fn is_selector(c: char) -> bool {
    matches!(c, '\u{180b}'..='\u{180d}' | '\u{180f}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

/// The first character of `text` that shows nothing and changes nothing that shows: everything ignorable or blank but for
/// joiners, and selectors behind a character that has variants.
pub fn unseen(text: &str) -> Option<char> {
    let mut before = '\0';
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        let shows_nothing = (is_ignorable(c) || is_blank(c)) && !is_joiner(c);
        if shows_nothing && !(is_selector(c) && has_variants(before, c, rest.clone().next())) {
            return Some(c);
        }
        before = c;
    }
    None
}

/// Whether a joiner of `text` stands anywhere but inside an emoji.
pub fn has_loose_joiner(text: &str) -> bool {
    let chars = || text.chars().filter(|c| !is_selector(*c));
    let neighbours = std::iter::once('\0').chain(chars()).zip(chars().skip(1).chain(['\0']));
    neighbours
        .zip(chars())
        .any(|((before, after), c)| is_joiner(c) && !(c == '\u{200d}' && is_pictograph(before) && is_pictograph(after)))
}

/// Whether a selector between these two chooses one of the forms of `base`: ideographs and Mongolian letters have variants;
/// pictures, a few signs and the digits of keycaps are shown as emoji or not.
fn has_variants(base: char, selector: char, after: Option<char>) -> bool {
    match selector {
        '\u{180b}'..='\u{180f}' => matches!(base, '\u{1800}'..='\u{180a}' | '\u{1810}'..='\u{18af}'),
        '\u{fe0e}'..='\u{fe0f}' => {
            let is_keycap = after == Some('\u{20e3}') && matches!(base, '#' | '*' | '0'..='9');
            let is_sign = "©®‼⁉™ℹ〰〽㊗㊙".contains(base);
            is_keycap || is_sign || is_pictograph(base)
        }
        _ => {
            matches!(base, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
        }
    }
}

/// Whether it is one of the pictures that emoji are made of.
const fn is_pictograph(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}')
}

#[cfg(test)]
mod tests {
    use super::{has_loose_joiner, is_ignorable, is_selector, unseen};
    use regex::Regex;

    #[test]
    fn the_tables_are_those_of_unicode() {
        let (ignorable, selector) = (
            Regex::new(r"^\p{Default_Ignorable_Code_Point}$").unwrap(),
            Regex::new(r"^\p{Variation_Selector}$").unwrap(),
        );
        let emoji = Regex::new(r"^\p{Emoji}$").unwrap();
        for c in '\0'..=char::MAX {
            let text = c.to_string();
            assert_eq!(is_ignorable(c), ignorable.is_match(&text), "U+{:04X}", u32::from(c));
            assert_eq!(is_selector(c), selector.is_match(&text), "U+{:04X}", u32::from(c));
            if !c.is_ascii() && emoji.is_match(&text) {
                assert_eq!(unseen(&format!("{c}\u{fe0f}")), None, "{c}");
            }
        }
    }

    #[test]
    fn what_changes_what_is_seen_may_stand_behind_it() {
        for text in [
            "❤\u{fe0f}",
            "葛\u{e0100}城",
            "\u{1820}\u{180b}",
            "1\u{fe0f}\u{20e3}",
            "ℹ\u{fe0f}",
            "می\u{200c}خواهم",
            "Ann",
        ] {
            assert_eq!(unseen(text), None, "{text:?}");
        }
        for (text, found) in [
            ("Ann\u{fe0f}", '\u{fe0f}'),
            ("\u{fe0f}", '\u{fe0f}'),
            ("❤\u{fe0f}\u{fe0f}", '\u{fe0f}'),
            ("Ann \u{fe0e}", '\u{fe0e}'),
            ("Ann1\u{fe0f}", '\u{fe0f}'),
            ("Ann–\u{fe0f}", '\u{fe0f}'),
            ("é\u{fe00}", '\u{fe00}'),
            ("葛\u{180b}", '\u{180b}'),
            ("A\u{e0100}", '\u{e0100}'),
            ("Ann\u{2800}", '\u{2800}'),
            ("\u{1d159}", '\u{1d159}'),
            ("Ann\u{e0041}", '\u{e0041}'),
        ] {
            assert_eq!(unseen(text), Some(found), "{text:?}");
        }
    }

    #[test]
    fn a_joiner_belongs_inside_an_emoji_where_it_must_be_typed_again() {
        for text in ["👩\u{200d}👧", "❤\u{fe0f}\u{200d}🔥", "🕵🏽\u{200d}♂\u{fe0f}", "teapot"] {
            assert!(!has_loose_joiner(text), "{text:?}");
        }
        for text in
            ["a\u{200d}b", "\u{200d}👧", "👩\u{200d}", "👩\u{200c}👧", "می\u{200c}خواهم", "👩\u{200d}\u{200d}👧"]
        {
            assert!(has_loose_joiner(text), "{text:?}");
        }
    }
}
