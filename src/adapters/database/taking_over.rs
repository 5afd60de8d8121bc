//! Going on where a program that was killed left off, without waiting for its leases to end.
//!
//! Only when nobody else works on this database: a lock says so, and goes with the program that holds it.

use std::fs::{File, TryLockError};
use std::path::Path;
use std::sync::Mutex;

use sqlx::{Connection, PgConnection, PgPool};

use super::opening::OpenError;
use super::session::Session;
use crate::ports::store::StoreError;

/// The file beside the database that says who works on it.
const LOCK_FILE: &str = "loket.lock";
/// The advisory lock on PostgreSQL: a number of our own.
const LOCK_NUMBER: i64 = 0x6C6F_6B65_7401;

/// The proof that nobody else works on a database; it goes when this is dropped.
#[derive(Debug)]
#[expect(dead_code, reason = "the locks work by being held")]
pub(super) enum Alone {
    /// The lock on the data folder.
    Folder(File),
    /// The connection that holds the lock on the server. In a mutex, as nobody ever speaks over it.
    Server(Mutex<PgConnection>),
}

/// Are we alone in this data folder? `None`: another program is at work there.
pub(super) fn alone_in(folder: &Path) -> Result<Option<Alone>, OpenError> {
    let path = folder.join(LOCK_FILE);
    let file = File::create(&path).map_err(|error| OpenError::from_disk(&error, &path))?;
    match file.try_lock() {
        Ok(()) => Ok(Some(Alone::Folder(file))),
        Err(TryLockError::WouldBlock) => {
            tracing::warn!("another program works in the same data folder: only one should");
            Ok(None)
        }
        Err(TryLockError::Error(error)) => Err(OpenError::from_disk(&error, &path)),
    }
}

/// Are we alone on this server? `None`: another one of us is at work there.
pub(super) async fn alone_at(pool: &PgPool) -> Result<Option<Alone>, OpenError> {
    try_lock(pool).await.map_err(|error| OpenError::from_postgres(&error))
}

async fn try_lock(pool: &PgPool) -> Result<Option<Alone>, sqlx::Error> {
    let mut connection = pool.acquire().await?.detach();
    let locked = sqlx::query_scalar("SELECT pg_try_advisory_lock($1)").bind(LOCK_NUMBER).fetch_one(&mut connection);
    if locked.await? {
        return Ok(Some(Alone::Server(Mutex::new(connection))));
    }
    connection.close().await?;
    Ok(None)
}

/// Frees what was claimed. A row that was being sent keeps its mark: it comes back as uncertain.
pub(super) async fn free_claims(session: &mut Session) -> Result<(), StoreError> {
    session.query("UPDATE inbox SET free_from = 0 WHERE state = 'open' AND attempts > 0").execute().await?;
    session.query("UPDATE outbox SET free_from = 0 WHERE state = 'open' AND held = 1").execute().await?;
    Ok(())
}
