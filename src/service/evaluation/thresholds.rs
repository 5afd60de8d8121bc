//! How sure the house must be: the thresholds under which mistakes cost least and few cards are wrong.

use super::Labelled;
use crate::conversation::judgement::judge;
use crate::conversation::policy::Thresholds;
use crate::domain::evidence::Evidence;

/// How sure it must be to answer; below a half it would mostly be wrong.
const ANSWER: [f64; 10] = [0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95];
/// How probable a thing must be to stand in a question back.
const OPTION: [f64; 6] = [0.005, 0.01, 0.02, 0.03, 0.05, 0.08];
/// How probable it must be that one of the options is right.
const TOGETHER: [f64; 10] = [0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7];

/// At most this share of all reactions may be a wrong card. The goal is .03; what is measured here is a small sample.
const MOST_WRONG_CARDS: f64 = 0.02;

/// What these thresholds do, each question counting as it should.
#[derive(Clone, Copy, Default)]
struct Outcome {
    counted: f64,
    cost: f64,
    wrong_cards: f64,
}

/// The thresholds for findings that were made without knowing the question: those under which mistakes cost least.
pub fn best(found: &[(&Labelled, Evidence)]) -> Thresholds {
    let tried: Vec<(Outcome, Thresholds)> = all().map(|thresholds| (outcome(found, &thresholds), thresholds)).collect();
    let careful = tried.iter().filter(|(outcome, _)| outcome.wrong_cards <= MOST_WRONG_CARDS * outcome.counted);
    let best = careful.min_by(|(one, _), (other, _)| one.cost.total_cmp(&other.cost));
    best.map_or_else(Thresholds::default, |(_, thresholds)| *thresholds)
}

/// All thresholds that are tried, the readiest to answer first.
fn all() -> impl Iterator<Item = Thresholds> {
    ANSWER.into_iter().flat_map(|answer| {
        OPTION.into_iter().flat_map(move |option| {
            TOGETHER.map(|options_together| Thresholds { answer, option, options_together, ..Thresholds::default() })
        })
    })
}

fn outcome(found: &[(&Labelled, Evidence)], thresholds: &Thresholds) -> Outcome {
    found.iter().fold(Outcome::default(), |sum, (question, evidence)| {
        let verdict = judge(evidence, thresholds, true);
        let counts = |holds: bool| if holds { question.counts() } else { 0.0 };
        Outcome {
            counted: sum.counted + question.counts(),
            cost: sum.cost + question.counts() * question.cost(&verdict),
            wrong_cards: sum.wrong_cards + counts(question.is_wrong_but_sure(&verdict)),
        }
    })
}
