//! How sure the house must be: the thresholds under which most reactions are right and few cards wrong.

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

/// At most this share of all reactions may be a wrong card: within it, a card at once is better than a question back.
const MOST_WRONG_CARDS: f64 = 0.02;

/// What these thresholds do, each question counting as it should.
#[derive(Clone, Copy, Default)]
struct Outcome {
    counted: f64,
    right: f64,
    wrong_cards: f64,
}

/// The thresholds for findings that were made without knowing the question: the readiest to answer with few wrong
/// cards, and of those the ones under which most reactions are right.
pub fn best(found: &[(&Labelled, Evidence)]) -> Thresholds {
    let strictest = ANSWER.last().copied().unwrap_or(1.0);
    ANSWER
        .into_iter()
        .map(|answer| best_with(found, answer))
        .find(|(outcome, thresholds)| {
            outcome.wrong_cards <= MOST_WRONG_CARDS * outcome.counted || thresholds.answer >= strictest
        })
        .map_or_else(Thresholds::default, |(_, thresholds)| thresholds)
}

/// The best that can be done when answers are given from `answer` on.
fn best_with(found: &[(&Labelled, Evidence)], answer: f64) -> (Outcome, Thresholds) {
    let mut best = (Outcome::default(), Thresholds { answer, ..Thresholds::default() });
    for (option, options_together) in OPTION.into_iter().flat_map(|option| TOGETHER.map(|together| (option, together)))
    {
        let thresholds = Thresholds { answer, option, options_together, ..Thresholds::default() };
        let outcome = outcome(found, &thresholds);
        if outcome.right > best.0.right {
            best = (outcome, thresholds);
        }
    }
    best
}

fn outcome(found: &[(&Labelled, Evidence)], thresholds: &Thresholds) -> Outcome {
    found.iter().fold(Outcome::default(), |sum, (question, evidence)| {
        let verdict = judge(evidence, thresholds, true);
        let counts = |holds: bool| if holds { question.counts() } else { 0.0 };
        Outcome {
            counted: sum.counted + question.counts(),
            right: sum.right + counts(question.is_right(&verdict)),
            wrong_cards: sum.wrong_cards + counts(question.is_wrong_but_sure(&verdict)),
        }
    })
}
