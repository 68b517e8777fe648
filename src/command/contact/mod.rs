//! The contacts of record, and who the Primary Contact is.
pub mod set_primary;
