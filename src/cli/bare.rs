//! `pao` alone at a terminal: what waits for whoever is signed in; an invitation where nobody is.
use crate::error::Result;
use crate::model::behind::Guest;
use crate::model::shell::typed;
use crate::rules::Code;
use crate::ui::colour::Colours;
use crate::ui::report::checked;
use crate::world::World;
use serde_json::Value;
use std::ffi::OsString;
use std::io::Write as _;

const NOBODY: &str = "Nobody is signed in here.
";
const INVITED: [(&str, &str); 4] = [
    ("start", "the first steps of a Primary Contact, question by question"),
    ("login", "sign in"),
    ("register", "ask for an ID"),
    ("--help", "every command"),
];

const NO_DATABASE: &str =
    "There is no database here yet. Whoever runs the registry says where it is: `--db PATH`, or the variable PAO_DB.

  pao start     then, the first steps of a Primary Contact, question by question
  pao demo      play the whole story on a practice database
";

/// For whoever could make one: the folder is theirs.
const MAKE_ONE: &str = "  pao init      make a new database, as its first operator
";

const EVERYTHING: &str = "  pao --help    every command
";

/// Whether nothing but options was typed, by somebody who reads the answer at a terminal.
pub fn is_meant(world: &World) -> bool {
    world.terminal.stdout && world.terminal.stderr
}

/// Answers as `status` does, or invites.
///
/// # Errors
/// As `status`; nobody signed in and no database are errors only in JSON.
pub fn answer(argv: &[OsString], colours: Colours, world: &mut World) -> Result<u8> {
    let mut line = argv.to_vec();
    line.insert(line.len().min(1), "status".into());
    let error = match super::answer(&line, colours, world) {
        Err(error) if !super::wants_json(argv, world) => error,
        answered => return answered,
    };
    let words = match error.code {
        // Whoever comes by ssh has a letter, and nothing else to go by.
        Code::SignInRequired if matches!(world.behind.guest(), Some(Guest::Ssh { .. })) => {
            line[1] = "start".into();
            return super::answer(&line, colours, world);
        }
        Code::SignInRequired => {
            let lines = INVITED.map(|(word, about)| (typed([word]).on(&world.way).to_string(), about));
            let widest = lines.iter().map(|(line, _)| line.len()).max().unwrap_or(0);
            checked(writeln!(world.out, "{NOBODY}"))?;
            for (line, about) in lines {
                checked(writeln!(world.out, "  {line:widest$}  {about}"))?;
            }
            checked(world.out.flush())?;
            return Ok(0);
        }
        Code::NoDatabase if error.details.get("own_folder") == Some(&Value::Bool(true)) => {
            [NO_DATABASE, MAKE_ONE, EVERYTHING]
        }
        Code::NoDatabase => [NO_DATABASE, "", EVERYTHING],
        _ => return Err(error),
    };
    checked(world.out.write_all(words.concat().as_bytes()))?;
    checked(world.out.flush())?;
    Ok(0)
}
