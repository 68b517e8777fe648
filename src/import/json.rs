//! JSON: an array of objects, one after the other.
//!
//! What must hold: one object is held at a time, beside the text of the file. An object that is not acceptable is named by
//! its number and the next one is read; a text that is no JSON ends everything.
use super::header::repeatable;
use super::{Cells, Form, UNREADABLE, refused};
use crate::error::{Error, Result};
use anyhow::Context as _;
use serde_json::{Deserializer, Map, Value};
use std::io::{BufRead, Read as _};

/// The text of the file, and how far it was read.
pub(super) struct Reader {
    text: Vec<u8>,
    at: usize,
    number: u64,
    form: &'static Form,
}

impl Reader {
    pub fn open(mut bytes: Box<dyn BufRead>, form: &'static Form) -> Result<Self> {
        let mut text = Vec::new();
        bytes.read_to_end(&mut text).context(UNREADABLE)?;
        let mut reader = Self { text, at: 0, number: 0, form };
        if reader.sign() == Some(b'[') {
            reader.at += 1;
            return Ok(reader);
        }
        Err(refused("holds a JSON object; what is taken is an array of them"))
    }

    /// The next byte that is not blank.
    fn sign(&mut self) -> Option<u8> {
        let blank = self.text[self.at..].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
        self.at += blank;
        self.text.get(self.at).copied()
    }

    /// The next object, if there is one; an error in it is its own.
    pub fn next(&mut self, cells: &mut Cells) -> Result<Option<Result<()>>> {
        match (self.sign(), self.number) {
            (Some(b']'), _) => {
                self.at += 1;
                return match self.sign() {
                    None => Ok(None),
                    Some(_) => Err(refused("there is more behind the end of the JSON array")),
                };
            }
            (Some(b','), 1..) => self.at += 1,
            (Some(_), 0) => {}
            (found, number) => {
                let what = if found.is_some() { "a comma is missing" } else { "it breaks off" };
                return Err(refused(format!("is not JSON: {what} behind object {number}")));
            }
        }
        self.number += 1;
        cells.number = self.number;
        let mut values = Deserializer::from_slice(&self.text[self.at..]).into_iter::<Value>();
        let value = match values.next() {
            Some(Ok(value)) => value,
            Some(Err(error)) => return Err(refused(format!("is not JSON: object {}: {error}", self.number))),
            None => return Err(refused(format!("is not JSON: it breaks off at object {}", self.number))),
        };
        self.at += values.byte_offset();
        Ok(Some(match value {
            Value::Object(object) if knows(self.form, &object) => take(self.form, &object, cells),
            Value::Object(_) => Err(refused("the object has none of the keys of this list")),
            _ => Err(refused("what stands here is no object")),
        }))
    }
}

fn take(form: &Form, object: &Map<String, Value>, cells: &mut Cells) -> Result<()> {
    cells.texts.iter_mut().for_each(|cell| *cell = None);
    for (key, value) in object {
        let key = key.replace('_', "-");
        match value {
            Value::Object(inner) if form.elsewhere.iter().any(|(path, _)| opens(path, &key)) => {
                for (inside, value) in inner {
                    put(form, &format!("{key}.{}", inside.replace('_', "-")), value, cells)?;
                }
            }
            _ => put(form, &key, value, cells)?,
        }
    }
    Ok(())
}

/// Whether an object has a key of ours at least: words of another one are not repeated.
fn knows(form: &Form, object: &Map<String, Value>) -> bool {
    let known = |key: &str| form.columns.contains(&key) || form.ignored.contains(&key);
    object.keys().any(|key| {
        let key = key.replace('_', "-");
        known(&key) || form.elsewhere.iter().any(|(path, _)| *path == key || opens(path, &key))
    })
}

/// Whether a path such as `privileges.tools` begins with this key.
fn opens(path: &str, key: &str) -> bool {
    path.split_once('.').is_some_and(|(first, _)| first == key)
}

fn put(form: &Form, path: &str, value: &Value, cells: &mut Cells) -> Result<()> {
    if form.ignored.contains(&path) {
        return Ok(());
    }
    let name = form.elsewhere.iter().find(|(there, _)| *there == path).map_or(path, |(_, name)| *name);
    let Some(place) = form.columns.iter().position(|column| *column == name) else {
        let shown = if repeatable(path) { path } else { "file" };
        return Err(Error::invalid(shown, format!("{shown}: there is no such key")));
    };
    cells.texts[place] = Some(match value {
        Value::Null => String::new(),
        Value::String(text) => text.trim_matches(' ').to_owned(),
        _ => return Err(Error::invalid(path, format!("{path}: must be text or null"))),
    });
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::lines_of_three;
    use std::io::Cursor;

    static FORM: Form = Form {
        columns: &["id", "tools", "expires"],
        needed: &["id"],
        elsewhere: &[("privileges.tools", "tools"), ("expires-at", "expires")],
        ignored: &["first-name"],
        most: 9,
    };

    fn read(text: &str) -> Result<Vec<String>> {
        let mut reader = Reader::open(Box::new(Cursor::new(text.as_bytes().to_vec())), &FORM)?;
        lines_of_three(|cells| reader.next(cells))
    }

    #[test]
    fn objects_are_read_in_both_shapes() {
        let text = r#" [{"id":"a","privileges":{"tools":"full"},"expires_at":null,"first_name":"A"} ,
            {"id":" b ","tools":"none"}, {"expires":"30d"}] "#;
        assert_eq!(read(text).unwrap(), ["1: a|full|", "2: b|none|-", "3: -|-|30d"]);
        assert_eq!(read("[]").unwrap(), [""; 0]);
    }

    #[test]
    fn a_bad_object_is_named_and_the_next_is_read() {
        let text = r#"[{"id":1},7,{"id":"x","colour":"red"},{"privileges":{"x":"y"}},{"id":"a"},{"password":"x"},{"id":"a","a b":""}]"#;
        assert_eq!(
            read(text).unwrap(),
            [
                "1: id: must be text or null",
                "2: file: what stands here is no object",
                "3: colour: there is no such key",
                "4: privileges.x: there is no such key",
                "5: a|-|-",
                "6: file: the object has none of the keys of this list",
                "7: file: there is no such key",
            ]
        );
    }

    #[test]
    fn what_is_no_array_of_json_ends_everything() {
        for text in ["{}", "[", "[{}", "[{},", "[{} {}]", "[{}]x", "[,{}]", "[{\"id\":}]", "[{},]"] {
            assert_eq!(read(text).unwrap_err().details["field"], "file", "{text}");
        }
    }
}
