//! Who somebody is inside the file. What people call an ID is an e-mail address ([`crate::model::email::Address`]);
//! that is only a name, so everything is joined by this number instead.

/// The number of a person in the file. Never shown, never typed, never given twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PersonNo(pub i64);
