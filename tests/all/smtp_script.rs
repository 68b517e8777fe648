//! A mail server that says what it is told to, byte by byte: for answers that no library would give.
//!
//! What must hold: it counts the letters that it was given to their end, whatever it says of them.
use pao::mail::{SmtpRoute, SmtpUrl};
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// What it does once it has heard something.
#[derive(Debug, Clone)]
pub enum Reply {
    /// Says these bytes.
    Says(Vec<u8>),
    /// Says these bytes, and hangs up.
    Closes(Vec<u8>),
    /// Says nothing, and keeps the line.
    Silent,
    /// Says these bytes and, on the same line, what the letter says behind this label.
    Quotes(&'static str),
}

/// Some bytes as a reply.
pub fn says(bytes: impl AsRef<[u8]>) -> Reply {
    Reply::Says(bytes.as_ref().to_vec())
}

pub fn closes(bytes: impl AsRef<[u8]>) -> Reply {
    Reply::Closes(bytes.as_ref().to_vec())
}

/// A text in Latin-1.
pub fn latin1(text: &str) -> Vec<u8> {
    text.chars().map(|symbol| u8::try_from(u32::from(symbol)).unwrap()).collect()
}

#[derive(Default)]
struct Log {
    replies: BTreeMap<&'static str, Reply>,
    lines: Vec<String>,
    letters: Vec<String>,
    connections: usize,
}

/// The server. It answers by the verb of a line; the content of a letter by `.`, the connection itself by `greeting`.
pub struct Script {
    port: u16,
    log: Arc<Mutex<Log>>,
}

impl Script {
    /// One that takes everything.
    pub fn start() -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        let log = Arc::new(Mutex::new(Log::default()));
        let own = Arc::clone(&log);
        thread::spawn(move || {
            for stream in listener.incoming() {
                let log = Arc::clone(&own);
                // Whoever hangs up in the middle ends their own connection only.
                thread::spawn(move || talk(stream.unwrap(), &log).unwrap_or_default());
            }
        });
        Self { port, log }
    }

    /// From now on it replies so to this verb.
    pub fn replies(&self, verb: &'static str, reply: Reply) {
        self.log.lock().unwrap().replies.insert(verb, reply);
    }

    /// Where it listens.
    pub fn place(&self) -> String {
        format!("localhost:{}", self.port)
    }

    pub fn url(&self, scheme: &str) -> String {
        format!("{scheme}://{}", self.place())
    }

    pub fn route(&self, scheme: &str) -> SmtpRoute {
        let url = SmtpUrl::parse(&self.url(scheme)).unwrap();
        let timeout = Duration::from_secs(30);
        SmtpRoute { url, password: None, authorities: None, helo: "pao.example".to_owned(), timeout }
    }

    /// The lines that it heard, but for the content of letters.
    pub fn lines(&self) -> Vec<String> {
        self.log.lock().unwrap().lines.clone()
    }

    /// The letters that it was given to their end.
    pub fn letters(&self) -> Vec<String> {
        self.log.lock().unwrap().letters.clone()
    }

    pub fn connections(&self) -> usize {
        self.log.lock().unwrap().connections
    }
}

fn usual(verb: &str) -> Reply {
    match verb {
        "greeting" => says("220 peer\r\n"),
        "EHLO" => says("250-peer\r\n250-STARTTLS\r\n250 AUTH PLAIN LOGIN\r\n"),
        "AUTH" => says("235 come in\r\n"),
        "DATA" => says("354 go on\r\n"),
        "QUIT" => closes("221 bye\r\n"),
        _ => says("250 fine\r\n"),
    }
}

fn talk(mut stream: TcpStream, log: &Mutex<Log>) -> std::io::Result<()> {
    log.lock().unwrap().connections += 1;
    let mut lines = BufReader::new(stream.try_clone()?);
    let mut verb = "greeting".to_owned();
    loop {
        let found = log.lock().unwrap().replies.get(verb.as_str()).cloned();
        let going = match found.unwrap_or_else(|| usual(&verb)) {
            Reply::Says(bytes) => {
                stream.write_all(&bytes)?;
                bytes.starts_with(b"354")
            }
            Reply::Closes(bytes) => return stream.write_all(&bytes),
            Reply::Silent => false,
            Reply::Quotes(label) => {
                let letter = log.lock().unwrap().letters.last().cloned().unwrap_or_default();
                let line = letter.lines().find(|line| line.starts_with(label)).unwrap_or_default();
                stream.write_all(format!("554 5.7.1 spam: {line}\r\n").as_bytes())?;
                false
            }
        };
        if verb == "DATA" && going {
            let mut letter = String::new();
            while !letter.ends_with("\r\n.\r\n") {
                if lines.read_line(&mut letter)? == 0 {
                    return Ok(());
                }
            }
            log.lock().unwrap().letters.push(letter);
            ".".clone_into(&mut verb);
            continue;
        }
        let mut line = String::new();
        if lines.read_line(&mut line)? == 0 {
            return Ok(());
        }
        line.truncate(line.trim_end().len());
        line.split(' ').next().unwrap_or_default().clone_into(&mut verb);
        log.lock().unwrap().lines.push(line);
    }
}
