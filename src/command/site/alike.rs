//! What whoever enrols a site should hear: that there is one which people could take for it.
use crate::error::Result;
use crate::model::site::SiteNumber;
use crate::store::ReadView;
use crate::store::change::sites::Enrolment;
use crate::store::query::alike;

/// Sites of the same company and Primary Contact that are named.
const NAMED: usize = 3;

/// The warnings about a site that was just enrolled under this number. `named` says how another site is named: a number
/// that a dry run handed out means nothing.
///
/// # Errors
/// What SQLite says.
pub(super) fn warnings(
    view: ReadView<'_>,
    number: &SiteNumber,
    form: &Enrolment,
    named: impl Fn(&SiteNumber) -> String,
) -> Result<Vec<String>> {
    let mut warnings = Vec::new();
    for other in alike::in_number(view, number)? {
        let other = named(&other);
        warnings.push(format!("site number {number} and site number {other} differ by leading zeros only"));
    }
    let (company, primary) = (&form.company, &form.primary_email);
    let others = alike::in_name(view, company, primary, NAMED + 1)?;
    let others: Vec<String> = others.iter().filter(|other| *other != number).take(NAMED).map(named).collect();
    if !others.is_empty() {
        let others = others.join(", ");
        warnings.push(format!(
            "{company} is enrolled with {primary} as its Primary Contact already: site {others}; if the two are one, \
             `pao site withdraw` takes back the one that nobody has come in to"
        ));
    }
    Ok(warnings)
}
