-- Letters on their way to a mail server, where twice is not once.

-- Until when a letter belongs to the process that is sending it. A process that was killed leaves a claim behind; it ends by itself.
ALTER TABLE message ADD COLUMN claimed_until INTEGER CHECK (claimed_until IS NULL OR state = 'queued');
-- How often it was handed over, or may have been, and nobody knows what became of it. The second time it has failed.
ALTER TABLE message ADD COLUMN uncertain INTEGER NOT NULL DEFAULT 0 CHECK (uncertain BETWEEN 0 AND 2);
CREATE INDEX message_failed ON message (created_at) WHERE state = 'failed';
