//! The summary: what there is, counted, so that an editor sees at one glance where the catalogue is thin.

use std::collections::BTreeMap;
use std::fmt::{self, Write as _};

use serde::Serialize;

use super::draft::{Draft, plain_text};
use crate::domain::area::AreaCode;
use crate::domain::entry::Confidence;
use crate::domain::gold::GoldScore;
use crate::domain::ids::EntryId;
use crate::domain::language::Language;
use crate::domain::readability::flesch_douma;

/// What there is in a folder.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Summary {
    /// How many entries there are.
    pub entries: usize,
    /// How many of each kind.
    pub kinds: BTreeMap<String, usize>,
    /// How many have each theme as their home.
    pub themes: BTreeMap<String, usize>,
    /// How many hold in the whole country, in provinces, in municipalities.
    pub areas: BTreeMap<String, usize>,
    /// How many are written in each language.
    pub languages: BTreeMap<String, usize>,
    /// The entry that was checked longest ago, with when.
    pub oldest: Option<(String, EntryId)>,
    /// How many have facts that were read on a page.
    pub read: usize,
    /// How easily the Dutch texts read on average, by the formula of Flesch and Douma: 60 to 70 is normal.
    pub flesch_douma: Option<f64>,
    /// The same of each entry whose text is long enough to say.
    pub flesch_douma_of: BTreeMap<EntryId, f64>,
    /// How the gold questions are answered, once they were put.
    pub gold: Option<Gold>,
}

/// How the gold questions that are counted together are answered.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Gold {
    questions: u32,
    first: f64,
    among_three: f64,
}

impl From<&GoldScore> for Gold {
    fn from(score: &GoldScore) -> Self {
        Self { questions: score.questions, first: score.share_first(), among_three: score.share_among_three() }
    }
}

impl Summary {
    /// What there is among these entries.
    pub(super) fn of(drafts: &[Draft<'_>]) -> Self {
        let mut summary = Self::default();
        for draft in drafts {
            summary.count(draft);
        }
        summary.flesch_douma = average(summary.flesch_douma_of.values());
        summary
    }

    fn count(&mut self, draft: &Draft<'_>) {
        let header = &draft.header;
        let add = |counts: &mut BTreeMap<String, usize>, name: &str| *counts.entry(name.to_owned()).or_default() += 1;
        self.entries += 1;
        add(&mut self.kinds, header.kind.get_ref().word());
        add(&mut self.areas, reach(draft));
        if let Some(theme) = header.themes.first() {
            add(&mut self.themes, theme.get_ref().as_str());
        }
        for language in draft.bodies.keys() {
            add(&mut self.languages, language.code());
        }
        self.read += usize::from(header.confidence == Confidence::Read);
        // What is known to the year sorts before its months and days: it may be as old as January.
        let checked = (header.verified.written(), draft.id().clone());
        self.oldest = Some(self.oldest.take().map_or(checked.clone(), |oldest| oldest.min(checked)));
        if let Some(figure) = readability(draft) {
            self.flesch_douma_of.insert(draft.id().clone(), figure);
        }
    }
}

/// How wide an entry reaches, by its widest area.
fn reach(draft: &Draft<'_>) -> &'static str {
    let any = |fits: fn(&AreaCode) -> bool| draft.header.areas.iter().any(|area| fits(area.get_ref()));
    if any(AreaCode::is_country) {
        "country"
    } else if any(|area| !area.is_municipality()) {
        "province"
    } else {
        "municipality"
    }
}

/// The figure of the Dutch text, to a tenth.
fn readability(draft: &Draft<'_>) -> Option<f64> {
    let body = draft.bodies.get(&Language::Nl)?;
    let sections = body.sections.values().map(|blocks| plain_text(blocks));
    let texts: Vec<String> = std::iter::once(plain_text(&body.summary)).chain(sections).collect();
    flesch_douma(&texts.join("\n")).map(tenths)
}

fn average<'a>(figures: impl ExactSizeIterator<Item = &'a f64>) -> Option<f64> {
    let count = u32::try_from(figures.len()).ok().filter(|count| *count > 0)?;
    Some(tenths(figures.sum::<f64>() / f64::from(count)))
}

fn tenths(figure: f64) -> f64 {
    (figure * 10.0).round() / 10.0
}

impl Summary {
    /// The summary as lines to read. What editors write in English in a file stays as they write it.
    pub fn printed(&self, language: Language) -> String {
        let mut printed = String::new();
        // Writing to a string cannot fail.
        let _ = match language {
            Language::Nl => self.in_dutch(&mut printed),
            Language::En => self.in_english(&mut printed),
        };
        printed
    }

    fn in_dutch(&self, to: &mut String) -> fmt::Result {
        let mut line = |name: &str, value: String| writeln!(to, "{name:<18}{value}");
        line("kaarten", self.entries.to_string())?;
        line("soorten", listed(&self.kinds))?;
        line("gebieden", listed(&self.areas))?;
        line("thema's", listed(&self.themes))?;
        line("talen", listed(&self.languages))?;
        if let Some((checked, id)) = &self.oldest {
            line("oudste gegevens", format!("{checked} ({id})"))?;
        }
        line("van een pagina", format!("{} van {}", self.read, self.entries))?;
        if let Some(figure) = self.flesch_douma {
            let figure = comma(figure);
            line("Flesch-Douma", format!("gemiddeld {figure}; 60 tot 70 is gewoon, hoger is makkelijker"))?;
        }
        if let Some(Gold { questions, first, among_three }) = self.gold {
            let percent = |share: f64| format!("{}%", comma(share * 100.0));
            let shares = format!("{} als eerste, {} bij de eerste drie", percent(first), percent(among_three));
            line("gouden vragen", format!("{questions} gesteld: {shares}"))?;
        }
        Ok(())
    }

    fn in_english(&self, to: &mut String) -> fmt::Result {
        let mut line = |name: &str, value: String| writeln!(to, "{name:<16}{value}");
        line("entries", self.entries.to_string())?;
        line("kinds", listed(&self.kinds))?;
        line("areas", listed(&self.areas))?;
        line("themes", listed(&self.themes))?;
        line("languages", listed(&self.languages))?;
        if let Some((checked, id)) = &self.oldest {
            line("oldest facts", format!("{checked} ({id})"))?;
        }
        line("read on a page", format!("{} of {}", self.read, self.entries))?;
        if let Some(figure) = self.flesch_douma {
            line("Flesch-Douma", format!("{figure:.1} on average; 60 to 70 is normal, higher is easier"))?;
        }
        if let Some(Gold { questions, first, among_three }) = self.gold {
            let percent = |share: f64| format!("{:.1}%", share * 100.0);
            let shares = format!("{} first, {} among the first three", percent(first), percent(among_three));
            line("gold", format!("{questions} asked: {shares}"))?;
        }
        Ok(())
    }
}

fn comma(figure: f64) -> String {
    format!("{figure:.1}").replace('.', ",")
}

fn listed(counts: &BTreeMap<String, usize>) -> String {
    counts.iter().map(|(name, count)| format!("{name} {count}")).collect::<Vec<_>>().join(" · ")
}
