//! The world outside, as far as the catalogue cites it: every page is there, but for those whose address says otherwise.

use std::collections::BTreeMap;

use async_trait::async_trait;
use loket::domain::in_both::InBoth;
use loket::ports::sources::{NoneReached, Sources, Visited};

/// Pages are there; those whose address ends in `/gone` are not, and those in `/moved` are elsewhere now.
pub(crate) struct World;

#[async_trait]
impl Sources for World {
    async fn visit(&self, addresses: Vec<String>) -> Result<BTreeMap<String, Visited>, NoneReached> {
        let visited = |address: &str| match address.rsplit('/').next() {
            Some("gone") => {
                let (nl, en) = ("de site antwoordt 404 Not Found".to_owned(), "it answers 404 Not Found".to_owned());
                Visited::Dead(InBoth { nl, en })
            }
            Some("moved") => Visited::Moved("https://elders.example/".to_owned()),
            _ => Visited::Alive,
        };
        Ok(addresses.into_iter().map(|address| (address.clone(), visited(&address))).collect())
    }
}
