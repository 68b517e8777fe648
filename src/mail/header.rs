//! What may stand in the header of a message.
//!
//! # What would hurt
//! Headers are encoded by lettre only. It passes ASCII control characters and encoded words on as they are, and panics at
//! dates outside of 1970 to 9998; all three are stopped here.
use crate::model::moment::Moment;
use lettre::message::Mailbox;
use lettre::message::header::{HeaderName, HeaderValue};
use std::time::{Duration, SystemTime};

/// The first second that the mail library cannot write as a date: the year 9999.
const DATES_END: u64 = 253_370_764_800;

/// The address in `Name <address>`, or the address itself.
///
/// # Errors
/// In words, when it is neither, or cannot stand in a header or on a command line.
pub fn bare_address(text: &str) -> Result<String, String> {
    Ok(mailbox(text)?.email.to_string())
}

/// An address that can stand in a header and on a command line.
pub(super) fn mailbox(text: &str) -> Result<Mailbox, String> {
    let refused = || "the letter has an address that mail cannot use".to_owned();
    if text.contains(char::is_control) {
        return Err(refused());
    }
    let named = text.strip_suffix('>').and_then(|rest| rest.rsplit_once('<'));
    let (name, address) = named.map_or((None, text), |(name, address)| (Some(name.trim()), address));
    if !address.is_ascii() {
        return Err(refused());
    }
    // A reader's program would take `=?` for the beginning of an encoding of its own.
    let name = name.filter(|name| !name.is_empty()).map(|name| name.replace("=?", "= ?"));
    let mailbox = Mailbox::new(name, address.parse().map_err(|_| refused())?);
    let address: &str = mailbox.email.as_ref();
    if address.starts_with('-') { Err(refused()) } else { Ok(mailbox) }
}

/// A subject without what a reader's program would take for an encoding of its own.
pub(super) fn subject(text: &str) -> Result<String, String> {
    if text.contains(char::is_control) {
        return Err("the subject of the letter holds a control character".to_owned());
    }
    Ok(text.replace("=?", "= ?"))
}

pub(super) fn date(moment: Moment) -> Result<SystemTime, String> {
    let seconds = u64::try_from(moment.seconds()).ok().filter(|seconds| *seconds < DATES_END);
    let since = seconds.map(Duration::from_secs).ok_or("the letter has a date that mail cannot use")?;
    Ok(SystemTime::UNIX_EPOCH + since)
}

/// A word of ours: short, ASCII, without anything that a header could be broken with.
pub(super) fn plain<'a>(what: &str, word: &'a str) -> Result<&'a str, String> {
    let fits = (1..=62).contains(&word.len());
    if fits && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"@.-_+".contains(&byte)) {
        Ok(word)
    } else {
        Err(format!("the letter has a {what} that cannot stand in a header"))
    }
}

pub(super) fn header(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
}
