//! Does the reader always get somewhere? An entry that is over leads to what is there now.

use std::collections::HashSet;

use crate::adapters::knowledge::draft::Draft;
use crate::adapters::knowledge::gauge::Gauge;
use crate::domain::entry::Status;
use crate::domain::in_both::in_both;

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
        let what = in_both!(
            "de organisatie `{id}` is er niet meer, en deze kaart is open",
            "the organisation `{id}` is gone, and this is open"; id = provider.get_ref()
        );
        let mend =
            in_both!("schrijf wie het nu doet, of sluit deze kaart", "name who does it now, or close this entry");
        draft.page.warning(provider.span(), what, mend);
    }
}

/// Follows the successors to one that is open.
fn successors(draft: &Draft<'_>, gauge: &Gauge<'_>) {
    let Some(written) = &draft.header.successor else {
        let open = |id| gauge.known.get(id).is_some_and(|one| !one.is_over_on(gauge.today));
        if draft.header.status == Status::Ended && !draft.header.related.iter().any(|one| open(one.get_ref())) {
            let what = in_both!("dit is voorbij, en wijst niet verder", "this is over, and leads nowhere");
            let mend = in_both!(
                "schrijf bij `successor` wat ervoor in de plaats kwam, of bij `related` wat nu helpt",
                "name what came instead as `successor`, or what helps now in `related`"
            );
            draft.page.warning(draft.header.id.span(), what, mend);
        }
        return;
    };
    let (mut passed, mut next) = (HashSet::from([draft.id()]), Some(written.get_ref()));
    while let Some(found) = next.and_then(|id| gauge.known.get(id)) {
        if !passed.insert(found.id()) {
            draft.page.warning(
                written.span(),
                in_both!("deze opvolgers wijzen in een kring naar elkaar", "these successors lead around in a circle"),
                in_both!("eindig bij een kaart die open is", "end at one that is open"),
            );
            return;
        }
        if !found.is_over_on(gauge.today) {
            return;
        }
        next = found.header.successor.as_ref().map(toml::Spanned::get_ref);
    }
    if next.is_none() {
        let what = in_both!(
            "`{id}` kwam ervoor in de plaats, en is ook voorbij",
            "`{id}` came instead, and is over too"; id = written.get_ref()
        );
        let mend = in_both!(
            "schrijf wat er nu is, of zeg in de tekst dat er niets meer is",
            "name what is there now, or say in the text that nothing is"
        );
        draft.page.warning(written.span(), what, mend);
    }
}
