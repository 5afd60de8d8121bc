//! Does every case end at one desk? Each municipality of the region, and a firm elsewhere, × theme × language is tried.

use std::collections::HashMap;
use std::ops::Range;

use crate::adapters::knowledge::page::Page;
use crate::domain::area::Areas;
use crate::domain::catalogue::Theme;
use crate::domain::desk::{Desk, Desks};
use crate::domain::ids::{DeskId, ThemeId};
use crate::domain::language::Language;
use crate::domain::region::Region;

/// Reports every place with a route that ends nowhere, or at two desks; `places` says where the desks stand.
pub(super) fn check(
    page: &Page,
    (areas, region, themes): (&Areas, &Region, &[Theme]),
    desks: &Desks,
    places: &HashMap<DeskId, Range<usize>>,
) {
    let has_fallback = desks.fallback().is_some_and(|id| desks.desk(id).is_some());
    for place in region.municipalities.iter().map(Some).chain([None]) {
        // One bad route of a place says enough: the others are mended with it.
        let bad = routes(themes).find_map(|(theme, language)| {
            let suitable = desks.suitable(place, theme, language);
            // That a firm elsewhere needs a fall-back desk is said where that is missing.
            let ends_nowhere = suitable.is_empty() && !has_fallback && place.is_some();
            let is_bad = suitable.len() > 1 || ends_nowhere;
            is_bad.then_some((theme, language, suitable))
        });
        if let Some((theme, language, suitable)) = bad {
            let place = place.map_or_else(
                || "a firm elsewhere".to_owned(),
                |place| format!("{} ({place})", areas.name(place).unwrap_or_default()),
            );
            let theme = theme.map_or_else(|| "any theme".to_owned(), |theme| format!("theme `{theme}`"));
            let route = format!("{place}, {theme}, language `{}`", language.code());
            report(page, &route, &suitable, places);
        }
    }
}

/// Every theme, and none, in every language.
fn routes(themes: &[Theme]) -> impl Iterator<Item = (Option<&ThemeId>, Language)> {
    let all = std::iter::once(None).chain(themes.iter().map(|theme| Some(&theme.id)));
    all.flat_map(|theme| Language::ALL.into_iter().map(move |language| (theme, language)))
}

fn report(page: &Page, route: &str, suitable: &[&Desk], places: &HashMap<DeskId, Range<usize>>) {
    match suitable {
        [first, second, ..] => {
            let place = places.get(&second.id).cloned().unwrap_or(0..0);
            page.error(
                place,
                format!("`{}` and `{}` both answer for {route}", first.id, second.id),
                "leave it at one of them, or give one of them `themes` or `languages`",
            );
        }
        _ => page.error(
            0..0,
            format!("no desk answers for {route}"),
            "add it to a desk's `municipalities`, or name a `fallback` desk",
        ),
    }
}
