//! Where updates go that are brought to us.

use async_trait::async_trait;

/// Why an update is not taken in now; whoever brings it comes back later.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum NotTaken {
    /// Too much waits to be handled already.
    #[error("too much waits already")]
    Full,
    /// It can't be kept at the moment.
    #[error("it can't be kept: {0}")]
    NotKept(String),
}

/// Takes updates in.
#[async_trait]
pub trait Intake: Send + Sync {
    /// Takes one in, as its JSON. When this returns without an error it is on disk, and need not be brought again.
    async fn take(&self, raw: String) -> Result<(), NotTaken>;
}
