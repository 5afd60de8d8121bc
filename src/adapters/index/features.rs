//! What is measured of a candidate, each as a number that a person can read.

use super::pages::{Field, Page};
use super::places::Fit;
use super::question::Asked;
use super::reading::Reading;
use crate::domain::entry::{Kind, Status};

/// The weight of the words of a usual question; what is counted in all is counted in these.
const HEAVY: f32 = 20.0;

/// What letter groups tell is counted in these, so that it is about as large as other measures.
const MANY: f32 = 10.0;

/// One measure of how well an entry fits a question.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd, serde::Deserialize, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
#[repr(usize)]
pub enum Feature {
    /// The share of the question's weight in the entry's other names.
    Names,
    /// … in its title.
    Title,
    /// … in its summary.
    Summary,
    /// … in its sections.
    Sections,
    /// … in its example questions together.
    Asked,
    /// … anywhere in it.
    Covered,
    /// The share of the title that the question says.
    TitleSaid,
    /// The likeness to the best example question, by words.
    BestWords,
    /// The mean likeness to the three best example questions, by words.
    NextWords,
    /// The likeness to the best example question, by letter groups.
    BestLetters,
    /// The mean likeness to the three best, by letter groups.
    NextLetters,
    /// A name of the entry stands in the question.
    NameSaid,
    /// It is an entry of the place that is known or named.
    Local,
    /// It is an entry of the place, and the place stands in the question.
    LocalNamed,
    /// It is an entry of some place, and no place is known.
    Unplaced,
    /// It is an entry of another place.
    Elsewhere,
    /// It is over, or its money is gone.
    Over,
    /// It is an organisation.
    Organisation,
    /// It is a rule.
    Rule,
    /// It is a general question.
    Faq,
    /// It is an example of a firm.
    Example,
    /// The largest share of one example question that the question says.
    ExampleSaid,
    /// The mean likeness to all example questions, by words.
    AllWords,
    /// … by letter groups.
    AllLetters,
    /// The likeness of the best single sentence to the best example question, by letter groups.
    BestSentence,
    /// How much weight of the question is anywhere in it, in all and not as a share.
    Weight,
    /// … in its example questions.
    AskedWeight,
    /// It is an organisation, and the question asks for somebody to turn to.
    SomebodyAsked,
    /// It is a scheme, and the question asks for money.
    MoneyAsked,
    /// It is over, and the question asks about the past.
    PastAsked,
    /// What the letter groups of the question tell for all that the entry says.
    Letters,
}

impl Feature {
    /// How many there are.
    pub const COUNT: usize = 31;

    /// Every feature.
    pub const ALL: [Self; Self::COUNT] = [
        Self::Names,
        Self::Title,
        Self::Summary,
        Self::Sections,
        Self::Asked,
        Self::Covered,
        Self::TitleSaid,
        Self::BestWords,
        Self::NextWords,
        Self::BestLetters,
        Self::NextLetters,
        Self::NameSaid,
        Self::Local,
        Self::LocalNamed,
        Self::Unplaced,
        Self::Elsewhere,
        Self::Over,
        Self::Organisation,
        Self::Rule,
        Self::Faq,
        Self::Example,
        Self::ExampleSaid,
        Self::AllWords,
        Self::AllLetters,
        Self::BestSentence,
        Self::Weight,
        Self::AskedWeight,
        Self::SomebodyAsked,
        Self::MoneyAsked,
        Self::PastAsked,
        Self::Letters,
    ];
}

/// The measures of one candidate, in the order of [`Feature::ALL`].
pub type Features = [f64; Feature::COUNT];

/// Measures one page against a question.
pub(super) fn measure(asked: &Asked<'_>, page: &Page, name_said: f32, fit: Fit) -> Features {
    let reading = asked.reading;
    let mut best = vec![0.0_f32; reading.telling.len()];
    let mut shares = [0.0_f32; 5];
    for (share, terms) in shares.iter_mut().zip(&page.fields) {
        let mut here = vec![0.0_f32; reading.telling.len()];
        for (term, present) in terms {
            if let Some((at, weight)) = reading.terms.get(term)
                && let Some(sum) = here.get_mut(*at)
            {
                *sum = (*sum + weight * present).min(1.0);
            }
        }
        *share = weighed(reading, &here);
        for (best, here) in best.iter_mut().zip(here) {
            *best = best.max(here);
        }
    }
    let [names, title, summary, sections, in_asked] = shares;
    let covered = weighed(reading, &best);
    let (words, example_said) = asked.likeness_by_words(page);
    let (letters, best_sentence) = asked.likeness_by_letters(page);
    let over = matches!(page.status, Status::Ended | Status::BudgetGone | Status::Closed);
    let intents = asked.intents;
    let is = |holds: bool| if holds { 1.0 } else { 0.0 };
    let numbers = [
        names,
        title,
        summary,
        sections,
        in_asked,
        covered,
        title_said(asked, page),
        words.best,
        words.next,
        letters.best,
        letters.next,
        name_said,
        is(matches!(fit, Fit::Here | Fit::Named)),
        is(fit == Fit::Named),
        is(fit == Fit::Unplaced),
        is(fit == Fit::Elsewhere),
        is(over),
        is(page.kind == Kind::Organisation),
        is(page.kind == Kind::Rule),
        is(page.kind == Kind::Faq),
        is(page.kind == Kind::Example),
        example_said,
        words.all,
        letters.all,
        best_sentence,
        covered * reading.importance / HEAVY,
        in_asked * reading.importance / HEAVY,
        is(page.kind == Kind::Organisation && intents.somebody),
        is(page.kind == Kind::Scheme && intents.money),
        is(over && intents.past),
        page.letters.tell(asked.grams()) / MANY,
    ];
    numbers.map(f64::from)
}

/// The share of the question's weight, given how well each word is present.
fn weighed(reading: &Reading, present: &[f32]) -> f32 {
    let sum: f32 = reading.telling.iter().zip(present).map(|(word, present)| word.importance * present).sum();
    sum / reading.importance.max(f32::EPSILON)
}

/// The share of the title's own weight that the question says.
fn title_said(asked: &Asked<'_>, page: &Page) -> f32 {
    let Some(title) = page.fields.get(Field::Title as usize) else { return 0.0 };
    let (mut said, mut all) = (0.0, f32::EPSILON);
    for (term, _) in title {
        let weight = asked.vocabulary.weight(*term);
        all += weight;
        if let Some((_, stands)) = asked.reading.terms.get(term) {
            said += weight * stands;
        }
    }
    said / all
}
