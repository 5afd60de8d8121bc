//! Every table, row by row: copied from one database into another, and summed up so that two can be compared.
//!
//! This is the one place that walks over tables it knows only by name. A new table goes into the list; a story holds
//! the list against both databases.

use futures_util::TryStreamExt as _;

use super::digest::{Digest, Value};
use super::session::{Made, Row, Session, Sql};
use crate::ports::store::StoreError;

/// The tables with what must not be lost, each behind those it refers to. Who is at work at this moment is no such thing.
pub(super) const TABLES: [&str; 22] = [
    "conversations",
    "cases",
    "former_topics",
    "transcript",
    "gap_marks",
    "timers",
    "outbox",
    "inbox",
    "desk_links",
    "members",
    "absences",
    "boards",
    "house_timers",
    "counters",
    "happenings",
    "release_files",
    "releases",
    "releases_in_use",
    "proposals",
    "officials",
    "invitations",
    "audit",
];
/// Columns that PostgreSQL numbers by itself: after a copy it goes on behind the last.
const NUMBERED: [(&str, &str); 4] =
    [("inbox", "arrival"), ("transcript", "id"), ("outbox", "id"), ("happenings", "id")];
/// So many rows are held in memory at once.
const AT_ONCE: usize = 500;

/// A column: a text, or else a whole number.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Column {
    name: String,
    is_text: bool,
}

/// The rows of a table, summed up: two tables with the same sum hold the same rows, in whatever order.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Sum {
    /// How many.
    pub(super) rows: i64,
    /// What they say, as hexadecimal digits.
    pub(super) hash: String,
}

/// Sums up a table.
pub(super) async fn sum(session: &mut Session, table: &str) -> Result<Sum, StoreError> {
    let columns = columns(session, table).await?;
    let mut digest = Digest::default();
    let mut rows = session.query_made(&select(table, &columns)).stream();
    while let Some(row) = rows.try_next().await? {
        digest.add(&values(&row, &columns)?);
    }
    Ok(Sum { rows: digest.rows(), hash: digest.to_string() })
}

/// Copies a table with all its rows.
pub(super) async fn copy(from: &mut Session, to: &mut Session, table: &str) -> Result<(), StoreError> {
    let columns = columns(to, table).await?;
    let insert = insert(table, &columns);
    let mut rows = from.query_made(&select(table, &columns)).stream().try_chunks(AT_ONCE);
    while let Some(chunk) = rows.try_next().await.map_err(|error| error.1)? {
        for row in chunk {
            let mut query = to.query_made(&insert);
            for value in values(&row, &columns)? {
                query = match value {
                    Value::Number(number) => query.bind(number),
                    Value::Text(text) => query.bind(text),
                };
            }
            query.execute().await?;
        }
    }
    Ok(())
}

/// PostgreSQL goes on numbering behind what was copied; SQLite does by itself.
pub(super) async fn go_on_numbering(session: &mut Session) -> Result<(), StoreError> {
    for (table, column) in NUMBERED {
        let postgres = format!(
            "SELECT setval(pg_get_serial_sequence('{table}', '{column}'), COALESCE(MAX({column}), 0) + 1, false) AS next
             FROM {table}"
        );
        session.query_made(&Made { sqlite: "SELECT 0 AS next".to_owned(), postgres }).one().await?;
    }
    Ok(())
}

/// Does no table hold anything?
pub(super) async fn are_empty(session: &mut Session) -> Result<bool, StoreError> {
    for table in TABLES {
        if count(session, table).await? > 0 {
            return Ok(false);
        }
    }
    Ok(true)
}

/// How many rows a table has.
pub(super) async fn count(session: &mut Session, table: &str) -> Result<i64, StoreError> {
    session.query_made(&same(format!("SELECT COUNT(*) AS rows FROM {table}"))).one().await?.get("rows")
}

/// In the order of their names, which is the same everywhere.
pub(super) async fn columns(session: &mut Session, table: &str) -> Result<Vec<Column>, StoreError> {
    let sql = Sql {
        sqlite: "SELECT name, type = 'TEXT' AS is_text FROM pragma_table_info($1)",
        postgres: "SELECT CAST(column_name AS TEXT) AS name, CAST((data_type = 'text') AS INTEGER)::BIGINT AS is_text
         FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = $1",
    };
    let rows = session.query(sql).bind(table).all().await?;
    let column = |row: &Row| Ok(Column { name: row.get("name")?, is_text: row.get::<i64>("is_text")? != 0 });
    let mut columns = rows.iter().map(column).collect::<Result<Vec<Column>, StoreError>>()?;
    columns.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(columns)
}

fn names(columns: &[Column]) -> String {
    columns.iter().map(|column| column.name.as_str()).collect::<Vec<_>>().join(", ")
}

/// The same on both.
fn same(text: String) -> Made {
    Made { sqlite: text.clone(), postgres: text }
}

fn select(table: &str, columns: &[Column]) -> Made {
    same(format!("SELECT {} FROM {table}", names(columns)))
}

fn insert(table: &str, columns: &[Column]) -> Made {
    let places = (1..=columns.len()).map(|place| format!("${place}")).collect::<Vec<_>>().join(", ");
    let names = names(columns);
    Made {
        sqlite: format!("INSERT INTO {table} ({names}) VALUES ({places})"),
        postgres: format!("INSERT INTO {table} ({names}) OVERRIDING SYSTEM VALUE VALUES ({places})"),
    }
}

fn values(row: &Row, columns: &[Column]) -> Result<Vec<Value>, StoreError> {
    let value = |column: &Column| {
        Ok(if column.is_text { Value::Text(row.get(&column.name)?) } else { Value::Number(row.get(&column.name)?) })
    };
    columns.iter().map(value).collect()
}
