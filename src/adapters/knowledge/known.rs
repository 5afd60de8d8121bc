//! What is known: the entries by id and alias, so that every mention of one can be looked up.

use std::collections::HashMap;
use std::ops::Range;

use super::draft::Draft;
use super::nearest::nearest;
use super::page::Page;
use crate::domain::ids::EntryId;
use crate::domain::in_both::{InBoth, in_both};

/// The entries by every name they have.
pub(super) struct Known<'a> {
    by_name: HashMap<&'a EntryId, &'a Draft<'a>>,
}

impl<'a> Known<'a> {
    /// These entries; a name that two of them claim is reported.
    pub(super) fn new(drafts: &'a [Draft<'a>]) -> Self {
        let mut by_name: HashMap<&EntryId, &Draft<'_>> = HashMap::new();
        for draft in drafts {
            for name in std::iter::once(&draft.header.id).chain(&draft.header.aliases) {
                if let Some(first) = by_name.get(name.get_ref()) {
                    let what = in_both!(
                        "`{name}` is al de naam van {first}",
                        "`{name}` is already the name of {first}"; first = first.page.name, name = name.get_ref()
                    );
                    let mend = in_both!(
                        "een id of alias hoort voor altijd bij één kaart: kies een andere",
                        "an id or alias names one entry for ever: choose another"
                    );
                    draft.page.error(name.span(), what, mend);
                } else {
                    by_name.insert(name.get_ref(), draft);
                }
            }
        }
        Self { by_name }
    }

    /// The entry with this id or alias.
    pub(super) fn get(&self, id: &EntryId) -> Option<&'a Draft<'a>> {
        self.by_name.get(id).copied()
    }

    /// The entry with this id or alias; that there is none is an error at `span`.
    pub(super) fn require(&self, page: &Page, id: &EntryId, span: Range<usize>) -> Option<&'a Draft<'a>> {
        let found = self.get(id);
        if found.is_none() {
            page.error(span, no_entry(id), self.instead_of(id));
        }
        found
    }

    /// What to write instead of an id that nothing has.
    pub(super) fn instead_of(&self, id: &EntryId) -> InBoth {
        match nearest(id.as_str(), self.by_name.keys().map(|known| known.as_str())) {
            Some(near) => in_both!(
                "bedoel je `{near}`? Anders: maak die kaart, of haal de naam hier weg",
                "did you mean `{near}`? Otherwise write that entry, or take the mention out"
            ),
            None => in_both!("maak die kaart, of haal de naam hier weg", "write that entry, or take the mention out"),
        }
    }
}

/// That no entry has this id.
pub(super) fn no_entry(id: &EntryId) -> InBoth {
    in_both!("een kaart `{id}` bestaat niet", "there is no entry `{id}`")
}
