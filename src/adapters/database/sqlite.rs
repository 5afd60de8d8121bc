//! SQLite: one file in the data folder, one writer, a few readers.

use std::fs;
use std::io;
use std::path::Path;
use std::time::Duration;

use sqlx::migrate::Migrator;
use sqlx::pool::PoolConnection;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{Connection, Row, Sqlite, SqlitePool, Transaction};

use super::fault;
use super::opening::OpenError;
use crate::ports::levels::Connections;
use crate::ports::store::StoreError;

/// The file in the data folder.
pub(super) const FILE: &str = "loket.db";
/// The first version in which checkpoints of the write-ahead log can't damage the file.
pub(super) const SAFE_SQLITE: (&str, [u32; 3]) = ("3.51.3", [3, 51, 3]);
/// How long to wait for another program that holds the file.
pub(super) const PATIENCE: Duration = Duration::from_secs(5);
const A_MOMENT: Duration = Duration::from_millis(10);
/// How long a task waits for its turn to write.
const LONGEST_QUEUE: Duration = Duration::from_secs(20);
const READERS: u32 = 4;
static MIGRATIONS: Migrator = sqlx::migrate!("migrations/sqlite");

/// An open file.
#[derive(Clone, Debug)]
pub(super) struct SqliteFile {
    pub(super) writer: SqlitePool,
    readers: SqlitePool,
}

/// Opens the file in `folder`; makes both when they are not there.
pub(super) async fn open(folder: &Path, patience: Duration) -> Result<SqliteFile, OpenError> {
    fs::create_dir_all(folder).map_err(|error| OpenError::from_disk(&error, folder))?;
    let file = folder.join(FILE);
    touch(&file).map_err(|error| OpenError::from_disk(&error, &file))?;
    let options = SqliteConnectOptions::new().filename(&file).busy_timeout(patience);
    let sqlite = SqliteFile { writer: writer(options.clone()), readers: readers(options) };
    let ready = sqlite.prepare(&file).await;
    if ready.is_err() {
        sqlite.close().await;
    }
    ready.map(|()| sqlite)
}

/// Makes the file when it is not there, readable by nobody else: it holds what people told us.
pub(super) fn touch(file: &Path) -> io::Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(file) {
        // Not even opened: closing it again would take away the locks of a database that is open in this process.
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        made => made.map(drop),
    }
}

fn writer(options: SqliteConnectOptions) -> SqlitePool {
    let options = options
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .pragma("trusted_schema", "OFF")
        .pragma("cell_size_check", "ON")
        .pragma("temp_store", "MEMORY")
        // What is deleted is overwritten: an erased client is gone from the file.
        .pragma("secure_delete", "ON");
    keep_open(SqlitePoolOptions::new().max_connections(1))
        .after_release(|connection, _| {
            Box::pin(async move {
                // SQLite ends a transaction by itself when the disk is full; sqlx then still counts it as open, and no
                // other could begin on this connection. The ping comes back after a rollback that is under way.
                connection.ping().await?;
                Ok(!connection.is_in_transaction())
            })
        })
        .connect_lazy_with(options)
}

fn readers(options: SqliteConnectOptions) -> SqlitePool {
    let options = options
        .read_only(true)
        .pragma("trusted_schema", "OFF")
        .pragma("temp_store", "MEMORY")
        // In kibibytes, for each of them: what they read lies in the cache of the system too.
        .pragma("cache_size", "-512");
    keep_open(SqlitePoolOptions::new().max_connections(READERS)).connect_lazy_with(options)
}

/// A connection to a file doesn't grow old.
fn keep_open(options: SqlitePoolOptions) -> SqlitePoolOptions {
    options.acquire_timeout(LONGEST_QUEUE).idle_timeout(None).max_lifetime(None).test_before_acquire(false)
}

impl SqliteFile {
    async fn prepare(&self, file: &Path) -> Result<(), OpenError> {
        let meaning = |error: &sqlx::Error| OpenError::from_sqlite(error, file);
        let version = tokio::time::timeout(PATIENCE, self.connect()).await;
        let version = version.map_err(|_| OpenError::Locked(file.to_owned()))?.map_err(|error| meaning(&error))?;
        if !is_safe(&version) {
            return Err(OpenError::OldSqlite { found: version, needed: SAFE_SQLITE.0 });
        }
        // One transaction around all migrations: a second process waits, then finds them done. (`run` would do the same;
        // the compiler can't see that its future may change threads.)
        let mut transaction = self.begin().await.map_err(|error| meaning(&error))?;
        MIGRATIONS
            .run_direct(None, &mut *transaction, false)
            .await
            .map_err(|error| OpenError::from_migrating(&error, &MIGRATIONS, meaning))?;
        transaction.commit().await.map_err(|error| meaning(&error))
    }

    /// Connects for the first time; says the version of SQLite. Of several that begin a new file at the same moment one
    /// makes it, and SQLite tells the others at once, without waiting, that it is busy.
    async fn connect(&self) -> Result<String, sqlx::Error> {
        loop {
            match sqlx::query_scalar("SELECT sqlite_version()").fetch_one(&self.writer).await {
                Err(error) if is_busy(&error) => tokio::time::sleep(A_MOMENT).await,
                connected => return connected,
            }
        }
    }

    /// A transaction that is sure of its turn to write: one that began reading could not be let in later.
    pub(super) async fn begin(&self) -> Result<Transaction<'static, Sqlite>, sqlx::Error> {
        self.writer.begin_with("BEGIN IMMEDIATE").await
    }

    pub(super) async fn reader(&self) -> Result<PoolConnection<Sqlite>, sqlx::Error> {
        self.readers.acquire().await
    }

    /// Brings everything from the write-ahead log into the file and empties it.
    pub(super) async fn empty_log(&self) -> Result<(), StoreError> {
        let row = sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").fetch_one(&self.writer).await?;
        if row.try_get::<i64, _>("busy")? != 0 {
            tracing::warn!("a reader keeps the write-ahead log from being emptied; it is done with the next erasure");
        }
        Ok(())
    }

    pub(super) fn connections(&self, used: impl Fn(u32, usize) -> Connections) -> Connections {
        let (writer, readers) =
            (used(self.writer.size(), self.writer.num_idle()), used(self.readers.size(), self.readers.num_idle()));
        Connections { busy: writer.busy + readers.busy, idle: writer.idle + readers.idle }
    }

    pub(super) async fn close(&self) {
        self.readers.close().await;
        self.writer.close().await;
    }
}

/// The last migration there is.
pub(super) fn newest() -> i64 {
    MIGRATIONS.iter().map(|migration| migration.version).max().unwrap_or(0)
}

fn is_busy(error: &sqlx::Error) -> bool {
    error.as_database_error().and_then(fault::sqlite_code) == Some(fault::sqlite::BUSY)
}

pub(super) fn is_safe(version: &str) -> bool {
    let parts: Vec<u32> = version.split('.').map_while(|part| part.parse().ok()).collect();
    parts.as_slice() >= SAFE_SQLITE.1.as_slice()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_sqlite_that_can_damage_the_file_is_known() {
        for safe in ["3.51.3", "3.52.0", "4.0", "3.51.10"] {
            assert!(is_safe(safe), "{safe}");
        }
        for unsafe_one in ["3.51.2", "3.46.1", "3.7.0", "3.51", ""] {
            assert!(!is_safe(unsafe_one), "{unsafe_one}");
        }
    }
}
