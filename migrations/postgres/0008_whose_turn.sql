-- Whose turn it is, is asked all the time: without these every answer looks through all that was ever handled.
CREATE INDEX inbox_turn ON inbox (arrival) WHERE state = 'open';
CREATE INDEX inbox_dead ON inbox (ended) WHERE state = 'dead';
CREATE INDEX outbox_turn ON outbox (urgency, id) WHERE state = 'open';
