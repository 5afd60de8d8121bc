//! The weights of the features, and how they become probabilities.
//!
//! The candidates compete with each other and with *none of them*: each gets a strength, the sum of its features
//! times their weights; the probabilities are the shares of the exponents. So a lead over the second counts, and
//! a best candidate that is weak still loses to "none".

/// What is measured of a question as a whole; it speaks for *none of the entries*.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd, serde::Deserialize, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
#[repr(usize)]
pub enum Doubt {
    /// Always 1: how strong a candidate must be at least.
    Always,
    /// The share of the question's weight in words that the catalogue does not know.
    Unknown,
    /// How few telling words there are: 1 / (1 + words).
    Few,
    /// How many words there are, for stories: log(1 + words).
    Long,
    /// The share of the question's weight that the best covering candidate does not cover.
    Uncovered,
    /// How little of any example question it says.
    Unsaid,
    /// How little its letter groups are those of any candidate.
    Strange,
    /// It is written in none of the counter's languages.
    Foreign,
}

impl Doubt {
    /// How many there are.
    pub const COUNT: usize = 8;

    /// Every one.
    pub const ALL: [Self; Self::COUNT] = [
        Self::Always,
        Self::Unknown,
        Self::Few,
        Self::Long,
        Self::Uncovered,
        Self::Unsaid,
        Self::Strange,
        Self::Foreign,
    ];
}

/// The measures of a question, in the order of [`Doubt::ALL`].
pub type Doubts = [f64; Doubt::COUNT];

/// Shares of the exponents of these strengths, with `none` as one more competitor.
pub fn probabilities(strengths: &[f64], none: f64) -> Vec<f64> {
    let highest = strengths.iter().copied().fold(none, f64::max);
    let shares: Vec<f64> = strengths.iter().map(|strength| (strength - highest).exp()).collect();
    let all = shares.iter().sum::<f64>() + (none - highest).exp();
    shares.into_iter().map(|share| share / all).collect()
}
