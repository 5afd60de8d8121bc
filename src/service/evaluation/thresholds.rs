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

/// What counts against thresholds: a wrong reaction, a wrong card on top of that, and a little of what mistakes cost.
const WRONG: f64 = 1.0;
const WRONG_CARD: f64 = 2.0;
const COST: f64 = 0.1;

/// The thresholds under which these findings, made without knowing the question, come out best together.
pub fn best(found: &[(&Labelled, Evidence)]) -> Thresholds {
    let mut best = (f64::INFINITY, Thresholds::default());
    for answer in ANSWER {
        for option in OPTION {
            for options_together in TOGETHER {
                let thresholds = Thresholds { answer, option, options_together, ..Thresholds::default() };
                let against: f64 =
                    found.iter().map(|(question, evidence)| against(question, evidence, &thresholds)).sum();
                if against < best.0 {
                    best = (against, thresholds);
                }
            }
        }
    }
    best.1
}

fn against(question: &Labelled, evidence: &Evidence, thresholds: &Thresholds) -> f64 {
    let verdict = judge(evidence, thresholds, true);
    let wrong = if question.is_right(&verdict) { 0.0 } else { WRONG };
    let wrong_card = if question.is_wrong_but_sure(&verdict) { WRONG_CARD } else { 0.0 };
    question.counts() * (wrong + wrong_card + COST * question.cost(&verdict))
}
