//! The same work as a POSIX shell script, made from what the database holds now: so that it is whole, however often the
//! guide was left and taken up again.
//!
//! What must hold: on a database where the same site sleeps for the same person, the script ends with the same access. It
//! skips what is done already, so it may be run again. Secrets come from files; `shellcheck` has nothing to say about it.
use crate::error::Result;
use crate::model::access::{Levels, Privilege};
use crate::model::many::AccessRow;
use crate::model::shell::{option, quoted};
use crate::model::site::SiteNumber;
use crate::model::standing::Person;
use crate::model::text::shown;
use crate::store::query::access::{self, Filter};
use crate::store::query::{passcodes, people};

use std::fmt::Write as _;

use super::Guide;

/// Grants that are written out; a longer list is better kept as a file for `access import`.
const MOST: usize = 100;

const HEAD: &str = "# Names and notes stand in quotes, so that no shell gives a sign in them a meaning.
# shellcheck disable=SC2016
set -eu

# Secrets come from these files: one line each, readable by you alone (chmod 600). The letters bring the two codes.
password_file=${PASSWORD_FILE:-./password}
answer_file=${ANSWER_FILE:-./answer}
code_file=${CODE_FILE:-./code}
";

const PASSCODE_FILE: &str = "passcode_file=${PASSCODE_FILE:-./passcode}
";

const NOBODY_ELSE: &str = "
# Whoever is signed in otherwise does not count here.
unset PAO_TOKEN PAO_ID
";

const WAIT: &str = r#"
# Waits until somebody has put a code into its file.
wait_for() {
  [ -s "$1" ] || echo "Put the $2 that is mailed to $id into $1" >&2
  until [ -s "$1" ]; do sleep 1; done
}
"#;

const COME_IN: &str = r#"
# The site awakes.
if ! pao can enter --site "$site" >/dev/null 2>&1; then
"#;

impl Guide<'_, '_> {
    /// Writes it.
    pub(super) fn script(&mut self, person: &Person, site: &SiteNumber) -> Result<String> {
        let tx = self.cx.session().read()?;
        let view = tx.view();
        let question = people::question(view, person.no)?.map(|(question, _)| question);
        let came_in = passcodes::came_in_with(view, site, person.no)?;
        let (mut grants, mut more) = (Vec::new(), 0);
        access::list(view, site, &Filter::default(), |one| {
            match one.granted_by == Some(person.id.as_str()) && one.id != person.id.as_str() {
                true if grants.len() < MOST => grants.push(person_line(one)),
                true => more += 1,
                false => {}
            }
            Ok(())
        })?;
        drop(tx);
        let mut script = format!(
            "#!/bin/sh\n# What `pao start` did for {} at site {site}. It may be run again.\n",
            shown(person.id.as_str())
        );
        script.push_str(HEAD);
        script.push_str(came_in.map_or("", |_| PASSCODE_FILE));
        script.push_str(NOBODY_ELSE);
        if self.cx.options.db.is_some() {
            let path = quoted(self.cx.session().database()?);
            let _ = write!(script, "\n[ -n \"${{PAO_DB:-}}\" ] || PAO_DB={path}\nexport PAO_DB\n");
        }
        let _ = write!(script, "\nid={}\n", quoted(person.id.as_str()));
        if came_in.is_some() || !grants.is_empty() {
            let _ = writeln!(script, "site={site}");
        }
        script.push_str(WAIT);
        script.push_str(&sign_in(person, question.as_deref()));
        script.push_str(&came_in.map(activate_lines).unwrap_or_default());
        script.push_str(&people_lines(&grants, more));
        Ok(script)
    }
}

/// Signs in; whoever has no ID yet gets one first. `login` ends with 3 where ID and password open nothing together.
fn sign_in(person: &Person, question: Option<&str>) -> String {
    let register = format!(
        "pao register --email \"$id\" {} {} {} \\\n      {} --password-file \"$password_file\" --answer-file \"$answer_file\"",
        option("--first-name", &person.first_name),
        option("--last-name", &person.last_name),
        option("--country", &person.country),
        option("--question", question.unwrap_or("A question of your own choosing?")),
    );
    format!(
        r#"
# Sign in; without an ID, register first.
status=0
said=$(pao login "$id" --password-file "$password_file" 2>&1) || status=$?
case $status in
  0) ;;
  3)
    {register}
    wait_for "$code_file" 'verification code'
    pao account verify --email "$id" --password-file "$password_file" --code-file "$code_file"
    pao login "$id" --password-file "$password_file"
    ;;
  *)
    printf '%s\n' "$said" >&2
    exit "$status"
    ;;
esac
"#
    )
}

/// Comes in, after asking for a new passcode where that was needed and none lies there yet.
fn activate_lines(requested: bool) -> String {
    let request = if requested { "  [ -s \"$passcode_file\" ] || pao request-passcode --site \"$site\"\n" } else { "" };
    format!(
        "{COME_IN}{request}  wait_for \"$passcode_file\" 'temporary passcode'\n  pao authorize --site \"$site\" --passcode-file \"$passcode_file\"\nfi\n"
    )
}

fn people_lines(grants: &[String], more: usize) -> String {
    let mut lines = String::new();
    if !grants.is_empty() {
        lines.push_str("\n# Who has access; each has an ID already.\n");
    }
    lines.extend(grants.iter().map(String::as_str));
    if more > 0 {
        let _ = writeln!(lines, "# And {more} more, too many for a script: pao access export");
    }
    lines
}

/// Gives somebody their access again.
fn person_line(one: &AccessRow<'_>) -> String {
    format!("pao access add {} --site \"$site\" --role {}{}\n", quoted(one.id), one.role, terms(one))
}

/// What differs from what the role holds anyway.
fn terms(one: &AccessRow<'_>) -> String {
    let mut flags = String::new();
    let usual = Levels::default_for(one.role);
    for privilege in Privilege::ALL {
        let rank = one.privileges.rank(*privilege);
        let word = usize::try_from(rank).ok().and_then(|rank| privilege.level_words().get(rank));
        if let Some(word) = word.filter(|_| rank != usual.rank(*privilege)) {
            let _ = write!(flags, " --{privilege} {word}");
        }
    }
    if let Some(expires) = one.expires_at {
        let _ = write!(flags, " --expires {expires}");
    }
    if let Some(note) = one.note {
        let _ = write!(flags, " {}", option("--note", note));
    }
    flags
}
