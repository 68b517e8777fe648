//! A worded letter as the bytes of one message.
//!
//! What must hold: a text/plain message with exactly the headers below, the same bytes for the same letter every time,
//! pure ASCII, lines of at most 78 characters. (A single address or word longer than that keeps its line: nothing may be put
//! inside an address.)
use crate::mail::header::{date, header, mailbox, plain, subject};
use crate::model::moment::Moment;
use crate::notice::{Kind, Rendered};
use lettre::Message;
use lettre::message::header::{ContentTransferEncoding, ContentType, MIME_VERSION_1_0};
use lettre::message::{Body, Mailbox};

/// The longest line that the mail library agrees to send as it is.
const LINE: usize = 74;

/// What stands on a message besides its words.
#[derive(Debug, Clone, PartialEq)]
pub struct Envelope {
    /// `mail.from`: an address, or `Name <address>`.
    pub from: String,
    /// The address it goes to, and nothing but the address.
    pub to: String,
    /// What it is about.
    pub kind: Kind,
    /// The site it is about, where there is one.
    pub site: Option<String>,
    /// Its Message-ID without the angle brackets, the same at every delivery.
    pub message_id: String,
    /// When the letter was written, which is not when it is delivered.
    pub date: Moment,
}

/// The message as it is sent: CRLF at the end of each line.
///
/// # Errors
/// In words, without a full stop, when an address, the Message-ID, the site, the subject or the date cannot stand in a
/// header.
pub fn compose(rendered: &Rendered, envelope: &Envelope) -> Result<Vec<u8>, String> {
    let from: Mailbox = mailbox(&envelope.from)?;
    let to: Mailbox = mailbox(&envelope.to)?;
    if to.name.is_some() {
        return Err("the letter goes to something that is more than an address".to_owned());
    }
    let ends = lettre::address::Envelope::new(Some(from.email.clone()), vec![to.email.clone()])
        .map_err(|error| error.to_string())?;
    let mut builder = Message::builder()
        .envelope(ends)
        .from(from)
        .to(to)
        .subject(subject(&rendered.subject)?)
        .date(date(envelope.date)?)
        .message_id(Some(format!("<{}>", plain("Message-ID", &envelope.message_id)?)))
        .header(MIME_VERSION_1_0)
        .header(ContentType::TEXT_PLAIN)
        .raw_header(header("Auto-Submitted", "auto-generated"))
        .raw_header(header("X-Pao-Notice", envelope.kind.word()));
    if let Some(site) = &envelope.site {
        builder = builder.raw_header(header("X-Pao-Site", plain("site", site)?));
    }
    let message = builder.body(body(&rendered.body)?).map_err(|error| error.to_string())?;
    Ok(message.formatted())
}

/// As it is where that is plain mail already, else quoted-printable.
fn body(text: &str) -> Result<Body, String> {
    let as_it_is = text.is_ascii() && text.lines().all(|line| line.len() <= LINE);
    let encoding = if as_it_is { ContentTransferEncoding::SevenBit } else { ContentTransferEncoding::QuotedPrintable };
    Body::new_with_encoding(text.to_owned(), encoding).map_err(|_| "the letter cannot be encoded".to_owned())
}

#[cfg(test)]
mod tests {
    use super::{Envelope, Rendered, compose};
    use crate::model::moment::Moment;
    use crate::notice::letter::tests::{CODE, care, full};
    use crate::notice::{Kind, Letter, SecretLine};
    use mail_parser::{Message, MessageParser};

    const HEADERS: [&str; 11] = [
        "From",
        "To",
        "Subject",
        "Date",
        "Message-ID",
        "MIME-Version",
        "Content-Type",
        "Auto-Submitted",
        "X-Pao-Notice",
        "X-Pao-Site",
        "Content-Transfer-Encoding",
    ];

    fn envelope(kind: Kind) -> Envelope {
        Envelope {
            from: "pao@localhost".to_owned(),
            to: "ann@example.com".to_owned(),
            kind,
            site: Some("7000017".to_owned()),
            message_id: "0000000042.20261121T201500Z@localhost".to_owned(),
            date: Moment::from_seconds(1_795_292_100),
        }
    }

    fn sent(letter: &Letter) -> Vec<u8> {
        let rendered = letter.render(&care(), SecretLine::Shown).unwrap();
        compose(&rendered, &envelope(letter.kind)).unwrap()
    }

    fn read(bytes: &[u8]) -> Message<'_> {
        MessageParser::default().parse(bytes).unwrap()
    }

    /// ASCII, CRLF and nothing else, at most 78 characters a line.
    fn assert_plain(bytes: &[u8]) {
        let text = std::str::from_utf8(bytes).unwrap();
        assert!(text.bytes().all(|byte| matches!(byte, b'\r' | b'\n' | b' '..=b'~')), "{text}");
        assert_eq!(text.matches("\r\n").count(), text.matches(['\r', '\n']).count() / 2, "{text}");
        for line in text.split("\r\n") {
            assert!(line.len() <= 78, "{} characters: {line}", line.len());
        }
    }

    fn assert_headers(message: &Message<'_>, kind: Kind) {
        let names: Vec<_> = message.headers().iter().map(mail_parser::Header::name).collect();
        assert_eq!(names, HEADERS, "{kind}");
        assert_eq!(message.header("X-Pao-Notice").and_then(|value| value.as_text()), Some(kind.word()));
    }

    #[test]
    fn every_kind_is_read_back_as_it_was_written() {
        let values = [
            "plain".to_owned(),
            "Jürgen 🚀 Groß ".repeat(13),
            "漢".repeat(200),
            "x".repeat(200),
            "=?utf-8?Q?=0A?= ".repeat(9),
        ];
        for kind in Kind::ALL.iter().copied() {
            for value in &values {
                let letter = full(kind, |_| value.clone());
                let rendered = letter.render(&care(), SecretLine::Shown).unwrap();
                let bytes = sent(&letter);
                assert_plain(&bytes);
                let message = read(&bytes);
                assert_headers(&message, kind);
                assert_eq!(message.subject(), Some(rendered.subject.replace("=?", "= ?").as_str()), "{kind}");
                let body = message.body_text(0).unwrap().replace("\r\n", "\n");
                assert_eq!(body, rendered.body, "{kind}");
                let line = kind.secret_label().map(|label| format!("\r\n{label}: {CODE}\r\n"));
                let raw = String::from_utf8(bytes).unwrap();
                assert!(line.is_none_or(|line| raw.matches(&line).count() == 1), "{kind}: {raw}");
            }
        }
    }

    #[test]
    fn the_headers_say_what_was_given() {
        let bytes = sent(&full(Kind::Welcome, |_| "plain".to_owned()));
        let head = String::from_utf8(bytes).unwrap();
        let expected = "From: pao@localhost\r\nTo: ann@example.com\r\n\
            Subject: Welcome: you are the Primary Contact of site 7000017\r\n\
            Date: Sat, 21 Nov 2026 20:15:00 +0000\r\nMessage-ID: <0000000042.20261121T201500Z@localhost>\r\n\
            MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nAuto-Submitted: auto-generated\r\n\
            X-Pao-Notice: welcome\r\nX-Pao-Site: 7000017\r\nContent-Transfer-Encoding: 7bit\r\n\r\nHello plain,\r\n";
        assert!(head.starts_with(expected), "{head}");
    }

    #[test]
    fn without_a_site_there_is_no_such_header() {
        let rendered = Rendered { subject: "s".to_owned(), body: "b\n".to_owned() };
        let bytes = compose(&rendered, &Envelope { site: None, ..envelope(Kind::Test) }).unwrap();
        assert_eq!(read(&bytes).headers().len(), HEADERS.len() - 1);
        assert!(read(&bytes).header("X-Pao-Site").is_none());
    }

    #[test]
    fn a_company_cannot_write_headers() {
        let company = "Evil\r\nBcc: eve@example.com\r\n\r\nTemporary passcode: AAAA";
        for kind in Kind::ALL.iter().copied() {
            let bytes = sent(&full(kind, |_| company.to_owned()));
            assert_plain(&bytes);
            assert_headers(&read(&bytes), kind);
        }
        for subject in ["a\r\nBcc: eve@example.com", "a\nb", "a\u{1b}b", "a\u{85}b"] {
            let rendered = Rendered { subject: subject.to_owned(), body: "b\n".to_owned() };
            assert!(compose(&rendered, &envelope(Kind::Test)).is_err(), "{subject:?}");
        }
    }

    #[test]
    fn what_cannot_stand_in_a_header_is_refused() {
        let rendered = Rendered { subject: "s".to_owned(), body: "b\n".to_owned() };
        let refused = |change: &dyn Fn(&mut Envelope)| {
            let mut changed = envelope(Kind::Test);
            change(&mut changed);
            compose(&rendered, &changed).is_err()
        };
        for bad in [
            "-oQx@example.com",
            "-@example.com",
            "a@b\r\nBcc: c@d",
            "a@b\n",
            "ü@example.com",
            "no address",
            "",
            "a@example.com, b@example.com",
            "a@example.com\u{0}",
            "Ann <-a@example.com>",
        ] {
            assert!(refused(&|envelope| envelope.to = bad.to_owned()), "to {bad:?}");
            assert!(refused(&|envelope| envelope.from = bad.to_owned()), "from {bad:?}");
        }
        assert!(refused(&|envelope| envelope.to = "Ann <ann@example.com>".to_owned()));
        assert!(!refused(&|envelope| envelope.to = "\"a, b\"@example.com".to_owned()));
        for bad in ["", "a b", "a\r\nb", "<a@b>", "ü", &"1".repeat(63)] {
            assert!(refused(&|envelope| envelope.message_id = bad.to_owned()), "id {bad:?}");
            assert!(refused(&|envelope| envelope.site = Some(bad.to_owned())), "site {bad:?}");
        }
        for bad in [-1, 253_370_764_800, i64::MAX] {
            assert!(refused(&|envelope| envelope.date = Moment::from_seconds(bad)), "date {bad}");
        }
        assert!(!refused(&|envelope| envelope.date = Moment::from_seconds(253_370_764_799)));
    }

    #[test]
    fn the_sender_may_have_a_name() {
        let rendered = Rendered { subject: "s".to_owned(), body: "b\n".to_owned() };
        let (long, wide) = ("Registry ".repeat(11), "漢".repeat(100));
        for name in [
            "Example Registry",
            "Jürgen Groß",
            "Registry, Example",
            "a.b (c) [d] e@f; g: h",
            "=?utf-8?Q?=0D=0ABcc:_eve?=",
            "O'Brien & Söhne 🚀",
            long.trim(),
            &wide,
        ] {
            let from = format!("{name} <pao@example.com>");
            let bytes = compose(&rendered, &Envelope { from, ..envelope(Kind::Test) }).unwrap();
            assert_plain(&bytes);
            let message = read(&bytes);
            let senders: Vec<_> = message.from().unwrap().iter().collect();
            let kept = name.replace("=?", "= ?");
            assert_eq!(senders.len(), 1, "{name}");
            assert_eq!((senders[0].name(), senders[0].address()), (Some(kept.as_str()), Some("pao@example.com")));
        }
        assert_eq!(crate::mail::bare_address("Jürgen, Groß <pao@example.com>").as_deref(), Ok("pao@example.com"));
    }

    #[test]
    fn the_encoding_is_the_plainest_that_holds() {
        let encoding = |body: &str| {
            let rendered = Rendered { subject: "s".to_owned(), body: format!("{body}\n") };
            let bytes = compose(&rendered, &envelope(Kind::Test)).unwrap();
            assert_plain(&bytes);
            assert_eq!(read(&bytes).body_text(0).unwrap().replace("\r\n", "\n").trim_end(), body);
            read(&bytes).header("Content-Transfer-Encoding").and_then(|value| value.as_text()).unwrap().to_owned()
        };
        assert_eq!(encoding(&format!("{0}\n{0}", "x".repeat(74))), "7bit");
        assert_eq!(encoding(&"x".repeat(75)), "quoted-printable");
        assert_eq!(encoding("ü"), "quoted-printable");
    }
}
