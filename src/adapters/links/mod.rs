//! Links: does an address still lead somewhere? Asked politely, one request at a time per host.

use std::collections::BTreeMap;
use std::time::Duration;

use async_trait::async_trait;
use futures_util::{StreamExt as _, stream};
use reqwest::redirect::Policy;
use reqwest::{Client, Method, Response};
use url::Url;

use crate::domain::in_both::{InBoth, in_both};
use crate::ports::sources::{NoneReached, Sources, Visited};

/// Who asks, so that an administrator can see it in a log.
const NAME: &str = concat!("Loket/", env!("CARGO_PKG_VERSION"), " (checks the links of a catalogue)");
/// More redirects lead nowhere.
const MOST_REDIRECTS: usize = 10;

/// How to behave on the network.
#[derive(Clone, Copy, Debug)]
pub struct Manners {
    /// So many hosts are visited at the same time.
    pub hosts_at_once: usize,
    /// So long an answer may take.
    pub patience: Duration,
}

impl Default for Manners {
    fn default() -> Self {
        Self { hosts_at_once: 16, patience: Duration::from_secs(20) }
    }
}

/// Visits sites as these manners ask.
#[derive(Clone, Copy, Debug, Default)]
pub struct LinkVisitor(pub Manners);

#[async_trait]
impl Sources for LinkVisitor {
    async fn visit(&self, addresses: Vec<String>) -> Result<BTreeMap<String, Visited>, NoneReached> {
        let Self(manners) = self;
        let client = Client::builder()
            .user_agent(NAME)
            .timeout(manners.patience)
            .redirect(Policy::limited(MOST_REDIRECTS))
            .build()
            .map_err(|error| NoneReached(error.to_string()))?;
        let visits = by_host(addresses).into_values().map(|addresses| one_after_another(&client, addresses));
        let visits = stream::iter(visits).buffer_unordered(manners.hosts_at_once.max(1));
        let visited: BTreeMap<String, Visited> = visits.concat().await.into_iter().collect();
        if !visited.is_empty() && visited.values().all(|visited| *visited == Visited::Unreached) {
            return Err(NoneReached("no site can be reached; is this machine on the internet?".to_owned()));
        }
        Ok(visited)
    }
}

fn by_host(addresses: impl IntoIterator<Item = String>) -> BTreeMap<String, Vec<String>> {
    let mut hosts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for address in addresses {
        let host = Url::parse(&address).ok().map(|url| url.authority().to_owned());
        let known = hosts.entry(host.unwrap_or_default()).or_default();
        if !known.contains(&address) {
            known.push(address);
        }
    }
    hosts
}

async fn one_after_another(client: &Client, addresses: Vec<String>) -> Vec<(String, Visited)> {
    let mut all = Vec::new();
    for address in addresses {
        let visited = visited(client, &address).await;
        all.push((address, visited));
    }
    all
}

/// The head of a page is enough; a server that refuses to give it alone is asked for the page.
async fn visited(client: &Client, address: &str) -> Visited {
    if let Ok(response) = client.request(Method::HEAD, address).send().await
        && response.status().is_success()
    {
        return arrived(address, &response);
    }
    match client.get(address).send().await {
        Ok(response) if response.status().is_success() => arrived(address, &response),
        Ok(response) => {
            Visited::Dead(in_both!("de site antwoordt {status}", "it answers {status}"; status = response.status()))
        }
        Err(error) if error.is_connect() => Visited::Unreached,
        Err(error) => Visited::Dead(reason(&error)),
    }
}

fn arrived(address: &str, response: &Response) -> Visited {
    let end = response.url();
    let same = Url::parse(address).is_ok_and(|begin| place(&begin) == place(end));
    if same { Visited::Alive } else { Visited::Moved(end.to_string()) }
}

/// What makes two addresses the same page: not `www`, not `https`, not a slash at the end.
fn place(url: &Url) -> (String, String) {
    let host = url.authority();
    (host.strip_prefix("www.").unwrap_or(host).to_owned(), url.path().trim_end_matches('/').to_owned())
}

fn reason(error: &reqwest::Error) -> InBoth {
    if error.is_timeout() {
        in_both!("de site antwoordt niet", "it does not answer")
    } else if error.is_redirect() {
        in_both!("de site stuurt je in een kring rond", "it sends you around in a circle")
    } else {
        in_both!("de site geeft geen goed antwoord", "it gives no proper answer")
    }
}
