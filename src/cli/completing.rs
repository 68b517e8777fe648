//! A shell asks what could come next: `PAO_COMPLETE=SHELL pao -- WORDS…`, as the script of `pao completions` does.
//!
//! What must hold: no word on stderr and exit status 0, whatever happens; only what the shell asks for is built or
//! looked up, and nothing of this is touched by any other command.
use crate::world::World;
use clap::builder::PossibleValuesParser;
use clap::{Arg, Command};
use clap_complete::engine::{ArgValueCompleter, CompletionCandidate};
use clap_complete::env::{EnvCompleter, Shells};
use std::ffi::{OsStr, OsString};
use std::sync::{Arc, Mutex};

use super::candidates::{Candidates, Said, Thing};
use super::values::{self, Values};

/// The variable that says that a shell asks, and which.
pub const VARIABLE: &str = "PAO_COMPLETE";

/// The words that a shell asks about, if it does.
pub fn asked<'a>(argv: &'a [OsString], world: &World) -> Option<&'a [OsString]> {
    world.environment.set_and_not_empty(VARIABLE)?;
    argv.get(2..).filter(|words| argv[1] == "--" && !words.is_empty())
}

/// Answers a shell.
pub fn answer(words: &[OsString], world: &mut World) {
    let shells = Shells::builtins();
    let shell = world.environment.get(VARIABLE).and_then(|name| shells.completer(name));
    if let Some(shell) = shell
        && let Some(text) = candidates(shell, words, world)
    {
        let _ = world.out.write_all(&text);
        let _ = world.out.flush();
    }
}

/// Twice over at most: the first time shows which things of the database are wanted, the second time they are there.
fn candidates(shell: &dyn EnvCompleter, words: &[OsString], world: &mut World) -> Option<Vec<u8>> {
    let cache = Cache::default();
    let mut command = tree(&cache, words);
    let working = world.folders.working.clone();
    let mut write = || {
        let mut text = Vec::new();
        shell.write_complete(&mut command, words.to_vec(), working.as_deref(), &mut text).ok().map(|()| text)
    };
    let text = write()?;
    let wanted = cache.wanted();
    if wanted.is_empty() {
        return Some(text);
    }
    let said = Said::of(words, world);
    for (kept, typed) in wanted {
        let found = kept.beginning_with(&typed, &said, world);
        cache.put(kept, found);
    }
    write()
}

/// The whole tree, every argument with what may be given to it.
fn tree(cache: &Cache, words: &[OsString]) -> Command {
    let commands: Vec<String> = words.iter().filter_map(|word| word.to_str()).map(str::to_owned).collect();
    super::touched(&|id, arg| match values::of(id, &arg) {
        Values::Words(words) if is_several(&arg) => {
            arg.value_delimiter(',').value_parser(PossibleValuesParser::new(words))
        }
        Values::Words(words) => arg.value_parser(PossibleValuesParser::new(words)),
        Values::Path => arg.value_hint(clap::ValueHint::AnyPath),
        Values::Nothing | Values::Free => arg,
        Values::Candidates(kept) => cache.asks_for(kept, arg),
        Values::Commands => {
            let next = next_words(&commands);
            arg.add(ArgValueCompleter::new(move |typed: &OsStr| {
                let fits = |word: &&String| typed.to_str().is_some_and(|typed| word.starts_with(typed));
                next.iter().filter(fits).map(CompletionCandidate::new).collect::<Vec<_>>()
            }))
        }
    })
}

/// Whether several words may be given, with commas between them.
fn is_several(arg: &Arg) -> bool {
    arg.get_value_names().is_some_and(|names| names.iter().any(|name| name.ends_with(",…")))
}

/// What may follow in `pao man access …`: the commands below those that stand there already.
fn next_words(words: &[String]) -> Vec<String> {
    let tree = super::tree();
    let mut command = &tree;
    for word in words.iter().skip(2) {
        match command.find_subcommand(word) {
            Some(below) if !below.has_subcommands() && command.get_name() != "pao" => return Vec::new(),
            Some(below) if below.has_subcommands() => command = below,
            _ => {}
        }
    }
    command.get_subcommands().map(|command| command.get_name().to_owned()).collect()
}

/// What completers want to know, and what they have been told.
#[derive(Clone, Default)]
struct Cache(Arc<Mutex<Views>>);

#[derive(Default)]
struct Views {
    wanted: Vec<(&'static Candidates, String)>,
    found: Vec<(&'static Candidates, Vec<Thing>)>,
}

impl Cache {
    fn asks_for(&self, kept: &'static Candidates, arg: Arg) -> Arg {
        let cache = self.clone();
        arg.add(ArgValueCompleter::new(move |typed: &OsStr| cache.read(kept, typed)))
    }

    fn read(&self, kept: &'static Candidates, typed: &OsStr) -> Vec<CompletionCandidate> {
        let (Ok(mut views), Some(typed)) = (self.0.lock(), typed.to_str()) else { return Vec::new() };
        if let Some((_, found)) = views.found.iter().find(|(other, _)| std::ptr::eq(*other, kept)) {
            let candidate =
                |thing: &Thing| CompletionCandidate::new(&thing.name).help(thing.about.clone().map(Into::into));
            return found.iter().map(candidate).collect();
        }
        views.wanted.push((kept, typed.to_owned()));
        Vec::new()
    }

    fn wanted(&self) -> Vec<(&'static Candidates, String)> {
        self.0.lock().map(|mut views| std::mem::take(&mut views.wanted)).unwrap_or_default()
    }

    fn put(&self, kept: &'static Candidates, found: Vec<Thing>) {
        if let Ok(mut views) = self.0.lock() {
            views.found.push((kept, found));
        }
    }
}
