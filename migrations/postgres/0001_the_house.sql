-- What each table and column is for stands in ../schema.md.

CREATE TABLE inbox (
    arrival   BIGINT  GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id        BIGINT  NOT NULL UNIQUE,
    lane      TEXT    NOT NULL,
    raw       TEXT    NOT NULL,
    received  BIGINT  NOT NULL,
    state     TEXT    NOT NULL CHECK (state IN ('open', 'done', 'dead')),
    attempts  BIGINT  NOT NULL,
    free_from BIGINT  NOT NULL,
    reason    TEXT    NOT NULL,
    ended     BIGINT
);
CREATE INDEX inbox_open ON inbox (lane, arrival) WHERE state = 'open';

CREATE TABLE conversations (
    client       BIGINT  NOT NULL PRIMARY KEY,
    version      BIGINT  NOT NULL,
    state        TEXT    NOT NULL,
    last_contact BIGINT  NOT NULL
);
CREATE INDEX conversations_last_contact ON conversations (last_contact);

CREATE TABLE cases (
    number       BIGINT  NOT NULL PRIMARY KEY,
    client       BIGINT  NOT NULL REFERENCES conversations (client),
    desk         TEXT    NOT NULL,
    state        TEXT    NOT NULL CHECK (state IN ('waiting', 'taken', 'closed')),
    reason       TEXT    NOT NULL,
    owner_id     BIGINT,
    owner_name   TEXT,
    language     TEXT    NOT NULL,
    place        TEXT,
    opened       BIGINT  NOT NULL,
    promise      BIGINT,
    closed       BIGINT,
    topic_chat   BIGINT,
    topic_thread BIGINT
);
CREATE INDEX cases_client ON cases (client);
CREATE INDEX cases_topic ON cases (topic_chat, topic_thread) WHERE topic_thread IS NOT NULL;

CREATE TABLE transcript (
    id           BIGINT  GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    client       BIGINT  NOT NULL REFERENCES conversations (client),
    at           BIGINT  NOT NULL,
    speaker      TEXT    NOT NULL CHECK (speaker IN ('client', 'bot', 'manager')),
    name         TEXT    NOT NULL,
    text         TEXT    NOT NULL,
    message_chat BIGINT,
    message_id   BIGINT,
    line         BIGINT,
    decision     TEXT    NOT NULL,
    release      TEXT,
    case_number  BIGINT
);
CREATE INDEX transcript_client ON transcript (client, id);
CREATE INDEX transcript_message ON transcript (client, message_chat, message_id) WHERE message_id IS NOT NULL;

CREATE TABLE outbox (
    id           BIGINT  GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    client       BIGINT  NOT NULL,
    line         BIGINT  NOT NULL,
    lane         TEXT    NOT NULL,
    case_number  BIGINT,
    desk         TEXT,
    kind         TEXT    NOT NULL,
    operation    TEXT    NOT NULL,
    target       BIGINT,
    reply_to     BIGINT,
    urgency      BIGINT  NOT NULL,
    state        TEXT    NOT NULL CHECK (state IN ('open', 'delivered', 'dead')),
    attempts     BIGINT  NOT NULL,
    free_from    BIGINT  NOT NULL,
    held         BIGINT  NOT NULL CHECK (held IN (0, 1)),
    uncertain    BIGINT  NOT NULL CHECK (uncertain IN (0, 1)),
    forget       BIGINT  NOT NULL CHECK (forget IN (0, 1)),
    message_chat BIGINT,
    message_id   BIGINT,
    reason       TEXT    NOT NULL,
    ended        BIGINT,
    UNIQUE (client, line)
);
CREATE INDEX outbox_open ON outbox (lane, id) WHERE state = 'open';
CREATE INDEX outbox_dead ON outbox (ended) WHERE state = 'dead';
CREATE INDEX outbox_message ON outbox (client, message_chat, message_id) WHERE message_id IS NOT NULL;

CREATE TABLE timers (
    client BIGINT  NOT NULL REFERENCES conversations (client),
    kind   TEXT    NOT NULL,
    due    BIGINT  NOT NULL,
    PRIMARY KEY (client, kind)
);
CREATE INDEX timers_due ON timers (due);

CREATE TABLE desk_links (
    desk      TEXT    NOT NULL PRIMARY KEY,
    chat      BIGINT  NOT NULL UNIQUE,
    linked_by BIGINT  NOT NULL,
    linked_at BIGINT  NOT NULL
);

CREATE TABLE counts (
    day   BIGINT  NOT NULL,
    name  TEXT    NOT NULL,
    times BIGINT  NOT NULL,
    PRIMARY KEY (day, name)
);

CREATE TABLE counters (
    name  TEXT    NOT NULL PRIMARY KEY,
    value BIGINT  NOT NULL
);
