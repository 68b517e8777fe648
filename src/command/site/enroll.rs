//! Enrol a site; its Welcome letter goes to the Primary Contact of record.
use crate::command::context::Context;
use crate::command::form::Row;
use crate::command::parsed;
use crate::command::views::NEW_NUMBER;
use crate::command::{Outcome, views};
use crate::error::{Error, Result};
use crate::model::answer::Site;
use crate::model::country::Country;
use crate::model::email::Address;
use crate::model::moment::DAY;
use crate::model::setting::Setting;
use crate::model::site::{Program, SiteNumber, Via};
use crate::model::text;
use crate::notice;
use crate::store::authority::operator::OperatorAuthority;
use crate::store::authority::signed_in::SignedIn;
use crate::store::change::sites::{self as change, Enrolment};
use crate::store::change::{entrance, outbox};
use crate::store::query::{settings, sites};
use crate::ui::report::Report;
use clap::Args;

use super::alike;
use super::of_record::{can_be_primary, of_record};

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao site enroll --company 'Example Corp' --country DE \\
      --primary-first-name Ann --primary-last-name Archer --primary-email ann@example.com
  pao site enroll --dry-run")]
pub struct EnrollArgs {
    /// Name of the company
    #[arg(long, value_parser = parsed::line::<200>, value_name = "NAME")]
    company: Option<String>,
    /// Its country, as a code or a name
    #[arg(long, value_name = "COUNTRY")]
    country: Option<Country>,
    /// First name of the Primary Contact
    #[arg(long, value_parser = parsed::line::<100>, value_name = "NAME")]
    primary_first_name: Option<String>,
    /// Last name of the Primary Contact
    #[arg(long, value_parser = parsed::line::<100>, value_name = "NAME")]
    primary_last_name: Option<String>,
    /// E-mail address of the Primary Contact
    #[arg(long, value_parser = parsed::new_address, value_name = "ADDRESS")]
    primary_email: Option<Address>,
    /// How the site came about
    #[arg(long, value_name = "HOW", default_value_t = Via::Form)]
    via: Via,
    /// Its program
    #[arg(long, value_name = "PROGRAM", default_value_t = Program::PassportAdvantage)]
    program: Program,
    /// Agreement number, which several sites may share
    #[arg(long, value_parser = parsed::line::<40>, value_name = "NUMBER")]
    agreement: Option<String>,
    /// Site number of 5 to 10 digits; the next of seven when left out
    #[arg(long, value_name = "NUMBER")]
    number: Option<SiteNumber>,
    /// Phone number of the Primary Contact
    #[arg(long, value_parser = parsed::line::<40>, value_name = "NUMBER")]
    phone: Option<String>,
}

/// Enrols a site and mails the Welcome letter. The passcode is never shown to the operator.
///
/// # Errors
/// R15, R6 for a number that was given already is `already_exists`; `invalid_value`.
pub fn run(args: &EnrollArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    cx.prompt().needed(args.company.as_ref(), "--company")?;
    cx.prompt().needed(args.country.as_ref(), "--country")?;
    cx.prompt().needed(args.primary_first_name.as_ref(), "--primary-first-name")?;
    cx.prompt().needed(args.primary_last_name.as_ref(), "--primary-last-name")?;
    cx.prompt().needed(args.primary_email.as_ref(), "--primary-email")?;
    let caller = cx.authenticate()?;
    cx.judged_first(&caller, |_, me| OperatorAuthority::of(me).map(drop))?;
    let form = cx.form("enrolment", |cx| form(args, cx), rows)?;
    cx.session().about(&form.primary_email);
    let (code, hash) = cx.session().fresh_code()?;
    let (done, (summary, warnings)) = cx.session().change(&caller, |tx| {
        let me = SignedIn::authenticate(&tx, &caller.key)?;
        let by = OperatorAuthority::of(&me)?;
        can_be_primary(&tx, &form.primary_email)?;
        let number = change::enroll(&by, &form)?;
        let warnings = alike::warnings(tx.view(), &number, &form, ToString::to_string)?;
        let days = settings::number(tx.view(), Setting::WelcomePasscodeDays)?;
        entrance::issue_with_letter(&by, &number, &hash, days)?;
        let until = tx.view().at().plus(days * DAY);
        let letter = notice::site::welcome(&of_record(&form), &number, &form.company, &code, until);
        let nameless = tx.is_dry_run() && form.number.is_none();
        outbox::queue(&by, if nameless { letter.at_site(NEW_NUMBER) } else { letter });
        let mut summary =
            sites::shown(tx.view(), me.person(), &number)?.ok_or_else(|| Error::not_found("the new site"))?;
        if nameless {
            // A number that a dry run hands out means nothing.
            summary.site = None;
        }
        let entry = by.entry().at_site(number.as_str()).about(form.primary_email.as_str());
        Ok((tx.commit(entry)?, (summary, warnings)))
    })?;
    report(cx, &done, &summary, warnings)
}

fn report(
    cx: &mut Context<'_>,
    done: &crate::store::Committed,
    summary: &Site,
    warnings: Vec<String>,
) -> Result<Outcome> {
    let number = summary.site.as_ref().map_or_else(|| "a new site".to_owned(), |site| format!("site {site}"));
    let report = cx.changed(done, summary, views::site(summary))?;
    let report = warnings.into_iter().fold(report, Report::warning);
    Ok(report.status(format!("Enrolled {number}; the Welcome letter goes to {}", summary.primary.email)).into())
}

fn form(args: &EnrollArgs, cx: &mut Context<'_>) -> Result<Enrolment> {
    Ok(Enrolment {
        company: cx.prompt().value(args.company.clone(), "--company", "Name of the company", |name| {
            Ok(text::line(name, "company", 200)?)
        })?,
        country: cx.prompt().country(args.country, "--country")?,
        primary_first_name: cx.prompt().value(
            args.primary_first_name.clone(),
            "--primary-first-name",
            "First name of the Primary Contact",
            |name| Ok(text::line(name, "primary-first-name", 100)?),
        )?,
        primary_last_name: cx.prompt().value(
            args.primary_last_name.clone(),
            "--primary-last-name",
            "Last name of the Primary Contact",
            |name| Ok(text::line(name, "primary-last-name", 100)?),
        )?,
        primary_email: cx.prompt().value(
            args.primary_email.clone(),
            "--primary-email",
            "E-mail address of the Primary Contact",
            |text| Ok(Address::parse_new(text, "primary-email")?),
        )?,
        via: args.via,
        program: args.program,
        agreement: args.agreement.clone(),
        number: args.number.clone(),
        phone: args.phone.clone(),
    })
}

fn rows(form: &Enrolment) -> Vec<Row> {
    let number = form.number.as_ref().map_or("the next", SiteNumber::as_str);
    vec![
        Row::new("Company", form.company.as_str(), &["--company"]),
        Row::new("Country", form.country.name(), &["--country"]),
        Row::new("First name of the Primary Contact", form.primary_first_name.as_str(), &["--primary-first-name"]),
        Row::new("Last name of the Primary Contact", form.primary_last_name.as_str(), &["--primary-last-name"]),
        Row::new("E-mail of the Primary Contact", form.primary_email.as_str(), &["--primary-email"]),
        Row::new("Phone", form.phone.clone().unwrap_or_default(), &[]),
        Row::new("Program", form.program.word(), &[]),
        Row::new("Agreement", form.agreement.clone().unwrap_or_default(), &[]),
        Row::new("Site number", number, &[]),
    ]
}
