//! Going on where a program that was killed left off, without waiting for its leases to end.
//!
//! Only when nobody else works on this database: a lock says so, and goes with the program that holds it. It saves
//! seconds and guards nothing: after a failover all locks are gone, and then the fences of the leases do the work.

use std::fs::{File, TryLockError};
use std::path::Path;
use std::sync::Mutex;

use sqlx::{PgConnection, PgPool};

use super::leases;
use super::opening::OpenError;
use super::session::Session;
use crate::ports::store::StoreError;

/// The file beside the database that says who works on it.
const LOCK_FILE: &str = "loket.lock";
/// The advisory lock on PostgreSQL: a number of our own. Everybody at work shares it; alone is who gets it whole.
const LOCK_NUMBER: i64 = 0x6C6F_6B65_7401;

/// The sign that somebody is at work on a database; it goes when this is dropped.
#[derive(Debug)]
#[expect(dead_code, reason = "the locks work by being held")]
pub(super) enum AtWork {
    /// The lock on the data folder.
    Folder(File),
    /// The connection that shares the lock on the server. In a mutex, as nobody ever speaks over it.
    Server(Mutex<PgConnection>),
}

/// Are we alone in this data folder? `None`: another program is at work there.
pub(super) fn alone_in(folder: &Path) -> Result<Option<AtWork>, OpenError> {
    let path = folder.join(LOCK_FILE);
    let file = File::create(&path).map_err(|error| OpenError::from_disk(&error, &path))?;
    match file.try_lock() {
        Ok(()) => Ok(Some(AtWork::Folder(file))),
        Err(TryLockError::WouldBlock) => {
            tracing::warn!("another program works in the same data folder: only one should");
            Ok(None)
        }
        Err(TryLockError::Error(error)) => Err(OpenError::from_disk(&error, &path)),
    }
}

/// The door of a server: whoever finds nobody inside keeps others waiting until they are let in.
pub(super) struct Door {
    connection: PgConnection,
    is_alone: bool,
}

impl Door {
    pub(super) async fn enter(pool: &PgPool) -> Result<Self, OpenError> {
        Self::try_to_enter(pool).await.map_err(|error| OpenError::from_postgres(&error))
    }

    async fn try_to_enter(pool: &PgPool) -> Result<Self, sqlx::Error> {
        let mut connection = pool.acquire().await?.detach();
        let whole = sqlx::query_scalar("SELECT pg_try_advisory_lock($1)").bind(LOCK_NUMBER);
        let is_alone: bool = whole.fetch_one(&mut connection).await?;
        if !is_alone {
            share(&mut connection).await?;
        }
        Ok(Self { connection, is_alone })
    }

    pub(super) fn is_alone(&self) -> bool {
        self.is_alone
    }

    /// What had to be done alone is done.
    pub(super) async fn let_others_in(mut self) -> Result<AtWork, OpenError> {
        if self.is_alone {
            let shared = self.open().await;
            shared.map_err(|error| OpenError::from_postgres(&error))?;
        }
        Ok(AtWork::Server(Mutex::new(self.connection)))
    }

    async fn open(&mut self) -> Result<(), sqlx::Error> {
        share(&mut self.connection).await?;
        sqlx::query("SELECT pg_advisory_unlock($1)").bind(LOCK_NUMBER).execute(&mut self.connection).await?;
        Ok(())
    }
}

async fn share(connection: &mut PgConnection) -> Result<(), sqlx::Error> {
    sqlx::query("SELECT pg_advisory_lock_shared($1)").bind(LOCK_NUMBER).execute(connection).await?;
    Ok(())
}

/// Frees what was claimed and ends all leases. A row that was being sent keeps its mark: it comes back as uncertain.
pub(super) async fn free_everything(session: &mut Session) -> Result<(), StoreError> {
    session.query("UPDATE inbox SET free_from = 0, holder = 0 WHERE state = 'open' AND attempts > 0").execute().await?;
    session.query("UPDATE outbox SET free_from = 0, holder = 0 WHERE state = 'open' AND held = 1").execute().await?;
    leases::end_all(session).await
}
