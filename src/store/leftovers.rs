//! What a command that was killed left in a folder, for the next one to sweep.
//!
//! What must hold: nothing is removed that somebody still holds, or that is not the caller's; and nothing that others put there
//! keeps anybody waiting.
use crate::folder::is_own;
use std::fs::{self, File};
use std::path::Path;

/// Removes the files and folders whose names begin so and that nobody has locked.
pub fn sweep(folder: &Path, beginning: &str) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let Some(found) = entry.metadata().ok().filter(is_own) else { continue };
        // A pipe would be waited at.
        if !entry.file_name().to_string_lossy().starts_with(beginning) || !(found.is_file() || found.is_dir()) {
            continue;
        }
        if File::open(&path).is_ok_and(|opened| opened.try_lock().is_ok()) {
            let _ = if found.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
        }
    }
}
