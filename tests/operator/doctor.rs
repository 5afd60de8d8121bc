//! The doctor names what is broken, says what to do, and changes nothing.

use std::time::Duration;

use jiff::civil::date;
use loket::adapters::clock::SystemClock;
use loket::adapters::database::Database;
use loket::config::Config;
use loket::domain::ids::{ChatId, DeskId, PersonId};
use loket::domain::moment::Moment;
use loket::ports::clock::Clock as _;
use loket::ports::store::{DeskLink, Store as _};
use loket::sandbox::{Right, SANDBOX_TOKEN, Scene, Server};
use loket::service::office::open_shelf;
use loket::startup::{Finding, KnowledgeWorkshop, State, examine};
use tempfile::TempDir;

use crate::small_knowledge;

/// A house that was set up and stands still.
struct Practice {
    scene: Scene,
    server: Server,
    data: TempDir,
    knowledge: TempDir,
}

impl Practice {
    /// Everything as it should be: the desk in Deventer is linked to its forum.
    async fn healthy() -> Self {
        let practice = Self::empty().await;
        let database = Database::in_folder(practice.data.path()).await.unwrap();
        let workshop = KnowledgeWorkshop::new(Some(practice.knowledge.path().to_owned()));
        let published = open_shelf(&database, &workshop, date(2026, 11, 23), SystemClock.now()).await;
        published.unwrap_or_else(|error| panic!("{error}"));
        for desk in ["deventer", "enschede", "berkelland"] {
            let chat = if desk == "deventer" { practice.scene.forum } else { practice.another_forum(desk) };
            let link =
                DeskLink { desk: DeskId::new(desk), chat: ChatId(chat.0), by: PersonId(1), at: SystemClock.now() };
            database.link_desk(&link).await.unwrap();
        }
        database.close().await;
        practice
    }

    async fn empty() -> Self {
        let scene = Scene::default();
        let server = scene.telegram.serve_on_loopback().await.unwrap();
        let knowledge = tempfile::tempdir().unwrap();
        small_knowledge::write_into(knowledge.path());
        Self { scene, server, data: tempfile::tempdir().unwrap(), knowledge }
    }

    fn another_forum(&self, desk: &str) -> loket::sandbox::ChatId {
        let forum = self.scene.telegram.add_forum(desk);
        self.scene.telegram.group(forum).promote_bot(&[Right::ManageTopics, Right::PinMessages, Right::DeleteMessages]);
        forum
    }

    fn config(&self, others: &[(&str, &str)]) -> Config {
        let config = Config::read(|name| {
            let other = others.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned());
            other.or_else(|| match name {
                "TELOXIDE_TOKEN" => Some(SANDBOX_TOKEN.to_owned()),
                "TELOXIDE_API_URL" => Some(self.server.base_url()),
                "LOKET_DATA" => Some(self.data.path().display().to_string()),
                "LOKET_KNOWLEDGE" => Some(self.knowledge.path().display().to_string()),
                "LOKET_ADMINS" => Some(self.scene.iris.0.to_string()),
                _ => None,
            })
        });
        config.unwrap()
    }

    async fn examined(&self, others: &[(&str, &str)]) -> Vec<Finding> {
        examine(&self.config(others), SystemClock.now()).await
    }

    async fn examined_at(&self, now: Moment) -> Vec<Finding> {
        examine(&self.config(&[]), now).await
    }
}

/// The finding about something.
fn about<'a>(findings: &'a [Finding], subject: &str) -> &'a Finding {
    findings.iter().find(|finding| finding.about == subject).unwrap_or_else(|| panic!("no {subject} in {findings:#?}"))
}

/// It is named as a fault, with these words, and something can be done about it.
fn is_a_fault(findings: &[Finding], subject: &str, what: &str, mend: &str) {
    let finding = findings.iter().find(|finding| finding.about == subject && finding.state == State::Fault);
    let finding = finding.unwrap_or_else(|| panic!("no fault of {subject} in {findings:#?}"));
    assert!(finding.what.contains(what), "{finding:?}");
    assert!(finding.mend.as_ref().unwrap().contains(mend), "{finding:?}");
}

#[tokio::test]
async fn a_healthy_house_has_nothing_to_mend() {
    let practice = Practice::healthy().await;
    let findings = practice.examined(&[]).await;
    let ill: Vec<&Finding> = findings.iter().filter(|finding| finding.state != State::Ok).collect();
    // The disk of this machine is no business of the story, nor how old the small knowledge is.
    let ill: Vec<&&Finding> = ill.iter().filter(|finding| !["disk", "knowledge"].contains(&finding.about)).collect();
    assert!(ill.is_empty(), "{ill:#?}");
    let seen: Vec<&str> = findings.iter().map(|finding| finding.about).collect();
    let all = [
        "settings",
        "disk",
        "database",
        "work",
        "knowledge",
        "folder",
        "token",
        "clock",
        "webhook",
        "desks",
        "group",
        "group",
        "group",
    ];
    assert_eq!(seen, all);
    assert!(about(&findings, "database").what.starts_with("SQLite 3."), "{findings:#?}");
    assert!(about(&findings, "knowledge").what.starts_with("release 1 of 0 days ago: "), "{findings:#?}");
}

#[tokio::test]
async fn a_new_house_is_not_made_by_looking() {
    let practice = Practice::empty().await;
    let findings = practice.examined(&[]).await;
    assert!(about(&findings, "database").what.ends_with("still empty: the first start makes its tables"));
    assert!(findings.iter().all(|finding| finding.state != State::Fault), "{findings:#?}");
    assert_eq!(std::fs::read_dir(practice.data.path()).unwrap().count(), 0, "something was made");
}

#[tokio::test]
async fn a_revoked_token_and_a_missing_one_are_named() {
    let practice = Practice::empty().await;
    let findings = practice.examined(&[("TELOXIDE_TOKEN", "123456789:not-the-one")]).await;
    is_a_fault(&findings, "token", "Telegram does not know this token", "@BotFather");
    assert!(!format!("{findings:?}").contains("not-the-one"));
    let findings = practice.examined(&[("TELOXIDE_TOKEN", "")]).await;
    is_a_fault(&findings, "token", "there is none", "TELOXIDE_TOKEN");
}

#[tokio::test]
async fn a_line_that_is_cut_is_named() {
    let practice = Practice::empty().await;
    let findings = practice.examined(&[("TELOXIDE_API_URL", "http://127.0.0.1:9")]).await;
    is_a_fault(&findings, "token", "could not be reached", "firewall");
}

#[tokio::test]
async fn each_right_that_is_missing_is_named_with_its_group() {
    let practice = Practice::healthy().await;
    let group = practice.scene.telegram.group(practice.scene.forum);
    group.promote_bot(&[Right::ManageTopics, Right::DeleteMessages]);
    let findings = practice.examined(&[]).await;
    is_a_fault(&findings, "group", "of deventer, the bot may not pin messages", "give it that right");
    group.demote_bot();
    is_a_fault(&practice.examined(&[]).await, "group", "no rights in", "administrator who may manage topics");
    group.remove(practice.scene.telegram.bot_id());
    let findings = practice.examined(&[]).await;
    is_a_fault(&findings, "group", "deventer", "add");
}

#[tokio::test]
async fn a_webhook_that_is_in_the_way_is_named_without_its_path() {
    let practice = Practice::empty().await;
    let bot = loket::adapters::telegram::Bot::new(
        &practice.server.base_url(),
        SANDBOX_TOKEN.into(),
        loket::adapters::telegram::Patience::default(),
    );
    let secret = "abcdefghijklmnopqrstuvwxyz012345";
    bot.unwrap().set_webhook("https://elsewhere.example/secret-path", &secret.into()).await.unwrap();
    let findings = practice.examined(&[]).await;
    is_a_fault(&findings, "webhook", "elsewhere.example", "--remove-webhook");
    assert!(!format!("{findings:?}").contains("secret-path"));
    let own = [("LOKET_WEBHOOK_URL", "https://loket.example/telegram"), ("LOKET_WEBHOOK_SECRET", secret)];
    is_a_fault(&practice.examined(&own).await, "webhook", "not LOKET_WEBHOOK_URL", "--remove-webhook");
}

#[tokio::test]
async fn a_clock_that_is_off_is_named() {
    let practice = Practice::empty().await;
    let late = SystemClock.now().before(Duration::from_mins(10));
    let findings = practice.examined_at(late).await;
    is_a_fault(&findings, "clock", "seconds behind", "timedatectl");
}

#[tokio::test]
async fn a_damaged_a_foreign_and_a_newer_database_are_told_apart() {
    let practice = Practice::empty().await;
    let file = practice.data.path().join("loket.db");
    std::fs::write(&file, "no database at all, but long enough to be looked at as one".repeat(100)).unwrap();
    is_a_fault(&practice.examined(&[]).await, "database", "is no database, or damaged", "restore a backup");

    std::fs::remove_file(&file).unwrap();
    run(&file, "CREATE TABLE orders (id INTEGER)").await;
    is_a_fault(&practice.examined(&[]).await, "database", "of another program", "a database of its own");

    std::fs::remove_file(&file).unwrap();
    Database::in_folder(practice.data.path()).await.unwrap().close().await;
    run(&file, "UPDATE _sqlx_migrations SET version = 9000 WHERE version = 7").await;
    is_a_fault(&practice.examined(&[]).await, "database", "a later version", "restore the backup");
}

#[tokio::test]
async fn a_folder_with_errors_and_a_desk_without_a_group_are_named() {
    let practice = Practice::healthy().await;
    std::fs::write(practice.knowledge.path().join("desks.toml"), "nonsense").unwrap();
    is_a_fault(&practice.examined(&[]).await, "folder", "has errors", "loket check");
    let file = practice.data.path().join("loket.db");
    run(&file, "DELETE FROM desk_links WHERE desk = 'enschede'").await;
    let findings = practice.examined(&[]).await;
    let desks = about(&findings, "desks");
    assert_eq!(
        (desks.state, desks.what.as_str()),
        (State::Warning, "not linked to a group: enschede; their cases wait")
    );
}

#[tokio::test]
async fn what_waits_for_long_is_named() {
    let practice = Practice::healthy().await;
    let file = practice.data.path().join("loket.db");
    run(
        &file,
        "INSERT INTO inbox (id, lane, raw, received, state, attempts, free_from, reason)
         VALUES (1, 'client:7', '{}', 0, 'open', 0, 0, ''), (2, 'client:8', '{}', 0, 'dead', 5, 0, 'why')",
    )
    .await;
    let findings = practice.examined(&[]).await;
    is_a_fault(&findings, "work", "1 updates wait", "`loket serve` runs");
    assert!(findings.iter().any(|finding| finding.what == "1 updates and messages were given up"), "{findings:#?}");
}

async fn run(file: &std::path::Path, sql: &'static str) {
    use sqlx::{ConnectOptions as _, Connection as _};
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(file).create_if_missing(true);
    let mut connection = options.connect().await.unwrap();
    sqlx::query(sql).execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
}
