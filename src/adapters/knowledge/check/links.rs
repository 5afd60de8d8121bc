//! Does everything an entry names exist, and does the file lie where it belongs?

use crate::adapters::knowledge::draft::Draft;
use crate::adapters::knowledge::gauge::Gauge;
use crate::adapters::knowledge::known::Known;
use crate::adapters::knowledge::nearest::nearest;
use crate::domain::catalogue::{Surroundings, Theme};
use crate::domain::entry::Kind;

/// Checks what one entry names.
pub(super) fn check(draft: &Draft<'_>, gauge: &Gauge<'_>) {
    file(draft);
    provider(draft, gauge.known);
    successor(draft, gauge.known);
    related(draft, gauge);
    areas(draft, gauge.surroundings);
    themes(draft, &gauge.surroundings.themes);
}

fn file(draft: &Draft<'_>) {
    let (page, id, kind) = (draft.page, &draft.header.id, &draft.header.kind);
    if id.get_ref().as_str() != page.stem() {
        let mend = format!("rename the file to `{}.md`, or write `id = \"{}\"`", id.get_ref(), page.stem());
        page.error(id.span(), "the id is not the name of the file", mend);
    }
    if kind.get_ref().folder() != page.folder() {
        let what = format!("a {} does not belong in `{}`", kind.get_ref().word(), page.folder());
        page.error(kind.span(), what, format!("move the file to `{}`", kind.get_ref().folder()));
    }
}

fn provider(draft: &Draft<'_>, known: &Known<'_>) {
    let (page, kind) = (draft.page, *draft.header.kind.get_ref());
    match &draft.header.provider {
        None if matches!(kind, Kind::Organisation | Kind::Example) => {}
        None => page.error(0..3, "`provider` is missing", "name the organisation behind it, e.g. `provider = \"rvo\"`"),
        Some(provider) if kind == Kind::Organisation => {
            page.error(provider.span(), "an organisation has no provider", "take the line out");
        }
        Some(provider) => {
            let found = known.require(page, provider.get_ref(), provider.span());
            if found.is_some_and(|found| *found.header.kind.get_ref() != Kind::Organisation) {
                let what = format!("`{}` is no organisation", provider.get_ref());
                page.error(provider.span(), what, "name an entry from the folder organisations");
            }
        }
    }
}

fn successor(draft: &Draft<'_>, known: &Known<'_>) {
    if let Some(successor) = &draft.header.successor {
        known.require(draft.page, successor.get_ref(), successor.span());
        if successor.get_ref() == draft.id() {
            draft.page.error(successor.span(), "nothing succeeds itself", "name what came instead");
        }
    }
}

/// An entry in one of these lists may still have to be written, so its absence refuses nothing.
fn related(draft: &Draft<'_>, gauge: &Gauge<'_>) {
    let header = &draft.header;
    for related in [&header.related, &header.stacks_with, &header.excludes, &header.shares].into_iter().flatten() {
        let (id, span) = (related.get_ref(), related.span());
        if id == draft.id() {
            draft.page.error(span, "this is the entry itself", "name another entry, or take it out");
            continue;
        }
        match gauge.known.get(id) {
            None => draft.page.warning(span, format!("there is no entry `{id}`"), gauge.known.instead_of(id)),
            Some(found) if found.is_over_on(gauge.today) => {
                draft.page.warning(span, format!("`{id}` is closed"), "name what came instead, or take it out");
            }
            Some(_) => {}
        }
    }
}

fn areas(draft: &Draft<'_>, surroundings: &Surroundings) {
    let areas = &surroundings.areas;
    // Without areas.csv nothing is known, and that is reported there.
    let anything_known = areas.municipalities().next().is_some();
    for area in draft.header.areas.iter().filter(|area| anything_known && !areas.knows(area.get_ref())) {
        let what = format!("there is no area {}", area.get_ref());
        draft.page.error(area.span(), what, "look its code up in areas.csv: NL, PV23 or GM0150");
    }
}

fn themes(draft: &Draft<'_>, themes: &[Theme]) {
    let known = || themes.iter().map(|theme| theme.id.as_str());
    for theme in &draft.header.themes {
        let written = theme.get_ref().as_str();
        // Without themes.toml nothing is known, and that is reported there.
        if themes.is_empty() || known().any(|theme| theme == written) {
            continue;
        }
        let mend = match nearest(written, known()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("write one of: {}", known().collect::<Vec<_>>().join(", ")),
        };
        draft.page.error(theme.span(), format!("there is no theme `{written}`"), mend);
    }
}
