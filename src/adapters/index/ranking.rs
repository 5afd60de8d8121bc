//! The reviewed file `knowledge/ranking.toml`: weights and thresholds, what they were fitted on, and how well.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Observation;
use super::features::{Feature, Features};
use super::model::{Doubt, Doubts, probabilities};
use super::worth::Worth;
use crate::conversation::policy::Thresholds;
use crate::domain::evidence::Candidate;

/// So many candidates are handed on.
const CANDIDATES: usize = 10;

/// Weights and thresholds as `loket fit` found them.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranking {
    /// How sure the house must be before it says something.
    pub thresholds: Thresholds,
    /// The weight of each feature.
    pub weights: Features,
    /// The weight of each doubt.
    pub doubts: Doubts,
    /// What each letter group is worth.
    pub worth: Worth,
    /// What it was fitted on, and how well it did there.
    pub fitted: Fitted,
}

/// What a ranking was fitted on.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Fitted {
    /// The fingerprint of the questions.
    pub questions: String,
    /// The fingerprint of the catalogue.
    pub catalogue: String,
    /// The seed by which the questions were divided.
    pub seed: u64,
    /// Figures by name, measured on questions that were left out of the fit.
    pub figures: BTreeMap<String, f64>,
}

/// The file as it is written.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Written {
    thresholds: Thresholds,
    weights: BTreeMap<Feature, f64>,
    doubts: BTreeMap<Doubt, f64>,
    fitted: Fitted,
    letters: Worth,
}

/// A ranking file that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum BadRanking {
    /// It is no TOML of the right shape.
    #[error("ranking.toml cannot be read: {0}")]
    Unreadable(#[from] toml::de::Error),
    /// A weight is absent.
    #[error("ranking.toml has no weight for `{0}`: run `loket fit` again")]
    Missing(String),
    /// It could not be written.
    #[error("ranking.toml cannot be written: {0}")]
    Unwritable(#[from] toml::ser::Error),
}

const HEAD: &str = "# How much each sign counts when an entry is sought, and how sure the bot must be. Written by `loket fit`;\n\
    # look at what changed before you keep it.\n\n";

impl Default for Ranking {
    /// Before the first fit: what people ask and how they say it counts most.
    fn default() -> Self {
        let mut ranking = Self {
            thresholds: Thresholds::default(),
            weights: [0.0; Feature::COUNT],
            doubts: [0.0; Doubt::COUNT],
            worth: Worth::default(),
            fitted: Fitted::default(),
        };
        for (feature, weight) in Feature::ALL.into_iter().zip(&mut ranking.weights) {
            *weight = match feature {
                Feature::NameSaid => 8.0,
                Feature::Covered | Feature::ExampleSaid | Feature::Letters => 4.0,
                Feature::Elsewhere => -4.0,
                Feature::Title | Feature::Asked | Feature::Local => 1.0,
                _ => 0.0,
            };
        }
        for (doubt, weight) in Doubt::ALL.into_iter().zip(&mut ranking.doubts) {
            *weight = if doubt == Doubt::Always { 5.0 } else { 0.0 };
        }
        ranking
    }
}

impl Ranking {
    /// Reads the file.
    pub fn parse(text: &str) -> Result<Self, BadRanking> {
        let written: Written = toml::from_str(text)?;
        let mut ranking = Self {
            thresholds: written.thresholds,
            weights: [0.0; Feature::COUNT],
            doubts: [0.0; Doubt::COUNT],
            worth: written.letters,
            fitted: written.fitted,
        };
        for (feature, weight) in Feature::ALL.into_iter().zip(&mut ranking.weights) {
            *weight = *written.weights.get(&feature).ok_or_else(|| BadRanking::Missing(format!("{feature:?}")))?;
        }
        for (doubt, weight) in Doubt::ALL.into_iter().zip(&mut ranking.doubts) {
            *weight = *written.doubts.get(&doubt).ok_or_else(|| BadRanking::Missing(format!("{doubt:?}")))?;
        }
        Ok(ranking)
    }

    /// The candidates with their probabilities, the most probable first.
    pub fn candidates(&self, observation: &Observation) -> Vec<Candidate> {
        let strengths: Vec<f64> = observation.candidates.iter().map(|one| sum(&one.features, &self.weights)).collect();
        let probabilities = probabilities(&strengths, sum(&observation.doubts, &self.doubts));
        let named = observation.candidates.iter().map(|one| one.entry.clone());
        let mut candidates: Vec<Candidate> =
            named.zip(probabilities).map(|(entry, probability)| Candidate { entry, probability }).collect();
        candidates.sort_by(|one, other| {
            other.probability.total_cmp(&one.probability).then_with(|| one.entry.cmp(&other.entry))
        });
        candidates.truncate(CANDIDATES);
        candidates
    }

    /// The file as it is written, rounded so that a change is easy to read.
    pub fn written(&self) -> Result<String, BadRanking> {
        let round = |weight: f64| (weight * 1000.0).round() / 1000.0;
        let written = Written {
            thresholds: self.thresholds,
            weights: Feature::ALL.into_iter().zip(self.weights.map(round)).collect(),
            doubts: Doubt::ALL.into_iter().zip(self.doubts.map(round)).collect(),
            fitted: self.fitted.clone(),
            letters: self.worth.clone(),
        };
        Ok(format!("{HEAD}{}", toml::to_string_pretty(&written)?))
    }
}

/// Values times their weights.
pub(super) fn sum(values: &[f64], weights: &[f64]) -> f64 {
    values.iter().zip(weights).map(|(value, weight)| value * weight).sum()
}
