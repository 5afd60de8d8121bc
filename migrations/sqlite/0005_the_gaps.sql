-- What each table and column is for stands in ../schema.md.

CREATE TABLE gap_marks (
    question INTEGER NOT NULL REFERENCES transcript (id),
    mark     TEXT    NOT NULL CHECK (mark IN ('done', 'not-ours', 'not-learned')),
    at       INTEGER NOT NULL,
    PRIMARY KEY (question, mark)
) STRICT;

ALTER TABLE proposals ADD COLUMN question INTEGER;
