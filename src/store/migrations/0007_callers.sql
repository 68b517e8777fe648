-- Whose sign-in a row is in a registry that people reach through sudo and ssh: `ssh:NAME` or `sudo:UID`. Printed: it serves whoever
-- shows its token, and the caller's next calls are not recognised by it.
ALTER TABLE sign_in ADD COLUMN caller TEXT CHECK (length(caller) BETWEEN 5 AND 100);
ALTER TABLE sign_in ADD COLUMN printed INTEGER NOT NULL DEFAULT 0 CHECK (printed IN (0, 1));
CREATE UNIQUE INDEX sign_in_caller ON sign_in (caller) WHERE caller IS NOT NULL AND printed = 0;
-- A sign-in of a service registry without a caller would be everybody's.
DELETE FROM sign_in WHERE (SELECT service FROM registry) = 1;
-- From here on the trail tells every row; `told::anew` appends entries for those that are there.
