//! Where the terms and the letter groups of one page stand: a single look-up finds every example question that has one.
//!
//! A question has some ten terms and some fifty letter groups; a page has some fifty example questions with as many
//! letter groups each. So a page is measured by looking up what the question has, not by reading what the page has.
//! A hash map would do; but there are a page's two thousand keys times all pages, so they are packed without gaps.

/// About so many keys share a bucket: as many as stand together in the processor's reach.
const IN_A_BUCKET: usize = 4;

/// For every key, a term or a letter group, its value for the whole page and its places in the example questions.
#[derive(Debug)]
pub(super) struct Occurrences<Value, Place> {
    /// Where the keys of each bucket begin; those of the last one end at the last number.
    buckets: Vec<u32>,
    keys: Vec<Key<Value>>,
    places: Vec<Place>,
}

#[derive(Debug)]
struct Key<Value> {
    key: u32,
    /// Where its places begin; they end where those of the next key begin.
    begin: u32,
    value: Value,
}

impl<Value, Place> Occurrences<Value, Place> {
    /// The occurrences of these keys: each is named once among `values`, and among `places` as often as it occurs.
    pub(super) fn new(values: impl IntoIterator<Item = (u32, Value)>, mut places: Vec<(u32, Place)>) -> Self {
        let mut values: Vec<(u32, Value)> = values.into_iter().collect();
        let count = values.len().div_ceil(IN_A_BUCKET);
        let order = |key: u32| (bucket(key, count), key);
        values.sort_unstable_by_key(|(key, _)| order(*key));
        places.sort_by_key(|(key, _)| order(*key));
        let buckets = (0..=count).map(|at| number(values.partition_point(|(key, _)| bucket(*key, count) < at)));
        let buckets = buckets.collect();
        let begin = |key: u32| number(places.partition_point(|(other, _)| order(*other) < order(key)));
        let keys = values.into_iter().map(|(key, value)| Key { key, begin: begin(key), value }).collect();
        Self { buckets, keys, places: places.into_iter().map(|(_, place)| place).collect() }
    }

    /// The value of a key and its places, in the order of the example questions.
    pub(super) fn of(&self, key: u32) -> Option<(&Value, &[Place])> {
        let bucket = bucket(key, self.buckets.len().checked_sub(1)?);
        let (first, last) = (*self.buckets.get(bucket)? as usize, *self.buckets.get(bucket + 1)? as usize);
        let at = first + self.keys.get(first..last)?.iter().position(|one| one.key == key)?;
        let found = self.keys.get(at)?;
        let end = self.keys.get(at + 1).map_or(self.places.len(), |next| next.begin as usize);
        Some((&found.value, self.places.get(found.begin as usize..end)?))
    }
}

/// In which of so many buckets a key lies: spread evenly, however the keys are numbered.
fn bucket(key: u32, buckets: usize) -> usize {
    let spread = u64::from(key.wrapping_mul(0x9E37_79B1));
    usize::try_from((spread * buckets as u64) >> u32::BITS).unwrap_or_default()
}

fn number(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_of_a_key_is_found_and_none_of_another() {
        let keys = (0..1000).map(|key| (key * 3, key));
        let places = (0..3000).map(|at| (at % 500 * 3, at)).collect();
        let occurrences = Occurrences::new(keys, places);
        for key in 0..1000 {
            let expected: Vec<u32> = (0..3000).filter(|at| at % 500 == key).collect();
            assert_eq!(occurrences.of(key * 3), Some((&key, expected.as_slice())));
            assert_eq!(occurrences.of(key * 3 + 1), None);
        }
    }

    #[test]
    fn nothing_is_found_where_nothing_is() {
        assert_eq!(Occurrences::<f32, u16>::new([], Vec::new()).of(7), None);
    }
}
