//! Looking at a database without touching it: which version, which tables, is it sound.

use std::path::Path;
use std::str::FromStr;

use sqlx::postgres::PgConnectOptions;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection, PgConnection, SqliteConnection};

use super::opening::OpenError;
use super::{Database, postgres, sqlite};

/// The tables of a database, against those this program knows.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Schema {
    /// There are none yet: the next start makes them.
    None,
    /// Those of an earlier version: the next start brings them up.
    Older {
        /// The last migration they had.
        at: i64,
        /// The last one there is.
        newest: i64,
    },
    /// Those of this version.
    Current,
    /// Those of a later version.
    Newer(i64),
    /// Somebody else's.
    Foreign,
}

/// What was seen of a database.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Examined {
    /// Whose, and which version, e.g. `SQLite 3.51.3`.
    pub version: String,
    /// Its tables.
    pub schema: Schema,
}

impl Database {
    /// Looks at the database in a data folder; nothing is made or changed.
    pub async fn examine_in_folder(folder: &Path) -> Result<Examined, OpenError> {
        examine_file(&folder.join(sqlite::FILE)).await
    }

    /// Looks at the database at an address; nothing is made or changed.
    pub async fn examine_at_server(address: &str) -> Result<Examined, OpenError> {
        let meaning = |error: &sqlx::Error| OpenError::from_postgres(error);
        let options = PgConnectOptions::from_str(address).map_err(|_| OpenError::Address)?;
        let connected = tokio::time::timeout(postgres::PATIENCE, options.connect()).await;
        let connected = connected.map_err(|_| OpenError::NoConnection("it doesn't answer".to_owned()))?;
        let mut connection = connected.map_err(|error| meaning(&error))?;
        if !postgres::takes_writes(&mut connection).await.map_err(|error| meaning(&error))? {
            return Err(OpenError::ReadOnly);
        }
        let examined = examine_postgres(&mut connection).await.map_err(|error| meaning(&error));
        drop(connection.close().await);
        examined
    }
}

/// Looks at a file of SQLite.
pub(super) async fn examine_file(file: &Path) -> Result<Examined, OpenError> {
    let meaning = |error: &sqlx::Error| OpenError::from_sqlite(error, file);
    if !file.exists() {
        let mut nowhere = SqliteConnection::connect("sqlite::memory:").await.map_err(|error| meaning(&error))?;
        let version = sqlite_version(&mut nowhere).await.map_err(|error| meaning(&error))?;
        return checked(version, Schema::None);
    }
    let options = SqliteConnectOptions::new().filename(file).read_only(true).busy_timeout(sqlite::PATIENCE);
    let mut connection = options.connect().await.map_err(|error| meaning(&error))?;
    let examined = examine_sqlite(&mut connection).await.map_err(|error| meaning(&error));
    drop(connection.close().await);
    let (version, is_sound, schema) = examined?;
    if !is_sound {
        return Err(OpenError::NotADatabase(file.to_owned()));
    }
    checked(version, schema)
}

fn checked(version: String, schema: Schema) -> Result<Examined, OpenError> {
    if !sqlite::is_safe(&version) {
        return Err(OpenError::OldSqlite { found: version, needed: sqlite::SAFE_SQLITE.0 });
    }
    Ok(Examined { version: format!("SQLite {version}"), schema })
}

async fn sqlite_version(connection: &mut SqliteConnection) -> Result<String, sqlx::Error> {
    sqlx::query_scalar("SELECT sqlite_version()").fetch_one(connection).await
}

async fn examine_sqlite(connection: &mut SqliteConnection) -> Result<(String, bool, Schema), sqlx::Error> {
    let version = sqlite_version(connection).await?;
    let said: String = sqlx::query_scalar("PRAGMA quick_check(1)").fetch_one(&mut *connection).await?;
    let sql = "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = '_sqlx_migrations'";
    let is_ours: i64 = sqlx::query_scalar(sql).fetch_one(&mut *connection).await?;
    let at = if is_ours == 0 {
        None
    } else {
        sqlx::query_scalar("SELECT MAX(version) FROM _sqlx_migrations").fetch_one(&mut *connection).await?
    };
    let sql = "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table'";
    let tables: i64 = sqlx::query_scalar(sql).fetch_one(&mut *connection).await?;
    Ok((version, said == "ok", schema(at, tables, sqlite::newest())))
}

async fn examine_postgres(connection: &mut PgConnection) -> Result<Examined, sqlx::Error> {
    let version: String = sqlx::query_scalar("SHOW server_version").fetch_one(&mut *connection).await?;
    let sql = "SELECT to_regclass('_sqlx_migrations') IS NOT NULL";
    let is_ours: bool = sqlx::query_scalar(sql).fetch_one(&mut *connection).await?;
    let at = if is_ours {
        sqlx::query_scalar("SELECT MAX(version) FROM _sqlx_migrations").fetch_one(&mut *connection).await?
    } else {
        None
    };
    let sql = "SELECT COUNT(*) FROM pg_catalog.pg_tables WHERE schemaname = current_schema()";
    let tables: i64 = sqlx::query_scalar(sql).fetch_one(&mut *connection).await?;
    Ok(Examined { version: format!("PostgreSQL {version}"), schema: schema(at, tables, postgres::newest()) })
}

fn schema(at: Option<i64>, tables: i64, newest: i64) -> Schema {
    match at {
        None if tables == 0 => Schema::None,
        None => Schema::Foreign,
        Some(at) if at > newest => Schema::Newer(at),
        Some(at) if at < newest => Schema::Older { at, newest },
        Some(_) => Schema::Current,
    }
}
