//! Does every case end at one desk? Each municipality of the region, and a firm elsewhere, × theme × language is tried.

use std::collections::HashMap;
use std::ops::Range;

use crate::adapters::knowledge::page::Page;
use crate::domain::area::Areas;
use crate::domain::catalogue::Theme;
use crate::domain::desk::{Desk, Desks};
use crate::domain::ids::{DeskId, ThemeId};
use crate::domain::in_both::{InBoth, in_both};
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
            let place = match place {
                None => in_both!("een bedrijf ergens anders", "a firm elsewhere"),
                Some(place) => {
                    in_both!("{name} ({place})", "{name} ({place})"; name = areas.name(place).unwrap_or_default())
                }
            };
            let theme = match theme {
                None => in_both!("elk thema", "any theme"),
                Some(theme) => in_both!("thema `{theme}`", "theme `{theme}`"),
            };
            let route = in_both!(
                "{place}, {theme}, taal `{code}`",
                "{place}, {theme}, language `{code}`"; both place, theme; code = language.code()
            );
            report(page, &route, &suitable, places);
        }
    }
}

/// Every theme, and none, in every language.
fn routes(themes: &[Theme]) -> impl Iterator<Item = (Option<&ThemeId>, Language)> {
    let all = std::iter::once(None).chain(themes.iter().map(|theme| Some(&theme.id)));
    all.flat_map(|theme| Language::ALL.into_iter().map(move |language| (theme, language)))
}

fn report(page: &Page, route: &InBoth, suitable: &[&Desk], places: &HashMap<DeskId, Range<usize>>) {
    match suitable {
        [first, second, ..] => {
            let place = places.get(&second.id).cloned().unwrap_or(0..0);
            page.error(
                place,
                in_both!(
                    "`{first}` en `{second}` zijn er allebei voor {route}",
                    "`{first}` and `{second}` both answer for {route}";
                    both route; first = first.id, second = second.id
                ),
                in_both!(
                    "laat het bij een van de twee, of geef een van de twee `themes` of `languages`",
                    "leave it at one of them, or give one of them `themes` or `languages`"
                ),
            );
        }
        _ => page.error(
            0..0,
            in_both!("er is geen loket voor {route}", "no desk answers for {route}"; both route),
            in_both!(
                "zet de gemeente bij `municipalities` van een loket, of schrijf bij `fallback` welk loket de rest krijgt",
                "add it to a desk's `municipalities`, or name a `fallback` desk"
            ),
        ),
    }
}
