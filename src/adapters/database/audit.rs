//! The audit log: lines that are only ever added, each sealed together with the one before.

use sha2::{Digest as _, Sha256};

use super::counters;
use super::session::{Row, Session};
use crate::domain::audit::{Act, Entry};
use crate::domain::ids::PersonId;
use crate::domain::official::Author;
use crate::ports::store::StoreError;

/// Adds a line. Lines are numbered one after another, so that nobody slips in between.
pub(super) async fn add(session: &mut Session, entry: &Entry) -> Result<(), StoreError> {
    let id = counters::next(session, "audit").await?;
    let last = session.query("SELECT seal FROM audit WHERE id = $1").bind(id - 1).first().await?;
    let before: String = last.map_or(Ok(String::new()), |row| row.get("seal"))?;
    let sql = "INSERT INTO audit (id, at, author, author_name, act, about, seal) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    session
        .query(sql)
        .bind(id)
        .bind(entry.at.millis())
        .bind(entry.by.id.map(|id| id.0))
        .bind(&entry.by.name)
        .bind(entry.act.word())
        .bind(&entry.about)
        .bind(seal(&before, id, entry))
        .execute()
        .await
        .map(drop)
}

/// The newest lines, the newest first.
pub(super) async fn newest(session: &mut Session, limit: u32) -> Result<Vec<Entry>, StoreError> {
    let sql = "SELECT id, at, author, author_name, act, about, seal FROM audit ORDER BY id DESC LIMIT $1";
    let rows = session.query(sql).bind(i64::from(limit)).all().await?;
    rows.iter().map(entry).collect()
}

/// Does each line still fit the one before it, up to the last that was written?
pub(super) async fn is_whole(session: &mut Session) -> Result<bool, StoreError> {
    let counted = session.query("SELECT value FROM counters WHERE name = 'audit'").first().await?;
    let written: i64 = counted.map_or(Ok(0), |row| row.get("value"))?;
    let rows =
        session.query("SELECT id, at, author, author_name, act, about, seal FROM audit ORDER BY id").all().await?;
    let (mut before, mut number) = (String::new(), 0);
    for row in &rows {
        number += 1;
        let sealed: String = row.get("seal")?;
        if row.get::<i64>("id")? != number || seal(&before, number, &entry(row)?) != sealed {
            return Ok(false);
        }
        before = sealed;
    }
    Ok(number == written)
}

fn entry(row: &Row) -> Result<Entry, StoreError> {
    Ok(Entry { at: row.moment("at")?, by: author(row)?, act: row.word::<Act>("act")?, about: row.get("about")? })
}

/// Who, from the columns `author` and `author_name`.
pub(super) fn author(row: &Row) -> Result<Author, StoreError> {
    let id: Option<i64> = row.get("author")?;
    Ok(Author { id: id.map(PersonId), name: row.get("author_name")? })
}

fn seal(before: &str, id: i64, entry: &Entry) -> String {
    let Entry { at, by, act, about } = entry;
    let text = format!("{before}\n{id}\n{}\n{:?}\n{}\n{}\n{about}", at.millis(), by.id, by.name, act.word());
    Sha256::digest(text).iter().fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"))
}
