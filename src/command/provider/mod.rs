//! Public messaging providers: listed, added, retired.
pub mod add;
pub mod list;
pub mod retire;

use crate::error::Error;
use crate::model::provider::{Provider, ProviderName};
use crate::ui::report::Part;

/// One provider.
fn sheet(provider: &Provider) -> Vec<Part> {
    let mut sheet = vec![
        Part::Pair("Provider", provider.provider.to_string()),
        Part::Pair("Protocol", provider.protocol.to_string()),
        Part::Pair("Terms", provider.terms_url.clone()),
        Part::Pair("Version of the terms", provider.terms_version.clone()),
    ];
    sheet.extend(provider.retired_at.map(|at| Part::Pair("Retired", at.to_string())));
    sheet
}

/// A name that no provider has, where one is chosen.
pub(super) fn unknown(name: &ProviderName) -> Error {
    Error::invalid("provider", format!("provider: there is no provider {name}"))
        .hinted("`pao provider list` shows the names there are")
}
