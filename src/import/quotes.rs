//! Where a record of a CSV file stands among its quotes: whether it goes on in the next line, and whether it may be taken apart.
//!
//! What must hold: a quote opens a field at its beginning only; elsewhere it is a letter. The library reads on whatever the
//! quotes are like, so what is wrong with them is seen here.

/// What was read so far of a record, without the end of its last line.
#[derive(Debug, Default)]
pub(super) struct Quotes {
    place: Place,
    text_behind: bool,
}

#[derive(Debug, Default, Clone, Copy)]
enum Place {
    #[default]
    FieldBegins,
    Bare,
    Quoted,
    /// Behind a quote that closes a field, or is the first of a pair.
    Closed,
}

impl Quotes {
    /// The whole of a record.
    pub fn of(record: &[u8], separator: u8) -> Self {
        let mut quotes = Self::default();
        quotes.read(record, separator);
        quotes
    }

    /// Reads on.
    pub fn read(&mut self, bytes: &[u8], separator: u8) {
        for byte in bytes {
            self.place = match (self.place, *byte) {
                (Place::Quoted, b'"') => Place::Closed,
                (Place::FieldBegins | Place::Closed, b'"') | (Place::Quoted, _) => Place::Quoted,
                (_, byte) if byte == separator => Place::FieldBegins,
                (Place::Closed, _) => {
                    self.text_behind = true;
                    Place::Bare
                }
                (Place::FieldBegins | Place::Bare, _) => Place::Bare,
            };
        }
    }

    /// Whether a quoted field has not ended yet.
    pub fn are_open(&self) -> bool {
        matches!(self.place, Place::Quoted)
    }

    /// Whether a record that ends here can be taken apart; or what is wrong with it.
    pub fn judge(&self) -> Result<(), &'static str> {
        if self.text_behind {
            return Err("there is text between a closing quote and the next separator");
        }
        if self.are_open() { Err("a quote is never closed") } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::Quotes;

    #[test]
    fn a_record_is_whole_or_open_or_has_text_behind_a_quote() {
        let (open, behind) = (Err("never closed"), Err("closing quote"));
        for (record, wanted) in [
            ("", Ok(())),
            ("a,b", Ok(())),
            ("\"a\",\"\"", Ok(())),
            ("\"a\"\"\",b", Ok(())),
            ("5\",\"b\"", Ok(())),
            (" \"a,b", Ok(())),
            ("a;\"b", Ok(())),
            ("\"a", open),
            ("a,\"", open),
            ("\"a\"\"", open),
            ("\"a\"b", behind),
            ("\"a\" ,b", behind),
            ("\"a\"b,\"c", behind),
        ] {
            let mut quotes = Quotes::default();
            // In two parts: nothing may hang on where a line ends.
            let (first, second) = record.as_bytes().split_at(record.len() / 2);
            quotes.read(first, b',');
            quotes.read(second, b',');
            match (quotes.judge(), wanted) {
                (Ok(()), Ok(())) => assert!(!quotes.are_open(), "{record:?}"),
                (Err(why), Err(wanted)) => assert!(why.contains(wanted), "{record:?}: {why}"),
                (judged, _) => panic!("{record:?}: {judged:?}"),
            }
        }
    }
}
