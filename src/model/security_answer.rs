//! The answer to a person's own security question. Alone it opens nothing: it is asked only after a valid mailed code
//! (security.md, "Secrets"). The better answer is a saved recovery code, which `pao` makes and shows once.
//!
//! What must hold: an answer that was right stays right. Whoever changes [`normalised_answer`] keeps the form of before among
//! those that [`forms_of`] gives, since stored answers cannot be normalised again.
use crate::model::code::saved_code;
use crate::model::guesses::{is_pattern, made_of, own_words, squeezed};
use crate::model::password::{MAX, Weak, has_unprintable};
use crate::model::secret::Secret;
use crate::model::symbols::{fives, grouped, is_dash, written};
use crate::model::unseen::is_ignorable;
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// Fewest code points of an answer.
pub const MIN: usize = 6;

/// The answer as it is hashed: NFKC, without case, quotes and dashes of one kind each, without what cannot be seen, without
/// outer spaces, inner ones collapsed. What has the shape of a saved recovery code is read as one.
pub fn normalised_answer(answer: &Secret) -> Secret {
    if let Some(code) = saved_code(answer.reveal()) {
        return Secret::new(code.to_string());
    }
    let plain = answer.reveal().chars().map(plain_sign).nfkc();
    // There and back again: ß, ẞ and ss are the same, and the dotless i is the one that a Turkish I is the capital of.
    let folded = plain.flat_map(char::to_lowercase).flat_map(char::to_uppercase).flat_map(char::to_lowercase);
    let folded = Zeroizing::new(folded.nfkc().map(plain_sign).filter(|c| !is_ignorable(*c)).collect::<String>());
    // The small form of a capital I with a dot is an i and a second dot.
    spaced(&Zeroizing::new(folded.replace("i\u{307}", "i")))
}

/// Every form in which a right answer may have been hashed, each once. How many there are tells of `answer` alone.
pub fn forms_of(answer: &Secret) -> Vec<Secret> {
    let forms = [normalised_answer(answer), first_form(answer)];
    let [now, first] = &forms;
    let many = if now.reveal() == first.reveal() { 1 } else { 2 };
    forms.into_iter().take(many).collect()
}

/// The form of the first answers there were: NFKC and lower case.
fn first_form(answer: &Secret) -> Secret {
    let text = answer.reveal();
    if let Some(code) = saved_code(text).filter(|_| text.chars().all(|c| c.is_ascii() || c.is_whitespace())) {
        return Secret::new(code.to_string());
    }
    spaced(&Zeroizing::new(text.nfkc().flat_map(char::to_lowercase).collect::<String>()))
}

/// Without outer spaces, inner ones collapsed.
fn spaced(text: &str) -> Secret {
    Secret::new(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// The sign of a plain keyboard for quotes and dashes that programs put in its place.
const fn plain_sign(c: char) -> char {
    match c {
        '\u{2018}'..='\u{201b}'
        | '\u{2032}'
        | '\u{2035}'
        | '\u{2039}'
        | '\u{203a}'
        | '\u{2b9}'
        | '\u{2bb}'..='\u{2bd}'
        | '`'
        | '´' => '\'',
        '\u{201c}'..='\u{201f}' | '\u{2033}' | '\u{2036}' | '«' | '»' => '"',
        _ if is_dash(c) => '-',
        _ => c,
    }
}

/// Whether `answer` is taken for `question`. `about` holds what others know of the person: names, address, country.
///
/// # Errors
/// [`Weak`] with the first rule that it fails.
pub fn judge_answer(answer: &Secret, question: &str, password: Option<&Secret>, about: &[&str]) -> Result<(), Weak> {
    if has_unprintable(answer.reveal()) {
        return Err(Weak::new("the answer holds a control character; use letters, digits, signs and spaces"));
    }
    let normal = normalised_answer(answer);
    let count = normal.reveal().chars().count();
    if count < MIN {
        return Err(Weak::new(format!(
            "the answer has {count} characters, {MIN} are needed; a longer one is harder to guess"
        )));
    }
    if count > MAX {
        return Err(Weak::new(format!("the answer has {count} characters, at most {MAX} are taken; leave some out")));
    }
    if is_pattern(normal.reveal()) {
        return Err(Weak::new("the answer repeats a short piece or counts up or down; use one that only you know"));
    }
    let password = password.map(Secret::reveal);
    if password.is_some_and(|password| holds(question, password)) {
        return Err(Weak::new("the question holds the password; ask something that has nothing to do with it"));
    }
    if holds(question, answer.reveal()) {
        return Err(Weak::new("the answer stands in the question; choose one that the question does not give away"));
    }
    if password.is_some_and(|password| holds(password, answer.reveal())) {
        return Err(Weak::new("the answer is part of the password; choose one that has nothing to do with it"));
    }
    let known = about.iter().any(|text| holds(text, answer.reveal()));
    if known || made_of(&squeezed(normal.reveal()), &own_words(about)) {
        return Err(Weak::new(
            "the answer is in your names, address or country, which others know; choose one that only you know",
        ));
    }
    Ok(())
}

/// A saved recovery code: 120 random bits as 24 symbols in groups of four.
pub fn generated_answer(random: [u8; 15]) -> Secret {
    Secret::new(grouped(&written(&Zeroizing::new(fives(&random)))))
}

/// Whether `part` is in `text`, letters and digits alone compared; where it has none of these, sign by sign.
fn holds(text: &str, part: &str) -> bool {
    let plain = |text: &str| squeezed(&Zeroizing::new(text.nfkc().collect::<String>()));
    let letters = plain(part);
    if letters.is_empty() {
        !part.trim().is_empty() && text.contains(part.trim())
    } else {
        plain(text).contains(letters.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::{first_form, forms_of, generated_answer, judge_answer, normalised_answer};
    use crate::model::secret::Secret;

    const QUESTION: &str = "Which boat did Grandpa row on Lake Windermere?";
    const ABOUT: &[&str] = &["Annabella", "Müller", "annabella@bigmill.example", "Switzerland"];

    fn secret(text: &str) -> Secret {
        Secret::new(text.to_owned())
    }

    fn normal(text: &str) -> String {
        normalised_answer(&secret(text)).reveal().to_owned()
    }

    fn problem(answer: &str) -> Option<String> {
        let password = secret("teapot lunar drizzle");
        let weak = judge_answer(&secret(answer), QUESTION, Some(&password), ABOUT).err()?;
        assert!(weak.problem.contains("; ") && (answer.trim().is_empty() || !weak.problem.contains(answer)), "{weak}");
        Some(weak.problem)
    }

    #[test]
    fn spelling_does_not_matter_but_words_do() {
        assert_eq!(normal("  The  Old\u{a0}Heron "), "the old heron");
        assert_eq!(normal("ÉTÉ à la ﬁn"), "été à la fin");
        assert_ne!(normal("the old heron"), normal("theoldheron"));
        assert_ne!(normal("Müller"), normal("Mueller"));
    }

    #[test]
    fn what_programs_make_of_quotes_dashes_and_case_does_not_matter() {
        for (one, others) in [
            ("rock 'n' roll", vec!["Rock ‘n’ Roll", "ROCK ʼnʼ ROLL", "rock `n´ roll", "rock ′n′ roll", "rock ŉ' roll"]),
            ("the \"old\" heron", vec!["the “old” heron", "the „old“ heron", "the «old» heron", "the ″old″ heron"]),
            (
                "saint-malo",
                vec![
                    "Saint‐Malo",
                    "saint–malo",
                    "saint—malo",
                    "saint−malo",
                    "ｓａｉｎｔ－ｍａｌｏ",
                    "sa\u{ad}int-malo\u{200b}",
                ],
            ),
            ("weiße straße", vec!["WEISSE STRASSE", "WEIẞE STRAẞE", "weisse strasse"]),
            ("istanbul ilk kız", vec!["İSTANBUL İLK KIZ", "ISTANBUL ILK KIZ", "İstanbul ilk kız", "ıstanbul ılk kiz"]),
            ("ὀδυσσεύς", vec!["ὈΔΥΣΣΕΎΣ", "ὀδυσσεύσ"]),
            ("wait...", vec!["wait…"]),
        ] {
            for other in others {
                assert_eq!(normal(one), normal(other), "{other}");
                assert_eq!(normal(&normal(other)), normal(other), "folded once and for all");
            }
        }
    }

    #[test]
    fn what_was_right_stays_right() {
        for (answer, hashed) in [
            ("the old heron", "the old heron"),
            ("  Rock ‘n’  Roll ", "rock ‘n’ roll"),
            ("Weiße STRASSE", "weiße strasse"),
            ("İstanbul", "i\u{307}stanbul"),
            ("ŉ", "ʼn"),
            ("248h-248h 248H-248H-248H-248H", "248H248H248H248H248H248H"),
            ("248h–248h–248h–248h–248h–248h", "248h–248h–248h–248h–248h–248h"),
            ("soft\u{ad}ly", "soft\u{ad}ly"),
        ] {
            assert_eq!(first_form(&secret(answer)).reveal(), hashed);
            let forms: Vec<String> = forms_of(&secret(answer)).iter().map(|form| form.reveal().to_owned()).collect();
            assert!(forms.contains(&hashed.to_owned()) && forms.contains(&normal(answer)), "{forms:?}");
            assert_eq!(forms.len(), if normal(answer) == hashed { 1 } else { 2 }, "no work is done twice");
        }
    }

    #[test]
    fn good_answers_are_taken() {
        for answer in ["the old heron", "Müllers Mühle", "!?$%&/", "Nordwind 7"] {
            assert_eq!(problem(answer), None, "{answer}");
        }
        assert_eq!(judge_answer(&secret("teapot"), QUESTION, None, ABOUT), Ok(()));
    }

    #[test]
    fn each_rule_refuses_in_its_own_words() {
        for (answer, words) in [
            ("heron", "has 5 characters, 6 are needed"),
            ("  he  ro ", "has 5 characters"),
            ("the old\theron", "control character"),
            ("123456", "counts up"),
            ("xyxyxy", "repeats"),
            ("windermere", "stands in the question"),
            ("Lake  Windermere", "stands in the question"),
            ("TEAPOT", "part of the password"),
            ("teapot-lunar-drizzle", "part of the password"),
            ("annabella", "which others know"),
            ("nabell", "which others know"),
            ("bigmill.example", "which others know"),
            ("SWITZERLAND", "which others know"),
            ("Müller Annabella 1970", "which others know"),
        ] {
            let problem = problem(answer).unwrap_or_default();
            assert!(problem.contains(words), "{answer}: {problem}");
        }
        assert!(problem(&"heron ".repeat(43)).unwrap().contains("at most 256"));
        let asked = judge_answer(
            &secret("the old heron"),
            "Is it teapot lunar drizzle?",
            Some(&secret("Teapot lunar drizzle")),
            &[],
        );
        assert!(asked.unwrap_err().problem.contains("question holds the password"));
    }

    #[test]
    fn a_saved_recovery_code_is_taken_however_it_is_typed() {
        let code = generated_answer([0x11; 15]);
        assert_eq!(code.reveal(), "248H-248H-248H-248H-248H-248H");
        let code = generated_answer(*b"fifteen bytes!!");
        assert_eq!(judge_answer(&code, "My saved recovery code", None, ABOUT), Ok(()));
        assert_eq!(code.reveal().len(), 29);
        assert_eq!(normal(code.reveal()), normal(&code.reveal().to_lowercase().replace('-', "  ")));
        assert_eq!(normal(code.reveal()), code.reveal().replace('-', ""));
        assert_ne!(normal(generated_answer([1; 15]).reveal()), normal(generated_answer([2; 15]).reveal()));
    }
}
