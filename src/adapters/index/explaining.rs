//! Why: what was made of a question and what each candidate was measured at, for an admin to read.

use super::features::Feature;
use super::model::Doubt;
use super::places::Named;
use super::ranking::{Ranking, sum};
use super::reading::{How, Reading, Telling};
use super::signals::Heard;
use super::vocabulary::Vocabulary;
use super::{Measured, Observation};
use crate::domain::area::Areas;

/// So many candidates are explained.
const EXPLAINED: usize = 3;

/// A part of the strength that is smaller is left out.
const TELLING_PART: f64 = 0.05;

/// Everything that was found out about one question.
pub(super) struct Findings<'a> {
    pub(super) reading: &'a Reading,
    pub(super) named: &'a Named,
    pub(super) heard: &'a Heard,
    /// The pieces that tell most about distress, with what each adds.
    pub(super) tells: &'a [(String, f64)],
    pub(super) observation: &'a Observation,
}

impl Findings<'_> {
    /// The findings in words, one a line.
    pub(super) fn told(&self, ranking: &Ranking, vocabulary: &Vocabulary, areas: &Areas) -> Vec<String> {
        let language = self.reading.language.map_or("not told by the words", |language| language.code());
        let mut lines = vec![format!("language: {language}")];
        let places: Vec<&str> = self.named.areas.iter().filter_map(|area| areas.name(area)).collect();
        if !places.is_empty() {
            lines.push(format!("places named: {}", places.join(", ")));
        }
        lines.extend(self.heard.by.iter().map(|phrase| format!("heard {phrase}")));
        lines.push(format!("distress: {:.2} (listens from {:.2})", self.heard.distress, ranking.thresholds.distress));
        lines.extend(self.tells.iter().map(|(piece, added)| format!("  {piece:<26}{added:>+6.2}")));
        lines.extend(self.reading.telling.iter().map(|telling| word(telling, vocabulary)));
        lines.extend(self.candidates(ranking));
        let thresholds = &ranking.thresholds;
        lines.push(format!(
            "answers from {:.2}; asks back among those from {:.2} when together they have {:.2}",
            thresholds.answer, thresholds.option, thresholds.options_together
        ));
        lines
    }

    fn candidates(&self, ranking: &Ranking) -> Vec<String> {
        let best = ranking.candidates(self.observation);
        let mut lines = Vec::new();
        for candidate in best.iter().take(EXPLAINED) {
            let measured = self.observation.candidates.iter().find(|one| one.entry == candidate.entry);
            let Some(measured) = measured else { continue };
            let strength = sum(&measured.features, &ranking.weights);
            lines.push(format!("{} {:.2} (strength {strength:.2})", candidate.entry, candidate.probability));
            lines.extend(parts(measured, ranking));
        }
        let against = sum(&self.observation.doubts, &ranking.doubts);
        lines.push(format!("none of them (strength {against:.2})"));
        let doubts = Doubt::ALL.iter().zip(&self.observation.doubts).zip(&ranking.doubts);
        lines.extend(doubts.map(|((doubt, value), weight)| part(&format!("{doubt:?}"), *value, *weight)));
        lines
    }
}

/// `  zonnepanele, read as zonnepanelen (counts 4.1): zonnepanel 0.80, paneel 0.40 (part)`.
fn word(telling: &Telling, vocabulary: &Vocabulary) -> String {
    let meant = telling.meant.as_ref().map(|meant| format!(", read as {meant}")).unwrap_or_default();
    let stands: Vec<String> = telling
        .stands
        .iter()
        .map(|stand| {
            let how = match stand.how {
                How::Itself => "",
                How::Part => " (part)",
                How::Synonym => " (synonym)",
            };
            format!("{} {:.2}{how}", vocabulary.text(stand.term), stand.weight)
        })
        .collect();
    let stands = if stands.is_empty() { "not in the catalogue".to_owned() } else { stands.join(", ") };
    format!("word {}{meant} (counts {:.1}): {stands}", telling.word, telling.importance)
}

fn parts(measured: &Measured, ranking: &Ranking) -> Vec<String> {
    let parts = Feature::ALL.iter().zip(&measured.features).zip(&ranking.weights);
    let telling = parts.filter(|((_, value), weight)| (*value * **weight).abs() >= TELLING_PART);
    telling.map(|((feature, value), weight)| part(&format!("{feature:?}"), *value, *weight)).collect()
}

fn part(name: &str, value: f64, weight: f64) -> String {
    format!("  {name:<14}{value:>6.2} × {weight:>6.2} = {:>6.2}", value * weight)
}
