-- What each table and column is for stands in ../schema.md.

CREATE TABLE release_files (
    hash    TEXT NOT NULL PRIMARY KEY,
    content TEXT NOT NULL
) STRICT;

CREATE TABLE releases (
    number      INTEGER NOT NULL PRIMARY KEY,
    fingerprint TEXT    NOT NULL,
    manifest    TEXT    NOT NULL,
    based_on    INTEGER,
    author      INTEGER,
    author_name TEXT    NOT NULL,
    made        INTEGER NOT NULL,
    note        TEXT    NOT NULL
) STRICT;

CREATE TABLE releases_in_use (
    turn    INTEGER NOT NULL PRIMARY KEY,
    release INTEGER NOT NULL REFERENCES releases (number),
    since   INTEGER NOT NULL
) STRICT;

CREATE TABLE replicas (
    name    TEXT    NOT NULL PRIMARY KEY,
    release INTEGER NOT NULL,
    seen    INTEGER NOT NULL
) STRICT;

-- One row at most: whoever works on the knowledge works alone.
CREATE TABLE proposals (
    seat        INTEGER NOT NULL PRIMARY KEY CHECK (seat = 1),
    id          INTEGER NOT NULL,
    author      INTEGER,
    author_name TEXT    NOT NULL,
    note        TEXT    NOT NULL,
    based_on    INTEGER NOT NULL,
    begun       INTEGER NOT NULL,
    is_ready    INTEGER NOT NULL CHECK (is_ready IN (0, 1)),
    line        INTEGER NOT NULL,
    changes     TEXT    NOT NULL
) STRICT;

CREATE TABLE officials (
    person INTEGER NOT NULL PRIMARY KEY,
    name   TEXT    NOT NULL,
    role   TEXT    NOT NULL CHECK (role IN ('lead', 'admin'))
) STRICT;

CREATE TABLE invitations (
    token      TEXT    NOT NULL PRIMARY KEY,
    role       TEXT    NOT NULL CHECK (role IN ('lead', 'admin')),
    author     INTEGER,
    author_name TEXT   NOT NULL,
    invited    INTEGER,
    invited_name TEXT  NOT NULL,
    by_link    INTEGER NOT NULL CHECK (by_link IN (0, 1)),
    until      INTEGER NOT NULL
) STRICT;

CREATE TABLE audit (
    id          INTEGER NOT NULL PRIMARY KEY,
    at          INTEGER NOT NULL,
    author      INTEGER,
    author_name TEXT    NOT NULL,
    act         TEXT    NOT NULL,
    about       TEXT    NOT NULL,
    seal        TEXT    NOT NULL
) STRICT;
CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit log is never changed'); END;
CREATE TRIGGER audit_is_never_shortened BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit log is never shortened'); END;
