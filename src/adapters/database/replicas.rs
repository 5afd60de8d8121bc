//! Which programs work on this database, and the release each answers from.

use super::session::{Row, Session};
use crate::domain::ids::ReleaseNumber;
use crate::domain::moment::Moment;
use crate::ports::office::Replica;
use crate::ports::store::StoreError;

pub(super) async fn report(session: &mut Session, replica: &Replica) -> Result<(), StoreError> {
    let sql = "INSERT INTO replicas (name, release, seen) VALUES ($1, $2, $3)
               ON CONFLICT (name) DO UPDATE SET release = excluded.release, seen = excluded.seen";
    let query = session.query(sql).bind(&replica.name).bind(replica.release.0).bind(replica.seen.millis());
    query.execute().await.map(drop)
}

pub(super) async fn since(session: &mut Session, since: Moment) -> Result<Vec<Replica>, StoreError> {
    session.query("DELETE FROM replicas WHERE seen < $1").bind(since.millis()).execute().await?;
    let rows = session.query("SELECT name, release, seen FROM replicas ORDER BY name").all().await?;
    let replica = |row: &Row| {
        Ok(Replica { name: row.get("name")?, release: ReleaseNumber(row.get("release")?), seen: row.moment("seen")? })
    };
    rows.iter().map(replica).collect()
}
