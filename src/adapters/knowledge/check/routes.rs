//! Does the reader always get somewhere? An entry that is over leads to what is there now.

use std::collections::HashSet;

use crate::adapters::knowledge::draft::Draft;
use crate::adapters::knowledge::gauge::Gauge;
use crate::domain::entry::Status;

/// Checks where one entry leads.
pub(super) fn check(draft: &Draft<'_>, gauge: &Gauge<'_>) {
    provider(draft, gauge);
    if is_over(draft, gauge) {
        successors(draft, gauge);
    }
}

fn is_over(draft: &Draft<'_>, gauge: &Gauge<'_>) -> bool {
    matches!(draft.status_on(gauge.today), Status::Closed | Status::Ended | Status::BudgetGone)
}

fn provider(draft: &Draft<'_>, gauge: &Gauge<'_>) {
    let Some(provider) = draft.header.provider.as_ref().filter(|_| !is_over(draft, gauge)) else { return };
    if gauge.known.get(provider.get_ref()).is_some_and(|found| is_over(found, gauge)) {
        let what = format!("the organisation `{}` is gone, and this is open", provider.get_ref());
        draft.page.warning(provider.span(), what, "name who does it now, or close this entry");
    }
}

/// Follows the successors to one that is open.
fn successors(draft: &Draft<'_>, gauge: &Gauge<'_>) {
    let Some(written) = &draft.header.successor else {
        let open = |id| gauge.known.get(id).is_some_and(|one| !is_over(one, gauge));
        if draft.header.status == Status::Ended && !draft.header.related.iter().any(|one| open(one.get_ref())) {
            let mend = "name what came instead as `successor`, or what helps now in `related`";
            draft.page.warning(draft.header.id.span(), "this is over, and leads nowhere", mend);
        }
        return;
    };
    let (mut passed, mut next) = (HashSet::from([draft.id()]), Some(written.get_ref()));
    while let Some(found) = next.and_then(|id| gauge.known.get(id)) {
        if !passed.insert(found.id()) {
            draft.page.warning(written.span(), "these successors lead around in a circle", "end at one that is open");
            return;
        }
        if !is_over(found, gauge) {
            return;
        }
        next = found.header.successor.as_ref().map(toml::Spanned::get_ref);
    }
    if next.is_none() {
        let what = format!("`{}` came instead, and is over too", written.get_ref());
        draft.page.warning(written.span(), what, "name what is there now, or say in the text that nothing is");
    }
}
