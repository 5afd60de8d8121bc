//! Updates received and not yet handled.

use super::each::{self, over_each};
use super::leases;
use super::session::{Row, Session, Sql};
use crate::domain::moment::Moment;
use crate::ports::lease::{Fence, Terms};
use crate::ports::store::{ClaimedUpdate, Commit, RawUpdate, StoreError, UpdateId};

const RECEIVE: Sql = over_each!(
    "INSERT INTO inbox (id, lane, raw, received, state, attempts, free_from, reason)
     SELECT CAST(one.value ->> 0 AS BIGINT), one.value ->> 1, one.value ->> 2, CAST(one.value ->> 3 AS BIGINT),
            'open', 0, 0, ''
     FROM " each " WHERE true ORDER BY one.key
     ON CONFLICT (id) DO NOTHING"
);

pub(super) async fn receive(session: &mut Session, updates: &[RawUpdate]) -> Result<usize, StoreError> {
    let row = |update: &RawUpdate| {
        // PostgreSQL keeps no NUL in a text; one such update must not keep its whole batch out.
        (update.id, update.lane.clone(), update.raw.replace('\0', "\u{FFFD}"), update.received.millis())
    };
    let rows: Vec<_> = updates.iter().map(row).collect();
    let new = each::change(session, RECEIVE, &rows).await?;
    usize::try_from(new).map_err(|error| StoreError::Corrupt(error.to_string()))
}

/// Takes the first open update of each lane, when it is free. `$lock` keeps two replicas off the same rows. (A bare limit
/// would make SQLite plan the statement anew for every one.)
macro_rules! claim {
    ($lock:literal) => {
        concat!(
            "WITH free AS (
                 SELECT head.arrival FROM inbox AS head
                 WHERE head.state = 'open' AND head.free_from <= $1
                   AND NOT EXISTS (
                       SELECT 1 FROM inbox AS earlier
                       WHERE earlier.state = 'open' AND earlier.lane = head.lane AND earlier.arrival < head.arrival)
                 ORDER BY head.arrival
                 LIMIT $3 + 0 ",
            $lock,
            ")
             UPDATE inbox SET free_from = $2, attempts = attempts + 1, holder = $4
             WHERE arrival IN (SELECT arrival FROM free)
             RETURNING arrival, id, lane, raw, received, attempts"
        )
    };
}

const CLAIM: Sql = Sql { sqlite: claim!(""), postgres: claim!("FOR UPDATE OF head SKIP LOCKED") };

pub(super) async fn claim(
    session: &mut Session,
    now: Moment,
    terms: Terms,
    limit: u32,
) -> Result<Vec<ClaimedUpdate>, StoreError> {
    leases::check_worker(session, terms.by).await?;
    let until = now.after(terms.length);
    let query = session.query(CLAIM).bind(now.millis()).bind(until.millis()).bind(i64::from(limit));
    let rows = query.bind(terms.by.0).all().await?;
    let claimed = |row: &Row| {
        let arrival: i64 = row.get("arrival")?;
        Ok((arrival, ClaimedUpdate { update: update(row)?, attempts: row.count("attempts")?, by: terms.by }))
    };
    let mut claimed = rows.iter().map(claimed).collect::<Result<Vec<_>, StoreError>>()?;
    claimed.sort_by_key(|(arrival, _)| *arrival);
    Ok(claimed.into_iter().map(|(_, claimed)| claimed).collect())
}

fn update(row: &Row) -> Result<RawUpdate, StoreError> {
    Ok(RawUpdate {
        id: row.get("id")?,
        lane: row.get("lane")?,
        raw: row.get("raw")?,
        received: row.moment("received")?,
    })
}

/// Who claimed it under another lease has lost it: nothing happens.
pub(super) async fn postpone(
    session: &mut Session,
    id: UpdateId,
    not_before: Moment,
    by: Fence,
) -> Result<(), StoreError> {
    let sql = "UPDATE inbox SET free_from = $2, holder = 0 WHERE id = $1 AND state = 'open' AND holder = $3";
    session.query(sql).bind(id).bind(not_before.millis()).bind(by.0).execute().await.map(drop)
}

const FINISH: Sql = over_each!(
    "UPDATE inbox SET state = 'done', raw = '', ended = CAST(one.value ->> 1 AS BIGINT)
     FROM " each "
     WHERE id = CAST(one.value ->> 0 AS BIGINT) AND state = 'open'"
);

/// Ends an update and forgets its text, if it is still open.
pub(super) async fn finish(session: &mut Session, id: UpdateId, now: Moment) -> Result<(), StoreError> {
    each::change(session, FINISH, &[(id, now.millis())]).await.map(drop)
}

/// Ends the updates that are handled by these. Somebody whose lease ran out may come late: what an update asks for is
/// done once.
pub(super) async fn finish_handled(session: &mut Session, commits: &[&Commit]) -> Result<(), StoreError> {
    let handled = |commit: &&Commit| {
        let ended = commit.now.millis();
        commit.handled.iter().map(move |update| (*update, ended)).collect::<Vec<_>>()
    };
    let rows: Vec<_> = commits.iter().flat_map(handled).collect();
    let ended = each::change(session, FINISH, &rows).await?;
    if ended == rows.len() as u64 { Ok(()) } else { Err(StoreError::Conflict) }
}

/// Who claimed it under another lease has lost it: nothing happens.
pub(super) async fn bury(
    session: &mut Session,
    id: UpdateId,
    reason: &str,
    now: Moment,
    by: Fence,
) -> Result<(), StoreError> {
    let sql = "UPDATE inbox SET state = 'dead', reason = $2, ended = $3
               WHERE id = $1 AND state = 'open' AND holder = $4";
    session.query(sql).bind(id).bind(reason).bind(now.millis()).bind(by.0).execute().await.map(drop)
}

pub(super) async fn sweep(session: &mut Session, before: Moment) -> Result<u64, StoreError> {
    session.query("DELETE FROM inbox WHERE state <> 'open' AND received < $1").bind(before.millis()).execute().await
}

/// Forgets what ended updates of a lane said and whose they were; their numbers stay.
pub(super) async fn erase_ended(session: &mut Session, lane: &str) -> Result<(), StoreError> {
    let sql = "UPDATE inbox SET state = 'done', lane = '', raw = '', reason = '' WHERE state <> 'open' AND lane = $1";
    session.query(sql).bind(lane).execute().await.map(drop)
}
