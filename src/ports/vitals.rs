//! How the program is, for who runs it.

use async_trait::async_trait;

/// How the program is.
#[async_trait]
pub trait Vitals: Send + Sync {
    /// Why no work should be sent here, each in a plain sentence; empty when all is well.
    async fn complaints(&self) -> Vec<String>;

    /// Everything that is counted and measured, as a page for Prometheus (`OpenMetrics` text).
    async fn page(&self) -> String;
}
