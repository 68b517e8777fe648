//! A large practice database, written fast: few transactions, no password hashing.
//!
//! What must hold: N active sites of M people each, N×M different IDs with access at exactly one site, the first of each
//! the Primary Contact; every grant with its audit entry and its notice. Same seed, same database, but for times and
//! secrets.
use crate::command::Outcome;
use crate::command::context::Context;
use crate::command::credentials::token_hash;
use crate::command::session::WrongTry;
use crate::command::sign_in::fresh_token;
use crate::error::{Error, Result};
use crate::model::access::{Levels, Privilege, Role};
use crate::model::command_id::CommandId;
use crate::model::email::Address;
use crate::model::person::PersonNo;
use crate::model::practice::{Filled, OperatorToken, PrimaryToken};
use crate::model::secret::Secret;
use crate::model::site::SiteNumber;
use crate::notice::access::privileges;
use crate::notice::{Kind, Letter};
use crate::rules::Code;
use crate::store::WriteTx;
use crate::store::authority::practice::{Practice, PracticeAuthority};
use crate::store::change::practice::{self, Extra};
use crate::ui::prose::Part;
use crate::ui::report::Report;
use anyhow::Context as _;
use rand::rngs::StdRng;
use rand::{RngExt as _, SeedableRng as _};
use std::fs::{File, OpenOptions};
use std::io::{BufWriter, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;

/// How large, and from which seed.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    pub sites: u64,
    pub people: u64,
    pub seed: u64,
}

/// Grants in one transaction, about.
const BATCH: u64 = 20_000;
/// The first site number.
const FIRST_SITE: u64 = 1_000_000;
/// Seconds that the printed tokens work.
const TOKEN_LIFE: i64 = 8 * 3600;

const FIRST_NAMES: &[&str] =
    &["Ann", "Bob", "Cy", "Dee", "Eve", "Jürgen", "Zoë", "Łukasz", "Noor", "明", "Chidi", "Søren"];
const LAST_NAMES: &[&str] =
    &["Archer", "Baker", "Cole", "Dunn", "Müller", "Novák", "O'Brien", "王", "García", "Østergård"];
const COUNTRIES: &[&str] = &["DE", "US", "JP", "NL", "PL", "BR", "IN", "ZA"];

/// What one filling works with.
struct Crowd {
    size: Size,
    random: StdRng,
    hash: String,
    list: BufWriter<File>,
}

/// Fills a fresh practice file.
///
/// # Errors
/// `io`; `invalid_value` where the numbers run out.
pub fn fill(cx: &mut Context<'_>, path: &Path, size: &Size) -> Result<Outcome> {
    if size.sites > 9_000_000 - 1 {
        return Err(Error::invalid("sites", "sites: there are not so many numbers of seven digits"));
    }
    let list_path = super::beside(path, "-people.csv");
    cx.session().create(path, false, true)?;
    let tokens = [fresh_token(cx)?, fresh_token(cx)?];
    let hash = cx.session().dummy_hash().reveal().to_owned();
    let file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&list_path).context(UNWRITABLE)?;
    let mut crowd = Crowd { size: *size, random: StdRng::seed_from_u64(size.seed), hash, list: BufWriter::new(file) };
    let practice = {
        let store = cx.session().store()?;
        store.prepare_for_bulk()?;
        Practice::of(store)?
    };
    let named = |tx: WriteTx<'_>| crowd.operator(tx, practice, &tokens[0]);
    let (_done, operator) = cx.session().change_with_try(None, WrongTry::default(), named)?;
    let mut primary = None;
    let (mut done, a_time) = (0, (BATCH / size.people).max(1));
    while done < size.sites {
        let upto = (done + a_time).min(size.sites);
        let filled = |tx: WriteTx<'_>| crowd.some_sites(tx, practice, done..upto, &tokens[1]);
        let (_done, first) = cx.session().change_with_try(None, WrongTry::default(), filled)?;
        primary = primary.or(first);
        done = upto;
    }
    crowd.list.flush().context(UNWRITABLE)?;
    let (id, site) = primary.ok_or_else(|| Error::new(Code::Internal, "no site was written"))?;
    let [operator_token, primary_token] = tokens.map(|token| token.reveal().to_owned());
    let filled = Filled {
        db: path.display().to_string(),
        sites: size.sites,
        people: size.people,
        seed: size.seed,
        operator: OperatorToken { id: operator.to_string(), token: operator_token },
        primary: PrimaryToken { id: id.to_string(), site: site.to_string(), token: primary_token },
        people_file: list_path.display().to_string(),
    };
    let line = format!("{} sites of {} people each in {}", size.sites, size.people, path.display());
    Ok(Report::object(&filled, vec![Part::Line(line)])?.into())
}

impl Crowd {
    fn operator(
        &mut self,
        tx: WriteTx<'_>,
        practice: Practice,
        token: &Secret,
    ) -> Result<(crate::store::Committed, Address)> {
        let by = PracticeAuthority::of(&tx, practice);
        let id = Address::parse("olga@vendor.example", "id")?;
        let olga = Extra { id: id.clone(), first_name: "Olga", last_name: "Operator", country: "US", operator: true };
        let no = practice::person(&by, &olga)?;
        practice::sign_in(&by, no, &token_hash(token), tx.view().at().plus(TOKEN_LIFE))?;
        let last = FIRST_SITE + self.size.sites - 1;
        practice::numbers_after(&by, i64::try_from(last).unwrap_or(i64::MAX))?;
        let entry = by.entry_by(CommandId::Init, no.0, id.as_str()).about(id.as_str());
        Ok((tx.commit(entry)?, id))
    }

    /// Writes some sites. Gives the Primary Contact and number of the very first.
    fn some_sites(
        &mut self,
        tx: WriteTx<'_>,
        practice: Practice,
        which: std::ops::Range<u64>,
        token: &Secret,
    ) -> Result<(crate::store::Committed, Option<(Address, SiteNumber)>)> {
        let by = PracticeAuthority::of(&tx, practice);
        let mut first = None;
        let count = which.end - which.start;
        for index in which {
            let (no, id, site) = self.site(&tx, &by, index)?;
            if index == 0 {
                practice::sign_in(&by, no, &token_hash(token), tx.view().at().plus(TOKEN_LIFE))?;
                first = Some((id, site));
            }
        }
        practice::all_delivered(&by)?;
        let entry = by.entry_by(CommandId::Demo, 1, "olga@vendor.example").with("sites", count);
        Ok((tx.commit(entry)?, first))
    }

    fn site(
        &mut self,
        tx: &WriteTx<'_>,
        by: &PracticeAuthority<'_>,
        index: u64,
    ) -> Result<(PersonNo, Address, SiteNumber)> {
        let site = SiteNumber::parse(&(FIRST_SITE + index).to_string(), "site")?;
        let company = format!("Practice Company {index}");
        let primary = self.extra(index, 0)?;
        let no = practice::person(by, &primary)?;
        practice::active_site(by, &site, &company, (no, &primary), &self.hash)?;
        let entry =
            by.entry_by(CommandId::Authorize, no.0, primary.id.as_str()).at_site(site.as_str()).about(site.as_str());
        let named = format!("{} {} ({})", primary.first_name, primary.last_name, primary.id);
        let letter = Letter::new(Kind::SiteActive, primary.id.as_str()).at_site(site.as_str());
        practice::tell(
            by,
            letter
                .with("name", format!("{} {}", primary.first_name, primary.last_name))
                .with("company", company.as_str()),
        );
        tx.record(entry)?;
        self.note(&primary.id, &site)?;
        for member in 1..self.size.people {
            let extra = self.extra(index, member)?;
            let to = practice::person(by, &extra)?;
            let (role, levels) = self.terms(member);
            practice::grant(by, &site, to, no, role, levels)?;
            let letter = Letter::new(Kind::AccessGranted, extra.id.as_str())
                .at_site(site.as_str())
                .with("name", format!("{} {}", extra.first_name, extra.last_name))
                .with("company", company.as_str())
                .with("by", named.as_str())
                .with("role", role.word())
                .with("privileges", privileges(levels));
            practice::tell(by, letter);
            let entry = by
                .entry_by(CommandId::AccessAdd, no.0, primary.id.as_str())
                .at_site(site.as_str())
                .about(extra.id.as_str());
            tx.record(entry)?;
            self.note(&extra.id, &site)?;
        }
        Ok((no, primary.id, site))
    }

    /// Somebody, drawn from the seed.
    fn extra(&mut self, site: u64, member: u64) -> Result<Extra> {
        Ok(Extra {
            id: Address::parse(&format!("person{member}@site{}.example", FIRST_SITE + site), "id")?,
            first_name: self.one_of(FIRST_NAMES),
            last_name: self.one_of(LAST_NAMES),
            country: self.one_of(COUNTRIES),
            operator: false,
        })
    }

    fn one_of(&mut self, words: &[&'static str]) -> &'static str {
        words[self.random.random_range(0..words.len())]
    }

    /// The second and third of a site are Secondary Contacts, the others users.
    fn terms(&mut self, member: u64) -> (Role, Levels) {
        if member <= 2 {
            return (Role::Secondary, Levels::default_for(Role::Secondary));
        }
        let tools = self.random.random_range(0..4);
        (Role::User, Levels::default_for(Role::User).with(Privilege::Tools, tools))
    }

    fn note(&mut self, id: &Address, site: &SiteNumber) -> Result<()> {
        Ok(writeln!(self.list, "{id},{site}").context(UNWRITABLE)?)
    }
}

const UNWRITABLE: &str = "the list of people cannot be written";
