//! Questions that have one sure answer, each with words by which that is known.

use jiff::civil::date;
use loket::conversation::judgement::{Verdict, judge};
use loket::domain::evidence;
use loket::domain::language::Language;
use loket::startup::{Folder, open_knowledge};

/// So many different ones are enough that no cache knows them all at once.
const MOST: usize = 400;

/// A question, and what stands in its answer.
#[derive(Clone, Debug)]
pub(crate) struct Question {
    pub(crate) text: String,
    pub(crate) answer: String,
}

/// Dutch example questions of the built-in catalogue to which a Dutch card is the answer.
pub(crate) fn sure_ones() -> Vec<Question> {
    let knowledge =
        open_knowledge(&Folder::embedded(), date(2026, 11, 23)).unwrap_or_else(|error| unreachable!("{error}"));
    let entries = knowledge.catalogue.entries();
    let asked = entries.filter(|entry| entry.areas.iter().all(|area| area.as_str() == "NL")).filter_map(|entry| {
        let text = entry.text.get(&Language::Nl)?;
        Some((entry, text.questions.first()?.clone(), text.title.clone()))
    });
    let sure = asked.filter_map(|(entry, text, answer)| {
        let question = evidence::Question { text: text.clone(), language: None, place: None };
        let found = knowledge.search.evidence(&question);
        let verdict = judge(&found, &knowledge.thresholds, true);
        let sure = verdict == Verdict::Answer(entry.id.clone()) && found.language == Some(Language::Nl);
        sure.then_some(Question { text, answer })
    });
    sure.take(MOST).collect()
}
