//! Which command a key that somebody shows to sshd may run: sshd asks (`AuthorizedKeysCommand`), as a user who may do nothing.
//!
//! What must hold: nothing is said of a key for a login as anybody but the user whose folder it is: a line that is misplaced in sshd's
//! configuration would otherwise let every key in as root. The line holds no word that a shell or sshd could take for more than a word.
use crate::command::Outcome;
use crate::command::context::Context;
use crate::error::Result;
use crate::model::setting::is_fingerprint;
use crate::model::upkeep::KeyLine;
use crate::ui::prose::Part;
use crate::ui::report::Report;
use crate::world::behind::{PLACE, belongs_to};
use clap::Args;
use std::path::Path;

/// The kinds of keys that are let in; certificates are none of them.
const TYPES: [&str; 7] = [
    "ssh-ed25519",
    "ecdsa-sha2-nistp256",
    "ecdsa-sha2-nistp384",
    "ecdsa-sha2-nistp521",
    "sk-ssh-ed25519@openssh.com",
    "sk-ecdsa-sha2-nistp256@openssh.com",
    "ssh-rsa",
];

#[derive(Debug, Args)]
#[command(after_long_help = "\
sshd runs this, by the lines that `pao help deployment` shows. It answers nothing about a login as anybody but the owner of the registry.

Examples:
  pao ssh-keys %U %f %t %k
  pao --db /srv/registry/pao.db ssh-keys %U %f %t %k")]
pub struct SshKeysArgs {
    /// The uid of the user that somebody logs in as
    #[arg(value_name = "UID")]
    uid: String,
    /// The fingerprint of the key
    #[arg(value_name = "FINGERPRINT")]
    fingerprint: String,
    /// The type of the key
    #[arg(value_name = "TYPE")]
    kind: String,
    /// The key, in base64
    #[arg(value_name = "KEY")]
    key: String,
}

/// Prints the line of a list of keys by which this key calls `ssh-command`, or nothing.
///
/// # Errors
/// `invalid_value` for a database that is a URI.
pub fn run(args: &SshKeysArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    let database = cx.options.db_typed.is_some().then(|| cx.session().database()).transpose()?;
    let line = line(args, database.as_deref(), cx.world.program.as_deref());
    let prose = line.iter().cloned().map(Part::Line).collect();
    Ok(Report::object(&KeyLine { line }, prose)?.into())
}

fn line(args: &SshKeysArgs, database: Option<&Path>, program: Option<&Path>) -> Option<String> {
    let SshKeysArgs { uid, fingerprint, kind, key } = args;
    let folder = database.map_or(Some(Path::new(PLACE)), Path::parent)?;
    let base64 = !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || "+/=".contains(c));
    let known = base64 && is_fingerprint(fingerprint) && TYPES.contains(&kind.as_str());
    let uid: u32 = uid.parse().ok().filter(|uid| *uid != 0)?;
    if !known || !belongs_to(folder, uid) {
        return None;
    }
    let program = plain(program?)?;
    let on =
        database.map(|path| plain(path).map(|path| format!("--db {path} "))).map_or(Some(String::new()), |on| on)?;
    Some(format!("command=\"exec {program} {on}ssh-command --caller {fingerprint}\",restrict,pty {kind} {key}"))
}

/// A path that is one word to every shell.
fn plain(path: &Path) -> Option<&str> {
    let plain = |text: &&str| text.chars().all(|c| c.is_ascii_alphanumeric() || "/._-".contains(c));
    path.to_str().filter(plain)
}

#[cfg(test)]
mod tests {
    use super::{Path, SshKeysArgs, line};
    use std::os::unix::fs::MetadataExt as _;
    use std::path::PathBuf;

    const FINGERPRINT: &str = "SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    fn asked(uid: &str, fingerprint: &str, kind: &str, key: &str) -> SshKeysArgs {
        let [uid, fingerprint, kind, key] = [uid, fingerprint, kind, key].map(str::to_owned);
        SshKeysArgs { uid, fingerprint, kind, key }
    }

    #[test]
    fn a_key_gets_its_line_where_the_folder_is_of_the_user() {
        let scratch = tempfile::tempdir().unwrap();
        let folder = scratch.path().join("registry");
        std::fs::create_dir(&folder).unwrap();
        let owner = std::fs::metadata(&folder).unwrap().uid();
        // A user is never root: where root runs the tests, the folder is somebody else's.
        if owner == 0 {
            std::os::unix::fs::chown(&folder, Some(990), None).unwrap();
        }
        let uid = std::fs::metadata(&folder).unwrap().uid();
        let database: PathBuf = folder.join("pao.db");
        let program = Path::new("/usr/bin/pao");
        let said = |args: &SshKeysArgs, program: &str| line(args, Some(&database), Some(Path::new(program)));
        let good = asked(&uid.to_string(), FINGERPRINT, "ssh-ed25519", "AAAA+/=");
        let wanted = format!(
            "command=\"exec /usr/bin/pao --db {} ssh-command --caller {FINGERPRINT}\",restrict,pty ssh-ed25519 AAAA+/=",
            database.display()
        );
        assert_eq!(said(&good, "/usr/bin/pao"), Some(wanted));
        let other = (uid + 1).to_string();
        for bad in [
            asked("0", FINGERPRINT, "ssh-ed25519", "AAAA"),
            asked(&other, FINGERPRINT, "ssh-ed25519", "AAAA"),
            asked("x", FINGERPRINT, "ssh-ed25519", "AAAA"),
            asked(&uid.to_string(), "SHA256:short", "ssh-ed25519", "AAAA"),
            asked(&uid.to_string(), FINGERPRINT, "ssh-ed25519-cert-v01@openssh.com", "AAAA"),
            asked(&uid.to_string(), FINGERPRINT, "ssh-dss", "AAAA"),
            asked(&uid.to_string(), FINGERPRINT, "ssh-ed25519", "AA\" ssh-rsa B"),
            asked(&uid.to_string(), FINGERPRINT, "ssh-ed25519", ""),
        ] {
            assert_eq!(line(&bad, Some(&database), Some(program)), None, "{bad:?}");
        }
        assert_eq!(said(&good, "/opt/it's/pao"), None);
        assert_eq!(line(&good, None, Some(program)), None, "the usual place is not this user's");
    }
}
