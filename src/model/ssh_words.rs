//! The words of a line that came over ssh, split as a shell would split them, by us: no shell ever sees it (service.md, "ssh-command").
//!
//! What must hold: a line that is taken has the words that `sh -f` makes of it, but for `~` at the start of a word and `#`. What a
//! shell would do more with it (run, redirect, substitute) is refused, and the character named.
//!
//! # What would hurt
//! A character that is taken for itself here and means something to a shell: whoever tries a line there first would be misled.

/// Bytes that a line may have.
const LONGEST: usize = 32 * 1024;
/// Words that it may have.
const MOST: usize = 1000;

/// Why a line is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unsplit {
    #[error("the command is longer than 32 KiB")]
    TooLong,
    #[error("the command has more than 1000 words")]
    TooMany,
    #[error("the command is not UTF-8")]
    NotText,
    /// With how it is called, since it may be one that cannot be shown.
    #[error("the command has {0} outside quotes, which a shell would act upon")]
    Special(&'static str),
    #[error("the command has a quote that is not closed")]
    Open,
    #[error("the command ends with a backslash")]
    Backslash,
}

/// The words of a line; `pao` may stand before them.
///
/// # Errors
/// [`Unsplit`].
pub fn split(line: &[u8]) -> Result<Vec<String>, Unsplit> {
    if line.len() > LONGEST {
        return Err(Unsplit::TooLong);
    }
    let line = std::str::from_utf8(line).map_err(|_| Unsplit::NotText)?;
    let mut words: Vec<String> = Vec::new();
    // A word begins with its first character, or with a quote that may hold none.
    let mut word: Option<String> = None;
    let mut rest = line.chars();
    while let Some(c) = rest.next() {
        match c {
            ' ' | '\t' => words.extend(word.take()),
            '\'' => word.get_or_insert_default().push_str(single(&mut rest)?),
            '"' => double(&mut rest, word.get_or_insert_default())?,
            '\\' => match rest.next().ok_or(Unsplit::Backslash)? {
                '\n' => {}
                quoted => word.get_or_insert_default().push(quoted),
            },
            _ => match special(c) {
                Some(name) => return Err(Unsplit::Special(name)),
                None => word.get_or_insert_default().push(c),
            },
        }
        if words.len() > MOST {
            return Err(Unsplit::TooMany);
        }
    }
    words.extend(word);
    if words.first().is_some_and(|first| first == "pao") {
        words.remove(0);
    }
    if words.len() > MOST { Err(Unsplit::TooMany) } else { Ok(words) }
}

/// What stands up to the next `'`, as it is.
fn single<'l>(rest: &mut std::str::Chars<'l>) -> Result<&'l str, Unsplit> {
    let (inside, behind) = rest.as_str().split_once('\'').ok_or(Unsplit::Open)?;
    *rest = behind.chars();
    Ok(inside)
}

/// What stands up to the next `"`: a backslash quotes what means something there.
fn double(rest: &mut std::str::Chars<'_>, word: &mut String) -> Result<(), Unsplit> {
    loop {
        match rest.next().ok_or(Unsplit::Open)? {
            '"' => return Ok(()),
            '\\' => match rest.next().ok_or(Unsplit::Open)? {
                '\n' => {}
                quoted @ ('"' | '\\' | '$' | '`') => word.push(quoted),
                other => word.extend(['\\', other]),
            },
            '$' => return Err(Unsplit::Special("`$` in double quotes or")),
            '`' => return Err(Unsplit::Special("a backtick in double quotes or")),
            other => word.push(other),
        }
    }
}

/// How a character is called that a shell acts upon.
const fn special(c: char) -> Option<&'static str> {
    Some(match c {
        ';' => "`;`",
        '&' => "`&`",
        '|' => "`|`",
        '<' => "`<`",
        '>' => "`>`",
        '(' => "`(`",
        ')' => "`)`",
        '$' => "`$`",
        '`' => "a backtick",
        '\r' => "a carriage return",
        '\n' => "a line end",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{Unsplit, split};
    use crate::model::shell::quoted;
    use std::io::Write as _;
    use std::process::Command;

    fn words(line: &str) -> Vec<String> {
        split(line.as_bytes()).expect(line)
    }

    #[test]
    fn words_are_those_of_a_shell() {
        assert_eq!(words(""), [""; 0]);
        assert_eq!(words(" \t "), [""; 0]);
        assert_eq!(words("pao access list"), ["access", "list"]);
        assert_eq!(words("pao pao"), ["pao"]);
        assert_eq!(words("a'b c'\"d e\"\\ f '' \"\""), ["ab cd e f", "", ""]);
        assert_eq!(words(r#""\" \\ \$ \` \a" 'x\y'"#), [r#"" \ $ ` \a"#, r"x\y"]);
        assert_eq!(words("one\\\ntwo \"three\\\nfour\" \\\n five"), ["onetwo", "threefour", "five"]);
        assert_eq!(words("* ? [ab] {x} ! a=b ~ # '\n;&'"), ["*", "?", "[ab]", "{x}", "!", "a=b", "~", "#", "\n;&"]);
    }

    #[test]
    fn what_a_shell_would_act_upon_is_refused_by_its_name() {
        for c in [";", "&", "|", "<", ">", "(", ")", "$", "`", "\r", "\n", "\"$\"", "\"`\""] {
            let refused = split(format!("whoami {c}x").as_bytes());
            assert!(matches!(refused, Err(Unsplit::Special(_))), "{c:?} {refused:?}");
        }
        for (line, why) in [
            ("a 'b", Unsplit::Open),
            ("a \"b", Unsplit::Open),
            ("a \"b\\", Unsplit::Open),
            ("a \\", Unsplit::Backslash),
        ] {
            assert_eq!(split(line.as_bytes()), Err(why), "{line}");
        }
        assert_eq!(split(b"a \xff"), Err(Unsplit::NotText));
        assert_eq!(split(&vec![b'a'; 32 * 1024 + 1]), Err(Unsplit::TooLong));
        assert!(split("a ".repeat(1000).as_bytes()).is_ok());
        assert_eq!(split("a ".repeat(1001).as_bytes()), Err(Unsplit::TooMany));
        assert_eq!(split("a ".repeat(1001).trim_end().as_bytes()), Err(Unsplit::TooMany));
    }

    #[test]
    fn quoted_words_come_back() {
        for hostile in ["", "a b", "it's", "\"", "\\", "$HOME", "`id`", "~", "#", "a\nb", "*", "--note=-x y", "\u{fc}"]
        {
            let line = format!("{} {}", quoted(hostile), quoted(quoted(hostile)));
            if hostile == "a\nb" {
                // Spelled with `printf`, which only a shell can read.
                assert!(split(line.as_bytes()).is_err());
                continue;
            }
            assert_eq!(words(&line), [hostile.to_owned(), quoted(hostile)], "{line}");
        }
    }

    /// Lines made by a small generator, the same in every run, against the shell of the system.
    #[test]
    fn whatever_is_taken_has_the_words_of_sh() {
        let (taken, tried) = against_sh(3000);
        assert!(taken > tried / 20, "{taken} of {tried} were taken");
    }

    #[test]
    #[ignore = "a million lines take minutes"]
    fn a_million_lines_have_the_words_of_sh() {
        let (taken, tried) = against_sh(1_000_000);
        let said = format!("{taken} of {tried} lines were taken, each with the words of sh\n");
        std::io::stdout().write_all(said.as_bytes()).unwrap();
    }

    fn against_sh(lines: usize) -> (usize, usize) {
        const ALPHABET: &[&str] = &[
            "a", "b", " ", " ", "\t", "'", "'", "\"", "\"", "\\", "$", "`", ";", "*", "?", "=", "\n", "\u{e4}", "!",
            "{",
        ];
        let mut seed = 7_u64;
        let mut next = |below: usize| {
            // Knuth's MMIX constants.
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            usize::try_from(seed >> 33).unwrap_or(0) % below
        };
        let mut taken: Vec<(String, Vec<String>)> = Vec::new();
        for _ in 0..lines {
            let length = 1 + next(12);
            let line: String = (0..length).map(|_| ALPHABET[next(ALPHABET.len())]).collect();
            if let Ok(words) = split(line.as_bytes()) {
                taken.push((line, words));
            }
        }
        // One shell for many lines: each prints its words, each ended by a byte that no word has.
        for some in taken.chunks(500) {
            let script = some.iter().fold(String::new(), |script, (line, _)| script + "p " + line + "\n");
            let script =
                format!("p() {{ for w in \"$@\"; do printf '%s\\001' \"$w\"; done; printf '\\002'; }}\n{script}");
            let said = Command::new("sh").arg("-fc").arg(script).output().expect("sh");
            let said = String::from_utf8_lossy(said.stdout.as_slice()).into_owned();
            let of_sh: Vec<Vec<String>> = said
                .split_terminator('\u{2}')
                .map(|words| words.split_terminator('\u{1}').map(str::to_owned).collect())
                .collect();
            assert_eq!(of_sh.len(), some.len());
            for ((line, ours), theirs) in some.iter().zip(of_sh) {
                let theirs =
                    if theirs.first().is_some_and(|word| word == "pao") { theirs[1..].to_vec() } else { theirs };
                assert_eq!(*ours, theirs, "{line:?}");
            }
        }
        (taken.len(), lines)
    }
}
