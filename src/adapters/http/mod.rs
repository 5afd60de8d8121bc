//! What is served over HTTP, with axum.

mod vitals;
mod webhook;

use std::net::SocketAddr;

pub use self::vitals::serve_vitals;
pub use self::webhook::serve_webhook;

/// What is served until it is told to stop.
pub struct Served {
    /// The address it listens on.
    pub address: SocketAddr,
    task: tokio::task::JoinHandle<std::io::Result<()>>,
}

impl Served {
    /// Waits until the last request is answered.
    pub async fn finished(self) -> std::io::Result<()> {
        self.task.await.unwrap_or_else(|error| Err(std::io::Error::other(error)))
    }
}
