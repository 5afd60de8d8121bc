//! Putting the house together: the only room that knows every adapter.
//!
//! - `knowledge`: a folder becomes what the house answers from.
//! - `gold`: a release is judged by its gold questions.
//! - `links`: the links of a catalogue are visited.
//! - `serving`: the bot at work, until it is told to stop.
//! - `sandbox`: the same bot against the stand-in.

mod gold;
mod knowledge;
mod links;
mod sandbox;
mod serving;

use std::sync::Arc;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use secrecy::ExposeSecret as _;

pub use self::gold::judge_gold;
pub use self::knowledge::{Checked, check_knowledge, open_folder, open_knowledge};
pub use self::links::visit_links;
pub use self::sandbox::{OpenSandbox, open_sandbox};
pub use self::serving::serve;
use crate::adapters::clock::SystemClock;
use crate::adapters::database::{Database, OpenError};
pub use crate::adapters::knowledge::folder::Folder;
use crate::adapters::telegram::{self, SetupError, TelegramMessenger, TelegramReader};
use crate::config::Config;
use crate::ports::clock::Clock;
use crate::ports::store::Store;
use crate::service::house::{House, Ports, Settings};
use crate::service::pace::{Limits, Pace};
use crate::service::shelf::Shelf;

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
    /// Links can't be visited at all.
    #[error("the links can't be visited: {0}")]
    Links(String),
    /// The database can't be opened.
    #[error(transparent)]
    Database(#[from] OpenError),
    /// Telegram refuses us.
    #[error(transparent)]
    Telegram(#[from] SetupError),
    /// Another program may be receiving this bot's updates.
    #[error(
        "a webhook is set for this bot: another program may be receiving its updates. \
         Stop that program and call deleteWebhook, or make a new token with @BotFather"
    )]
    Webhook,
    /// The address of the page can't be used.
    #[error("the page can't be served on {address}: {problem}")]
    Page {
        /// Which address.
        address: String,
        /// Why.
        problem: String,
    },
}

/// The day it is now, where the desks are.
pub fn today() -> Date {
    let now = SystemClock.now().timestamp();
    let zone = TimeZone::get("Europe/Amsterdam").unwrap_or(TimeZone::UTC);
    now.to_zoned_datetime(zone).date()
}

/// Opens the database of the settings: PostgreSQL when it is named, else SQLite in the data folder.
pub async fn open_store(config: &Config) -> Result<Arc<dyn Store>, StartError> {
    Ok(match &config.database_url {
        Some(url) => Arc::new(Database::at_server(url.expose_secret()).await?),
        None => Arc::new(Database::in_folder(&config.data).await?),
    })
}

/// A house on this clock, with this bot.
async fn build_house(
    config: &Config,
    bot: &telegram::Bot,
    name: &str,
    clock: Arc<dyn Clock>,
) -> Result<Arc<House>, StartError> {
    let folder = open_folder(config.knowledge.as_deref())?;
    let knowledge = open_knowledge(&folder, today())?;
    tracing::info!(entries = knowledge.catalogue.len(), release = %knowledge.catalogue.release, "the knowledge is in use");
    let ports = Ports {
        store: open_store(config).await?,
        messenger: Arc::new(TelegramMessenger::new(bot.clone())),
        reader: Arc::new(TelegramReader::new(name)),
        clock,
    };
    let settings = Settings { admins: config.admins.clone(), retention: config.retention, ..Settings::default() };
    let pace = Pace::new(Some(Limits::TELEGRAM));
    Ok(Arc::new(House::new(ports, Arc::new(Shelf::new(knowledge)), pace, settings)))
}
