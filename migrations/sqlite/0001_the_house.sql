-- What each table and column is for stands in ../schema.md.

CREATE TABLE inbox (
    arrival   INTEGER PRIMARY KEY,
    id        INTEGER NOT NULL UNIQUE,
    lane      TEXT    NOT NULL,
    raw       TEXT    NOT NULL,
    received  INTEGER NOT NULL,
    state     TEXT    NOT NULL CHECK (state IN ('open', 'done', 'dead')),
    attempts  INTEGER NOT NULL,
    free_from INTEGER NOT NULL,
    reason    TEXT    NOT NULL,
    ended     INTEGER
) STRICT;
CREATE INDEX inbox_open ON inbox (lane, arrival) WHERE state = 'open';

CREATE TABLE conversations (
    client       INTEGER NOT NULL PRIMARY KEY,
    version      INTEGER NOT NULL,
    state        TEXT    NOT NULL,
    last_contact INTEGER NOT NULL
) STRICT;
CREATE INDEX conversations_last_contact ON conversations (last_contact);

CREATE TABLE cases (
    number       INTEGER NOT NULL PRIMARY KEY,
    client       INTEGER NOT NULL REFERENCES conversations (client),
    desk         TEXT    NOT NULL,
    state        TEXT    NOT NULL CHECK (state IN ('waiting', 'taken', 'closed')),
    reason       TEXT    NOT NULL,
    owner_id     INTEGER,
    owner_name   TEXT,
    language     TEXT    NOT NULL,
    place        TEXT,
    opened       INTEGER NOT NULL,
    promise      INTEGER,
    closed       INTEGER,
    topic_chat   INTEGER,
    topic_thread INTEGER
) STRICT;
CREATE INDEX cases_client ON cases (client);
CREATE INDEX cases_topic ON cases (topic_chat, topic_thread) WHERE topic_thread IS NOT NULL;

CREATE TABLE transcript (
    id           INTEGER PRIMARY KEY,
    client       INTEGER NOT NULL REFERENCES conversations (client),
    at           INTEGER NOT NULL,
    speaker      TEXT    NOT NULL CHECK (speaker IN ('client', 'bot', 'manager')),
    name         TEXT    NOT NULL,
    text         TEXT    NOT NULL,
    message_chat INTEGER,
    message_id   INTEGER,
    line         INTEGER,
    decision     TEXT    NOT NULL,
    release      TEXT,
    case_number  INTEGER
) STRICT;
CREATE INDEX transcript_client ON transcript (client, id);
CREATE INDEX transcript_message ON transcript (client, message_chat, message_id) WHERE message_id IS NOT NULL;

CREATE TABLE outbox (
    id           INTEGER PRIMARY KEY,
    client       INTEGER NOT NULL,
    line         INTEGER NOT NULL,
    lane         TEXT    NOT NULL,
    case_number  INTEGER,
    desk         TEXT,
    kind         TEXT    NOT NULL,
    operation    TEXT    NOT NULL,
    target       INTEGER,
    reply_to     INTEGER,
    urgency      INTEGER NOT NULL,
    state        TEXT    NOT NULL CHECK (state IN ('open', 'delivered', 'dead')),
    attempts     INTEGER NOT NULL,
    free_from    INTEGER NOT NULL,
    held         INTEGER NOT NULL CHECK (held IN (0, 1)),
    uncertain    INTEGER NOT NULL CHECK (uncertain IN (0, 1)),
    forget       INTEGER NOT NULL CHECK (forget IN (0, 1)),
    message_chat INTEGER,
    message_id   INTEGER,
    reason       TEXT    NOT NULL,
    ended        INTEGER,
    UNIQUE (client, line)
) STRICT;
CREATE INDEX outbox_open ON outbox (lane, id) WHERE state = 'open';
CREATE INDEX outbox_dead ON outbox (ended) WHERE state = 'dead';
CREATE INDEX outbox_message ON outbox (client, message_chat, message_id) WHERE message_id IS NOT NULL;

CREATE TABLE timers (
    client INTEGER NOT NULL REFERENCES conversations (client),
    kind   TEXT    NOT NULL,
    due    INTEGER NOT NULL,
    PRIMARY KEY (client, kind)
) STRICT;
CREATE INDEX timers_due ON timers (due);

CREATE TABLE desk_links (
    desk      TEXT    NOT NULL PRIMARY KEY,
    chat      INTEGER NOT NULL UNIQUE,
    linked_by INTEGER NOT NULL,
    linked_at INTEGER NOT NULL
) STRICT;

CREATE TABLE counts (
    day   INTEGER NOT NULL,
    name  TEXT    NOT NULL,
    times INTEGER NOT NULL,
    PRIMARY KEY (day, name)
) STRICT;

CREATE TABLE counters (
    name  TEXT    NOT NULL PRIMARY KEY,
    value INTEGER NOT NULL
) STRICT;
