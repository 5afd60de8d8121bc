//! What was said, read as questions and what became of them.

use std::time::Duration;

use crate::domain::case::{Case, Gap, Reason};
use crate::domain::gaps::{Answer, Lack, Teacher};
use crate::domain::ids::{CaseNumber, EntryId, LineId, QuestionId};
use crate::domain::moment::Moment;
use crate::ports::office::Talk;
use crate::ports::store::{Speaker, TranscriptLine};

/// Who does nothing for so long after a question back went away; what comes after so long is about something else.
const GOES_ON_WITHIN: Duration = Duration::from_mins(30);

/// A question and what became of it.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    pub(super) id: QuestionId,
    pub(super) at: Moment,
    /// Its words; messages sent in one go are one question.
    pub(super) text: String,
    /// The entries shown for it, in order, each once.
    pub(super) shown: Vec<EntryId>,
    /// The case that it became, or that was opened after it.
    pub(super) case: Option<CaseNumber>,
    /// When the last piece of it came.
    last: Moment,
    reaction: Option<Reaction>,
    /// How the client marked what was shown; the last mark on each entry counts.
    marks: Vec<(EntryId, bool)>,
    /// Our lines that belong to it.
    lines: Vec<LineId>,
}

/// What the house did with a question.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Reaction {
    Answered,
    AskedBack,
    HandedOver,
    Listened,
}

/// The questions in a talk, in order; pieces within `burst` are one. What somebody in distress wrote is left out: that
/// is for nobody else to read.
pub(super) fn questions(talk: &Talk, burst: Duration) -> Vec<Asked> {
    let mut reading = Reading { burst, asked: Vec::new() };
    talk.lines.iter().for_each(|(id, line)| reading.take(*id, line));
    let in_distress = |number: &CaseNumber| talk.cases.iter().any(|case| case.number == *number && case.is_urgent());
    let mut asked = reading.asked;
    asked.retain(|one| one.reaction != Some(Reaction::Listened) && !one.case.as_ref().is_some_and(in_distress));
    asked
}

struct Reading {
    burst: Duration,
    asked: Vec<Asked>,
}

impl Reading {
    fn take(&mut self, id: QuestionId, line: &TranscriptLine) {
        match line.speaker {
            Speaker::Client if line.decision.is_empty() => self.hear(id, line),
            Speaker::Client => self.mark(line),
            Speaker::Bot => self.react(line),
            Speaker::Manager => {}
        }
    }

    fn hear(&mut self, id: QuestionId, line: &TranscriptLine) {
        if line.case.is_some() {
            return self.hear_in_a_case(id, line);
        }
        let burst = self.burst;
        let open = self.asked.last_mut().filter(|one| one.reaction.is_none() && line.at.since(one.last) <= burst);
        match open {
            Some(one) => {
                one.text = format!("{}\n{}", one.text, line.text);
                one.last = line.at;
            }
            None => self.asked.push(Asked::new(id, line)),
        }
    }

    /// Who asked for a person without a question asks it there; what comes after is talk.
    fn hear_in_a_case(&mut self, id: QuestionId, line: &TranscriptLine) {
        if !self.asked.iter().any(|one| one.case == line.case) {
            self.asked.push(Asked { case: line.case, ..Asked::new(id, line) });
        }
    }

    fn mark(&mut self, line: &TranscriptLine) {
        let Some((word, entry)) = line.decision.split_once(':') else { return };
        let (entry, helped) = (EntryId::new(entry), word == "helped");
        let under = line.line.and_then(|line| self.asked.iter().rposition(|one| one.lines.contains(&line)));
        let at = under.or_else(|| self.asked.iter().rposition(|one| one.shown.contains(&entry)));
        if let Some(one) = at.and_then(|at| self.asked.get_mut(at)) {
            one.marks.retain(|(marked, _)| *marked != entry);
            one.marks.push((entry, helped));
        }
    }

    fn react(&mut self, line: &TranscriptLine) {
        let (word, of) = line.decision.split_once(':').unwrap_or((&line.decision, ""));
        if word == "smalltalk" {
            // No question, then.
            self.asked.pop_if(|one| one.reaction.is_none());
            return;
        }
        let recent = |one: &&mut Asked| line.at.since(one.last) <= GOES_ON_WITHIN && one.case.is_none();
        let Some(one) = self.asked.last_mut().filter(recent) else { return };
        match word {
            "answer" | "shown" => {
                one.reaction = Some(Reaction::Answered);
                one.show(EntryId::new(of));
            }
            "clarify" => one.reaction = Some(Reaction::AskedBack),
            "listen" => one.reaction = Some(Reaction::Listened),
            "handover" => {
                one.case = line.case;
                if of == Reason::NoMatch.word() {
                    one.reaction = Some(Reaction::HandedOver);
                }
            }
            _ => return,
        }
        one.lines.extend(line.line);
    }
}

impl Asked {
    fn new(id: QuestionId, line: &TranscriptLine) -> Self {
        Self {
            id,
            at: line.at,
            text: line.text.clone(),
            shown: Vec::new(),
            case: None,
            last: line.at,
            reaction: None,
            marks: Vec::new(),
            lines: Vec::new(),
        }
    }

    fn show(&mut self, entry: EntryId) {
        if !self.shown.contains(&entry) {
            self.shown.push(entry);
        }
    }

    /// Why it is a gap; `None` when it is none. `next` is what the same client asked after it.
    pub(super) fn lack(&self, case: Option<&Case>, next: Option<&Self>, now: Moment) -> Option<Lack> {
        let went_on = next.is_some_and(|next| next.at.since(self.last) <= GOES_ON_WITHIN) || self.case.is_some();
        let may_still_choose = now.since(self.last) <= GOES_ON_WITHIN;
        if case.is_some_and(|case| case.gap.is_some()) {
            Some(Lack::ShouldHaveKnown)
        } else if self.reaction == Some(Reaction::HandedOver) {
            Some(Lack::NoMatch)
        } else if self.marks.last().is_some_and(|(_, helped)| !helped) {
            Some(Lack::BadlyRated)
        } else if self.reaction == Some(Reaction::AskedBack) && !went_on && !may_still_choose {
            Some(Lack::Unanswered)
        } else {
            None
        }
    }

    /// The entry that somebody said is right for it: a manager's word counts more than a client's.
    pub(super) fn taught(&self, case: Option<&Case>) -> Option<(EntryId, Teacher)> {
        let by_client = self.marks.iter().rfind(|(_, helped)| *helped);
        match case.and_then(|case| case.gap.as_ref()) {
            Some(Gap::Entry(entry)) => Some((entry.clone(), Teacher::Manager)),
            _ => by_client.map(|(entry, _)| (entry.clone(), Teacher::Client)),
        }
    }
}

/// What managers said in a case.
pub(super) fn answer(talk: &Talk, case: CaseNumber) -> Option<Answer> {
    let said = || talk.lines.iter().map(|(_, line)| line).filter(|line| line.speaker == Speaker::Manager);
    let lines: Vec<&TranscriptLine> = said().filter(|line| line.case == Some(case)).collect();
    let last = lines.last()?;
    let text = lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join("\n\n");
    Some(Answer { name: last.name.clone(), at: last.at, text })
}
