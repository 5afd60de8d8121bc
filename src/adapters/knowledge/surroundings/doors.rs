//! `doors.toml`: for each theme and area the one door where somebody turns first.

use std::collections::HashMap;
use std::ops::Range;

use jiff::civil::Date;
use toml::Spanned;

use crate::adapters::knowledge::known::Known;
use crate::adapters::knowledge::nearest::instead_of;
use crate::adapters::knowledge::page::Page;
use crate::adapters::knowledge::table::Table;
use crate::adapters::knowledge::words::Slug;
use crate::domain::area::{AreaCode, Areas};
use crate::domain::catalogue::Surroundings;
use crate::domain::doors::Doors;
use crate::domain::ids::{EntryId, ThemeId};
use crate::domain::in_both::in_both;

/// The doors on this page. Every theme must have exactly one in every municipality of the country.
pub(super) fn read(page: &Page, surroundings: &Surroundings, known: &Known<'_>, today: Date) -> Doors {
    let mut table = Table::of_page(page);
    let rows = table.tables("door");
    table.finish();
    let errors = page.errors();
    let mut carpenter = Carpenter { page, surroundings, known, today, doors: Doors::default(), hung: HashMap::new() };
    for row in rows {
        carpenter.take(row);
    }
    // A door that could not be read would be missed everywhere at once.
    if page.errors() == errors {
        carpenter.check_complete();
    }
    carpenter.doors
}

struct Carpenter<'a> {
    page: &'a Page,
    surroundings: &'a Surroundings,
    known: &'a Known<'a>,
    today: Date,
    doors: Doors,
    hung: HashMap<(ThemeId, AreaCode), Range<usize>>,
}

impl Carpenter<'_> {
    fn take(&mut self, mut row: Table<'_>) {
        let span = row.span();
        let entry = row.required::<Slug>("entry", r#""gemeente-deventer-ondernemers""#);
        let themes = row.filled_list::<Slug>("themes", r#"["permits", "premises"]"#);
        let areas = row.filled_list::<AreaCode>("areas", r#"["GM0150"]"#);
        row.finish();
        let Some(entry) = entry else { return };
        let id = entry.get_ref().0.clone();
        let areas: Vec<_> = areas.into_iter().filter(|area| self.is_area(area)).collect();
        let themes: Vec<_> = themes.iter().filter_map(|theme| self.theme(theme)).collect();
        self.check_entry(&id, entry.span(), &areas);
        for (area, theme) in areas.iter().flat_map(|area| themes.iter().map(move |theme| (area, theme))) {
            self.hang(theme.clone(), area.get_ref(), &id, &span);
        }
    }

    /// A door that is closed, or that stands elsewhere, leads nowhere.
    fn check_entry(&self, id: &EntryId, span: Range<usize>, areas: &[Spanned<AreaCode>]) {
        let Some(draft) = self.known.require(self.page, id, span.clone()) else { return };
        if draft.is_over_on(self.today) {
            self.page.error(
                span.clone(),
                in_both!("`{id}` is gesloten", "`{id}` is closed"),
                in_both!("schrijf een deur die open is", "name a door that is open"),
            );
        }
        let holds = |area: &AreaCode| {
            let theirs = draft.header.areas.iter().map(Spanned::get_ref);
            theirs.into_iter().any(|wide| is_within(area, wide, &self.surroundings.areas))
        };
        for area in areas.iter().filter(|area| !holds(area.get_ref())) {
            let what = in_both!(
                "`{id}` is er niet voor {area}",
                "`{id}` is not there for {area}"; area = area.get_ref()
            );
            let mend = in_both!(
                "haal het gebied weg, of zet het bij `areas` van die kaart",
                "take the area out, or add it to the `areas` of that entry"
            );
            self.page.error(area.span(), what, mend);
        }
    }

    fn is_area(&self, area: &Spanned<AreaCode>) -> bool {
        let known = self.surroundings.areas.knows(area.get_ref());
        if !known {
            let what = in_both!("een gebied {code} bestaat niet", "there is no area {code}"; code = area.get_ref());
            let mend = in_both!(
                "zoek de code op in areas.csv: NL, PV23 of GM0150",
                "look its code up in areas.csv: NL, PV23 or GM0150"
            );
            self.page.error(area.span(), what, mend);
        }
        known
    }

    fn theme(&self, written: &Spanned<Slug>) -> Option<ThemeId> {
        let id = ThemeId::new(written.get_ref().0.as_str());
        let known = || self.surroundings.themes.iter().map(|theme| theme.id.as_str());
        if known().any(|theme| theme == id.as_str()) {
            return Some(id);
        }
        let what = in_both!("een thema `{id}` bestaat niet", "there is no theme `{id}`");
        self.page.error(written.span(), what, instead_of(id.as_str(), known()));
        None
    }

    fn hang(&mut self, theme: ThemeId, area: &AreaCode, entry: &EntryId, span: &Range<usize>) {
        let place = (theme.clone(), area.clone());
        if let Some(other) = self.doors.hang(theme, area.clone(), entry.clone()) {
            let line = self.hung.get(&place).map_or(0, |first| self.page.line(first));
            let what = in_both!(
                "`{theme}` in {area} heeft al de deur `{other}`, op regel {line}",
                "`{theme}` in {area} already has the door `{other}`, on line {line}"; theme = place.0
            );
            let mend = in_both!(
                "laat er één staan: mensen gaan naar één eerste deur",
                "leave one: people are sent to one first door"
            );
            self.page.error(span.clone(), what, mend);
        } else {
            self.hung.insert(place, span.clone());
        }
    }

    /// Whoever asks, and wherever the firm is, there is a door.
    fn check_complete(&self) {
        let areas = &self.surroundings.areas;
        for theme in &self.surroundings.themes {
            let closed = |place: &&AreaCode| self.doors.first(&theme.id, Some(place), areas).is_none();
            let lost: Vec<&AreaCode> = areas.municipalities().map(|one| &one.code).filter(closed).collect();
            if let Some(first) = lost.first() {
                let (name, count, theme) = (areas.name(first).unwrap_or_default(), lost.len(), &theme.id);
                let what = in_both!(
                    "`{theme}` heeft geen deur in {count} gemeenten, bijvoorbeeld {name} ({first})",
                    "`{theme}` has no door in {count} municipalities, e.g. {name} ({first})"
                );
                let mend = in_both!(
                    "zet het bij `themes` van een `[[door]]` met `areas = [\"{country}\"]`",
                    "add it to the `themes` of a `[[door]]` with `areas = [\"{country}\"]`"; country = AreaCode::country()
                );
                self.page.error(0..0, what, mend);
            }
        }
    }
}

/// Does `area` lie in `wide`, or is it the same?
fn is_within(area: &AreaCode, wide: &AreaCode, areas: &Areas) -> bool {
    area == wide || areas.holds_at(wide, area)
}
