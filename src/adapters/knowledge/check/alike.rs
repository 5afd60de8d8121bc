//! Do two entries say the same? Then one of them is enough, or each must say what sets it apart.

use std::collections::BTreeMap;

use jiff::civil::Date;
use strsim::sorensen_dice;

use crate::adapters::knowledge::draft::{Draft, plain_text};
use crate::domain::area::AreaCode;
use crate::domain::entry::{Kind, Status};
use crate::domain::in_both::in_both;
use crate::domain::language::Language;

/// How alike the titles and summaries of two entries may be: 1 is the same text.
const ALIKE: f64 = 0.7;

/// Entries between which a reader would have to choose: the same kind, area and status.
type Side = (Kind, Vec<AreaCode>, String);

/// Checks all entries against each other.
pub(super) fn check(drafts: &[Draft<'_>], today: Date) {
    let mut sides: BTreeMap<Side, Vec<(&Draft<'_>, String)>> = BTreeMap::new();
    for draft in drafts {
        let Some(said) = said(draft) else { continue };
        let others = sides.entry(side(draft, draft.status_on(today))).or_default();
        if let Some((first, _)) = others.iter().find(|(_, other)| sorensen_dice(other, &said) >= ALIKE) {
            let what = in_both!(
                "deze kaart zegt bijna hetzelfde als {name}",
                "this says nearly the same as {name}"; name = first.page.name
            );
            let mend = in_both!(
                "maak er één kaart van met een alias, of zeg in titel en samenvatting wat het verschil is",
                "make it one entry with an alias, or say in title and summary what sets it apart"
            );
            draft.page.warning(draft.header.id.span(), what, mend);
        }
        others.push((draft, said));
    }
}

fn side(draft: &Draft<'_>, status: Status) -> Side {
    let mut areas: Vec<AreaCode> = draft.header.areas.iter().map(|area| area.get_ref().clone()).collect();
    areas.sort();
    (*draft.header.kind.get_ref(), areas, format!("{status:?}"))
}

/// What it says of itself at first sight.
fn said(draft: &Draft<'_>) -> Option<String> {
    let body = draft.bodies.get(&Language::Nl)?;
    Some(format!("{} {}", body.title.get_ref(), plain_text(&body.summary)).to_lowercase())
}
