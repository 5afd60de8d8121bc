//! The stage: the real house on a real database, against the stand-in for Telegram, with a clock that is moved.
//!
//! Actors act, the house comes to rest, and what a person would see is read. Nothing sleeps: a verb returns when
//! nothing moves any more. When a story ends, nothing may be left over.

mod actors;
mod clock;
mod screen;
pub(crate) mod small_knowledge;
mod terminal;
mod world;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use jiff::civil::{Date, date};
use loket::adapters::charts::Charts;
use loket::adapters::database::Database;
use loket::adapters::prometheus::Prometheus;
use loket::adapters::telegram::{Bot, Patience, Poller, TelegramMessenger, TelegramReader};
use loket::domain::happening::Happening;
use loket::domain::ids::{PersonId, ReleaseNumber};
use loket::domain::moment::Moment;
use loket::ports::knowledge::Workshop;
use loket::ports::store::Store;
use loket::sandbox::{ChatId, Fault, Right, SANDBOX_BOT, SANDBOX_TOKEN, Scene, Server, Telegram};
use loket::service::house::{House, MostWaiting, Ports, Settings};
use loket::service::office::open_shelf;
use loket::service::pace::{Limits, Pace};
use loket::service::shelf::Shelf;
use loket::startup::KnowledgeWorkshop;
use tempfile::TempDir;
use tokio::sync::Mutex;

pub(crate) use self::actors::{Client, Manager};
use self::clock::StageClock;
use self::world::World;

/// Monday 23 November 2026, 11:00 in Deventer: the desks are open.
pub(crate) const MONDAY_MORNING: Moment = Moment::from_millis(1_795_428_000_000);
/// That day.
pub(crate) const TODAY: Date = date(2026, 11, 23);
/// What is due within this time belongs to what just happened; a promise hours away does not.
const SOON: Duration = Duration::from_secs(75);

/// What is tried again and again would keep a story going for ever: after this time it is left for later.
const LONGEST_REST: Duration = Duration::from_mins(10);

/// A poll answers at once when nothing is there: the stage asks again by itself.
const IMPATIENT: Patience =
    Patience { connect: Duration::from_secs(5), send: Duration::from_secs(15), poll: Duration::ZERO };

/// The real knowledge, indexed once for all stories.
fn shelf() -> Arc<Shelf> {
    static SHELF: OnceLock<Arc<Shelf>> = OnceLock::new();
    Arc::clone(SHELF.get_or_init(|| {
        let folder = loket::startup::Folder::embedded();
        let knowledge = loket::startup::open_knowledge(&folder, TODAY).unwrap();
        Arc::new(Shelf::new(ReleaseNumber(1), knowledge, MONDAY_MORNING))
    }))
}

/// Everything a story plays on.
pub(crate) struct Stage {
    pub(crate) telegram: Telegram,
    pub(crate) forum: ChatId,
    scene: Scene,
    _server: Server,
    data: TempDir,
    /// The operator's folder, when the story has one of its own; else the built-in knowledge is shared by all.
    folder: Option<TempDir>,
    clock: Arc<StageClock>,
    meter: Arc<Prometheus>,
    bot: Bot,
    house: Mutex<Option<Arc<House>>>,
    poller: Mutex<Poller>,
    /// Does the program stop and start again before everything that happens?
    restless: AtomicBool,
}

/// Plays a story twice: undisturbed, and with a program that stops without a word and starts again before everything
/// that anybody does.
pub(crate) async fn play(story: impl AsyncFn(Arc<Stage>)) {
    for restless in [false, true] {
        let stage = Stage::new().await;
        stage.restless.store(restless, Ordering::Relaxed);
        story(Arc::clone(&stage)).await;
        stage.is_swept().await;
    }
}

impl Stage {
    /// A stage with a desk in Deventer that is linked to the forum.
    pub(crate) async fn new() -> Arc<Self> {
        let stage = Self::without_a_desk().await;
        stage.iris().writes_in_general("/koppel deventer").await;
        stage
    }

    /// A stage on which no desk has a group yet.
    pub(crate) async fn without_a_desk() -> Arc<Self> {
        Self::set(None).await
    }

    /// A stage with a folder of knowledge of its own, small enough to be checked in a moment, and a desk in Deventer.
    pub(crate) async fn with_a_folder() -> Arc<Self> {
        let folder = tempfile::tempdir().unwrap();
        small_knowledge::write_into(folder.path());
        let stage = Self::set(Some(folder)).await;
        stage.iris().writes_in_general("/koppel deventer").await;
        stage
    }

    /// A second program begins to work on the same data.
    pub(crate) async fn another_program_opens(&self) -> Arc<House> {
        let admins = [PersonId(self.scene.iris.0)].into();
        let house =
            open_house(&self.data, self.folder.as_ref(), &self.clock, &self.meter, &self.bot, admins, "second").await;
        house.follow_releases().await.unwrap();
        house
    }

    /// Somebody in the operator's folder puts other words in the place of those that stand in a file.
    pub(crate) fn rewrites(&self, path: &str, words: &str, others: &str) {
        let file = self.folder().join(path);
        let text = std::fs::read_to_string(&file).unwrap();
        assert!(text.contains(words), "`{words}` is not in {path}");
        std::fs::write(file, text.replace(words, others)).unwrap();
    }

    /// The program looks at the operator's folder, as it does at a signal.
    pub(crate) async fn folder_is_looked_at(&self) {
        self.house().await.publish_folder().await.unwrap();
        self.comes_to_rest().await;
    }

    /// Somebody in the operator's folder writes a file anew.
    pub(crate) fn rewrites_whole(&self, path: &str, write: impl FnOnce(&str) -> String) {
        let file = self.folder().join(path);
        let text = std::fs::read_to_string(&file).unwrap();
        std::fs::write(file, write(&text)).unwrap();
    }

    /// An entrepreneur of this name, who has begun a chat.
    pub(crate) fn somebody(self: &Arc<Self>, name: &str) -> Client {
        Client::new(Arc::clone(self), self.telegram.add_person(name, "nl"))
    }

    /// Omar, in his own chat with the bot.
    pub(crate) fn omar_in_private(self: &Arc<Self>) -> Client {
        Client::new(Arc::clone(self), self.telegram.add_person("Omar", "nl"))
    }

    /// The operator's folder.
    pub(crate) fn folder(&self) -> &Path {
        self.folder.as_ref().expect("this stage has no folder of its own").path()
    }

    async fn set(folder: Option<TempDir>) -> Arc<Self> {
        let scene = Scene::default();
        let telegram = scene.telegram.clone();
        telegram.stop_clock_at(MONDAY_MORNING.millis().try_into().unwrap());
        let server = telegram.serve_on_loopback().await.unwrap();
        let bot = Bot::new(&server.base_url(), SANDBOX_TOKEN.into(), IMPATIENT).unwrap();
        let data = tempfile::tempdir().unwrap();
        let clock = Arc::new(StageClock::at(MONDAY_MORNING));
        let admins = [PersonId(scene.iris.0)].into();
        let meter = Arc::new(Prometheus::new());
        let house = open_house(&data, folder.as_ref(), &clock, &meter, &bot, admins, "first").await;
        let poller = Poller::new(bot.clone());
        Arc::new(Self {
            telegram,
            forum: scene.forum,
            scene,
            _server: server,
            data,
            folder,
            clock,
            meter,
            bot,
            house: Mutex::new(Some(house)),
            poller: Mutex::new(poller),
            restless: AtomicBool::new(false),
        })
    }

    /// Anna, who writes Dutch.
    pub(crate) fn anna(self: &Arc<Self>) -> Client {
        Client::new(Arc::clone(self), self.scene.anna)
    }

    /// James, who writes English.
    pub(crate) fn james(self: &Arc<Self>) -> Client {
        Client::new(Arc::clone(self), self.scene.james)
    }

    /// Boris, an account manager.
    pub(crate) fn boris(self: &Arc<Self>) -> Manager {
        Manager::new(Arc::clone(self), self.scene.boris)
    }

    /// Fatima, an account manager.
    pub(crate) fn fatima(self: &Arc<Self>) -> Manager {
        Manager::new(Arc::clone(self), self.scene.fatima)
    }

    /// Iris, the admin.
    pub(crate) fn iris(self: &Arc<Self>) -> Manager {
        Manager::new(Arc::clone(self), self.scene.iris)
    }

    /// Iris in her own chat with the bot.
    pub(crate) fn iris_in_private(self: &Arc<Self>) -> Client {
        Client::new(Arc::clone(self), self.scene.iris)
    }

    /// Anna's number.
    pub(crate) fn anna_number(&self) -> loket::sandbox::PersonId {
        self.scene.anna
    }

    /// Iris' number.
    pub(crate) fn iris_number(&self) -> i64 {
        self.scene.iris.0
    }

    /// Omar, an account manager in Enschede, in a forum of its own that is linked to that desk.
    pub(crate) async fn omar_in_enschede(self: &Arc<Self>) -> Manager {
        let forum = self.telegram.add_forum("Loket Enschede");
        let omar = self.telegram.add_person("Omar", "nl");
        let group = self.telegram.group(forum);
        group.add_owner(self.scene.iris);
        group.promote_bot(&[Right::ManageTopics, Right::PinMessages, Right::DeleteMessages]);
        group.add_member(omar);
        Manager::at(Arc::clone(self), self.scene.iris, forum).writes_in_general("/koppel enschede").await;
        Manager::at(Arc::clone(self), omar, forum)
    }

    /// The clock shows this time of day next, in Deventer; everything that is due on the way happens.
    pub(crate) async fn until(&self, wanted: &str) {
        let wanted: jiff::civil::DateTime = wanted.parse().unwrap();
        let zone = jiff::tz::TimeZone::get("Europe/Amsterdam").unwrap();
        let wanted = Moment::from(wanted.to_zoned_datetime(zone).unwrap().timestamp());
        loop {
            self.comes_to_rest().await;
            let now = self.clock.time();
            if now >= wanted {
                return;
            }
            let due = self.house().await.store().next_due(now).await.unwrap();
            let next = due.filter(|due| *due < wanted).unwrap_or(wanted);
            self.passes(next.since(now).max(Duration::from_millis(1)));
        }
    }

    /// Time passes; nothing happens meanwhile.
    pub(crate) fn passes(&self, span: Duration) {
        self.clock.advance(span);
        self.telegram.advance_clock(span);
    }

    /// What is past its time is forgotten.
    pub(crate) async fn forgets_in_time(&self) {
        self.house().await.forget_in_time().await.unwrap();
        self.comes_to_rest().await;
    }

    /// What can be done at this very moment is done; the clock stands still.
    pub(crate) async fn handles_without_waiting(&self) {
        self.house().await.come_to_rest().await.unwrap();
    }

    /// The program stops without a word and starts again on the same data.
    pub(crate) async fn restarts(&self) {
        let admins = [PersonId(self.scene.iris.0)].into();
        let mut house = self.house.lock().await;
        // The old house goes first: one program a data folder.
        drop(house.take());
        *house = Some(
            open_house(&self.data, self.folder.as_ref(), &self.clock, &self.meter, &self.bot, admins, "first").await,
        );
        *self.poller.lock().await = Poller::new(self.bot.clone());
    }

    /// Time passes; what is due happens.
    pub(crate) async fn after(&self, span: Duration) {
        self.clock.advance(span);
        self.telegram.advance_clock(span);
        self.comes_to_rest().await;
    }

    /// Telegram misbehaves next time.
    pub(crate) fn misfortune(&self, fault: Fault) {
        self.telegram.misbehave(fault);
    }

    /// Updates come in and are stored; nothing is handled yet.
    pub(crate) async fn takes_in(&self) {
        let house = self.house().await;
        let mut poller = self.poller.lock().await;
        loop {
            let updates = poller.next().await.unwrap();
            if updates.is_empty() {
                return;
            }
            house.receive(&updates).await.unwrap();
        }
    }

    /// Everything that is due soon has happened.
    pub(crate) async fn comes_to_rest(&self) {
        if self.restless.load(Ordering::Relaxed) {
            self.restarts().await;
        }
        let begun = self.clock.time();
        loop {
            self.takes_in().await;
            let house = self.house().await;
            house.come_to_rest().await.unwrap();
            let now = self.clock.time();
            let due = house
                .store()
                .next_due(now)
                .await
                .unwrap()
                .filter(|due| due.since(now) <= SOON && now.since(begun) <= LONGEST_REST);
            let Some(due) = due else { return };
            let span = due.since(now).max(Duration::from_millis(1));
            self.clock.advance(span);
            self.telegram.advance_clock(span);
        }
    }

    /// What is kept, to look at.
    pub(crate) async fn store(&self) -> Arc<dyn Store> {
        Arc::clone(self.house().await.store())
    }

    /// What happened so far, to nobody in particular.
    pub(crate) async fn happened(&self) -> Vec<Happening> {
        self.store().await.happenings(Moment::from_millis(0), Moment::from_millis(i64::MAX)).await.unwrap()
    }

    /// The value of a figure for who runs the house, by its name with its labels.
    pub(crate) async fn figure(&self, name: &str) -> i64 {
        let levels = self.house().await.levels().await.unwrap();
        let page = self.meter.page(Some(&levels), Duration::ZERO);
        let line = page.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
        line.unwrap_or_else(|| panic!("`{name}` is not among the figures:\n{page}")).parse().unwrap()
    }

    /// The house looks how much waits, as it does every few seconds.
    pub(crate) async fn looks_at_the_crowd(&self) {
        self.house().await.look_at_the_crowd().await.unwrap();
    }

    /// The house looks how old its inbox is, as it does every few minutes.
    pub(crate) async fn looks_at_the_inbox(&self) {
        self.house().await.warn_of_an_old_inbox().await.unwrap();
    }

    /// Where the database can be looked into.
    pub(crate) fn database(&self) -> String {
        format!("sqlite://{}?mode=ro", self.database_file().display())
    }

    /// The file of the database, for who meddles with it.
    pub(crate) fn database_file(&self) -> PathBuf {
        self.data.path().join("loket.db")
    }

    /// Every file of the database, byte for byte: what a thief would read.
    pub(crate) fn files(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        for entry in std::fs::read_dir(self.data.path()).unwrap() {
            bytes.extend(std::fs::read(entry.unwrap().path()).unwrap());
        }
        bytes
    }

    async fn house(&self) -> Arc<House> {
        Arc::clone(self.house.lock().await.as_ref().unwrap())
    }

    /// Nothing is left over: no open update, no row that was given up, no wait that Telegram asked for ignored.
    pub(crate) async fn is_swept(&self) {
        self.comes_to_rest().await;
        let backlog = self.store().await.backlog().await.unwrap();
        assert_eq!((backlog.inbox, backlog.outbox, backlog.dead), (0, 0, 0), "left over: {backlog:?}");
        assert_eq!(self.telegram.ledger().violations, 0, "the bot called while it was told to wait");
        assert!(self.telegram.pending_updates().is_empty());
    }
}

async fn open_house(
    data: &TempDir,
    folder: Option<&TempDir>,
    clock: &Arc<StageClock>,
    meter: &Arc<Prometheus>,
    bot: &Bot,
    admins: std::collections::BTreeSet<PersonId>,
    name: &str,
) -> Arc<House> {
    let database = Arc::new(Database::in_folder(data.path()).await.unwrap());
    let workshop = Arc::new(KnowledgeWorkshop::new(folder.map(|folder| folder.path().to_owned())));
    let shelf = match folder {
        Some(_) => {
            let shelf = open_shelf(database.as_ref(), workshop.as_ref(), TODAY, clock.time()).await;
            Arc::new(shelf.unwrap_or_else(|error| panic!("{error}")))
        }
        None => shelf(),
    };
    let ports = Ports {
        store: Arc::clone(&database) as Arc<dyn Store>,
        office: database,
        workshop: Arc::clone(&workshop) as Arc<dyn Workshop>,
        messenger: Arc::new(TelegramMessenger::new(bot.clone())),
        reader: Arc::new(TelegramReader::new(SANDBOX_BOT)),
        painter: Arc::new(Charts::new()),
        sources: Arc::new(World),
        clock: Arc::clone(clock) as Arc<dyn loket::ports::clock::Clock>,
        meter: Arc::clone(meter) as Arc<dyn loket::ports::meter::Meter>,
    };
    let settings = Settings {
        admins,
        name: name.to_owned(),
        bot_name: SANDBOX_BOT.to_owned(),
        most_waiting: MostWaiting { rows: 2_000, cases: 3 },
        ..Settings::default()
    };
    let house = Arc::new(House::new(ports, shelf, Pace::new(Some(Limits::TELEGRAM)), settings));
    if folder.is_some() {
        house.remember_folder().await;
    }
    house
}
