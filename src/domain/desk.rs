//! A desk: a team of managers for some municipalities, with hours and a promise.

use std::time::Duration;

use jiff::tz::TimeZone;

use super::area::AreaCode;
use super::ids::{DeskId, ThemeId};
use super::language::Language;
use super::moment::Moment;
use super::wait::{Rung, Wait};
use super::working_hours::WorkingHours;

/// A team of managers.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Desk {
    /// Its id, e.g. `deventer`.
    pub id: DeskId,
    /// Its name as a client hears it, e.g. `Ondernemersloket Deventer`.
    pub name: String,
    /// The municipalities it works for; empty for the whole region.
    pub municipalities: Vec<AreaCode>,
    /// The themes it is there for; empty for all.
    pub themes: Vec<ThemeId>,
    /// The languages it is there for; empty for all.
    pub languages: Vec<Language>,
    /// The team lead's name in the messenger, e.g. `@iris`: called when a promise is broken.
    pub lead: Option<String>,
    /// When people work there.
    pub hours: WorkingHours,
    /// Within how many working hours a person reacts.
    pub promise_hours: u32,
}

impl Desk {
    /// The working time within which a person reacts.
    pub const fn promised(&self) -> Duration {
        Duration::from_secs(self.promise_hours as u64 * 3_600)
    }

    /// By when a person reacts to who waits like this; `None` when the desk has no working hours ahead.
    pub fn promise(&self, wait: &Wait) -> Option<Moment> {
        self.hours.after(wait.counted_from, self.promised().saturating_sub(wait.passed))
    }

    /// When a step of the ladder comes for who waits like this: always while somebody works.
    pub fn rung_at(&self, rung: Rung, wait: &Wait) -> Option<Moment> {
        let until_then = self.promised().saturating_mul(rung.percent()) / 100;
        let moment = self.hours.after(wait.counted_from, until_then.saturating_sub(wait.passed))?;
        self.hours.next_open(moment)
    }

    /// How well it suits a case: `None` when it is not there for it, and else the more the narrower it is.
    fn fit(&self, place: Option<&AreaCode>, theme: Option<&ThemeId>, language: Language) -> Option<u8> {
        let place = fit(&self.municipalities, place, 4)?;
        let theme = fit(&self.themes, theme, 2)?;
        let language = fit(&self.languages, Some(&language), 1)?;
        Some(place + theme + language)
    }
}

/// What a list that holds `wanted` is worth; an empty list suits everything and is worth nothing.
fn fit<T: PartialEq>(list: &[T], wanted: Option<&T>, worth: u8) -> Option<u8> {
    if list.is_empty() {
        return Some(0);
    }
    wanted.is_some_and(|wanted| list.contains(wanted)).then_some(worth)
}

/// All desks of the region.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Desks {
    desks: Vec<Desk>,
    fallback: Option<DeskId>,
}

impl Desks {
    /// These desks; `fallback` takes what no other desk takes.
    pub fn new(desks: Vec<Desk>, fallback: Option<DeskId>) -> Self {
        Self { desks, fallback }
    }

    /// The desk with this id.
    pub fn desk(&self, id: &DeskId) -> Option<&Desk> {
        self.desks.iter().find(|desk| &desk.id == id)
    }

    /// The desk for a case: the one that suits it most narrowly, and else the fall-back desk.
    pub fn desk_for(&self, place: Option<&AreaCode>, theme: Option<&ThemeId>, language: Language) -> Option<&Desk> {
        self.suitable(place, theme, language)
            .first()
            .copied()
            .or_else(|| self.fallback.as_ref().and_then(|id| self.desk(id)))
            .or_else(|| self.desks.first())
    }

    /// The desks that suit a case most narrowly and equally well: more than one is a mistake in the list of desks.
    pub fn suitable(&self, place: Option<&AreaCode>, theme: Option<&ThemeId>, language: Language) -> Vec<&Desk> {
        let fits = |desk: &Desk| desk.fit(place, theme, language);
        let best = self.desks.iter().filter_map(fits).max();
        self.desks.iter().filter(|desk| best.is_some() && fits(desk) == best).collect()
    }

    /// The clock on the wall: all desks of a region have the same.
    pub fn zone(&self) -> TimeZone {
        self.desks.first().map_or(TimeZone::UTC, |desk| desk.hours.zone.clone())
    }

    /// All desks.
    pub fn iter(&self) -> impl Iterator<Item = &Desk> {
        self.desks.iter()
    }

    /// The desk that takes what no other desk takes.
    pub fn fallback(&self) -> Option<&DeskId> {
        self.fallback.as_ref()
    }
}
