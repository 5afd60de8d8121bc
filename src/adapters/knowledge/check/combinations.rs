//! Do two entries agree on whether they go together?

use toml::Spanned;

use crate::adapters::knowledge::draft::Draft;
use crate::adapters::knowledge::known::Known;
use crate::domain::ids::EntryId;

/// What goes together on one page can't exclude each other on another.
pub(super) fn check(draft: &Draft<'_>, known: &Known<'_>) {
    let names = |list: &[Spanned<EntryId>], id: &EntryId| list.iter().any(|one| one.get_ref() == id);
    for excluded in &draft.header.excludes {
        let (id, span) = (excluded.get_ref(), excluded.span());
        let other_says = known.get(id).filter(|other| names(&other.header.stacks_with, draft.id()));
        if names(&draft.header.stacks_with, id) {
            let mend = "keep it in `excludes` or in `stacks_with`, as the official page says";
            draft.page.error(span, format!("`{id}` stands in both lists"), mend);
        } else if let Some(other) = other_says {
            let what = format!("{} says that the two go together", other.page.name);
            draft.page.error(span, what, "look on the official page which of the two is right");
        }
    }
}
