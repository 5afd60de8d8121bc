//! Conversations: a state and the version it has.

use std::collections::BTreeMap;

use super::each::{self, over_each};
use super::session::{Row, Session, Sql};
use super::together::Job;
use crate::domain::ids::ClientId;
use crate::domain::moment::Moment;
use crate::ports::store::{Commit, StoreError, StoredConversation};

/// The wish to have a conversation.
#[derive(Debug)]
pub(super) struct Load(pub(super) ClientId);

const LOAD: Sql = over_each!(
    "SELECT client, version, state FROM conversations
     WHERE client IN (SELECT CAST(one.value ->> 0 AS BIGINT) FROM " each ")"
);

impl Job for Load {
    type Outcome = Option<StoredConversation>;
    const WRITES: bool = false;

    async fn do_all(session: &mut Session, wishes: &[Self]) -> Result<Vec<Self::Outcome>, StoreError> {
        let clients: Vec<_> = wishes.iter().map(|Self(client)| (client.0,)).collect();
        let rows = each::query(session, LOAD, &clients)?.all().await?;
        let read = |row: &Row| {
            let client = ClientId(row.get("client")?);
            Ok((client, StoredConversation { client, version: row.get("version")?, state: row.get("state")? }))
        };
        let found = rows.iter().map(read).collect::<Result<BTreeMap<_, _>, StoreError>>()?;
        Ok(wishes.iter().map(|Self(client)| found.get(client).cloned()).collect())
    }
}

const BEGIN: Sql = over_each!(
    "INSERT INTO conversations (client, version, state, last_contact)
     SELECT CAST(one.value ->> 0 AS BIGINT), CAST(one.value ->> 1 AS BIGINT) + 1, one.value ->> 2,
            CAST(one.value ->> 3 AS BIGINT)
     FROM " each " WHERE true
     ON CONFLICT (client) DO NOTHING"
);
const GO_ON: Sql = over_each!(
    "UPDATE conversations
     SET version = version + 1, state = one.value ->> 2, last_contact = CAST(one.value ->> 3 AS BIGINT)
     FROM " each "
     WHERE client = CAST(one.value ->> 0 AS BIGINT) AND version = CAST(one.value ->> 1 AS BIGINT)"
);

/// Keeps the new states, if each was decided on the newest.
pub(super) async fn advance(session: &mut Session, commits: &[&Commit]) -> Result<(), StoreError> {
    let row = |commit: &&Commit| (commit.client.0, commit.based_on, commit.state.clone(), commit.last_contact.millis());
    let (new, known): (Vec<_>, Vec<_>) = commits.iter().map(row).partition(|(_, based_on, ..)| *based_on == 0);
    let changed = each::change(session, BEGIN, &new).await? + each::change(session, GO_ON, &known).await?;
    if changed == commits.len() as u64 { Ok(()) } else { Err(StoreError::Conflict) }
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
