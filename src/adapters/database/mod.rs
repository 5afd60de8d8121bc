//! What is kept, in SQLite or PostgreSQL, through sqlx.
//!
//! Every statement is written once and runs on both: `session` hides which of the two it is. Only `sqlite` and
//! `postgres` (how to open) and `fault` (what an error means) know a difference, and the two claims, which on
//! PostgreSQL pass over what a colleague is just taking. One file per noun: to change what is kept about one,
//! change its file, add a migration to *both* folders and a line to `migrations/schema.md`.

mod backlog;
mod cases;
mod claims;
mod commits;
mod conversations;
mod counts;
mod desks;
mod erasing;
mod fault;
mod inbox;
mod opening;
mod outbox;
mod postgres;
mod session;
mod sqlite;
mod store;
#[cfg(test)]
mod tests;
mod timers;
mod transcript;

use std::path::Path;

use sqlx::PgPool;

pub use self::opening::OpenError;
use self::session::Session;
use self::sqlite::SqliteFile;
use crate::ports::store::StoreError;

/// An open database.
#[derive(Clone, Debug)]
pub struct Database(Engine);

#[derive(Clone, Debug)]
enum Engine {
    Sqlite(SqliteFile),
    Postgres(PgPool),
}

impl Database {
    /// Opens `loket.db` in a data folder; both are made when they are not there. For one process.
    pub async fn in_folder(folder: &Path) -> Result<Self, OpenError> {
        Ok(Self(Engine::Sqlite(sqlite::open(folder, sqlite::PATIENCE).await?)))
    }

    /// Opens the database at an address such as `postgres://user:password@host/name`. For one process or several.
    pub async fn at_server(address: &str) -> Result<Self, OpenError> {
        Ok(Self(Engine::Postgres(postgres::open(address).await?)))
    }

    /// Closes it: everything committed is in the file or at the server already.
    pub async fn close(&self) {
        match &self.0 {
            Engine::Sqlite(file) => file.close().await,
            Engine::Postgres(pool) => pool.close().await,
        }
    }

    /// For statements that change nothing.
    async fn read(&self) -> Result<Session, StoreError> {
        Ok(match &self.0 {
            Engine::Sqlite(file) => Session::reading_sqlite(file.reader().await?),
            Engine::Postgres(pool) => Session::reading_postgres(pool.acquire().await?),
        })
    }

    /// For one transaction. Dropped without a commit it leaves nothing behind.
    async fn write(&self) -> Result<Session, StoreError> {
        Ok(match &self.0 {
            Engine::Sqlite(file) => Session::writing_sqlite(file.begin().await?),
            Engine::Postgres(pool) => Session::writing_postgres(pool.begin().await?),
        })
    }

    /// Removes what deleted rows left in the write-ahead log.
    async fn remove_traces(&self) -> Result<(), StoreError> {
        match &self.0 {
            Engine::Sqlite(file) => file.empty_log().await,
            // The server overwrites its own log in its own time.
            Engine::Postgres(_) => Ok(()),
        }
    }
}
