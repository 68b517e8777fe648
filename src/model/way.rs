//! How the command lines that are shown get to this registry from where their reader is: on this machine, on a database that was named,
//! or through ssh or sudo.
//!
//! What must hold: what is pasted finds the same registry, and arrives as the same words. ssh hands a line to be split once more.
use crate::model::shell::{option_words, quoted};
use std::borrow::Cow;
use std::fmt::Write as _;
use std::path::PathBuf;

/// Where the reader of a command line is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Way {
    /// On this machine, and on the usual database.
    #[default]
    Here,
    /// On this machine, on the database that was named by `--db`.
    On(PathBuf),
    /// Elsewhere, or somebody else.
    Through(Prefix),
}

/// What stands in the place of `pao`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prefix {
    words: String,
    /// Whether the words behind it are joined and split once more.
    splits_again: bool,
}

impl Default for Prefix {
    fn default() -> Self {
        Self { words: "pao".to_owned(), splits_again: false }
    }
}

impl Prefix {
    /// What people type who come by sudo.
    pub fn sudo() -> Self {
        Self { words: "sudo -u pao pao".to_owned(), splits_again: false }
    }

    /// What people type who come from elsewhere (`care.reach`).
    pub fn reach(words: &str) -> Self {
        Self { words: words.to_owned(), splits_again: words.starts_with("ssh ") }
    }

    /// Whether people come by ssh.
    pub fn is_ssh(&self) -> bool {
        self.splits_again
    }

    /// Whether people do not simply type `pao`.
    pub fn is_elsewhere(&self) -> bool {
        *self != Self::default()
    }

    /// A command line: these words, quoted already, behind the prefix.
    pub fn before(&self, words: &str) -> String {
        let again = self.splits_again && words.contains(['\'', '"', '\\']);
        let words = if again { Cow::Owned(quoted(words)) } else { Cow::Borrowed(words) };
        if words.is_empty() { self.words.clone() } else { format!("{} {words}", self.words) }
    }
}

impl Way {
    /// A sentence in which every command between backticks goes this way.
    pub fn sentence<'t>(&self, text: &'t str) -> Cow<'t, str> {
        const OPENS: &str = "`pao";
        if *self == Self::Here || !text.contains(OPENS) {
            return Cow::Borrowed(text);
        }
        let (mut whole, mut rest) = (String::new(), text);
        while let Some((before, behind)) = rest.split_once(OPENS) {
            whole.push_str(before);
            whole.push('`');
            let line = behind.get(..end_of_line(behind)).unwrap_or(behind);
            rest = &behind[line.len()..];
            match line.strip_prefix(' ') {
                Some(words) => whole.push_str(&self.line(words)),
                None if line.is_empty() => whole.push_str(&self.line("")),
                // Not `pao`: a word that begins like it.
                None => {
                    let _ = write!(whole, "pao{line}");
                }
            }
        }
        whole.push_str(rest);
        Cow::Owned(whole)
    }

    fn line(&self, words: &str) -> String {
        match self {
            Self::On(db) if !words.is_empty() => {
                let first = words.split(' ').next().unwrap_or_default();
                if needs_database(first) && !first.trim_start_matches('\'').starts_with("--db") {
                    let option = option_words("--db", db.as_os_str()).iter().map(quoted).collect::<Vec<_>>().join(" ");
                    return Prefix::default().before(&format!("{option} {words}"));
                }
                Prefix::default().before(words)
            }
            Self::Here | Self::On(_) => Prefix::default().before(words),
            // Files of the reader's own machine do not come along.
            Self::Through(prefix) => prefix.before(&words.replace("-file PATH", "-file -")),
        }
    }
}

/// Where a command ends that stands between backticks: at the next one outside quotes.
fn end_of_line(text: &str) -> usize {
    let mut quote = None;
    for (place, c) in text.char_indices() {
        match (quote, c) {
            (None, '`') => return place,
            (None, '\'' | '"') => quote = Some(c),
            (Some(open), c) if c == open => quote = None,
            _ => {}
        }
    }
    // A quote that is not one, as in "the site's": the first backtick then.
    text.find('`').unwrap_or(text.len())
}

/// Whether a command that begins with this word works on a database, and does not name it itself; `COMMAND` stands for any.
pub(super) fn needs_database(first: &str) -> bool {
    !["help", "man", "schema", "explain", "rules", "completions", "demo", "COMMAND", "--help"].contains(&first)
}

#[cfg(test)]
mod tests {
    use super::{Prefix, Way};
    use crate::model::shell::{pao, typed};
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;

    fn on(path: &[u8]) -> Way {
        Way::On(OsStr::from_bytes(path).into())
    }

    #[test]
    fn a_database_that_was_named_is_named_again() {
        let (plain, hostile) = (on(b"./p.db"), on(b"-x `id`\xff.db"));
        assert_eq!(pao("access show").on(&plain).to_string(), "pao --db ./p.db access show");
        assert_eq!(
            pao("login").arg("-x").on(&hostile).to_string(),
            "pao '--db=-x `id`'\"$(printf '\\377')\".db login -- -x"
        );
        assert_eq!(pao("login").on(&Way::Here).to_string(), "pao login");
        assert_eq!(pao("help rules").on(&plain).to_string(), "pao help rules");
        assert_eq!(typed(["demo", "--db", "x"]).on(&plain).to_string(), "pao demo --db x");
        let hint =
            "`pao can order` says why; `pao help rules`, `pao COMMAND --help` and `pao` explain; so does pao itself";
        assert_eq!(
            plain.sentence(hint),
            "`pao --db ./p.db can order` says why; `pao help rules`, `pao COMMAND --help` and `pao` explain; so does pao itself"
        );
        assert_eq!(Way::Here.sentence(hint), hint);
    }

    #[test]
    fn what_ssh_splits_once_more_is_quoted_once_more() {
        let far = Way::Through(Prefix::reach("ssh -t pao@licences.vendor.example"));
        let noted = || pao("access add").arg("bob@example.com").option("--note", "it's Bob");
        assert_eq!(pao("access list").on(&far).to_string(), "ssh -t pao@licences.vendor.example access list");
        assert_eq!(
            noted().on(&far).to_string(),
            "ssh -t pao@licences.vendor.example \"access add bob@example.com --note \\\"it's Bob\\\"\""
        );
        assert_eq!(
            far.sentence("try `pao access add x --note 'a `b'` or `pao`; the site's `pao login --password-file PATH`"),
            "try `ssh -t pao@licences.vendor.example \"access add x --note 'a \"'`b'\"'\"` or `ssh -t pao@licences.vendor.example`; \
             the site's `ssh -t pao@licences.vendor.example login --password-file -`"
        );
        let sudo = Way::Through(Prefix::sudo());
        assert_eq!(noted().on(&sudo).to_string(), "sudo -u pao pao access add bob@example.com --note \"it's Bob\"");
        assert_eq!(Way::Through(Prefix::reach("registry")).sentence("`pao status`"), "`registry status`");
    }
}
