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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::ClientId;

    const BURST: Duration = Duration::from_secs(4);

    fn at(seconds: i64) -> Moment {
        Moment::from_millis(seconds * 1_000)
    }

    fn line(seconds: i64, speaker: Speaker, text: &str, decision: &str) -> TranscriptLine {
        TranscriptLine {
            at: at(seconds),
            speaker,
            name: String::new(),
            text: text.to_owned(),
            message: None,
            line: (speaker == Speaker::Bot).then_some(LineId(seconds)),
            decision: decision.to_owned(),
            release: None,
            case: None,
        }
    }

    fn client(seconds: i64, text: &str) -> TranscriptLine {
        line(seconds, Speaker::Client, text, "")
    }

    fn bot(seconds: i64, decision: &str) -> TranscriptLine {
        line(seconds, Speaker::Bot, "…", decision)
    }

    fn talk(lines: Vec<TranscriptLine>) -> Talk {
        let lines = (1..).map(QuestionId).zip(lines).collect();
        Talk { client: ClientId(7), state: String::new(), lines, cases: Vec::new() }
    }

    /// Each question with why it is a gap, an hour after the beginning.
    fn lacks(lines: Vec<TranscriptLine>) -> Vec<(String, Option<Lack>)> {
        let asked = questions(&talk(lines), BURST);
        let lack = |(place, one): (usize, &Asked)| (one.text.clone(), one.lack(None, asked.get(place + 1), at(3_600)));
        asked.iter().enumerate().map(lack).collect()
    }

    fn one(text: &str, lack: Option<Lack>) -> Vec<(String, Option<Lack>)> {
        vec![(text.to_owned(), lack)]
    }

    #[test]
    fn what_was_answered_is_no_gap_and_what_was_handed_over_is() {
        assert_eq!(lacks(vec![client(0, "a"), bot(1, "answer:bmkb")]), one("a", None));
        assert_eq!(lacks(vec![client(0, "a"), bot(0, ""), bot(1, "handover:no-match")]), one("a", Some(Lack::NoMatch)));
        assert_eq!(lacks(vec![client(0, "a"), bot(1, "answer:bmkb"), bot(9, "handover:asked")]), one("a", None));
    }

    #[test]
    fn pieces_sent_in_one_go_are_one_question() {
        let lines = vec![client(0, "kippen"), client(2, "mag dat"), bot(4, "handover:no-match")];
        assert_eq!(lacks(lines), one("kippen\nmag dat", Some(Lack::NoMatch)));
        let lines = vec![client(0, "Deventer"), bot(0, ""), client(60, "kippen?"), bot(62, "handover:no-match")];
        assert_eq!(lacks(lines).last(), one("kippen?", Some(Lack::NoMatch)).last());
    }

    #[test]
    fn a_question_back_is_a_gap_when_nothing_comes_of_it() {
        assert_eq!(lacks(vec![client(0, "a"), bot(1, "clarify")]), one("a", Some(Lack::Unanswered)));
        assert_eq!(lacks(vec![client(0, "a"), bot(1, "clarify"), bot(9, "shown:bmkb")]), one("a", None));
        assert_eq!(lacks(vec![client(3_000, "a"), bot(3_001, "clarify")]), one("a", None), "they may still choose");
        let went_on = lacks(vec![client(0, "a"), bot(1, "clarify"), client(60, "b"), bot(61, "answer:bmkb")]);
        assert_eq!(went_on, [("a".to_owned(), None), ("b".to_owned(), None)]);
    }

    #[test]
    fn a_mark_belongs_to_the_question_it_stands_under_and_the_last_one_counts() {
        let marked = |under: i64, word: &str| TranscriptLine {
            line: Some(LineId(under)),
            ..line(99, Speaker::Client, "👎", &format!("{word}:bmkb"))
        };
        let lines = || vec![client(0, "a"), bot(1, "answer:bmkb"), client(50, "b"), bot(51, "answer:bmkb")];
        let with = |marks: Vec<TranscriptLine>| lines().into_iter().chain(marks).collect::<Vec<_>>();
        let bad = Some(Lack::BadlyRated);
        let named = |a, b| vec![("a".to_owned(), a), ("b".to_owned(), b)];
        assert_eq!(lacks(with(vec![marked(1, "not-helped")])), named(bad, None));
        assert_eq!(lacks(with(vec![marked(51, "not-helped")])), named(None, bad));
        assert_eq!(lacks(with(vec![marked(51, "not-helped"), marked(51, "helped")])), named(None, None));
        let taught = questions(&talk(with(vec![marked(1, "helped")])), BURST);
        assert_eq!(taught[0].taught(None), Some((EntryId::new("bmkb"), Teacher::Client)));
        assert_eq!(taught[1].taught(None), None);
    }

    #[test]
    fn small_talk_is_no_question_and_distress_is_for_nobody_else() {
        assert_eq!(lacks(vec![client(0, "hoi"), bot(1, "smalltalk")]), []);
        assert_eq!(lacks(vec![client(0, "ik kan niet meer"), bot(1, "listen")]), []);
    }
}
