//! PostgreSQL: a server, for one process or several side by side.

use std::str::FromStr;
use std::time::Duration;

use sqlx::migrate::Migrator;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::{ConnectOptions, Connection, PgConnection, PgPool};

use super::opening::OpenError;

/// How long a task waits for a connection.
pub(super) const PATIENCE: Duration = Duration::from_secs(5);
const CONNECTIONS: u32 = 16;
/// A connection is renewed now and then: after a failover none clings to the old server for long.
const LONGEST_LIFE: Duration = Duration::from_mins(10);
static MIGRATIONS: Migrator = sqlx::migrate!("migrations/postgres");

/// Opens the database at `address`.
pub(super) async fn open(address: &str) -> Result<PgPool, OpenError> {
    let options = PgConnectOptions::from_str(address)
        .map_err(|_| OpenError::Address)?
        .application_name("loket")
        // Nobody waits for ever: neither for a lock nor for a colleague who went away in a transaction.
        .options([("lock_timeout", "5s"), ("idle_in_transaction_session_timeout", "5s")]);
    // The first connection is made by hand: the pool would only say that it waited in vain.
    let first = tokio::time::timeout(PATIENCE, options.connect())
        .await
        .map_err(|_| OpenError::NoConnection("it doesn't answer".to_owned()))?;
    let mut first = first.map_err(|error| OpenError::from_postgres(&error))?;
    let migrated = migrate(&mut first).await;
    // Closed also when it went wrong, for the lock around the migrations goes with the connection. It did its work:
    // how the parting went is of no matter.
    drop(first.close().await);
    migrated.map(|()| pool(options))
}

async fn migrate(connection: &mut PgConnection) -> Result<(), OpenError> {
    if !takes_writes(connection).await.map_err(|error| OpenError::from_postgres(&error))? {
        return Err(OpenError::ReadOnly);
    }
    MIGRATIONS
        .run_direct(None, connection, false)
        .await
        .map_err(|error| OpenError::from_migrating(&error, &MIGRATIONS, OpenError::from_postgres))
}

/// The last migration there is.
pub(super) fn newest() -> i64 {
    MIGRATIONS.iter().map(|migration| migration.version).max().unwrap_or(0)
}

fn pool(options: PgConnectOptions) -> PgPool {
    PgPoolOptions::new()
        .max_connections(CONNECTIONS)
        .acquire_timeout(PATIENCE)
        .max_lifetime(LONGEST_LIFE)
        // The question below answers this one too.
        .test_before_acquire(false)
        // A server that became a standby still answers a ping and refuses every write. A new connection isn't asked: its
        // first write fails at once, where asking would mean waiting in vain for a better one.
        .before_acquire(|connection, _| Box::pin(takes_writes(connection)))
        .connect_lazy_with(options)
}

pub(super) async fn takes_writes(connection: &mut PgConnection) -> Result<bool, sqlx::Error> {
    let read_only: String = sqlx::query_scalar("SHOW transaction_read_only").fetch_one(connection).await?;
    Ok(read_only == "off")
}
