//! A practice database: the story played on it through the same command line that a person types, or a large crowd.
//!
//! What must hold: only a file that carries the practice mark is ever replaced, and `PAO_DB` is never touched.
mod crowd;
mod stage;
mod story;

use crate::command::Outcome;
use crate::command::context::Context;
use crate::command::parsed;
use crate::error::{Error, Result};
use crate::rules::Code;
use crate::store::Store;
use clap::Args;
use std::fs;
use std::path::{Path, PathBuf};

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao demo
  pao demo --db ./practice.db --json")]
pub struct DemoArgs {
    /// Fill the file with so many active sites instead
    #[arg(long, value_parser = parsed::count(1_000_000), value_name = "N", hide_short_help = true, requires = "people")]
    sites: Option<u64>,
    /// People at each of these sites
    #[arg(long, value_parser = parsed::count(100_000), value_name = "M", hide_short_help = true, requires = "sites")]
    people: Option<u64>,
    /// The same seed makes the same database, but for times and secrets
    #[arg(long, value_parser = parsed::count(u64::MAX), value_name = "S", hide_short_help = true)]
    seed: Option<u64>,
}

/// Plays, or fills.
///
/// # Errors
/// `already_exists` for a file without the practice mark; `invalid_value`; `io`.
pub fn run(args: &DemoArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    let (size, seed) = (args.sites.zip(args.people), args.seed.unwrap_or(1));
    let path = practice_path(cx)?;
    clear(&path)?;
    match size {
        Some((sites, people)) => crowd::fill(cx, &path, &crowd::Size { sites, people, seed }),
        None => story::play(cx, &path),
    }
}

/// `--db` as typed, or `practice.db` in the data folder; never what `PAO_DB` says.
fn practice_path(cx: &mut Context<'_>) -> Result<PathBuf> {
    let typed = cx.options.db_typed.clone();
    let folders = cx.session().folders;
    match &typed {
        Some(typed) => crate::store::absolute(typed, folders.working.as_deref()),
        None => Ok(folders.for_data("say where to put it with `--db`")?.join("practice.db")),
    }
}

/// What stands beside a practice database, for a while or to stay: letters, a list of people, the players' sign-ins.
const NEIGHBOURS: [&str; 3] = ["-mail", "-people.csv", "-players"];

/// Removes the practice database of an earlier run with its letters.
fn clear(path: &Path) -> Result<()> {
    if fs::symlink_metadata(path).is_err() {
        // What has such a name by chance is none of ours.
        let taken = NEIGHBOURS.iter().map(|ending| beside(path, ending)).find(|there| there.exists());
        return taken.map_or(Ok(()), |there| {
            Err(Error::new(Code::AlreadyExists, format!("{} is in the way and was left untouched", there.display()))
                .hinted("choose another path with `--db`"))
        });
    }
    let marked = Store::open(path, None, &|| ()).is_ok_and(|store| store.is_practice());
    if !marked {
        return Err(Error::new(
            Code::AlreadyExists,
            format!("{} exists and is no practice database; it was left untouched", path.display()),
        )
        .hinted("choose another path with `--db`"));
    }
    let gone = |result: std::io::Result<()>| match result {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(anyhow::Error::new(error).context("the practice database of an earlier run cannot be removed").into())
        }
        _ => Ok(()),
    };
    let [mail, people, players] = NEIGHBOURS.map(|ending| beside(path, ending));
    gone(fs::remove_dir_all(mail))?;
    gone(fs::remove_dir_all(players))?;
    gone(fs::remove_file(people))?;
    gone(fs::remove_file(path))
}

/// A name beside the database: its own without the extension, and an ending.
fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.file_stem().unwrap_or_default().to_os_string();
    name.push(ending);
    path.with_file_name(name)
}
