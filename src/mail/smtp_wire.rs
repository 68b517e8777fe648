//! The connection to a mail server, plain or encrypted.
//!
//! What must hold: every read and write ends by the time that was set, however many of them an operation takes; so a handshake, or
//! an answer that comes byte by byte, cannot hold anybody up.
use super::post::Undelivered;
use super::smtp::SmtpRoute;
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, ClientConnection, RootCertStore, StreamOwned};
use std::io::{self, ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Less than this is no time.
const MOMENT: Duration = Duration::from_millis(5);

/// Whom to believe, and whom to meet.
#[derive(Clone)]
pub(super) struct Encryption {
    pub config: Arc<ClientConfig>,
    pub name: ServerName<'static>,
}

impl Encryption {
    /// The authorities to believe: those of `mail.smtp.ca-file` alone, or the public ones.
    pub fn of(route: &SmtpRoute) -> Result<Self, Undelivered> {
        let wrong = || Undelivered::closed("mail.smtp.ca-file holds no certificates in PEM that can be used");
        let mut roots = RootCertStore::empty();
        match &route.authorities {
            Some(pem) => {
                for certificate in CertificateDer::pem_slice_iter(pem) {
                    roots.add(certificate.map_err(|_| wrong())?).map_err(|_| wrong())?;
                }
                if roots.is_empty() {
                    return Err(wrong());
                }
            }
            None => roots.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned()),
        }
        let config = ClientConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(|error| Undelivered::closed(error.to_string()))?
            .with_root_certificates(roots)
            .with_no_client_auth();
        let name = ServerName::try_from(route.url.host().to_owned())
            .map_err(|_| Undelivered::closed("mail.smtp.url names a server that no certificate could be for"))?;
        Ok(Self { config: Arc::new(config), name })
    }
}

/// A connection.
pub(super) enum Wire {
    Plain(Timed),
    Encrypted(Box<StreamOwned<ClientConnection, Timed>>),
}

impl Wire {
    /// Connects to the first of these that answers; each gets its share of the time.
    pub fn connect(addresses: &[SocketAddr], until: Instant) -> io::Result<Self> {
        let mut refusal = None;
        for (at, address) in addresses.iter().enumerate() {
            let share = left(until)? / u32::try_from(addresses.len() - at).unwrap_or(u32::MAX);
            match TcpStream::connect_timeout(address, share.max(MOMENT)) {
                Ok(stream) => return Ok(Self::Plain(Timed { stream, until, glancing: false })),
                // A machine that is there and refuses says more than one that is not reached.
                Err(error) if error.kind() == ErrorKind::ConnectionRefused => refusal = Some(error),
                Err(error) => refusal = refusal.or(Some(error)),
            }
        }
        Err(refusal.unwrap_or_else(|| io::Error::other("the name has no address")))
    }

    /// The same, encrypted from here on.
    pub fn encrypted(self, Encryption { config, name }: Encryption) -> io::Result<Self> {
        let Self::Plain(mut stream) = self else { return Err(io::Error::other("it is encrypted already")) };
        let mut connection = ClientConnection::new(config, name).map_err(io::Error::other)?;
        while connection.is_handshaking() {
            connection.complete_io(&mut stream)?;
        }
        Ok(Self::Encrypted(Box::new(StreamOwned::new(connection, stream))))
    }

    /// From here on everything ends by then.
    pub fn keep_to(&mut self, until: Instant) {
        self.timed().until = until;
    }

    /// Whether nothing has arrived that was not read.
    pub fn is_silent(&mut self) -> io::Result<bool> {
        self.timed().glance(true)?;
        let found = self.read(&mut [0]);
        self.timed().glance(false)?;
        match found {
            Ok(0) => Err(ErrorKind::UnexpectedEof.into()),
            Ok(_) => Ok(false),
            Err(error) if error.kind() == ErrorKind::WouldBlock => Ok(true),
            Err(error) => Err(error),
        }
    }

    fn timed(&mut self) -> &mut Timed {
        match self {
            Self::Plain(stream) => stream,
            Self::Encrypted(stream) => &mut stream.sock,
        }
    }
}

impl Read for Wire {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        match self {
            Self::Plain(stream) => stream.read(into),
            Self::Encrypted(stream) => stream.read(into),
        }
    }
}

impl Write for Wire {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Plain(stream) => stream.write(bytes),
            Self::Encrypted(stream) => stream.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Plain(stream) => stream.flush(),
            Self::Encrypted(stream) => stream.flush(),
        }
    }
}

/// A socket whose every read and write ends by then, as [`ErrorKind::TimedOut`].
pub(super) struct Timed {
    stream: TcpStream,
    until: Instant,
    /// Whether it only looks at what is there.
    glancing: bool,
}

impl Timed {
    fn glance(&mut self, glancing: bool) -> io::Result<()> {
        self.glancing = glancing;
        self.stream.set_nonblocking(glancing)
    }

    fn in_time(&mut self, work: impl FnOnce(&mut TcpStream) -> io::Result<usize>) -> io::Result<usize> {
        let left = Some(left(self.until)?);
        self.stream.set_read_timeout(left)?;
        self.stream.set_write_timeout(left)?;
        match work(&mut self.stream) {
            Err(error) if error.kind() == ErrorKind::WouldBlock && !self.glancing => Err(ErrorKind::TimedOut.into()),
            done => done,
        }
    }
}

impl Read for Timed {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.in_time(|stream| stream.read(into))
    }
}

impl Write for Timed {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.in_time(|stream| stream.write(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        self.stream.flush()
    }
}

fn left(until: Instant) -> io::Result<Duration> {
    let left = until.saturating_duration_since(Instant::now());
    if left < MOMENT { Err(ErrorKind::TimedOut.into()) } else { Ok(left) }
}
