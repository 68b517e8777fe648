//! A power cut at any moment: whatever had not been synced is there, gone or torn, and yet a change is there whole or not at
//! all, what was acknowledged is there, and so are its letters.
//!
//! The system calls of a command are recorded by strace, with every byte that it wrote; then each state is laid out in which a
//! disk could be found after any of them, and opened. `PAO_STATES=100000 cargo test --release --test all power -- --ignored
//! --nocapture`, minutes long.
//!
//! What must hold: a name counts as kept only after its folder was synced, bytes only after their file was.
#![expect(clippy::print_stdout, reason = "how many states were tried is part of the result")]
use crate::kill::{Deed, traced};
use crate::machine::{Machine, Ran};
use rand::{RngExt as _, SeedableRng as _, rngs::StdRng};
use rusqlite::Connection;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// What changes a disk or waits for it.
const TRACE: &str =
    "trace=openat,creat,pwrite64,write,ftruncate,fsync,fdatasync,unlink,unlinkat,rename,renameat,renameat2,link,linkat";

/// What a command did to the folder of the registry, in order; paths are those below it.
#[derive(Debug, Clone)]
enum Call {
    Create(String),
    Write(String, Option<usize>, Vec<u8>),
    Truncate(String, usize),
    /// Of a file, or of a folder.
    Sync(String),
    Unlink(String),
    Rename(String, String),
    /// Something was said on stdout.
    Said,
}

/// One part of a line of strace: a quoted text, or what stands between them.
fn decoded(hex: &str) -> Vec<u8> {
    hex.split("\\x").skip(1).map(|byte| u8::from_str_radix(&byte[..2], 16).unwrap()).collect()
}

fn name(hex: &str) -> String {
    String::from_utf8(decoded(hex)).unwrap()
}

/// The path of the descriptor at the beginning of the arguments, `3<\x2f…>`, and its number.
fn descriptor(arguments: &str) -> (&str, String) {
    let (number, rest) = arguments.split_once('<').unwrap();
    (number, name(rest.split_once('>').unwrap().0))
}

/// The lines of a log, each call whole, without the number of its process.
fn whole_lines(log: &str) -> Vec<String> {
    let mut begun: BTreeMap<&str, &str> = BTreeMap::new();
    let mut whole = Vec::new();
    for line in log.lines() {
        let (process, line) = line.split_once(' ').unwrap();
        let line = line.trim_start();
        if let Some(first) = line.strip_suffix("<unfinished ...>") {
            begun.insert(process, first);
        } else if let Some(rest) = line.strip_prefix("<... ") {
            whole.push(begun.remove(process).unwrap_or_default().to_owned() + rest.split_once('>').unwrap().1);
        } else {
            whole.push(line.to_owned());
        }
    }
    whole
}

/// The calls in a log of strace that concern `folder`.
fn recorded(log: &str, folder: &Path) -> Vec<Call> {
    let mut calls = Vec::new();
    let below = |path: &str| {
        let path = Path::new(path).strip_prefix(folder).ok()?.to_str()?.to_owned();
        (!path.ends_with("-shm")).then_some(path)
    };
    for whole in whole_lines(log) {
        let Some((call, rest)) = whole.split_once('(') else { continue };
        let Some((arguments, result)) = rest.rsplit_once(") = ") else { continue };
        if result.trim_start().starts_with('-') {
            continue;
        }
        let quoted: Vec<&str> = arguments.split('"').skip(1).step_by(2).collect();
        let number = |text: &str| text.trim_matches([' ', ',', ')']).parse::<usize>().unwrap();
        match call {
            "openat" | "creat" => {
                let Some(path) = below(&name(quoted[0])) else { continue };
                if arguments.contains("O_CREAT") {
                    calls.push(Call::Create(path.clone()));
                }
                if arguments.contains("O_TRUNC") {
                    calls.push(Call::Truncate(path, 0));
                }
            }
            "pwrite64" | "write" => {
                let (fd, path) = descriptor(arguments);
                if fd == "1" {
                    calls.push(Call::Said);
                }
                let Some(path) = below(&path) else { continue };
                let bytes = decoded(quoted[0]);
                let written = number(result);
                let at = (call == "pwrite64").then(|| number(arguments.rsplit_once(',').unwrap().1));
                calls.push(Call::Write(path, at, bytes[..written].to_vec()));
            }
            "ftruncate" => {
                let Some(path) = below(&descriptor(arguments).1) else { continue };
                calls.push(Call::Truncate(path, number(arguments.rsplit_once(',').unwrap().1)));
            }
            "fsync" | "fdatasync" => calls.extend(below(&descriptor(arguments).1).map(Call::Sync)),
            "unlink" | "unlinkat" => calls.extend(below(&name(quoted[0])).map(Call::Unlink)),
            "rename" | "renameat" | "renameat2" => {
                let (from, to) = (below(&name(quoted[0])), below(&name(quoted[1])));
                calls.extend(from.zip(to).map(|(from, to)| Call::Rename(from, to)));
            }
            _ => panic!("a call that changes a folder in a way that is not known here: {whole}"),
        }
    }
    calls
}

/// A file on a disk: what is safe, and what was written since it was synced.
#[derive(Debug, Clone, Default)]
struct Content {
    safe: Vec<u8>,
    since: Vec<(Option<usize>, Vec<u8>)>,
    /// With all that was written.
    whole: Vec<u8>,
}

/// A name in a folder: which file it is now, and which after a power cut at least.
#[derive(Debug, Clone, Default)]
struct Name {
    now: Option<usize>,
    safe: Option<usize>,
}

#[derive(Debug, Clone)]
struct Disk {
    contents: Vec<Content>,
    names: BTreeMap<String, Name>,
    /// Syncing does nothing, as with synchronous=OFF.
    deaf: bool,
}

impl Disk {
    fn of(database: Vec<u8>, deaf: bool) -> Self {
        let content = Content { safe: database.clone(), since: Vec::new(), whole: database };
        let name = Name { now: Some(0), safe: Some(0) };
        Self { contents: vec![content], names: BTreeMap::from([("pao.db".to_owned(), name)]), deaf }
    }

    fn content(&mut self, path: &str) -> &mut Content {
        let place = self.names[path].now.expect("an open file");
        &mut self.contents[place]
    }

    fn does(&mut self, call: &Call) {
        match call {
            Call::Create(path) => {
                let name = self.names.entry(path.clone()).or_default();
                if name.now.is_none() {
                    name.now = Some(self.contents.len());
                    self.contents.push(Content::default());
                }
            }
            Call::Write(path, at, bytes) => {
                let content = self.content(path);
                let at = at.unwrap_or(content.whole.len());
                put(&mut content.whole, at, bytes);
                content.since.push((Some(at), bytes.clone()));
            }
            Call::Truncate(path, length) => {
                let content = self.content(path);
                content.whole.resize(*length, 0);
                content.since.push((None, vec![0; *length]));
            }
            Call::Sync(_) if self.deaf => {}
            Call::Sync(path) if self.names.contains_key(path) => {
                let content = self.content(path);
                content.safe.clone_from(&content.whole);
                content.since.clear();
            }
            Call::Sync(folder) => {
                for (path, name) in &mut self.names {
                    if Path::new(path).parent() == Some(Path::new(folder)) {
                        name.safe = name.now;
                    }
                }
            }
            Call::Unlink(path) => self.names.get_mut(path).expect("a file").now = None,
            Call::Rename(from, to) => {
                let moved = self.names.get_mut(from).expect("a file").now.take();
                self.names.entry(to.clone()).or_default().now = moved;
            }
            Call::Said => {}
        }
    }

    /// A state in which this disk could be found: 0 nothing that was not synced, 1 all of it, 2 and 3 the same with the
    /// names of before, others by chance, each write kept, dropped or torn between its sectors.
    fn found(&self, variant: u64, dice: &mut StdRng) -> BTreeMap<String, Vec<u8>> {
        let mut state = BTreeMap::new();
        for (path, name) in &self.names {
            let newer = match variant {
                0 => name.safe.is_some() && name.now.is_none(),
                1 => true,
                2 | 3 => false,
                _ => dice.random_bool(0.5),
            };
            let Some(place) = (if newer { name.now } else { name.safe }) else { continue };
            let content = &self.contents[place];
            let mut bytes = content.safe.clone();
            for (at, written) in &content.since {
                let kept = match variant {
                    0 | 2 => 0,
                    1 | 3 => 1,
                    _ => dice.random_range(0..3),
                };
                match (at, kept) {
                    (_, 0) => {}
                    (None, _) => bytes.resize(written.len(), 0),
                    (Some(at), 1) => put(&mut bytes, *at, written),
                    (Some(at), _) => {
                        for (sector, part) in written.chunks(512).enumerate() {
                            if dice.random_bool(0.5) {
                                put(&mut bytes, at + sector * 512, part);
                            }
                        }
                    }
                }
            }
            state.insert(path.clone(), bytes);
        }
        state
    }
}

fn put(into: &mut Vec<u8>, at: usize, bytes: &[u8]) {
    if into.len() < at + bytes.len() {
        into.resize(at + bytes.len(), 0);
    }
    into[at..at + bytes.len()].copy_from_slice(bytes);
}

/// What was found in all states of one command.
#[derive(Debug, Default)]
struct Found {
    calls: usize,
    states: u32,
    happened: u32,
    corrupt: Vec<String>,
    lost: Vec<String>,
}

/// Lays out `times` states by chance after each call of `action`, besides the four plain ones. Where somebody else reads
/// meanwhile, nothing is folded into the file at the end.
fn cut(action: &Deed, times: u64, deaf: bool, reading: bool) -> Found {
    let machine = action.machine();
    let reader = reading.then(|| Connection::open(machine.db()).unwrap());
    if let Some(reader) = &reader {
        reader.query_row("SELECT count(*) FROM site", [], |row| row.get::<_, i64>(0)).unwrap();
    }
    let (folder, log) = (machine.folder.join("data"), machine.folder.join("log"));
    let before = fs::read(machine.db()).unwrap();
    let options = ["-xx", "-y", "-s", "1000000", "-o", log.to_str().unwrap(), "-e", TRACE];
    Ran::of(&traced(action, &machine, &options).output().expect("strace")).ends(0);
    let calls = recorded(&fs::read_to_string(log).unwrap(), &folder);
    let letters: Vec<Vec<u8>> = letters(&folder).into_iter().map(|path| fs::read(path).unwrap()).collect();
    drop(reader);
    let site = Machine::empty();
    let (mut disk, mut said) = (Disk::of(before, deaf), false);
    let mut found = Found { calls: calls.len(), ..Found::default() };
    for (place, call) in calls.iter().enumerate() {
        disk.does(call);
        said |= matches!(call, Call::Said);
        for variant in 0..4 + times {
            let mut dice = StdRng::seed_from_u64(place as u64 * 1_000_003 + variant);
            lay_out(&site, &disk.found(variant, &mut dice));
            found.states += 1;
            let which = || format!("call {place} of {}, variant {variant}", calls.len());
            match judged(action, &site, &letters) {
                Err(error) => found.corrupt.push(format!("{}: {error}", which())),
                Ok(happened) => {
                    found.happened += u32::from(happened);
                    if said && !happened {
                        found.lost.push(which());
                    }
                }
            }
            if !deaf && found.states.is_multiple_of(400) {
                site.is_sound();
            }
        }
    }
    println!(
        "{:?}: {} calls, {} states, {} had happened, {} corrupt or partial, {} lost",
        action.argv,
        found.calls,
        found.states,
        found.happened,
        found.corrupt.len(),
        found.lost.len()
    );
    found
}

fn letters(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder.join("pao-mail")) else { return Vec::new() };
    entries.map(|entry| entry.unwrap().path()).filter(|path| path.extension().is_some_and(|end| end == "eml")).collect()
}

fn lay_out(site: &Machine, state: &BTreeMap<String, Vec<u8>>) {
    let folder = site.folder.join("data");
    for entry in fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.is_dir() { fs::remove_dir_all(entry).unwrap() } else { fs::remove_file(entry).unwrap() }
    }
    for (path, bytes) in state {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, bytes).unwrap();
        fs::set_permissions(&path, std::os::unix::fs::PermissionsExt::from_mode(0o600)).unwrap();
    }
}

/// Whether the change is there, whole; an error where the file is damaged, the change partial or a letter gone.
fn judged(action: &Deed, site: &Machine, written: &[Vec<u8>]) -> Result<bool, String> {
    let judge = || -> rusqlite::Result<Result<bool, String>> {
        let file = Connection::open(site.db())?;
        let number = |sql: &str| file.query_row(sql, [], |row| row.get::<_, i64>(0));
        let whole: String = file.query_row("PRAGMA integrity_check", [], |row| row.get(0))?;
        if whole != "ok" || number("SELECT count(*) FROM pragma_foreign_key_check")? > 0 {
            return Ok(Err(whole));
        }
        let happened = match action.found(&file)? {
            Ok(happened) => happened,
            Err(partial) => return Ok(Err(partial)),
        };
        // Those of before lie in no spool here.
        let delivered =
            number("SELECT count(*) FROM message WHERE state = 'delivered' AND entry = (SELECT max(seq) FROM audit)")?;
        let there =
            letters(&site.folder.join("data")).iter().filter(|path| written.contains(&fs::read(path).unwrap())).count();
        if happened && there < usize::try_from(delivered).unwrap() {
            return Ok(Err(format!("{delivered} letters are delivered, {there} are there")));
        }
        Ok(Ok(happened))
    };
    judge().unwrap_or_else(|error| Err(error.to_string()))
}

fn holds(found: &Found) {
    assert!(found.corrupt.is_empty() && found.lost.is_empty(), "{found:#?}");
    assert!(found.calls > 10 && 0 < found.happened && found.happened < found.states, "{found:#?}");
}

#[test]
fn a_power_cut_after_any_call_leaves_all_or_nothing() {
    holds(&cut(&Deed::authorize(), 4, false, false));
    holds(&cut(&Deed::authorize(), 4, false, true));
}

#[test]
fn a_disk_that_nobody_waits_for_loses_what_was_acknowledged() {
    let found = cut(&Deed::authorize(), 2, true, false);
    assert!(!found.lost.is_empty() && !found.corrupt.is_empty(), "{found:#?}");
}

#[test]
#[ignore = "long; needs strace"]
#[expect(clippy::disallowed_methods, reason = "how long it takes is for whoever runs it")]
fn a_power_cut_in_any_of_100_000_states_leaves_all_or_nothing() {
    let states: u64 = std::env::var("PAO_STATES").map_or(100_000, |text| text.parse().unwrap());
    let actions = Deed::few();
    let times = actions.each_ref().map(|action| states / 6 / cut(action, 0, false, true).calls as u64 + 1);
    let all: u32 = std::thread::scope(|scope| {
        let cuts = actions.iter().zip(times).map(|(action, times)| {
            scope.spawn(move || {
                let found = [false, true].map(|reading| cut(action, times, false, reading));
                found.iter().for_each(holds);
                found.iter().map(|found| found.states).sum::<u32>()
            })
        });
        let cuts: Vec<_> = cuts.collect();
        cuts.into_iter().map(|cut| cut.join().unwrap()).sum()
    });
    println!("{all} states, 0 corrupt, 0 lost");
    assert!(u64::from(all) >= states);
}
