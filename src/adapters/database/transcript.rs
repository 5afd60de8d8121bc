//! Who said what, when, on what ground.

use super::each::{self, over_each};
use super::session::{Row, Session, Sql};
use crate::domain::ids::{CaseNumber, ChatId, ClientId, LineId, MessageRef, ReleaseId};
use crate::ports::store::{Commit, StoreError, TranscriptLine};

const ADD: Sql = over_each!(
    "INSERT INTO transcript (client, at, speaker, name, text, message_chat, message_id, line, decision, release,
                             case_number)
     SELECT CAST(one.value ->> 0 AS BIGINT), CAST(one.value ->> 1 AS BIGINT), one.value ->> 2, one.value ->> 3,
            one.value ->> 4, CAST(one.value ->> 5 AS BIGINT), CAST(one.value ->> 6 AS BIGINT),
            CAST(one.value ->> 7 AS BIGINT), one.value ->> 8, one.value ->> 9, CAST(one.value ->> 10 AS BIGINT)
     FROM " each " ORDER BY one.key"
);

/// Adds what was said, in order.
pub(super) async fn add(session: &mut Session, commits: &[&Commit]) -> Result<(), StoreError> {
    let said = commits.iter().flat_map(|commit| commit.transcript.iter().map(|line| (commit.client, line)));
    let row = |(client, line): (ClientId, &TranscriptLine)| {
        (
            client.0,
            line.at.millis(),
            line.speaker.word(),
            line.name.clone(),
            line.text.clone(),
            line.message.map(|message| message.chat.0),
            line.message.map(|message| message.message),
            line.line.map(|line| line.0),
            line.decision.clone(),
            line.release.as_ref().map(|release| release.as_str().to_owned()),
            line.case.map(|case| case.0),
        )
    };
    let rows: Vec<_> = said.map(row).collect();
    each::change(session, ADD, &rows).await.map(drop)
}

/// Puts other words under a person's message.
pub(super) async fn correct(
    session: &mut Session,
    client: ClientId,
    message: MessageRef,
    text: &str,
) -> Result<(), StoreError> {
    let sql = "UPDATE transcript SET text = $4 WHERE client = $1 AND message_chat = $2 AND message_id = $3";
    session.query(sql).bind(client.0).bind(message.chat.0).bind(message.message).bind(text).execute().await.map(drop)
}

pub(super) async fn last(
    session: &mut Session,
    client: ClientId,
    limit: u32,
) -> Result<Vec<TranscriptLine>, StoreError> {
    let rows = session
        .query(
            "SELECT at, speaker, name, text, message_chat, message_id, line, decision, release, case_number
             FROM transcript WHERE client = $1 ORDER BY id DESC LIMIT $2",
        )
        .bind(client.0)
        .bind(i64::from(limit))
        .all()
        .await?;
    rows.iter().rev().map(line).collect()
}

pub(super) fn line(row: &Row) -> Result<TranscriptLine, StoreError> {
    let message_chat: Option<i64> = row.get("message_chat")?;
    let message_id: Option<i64> = row.get("message_id")?;
    Ok(TranscriptLine {
        at: row.moment("at")?,
        speaker: row.word("speaker")?,
        name: row.get("name")?,
        text: row.get("text")?,
        message: message_chat.zip(message_id).map(|(chat, message)| MessageRef { chat: ChatId(chat), message }),
        line: row.get::<Option<i64>>("line")?.map(LineId),
        decision: row.get("decision")?,
        release: row.get::<Option<String>>("release")?.map(ReleaseId::new),
        case: row.get::<Option<i64>>("case_number")?.map(CaseNumber),
    })
}
