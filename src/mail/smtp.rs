//! Messages by SMTP: one connection for all messages of a delivery, at work in a thread of its own.
//!
//! What must hold: connecting, and each message, takes at most the time-out of the route, whatever name servers, networks
//! and servers do; who waits goes on then, and no content is sent after that. A message is carried once the server has
//! said so.
//!
//! # What would hurt
//! A connection that breaks once the content is there leaves open whether the message arrived: it is sent once more at most, under
//! the same Message-ID. What a server says is foreign text, and may hold what it was told.
use super::post::{Outgoing, Trouble, Undelivered};
use super::smtp_line::{Line, hung_up, too_slow};
use super::smtp_url::SmtpUrl;
use crate::model::secret::Secret;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

/// How much longer than the connection itself its verdict is waited for.
const GRACE: Duration = Duration::from_millis(250);
/// How long a farewell may take.
const FAREWELL: Duration = Duration::from_secs(1);

/// That it went, or why not.
pub(super) type Answer = Result<(), Undelivered>;

/// A mail server and what it takes to use it.
#[derive(Debug, Clone)]
pub struct SmtpRoute {
    /// Where it is.
    pub url: SmtpUrl,
    /// The password of the name in `url`.
    pub password: Option<Secret>,
    /// The authorities to trust, in PEM; the public ones where there are none.
    pub authorities: Option<Vec<u8>>,
    /// How we introduce ourselves.
    pub helo: String,
    /// How long connecting may take, and then each message.
    pub timeout: Duration,
}

/// What the thread is to do.
enum Job {
    /// Carry a message.
    Carry(Outgoing),
    /// Ask whether the server takes messages of this sender, and send none.
    Ask(String),
}

/// What the thread says of it.
struct Reply {
    answer: Answer,
    /// Whether the connection can be used again.
    open: bool,
}

/// A connection to a server that has let us in.
#[derive(Debug)]
pub(super) struct Session {
    url: SmtpUrl,
    timeout: Duration,
    open: bool,
    jobs: Sender<(Job, Instant)>,
    replies: Receiver<Reply>,
    /// Whether the content of the message at hand may have been said to its end.
    handed: Arc<AtomicBool>,
}

impl Session {
    /// Connects and signs in.
    pub(super) fn open(route: &SmtpRoute, until: Instant) -> Result<Self, Undelivered> {
        let ((jobs, todo), (done, replies)) = (mpsc::channel(), mpsc::channel());
        let (own, handed) = (route.clone(), Arc::new(AtomicBool::new(false)));
        let flag = Arc::clone(&handed);
        thread::Builder::new()
            .name("mail".to_owned())
            .spawn(move || work(&own, until, &todo, &done, &flag))
            .map_err(|error| Undelivered::closed(format!("no thread for the mail: {error}")))?;
        let (url, timeout) = (route.url.clone(), route.timeout);
        let mut session = Self { url, timeout, open: true, jobs, replies, handed };
        session.wait_for_reply(until, Trouble::Closed)?;
        Ok(session)
    }

    /// Whether it leads to that server.
    pub(super) fn leads_to(&self, route: &SmtpRoute) -> bool {
        self.url == route.url
    }

    /// Whether another message can go this way.
    pub(super) fn is_open(&self) -> bool {
        self.open
    }

    /// Sends one message.
    pub(super) fn send(&mut self, outgoing: &Outgoing, until: Instant) -> Answer {
        self.handed.store(false, Ordering::SeqCst);
        // A thread that is gone has said why, or says nothing: `wait_for_reply` finds out.
        let _ = self.jobs.send((Job::Carry(outgoing.clone()), until));
        self.wait_for_reply(until, Trouble::Lost)
    }

    /// Asks whether messages of this sender would be taken.
    pub(super) fn ask(&mut self, sender: &str, until: Instant) -> Answer {
        self.handed.store(false, Ordering::SeqCst);
        let _ = self.jobs.send((Job::Ask(sender.to_owned()), until));
        self.wait_for_reply(until, Trouble::Closed)
    }

    /// Waits for what became of it; `late` is what silence means as long as no content was handed over.
    fn wait_for_reply(&mut self, until: Instant, late: Trouble) -> Answer {
        let received = self.replies.recv_timeout((until + GRACE).saturating_duration_since(Instant::now()));
        let late = if self.handed.load(Ordering::SeqCst) { Trouble::Uncertain } else { late };
        self.open = received.as_ref().is_ok_and(|reply| reply.open);
        match received {
            Ok(reply) => reply.answer,
            Err(RecvTimeoutError::Timeout) => Err(too_slow(&self.url, self.timeout, late)),
            Err(RecvTimeoutError::Disconnected) => Err(hung_up(&self.url, late)),
        }
    }

    /// Says good-bye, as far as that is quick.
    pub(super) fn quit(self) {
        drop(self.jobs);
        let _ = self.replies.recv_timeout(FAREWELL);
    }
}

/// What the thread does: connects, says so, carries what comes, says good-bye.
fn work(
    route: &SmtpRoute,
    until: Instant,
    jobs: &Receiver<(Job, Instant)>,
    replies: &Sender<Reply>,
    handed: &AtomicBool,
) {
    let mut line = match Line::connect(route, until) {
        Ok(line) => line,
        Err(why) => return replies.send(Reply { answer: Err(why), open: false }).unwrap_or_default(),
    };
    if replies.send(Reply { answer: Ok(()), open: true }).is_err() {
        return;
    }
    for (job, until) in jobs {
        line.keep_to(until);
        let answer = match job {
            Job::Carry(outgoing) => line.carry(&outgoing, handed),
            Job::Ask(sender) => line.ask(&sender),
        };
        let open = line.is_open() && !answer.as_ref().is_err_and(|why| why.trouble.ends_the_delivery());
        if replies.send(Reply { answer, open }).is_err() || !open {
            return;
        }
    }
    line.quit(Instant::now() + FAREWELL);
}
