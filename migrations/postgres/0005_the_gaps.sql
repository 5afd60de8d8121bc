-- What each table and column is for stands in ../schema.md.

CREATE TABLE gap_marks (
    question BIGINT NOT NULL REFERENCES transcript (id),
    mark     TEXT   NOT NULL CHECK (mark IN ('done', 'not-ours', 'not-learned')),
    at       BIGINT NOT NULL,
    PRIMARY KEY (question, mark)
);

ALTER TABLE proposals ADD COLUMN question BIGINT;
