//! Sentences in lines that fit a terminal.
//!
//! What must hold: a command that people copy, between backticks or indented, is never broken; in a pipe nothing is.
use textwrap::{Options, WordSeparator, WordSplitter};

/// Stands for a blank at which no line is broken. Foreign texts cannot hold it: it would be escaped.
const GLUE: char = '\u{1f}';
/// How a command begins in a sentence.
const OPENS: &str = concat!('`', "pao ");
/// Below this nothing can be read anyway.
const NARROWEST: u16 = 20;

/// The lines of one sentence; those after the first begin with `indent` blanks.
pub fn lines(text: &str, width: Option<u16>, indent: usize) -> Vec<String> {
    let Some(width) = width.filter(|width| *width >= NARROWEST && !text.starts_with("    ")) else {
        return vec![text.to_owned()];
    };
    let indent = " ".repeat(indent.min(usize::from(width) / 2));
    let options = Options::new(usize::from(width))
        .word_separator(WordSeparator::AsciiSpace)
        .word_splitter(WordSplitter::NoHyphenation)
        .break_words(false)
        .subsequent_indent(&indent);
    let glued = glued(text);
    textwrap::wrap(&glued, options).iter().map(|line| line.replace(GLUE, " ")).collect()
}

/// The text with its commands in one piece, from the first to the end of the last: what is quoted in one may hold a backtick itself.
fn glued(text: &str) -> String {
    let ends = text.find(OPENS).zip(text.rfind('`')).filter(|(first, last)| first < last);
    let (first, last) = ends.unwrap_or((text.len(), text.len()));
    let glue = |(at, letter): (usize, char)| if letter == ' ' && (first..last).contains(&at) { GLUE } else { letter };
    text.char_indices().map(glue).collect()
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn a_sentence_is_broken_at_words_and_a_command_is_not() {
        let text = "give them access first: `pao access add cy@example.com --role user`, and then hand over";
        assert_eq!(lines("run `pao x 'a `b` c d e f g h i j k'` now", Some(20), 0).len(), 3);
        let wrapped = lines(text, Some(40), 2);
        assert_eq!(
            wrapped,
            ["give them access first:", "  `pao access add cy@example.com --role user`,", "  and then hand over"]
        );
        assert_eq!(lines(text, None, 2), [text]);
        assert_eq!(lines(text, Some(10), 2), [text], "too narrow for anything");
        assert_eq!(lines("    pao access add cy@example.com --role user", Some(20), 0).len(), 1);
        assert_eq!(lines("山山山山山山 山山山山山山", Some(20), 0).len(), 2, "a wide letter takes two columns");
        assert_eq!(lines("", Some(40), 0), [""]);
    }
}
