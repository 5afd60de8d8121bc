//! How alike two questions are, from 0 (nothing in common) to 1 (the same): by their telling words and the parts of
//! compounds, by the letters these are made of, which forgives typos, and by the entries nearest to them.
//!
//! What many questions share says little: each trait weighs by how rare it is among those that are compared.

use std::collections::{BTreeMap, BTreeSet};

use super::Traits;

/// How much each kind of trait counts; together 1.
const WORDS: f64 = 0.375;
const LETTERS: f64 = 0.375;
const NEAR: f64 = 0.25;
/// How much rarity counts: above 1, as people say much that tells nothing around the few words that do.
const RARITY: f64 = 1.25;
/// Of fewer questions than this nothing can be said about what is rare: what they share is what they are about.
const MANY: usize = 100;

/// So many letters make a group.
const GROUP: usize = 3;
/// A part of a compound has at least so many letters.
const PART: usize = 4;
/// So many of the nearest entries count.
const MOST_NEAR: usize = 3;

/// One thing by which questions are compared.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
enum Trait {
    Word(String),
    Letters(String),
    Near(String),
}

/// A question as what it is compared by, each with its weight; as long as 1, or empty.
#[derive(Clone, Debug, Default)]
pub(super) struct Shape(BTreeMap<usize, f64>);

/// The shapes of these questions, in their order.
pub(super) fn shapes(all: &[&Traits]) -> Vec<Shape> {
    let vocabulary: BTreeSet<&str> = all.iter().flat_map(|traits| &traits.words).map(String::as_str).collect();
    let traits: Vec<[BTreeMap<Trait, f64>; 3]> = all.iter().map(|traits| kinds(traits, &vocabulary)).collect();
    let mut numbers: BTreeMap<&Trait, (usize, usize)> = BTreeMap::new();
    for one in traits.iter().flatten().flat_map(BTreeMap::keys) {
        let number = numbers.len();
        numbers.entry(one).or_insert((number, 0)).1 += 1;
    }
    let many = of(all.len().max(MANY));
    let rarity = |times: usize| (1.0 + many / of(times)).ln().powf(RARITY);
    let shape = |kinds: &[BTreeMap<Trait, f64>; 3]| {
        let mut shape = Shape::default();
        for (kind, share) in kinds.iter().zip([WORDS, LETTERS, NEAR]) {
            let weighed: Vec<(usize, f64)> = kind
                .iter()
                .filter_map(|(one, weight)| numbers.get(one).map(|(number, times)| (*number, weight * rarity(*times))))
                .collect();
            let length = weighed.iter().map(|(_, weight)| weight * weight).sum::<f64>().sqrt();
            shape.0.extend(weighed.into_iter().map(|(number, weight)| (number, weight / length * share.sqrt())));
        }
        let length = shape.length();
        shape.0.values_mut().for_each(|weight| *weight /= length);
        shape
    };
    traits.iter().map(shape).collect()
}

impl Shape {
    fn length(&self) -> f64 {
        self.0.values().map(|weight| weight * weight).sum::<f64>().sqrt()
    }

    /// This and another on top of it.
    pub(super) fn add(&mut self, other: &Self) {
        for (number, weight) in &other.0 {
            *self.0.entry(*number).or_default() += weight;
        }
    }

    /// What they have in common: of two questions their likeness, of sums that of all pairs together.
    pub(super) fn in_common(&self, other: &Self) -> f64 {
        let (few, many) = if self.0.len() <= other.0.len() { (self, other) } else { (other, self) };
        few.0.iter().filter_map(|(number, weight)| many.0.get(number).map(|theirs| weight * theirs)).sum()
    }
}

/// What a question is compared by, in the three kinds.
fn kinds(traits: &Traits, vocabulary: &BTreeSet<&str>) -> [BTreeMap<Trait, f64>; 3] {
    let words: BTreeSet<&str> = traits.words.iter().map(String::as_str).collect();
    let with_parts: BTreeSet<&str> =
        words.iter().flat_map(|word| parts(word, vocabulary)).chain(words.iter().copied()).collect();
    let letters = words.iter().flat_map(|word| letter_groups(word));
    let near = traits.near.iter().take(MOST_NEAR).enumerate();
    [
        with_parts.iter().map(|word| (Trait::Word((*word).to_owned()), 1.0)).collect(),
        letters.map(|group| (Trait::Letters(group), 1.0)).collect(),
        // The first one says more than the third.
        near.map(|(rank, entry)| (Trait::Near(entry.as_str().to_owned()), 1.0 / of(rank + 1))).collect(),
    ]
}

/// The words of others with which a compound begins or ends: `terras` in `terrasvergunning`.
fn parts<'a>(word: &'a str, vocabulary: &BTreeSet<&str>) -> Vec<&'a str> {
    let cuts = word.char_indices().map(|(at, _)| at).filter_map(|at| word.split_at_checked(at));
    let halves = cuts.flat_map(|(front, back)| [front, back]);
    halves.filter(|half| half.chars().count() >= PART && half.len() < word.len() && vocabulary.contains(half)).collect()
}

/// The groups of letters in a word, with its ends marked.
fn letter_groups(word: &str) -> Vec<String> {
    let letters: Vec<char> = format!(" {word} ").chars().collect();
    letters.windows(GROUP).map(|group| group.iter().collect()).collect()
}

/// A count as a number to reckon with.
pub(super) fn of(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::from(u32::MAX), f64::from)
}
