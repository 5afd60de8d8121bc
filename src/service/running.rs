//! Keeping the house going: loops that wake on a bell and end together, and one that runs until all is quiet.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{Notify, Semaphore};
use tokio::time::{sleep, timeout};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use super::house::House;
use super::inbox::INBOX_BATCH;
use super::insisting::insist;
use super::office::LOOK_EVERY;
use super::outbox::OUTBOX_BATCH;
use super::tenure::Tenure;
use crate::domain::moment::Moment;
use crate::ports::store::{ClaimedOutgoing, ClaimedUpdate, StoreError};

/// How long to let the database be after it failed.
const AFTER_A_FAILURE: Duration = Duration::from_secs(1);
/// How long what is being worked on is waited for after that.
const LONGEST_WAIT_FOR_ALL: Duration = Duration::from_secs(5);
/// The longest time without a look at what is due: a bell that was missed costs no more than this.
const LONGEST_NAP: Duration = Duration::from_secs(30);
/// The same when others may have something for us: what they say may be missed, looking is the truth.
const LONGEST_SHARED_NAP: Duration = Duration::from_secs(1);
/// How long a delivery holds up the next one.
const LONGEST_TURN: Duration = Duration::from_millis(500);
/// How often what is past its time is forgotten.
const SWEEP_EVERY: Duration = Duration::from_mins(10);
/// How many handlings or deliveries may run when all is brought to rest: a loop that feeds itself ends here.
const MOST_ROUNDS: usize = 10_000;

impl House {
    /// Runs until `stop`; what was begun is finished first.
    pub async fn run(self: Arc<Self>, stop: CancellationToken) {
        let loops = TaskTracker::new();
        loops.spawn(Arc::clone(&self).handle_updates(stop.clone()));
        loops.spawn(Arc::clone(&self).deliver_rows(stop.clone()));
        loops.spawn(Arc::clone(&self).watch_the_clock(stop.clone()));
        loops.spawn(Arc::clone(&self).follow(stop.clone()));
        loops.spawn(Arc::clone(&self).make_every_trip(stop.clone()));
        loops.spawn(Arc::clone(&self).tell_others(stop.clone()));
        loops.spawn(Arc::clone(&self).hear_others(stop.clone()));
        loops.spawn(Arc::clone(&self).sweep(stop));
        loops.close();
        // Held until the last delivery is done.
        let done = CancellationToken::new();
        let leases = tokio::spawn(self.keep_leases(done.clone()));
        loops.wait().await;
        done.cancel();
        let _ = leases.await;
    }

    /// Handles, fires and delivers until nothing moves at this moment. For tests and one-shot commands.
    pub async fn come_to_rest(&self) -> Result<(), StoreError> {
        for _ in 0..MOST_ROUNDS {
            let fired = self.fire_due_timers().await?;
            let updates = self.claim_updates(INBOX_BATCH).await?;
            let rows = self.claim_rows(OUTBOX_BATCH).await?;
            if fired == 0 && updates.is_empty() && rows.is_empty() && self.make_trips().await? == 0 {
                return Ok(());
            }
            for update in updates {
                self.handle(update).await;
            }
            for row in rows {
                self.deliver(row).await;
            }
        }
        Err(StoreError::Unavailable("the house did not come to rest".to_owned()))
    }

    async fn claim_updates(&self, most: u32) -> Result<Vec<ClaimedUpdate>, StoreError> {
        self.ports.store.claim_updates(self.now(), self.worker.terms(self.settings.lease), most).await
    }

    async fn claim_rows(&self, most: u32) -> Result<Vec<ClaimedOutgoing>, StoreError> {
        self.ports.store.claim_outgoing(self.now(), self.sender.terms(self.settings.lease), most).await
    }

    /// Claims rows when it is their turn: what must wait for the overall limit is not claimed at all.
    ///
    /// Nor is what would be under way beside another: a crash repeats what is under way. A delivery that hangs holds
    /// the others up for a moment only.
    async fn claim_rows_in_turn(&self, most: u32) -> Result<Vec<ClaimedOutgoing>, StoreError> {
        if self.pace.is_kept() {
            // Too long is no matter: then it goes beside the one that hangs.
            let _ = timeout(LONGEST_TURN, self.turn.acquire()).await;
        }
        let room = match self.pace.room(self.now()) {
            Ok(room) => room,
            Err(from) => {
                sleep(from.since(self.now())).await;
                1
            }
        };
        self.claim_rows(most.min(room)).await
    }

    async fn handle_updates(self: Arc<Self>, stop: CancellationToken) {
        let claim = |most| or_rest(&self.worker, self.claim_updates(most));
        let free = || self.free_claims(&self.worker);
        let work = |update| {
            let house = Arc::clone(&self);
            async move {
                house.handle(update).await;
                house.inbox_bell.notify_one();
            }
        };
        keep_at_it(INBOX_BATCH, &self.inbox_bell, &stop, Claims { claim, free }, work).await;
    }

    async fn deliver_rows(self: Arc<Self>, stop: CancellationToken) {
        let claim = |most| or_rest(&self.sender, self.claim_rows_in_turn(most));
        let free = || self.free_claims(&self.sender);
        let work = |row| {
            let house = Arc::clone(&self);
            // Taken before the job begins, so that the next claim can't slip in between.
            let turn = Arc::clone(&self.turn).try_acquire_owned();
            async move {
                house.deliver(row).await;
                drop(turn);
                house.outbox_bell.notify_one();
            }
        };
        keep_at_it(OUTBOX_BATCH, &self.outbox_bell, &stop, Claims { claim, free }, work).await;
    }

    /// Frees what we claimed without hearing of it.
    async fn free_claims(&self, tenure: &Tenure) {
        if let Err(error) = insist(|| self.ports.store.free_claims(tenure.fence())).await {
            tracing::warn!(%error, "what may have been claimed could not be freed; the lease ends by itself");
        }
    }

    /// Sleeps until the next thing is due, then wakes whom it concerns.
    async fn watch_the_clock(self: Arc<Self>, stop: CancellationToken) {
        while !stop.is_cancelled() {
            let fire = async { self.fire_due_timers().await.map(|fired| vec![(); fired]) };
            Box::pin(or_rest(&self.sender, fire)).await;
            self.inbox_bell.notify_one();
            self.outbox_bell.notify_one();
            let due = self.ports.store.next_due(self.now()).await.unwrap_or_default();
            let longest = if self.ports.store.is_shared() { LONGEST_SHARED_NAP } else { LONGEST_NAP };
            let nap = due.map_or(longest, |due: Moment| due.since(self.now()).min(longest));
            tokio::select! {
                () = sleep(nap) => {}
                () = self.alarm_bell.notified() => {}
                () = self.ports.clock.moved() => {}
                () = stop.cancelled() => {}
            }
        }
    }

    /// A release that another program published is taken over here within moments.
    async fn follow(self: Arc<Self>, stop: CancellationToken) {
        while !stop.is_cancelled() {
            if let Err(error) = self.follow_releases().await {
                tracing::warn!(%error, "the release in use could not be looked up");
            }
            if let Err(error) = self.look_at_the_crowd().await {
                tracing::warn!(%error, "how much waits could not be looked up");
            }
            tokio::select! {
                () = sleep(LOOK_EVERY) => {}
                () = stop.cancelled() => {}
            }
        }
    }

    /// Nobody waits for a trip but who asked for it: it ends when the house closes.
    async fn make_every_trip(self: Arc<Self>, stop: CancellationToken) {
        let trips = async {
            loop {
                self.trip_bell.notified().await;
                if let Err(error) = self.make_trips().await {
                    tracing::warn!(%error, "what came of visiting the pages could not be said");
                }
            }
        };
        tokio::select! {
            () = trips => {}
            () = stop.cancelled() => {}
        }
    }

    async fn sweep(self: Arc<Self>, stop: CancellationToken) {
        if let Err(error) = self.report_dead_letters().await {
            tracing::warn!(%error, "the backlog could not be read");
        }
        if let Err(error) = self.expect_mornings_everywhere().await {
            tracing::warn!(%error, "the morning digests could not be planned");
        }
        loop {
            tokio::select! {
                () = self.sender.gained() => {}
                () = stop.cancelled() => return,
            }
            if let Err(error) = self.forget_in_time().await {
                tracing::warn!(%error, "what is past its time could not be forgotten");
            }
            if let Err(error) = self.warn_of_an_old_inbox().await {
                tracing::warn!(%error, "the admins could not be told of an old inbox");
            }
            if let Err(error) = self.warn_of_unlinked_desks().await {
                tracing::warn!(%error, "the backlog could not be read");
            }
            tokio::select! {
                () = sleep(SWEEP_EVERY) => {}
                () = stop.cancelled() => {}
            }
        }
    }
}

/// How work is claimed, and freed when nobody is at it. `None` is no answer: it may have been claimed all the same.
struct Claims<C, F> {
    claim: C,
    free: F,
}

/// Claims what there is room for and works on it side by side, until `stop`; what was begun is finished.
///
/// Never more is claimed than can be begun at once, so that no lease runs out in a queue.
async fn keep_at_it<T, C, F, W>(
    most: u32,
    bell: &Notify,
    stop: &CancellationToken,
    claims: Claims<impl Fn(u32) -> C, impl Fn() -> F>,
    work: impl Fn(T) -> W,
) where
    C: Future<Output = Option<Vec<T>>>,
    F: Future<Output = ()>,
    W: Future<Output = ()> + Send + 'static,
{
    let room = Arc::new(Semaphore::new(most as usize));
    let tasks = TaskTracker::new();
    while !stop.is_cancelled() {
        let Ok(place) = Arc::clone(&room).acquire_owned().await else { break };
        let free = u32::try_from(room.available_permits()).unwrap_or(0) + 1;
        drop(place);
        let Some(claimed) = (claims.claim)(free).await else {
            // What was claimed unheard is free again when we are at nothing else. Who hangs is not waited for: then
            // it is free when its lease ends, as it is when we stop.
            let free = async {
                if let Ok(Ok(_all)) = timeout(LONGEST_WAIT_FOR_ALL, room.acquire_many(most)).await {
                    (claims.free)().await;
                }
            };
            tokio::select! {
                () = free => {}
                () = stop.cancelled() => {}
            }
            continue;
        };
        if claimed.is_empty() {
            wait(bell, stop).await;
        }
        for one in claimed {
            let place = Arc::clone(&room).acquire_owned().await;
            let job = work(one);
            tasks.spawn(async move {
                job.await;
                drop(place);
            });
        }
    }
    tasks.close();
    tasks.wait().await;
}

async fn wait(bell: &Notify, stop: &CancellationToken) {
    tokio::select! {
        () = bell.notified() => {}
        () = stop.cancelled() => {}
    }
}

/// What was claimed under this lease, if it is ours; after a failure `None`, and a moment's rest for the database.
async fn or_rest<T>(tenure: &Tenure, claimed: impl Future<Output = Result<Vec<T>, StoreError>>) -> Option<Vec<T>> {
    if !tenure.is_held() {
        return Some(Vec::new());
    }
    match claimed.await {
        Ok(claimed) => Some(claimed),
        Err(StoreError::Superseded) => {
            tenure.lose();
            Some(Vec::new())
        }
        Err(error) => {
            tracing::warn!(%error, "the database could not be asked; tried again");
            sleep(AFTER_A_FAILURE).await;
            None
        }
    }
}
