//! Who said what, when, on what ground.

use super::session::{Row, Session};
use crate::domain::ids::{CaseNumber, ChatId, ClientId, LineId, MessageRef, ReleaseId};
use crate::ports::store::{StoreError, TranscriptLine};

pub(super) async fn add(session: &mut Session, client: ClientId, line: &TranscriptLine) -> Result<(), StoreError> {
    session
        .query(
            "INSERT INTO transcript (client, at, speaker, name, text, message_chat, message_id, line, decision, release,
                                     case_number)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        )
        .bind(client.0)
        .bind(line.at.millis())
        .bind(line.speaker.word())
        .bind(&line.name)
        .bind(&line.text)
        .bind(line.message.map(|message| message.chat.0))
        .bind(line.message.map(|message| message.message))
        .bind(line.line.map(|line| line.0))
        .bind(&line.decision)
        .bind(line.release.as_ref().map(ReleaseId::as_str))
        .bind(line.case.map(|case| case.0))
        .execute()
        .await
        .map(drop)
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
