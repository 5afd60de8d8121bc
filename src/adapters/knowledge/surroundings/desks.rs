//! `desks.toml`: who answers for which municipalities, when, and how soon.

use std::collections::HashMap;

use jiff::tz::{TimeZone, TimeZoneDatabase};
use toml::Spanned;

use super::{municipalities, week};
use crate::adapters::knowledge::nearest::nearest;
use crate::adapters::knowledge::page::{Page, map};
use crate::adapters::knowledge::table::Table;
use crate::adapters::knowledge::words::{Day, Slug};
use crate::domain::area::{AreaCode, Areas};
use crate::domain::desk::{Desk, Desks};
use crate::domain::holidays::Holiday;
use crate::domain::ids::DeskId;
use crate::domain::region::Region;
use crate::domain::working_hours::WorkingHours;

/// The desks on this page.
pub(super) fn read(page: &Page, areas: &Areas, region: &Region) -> Desks {
    let mut table = Table::of_page(page);
    let zone = table.required::<String>("zone", r#""Europe/Amsterdam""#);
    let zone = zone.and_then(|name| time_zone(page, &name)).unwrap_or(TimeZone::UTC);
    let fallback = table.required::<Slug>("fallback", r#""deventer""#).map(desk_id);
    let rows = table.tables("desk");
    table.finish();
    let mut reader = Reader { page, areas, region, taken: HashMap::new(), desks: Vec::new() };
    for row in rows {
        reader.take(row, &zone);
    }
    reader.check_fallback(fallback.as_ref());
    Desks::new(reader.desks, fallback.map(Spanned::into_inner))
}

struct Reader<'a> {
    page: &'a Page,
    areas: &'a Areas,
    region: &'a Region,
    taken: HashMap<AreaCode, DeskId>,
    desks: Vec<Desk>,
}

impl Reader<'_> {
    fn take(&mut self, mut row: Table<'_>, zone: &TimeZone) {
        let span = row.span();
        let id = row.required::<Slug>("id", r#""deventer""#).map(desk_id);
        let name = row.required::<String>("name", r#""Ondernemersloket Deventer""#);
        let served = row.filled_list("municipalities", r#"["GM0150"]"#);
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
        let municipalities = self.served(id.get_ref(), served);
        self.desks.push(Desk {
            id: id.into_inner(),
            name: name.map_or_else(String::new, Spanned::into_inner),
            municipalities,
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

    /// The municipalities of a desk: known ones, in the region, and no other desk's.
    fn served(&mut self, desk: &DeskId, codes: Vec<Spanned<AreaCode>>) -> Vec<AreaCode> {
        let codes = municipalities(self.page, self.areas, codes);
        for code in &codes {
            let (area, span) = (code.get_ref(), code.span());
            if let Some(other) = self.taken.insert(area.clone(), desk.clone()) {
                self.page.error(span, format!("{area} is also served by `{other}`"), "leave it at one desk");
            } else if self.areas.knows(area) && !self.region.municipalities.contains(area) {
                self.page.warning(
                    span,
                    format!("{area} is not in the region"),
                    "add it to region.toml, or take it out",
                );
            }
        }
        codes.into_iter().map(Spanned::into_inner).collect()
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
        for lost in self.region.municipalities.iter().filter(|code| !found && !self.taken.contains_key(code)) {
            let name = self.areas.name(lost).unwrap_or_default();
            let what = format!("{name} ({lost}) is in the region, but no desk answers for it");
            self.page.error(0..0, what, "add it to a desk's `municipalities`, or name a `fallback` desk");
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
