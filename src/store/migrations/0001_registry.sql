-- The registry: people, sites, who has access, what was mailed, what was done.
-- Moments are Unix seconds. Levels are ranks on the ladders of product.md, from 0.
-- Two words at most in CHECK (… IN …): longer lists build a table on every INSERT, so they are written with OR.
PRAGMA application_id = 1346457393;

-- One row: what this file is.
CREATE TABLE registry (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  id BLOB NOT NULL CHECK (length(id) = 16),
  service INTEGER NOT NULL CHECK (service IN (0, 1)),
  practice INTEGER NOT NULL CHECK (practice IN (0, 1)),
  next_site INTEGER NOT NULL CHECK (next_site BETWEEN 1000000 AND 9999999),
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE person (
  person INTEGER PRIMARY KEY,
  id TEXT NOT NULL CHECK (length(id) BETWEEN 3 AND 80 AND id = lower(id)),
  email TEXT NOT NULL CHECK (length(email) BETWEEN 3 AND 80 AND email = lower(email)),
  first_name TEXT NOT NULL CHECK (length(first_name) BETWEEN 1 AND 100),
  last_name TEXT NOT NULL CHECK (length(last_name) BETWEEN 1 AND 100),
  country TEXT NOT NULL CHECK (country GLOB '[A-Z][A-Z]'),
  password TEXT CHECK (password GLOB '$argon2id$v=19$*'),
  question TEXT CHECK (length(question) BETWEEN 1 AND 200),
  answer TEXT CHECK (answer GLOB '$argon2id$v=19$*'),
  operator INTEGER NOT NULL CHECK (operator IN (0, 1)),
  failures INTEGER NOT NULL DEFAULT 0 CHECK (failures >= 0),
  not_before INTEGER NOT NULL DEFAULT 0,
  registered_at INTEGER NOT NULL,
  closed_at INTEGER CHECK (closed_at >= registered_at),
  CHECK ((question IS NULL) = (answer IS NULL))
) STRICT;
CREATE UNIQUE INDEX person_id ON person (id) WHERE closed_at IS NULL;
CREATE UNIQUE INDEX person_email ON person (email) WHERE closed_at IS NULL;
CREATE INDEX person_operator ON person (person) WHERE operator = 1;
CREATE TRIGGER person_one_address BEFORE INSERT ON person BEGIN
  SELECT RAISE(ABORT, 'person: the address belongs to somebody')
   WHERE EXISTS (SELECT 1 FROM person WHERE closed_at IS NULL AND id = NEW.email)
      OR EXISTS (SELECT 1 FROM person WHERE closed_at IS NULL AND email = NEW.id);
END;
CREATE TRIGGER person_new_address BEFORE UPDATE OF id, email ON person BEGIN
  SELECT RAISE(ABORT, 'person: an ID never changes') WHERE NEW.id <> OLD.id;
  SELECT RAISE(ABORT, 'person: the address belongs to somebody')
   WHERE EXISTS (SELECT 1 FROM person WHERE closed_at IS NULL AND id = NEW.email AND person <> NEW.person);
END;
CREATE TRIGGER person_operator_apart BEFORE UPDATE OF operator ON person WHEN NEW.operator = 1 BEGIN
  SELECT RAISE(ABORT, 'person: an operator holds no access')
   WHERE EXISTS (SELECT 1 FROM access JOIN site USING (site)
                  WHERE person = NEW.person AND access.ended_at IS NULL AND status = 'active');
END;
CREATE TRIGGER person_kept BEFORE DELETE ON person BEGIN SELECT RAISE(ABORT, 'person: kept for ever'); END;

-- Waits until its code is typed; reserves nothing.
CREATE TABLE registration (
  registration INTEGER PRIMARY KEY,
  email TEXT NOT NULL CHECK (length(email) BETWEEN 3 AND 80 AND email = lower(email)),
  first_name TEXT NOT NULL CHECK (length(first_name) BETWEEN 1 AND 100),
  last_name TEXT NOT NULL CHECK (length(last_name) BETWEEN 1 AND 100),
  country TEXT NOT NULL CHECK (country GLOB '[A-Z][A-Z]'),
  password TEXT NOT NULL CHECK (password GLOB '$argon2id$v=19$*'),
  question TEXT NOT NULL CHECK (length(question) BETWEEN 1 AND 200),
  answer TEXT NOT NULL CHECK (answer GLOB '$argon2id$v=19$*'),
  code TEXT NOT NULL CHECK (code GLOB '$argon2id$v=19$*'),
  tries INTEGER NOT NULL DEFAULT 0 CHECK (tries BETWEEN 0 AND 5),
  registered_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL CHECK (expires_at > registered_at)
) STRICT;
CREATE INDEX registration_email ON registration (email);

-- Failures at addresses that have no ID, so that they look the same; the key is a hash.
CREATE TABLE stranger (
  key BLOB PRIMARY KEY CHECK (length(key) = 32),
  failures INTEGER NOT NULL CHECK (failures >= 0),
  not_before INTEGER NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX stranger_at ON stranger (at);

CREATE TABLE sign_in (
  sign_in INTEGER PRIMARY KEY,
  person INTEGER NOT NULL REFERENCES person,
  token BLOB NOT NULL UNIQUE CHECK (length(token) = 32),
  created_at INTEGER NOT NULL,
  last_used_at INTEGER NOT NULL CHECK (last_used_at >= created_at),
  expires_at INTEGER NOT NULL CHECK (expires_at BETWEEN created_at + 1 AND created_at + 28800)
) STRICT;
CREATE INDEX sign_in_person ON sign_in (person);

CREATE TABLE site (
  site TEXT PRIMARY KEY CHECK (length(site) BETWEEN 5 AND 10 AND site NOT GLOB '*[^0-9]*'),
  company TEXT NOT NULL CHECK (length(company) BETWEEN 1 AND 200),
  country TEXT NOT NULL CHECK (country GLOB '[A-Z][A-Z]'),
  program TEXT NOT NULL CHECK (program IN ('passport-advantage', 'passport-advantage-express')),
  via TEXT NOT NULL CHECK (via IN ('form', 'purchase')),
  agreement TEXT CHECK (length(agreement) BETWEEN 1 AND 40),
  status TEXT NOT NULL CHECK (status = 'active' OR status = 'awaiting-primary' OR status = 'closed' OR status = 'withdrawn'),
  enrolled_at INTEGER NOT NULL,
  activated_at INTEGER CHECK (activated_at >= enrolled_at),
  ended_at INTEGER CHECK (ended_at >= enrolled_at),
  end_reason TEXT,
  CHECK ((activated_at IS NOT NULL) = (status IN ('active', 'closed'))),
  CHECK ((ended_at IS NOT NULL) = (status IN ('closed', 'withdrawn')))
) STRICT, WITHOUT ROWID;
CREATE INDEX site_status ON site (status, site);
CREATE TRIGGER site_for_good BEFORE UPDATE ON site BEGIN
  SELECT RAISE(ABORT, 'site: number and activation are for ever')
   WHERE NEW.site <> OLD.site OR (OLD.activated_at IS NOT NULL AND NEW.activated_at IS NOT OLD.activated_at);
  SELECT RAISE(ABORT, 'site: closed and withdrawn are for good') WHERE OLD.ended_at IS NOT NULL;
END;
CREATE TRIGGER site_kept BEFORE DELETE ON site BEGIN SELECT RAISE(ABORT, 'site: a number is never given twice'); END;

-- The people named on the enrolment form; not access.
CREATE TABLE contact (
  site TEXT NOT NULL REFERENCES site,
  type TEXT NOT NULL CHECK (type = 'primary' OR type = 'technical' OR type = 'administrative' OR type = 'renewal'
                            OR type = 'media' OR type = 'billing'),
  first_name TEXT NOT NULL CHECK (length(first_name) BETWEEN 1 AND 100),
  last_name TEXT NOT NULL CHECK (length(last_name) BETWEEN 1 AND 100),
  email TEXT NOT NULL CHECK (length(email) BETWEEN 3 AND 80 AND email = lower(email)),
  phone TEXT CHECK (length(phone) BETWEEN 1 AND 40),
  PRIMARY KEY (site, type)
) STRICT, WITHOUT ROWID;
CREATE INDEX contact_primary ON contact (email) WHERE type = 'primary';

CREATE TABLE passcode (
  passcode INTEGER PRIMARY KEY,
  site TEXT NOT NULL REFERENCES site,
  kind TEXT NOT NULL CHECK (kind IN ('welcome', 'requested')),
  hash TEXT NOT NULL CHECK (hash GLOB '$argon2id$v=19$*'),
  issued_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL CHECK (expires_at BETWEEN issued_at + 1 AND issued_at + 7776000),
  tries INTEGER NOT NULL DEFAULT 0 CHECK (tries BETWEEN 0 AND 5),
  state TEXT NOT NULL CHECK (state = 'live' OR state = 'used' OR state = 'superseded' OR state = 'spent'),
  used_by INTEGER REFERENCES person,
  CHECK (kind <> 'requested' OR expires_at = issued_at + 3600),
  CHECK (tries < 5 OR state <> 'live'),
  CHECK ((state = 'used') = (used_by IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX passcode_live ON passcode (site) WHERE state = 'live';
CREATE INDEX passcode_site ON passcode (site, issued_at);
CREATE TRIGGER passcode_final BEFORE UPDATE ON passcode BEGIN
  SELECT RAISE(ABORT, 'passcode: spent is spent')
   WHERE OLD.state <> 'live' OR NEW.tries < OLD.tries OR NEW.hash <> OLD.hash OR NEW.expires_at <> OLD.expires_at;
END;
CREATE TRIGGER passcode_kept BEFORE DELETE ON passcode BEGIN SELECT RAISE(ABORT, 'passcode: kept for ever'); END;

-- Intervals: current where ended_at is null; a change closes one row and opens the next.
CREATE TABLE access (
  site TEXT NOT NULL REFERENCES site,
  person INTEGER NOT NULL REFERENCES person,
  nth INTEGER NOT NULL CHECK (nth >= 1),
  role TEXT NOT NULL CHECK (role = 'user' OR role = 'secondary' OR role = 'primary'),
  tools INTEGER NOT NULL CHECK (tools BETWEEN 0 AND 3),
  reporting INTEGER NOT NULL CHECK (reporting BETWEEN 0 AND 1),
  entitlements INTEGER NOT NULL CHECK (entitlements BETWEEN 0 AND 2),
  documents INTEGER NOT NULL CHECK (documents BETWEEN 0 AND 1),
  manage_access INTEGER NOT NULL CHECK (manage_access BETWEEN 0 AND 2),
  contact_update INTEGER NOT NULL CHECK (contact_update BETWEEN 0 AND 2),
  granted_by INTEGER REFERENCES person,
  granted_at INTEGER NOT NULL,
  expires_at INTEGER CHECK (expires_at >= granted_at),
  note TEXT,
  ended_at INTEGER CHECK (ended_at >= granted_at),
  ended_by INTEGER REFERENCES person,
  end_reason TEXT,
  PRIMARY KEY (site, person, nth),
  CHECK (role <> 'primary' OR (tools = 3 AND reporting = 1 AND entitlements = 2 AND documents = 1
                               AND manage_access = 2 AND contact_update = 2 AND expires_at IS NULL)),
  CHECK (role <> 'secondary' OR manage_access >= 1),
  CHECK (role <> 'user' OR (manage_access = 0 AND contact_update = 0)),
  CHECK (granted_by IS NOT NULL OR role = 'primary'),
  CHECK (ended_at IS NOT NULL OR (ended_by IS NULL AND end_reason IS NULL))
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX access_current ON access (person, site) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX access_primary ON access (site) WHERE role = 'primary' AND ended_at IS NULL;
CREATE TRIGGER access_given BEFORE INSERT ON access BEGIN
  SELECT RAISE(ABORT, 'access: nobody has any before the site is active')
   WHERE (SELECT status FROM site WHERE site = NEW.site) IS NOT 'active';
  SELECT RAISE(ABORT, 'access: an operator holds none') WHERE (SELECT operator FROM person WHERE person = NEW.person) = 1;
END;
CREATE TRIGGER access_only_ends BEFORE UPDATE ON access BEGIN
  SELECT RAISE(ABORT, 'access: a row only ends, or is handed to another giver')
   WHERE OLD.ended_at IS NOT NULL OR NEW.person <> OLD.person OR NEW.site <> OLD.site OR NEW.nth <> OLD.nth
      OR NEW.role <> OLD.role OR NEW.tools <> OLD.tools OR NEW.reporting <> OLD.reporting
      OR NEW.entitlements <> OLD.entitlements OR NEW.documents <> OLD.documents OR NEW.manage_access <> OLD.manage_access
      OR NEW.contact_update <> OLD.contact_update OR NEW.granted_at <> OLD.granted_at
      OR NEW.expires_at IS NOT OLD.expires_at OR (NEW.ended_at IS NOT NULL AND NEW.granted_by IS NOT OLD.granted_by);
END;
CREATE TRIGGER access_kept BEFORE DELETE ON access BEGIN SELECT RAISE(ABORT, 'access: history is kept'); END;

-- Letters as data; rendered when they are delivered.
CREATE TABLE message (
  message INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL REFERENCES audit,
  kind TEXT NOT NULL,
  recipient TEXT NOT NULL CHECK (recipient NOT GLOB '-*' AND instr(recipient, char(10)) = 0 AND instr(recipient, char(13)) = 0),
  site TEXT,
  facts TEXT NOT NULL,
  secret TEXT,
  state TEXT NOT NULL CHECK (state = 'queued' OR state = 'delivered' OR state = 'failed'),
  created_at INTEGER NOT NULL,
  delivered_at INTEGER CHECK (delivered_at >= created_at),
  attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  next_at INTEGER NOT NULL,
  last_error TEXT,
  CHECK ((state = 'delivered') = (delivered_at IS NOT NULL)),
  CHECK (state = 'queued' OR secret IS NULL)
) STRICT;
CREATE INDEX message_queued ON message (next_at) WHERE state = 'queued';

CREATE TABLE audit (
  seq INTEGER PRIMARY KEY CHECK (seq >= 1),
  at INTEGER NOT NULL,
  person INTEGER,
  actor TEXT,
  action TEXT NOT NULL,
  site TEXT,
  subject TEXT,
  outcome TEXT NOT NULL CHECK (outcome IN ('done', 'refused')),
  code TEXT,
  details TEXT NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  CHECK ((outcome = 'refused') = (code IS NOT NULL))
) STRICT;
CREATE INDEX audit_site ON audit (site, seq) WHERE site IS NOT NULL;
CREATE TRIGGER audit_without_gap BEFORE INSERT ON audit BEGIN
  SELECT RAISE(ABORT, 'audit: one after the other') WHERE NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM audit);
END;
CREATE TRIGGER audit_unchanged BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit: append only'); END;
CREATE TRIGGER audit_kept BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit: append only'); END;
