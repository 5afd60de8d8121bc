//! Who has a role, and to whom one is offered.

use super::audit::{self, author};
use super::session::{Row, Session};
use crate::domain::audit::{Act, Entry};
use crate::domain::ids::PersonId;
use crate::domain::moment::Moment;
use crate::domain::official::{Author, Invitation, Official};
use crate::ports::store::StoreError;

pub(super) async fn all(session: &mut Session) -> Result<Vec<Official>, StoreError> {
    let rows = session.query("SELECT person, name, role FROM officials ORDER BY role, name, person").all().await?;
    let official = |row: &Row| {
        Ok(Official { person: PersonId(row.get("person")?), name: row.get("name")?, role: row.word("role")? })
    };
    rows.iter().map(official).collect()
}

pub(super) async fn invite(session: &mut Session, invitation: &Invitation, at: Moment) -> Result<(), StoreError> {
    session.query("DELETE FROM invitations WHERE until < $1").bind(at.millis()).execute().await?;
    let sql = "INSERT INTO invitations (token, role, author, author_name, invited, invited_name, by_link, until)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    let (invited, invited_name) = columns(invitation.to.as_ref());
    session
        .query(sql)
        .bind(&invitation.token)
        .bind(invitation.role.word())
        .bind(invitation.by.id.map(|id| id.0))
        .bind(&invitation.by.name)
        .bind(invited)
        .bind(invited_name)
        .bind(i64::from(invitation.by_link))
        .bind(invitation.until.millis())
        .execute()
        .await?;
    let about = format!("{} {invited_name}", invitation.role.word());
    audit::add(session, &Entry { at, by: invitation.by.clone(), act: Act::Invited, about }).await
}

fn columns(person: Option<&Author>) -> (Option<i64>, &str) {
    person.map_or((None, ""), |person| (person.id.map(|id| id.0), person.name.as_str()))
}

pub(super) async fn invitation(session: &mut Session, token: &str) -> Result<Option<Invitation>, StoreError> {
    let sql = "SELECT token, role, author, author_name, invited, invited_name, by_link, until
               FROM invitations WHERE token = $1";
    let row = session.query(sql).bind(token).first().await?;
    row.as_ref().map(read).transpose()
}

fn read(row: &Row) -> Result<Invitation, StoreError> {
    let (invited, name): (Option<i64>, String) = (row.get("invited")?, row.get("invited_name")?);
    Ok(Invitation {
        token: row.get("token")?,
        role: row.word("role")?,
        by: author(row)?,
        to: invited.map(|id| Author::person(PersonId(id), name)),
        by_link: row.get::<i64>("by_link")? == 1,
        until: row.moment("until")?,
    })
}

pub(super) async fn accept(session: &mut Session, token: &str, who: &Author) -> Result<(), StoreError> {
    let (invited, name) = columns(Some(who));
    let sql = "UPDATE invitations SET invited = $1, invited_name = $2 WHERE token = $3";
    session.query(sql).bind(invited).bind(name).bind(token).execute().await.map(drop)
}

pub(super) async fn settle(
    session: &mut Session,
    token: &str,
    official: Option<&Official>,
    by: &Author,
    at: Moment,
) -> Result<bool, StoreError> {
    if session.query("DELETE FROM invitations WHERE token = $1").bind(token).execute().await? == 0 {
        return Ok(false);
    }
    let (act, about) = match official {
        Some(official) => {
            let sql = "INSERT INTO officials (person, name, role) VALUES ($1, $2, $3)
                       ON CONFLICT (person) DO UPDATE SET name = excluded.name, role = excluded.role";
            let query = session.query(sql).bind(official.person.0).bind(&official.name).bind(official.role.word());
            query.execute().await?;
            (Act::Granted, format!("{} {}", official.role.word(), official.name))
        }
        None => (Act::Declined, String::new()),
    };
    audit::add(session, &Entry { at, by: by.clone(), act, about }).await?;
    Ok(true)
}

pub(super) async fn revoke(
    session: &mut Session,
    person: PersonId,
    by: &Author,
    at: Moment,
) -> Result<bool, StoreError> {
    let sql = "DELETE FROM officials WHERE person = $1 RETURNING name, role";
    let Some(row) = session.query(sql).bind(person.0).first().await? else { return Ok(false) };
    let about = format!("{} {}", row.get::<String>("role")?, row.get::<String>("name")?);
    audit::add(session, &Entry { at, by: by.clone(), act: Act::Revoked, about }).await?;
    Ok(true)
}
