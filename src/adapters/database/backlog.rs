//! How full the house is, and when it goes on.

use super::session::Session;
use crate::domain::moment::Moment;
use crate::ports::store::{Backlog, StoreError};

pub(super) async fn backlog(session: &mut Session) -> Result<Backlog, StoreError> {
    let row = session
        .query(
            "SELECT
                 (SELECT COUNT(*) FROM inbox WHERE state = 'open') AS inbox,
                 (SELECT COUNT(*) FROM outbox WHERE state = 'open') AS outbox,
                 (SELECT COUNT(*) FROM outbox
                  LEFT JOIN cases ON cases.number = outbox.case_number
                  LEFT JOIN desk_links ON desk_links.desk = COALESCE(outbox.desk, cases.desk)
                  WHERE outbox.state = 'open' AND outbox.kind <> 'delete-topic'
                    AND (outbox.case_number IS NOT NULL OR outbox.desk IS NOT NULL)
                    AND desk_links.chat IS NULL) AS waiting_for_a_group,
                 (SELECT COUNT(*) FROM inbox WHERE state = 'dead')
                     + (SELECT COUNT(*) FROM outbox WHERE state = 'dead') AS dead,
                 (SELECT MIN(received) FROM inbox WHERE state = 'open') AS oldest_update,
                 (SELECT MIN(outbox.decided) FROM outbox
                  LEFT JOIN cases ON cases.number = outbox.case_number
                  LEFT JOIN desk_links ON desk_links.desk = COALESCE(outbox.desk, cases.desk)
                  WHERE outbox.state = 'open'
                    AND (outbox.case_number IS NULL AND outbox.desk IS NULL OR desk_links.chat IS NOT NULL)
                 ) AS oldest_row",
        )
        .one()
        .await?;
    Ok(Backlog {
        inbox: row.get("inbox")?,
        outbox: row.get("outbox")?,
        waiting_for_a_group: row.get("waiting_for_a_group")?,
        dead: row.get("dead")?,
        oldest_update: row.get::<Option<i64>>("oldest_update")?.map(Moment::from_millis),
        oldest_row: row.get::<Option<i64>>("oldest_row")?.map(Moment::from_millis),
    })
}

pub(super) async fn next_due(session: &mut Session, now: Moment) -> Result<Option<Moment>, StoreError> {
    let row = session
        .query(
            "SELECT MIN(due) AS due FROM (
                 SELECT MIN(free_from) AS due FROM inbox WHERE state = 'open' AND free_from > $1
                 UNION ALL
                 SELECT MIN(free_from) AS due FROM outbox WHERE state = 'open' AND free_from > $1
                 UNION ALL
                 SELECT MIN(due) AS due FROM timers WHERE due > $1
                 UNION ALL
                 SELECT MIN(due) AS due FROM house_timers WHERE due > $1
             ) AS ahead",
        )
        .bind(now.millis())
        .one()
        .await?;
    Ok(row.get::<Option<i64>>("due")?.map(Moment::from_millis))
}
