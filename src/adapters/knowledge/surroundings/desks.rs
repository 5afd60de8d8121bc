//! `desks.toml`: who answers for which municipalities, when, and how soon.

use std::collections::HashMap;
use std::ops::Range;

use jiff::tz::{TimeZone, TimeZoneDatabase};
use toml::Spanned;

use super::{municipalities, routes, week};
use crate::adapters::knowledge::nearest::nearest;
use crate::adapters::knowledge::page::{Page, map};
use crate::adapters::knowledge::table::Table;
use crate::adapters::knowledge::words::{Day, Slug};
use crate::domain::area::{AreaCode, Areas};
use crate::domain::catalogue::Theme;
use crate::domain::desk::{Desk, Desks};
use crate::domain::holidays::Holiday;
use crate::domain::ids::{DeskId, ThemeId};
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
                self.page.error(span, "this desk has no hours", "add `[desk.hours]` with a line per weekday");
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
            self.page.error(promise.span(), "nobody can react in no time", "promise one working hour or more");
        }
    }

    fn check_name(&self, id: &Spanned<DeskId>) {
        if self.desks.iter().any(|desk| &desk.id == id.get_ref()) {
            self.page.error(id.span(), format!("the desk `{id}` stands here twice", id = id.get_ref()), "rename one");
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
                    format!("{area} is not in the region"),
                    "add it to region.toml, or take it out",
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
                let mend = match nearest(word, known()) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => format!("write one of: {}", known().collect::<Vec<_>>().join(", ")),
                };
                self.page.error(theme.span(), format!("there is no theme `{word}`"), mend);
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
                "this is no name in Telegram",
                "write the team lead's name as it stands in their profile, with the @: \"@iris_deventer\"",
            );
        }
        Some(written.into_inner())
    }

    /// Every firm in the region must end at a desk, also one whose place nobody knows.
    fn check_fallback(&self, fallback: Option<&Spanned<DeskId>>) {
        let known = || self.desks.iter().map(|desk| desk.id.as_str());
        let found = fallback.is_some_and(|id| known().any(|desk| desk == id.get_ref().as_str()));
        if let Some(id) = fallback.filter(|_| !found) {
            let mend = match nearest(id.get_ref().as_str(), known()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("write one of: {}", known().collect::<Vec<_>>().join(", ")),
            };
            self.page.error(id.span(), format!("there is no desk `{}`", id.get_ref()), mend);
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
        page.error(name.span(), format!("there is no time zone `{}`", name.get_ref()), "write \"Europe/Amsterdam\"");
    }
    zone
}
