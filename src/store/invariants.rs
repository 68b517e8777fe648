//! What may never be, as queries: each invariant that SQL enforces, and those that it cannot, in words that `db check`
//! prints. A backup or a damaged file is judged in the same words.
//!
//! What must hold: each query gives the number of violations; one that stands for a unique index does not read that
//! index, which would only show what it knows (`NOT INDEXED`; at a table without rowids, which ignores those words, a
//! column that the index lacks, or an expression). Each constraint and trigger of the migrations has a line here, and
//! the test `tests/all/invariants.rs` breaks each one.

/// One invariant.
pub struct Invariant {
    /// Short name, as in `one-primary`.
    pub name: &'static str,
    pub by: By,
    /// Counts the violations.
    pub violations: &'static str,
}

/// What judges an invariant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// CHECK, UNIQUE or REFERENCES of the schema, which SQLite's own checks go through. Where they find nothing, nor would the query.
    Schema,
    /// The query alone.
    Query,
}

macro_rules! invariants {
    ($($by:ident $name:literal $sql:literal;)*) => {
        /// Every invariant.
        pub const ALL: &[Invariant] = &[$(Invariant { name: $name, by: By::$by, violations: $sql },)*];
    };
}

invariants! {
    Query "one-registry" "SELECT abs(count(*) - 1) FROM registry";
    Schema "registry-values" "SELECT count(*) FROM registry WHERE one <> 1 OR length(id) <> 16 OR service NOT IN (0, 1)
        OR practice NOT IN (0, 1) OR next_site NOT BETWEEN 1000000 AND 9999999";
    Schema "one-person-an-id" "SELECT count(*) - count(DISTINCT id) FROM person NOT INDEXED WHERE closed_at IS NULL";
    Schema "one-person-an-address" "SELECT count(*) - count(DISTINCT email) FROM person NOT INDEXED WHERE closed_at IS NULL";
    Query "an-address-is-nobody-elses-id" "SELECT count(*) FROM person AS b NOT INDEXED WHERE email <> id AND closed_at IS NULL AND EXISTS
        (SELECT 1 FROM person AS a WHERE a.id = b.email AND a.closed_at IS NULL AND a.person <> b.person)";
    Schema "person-values" "SELECT count(*) FROM person WHERE length(id) NOT BETWEEN 3 AND 80 OR id <> lower(id)
        OR length(email) NOT BETWEEN 3 AND 80 OR email <> lower(email) OR length(first_name) NOT BETWEEN 1 AND 100
        OR length(last_name) NOT BETWEEN 1 AND 100 OR country NOT GLOB '[A-Z][A-Z]' OR operator NOT IN (0, 1)
        OR failures < 0 OR pair_failures < 0 OR closed_at < registered_at";
    Schema "secrets-are-hashed" "SELECT (SELECT count(*) FROM person WHERE password NOT GLOB '$argon2id$v=19$*' OR answer NOT GLOB '$argon2id$v=19$*')
        + (SELECT count(*) FROM passcode WHERE hash NOT GLOB '$argon2id$v=19$*')
        + (SELECT count(*) FROM registration WHERE password NOT GLOB '$argon2id$v=19$*' OR answer NOT GLOB '$argon2id$v=19$*'
           OR code NOT GLOB '$argon2id$v=19$*')";
    Schema "question-with-answer" "SELECT count(*) FROM person WHERE (question IS NULL) <> (answer IS NULL)
        OR length(question) NOT BETWEEN 1 AND 200";
    Query "an-operator-there-is" "SELECT count(*) = 0 FROM person WHERE operator = 1 AND closed_at IS NULL";
    Query "operators-hold-no-access" "SELECT count(*) FROM access JOIN person USING (person) JOIN site USING (site)
        WHERE operator = 1 AND access.ended_at IS NULL AND status = 'active'";
    Query "closed-ids-keep-nothing" "SELECT count(*) FROM person WHERE closed_at IS NOT NULL AND (operator = 1 OR password IS NOT NULL
        OR answer IS NOT NULL OR EXISTS (SELECT 1 FROM sign_in WHERE sign_in.person = person.person)
        OR EXISTS (SELECT 1 FROM token WHERE token.person = person.person AND revoked_at IS NULL AND expires_at > closed_at)
        OR EXISTS (SELECT 1 FROM code WHERE code.person = person.person AND state = 'live')
        OR EXISTS (SELECT 1 FROM access WHERE access.person = person.person AND ended_at IS NULL)
        OR EXISTS (SELECT 1 FROM nomination WHERE nomination.person = person.person AND status = 'pending'))";
    Schema "registration-values" "SELECT count(*) FROM registration WHERE length(email) NOT BETWEEN 3 AND 80 OR email <> lower(email)
        OR length(first_name) NOT BETWEEN 1 AND 100 OR length(last_name) NOT BETWEEN 1 AND 100 OR country NOT GLOB '[A-Z][A-Z]'
        OR length(question) NOT BETWEEN 1 AND 200 OR expires_at <= registered_at OR tag NOT BETWEEN 0 AND 1048575";
    Query "ten-registrations-an-address" "SELECT count(*) FROM (SELECT 1 FROM registration GROUP BY email HAVING count(*) > 10)";
    Schema "visit-values" "SELECT count(*) FROM visit WHERE length(key) <> 32 OR count < 1";
    Schema "stranger-values" "SELECT count(*) FROM stranger WHERE length(key) <> 32 OR failures < 0";
    Schema "sign-in-values" "SELECT count(*) FROM sign_in WHERE length(token) <> 32 OR last_used_at < created_at
        OR expires_at NOT BETWEEN created_at + 1 AND created_at + 28800 OR length(caller) NOT BETWEEN 5 AND 100
        OR printed NOT IN (0, 1)";
    Schema "one-sign-in-a-caller" "SELECT count(*) FROM (SELECT 1 FROM sign_in NOT INDEXED WHERE printed = 0 AND caller IS NOT NULL
        GROUP BY caller HAVING count(*) > 1)";
    Schema "one-sign-in-a-token" "SELECT count(*) - count(DISTINCT token) FROM sign_in NOT INDEXED";
    Schema "site-values" "SELECT count(*) FROM site WHERE length(site) NOT BETWEEN 5 AND 10 OR site GLOB '*[^0-9]*'
        OR length(company) NOT BETWEEN 1 AND 200 OR country NOT GLOB '[A-Z][A-Z]' OR length(agreement) NOT BETWEEN 1 AND 40
        OR program NOT IN ('passport-advantage', 'passport-advantage-express') OR via NOT IN ('form', 'purchase')
        OR status NOT IN ('awaiting-primary', 'active', 'closed', 'withdrawn')";
    Schema "site-times" "SELECT count(*) FROM site WHERE activated_at < enrolled_at OR ended_at < enrolled_at
        OR (activated_at IS NOT NULL) <> (status IN ('active', 'closed')) OR (ended_at IS NOT NULL) <> (status IN ('closed', 'withdrawn'))";
    Query "a-primary-of-record-a-site" "SELECT count(*) FROM site WHERE NOT EXISTS
        (SELECT 1 FROM contact WHERE contact.site = site.site AND type = 'primary')";
    Schema "contact-values" "SELECT count(*) FROM contact WHERE type NOT IN ('primary', 'technical', 'administrative', 'renewal', 'media', 'billing')
        OR length(first_name) NOT BETWEEN 1 AND 100 OR length(last_name) NOT BETWEEN 1 AND 100
        OR length(email) NOT BETWEEN 3 AND 80 OR email <> lower(email) OR length(phone) NOT BETWEEN 1 AND 40";
    Schema "passcode-values" "SELECT count(*) FROM passcode WHERE kind NOT IN ('welcome', 'requested') OR tries NOT BETWEEN 0 AND 5
        OR expires_at NOT BETWEEN issued_at + 1 AND issued_at + 7776000 OR state NOT IN ('live', 'used', 'superseded', 'spent')";
    Schema "a-requested-passcode-lives-an-hour" "SELECT count(*) FROM passcode WHERE kind = 'requested' AND expires_at <> issued_at + 3600";
    Schema "five-tries-spend-a-passcode" "SELECT count(*) FROM passcode WHERE tries >= 5 AND state = 'live'";
    Schema "a-used-passcode-has-its-user" "SELECT count(*) FROM passcode WHERE (state = 'used') <> (used_by IS NOT NULL)";
    Schema "one-live-passcode-a-site" "SELECT count(*) FROM (SELECT 1 FROM passcode NOT INDEXED WHERE state = 'live' GROUP BY site HAVING count(*) > 1)";
    Query "passcodes-sleep-with-the-site" "SELECT count(*) FROM passcode JOIN site USING (site) WHERE state = 'live' AND status <> 'awaiting-primary'";
    Query "active-after-a-passcode" "SELECT count(*) FROM site WHERE activated_at IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM passcode WHERE passcode.site = site.site AND state = 'used')";
    Schema "one-primary-at-most" "SELECT count(*) FROM (SELECT 1 FROM access WHERE role = 'primary' AND +ended_at IS NULL GROUP BY site HAVING count(*) > 1)";
    Query "a-primary-at-an-active-site" "SELECT count(*) FROM site WHERE status = 'active' AND NOT EXISTS
        (SELECT 1 FROM access WHERE access.site = site.site AND role = 'primary' AND ended_at IS NULL)";
    Query "nobody-before-activation" "SELECT count(*) FROM site CROSS JOIN access USING (site)
        WHERE activated_at IS NULL OR granted_at < activated_at";
    Schema "one-grant-a-person" "SELECT count(*) FROM (SELECT 1 FROM access WHERE +ended_at IS NULL GROUP BY site, person HAVING count(*) > 1)";
    Schema "levels-on-the-ladder" "SELECT count(*) FROM access WHERE role NOT IN ('primary', 'secondary', 'user') OR nth < 1 OR tools NOT BETWEEN 0 AND 3
        OR reporting NOT BETWEEN 0 AND 1 OR entitlements NOT BETWEEN 0 AND 2 OR documents NOT BETWEEN 0 AND 1
        OR manage_access NOT BETWEEN 0 AND 2 OR contact_update NOT BETWEEN 0 AND 2";
    Schema "the-primary-holds-the-top" "SELECT count(*) FROM access WHERE role = 'primary' AND (tools <> 3 OR reporting <> 1 OR entitlements <> 2
        OR documents <> 1 OR manage_access <> 2 OR contact_update <> 2 OR expires_at IS NOT NULL)";
    Schema "role-and-privileges-fit" "SELECT count(*) FROM access WHERE (role = 'secondary' AND manage_access < 1)
        OR (role = 'user' AND (manage_access <> 0 OR contact_update <> 0))";
    Schema "grants-have-a-giver" "SELECT count(*) FROM access WHERE granted_by IS NULL AND role <> 'primary'";
    Schema "intervals-run-forward" "SELECT count(*) FROM access WHERE expires_at < granted_at OR ended_at < granted_at
        OR (ended_at IS NULL AND (ended_by IS NOT NULL OR end_reason IS NOT NULL))";
    Query "intervals-do-not-overlap" "SELECT count(*) FROM access AS b CROSS JOIN access AS a
        ON a.site = b.site AND a.person = b.person AND a.nth = b.nth - 1 WHERE b.nth > 1 AND (a.ended_at IS NULL OR a.ended_at > b.granted_at)";
    Query "expired-after-their-end" "SELECT count(*) FROM access WHERE end_reason = 'expired' AND ended_by IS NULL AND (expires_at IS NULL OR ended_at <> expires_at + 1)";
    Query "history-without-gaps" "SELECT count(*) FROM access AS b WHERE nth > 1 AND NOT EXISTS
        (SELECT 1 FROM access AS a WHERE a.site = b.site AND a.person = b.person AND a.nth = b.nth - 1)";
    Schema "message-values" "SELECT count(*) FROM message WHERE state NOT IN ('queued', 'delivered', 'failed') OR attempts < 0
        OR delivered_at < created_at OR (state = 'delivered') <> (delivered_at IS NOT NULL)
        OR recipient GLOB '-*' OR instr(recipient, char(10)) > 0 OR instr(recipient, char(13)) > 0
        OR uncertain NOT BETWEEN 0 AND 2 OR (claimed_until IS NOT NULL AND state <> 'queued')";
    Schema "secrets-leave-with-the-letter" "SELECT count(*) FROM message WHERE state <> 'queued' AND secret IS NOT NULL";
    Schema "letters-have-an-entry" "SELECT count(*) FROM message WHERE NOT EXISTS (SELECT 1 FROM audit WHERE seq = entry)";
    Schema "audit-values" "SELECT count(*) FROM audit WHERE seq < 1 OR outcome NOT IN ('done', 'refused')
        OR (outcome = 'refused') <> (code IS NOT NULL) OR length(hash) <> 32";
    Schema "nomination-values" "SELECT count(*) FROM nomination WHERE claims_primary NOT IN (0, 1) OR length(reason) NOT BETWEEN 1 AND 500
        OR status NOT IN ('pending', 'approved', 'declined', 'withdrawn', 'expired') OR reminded NOT BETWEEN 0 AND 2
        OR heard_at < submitted_at OR decided_at < submitted_at";
    Schema "one-open-nomination" "SELECT count(*) FROM (SELECT 1 FROM nomination NOT INDEXED WHERE status = 'pending' GROUP BY site, person HAVING count(*) > 1)";
    Schema "nominations-are-decided-once" "SELECT count(*) FROM nomination WHERE (status = 'pending') <> (decided_at IS NULL)
        OR (status = 'approved' AND decided_by IS NULL)
        OR (status = 'declined' AND (decided_by IS NULL OR decision_reason IS NULL))";
    Schema "nobody-decides-their-own" "SELECT count(*) FROM nomination WHERE decided_by = person AND status <> 'withdrawn'";
    Query "numbers-without-gaps" "SELECT (SELECT coalesce(max(nomination), 0) - count(*) FROM nomination) + (SELECT coalesce(max(request), 0) - count(*) FROM provision)
        + (SELECT coalesce(max(entitlement), 0) - count(*) FROM entitlement) + (SELECT coalesce(max(token), 0) - count(*) FROM token)";
    Schema "entitlement-values" "SELECT count(*) FROM entitlement WHERE length(product) NOT BETWEEN 2 AND 40 OR product GLOB '*[^a-z0-9-]*'
        OR quantity NOT BETWEEN 1 AND 1000000 OR until_at < from_at OR revoked_at < granted_at
        OR (revoked_by IS NULL) <> (revoked_at IS NULL)";
    Schema "provider-values" "SELECT count(*) FROM provider WHERE length(provider) NOT BETWEEN 2 AND 40 OR provider GLOB '*[^a-z0-9-]*'
        OR protocol NOT IN ('sip', 'xmpp') OR terms_url NOT GLOB 'https://*' OR length(terms_url) > 200
        OR length(terms_version) NOT BETWEEN 1 AND 40";
    Schema "provision-values" "SELECT count(*) FROM provision WHERE status NOT IN ('submitted', 'received', 'provisioned', 'rejected', 'cancelled', 'ended')
        OR length(gateway_name) NOT BETWEEN 1 AND 100 OR length(host) NOT BETWEEN 3 AND 253 OR host GLOB '*[^a-z0-9.-]*'
        OR port NOT BETWEEN 1 AND 65535 OR length(common_name) NOT BETWEEN 1 AND 253 OR length(issuer) NOT BETWEEN 1 AND 500
        OR length(notify) NOT BETWEEN 3 AND 80 OR notify <> lower(notify) OR replaces >= request OR length(reason) NOT BETWEEN 1 AND 500
        OR reminded < 0";
    Schema "provision-times" "SELECT count(*) FROM provision WHERE due_by <= submitted_at OR received_at < submitted_at OR decided_at < submitted_at
        OR (status IN ('submitted', 'received')) <> (decided_at IS NULL) OR (status = 'rejected' AND reason IS NULL)";
    Schema "domain-values" "SELECT count(*) FROM provision_domain WHERE nth < 1 OR held NOT IN (0, 1) OR length(domain) NOT BETWEEN 3 AND 253
        OR domain GLOB '*[^a-z0-9.-]*'";
    Schema "a-domain-once-a-request" "SELECT count(*) FROM (SELECT 1 FROM provision_domain GROUP BY request, domain || '' HAVING count(held) > 1)";
    Schema "a-domain-is-held-once" "SELECT count(*) FROM (SELECT 1 FROM provision_domain WHERE +held = 1 GROUP BY domain HAVING count(*) > 1)";
    Query "provisioned-gateways-hold-their-domains" "SELECT count(*) FROM provision_domain JOIN provision USING (request)
        WHERE (held = 1) <> (status = 'provisioned')";
    Schema "terms-have-who-and-which" "SELECT count(*) FROM provision_provider WHERE (accepted_at IS NULL) <> (accepted_by IS NULL)
        OR (accepted_at IS NULL) <> (terms_version IS NULL)";
    Schema "code-values" "SELECT count(*) FROM code WHERE kind NOT IN ('recovery', 'address', 'reversal') OR hash NOT GLOB '$argon2id$v=19$*'
        OR length(address) NOT BETWEEN 3 AND 80 OR address <> lower(address) OR answer_needed NOT IN (0, 1)
        OR expires_at NOT BETWEEN issued_at + 1 AND issued_at + 259200 OR tries NOT BETWEEN 0 AND 5
        OR tag NOT BETWEEN 0 AND 1048575
        OR state NOT IN ('live', 'used', 'superseded', 'spent')";
    Schema "one-live-code-a-kind" "SELECT count(*) FROM (SELECT 1 FROM code NOT INDEXED WHERE state = 'live' GROUP BY person, kind HAVING count(*) > 1)";
    Schema "five-tries-spend-a-code" "SELECT count(*) FROM code WHERE tries >= 5 AND state = 'live'";
    Schema "codes-fit-their-kind" "SELECT count(*) FROM code WHERE (kind = 'recovery') <> (address IS NULL)
        OR (kind = 'recovery' AND expires_at <> issued_at + 3600)";
    Schema "token-values" "SELECT count(*) FROM token WHERE length(name) NOT BETWEEN 1 AND 100 OR length(can) NOT BETWEEN 5 AND 300
        OR can GLOB '*[^a-z,-]*' OR length(hash) <> 32 OR last_used_at < created_at OR revoked_at < created_at
        OR expires_at NOT BETWEEN created_at + 1 AND created_at + 31536000";
    Schema "one-token-a-secret" "SELECT count(*) - count(DISTINCT hash) FROM token NOT INDEXED";
    Schema "reminder-values" "SELECT count(*) FROM access_reminder WHERE days NOT BETWEEN 1 AND 30";
}
