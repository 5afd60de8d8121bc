//! What is kept, in SQLite or PostgreSQL, through sqlx.
//!
//! Every statement is written once and runs on both: `session` hides which of the two it is. Only `sqlite` and
//! `postgres` (how to open) and `fault` (what an error means) know a difference, and the two claims, which on
//! PostgreSQL pass over what a colleague is just taking. One file per noun: to change what is kept about one,
//! change its file, add a migration to *both* folders and a line to `migrations/schema.md`.

mod audit;
mod backing_up;
mod backlog;
mod cases;
mod claims;
mod commits;
mod conversations;
mod counters;
mod desks;
mod erasing;
mod examining;
mod fault;
mod gaps;
mod happenings;
mod house;
mod inbox;
mod jobs;
mod managers;
mod office;
mod officials;
mod opening;
mod outbox;
mod postgres;
mod proposals;
mod releases;
mod replicas;
mod restoring;
mod session;
mod sqlite;
mod store;
mod tables;
mod taking_over;
#[cfg(test)]
mod tests;
mod timers;
mod transcript;

use std::path::Path;
use std::sync::Arc;

use sqlx::PgPool;

pub use self::backing_up::{Backup, BackupError};
pub use self::examining::{Examined, Schema};
pub use self::opening::OpenError;
pub use self::restoring::{RestoreError, Restored};
use self::session::Session;
use self::sqlite::SqliteFile;
use self::taking_over::Alone;
use crate::ports::levels::Connections;
use crate::ports::store::StoreError;

/// An open database.
#[derive(Clone, Debug)]
pub struct Database {
    engine: Engine,
    /// Held for as long as we work on it.
    _alone: Option<Arc<Alone>>,
}

#[derive(Clone, Debug)]
enum Engine {
    Sqlite(SqliteFile),
    Postgres(PgPool),
}

impl Database {
    /// Opens `loket.db` in a data folder; both are made when they are not there. For one process.
    pub async fn in_folder(folder: &Path) -> Result<Self, OpenError> {
        let engine = Engine::Sqlite(sqlite::open(folder, sqlite::PATIENCE).await?);
        Self::take_over(engine, taking_over::alone_in(folder)?).await
    }

    /// Opens the database at an address such as `postgres://user:password@host/name`. For one process or several.
    pub async fn at_server(address: &str) -> Result<Self, OpenError> {
        let pool = postgres::open(address).await?;
        let alone = taking_over::alone_at(&pool).await?;
        Self::take_over(Engine::Postgres(pool), alone).await
    }

    /// The same as [`Self::in_folder`], for a visit beside the program that is at work there: nothing that it claimed is
    /// freed, and it is not kept from anything.
    pub async fn beside_in_folder(folder: &Path) -> Result<Self, OpenError> {
        Ok(Self { engine: Engine::Sqlite(sqlite::open(folder, sqlite::PATIENCE).await?), _alone: None })
    }

    /// The same as [`Self::at_server`], for such a visit.
    pub async fn beside_at_server(address: &str) -> Result<Self, OpenError> {
        Ok(Self { engine: Engine::Postgres(postgres::open(address).await?), _alone: None })
    }

    /// Alone on a database, what a program that was killed had claimed is free at once.
    async fn take_over(engine: Engine, alone: Option<Alone>) -> Result<Self, OpenError> {
        let is_alone = alone.is_some();
        let database = Self { engine, _alone: alone.map(Arc::new) };
        if is_alone {
            let mut session = database.write().await.map_err(|error| OpenError::Other(error.to_string()))?;
            let freed = taking_over::free_claims(&mut session).await;
            freed.map_err(|error| OpenError::Other(error.to_string()))?;
            session.commit().await.map_err(|error| OpenError::Other(error.to_string()))?;
        }
        Ok(database)
    }

    /// Closes it: everything committed is in the file or at the server already.
    pub async fn close(&self) {
        match &self.engine {
            Engine::Sqlite(file) => file.close().await,
            Engine::Postgres(pool) => pool.close().await,
        }
    }

    /// How the connections are used at this moment.
    fn connections(&self) -> Connections {
        let used = |size: u32, idle: usize| {
            let idle = u32::try_from(idle).unwrap_or(u32::MAX);
            Connections { busy: size.saturating_sub(idle), idle }
        };
        match &self.engine {
            Engine::Sqlite(file) => file.connections(used),
            Engine::Postgres(pool) => used(pool.size(), pool.num_idle()),
        }
    }

    /// For statements that change nothing.
    async fn read(&self) -> Result<Session, StoreError> {
        Ok(match &self.engine {
            Engine::Sqlite(file) => Session::reading_sqlite(file.reader().await?),
            Engine::Postgres(pool) => Session::reading_postgres(pool.acquire().await?),
        })
    }

    /// For one transaction. Dropped without a commit it leaves nothing behind.
    async fn write(&self) -> Result<Session, StoreError> {
        Ok(match &self.engine {
            Engine::Sqlite(file) => Session::writing_sqlite(file.begin().await?),
            Engine::Postgres(pool) => Session::writing_postgres(pool.begin().await?),
        })
    }

    /// Removes what deleted rows left in the write-ahead log.
    async fn remove_traces(&self) -> Result<(), StoreError> {
        match &self.engine {
            Engine::Sqlite(file) => file.empty_log().await,
            // The server overwrites its own log in its own time.
            Engine::Postgres(_) => Ok(()),
        }
    }
}
