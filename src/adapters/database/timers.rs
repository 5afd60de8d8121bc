//! What must be looked at later.

use super::session::{Row, Session};
use crate::domain::ids::ClientId;
use crate::domain::moment::Moment;
use crate::domain::timer::Timer;
use crate::ports::store::{DueTimer, StoreError};

pub(super) async fn set(session: &mut Session, client: ClientId, timer: Timer, due: Moment) -> Result<(), StoreError> {
    let sql = "INSERT INTO timers (client, kind, due) VALUES ($1, $2, $3)
               ON CONFLICT (client, kind) DO UPDATE SET due = excluded.due";
    session.query(sql).bind(client.0).bind(timer.word()).bind(due.millis()).execute().await.map(drop)
}

pub(super) async fn clear(session: &mut Session, client: ClientId, timer: Timer) -> Result<(), StoreError> {
    let sql = "DELETE FROM timers WHERE client = $1 AND kind = $2";
    session.query(sql).bind(client.0).bind(timer.word()).execute().await.map(drop)
}

pub(super) async fn due(session: &mut Session, now: Moment, limit: u32) -> Result<Vec<DueTimer>, StoreError> {
    let sql = "SELECT client, kind, due FROM timers WHERE due <= $1 ORDER BY due, client, kind LIMIT $2";
    let rows = session.query(sql).bind(now.millis()).bind(i64::from(limit)).all().await?;
    let timer = |row: &Row| {
        Ok(DueTimer { client: ClientId(row.get("client")?), timer: row.word("kind")?, due: row.moment("due")? })
    };
    rows.iter().map(timer).collect()
}
