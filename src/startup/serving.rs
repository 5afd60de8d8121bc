//! The bot at work: meets Telegram, receives, and closes in order.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use tokio_util::sync::CancellationToken;

use super::folder::FollowedFolder;
use super::lookout::{Lookout, open_lookout};
use super::{StartError, build_house};
use crate::adapters::clock::SystemClock;
use crate::adapters::http::serve_webhook;
use crate::adapters::telegram::{self, Audience, Me, MenuCommand, Patience, PollError, Poller, SetupError};
use crate::config::{Bot, Config, Webhook};
use crate::domain::language::Language;
use crate::ports::clock::Clock;
use crate::ports::intake::Intake;
use crate::ports::observer::Observer;
use crate::service::house::House;
use crate::service::rendering::{Profile, Renderer};

/// The first wait after Telegram could not be reached; it doubles up to the longest.
const FIRST_WAIT: Duration = Duration::from_secs(1);
const LONGEST_WAIT: Duration = Duration::from_secs(30);

/// Runs the bot until `stop`: receives, handles, delivers. A webhook that is set elsewhere is removed only when asked to.
pub async fn serve(
    config: &Config,
    settings: &Bot,
    remove_webhook: bool,
    stop: CancellationToken,
) -> Result<(), StartError> {
    if remove_webhook {
        telegram::Bot::new(&settings.api_url, settings.token.clone(), Patience::default())?.delete_webhook().await?;
    }
    serve_by(Arc::new(SystemClock), None, config, settings, stop).await
}

/// The same, by another clock, with somebody who looks on.
pub(super) async fn serve_by(
    clock: Arc<dyn Clock>,
    onlooker: Option<Arc<dyn Observer>>,
    config: &Config,
    settings: &Bot,
    stop: CancellationToken,
) -> Result<(), StartError> {
    let bot = telegram::Bot::new(&settings.api_url, settings.token.clone(), Patience::default())?;
    let lookout = open_lookout(config.metrics_addr, Arc::clone(&clock), &stop).await;
    let own = config.webhook.as_ref().map(|webhook| webhook.url.as_str());
    let Some(me) = meet(&bot, own, &stop).await? else { return Ok(()) };
    let house = build_house(config, &bot, &me.username, clock, lookout.meter(), onlooker).await?;
    lookout.watch(&house);
    // Nobody waits for an answer while Telegram takes in what we are.
    let introducing = tokio::spawn(introduce(bot.clone(), Arc::clone(&house)));
    let running = tokio::spawn(Arc::clone(&house).run(stop.clone()));
    let watched = config.knowledge.as_deref().filter(|_| config.watch);
    let folder = FollowedFolder::begin(Arc::clone(&house), watched).await;
    let following = tokio::spawn(folder.follow(stop.clone()));
    tracing::info!(bot = %me.username, "the counter is open");
    let received = match &config.webhook {
        Some(webhook) => be_brought(&bot, &house, &lookout, (webhook, config.http_addr), &stop).await,
        None => receive_in_turn(&bot, &house, &lookout, &stop).await,
    };
    stop.cancel();
    introducing.abort();
    // The loops end by themselves; a panic in one was reported where it happened.
    let _ = running.await;
    let _ = following.await;
    house.store().close().await;
    tracing::info!("the counter is closed");
    received
}

/// Waits until Telegram says who we are. A wrong token ends it; no network does not. `None`: told to stop meanwhile.
async fn meet(
    bot: &telegram::Bot,
    own_webhook: Option<&str>,
    stop: &CancellationToken,
) -> Result<Option<Me>, StartError> {
    let mut wait = FIRST_WAIT;
    loop {
        let error = match check(bot, own_webhook).await {
            Ok(me) => return Ok(Some(me)),
            Err(StartError::Telegram(error @ (SetupError::Failed(_) | SetupError::Wait(_)))) => error,
            Err(error) => return Err(error),
        };
        tracing::warn!(%error, "tried again");
        if rest(&mut wait, stop).await {
            return Ok(None);
        }
    }
}

async fn check(bot: &telegram::Bot, own_webhook: Option<&str>) -> Result<Me, StartError> {
    let me = bot.check().await?;
    // Only a webhook that is really there stops us: not being told is no reason not to start.
    match bot.webhook().await {
        Ok(webhook) if webhook.url.is_some() && webhook.url.as_deref() != own_webhook => Err(StartError::Webhook),
        _ => Ok(me),
    }
}

/// Tells Telegram our commands and what we are. Without it the bot works all the same.
async fn introduce(bot: telegram::Bot, house: Arc<House>) {
    let knowledge = house.knowledge();
    let renderer =
        Renderer::new(knowledge.phrases.as_ref(), &knowledge.catalogue, SystemClock.now(), house.retention());
    // The default language is for everybody whose app speaks a language that we don't.
    let tongues = [(None, Language::default()), (Some(Language::Nl), Language::Nl), (Some(Language::En), Language::En)];
    for (app, language) in tongues {
        if let Err(error) = show_profile(&bot, app, &renderer.profile(language)).await {
            tracing::warn!(%error, "the command menu could not be set");
            return;
        }
    }
}

async fn show_profile(bot: &telegram::Bot, app: Option<Language>, profile: &Profile) -> Result<(), SetupError> {
    let menu = |commands: &[(&'static str, String)]| -> Vec<MenuCommand> {
        let command = |(word, description): &(&'static str, String)| MenuCommand {
            word: (*word).to_owned(),
            description: description.clone(),
        };
        commands.iter().map(command).collect()
    };
    bot.set_commands(Audience::Clients, app, &menu(&profile.commands)).await?;
    bot.set_commands(Audience::Desks, app, &menu(&profile.desk_commands)).await?;
    bot.set_description(app, &profile.description).await?;
    bot.set_short_description(app, &profile.short_description).await
}

/// Has Telegram bring updates until `stop`. The webhook stays set: Telegram keeps what comes meanwhile.
async fn be_brought(
    bot: &telegram::Bot,
    house: &Arc<House>,
    lookout: &Lookout,
    (webhook, address): (&Webhook, SocketAddr),
    stop: &CancellationToken,
) -> Result<(), StartError> {
    let intake = Arc::clone(house) as Arc<dyn Intake>;
    let problem = |error: std::io::Error| StartError::Page { address: address.to_string(), problem: error.to_string() };
    let served = serve_webhook(address, &webhook.path, webhook.secret.clone(), intake, stop.clone()).await;
    let served = served.map_err(problem)?;
    bot.set_webhook(&webhook.url, &webhook.secret).await?;
    lookout.is_brought();
    tracing::info!(address = %served.address, "updates are brought");
    served.finished().await.map_err(problem)
}

/// Receives while it is our turn: of all programs on a database one fetches updates.
///
/// Whatever is cut short was not confirmed: who comes next gets it again.
async fn receive_in_turn(
    bot: &telegram::Bot,
    house: &House,
    lookout: &Lookout,
    stop: &CancellationToken,
) -> Result<(), StartError> {
    loop {
        if !house.poller().is_held() {
            lookout.stands_by();
        }
        tokio::select! {
            () = house.poller().gained() => lookout.heard(),
            () = stop.cancelled() => return Ok(()),
        }
        tokio::select! {
            received = receive(bot, house, lookout, stop) => return received,
            () = house.poller().lost() => tracing::warn!("another program may fetch updates now"),
        }
    }
}

/// Receives until `stop`. What was stored is confirmed by the next poll, never before.
async fn receive(
    bot: &telegram::Bot,
    house: &House,
    lookout: &Lookout,
    stop: &CancellationToken,
) -> Result<(), StartError> {
    let mut poller = Poller::new(bot.clone());
    let mut wait = FIRST_WAIT;
    let mut batch = Vec::new();
    while !stop.is_cancelled() {
        if let Err(error) = house.receive(&batch).await {
            tracing::error!(%error, "what came in can't be stored; Telegram keeps it meanwhile");
            rest(&mut wait, stop).await;
            continue;
        }
        batch.clear();
        let polled = tokio::select! {
            polled = poller.next() => polled,
            () = stop.cancelled() => return Ok(()),
        };
        match polled {
            Ok(updates) => {
                lookout.heard();
                batch = updates;
                wait = FIRST_WAIT;
            }
            Err(PollError::WrongToken) => return Err(SetupError::WrongToken.into()),
            Err(error) => {
                tracing::warn!(%error, "no updates; tried again");
                if let PollError::Wait(asked) = error {
                    wait = wait.max(asked);
                }
                rest(&mut wait, stop).await;
            }
        }
    }
    // What came in last is stored before we go.
    if let Err(error) = house.receive(&batch).await {
        tracing::error!(%error, "what came in last can't be stored; Telegram keeps it");
    }
    Ok(())
}

/// Waits a while, and longer the next time. `true` when it is time to stop.
async fn rest(wait: &mut Duration, stop: &CancellationToken) -> bool {
    let now = *wait;
    *wait = (now * 2).min(LONGEST_WAIT);
    tokio::select! {
        () = tokio::time::sleep(now) => false,
        () = stop.cancelled() => true,
    }
}
