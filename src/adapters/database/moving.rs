//! Moving everything that is kept from one database to another, of either kind, and proving that it arrived.
//!
//! Columns come from the databases' own catalogues, so that a new one is moved without a change here; a new table must be
//! named below, behind those it refers to.

use futures_util::TryStreamExt as _;

use super::digest::{Digest, Value};
use super::session::{Row, Session, Sql};
use super::{Database, leases};
use crate::ports::store::StoreError;

/// All tables that are moved, each behind those it refers to.
const TABLES: [&str; 22] = [
    "counters",
    "conversations",
    "cases",
    "former_topics",
    "inbox",
    "transcript",
    "outbox",
    "timers",
    "desk_links",
    "members",
    "absences",
    "boards",
    "house_timers",
    "happenings",
    "release_files",
    "releases",
    "releases_in_use",
    "proposals",
    "officials",
    "invitations",
    "audit",
    "gap_marks",
];
/// Who is at work on a database stays behind.
const LEFT_BEHIND: [&str; 3] = ["leases", "replicas", "_sqlx_migrations"];

/// A table that was moved.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct MovedTable {
    /// Its name.
    pub name: &'static str,
    /// How many rows it has, here as there.
    pub rows: u64,
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
const COLUMNS: Sql = Sql {
    sqlite: "SELECT name, type = 'TEXT' AS is_text, 0 AS counts FROM pragma_table_info($1) ORDER BY name",
    postgres: r#"SELECT column_name::text AS name, (data_type = 'text')::int::bigint AS is_text,
                        (is_identity = 'YES')::int::bigint AS counts
                 FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = $1
                 ORDER BY column_name COLLATE "C""#,
};

/// A column, as the catalogue of a database describes it.
struct Column {
    name: String,
    is_text: bool,
    /// Does the database number its rows by it, from a counter of its own?
    counts: bool,
}

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
            if count(&mut to, name).await? > 0 {
                return Err(MoveError::NotEmpty(name));
            }
        }
        let mut moved = Vec::new();
        for name in TABLES {
            moved.push(move_table(&mut from, &mut to, name).await?);
        }
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

async fn columns(session: &mut Session, table: &str) -> Result<Vec<Column>, StoreError> {
    let rows = session.query(COLUMNS).bind(table).all().await?;
    let column = |row: &Row| {
        Ok(Column {
            name: row.get("name")?,
            is_text: row.get::<i64>("is_text")? == 1,
            counts: row.get::<i64>("counts")? == 1,
        })
    };
    rows.iter().map(column).collect()
}

async fn count(session: &mut Session, table: &str) -> Result<i64, StoreError> {
    session.query_built(format!("SELECT COUNT(*) AS number FROM {table}")).one().await?.get("number")
}

async fn move_table(from: &mut Session, to: &mut Session, name: &'static str) -> Result<MovedTable, MoveError> {
    let (columns_here, columns_there) = (columns(from, name).await?, columns(to, name).await?);
    let same = |(here, there): (&Column, &Column)| here.name == there.name && here.is_text == there.is_text;
    if columns_here.len() != columns_there.len() || !columns_here.iter().zip(&columns_there).all(same) {
        return Err(MoveError::Tables(name.to_owned()));
    }
    let left = copy(from, to, name, &columns_there).await?;
    for column in columns_there.iter().filter(|column| column.counts) {
        to.query_built(go_on_counting(name, &column.name)).one().await?;
    }
    let arrived = digest(to, name, &columns_there).await?;
    if arrived != left {
        return Err(MoveError::Differs(name));
    }
    Ok(MovedTable { name, rows: arrived.rows(), hash: arrived.to_string() })
}

/// PostgreSQL's own counter goes on behind the last number that was moved.
fn go_on_counting(table: &str, column: &str) -> String {
    format!(
        "SELECT setval(pg_get_serial_sequence('{table}', '{column}'), COALESCE(MAX({column}), 0) + 1, false) AS next
         FROM {table}"
    )
}

async fn copy(from: &mut Session, to: &mut Session, table: &str, columns: &[Column]) -> Result<Digest, StoreError> {
    let names: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
    let places: Vec<String> = (1..=columns.len()).map(|place| format!("${place}")).collect();
    let (names, places) = (names.join(", "), places.join(", "));
    let insert = if to.is_postgres() {
        // Also into a column that the server would number by itself.
        format!("INSERT INTO {table} ({names}) OVERRIDING SYSTEM VALUE VALUES ({places})")
    } else {
        format!("INSERT INTO {table} ({names}) VALUES ({places})")
    };
    let mut digest = Digest::default();
    let mut rows = from.query_built(format!("SELECT {names} FROM {table}")).stream();
    while let Some(row) = rows.try_next().await? {
        let values = values(&row, columns)?;
        digest.add(&values);
        let mut query = to.query_built(insert.clone());
        for value in values {
            query = match value {
                Value::Number(number) => query.bind(number),
                Value::Text(text) => query.bind(text),
            };
        }
        query.execute().await?;
    }
    Ok(digest)
}

async fn digest(session: &mut Session, table: &str, columns: &[Column]) -> Result<Digest, StoreError> {
    let names: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
    let mut digest = Digest::default();
    let mut rows = session.query_built(format!("SELECT {} FROM {table}", names.join(", "))).stream();
    while let Some(row) = rows.try_next().await? {
        digest.add(&values(&row, columns)?);
    }
    Ok(digest)
}

fn values(row: &Row, columns: &[Column]) -> Result<Vec<Value>, StoreError> {
    let value = |column: &Column| {
        Ok(if column.is_text { Value::Text(row.get(&column.name)?) } else { Value::Number(row.get(&column.name)?) })
    };
    columns.iter().map(value).collect()
}
