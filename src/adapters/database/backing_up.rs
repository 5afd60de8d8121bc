//! A backup: everything at one moment in one file, while the house goes on working.
//!
//! Whatever the database, the file is one of SQLite with the same tables and one more, `backup`, that says what must be
//! in each. Any tool for SQLite opens it, and either database can be restored from it.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use sqlx::SqlitePool;
use sqlx::sqlite::{SqliteConnectOptions, SqlitePoolOptions};

use super::session::Session;
use super::tables::{self, TABLES};
use super::{Database, Engine, OpenError, sqlite};
use crate::domain::moment::Moment;
use crate::ports::store::StoreError;

/// Why there is no backup, in words for an operator.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// The name is taken.
    #[error("{} is there already: give the backup another name, nothing is overwritten", .0.display())]
    Exists(PathBuf),
    /// The file can't be written.
    #[error("{} can't be written: {why}", file.display())]
    NotWritten {
        /// Which.
        file: PathBuf,
        /// Why.
        why: String,
    },
    /// The database does not give what it holds.
    #[error("the database can't be read: {0}")]
    Unread(#[from] StoreError),
}

/// A backup that was made.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Backup {
    /// How many rows each table has.
    pub rows: Vec<(&'static str, i64)>,
    /// The size of the file, in bytes.
    pub bytes: u64,
}

impl Database {
    /// Writes everything as it is at one moment into a new `file`, readable by nobody else. Nobody waits for it.
    pub async fn back_up(&self, file: &Path, now: Moment) -> Result<Backup, BackupError> {
        if file.exists() {
            return Err(BackupError::Exists(file.to_owned()));
        }
        // Under another name until it is whole: what bears the name is a backup.
        let part = beside(file, ".part");
        let made = self.write_into(&part, now).await;
        let named = match made {
            Ok(rows) => {
                name(&part, file).map(|bytes| Backup { rows, bytes }).map_err(|error| not_written(file, &error))
            }
            Err(error) => Err(error),
        };
        if named.is_err() {
            // It may never have been made.
            let _ = fs::remove_file(&part);
        }
        named
    }

    async fn write_into(&self, part: &Path, now: Moment) -> Result<Vec<(&'static str, i64)>, BackupError> {
        match fs::remove_file(part) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(not_written(part, &error)),
            _ => {}
        }
        sqlite::touch(part).map_err(|error| not_written(part, &error))?;
        match &self.engine {
            Engine::Sqlite(file) => file.vacuum_into(part).await?,
            Engine::Postgres(pool) => {
                let folder = tempfile::tempdir_in(part.parent().unwrap_or_else(|| Path::new(".")));
                let folder = folder.map_err(|error| not_written(part, &error))?;
                let opened = sqlite::open(folder.path(), sqlite::PATIENCE).await;
                let copy = opened.map_err(|error: OpenError| not_written(part, &error))?;
                let snapshot = pool.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await;
                let mut from = Session::writing_postgres(snapshot.map_err(StoreError::from)?);
                let mut to = Session::writing_sqlite(copy.begin().await.map_err(StoreError::from)?);
                for table in TABLES {
                    tables::copy(&mut from, &mut to, table).await?;
                }
                to.commit().await?;
                copy.vacuum_into(part).await?;
                copy.close().await;
            }
        }
        seal(part, now).await.map_err(BackupError::from)
    }
}

fn not_written(file: &Path, why: &impl ToString) -> BackupError {
    BackupError::NotWritten { file: file.to_owned(), why: why.to_string() }
}

/// A name beside a file.
pub(super) fn beside(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// The file gets its name when it is safely on the disk. Says how large it is.
pub(super) fn name(part: &Path, file: &Path) -> io::Result<u64> {
    let written = File::open(part)?;
    written.sync_all()?;
    fs::rename(part, file)?;
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
    File::open(folder)?.sync_all()?;
    Ok(written.metadata()?.len())
}

/// Opens a file of SQLite that is nobody's yet, or nobody's any more: without a log beside it.
pub(super) async fn open_alone(file: &Path, read_only: bool) -> Result<SqlitePool, sqlx::Error> {
    let options = SqliteConnectOptions::new().filename(file).read_only(read_only).foreign_keys(!read_only);
    SqlitePoolOptions::new().max_connections(1).connect_with(options).await
}

/// Writes down what must be in each table.
async fn seal(part: &Path, now: Moment) -> Result<Vec<(&'static str, i64)>, StoreError> {
    let pool = open_alone(part, false).await?;
    let mut session = Session::writing_sqlite(pool.begin().await?);
    let sql = "CREATE TABLE backup (about TEXT NOT NULL PRIMARY KEY, rows INTEGER NOT NULL, hash TEXT NOT NULL,
                                    made INTEGER NOT NULL) STRICT";
    session.query(sql).execute().await?;
    let mut rows = Vec::new();
    for table in TABLES {
        let sum = tables::sum(&mut session, table).await?;
        let sql = "INSERT INTO backup (about, rows, hash, made) VALUES ($1, $2, $3, $4)";
        session.query(sql).bind(table).bind(sum.rows).bind(sum.hash).bind(now.millis()).execute().await?;
        rows.push((table, sum.rows));
    }
    session.commit().await?;
    pool.close().await;
    Ok(rows)
}

impl sqlite::SqliteFile {
    /// Writes everything as it is at this moment into `file`, which is empty; writers go on meanwhile.
    pub(super) async fn vacuum_into(&self, file: &Path) -> Result<(), StoreError> {
        let mut reader = self.reader().await?;
        sqlx::query("VACUUM INTO $1").bind(file.display().to_string()).execute(&mut *reader).await?;
        Ok(())
    }
}
