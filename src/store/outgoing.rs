//! What wakes the delivery of a shared registry: a byte in a file beside the database, which a unit of the system watches (service.md).
//!
//! What must hold: it is written whether or not there is a letter, so that nobody can tell by it which address is known; and where it
//! fails, the next minute brings the letters all the same.
use crate::store::Store;
use rustix::fs::OFlags;
use std::fs::OpenOptions;
use std::io::Write as _;
use std::os::unix::fs::OpenOptionsExt as _;

/// Its name.
const NAME: &str = "outgoing";

impl Store {
    /// Says that there may be letters to deliver. Makes the file where it is missing.
    pub fn wake_delivery(&self) {
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(true).mode(0o600).custom_flags(OFlags::NOFOLLOW.bits().cast_signed());
        if let Ok(mut file) = options.open(self.path.with_file_name(NAME)) {
            let _ = file.write_all(b"\n");
        }
    }
}
