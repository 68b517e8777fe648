//! What `db check` says of a registry that people reach through sudo and ssh: whose it is, how it is reached, and whether anything about
//! its place or its mail lets it down (service.md, "What is printed").
use crate::error::Result;
use crate::model::answer::CheckVerdict;
use crate::model::setting::Setting;
use crate::store::ReadView;
use crate::store::check::line;
use crate::store::query::settings;
use std::fs::{self, Metadata};
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;

/// What else there is to say, in words.
pub(super) struct Said {
    pub(super) host_key: Option<String>,
    pub(super) operators: String,
}

/// Adds what concerns a shared registry at `database`; `state` is where a file of one's own would have its sign-ins.
pub(super) fn judge(
    view: ReadView<'_>,
    database: &Path,
    state: Option<&Path>,
    verdict: &mut CheckVerdict,
) -> Result<Said> {
    let folder = database.parent().unwrap_or(database);
    let found = [folder, database].map(|path| fs::symlink_metadata(path).ok());
    verdict.owner = found[1].as_ref().map(Metadata::uid);
    verdict.reach = settings::value(view, Setting::CareReach)?;
    verdict.checks.push(line("service-place", place(&found, state)));
    verdict.checks.push(line("service-mail", mail(view, folder)?));
    verdict.ok = verdict.checks.iter().all(|check| check.ok);
    let operators = settings::value(view, Setting::ServiceOperators)?.unwrap_or_default();
    Ok(Said { host_key: settings::value(view, Setting::CareHostKey)?, operators })
}

/// Folder and file belong to one user, who is not root, and are closed to everybody else; nobody is signed in by a file.
fn place([folder, file]: &[Option<Metadata>; 2], state: Option<&Path>) -> i64 {
    let mode = |found: &Metadata| found.mode() & 0o777;
    let safe = folder.as_ref().zip(file.as_ref()).is_some_and(|(folder, file)| {
        folder.uid() == file.uid() && file.uid() != 0 && mode(folder) == 0o700 && mode(file) == 0o600
    });
    let sign_in = |name: &std::ffi::OsStr| Path::new(name).extension().is_some_and(|ending| ending == "sign-in");
    let stored = state.and_then(|state| state.read_dir().ok()).into_iter().flatten().filter_map(Result::ok);
    let stored = stored.filter(|entry| sign_in(&entry.file_name())).count();
    i64::from(!safe) + i64::try_from(stored).unwrap_or(i64::MAX)
}

/// Letters leave by a way that the unit of the system may go, from an address that was set.
fn mail(view: ReadView<'_>, folder: &Path) -> Result<i64> {
    let transport = settings::value(view, Setting::MailTransport)?;
    let spool = settings::value(view, Setting::MailSpool)?;
    let elsewhere = spool.is_some_and(|spool| !Path::new(&spool).starts_with(folder));
    let wrong = match transport.as_deref() {
        Some("smtp" | "off") => false,
        Some("spool") => elsewhere,
        _ => true,
    };
    let unset = settings::stored(view, Setting::MailFrom)?.is_none();
    Ok(i64::from(wrong) + i64::from(unset))
}
