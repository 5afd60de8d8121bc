//! Gold: questions with the right answer, by which a release is judged before it is published.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::area::AreaCode;
use super::ids::EntryId;
use super::language::Language;

/// All gold questions of a release.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct GoldQuestions {
    /// Each of these must be answered right, or the release is refused.
    pub each: Vec<Gold>,
    /// These are counted together: a release that answers a smaller share of them right than was accepted is refused.
    pub together: Vec<Gold>,
    /// How the last release that was accepted did on the latter.
    pub accepted: Option<GoldScore>,
}

/// How a release does on the gold questions that are counted together.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct GoldScore {
    /// How many questions there are.
    pub questions: u32,
    /// How many find a right entry first.
    pub first: u32,
    /// How many find a right entry among the first three.
    pub among_three: u32,
    /// The questions that don't find it first, with the place at which it stands; 0 when it is not found.
    pub missed: BTreeMap<String, u32>,
}

impl GoldScore {
    /// Counts a question whose right entry stands at `place`, the first being 1; 0 when it is not found.
    pub fn count(&mut self, question: &str, place: u32) {
        self.questions += 1;
        self.first += u32::from(place == 1);
        self.among_three += u32::from((1..=3).contains(&place));
        if place != 1 {
            self.missed.insert(question.to_owned(), place);
        }
    }

    /// The place at which a question found its entry; one that was not missed found it first.
    pub fn place_of(&self, question: &str) -> u32 {
        self.missed.get(question).copied().unwrap_or(1)
    }

    /// The share that finds a right entry first.
    pub fn share_first(&self) -> f64 {
        share(self.first, self.questions)
    }

    /// The share that finds a right entry among the first three.
    pub fn share_among_three(&self) -> f64 {
        share(self.among_three, self.questions)
    }

    /// Does this release answer a smaller share right than the one that was `accepted`?
    pub fn is_worse_than(&self, accepted: &Self) -> bool {
        // Shares are compared as fractions, so that no rounding decides.
        let fewer = |now: u32, then: u32| {
            u64::from(now) * u64::from(accepted.questions) < u64::from(then) * u64::from(self.questions)
        };
        fewer(self.first, accepted.first) || fewer(self.among_three, accepted.among_three)
    }
}

fn share(part: u32, all: u32) -> f64 {
    f64::from(part) / f64::from(all.max(1))
}

/// A question with the only right answer to it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Gold {
    /// What somebody writes.
    pub text: String,
    /// The language it is written in.
    pub language: Language,
    /// Where the firm is, when that matters.
    pub place: Option<AreaCode>,
    /// What must come of it.
    pub expect: Expected,
    /// The file it stands in, inside the folder of the knowledge,
    pub file: String,
    /// and the line on which its text stands there.
    pub line: usize,
}

/// What must come of a gold question.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Expected {
    /// One of these entries comes first.
    Entries(Vec<EntryId>),
    /// No entry; the house does this.
    Action(GoldAction),
}

/// What the house does when it does not show an entry.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum GoldAction {
    /// A person takes over.
    HandOver,
    /// Somebody in distress gets the listening lines and a person.
    Listen,
    /// Small talk gets small talk.
    SmallTalk,
}
