//! Numbers that are never given twice.

use super::session::Session;
use crate::ports::store::StoreError;

/// The next number of what is called `name`, counting up from 1.
pub(super) async fn next(session: &mut Session, name: &str) -> Result<i64, StoreError> {
    let sql = "INSERT INTO counters (name, value) VALUES ($1, 1)
               ON CONFLICT (name) DO UPDATE SET value = counters.value + 1
               RETURNING value";
    session.query(sql).bind(name).one().await?.get("value")
}
