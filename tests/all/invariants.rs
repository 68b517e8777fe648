//! Each invariant of the schema, twice: raw SQL that breaks it is refused by SQLite itself, and once the constraint has
//! been got round, `db check` names what is broken.
//!
//! What must hold: the tables below are compared with the schema and with the list that `db check` prints, both ways. A
//! new constraint without a refused statement fails, and so does an invariant that nothing here breaks.
use crate::world::{ANN, BOB, CY, DAY, DEE, OF_BEFORE, OPS, Scene};
use rusqlite::Connection;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// A row of each table that SQLite takes, as `column = expression`; the cases change one column of it.
const ROWS: &[(&str, &str)] = &[
    ("setting", "key = 'care.contact'; value = 'x'"),
    (
        "person",
        "id = 'new@example.com'; email = 'new@example.com'; first_name = 'N'; last_name = 'N'; country = 'DE'; \
         password = {phc}; question = 'q'; answer = {phc}; operator = 0; failures = 0; pair_failures = 0; registered_at = {now}; closed_at = NULL",
    ),
    (
        "registration",
        "email = 'new@example.com'; first_name = 'N'; last_name = 'N'; country = 'DE'; password = {phc}; question = 'q'; \
         answer = {phc}; code = {phc}; tag = 0; registered_at = {now}; expires_at = {now} + 9",
    ),
    ("stranger", "key = zeroblob(32); failures = 1; not_before = 0; at = {now}"),
    ("visit", "key = zeroblob(32); action = 'register'; at = {now}; count = 1"),
    (
        "sign_in",
        "person = {ann}; token = zeroblob(32); created_at = {now}; last_used_at = {now}; expires_at = {now} + 9; caller = NULL; printed = 0",
    ),
    (
        "site",
        "site = '12345'; company = 'C'; country = 'DE'; program = 'passport-advantage'; via = 'form'; agreement = 'A'; \
         status = 'awaiting-primary'; enrolled_at = {now}; activated_at = NULL; ended_at = NULL",
    ),
    (
        "contact",
        "site = {active}; type = 'technical'; first_name = 'T'; last_name = 'T'; email = 't@example.com'; phone = '1'",
    ),
    (
        "passcode",
        "site = {sleeping}; kind = 'welcome'; hash = {phc}; issued_at = {now}; expires_at = {now} + 9; tries = 0; \
         state = 'superseded'; used_by = NULL",
    ),
    (
        "access",
        "site = {active}; person = {dee}; nth = 1; role = 'user'; tools = 1; reporting = 0; entitlements = 0; documents = 0; \
         manage_access = 0; contact_update = 0; granted_by = {ann}; granted_at = {now}; expires_at = NULL; ended_at = NULL; \
         ended_by = NULL; end_reason = NULL",
    ),
    (
        "message",
        "entry = 1; kind = 'test'; recipient = 'a@example.com'; site = NULL; facts = '{}'; secret = NULL; state = 'queued'; \
         created_at = {now}; delivered_at = NULL; attempts = 0; next_at = {now}; claimed_until = NULL; uncertain = 0",
    ),
    (
        "audit",
        "seq = (SELECT max(seq) + 1 FROM audit); at = {now}; action = 'x'; outcome = 'done'; code = NULL; details = '{}'; \
         hash = zeroblob(32)",
    ),
    (
        "nomination",
        "site = {active}; person = {dee}; claims_primary = 0; reason = 'r'; status = 'pending'; submitted_at = {now}; \
         heard_at = {now}; reminded = 0; decided_at = NULL; decided_by = NULL; decision_reason = NULL",
    ),
    (
        "entitlement",
        "site = {active}; product = 'sametime'; quantity = 1; from_at = {now}; until_at = NULL; granted_by = {ops}; \
         granted_at = {now}; revoked_by = NULL; revoked_at = NULL",
    ),
    (
        "provider",
        "provider = 'new'; protocol = 'sip'; terms_url = 'https://new.example'; terms_version = '1'; retired_at = NULL",
    ),
    (
        "provision",
        "request = NULL; site = {active}; product = 'sametime'; status = 'submitted'; gateway_name = 'G'; \
         host = 'g.example.com'; port = 5061; common_name = 'G'; issuer = 'I'; notify = 'n@example.com'; replaces = NULL; \
         submitted_by = {ann}; submitted_at = {now}; due_by = {now} + 9; received_at = NULL; decided_at = NULL; \
         decided_by = NULL; reason = NULL; reminded = NULL",
    ),
    ("provision_domain", "request = 1; nth = 2; domain = 'two.example'; held = 1"),
    (
        "provision_provider",
        "request = 1; provider = 'yahoo'; terms_version = NULL; accepted_at = NULL; accepted_by = NULL",
    ),
    (
        "code",
        "person = {dee}; kind = 'recovery'; hash = {phc}; address = NULL; answer_needed = 1; issued_at = {now}; \
         expires_at = {now} + 3600; tag = 0; tries = 0; state = 'live'",
    ),
    ("access_reminder", "site = {active}; person = {cy}; nth = 2; days = 7"),
    (
        "token",
        "site = {active}; person = {cy}; nth = 2; name = 'T'; can = 'enter,download'; hash = zeroblob(32); created_at = {now}; \
         last_used_at = NULL; expires_at = {now} + 9; revoked_at = NULL",
    ),
];

/// In place of an invariant: without this the file cannot even be opened, and `damaged` is said at once.
const UNREADABLE: &str = "(unreadable)";

/// What the commands above do not make: a gateway that works and one that has ended, and so on.
const MORE: &str = "{row nomination: status = 'withdrawn'; decided_at = {now}} {row nomination: person = {cy}; status = 'expired'; decided_at = {now}}
 {row entitlement} {row entitlement}
 {row provision: request = 1; status = 'provisioned'; decided_at = {now}} {row provision_domain: nth = 1; domain = 'held.example'}
 {row provision: request = 2; status = 'ended'; decided_at = {now}} {row provision_domain: request = 2; nth = 1; domain = 'old.example'; held = 0}
 {row provision_provider: provider = 'aol'; terms_version = '1'; accepted_at = {now}; accepted_by = {ann}}
 {row code: state = 'used'} {row token: revoked_at = {now}; hash = CAST(printf('%032d', 1) AS BLOB)} {row token: hash = CAST(printf('%032d', 2) AS BLOB)}";

/// Table, columns that a CHECK refuses, the invariant that names it afterwards.
const CHECKS: &[(&str, &str, &str)] = &[
    ("registry", "one = 2", "registry-values"),
    ("registry", "id = x'00'", UNREADABLE),
    ("registry", "service = 2", "registry-values"),
    ("registry", "practice = 2", "registry-values"),
    ("registry", "next_site = 999999", "registry-values"),
    ("person", "id = 'New@example.com'", "person-values"),
    ("person", "email = 'a@'", "person-values"),
    ("person", "first_name = ''", "person-values"),
    ("person", "last_name = printf('%101s', 'x')", "person-values"),
    ("person", "country = 'Germany'", "person-values"),
    ("person", "password = 'correct horse'", "secrets-are-hashed"),
    ("person", "question = printf('%201s', 'x')", "question-with-answer"),
    ("person", "answer = 'Nautilus'", "secrets-are-hashed"),
    ("person", "operator = 2", "person-values"),
    ("person", "failures = -1", "person-values"),
    ("person", "closed_at = {now} - 1", "person-values"),
    ("person", "question = NULL", "question-with-answer"),
    ("registration", "email = 'New@example.com'", "registration-values"),
    ("registration", "first_name = ''", "registration-values"),
    ("registration", "last_name = ''", "registration-values"),
    ("registration", "country = 'de'", "registration-values"),
    ("registration", "password = 'correct horse'", "secrets-are-hashed"),
    ("registration", "question = ''", "registration-values"),
    ("registration", "answer = 'Nautilus'", "secrets-are-hashed"),
    ("registration", "code = 'ABCD'", "secrets-are-hashed"),
    ("registration", "expires_at = {now}", "registration-values"),
    ("stranger", "key = x'00'", "stranger-values"),
    ("stranger", "failures = -1", "stranger-values"),
    ("visit", "key = x'00'", "visit-values"),
    ("visit", "count = 0", "visit-values"),
    ("person", "pair_failures = -1", "person-values"),
    ("registration", "tag = -1", "registration-values"),
    ("code", "tag = -1", "code-values"),
    ("sign_in", "token = x'00'", "sign-in-values"),
    ("sign_in", "last_used_at = {now} - 1", "sign-in-values"),
    ("sign_in", "expires_at = {now} + 28801", "sign-in-values"),
    ("sign_in", "caller = 'x'", "sign-in-values"),
    ("sign_in", "printed = 2", "sign-in-values"),
    ("site", "site = '1234x'", "site-values"),
    ("site", "company = ''", "site-values"),
    ("site", "country = '??'", "site-values"),
    ("site", "program = 'other'", "site-values"),
    ("site", "via = 'phone'", "site-values"),
    ("site", "agreement = ''", "site-values"),
    ("site", "status = 'open'", "site-values"),
    ("site", "status = 'active'; activated_at = {now} - 1", "site-times"),
    ("site", "status = 'withdrawn'; ended_at = {now} - 1", "site-times"),
    ("site", "activated_at = {now}", "site-times"),
    ("site", "ended_at = {now}", "site-times"),
    ("contact", "type = 'legal'", "contact-values"),
    ("contact", "first_name = ''", "contact-values"),
    ("contact", "last_name = ''", "contact-values"),
    ("contact", "email = 'T@example.com'", "contact-values"),
    ("contact", "phone = printf('%41s', 'x')", "contact-values"),
    ("passcode", "kind = 'found'", "passcode-values"),
    ("passcode", "hash = 'ABCD'", "secrets-are-hashed"),
    ("passcode", "expires_at = {now} + 7776001", "passcode-values"),
    ("passcode", "tries = 6", "passcode-values"),
    ("passcode", "state = 'sleeping'", "passcode-values"),
    ("passcode", "kind = 'requested'; expires_at = {now} + 3601", "a-requested-passcode-lives-an-hour"),
    ("passcode", "site = {active}; tries = 5; state = 'live'", "five-tries-spend-a-passcode"),
    ("passcode", "state = 'used'", "a-used-passcode-has-its-user"),
    ("access", "nth = 0", "levels-on-the-ladder"),
    ("access", "role = 'owner'", "levels-on-the-ladder"),
    ("access", "tools = 4", "levels-on-the-ladder"),
    ("access", "reporting = 2", "levels-on-the-ladder"),
    ("access", "entitlements = 3", "levels-on-the-ladder"),
    ("access", "documents = -1", "levels-on-the-ladder"),
    ("access", "manage_access = 3", "levels-on-the-ladder"),
    ("access", "contact_update = 3", "levels-on-the-ladder"),
    ("access", "expires_at = {now} - 1", "intervals-run-forward"),
    ("access", "ended_at = {now} - 1", "intervals-run-forward"),
    ("access", "role = 'primary'; ended_at = {now}", "the-primary-holds-the-top"),
    ("access", "role = 'secondary'", "role-and-privileges-fit"),
    ("access", "contact_update = 1", "role-and-privileges-fit"),
    ("access", "granted_by = NULL", "grants-have-a-giver"),
    ("access", "end_reason = 'x'", "intervals-run-forward"),
    ("message", "recipient = 'a@example.com' || char(10) || 'Bcc: x'", "message-values"),
    ("message", "state = 'sent'", "message-values"),
    ("message", "state = 'delivered'; delivered_at = {now} - 1", "message-values"),
    ("message", "attempts = -1", "message-values"),
    ("message", "delivered_at = {now}", "message-values"),
    ("message", "claimed_until = {now}; state = 'failed'", "message-values"),
    ("message", "uncertain = 3", "message-values"),
    ("message", "state = 'failed'; secret = 'ABCD'", "secrets-leave-with-the-letter"),
    ("audit", "seq = 0", "audit-values"),
    ("audit", "outcome = 'maybe'", "audit-values"),
    ("audit", "hash = x'00'", "audit-values"),
    ("audit", "code = 'not_found'", "audit-values"),
    ("nomination", "claims_primary = 2", "nomination-values"),
    ("nomination", "reason = ''", "nomination-values"),
    ("nomination", "status = 'open'", "nomination-values"),
    ("nomination", "heard_at = {now} - 1", "nomination-values"),
    ("nomination", "reminded = 3", "nomination-values"),
    ("nomination", "status = 'withdrawn'; decided_at = {now} - 1", "nomination-values"),
    ("nomination", "status = 'approved'; decided_at = {now}; decided_by = {dee}", "nobody-decides-their-own"),
    ("nomination", "decided_at = {now}", "nominations-are-decided-once"),
    ("nomination", "status = 'approved'; decided_at = {now}", "nominations-are-decided-once"),
    ("nomination", "status = 'declined'; decided_at = {now}; decided_by = {ann}", "nominations-are-decided-once"),
    ("entitlement", "product = 'X'", "entitlement-values"),
    ("entitlement", "quantity = 0", "entitlement-values"),
    ("entitlement", "until_at = {now} - 1", "entitlement-values"),
    ("entitlement", "revoked_at = {now} - 1; revoked_by = {ops}", "entitlement-values"),
    ("entitlement", "revoked_by = {ops}", "entitlement-values"),
    ("provider", "provider = 'X'", "provider-values"),
    ("provider", "protocol = 'smtp'", "provider-values"),
    ("provider", "terms_url = 'http://new.example'", "provider-values"),
    ("provider", "terms_version = ''", "provider-values"),
    ("provision", "status = 'open'", "provision-values"),
    ("provision", "gateway_name = ''", "provision-values"),
    ("provision", "host = 'G_1'", "provision-values"),
    ("provision", "port = 0", "provision-values"),
    ("provision", "common_name = ''", "provision-values"),
    ("provision", "issuer = ''", "provision-values"),
    ("provision", "notify = 'N@example.com'", "provision-values"),
    ("provision", "request = 3; replaces = 3", "provision-values"),
    ("provision", "due_by = {now}", "provision-times"),
    ("provision", "received_at = {now} - 1", "provision-times"),
    ("provision", "status = 'cancelled'; decided_at = {now} - 1", "provision-times"),
    ("provision", "reason = ''", "provision-values"),
    ("provision", "reminded = -1", "provision-values"),
    ("provision", "decided_at = {now}", "provision-times"),
    ("provision", "status = 'rejected'; decided_at = {now}", "provision-times"),
    ("provision_domain", "nth = 0", "domain-values"),
    ("provision_domain", "domain = 'X_1'", "domain-values"),
    ("provision_domain", "held = 2", "domain-values"),
    ("provision_provider", "accepted_at = {now}; terms_version = '1'", "terms-have-who-and-which"),
    ("provision_provider", "terms_version = '1'", "terms-have-who-and-which"),
    ("token", "name = ''", "token-values"),
    ("token", "can = 'order orders'", "token-values"),
    ("token", "hash = x'00'", "token-values"),
    ("token", "last_used_at = {now} - 1", "token-values"),
    ("token", "expires_at = {now} + 31536001", "token-values"),
    ("token", "revoked_at = {now} - 1", "token-values"),
    ("code", "kind = 'found'", "code-values"),
    ("code", "hash = 'ABCD'", "code-values"),
    ("code", "kind = 'address'; address = 'A@'", "code-values"),
    ("code", "answer_needed = 2", "code-values"),
    ("code", "kind = 'reversal'; address = 'a@example.com'; expires_at = {now} + 259201", "code-values"),
    ("code", "tries = 6", "code-values"),
    ("code", "state = 'open'", "code-values"),
    ("code", "tries = 5", "five-tries-spend-a-code"),
    ("code", "expires_at = {now} + 3601", "codes-fit-their-kind"),
    ("code", "kind = 'address'", "codes-fit-their-kind"),
    ("access_reminder", "days = 0", "reminder-values"),
];

/// Trigger, which of its refusals, the statement that it refuses, the invariant that names it afterwards.
const TRIGGERS: &[(&str, usize, &str, &str)] = &[
    ("person_one_address", 1, "{apart} {row person: email = '{id cy}'}", "an-address-is-nobody-elses-id"),
    ("person_one_address", 1, "{apart} {row person: id = 'cy@new.example'}", "an-address-is-nobody-elses-id"),
    ("person_new_address", 1, "UPDATE person SET id = 'ops@new.example' WHERE person = {ops}", "actors-keep-their-ids"),
    (
        "person_new_address",
        2,
        "{apart} UPDATE person SET email = '{id cy}' WHERE person = {bob}",
        "an-address-is-nobody-elses-id",
    ),
    ("person_operator_apart", 1, "UPDATE person SET operator = 1 WHERE person = {cy}", "operators-hold-no-access"),
    ("person_kept", 1, "DELETE FROM person WHERE person = {dee}", "actors-keep-their-ids"),
    (
        "site_for_good",
        1,
        "UPDATE site SET activated_at = activated_at + 9 WHERE site = {active}",
        "nobody-before-activation",
    ),
    ("site_for_good", 2, "UPDATE site SET status = 'active', ended_at = NULL WHERE site = {closed}", "audit-replay"),
    ("site_kept", 1, "DELETE FROM site WHERE site = {closed}", "foreign-keys"),
    (
        "passcode_final",
        1,
        "UPDATE passcode SET state = 'live', used_by = NULL WHERE site = {active}",
        "passcodes-sleep-with-the-site",
    ),
    ("passcode_kept", 1, "DELETE FROM passcode WHERE site = {active}", "active-after-a-passcode"),
    ("access_given", 1, "{row access: site = {sleeping}}", "nobody-before-activation"),
    ("access_given", 2, "{row access: person = {ops}}", "operators-hold-no-access"),
    ("access_only_ends", 1, "UPDATE access SET tools = 2 WHERE person = {cy} AND ended_at IS NULL", "audit-replay"),
    ("access_kept", 1, "DELETE FROM access WHERE person = {cy} AND ended_at IS NOT NULL", "history-without-gaps"),
    ("audit_without_gap", 1, "{row audit: seq = (SELECT max(seq) + 2 FROM audit)}", "audit-without-gaps"),
    ("audit_unchanged", 1, "UPDATE audit SET subject = 'nobody' WHERE seq = 2", "audit-chain"),
    ("audit_kept", 1, "DELETE FROM audit WHERE seq = 2", "audit-without-gaps"),
    ("nomination_final", 1, "UPDATE nomination SET claims_primary = 1 WHERE nomination = 1", "audit-replay"),
    ("nomination_kept", 1, "DELETE FROM nomination WHERE nomination = 1", "numbers-without-gaps"),
    ("entitlement_final", 1, "UPDATE entitlement SET quantity = 9 WHERE entitlement = 1", "audit-replay"),
    ("entitlement_kept", 1, "DELETE FROM entitlement WHERE entitlement = 1", "numbers-without-gaps"),
    (
        "provision_final",
        1,
        "UPDATE provision SET status = 'provisioned' WHERE request = 2",
        "provisioned-gateways-hold-their-domains",
    ),
    ("provision_kept", 1, "DELETE FROM provision WHERE request = 1", "numbers-without-gaps"),
    (
        "provision_terms_stay",
        1,
        "UPDATE provision_provider SET terms_version = '2' WHERE provider = 'aol'",
        "audit-replay",
    ),
    ("token_final", 1, "UPDATE token SET revoked_at = NULL", "audit-replay"),
    ("code_final", 1, "UPDATE code SET state = 'live' WHERE code = 1", "audit-replay"),
];

/// One registration more than may wait for an address.
const ELEVEN: &str = "{row registration} {row registration} {row registration} {row registration} {row registration} {row registration} \
                      {row registration} {row registration} {row registration} {row registration} {row registration}";

/// An index and the invariant in its words.
type Bypass = Option<(&'static str, &'static str)>;

/// Columns of a unique index, the statement that it refuses, the index and the invariant that names it afterwards. No
/// index where the key is the tree itself: nothing can be in it twice, and `integrity` watches over the tree.
const UNIQUE: &[(&str, &str, Bypass)] = &[
    ("setting.key", "{row setting} {row setting}", None),
    ("person.id", "{apart} {row person: id = '{id cy}'}", Some(("person_id", "one-person-an-id"))),
    ("person.email", "{apart} {row person: email = 'cy@new.example'}", Some(("person_email", "one-person-an-address"))),
    ("stranger.key", "{row stranger} {row stranger}", None),
    ("visit.key, visit.action", "{row visit} {row visit}", None),
    ("sign_in.token", "{row sign_in} {row sign_in}", Some(("sqlite_autoindex_sign_in_1", "one-sign-in-a-token"))),
    (
        "sign_in.caller",
        "{row sign_in: caller = 'ssh:ann'} {row sign_in: token = CAST(printf('%032d', 1) AS BLOB); caller = 'ssh:ann'}",
        Some(("sign_in_caller", "one-sign-in-a-caller")),
    ),
    ("site.site", "{row site: site = {active}}", None),
    ("contact.site, contact.type", "{row contact: type = 'primary'}", None),
    ("passcode.site", "{row passcode: state = 'live'}", Some(("passcode_live", "one-live-passcode-a-site"))),
    ("access.site, access.person, access.nth", "{row access: person = {cy}; ended_at = {now}}", None),
    (
        "access.person, access.site",
        "{row access: person = {cy}; nth = 3}",
        Some(("access_current", "one-grant-a-person")),
    ),
    ("access.site", "{row access: {top}}", Some(("access_primary", "one-primary-at-most"))),
    (
        "nomination.site, nomination.person",
        "{row nomination} {row nomination}",
        Some(("nomination_open", "one-open-nomination")),
    ),
    ("provider.provider", "{row provider} {row provider}", None),
    ("provision_domain.request, provision_domain.nth", "{row provision_domain: nth = 1}", None),
    (
        "provision_domain.request, provision_domain.domain",
        "{row provision_domain: domain = 'held.example'; held = 0}",
        Some(("provision_domain_once", "a-domain-once-a-request")),
    ),
    (
        "provision_domain.domain",
        "{row provision_domain: request = 2; domain = 'held.example'}",
        Some(("provision_domain_held", "a-domain-is-held-once")),
    ),
    ("provision_provider.request, provision_provider.provider", "{row provision_provider: provider = 'aol'}", None),
    ("token.hash", "{row token} {row token}", Some(("sqlite_autoindex_token_1", "one-token-a-secret"))),
    ("code.person, code.kind", "{row code} {row code}", Some(("code_live", "one-live-code-a-kind"))),
    (
        "access_reminder.site, access_reminder.person, access_reminder.nth",
        "{row access_reminder} {row access_reminder}",
        None,
    ),
];

/// Column, a statement that leads nowhere. `foreign-keys` names each.
const REFERENCES: &[(&str, &str)] = &[
    ("sign_in.person", "{row sign_in: person = 999}"),
    ("contact.site", "{row contact: site = '99999'}"),
    ("passcode.site", "{row passcode: site = '99999'}"),
    ("passcode.used_by", "{row passcode: state = 'used'; used_by = 999}"),
    ("access.site", "{row access: site = '99999'}"),
    ("access.person", "{row access: person = 999}"),
    ("access.granted_by", "{row access: granted_by = 999}"),
    ("access.ended_by", "{row access: ended_at = {now}; ended_by = 999}"),
    ("message.entry", "{row message: entry = 999}"),
    ("nomination.site", "{row nomination: site = '99999'}"),
    ("nomination.person", "{row nomination: person = 999}"),
    ("nomination.decided_by", "{row nomination: status = 'withdrawn'; decided_at = {now}; decided_by = 999}"),
    ("entitlement.site", "{row entitlement: site = '99999'}"),
    ("entitlement.granted_by", "{row entitlement: granted_by = 999}"),
    ("entitlement.revoked_by", "{row entitlement: revoked_at = {now}; revoked_by = 999}"),
    ("provision.site", "{row provision: site = '99999'}"),
    ("provision.replaces", "{row provision: request = 9; replaces = 8}"),
    ("provision.submitted_by", "{row provision: submitted_by = 999}"),
    ("provision.decided_by", "{row provision: decided_by = 999}"),
    ("provision_domain.request", "{row provision_domain: request = 999}"),
    ("provision_provider.request", "{row provision_provider: request = 999}"),
    ("provision_provider.provider", "{row provision_provider: provider = 'none'}"),
    (
        "provision_provider.accepted_by",
        "{row provision_provider: accepted_at = {now}; accepted_by = 999; terms_version = '1'}",
    ),
    ("code.person", "{row code: person = 999}"),
    ("token.site, token.person, token.nth", "{row token: nth = 99}"),
    ("access_reminder.site, access_reminder.person, access_reminder.nth", "{row access_reminder: nth = 99}"),
];

/// What SQL does not refuse by itself, and the invariant that names it.
const UNGUARDED: &[(&str, &str)] = &[
    ("DELETE FROM registry", UNREADABLE),
    (
        "PRAGMA ignore_check_constraints = ON; INSERT INTO registry SELECT 2, id, 0, 0, next_site, 0 FROM registry",
        "one-registry",
    ),
    ("UPDATE person SET operator = 0", "an-operator-there-is"),
    (ELEVEN, "ten-registrations-an-address"),
    ("DELETE FROM contact WHERE site = {sleeping}", "a-primary-of-record-a-site"),
    ("UPDATE access SET ended_at = {now}, end_reason = 'x' WHERE person = {ann}", "a-primary-at-an-active-site"),
    ("{row access: ended_at = {now} + 9} {row access: nth = 2}", "intervals-do-not-overlap"),
    ("{row access: expires_at = {now} + 9; ended_at = {now} + 8; end_reason = 'expired'}", "expired-after-their-end"),
    ("{gone} UPDATE person SET operator = 1 WHERE person = {dee}", "closed-ids-keep-nothing"),
    ("{gone} UPDATE person SET password = {phc} WHERE person = {dee}", "closed-ids-keep-nothing"),
    ("{gone} UPDATE person SET question = 'q', answer = {phc} WHERE person = {dee}", "closed-ids-keep-nothing"),
    ("{gone} {row sign_in: person = {dee}}", "closed-ids-keep-nothing"),
    ("{gone} {row code}", "closed-ids-keep-nothing"),
    ("PRAGMA foreign_keys = OFF; {gone} {row token: person = {dee}}", "closed-ids-keep-nothing"),
    ("DELETE FROM token WHERE token = 1", "numbers-without-gaps"),
    ("{gone} {row access}", "closed-ids-keep-nothing"),
    ("{gone} {row nomination}", "closed-ids-keep-nothing"),
    ("PRAGMA foreign_keys = OFF; {row message: entry = 999}", "letters-have-an-entry"),
    ("{row audit: at = 1}", "trail-runs-forward"),
];

/// Some of everything, and what the placeholders in the tables above stand for.
struct House {
    scene: Scene,
    words: Vec<(String, String)>,
    file: Vec<u8>,
}

impl House {
    fn new() -> Self {
        let scene = Scene::new();
        scene.init();
        let active = scene.active_site("Active", ANN);
        scene.give(ANN, &active, BOB, "secondary", &["--manage-access", "update"]);
        scene.give(ANN, &active, CY, "user", &["--tools", "full"]);
        scene.run(ANN, ["access", "update", CY, "--reporting", "view"]).done();
        scene.person(DEE);
        scene.register("eve@example.com").done();
        let (sleeping, closed) = (scene.enroll("Sleeping", DEE), scene.active_site("Closed", ANN));
        scene.confirmed(OPS, ["site", "close", "--site", &closed, "--reason", "over", "--yes"]).done();
        scene.confirmed("nobody@example.com", ["login", "nobody@example.com"]).refused("sign_in_failed");
        scene.advance(DAY);
        scene.check();
        let mut words = vec![
            ("{phc}".to_owned(), "'$argon2id$v=19$x'".to_owned()),
            ("{now}".to_owned(), scene.rows("SELECT max(at) FROM audit")[0][0].clone()),
            ("{apart}".to_owned(), "UPDATE person SET email = 'cy@new.example' WHERE person = {cy};".to_owned()),
            (
                "{gone}".to_owned(),
                "UPDATE person SET closed_at = {now}, password = NULL, question = NULL, answer = NULL WHERE person = {dee};
                 DELETE FROM sign_in WHERE person = {dee};"
                    .to_owned(),
            ),
            (
                "{top}".to_owned(),
                "role = 'primary'; tools = 3; reporting = 1; entitlements = 2; documents = 1; manage_access = 2; \
                 contact_update = 2"
                    .to_owned(),
            ),
        ];
        for (name, id) in [("ops", OPS), ("ann", ANN), ("bob", BOB), ("cy", CY), ("dee", DEE)] {
            let number = scene.rows(&format!("SELECT person FROM person WHERE id = '{id}'"))[0][0].clone();
            words.extend([(format!("{{{name}}}"), number), (format!("{{id {name}}}"), id.to_owned())]);
        }
        for (name, site) in [("active", active), ("sleeping", sleeping), ("closed", closed)] {
            words.push((format!("{{{name}}}"), format!("'{site}'")));
        }
        let mut house = Self { scene, words, file: Vec::new() };
        // A file of a version that told no rows: those that are put in here are told as they are found.
        let more = house.sql(MORE) + OF_BEFORE;
        Connection::open(house.scene.database()).unwrap().execute_batch(&more).unwrap();
        house.scene.check();
        let _ = house.scene.freeze();
        house.file = fs::read(house.scene.database()).unwrap();
        house
    }

    /// SQL with its placeholders filled in.
    fn sql(&self, text: &str) -> String {
        let mut text = text.to_owned();
        for _ in 0..2 {
            for (name, value) in &self.words {
                text = text.replace(name, value);
            }
        }
        while let Some(begin) = text.find("{row ") {
            let end = begin + text[begin..].find('}').unwrap();
            let inner = text[begin + 5..end].to_owned();
            let (table, changes) = inner.split_once(':').unwrap_or((&inner, ""));
            text.replace_range(begin..=end, &self.insert(table, changes));
        }
        text
    }

    /// A row that would be taken, but for these changes.
    fn insert(&self, table: &str, changes: &str) -> String {
        let pairs = |text: &str| -> Vec<(String, String)> {
            let parts = text.split(';').map(str::trim).filter(|part| !part.is_empty());
            parts.map(|part| part.split_once(" = ").map(|(a, b)| (a.to_owned(), b.to_owned())).expect(part)).collect()
        };
        let base = ROWS.iter().find(|(name, _)| *name == table).expect(table).1;
        let mut row: BTreeMap<String, String> = pairs(&self.sql(base)).into_iter().collect();
        for (column, value) in pairs(&self.sql(changes)) {
            assert!(row.insert(column.clone(), value).is_some(), "{table} has no {column} to change");
        }
        let (columns, values): (Vec<String>, Vec<String>) = row.into_iter().unzip();
        format!("INSERT INTO {table} ({}) VALUES ({});", columns.join(", "), values.join(", "))
    }

    /// The statement of a CHECK case.
    fn break_check(&self, table: &str, changes: &str) -> String {
        if table == "registry" { format!("UPDATE registry SET {changes}") } else { self.insert(table, changes) }
    }

    /// A connection of somebody else to a file that is as it was.
    fn reset(&self) -> Connection {
        for ending in ["-wal", "-shm"] {
            let _ = fs::remove_file(self.scene.path(&format!("pao.db{ending}")));
        }
        fs::write(self.scene.database(), &self.file).unwrap();
        let conn = Connection::open(self.scene.database()).unwrap();
        conn.execute_batch("PRAGMA foreign_keys = ON; PRAGMA synchronous = OFF").unwrap();
        conn
    }

    /// What SQLite says to a statement on the file as it was.
    fn refusal(&self, sql: &str, without: Option<&str>) -> String {
        let conn = self.reset();
        let tried = without.map_or(Ok(()), |name| conn.execute_batch(&format!("DROP TRIGGER {name}")));
        match tried.and_then(|()| conn.execute_batch(&self.sql(sql))) {
            Ok(()) => panic!("not refused: {}", self.sql(sql)),
            Err(error) => error.to_string().split_whitespace().collect::<Vec<_>>().join(" "),
        }
    }

    /// The names of the checks that `db check` finds something for.
    fn found(&self) -> Vec<String> {
        let run = self.scene.run(OPS, ["db", "check"]);
        let verdict = run.json();
        let checks = verdict["checks"].as_array().expect("checks");
        let bad = checks.iter().filter(|check| check["ok"] == false);
        let bad: Vec<String> = bad.map(|check| check["name"].as_str().unwrap().to_owned()).collect();
        assert_eq!(verdict["ok"], bad.is_empty(), "{run}");
        assert_eq!((run.status, run.code().as_deref()), if bad.is_empty() { (0, None) } else { (10, Some("damaged")) });
        bad
    }

    #[track_caller]
    fn finds(&self, name: &str, sql: &str) {
        if name == UNREADABLE {
            let run = self.scene.run(OPS, ["db", "check"]);
            assert_eq!((run.code().as_deref(), run.status), (Some("damaged"), 10), "{run}");
            assert_eq!(run.json()["ok"], false, "{run}");
            return;
        }
        let found = self.found();
        assert!(found.iter().any(|found| found == name), "{name} is not among {found:?} after {sql}");
    }
}

/// A trigger that refuses before a CHECK or a reference is asked.
fn in_front(table: &str, changes: &str) -> Option<&'static str> {
    match (table, changes) {
        ("audit", "seq = 0") => Some("audit_without_gap"),
        ("access.site", _) => Some("access_given"),
        _ => None,
    }
}

/// Runs something while triggers are away; the same texts are put back.
fn without_trigger(conn: &Connection, name: Option<&str>, run: impl FnOnce(&Connection)) {
    let text = name.map(|name| {
        let sql = "SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name = ?1";
        let text: String = conn.query_row(sql, [name], |row| row.get(0)).expect(name);
        conn.execute_batch(&format!("DROP TRIGGER {name}")).unwrap();
        text
    });
    run(conn);
    if let Some(text) = text {
        conn.execute_batch(&text).unwrap();
    }
}

/// Runs something while SQLite does not know about an index; afterwards the index has missed what was written.
fn without_index(conn: &Connection, name: &str, run: impl FnOnce(&Connection)) {
    let read = "SELECT tbl_name, rootpage, sql FROM sqlite_schema WHERE name = ?1";
    let (table, page, text): (String, i64, Option<String>) =
        conn.query_row(read, [name], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).expect(name);
    let whole: String =
        conn.query_row("SELECT sql FROM sqlite_schema WHERE name = ?1", [&table], |row| row.get(0)).unwrap();
    conn.execute_batch("PRAGMA writable_schema = ON").unwrap();
    conn.execute("DELETE FROM sqlite_schema WHERE name = ?1", [name]).unwrap();
    let put_table = "UPDATE sqlite_schema SET sql = ?2 WHERE name = ?1";
    if text.is_none() {
        conn.execute(put_table, (&table, whole.replace(" UNIQUE", ""))).unwrap();
    }
    conn.execute_batch("PRAGMA writable_schema = RESET").unwrap();
    run(conn);
    conn.execute_batch("PRAGMA writable_schema = ON").unwrap();
    conn.execute(put_table, (&table, whole)).unwrap();
    let put_index = "INSERT INTO sqlite_schema (type, name, tbl_name, rootpage, sql) VALUES ('index', ?1, ?2, ?3, ?4)";
    conn.execute(put_index, (name, &table, page, text)).unwrap();
    conn.execute_batch("PRAGMA writable_schema = RESET").unwrap();
}

/// The texts of the CHECKs of a table.
fn checks_in(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for rest in text.split("CHECK (").skip(1) {
        let (mut depth, mut end) = (1, 0);
        for (at, symbol) in rest.char_indices() {
            depth += i32::from(symbol == '(') - i32::from(symbol == ')');
            if depth == 0 {
                end = at;
                break;
            }
        }
        found.push(rest[..end].split_whitespace().collect::<Vec<_>>().join(" "));
    }
    found
}

#[test]
fn a_row_that_breaks_nothing_is_taken() {
    let house = House::new();
    for (table, _) in ROWS {
        let conn = house.reset();
        let sql = house.insert(table, "");
        conn.execute_batch(&sql).unwrap_or_else(|error| panic!("{error}: {sql}"));
    }
    for sql in ["", "{apart}", "{gone}"] {
        house.reset().execute_batch(&house.sql(sql)).unwrap();
        // The trail does not tell of it.
        let expected: &[&str] = if sql.is_empty() { &[] } else { &["audit-replay"] };
        assert_eq!(house.found(), expected, "{sql}");
    }
}

#[test]
fn every_check_refuses() {
    let house = House::new();
    let mut refused = BTreeSet::new();
    for (table, changes, _) in CHECKS {
        let words = house.refusal(&house.break_check(table, changes), in_front(table, changes));
        let check = words.strip_prefix("CHECK constraint failed: ");
        let check = check.unwrap_or_else(|| panic!("{table}, {changes}: {words}"));
        assert!(refused.insert(format!("{table}: {check}")), "twice: {table}, {changes}: {check}");
    }
    let schema = house.scene.rows("SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND sql IS NOT NULL");
    let there =
        schema.iter().flat_map(|row| checks_in(&row[1]).into_iter().map(move |check| format!("{}: {check}", row[0])));
    assert_eq!(refused, there.collect());
    assert_eq!(refused.len(), CHECKS.len());
}

#[test]
fn every_trigger_refuses() {
    let house = House::new();
    let schema: BTreeMap<String, String> = house
        .scene
        .rows("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
        .into_iter()
        .map(|row| (row[0].clone(), row[1].clone()))
        .collect();
    let raised = |sql: &str| -> Vec<String> {
        sql.split("RAISE(ABORT, '").skip(1).map(|rest| rest.split('\'').next().unwrap().to_owned()).collect()
    };
    let mut refused = BTreeSet::new();
    for (trigger, clause, sql, _) in TRIGGERS {
        let words = raised(&schema[*trigger]);
        assert_eq!(house.refusal(sql, None), words[clause - 1], "{trigger}: {sql}");
        refused.insert(format!("{trigger} {clause}"));
    }
    let there =
        schema.iter().flat_map(|(name, sql)| (1..=raised(sql).len()).map(move |clause| format!("{name} {clause}")));
    assert_eq!(refused, there.collect());
}

#[test]
fn every_unique_index_refuses() {
    let house = House::new();
    let mut refused = BTreeSet::new();
    for (columns, sql, _) in UNIQUE {
        assert_eq!(house.refusal(sql, None), format!("UNIQUE constraint failed: {columns}"), "{sql}");
        refused.insert((*columns).to_owned());
    }
    let there = house.scene.rows(
        "SELECT group_concat(m.name || '.' || c.name, ', ' ORDER BY c.seqno) FROM sqlite_schema AS m,
         pragma_index_list(m.name) AS i, pragma_index_info(i.name) AS c WHERE m.type = 'table' AND i.\"unique\" GROUP BY i.name",
    );
    assert_eq!(refused, there.into_iter().map(|mut row| row.remove(0)).collect());
}

#[test]
fn every_reference_refuses() {
    let house = House::new();
    let mut refused = BTreeSet::new();
    for (column, sql) in REFERENCES {
        assert_eq!(house.refusal(sql, in_front(column, sql)), "FOREIGN KEY constraint failed", "{sql}");
        refused.insert((*column).to_owned());
    }
    let there = house.scene.rows(
        "SELECT group_concat(m.name || '.' || f.\"from\", ', ' ORDER BY f.seq) FROM sqlite_schema AS m,
         pragma_foreign_key_list(m.name) AS f WHERE m.type = 'table' GROUP BY m.name, f.id",
    );
    assert_eq!(refused, there.into_iter().map(|mut row| row.remove(0)).collect());
}

#[test]
fn db_check_names_what_got_past_a_check() {
    let house = House::new();
    for (table, changes, name) in CHECKS {
        let (conn, sql) = (house.reset(), house.sql(&house.break_check(table, changes)));
        conn.execute_batch("PRAGMA ignore_check_constraints = ON").unwrap();
        without_trigger(&conn, in_front(table, changes), |conn| conn.execute_batch(&sql).expect(&sql));
        drop(conn);
        house.finds(name, &sql);
    }
}

#[test]
fn db_check_names_what_got_past_a_trigger() {
    let house = House::new();
    for (trigger, _, sql, name) in TRIGGERS {
        let (conn, sql) = (house.reset(), house.sql(sql));
        conn.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
        without_trigger(&conn, Some(trigger), |conn| conn.execute_batch(&sql).expect(&sql));
        drop(conn);
        house.finds(name, &sql);
    }
}

#[test]
fn db_check_names_what_got_past_a_unique_index() {
    let house = House::new();
    for (_, sql, bypass) in UNIQUE {
        let Some((index, name)) = bypass else { continue };
        let (conn, sql) = (house.reset(), house.sql(sql));
        without_index(&conn, index, |conn| conn.execute_batch(&sql).expect(&sql));
        drop(conn);
        house.finds(name, &sql);
        house.finds("integrity", &sql);
    }
}

#[test]
fn db_check_names_what_leads_nowhere_and_what_sql_does_not_guard() {
    let house = House::new();
    for (column, sql) in REFERENCES {
        let (conn, sql) = (house.reset(), house.sql(sql));
        conn.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
        without_trigger(&conn, in_front(column, &sql), |conn| conn.execute_batch(&sql).expect(&sql));
        drop(conn);
        house.finds("foreign-keys", &sql);
    }
    for (sql, name) in UNGUARDED {
        let sql = house.sql(sql);
        house.reset().execute_batch(&sql).expect(&sql);
        house.finds(name, &sql);
    }
}

#[test]
fn every_invariant_is_broken_once() {
    let scene = Scene::new();
    scene.init();
    let verdict = scene.run(OPS, ["db", "check"]).done().json();
    let there: BTreeSet<&str> =
        verdict["checks"].as_array().unwrap().iter().map(|check| check["name"].as_str().unwrap()).collect();
    // The journal is broken by `kept`.
    let mut broken: BTreeSet<&str> = BTreeSet::from(["integrity", "foreign-keys", "journal"]);
    broken.extend(CHECKS.iter().map(|case| case.2));
    broken.extend(TRIGGERS.iter().map(|case| case.3));
    broken.extend(UNIQUE.iter().filter_map(|case| case.2).map(|(_, name)| name));
    broken.extend(UNGUARDED.iter().map(|case| case.1));
    broken.retain(|name| *name != UNREADABLE);
    assert_eq!(broken, there);
}
