//! One's own ID.
pub mod resend_code;
pub mod show;
pub mod verify;
