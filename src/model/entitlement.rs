//! What a site has acquired, as it is printed (cli.md, `entitlement`).
use crate::model::moment::Moment;
use crate::model::product::Product;
use crate::model::site::SiteNumber;
use schemars::JsonSchema;
use serde::Serialize;

/// `entitlement`.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Entitlement {
    /// Its number; none in a dry run that would have given it one.
    pub entitlement: Option<i64>,
    pub site: SiteNumber,
    pub product: Product,
    pub quantity: i64,
    pub from: Moment,
    /// The last second in which it holds; none where it has no end.
    pub until: Option<Moment>,
    /// It has begun, has not ended and was not revoked.
    pub active: bool,
    pub revoked_at: Option<Moment>,
}
