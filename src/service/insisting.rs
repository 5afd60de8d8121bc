//! What happened can't be undone, so that it did must be kept: a database that is away for a moment is waited for.

use std::time::Duration;

use backon::{ExponentialBuilder, Retryable};
use tokio::time::timeout;

use crate::ports::store::StoreError;

/// How long to wait before it is asked the second time; each time twice as long.
const FIRST_WAIT: Duration = Duration::from_millis(50);
/// The longest wait between two times.
const LONGEST_WAIT: Duration = Duration::from_secs(1);
/// How long it is waited for in all, the asking included. Together with a call less than what was claimed is ours:
/// afterwards somebody else may be at it.
const PATIENCE: Duration = Duration::from_secs(20);

/// Asks the database until it is there. Only for what may be asked twice: the first answer may have been lost.
pub(super) async fn insist<T, A>(ask: impl FnMut() -> A) -> Result<T, StoreError>
where
    A: Future<Output = Result<T, StoreError>>,
{
    let waits = ExponentialBuilder::new().with_min_delay(FIRST_WAIT).with_max_delay(LONGEST_WAIT).without_max_times();
    let answered = ask.retry(waits).when(|error| matches!(error, StoreError::Unavailable(_)));
    let in_vain = || StoreError::Unavailable("it was waited for in vain".to_owned());
    timeout(PATIENCE, answered).await.unwrap_or_else(|_| Err(in_vain()))
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    #[tokio::test]
    async fn what_no_waiting_mends_is_said_at_once() {
        let times = Cell::new(0);
        let answer = insist(|| {
            times.set(times.get() + 1);
            async { Err::<(), _>(StoreError::Superseded) }
        });
        assert_eq!((answer.await, times.get()), (Err(StoreError::Superseded), 1));
    }
}
