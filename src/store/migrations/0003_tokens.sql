-- Automation tokens: a sign-in for named actions at one site, under the grant that its owner held when it was made.

CREATE TABLE token (
  token INTEGER PRIMARY KEY,
  site TEXT NOT NULL,
  person INTEGER NOT NULL,
  nth INTEGER NOT NULL,
  name TEXT CHECK (length(name) BETWEEN 1 AND 100),
  can TEXT NOT NULL CHECK (length(can) BETWEEN 5 AND 300 AND can NOT GLOB '*[^a-z,-]*'),
  hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
  created_at INTEGER NOT NULL,
  last_used_at INTEGER CHECK (last_used_at >= created_at),
  expires_at INTEGER NOT NULL CHECK (expires_at BETWEEN created_at + 1 AND created_at + 31536000),
  revoked_at INTEGER CHECK (revoked_at >= created_at),
  FOREIGN KEY (site, person, nth) REFERENCES access
) STRICT;
CREATE TRIGGER token_final BEFORE UPDATE ON token BEGIN
  SELECT RAISE(ABORT, 'token: never wider, never longer, never back')
   WHERE NEW.person <> OLD.person OR NEW.site <> OLD.site OR NEW.nth <> OLD.nth OR NEW.can <> OLD.can OR NEW.hash <> OLD.hash
      OR NEW.expires_at <> OLD.expires_at OR (OLD.revoked_at IS NOT NULL AND NEW.revoked_at IS NOT OLD.revoked_at);
END;
