//! One statement over many rows: they come as one JSON array of arrays, which both databases take apart alike.

use serde::Serialize;

use super::session::{Query, Session, Sql};
use crate::ports::store::StoreError;

/// A statement in which `each` stands for the rows that come as `$1`: `one.key` is the place of a row, and
/// `one.value ->> 0` its first cell. PostgreSQL takes a cell for a text and SQLite for what it is, so numbers are cast.
macro_rules! over_each {
    ($before:literal each $after:literal) => {
        $crate::adapters::database::session::Sql {
            sqlite: concat!($before, "(SELECT key, value FROM json_each($1)) AS one", $after),
            postgres: concat!($before, "json_array_elements($1::json) WITH ORDINALITY AS one(value, key)", $after),
        }
    };
}

pub(super) use over_each;

/// The statement, with these rows bound.
pub(super) fn query<'s>(session: &'s mut Session, sql: Sql, rows: &[impl Serialize]) -> Result<Query<'s>, StoreError> {
    let rows = serde_json::to_string(rows).map_err(|error| StoreError::Corrupt(error.to_string()))?;
    Ok(session.query(sql).bind(rows))
}

/// Runs it over these rows, if there are any; says how many rows it changed.
pub(super) async fn change(session: &mut Session, sql: Sql, rows: &[impl Serialize]) -> Result<u64, StoreError> {
    if rows.is_empty() { Ok(0) } else { query(session, sql, rows)?.execute().await }
}
