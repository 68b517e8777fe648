-- What people ask for: nominations, entitlements, gateways; and the codes that change an account.

CREATE TABLE nomination (
  nomination INTEGER PRIMARY KEY,
  site TEXT NOT NULL REFERENCES site,
  person INTEGER NOT NULL REFERENCES person,
  claims_primary INTEGER NOT NULL CHECK (claims_primary IN (0, 1)),
  reason TEXT CHECK (length(reason) BETWEEN 1 AND 500),
  status TEXT NOT NULL CHECK (status = 'pending' OR status = 'approved' OR status = 'declined' OR status = 'withdrawn'
                              OR status = 'expired'),
  submitted_at INTEGER NOT NULL,
  -- When the 30 days and the reminders began; null while the site sleeps.
  heard_at INTEGER CHECK (heard_at >= submitted_at),
  reminded INTEGER NOT NULL DEFAULT 0 CHECK (reminded BETWEEN 0 AND 2),
  decided_at INTEGER CHECK (decided_at >= submitted_at),
  decided_by INTEGER REFERENCES person CHECK (decided_by <> person OR status = 'withdrawn'),
  decision_reason TEXT,
  CHECK ((status = 'pending') = (decided_at IS NULL)),
  CHECK (status <> 'approved' OR decided_by IS NOT NULL),
  CHECK (status <> 'declined' OR (decided_by IS NOT NULL AND decision_reason IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX nomination_open ON nomination (site, person) WHERE status = 'pending';
CREATE INDEX nomination_person ON nomination (person, site);
CREATE INDEX nomination_heard ON nomination (heard_at) WHERE status = 'pending';
CREATE TRIGGER nomination_final BEFORE UPDATE ON nomination BEGIN
  SELECT RAISE(ABORT, 'nomination: decided once')
   WHERE OLD.status <> 'pending' OR NEW.site <> OLD.site OR NEW.person <> OLD.person OR NEW.submitted_at <> OLD.submitted_at
      OR NEW.claims_primary <> OLD.claims_primary;
END;
CREATE TRIGGER nomination_kept BEFORE DELETE ON nomination BEGIN SELECT RAISE(ABORT, 'nomination: kept for ever'); END;

CREATE TABLE entitlement (
  entitlement INTEGER PRIMARY KEY,
  site TEXT NOT NULL REFERENCES site,
  product TEXT NOT NULL CHECK (length(product) BETWEEN 2 AND 40 AND product NOT GLOB '*[^a-z0-9-]*'),
  quantity INTEGER NOT NULL CHECK (quantity BETWEEN 1 AND 1000000),
  from_at INTEGER NOT NULL,
  until_at INTEGER CHECK (until_at >= from_at),
  granted_by INTEGER NOT NULL REFERENCES person,
  granted_at INTEGER NOT NULL,
  revoked_by INTEGER REFERENCES person,
  revoked_at INTEGER CHECK (revoked_at >= granted_at),
  CHECK ((revoked_by IS NULL) = (revoked_at IS NULL))
) STRICT;
CREATE INDEX entitlement_site ON entitlement (site, product);
CREATE TRIGGER entitlement_final BEFORE UPDATE ON entitlement BEGIN
  SELECT RAISE(ABORT, 'entitlement: only revoked, and once')
   WHERE OLD.revoked_at IS NOT NULL OR NEW.revoked_at IS NULL OR NEW.site <> OLD.site OR NEW.product <> OLD.product
      OR NEW.quantity <> OLD.quantity OR NEW.from_at <> OLD.from_at OR NEW.until_at IS NOT OLD.until_at;
END;
CREATE TRIGGER entitlement_kept BEFORE DELETE ON entitlement BEGIN SELECT RAISE(ABORT, 'entitlement: kept for ever'); END;

CREATE TABLE provider (
  provider TEXT PRIMARY KEY CHECK (length(provider) BETWEEN 2 AND 40 AND provider NOT GLOB '*[^a-z0-9-]*'),
  protocol TEXT NOT NULL CHECK (protocol IN ('sip', 'xmpp')),
  terms_url TEXT NOT NULL CHECK (terms_url GLOB 'https://*' AND length(terms_url) <= 200),
  terms_version TEXT NOT NULL CHECK (length(terms_version) BETWEEN 1 AND 40),
  retired_at INTEGER
) STRICT, WITHOUT ROWID;
INSERT INTO provider (provider, protocol, terms_url, terms_version) VALUES
  ('aol', 'sip', 'https://legal.aol.com/TOS', '1'),
  ('yahoo', 'sip', 'https://legal.yahoo.com/us/en/yahoo/terms/otos/index.html', '1'),
  ('google-talk', 'xmpp', 'https://policies.google.com/terms', '1');

CREATE TABLE provision (
  request INTEGER PRIMARY KEY,
  site TEXT NOT NULL REFERENCES site,
  product TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status = 'submitted' OR status = 'received' OR status = 'provisioned' OR status = 'rejected'
                              OR status = 'cancelled' OR status = 'ended'),
  gateway_name TEXT NOT NULL CHECK (length(gateway_name) BETWEEN 1 AND 100),
  host TEXT NOT NULL CHECK (length(host) BETWEEN 3 AND 253 AND host NOT GLOB '*[^a-z0-9.-]*'),
  port INTEGER NOT NULL CHECK (port BETWEEN 1 AND 65535),
  common_name TEXT NOT NULL CHECK (length(common_name) BETWEEN 1 AND 253),
  issuer TEXT NOT NULL CHECK (length(issuer) BETWEEN 1 AND 500),
  not_after INTEGER,
  notify TEXT NOT NULL CHECK (length(notify) BETWEEN 3 AND 80 AND notify = lower(notify)),
  replaces INTEGER REFERENCES provision CHECK (replaces < request),
  submitted_by INTEGER NOT NULL REFERENCES person,
  submitted_at INTEGER NOT NULL,
  due_by INTEGER NOT NULL CHECK (due_by > submitted_at),
  received_at INTEGER CHECK (received_at >= submitted_at),
  decided_at INTEGER CHECK (decided_at >= submitted_at),
  decided_by INTEGER REFERENCES person,
  reason TEXT CHECK (length(reason) BETWEEN 1 AND 500),
  -- Days before the end of the certificate at which the last reminder went out.
  reminded INTEGER CHECK (reminded >= 0),
  CHECK ((status = 'submitted' OR status = 'received') = (decided_at IS NULL)),
  CHECK (status <> 'rejected' OR reason IS NOT NULL)
) STRICT;
CREATE INDEX provision_site ON provision (site, request);
CREATE INDEX provision_open ON provision (due_by) WHERE decided_at IS NULL;
CREATE TRIGGER provision_final BEFORE UPDATE ON provision BEGIN
  SELECT RAISE(ABORT, 'provision: over is over')
   WHERE OLD.status = 'rejected' OR OLD.status = 'cancelled' OR OLD.status = 'ended'
      OR (OLD.status = 'provisioned' AND NEW.status <> 'provisioned' AND NEW.status <> 'ended')
      OR (OLD.status = 'received' AND NEW.status = 'submitted')
      OR NEW.site <> OLD.site OR NEW.host <> OLD.host OR NEW.submitted_at <> OLD.submitted_at OR NEW.due_by <> OLD.due_by;
END;
CREATE TRIGGER provision_kept BEFORE DELETE ON provision BEGIN SELECT RAISE(ABORT, 'provision: kept for ever'); END;

CREATE TABLE provision_domain (
  request INTEGER NOT NULL REFERENCES provision,
  nth INTEGER NOT NULL CHECK (nth >= 1),
  domain TEXT NOT NULL CHECK (length(domain) BETWEEN 3 AND 253 AND domain NOT GLOB '*[^a-z0-9.-]*'),
  -- Whether a provisioned gateway holds the domain now; one at most.
  held INTEGER NOT NULL CHECK (held IN (0, 1)),
  PRIMARY KEY (request, nth)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX provision_domain_once ON provision_domain (request, domain);
CREATE UNIQUE INDEX provision_domain_held ON provision_domain (domain) WHERE held = 1;

CREATE TABLE provision_provider (
  request INTEGER NOT NULL REFERENCES provision,
  provider TEXT NOT NULL REFERENCES provider,
  terms_version TEXT,
  accepted_at INTEGER,
  accepted_by INTEGER REFERENCES person,
  PRIMARY KEY (request, provider),
  CHECK ((accepted_at IS NULL) = (accepted_by IS NULL)),
  CHECK ((accepted_at IS NULL) = (terms_version IS NULL))
) STRICT, WITHOUT ROWID;
CREATE TRIGGER provision_terms_stay BEFORE UPDATE ON provision_provider BEGIN
  SELECT RAISE(ABORT, 'provision: terms were accepted once')
   WHERE OLD.accepted_at IS NOT NULL OR NEW.request <> OLD.request OR NEW.provider <> OLD.provider;
END;

-- Codes that were mailed to somebody with an ID: to recover, to change the address, to take that back.
CREATE TABLE code (
  code INTEGER PRIMARY KEY,
  person INTEGER NOT NULL REFERENCES person,
  kind TEXT NOT NULL CHECK (kind = 'recovery' OR kind = 'address' OR kind = 'reversal'),
  hash TEXT NOT NULL CHECK (hash GLOB '$argon2id$v=19$*'),
  -- The new address, or the old one to go back to.
  address TEXT CHECK (length(address) BETWEEN 3 AND 80 AND address = lower(address)),
  -- Whether the security answer is asked for too; an operator's reset asks for none.
  answer_needed INTEGER NOT NULL CHECK (answer_needed IN (0, 1)),
  issued_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL CHECK (expires_at BETWEEN issued_at + 1 AND issued_at + 259200),
  tries INTEGER NOT NULL DEFAULT 0 CHECK (tries BETWEEN 0 AND 5),
  state TEXT NOT NULL CHECK (state = 'live' OR state = 'used' OR state = 'superseded' OR state = 'spent'),
  CHECK (tries < 5 OR state <> 'live'),
  CHECK (kind <> 'recovery' OR (address IS NULL AND expires_at = issued_at + 3600)),
  CHECK (kind = 'recovery' OR address IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX code_live ON code (person, kind) WHERE state = 'live';
CREATE INDEX code_address ON code (address) WHERE state = 'live' AND kind <> 'recovery';
CREATE TRIGGER code_final BEFORE UPDATE ON code BEGIN
  SELECT RAISE(ABORT, 'code: spent is spent')
   WHERE OLD.state <> 'live' OR NEW.tries < OLD.tries OR NEW.hash <> OLD.hash OR NEW.expires_at <> OLD.expires_at
      OR NEW.person <> OLD.person OR NEW.address IS NOT OLD.address;
END;

-- Days before its end date at which somebody with access was last reminded.
CREATE TABLE access_reminder (
  site TEXT NOT NULL,
  person INTEGER NOT NULL,
  nth INTEGER NOT NULL,
  days INTEGER NOT NULL CHECK (days BETWEEN 1 AND 30),
  PRIMARY KEY (site, person, nth),
  FOREIGN KEY (site, person, nth) REFERENCES access (site, person, nth)
) STRICT, WITHOUT ROWID;
CREATE INDEX access_expiring ON access (expires_at) WHERE ended_at IS NULL AND expires_at IS NOT NULL;
