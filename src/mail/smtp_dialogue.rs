//! What is said to a mail server and what it answers, line by line.
//!
//! Ours, and not the mail library's: that one keeps what it has read across STARTTLS, so that bytes which somebody slipped in before
//! the encryption are taken for answers after it; and it takes an answer that is not UTF-8 for a broken line.
//!
//! # What must hold
//! The three digits of an answer's last line decide, whatever stands around them, and each step takes its own class of them. What
//! was read before the encryption is gone with the dialogue it belonged to. Whoever speaks unasked is not listened to any longer.
//! Each step ends by the time that was set, however slowly the bytes come.
use super::smtp_wire::{Encryption, Wire};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use std::io::{self, Read, Write};
use std::net::SocketAddr;
use std::time::Instant;
use zeroize::Zeroizing;

/// Bytes of one answer, all of its lines together.
const LONGEST: usize = 64 * 1024;

/// An answer: its three digits, and its words as far as they can be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Answer {
    pub code: u16,
    pub words: String,
}

/// Why a step did not go.
#[derive(Debug)]
pub(super) enum Failure {
    /// The server said no, or something that is no answer to this step.
    Refused(Answer),
    /// What it said does not begin with three digits.
    Unreadable,
    /// The connection broke, or was closed.
    Broken(io::Error),
    /// The time is over.
    TooSlow,
    /// Somebody spoke unasked.
    Unasked,
    /// Bytes had arrived before the encryption began.
    Injected,
    /// The server offers nothing that is asked for here.
    Missing(&'static str),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::TimedOut { Self::TooSlow } else { Self::Broken(error) }
    }
}

/// What became of a letter's content.
#[derive(Debug)]
pub(super) enum Fate {
    Taken,
    Refused(Answer),
    /// Its end was never said.
    NotSent(Failure),
    /// It was said to its end, and nobody knows what became of it.
    Unknown(Failure),
}

/// What a step wants to hear.
#[derive(Clone, Copy)]
pub(super) enum Wanted {
    /// 220, and nothing else: the greeting, and the leave to encrypt.
    Ready,
    /// 2yz: it is done.
    Done,
    /// 3yz: go on.
    GoOn,
}

impl Wanted {
    fn takes(self, code: u16) -> bool {
        match self {
            Self::Ready => code == 220,
            Self::Done => code / 100 == 2,
            Self::GoOn => code / 100 == 3,
        }
    }
}

type Said = Result<Answer, Failure>;

/// A connection to a mail server.
pub(super) struct Dialogue {
    wire: Wire,
    /// What was read and not yet looked at.
    unread: Vec<u8>,
    /// What the server offers, in capitals.
    offers: Vec<String>,
    /// Whether nothing more can be said.
    over: bool,
}

impl Dialogue {
    /// Connects to the first of these that answers, and hears its greeting. With `tls` the first byte is encrypted already.
    pub fn connect(addresses: &[SocketAddr], tls: Option<Encryption>, until: Instant) -> Result<Self, Failure> {
        let wire = Wire::connect(addresses, until)?;
        let mut dialogue = Self::along(if let Some(tls) = tls { wire.encrypted(tls)? } else { wire });
        dialogue.answer(Wanted::Ready)?;
        Ok(dialogue)
    }

    fn along(wire: Wire) -> Self {
        Self { wire, unread: Vec::new(), offers: Vec::new(), over: false }
    }

    /// From here on every step ends by then.
    pub fn keep_to(&mut self, until: Instant) {
        self.wire.keep_to(until);
    }

    /// Whether another letter can go this way.
    pub fn is_open(&self) -> bool {
        !self.over
    }

    /// Introduces us, and notes what the server offers.
    pub fn hello(&mut self, name: &str) -> Said {
        let answer = self.command(&format!("EHLO {name}"), Wanted::Done)?;
        self.offers = answer.words.lines().skip(1).map(str::to_ascii_uppercase).collect();
        Ok(answer)
    }

    /// The same connection, encrypted. What arrived before that is nobody's word: it stays behind.
    pub fn starttls(mut self, tls: Encryption) -> Result<Self, Failure> {
        if !self.offers.iter().any(|offer| offer == "STARTTLS") {
            return Err(Failure::Missing("encryption (STARTTLS)"));
        }
        let injected = |failure| if matches!(failure, Failure::Unasked) { Failure::Injected } else { failure };
        self.command("STARTTLS", Wanted::Ready).map_err(injected)?;
        self.nobody_speaks().map_err(injected)?;
        Ok(Self::along(self.wire.encrypted(tls)?))
    }

    /// Signs in, by what the server offers.
    pub fn sign_in(&mut self, name: &str, password: &str) -> Said {
        let offers: Vec<&str> = self.offers.iter().filter_map(|offer| offer.strip_prefix("AUTH ")).collect();
        let knows = |way: &str| offers.iter().any(|offer| offer.split(' ').any(|offered| offered == way));
        let [plain, login] = [knows("PLAIN"), knows("LOGIN")];
        let coded = |text: &str| Zeroizing::new(BASE64.encode(text));
        if plain {
            let both = Zeroizing::new(format!("\0{name}\0{password}"));
            let line = Zeroizing::new(format!("AUTH PLAIN {}", *coded(&both)));
            return self.command(&line, Wanted::Done);
        }
        if !login {
            return Err(Failure::Missing("a way to sign in (AUTH PLAIN or LOGIN)"));
        }
        self.command("AUTH LOGIN", Wanted::GoOn)?;
        self.command(&coded(name), Wanted::GoOn)?;
        self.command(&coded(password), Wanted::Done)
    }

    /// Says one line, and hears the answer.
    pub fn command(&mut self, line: &str, wanted: Wanted) -> Said {
        self.nobody_speaks()?;
        let line = Zeroizing::new(format!("{line}\r\n"));
        self.say(line.as_bytes())?;
        self.answer(wanted)
    }

    /// Says the content of a letter to its end, and hears what becomes of it. A line that begins with a dot gets another one.
    pub fn content(&mut self, bytes: &[u8]) -> Fate {
        let mut said = Zeroizing::new(Vec::with_capacity(bytes.len() + bytes.len() / 32 + 64));
        for line in bytes.split_inclusive(|byte| *byte == b'\n') {
            if line.starts_with(b".") {
                said.push(b'.');
            }
            said.extend_from_slice(line);
        }
        if !said.ends_with(b"\r\n") {
            said.extend_from_slice(b"\r\n");
        }
        said.extend_from_slice(b".\r\n");
        if let Err(failure) = self.nobody_speaks().and_then(|()| self.say(&said)) {
            return Fate::NotSent(failure);
        }
        let (read, end) = self.read_answer();
        self.over |= end.is_err() || !self.unread.is_empty();
        match (read, end) {
            (Some(answer), _) if Wanted::Done.takes(answer.code) => Fate::Taken,
            (Some(answer), _) if matches!(answer.code / 100, 4 | 5) => Fate::Refused(answer),
            // Neither yes nor no.
            (Some(answer), _) => Fate::Unknown(Failure::Refused(answer)),
            (None, end) => Fate::Unknown(end.err().unwrap_or(Failure::Unreadable)),
        }
    }

    fn say(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        let said = self.wire.write_all(bytes).and_then(|()| self.wire.flush());
        self.over |= said.is_err();
        Ok(said?)
    }

    /// Reads one answer and judges it. What was said without an end counts, since there will be no more of it.
    fn answer(&mut self, wanted: Wanted) -> Said {
        let (read, end) = self.read_answer();
        self.over |= end.is_err() || !self.unread.is_empty();
        match (read, end) {
            (_, Err(Failure::TooSlow)) => Err(Failure::TooSlow),
            (Some(answer), _) if !wanted.takes(answer.code) => Err(Failure::Refused(answer)),
            (Some(_), _) if !self.unread.is_empty() => Err(Failure::Unasked),
            (Some(answer), _) => Ok(answer),
            (None, end) => Err(end.err().unwrap_or(Failure::Unreadable)),
        }
    }

    /// What lies there before a step begins would be taken for the answer to it.
    fn nobody_speaks(&mut self) -> Result<(), Failure> {
        if self.over {
            return Err(Failure::Broken(io::ErrorKind::NotConnected.into()));
        }
        let asked = self.wire.is_silent().map_err(Failure::from);
        self.over |= !matches!(asked, Ok(true));
        if asked? { Ok(()) } else { Err(Failure::Unasked) }
    }

    /// Reads one answer, all of its lines: as much of it as could be read, and why there was no more.
    fn read_answer(&mut self) -> (Option<Answer>, Result<(), Failure>) {
        let (mut code, mut words, mut length) = (None, Vec::new(), 0);
        let end = loop {
            let (line, end) = match self.line(LONGEST - length) {
                Ok(line) => (line, Ok(())),
                Err(failure) => (std::mem::take(&mut self.unread), Err(failure)),
            };
            length += line.len();
            let digits = line.get(..3).filter(|digits| digits.iter().all(u8::is_ascii_digit));
            let Some(digits) = digits else { break end.and(Err(Failure::Unreadable)) };
            code = Some(digits.iter().fold(0, |number, digit| number * 10 + u16::from(digit - b'0')));
            let rest = &line[3..];
            let text = rest.strip_prefix(b"-").or_else(|| rest.strip_prefix(b" ")).unwrap_or(rest);
            words.push(words_of(text));
            if end.is_err() || rest.first() != Some(&b'-') {
                break end;
            }
        };
        (code.map(|code| Answer { code, words: words.join("\n") }), end)
    }

    /// The next line, without its end; one that has no end stays unread.
    fn line(&mut self, longest: usize) -> Result<Vec<u8>, Failure> {
        loop {
            if let Some(end) = self.unread.iter().position(|byte| *byte == b'\n') {
                let mut line: Vec<u8> = self.unread.drain(..=end).collect();
                line.truncate(line.trim_ascii_end().len());
                return Ok(line);
            }
            if self.unread.len() >= longest {
                return Err(Failure::Unreadable);
            }
            let mut block = [0; 4096];
            let count = self.wire.read(&mut block)?;
            if count == 0 {
                return Err(Failure::Broken(io::ErrorKind::UnexpectedEof.into()));
            }
            self.unread.extend_from_slice(&block[..count]);
        }
    }
}

/// Words in the encoding that they are most likely in: UTF-8, or else Latin-1.
fn words_of(bytes: &[u8]) -> String {
    let text = str::from_utf8(bytes).map_or_else(|_| bytes.iter().copied().map(char::from).collect(), str::to_owned);
    text.trim().to_owned()
}
