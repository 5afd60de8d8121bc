//! The addresses that entries cite: the official page, and the pages the facts come from.

use super::draft::Draft;

/// An address, with where it is written.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Cited {
    /// The address.
    pub url: String,
    /// The file, inside the folder,
    pub file: String,
    /// and the line in it.
    pub line: usize,
}

/// Every address that these entries cite, in their order.
pub(super) fn of(drafts: &[Draft<'_>]) -> Vec<Cited> {
    let mut cited = Vec::new();
    for draft in drafts {
        let addresses = std::iter::once(&draft.header.url).chain(&draft.header.sources);
        cited.extend(addresses.map(|address| Cited {
            url: address.get_ref().clone(),
            file: draft.page.name.clone(),
            line: draft.page.line(&address.span()),
        }));
    }
    cited
}
