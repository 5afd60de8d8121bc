//! Conversations: a state and the version it has.

use super::session::Session;
use crate::domain::ids::ClientId;
use crate::domain::moment::Moment;
use crate::ports::store::{Commit, StoreError, StoredConversation};

pub(super) async fn load(session: &mut Session, client: ClientId) -> Result<Option<StoredConversation>, StoreError> {
    let row =
        session.query("SELECT version, state FROM conversations WHERE client = $1").bind(client.0).first().await?;
    row.map(|row| Ok(StoredConversation { client, version: row.get("version")?, state: row.get("state")? })).transpose()
}

/// Keeps the new state, if it was decided on the newest.
pub(super) async fn advance(session: &mut Session, commit: &Commit) -> Result<(), StoreError> {
    let query = if commit.based_on == 0 {
        session.query(
            "INSERT INTO conversations (client, version, state, last_contact) VALUES ($1, $2 + 1, $3, $4)
             ON CONFLICT (client) DO NOTHING",
        )
    } else {
        session.query(
            "UPDATE conversations SET version = $2 + 1, state = $3, last_contact = $4
             WHERE client = $1 AND version = $2",
        )
    };
    let changed = query
        .bind(commit.client.0)
        .bind(commit.based_on)
        .bind(&commit.state)
        .bind(commit.last_contact.millis())
        .execute()
        .await?;
    if changed == 1 { Ok(()) } else { Err(StoreError::Conflict) }
}

pub(super) async fn silent_since(
    session: &mut Session,
    before: Moment,
    limit: u32,
) -> Result<Vec<ClientId>, StoreError> {
    let rows = session
        .query(
            "SELECT client FROM conversations
             WHERE last_contact < $1
               AND NOT EXISTS (
                   SELECT 1 FROM cases
                   WHERE cases.client = conversations.client AND (cases.state <> 'closed' OR cases.closed >= $1))
             ORDER BY last_contact
             LIMIT $2",
        )
        .bind(before.millis())
        .bind(i64::from(limit))
        .all()
        .await?;
    rows.iter().map(|row| row.get("client").map(ClientId)).collect()
}

/// Keeps every commit for this client waiting until this transaction ends, whether there is a conversation or not.
pub(super) async fn lock(session: &mut Session, client: ClientId) -> Result<(), StoreError> {
    let sql = "INSERT INTO conversations (client, version, state, last_contact) VALUES ($1, 0, '', 0)
               ON CONFLICT (client) DO UPDATE SET version = conversations.version";
    session.query(sql).bind(client.0).execute().await.map(drop)
}
