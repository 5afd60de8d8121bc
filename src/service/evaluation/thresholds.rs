//! How sure the house must be: the thresholds under which mistakes cost least.

use super::Labelled;
use crate::conversation::judgement::judge;
use crate::conversation::policy::Thresholds;
use crate::domain::evidence::Evidence;

/// How sure it must be to answer; below a half it would mostly be wrong.
const ANSWER: [f64; 10] = [0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95];
/// How probable a thing must be to stand in a question back.
const OPTION: [f64; 5] = [0.02, 0.03, 0.05, 0.08, 0.12];
/// How probable it must be that one of the options is right.
const TOGETHER: [f64; 9] = [0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6];

/// The thresholds under which these findings, made without knowing the question, cost least together.
pub fn cheapest(found: &[(&Labelled, Evidence)]) -> Thresholds {
    let mut best = (f64::INFINITY, Thresholds::default());
    for answer in ANSWER {
        for option in OPTION {
            for options_together in TOGETHER {
                let thresholds = Thresholds { answer, option, options_together, ..Thresholds::default() };
                let cost: f64 =
                    found.iter().map(|(question, evidence)| question.cost(&judge(evidence, &thresholds, true))).sum();
                if cost < best.0 {
                    best = (cost, thresholds);
                }
            }
        }
    }
    best.1
}
