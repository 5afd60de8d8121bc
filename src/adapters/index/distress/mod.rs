//! Is somebody not well? A small model beside the phrases: every piece of a message speaks for or against it.
//!
//! Phrases alone hear only what somebody thought of before. The model learns from made-up messages
//! (`knowledge/distress`) and from the example questions of the catalogue, which are never distress: see `learning`.

mod concepts;
mod file;
pub mod learning;
mod pieces;

use rustc_hash::FxHashMap;

pub use self::concepts::Concepts;
pub use self::file::{BadDistress, Fitted};
use self::pieces::{pieces_of, signals_of};
use super::signals::Heard;
use super::words::Word;

/// So many pieces are named when somebody asks why.
const NAMED: usize = 8;

/// A message of fewer words is left to the phrases: it hardly says anything.
const FEWEST_WORDS: usize = 4;

/// A message of fewer pieces counts as if it had so many.
const FEWEST_PIECES: usize = 100;

/// How much each piece of a message speaks of distress.
#[derive(Clone, Debug, Default)]
pub struct Distress {
    concepts: Concepts,
    weights: FxHashMap<String, f64>,
    bias: f64,
    fitted: Fitted,
}

impl Distress {
    /// What it was fitted on, and how well it did there.
    pub fn fitted(&self) -> &Fitted {
        &self.fitted
    }

    /// How probable it is that somebody who wrote this is not well: 0 to 1. The message counts as a whole: a sentence by
    /// itself is often darker than what is told.
    pub(super) fn probability(&self, text: &[Word], heard: &Heard) -> f64 {
        if text.len() < FEWEST_WORDS && heard.phrases == 0 { 0.0 } else { probability(self.strength(text, heard)) }
    }

    /// The pieces that tell most, for and against, with what each adds to the strength.
    pub(super) fn tells(&self, text: &[Word], heard: &Heard) -> Vec<(String, f64)> {
        let mut told: Vec<(String, f64)> = Vec::new();
        let count = pieces_of(text, &self.concepts, &mut |piece| {
            if let Some(weight) = self.weights.get(piece) {
                told.push((piece.to_owned(), *weight));
            }
        });
        told.sort_by(|one, other| one.0.cmp(&other.0));
        told.dedup();
        for (_, weight) in &mut told {
            *weight *= share(count);
        }
        let signals = signals_of(heard).filter_map(|signal| Some((signal.to_owned(), *self.weights.get(signal)?)));
        told.extend(signals);
        told.sort_by(|one, other| other.1.abs().total_cmp(&one.1.abs()));
        told.truncate(NAMED);
        told
    }

    fn strength(&self, text: &[Word], heard: &Heard) -> f64 {
        // What is said twice is told once; where a weight lies tells it from the others.
        let mut met: Vec<&f64> = Vec::new();
        let count = pieces_of(text, &self.concepts, &mut |piece| met.extend(self.weights.get(piece)));
        met.sort_unstable_by_key(|weight| std::ptr::from_ref::<f64>(weight));
        met.dedup_by(|one, other| std::ptr::eq(*one, *other));
        let signals = signals_of(heard).filter_map(|signal| self.weights.get(signal));
        self.bias + signals.sum::<f64>() + share(count) * met.into_iter().sum::<f64>()
    }
}

/// How much one piece of so many counts: a long message is not surer because it is long, nor a short one because each of
/// its few pieces weighs so much.
#[expect(clippy::cast_precision_loss, reason = "a message has far fewer than 2^52 pieces")]
fn share(pieces: usize) -> f64 {
    1.0 / (pieces.max(FEWEST_PIECES) as f64).sqrt()
}

fn probability(strength: f64) -> f64 {
    1.0 / (1.0 + (-strength).exp())
}
