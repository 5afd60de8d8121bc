//! What was said lately, to learn from, and which questions were dealt with.

use std::collections::BTreeMap;

use super::session::Session;
use super::{audit, cases, transcript};
use crate::domain::audit::Entry;
use crate::domain::case::Case;
use crate::domain::gaps::GapMark;
use crate::domain::ids::{ClientId, QuestionId};
use crate::domain::moment::Moment;
use crate::ports::office::Talk;
use crate::ports::store::StoreError;

pub(super) async fn talks(session: &mut Session, since: Moment, limit: u32) -> Result<Vec<Talk>, StoreError> {
    let sql =
        "SELECT id, client, at, speaker, name, text, message_chat, message_id, line, decision, release, case_number
               FROM (SELECT * FROM transcript WHERE at >= $1 ORDER BY id DESC LIMIT $2) AS newest
               ORDER BY client, id";
    let rows = session.query(sql).bind(since.millis()).bind(i64::from(limit)).all().await?;
    let mut states = states(session, since).await?;
    let mut cases = cases_by_client(session).await?;
    let mut talks: Vec<Talk> = Vec::new();
    for row in &rows {
        let client = ClientId(row.get("client")?);
        let line = (QuestionId(row.get("id")?), transcript::line(row)?);
        match talks.last_mut().filter(|talk| talk.client == client) {
            Some(talk) => talk.lines.push(line),
            // Who was erased between the two looks is gone.
            None => talks.extend(states.remove(&client).map(|state| Talk {
                client,
                state,
                lines: vec![line],
                cases: cases.remove(&client).unwrap_or_default(),
            })),
        }
    }
    Ok(talks)
}

async fn states(session: &mut Session, since: Moment) -> Result<BTreeMap<ClientId, String>, StoreError> {
    let sql = "SELECT client, state FROM conversations WHERE client IN (SELECT client FROM transcript WHERE at >= $1)";
    let rows = session.query(sql).bind(since.millis()).all().await?;
    rows.iter().map(|row| Ok((ClientId(row.get("client")?), row.get("state")?))).collect()
}

async fn cases_by_client(session: &mut Session) -> Result<BTreeMap<ClientId, Vec<Case>>, StoreError> {
    let rows = session.query("SELECT number, details FROM cases ORDER BY number").all().await?;
    let mut by_client: BTreeMap<ClientId, Vec<Case>> = BTreeMap::new();
    for row in &rows {
        let case = cases::case(row)?;
        by_client.entry(case.client).or_default().push(case);
    }
    Ok(by_client)
}

pub(super) async fn marks(session: &mut Session) -> Result<Vec<(QuestionId, GapMark)>, StoreError> {
    let rows = session.query("SELECT question, mark FROM gap_marks ORDER BY question, mark").all().await?;
    rows.iter().map(|row| Ok((QuestionId(row.get("question")?), row.word("mark")?))).collect()
}

pub(super) async fn mark(
    session: &mut Session,
    questions: &[QuestionId],
    mark: GapMark,
    entry: &Entry,
) -> Result<(), StoreError> {
    for question in questions {
        let sql = "INSERT INTO gap_marks (question, mark, at)
                   SELECT id, $2, $3 FROM transcript WHERE id = $1
                   ON CONFLICT (question, mark) DO NOTHING";
        session.query(sql).bind(question.0).bind(mark.word()).bind(entry.at.millis()).execute().await?;
    }
    audit::add(session, entry).await
}
