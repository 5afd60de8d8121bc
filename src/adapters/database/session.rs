//! One connection at work: runs a statement, written once, on SQLite or PostgreSQL.
//!
//! Columns hold whole numbers and texts only, each of them perhaps absent; so there is little that can differ.

use futures_util::stream::BoxStream;
use futures_util::{StreamExt as _, TryStreamExt as _};
use sqlx::database::Database;
use sqlx::pool::PoolConnection;
use sqlx::postgres::{PgArguments, PgRow};
use sqlx::sqlite::{SqliteArguments, SqliteRow};
use sqlx::{
    AssertSqlSafe, Decode, Encode, PgConnection, Postgres, Row as _, Sqlite, SqliteConnection, Transaction, Type,
};

use crate::domain::moment::Moment;
use crate::ports::store::StoreError;

/// A value that both databases take.
pub(super) trait Storable<'v>:
    Encode<'v, Sqlite> + Type<Sqlite> + Encode<'v, Postgres> + Type<Postgres>
{
}
impl<'v, T: Encode<'v, Sqlite> + Type<Sqlite> + Encode<'v, Postgres> + Type<Postgres>> Storable<'v> for T {}

/// A value that both databases give.
pub(super) trait Readable:
    for<'r> Decode<'r, Sqlite> + Type<Sqlite> + for<'r> Decode<'r, Postgres> + Type<Postgres>
{
}
impl<T: for<'r> Decode<'r, Sqlite> + Type<Sqlite> + for<'r> Decode<'r, Postgres> + Type<Postgres>> Readable for T {}

/// The text of a statement. Nearly always the same for both.
#[derive(Clone, Copy)]
pub(super) struct Sql {
    pub(super) sqlite: &'static str,
    pub(super) postgres: &'static str,
}

impl From<&'static str> for Sql {
    fn from(text: &'static str) -> Self {
        Self { sqlite: text, postgres: text }
    }
}

/// A statement put together from names of tables and columns; never from what people write.
#[derive(Clone)]
pub(super) struct Made {
    pub(super) sqlite: String,
    pub(super) postgres: String,
}

/// A connection that is ours for a while.
pub(super) struct Session(Connection);

enum Connection {
    Sqlite(Hold<Sqlite>),
    Postgres(Hold<Postgres>),
}

enum Hold<D: Database> {
    Reading(PoolConnection<D>),
    Writing(Transaction<'static, D>),
}

impl<D: Database> Hold<D> {
    fn connection(&mut self) -> &mut D::Connection {
        match self {
            Self::Reading(connection) => connection,
            Self::Writing(transaction) => transaction,
        }
    }

    async fn commit(self) -> Result<(), sqlx::Error> {
        match self {
            Self::Reading(_) => Ok(()),
            Self::Writing(transaction) => transaction.commit().await,
        }
    }
}

impl Session {
    pub(super) fn reading_sqlite(connection: PoolConnection<Sqlite>) -> Self {
        Self(Connection::Sqlite(Hold::Reading(connection)))
    }

    pub(super) fn writing_sqlite(transaction: Transaction<'static, Sqlite>) -> Self {
        Self(Connection::Sqlite(Hold::Writing(transaction)))
    }

    pub(super) fn reading_postgres(connection: PoolConnection<Postgres>) -> Self {
        Self(Connection::Postgres(Hold::Reading(connection)))
    }

    pub(super) fn writing_postgres(transaction: Transaction<'static, Postgres>) -> Self {
        Self(Connection::Postgres(Hold::Writing(transaction)))
    }

    /// Keeps what was done.
    pub(super) async fn commit(self) -> Result<(), StoreError> {
        match self.0 {
            Connection::Sqlite(hold) => hold.commit().await?,
            Connection::Postgres(hold) => hold.commit().await?,
        }
        Ok(())
    }

    /// Is this PostgreSQL?
    pub(super) const fn is_postgres(&self) -> bool {
        matches!(self.0, Connection::Postgres(_))
    }
    /// A statement to bind values to, in the order `$1`, `$2` …
    pub(super) fn query(&mut self, sql: impl Into<Sql>) -> Query<'_> {
        let sql = sql.into();
        match &mut self.0 {
            Connection::Sqlite(hold) => Query::Sqlite(hold.connection(), sqlx::query(sql.sqlite)),
            Connection::Postgres(hold) => Query::Postgres(hold.connection(), sqlx::query(sql.postgres)),
        }
    }
}

impl Session {
    /// A statement that was put together, to bind values to.
    pub(super) fn query_made(&mut self, made: &Made) -> Query<'_> {
        match &mut self.0 {
            Connection::Sqlite(hold) => {
                Query::Sqlite(hold.connection(), sqlx::query(AssertSqlSafe(made.sqlite.clone())))
            }
            Connection::Postgres(hold) => {
                Query::Postgres(hold.connection(), sqlx::query(AssertSqlSafe(made.postgres.clone())))
            }
        }
    }
}

/// A statement with its values.
#[must_use]
pub(super) enum Query<'s> {
    Sqlite(&'s mut SqliteConnection, sqlx::query::Query<'static, Sqlite, SqliteArguments>),
    Postgres(&'s mut PgConnection, sqlx::query::Query<'static, Postgres, PgArguments>),
}

impl<'s> Query<'s> {
    /// The next value.
    pub(super) fn bind<'v>(self, value: impl Storable<'v>) -> Self {
        match self {
            Self::Sqlite(connection, query) => Self::Sqlite(connection, query.bind(value)),
            Self::Postgres(connection, query) => Self::Postgres(connection, query.bind(value)),
        }
    }

    /// Runs it; says how many rows it changed.
    pub(super) async fn execute(self) -> Result<u64, StoreError> {
        Ok(match self {
            Self::Sqlite(connection, query) => query.execute(connection).await?.rows_affected(),
            Self::Postgres(connection, query) => query.execute(connection).await?.rows_affected(),
        })
    }

    /// All rows.
    pub(super) async fn all(self) -> Result<Vec<Row>, StoreError> {
        Ok(match self {
            Self::Sqlite(connection, query) => {
                query.fetch_all(connection).await?.into_iter().map(Row::Sqlite).collect()
            }
            Self::Postgres(connection, query) => {
                query.fetch_all(connection).await?.into_iter().map(Row::Postgres).collect()
            }
        })
    }

    /// The rows one after another, so that a large table needs no large memory.
    pub(super) fn stream(self) -> BoxStream<'s, Result<Row, StoreError>> {
        match self {
            Self::Sqlite(connection, query) => {
                query.fetch(connection).map_ok(Row::Sqlite).map_err(StoreError::from).boxed()
            }
            Self::Postgres(connection, query) => {
                query.fetch(connection).map_ok(Row::Postgres).map_err(StoreError::from).boxed()
            }
        }
    }

    /// The first row, if there is one.
    pub(super) async fn first(self) -> Result<Option<Row>, StoreError> {
        Ok(match self {
            Self::Sqlite(connection, query) => query.fetch_optional(connection).await?.map(Row::Sqlite),
            Self::Postgres(connection, query) => query.fetch_optional(connection).await?.map(Row::Postgres),
        })
    }

    /// The one row there always is.
    pub(super) async fn one(self) -> Result<Row, StoreError> {
        Ok(match self {
            Self::Sqlite(connection, query) => Row::Sqlite(query.fetch_one(connection).await?),
            Self::Postgres(connection, query) => Row::Postgres(query.fetch_one(connection).await?),
        })
    }
}

/// A row.
pub(super) enum Row {
    Sqlite(SqliteRow),
    Postgres(PgRow),
}

impl Row {
    /// The value of a column.
    pub(super) fn get<T: Readable>(&self, column: &str) -> Result<T, StoreError> {
        Ok(match self {
            Self::Sqlite(row) => row.try_get(column)?,
            Self::Postgres(row) => row.try_get(column)?,
        })
    }

    /// A moment.
    pub(super) fn moment(&self, column: &str) -> Result<Moment, StoreError> {
        self.get(column).map(Moment::from_millis)
    }

    /// A number that only ever counts up from zero.
    pub(super) fn count(&self, column: &str) -> Result<u32, StoreError> {
        let number: i64 = self.get(column)?;
        u32::try_from(number).map_err(|_| StoreError::Corrupt(format!("`{column}` is {number}")))
    }

    /// One of the house's own words, such as `waiting`.
    pub(super) fn word<T: serde::de::DeserializeOwned>(&self, column: &str) -> Result<T, StoreError> {
        let word: String = self.get(column)?;
        serde_json::from_value(serde_json::Value::String(word))
            .map_err(|error| StoreError::Corrupt(format!("`{column}`: {error}")))
    }
}
