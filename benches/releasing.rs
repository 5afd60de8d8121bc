//! How fast a release comes and goes, and what people notice of it: the whole catalogue is checked again and again, broken
//! and whole, while fifty questions a second are answered.
//!
//! Prints figures. Run it with `cargo bench --bench releasing`.

#![expect(clippy::print_stdout, reason = "figures are what it is for")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use async_trait::async_trait;
use loket::adapters::charts::Charts;
use loket::adapters::clock::SystemClock;
use loket::adapters::database::Database;
use loket::adapters::links::LinkVisitor;
use loket::adapters::telegram::TelegramReader;
use loket::domain::delivery::Operation;
use loket::domain::ids::{ChatId, MessageRef, PersonId, ReleaseNumber};
use loket::domain::message::Message;
use loket::ports::clock::Clock as _;
use loket::ports::messenger::{Delivery, Destination, Failure, Messenger, Receipt};
use loket::ports::office::Office;
use loket::ports::store::Store;
use loket::service::house::{House, Ports, Settings};
use loket::service::office::open_shelf;
use loket::service::pace::Pace;
use loket::startup::{Folder, KnowledgeWorkshop, today};
use tokio_util::sync::CancellationToken;

/// The admin.
const IRIS: i64 = 1;
/// Clients are numbered from here; each asks once.
const FIRST_CLIENT: i64 = 1_000;
/// How long questions keep coming.
const SPAN: Duration = Duration::from_secs(40);
const A_SECOND: u32 = 50;
const ENTRY: &str = "schemes/bmkb.md";
const TITLE: &str = "De overheid staat borg voor je lening (BMKB)";

/// Takes everything, and remembers when each chat was first spoken to, and what the admin read last.
#[derive(Default)]
struct Listener {
    heard: Mutex<BTreeMap<i64, Instant>>,
    admin: Mutex<Vec<String>>,
}

#[async_trait]
impl Messenger for Listener {
    async fn deliver(&self, delivery: Delivery<'_>) -> Result<Receipt, Failure> {
        let chat = delivery.to.chat.0;
        if let Operation::Send { message, .. } | Operation::Edit { message, .. } = delivery.operation {
            if chat == IRIS {
                self.admin.lock().unwrap_or_else(PoisonError::into_inner).push(message.text.text());
            } else if message.text.text().contains("(BMKB)") {
                self.heard.lock().unwrap_or_else(PoisonError::into_inner).entry(chat).or_insert_with(Instant::now);
            }
        }
        Ok(Receipt::Message(MessageRef { chat: ChatId(chat), message: 1 }))
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

/// Numbers for updates, one after another.
struct Updates(i64);

impl Updates {
    fn says(&mut self, who: i64, text: &str) -> String {
        self.0 += 1;
        let number = self.0;
        format!(
            r#"{{"update_id":{number},"message":{{"message_id":{number},"date":1795428000,"text":"{text}","chat":{{"id":{who},"type":"private","first_name":"A"}},"from":{{"id":{who},"is_bot":false,"first_name":"A"}}}}}}"#
        )
    }

    fn taps(&mut self, who: i64, data: &str) -> String {
        self.0 += 1;
        let number = self.0;
        format!(
            r#"{{"update_id":{number},"callback_query":{{"id":"{number}","chat_instance":"1","data":"{data}","from":{{"id":{who},"is_bot":false,"first_name":"A"}},"message":{{"message_id":1,"date":1795428000,"text":"x","chat":{{"id":{who},"type":"private","first_name":"A"}}}}}}}}"#
        )
    }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (folder, data) = (tempfile::tempdir()?, tempfile::tempdir()?);
    for (path, content) in Folder::embedded().files.iter() {
        let file = folder.path().join(path);
        fs::create_dir_all(file.parent().unwrap_or(folder.path()))?;
        fs::write(file, content)?;
    }
    let database = Arc::new(Database::in_folder(data.path()).await?);
    let workshop = Arc::new(KnowledgeWorkshop::new(Some(folder.path().to_owned())));
    let shelf = open_shelf(database.as_ref(), workshop.as_ref(), today(), SystemClock.now()).await?;
    let listener = Arc::new(Listener::default());
    let ports = Ports {
        store: Arc::clone(&database) as Arc<dyn Store>,
        office: Arc::clone(&database) as Arc<dyn Office>,
        workshop,
        messenger: Arc::clone(&listener) as Arc<dyn Messenger>,
        reader: Arc::new(TelegramReader::new("LoketBot")),
        painter: Arc::new(Charts::new()),
        sources: Arc::new(LinkVisitor::default()),
        clock: Arc::new(SystemClock),
        meter: Arc::new(()),
    };
    let settings = Settings { admins: [PersonId(IRIS)].into(), ..Settings::default() };
    let house = Arc::new(House::new(ports, Arc::new(shelf), Pace::new(None), settings));
    let stop = CancellationToken::new();
    let running = tokio::spawn(Arc::clone(&house).run(stop.clone()));
    let asking = tokio::spawn(ask(Arc::clone(&house), Updates(1_000_000)));
    let checks = change(&house, &listener, database.as_ref(), folder.path()).await?;
    let asked = asking.await??;
    tokio::time::sleep(Duration::from_secs(2)).await;
    tell(&asked, &listener);
    println!("{checks}");
    let releases = mixed(&house, database.as_ref(), &asked).await?;
    println!("answers that name a release whose words they don't show: {releases}");
    stop.cancel();
    running.await?;
    Ok(())
}

/// Fifty questions a second, each from somebody else.
async fn ask(
    house: Arc<House>,
    mut updates: Updates,
) -> Result<BTreeMap<i64, Instant>, loket::ports::store::StoreError> {
    let mut asked = BTreeMap::new();
    let mut pace = tokio::time::interval(Duration::from_secs(1) / A_SECOND);
    let begun = Instant::now();
    let mut client = FIRST_CLIENT;
    while begun.elapsed() < SPAN {
        pace.tick().await;
        client += 1;
        asked.insert(client, Instant::now());
        house.receive(&[updates.says(client, "borg voor een lening bmkb")]).await?;
    }
    Ok(asked)
}

/// The admin offers a broken folder and a whole one in turn, publishes the whole one, and puts the release before back.
async fn change(
    house: &House,
    listener: &Listener,
    office: &dyn Office,
    folder: &Path,
) -> Result<String, Box<dyn std::error::Error>> {
    let mut updates = Updates(0);
    let text = fs::read_to_string(folder.join(ENTRY))?;
    let (mut refused, mut swaps, mut backs) = (0, Vec::new(), Vec::new());
    let begun = Instant::now();
    let mut round = 0;
    while begun.elapsed() < SPAN {
        round += 1;
        fs::write(folder.join(ENTRY), text.replace("status = \"open\"", "status = \"opne\""))?;
        house.receive(&[updates.says(IRIS, "/herlaad")]).await?;
        wait(|| said(listener).contains("1 fout")).await;
        refused += 1;
        listener.admin.lock().unwrap_or_else(PoisonError::into_inner).clear();
        fs::write(
            folder.join(ENTRY),
            text.replace(TITLE, &format!("Uitgave {round} staat borg voor je lening (BMKB)")),
        )?;
        house.receive(&[updates.says(IRIS, "/herlaad")]).await?;
        wait(|| said(listener).contains("gewijzigd")).await;
        let Some(proposal) = office.proposal().await? else { return Err("there is no proposal".into()) };
        let before = office.release_in_use().await?.map_or(ReleaseNumber(1), |release| release.number);
        let old = house.knowledge().catalogue.release.clone();
        swaps.push(swap(house, updates.taps(IRIS, &format!("!:publish:{}", proposal.id))).await?);
        let published = house.knowledge().catalogue.release.clone();
        backs.push(swap(house, updates.taps(IRIS, &format!("!:back:{before}"))).await?);
        assert!(published != old && house.knowledge().catalogue.release == old);
        listener.admin.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
    let worst = |spans: &[Duration]| spans.iter().max().copied().unwrap_or_default();
    Ok(format!(
        "{} entries: {refused} broken folders refused, {} published (at most {:?} from the tap), {} put back (at most {:?})",
        house.knowledge().catalogue.len(),
        swaps.len(),
        worst(&swaps),
        backs.len(),
        worst(&backs),
    ))
}

fn said(listener: &Listener) -> String {
    listener.admin.lock().unwrap_or_else(PoisonError::into_inner).join("\n")
}

async fn wait(until: impl Fn() -> bool) {
    while !until() {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

/// From a tap until another release is answered from.
async fn swap(house: &House, tap: String) -> Result<Duration, loket::ports::store::StoreError> {
    let (before, begun) = (house.knowledge().catalogue.release.clone(), Instant::now());
    house.receive(&[tap]).await?;
    wait(|| house.knowledge().catalogue.release != before).await;
    Ok(begun.elapsed())
}

/// How long people waited.
fn tell(asked: &BTreeMap<i64, Instant>, listener: &Listener) {
    let heard = listener.heard.lock().unwrap_or_else(PoisonError::into_inner);
    let mut waits: Vec<Duration> =
        asked.iter().filter_map(|(client, at)| Some(heard.get(client)?.duration_since(*at))).collect();
    waits.sort();
    let at = |percent: usize| waits.get(waits.len() * percent / 100).copied().unwrap_or_default();
    println!(
        "{} asked in {SPAN:?}, {} not answered; waits: half {:?}, 99 of 100 {:?}, the longest {:?}",
        asked.len(),
        asked.len() - waits.len(),
        at(50),
        at(99),
        waits.last().copied().unwrap_or_default(),
    );
}

/// How many answers don't show the title that stands in the release they name.
async fn mixed(
    house: &House,
    office: &dyn Office,
    asked: &BTreeMap<i64, Instant>,
) -> Result<usize, loket::ports::store::StoreError> {
    let mut titles = BTreeMap::new();
    for release in office.releases(1_000).await? {
        let files = office.release_files(release.number).await?.unwrap_or_default();
        let title = files.text(ENTRY).and_then(|text| text.lines().find_map(|line| line.strip_prefix("# ")));
        titles.insert(release.fingerprint, title.unwrap_or_default().to_owned());
    }
    let mut mixed = 0;
    for client in asked.keys() {
        let lines = house.store().transcript(loket::domain::ids::ClientId(*client), 10).await?;
        for line in lines.iter().filter(|line| line.text.contains("(BMKB)")) {
            let title = line.release.as_ref().and_then(|release| titles.get(release));
            mixed += usize::from(title.is_none_or(|title| !line.text.contains(title.as_str())));
        }
    }
    Ok(mixed)
}
