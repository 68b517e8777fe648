//! A record of a CSV file, taken apart into its fields.
use super::quotes::Quotes;
use csv_core::{ReaderBuilder, Terminator};

/// The end of a record for the library: a line break that is in a record is in quotes. CR alone is a letter.
const END: u8 = b'\n';

/// Takes apart records with one separator. It is kept from record to record, since it costs much to make.
pub(super) struct Fields {
    reader: csv_core::Reader,
    separator: u8,
    /// All fields of the record at hand, one after the other, without their quotes; and where each ends.
    text: Vec<u8>,
    ends: Vec<usize>,
}

impl Fields {
    pub fn at(separator: u8) -> Self {
        let reader = ReaderBuilder::new().delimiter(separator).terminator(Terminator::Any(END)).build();
        Self { reader, separator, text: Vec::new(), ends: Vec::new() }
    }

    /// The fields of `record`, or what is wrong with its quotes.
    pub fn of(&mut self, record: &str) -> Result<impl Iterator<Item = &str>, &'static str> {
        Quotes::of(record.as_bytes(), self.separator).judge()?;
        // Room for a record of nothing but letters, and for one of nothing but separators.
        let room = record.len() + 1;
        self.text.resize(room.max(self.text.len()), 0);
        self.ends.resize(room.max(self.ends.len()), 0);
        let (_, _, length, count) = self.reader.read_record(record.as_bytes(), &mut self.text, &mut self.ends);
        let (_, _, _, last) = self.reader.read_record(&[END], &mut self.text[length..], &mut self.ends[count..]);
        let text = str::from_utf8(&self.text[..length]).map_err(|_| "the line is no record of a CSV file")?;
        let ends = &self.ends[..count + last];
        let starts = std::iter::once(&0).chain(ends);
        Ok(starts.zip(ends).map(|(start, end)| &text[*start..*end]))
    }
}

#[cfg(test)]
mod tests {
    use super::Fields;

    #[test]
    fn fields_lose_their_quotes_and_nothing_else() {
        let mut fields = Fields::at(b';');
        for (record, wanted) in [
            ("a;b,c", "a|b,c"),
            (";;", "||"),
            (" a ;\tb", " a |\tb"),
            ("\"a;\"\"b\"\"\";\"\"", "a;\"b\"|"),
            ("5\";\"\n\";x", "5\"|\n|x"),
            ("a\rb;#é", "a\rb|#é"),
            ("a;\"é\r\n\"", "a|é\r\n"),
        ] {
            // Twice: nothing is left of one record in the next.
            for _ in 0..2 {
                let found: Vec<&str> = fields.of(record).unwrap().collect();
                assert_eq!(found.join("|"), wanted, "{record:?}");
            }
        }
        assert!(fields.of("\"a\"b;c").err().is_some_and(|why| why.contains("closing quote")));
        assert_eq!(fields.of("x").unwrap().collect::<Vec<_>>(), ["x"]);
    }
}
