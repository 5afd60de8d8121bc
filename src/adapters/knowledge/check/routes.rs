//! Does the reader always get somewhere? An entry that is over leads to what is there now.

use std::collections::HashSet;

use crate::adapters::knowledge::draft::Draft;
use crate::adapters::knowledge::gauge::Gauge;
use crate::domain::entry::Status;

/// Checks where one entry leads.
pub(super) fn check(draft: &Draft<'_>, gauge: &Gauge<'_>) {
    provider(draft, gauge);
    if draft.is_over_on(gauge.today) {
        successors(draft, gauge);
    }
}

fn provider(draft: &Draft<'_>, gauge: &Gauge<'_>) {
    let Some(provider) = draft.header.provider.as_ref().filter(|_| !draft.is_over_on(gauge.today)) else { return };
    if gauge.known.get(provider.get_ref()).is_some_and(|found| found.is_over_on(gauge.today)) {
        let what = format!("the organisation `{}` is gone, and this is open", provider.get_ref());
        draft.page.warning(provider.span(), what, "name who does it now, or close this entry");
    }
}

/// Follows the successors to one that is open.
fn successors(draft: &Draft<'_>, gauge: &Gauge<'_>) {
    let Some(written) = &draft.header.successor else {
        let open = |id| gauge.known.get(id).is_some_and(|one| !one.is_over_on(gauge.today));
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
        if !found.is_over_on(gauge.today) {
            return;
        }
        next = found.header.successor.as_ref().map(toml::Spanned::get_ref);
    }
    if next.is_none() {
        let what = format!("`{}` came instead, and is over too", written.get_ref());
        draft.page.warning(written.span(), what, "name what is there now, or say in the text that nothing is");
    }
}
