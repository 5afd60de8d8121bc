//! The time of day.

use async_trait::async_trait;

use crate::domain::moment::Moment;

/// Tells the time. The only place where the house learns it.
#[async_trait]
pub trait Clock: Send + Sync {
    /// Now.
    fn now(&self) -> Moment;

    /// Returns when the clock was moved by hand: whoever sleeps until a moment must look again. A real clock never is.
    async fn moved(&self) {
        std::future::pending::<()>().await;
    }
}
