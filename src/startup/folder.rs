//! When the operator's folder is published without anybody asking in the chat: at SIGHUP, and while it is watched.

use std::path::Path;
use std::sync::Arc;

use tokio_util::sync::CancellationToken;

use crate::adapters::watching::WatchedFolder;
use crate::service::house::House;

/// Publishes what changed in the folder until `stop`: at every SIGHUP, and when files change in a `watched` folder.
pub(super) async fn follow_folder(house: Arc<House>, watched: Option<&Path>, stop: CancellationToken) {
    house.remember_folder().await;
    let watched = watched.and_then(|folder| {
        WatchedFolder::open(folder).inspect_err(|error| tracing::error!(%error, "use SIGHUP or /herlaad instead")).ok()
    });
    let mut hangups = Hangups::new();
    loop {
        tokio::select! {
            () = stop.cancelled() => return,
            () = hangups.next() => tracing::info!("SIGHUP: the folder is looked at"),
            () = change_in(watched.as_ref()) => tracing::info!("something changed in the folder"),
        }
        if let Err(error) = house.publish_folder().await {
            tracing::error!(%error, "the folder could not be published");
        }
    }
}

async fn change_in(watched: Option<&WatchedFolder>) {
    match watched {
        Some(folder) => folder.changed().await,
        None => std::future::pending().await,
    }
}

/// SIGHUP, where there is such a thing.
struct Hangups {
    #[cfg(unix)]
    signal: Option<tokio::signal::unix::Signal>,
}

impl Hangups {
    #[cfg(unix)]
    fn new() -> Self {
        use tokio::signal::unix::{SignalKind, signal};
        let signal = signal(SignalKind::hangup());
        Self { signal: signal.inspect_err(|error| tracing::error!(%error, "SIGHUP is not heard")).ok() }
    }

    #[cfg(unix)]
    async fn next(&mut self) {
        match &mut self.signal {
            Some(signal) => drop(signal.recv().await),
            None => std::future::pending().await,
        }
    }

    #[cfg(not(unix))]
    fn new() -> Self {
        Self {}
    }

    #[cfg(not(unix))]
    async fn next(&mut self) {
        std::future::pending().await
    }
}
