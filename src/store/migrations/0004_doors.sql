-- The edges of an account's life: a code is found by a short tag instead of being compared with every one that waits.

-- Twenty bits of a hash of the code, which say which row it could be; what proves it is the argon2id hash beside it. NULL for what
-- waited when this step came: such a row is compared in any case.
ALTER TABLE registration ADD COLUMN tag INTEGER CHECK (tag BETWEEN 0 AND 1048575);
ALTER TABLE code ADD COLUMN tag INTEGER CHECK (tag BETWEEN 0 AND 1048575);
-- Wrong codes count against nothing any more.
ALTER TABLE registration DROP COLUMN tries;
CREATE INDEX code_tag ON code (kind, tag) WHERE state = 'live';

-- Wrong pairs of site and Primary Contact: a counter of their own, which no sign-in resets.
ALTER TABLE person ADD COLUMN pair_failures INTEGER NOT NULL DEFAULT 0 CHECK (pair_failures >= 0);
ALTER TABLE person ADD COLUMN pair_not_before INTEGER NOT NULL DEFAULT 0;

-- What strangers did about an address in the last hour: one entry of the trail stands for all of it.
CREATE TABLE visit (
  key BLOB NOT NULL CHECK (length(key) = 32),
  action TEXT NOT NULL,
  at INTEGER NOT NULL,
  count INTEGER NOT NULL CHECK (count >= 1),
  PRIMARY KEY (key, action)
) STRICT, WITHOUT ROWID;
CREATE INDEX visit_at ON visit (at);

-- Letters that anybody can have sent to an address are limited.
CREATE INDEX message_mailbox ON message (recipient, created_at)
  WHERE kind = 'verification' OR kind = 'already-registered' OR kind = 'recovery';
