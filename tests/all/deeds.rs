//! The rows of the matrix: every deed that somebody could be refused, in the ways that matter.
//!
//! `@cy` stands for Cy's ID, `@me` for the asker's, `@entry` for an entry of the trail about the site. `--site` is
//! added. `-` is the asker's own password; `right` and `wrong` are files with secrets. `ghost` has no ID; `new`, `tom`
//! and `sam` are a person without access, a user and a Secondary Contact who ask nothing themselves.

/// Deeds at a site; each is done at every site.
pub const AT_A_SITE: &[&str] = &[
    "site show",
    "site update --company Renamed",
    "site resend-welcome",
    "site withdraw --reason duplicate --yes",
    "site close --reason ended --yes",
    "authorize --passcode-file right",
    "authorize --passcode-file wrong",
    "request-passcode",
    "access list",
    "access list --as-of 2026-11-21",
    "access show",
    "access show @ann",
    "access show @tom",
    "access show @new",
    "access add @new --role user",
    "access add @new --role user --expires 30d",
    "access add @new --role user --tools full",
    "access add @new --role user --manage-access view",
    "access add @new --role user --email ghost@example.com",
    "access add @new --role secondary",
    "access add @new --role secondary --manage-access none",
    "access add @ghost --role user",
    "access add @ghost --role secondary",
    "access add @ops --role user",
    "access add @tom --role user",
    "access add @tom --role user --reporting view",
    "access add @tom --role secondary",
    "access add @sam --role secondary",
    "access add @sam --role user",
    "access add @ann --role user",
    "access add @me --role user",
    "access update @tom --reporting view",
    "access update @tom --tools full",
    "access update @tom --tools downloads",
    "access update @tom --contact-update view",
    "access update @tom --expires 30d",
    "access update @tom --role secondary",
    "access update @sam --reporting none",
    "access update @sam --manage-access none",
    "access update @sam --role user",
    "access update @ann --reporting none",
    "access update @ann --expires 30d",
    "access update @me --reporting none",
    "access update @new --reporting view",
    "access update @ghost --reporting view",
    "access update @ops --reporting view",
    "access update @max --reporting view",
    "access revoke @tom --yes",
    "access revoke @tom --grants hand-to:sam@example.com --yes",
    "access revoke @tom --grants hand-to:new@example.com --yes",
    "access revoke @tom --grants hand-to:cy@example.com --yes",
    "access revoke @sam --yes",
    "access revoke @ann --yes",
    "access revoke @ann --if-exists --yes",
    "access revoke @me --yes",
    "access revoke @new --yes",
    "access revoke @new --if-exists --yes",
    "access revoke @ghost --yes",
    "access revoke @ops --yes",
    "access revoke @max --yes",
    "access leave --yes",
    "contact set-primary @sam --yes --password-file -",
    "contact set-primary @tom --former none --yes --password-file -",
    "contact set-primary @sam --yes --password-file wrong",
    "contact set-primary @new --yes --password-file -",
    "contact set-primary @new --yes --password-file wrong",
    "contact set-primary @ghost --yes --password-file -",
    "contact set-primary @ops --yes --password-file -",
    "contact set-primary @ann --yes --password-file -",
    "contact set-primary @me --yes --password-file -",
    "can enter",
    "can order",
    "can change-access",
    "can name-secondary",
    "can change-primary",
    "can decide-nominations",
    "can update-contacts",
    "can provision",
    "can message --provider aol",
    "can enter --id @tom",
    "can enter --id @new",
    "can enter --id @ops",
    "audit list",
    "audit show @entry",
];

/// Deeds that no site is about.
pub const ELSEWHERE: &[&str] = &[
    "whoami",
    "whoami --as @me --password-file -",
    "whoami --as @me --password-file wrong",
    "account show",
    "site list",
    "site enroll --company New --country DE --primary-first-name N --primary-last-name E --primary-email new@example.com",
    "site enroll --company New --country DE --primary-first-name N --primary-last-name E --primary-email ops@vendor.example",
    "site enroll --company New --country DE --primary-first-name N --primary-last-name E --primary-email new@example.com --number 1000000",
    "person show @ann",
    "person show @ghost",
    "outbox list",
    "outbox show 1",
    "outbox show 9999",
    "outbox deliver",
    "outbox retry 1",
    "outbox test --to somebody@example.com",
    "config list",
    "config get care.contact",
    "config get no.such",
    "config set policy.secondaries-warn 5",
    "config set care.contact care@vendor.example",
    "config set mail.from pao@vendor.example",
    "maintain",
];

/// Deeds that nobody is refused by a rule about who they are: before there is anybody, on the way in and out, about the
/// file (whoever reads it may), and the book.
pub const OPEN: &[&str] = &[
    "init",
    "register",
    "login",
    "logout",
    "account.verify",
    "account.resend-code",
    "audit.verify",
    "audit.head",
    "db.path",
    "db.check",
    "demo",
    "rules",
    "explain",
];

/// The deed that a row is about, as the program calls it.
pub fn deed(row: &str) -> &'static str {
    let dotted = row.replace(' ', ".");
    let fits = |deed: &&str| dotted.strip_prefix(*deed).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
    pao::deeds().into_iter().filter(fits).max_by_key(|deed| deed.len()).unwrap_or_else(|| panic!("no such deed: {row}"))
}

/// Whether a deed only looks: what it refuses is not put on record.
pub fn looks(deed: &str) -> bool {
    matches!(deed.rsplit('.').next(), Some("can" | "whoami" | "show" | "list" | "get"))
}
