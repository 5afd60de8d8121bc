-- What each table and column is for stands in ../schema.md.

CREATE TABLE release_files (
    hash    TEXT NOT NULL PRIMARY KEY,
    content TEXT NOT NULL
);

CREATE TABLE releases (
    number      BIGINT NOT NULL PRIMARY KEY,
    fingerprint TEXT    NOT NULL,
    manifest    TEXT    NOT NULL,
    based_on    BIGINT,
    author      BIGINT,
    author_name TEXT    NOT NULL,
    made        BIGINT NOT NULL,
    note        TEXT    NOT NULL
);

CREATE TABLE releases_in_use (
    turn    BIGINT NOT NULL PRIMARY KEY,
    release BIGINT NOT NULL REFERENCES releases (number),
    since   BIGINT NOT NULL
);

CREATE TABLE replicas (
    name    TEXT    NOT NULL PRIMARY KEY,
    release BIGINT NOT NULL,
    seen    BIGINT NOT NULL
);

-- One row at most: whoever works on the knowledge works alone.
CREATE TABLE proposals (
    seat        BIGINT NOT NULL PRIMARY KEY CHECK (seat = 1),
    id          BIGINT NOT NULL,
    author      BIGINT,
    author_name TEXT    NOT NULL,
    note        TEXT    NOT NULL,
    based_on    BIGINT NOT NULL,
    begun       BIGINT NOT NULL,
    is_ready    BIGINT NOT NULL CHECK (is_ready IN (0, 1)),
    line        BIGINT NOT NULL,
    changes     TEXT    NOT NULL
);

CREATE TABLE officials (
    person BIGINT NOT NULL PRIMARY KEY,
    name   TEXT    NOT NULL,
    role   TEXT    NOT NULL CHECK (role IN ('lead', 'admin'))
);

CREATE TABLE invitations (
    token      TEXT    NOT NULL PRIMARY KEY,
    role       TEXT    NOT NULL CHECK (role IN ('lead', 'admin')),
    author     BIGINT,
    author_name TEXT   NOT NULL,
    invited    BIGINT,
    invited_name TEXT  NOT NULL,
    by_link    BIGINT NOT NULL CHECK (by_link IN (0, 1)),
    until      BIGINT NOT NULL
);

CREATE TABLE audit (
    id          BIGINT NOT NULL PRIMARY KEY,
    at          BIGINT NOT NULL,
    author      BIGINT,
    author_name TEXT    NOT NULL,
    act         TEXT    NOT NULL,
    about       TEXT    NOT NULL,
    seal        TEXT    NOT NULL
);
CREATE FUNCTION audit_stays_as_it_is() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the audit log is never changed or shortened'; END $$;
CREATE TRIGGER audit_stays_as_it_is BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
FOR EACH STATEMENT EXECUTE FUNCTION audit_stays_as_it_is();
