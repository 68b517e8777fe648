//! SELECTs that load what rules and reports read. Nothing here decides, nothing here writes.
pub mod access;
pub mod codes;
pub mod contacts;
pub mod due;
pub mod entitlements;
pub mod messages;
pub mod nominations;
pub mod passcodes;
pub mod people;
pub mod providers;
pub mod provisions;
pub mod registrations;
pub mod settings;
pub mod sign_ins;
pub mod sites;
pub mod ties;
pub mod trail;
