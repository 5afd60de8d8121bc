//! Learning the weights: those under which the right entries are most probable, kept small on purpose.

use super::Observation;
use super::features::{Feature, Features};
use super::model::{Doubt, Doubts, probabilities};
use super::ranking::sum;

/// How many steps are taken; the last ones change nothing any more.
const STEPS: u32 = 200;

/// How far the first steps go.
const PACE: f64 = 0.3;

/// How much a step keeps of the direction and of the size of those before it.
const KEPT: (f64, f64) = (0.9, 0.999);

/// One question with what would have been right.
#[derive(Clone, Debug)]
pub struct Lesson {
    /// What was measured.
    pub observation: Observation,
    /// For each candidate: is it right?
    pub right: Vec<bool>,
    /// Is it right to show none of them?
    pub none_is_right: bool,
    /// How much this lesson counts.
    pub weight: f64,
}

/// Weights of features and doubts.
#[derive(Clone, Debug, PartialEq)]
pub struct Weights {
    /// Of the features.
    pub features: Features,
    /// Of the doubts.
    pub doubts: Doubts,
}

const COUNT: usize = Feature::COUNT + Doubt::COUNT;
type Vector = [f64; COUNT];

/// The weights under which `lessons` come out best; `restraint` holds them back from learning by heart.
pub fn fit(lessons: &[&Lesson], restraint: f64) -> Weights {
    let (mut weights, mut speed, mut size): (Vector, Vector, Vector) = ([0.0; COUNT], [0.0; COUNT], [0.0; COUNT]);
    let total: f64 = lessons.iter().map(|lesson| lesson.weight).sum::<f64>().max(1.0);
    let (kept_speed, kept_size) = KEPT;
    for step in 1..=STEPS {
        let mut slope = weights.map(|weight| -restraint * weight);
        for lesson in lessons {
            add_slope(lesson, &weights, &mut slope);
        }
        let pace = PACE * (1.0 - f64::from(step) / f64::from(STEPS + 1));
        let warm = (1.0 - kept_speed.powf(f64::from(step)), 1.0 - kept_size.powf(f64::from(step)));
        for (((weight, speed), size), slope) in weights.iter_mut().zip(&mut speed).zip(&mut size).zip(slope) {
            let slope = slope / total;
            *speed = kept_speed * *speed + (1.0 - kept_speed) * slope;
            *size = kept_size * *size + (1.0 - kept_size) * slope * slope;
            *weight += pace * (*speed / warm.0) / ((*size / warm.1).sqrt() + 1e-8);
        }
    }
    let mut rest = weights.into_iter();
    Weights {
        features: std::array::from_fn(|_| rest.next().unwrap_or_default()),
        doubts: std::array::from_fn(|_| rest.next().unwrap_or_default()),
    }
}

/// Adds in which direction this lesson would move the weights.
fn add_slope(lesson: &Lesson, weights: &Vector, slope: &mut Vector) {
    let (for_features, for_doubts) = weights.split_at(Feature::COUNT);
    let candidates = &lesson.observation.candidates;
    let strengths: Vec<f64> = candidates.iter().map(|one| sum(&one.features, for_features)).collect();
    let shares = probabilities(&strengths, sum(&lesson.observation.doubts, for_doubts));
    let of_none = (1.0 - shares.iter().sum::<f64>()).max(0.0);
    let right_shares = shares.iter().zip(&lesson.right).filter(|(_, right)| **right).map(|(share, _)| share);
    let right = right_shares.sum::<f64>() + if lesson.none_is_right { of_none } else { 0.0 };
    if right <= f64::MIN_POSITIVE {
        return;
    }
    let pull = |share: f64, is_right: bool| lesson.weight * (if is_right { share / right } else { 0.0 } - share);
    let (feature_slopes, doubt_slopes) = slope.split_at_mut(Feature::COUNT);
    for ((candidate, share), is_right) in candidates.iter().zip(&shares).zip(&lesson.right) {
        let pull = pull(*share, *is_right);
        feature_slopes.iter_mut().zip(&candidate.features).for_each(|(slope, value)| *slope += pull * value);
    }
    let pull = pull(of_none, lesson.none_is_right);
    doubt_slopes.iter_mut().zip(&lesson.observation.doubts).for_each(|(slope, value)| *slope += pull * value);
}
