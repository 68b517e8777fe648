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
    /// Counts the violations.
    pub violations: &'static str,
}

macro_rules! invariants {
    ($($name:literal $sql:literal;)*) => {
        /// Every invariant.
        pub const ALL: &[Invariant] = &[$(Invariant { name: $name, violations: $sql },)*];
    };
}

invariants! {
    "one-registry" "SELECT abs(count(*) - 1) FROM registry";
    "registry-values" "SELECT count(*) FROM registry WHERE one <> 1 OR length(id) <> 16 OR service NOT IN (0, 1)
        OR practice NOT IN (0, 1) OR next_site NOT BETWEEN 1000000 AND 9999999";
    "one-person-an-id" "SELECT count(*) - count(DISTINCT id) FROM person NOT INDEXED WHERE closed_at IS NULL";
    "one-person-an-address" "SELECT count(*) - count(DISTINCT email) FROM person NOT INDEXED WHERE closed_at IS NULL";
    "an-address-is-nobody-elses-id" "SELECT count(*) FROM person AS a JOIN person AS b ON a.id = b.email
        WHERE a.person <> b.person AND a.closed_at IS NULL AND b.closed_at IS NULL";
    "person-values" "SELECT count(*) FROM person WHERE length(id) NOT BETWEEN 3 AND 80 OR id <> lower(id)
        OR length(email) NOT BETWEEN 3 AND 80 OR email <> lower(email) OR length(first_name) NOT BETWEEN 1 AND 100
        OR length(last_name) NOT BETWEEN 1 AND 100 OR country NOT GLOB '[A-Z][A-Z]' OR operator NOT IN (0, 1)
        OR failures < 0 OR pair_failures < 0 OR closed_at < registered_at";
    "secrets-are-hashed" "SELECT (SELECT count(*) FROM person WHERE password NOT GLOB '$argon2id$v=19$*' OR answer NOT GLOB '$argon2id$v=19$*')
        + (SELECT count(*) FROM passcode WHERE hash NOT GLOB '$argon2id$v=19$*')
        + (SELECT count(*) FROM registration WHERE password NOT GLOB '$argon2id$v=19$*' OR answer NOT GLOB '$argon2id$v=19$*'
           OR code NOT GLOB '$argon2id$v=19$*')";
    "question-with-answer" "SELECT count(*) FROM person WHERE (question IS NULL) <> (answer IS NULL)
        OR length(question) NOT BETWEEN 1 AND 200";
    "an-operator-there-is" "SELECT count(*) = 0 FROM person WHERE operator = 1 AND closed_at IS NULL";
    "actors-keep-their-ids" "SELECT count(*) FROM audit LEFT JOIN person USING (person) WHERE audit.person IS NOT NULL AND id IS NOT actor";
    "operators-hold-no-access" "SELECT count(*) FROM access JOIN person USING (person) JOIN site USING (site)
        WHERE operator = 1 AND access.ended_at IS NULL AND status = 'active'";
    "closed-ids-keep-nothing" "SELECT count(*) FROM person WHERE closed_at IS NOT NULL AND (operator = 1 OR password IS NOT NULL
        OR answer IS NOT NULL OR EXISTS (SELECT 1 FROM sign_in WHERE sign_in.person = person.person)
        OR EXISTS (SELECT 1 FROM token WHERE token.person = person.person AND revoked_at IS NULL AND expires_at > closed_at)
        OR EXISTS (SELECT 1 FROM code WHERE code.person = person.person AND state = 'live')
        OR EXISTS (SELECT 1 FROM access WHERE access.person = person.person AND ended_at IS NULL)
        OR EXISTS (SELECT 1 FROM nomination WHERE nomination.person = person.person AND status = 'pending'))";
    "registration-values" "SELECT count(*) FROM registration WHERE length(email) NOT BETWEEN 3 AND 80 OR email <> lower(email)
        OR length(first_name) NOT BETWEEN 1 AND 100 OR length(last_name) NOT BETWEEN 1 AND 100 OR country NOT GLOB '[A-Z][A-Z]'
        OR length(question) NOT BETWEEN 1 AND 200 OR expires_at <= registered_at OR tag NOT BETWEEN 0 AND 1048575";
    "ten-registrations-an-address" "SELECT count(*) FROM (SELECT 1 FROM registration GROUP BY email HAVING count(*) > 10)";
    "visit-values" "SELECT count(*) FROM visit WHERE length(key) <> 32 OR count < 1";
    "stranger-values" "SELECT count(*) FROM stranger WHERE length(key) <> 32 OR failures < 0";
    "sign-in-values" "SELECT count(*) FROM sign_in WHERE length(token) <> 32 OR last_used_at < created_at
        OR expires_at NOT BETWEEN created_at + 1 AND created_at + 28800 OR length(caller) NOT BETWEEN 5 AND 100
        OR printed NOT IN (0, 1)";
    "one-sign-in-a-caller" "SELECT count(*) FROM (SELECT 1 FROM sign_in NOT INDEXED WHERE printed = 0 AND caller IS NOT NULL
        GROUP BY caller HAVING count(*) > 1)";
    "one-sign-in-a-token" "SELECT count(*) - count(DISTINCT token) FROM sign_in NOT INDEXED";
    "site-values" "SELECT count(*) FROM site WHERE length(site) NOT BETWEEN 5 AND 10 OR site GLOB '*[^0-9]*'
        OR length(company) NOT BETWEEN 1 AND 200 OR country NOT GLOB '[A-Z][A-Z]' OR length(agreement) NOT BETWEEN 1 AND 40
        OR program NOT IN ('passport-advantage', 'passport-advantage-express') OR via NOT IN ('form', 'purchase')
        OR status NOT IN ('awaiting-primary', 'active', 'closed', 'withdrawn')";
    "site-times" "SELECT count(*) FROM site WHERE activated_at < enrolled_at OR ended_at < enrolled_at
        OR (activated_at IS NOT NULL) <> (status IN ('active', 'closed')) OR (ended_at IS NOT NULL) <> (status IN ('closed', 'withdrawn'))";
    "a-primary-of-record-a-site" "SELECT count(*) FROM site WHERE NOT EXISTS
        (SELECT 1 FROM contact WHERE contact.site = site.site AND type = 'primary')";
    "contact-values" "SELECT count(*) FROM contact WHERE type NOT IN ('primary', 'technical', 'administrative', 'renewal', 'media', 'billing')
        OR length(first_name) NOT BETWEEN 1 AND 100 OR length(last_name) NOT BETWEEN 1 AND 100
        OR length(email) NOT BETWEEN 3 AND 80 OR email <> lower(email) OR length(phone) NOT BETWEEN 1 AND 40";
    "passcode-values" "SELECT count(*) FROM passcode WHERE kind NOT IN ('welcome', 'requested') OR tries NOT BETWEEN 0 AND 5
        OR expires_at NOT BETWEEN issued_at + 1 AND issued_at + 7776000 OR state NOT IN ('live', 'used', 'superseded', 'spent')";
    "a-requested-passcode-lives-an-hour" "SELECT count(*) FROM passcode WHERE kind = 'requested' AND expires_at <> issued_at + 3600";
    "five-tries-spend-a-passcode" "SELECT count(*) FROM passcode WHERE tries >= 5 AND state = 'live'";
    "a-used-passcode-has-its-user" "SELECT count(*) FROM passcode WHERE (state = 'used') <> (used_by IS NOT NULL)";
    "one-live-passcode-a-site" "SELECT count(*) FROM (SELECT 1 FROM passcode NOT INDEXED WHERE state = 'live' GROUP BY site HAVING count(*) > 1)";
    "passcodes-sleep-with-the-site" "SELECT count(*) FROM passcode JOIN site USING (site) WHERE state = 'live' AND status <> 'awaiting-primary'";
    "active-after-a-passcode" "SELECT count(*) FROM site WHERE activated_at IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM passcode WHERE passcode.site = site.site AND state = 'used')";
    "one-primary-at-most" "SELECT count(*) FROM (SELECT 1 FROM access WHERE role = 'primary' AND +ended_at IS NULL GROUP BY site HAVING count(*) > 1)";
    "a-primary-at-an-active-site" "SELECT count(*) FROM site WHERE status = 'active' AND NOT EXISTS
        (SELECT 1 FROM access WHERE access.site = site.site AND role = 'primary' AND ended_at IS NULL)";
    "nobody-before-activation" "SELECT count(*) FROM access JOIN site USING (site) WHERE activated_at IS NULL OR granted_at < activated_at";
    "one-grant-a-person" "SELECT count(*) FROM (SELECT 1 FROM access WHERE +ended_at IS NULL GROUP BY site, person HAVING count(*) > 1)";
    "levels-on-the-ladder" "SELECT count(*) FROM access WHERE role NOT IN ('primary', 'secondary', 'user') OR nth < 1 OR tools NOT BETWEEN 0 AND 3
        OR reporting NOT BETWEEN 0 AND 1 OR entitlements NOT BETWEEN 0 AND 2 OR documents NOT BETWEEN 0 AND 1
        OR manage_access NOT BETWEEN 0 AND 2 OR contact_update NOT BETWEEN 0 AND 2";
    "the-primary-holds-the-top" "SELECT count(*) FROM access WHERE role = 'primary' AND (tools <> 3 OR reporting <> 1 OR entitlements <> 2
        OR documents <> 1 OR manage_access <> 2 OR contact_update <> 2 OR expires_at IS NOT NULL)";
    "role-and-privileges-fit" "SELECT count(*) FROM access WHERE (role = 'secondary' AND manage_access < 1)
        OR (role = 'user' AND (manage_access <> 0 OR contact_update <> 0))";
    "grants-have-a-giver" "SELECT count(*) FROM access WHERE granted_by IS NULL AND role <> 'primary'";
    "intervals-run-forward" "SELECT count(*) FROM access WHERE expires_at < granted_at OR ended_at < granted_at
        OR (ended_at IS NULL AND (ended_by IS NOT NULL OR end_reason IS NOT NULL))";
    "intervals-do-not-overlap" "SELECT count(*) FROM access AS a JOIN access AS b
        ON a.site = b.site AND a.person = b.person AND a.nth + 1 = b.nth WHERE a.ended_at IS NULL OR a.ended_at > b.granted_at";
    "expired-after-their-end" "SELECT count(*) FROM access WHERE end_reason = 'expired' AND ended_by IS NULL AND (expires_at IS NULL OR ended_at <> expires_at + 1)";
    "history-without-gaps" "SELECT count(*) FROM (SELECT 1 FROM access GROUP BY site, person HAVING max(nth) <> count(*))";
    "message-values" "SELECT count(*) FROM message WHERE state NOT IN ('queued', 'delivered', 'failed') OR attempts < 0
        OR delivered_at < created_at OR (state = 'delivered') <> (delivered_at IS NOT NULL)
        OR recipient GLOB '-*' OR instr(recipient, char(10)) > 0 OR instr(recipient, char(13)) > 0
        OR uncertain NOT BETWEEN 0 AND 2 OR (claimed_until IS NOT NULL AND state <> 'queued')";
    "secrets-leave-with-the-letter" "SELECT count(*) FROM message WHERE state <> 'queued' AND secret IS NOT NULL";
    "letters-have-an-entry" "SELECT count(*) FROM message WHERE NOT EXISTS (SELECT 1 FROM audit WHERE seq = entry)";
    "audit-without-gaps" "SELECT coalesce(max(seq), 0) - count(*) FROM audit";
    "audit-values" "SELECT count(*) FROM audit WHERE seq < 1 OR outcome NOT IN ('done', 'refused')
        OR (outcome = 'refused') <> (code IS NOT NULL) OR length(hash) <> 32";
    "nomination-values" "SELECT count(*) FROM nomination WHERE claims_primary NOT IN (0, 1) OR length(reason) NOT BETWEEN 1 AND 500
        OR status NOT IN ('pending', 'approved', 'declined', 'withdrawn', 'expired') OR reminded NOT BETWEEN 0 AND 2
        OR heard_at < submitted_at OR decided_at < submitted_at";
    "one-open-nomination" "SELECT count(*) FROM (SELECT 1 FROM nomination NOT INDEXED WHERE status = 'pending' GROUP BY site, person HAVING count(*) > 1)";
    "nominations-are-decided-once" "SELECT count(*) FROM nomination WHERE (status = 'pending') <> (decided_at IS NULL)
        OR (status = 'approved' AND decided_by IS NULL)
        OR (status = 'declined' AND (decided_by IS NULL OR decision_reason IS NULL))";
    "nobody-decides-their-own" "SELECT count(*) FROM nomination WHERE decided_by = person AND status <> 'withdrawn'";
    "numbers-without-gaps" "SELECT (SELECT coalesce(max(nomination), 0) - count(*) FROM nomination) + (SELECT coalesce(max(request), 0) - count(*) FROM provision)
        + (SELECT coalesce(max(entitlement), 0) - count(*) FROM entitlement) + (SELECT coalesce(max(token), 0) - count(*) FROM token)";
    "entitlement-values" "SELECT count(*) FROM entitlement WHERE length(product) NOT BETWEEN 2 AND 40 OR product GLOB '*[^a-z0-9-]*'
        OR quantity NOT BETWEEN 1 AND 1000000 OR until_at < from_at OR revoked_at < granted_at
        OR (revoked_by IS NULL) <> (revoked_at IS NULL)";
    "provider-values" "SELECT count(*) FROM provider WHERE length(provider) NOT BETWEEN 2 AND 40 OR provider GLOB '*[^a-z0-9-]*'
        OR protocol NOT IN ('sip', 'xmpp') OR terms_url NOT GLOB 'https://*' OR length(terms_url) > 200
        OR length(terms_version) NOT BETWEEN 1 AND 40";
    "provision-values" "SELECT count(*) FROM provision WHERE status NOT IN ('submitted', 'received', 'provisioned', 'rejected', 'cancelled', 'ended')
        OR length(gateway_name) NOT BETWEEN 1 AND 100 OR length(host) NOT BETWEEN 3 AND 253 OR host GLOB '*[^a-z0-9.-]*'
        OR port NOT BETWEEN 1 AND 65535 OR length(common_name) NOT BETWEEN 1 AND 253 OR length(issuer) NOT BETWEEN 1 AND 500
        OR length(notify) NOT BETWEEN 3 AND 80 OR notify <> lower(notify) OR replaces >= request OR length(reason) NOT BETWEEN 1 AND 500
        OR reminded < 0";
    "provision-times" "SELECT count(*) FROM provision WHERE due_by <= submitted_at OR received_at < submitted_at OR decided_at < submitted_at
        OR (status IN ('submitted', 'received')) <> (decided_at IS NULL) OR (status = 'rejected' AND reason IS NULL)";
    "domain-values" "SELECT count(*) FROM provision_domain WHERE nth < 1 OR held NOT IN (0, 1) OR length(domain) NOT BETWEEN 3 AND 253
        OR domain GLOB '*[^a-z0-9.-]*'";
    "a-domain-once-a-request" "SELECT count(*) FROM (SELECT 1 FROM provision_domain GROUP BY request, domain || '' HAVING count(held) > 1)";
    "a-domain-is-held-once" "SELECT count(*) FROM (SELECT 1 FROM provision_domain WHERE +held = 1 GROUP BY domain HAVING count(*) > 1)";
    "provisioned-gateways-hold-their-domains" "SELECT count(*) FROM provision_domain JOIN provision USING (request)
        WHERE (held = 1) <> (status = 'provisioned')";
    "terms-have-who-and-which" "SELECT count(*) FROM provision_provider WHERE (accepted_at IS NULL) <> (accepted_by IS NULL)
        OR (accepted_at IS NULL) <> (terms_version IS NULL)";
    "code-values" "SELECT count(*) FROM code WHERE kind NOT IN ('recovery', 'address', 'reversal') OR hash NOT GLOB '$argon2id$v=19$*'
        OR length(address) NOT BETWEEN 3 AND 80 OR address <> lower(address) OR answer_needed NOT IN (0, 1)
        OR expires_at NOT BETWEEN issued_at + 1 AND issued_at + 259200 OR tries NOT BETWEEN 0 AND 5
        OR tag NOT BETWEEN 0 AND 1048575
        OR state NOT IN ('live', 'used', 'superseded', 'spent')";
    "one-live-code-a-kind" "SELECT count(*) FROM (SELECT 1 FROM code NOT INDEXED WHERE state = 'live' GROUP BY person, kind HAVING count(*) > 1)";
    "five-tries-spend-a-code" "SELECT count(*) FROM code WHERE tries >= 5 AND state = 'live'";
    "codes-fit-their-kind" "SELECT count(*) FROM code WHERE (kind = 'recovery') <> (address IS NULL)
        OR (kind = 'recovery' AND expires_at <> issued_at + 3600)";
    "token-values" "SELECT count(*) FROM token WHERE length(name) NOT BETWEEN 1 AND 100 OR length(can) NOT BETWEEN 5 AND 300
        OR can GLOB '*[^a-z,-]*' OR length(hash) <> 32 OR last_used_at < created_at OR revoked_at < created_at
        OR expires_at NOT BETWEEN created_at + 1 AND created_at + 31536000";
    "one-token-a-secret" "SELECT count(*) - count(DISTINCT hash) FROM token NOT INDEXED";
    "reminder-values" "SELECT count(*) FROM access_reminder WHERE days NOT BETWEEN 1 AND 30";
}
