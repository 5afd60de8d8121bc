//! A folder on disk, watched through notify: it says when somebody changed something there and is done with it.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher as _};
use tokio::sync::Notify;
use tokio::time::timeout;

/// An editor saves several files, and a copy takes a moment: it is done when nothing moved for so long.
const QUIET: Duration = Duration::from_secs(1);

/// Why a folder can't be watched.
#[derive(Debug, thiserror::Error)]
#[error("the folder can't be watched: {0}")]
pub struct WatchError(String);

/// A folder that is watched for as long as this lives.
pub struct WatchedFolder {
    bell: Arc<Notify>,
    _watcher: RecommendedWatcher,
}

impl WatchedFolder {
    /// Watches everything below `folder`.
    pub fn open(folder: &Path) -> Result<Self, WatchError> {
        let bell = Arc::new(Notify::new());
        let rung = Arc::clone(&bell);
        let watcher = notify::recommended_watcher(move |event: Result<Event, notify::Error>| {
            // Whoever only reads changes nothing: we read it ourselves. An error may hide a change.
            if !event.is_ok_and(|event| event.kind.is_access()) {
                rung.notify_one();
            }
        });
        let problem = |error: notify::Error| WatchError(error.to_string());
        let mut watcher = watcher.map_err(problem)?;
        watcher.watch(folder, RecursiveMode::Recursive).map_err(problem)?;
        Ok(Self { bell, _watcher: watcher })
    }

    /// Waits until something changed and all is quiet again.
    pub async fn changed(&self) {
        self.bell.notified().await;
        while timeout(QUIET, self.bell.notified()).await.is_ok() {}
    }
}
