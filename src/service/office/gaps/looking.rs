//! The board as it is now: what was said lately, read, looked up in the knowledge in use, and put in groups.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;

use super::reading::{Asked, answer, questions};
use crate::conversation::Conversation;
use crate::conversation::judgement::{Verdict, judge};
use crate::domain::case::Case;
use crate::domain::evidence::{Evidence, Question};
use crate::domain::gaps::{Answer, GapMark, Group, Lack, Lesson, Miss, Teacher, Traits, grouped, without_name};
use crate::domain::ids::{EntryId, QuestionId, ThemeId};
use crate::domain::moment::Moment;
use crate::domain::text::folded;
use crate::ports::knowledge::Knowledge;
use crate::ports::office::Talk;
use crate::ports::store::StoreError;
use crate::service::house::House;

/// So many lines of all transcripts are looked through, the newest.
const MOST_LINES: u32 = 50_000;
/// So many questions are looked up and compared, the newest: who has more begins with these.
const MOST_QUESTIONS: usize = 1_000;

/// What the bot did not know, and what it could learn; the newest first.
#[derive(Clone, Debug, Default)]
pub(super) struct Board {
    /// Questions that went wrong, in groups.
    pub(super) groups: Vec<Group>,
    /// What somebody said was right.
    pub(super) lessons: Vec<Lesson>,
}

impl Board {
    /// The group that holds this question.
    pub(super) fn group(&self, id: QuestionId) -> Option<&Group> {
        self.groups.iter().find(|group| group.holds(id))
    }

    /// This question, with its group.
    pub(super) fn miss(&self, id: QuestionId) -> Option<(&Group, &Miss)> {
        let group = self.group(id)?;
        group.misses().iter().find(|miss| miss.id == id).map(|miss| (group, miss))
    }
}

impl House {
    /// Looks at the board.
    pub(super) async fn gap_board(&self) -> Result<Board, StoreError> {
        let now = self.now();
        let talks = self.ports.office.talks(now.before(self.settings.retention), MOST_LINES).await?;
        let marks = self.ports.office.gap_marks().await?.into_iter().collect();
        let (knowledge, burst) = (self.shelf.current(), self.settings.policy.burst);
        // A thousand questions are looked up and compared: not between two answers to clients.
        let look = move || Look { knowledge, marks, burst, now }.at(&talks);
        tokio::task::spawn_blocking(look).await.map_err(|error| StoreError::Unavailable(error.to_string()))
    }
}

/// A question that may stand on the board, before it is looked up.
struct Candidate<'a> {
    talk: &'a Talk,
    conversation: Arc<Conversation>,
    asked: Asked,
    case: Option<&'a Case>,
    lack: Option<Lack>,
    taught: Option<(EntryId, Teacher)>,
}

struct Look {
    knowledge: Arc<Knowledge>,
    marks: BTreeSet<(QuestionId, GapMark)>,
    burst: Duration,
    now: Moment,
}

impl Look {
    fn at(&self, talks: &[Talk]) -> Board {
        let mut candidates: Vec<Candidate<'_>> = talks.iter().flat_map(|talk| self.candidates(talk)).collect();
        candidates.sort_by_key(|one| std::cmp::Reverse((one.asked.at, one.asked.id)));
        candidates.truncate(MOST_QUESTIONS);
        let (mut misses, mut lessons) = (Vec::new(), Vec::new());
        for candidate in candidates {
            let found = self.look_up(&candidate);
            lessons.extend(self.lesson(&candidate, &found));
            misses.extend(self.miss(candidate, &found));
        }
        Board { groups: grouped(misses), lessons: each_once(lessons) }
    }

    /// The questions in a talk that went wrong or teach something, and were not dealt with.
    fn candidates<'a>(&self, talk: &'a Talk) -> Vec<Candidate<'a>> {
        let Ok(conversation) = serde_json::from_str::<Conversation>(&talk.state) else { return Vec::new() };
        let conversation = Arc::new(conversation);
        let asked = questions(talk, self.burst);
        let candidate = |(at, one): (usize, &Asked)| {
            let case = one.case.and_then(|number| talk.cases.iter().find(|case| case.number == number));
            let is_marked = |mark| self.marks.contains(&(one.id, mark));
            let is_closed = is_marked(GapMark::Done) || is_marked(GapMark::NotOurs);
            let lack = one.lack(case, asked.get(at + 1), self.now).filter(|_| !is_closed);
            let taught = one.taught(case).filter(|_| !is_marked(GapMark::NotLearned));
            let conversation = Arc::clone(&conversation);
            (lack.is_some() || taught.is_some()).then(|| Candidate {
                talk,
                conversation,
                asked: one.clone(),
                case,
                lack,
                taught,
            })
        };
        asked.iter().enumerate().filter_map(candidate).collect()
    }

    fn look_up(&self, candidate: &Candidate<'_>) -> Evidence {
        let place = candidate.case.and_then(|case| case.place.clone()).or_else(|| candidate.conversation.place.clone());
        self.knowledge.search.evidence(&Question { text: candidate.asked.text.clone(), language: None, place })
    }

    fn miss(&self, candidate: Candidate<'_>, found: &Evidence) -> Option<Miss> {
        let Candidate { talk, conversation, asked, case, lack, .. } = candidate;
        let lack = lack?;
        // What is an example by now is no gap any more.
        let hidden = |text: &str| without_name(text, &conversation.name);
        let text = hidden(&asked.text);
        if found.candidates.iter().any(|one| self.is_example(&one.entry, &text)) {
            return None;
        }
        let language = found.language.or(case.map(|case| case.language)).unwrap_or(conversation.language);
        let answer = asked.case.and_then(|case| answer(talk, case));
        Some(Miss {
            id: asked.id,
            asker: talk.client,
            at: asked.at,
            text,
            language,
            place: case
                .and_then(|case| case.place.clone())
                .or(found.place.clone())
                .or_else(|| conversation.place.clone()),
            theme: case.and_then(|case| case.theme.clone()).or_else(|| self.theme(&asked, found)),
            lack,
            case: asked.case,
            answer: answer.map(|answer| Answer { text: hidden(&answer.text), ..answer }),
            known_now: self.known_now(&asked, found),
            traits: Traits { words: self.knowledge.words.telling(&asked.text, language), near: self.near(found) },
            shown: asked.shown,
        })
    }

    fn lesson(&self, candidate: &Candidate<'_>, found: &Evidence) -> Option<Lesson> {
        let (asked, conversation) = (&candidate.asked, &candidate.conversation);
        let (entry, from) = candidate.taught.clone()?;
        let text = without_name(&asked.text, &conversation.name);
        let is_new = self.knowledge.catalogue.entry(&entry).is_some() && !self.is_example(&entry, &text);
        let language = found.language.unwrap_or(conversation.language);
        is_new.then(|| Lesson { id: asked.id, questions: vec![asked.id], at: asked.at, text, language, entry, from })
    }

    /// Does this stand among the example questions of an entry, in whatever capitals and marks?
    fn is_example(&self, entry: &EntryId, text: &str) -> bool {
        let wanted = folded(text);
        let entry = self.knowledge.catalogue.entry(entry);
        let questions = entry.into_iter().flat_map(|entry| entry.text.values()).flat_map(|text| &text.questions);
        questions.into_iter().any(|question| folded(question) == wanted)
    }

    /// The home of what was shown last, or of what it nearly was.
    fn theme(&self, asked: &Asked, found: &Evidence) -> Option<ThemeId> {
        let near = self.near(found);
        let entry = asked.shown.last().or(near.first())?;
        self.knowledge.catalogue.entry(entry)?.themes.first().cloned()
    }

    /// The entries near enough to tell what it is about, the most probable first; most questions have none.
    fn near(&self, found: &Evidence) -> Vec<EntryId> {
        let enough = self.knowledge.thresholds.options_together;
        let near = found.candidates.iter().filter(|one| one.probability >= enough);
        near.map(|one| one.entry.clone()).collect()
    }

    /// The entry that is the answer today, if it is another than what did not help.
    fn known_now(&self, asked: &Asked, found: &Evidence) -> Option<EntryId> {
        match judge(found, &self.knowledge.thresholds, false) {
            Verdict::Answer(entry) if !asked.shown.contains(&entry) => Some(entry),
            _ => None,
        }
    }
}

/// Of those that say the same about the same entry the newest, with the numbers of all.
fn each_once(lessons: Vec<Lesson>) -> Vec<Lesson> {
    let mut places: BTreeMap<(String, EntryId), usize> = BTreeMap::new();
    let mut once: Vec<Lesson> = Vec::new();
    for lesson in lessons {
        let place = *places.entry((folded(&lesson.text), lesson.entry.clone())).or_insert(once.len());
        match once.get_mut(place) {
            Some(other) => other.questions.extend(lesson.questions),
            None => once.push(lesson),
        }
    }
    once
}
