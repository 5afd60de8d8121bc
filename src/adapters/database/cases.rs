//! Cases, their numbers and their topics.

use super::counters;
use super::session::{Row, Session};
use crate::domain::case::Case;
use crate::domain::delivery::Topic;
use crate::domain::ids::{CaseNumber, ChatId, ClientId, DeskId, ThreadId};
use crate::domain::moment::Moment;
use crate::ports::store::{OpenCase, StoreError, TopicCase};

pub(super) async fn next_number(session: &mut Session) -> Result<CaseNumber, StoreError> {
    counters::next(session, "case").await.map(CaseNumber)
}

/// Opens a case or changes it; its topic stays as it is.
pub(super) async fn keep(session: &mut Session, case: &Case) -> Result<(), StoreError> {
    let details = serde_json::to_string(case).map_err(|error| StoreError::Corrupt(error.to_string()))?;
    session
        .query(
            "INSERT INTO cases (number, client, desk, state, closed, details) VALUES ($1, $2, $3, $4, $5, $6)
             ON CONFLICT (number) DO UPDATE SET
                 desk = excluded.desk, state = excluded.state, closed = excluded.closed, details = excluded.details",
        )
        .bind(case.number.0)
        .bind(case.client.0)
        .bind(case.desk.as_str())
        .bind(case.state.word())
        .bind(case.closed.map(Moment::millis))
        .bind(details)
        .execute()
        .await
        .map(drop)
}

pub(super) async fn of(session: &mut Session, client: ClientId) -> Result<Vec<Case>, StoreError> {
    let sql = "SELECT number, details FROM cases WHERE client = $1 ORDER BY number";
    session.query(sql).bind(client.0).all().await?.iter().map(case).collect()
}

pub(super) async fn one(session: &mut Session, number: CaseNumber) -> Result<Option<Case>, StoreError> {
    let sql = "SELECT number, details FROM cases WHERE number = $1";
    session.query(sql).bind(number.0).first().await?.as_ref().map(case).transpose()
}

pub(super) async fn open(session: &mut Session, desk: Option<&DeskId>) -> Result<Vec<OpenCase>, StoreError> {
    let sql = "SELECT number, details, topic_chat, topic_thread FROM cases
               WHERE state <> 'closed' AND ($1 = '' OR desk = $1) ORDER BY number";
    let rows = session.query(sql).bind(desk.map_or("", DeskId::as_str)).all().await?;
    let open = |row: &Row| {
        let has_topic = row.get::<Option<i64>>("topic_thread")?.is_some();
        Ok(OpenCase { case: case(row)?, topic: if has_topic { Some(topic(row)?) } else { None } })
    };
    rows.iter().map(open).collect()
}

pub(super) async fn in_topic(session: &mut Session, topic: Topic) -> Result<Option<TopicCase>, StoreError> {
    let sql = "SELECT number, client, desk, CAST(0 AS BIGINT) AS former FROM cases WHERE topic_chat = $1 AND topic_thread = $2
               UNION ALL
               SELECT cases.number, cases.client, cases.desk, CAST(1 AS BIGINT) AS former FROM former_topics
               JOIN cases ON cases.number = former_topics.case_number
               WHERE former_topics.chat = $1 AND former_topics.thread = $2
               ORDER BY former, number DESC LIMIT 1";
    let row = session.query(sql).bind(topic.chat.0).bind(topic.thread.0).first().await?;
    let found = |row: Row| {
        Ok(TopicCase {
            number: CaseNumber(row.get("number")?),
            client: ClientId(row.get("client")?),
            desk: DeskId::new(row.get::<String>("desk")?),
            is_former: row.count("former")? == 1,
        })
    };
    row.map(found).transpose()
}

pub(super) fn case(row: &Row) -> Result<Case, StoreError> {
    let number: i64 = row.get("number")?;
    let details: String = row.get("details")?;
    serde_json::from_str(&details).map_err(|error| StoreError::Corrupt(format!("case {number}: {error}")))
}

pub(super) async fn topic_of(session: &mut Session, case: CaseNumber) -> Result<Option<Topic>, StoreError> {
    let sql = "SELECT topic_chat, topic_thread FROM cases WHERE number = $1 AND topic_thread IS NOT NULL";
    let row = session.query(sql).bind(case.0).first().await?;
    row.as_ref().map(topic).transpose()
}

/// The topics of a client's cases, former ones too, each with the desk it stands at.
pub(super) async fn topics_of_client(
    session: &mut Session,
    client: ClientId,
) -> Result<Vec<(DeskId, Topic)>, StoreError> {
    let sql = "SELECT desk, topic_chat, topic_thread FROM cases WHERE client = $1 AND topic_thread IS NOT NULL
               UNION ALL
               SELECT former_topics.desk, former_topics.chat, former_topics.thread FROM former_topics
               JOIN cases ON cases.number = former_topics.case_number WHERE cases.client = $1
               ORDER BY topic_chat, topic_thread";
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

/// The case goes on elsewhere; what is written in its topic can still be told so.
pub(super) async fn leave_topic(session: &mut Session, case: CaseNumber) -> Result<(), StoreError> {
    let sql = "INSERT INTO former_topics (chat, thread, case_number, desk)
               SELECT topic_chat, topic_thread, number, desk FROM cases
               WHERE number = $1 AND topic_thread IS NOT NULL
               ON CONFLICT (chat, thread) DO NOTHING";
    session.query(sql).bind(case.0).execute().await?;
    let sql = "UPDATE cases SET topic_chat = NULL, topic_thread = NULL WHERE number = $1";
    session.query(sql).bind(case.0).execute().await.map(drop)
}
