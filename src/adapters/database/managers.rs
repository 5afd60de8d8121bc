//! Who is in a desk's group, and who is away.

use super::session::{Row, Session};
use crate::domain::absence::Absence;
use crate::domain::case::Manager;
use crate::domain::ids::{ChatId, PersonId};
use crate::ports::store::{Member, StoreError};

/// What is known later counts; a name in the messenger that was not told stays as it was.
pub(super) async fn note_member(session: &mut Session, member: &Member) -> Result<(), StoreError> {
    session
        .query(
            "INSERT INTO members (chat, person, name, username, is_member, checked_at) VALUES ($1, $2, $3, $4, $5, $6)
             ON CONFLICT (chat, person) DO UPDATE SET
                 name = excluded.name, username = COALESCE(excluded.username, members.username),
                 is_member = excluded.is_member, checked_at = excluded.checked_at
             WHERE members.checked_at <= excluded.checked_at",
        )
        .bind(member.chat.0)
        .bind(member.person.0)
        .bind(&member.name)
        .bind(member.username.as_deref())
        .bind(i64::from(member.is_member))
        .bind(member.checked_at.millis())
        .execute()
        .await
        .map(drop)
}

pub(super) async fn members(session: &mut Session, chat: ChatId) -> Result<Vec<Member>, StoreError> {
    let sql = "SELECT person, name, username, is_member, checked_at FROM members WHERE chat = $1 ORDER BY name, person";
    let member = |row: &Row| {
        Ok(Member {
            chat,
            person: PersonId(row.get("person")?),
            name: row.get("name")?,
            username: row.get("username")?,
            is_member: row.get::<i64>("is_member")? == 1,
            checked_at: row.moment("checked_at")?,
        })
    };
    session.query(sql).bind(chat.0).all().await?.iter().map(member).collect()
}

pub(super) async fn note_absence(session: &mut Session, absence: &Absence) -> Result<(), StoreError> {
    session
        .query(
            "INSERT INTO absences (person, name, stand_in, stand_in_name, until) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (person) DO UPDATE SET
                 name = excluded.name, stand_in = excluded.stand_in, stand_in_name = excluded.stand_in_name,
                 until = excluded.until",
        )
        .bind(absence.who.0)
        .bind(&absence.name)
        .bind(absence.stand_in.id.0)
        .bind(&absence.stand_in.name)
        .bind(absence.until.millis())
        .execute()
        .await
        .map(drop)
}

pub(super) async fn end_absence(session: &mut Session, person: PersonId) -> Result<(), StoreError> {
    session.query("DELETE FROM absences WHERE person = $1").bind(person.0).execute().await.map(drop)
}

pub(super) async fn absences(session: &mut Session) -> Result<Vec<Absence>, StoreError> {
    let sql = "SELECT person, name, stand_in, stand_in_name, until FROM absences ORDER BY person";
    let absence = |row: &Row| {
        Ok(Absence {
            who: PersonId(row.get("person")?),
            name: row.get("name")?,
            stand_in: Manager { id: PersonId(row.get("stand_in")?), name: row.get("stand_in_name")? },
            until: row.moment("until")?,
        })
    };
    session.query(sql).all().await?.iter().map(absence).collect()
}
