//! The bot in a runtime of its own, so that it can be killed as a power cut does: in the middle of whatever it does.

use std::io;
use std::thread;

use tokio::runtime::Builder;
use tokio::sync::oneshot;
use tokio_util::sync::CancellationToken;

use super::super::StartError;

/// A bot that runs.
pub(super) struct Running {
    killed: CancellationToken,
    ended: oneshot::Receiver<Result<(), StartError>>,
}

impl Running {
    /// Begins `work` in a runtime of its own.
    pub(super) fn begin<W>(work: W) -> io::Result<Self>
    where
        W: Future<Output = Result<(), StartError>> + Send + 'static,
    {
        let runtime = Builder::new_multi_thread().worker_threads(2).thread_name("bot").enable_all().build()?;
        let (tell, ended) = oneshot::channel();
        let killed = CancellationToken::new();
        let knife = killed.clone();
        thread::Builder::new().name("bot-runtime".to_owned()).spawn(move || {
            let result = runtime.block_on(async {
                tokio::select! {
                    result = work => Some(result),
                    () = knife.cancelled() => None,
                }
            });
            // Every task is dropped where it stands; nothing is finished, closed or said.
            runtime.shutdown_background();
            // Nobody may be waiting any more; that is no fault.
            let _ = tell.send(result.unwrap_or(Ok(())));
        })?;
        Ok(Self { killed, ended })
    }

    /// Waits until it ended of its own accord.
    pub(super) async fn ended(&mut self) -> Result<(), StartError> {
        // The sender is dropped only when the thread panicked, which was reported there.
        (&mut self.ended).await.unwrap_or(Ok(()))
    }

    /// Cuts the power.
    pub(super) async fn kill(self) {
        self.killed.cancel();
        // Whatever it says: it is gone.
        let _ = self.ended.await;
    }
}
