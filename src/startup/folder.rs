//! When the operator's folder is published without anybody asking in the chat: at SIGHUP, and while it is watched.

use std::path::Path;
use std::sync::Arc;

use tokio_util::sync::CancellationToken;

use crate::adapters::watching::WatchedFolder;
use crate::service::house::House;

/// The operator's folder, followed from the moment this was made.
pub(super) struct FollowedFolder {
    house: Arc<House>,
    watched: Option<WatchedFolder>,
    hangups: Hangups,
}

impl FollowedFolder {
    /// Remembers the folder as it is, and hears from now on of every SIGHUP, and of changes in a `watched` folder.
    pub(super) async fn begin(house: Arc<House>, watched: Option<&Path>) -> Self {
        let hangups = Hangups::new();
        let watched = watched.and_then(|folder| {
            let opened = WatchedFolder::open(folder);
            opened.inspect_err(|error| tracing::error!(%error, "use SIGHUP or /herlaad instead")).ok()
        });
        house.remember_folder().await;
        Self { house, watched, hangups }
    }

    /// Publishes what changes in it until `stop`.
    pub(super) async fn follow(mut self, stop: CancellationToken) {
        loop {
            tokio::select! {
                () = stop.cancelled() => return,
                () = self.hangups.next() => tracing::info!("SIGHUP: the folder is looked at"),
                () = change_in(self.watched.as_ref()) => tracing::info!("something changed in the folder"),
            }
            if let Err(error) = self.house.publish_folder().await {
                tracing::error!(%error, "the folder could not be published");
            }
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
