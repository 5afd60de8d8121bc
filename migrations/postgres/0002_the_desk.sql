-- What each table and column is for stands in ../schema.md.

-- A case is kept whole, as JSON; columns are what is searched by.
ALTER TABLE cases ADD COLUMN details TEXT NOT NULL DEFAULT '';
UPDATE cases SET details = json_build_object(
    'number', number, 'client', client, 'desk', desk, 'state', state, 'reason', reason,
    'owner', CASE WHEN owner_id IS NULL THEN NULL ELSE json_build_object('id', owner_id, 'name', owner_name) END,
    'language', language, 'place', place, 'opened', opened, 'promise', promise, 'closed', closed)::text;
ALTER TABLE cases DROP COLUMN reason;
ALTER TABLE cases DROP COLUMN owner_id;
ALTER TABLE cases DROP COLUMN owner_name;
ALTER TABLE cases DROP COLUMN language;
ALTER TABLE cases DROP COLUMN place;
ALTER TABLE cases DROP COLUMN opened;
ALTER TABLE cases DROP COLUMN promise;
CREATE INDEX cases_open ON cases (desk, number) WHERE state <> 'closed';

CREATE TABLE former_topics (
    chat        BIGINT NOT NULL,
    thread      BIGINT NOT NULL,
    case_number BIGINT NOT NULL REFERENCES cases (number),
    desk        TEXT    NOT NULL,
    PRIMARY KEY (chat, thread)
);
CREATE INDEX former_topics_case ON former_topics (case_number);

CREATE TABLE members (
    chat       BIGINT NOT NULL,
    person     BIGINT NOT NULL,
    name       TEXT    NOT NULL,
    username   TEXT,
    is_member  BIGINT NOT NULL CHECK (is_member IN (0, 1)),
    checked_at BIGINT NOT NULL,
    PRIMARY KEY (chat, person)
);

CREATE TABLE absences (
    person        BIGINT NOT NULL PRIMARY KEY,
    name          TEXT    NOT NULL,
    stand_in      BIGINT NOT NULL,
    stand_in_name TEXT    NOT NULL,
    until         BIGINT NOT NULL
);

CREATE TABLE boards (
    desk TEXT    NOT NULL PRIMARY KEY,
    line BIGINT NOT NULL,
    text TEXT    NOT NULL
);

CREATE TABLE house_timers (
    kind  TEXT    NOT NULL,
    about TEXT    NOT NULL,
    due   BIGINT NOT NULL,
    PRIMARY KEY (kind, about)
);
CREATE INDEX house_timers_due ON house_timers (due);

-- Cases that wait for somebody get their ladder: the house looks at them at once.
INSERT INTO timers (client, kind, due)
SELECT DISTINCT client, 'ladder', 0 FROM cases WHERE state = 'waiting'
ON CONFLICT (client, kind) DO NOTHING;
