//! Does everything an entry names exist, and does the file lie where it belongs?

use crate::adapters::knowledge::draft::Draft;
use crate::adapters::knowledge::gauge::Gauge;
use crate::adapters::knowledge::known::{Known, no_entry};
use crate::adapters::knowledge::nearest::instead_of;
use crate::domain::catalogue::{Surroundings, Theme};
use crate::domain::entry::Kind;
use crate::domain::in_both::in_both;

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
        let (written, name) = (id.get_ref(), page.stem());
        let what = in_both!("het id is niet de naam van het bestand", "the id is not the name of the file");
        let mend = in_both!(
            "noem het bestand `{written}.md`, of schrijf `id = \"{name}\"`",
            "rename the file to `{written}.md`, or write `id = \"{name}\"`"
        );
        page.error(id.span(), what, mend);
    }
    if kind.get_ref().folder() != page.folder() {
        let (word, folder, right) = (kind.get_ref().word(), page.folder(), kind.get_ref().folder());
        let what =
            in_both!("`kind = \"{word}\"` hoort niet in de map `{folder}`", "a {word} does not belong in `{folder}`");
        let mend = in_both!("zet het bestand in de map `{right}`", "move the file to `{right}`");
        page.error(kind.span(), what, mend);
    }
}

fn provider(draft: &Draft<'_>, known: &Known<'_>) {
    let (page, kind) = (draft.page, *draft.header.kind.get_ref());
    match &draft.header.provider {
        None if matches!(kind, Kind::Organisation | Kind::Example) => {}
        None => page.error(
            0..3,
            in_both!("`provider` ontbreekt", "`provider` is missing"),
            in_both!(
                "schrijf welke organisatie erachter zit, bijvoorbeeld `provider = \"rvo\"`",
                "name the organisation behind it, e.g. `provider = \"rvo\"`"
            ),
        ),
        Some(provider) if kind == Kind::Organisation => {
            page.error(
                provider.span(),
                in_both!("een organisatie heeft geen `provider`", "an organisation has no provider"),
                in_both!("haal de regel weg", "take the line out"),
            );
        }
        Some(provider) => {
            let found = known.require(page, provider.get_ref(), provider.span());
            if found.is_some_and(|found| *found.header.kind.get_ref() != Kind::Organisation) {
                let what = in_both!("`{id}` is geen organisatie", "`{id}` is no organisation"; id = provider.get_ref());
                let mend = in_both!(
                    "schrijf het id van een kaart uit de map organisations",
                    "name an entry from the folder organisations"
                );
                page.error(provider.span(), what, mend);
            }
        }
    }
}

fn successor(draft: &Draft<'_>, known: &Known<'_>) {
    if let Some(successor) = &draft.header.successor {
        known.require(draft.page, successor.get_ref(), successor.span());
        if successor.get_ref() == draft.id() {
            draft.page.error(
                successor.span(),
                in_both!("een kaart volgt zichzelf niet op", "nothing succeeds itself"),
                in_both!("schrijf het id van wat ervoor in de plaats kwam", "name what came instead"),
            );
        }
    }
}

/// An entry in one of these lists may still have to be written, so its absence refuses nothing.
fn related(draft: &Draft<'_>, gauge: &Gauge<'_>) {
    let header = &draft.header;
    for related in [&header.related, &header.stacks_with, &header.excludes, &header.shares].into_iter().flatten() {
        let (id, span) = (related.get_ref(), related.span());
        if id == draft.id() {
            draft.page.error(
                span,
                in_both!("dit is de kaart zelf", "this is the entry itself"),
                in_both!("schrijf het id van een andere kaart, of haal dit weg", "name another entry, or take it out"),
            );
            continue;
        }
        match gauge.known.get(id) {
            None => draft.page.warning(span, no_entry(id), gauge.known.instead_of(id)),
            Some(found) if found.is_over_on(gauge.today) => draft.page.warning(
                span,
                in_both!("`{id}` is gesloten", "`{id}` is closed"),
                in_both!(
                    "schrijf het id van wat ervoor in de plaats kwam, of haal dit weg",
                    "name what came instead, or take it out"
                ),
            ),
            Some(_) => {}
        }
    }
}

fn areas(draft: &Draft<'_>, surroundings: &Surroundings) {
    let areas = &surroundings.areas;
    // Without areas.csv nothing is known, and that is reported there.
    let anything_known = areas.municipalities().next().is_some();
    for area in draft.header.areas.iter().filter(|area| anything_known && !areas.knows(area.get_ref())) {
        let what = in_both!("een gebied {code} bestaat niet", "there is no area {code}"; code = area.get_ref());
        let mend = in_both!(
            "zoek de code op in areas.csv: NL, PV23 of GM0150",
            "look its code up in areas.csv: NL, PV23 or GM0150"
        );
        draft.page.error(area.span(), what, mend);
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
        let what = in_both!("een thema `{written}` bestaat niet", "there is no theme `{written}`");
        draft.page.error(theme.span(), what, instead_of(written, known()));
    }
}
