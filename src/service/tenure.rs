//! Our leases: what we may do at this moment, known without asking the database again.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;
use tokio::time::{Instant, sleep, sleep_until};
use tokio_util::sync::CancellationToken;

use super::house::House;
use crate::ports::lease::{Duty, Fence, Terms};
use crate::ports::store::{Store, StoreError};

/// How long a lease is ours when it is not renewed: so long a dead program's work waits.
const LENGTH: Duration = Duration::from_secs(4);
/// How often it is renewed, and asked for by those who wait for it.
const RENEWED_EVERY: Duration = Duration::from_millis(1_333);
/// How long others are not woken again: what many commits in a row have to say is one word.
const HUSH: Duration = Duration::from_millis(20);
/// How long not to listen for others after that failed.
const DEAF: Duration = Duration::from_secs(1);

/// A lease as we know it.
#[derive(Clone, Copy, Debug)]
struct Held {
    fence: Fence,
    /// `None`: for ever.
    until: Option<Instant>,
}

impl Held {
    fn lasts(self) -> bool {
        self.until.is_none_or(|until| Instant::now() < until)
    }
}

/// Our holding of one lease.
///
/// Counted from before it was asked for, by a clock that only goes forward: we always think less of it than the database
/// does. A machine that was put to sleep may not have counted; then the fence refuses us.
#[derive(Debug)]
pub struct Tenure {
    duty: Duty,
    held: watch::Sender<Option<Held>>,
}

impl Tenure {
    /// Of a duty that others may take, or of one that is ours alone for ever.
    pub(super) fn new(duty: Duty, is_shared: bool) -> Self {
        let alone = Held { fence: Fence::NONE, until: None };
        Self { duty, held: watch::Sender::new((!is_shared).then_some(alone)) }
    }

    /// May we do it now?
    pub fn is_held(&self) -> bool {
        self.held.borrow().is_some_and(Held::lasts)
    }

    /// Waits until we may do it.
    pub async fn gained(&self) {
        let mut held = self.held.subscribe();
        // The sender of the news is ours: it outlives the wait.
        let _ = held.wait_for(|held| held.is_some_and(Held::lasts)).await;
    }

    /// Waits until we may not do it any more.
    pub async fn lost(&self) {
        let mut news = self.held.subscribe();
        loop {
            let Some(held) = *news.borrow_and_update() else { return };
            if !held.lasts() {
                return;
            }
            tokio::select! {
                _ = news.changed() => {}
                () = over(held.until) => {}
            }
        }
    }

    /// Under which fence we hold it, or held it last.
    pub(super) fn fence(&self) -> Fence {
        self.held.borrow().map_or(Fence::NONE, |held| held.fence)
    }

    /// The terms of a claim for so long.
    pub(super) fn terms(&self, length: Duration) -> Terms {
        Terms { by: self.fence(), length }
    }

    /// Is what was claimed under `by` still ours? Who claimed under no lease is alone.
    pub(super) fn covers(&self, by: Fence) -> bool {
        by == Fence::NONE || self.held.borrow().is_some_and(|held| held.fence == by && held.lasts())
    }

    /// Another has taken over.
    pub(super) fn lose(&self) {
        if self.held.send_replace(None).is_some() {
            tracing::warn!(duty = self.duty.word(), "another program has taken over");
        }
    }

    /// Renews it, or takes it when it is free. `true`: it is newly ours.
    async fn renew(&self, store: &dyn Store) -> bool {
        let (asked, fence) = (Instant::now(), self.fence());
        match store.hold_lease(&self.duty, fence, LENGTH).await {
            Ok(Some(held)) => {
                let until = Some(asked + LENGTH);
                self.held.send_replace(Some(Held { fence: held, until }));
                let is_new = held != fence;
                if is_new {
                    tracing::info!(duty = self.duty.word(), fence = held.0, "taken over");
                }
                is_new
            }
            Ok(None) => {
                self.lose();
                false
            }
            Err(error) => {
                // What is not renewed ends by itself.
                tracing::warn!(%error, duty = self.duty.word(), "a lease could not be renewed");
                false
            }
        }
    }

    async fn let_go(&self, store: &dyn Store) -> Result<(), StoreError> {
        let Some(held) = self.held.send_replace(None) else { return Ok(()) };
        store.let_go(&self.duty, held.fence).await
    }
}

async fn over(until: Option<Instant>) {
    match until {
        Some(until) => sleep_until(until).await,
        None => std::future::pending().await,
    }
}

impl House {
    /// Fetching updates: ours or another program's.
    pub fn poller(&self) -> &Tenure {
        &self.poller
    }

    /// Keeps our leases until `stop`, and frees the work of those who are gone; then lets all go.
    pub(super) async fn keep_leases(self: Arc<Self>, stop: CancellationToken) {
        let store = self.ports.store.as_ref();
        if !store.is_shared() {
            return;
        }
        while !stop.is_cancelled() {
            let (_, sends, works) =
                tokio::join!(self.poller.renew(store), self.sender.renew(store), self.worker.renew(store));
            match store.free_the_dead().await {
                Ok(0) if !sends && !works => {}
                Ok(_) => self.ring_here(),
                Err(error) => tracing::warn!(%error, "the work of others could not be looked at"),
            }
            tokio::select! {
                () = sleep(RENEWED_EVERY) => {}
                () = stop.cancelled() => {}
            }
        }
        for tenure in [&self.poller, &self.sender, &self.worker] {
            if let Err(error) = tenure.let_go(store).await {
                tracing::warn!(%error, "a lease could not be given back; it ends by itself");
            }
        }
        let _ = store.wake_others(&self.settings.name).await;
    }

    /// Tells other programs of what was committed here.
    pub(super) async fn tell_others(self: Arc<Self>, stop: CancellationToken) {
        while !stop.is_cancelled() {
            tokio::select! {
                () = self.others_bell.notified() => {}
                () = stop.cancelled() => return,
            }
            if let Err(error) = self.ports.store.wake_others(&self.settings.name).await {
                tracing::debug!(%error, "the others were not woken; they look by themselves");
            }
            sleep(HUSH).await;
        }
    }

    /// Is woken by other programs.
    pub(super) async fn hear_others(self: Arc<Self>, stop: CancellationToken) {
        while !stop.is_cancelled() {
            let woken = tokio::select! {
                woken = self.ports.store.woken(&self.settings.name) => woken,
                () = stop.cancelled() => return,
            };
            self.ring_here();
            if let Err(error) = woken {
                tracing::debug!(%error, "the others are not heard; we look by ourselves");
                sleep(DEAF).await;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn held(fence: i64, length: Duration) -> Tenure {
        let tenure = Tenure::new(Duty::Sender, true);
        tenure.held.send_replace(Some(Held { fence: Fence(fence), until: Some(Instant::now() + length) }));
        tenure
    }

    #[tokio::test]
    async fn who_has_the_database_alone_holds_everything_for_ever() {
        let tenure = Tenure::new(Duty::Sender, false);
        assert!(tenure.is_held() && tenure.covers(Fence::NONE));
        assert_eq!(tenure.fence(), Fence::NONE);
        tenure.gained().await;
    }

    #[tokio::test]
    async fn what_is_not_renewed_is_over_by_itself() {
        let tenure = held(7, LENGTH);
        assert!(tenure.is_held() && tenure.covers(Fence(7)) && !tenure.covers(Fence(6)));
        let tenure = held(7, Duration::ZERO);
        tenure.lost().await;
        assert!(!tenure.is_held() && !tenure.covers(Fence(7)));
        assert_eq!(tenure.fence(), Fence(7), "it may still be renewed, when nobody took it");
    }

    #[tokio::test]
    async fn what_another_took_is_lost_at_once() {
        let tenure = held(7, Duration::from_hours(1));
        tokio::join!(tenure.lost(), async { tenure.lose() });
        assert!(!tenure.is_held() && !tenure.covers(Fence(7)));
    }
}
