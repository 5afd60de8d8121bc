//! From an update that came in to its rows in the outbox: read, searched, decided, rendered and committed with a full
//! sync to disk. Beside it the disk's own floor: a commit of one empty transition.

use std::sync::Arc;

use async_trait::async_trait;
use divan::Bencher;
use jiff::civil::date;
use loket::adapters::charts::Charts;
use loket::adapters::clock::SystemClock;
use loket::adapters::database::Database;
use loket::adapters::links::LinkVisitor;
use loket::adapters::telegram::TelegramReader;
use loket::domain::ids::{ChatId, ClientId, PersonId, ReleaseNumber};
use loket::domain::message::Message;
use loket::domain::moment::Moment;
use loket::ports::messenger::{Delivery, Destination, Failure, Messenger, Receipt};
use loket::ports::store::{Commit, Store};
use loket::service::house::{House, Ports, Settings};
use loket::service::pace::Pace;
use loket::service::shelf::Shelf;
use loket::startup::{Folder, KnowledgeWorkshop, open_knowledge};

fn main() {
    divan::main();
}

/// Takes everything and says nothing: what is measured ends at the outbox.
struct Nobody;

#[async_trait]
impl Messenger for Nobody {
    async fn deliver(&self, _delivery: Delivery<'_>) -> Result<Receipt, Failure> {
        Ok(Receipt::Done)
    }

    async fn answer_tap(&self, _tap: &str, _notice: Option<&str>) -> Result<(), Failure> {
        Ok(())
    }

    async fn answer_privately(&self, _to: Destination, _person: PersonId, _message: &Message) -> Result<(), Failure> {
        Ok(())
    }

    async fn fetch(&self, _: &str, _: usize) -> Result<Vec<u8>, Failure> {
        Ok(Vec::new())
    }

    async fn is_member(&self, _chat: ChatId, _person: PersonId) -> Result<Option<bool>, Failure> {
        Ok(None)
    }
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Runtime::new().unwrap_or_else(|error| unreachable!("{error}"))
}

fn question(number: i64) -> String {
    format!(
        r#"{{"update_id":{number},"message":{{"message_id":{number},"date":1795428000,"text":"ik heb te weinig onderpand voor een lening","chat":{{"id":{number},"type":"private","first_name":"Anna"}},"from":{{"id":{number},"is_bot":false,"first_name":"Anna"}}}}}}"#
    )
}

#[divan::bench(sample_count = 200, sample_size = 1)]
fn update_to_outbox(bencher: Bencher<'_, '_>) {
    let runtime = runtime();
    let data = tempfile::tempdir().unwrap_or_else(|error| unreachable!("{error}"));
    let store = runtime.block_on(Database::in_folder(data.path())).unwrap_or_else(|error| unreachable!("{error}"));
    let knowledge =
        open_knowledge(&Folder::embedded(), date(2026, 11, 23)).unwrap_or_else(|error| unreachable!("{error}"));
    let database = Arc::new(store);
    let ports = Ports {
        store: Arc::clone(&database) as Arc<dyn Store>,
        office: database,
        workshop: Arc::new(KnowledgeWorkshop::new(None)),
        messenger: Arc::new(Nobody),
        reader: Arc::new(TelegramReader::new("LoketBot")),
        painter: Arc::new(Charts::new()),
        sources: Arc::new(LinkVisitor::default()),
        clock: Arc::new(SystemClock),
        meter: Arc::new(()),
    };
    let house = House::new(
        ports,
        Arc::new(Shelf::new(ReleaseNumber(1), knowledge, Moment::from_millis(0))),
        Pace::new(None),
        Settings::default(),
    );
    let mut number = 0;
    bencher.bench_local(|| {
        number += 1;
        runtime.block_on(async {
            let stored = house.receive(&[question(number)]).await;
            let handled = house.come_to_rest().await;
            (stored, handled)
        })
    });
}

#[divan::bench(sample_count = 200, sample_size = 1)]
fn empty_commit(bencher: Bencher<'_, '_>) {
    let runtime = runtime();
    let data = tempfile::tempdir().unwrap_or_else(|error| unreachable!("{error}"));
    let store = runtime.block_on(Database::in_folder(data.path())).unwrap_or_else(|error| unreachable!("{error}"));
    let mut version = 0;
    bencher.bench_local(|| {
        let commit = empty(version);
        version += 1;
        runtime.block_on(store.commit(&commit))
    });
}

fn empty(based_on: i64) -> Commit {
    Commit {
        now: Moment::from_millis(0),
        based_on,
        client: ClientId(1),
        state: "{}".to_owned(),
        last_contact: Moment::from_millis(0),
        handled: vec![],
        set_timers: vec![],
        clear_timers: vec![],
        transcript: vec![],
        corrected: None,
        case: None,
        boards: vec![],
        leaves_topic: None,
        outgoing: vec![],
        happened: vec![],
    }
}
