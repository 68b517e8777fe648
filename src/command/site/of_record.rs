//! What `site enroll`, `site update` and `site import` have in common: who can be the Primary Contact of record, and what the trail says.
use crate::error::{Error, Result};
use crate::model::country::Country;
use crate::model::email::Address;
use crate::model::shell::pao;
use crate::model::standing::ContactOfRecord;
use crate::rules::{self, Code};
use crate::store::change::sites::{Amendment, Enrolment};
use crate::store::query::{codes, people};
use crate::store::{Entry, WriteTx};

/// The Primary Contact that is asked for.
pub(super) fn of_record(form: &Enrolment) -> ContactOfRecord {
    ContactOfRecord {
        first_name: form.primary_first_name.clone(),
        last_name: form.primary_last_name.clone(),
        email: form.primary_email.clone(),
    }
}

/// R15: an operator is nobody's Primary e-mail, nor is an address that an operator asked to change to or can still go back to.
///
/// And somebody must be able to come in. Mail to an ID whose holder has moved to another address goes nowhere that they read, and
/// nobody else can have that address: such an enrolment is refused, and the holder is not activated, since whoever reads that mailbox
/// today would have the passcode.
pub(super) fn can_be_primary(tx: &WriteTx<'_>, email: &Address) -> Result<()> {
    let view = tx.view();
    let holder = people::holder(view, email)?;
    if holder.as_ref().is_some_and(|person| person.operator) || codes::operator_could_have(view, email)? {
        let why = format!("{email} is an operator's address; operators have no part in a site");
        return Err(rules::Refusal::new(Code::OperatorApart, why).into());
    }
    match holder.filter(|person| person.email != *email) {
        Some(person) => Err(Error::new(
            Code::Conflict,
            format!(
                "the mail of {} goes to another address than {email} by now; nobody could come in with this one",
                person.id
            ),
        )
        .hinted(format!("enrol the site with the address that `{}` shows", pao("person show").arg(&person.id)))),
        None => Ok(()),
    }
}

/// What was amended, for the trail.
pub(super) fn amended(entry: Entry, amendment: &Amendment) -> Entry {
    let Amendment { company, agreement, country } = amendment;
    let given =
        [("company", company.as_deref()), ("agreement", agreement.as_deref()), ("country", country.map(Country::code))];
    given.into_iter().fold(entry, |entry, (key, value)| match value {
        Some(value) => entry.with(key, value),
        None => entry,
    })
}
