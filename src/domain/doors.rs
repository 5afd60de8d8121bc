//! Doors: where somebody with a question about a theme turns first.

use std::collections::BTreeMap;

use super::area::{AreaCode, Areas};
use super::ids::{EntryId, ThemeId};

/// For each theme and place one first door.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Doors {
    by_theme: BTreeMap<ThemeId, BTreeMap<AreaCode, EntryId>>,
}

impl Doors {
    /// Hangs a door for `theme` in `area`. The door that hung there before, if there was one, is given back and stays.
    pub fn hang(&mut self, theme: ThemeId, area: AreaCode, entry: EntryId) -> Option<&EntryId> {
        let areas = self.by_theme.entry(theme).or_default();
        if areas.contains_key(&area) {
            return areas.get(&area);
        }
        areas.insert(area, entry);
        None
    }

    /// The first door for a theme at `place`: the municipality's, else the province's, else the country's.
    pub fn first(&self, theme: &ThemeId, place: Option<&AreaCode>, areas: &Areas) -> Option<&EntryId> {
        let doors = self.by_theme.get(theme)?;
        let province = place.and_then(|place| areas.municipality(place)).map(|municipality| &municipality.province);
        let country = AreaCode::country();
        [place, province, Some(&country)].into_iter().flatten().find_map(|area| doors.get(area))
    }

    /// Is no door known at all?
    pub fn is_empty(&self) -> bool {
        self.by_theme.is_empty()
    }
}
