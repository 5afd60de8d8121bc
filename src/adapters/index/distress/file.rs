//! The reviewed file `knowledge/distress/weights.toml`: what each piece tells, what it was fitted on, and how well.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Concepts, Distress};

/// What the model was fitted on.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Fitted {
    /// The fingerprint of the texts, the concepts and the phrases.
    pub texts: String,
    /// The seed by which the texts were put in order.
    pub seed: u64,
    /// Figures by name, measured on texts that were left out of the fit.
    pub figures: BTreeMap<String, f64>,
}

/// The file as it is written.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Written {
    bias: f64,
    fitted: Fitted,
    pieces: BTreeMap<String, f64>,
}

/// A model that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum BadDistress {
    /// The weights are no TOML of the right shape.
    #[error("the weights of distress cannot be read: {0}")]
    Weights(#[source] toml::de::Error),
    /// The concepts are no TOML of the right shape.
    #[error("the concepts of distress cannot be read: {0}")]
    Concepts(#[source] toml::de::Error),
    /// The weights could not be written.
    #[error("the weights of distress cannot be written: {0}")]
    Unwritable(#[from] toml::ser::Error),
}

const HEAD: &str = "# How much each piece of a message speaks of distress (`src/adapters/index/distress/pieces.rs` says what the\n\
    # pieces are). Written by `loket fit-distress`; look at what changed before you keep it.\n\n";

impl Distress {
    /// Reads the weights and the concepts they were fitted with.
    pub fn parse(weights: &str, concepts: &str) -> Result<Self, BadDistress> {
        let Written { bias, fitted, pieces } = toml::from_str(weights).map_err(BadDistress::Weights)?;
        let concepts = Concepts::parse(concepts).map_err(BadDistress::Concepts)?;
        Ok(Self { concepts, weights: pieces.into_iter().collect(), bias, fitted })
    }

    /// The file as it is written, rounded so that a change is easy to read.
    pub fn written(&self) -> Result<String, BadDistress> {
        let round = |weight: f64| (weight * 100.0).round() / 100.0;
        let rounded = self.weights.iter().map(|(piece, weight)| (piece.clone(), round(*weight)));
        let pieces = rounded.filter(|(_, weight)| weight.abs() > 0.0).collect();
        let written = Written { bias: round(self.bias), fitted: self.fitted.clone(), pieces };
        Ok(format!("{HEAD}{}", toml::to_string(&written)?))
    }
}
