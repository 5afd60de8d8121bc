//! What the bot did not know: questions that went wrong, in groups of those that are alike; and what it could learn.

mod draft;
mod errand;
mod grouping;
mod likeness;
mod names;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

pub use self::draft::FaqDraft;
pub use self::errand::GapErrand;
pub use self::grouping::grouped;
pub use self::names::without_name;
use super::area::AreaCode;
use super::ids::{CaseNumber, ClientId, EntryId, QuestionId, ThemeId};
use super::language::Language;
use super::moment::Moment;

/// Of so many people something may be told by place: fewer could be recognised.
pub const ENOUGH_PEOPLE: usize = 5;

/// Why a question is a gap.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Lack {
    /// A manager said that the catalogue should have known.
    ShouldHaveKnown,
    /// Nothing fitted, and a person was fetched.
    NoMatch,
    /// What was shown did not help, said the client.
    BadlyRated,
    /// The house asked back, and nothing came.
    Unanswered,
}

impl Lack {
    /// Every reason, the weightiest first.
    pub const ALL: [Self; 4] = [Self::ShouldHaveKnown, Self::NoMatch, Self::BadlyRated, Self::Unanswered];

    /// The word for phrases.
    pub const fn word(self) -> &'static str {
        match self {
            Self::ShouldHaveKnown => "should-have-known",
            Self::NoMatch => "no-match",
            Self::BadlyRated => "badly-rated",
            Self::Unanswered => "unanswered",
        }
    }
}

/// How a question was dealt with without a change of the knowledge.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum GapMark {
    /// It is no gap any more.
    Done,
    /// It is no question for this counter.
    NotOurs,
    /// It is no good example for the entry that helped.
    NotLearned,
}

impl GapMark {
    /// The word for tables, buttons and phrases.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::NotOurs => "not-ours",
            Self::NotLearned => "not-learned",
        }
    }
}

/// A question that went wrong.
#[derive(Clone, Debug, PartialEq)]
pub struct Miss {
    /// Its number.
    pub id: QuestionId,
    /// Who asked it: to count people, never to be shown.
    pub asker: ClientId,
    /// When.
    pub at: Moment,
    /// In the client's words, without their name.
    pub text: String,
    /// The language it is written in.
    pub language: Language,
    /// Where the firm is, when known.
    pub place: Option<AreaCode>,
    /// What it is about, as far as the house can tell.
    pub theme: Option<ThemeId>,
    /// Why it is a gap.
    pub lack: Lack,
    /// What was shown for it, in order.
    pub shown: Vec<EntryId>,
    /// The case it became.
    pub case: Option<CaseNumber>,
    /// What a manager said to it.
    pub answer: Option<Answer>,
    /// The entry that would answer it for sure today.
    pub known_now: Option<EntryId>,
    /// What it is compared by.
    pub traits: Traits,
}

/// What a manager said in a case.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Answer {
    /// Their first name.
    pub name: String,
    /// When they said the last of it.
    pub at: Moment,
    /// Their words, without the client's name.
    pub text: String,
}

/// By what questions are compared.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Traits {
    /// Its telling words, without inflection.
    pub words: Vec<String>,
    /// The entries nearest to it, the nearest first.
    pub near: Vec<EntryId>,
}

/// Questions that are alike, the newest first; never empty.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    misses: Vec<Miss>,
}

impl Group {
    /// Its questions, the newest first.
    pub fn misses(&self) -> &[Miss] {
        &self.misses
    }

    /// How many people asked.
    pub fn people(&self) -> usize {
        self.misses.iter().map(|miss| miss.asker).collect::<BTreeSet<_>>().len()
    }

    /// May it be told from where they asked?
    pub fn may_be_placed(&self) -> bool {
        self.people() >= ENOUGH_PEOPLE
    }

    /// Does it hold this question?
    pub fn holds(&self, id: QuestionId) -> bool {
        self.misses.iter().any(|miss| miss.id == id)
    }

    /// When the newest was asked.
    pub fn newest(&self) -> Option<Moment> {
        self.misses.iter().map(|miss| miss.at).max()
    }

    /// How often for each reason, the weightiest first; reasons that don't occur are left out.
    pub fn lacks(&self) -> Vec<(Lack, usize)> {
        let count = |lack| self.misses.iter().filter(|miss| miss.lack == lack).count();
        Lack::ALL.into_iter().map(|lack| (lack, count(lack))).filter(|(_, count)| *count > 0).collect()
    }

    /// What most of its questions are about.
    pub fn theme(&self) -> Option<&ThemeId> {
        counted(self.misses.iter().filter_map(|miss| miss.theme.as_ref())).first().map(|(theme, _)| *theme)
    }
}

/// How often each of these occurs, the most frequent first.
pub fn counted<T: Ord>(all: impl IntoIterator<Item = T>) -> Vec<(T, usize)> {
    let mut counts: BTreeMap<T, usize> = BTreeMap::new();
    for one in all {
        *counts.entry(one).or_default() += 1;
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    // Stable: of equals the first in the order of their own stays in front.
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    counts
}

/// A question that could become an example of an entry, because somebody said that this entry is right.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Lesson {
    /// The question; of those that say the same about the same entry the newest.
    pub id: QuestionId,
    /// All that say the same about the same entry, this one among them.
    pub questions: Vec<QuestionId>,
    /// When it was asked.
    pub at: Moment,
    /// In the client's words, without their name.
    pub text: String,
    /// The language it is written in.
    pub language: Language,
    /// The entry.
    pub entry: EntryId,
    /// Who says so.
    pub from: Teacher,
}

/// Who said that an entry is right for a question.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Teacher {
    /// The client: it helped.
    Client,
    /// The manager: it should have been this one.
    Manager,
}

impl Teacher {
    /// The word for phrases.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Client => "client",
            Self::Manager => "manager",
        }
    }
}
