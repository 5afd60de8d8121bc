//! What is measured of a candidate, each as a number that a person can read.

use super::pages::Page;
use super::places::Fit;
use super::question::Asked;
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
    let importance = asked.reading.importance;
    let words = asked.by_words(page);
    let letters = asked.by_letters(page);
    let [names, title, summary, sections, in_asked] = words.shares;
    let over = matches!(page.status, Status::Ended | Status::BudgetGone | Status::Closed);
    let intents = asked.intents;
    let is = |holds: bool| if holds { 1.0 } else { 0.0 };
    let numbers = [
        names,
        title,
        summary,
        sections,
        in_asked,
        words.covered,
        words.title_said,
        words.like.best,
        words.like.next,
        letters.like.best,
        letters.like.next,
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
        words.example_said,
        words.like.all,
        letters.like.all,
        letters.best_sentence,
        words.covered * importance / HEAVY,
        in_asked * importance / HEAVY,
        is(page.kind == Kind::Organisation && intents.somebody),
        is(page.kind == Kind::Scheme && intents.money),
        is(over && intents.past),
        letters.tell / MANY,
    ];
    numbers.map(f64::from)
}
