//! The change of the knowledge that somebody works on: one at a time.

use super::audit::author;
use super::counters;
use super::session::{Row, Session};
use crate::domain::ids::{LineId, ProposalId, QuestionId, ReleaseNumber};
use crate::domain::release::Proposal;
use crate::ports::store::StoreError;

pub(super) async fn next(session: &mut Session) -> Result<ProposalId, StoreError> {
    counters::next(session, "proposal").await.map(ProposalId)
}

pub(super) async fn propose(session: &mut Session, proposal: &Proposal) -> Result<(), StoreError> {
    let changes = serde_json::to_string(&proposal.changes).map_err(|error| StoreError::Corrupt(error.to_string()))?;
    let author = proposal.by.id.map(|id| id.0);
    let sql = "INSERT INTO proposals (seat, id, author, author_name, note, based_on, begun, is_ready, line, changes,
                                      question)
               VALUES (1, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
               ON CONFLICT (seat) DO UPDATE
               SET id = excluded.id, author = excluded.author, author_name = excluded.author_name,
                   note = excluded.note, based_on = excluded.based_on, begun = excluded.begun,
                   is_ready = excluded.is_ready, line = excluded.line, changes = excluded.changes,
                   question = excluded.question
               WHERE COALESCE(proposals.author, 0) = COALESCE(excluded.author, 0)";
    let kept = session
        .query(sql)
        .bind(proposal.id.0)
        .bind(author)
        .bind(&proposal.by.name)
        .bind(&proposal.note)
        .bind(proposal.based_on.0)
        .bind(proposal.begun.millis())
        .bind(i64::from(proposal.is_ready))
        .bind(proposal.line.0)
        .bind(changes)
        .bind(proposal.question.map(|question| question.0))
        .execute()
        .await?;
    if kept == 1 { Ok(()) } else { Err(StoreError::Conflict) }
}

pub(super) async fn present(session: &mut Session) -> Result<Option<Proposal>, StoreError> {
    let sql = "SELECT id, author, author_name, note, based_on, begun, is_ready, line, changes, question
               FROM proposals";
    let row = session.query(sql).first().await?;
    row.as_ref().map(read).transpose()
}

pub(super) async fn end(session: &mut Session, id: ProposalId) -> Result<bool, StoreError> {
    let ended = session.query("DELETE FROM proposals WHERE id = $1").bind(id.0).execute().await?;
    Ok(ended == 1)
}

fn read(row: &Row) -> Result<Proposal, StoreError> {
    let changes: String = row.get("changes")?;
    let changes = serde_json::from_str(&changes).map_err(|error| StoreError::Corrupt(format!("proposal: {error}")))?;
    Ok(Proposal {
        id: ProposalId(row.get("id")?),
        by: author(row)?,
        note: row.get("note")?,
        based_on: ReleaseNumber(row.get("based_on")?),
        begun: row.moment("begun")?,
        is_ready: row.get::<i64>("is_ready")? == 1,
        line: LineId(row.get("line")?),
        changes,
        question: row.get::<Option<i64>>("question")?.map(QuestionId),
    })
}
