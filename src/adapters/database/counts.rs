//! How often something happened: no client, no words.

use std::collections::BTreeMap;

use super::session::{Row, Session};
use crate::domain::moment::Moment;
use crate::ports::store::StoreError;

const DAY: i64 = 24 * 60 * 60 * 1000;

pub(super) async fn add(session: &mut Session, now: Moment, names: &[String]) -> Result<(), StoreError> {
    // In the order of their names: two transactions that count the same things don't wait for each other in a ring.
    let mut times: BTreeMap<&str, i64> = BTreeMap::new();
    for name in names {
        *times.entry(name).or_default() += 1;
    }
    let day = now.millis().div_euclid(DAY) * DAY;
    for (name, times) in times {
        let sql = "INSERT INTO counts (day, name, times) VALUES ($1, $2, $3)
                   ON CONFLICT (day, name) DO UPDATE SET times = counts.times + excluded.times";
        session.query(sql).bind(day).bind(name).bind(times).execute().await?;
    }
    Ok(())
}

pub(super) async fn all(session: &mut Session) -> Result<Vec<(String, i64)>, StoreError> {
    let sql = "SELECT name, CAST(SUM(times) AS BIGINT) AS times FROM counts GROUP BY name";
    let rows = session.query(sql).all().await?;
    let count = |row: &Row| Ok((row.get("name")?, row.get("times")?));
    let mut counts = rows.iter().map(count).collect::<Result<Vec<(String, i64)>, StoreError>>()?;
    // Sorted here: the two databases sort texts differently.
    counts.sort();
    Ok(counts)
}
