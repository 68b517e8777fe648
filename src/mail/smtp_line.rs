//! One connection to a mail server: who we are, what we want, and what its answers mean for a message.
//!
//! What must hold: whatever fails before the content is asked for has sent nothing. What is told of a failure is the server's own
//! words, on one line, without the password that it was given.
use super::post::{Outgoing, Trouble, Undelivered};
use super::smtp::{Answer as Went, SmtpRoute};
use super::smtp_dialogue::{Answer, Dialogue, Failure, Fate, Wanted};
use super::smtp_url::{Protection, SmtpUrl};
use super::smtp_wire::Encryption;
use crate::model::secret::Secret;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use lettre::Address;
use std::io;
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr, ToSocketAddrs};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// The longest answer of a server that is kept.
const LONGEST: usize = 300;
/// Enhanced status codes for an address that does not exist (RFC 3463, RFC 7505).
const NO_SUCH_ADDRESS: [&str; 5] = ["5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10"];

/// The connection, in the hands of the thread.
pub(super) struct Line<'r> {
    route: &'r SmtpRoute,
    dialogue: Dialogue,
}

impl<'r> Line<'r> {
    /// Connects and signs in.
    pub fn connect(route: &'r SmtpRoute, until: Instant) -> Result<Self, Undelivered> {
        let protection = route.url.protection();
        let credentials = credentials(route)?;
        let tls = if protection == Protection::Plain { None } else { Some(Encryption::of(route)?) };
        let addresses = addresses(&route.url)?;
        let closed = |failure| undelivered(route, Trouble::Closed, &failure);
        let at_once = tls.clone().filter(|_| protection == Protection::Tls);
        let mut dialogue = Dialogue::connect(&addresses, at_once, until).map_err(closed)?;
        dialogue.hello(&route.helo).map_err(closed)?;
        if let Some(tls) = tls.filter(|_| protection == Protection::StartTls) {
            dialogue = dialogue.starttls(tls).map_err(closed)?;
            dialogue.hello(&route.helo).map_err(closed)?;
        }
        if let Some((name, password)) = credentials {
            dialogue
                .sign_in(name, password.reveal())
                .map_err(|failure| closed(without_password(failure, name, password.reveal())))?;
        }
        Ok(Self { route, dialogue })
    }

    /// Carries a message; `handed` says from when on it may have arrived.
    pub fn carry(&mut self, outgoing: &Outgoing, handed: &AtomicBool) -> Went {
        if [&outgoing.from, &outgoing.to].iter().any(|address| !is_mailbox(address)) {
            return Err(Undelivered::refused("the letter has an address that mail cannot use"));
        }
        self.sender(&outgoing.from)?;
        let to = self.dialogue.command(&format!("RCPT TO:<{}>", outgoing.to), Wanted::Done);
        to.map_err(|failure| self.not_taken(failure))?;
        self.dialogue.command("DATA", Wanted::GoOn).map_err(|failure| self.not_taken(failure))?;
        // Said before it is so: whoever stops waiting in between must not take it for not sent.
        handed.store(true, Ordering::SeqCst);
        match self.dialogue.content(&outgoing.bytes) {
            Fate::Taken => Ok(()),
            Fate::Refused(answer) => Err(self.refused(answer)),
            Fate::NotSent(failure) => Err(undelivered(self.route, Trouble::Lost, &failure)),
            Fate::Unknown(failure) => Err(undelivered(self.route, Trouble::Uncertain, &failure)),
        }
    }

    /// Asks whether messages of this sender would be taken.
    pub fn ask(&mut self, sender: &str) -> Went {
        if !is_mailbox(sender) {
            return Err(Undelivered::refused("the letter has an address that mail cannot use"));
        }
        self.sender(sender)?;
        let _ = self.dialogue.command("RSET", Wanted::Done);
        Ok(())
    }

    /// From here on everything ends by then.
    pub fn keep_to(&mut self, until: Instant) {
        self.dialogue.keep_to(until);
    }

    /// Whether another message can go this way.
    pub fn is_open(&self) -> bool {
        self.dialogue.is_open()
    }

    /// Says good-bye.
    pub fn quit(&mut self, until: Instant) {
        self.keep_to(until);
        let _ = self.dialogue.command("QUIT", Wanted::Done);
    }

    /// A server that does not take the sender takes no letter at all.
    fn sender(&mut self, sender: &str) -> Went {
        let from = self.dialogue.command(&format!("MAIL FROM:<{sender}>"), Wanted::Done);
        from.map(drop).map_err(|failure| undelivered(self.route, Trouble::Closed, &failure))
    }

    /// What a failure says about the letter before its content was asked for. The server still has to be told that there will be
    /// none; where that fails, the next letter gets a connection of its own.
    fn not_taken(&mut self, failure: Failure) -> Undelivered {
        match failure {
            Failure::Refused(answer) => {
                let _ = self.dialogue.command("RSET", Wanted::Done);
                self.refused(answer)
            }
            lost => undelivered(self.route, Trouble::Lost, &lost),
        }
    }

    /// This letter was refused. With 421 the server hangs up, whatever it was asked.
    fn refused(&self, answer: Answer) -> Undelivered {
        let unknown = answer.words.split_whitespace().next().is_some_and(|word| NO_SUCH_ADDRESS.contains(&word));
        let permanent = unknown && answer.code / 100 == 5;
        let trouble = if answer.code == 421 { Trouble::Lost } else { Trouble::Refused { permanent } };
        undelivered(self.route, trouble, &Failure::Refused(answer))
    }
}

/// The grammar of a mailbox lets no line break and no bracket through.
fn is_mailbox(address: &str) -> bool {
    address.parse::<Address>().is_ok()
}

/// A refusal that does not repeat what it was told.
fn without_password(failure: Failure, name: &str, password: &str) -> Failure {
    let Failure::Refused(mut answer) = failure else { return failure };
    for said in [BASE64.encode(format!("\0{name}\0{password}")), BASE64.encode(password), password.to_owned()] {
        answer.words = answer.words.replace(&said, "(hidden)");
    }
    Failure::Refused(answer)
}

/// What went wrong, as far as the server or the system says.
fn undelivered(route: &SmtpRoute, trouble: Trouble, failure: &Failure) -> Undelivered {
    let words = match failure {
        Failure::Refused(answer) => format!("{} {}", answer.code, one_line(&answer.words)).trim_end().to_owned(),
        Failure::Unreadable => "the answer cannot be read".to_owned(),
        Failure::Broken(error) => words_of(error),
        Failure::TooSlow => return too_slow(&route.url, route.timeout, trouble),
        Failure::Unasked => "the server spoke unasked, so the connection was closed".to_owned(),
        Failure::Injected => "bytes arrived before the encryption began, as somebody on the way could send them; \
                              the connection was closed"
            .to_owned(),
        Failure::Missing(what) => format!("the server does not offer {what}"),
    };
    Undelivered::at(&route.url, trouble, words)
}

pub(super) fn too_slow(url: &SmtpUrl, timeout: Duration, trouble: Trouble) -> Undelivered {
    Undelivered::at(url, trouble, format!("the server did not answer within {} s", timeout.as_secs_f32()))
}

pub(super) fn hung_up(url: &SmtpUrl, trouble: Trouble) -> Undelivered {
    Undelivered::at(url, trouble, "the connection was closed".to_owned())
}

/// What the system says of a connection, in a few words.
fn words_of(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::UnexpectedEof | io::ErrorKind::NotConnected => "the connection was closed".to_owned(),
        kind @ (io::ErrorKind::ConnectionRefused
        | io::ErrorKind::ConnectionReset
        | io::ErrorKind::ConnectionAborted
        | io::ErrorKind::BrokenPipe
        | io::ErrorKind::HostUnreachable
        | io::ErrorKind::NetworkUnreachable) => kind.to_string(),
        _ => one_line(&error.to_string()),
    }
}

/// Foreign words as one line of no more than [`LONGEST`] characters.
fn one_line(text: &str) -> String {
    let text: String = text.chars().map(|symbol| if symbol.is_control() { ' ' } else { symbol }).collect();
    text.trim().chars().take(LONGEST).collect()
}

/// Name and password. `SmtpUrl` has seen to it that they do not travel in the clear.
fn credentials(route: &SmtpRoute) -> Result<Option<(&str, &Secret)>, Undelivered> {
    match (route.url.user(), &route.password) {
        (Some(user), Some(password)) => Ok(Some((user, password))),
        (None, None) => Ok(None),
        (Some(_), None) => Err(Undelivered::closed("mail.smtp.url names somebody; set mail.smtp.password-file too")),
        (None, Some(_)) => {
            Err(Undelivered::closed("mail.smtp.password-file is set; mail.smtp.url must say whose it is"))
        }
    }
}

/// `localhost` is this machine, whatever a name server says.
fn addresses(url: &SmtpUrl) -> Result<Vec<SocketAddr>, Undelivered> {
    let port = url.port();
    if url.host() == "localhost" {
        return Ok(vec![(Ipv4Addr::LOCALHOST, port).into(), (Ipv6Addr::LOCALHOST, port).into()]);
    }
    let found = (url.host(), port).to_socket_addrs();
    found
        .map(Iterator::collect)
        .map_err(|error| Undelivered::at(url, Trouble::Closed, format!("its address was not found: {error}")))
}
