//! Which group a desk works in.

use super::outbox;
use super::session::{Row, Session};
use crate::domain::ids::{ChatId, DeskId, PersonId};
use crate::ports::store::{DeskLink, StoreError};

pub(super) async fn link(session: &mut Session, link: &DeskLink) -> Result<(), StoreError> {
    let chat = link.chat.0;
    let sql = "DELETE FROM desk_links WHERE desk = $1 OR chat = $2";
    session.query(sql).bind(link.desk.as_str()).bind(chat).execute().await?;
    let sql = "INSERT INTO desk_links (desk, chat, linked_by, linked_at) VALUES ($1, $2, $3, $4)";
    session
        .query(sql)
        .bind(link.desk.as_str())
        .bind(chat)
        .bind(link.by.0)
        .bind(link.at.millis())
        .execute()
        .await
        .map(drop)
}

pub(super) async fn links(session: &mut Session) -> Result<Vec<DeskLink>, StoreError> {
    let sql = "SELECT desk, chat, linked_by, linked_at FROM desk_links ORDER BY linked_at, chat";
    let rows = session.query(sql).all().await?;
    let link = |row: &Row| {
        Ok(DeskLink {
            desk: DeskId::new(row.get::<String>("desk")?),
            chat: ChatId(row.get("chat")?),
            by: PersonId(row.get("linked_by")?),
            at: row.moment("linked_at")?,
        })
    };
    rows.iter().map(link).collect()
}

/// Everything that names the old group names the new one from now on.
pub(super) async fn move_group(session: &mut Session, from: ChatId, to: ChatId) -> Result<(), StoreError> {
    // A group has one desk: the one that moves in takes the place of another that was linked there.
    let sql = "DELETE FROM desk_links
               WHERE chat = $2 AND EXISTS (SELECT 1 FROM desk_links AS moving WHERE moving.chat = $1)";
    session.query(sql).bind(from.0).bind(to.0).execute().await?;
    for sql in [
        "UPDATE desk_links SET chat = $2 WHERE chat = $1",
        "UPDATE outbox SET message_chat = $2 WHERE message_chat = $1",
        "UPDATE cases SET topic_chat = $2 WHERE topic_chat = $1",
        "UPDATE transcript SET message_chat = $2 WHERE message_chat = $1",
        "UPDATE former_topics SET chat = $2 WHERE chat = $1",
        // Who is known in both: what is known later counts.
        "DELETE FROM members WHERE chat IN ($1, $2) AND EXISTS (
             SELECT 1 FROM members AS other
             WHERE other.chat IN ($1, $2) AND other.chat <> members.chat AND other.person = members.person
               AND (other.checked_at > members.checked_at
                    OR (other.checked_at = members.checked_at AND other.chat = $2)))",
        "UPDATE members SET chat = $2 WHERE chat = $1",
    ] {
        session.query(sql).bind(from.0).bind(to.0).execute().await?;
    }
    outbox::move_topics(session, from, to).await
}
