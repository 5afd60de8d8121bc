//! A witness in the database itself: triggers that note every claim that should not have been.

use sqlx::{Connection, PgConnection};

/// A claim of what somebody held, and that for longer still; or of a lane of which somebody else held a row; or under an
/// old fence.
const TRIGGERS: &str = "
CREATE TABLE double_claims (what TEXT NOT NULL);
CREATE FUNCTION now_in_ms() RETURNS bigint AS 'SELECT (EXTRACT(EPOCH FROM clock_timestamp()) * 1000)::bigint' LANGUAGE sql;
CREATE FUNCTION watch_inbox() RETURNS trigger AS $$
BEGIN
    IF OLD.holder <> 0 AND OLD.free_from > now_in_ms() THEN INSERT INTO double_claims VALUES ('update ' || NEW.id); END IF;
    IF EXISTS (SELECT 1 FROM inbox WHERE lane = NEW.lane AND state = 'open' AND holder <> 0 AND id <> NEW.id) THEN
        INSERT INTO double_claims VALUES ('lane of update ' || NEW.id);
    END IF;
    RETURN NEW;
END $$ LANGUAGE plpgsql;
CREATE TRIGGER watch BEFORE UPDATE ON inbox FOR EACH ROW
    WHEN (NEW.attempts > OLD.attempts) EXECUTE FUNCTION watch_inbox();
CREATE FUNCTION watch_outbox() RETURNS trigger AS $$
BEGIN
    IF OLD.holder <> 0 AND OLD.free_from > now_in_ms() THEN INSERT INTO double_claims VALUES ('row ' || NEW.id); END IF;
    IF EXISTS (SELECT 1 FROM outbox WHERE lane = NEW.lane AND state = 'open' AND holder <> 0 AND holder <> NEW.holder) THEN
        INSERT INTO double_claims VALUES ('lane of row ' || NEW.id);
    END IF;
    IF NEW.holder <> (SELECT fence FROM leases WHERE name = 'sender') THEN
        INSERT INTO double_claims VALUES ('row ' || NEW.id || ' under an old fence');
    END IF;
    RETURN NEW;
END $$ LANGUAGE plpgsql;
CREATE TRIGGER watch BEFORE UPDATE ON outbox FOR EACH ROW
    WHEN (NEW.attempts > OLD.attempts) EXECUTE FUNCTION watch_outbox();
";

/// Somebody who looks at the database from outside.
pub(crate) struct Witness {
    connection: PgConnection,
    name: String,
}

impl Witness {
    /// Takes its place in a database that is made already.
    pub(crate) async fn at(address: &str) -> Self {
        let mut connection = PgConnection::connect(address).await.unwrap();
        sqlx::raw_sql(TRIGGERS).execute(&mut connection).await.unwrap();
        // The operator's own session writes also where nobody else may.
        sqlx::raw_sql("SET default_transaction_read_only = off").execute(&mut connection).await.unwrap();
        let name = address.split(['/', '?']).nth(3).unwrap().to_owned();
        Self { connection, name }
    }

    /// Claims that should not have been.
    pub(crate) async fn double_claims(&mut self) -> Vec<String> {
        sqlx::query_scalar("SELECT what FROM double_claims").fetch_all(&mut self.connection).await.unwrap()
    }

    /// What was given up, and what is still to be done, as the database tells it.
    pub(crate) async fn left(&mut self) -> Vec<String> {
        let sql =
            "SELECT 'update ' || id || ' of ' || lane || ': ' || state || ', attempts ' || attempts || ', ' || reason
                   FROM inbox WHERE state <> 'done'
                   UNION ALL
                   SELECT 'row ' || id || ' of ' || lane || ': ' || state || ', attempts ' || attempts || ', ' || reason
                   FROM outbox WHERE state <> 'delivered'";
        sqlx::query_scalar(sql).fetch_all(&mut self.connection).await.unwrap()
    }

    /// The fence of the sender.
    pub(crate) async fn fence(&mut self) -> i64 {
        let sql = "SELECT COALESCE(MAX(fence), 0) FROM leases WHERE name = 'sender'";
        sqlx::query_scalar(sql).fetch_one(&mut self.connection).await.unwrap()
    }

    /// The server becomes a standby that answers and takes no writes, and everybody's connection ends; or a primary again.
    pub(crate) async fn demote(&mut self, is_standby: bool) {
        let setting =
            if is_standby { "SET default_transaction_read_only = on" } else { "RESET default_transaction_read_only" };
        let statements = format!(
            "ALTER DATABASE {name} {setting};
             SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}' AND pid <> pg_backend_pid();",
            name = self.name
        );
        sqlx::raw_sql(sqlx::AssertSqlSafe(statements)).execute(&mut self.connection).await.unwrap();
    }
}
