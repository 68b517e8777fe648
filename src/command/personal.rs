//! What a person says about themselves: the fields that `init` and `register` share.
use crate::command::context::Context;
use crate::command::form::Row;
use crate::command::parsed;
use crate::command::secrets::Source;
use crate::error::Result;
use crate::model::country::Country;
use crate::model::email::Address;
use crate::model::secret::Secret;
use crate::model::text;
use clap::Args;

/// What can be typed.
#[derive(Debug, Args)]
pub struct PersonalArgs {
    /// E-mail address; it becomes the ID
    #[arg(long, value_parser = parsed::new_address, value_name = "ADDRESS")]
    email: Option<Address>,
    /// First name
    #[arg(long, value_parser = parsed::line::<100>, value_name = "NAME")]
    first_name: Option<String>,
    /// Last name
    #[arg(long, value_parser = parsed::line::<100>, value_name = "NAME")]
    last_name: Option<String>,
    /// Country of residence, as a code or a name
    #[arg(long, value_name = "COUNTRY")]
    country: Option<Country>,
}

/// The same, judged.
pub struct Personal {
    pub email: Address,
    pub first_name: String,
    pub last_name: String,
    pub country: Country,
}

impl PersonalArgs {
    /// Checked before the file is opened.
    ///
    /// # Errors
    /// `usage` naming the first flag that is missing and cannot be asked for.
    pub fn needed(&self, cx: &mut Context<'_>) -> Result<()> {
        cx.prompt().needed(self.email.as_ref(), "--email")?;
        cx.prompt().needed(self.first_name.as_ref(), "--first-name")?;
        cx.prompt().needed(self.last_name.as_ref(), "--last-name")?;
        cx.prompt().needed(self.country.as_ref(), "--country")
    }

    /// Judges what was typed and asks for what was not.
    ///
    /// # Errors
    /// `invalid_value`; `interrupted`.
    pub fn ask(&self, cx: &mut Context<'_>) -> Result<Personal> {
        let address = |text: &str| Ok(Address::parse_new(text, "email")?);
        let first = |name: &str| Ok(text::line(name, "first-name", 100)?);
        let last = |name: &str| Ok(text::line(name, "last-name", 100)?);
        Ok(Personal {
            email: cx.prompt().value(self.email.clone(), "--email", "E-mail address (it becomes the ID)", address)?,
            first_name: cx.prompt().value(self.first_name.clone(), "--first-name", "First name", first)?,
            last_name: cx.prompt().value(self.last_name.clone(), "--last-name", "Last name", last)?,
            country: cx.prompt().country(self.country, "--country")?,
        })
    }
}

impl Personal {
    /// For the review of a form.
    pub fn rows(&self) -> Vec<Row> {
        vec![
            Row::new("E-mail", self.email.as_str(), &["--email"]),
            Row::new("First name", self.first_name.as_str(), &["--first-name"]),
            Row::new("Last name", self.last_name.as_str(), &["--last-name"]),
            Row::new("Country", self.country.name(), &["--country"]),
        ]
    }

    /// What a password must not be made of.
    pub fn about(&self) -> [&str; 3] {
        [self.email.as_str(), &self.first_name, &self.last_name]
    }

    /// Takes a password of this person.
    ///
    /// # Errors
    /// `weak_password` for one from a file; at a prompt the person chooses again.
    pub fn password(&self, cx: &mut Context<'_>, source: Source, least: usize) -> Result<Secret> {
        cx.prompt().new_password(source, "--password-file", "Password", &self.about(), least)
    }

    /// Takes the answer to a security question.
    ///
    /// # Errors
    /// `invalid_value` for one from a file; at a prompt the person chooses again.
    pub fn answer(&self, cx: &mut Context<'_>, source: Source, question: &str, password: &Secret) -> Result<Secret> {
        cx.prompt().new_answer(source, question, Some(password), &self.about())
    }
}
