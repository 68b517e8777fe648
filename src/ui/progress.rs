//! How far long work has come, told to a person at a terminal.
//!
//! What must hold: whoever works waits for nobody: the words are written by a thread of its own, so that a terminal that
//! was stopped (Ctrl-S) holds up no transaction. Work that is done within half a second says nothing.
use std::io::Write;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// Before the first word.
const PATIENCE: Duration = Duration::from_millis(500);
/// Between one word and the next.
const STEP: Duration = Duration::from_millis(200);

/// A count that somebody may be watching.
pub struct Progress {
    told: Arc<Told>,
    teller: Option<JoinHandle<()>>,
}

#[derive(Default)]
struct Told {
    count: AtomicU64,
    done: AtomicBool,
}

impl Progress {
    /// Begins to count `what` ("lines read"), on `terminal` where there is one.
    pub fn begin(terminal: Option<Box<dyn Write + Send>>, what: &'static str) -> Self {
        let told = Arc::new(Told::default());
        let teller = terminal.map(|mut terminal| {
            let told = Arc::clone(&told);
            thread::spawn(move || tell(&told, what, &mut *terminal))
        });
        Self { told, teller }
    }

    /// So many are done.
    pub fn at(&self, count: u64) {
        self.told.count.store(count, Ordering::Relaxed);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.told.done.store(true, Ordering::Release);
        if let Some(teller) = self.teller.take() {
            teller.thread().unpark();
            let _ = teller.join();
        }
    }
}

/// Writes the count over itself until the work is done, then takes the line away.
fn tell(told: &Told, what: &str, terminal: &mut dyn Write) {
    let mut wait = PATIENCE;
    let mut shown = false;
    loop {
        thread::park_timeout(wait);
        if told.done.load(Ordering::Acquire) {
            break;
        }
        // A terminal that is gone is nobody's business.
        let _ = write!(terminal, "\r\x1b[K{} {what} …", grouped(told.count.load(Ordering::Relaxed)));
        let _ = terminal.flush();
        (wait, shown) = (STEP, true);
    }
    if shown {
        let _ = write!(terminal, "\r\x1b[K");
        let _ = terminal.flush();
    }
}

/// `1,234,567`.
fn grouped(count: u64) -> String {
    let digits = count.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io;
    use std::sync::Mutex;

    #[derive(Clone, Default)]
    struct Buffer(Arc<Mutex<Vec<u8>>>);

    impl Write for Buffer {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().unwrap().write(bytes)
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    fn watched(work: impl FnOnce(&Progress)) -> String {
        let buffer = Buffer::default();
        let progress = Progress::begin(Some(Box::new(buffer.clone())), "lines read");
        work(&progress);
        drop(progress);
        String::from_utf8(buffer.0.lock().unwrap().clone()).unwrap()
    }

    #[test]
    fn short_work_says_nothing_and_long_work_leaves_nothing() {
        assert_eq!(watched(|progress| progress.at(1_000_000)), "");
        let said = watched(|progress| {
            progress.at(1_234_567);
            thread::sleep(PATIENCE + STEP);
        });
        assert!(said.starts_with("\r\x1b[K1,234,567 lines read …") && said.ends_with("\r\x1b[K"), "{said:?}");
    }

    #[test]
    fn thousands_are_grouped() {
        let shown = [0, 12, 123, 1234, 100_000, 1_000_000].map(grouped);
        assert_eq!(shown, ["0", "12", "123", "1,234", "100,000", "1,000,000"]);
    }
}
