//! A desk: a team of managers for some municipalities, with hours and a promise.

use super::area::AreaCode;
use super::ids::DeskId;
use super::working_hours::WorkingHours;

/// A team of managers.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Desk {
    /// Its id, e.g. `deventer`.
    pub id: DeskId,
    /// Its name as a client hears it, e.g. `Ondernemersloket Deventer`.
    pub name: String,
    /// The municipalities it works for.
    pub municipalities: Vec<AreaCode>,
    /// When people work there.
    pub hours: WorkingHours,
    /// Within how many working hours a person reacts.
    pub promise_hours: u32,
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

    /// The desk for a firm at `place`; the fall-back desk when it is elsewhere or unknown.
    pub fn desk_for(&self, place: Option<&AreaCode>) -> Option<&Desk> {
        place
            .and_then(|place| self.desks.iter().find(|desk| desk.municipalities.contains(place)))
            .or_else(|| self.fallback.as_ref().and_then(|id| self.desk(id)))
            .or_else(|| self.desks.first())
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
