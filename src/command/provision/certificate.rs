//! The certificate of the form: a file that is read, or a common name and an issuer that were typed.
//!
//! # Secrets
//! Somebody may give the private key by mistake: what was read is wiped, and no message repeats it.
use crate::command::context::Context;
use crate::command::prompt::missing;
use crate::error::Result;
use crate::model::certificate::{self, MAX_BYTES, OnRecord, Warning, judge, typed};
use crate::model::host::Host;
use crate::model::moment::Moment;
use anyhow::Context as _;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// A certificate that will do for the host.
#[derive(Debug)]
pub struct Fitting {
    /// Its common name; the DNS name that fits where it has none.
    pub common_name: String,
    pub record: OnRecord,
    pub warnings: Vec<Warning>,
}

const FIELD: &str = "cert";

/// Reads and judges a file.
///
/// # Errors
/// `io`; `invalid_value` for the field `cert`.
pub fn from_file(path: &Path, folder: Option<&Path>, host: &Host, now: Moment) -> Result<Fitting> {
    from_bytes(&opened(path, folder)?, host, now)
}

fn from_bytes(bytes: &[u8], host: &Host, now: Moment) -> Result<Fitting> {
    let read = certificate::read(bytes).map_err(|problem| problem.malformed(FIELD))?;
    let warnings = judge(&read, host, now).map_err(|refused| refused.malformed(FIELD))?;
    let fits = || read.names.iter().find(|name| *name == host.as_str()).or(read.names.first()).cloned();
    let common_name = read.common_name.clone().or_else(fits).unwrap_or_else(|| host.to_string());
    Ok(Fitting { common_name, record: OnRecord::from(&read), warnings })
}

fn opened(path: &Path, folder: Option<&Path>) -> Result<Zeroizing<Vec<u8>>> {
    let path = folder.map_or_else(|| path.to_path_buf(), |folder| folder.join(path));
    Ok(File::open(path).and_then(|mut file| all_of(&mut file)).context(UNREADABLE)?)
}

/// One byte more than is taken, so that a file that is too large is known as one.
fn all_of(from: &mut dyn Read) -> std::io::Result<Zeroizing<Vec<u8>>> {
    let most = MAX_BYTES + 1;
    let mut bytes = Zeroizing::new(Vec::with_capacity(most));
    from.take(u64::try_from(most).unwrap_or(u64::MAX)).read_to_end(&mut bytes)?;
    Ok(bytes)
}

const UNREADABLE: &str = "--cert: the file cannot be read";

/// Judges names that were typed.
///
/// # Errors
/// `invalid_value` for `cert-cn` or `cert-issuer`.
pub fn from_names(common_name: &str, issuer: &str, host: &Host) -> Result<Fitting> {
    let (record, warnings) = typed(common_name, issuer, host)?;
    Ok(Fitting { common_name: record.common_name.clone().unwrap_or_else(|| host.to_string()), record, warnings })
}

/// What was typed of the certificate.
#[derive(Default)]
pub struct Given<'a> {
    pub file: Option<&'a PathBuf>,
    pub common_name: Option<&'a str>,
    pub issuer: Option<&'a str>,
}

impl Given<'_> {
    /// Enough of it is there, or somebody can be asked: checked before the file is opened.
    ///
    /// # Errors
    /// `usage` naming `--cert` or `--cert-issuer`.
    pub fn needed(&self, cx: &mut Context<'_>) -> Result<()> {
        if self.file.is_some() {
            return Ok(());
        }
        if self.common_name.is_none() && self.issuer.is_none() && !cx.prompt().can_ask() {
            return Err(missing("--cert").hinted("give --cert FILE, or --cert-cn and --cert-issuer"));
        }
        cx.prompt().needed(self.common_name, "--cert-cn")?;
        cx.prompt().needed(self.issuer, "--cert-issuer")
    }

    /// Whether nothing has to be asked.
    pub fn is_whole(&self) -> bool {
        self.file.is_some() || (self.common_name.is_some() && self.issuer.is_some())
    }

    /// The file that was named, or what comes through standard input: read once, however often it is judged.
    ///
    /// # Errors
    /// `io`; as for a password on standard input.
    pub fn read(&self, cx: &mut Context<'_>) -> Result<Option<Zeroizing<Vec<u8>>>> {
        match self.file {
            None => Ok(None),
            Some(path) if path.as_os_str() == "-" => {
                Ok(Some(all_of(cx.prompt().rest_of_stdin()?).context(UNREADABLE)?))
            }
            Some(path) => opened(path, cx.session().folders.working.as_deref()).map(Some),
        }
    }

    /// The certificate as far as it was typed, `file` being what was read; nothing where something is missing.
    ///
    /// # Errors
    /// `invalid_value`.
    pub fn judged(&self, file: Option<&[u8]>, host: &Host, now: Moment) -> Result<Option<Fitting>> {
        match (file, self.common_name, self.issuer) {
            (Some(bytes), ..) => from_bytes(bytes, host, now).map(Some),
            (None, Some(common_name), Some(issuer)) => from_names(common_name, issuer, host).map(Some),
            _ => Ok(None),
        }
    }
}
