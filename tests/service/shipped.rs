//! The files of the package that are tried here, as they stand in it.

/// The unit that sends the letters.
pub const SERVICE: &str = include_str!("../../src/packaging/pao-maintain.service");
/// What makes the user, the folder and the group.
pub const POSTINST: &str = include_str!("../../src/packaging/postinst");
/// The lines of sudo.
pub const SUDOERS: &str = include_str!("../../src/packaging/sudoers");
/// The lines of sshd: every key is let in.
pub const SSHD: &str = include_str!("../../src/packaging/sshd_config");
/// What is said before anybody is known.
pub const BANNER: &str = include_str!("../../src/packaging/ssh-banner");
