-- What was found by reading a whole table: the tokens of a person, the requests of a person, an ID that was closed.
CREATE INDEX token_person ON token (person);
CREATE INDEX provision_submitter ON provision (submitted_by, decided_at);
CREATE INDEX person_closed ON person (id) WHERE closed_at IS NOT NULL;
