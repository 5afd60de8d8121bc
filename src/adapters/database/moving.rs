//! Moving everything that is kept from one database to another, of either kind, and proving that it arrived.

use super::session::{Session, Sql};
use super::tables::{self, TABLES};
use super::{Database, leases};
use crate::ports::store::StoreError;

/// Who is at work on a database stays behind.
const LEFT_BEHIND: [&str; 3] = ["leases", "replicas", "_sqlx_migrations"];

/// A table that was moved.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct MovedTable {
    /// Its name.
    pub name: &'static str,
    /// How many rows it has, here as there.
    pub rows: i64,
    /// A hash over what is in it, here as there; in whatever order.
    pub hash: String,
}

/// Why nothing was moved.
#[derive(Debug, thiserror::Error)]
pub enum MoveError {
    /// Somebody works on it.
    #[error("a program is at work on the {0} database: stop it first; nothing was moved")]
    AtWork(&'static str),
    /// There is something in the target already.
    #[error("the target is not empty, there are rows in `{0}`: take an empty one; nothing was moved")]
    NotEmpty(&'static str),
    /// A table that this program doesn't know, or misses.
    #[error("the two databases don't have the same tables and columns (`{0}`); nothing was moved")]
    Tables(String),
    /// What arrived is not what left.
    #[error("`{0}` did not arrive as it left; nothing was moved")]
    Differs(&'static str),
    /// A database failed.
    #[error("{0}; nothing was moved")]
    Store(#[from] StoreError),
}

const TABLE_NAMES: Sql = Sql {
    sqlite: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'",
    postgres: "SELECT table_name::text AS name FROM information_schema.tables WHERE table_schema = current_schema()",
};
impl Database {
    /// Copies everything into an empty database, in one transaction there; both are compared before it is kept.
    pub async fn move_to(&self, target: &Self) -> Result<Vec<MovedTable>, MoveError> {
        if !self.is_ours() {
            return Err(MoveError::AtWork("source"));
        }
        if !target.is_ours() {
            return Err(MoveError::AtWork("target"));
        }
        let (mut from, mut to) = (self.write().await?, target.write().await?);
        if leases::any(&mut from).await? {
            return Err(MoveError::AtWork("source"));
        }
        if leases::any(&mut to).await? {
            return Err(MoveError::AtWork("target"));
        }
        for session in [&mut from, &mut to] {
            take_time(session).await?;
            check_tables(session).await?;
        }
        for name in TABLES {
            if tables::count(&mut to, name).await? > 0 {
                return Err(MoveError::NotEmpty(name));
            }
        }
        let mut moved = Vec::new();
        for name in TABLES {
            moved.push(move_table(&mut from, &mut to, name).await?);
        }
        tables::go_on_numbering(&mut to).await?;
        to.commit().await?;
        Ok(moved)
    }
}

/// One side waits while the other is read: that is no colleague who went away.
async fn take_time(session: &mut Session) -> Result<(), StoreError> {
    if session.is_postgres() {
        session.query("SET LOCAL idle_in_transaction_session_timeout = 0").execute().await?;
    }
    Ok(())
}

async fn check_tables(session: &mut Session) -> Result<(), MoveError> {
    for row in session.query(TABLE_NAMES).all().await? {
        let name: String = row.get("name")?;
        if !TABLES.contains(&name.as_str()) && !LEFT_BEHIND.contains(&name.as_str()) {
            return Err(MoveError::Tables(name));
        }
    }
    Ok(())
}

async fn move_table(from: &mut Session, to: &mut Session, name: &'static str) -> Result<MovedTable, MoveError> {
    if tables::columns(from, name).await? != tables::columns(to, name).await? {
        return Err(MoveError::Tables(name.to_owned()));
    }
    tables::copy(from, to, name).await?;
    let (left, arrived) = (tables::sum(from, name).await?, tables::sum(to, name).await?);
    if arrived != left {
        return Err(MoveError::Differs(name));
    }
    Ok(MovedTable { name, rows: arrived.rows, hash: arrived.hash })
}
