//! `desks.toml`: who answers for which municipalities, when, and how soon.

use std::collections::HashMap;
use std::ops::Range;

use jiff::tz::{TimeZone, TimeZoneDatabase};
use toml::Spanned;

use super::{municipalities, routes, week};
use crate::adapters::knowledge::nearest::instead_of;
use crate::adapters::knowledge::page::{Page, map};
use crate::adapters::knowledge::table::Table;
use crate::adapters::knowledge::words::{Day, Slug};
use crate::domain::area::{AreaCode, Areas};
use crate::domain::catalogue::Theme;
use crate::domain::desk::{Desk, Desks};
use crate::domain::holidays::Holiday;
use crate::domain::ids::{DeskId, ThemeId};
use crate::domain::in_both::in_both;
use crate::domain::language::Language;
use crate::domain::region::Region;
use crate::domain::working_hours::WorkingHours;

/// The desks on this page.
pub(super) fn read(page: &Page, areas: &Areas, region: &Region, themes: &[Theme]) -> Desks {
    let mut table = Table::of_page(page);
    let zone = table.required::<String>("zone", r#""Europe/Amsterdam""#);
    let zone = zone.and_then(|name| time_zone(page, &name)).unwrap_or(TimeZone::UTC);
    let fallback = table.required::<Slug>("fallback", r#""deventer""#).map(desk_id);
    let rows = table.tables("desk");
    table.finish();
    let mut reader = Reader { page, areas, region, themes, desks: Vec::new(), places: HashMap::new() };
    for row in rows {
        reader.take(row, &zone);
    }
    reader.check_fallback(fallback.as_ref());
    let places = reader.places;
    let desks = Desks::new(reader.desks, fallback.map(Spanned::into_inner));
    routes::check(page, (areas, region, themes), &desks, &places);
    desks
}

struct Reader<'a> {
    page: &'a Page,
    areas: &'a Areas,
    region: &'a Region,
    themes: &'a [Theme],
    desks: Vec<Desk>,
    /// Where each desk stands on the page.
    places: HashMap<DeskId, Range<usize>>,
}

impl Reader<'_> {
    fn take(&mut self, mut row: Table<'_>, zone: &TimeZone) {
        let span = row.span();
        let id = row.required::<Slug>("id", r#""deventer""#).map(desk_id);
        let name = row.required::<String>("name", r#""Ondernemersloket Deventer""#);
        let served = row.list("municipalities", r#"["GM0150"]"#);
        let themes = row.list::<Slug>("themes", r#"["finance"]"#);
        let languages = row.list::<Language>("languages", r#"["en"]"#);
        let lead = row.optional::<String>("lead", r#""@iris_deventer""#);
        let promise = row.required::<u32>("promise_hours", "8");
        let closures = row.list::<Day>("closures", "[2026-12-24]");
        let worked = row.list::<Holiday>("worked_holidays", r#"["good-friday"]"#);
        let hours = row.table("hours");
        row.finish();
        let week = match hours {
            Some(hours) => week::read(self.page, hours),
            None => {
                self.page.error(
                    span,
                    in_both!("dit loket heeft geen werktijden", "this desk has no hours"),
                    in_both!(
                        "zet er `[desk.hours]` bij, met een regel per dag, zoals `monday = [\"09:00-17:00\"]`",
                        "add `[desk.hours]` with a line per weekday"
                    ),
                );
                Default::default()
            }
        };
        let Some(id) = id else { return };
        self.check_promise(promise.as_ref());
        self.check_name(&id);
        let municipalities = self.served(served);
        self.places.insert(id.get_ref().clone(), id.span());
        self.desks.push(Desk {
            id: id.into_inner(),
            name: name.map_or_else(String::new, Spanned::into_inner),
            municipalities,
            themes: self.known_themes(themes),
            languages: languages.into_iter().map(Spanned::into_inner).collect(),
            lead: self.lead(lead),
            hours: WorkingHours {
                zone: zone.clone(),
                week,
                closures: closures.into_iter().map(|day| day.get_ref().0).collect(),
                worked_holidays: worked.into_iter().map(Spanned::into_inner).collect(),
            },
            promise_hours: promise.map_or(1, Spanned::into_inner),
        });
    }

    fn check_promise(&self, promise: Option<&Spanned<u32>>) {
        if let Some(promise) = promise.filter(|hours| *hours.get_ref() == 0) {
            self.page.error(
                promise.span(),
                in_both!("niemand kan in nul uur reageren", "nobody can react in no time"),
                in_both!("beloof één werkuur of meer", "promise one working hour or more"),
            );
        }
    }

    fn check_name(&self, id: &Spanned<DeskId>) {
        if self.desks.iter().any(|desk| &desk.id == id.get_ref()) {
            self.page.error(
                id.span(),
                in_both!("het loket `{id}` staat hier twee keer", "the desk `{id}` stands here twice"; id = id.get_ref()),
                in_both!("geef een van de twee een andere naam", "rename one"),
            );
        }
    }

    /// The municipalities of a desk: known ones, in the region.
    fn served(&self, codes: Vec<Spanned<AreaCode>>) -> Vec<AreaCode> {
        let codes = municipalities(self.page, self.areas, codes);
        for code in &codes {
            let area = code.get_ref();
            if self.areas.knows(area) && !self.region.municipalities.contains(area) {
                self.page.warning(
                    code.span(),
                    in_both!("{area} hoort niet bij de regio", "{area} is not in the region"),
                    in_both!("zet hem in region.toml, of haal hem hier weg", "add it to region.toml, or take it out"),
                );
            }
        }
        codes.into_iter().map(Spanned::into_inner).collect()
    }

    /// The themes of a desk: those of themes.toml.
    fn known_themes(&self, written: Vec<Spanned<Slug>>) -> Vec<ThemeId> {
        let known = || self.themes.iter().map(|theme| theme.id.as_str());
        let mut themes = Vec::new();
        for theme in written {
            let word = theme.get_ref().0.as_str();
            if !self.themes.is_empty() && !known().any(|known| known == word) {
                let what = in_both!("een thema `{word}` bestaat niet", "there is no theme `{word}`");
                self.page.error(theme.span(), what, instead_of(word, known()));
            }
            themes.push(ThemeId::new(word));
        }
        themes
    }

    /// The team lead's name in the messenger.
    fn lead(&self, written: Option<Spanned<String>>) -> Option<String> {
        let written = written?;
        let name = written.get_ref().strip_prefix('@').unwrap_or_default();
        let is_name = (4..=32).contains(&name.len())
            && name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_');
        if !is_name {
            self.page.error(
                written.span(),
                in_both!("dit is geen naam in Telegram", "this is no name in Telegram"),
                in_both!(
                    "schrijf de naam van de teamleider zoals die in het profiel staat, met de @: \"@iris_deventer\"",
                    "write the team lead's name as it stands in their profile, with the @: \"@iris_deventer\""
                ),
            );
        }
        Some(written.into_inner())
    }

    /// Every firm in the region must end at a desk, also one whose place nobody knows.
    fn check_fallback(&self, fallback: Option<&Spanned<DeskId>>) {
        let known = || self.desks.iter().map(|desk| desk.id.as_str());
        let found = fallback.is_some_and(|id| known().any(|desk| desk == id.get_ref().as_str()));
        if let Some(id) = fallback.filter(|_| !found) {
            let written = id.get_ref();
            let what = in_both!("een loket `{written}` bestaat niet", "there is no desk `{written}`");
            self.page.error(id.span(), what, instead_of(written.as_str(), known()));
        }
    }
}

fn desk_id(slug: Spanned<Slug>) -> Spanned<DeskId> {
    map(slug, |slug| DeskId::new(slug.0.as_str()))
}

fn time_zone(page: &Page, name: &Spanned<String>) -> Option<TimeZone> {
    // The database in the program, not the server's: the same release gives the same promise everywhere.
    let zone = TimeZoneDatabase::bundled().get(name.get_ref()).ok();
    if zone.is_none() {
        let written = name.get_ref();
        page.error(
            name.span(),
            in_both!("een tijdzone `{written}` bestaat niet", "there is no time zone `{written}`"),
            in_both!("schrijf \"Europe/Amsterdam\"", "write \"Europe/Amsterdam\""),
        );
    }
    zone
}
