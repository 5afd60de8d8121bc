//! Cases, their numbers and their topics.

use super::session::{Row, Session};
use crate::domain::area::AreaCode;
use crate::domain::case::{Case, Manager};
use crate::domain::ids::{CaseNumber, ChatId, ClientId, DeskId, PersonId, ThreadId};
use crate::domain::moment::Moment;
use crate::ports::store::{StoreError, Topic};

pub(super) async fn next_number(session: &mut Session) -> Result<CaseNumber, StoreError> {
    let row = session
        .query(
            "INSERT INTO counters (name, value) VALUES ('case', 1)
             ON CONFLICT (name) DO UPDATE SET value = counters.value + 1
             RETURNING value",
        )
        .one()
        .await?;
    row.get("value").map(CaseNumber)
}

/// Opens a case or changes it; its topic stays as it is.
pub(super) async fn keep(session: &mut Session, case: &Case) -> Result<(), StoreError> {
    let millis = |moment: Option<Moment>| moment.map(Moment::millis);
    session
        .query(
            "INSERT INTO cases (number, client, desk, state, reason, owner_id, owner_name, language, place, opened,
                                promise, closed)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
             ON CONFLICT (number) DO UPDATE SET
                 desk = excluded.desk, state = excluded.state, reason = excluded.reason, owner_id = excluded.owner_id,
                 owner_name = excluded.owner_name, language = excluded.language, place = excluded.place,
                 opened = excluded.opened, promise = excluded.promise, closed = excluded.closed",
        )
        .bind(case.number.0)
        .bind(case.client.0)
        .bind(case.desk.as_str())
        .bind(case.state.word())
        .bind(case.reason.word())
        .bind(case.owner.as_ref().map(|owner| owner.id.0))
        .bind(case.owner.as_ref().map(|owner| owner.name.as_str()))
        .bind(case.language.code())
        .bind(case.place.as_ref().map(AreaCode::as_str))
        .bind(case.opened.millis())
        .bind(millis(case.promise))
        .bind(millis(case.closed))
        .execute()
        .await
        .map(drop)
}

pub(super) async fn of(session: &mut Session, client: ClientId) -> Result<Vec<Case>, StoreError> {
    let sql =
        "SELECT number, client, desk, state, reason, owner_id, owner_name, language, place, opened, promise, closed
               FROM cases WHERE client = $1 ORDER BY number";
    session.query(sql).bind(client.0).all().await?.iter().map(case).collect()
}

pub(super) async fn in_topic(session: &mut Session, topic: Topic) -> Result<Option<Case>, StoreError> {
    let sql =
        "SELECT number, client, desk, state, reason, owner_id, owner_name, language, place, opened, promise, closed
               FROM cases WHERE topic_chat = $1 AND topic_thread = $2 ORDER BY number DESC LIMIT 1";
    let row = session.query(sql).bind(topic.chat.0).bind(topic.thread.0).first().await?;
    row.as_ref().map(case).transpose()
}

fn case(row: &Row) -> Result<Case, StoreError> {
    let moment = |column| Ok::<_, StoreError>(row.get::<Option<i64>>(column)?.map(Moment::from_millis));
    let owner_id: Option<i64> = row.get("owner_id")?;
    let owner_name: Option<String> = row.get("owner_name")?;
    let place: Option<String> = row.get("place")?;
    Ok(Case {
        number: CaseNumber(row.get("number")?),
        client: ClientId(row.get("client")?),
        desk: DeskId::new(row.get::<String>("desk")?),
        state: row.word("state")?,
        reason: row.word("reason")?,
        owner: owner_id.zip(owner_name).map(|(id, name)| Manager { id: PersonId(id), name }),
        language: row.word("language")?,
        place: place.map(|_| row.word("place")).transpose()?,
        opened: row.moment("opened")?,
        promise: moment("promise")?,
        closed: moment("closed")?,
    })
}

pub(super) async fn topic_of(session: &mut Session, case: CaseNumber) -> Result<Option<Topic>, StoreError> {
    let sql = "SELECT topic_chat, topic_thread FROM cases WHERE number = $1 AND topic_thread IS NOT NULL";
    let row = session.query(sql).bind(case.0).first().await?;
    row.as_ref().map(topic).transpose()
}

/// The topics of a client's cases, each with the desk it stands at.
pub(super) async fn topics_of_client(
    session: &mut Session,
    client: ClientId,
) -> Result<Vec<(DeskId, Topic)>, StoreError> {
    let sql = "SELECT desk, topic_chat, topic_thread FROM cases
               WHERE client = $1 AND topic_thread IS NOT NULL ORDER BY number";
    let rows = session.query(sql).bind(client.0).all().await?;
    rows.iter().map(|row| Ok((DeskId::new(row.get::<String>("desk")?), topic(row)?))).collect()
}

fn topic(row: &Row) -> Result<Topic, StoreError> {
    Ok(Topic { chat: ChatId(row.get("topic_chat")?), thread: ThreadId(row.get("topic_thread")?) })
}

/// A topic was made for a case, in the group its desk is linked to.
pub(super) async fn keep_topic(session: &mut Session, case: i64, thread: ThreadId) -> Result<(), StoreError> {
    let sql = "UPDATE cases
               SET topic_chat = (SELECT desk_links.chat FROM desk_links WHERE desk_links.desk = cases.desk),
                   topic_thread = $2
               WHERE number = $1";
    session.query(sql).bind(case).bind(thread.0).execute().await.map(drop)
}

pub(super) async fn forget_topic(session: &mut Session, case: CaseNumber) -> Result<(), StoreError> {
    let sql = "UPDATE cases SET topic_chat = NULL, topic_thread = NULL WHERE number = $1";
    session.query(sql).bind(case.0).execute().await.map(drop)
}
