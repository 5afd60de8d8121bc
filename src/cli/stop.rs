//! The wish to stop: Ctrl-C, and SIGTERM as containers and systemd send it.

use tokio_util::sync::CancellationToken;

/// A token that is cancelled at the first signal; needs a running runtime.
pub(super) fn at_a_signal() -> CancellationToken {
    let stop = CancellationToken::new();
    let token = stop.clone();
    tokio::spawn(async move {
        wait_for_a_signal().await;
        tracing::info!("stopping; what was begun is finished first");
        token.cancel();
    });
    stop
}

#[cfg(unix)]
async fn wait_for_a_signal() {
    use tokio::signal::unix::{SignalKind, signal};
    match signal(SignalKind::terminate()) {
        Ok(mut terminate) => tokio::select! {
            _ = tokio::signal::ctrl_c() => {}
            _ = terminate.recv() => {}
        },
        Err(_) => drop(tokio::signal::ctrl_c().await),
    }
}

#[cfg(not(unix))]
async fn wait_for_a_signal() {
    drop(tokio::signal::ctrl_c().await);
}
