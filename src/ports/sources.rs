//! The pages that the catalogue cites, out in the world.

use std::collections::BTreeMap;

use async_trait::async_trait;

use crate::domain::in_both::InBoth;

/// What came of a visit to an address.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Visited {
    /// There is a page.
    Alive,
    /// The page is elsewhere now.
    Moved(String),
    /// The site itself can't be reached.
    Unreached,
    /// There is no page, or it shows itself to nobody: why, in plain words.
    Dead(InBoth),
}

/// Nothing at all could be reached, or nobody could be sent.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct NoneReached(pub String);

/// Goes and looks whether pages are still there. It takes minutes: sites are visited politely.
#[async_trait]
pub trait Sources: Send + Sync {
    /// Visits all addresses, each once.
    async fn visit(&self, addresses: Vec<String>) -> Result<BTreeMap<String, Visited>, NoneReached>;
}
