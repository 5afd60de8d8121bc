//! The gold questions, put to a release: where the right entry stands, and whether what must be right is right.

use std::num::NonZero;
use std::thread;

use crate::conversation::judgement::{Verdict, judge};
use crate::domain::evidence::{Candidate, Evidence, Question};
use crate::domain::gold::{Expected, Gold, GoldAction};
use crate::domain::ids::EntryId;
use crate::service::shelf::Knowledge;

/// An entry comes near the first when it is at least this much as probable.
const NEARLY: f64 = 0.4;
/// What is less probable than this comes up by chance.
const LEAST_PROBABLE: f64 = 0.02;
/// So many are compared.
const MOST_NEAR: usize = 4;

/// A gold question with what came of it.
#[derive(Clone, Debug)]
pub struct Tried<'q> {
    /// The question.
    pub gold: &'q Gold,
    /// The place of the first right entry among those found, from 1; 0 when it is not found. Of a question that
    /// asks for an action: 1 when that is what the house does.
    pub place: u32,
    /// Does the client see what is right first?
    pub is_right: bool,
    /// What the house makes of it.
    pub verdict: Verdict,
    /// The entry that is found first, whatever the house makes of it.
    pub first: Option<EntryId>,
    /// The entries that come out nearly as probable as the first, and that one: somebody may read any of them.
    pub near: Vec<EntryId>,
}

/// Puts all questions to a release, on every core: there are many, and an editor waits.
pub fn try_all<'q>(questions: &'q [Gold], knowledge: &Knowledge) -> Vec<Tried<'q>> {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let share = questions.len().div_ceil(cores).max(1);
    thread::scope(|scope| {
        let hands: Vec<_> = questions
            .chunks(share)
            .map(|some| scope.spawn(move || some.iter().map(|gold| try_one(gold, knowledge)).collect::<Vec<_>>()))
            .collect();
        // A question whose search panicked is missing from the count, which then does not fit: never silent.
        hands.into_iter().filter_map(|hand| hand.join().ok()).flatten().collect()
    })
}

fn try_one<'q>(gold: &'q Gold, knowledge: &Knowledge) -> Tried<'q> {
    let question = Question { text: gold.text.clone(), language: None, place: gold.place.clone() };
    let evidence = knowledge.search.evidence(&question);
    let verdict = judge(&evidence, &knowledge.thresholds, true);
    let found = evidence.candidates.iter().map(|candidate| &candidate.entry);
    let (place, is_right) = match &gold.expect {
        Expected::Entries(right) => {
            let is_right = |id: &EntryId| knowledge.is_one_of(id, right);
            let place = found.clone().zip(1..).find(|(id, _)| is_right(id)).map_or(0, |(_, place)| place);
            (place, shown_first(&verdict).is_some_and(is_right))
        }
        Expected::Action(action) => {
            let does = does(&verdict, *action);
            (u32::from(does), does)
        }
    };
    Tried { gold, place, is_right, first: found.clone().next().cloned(), near: near(&evidence), verdict }
}

/// Those that come out nearly equal, the first of them being the most probable.
fn near(evidence: &Evidence) -> Vec<EntryId> {
    let best = evidence.candidates.first().map_or(0.0, |first| first.probability);
    let is_near = |candidate: &&Candidate| candidate.probability >= (best * NEARLY).max(LEAST_PROBABLE);
    evidence.candidates.iter().take(MOST_NEAR).filter(is_near).map(|candidate| candidate.entry.clone()).collect()
}

/// The entry that the client sees first.
fn shown_first(verdict: &Verdict) -> Option<&EntryId> {
    match verdict {
        Verdict::Answer(entry) => Some(entry),
        Verdict::Clarify(options) => options.first(),
        Verdict::HandOver | Verdict::Person | Verdict::Listen | Verdict::SmallTalk(_) => None,
    }
}

const fn does(verdict: &Verdict, action: GoldAction) -> bool {
    match action {
        GoldAction::HandOver => matches!(verdict, Verdict::HandOver | Verdict::Person),
        GoldAction::Listen => matches!(verdict, Verdict::Listen),
        GoldAction::SmallTalk => matches!(verdict, Verdict::SmallTalk(_)),
    }
}

impl Knowledge {
    /// Is this entry one of those, under the name it has today or one it had?
    fn is_one_of(&self, entry: &EntryId, those: &[EntryId]) -> bool {
        those.iter().filter_map(|id| self.catalogue.entry(id)).any(|one| &one.id == entry)
    }
}
