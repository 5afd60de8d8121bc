//! What must be looked at later.

use super::each::{self, over_each};
use super::session::{Row, Session, Sql};
use crate::domain::ids::ClientId;
use crate::domain::moment::Moment;
use crate::ports::store::{Commit, DueTimer, StoreError};

const SET: Sql = over_each!(
    "INSERT INTO timers (client, kind, due)
     SELECT CAST(one.value ->> 0 AS BIGINT), one.value ->> 1, CAST(one.value ->> 2 AS BIGINT) FROM " each " WHERE true
     ON CONFLICT (client, kind) DO UPDATE SET due = excluded.due"
);
const CLEAR: Sql = over_each!(
    "DELETE FROM timers
     WHERE (client, kind) IN (SELECT CAST(one.value ->> 0 AS BIGINT), one.value ->> 1 FROM " each ")"
);

pub(super) async fn set(session: &mut Session, commits: &[&Commit]) -> Result<(), StoreError> {
    let all = commits.iter().flat_map(|commit| commit.set_timers.iter().map(|timer| (commit.client, timer)));
    let rows: Vec<_> = all.map(|(client, (timer, due))| (client.0, timer.word(), due.millis())).collect();
    each::change(session, SET, &rows).await.map(drop)
}

pub(super) async fn clear(session: &mut Session, commits: &[&Commit]) -> Result<(), StoreError> {
    let all = commits.iter().flat_map(|commit| commit.clear_timers.iter().map(|timer| (commit.client, timer)));
    let rows: Vec<_> = all.map(|(client, timer)| (client.0, timer.word())).collect();
    each::change(session, CLEAR, &rows).await.map(drop)
}

pub(super) async fn due(session: &mut Session, now: Moment, limit: u32) -> Result<Vec<DueTimer>, StoreError> {
    let sql = "SELECT client, kind, due FROM timers WHERE due <= $1 ORDER BY due, client, kind LIMIT $2";
    let rows = session.query(sql).bind(now.millis()).bind(i64::from(limit)).all().await?;
    let timer = |row: &Row| {
        Ok(DueTimer { client: ClientId(row.get("client")?), timer: row.word("kind")?, due: row.moment("due")? })
    };
    rows.iter().map(timer).collect()
}
