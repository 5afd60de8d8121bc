//! Does the link lead to an official page?

use std::collections::HashSet;

use url::Url;

use crate::adapters::knowledge::draft::Draft;
use crate::domain::entry::Kind;
use crate::domain::in_both::in_both;

/// The hosts of official pages.
pub(super) struct Official {
    hosts: HashSet<String>,
}

impl Official {
    /// The hosts of the organisations among these entries, and `more`.
    pub(super) fn of(drafts: &[Draft<'_>], more: &[String]) -> Self {
        let parties = drafts.iter().filter(|draft| *draft.header.kind.get_ref() == Kind::Organisation);
        let hosts = parties.filter_map(|draft| host(draft.header.url.get_ref()));
        Self { hosts: hosts.chain(more.iter().cloned()).collect() }
    }

    /// Checks the link of one entry. What another entrepreneur did may be told by a newspaper.
    pub(super) fn check(&self, draft: &Draft<'_>) {
        if *draft.header.kind.get_ref() == Kind::Example {
            return;
        }
        let url = &draft.header.url;
        if let Some(host) = host(url.get_ref()).filter(|host| !self.knows(host)) {
            let what = in_both!("dat {host} officieel is, staat nergens", "nobody says that {host} is official");
            let mend = in_both!(
                "schrijf de pagina van de organisatie zelf of van de overheid; is dit toch officieel, zet {host} dan in \
                 official.toml",
                "link to the page of the provider or of the government; if this is official, add {host} to \
                 official.toml"
            );
            draft.page.warning(url.span(), what, mend);
        }
    }

    /// Is this the host of an official page, or one below it?
    fn knows(&self, host: &str) -> bool {
        let mut below = Some(host);
        while let Some(name) = below {
            if self.hosts.contains(name) {
                return true;
            }
            below = name.split_once('.').map(|(_, rest)| rest);
        }
        false
    }
}

/// The host of an address, without `www`.
fn host(url: &str) -> Option<String> {
    let url = Url::parse(url).ok()?;
    url.domain().map(|host| host.strip_prefix("www.").unwrap_or(host).to_owned())
}
