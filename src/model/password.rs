//! Which passwords are taken (security.md, "Password"): long ones that nobody guesses. No composition rules, no expiry,
//! no trimming, no truncation.
//!
//! What must hold: a refusal says which rule failed and what would help, and never repeats the password.
//!
//! # Secrets
//! zxcvbn and the normalisation work on copies that they do not wipe; everything that lives longer is a [`Secret`].
use crate::model::guesses::{is_known, is_pattern, made_of, own_words, squeezed};
use crate::model::secret::Secret;
use crate::model::unseen::{has_loose_joiner, unseen};
use std::fmt;
use unicode_normalization::UnicodeNormalization;
use zxcvbn::zxcvbn;

/// Fewest code points unless `policy.password-min` says more.
pub const MIN: usize = 15;
/// Most code points: enough for any sentence, little enough to be normalised and hashed at once.
pub const MAX: usize = 256;
/// The score from which on zxcvbn calls a password safely unguessable behind a slow hash.
const SCORE: u8 = 3;
/// zxcvbn's work grows faster than the text. A hundred characters that are easy to guess stay so with more of them.
const JUDGED: usize = 100;
/// Why a password or an answer is not taken: one sentence, without a full stop.
#[derive(Debug, Clone, PartialEq)]
pub struct Weak {
    /// Which rule failed, and what would help.
    pub problem: String,
}

impl Weak {
    /// A refusal in these words.
    pub fn new(problem: impl Into<String>) -> Self {
        Self { problem: problem.into() }
    }
}

impl fmt::Display for Weak {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.problem)
    }
}

/// Whether `password` is taken. `about` holds what others know of the person: names, address, company. `min` is
/// `policy.password-min`.
///
/// # Errors
/// [`Weak`] with the first rule that it fails.
pub fn judge(password: &Secret, about: &[&str], min: usize) -> Result<(), Weak> {
    let typed = password;
    let password = normalised(typed);
    let text = password.reveal();
    let count = text.chars().count();
    if count < min {
        return Err(Weak::new(format!(
            "the password has {count} characters, {min} are needed; four or five unrelated words do"
        )));
    }
    if count > MAX {
        return Err(Weak::new(format!("the password has {count} characters, at most {MAX} are taken; leave some out")));
    }
    if has_unprintable(text) {
        return Err(Weak::new("the password holds a control character; use letters, digits, signs and spaces"));
    }
    if unseen(typed.reveal()).is_some() || has_loose_joiner(typed.reveal()) {
        return Err(Weak::new(
            "the password holds a character that nobody can see, such as a soft hyphen, and could not be typed again; type it without",
        ));
    }
    let squeezed = squeezed(text);
    if is_known(&squeezed) {
        return Err(Weak::new("the password is one of those that are tried first; use unrelated words of your own"));
    }
    if is_pattern(text) {
        return Err(Weak::new("the password repeats a short piece or counts up or down; use unrelated words instead"));
    }
    let own = own_words(about);
    if made_of(&squeezed, &own) {
        return Err(Weak::new(
            "the password is made of your names, your address, your company or the name of this program; use words that nobody connects with you",
        ));
    }
    let score = score(text, &own);
    if score < SCORE {
        let words = strength_in_words(score);
        return Err(Weak::new(format!(
            "the password is {words}; add a few words that have nothing to do with each other"
        )));
    }
    Ok(())
}

/// The password as it is hashed: NFKC, so that it is the same from every keyboard.
pub fn normalised(password: &Secret) -> Secret {
    Secret::new(password.reveal().nfkc().collect())
}

/// What a score of zxcvbn, 0 to 4, means.
pub const fn strength_in_words(score: u8) -> &'static str {
    match score {
        0 => "guessed at once",
        1 => "very easy to guess",
        2 => "easy to guess",
        3 => "hard to guess",
        _ => "very hard to guess",
    }
}

/// How hard to guess a password is, in words; `about` as for [`judge`].
pub fn strength(password: &Secret, about: &[&str]) -> &'static str {
    strength_in_words(score(normalised(password).reveal(), &own_words(about)))
}

fn score(text: &str, own: &[String]) -> u8 {
    let end = text.char_indices().nth(JUDGED).map_or(text.len(), |(at, _)| at);
    let inputs: Vec<&str> = own.iter().map(String::as_str).collect();
    u8::from(zxcvbn(&text[..end], &inputs).score())
}

/// Whether a text holds control characters or line breaks, which a prompt or a file with one line cannot give back.
pub fn has_unprintable(text: &str) -> bool {
    text.chars().any(|c| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}'))
}

#[cfg(test)]
mod tests {
    use super::{MIN, Weak, judge, normalised, strength_in_words};
    use crate::model::secret::Secret;

    const ABOUT: &[&str] = &["Ann", "Müller-Lee", "ann.lee@bigmill.example", "Example Corp"];

    fn verdict(password: &str) -> Result<(), Weak> {
        let verdict = judge(&Secret::new(password.to_owned()), ABOUT, MIN);
        if let Err(weak) = &verdict {
            assert!(password.is_empty() || !weak.problem.contains(password), "repeats it: {weak}");
            assert!(weak.problem.starts_with("the password ") && weak.problem.contains("; "), "{weak}");
        }
        verdict
    }

    fn refused(password: &str, words: &str) {
        let problem = verdict(password).expect_err(password).problem;
        assert!(problem.contains(words), "{password}: {problem}");
    }

    #[test]
    fn good_ones_are_taken() {
        let long = "plum kettle orbit ".repeat(14) + "end!";
        assert_eq!(long.chars().count(), 256);
        for password in [
            "teapot lunar drizzle",
            "vK7q2-9xh4mWzR81b",
            "Äpfel und Birnen vergleichen?",
            "雨の日は図書館で本を読みます七冊",
            "ann keeps purple walruses",
            " outer spaces stay  ",
            &long,
        ] {
            assert_eq!(verdict(password), Ok(()), "{password}");
        }
    }

    #[test]
    fn length_is_counted_in_code_points_after_nfkc() {
        refused("vK7q2-9xh4mWz!", "has 14 characters, 15 are needed");
        assert_eq!(verdict("vK7q2-9xh4mWz!x"), Ok(()));
        refused(&"e\u{301}".repeat(14), "has 14 characters");
        refused(&format!("{}!", "plum kettle orbit ".repeat(14) + "end!"), "has 257 characters, at most 256");
        assert!(judge(&Secret::new("teapot lunar drizzle".to_owned()), &[], 21).is_err());
        refused("", "has 0 characters");
    }

    #[test]
    fn control_characters_are_refused() {
        for c in ['\n', '\t', '\0', '\u{7f}', '\u{9b}', '\u{2028}'] {
            refused(&format!("teapot lunar{c}drizzle"), "control character");
        }
    }

    #[test]
    fn what_cannot_be_seen_is_refused_but_inside_an_emoji() {
        for c in
            "\u{200b}\u{ad}\u{feff}\u{2060}\u{200c}\u{200d}\u{200e}\u{202e}\u{3164}\u{ffa0}\u{fe0f}\u{2800}\u{e0041}"
                .chars()
        {
            refused(&format!("teapot lunar{c} drizzle"), "nobody can see");
            refused(&format!("{c}teapot lunar drizzle"), "nobody can see");
        }
        for password in [
            "teapot 👩\u{200d}👩\u{200d}👧 drizzle",
            "teapot ❤\u{fe0f} lunar drizzle",
            "teapot ❤\u{fe0f}\u{200d}🔥 drizzle",
        ] {
            assert_eq!(verdict(password), Ok(()), "{password}");
        }
    }

    #[test]
    fn common_ones_are_refused_whatever_their_case_and_signs() {
        for password in ["correct horse battery staple", "Correct-Horse-Battery-Staple!", "PASSWORDpassword123"] {
            refused(password, "tried first");
        }
        refused("ｃｏｒｒｅｃｔ horse battery staple", "tried first");
    }

    #[test]
    fn repeats_and_sequences_are_refused() {
        for password in [
            "aaaaaaaaaaaaaaaa",
            "!!!!!!!!!!!!!!!!",
            "xk9xk9xk9xk9xk9x",
            "aB3$5aB3$5aB3$5",
            "fedcbazyxwvutsrq",
            "789012345678901",
            "ABCDEFGHIJKLMNOPqrs",
        ] {
            refused(password, "repeats a short piece or counts");
        }
    }

    #[test]
    fn ones_own_words_are_refused_in_any_order_and_number() {
        for password in [
            "Ann.Lee@BigMill.example",
            "annannannannannann",
            "Example Corp Ann 1970",
            "1970exampleCORPlee",
            "müller müller lee",
            "Passport Advantage",
            "paopaopaopaopaopao",
            "bigmill-lee-bigmill",
        ] {
            let problem = verdict(password).unwrap_err().problem;
            assert!(
                problem.contains("made of your names") || problem.contains("repeats a short piece"),
                "{password}: {problem}"
            );
        }
        refused("passport advantage", "made of your names");
        refused("Example Corp Ann 1970", "made of your names");
    }

    #[test]
    fn guessable_ones_are_refused_in_words() {
        refused("password19701970", "easy to guess; add");
        refused("p@ssw0rdp@ssw0rd", "guess");
        let told = judge(&Secret::new("Wolfeschlegelsteinq7".to_owned()), &["Wolfeschlegelstein"], MIN);
        assert!(told.is_err(), "what is known of the person counts: {told:?}");
        assert_eq!(judge(&Secret::new("Wolfeschlegelsteinq7".to_owned()), &[], MIN), Ok(()));
        assert_eq!((strength_in_words(0), strength_in_words(4)), ("guessed at once", "very hard to guess"));
    }

    #[test]
    fn what_is_hashed_is_nfkc_and_nothing_else() {
        assert_eq!(normalised(&Secret::new(" ﬁsh e\u{301} Ⅷ ".to_owned())).reveal(), " fish é VIII ");
    }
}
