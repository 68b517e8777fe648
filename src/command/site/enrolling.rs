//! The lines of one import of sites, judged and carried out one after the other in one transaction.
//!
//! What must hold: as for an import of access: once a line is bad nothing is written any more, but the rest is judged.
use crate::command::made::Made;
use crate::command::views::NEW_NUMBER;
use crate::error::{Error, Result};
use crate::import::BadLines;
use crate::model::answer::Site;
use crate::model::code::MailedCode;
use crate::model::enrolment::EnrolmentLine;
use crate::model::many::Became;
use crate::model::moment::DAY;
use crate::model::secret::Secret;
use crate::model::setting::Setting;
use crate::model::site::{Program, SiteNumber, Via};
use crate::notice;
use crate::rules::Code;
use crate::rules::enrolment::{self as rule, Wanted};
use crate::store::authority::operator::OperatorAuthority;
use crate::store::change::sites::{self as change, Amendment, Enrolment};
use crate::store::change::{entrance, outbox};
use crate::store::query::{settings, sites};
use crate::store::{Entry, WriteTx};

use super::alike;
use super::of_record::{amended, can_be_primary, of_record};

/// An import of sites on its way.
pub(super) struct Enrolling<'w, 'tx> {
    tx: &'w WriteTx<'tx>,
    by: &'w OperatorAuthority<'tx>,
    /// For the sites that are new.
    codes: Vec<(MailedCode, Secret)>,
    /// Numbers that lines of the file name.
    named: Vec<SiteNumber>,
    /// Days that a passcode of a Welcome letter lives.
    days: i64,
    bad: BadLines,
    last: Option<Entry>,
    made: Made<Option<SiteNumber>>,
    /// Numbers that a dry run handed out: they mean nothing.
    nameless: Vec<SiteNumber>,
    warnings: Vec<String>,
}

impl<'w, 'tx> Enrolling<'w, 'tx> {
    pub fn begin(
        tx: &'w WriteTx<'tx>,
        by: &'w OperatorAuthority<'tx>,
        codes: Vec<(MailedCode, Secret)>,
        named: Vec<SiteNumber>,
        bad: BadLines,
    ) -> Result<Self> {
        let days = settings::number(tx.view(), Setting::WelcomePasscodeDays)?;
        Ok(Self {
            tx,
            by,
            codes,
            named,
            days,
            bad,
            last: None,
            made: Made::nothing(),
            nameless: Vec::new(),
            warnings: Vec::new(),
        })
    }

    /// Judges a line and, as long as none was bad, does what it says.
    ///
    /// # Errors
    /// What SQLite says; never what is wrong with the line, which is noted.
    pub fn line(&mut self, number: u64, line: EnrolmentLine) -> Result<()> {
        let there = match &line.number {
            Some(site) => sites::shown(self.tx.view(), self.by.person(), site)?,
            None => None,
        };
        let Some(there) = there else {
            match can_be_primary(self.tx, &line.primary_email) {
                Ok(()) if self.bad.is_empty() => return self.enroll(number, line),
                Ok(()) => {}
                Err(error) if matches!(error.code, Code::OperatorApart | Code::Conflict) => {
                    self.bad.add(number, None, &error);
                }
                Err(error) => return Err(error),
            }
            return Ok(());
        };
        match rule::judge(&there, &line) {
            Ok(Wanted::Nothing) => self.made.unchanged += 1,
            Ok(Wanted::Amendment) if self.bad.is_empty() => self.amend(line, &there)?,
            Ok(Wanted::Amendment) => {}
            Err(refusal) => self.bad.add(number, line.number.as_ref().map(SiteNumber::as_str), &refusal.into()),
        }
        Ok(())
    }

    fn enroll(&mut self, place: u64, line: EnrolmentLine) -> Result<()> {
        self.record()?;
        let given = line.number.is_some();
        let number = match line.number {
            Some(number) => number,
            None => change::next_number(self.by, &self.named)?,
        };
        let form = Enrolment {
            number: Some(number),
            company: line.company,
            country: line.country,
            program: line.program.unwrap_or(Program::PassportAdvantage),
            via: line.via.unwrap_or(Via::Form),
            agreement: line.agreement,
            primary_first_name: line.primary_first_name,
            primary_last_name: line.primary_last_name,
            primary_email: line.primary_email,
            phone: line.phone,
        };
        let (code, hash) =
            self.codes.pop().ok_or_else(|| Error::new(Code::Internal, "a new site has no passcode ready"))?;
        let (tx, by) = (self.tx, self.by);
        let site = change::enroll(by, &form)?;
        entrance::issue_with_letter(by, &site, &hash, self.days)?;
        let until = tx.view().at().plus(self.days * DAY);
        let letter = notice::site::welcome(&of_record(&form), &site, &form.company, &code, until);
        // A number that a dry run hands out means nothing.
        let shown = (!tx.is_dry_run() || given).then(|| site.clone());
        if shown.is_none() {
            self.nameless.push(site.clone());
        }
        self.compare(place, &site, &form)?;
        let number = shown.as_ref().map_or(NEW_NUMBER, SiteNumber::as_str).to_owned();
        outbox::queue(by, letter.at_site(number.as_str()));
        self.made.note(Became::Added, &shown, || {
            format!("{number}  {}, {}, {}", form.company, form.country.code(), form.primary_email)
        });
        let entry = by.entry().at_site(site.as_str()).about(form.primary_email.as_str());
        self.last = Some(entry.with("change", Became::Added.word()));
        Ok(())
    }

    /// Notes what whoever reads this line should know.
    fn compare(&mut self, place: u64, site: &SiteNumber, form: &Enrolment) -> Result<()> {
        let named = |other: &SiteNumber| {
            if self.nameless.contains(other) { NEW_NUMBER.to_owned() } else { other.to_string() }
        };
        let alike = alike::warnings(self.tx.view(), site, form, named)?;
        self.warnings.extend(alike.into_iter().map(|words| format!("line {place}: {words}")));
        Ok(())
    }

    fn amend(&mut self, line: EnrolmentLine, there: &Site) -> Result<()> {
        self.record()?;
        let Some(site) = line.number else { return Ok(()) };
        let EnrolmentLine { company, country, agreement, .. } = line;
        let amendment = Amendment { company: Some(company), agreement, country: Some(country) };
        change::amend(self.by, &site, &amendment)?;
        self.made.note(Became::Changed, &Some(site.clone()), || {
            let values = [
                ("company", Some(there.company.as_str()), amendment.company.as_deref()),
                ("country", Some(there.country.as_str()), Some(country.code())),
                ("agreement", there.agreement.as_deref(), amendment.agreement.as_deref()),
            ];
            let differs = values.into_iter().filter_map(|(name, before, after)| {
                let after = after.filter(|after| before != Some(after))?;
                Some(format!("{name} {} → {after}", before.unwrap_or("-")))
            });
            format!("{site}  {}", differs.collect::<Vec<_>>().join(", "))
        });
        let entry = amended(self.by.entry().at_site(site.as_str()), &amendment);
        self.last = Some(entry.with("change", Became::Changed.word()));
        Ok(())
    }

    /// The change before this one gets its entry, with its effects and letters.
    fn record(&mut self) -> Result<()> {
        self.last.take().map_or(Ok(()), |entry| self.tx.record(entry))
    }

    /// What deserves a look, line by line.
    pub fn warnings(&mut self) -> Vec<String> {
        std::mem::take(&mut self.warnings)
    }

    /// The entry of the last change, which commits the whole (none where nothing changed), and what came of it.
    ///
    /// # Errors
    /// `invalid_value` naming every bad line.
    pub fn end(self) -> Result<(Option<Entry>, Made<Option<SiteNumber>>)> {
        if self.bad.is_empty() { Ok((self.last, self.made)) } else { Err(self.bad.into_error()) }
    }
}
