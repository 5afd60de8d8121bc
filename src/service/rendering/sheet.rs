//! What stands in the topic of a case: its name, the sheet, and what was said before. Always Dutch.

use super::fitting::size;
use super::voice::{Voice, labelled};
use crate::domain::case::{Case, CaseState, Reason};
use crate::domain::ids::{CaseNumber, EntryId};
use crate::domain::message::{Action, Message, Rich, Style};
use crate::domain::text::{MESSAGE_LIMIT, shorten};
use crate::ports::store::{Speaker, TranscriptLine};

/// The question on the sheet, in UTF-16 units; the whole of it stands in the history.
const LONGEST_QUESTION: usize = 1_500;
/// A line of the bot in the history: the sheet says which cards they were.
const LONGEST_BOT_LINE: usize = 300;
/// A topic's name, in characters.
const LONGEST_NAME: usize = 128;

impl Voice<'_> {
    /// The name of the topic: the number, and where the firm is.
    pub(super) fn topic_name(&self, case: &Case) -> String {
        let key = if case.is_urgent() { "topic-name-urgent" } else { "topic-name" };
        let name = self.say(key, &[("case", case.number.to_string().into()), ("place", self.place_of(case).into())]);
        shorten(&name, LONGEST_NAME)
    }

    /// All a manager needs to know before the first word.
    pub(super) fn sheet(&self, case: &Case, client: &str, question: &str, shown: &[EntryId]) -> Message {
        let question = match question.trim() {
            "" => self.word("sheet-no-question"),
            asked => shorten(asked, LONGEST_QUESTION),
        };
        let title = self.say("sheet-title", &[("case", case.number.to_string().into())]);
        let mut text = Rich::default().then(Style::Bold, title);
        if case.is_urgent() {
            text = text.line().then(Style::Bold, self.word("sheet-urgent"));
        }
        text = text.line();
        let lines = [
            ("sheet-question", question),
            ("sheet-client", client.to_owned()),
            ("sheet-place", self.place_of(case)),
            ("sheet-language", self.language_name(case.language)),
            ("sheet-shown", self.shown(shown)),
            ("sheet-reason", self.reason(case.reason)),
            ("sheet-promise", self.promised(case)),
            ("sheet-state", self.state(case)),
        ];
        for (label, line) in lines {
            text = text.line().and(labelled(&self.word(label), &line));
        }
        let take = match case.state {
            CaseState::Waiting => Some(self.button("button-take", Action::Take(case.number))),
            CaseState::Taken => Some(self.button("button-take-over", Action::Take(case.number))),
            CaseState::Closed => None,
        };
        Message::new(text).row(take.into_iter().collect())
    }

    /// What was said before; the oldest lines are left out when it does not fit.
    pub(super) fn history(&self, transcript: &[TranscriptLine]) -> Message {
        let title = Rich::default().then(Style::Bold, self.word("history-title")).paragraph();
        if transcript.is_empty() {
            return Message::new(title.then(Style::Plain, self.word("history-empty")));
        }
        let cut = Rich::default().then(Style::Italic, self.word("history-cut"));
        let mut room = MESSAGE_LIMIT.saturating_sub(size(&title.text()) + size(&cut.text()));
        let mut newest_first = Vec::new();
        let mut left_out = false;
        for line in transcript.iter().rev() {
            let told = self.told(line);
            let needed = size(&told.text()) + size("\n");
            if needed > room && !newest_first.is_empty() {
                left_out = true;
                break;
            }
            room = room.saturating_sub(needed);
            newest_first.push(told);
        }
        let start = if left_out { title.and(cut) } else { title };
        let text = newest_first.into_iter().rev().enumerate().fold(start, |text, (index, told)| {
            if index == 0 && !left_out { text.and(told) } else { text.line().and(told) }
        });
        Message::new(text)
    }

    /// Somebody else has this case; a tap takes it over.
    pub(super) fn not_yours(&self, owner: &str, case: CaseNumber) -> Message {
        let text = self.say("not-yours", &[("owner", owner.into())]);
        Message::new(Rich::plain(text)).row(vec![self.button("button-take-over", Action::Take(case))])
    }

    /// Why a person was fetched, for whoever reads it.
    pub(super) fn reason(&self, reason: Reason) -> String {
        self.word(match reason {
            Reason::Asked => "reason-asked",
            Reason::NoMatch => "reason-no-match",
            Reason::NotHelped => "reason-not-helped",
            Reason::Distress => "reason-distress",
            Reason::Attachment => "reason-attachment",
        })
    }

    /// Who said what, on one line.
    fn told(&self, line: &TranscriptLine) -> Rich {
        let (who, words) = match line.speaker {
            Speaker::Client => (self.word("speaker-client"), line.text.clone()),
            Speaker::Bot => (self.word("speaker-bot"), shorten(&line.text, LONGEST_BOT_LINE)),
            Speaker::Manager if line.name.is_empty() => (self.word("speaker-manager"), line.text.clone()),
            Speaker::Manager => (line.name.clone(), line.text.clone()),
        };
        labelled(&who, &words)
    }

    fn place_of(&self, case: &Case) -> String {
        case.place.as_ref().map_or_else(|| self.word("sheet-no-place"), |place| self.place(place))
    }

    fn shown(&self, shown: &[EntryId]) -> String {
        if shown.is_empty() {
            return self.word("sheet-shown-nothing");
        }
        shown.iter().map(|id| self.title(id)).collect::<Vec<_>>().join("; ")
    }

    fn promised(&self, case: &Case) -> String {
        match case.promise {
            Some(promise) => self.say("sheet-promised", &[("moment", self.before(promise).into())]),
            None => self.word("sheet-no-promise"),
        }
    }

    fn state(&self, case: &Case) -> String {
        match (case.state, &case.owner) {
            (CaseState::Closed, _) => self.word("state-closed"),
            (CaseState::Taken, Some(owner)) => self.say("state-taken", &[("name", owner.name.as_str().into())]),
            (CaseState::Taken | CaseState::Waiting, _) => self.word("state-waiting"),
        }
    }
}
