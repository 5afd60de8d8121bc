//! Learning what letter groups are worth: each example question is asked of the entries as if its own did not have
//! it, and what speaks for the right entry gains, what speaks for the others loses.

use rustc_hash::FxHashMap;

use super::grams::{Gram, grams, spelt_grams};
use super::letters::{Counts, tells};
use super::model::probabilities;
use super::worth::{USUAL, Worth};
use crate::domain::catalogue::Catalogue;

/// A letter group in fewer questions keeps its usual worth: there is too little to learn from.
const FEWEST: u32 = 8;

/// The right entry competes with so many that the letter groups speak for most.
const RIVALS: usize = 20;

/// How far the steps of each round through all questions go.
const PACES: [f64; 3] = [1.0, 0.3, 0.1];

/// How much the usual worth pulls back.
const RESTRAINT: f64 = 1e-3;

/// The number of a letter group that some question has.
type Place = usize;

/// An example question and the number of its entry.
struct Asked {
    entry: usize,
    letters: Vec<Place>,
}

/// Everything that is learned from.
struct School {
    counted: Vec<Counts>,
    all: Counts,
    grams: Vec<Gram>,
    spelt: Vec<String>,
    seen: Vec<u32>,
    /// For each letter group what it tells for the entries that use it.
    tells: Vec<Vec<(usize, f64)>>,
    asked: Vec<Asked>,
}

/// What the letter groups of a catalogue's questions are worth; the same catalogue gives the same.
pub fn learn(catalogue: &Catalogue) -> Worth {
    let school = School::of(catalogue);
    let rivals: Vec<Vec<usize>> = school.asked.iter().map(|asked| school.rivals(asked)).collect();
    let mut worth = vec![f64::from(USUAL); school.grams.len()];
    let mut order: Vec<usize> = (0..school.asked.len()).collect();
    for (round, pace) in (0..).zip(PACES) {
        order.sort_by_key(|at| shuffled(*at, round));
        for (asked, rivals) in order.iter().filter_map(|at| Some((school.asked.get(*at)?, rivals.get(*at)?))) {
            school.step(asked, rivals, pace, &mut worth);
        }
    }
    let learned = school.spelt.into_iter().zip(worth).zip(school.seen);
    #[expect(clippy::cast_possible_truncation, reason = "a worth is a small number")]
    Worth::of(learned.filter(|(_, seen)| *seen >= FEWEST).map(|((letters, worth), _)| (letters, worth as f32)))
}

impl School {
    fn of(catalogue: &Catalogue) -> Self {
        let counted: Vec<Counts> = catalogue.entries().map(Counts::of_entry).collect();
        let all = Counts::together(&counted);
        let mut places: FxHashMap<Gram, Place> = FxHashMap::default();
        let (mut found, mut spelt, mut seen): (Vec<Gram>, Vec<String>, Vec<u32>) = Default::default();
        let mut asked = Vec::new();
        for (entry, text) in catalogue.entries().enumerate().flat_map(|(at, entry)| {
            entry.text.values().flat_map(|text| &text.questions).map(move |question| (at, question))
        }) {
            for (gram, letters) in spelt_grams(text) {
                places.entry(gram).or_insert_with(|| {
                    found.push(gram);
                    spelt.push(letters);
                    seen.push(0);
                    found.len() - 1
                });
            }
            let letters: Vec<Place> = grams(text).iter().filter_map(|gram| places.get(gram).copied()).collect();
            for place in &letters {
                if let Some(seen) = seen.get_mut(*place) {
                    *seen += 1;
                }
            }
            asked.push(Asked { entry, letters });
        }
        let mut told = vec![Vec::new(); found.len()];
        for (entry, counts) in counted.iter().enumerate() {
            for (gram, count) in &counts.of {
                let everywhere = all.of.get(gram).copied().unwrap_or(*count);
                if let Some(told) = places.get(gram).and_then(|place| told.get_mut(*place)) {
                    told.push((entry, f64::from(tells(*count, counts.total, everywhere, all.total))));
                }
            }
        }
        Self { counted, all, grams: found, spelt, seen, tells: told, asked }
    }

    /// The right entry, and those that the letter groups speak for most.
    fn rivals(&self, asked: &Asked) -> Vec<usize> {
        let mut sums = vec![0.0; self.counted.len()];
        for (entry, tells) in asked.letters.iter().filter_map(|place| self.tells.get(*place)).flatten() {
            if let Some(sum) = sums.get_mut(*entry) {
                *sum += tells;
            }
        }
        let mut others: Vec<usize> = (0..sums.len()).filter(|entry| *entry != asked.entry).collect();
        let sum = |entry: &usize| sums.get(*entry).copied().unwrap_or_default();
        others.sort_by(|one, other| sum(other).total_cmp(&sum(one)).then(one.cmp(other)));
        others.truncate(RIVALS - 1);
        others.insert(0, asked.entry);
        others
    }

    /// What this letter group tells for the question's own entry, without the question.
    #[expect(clippy::cast_precision_loss, reason = "a question has far fewer than 2^24 letter groups")]
    fn own(&self, asked: &Asked, place: Place) -> f64 {
        let Some((counts, gram)) = self.counted.get(asked.entry).zip(self.grams.get(place)) else { return 0.0 };
        let without = |map: &FxHashMap<Gram, f32>| map.get(gram).copied().unwrap_or_default() - 1.0;
        let (here, everywhere) = (without(&counts.of), without(&self.all.of));
        if here <= f32::EPSILON {
            return 0.0;
        }
        f64::from(tells(here, counts.total - asked.letters.len() as f32, everywhere, self.all.total))
    }

    /// One step towards worths under which the right entry wins.
    #[expect(clippy::cast_precision_loss, reason = "a question has far fewer than 2^52 letter groups")]
    fn step(&self, asked: &Asked, rivals: &[usize], pace: f64, worth: &mut [f64]) {
        let root = (asked.letters.len() as f64 + 1.0).sqrt();
        let told: Vec<Vec<f64>> = asked.letters.iter().map(|place| self.told(asked, *place, rivals)).collect();
        let mut strengths = vec![0.0; rivals.len()];
        for (place, told) in asked.letters.iter().zip(&told) {
            let worth = worth.get(*place).copied().unwrap_or_default();
            strengths.iter_mut().zip(told).for_each(|(strength, tells)| *strength += worth * tells / root);
        }
        let shares = probabilities(&strengths, f64::NEG_INFINITY);
        for (place, told) in asked.letters.iter().zip(&told) {
            let learns = self.seen.get(*place).is_some_and(|seen| *seen >= FEWEST);
            let Some(worth) = worth.get_mut(*place).filter(|_| learns) else { continue };
            let usual: f64 = shares.iter().zip(told).map(|(share, tells)| share * tells).sum();
            let gain = (told.first().copied().unwrap_or_default() - usual) / root;
            *worth = (*worth + pace * (gain - RESTRAINT * (*worth - f64::from(USUAL)))).max(0.0);
        }
    }

    /// What a letter group tells for each of the rivals.
    fn told(&self, asked: &Asked, place: Place, rivals: &[usize]) -> Vec<f64> {
        let tells = self.tells.get(place).map_or(&[] as &[_], Vec::as_slice);
        let of = |entry: &usize| {
            if *entry == asked.entry {
                return self.own(asked, place);
            }
            tells
                .binary_search_by_key(entry, |(other, _)| *other)
                .ok()
                .and_then(|at| tells.get(at))
                .map_or(0.0, |one| one.1)
        };
        rivals.iter().map(of).collect()
    }
}

/// A number that puts questions in another order each round, always the same one.
fn shuffled(at: usize, round: u64) -> u64 {
    let mixed = (at as u64).wrapping_add(round.wrapping_mul(0x9E37_79B9_7F4A_7C15)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    (mixed ^ (mixed >> 29)).wrapping_mul(0x94D0_49BB_1331_11EB)
}
