//! Where the terms of one page stand: a single look-up finds every example question that has one.
//!
//! A question has some ten terms; a page has some fifty example questions. So a page is measured by looking up what the
//! question has, not by reading what the page has.

use super::shelves::Shelves;

/// So many bits of a key, the last ones, don't say on which shelf it stands.
const IN_SHELF: u32 = 6;

/// For every term its value for the whole page and its places in the example questions.
#[derive(Debug)]
pub(super) struct Occurrences<Value, Place> {
    /// Sorted, which takes a third of the memory of a hash map.
    keys: Vec<u32>,
    /// Few keys stand on a shelf.
    shelves: Shelves,
    values: Vec<Value>,
    /// For every key where its places begin; they end where those of the next begin.
    begins: Vec<u32>,
    places: Vec<Place>,
}

impl<Value, Place> Occurrences<Value, Place> {
    /// The occurrences of these keys: each is named once among `values`, and among `places` as often as it occurs.
    pub(super) fn new(values: impl IntoIterator<Item = (u32, Value)>, mut places: Vec<(u32, Place)>) -> Self {
        let mut values: Vec<(u32, Value)> = values.into_iter().collect();
        values.sort_unstable_by_key(|(key, _)| *key);
        places.sort_by_key(|(key, _)| *key);
        let begin = |key: u32| places.partition_point(|(other, _)| *other < key);
        let begins = values.iter().map(|(key, _)| begin(*key)).chain([places.len()]);
        let shelves = values.last().map_or(0, |(key, _)| shelf(*key) + 1);
        Self {
            begins: begins.map(|at| u32::try_from(at).unwrap_or(u32::MAX)).collect(),
            shelves: Shelves::new(values.iter().map(|(key, _)| shelf(*key)), shelves),
            keys: values.iter().map(|(key, _)| *key).collect(),
            values: values.into_iter().map(|(_, value)| value).collect(),
            places: places.into_iter().map(|(_, place)| place).collect(),
        }
    }

    /// The value of a key and its places, in the order of the example questions.
    pub(super) fn of(&self, key: u32) -> Option<(&Value, &[Place])> {
        let here = self.shelves.on(shelf(key));
        let at = here.start + self.keys.get(here)?.iter().position(|other| *other == key)?;
        let (begin, end) = (self.begins.get(at)?, self.begins.get(at + 1)?);
        Some((self.values.get(at)?, self.places.get(*begin as usize..*end as usize)?))
    }
}

const fn shelf(key: u32) -> u32 {
    key >> IN_SHELF
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_of_a_key_is_found_and_none_of_another() {
        let occurrences =
            Occurrences::new([(700, "zeven"), (3, "drie"), (5, "vijf")], vec![(700, 0), (3, 0), (700, 1)]);
        assert_eq!(occurrences.of(700), Some((&"zeven", [0, 1].as_slice())));
        assert_eq!(occurrences.of(3), Some((&"drie", [0].as_slice())));
        assert_eq!(occurrences.of(5), Some((&"vijf", [].as_slice())));
        for other in [4, 64, 699, 701, 9_000] {
            assert_eq!(occurrences.of(other), None, "{other}");
        }
    }
}
