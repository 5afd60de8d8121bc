-- What each table and column is for stands in ../schema.md.

CREATE TABLE leases (
    name  TEXT   NOT NULL PRIMARY KEY,
    fence BIGINT NOT NULL,
    until BIGINT NOT NULL
);

ALTER TABLE inbox ADD COLUMN holder BIGINT NOT NULL DEFAULT 0;
ALTER TABLE outbox ADD COLUMN holder BIGINT NOT NULL DEFAULT 0;
