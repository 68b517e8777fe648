//! SELECTs that load what rules and reports read. Nothing here decides, nothing here writes.
pub mod access;
pub mod due;
pub mod messages;
pub mod passcodes;
pub mod people;
pub mod registrations;
pub mod settings;
pub mod sites;
pub mod trail;
