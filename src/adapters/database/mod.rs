//! What is kept, in SQLite or PostgreSQL, through sqlx.
//!
//! Every statement is written once and runs on both: `session` hides which of the two it is. Only `sqlite` and
//! `postgres` (how to open) and `fault` (what an error means) know a difference, and the two claims, which on
//! PostgreSQL pass over what a colleague is just taking. What is asked for at the same moment is done in one go
//! (`together`), with statements over many rows (`each`). One file per noun: to change what is kept about one,
//! change its file, add a migration to *both* folders and a line to `migrations/schema.md`.

mod audit;
mod backing_up;
mod backlog;
mod bells;
mod cases;
mod claims;
mod commits;
mod conversations;
mod counters;
mod desks;
mod digest;
mod each;
mod erasing;
mod examining;
mod fault;
mod gaps;
mod happenings;
mod house;
mod inbox;
mod jobs;
mod leases;
mod managers;
mod moving;
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
mod together;
mod transcript;

use std::path::Path;
use std::sync::Arc;

use sqlx::PgPool;

pub use self::backing_up::{Backup, BackupError};
use self::bells::Ear;
use self::conversations::Load;
pub use self::examining::{Examined, Schema};
pub use self::moving::{MoveError, MovedTable};
pub use self::opening::OpenError;
use self::outbox::Delivered;
pub use self::restoring::{RestoreError, Restored};
use self::session::Session;
use self::sqlite::SqliteFile;
use self::taking_over::{AtWork, Door};
use self::together::Together;
use crate::ports::levels::Connections;
use crate::ports::store::{Commit, StoreError};

/// An open database.
#[derive(Clone, Debug)]
pub struct Database {
    engine: Engine,
    /// Listens to other programs.
    ear: Ear,
    /// Held for as long as we work on it.
    at_work: Option<Arc<AtWork>>,
    /// Conversations that are waited for.
    loads: Arc<Together<Load>>,
    /// Transitions that wait to be kept.
    commits: Arc<Together<Commit>>,
    /// Deliveries that wait to be noted.
    deliveries: Arc<Together<Delivered>>,
}

#[derive(Clone, Debug)]
enum Engine {
    Sqlite(SqliteFile),
    Postgres(PgPool),
}

impl Database {
    /// Opens `loket.db` in a data folder; both are made when they are not there. For one process.
    pub async fn in_folder(folder: &Path) -> Result<Self, OpenError> {
        let mut database = Self::beside_in_folder(folder).await?;
        if let Some(at_work) = taking_over::alone_in(folder)? {
            database.free_everything().await?;
            database.at_work = Some(Arc::new(at_work));
        }
        Ok(database)
    }

    /// Opens the database at an address such as `postgres://user:password@host/name`. For one process or several.
    pub async fn at_server(address: &str) -> Result<Self, OpenError> {
        let mut database = Self::beside_at_server(address).await?;
        if let Engine::Postgres(pool) = &database.engine {
            let door = Door::enter(pool).await?;
            if door.is_alone() {
                database.free_everything().await?;
            }
            database.at_work = Some(Arc::new(door.let_others_in().await?));
        }
        Ok(database)
    }

    /// The same as [`Self::in_folder`], for a visit beside the program that is at work there: nothing that it claimed is
    /// freed, and it is not kept from anything.
    pub async fn beside_in_folder(folder: &Path) -> Result<Self, OpenError> {
        let engine = Engine::Sqlite(sqlite::open(folder, sqlite::PATIENCE).await?);
        Ok(Self::with(engine))
    }

    /// The same as [`Self::at_server`], for such a visit.
    pub async fn beside_at_server(address: &str) -> Result<Self, OpenError> {
        let engine = Engine::Postgres(postgres::open(address).await?);
        Ok(Self::with(engine))
    }

    fn with(engine: Engine) -> Self {
        let turns = match engine {
            Engine::Sqlite(_) => 1,
            // Whoever waits there for a row that somebody else holds keeps no others waiting.
            Engine::Postgres(_) => 2,
        };
        Self {
            engine,
            ear: Ear::default(),
            at_work: None,
            loads: Arc::new(Together::new(turns)),
            commits: Arc::new(Together::new(turns)),
            deliveries: Arc::new(Together::new(turns)),
        }
    }

    /// Alone on a database, what a program that was killed had claimed is free at once.
    async fn free_everything(&self) -> Result<(), OpenError> {
        let freed = async {
            let mut session = self.write().await?;
            taking_over::free_everything(&mut session).await?;
            session.commit().await
        };
        freed.await.map_err(|error: StoreError| OpenError::Other(error.to_string()))
    }

    /// Is there a database in this folder?
    pub fn is_in(folder: &Path) -> bool {
        folder.join(sqlite::FILE).is_file()
    }

    /// Was it opened to be worked on, with nobody in the way?
    fn is_ours(&self) -> bool {
        self.at_work.is_some()
    }

    /// May several programs work on it side by side? In a folder only one may.
    fn is_shared(&self) -> bool {
        matches!(self.engine, Engine::Postgres(_))
    }

    async fn wake_others(&self, from: &str) -> Result<(), StoreError> {
        match &self.engine {
            Engine::Sqlite(_) => Ok(()),
            Engine::Postgres(pool) => bells::ring(pool, from).await,
        }
    }

    async fn woken(&self, me: &str) -> Result<(), StoreError> {
        match &self.engine {
            // There are no others.
            Engine::Sqlite(_) => std::future::pending().await,
            Engine::Postgres(pool) => bells::hear(&self.ear, pool, me).await,
        }
    }

    /// Closes it: everything committed is in the file or at the server already.
    pub async fn close(&self) {
        match &self.engine {
            Engine::Sqlite(file) => file.close().await,
            Engine::Postgres(pool) => {
                drop(self.ear.lock().await.take());
                pool.close().await;
            }
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
