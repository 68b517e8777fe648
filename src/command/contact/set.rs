//! Name a contact of record, or amend what is on record about one.
use crate::command::Outcome;
use crate::command::context::Context;
use crate::command::form::Row;
use crate::command::parsed;
use crate::command::prompt::missing;
use crate::command::session::Caller;
use crate::error::{Error, Result};
use crate::model::contact::{Contact, ContactType, Named};
use crate::model::email::Address;
use crate::model::site::SiteNumber;
use crate::model::text;
use crate::rules::{self, Code};
use crate::store::authority::{contacts::ContactAuthority, primary::PrimaryAuthority, signed_in::SignedIn};
use crate::store::change::contacts as change;
use crate::store::query::contacts;
use crate::store::{Entry, WriteTx};
use clap::Args;

use super::{details, kind, tell};

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao contact set technical --first-name Tess --last-name Tanner --email tess@example.com
  pao contact set billing --phone '+49 30 1234'")]
pub struct SetArgs {
    /// Type of the contact; of primary only the phone number
    #[arg(value_name = "TYPE")]
    kind: Option<ContactType>,
    /// First name
    #[arg(long, value_parser = parsed::line::<100>, value_name = "NAME")]
    first_name: Option<String>,
    /// Last name
    #[arg(long, value_parser = parsed::line::<100>, value_name = "NAME")]
    last_name: Option<String>,
    /// E-mail address
    #[arg(long, value_parser = parsed::new_address, value_name = "ADDRESS")]
    email: Option<Address>,
    /// Phone number
    #[arg(long, value_parser = parsed::line::<40>, value_name = "NUMBER")]
    phone: Option<String>,
}

/// What is to be on record; nothing leaves a value as it is.
#[derive(Default)]
struct Requested {
    first_name: Option<String>,
    last_name: Option<String>,
    email: Option<Address>,
    phone: Option<String>,
}

/// Names or amends a contact.
///
/// # Errors
/// R1, R6 for the type `primary`, R12, R15, R16; `usage` when a name or address is missing for a type that nobody was named for.
pub fn run(args: &SetArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.prompt().needed(args.kind.as_ref(), "<TYPE>")?;
    let nothing =
        args.email.is_none() && [&args.first_name, &args.last_name, &args.phone].iter().all(|value| value.is_none());
    if nothing && !cx.prompt().can_ask() {
        return Err(Error::usage("there is nothing to set")
            .hinted("give --first-name, --last-name, --email or --phone; a new contact needs the first three"));
    }
    let caller = cx.authenticate()?;
    let kind = kind(cx, args.kind)?;
    let site = cx.site(&caller)?;
    let whole = |cx: &mut Context<'_>| args.requested().completed(cx, &caller, &site, kind);
    let requested = cx.form("contact", whole, |form| form.rows(&site, kind))?;
    let (done, contact) = cx.session().change(&caller, |tx| {
        let me = SignedIn::authenticate(&tx, &caller.key)?;
        let (entry, contact) = match kind {
            ContactType::Primary => set_phone(&tx, &me, &site, &requested)?,
            _ => name(&tx, &me, &site, kind, &requested)?,
        };
        Ok((if let Some(entry) = entry { tx.commit(entry)? } else { tx.unchanged() }, contact))
    })?;
    let verb = if done.changed() { "Set" } else { "Unchanged:" };
    let report = cx.changed(&done, &contact, details(&contact))?;
    Ok(report.status(format!("{verb} {kind} at {site}")).into())
}

impl SetArgs {
    fn requested(&self) -> Requested {
        Requested {
            first_name: self.first_name.clone(),
            last_name: self.last_name.clone(),
            email: self.email.clone(),
            phone: self.phone.clone(),
        }
    }
}

impl Requested {
    fn rows(&self, site: &SiteNumber, kind: ContactType) -> Vec<Row> {
        vec![
            Row::new("Site", site.as_str(), &[]),
            Row::new("Contact", kind.word(), &[]),
            Row::new("First name", self.first_name.clone().unwrap_or_default(), &["--first-name"]),
            Row::new("Last name", self.last_name.clone().unwrap_or_default(), &["--last-name"]),
            Row::new("E-mail", self.email.as_ref().map(ToString::to_string).unwrap_or_default(), &["--email"]),
            Row::new("Phone", self.phone.clone().unwrap_or_default(), &["--phone"]),
        ]
    }

    /// At a terminal, whoever may name a contact is asked for what a new one needs, and for what is to be changed of the form.
    fn completed(
        mut self,
        cx: &mut Context<'_>,
        caller: &Caller,
        site: &SiteNumber,
        kind: ContactType,
    ) -> Result<Self> {
        if !cx.prompt().can_ask() {
            return Ok(self);
        }
        // A refusal is the transaction's to give and to put on record.
        let Ok(standing) = cx.standing(caller, site) else { return Ok(self) };
        if rules::contact::may_change(&standing).is_err() {
            return Ok(self);
        }
        let phone = |text: &str| Ok(text::line(text, "phone", 40)?);
        if kind == ContactType::Primary {
            if standing.is_primary() {
                self.phone = Some(cx.prompt().value(self.phone, "--phone", "Phone number", phone)?);
            }
            return Ok(self);
        }
        let new = contacts::named(cx.session().read()?.view(), site, kind)?.is_none();
        let mut prompt = cx.prompt();
        if new || prompt.changes("--first-name") {
            let first = |name: &str| Ok(text::line(name, "first-name", 100)?);
            self.first_name = Some(prompt.value(self.first_name, "--first-name", "First name", first)?);
        }
        if new || prompt.changes("--last-name") {
            let last = |name: &str| Ok(text::line(name, "last-name", 100)?);
            self.last_name = Some(prompt.value(self.last_name, "--last-name", "Last name", last)?);
        }
        if new || prompt.changes("--email") {
            let address = |text: &str| Ok(Address::parse_new(text, "email")?);
            self.email = Some(prompt.value(self.email, "--email", "E-mail address", address)?);
        }
        if prompt.changes("--phone") {
            self.phone = Some(prompt.value(self.phone, "--phone", "Phone number", phone)?);
        }
        Ok(self)
    }

    /// What will be on record.
    fn over(&self, before: Option<&Named>) -> Result<Named> {
        let value = |typed: &Option<String>, there: Option<&String>, flag| {
            typed.clone().or_else(|| there.cloned()).ok_or_else(|| missing(flag))
        };
        let email = self.email.clone().or_else(|| before.map(|named| named.email.clone()));
        Ok(Named {
            first_name: value(&self.first_name, before.map(|named| &named.first_name), "--first-name")?,
            last_name: value(&self.last_name, before.map(|named| &named.last_name), "--last-name")?,
            email: email.ok_or_else(|| missing("--email"))?,
            phone: self.phone.clone().or_else(|| before.and_then(|named| named.phone.clone())),
        })
    }
}

/// The entry, where anything is different now, and the contact as it is.
type Set = Result<(Option<Entry>, Contact)>;

fn name(tx: &WriteTx<'_>, me: &SignedIn<'_>, site: &SiteNumber, kind: ContactType, requested: &Requested) -> Set {
    let by = ContactAuthority::of(me, site, kind)?;
    let before = contacts::named(tx.view(), site, kind)?;
    let named = requested.over(before.as_ref())?;
    let same = before.as_ref() == Some(&named);
    if !same {
        change::name(&by, &named)?;
    }
    let contact = contacts::shown(tx.view(), &by.standing().site, kind)?;
    if same {
        return Ok((None, contact));
    }
    tell(&by, by.standing(), &contact);
    Ok((Some(by.entry().about(kind.word())), contact))
}

/// R6: of the type `primary` the Primary Contact changes the phone number; everything else follows the person.
fn set_phone(tx: &WriteTx<'_>, me: &SignedIn<'_>, site: &SiteNumber, requested: &Requested) -> Set {
    let action = "changes the phone number of the type primary; name and address follow the person";
    let by = PrimaryAuthority::of(me, site, Code::ChangePrimaryOnly, action)?;
    if requested.first_name.is_some() || requested.last_name.is_some() || requested.email.is_some() {
        rules::contact::not_the_primarys(ContactType::Primary, by.standing())?;
    }
    let before = contacts::shown(tx.view(), &by.standing().site, ContactType::Primary)?;
    let phone = requested.phone.as_deref().ok_or_else(|| missing("--phone"))?;
    if before.named.phone.as_deref() == Some(phone) {
        return Ok((None, before));
    }
    change::set_phone(&by, phone)?;
    let contact = contacts::shown(tx.view(), &by.standing().site, ContactType::Primary)?;
    Ok((Some(by.entry().about(ContactType::Primary.word())), contact))
}
