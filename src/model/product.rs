//! Products that a site may be entitled to, and how many of them. Products are data: only the one that a rule names stands
//! here (R13).
use crate::model::{Malformed, number, text};
use schemars::JsonSchema;
use serde::Serialize;
use std::fmt;

/// The product without which there is no provisioning (R13).
pub const GATEWAY: &str = "sametime-gateway";

/// The short name of a product.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
pub struct Product(#[schemars(regex(pattern = "^[a-z0-9][a-z0-9-]*[a-z0-9]$"), length(min = 2, max = 40))] String);

impl Product {
    /// The product that is written as `text`.
    ///
    /// # Errors
    /// [`Malformed`] naming `field` where it is not 2 to 40 lower-case letters, digits and inner hyphens.
    pub fn parse(text: &str, field: &'static str) -> Result<Self, Malformed> {
        text::short_name(text, field).map(Self).map_err(|bad| bad.hinted(format!("for example {GATEWAY}")))
    }

    /// Its characters.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether this is the product that provisioning needs.
    pub fn is_gateway(&self) -> bool {
        self.0 == GATEWAY
    }
}

impl fmt::Display for Product {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// How many licences an entitlement counts, 1 to 1,000,000.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Quantity(u32);

impl Quantity {
    /// The quantity that is written as `text`, in digits only.
    ///
    /// # Errors
    /// [`Malformed`] naming `field`.
    pub fn parse(text: &str, field: &'static str) -> Result<Self, Malformed> {
        number::whole(text, field, 1..=1_000_000).map(Self)
    }

    /// The number.
    pub const fn number(self) -> u32 {
        self.0
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

#[cfg(test)]
mod tests {
    use super::{GATEWAY, Product, Quantity};

    #[test]
    fn the_gateway_is_a_product_and_others_are_not_it() {
        assert!(Product::parse(GATEWAY, "product").unwrap().is_gateway());
        let other = Product::parse("sametime-gateway-2", "product").unwrap();
        assert!(!other.is_gateway());
        assert_eq!(serde_json::to_string(&other).unwrap(), "\"sametime-gateway-2\"");
    }

    #[test]
    fn a_product_that_is_none_gets_an_example() {
        let bad = Product::parse("Sametime Gateway", "product").unwrap_err();
        assert_eq!((bad.field, bad.hint.as_deref()), ("product", Some("for example sametime-gateway")));
    }

    #[test]
    fn a_quantity_is_1_to_a_million() {
        assert_eq!(Quantity::parse("1", "quantity").unwrap().number(), 1);
        assert_eq!(serde_json::to_string(&Quantity::parse("1000000", "quantity").unwrap()).unwrap(), "1000000");
        for text in ["0", "1000001", "1,000", "-5", "007", "", "1e6", "99999999999999999999"] {
            let bad = Quantity::parse(text, "quantity").unwrap_err();
            assert_eq!(bad.to_string(), "quantity: is not a whole number from 1 to 1000000", "{text}");
        }
    }
}
