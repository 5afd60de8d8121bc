-- What each table and column is for stands in ../schema.md.

CREATE TABLE happenings (
    id       BIGINT  GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at       BIGINT  NOT NULL,
    kind     TEXT    NOT NULL,
    detail   TEXT,
    entry    TEXT,
    theme    TEXT,
    place    TEXT,
    desk     TEXT,
    language TEXT,
    waited   BIGINT ,
    worked   BIGINT ,
    kept     BIGINT  CHECK (kept IN (0, 1))
);
CREATE INDEX happenings_at ON happenings (at);

-- What was counted until now happened too; of when, only the day is known.
INSERT INTO happenings (at, kind, detail, entry, theme)
WITH RECURSIVE
    one_by_one (day, name, rest) AS (
        SELECT day, name, times FROM counts
        UNION ALL
        SELECT day, name, rest - 1 FROM one_by_one WHERE rest > 1
    ),
    cut (day, head, tail) AS (SELECT day, split_part(name, ':', 1), CASE WHEN name LIKE '%:%' THEN substr(name, strpos(name, ':') + 1) END FROM one_by_one)
SELECT day,
       CASE head
           WHEN 'answer' THEN 'answered' WHEN 'clarify' THEN 'asked-back' WHEN 'handover' THEN 'handed-over'
           WHEN 'listen' THEN 'listened' WHEN 'smalltalk' THEN 'small-talk' WHEN 'theme' THEN 'browsed'
           WHEN 'taken' THEN 'claimed' WHEN 'withdrawn' THEN 'closed' WHEN 'distress-in-case' THEN 'distress'
           ELSE head
       END,
       CASE WHEN head = 'withdrawn' THEN 'withdrawn' WHEN head IN ('handover', 'closed', 'rejected') THEN tail END,
       CASE WHEN head IN ('answer', 'shown', 'helped', 'not-helped', 'sent-by-manager') THEN tail
            WHEN head = 'gap' AND tail <> 'missing' THEN tail END,
       CASE WHEN head = 'theme' THEN tail END
FROM cut;
DROP TABLE counts;
