//! Do two entries agree on whether they go together?

use toml::Spanned;

use crate::adapters::knowledge::draft::Draft;
use crate::adapters::knowledge::known::Known;
use crate::domain::ids::EntryId;
use crate::domain::in_both::in_both;

/// What goes together on one page can't exclude each other on another.
pub(super) fn check(draft: &Draft<'_>, known: &Known<'_>) {
    let names = |list: &[Spanned<EntryId>], id: &EntryId| list.iter().any(|one| one.get_ref() == id);
    for excluded in &draft.header.excludes {
        let (id, span) = (excluded.get_ref(), excluded.span());
        let other_says = known.get(id).filter(|other| names(&other.header.stacks_with, draft.id()));
        if names(&draft.header.stacks_with, id) {
            let mend = in_both!(
                "laat hem staan in `excludes` of in `stacks_with`, zoals de officiële pagina zegt",
                "keep it in `excludes` or in `stacks_with`, as the official page says"
            );
            draft.page.error(span, in_both!("`{id}` staat in beide lijsten", "`{id}` stands in both lists"), mend);
        } else if let Some(other) = other_says {
            let what = in_both!(
                "{name} zegt dat deze twee samen mogen",
                "{name} says that the two go together"; name = other.page.name
            );
            let mend = in_both!(
                "kijk op de officiële pagina wat klopt, en pas een van de twee kaarten aan",
                "look on the official page which of the two is right"
            );
            draft.page.error(span, what, mend);
        }
    }
}
