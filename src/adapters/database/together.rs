//! What is asked for at the same moment is done in one go: one transaction, one wait for the disk.
//!
//! Who comes alone is served at once. Who comes while others are served waits for the end of that; then the first of
//! those who wait does what all of them ask for. When that fails each is done by itself, as if there had been no
//! others: the fault of one is nobody else's.

use std::sync::{Mutex, MutexGuard, PoisonError};

use futures_util::future::join_all;
use tokio::sync::{Semaphore, SemaphorePermit, oneshot};

use super::Database;
use super::session::Session;
use crate::ports::store::StoreError;

/// Something that can be done for many at once.
pub(super) trait Job: Send + Sync + Sized {
    /// What comes of it.
    type Outcome: std::fmt::Debug + Send;

    /// Does it change anything?
    const WRITES: bool;

    /// Does all of them, wholly or not at all, and says what came of each, in their order. The transaction is the
    /// caller's.
    fn do_all(
        session: &mut Session,
        jobs: &[Self],
    ) -> impl Future<Output = Result<Vec<Self::Outcome>, StoreError>> + Send;
}

/// Those who wait.
#[derive(Debug)]
pub(super) struct Together<J: Job> {
    waiting: Mutex<Vec<Waiting<J>>>,
    turns: Semaphore,
}

#[derive(Debug)]
struct Waiting<J: Job> {
    job: J,
    tell: oneshot::Sender<Result<J::Outcome, StoreError>>,
}

impl<J: Job> Together<J> {
    /// So many may be at it at the same time, each for all who wait when their turn comes.
    pub(super) const fn new(turns: usize) -> Self {
        Self { waiting: Mutex::new(Vec::new()), turns: Semaphore::const_new(turns) }
    }

    /// Does this one, with whoever waits too.
    pub(super) async fn add(&self, database: &Database, job: J) -> Result<J::Outcome, StoreError> {
        let (tell, mut told) = oneshot::channel();
        self.waiting().push(Waiting { job, tell });
        let turn = tokio::select! {
            biased;
            outcome = &mut told => return outcome.unwrap_or_else(|_| Err(given_up())),
            turn = self.turns.acquire() => turn.ok(),
        };
        let all = std::mem::take(&mut *self.waiting());
        serve(database, all, turn).await;
        told.await.unwrap_or_else(|_| Err(given_up()))
    }

    fn waiting(&self) -> MutexGuard<'_, Vec<Waiting<J>>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

async fn serve<J: Job>(database: &Database, all: Vec<Waiting<J>>, turn: Option<SemaphorePermit<'_>>) {
    let (jobs, tells): (Vec<J>, Vec<_>) = all.into_iter().map(|one| (one.job, one.tell)).unzip();
    let outcomes = match do_all(database, &jobs).await {
        Ok(outcomes) => outcomes.into_iter().map(Ok).collect(),
        Err(Stopped::Before(_)) if jobs.len() > 1 => {
            // One of them may have to wait for long: nobody else waits with it.
            drop(turn);
            join_all(jobs.chunks(1).map(|one| do_one(database, one))).await
        }
        Err(Stopped::Before(error) | Stopped::AtTheEnd(error)) => jobs.iter().map(|_| Err(error.clone())).collect(),
    };
    for (tell, outcome) in tells.into_iter().zip(outcomes) {
        // Who no longer listens was cancelled, and reads anew what became of it.
        let _ = tell.send(outcome);
    }
}

/// What went wrong, and when.
enum Stopped {
    /// Nothing was kept: it may be done again.
    Before(StoreError),
    /// It may have been kept, and the answer lost: done again it could happen twice.
    AtTheEnd(StoreError),
}

async fn do_one<J: Job>(database: &Database, job: &[J]) -> Result<J::Outcome, StoreError> {
    match do_all(database, job).await {
        Ok(mut outcomes) => outcomes.pop().ok_or_else(given_up),
        Err(Stopped::Before(error) | Stopped::AtTheEnd(error)) => Err(error),
    }
}

async fn do_all<J: Job>(database: &Database, jobs: &[J]) -> Result<Vec<J::Outcome>, Stopped> {
    let session = if J::WRITES { database.write().await } else { database.read().await };
    let mut session = session.map_err(Stopped::Before)?;
    let outcomes = J::do_all(&mut session, jobs).await.map_err(Stopped::Before)?;
    session.commit().await.map_err(Stopped::AtTheEnd)?;
    Ok(outcomes)
}

/// Whoever was doing it for all was cancelled.
fn given_up() -> StoreError {
    StoreError::Unavailable("it was given up".to_owned())
}
