//! Questions in groups of those that are alike: each goes to the group that it is most like on average, and groups that
//! turn out to be alike become one. The same questions give the same groups, in whatever order they come.

use std::collections::BTreeMap;

use super::likeness::{Shape, of, shapes};
use super::{Group, Miss, Traits};
use crate::domain::text::folded;

/// From this likeness on, 0 to 1 and on average, questions are one group: chosen where most of the questions in the tests
/// stand with their own kind.
const ALIKE: f64 = 0.105;

/// These questions in groups, the group with the newest question first.
pub fn grouped(misses: Vec<Miss>) -> Vec<Group> {
    let same = same_words(misses);
    let traits: Vec<&Traits> = same.iter().filter_map(|misses| misses.first()).map(|miss| &miss.traits).collect();
    let shapes = shapes(&traits);
    let bundles = same.into_iter().zip(shapes).fold(Vec::new(), |mut bundles, (misses, shape)| {
        let weight = of(misses.len());
        let mut whole = Shape::default();
        for _ in &misses {
            whole.add(&shape);
        }
        let alike = |bundle: &Bundle| bundle.shape.in_common(&shape) / bundle.weight;
        let own = Bundle { misses, shape: whole, weight };
        match most_alike(bundles.iter().map(alike)) {
            Some(at) => {
                if let Some(bundle) = bundles.get_mut(at) {
                    bundle.take_in(own);
                }
            }
            None => bundles.push(own),
        }
        bundles
    });
    let mut groups: Vec<Group> = joined(bundles).into_iter().map(Bundle::into_group).collect();
    groups.sort_by_key(|group| std::cmp::Reverse(group.misses().first().map(|miss| (miss.at, miss.id))));
    groups
}

/// A group while it grows.
struct Bundle {
    misses: Vec<Miss>,
    /// The sum of the shapes of its questions.
    shape: Shape,
    /// How many there are.
    weight: f64,
}

impl Bundle {
    fn take_in(&mut self, other: Self) {
        self.shape.add(&other.shape);
        self.weight += other.weight;
        self.misses.extend(other.misses);
    }

    fn into_group(mut self) -> Group {
        self.misses.sort_by_key(|miss| std::cmp::Reverse((miss.at, miss.id)));
        Group { misses: self.misses }
    }
}

/// What is asked in the same words, the oldest first: it stays together whatever else happens.
fn same_words(mut misses: Vec<Miss>) -> Vec<Vec<Miss>> {
    misses.sort_by_key(|miss| (miss.at, miss.id));
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    let mut same: Vec<Vec<Miss>> = Vec::new();
    for miss in misses {
        let place = *places.entry(folded(&miss.text)).or_insert(same.len());
        match same.get_mut(place) {
            Some(others) => others.push(miss),
            None => same.push(vec![miss]),
        }
    }
    same
}

/// Where the greatest of these likenesses stands, if it is great enough; of equals the first.
fn most_alike(all: impl Iterator<Item = f64>) -> Option<usize> {
    let enough = all.enumerate().filter(|(_, likeness)| *likeness >= ALIKE);
    enough.reduce(|best, one| if one.1 > best.1 { one } else { best }).map(|(at, _)| at)
}

/// Groups that are alike become one, the most alike first.
fn joined(mut bundles: Vec<Bundle>) -> Vec<Bundle> {
    let mut pairs = Pairs::of(&bundles);
    while let Some((into, from)) = pairs.most_alike(&bundles) {
        pairs.join(into, from);
        let taken = bundles.remove(from);
        if let Some(bundle) = bundles.get_mut(into) {
            bundle.take_in(taken);
        }
    }
    bundles
}

/// What each two groups have in common: row by row, each with those before it.
struct Pairs(Vec<Vec<f64>>);

impl Pairs {
    fn of(bundles: &[Bundle]) -> Self {
        let row = |(at, one): (usize, &Bundle)| -> Vec<f64> {
            bundles.iter().take(at).map(|other| one.shape.in_common(&other.shape)).collect()
        };
        Self(bundles.iter().enumerate().map(row).collect())
    }

    /// The two most alike, the earlier one first, if they are alike enough.
    fn most_alike(&self, bundles: &[Bundle]) -> Option<(usize, usize)> {
        let weight = |at: usize| bundles.get(at).map_or(1.0, |bundle| bundle.weight);
        let rows = self.0.iter().enumerate();
        let pairs =
            rows.flat_map(|(from, row)| row.iter().enumerate().map(move |(into, common)| (into, from, *common)));
        pairs
            .map(|(into, from, common)| (into, from, common / (weight(into) * weight(from))))
            .filter(|(.., likeness)| *likeness >= ALIKE)
            .reduce(|best, one| if one.2 > best.2 { one } else { best })
            .map(|(into, from, _)| (into, from))
    }

    /// What two sums have in common with a third adds up.
    fn join(&mut self, into: usize, from: usize) {
        let taken: Vec<f64> = (0..self.0.len()).map(|other| self.between(from, other)).collect();
        for (other, common) in taken.into_iter().enumerate().filter(|(other, _)| *other != into && *other != from) {
            let (high, low) = (into.max(other), into.min(other));
            if let Some(place) = self.0.get_mut(high).and_then(|row| row.get_mut(low)) {
                *place += common;
            }
        }
        self.0.remove(from);
        for row in self.0.iter_mut().skip(from) {
            row.remove(from);
        }
    }

    fn between(&self, one: usize, other: usize) -> f64 {
        self.0.get(one.max(other)).and_then(|row| row.get(one.min(other))).copied().unwrap_or_default()
    }
}
