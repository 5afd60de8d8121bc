//! What an error of the database means for the house: come back in a moment, or let a person look.

use sqlx::error::DatabaseError;
use sqlx::postgres::PgDatabaseError;
use sqlx::sqlite::SqliteError;

use crate::ports::store::StoreError;

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        if is_passing(&error) { Self::Unavailable(error.to_string()) } else { Self::Corrupt(error.to_string()) }
    }
}

/// May it work in a moment, with nothing changed but the world around us?
fn is_passing(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::Database(error) => match (sqlite_code(error.as_ref()), sqlstate(error.as_ref())) {
            (Some(code), _) => is_passing_in_sqlite(code),
            (None, Some(state)) => is_passing_in_postgres(state),
            (None, None) => false,
        },
        sqlx::Error::Io(_)
        | sqlx::Error::Tls(_)
        | sqlx::Error::Protocol(_)
        | sqlx::Error::PoolTimedOut
        | sqlx::Error::PoolClosed
        | sqlx::Error::WorkerCrashed
        | sqlx::Error::BeginFailed
        | sqlx::Error::InvalidSavePointStatement => true,
        _ => false,
    }
}

/// The primary result code, when the error comes from SQLite.
pub(super) fn sqlite_code(error: &dyn DatabaseError) -> Option<i32> {
    let extended: i32 = error.try_downcast_ref::<SqliteError>()?.code()?.parse().ok()?;
    Some(extended & 0xff)
}

/// The SQLSTATE, when the error comes from PostgreSQL.
pub(super) fn sqlstate(error: &dyn DatabaseError) -> Option<&str> {
    Some(error.try_downcast_ref::<PgDatabaseError>()?.code())
}

/// SQLite's primary result codes, by their names in its manual.
pub(super) mod sqlite {
    pub(in crate::adapters::database) const BUSY: i32 = 5;
    pub(in crate::adapters::database) const READONLY: i32 = 8;
    pub(in crate::adapters::database) const CORRUPT: i32 = 11;
    pub(in crate::adapters::database) const FULL: i32 = 13;
    pub(in crate::adapters::database) const CANTOPEN: i32 = 14;
    pub(in crate::adapters::database) const NOTADB: i32 = 26;
    pub(super) const LOCKED: i32 = 6;
    pub(super) const NOMEM: i32 = 7;
    pub(super) const INTERRUPT: i32 = 9;
    pub(super) const IOERR: i32 = 10;
    pub(super) const PROTOCOL: i32 = 15;
}

const fn is_passing_in_sqlite(code: i32) -> bool {
    matches!(
        code,
        sqlite::BUSY
            | sqlite::LOCKED
            | sqlite::NOMEM
            | sqlite::READONLY
            | sqlite::INTERRUPT
            | sqlite::IOERR
            | sqlite::FULL
            | sqlite::CANTOPEN
            | sqlite::PROTOCOL
    )
}

fn is_passing_in_postgres(state: &str) -> bool {
    // 08 connection, 25006 read-only (a standby), 40 rolled back (deadlock, serialization), 53 out of disk, memory or
    // connections, 55P03 lock not available, 57 shut down or cancelled, 58 input/output.
    ["08", "40", "53", "57", "58"].iter().any(|class| state.starts_with(class)) || matches!(state, "25006" | "55P03")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_that_stops_or_only_reads_is_worth_another_try() {
        for passing in ["25006", "57P01", "08006", "40001", "40P01", "53100", "55P03", "58030"] {
            assert!(is_passing_in_postgres(passing), "{passing}");
        }
        for lasting in ["23505", "42P01", "22021", "XX001"] {
            assert!(!is_passing_in_postgres(lasting), "{lasting}");
        }
    }

    #[test]
    fn a_damaged_file_needs_a_person() {
        assert!(is_passing_in_sqlite(sqlite::FULL));
        assert!(!is_passing_in_sqlite(sqlite::CORRUPT));
        assert!(!is_passing_in_sqlite(sqlite::NOTADB));
    }
}
