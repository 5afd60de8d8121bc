-- What each table and column is for stands in ../schema.md.

CREATE TABLE leases (
    name  TEXT    NOT NULL PRIMARY KEY,
    fence INTEGER NOT NULL,
    until INTEGER NOT NULL
) STRICT;

ALTER TABLE inbox ADD COLUMN holder INTEGER NOT NULL DEFAULT 0;
ALTER TABLE outbox ADD COLUMN holder INTEGER NOT NULL DEFAULT 0;
