//! What each letter group is worth when it tells for an entry: those of *wbso* much, those of *mag ik* nothing,
//! however often the one or the other entry uses them. Learned by `loket fit` from the catalogue's own questions.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::grams::{Gram, gram};

/// What a letter group is worth of which nothing was learned.
pub(super) const USUAL: f32 = 1.0;

/// Between two worths in the file lies so much: finer tells nothing more.
const STEPS: f32 = 4.0;

/// So many letter groups stand on a line of the file.
const ON_A_LINE: usize = 20;

/// What stands between the letter groups on a line; words are letters, digits and spaces.
const BETWEEN: char = '|';

/// The worth of letter groups, as the ranking file has it: for each worth the letter groups that have it.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Worth {
    lines: BTreeMap<String, Vec<String>>,
}

impl Worth {
    /// The worth of these letter groups, given with their letters.
    pub(super) fn of(worths: impl Iterator<Item = (String, f32)>) -> Self {
        let mut groups: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (letters, worth) in worths {
            let step = (worth * STEPS).round() / STEPS;
            groups.entry(format!("{step:.2}")).or_default().push(letters);
        }
        let lines = groups.into_iter().map(|(step, mut letters)| {
            letters.sort_unstable();
            let lines = letters.chunks(ON_A_LINE).map(|line| line.join(&BETWEEN.to_string()));
            (step, lines.collect())
        });
        Self { lines: lines.collect() }
    }

    /// The same, to be looked up.
    pub(super) fn by_gram(&self) -> Worths {
        let mut of = FxHashMap::default();
        for (step, lines) in &self.lines {
            let Ok(worth) = step.parse::<f32>() else { continue };
            of.extend(lines.iter().flat_map(|line| line.split(BETWEEN)).map(|letters| (gram(letters), worth)));
        }
        Worths { of }
    }
}

/// The worth of every letter group.
#[derive(Debug, Default)]
pub(super) struct Worths {
    of: FxHashMap<Gram, f32>,
}

impl Worths {
    /// What this letter group is worth.
    pub(super) fn of(&self, gram: Gram) -> f32 {
        self.of.get(&gram).copied().unwrap_or(USUAL)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_learned_is_looked_up_in_steps() {
        let learned = [("wbso", 4.4), (" ik ", 0.05)].map(|(letters, worth)| (letters.to_owned(), worth));
        let worths = Worth::of(learned.into_iter()).by_gram();
        let of = |letters: &str| (worths.of(gram(letters)) * 100.0).round();
        for (word, worth) in [("wbso", 450.0), (" ik ", 0.0), ("zaak", 100.0)] {
            assert!((of(word) - worth).abs() < f32::EPSILON, "{word}");
        }
    }
}
