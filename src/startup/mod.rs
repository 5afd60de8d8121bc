//! Putting the house together: the only room that knows every adapter.
//!
//! - `knowledge`: a folder becomes what the house answers from.
//! - `folder`: the folder is published at a signal, or while it is watched.
//! - `gold`: a release is judged by its gold questions.
//! - `exchange`: files in and out of the catalogue.
//! - `links`: the links of a catalogue are visited.
//! - `moving`: everything that is kept goes to another database.
//! - `workshop`: where files become knowledge for the house.
//! - `doctor`: everything that must be right, looked at.
//! - `lookout`: whether the bot can work, for who runs it.
//! - `serving`: the bot at work, until it is told to stop.
//! - `sandbox`: the same bot against the stand-in.

mod doctor;
mod exchange;
mod folder;
mod gold;
mod knowledge;
mod links;
mod lookout;
mod moving;
mod sandbox;
mod serving;
mod workshop;

use std::path::Path;
use std::sync::Arc;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use rand::distr::{Alphanumeric, SampleString as _};
use secrecy::ExposeSecret as _;

pub use self::doctor::{Finding, State, examine, settings_findings};
pub use self::exchange::{ExportError, hand_out, in_words, take_in};
pub use self::gold::judge_gold;
pub use self::knowledge::{Checked, check_knowledge, open_folder, open_knowledge};
pub use self::links::visit_links;
pub use self::moving::{Place, move_everything};
pub use self::sandbox::{OpenSandbox, SceneError, Script, Tempo, open_sandbox};
pub use self::serving::serve;
pub use self::workshop::KnowledgeWorkshop;
use crate::adapters::charts::Charts;
use crate::adapters::clock::SystemClock;
pub use crate::adapters::database::MovedTable;
use crate::adapters::database::{Backup, BackupError, Database, MoveError, OpenError, RestoreError, Restored};
pub use crate::adapters::knowledge::folder::Folder;
use crate::adapters::links::LinkVisitor;
use crate::adapters::telegram::{self, SetupError, TelegramMessenger, TelegramReader};
use crate::config::Config;
pub use crate::domain::intake::Export;
use crate::domain::moment::Moment;
use crate::ports::clock::Clock;
use crate::ports::meter::Meter;
use crate::ports::observer::Observer;
use crate::ports::store::Store;
use crate::service::house::{House, Ports, Settings};
use crate::service::office::{OpeningError, open_shelf};
use crate::service::pace::{Limits, Pace};

/// Why the house could not be put together. Each is one clear sentence for an operator.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The knowledge folder can't be read.
    #[error("the knowledge can't be read from {folder}: {problem}")]
    Folder {
        /// Where.
        folder: String,
        /// Why.
        problem: String,
    },
    /// The knowledge has errors.
    #[error("the knowledge is refused:\n{0}")]
    Knowledge(String),
    /// There is no knowledge to open with.
    #[error(transparent)]
    Opening(#[from] OpeningError),
    /// Links can't be visited at all.
    #[error("the links can't be visited: {0}")]
    Links(String),
    /// The database can't be opened.
    #[error(transparent)]
    Database(#[from] OpenError),
    /// There is no backup.
    #[error(transparent)]
    Backup(#[from] BackupError),
    /// A backup is not restored.
    #[error(transparent)]
    Restore(#[from] RestoreError),
    /// There is no database to move.
    #[error("there is no loket.db in {0}: name the data folder of a Loket that ran")]
    NothingThere(String),
    /// Nothing was moved.
    #[error(transparent)]
    Moving(#[from] MoveError),
    /// Telegram refuses us.
    #[error(transparent)]
    Telegram(#[from] SetupError),
    /// Another program may be receiving this bot's updates.
    #[error(
        "a webhook is set for this bot: another program may be receiving its updates. \
         Stop that program and start with --remove-webhook, or set LOKET_WEBHOOK_URL to take its place with the same \
         address, or make a new token with @BotFather"
    )]
    Webhook,
    /// The address of the page can't be used.
    #[error("nothing can be served on {address}: {problem}")]
    Page {
        /// Which address.
        address: String,
        /// Why.
        problem: String,
    },
}

/// How long the name of a program is, among those that work on the same database.
const NAME_LENGTH: usize = 12;

/// The day it is now, where the desks are.
pub fn today() -> Date {
    day_of(SystemClock.now())
}

fn day_of(now: Moment) -> Date {
    let zone = TimeZone::get("Europe/Amsterdam").unwrap_or(TimeZone::UTC);
    now.timestamp().to_zoned_datetime(zone).date()
}

/// Opens the database of the settings: PostgreSQL when it is named, else SQLite in the data folder.
pub async fn open_database(config: &Config) -> Result<Database, StartError> {
    Ok(match &config.database_url {
        Some(url) => Database::at_server(url.expose_secret()).await?,
        None => Database::in_folder(&config.data).await?,
    })
}

/// Opens the same database beside a program that is at work on it: nothing of that program's is touched.
pub async fn open_database_beside(config: &Config) -> Result<Database, StartError> {
    Ok(match &config.database_url {
        Some(url) => Database::beside_at_server(url.expose_secret()).await?,
        None => Database::beside_in_folder(&config.data).await?,
    })
}

/// Writes a backup of the database of the settings into a new file, while a bot may be at work on it.
pub async fn back_up(config: &Config, file: &Path) -> Result<Backup, StartError> {
    let database = open_database_beside(config).await?;
    let backup = database.back_up(file, SystemClock.now()).await;
    database.close().await;
    Ok(backup?)
}

/// Restores a backup as the database of the settings; `force` puts aside what stands in the data folder.
pub async fn restore(config: &Config, file: &Path, force: bool) -> Result<Restored, StartError> {
    Ok(match &config.database_url {
        Some(url) => Database::restore_at_server(file, url.expose_secret()).await?,
        None => Database::restore_in_folder(file, &config.data, force, SystemClock.now()).await?,
    })
}

/// A house on this clock, with this bot.
async fn build_house(
    config: &Config,
    bot: &telegram::Bot,
    name: &str,
    clock: Arc<dyn Clock>,
    meter: Arc<dyn Meter>,
    onlooker: Option<Arc<dyn Observer>>,
) -> Result<Arc<House>, StartError> {
    let database = Arc::new(open_database(config).await?);
    let workshop = Arc::new(KnowledgeWorkshop::new(config.knowledge.clone()));
    let shelf = Arc::new(open_shelf(database.as_ref(), workshop.as_ref(), today(), clock.now()).await?);
    let catalogue = &shelf.current().catalogue;
    tracing::info!(entries = catalogue.len(), release = %catalogue.release, number = %shelf.number(), "the knowledge is in use");
    let ports = Ports {
        store: Arc::clone(&database) as Arc<dyn Store>,
        office: database,
        workshop,
        messenger: Arc::new(TelegramMessenger::new(bot.clone())),
        reader: Arc::new(TelegramReader::new(name)),
        painter: Arc::new(Charts::new()),
        sources: Arc::new(LinkVisitor::default()),
        clock,
        meter,
    };
    let settings = Settings {
        admins: config.admins.clone(),
        retention: config.retention,
        name: Alphanumeric.sample_string(&mut rand::rng(), NAME_LENGTH),
        bot_name: name.to_owned(),
        ..Settings::default()
    };
    let pace = Pace::new(config.keeps_limits.then_some(Limits::TELEGRAM));
    let house = House::new(ports, shelf, pace, settings);
    Ok(Arc::new(match onlooker {
        Some(onlooker) => house.seen_by(onlooker),
        None => house,
    }))
}
