//! Messages by SMTP: one connection for all messages of a delivery, at work in a thread of its own.
//!
//! What must hold: connecting, and each message, takes at most the time-out of the route, whatever name servers, networks
//! and servers do; who waits goes on then, and no content is sent after that. A message is carried once the server has
//! said so.
//!
//! # What would hurt
//! A connection that breaks while a message is under way leaves open whether it arrived: it is sent again later, under the
//! same Message-ID. What a server says is foreign text.
use super::post::{Parcel, Trouble, Undelivered};
use super::smtp_url::{Protection, SmtpUrl};
use crate::model::secret::Secret;
use lettre::Address;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{Certificate, CertificateStore, SmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt, Rset};
use lettre::transport::smtp::extension::ClientId;
use std::error::Error as _;
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr, ToSocketAddrs};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

/// Less than this is no time.
const MOMENT: Duration = Duration::from_millis(5);
/// How long a farewell may take.
const FAREWELL: Duration = Duration::from_secs(1);
/// The longest answer of a server that is kept.
const LONGEST: usize = 300;
/// Enhanced status codes for an address that does not exist (RFC 3463, RFC 7505).
const NO_SUCH_ADDRESS: [&str; 5] = ["5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10"];
/// Begins each certificate in a file of them.
const PEM: &[u8] = b"-----BEGIN CERTIFICATE-----";

type Answer = Result<(), Undelivered>;

/// A mail server and what it takes to use it.
#[derive(Debug, Clone)]
pub struct SmtpRoute {
    /// Where it is.
    pub url: SmtpUrl,
    /// The password of the name in `url`.
    pub password: Option<Secret>,
    /// The authorities to trust, in PEM; the public ones where there are none.
    pub authorities: Option<Vec<u8>>,
    /// How long connecting may take, and then each message.
    pub timeout: Duration,
}

/// A connection that is open.
#[derive(Debug)]
pub(super) struct Session {
    url: SmtpUrl,
    timeout: Duration,
    carried: bool,
    parcels: Sender<(Parcel, Instant)>,
    answers: Receiver<Answer>,
}

impl Session {
    /// Connects and signs in.
    pub(super) fn open(route: &SmtpRoute, until: Instant) -> Result<Self, Undelivered> {
        let ((parcels, jobs), (done, answers)) = (mpsc::channel(), mpsc::channel());
        let own = route.clone();
        thread::Builder::new()
            .name("mail".to_owned())
            .spawn(move || work(&own, until, &jobs, &done))
            .map_err(|error| Undelivered::closed(format!("no thread for the mail: {error}")))?;
        let session = Self { url: route.url.clone(), timeout: route.timeout, carried: false, parcels, answers };
        session.answer(until, Trouble::Closed)?;
        Ok(session)
    }

    /// Whether it leads to that server.
    pub(super) fn leads_to(&self, route: &SmtpRoute) -> bool {
        self.url == route.url
    }

    /// Whether it has carried a message; a server may end such a connection at any time.
    pub(super) fn is_proven(&self) -> bool {
        self.carried
    }

    /// Sends one message.
    pub(super) fn send(&mut self, parcel: &Parcel, until: Instant) -> Answer {
        // A thread that is gone has said why, or says nothing: `answer` finds out.
        let _ = self.parcels.send((parcel.clone(), until));
        self.answer(until, Trouble::Lost)?;
        self.carried = true;
        Ok(())
    }

    fn answer(&self, until: Instant, late: Trouble) -> Answer {
        match self.answers.recv_timeout(until.saturating_duration_since(Instant::now())) {
            Ok(answer) => answer,
            Err(RecvTimeoutError::Timeout) => Err(too_slow(&self.url, self.timeout, late)),
            Err(RecvTimeoutError::Disconnected) => Err(Undelivered::closed(format!("{} hung up", self.url))),
        }
    }

    /// Says good-bye, as far as that is quick.
    pub(super) fn quit(self) {
        drop(self.parcels);
        let _ = self.answers.recv_timeout(FAREWELL);
    }
}

/// What the thread does: connects, says so, carries what comes, says good-bye.
fn work(route: &SmtpRoute, until: Instant, jobs: &Receiver<(Parcel, Instant)>, answers: &Sender<Answer>) {
    let mut line = match Line::connect(route, until) {
        Ok(line) => line,
        Err(why) => return answers.send(Err(why)).unwrap_or_default(),
    };
    if answers.send(Ok(())).is_err() {
        return;
    }
    for (parcel, until) in jobs {
        let answer = line.carry(&parcel, until);
        let over = answer.as_ref().is_err_and(|why| why.trouble.ends_the_delivery());
        if answers.send(answer).is_err() || over {
            return;
        }
    }
    let _ = line.connection.set_timeout(Some(FAREWELL));
    let _ = line.connection.quit();
}

/// The connection, in the hands of the thread.
struct Line<'r> {
    route: &'r SmtpRoute,
    connection: SmtpConnection,
    until: Instant,
}

impl<'r> Line<'r> {
    fn connect(route: &'r SmtpRoute, until: Instant) -> Result<Self, Undelivered> {
        let protection = route.url.protection();
        let credentials = credentials(route)?;
        let tls = if protection == Protection::Plain { None } else { Some(tls(route)?) };
        let addresses = addresses(&route.url)?;
        let at_once = tls.as_ref().filter(|_| protection == Protection::Tls);
        let hello = ClientId::default();
        let left = until.saturating_duration_since(Instant::now()).max(MOMENT);
        let connection = SmtpConnection::connect(&addresses[..], Some(left), &hello, at_once, None)
            .map_err(|error| broken(route, until, Trouble::Closed, &error))?;
        let mut line = Self { route, connection, until };
        if let (Protection::StartTls, Some(tls)) = (protection, &tls) {
            line.keep_to_the_time(Trouble::Closed)?;
            let said = line.connection.starttls(tls, &hello);
            said.map_err(|error| broken(route, until, Trouble::Closed, &error))?;
        }
        if let Some(credentials) = credentials {
            line.keep_to_the_time(Trouble::Closed)?;
            let said = line.connection.auth(&[Mechanism::Plain, Mechanism::Login], &credentials);
            said.map_err(|error| broken(route, until, Trouble::Closed, &error))?;
        }
        Ok(line)
    }

    /// From here on nothing waits for longer than what is left of the time, which must be something.
    fn keep_to_the_time(&mut self, late: Trouble) -> Result<(), Undelivered> {
        let left = self.until.saturating_duration_since(Instant::now());
        if left < MOMENT || self.connection.set_timeout(Some(left)).is_err() {
            return Err(too_slow(&self.route.url, self.route.timeout, late));
        }
        Ok(())
    }

    fn carry(&mut self, parcel: &Parcel, until: Instant) -> Answer {
        let address = |text: &str| {
            text.parse::<Address>().map_err(|_| Undelivered::refused("the letter has an address that mail cannot use"))
        };
        let (from, to) = (address(&parcel.from)?, address(&parcel.to)?);
        self.until = until;
        self.keep_to_the_time(Trouble::Lost)?;
        // A server that does not take the sender takes no letter at all.
        let said = self.connection.command(Mail::new(Some(from), Vec::new()));
        said.map_err(|error| broken(self.route, until, Trouble::Closed, &error))?;
        self.keep_to_the_time(Trouble::Lost)?;
        self.connection.command(Rcpt::new(to, Vec::new())).map_err(|error| self.judge(&error, true))?;
        self.keep_to_the_time(Trouble::Lost)?;
        self.connection.command(Data).map_err(|error| self.judge(&error, true))?;
        self.keep_to_the_time(Trouble::Lost)?;
        // The end of the last line is part of what the library puts after the content.
        let content = parcel.bytes.strip_suffix(b"\r\n").unwrap_or(&parcel.bytes);
        self.connection.message(content).map_err(|error| self.judge(&error, false))?;
        Ok(())
    }

    /// What an error says about the letter. `begun`: the server still has to be told that there will be no content.
    fn judge(&mut self, error: &Error, begun: bool) -> Undelivered {
        let Some(code) = error.status() else { return broken(self.route, self.until, Trouble::Lost, error) };
        let going = code.to_string() != "421" && (!begun || self.connection.command(Rset).is_ok());
        let unknown = text(error).split_whitespace().next().is_some_and(|word| NO_SUCH_ADDRESS.contains(&word));
        let permanent = unknown && error.is_permanent();
        broken(self.route, self.until, if going { Trouble::Refused { permanent } } else { Trouble::Closed }, error)
    }
}

/// What went wrong, as far as the server or the system says; what ran into the end of the time is late.
fn broken(route: &SmtpRoute, until: Instant, trouble: Trouble, error: &Error) -> Undelivered {
    let url = &route.url;
    if error.status().is_none() && until.saturating_duration_since(Instant::now()) < MOMENT {
        let late = if trouble == Trouble::Closed { Trouble::Closed } else { Trouble::Lost };
        return too_slow(url, route.timeout, late);
    }
    Undelivered { trouble, words: format!("{url}: {}", words(error)) }
}

fn too_slow(url: &SmtpUrl, timeout: Duration, trouble: Trouble) -> Undelivered {
    Undelivered { trouble, words: format!("{url} did not answer within {} s", timeout.as_secs_f32()) }
}

/// Name and password. `SmtpUrl` has seen to it that they do not travel in the clear.
fn credentials(route: &SmtpRoute) -> Result<Option<Credentials>, Undelivered> {
    match (route.url.user(), &route.password) {
        (Some(user), Some(password)) => Ok(Some(Credentials::new(user.to_owned(), password.reveal().to_owned()))),
        (None, None) => Ok(None),
        (Some(_), None) => Err(Undelivered::closed("mail.smtp.url names somebody; set mail.smtp.password-file too")),
        (None, Some(_)) => {
            Err(Undelivered::closed("mail.smtp.password-file is set; mail.smtp.url must say whose it is"))
        }
    }
}

fn tls(route: &SmtpRoute) -> Result<TlsParameters, Undelivered> {
    let wrong = || Undelivered::closed("mail.smtp.ca-file holds no certificates in PEM that can be used");
    let mut builder = TlsParameters::builder(route.url.host().to_owned());
    if let Some(pem) = &route.authorities {
        let there = pem.windows(PEM.len()).any(|words| words == PEM);
        let certificate = Certificate::from_pem(pem).ok().filter(|_| there).ok_or_else(wrong)?;
        builder = builder.certificate_store(CertificateStore::None).add_root_certificate(certificate);
    }
    builder.build().map_err(|_| wrong())
}

/// `localhost` is this machine, whatever a name server says.
fn addresses(url: &SmtpUrl) -> Result<Vec<SocketAddr>, Undelivered> {
    let port = url.port();
    if url.host() == "localhost" {
        return Ok(vec![(Ipv4Addr::LOCALHOST, port).into(), (Ipv6Addr::LOCALHOST, port).into()]);
    }
    let found = (url.host(), port).to_socket_addrs();
    found.map(Iterator::collect).map_err(|error| Undelivered::closed(format!("{url} was not found: {error}")))
}

/// What a server said, or what the system says about the connection, as one line.
fn words(error: &Error) -> String {
    let text: String = text(error).chars().map(|symbol| if symbol.is_control() { ' ' } else { symbol }).collect();
    let text: String = text.trim().chars().take(LONGEST).collect();
    match error.status() {
        Some(code) => format!("{code} {text}").trim_end().to_owned(),
        None => text,
    }
}

fn text(error: &Error) -> String {
    error.source().map_or_else(|| error.to_string(), ToString::to_string)
}
