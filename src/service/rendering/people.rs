//! A person comes in: what a client hears about their case, and words between people.

use super::fitting::{gist, size};
use super::voice::Voice;
use crate::domain::case::Reason;
use crate::domain::entry::Section;
use crate::domain::ids::{CaseNumber, EntryId};
use crate::domain::message::{Action, Button, Message, Rich, Style};
use crate::domain::moment::Moment;
use crate::domain::text::MESSAGE_LIMIT;
use crate::ports::phrases::Value;

/// So many listening lines are shown: somebody in distress must not have to choose from a list.
const MOST_LINES: usize = 4;

impl Voice<'_> {
    /// A case is opened: why, its number, and the promise.
    pub(super) fn handed_over(
        &self,
        number: CaseNumber,
        promise: Option<Moment>,
        desk: &str,
        reason: Reason,
    ) -> Message {
        let why = match reason {
            Reason::Asked | Reason::Distress => "handed-over-asked",
            Reason::NoMatch => "handed-over-no-match",
            Reason::NotHelped => "handed-over-not-helped",
            Reason::Attachment => "handed-over-attachment",
        };
        let number = self.say("case-number", &[case(number)]);
        let promise = match promise {
            Some(promise) if promise >= self.house.now => {
                let moment = self.before(promise);
                self.say("case-promise", &[("desk", desk.into()), ("moment", moment.into())])
            }
            other => self.promise(other),
        };
        let text = Rich::plain(format!("{} {number} {promise}", self.word(why)))
            .paragraph()
            .then(Style::Plain, self.word("case-write-on"));
        Message::new(text).row(vec![self.withdraw_button()])
    }

    /// Calm words first, then who listens now, then the case.
    pub(super) fn listening(&self, number: CaseNumber, promise: Option<Moment>) -> Message {
        let lines: Vec<Rich> = self
            .catalogue()
            .signals
            .listening
            .iter()
            .filter_map(|id| self.listening_line(id))
            .take(MOST_LINES)
            .collect();
        let mut text = Rich::plain(self.word("listening"));
        if !lines.is_empty() {
            text = text.paragraph().then(Style::Plain, self.word("listening-lines"));
            text = lines.into_iter().fold(text, |text, line| text.line().and(line));
        }
        let waiting = format!("{} {}", self.say("listening-case", &[case(number)]), self.promise(promise));
        let text = text.paragraph().then(Style::Plain, self.word("listening-danger"));
        let text = text.paragraph().then(Style::Plain, waiting).then(Style::Plain, " ");
        Message::new(text.then(Style::Plain, self.word("case-write-on"))).row(vec![self.withdraw_button()])
    }

    /// The name of a listening line, and how to reach it.
    fn listening_line(&self, id: &EntryId) -> Option<Rich> {
        let text = self.text(self.catalogue().entry(id)?)?;
        let reach = gist(text.sections.get(&Section::How).unwrap_or(&text.summary));
        Some(Rich::plain("• ").then(Style::Bold, text.title.clone()).line().then(Style::Plain, reach))
    }

    /// Where the open case stands.
    pub(super) fn where_it_stands(&self, number: CaseNumber, promise: Option<Moment>, owner: Option<&str>) -> Message {
        let text = match owner {
            Some(name) => self.say("case-with-owner", &[("name", name.into()), case(number)]),
            None => {
                let waiting = self.say("case-waiting", &[case(number)]);
                format!("{waiting} {} {}", self.promise(promise), self.word("case-write-on"))
            }
        };
        Message::new(Rich::plain(text)).row(vec![self.withdraw_button()])
    }

    /// By when somebody reacts; honest when that is not known, or was not kept.
    fn promise(&self, promise: Option<Moment>) -> String {
        match promise {
            None => self.word("case-no-promise"),
            Some(promise) if promise < self.house.now => self.word("case-promise-broken"),
            Some(promise) => self.say("case-promise-someone", &[("moment", self.before(promise).into())]),
        }
    }

    /// Somebody took the case.
    pub(super) fn taken_by(&self, name: &str, desk: &str) -> Message {
        if desk.is_empty() {
            return self.named("taken-by", name);
        }
        Message::new(Rich::plain(self.say("taken-by-of", &[("name", name.into()), ("desk", desk.into())])))
    }

    /// A person's own words under their name, literally. Words so long that the name does not fit go without it.
    pub(super) fn says(&self, name: &str, words: &str, mark: Option<&str>) -> Message {
        let mut text = Rich::default().then(Style::Bold, name);
        if let Some(mark) = mark {
            text = text.then(Style::Italic, format!(" ({})", self.word(mark)));
        }
        let whole = text.line().then(Style::Plain, words);
        let fits = size(&whole.text()) <= MESSAGE_LIMIT;
        Message::new(if fits { whole } else { Rich::plain(words) })
    }

    fn withdraw_button(&self) -> Button {
        self.button("button-withdraw", Action::Withdraw)
    }
}

fn case(number: CaseNumber) -> (&'static str, Value) {
    // As text, so that no language puts a mark into a long number.
    ("case", number.to_string().into())
}
