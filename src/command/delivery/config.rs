//! What every letter of a delivery shares: whom to ask, who sends it, and which way it goes (`mail.…`).
//!
//! What must hold: a setting that cannot be used is no failure of the command; it is what `outbox list` says of the letters
//! that wait. A password is read when it is needed, and kept nowhere.
use crate::error::Result;
use crate::mail::{
    Envelope, Outgoing, Protection, Route, SmtpRoute, SmtpUrl, bare_address, compose, file_name, sendmail_program,
};
use crate::model::answer::Message;
use crate::model::head::hex;
use crate::model::setting::Setting;
use crate::notice::{Care, Letter, SecretLine};
use crate::store::ReadView;
use crate::store::query::{people, settings};
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::command::secret_line::secret_in;

/// How long a mail server may take to let us in, and then for each letter.
const TIMEOUT: Duration = Duration::from_secs(10);
/// Bytes that a file of certificates may have; a system's whole collection has a quarter of it.
const LARGEST: u64 = 1 << 20;

/// What every letter of one delivery shares.
pub(super) struct MailConfig {
    pub(super) care: Care,
    /// `mail.from`, with a name where there is one.
    pub(super) from: String,
    /// The address in `from`.
    pub(super) sender: String,
    /// The transport, or in words why there is none.
    pub(super) route: Result<Route, String>,
    /// The number of this registry, as it stands in a Message-ID.
    pub(super) registry: String,
}

impl MailConfig {
    /// A letter as it goes out.
    ///
    /// # Errors
    /// In words, where it cannot.
    pub(in crate::command) fn outgoing(&self, message: &Message, letter: &Letter) -> Result<Outgoing, String> {
        let words = letter.render(&self.care, SecretLine::Shown).map_err(|missing| missing.to_string())?;
        let envelope = Envelope {
            from: self.from.clone(),
            to: letter.to.clone(),
            kind: letter.kind,
            site: letter.site.clone(),
            message_id: format!("{}.{}@pao", message.message, self.registry),
            date: message.created_at,
        };
        Ok(Outgoing {
            name: file_name(message.created_at, message.message, letter.kind),
            from: self.sender.clone(),
            to: letter.to.clone(),
            bytes: compose(&words, &envelope)?,
        })
    }
}

/// The settings that say which way letters go.
struct Transport {
    transport: String,
    spool: Option<String>,
    url: Option<String>,
    password_file: Option<String>,
    ca_file: Option<String>,
    helo: Option<String>,
}

impl Transport {
    fn set(view: ReadView<'_>) -> Result<Self> {
        Ok(Self {
            transport: settings::value(view, Setting::MailTransport)?.unwrap_or_default(),
            spool: settings::value(view, Setting::MailSpool)?,
            url: settings::value(view, Setting::MailSmtpUrl)?,
            password_file: settings::value(view, Setting::MailSmtpPasswordFile)?,
            ca_file: settings::value(view, Setting::MailSmtpCaFile)?,
            helo: settings::value(view, Setting::MailHelo)?,
        })
    }

    fn route(self, beside: PathBuf, sender: &str) -> Result<Route, String> {
        match self.transport.as_str() {
            "off" => Ok(Route::Off),
            "spool" => Ok(Route::Spool(self.spool.map_or(beside, PathBuf::from))),
            "smtp" => Ok(Route::Smtp(self.smtp(sender)?)),
            "sendmail" => {
                let program = sendmail_program().ok_or("this machine has no sendmail; set mail.transport otherwise")?;
                Ok(Route::Sendmail { program, timeout: TIMEOUT })
            }
            _ => Err("mail.transport is none of spool, smtp, sendmail and off".to_owned()),
        }
    }

    fn smtp(self, sender: &str) -> Result<SmtpRoute, String> {
        let domain = sender.rsplit_once('@').map_or("localhost", |(_, domain)| domain);
        let helo = self.helo.map_or_else(|| Ok(domain.to_owned()), |name| Setting::MailHelo.judge(&name));
        let helo = helo.map_err(|wrong| format!("mail.helo: {wrong}"))?;
        let url = self.url.ok_or("mail.transport is smtp, but mail.smtp.url is not set")?;
        let url = SmtpUrl::parse(&url).map_err(|words| format!("mail.smtp.url {words}"))?;
        let unread =
            |key: &str, error: &dyn std::fmt::Display| format!("the file named by {key} cannot be read: {error}");
        let password = self
            .password_file
            .map(|path| secret_in(Path::new(&path)).map_err(|error| unread("mail.smtp.password-file", &error)));
        let authorities = self.ca_file.map(|path| all_of(&path).map_err(|error| unread("mail.smtp.ca-file", &error)));
        let (password, authorities) = (password.transpose()?, authorities.transpose()?);
        Ok(SmtpRoute { url, password, authorities, helo, timeout: TIMEOUT })
    }
}

fn all_of(path: &str) -> std::io::Result<Vec<u8>> {
    if !Path::new(path).is_absolute() {
        return Err(std::io::Error::other("the path does not begin at the root"));
    }
    let mut bytes = Vec::new();
    File::open(path)?.take(LARGEST).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// What the settings say about letters: read in one view, used after it.
pub(super) struct Settings {
    care: Care,
    from: String,
    transport: Transport,
    registry: String,
}

impl Settings {
    /// As they stand in this view.
    pub(in crate::command) fn read(view: ReadView<'_>) -> Result<Self> {
        Ok(Self {
            care: settings::care(view)?,
            from: settings::value(view, Setting::MailFrom)?.unwrap_or_default(),
            transport: Transport::set(view)?,
            registry: hex(&people::registry(view)?),
        })
    }

    /// Whether no letter leaves at all.
    pub(super) fn is_off(&self) -> bool {
        self.transport.transport == "off"
    }

    /// How mail leaves, as the settings say; `beside` is where the spool is by default.
    pub(in crate::command) fn mail_config(self, beside: PathBuf) -> MailConfig {
        let Self { care, from, transport, registry } = self;
        let (sender, route) = match bare_address(&from) {
            Ok(sender) => {
                let route = transport.route(beside, &sender);
                (sender, route)
            }
            Err(_) => (String::new(), Err("mail.from is not an address that mail can use".to_owned())),
        };
        MailConfig { care, from, sender, route, registry }
    }
}

/// What deserves a look about the way of the mail, as it is set; of one setting, or of all.
pub(in crate::command) fn cautions(view: ReadView<'_>, about: Option<Setting>) -> Result<Vec<&'static str>> {
    let value = |setting| settings::value(view, setting);
    let of = |settings: &[Setting]| about.is_none_or(|about| settings.contains(&about));
    let smtp = value(Setting::MailTransport)?.as_deref() == Some("smtp");
    let mut found = Vec::new();
    // The place is judged when it is set, whether or not letters go there yet.
    if of(&[Setting::MailTransport, Setting::MailSmtpUrl]) && (smtp || about == Some(Setting::MailSmtpUrl)) {
        let url = value(Setting::MailSmtpUrl)?.and_then(|url| SmtpUrl::parse(&url).ok());
        found.extend(url.and_then(|url| match url.protection() {
            Protection::Plain if !url.is_this_machine() => {
                Some("letters and their passcodes travel unencrypted to another machine; smtps:// protects them")
            }
            Protection::StartTls => {
                Some("somebody on the way can speak before the encryption begins; smtps:// is recommended")
            }
            Protection::Plain | Protection::Tls => None,
        }));
    }
    if of(&[Setting::MailTransport, Setting::MailFrom])
        && smtp
        && value(Setting::MailFrom)?.as_deref() == Setting::MailFrom.default()
    {
        found.push("mail.from is still pao@localhost, which most mail servers refuse; set it to an address of yours");
    }
    Ok(found)
}
