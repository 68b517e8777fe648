//! What sites have acquired: recorded, listed, revoked.
pub mod grant;
pub mod list;
pub mod revoke;

use crate::command::sheets;
use crate::model::entitlement::Entitlement;
use crate::ui::report::Part;

/// One entitlement.
fn sheet(entitlement: &Entitlement) -> Vec<Part> {
    let number = sheets::number(entitlement.entitlement.as_ref());
    let mut sheet = vec![
        Part::Pair("Entitlement", number),
        Part::Pair("Site", entitlement.site.to_string()),
        Part::Pair("Product", entitlement.product.to_string()),
        Part::Pair("Quantity", entitlement.quantity.to_string()),
        Part::Pair("From", entitlement.from.to_string()),
        Part::Pair("Until", entitlement.until.map_or_else(|| "-".to_owned(), |until| until.to_string())),
        Part::Pair("Active", if entitlement.active { "yes" } else { "no" }.to_owned()),
    ];
    sheet.extend(entitlement.revoked_at.map(|at| Part::Pair("Revoked", at.to_string())));
    sheet
}
