//! A database of the version before is brought up to date: what was kept is there, and what was decided happens.

use std::fs;
use std::path::{Path, PathBuf};

use loket::adapters::database::Database;
use loket::domain::case::{Case, CaseState, Manager, Reason};
use loket::domain::happening::Kind;
use loket::domain::ids::{CaseNumber, ClientId, EntryId, PersonId};
use loket::domain::language::Language;
use loket::ports::store::{OpenCase, Store};
use sqlx::migrate::Migrator;
use sqlx::{Connection, PgConnection, SqliteConnection};

use crate::postgres::Server;
use crate::stage::{ANNA, CHRIS, GROUP, at, case, deliver_all, deventer, topic};

/// The first migrations of a database, as far as they went then.
fn before(database: &str) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let name = "0001_the_house.sql";
    let migrations = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations").join(database);
    fs::copy(migrations.join(name), folder.path().join(name)).unwrap();
    let path = folder.path().to_owned();
    (folder, path)
}

/// What the version before had kept: a case in each state, with and without what may be absent, and words on their way.
fn kept_before() -> Vec<String> {
    let (now, promise, closed) = (at(0).millis(), at(3600).millis(), at(60).millis());
    let case = |values: String| {
        format!(
            "INSERT INTO cases (number, client, desk, state, reason, owner_id, owner_name, language, place, opened, promise,
                                closed, topic_chat, topic_thread)
             VALUES ({values})"
        )
    };
    let row = |line: i64, lane: &str, case: &str, kind: &str, operation: &str| {
        format!(
            "INSERT INTO outbox (client, line, lane, case_number, kind, operation, urgency, state, attempts, free_from,
                                 held, uncertain, forget, reason)
             VALUES (7, {line}, '{lane}', {case}, '{kind}', '{operation}', 0, 'open', 0, 0, 0, 0, 0, '')"
        )
    };
    let says = |words: &str| {
        format!(
            r#"{{"send":{{"message":{{"text":[["plain","{words}"]],"buttons":[],"reply_to":null}},"quiet":false}}}}"#
        )
    };
    let mut statements: Vec<String> = [ANNA, CHRIS]
        .map(|client| {
            format!(
                "INSERT INTO conversations (client, version, state, last_contact) VALUES ({client}, 1, '{{}}', {now})"
            )
        })
        .into();
    statements.extend([
        case(format!("1, 7, 'deventer', 'closed', 'no-match', 70, 'Bo \"B\" O''Neill \u{e9}', 'en', NULL, {now}, NULL, {closed}, -100, 1")),
        case(format!("2, 7, 'deventer', 'waiting', 'not-helped', NULL, NULL, 'nl', 'GM0150', {now}, {promise}, NULL, NULL, NULL")),
        case(format!("3, 8, 'deventer', 'taken', 'distress', 70, 'Boris', 'nl', 'GM0150', {now}, {promise}, NULL, -100, 3")),
        "INSERT INTO counters (name, value) VALUES ('case', 3)".to_owned(),
        "INSERT INTO desk_links (desk, chat, linked_by, linked_at) VALUES ('deventer', -100, 1, 0)".to_owned(),
        format!("INSERT INTO counts (day, name, times) VALUES ({now}, 'answer:bmkb', 3), ({now}, 'closed:no-scheme', 1)"),
        row(1, "client:7", "NULL", "send", &says("tot zo")),
        row(2, "case:2", "2", "open-topic", r#"{"open-topic":{"name":"2"}}"#),
        row(3, "case:2", "2", "copy", r#"{"copy":{"from":{"chat":7,"message":5},"author":"Anna"}}"#),
        row(4, "case:2", "2", "send", &says("vraag")),
    ]);
    statements
}

/// The same in today's words.
fn expected() -> [Case; 3] {
    let manager = |name: &str| Some(Manager { id: PersonId(70), name: name.to_owned() });
    let closed = Case {
        state: CaseState::Closed,
        reason: Reason::NoMatch,
        owner: manager("Bo \"B\" O'Neill \u{e9}"),
        language: Language::En,
        place: None,
        promise: None,
        closed: Some(at(60)),
        ..case(1, ANNA)
    };
    let waiting = Case { reason: Reason::NotHelped, ..case(2, ANNA) };
    let taken = Case { state: CaseState::Taken, reason: Reason::Distress, owner: manager("Boris"), ..case(3, CHRIS) };
    [closed, waiting, taken]
}

async fn assert_all_is_there(store: &Database) {
    let [closed, waiting, taken] = expected();
    assert_eq!(store.cases(ANNA).await.unwrap(), [closed, waiting.clone()]);
    assert_eq!(store.cases(CHRIS).await.unwrap(), std::slice::from_ref(&taken));
    let open = [OpenCase { case: waiting, topic: None }, OpenCase { case: taken, topic: Some(topic(3)) }];
    assert_eq!(store.open_cases(Some(&deventer())).await.unwrap(), open);
    for number in [1, 3] {
        let found = store.case_in_topic(topic(number)).await.unwrap().unwrap();
        assert_eq!((found.number, found.is_former, topic(number).chat), (CaseNumber(number), false, GROUP));
    }
    assert_eq!(store.next_case_number().await.unwrap(), CaseNumber(4));
    assert_eq!(
        deliver_all(store, at(1)).await,
        ["client:7 says tot zo", "case:2 open-topic", "case:2 copy", "case:2 says vraag"]
    );
    let happened = store.happenings(at(0), at(1)).await.unwrap();
    let happened: Vec<_> =
        happened.iter().map(|one| (one.kind, one.entry.as_ref().map(EntryId::as_str), one.detail.as_deref())).collect();
    let answered = (Kind::Answered, Some("bmkb"), None);
    assert_eq!(happened.len(), 4, "{happened:?}");
    assert_eq!(happened.iter().filter(|one| **one == answered).count(), 3, "{happened:?}");
    assert!(happened.contains(&(Kind::Closed, None, Some("no-scheme"))), "{happened:?}");
    for client in [ANNA, CHRIS] {
        store.erase(client, None, None, at(2)).await.unwrap();
        assert_eq!(store.cases(client).await.unwrap(), [], "{client}");
    }
    assert_eq!(store.load(ClientId(7)).await.unwrap(), None);
}

pub(crate) async fn a_file_of_the_version_before_is_brought_up_to_date(folder: &Path) {
    let (_kept, migrations) = before("sqlite");
    let address = format!("sqlite://{}?mode=rwc", folder.join("loket.db").display());
    let mut connection = SqliteConnection::connect(&address).await.unwrap();
    Migrator::new(migrations).await.unwrap().run(&mut connection).await.unwrap();
    for statement in kept_before() {
        sqlx::query(sqlx::AssertSqlSafe(statement)).execute(&mut connection).await.unwrap();
    }
    connection.close().await.unwrap();
    assert_all_is_there(&Database::in_folder(folder).await.unwrap()).await;
}

pub(crate) async fn a_server_of_the_version_before_is_brought_up_to_date(server: &Server) {
    let (_kept, migrations) = before("postgres");
    let address = server.fresh_database();
    let mut connection = PgConnection::connect(&address).await.unwrap();
    Migrator::new(migrations).await.unwrap().run(&mut connection).await.unwrap();
    for statement in kept_before() {
        sqlx::query(sqlx::AssertSqlSafe(statement)).execute(&mut connection).await.unwrap();
    }
    connection.close().await.unwrap();
    assert_all_is_there(&Database::at_server(&address).await.unwrap()).await;
}
