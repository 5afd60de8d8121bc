//! Why a database can't be opened, each in one sentence that tells an operator what to do.

use std::io;
use std::path::{Path, PathBuf};

use sqlx::migrate::{MigrateError, Migrator};

use super::fault::{self, sqlite};

/// Why a database can't be opened.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum OpenError {
    /// The file is something else, or damaged.
    #[error("{} is no database, or damaged: restore a backup, or move the file away to begin anew", .0.display())]
    NotADatabase(PathBuf),
    /// The folder can't be made or written to.
    #[error("can't write in {}: make it a folder that belongs to the user Loket runs as", .0.display())]
    NotWritable(PathBuf),
    /// No room.
    #[error("the disk is full: make room in {}", .0.display())]
    DiskFull(PathBuf),
    /// Another program holds the file.
    #[error("{} is held by another program: stop it, then start Loket again", .0.display())]
    Locked(PathBuf),
    /// This SQLite can damage the file.
    #[error("SQLite {found} has a fault that can damage the database: build Loket with {needed} or newer")]
    OldSqlite {
        /// The version in this program.
        found: String,
        /// The first version without the fault.
        needed: &'static str,
    },
    /// The database knows a migration that this program doesn't.
    #[error("the database was made by a newer version of Loket (migration {0}): install that version, or a later one")]
    Newer(i64),
    /// The address can't be read. It isn't repeated: it holds a password.
    #[error("DATABASE_URL can't be read: write postgres://user:password@host/name")]
    Address,
    /// Nobody answers.
    #[error("no connection to the database server: {0}; check the host and port in DATABASE_URL, and that it runs")]
    NoConnection(String),
    /// The server lets us not in.
    #[error("the database server refuses us: {0}; check the user, password and name in DATABASE_URL")]
    Refused(String),
    /// The server is a standby.
    #[error("the database server takes no writes, it is a standby: point DATABASE_URL at the primary")]
    ReadOnly,
    /// Anything else.
    #[error("the database can't be opened: {0}")]
    Other(String),
}

impl OpenError {
    /// What an error of SQLite means when it comes up while opening `file`.
    pub(super) fn from_sqlite(error: &sqlx::Error, file: &Path) -> Self {
        let file = file.to_owned();
        let code = error.as_database_error().and_then(fault::sqlite_code);
        match code {
            Some(sqlite::NOTADB | sqlite::CORRUPT) => Self::NotADatabase(file),
            Some(sqlite::CANTOPEN | sqlite::READONLY) => Self::NotWritable(file),
            Some(sqlite::FULL) => Self::DiskFull(file),
            Some(sqlite::BUSY) => Self::Locked(file),
            _ => Self::Other(error.to_string()),
        }
    }

    /// What an error of the file system means when it comes up at `path`.
    pub(super) fn from_disk(error: &io::Error, path: &Path) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull(path.to_owned()),
            _ => Self::NotWritable(path.to_owned()),
        }
    }

    /// What an error of PostgreSQL means when it comes up while opening.
    pub(super) fn from_postgres(error: &sqlx::Error) -> Self {
        let state = error.as_database_error().and_then(fault::sqlstate);
        match (state, error) {
            // 28 authorisation, 3D no such database, 42501 no right to make tables.
            (Some(state), _) if state.starts_with("28") || state.starts_with("3D") || state == "42501" => {
                Self::Refused(error.to_string())
            }
            (Some("25006"), _) => Self::ReadOnly,
            (Some(state), _) if state.starts_with("08") || state.starts_with("57") || state.starts_with("53") => {
                Self::NoConnection(error.to_string())
            }
            (None, sqlx::Error::Io(_) | sqlx::Error::Tls(_) | sqlx::Error::PoolTimedOut) => {
                Self::NoConnection(error.to_string())
            }
            _ => Self::Other(error.to_string()),
        }
    }

    /// What an error while migrating means; `other` says what an error of the database itself means.
    pub(super) fn from_migrating(
        error: &MigrateError,
        known: &Migrator,
        other: impl FnOnce(&sqlx::Error) -> Self,
    ) -> Self {
        let newest = known.iter().map(|migration| migration.version).max().unwrap_or(0);
        match error {
            MigrateError::VersionMissing(version) if *version > newest => Self::Newer(*version),
            MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => other(error),
            error => Self::Other(error.to_string()),
        }
    }
}
