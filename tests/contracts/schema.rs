//! The page about what is kept says what both databases hold.

use std::collections::BTreeMap;
use std::path::Path;

use loket::adapters::database::Database;
use sqlx::{Connection, PgConnection, Row, SqliteConnection};

use crate::postgres::Server;

/// Every column as `table.column`: whether it is a text (else a number), and whether it may be absent.
type Columns = BTreeMap<String, (bool, bool)>;

/// The page, read: each column with its sentence.
fn page() -> BTreeMap<String, String> {
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations/schema.md")).unwrap();
    let mut table = String::new();
    let mut columns = BTreeMap::new();
    for line in text.lines() {
        if let Some(name) = line.strip_prefix("## ") {
            name.clone_into(&mut table);
        } else if let Some((column, sentence)) = line.strip_prefix("| `").and_then(|rest| rest.split_once("` | ")) {
            columns.insert(format!("{table}.{column}"), sentence.trim_end_matches(" |").to_owned());
        }
    }
    columns
}

fn assert_is_on_the_page(found: &Columns) {
    let page = page();
    assert_eq!(found.keys().collect::<Vec<_>>(), page.keys().collect::<Vec<_>>());
    for (column, (_, may_be_absent)) in found {
        let sentence = &page[column];
        let says_when = sentence.contains(" if ") || sentence.contains(" once ");
        assert!(!may_be_absent || says_when, "{column} may be absent; \"{sentence}\" doesn't say when");
    }
}

pub(crate) async fn the_page_describes_sqlite(folder: &Path) {
    Database::in_folder(folder).await.unwrap().close().await;
    assert_is_on_the_page(&sqlite(folder).await);
}

pub(crate) async fn the_page_describes_postgres_and_both_are_the_same(server: &Server) {
    let folder = tempfile::tempdir().unwrap();
    Database::in_folder(folder.path()).await.unwrap().close().await;
    let address = server.fresh_database();
    Database::at_server(&address).await.unwrap().close().await;
    let postgres = postgres(&address).await;
    assert_is_on_the_page(&postgres);
    assert_eq!(sqlite(folder.path()).await, postgres);
}

async fn sqlite(folder: &Path) -> Columns {
    let address = format!("sqlite://{}", folder.join("loket.db").display());
    let mut connection = SqliteConnection::connect(&address).await.unwrap();
    let rows = sqlx::query(
        r#"SELECT master.name AS "table", info.name AS "column", info.type AS kind,
                  info."notnull" = 0 AND info.pk = 0 AS absent
           FROM sqlite_master AS master JOIN pragma_table_info(master.name) AS info
           WHERE master.type = 'table' AND master.name <> '_sqlx_migrations'"#,
    )
    .fetch_all(&mut connection)
    .await
    .unwrap();
    rows.iter()
        .map(|row| {
            let kind: String = row.get("kind");
            assert!(matches!(kind.as_str(), "INTEGER" | "TEXT"), "{kind}");
            let name = format!("{}.{}", row.get::<String, _>("table"), row.get::<String, _>("column"));
            (name, (kind == "TEXT", row.get("absent")))
        })
        .collect()
}

async fn postgres(address: &str) -> Columns {
    let mut connection = PgConnection::connect(address).await.unwrap();
    let rows = sqlx::query(
        "SELECT table_name::text AS table, column_name::text AS column, data_type::text AS kind,
                is_nullable = 'YES' AS absent
         FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> '_sqlx_migrations'",
    )
    .fetch_all(&mut connection)
    .await
    .unwrap();
    rows.iter()
        .map(|row| {
            let kind: String = row.get("kind");
            assert!(matches!(kind.as_str(), "bigint" | "text"), "{kind}");
            let name = format!("{}.{}", row.get::<String, _>("table"), row.get::<String, _>("column"));
            (name, (kind == "text", row.get("absent")))
        })
        .collect()
}
