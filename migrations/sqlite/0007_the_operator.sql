-- What each table and column is for stands in ../schema.md.

ALTER TABLE outbox ADD COLUMN decided INTEGER;
