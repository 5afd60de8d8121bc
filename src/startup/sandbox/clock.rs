//! The clock of the sandbox, which a visitor of its page can move.

use async_trait::async_trait;
use tokio::sync::Mutex;
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;

use crate::domain::moment::Moment;
use crate::ports::clock::Clock;
use crate::sandbox::{Change, Telegram};

/// The time in the stand-in.
pub(super) struct SandboxClock {
    telegram: Telegram,
    news: Mutex<Receiver<Change>>,
}

impl SandboxClock {
    pub(super) fn of(telegram: &Telegram) -> Self {
        Self { telegram: telegram.clone(), news: Mutex::new(telegram.subscribe()) }
    }
}

#[async_trait]
impl Clock for SandboxClock {
    fn now(&self) -> Moment {
        Moment::from_millis(i64::try_from(self.telegram.now_ms()).unwrap_or(i64::MAX))
    }

    async fn moved(&self) {
        let mut news = self.news.lock().await;
        loop {
            match news.recv().await {
                // News that was missed may have been of the clock.
                Ok(Change::World) | Err(RecvError::Lagged(_)) => return,
                Ok(_) => {}
                // The sandbox is closed: nobody moves the clock any more.
                Err(RecvError::Closed) => std::future::pending().await,
            }
        }
    }
}
