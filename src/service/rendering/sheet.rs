//! What stands in the topic of a case: its name, the sheet, and what was said before. Always Dutch.

use super::fitting::size;
use super::voice::{Voice, labelled};
use crate::conversation::handing_over::HISTORY_PAGES;
use crate::domain::case::{Case, CaseState, Outcome, Reason};
use crate::domain::delivery::TopicIcon;
use crate::domain::ids::{EntryId, ThemeId};
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
    /// The name of the topic: a sign that is seen without a picture too, the number, the place and the theme.
    pub(super) fn topic_name(&self, case: &Case) -> String {
        let key = match case.icon {
            TopicIcon::Waiting => "topic-name-waiting",
            TopicIcon::Taken => "topic-name-taken",
            TopicIcon::Late => "topic-name-late",
            TopicIcon::Urgent => "topic-name-urgent",
            TopicIcon::Closed => "topic-name-closed",
        };
        let about = case.theme.as_ref().and_then(|theme| self.theme_name(theme));
        let about = about.map_or_else(|| self.place_of(case), |theme| format!("{} · {theme}", self.place_of(case)));
        let name = self.say(key, &[("case", case.number.to_string().into()), ("about", about.into())]);
        shorten(&name, LONGEST_NAME)
    }

    /// All a manager needs to know before the first word, and where the case stands.
    pub(super) fn sheet(&self, case: &Case, client: &str, earlier: Option<&Case>) -> Message {
        let question = match case.question.trim() {
            "" => self.word("sheet-no-question"),
            asked => shorten(asked, LONGEST_QUESTION),
        };
        let title = self.say("sheet-title", &[("case", case.number.to_string().into())]);
        let mut text = Rich::default().then(Style::Bold, title);
        if case.is_urgent() {
            text = text.line().then(Style::Bold, self.word("sheet-urgent"));
        }
        text = text.line();
        let mut lines = vec![
            ("sheet-question", question),
            ("sheet-client", client.to_owned()),
            ("sheet-place", self.place_of(case)),
            ("sheet-language", self.language_name(case.language)),
        ];
        lines.extend(case.theme.as_ref().and_then(|theme| self.theme_name(theme)).map(|name| ("sheet-theme", name)));
        lines.push(("sheet-shown", self.shown(&case.shown)));
        lines.push(("sheet-reason", self.reason(case.reason)));
        lines.push(("sheet-promise", self.promised(case)));
        lines.push(("sheet-state", self.state(case)));
        lines.extend(case.lent_by.as_ref().map(|lender| ("sheet-lent", lender.name.clone())));
        lines.extend(case.appointments.iter().map(|one| ("sheet-appointment", self.agreed("appointment", one))));
        lines.extend(earlier.map(|earlier| ("sheet-earlier", self.earlier(earlier))));
        for (label, line) in lines {
            text = text.line().and(labelled(&self.word(label), &line));
        }
        self.with_sheet_buttons(Message::new(text), case)
    }

    fn with_sheet_buttons(&self, message: Message, case: &Case) -> Message {
        let number = case.number;
        match case.state {
            CaseState::Waiting => message.row(vec![
                self.button("button-take", Action::Take(number)),
                self.button("button-not-me", Action::Reject(number, None)),
            ]),
            CaseState::Taken => message
                .row(vec![
                    self.button("button-take-over", Action::TakeOver(number)),
                    self.button("button-not-me", Action::Reject(number, None)),
                ])
                .row(vec![self.button("button-close", Action::Close(number, None))]),
            CaseState::Closed => message,
        }
    }

    /// How the client's last case ended.
    fn earlier(&self, case: &Case) -> String {
        let outcome = case
            .outcome
            .map_or_else(|| self.word("state-closed"), |one| self.outcome(one, case.referred_to.as_deref()));
        let by = case.owner.as_ref().map_or_else(String::new, |owner| format!(" ({})", owner.name));
        let on = case.closed.map_or_else(String::new, |closed| format!(", {}", self.moment(closed)));
        let number = self.say("sheet-title", &[("case", case.number.to_string().into())]);
        format!("{number}: {outcome}{by}{on}")
    }

    /// How a case ended, in a few words: those of its button, with whom the client was referred to.
    pub(super) fn outcome(&self, outcome: Outcome, referred_to: Option<&str>) -> String {
        let words = self.word(outcome_key(outcome));
        match referred_to.filter(|_| outcome == Outcome::Referred) {
            Some(somebody) => words.replace('…', somebody),
            None => words,
        }
    }

    /// What stands on the button of a theme.
    fn theme_name(&self, theme: &ThemeId) -> Option<String> {
        self.catalogue().theme(theme)?.label.get(&self.language).cloned()
    }

    /// What was said before, in as few messages as it fits in, the oldest first. What is older than the last
    /// [`HISTORY_PAGES`] is left out, and the first page says so.
    pub(super) fn history(&self, transcript: &[TranscriptLine]) -> Vec<Message> {
        let title = Rich::default().then(Style::Bold, self.word("history-title")).paragraph();
        if transcript.is_empty() {
            return vec![Message::new(title.then(Style::Plain, self.word("history-empty")))];
        }
        let cut = Rich::default().then(Style::Italic, self.word("history-cut"));
        let most = MESSAGE_LIMIT.saturating_sub(size(&title.text()) + size(&cut.text()) + size("\n"));
        let mut newest_first: Vec<Rich> = Vec::new();
        let mut page: Option<Rich> = None;
        let mut lines = transcript.iter().rev().map(|line| self.told(line)).peekable();
        while let Some(told) = lines.peek().cloned() {
            let longer = match page.clone() {
                Some(page) => told.clone().line().and(page),
                None => told,
            };
            if size(&longer.text()) > most && page.is_some() {
                newest_first.extend(page.take());
                if newest_first.len() == HISTORY_PAGES {
                    break;
                }
                continue;
            }
            page = Some(longer);
            lines.next();
        }
        newest_first.extend(page);
        let start = if lines.peek().is_some() { title.and(cut).line() } else { title };
        let oldest = newest_first.pop().map(|page| Message::new(start.and(page)));
        oldest.into_iter().chain(newest_first.into_iter().rev().map(Message::new)).collect()
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

    pub(super) fn place_of(&self, case: &Case) -> String {
        case.place.as_ref().map_or_else(|| self.word("sheet-no-place"), |place| self.place(place))
    }

    fn shown(&self, shown: &[EntryId]) -> String {
        if shown.is_empty() {
            return self.word("sheet-shown-nothing");
        }
        shown.iter().map(|id| self.title(id)).collect::<Vec<_>>().join("; ")
    }

    /// By when somebody reacts, and whether somebody waits for it.
    fn promised(&self, case: &Case) -> String {
        match (case.wait, case.promise) {
            (None, _) => self.word("sheet-nobody-waits"),
            (Some(wait), _) if wait.paused => self.word("sheet-paused"),
            (Some(_), None) => self.word("sheet-no-promise"),
            (Some(wait), Some(promise)) => {
                let since = ("since", self.at(wait.since).into());
                self.say("sheet-promised", &[("moment", self.before(promise).into()), since])
            }
        }
    }

    fn state(&self, case: &Case) -> String {
        match (case.state, &case.owner, case.outcome) {
            (CaseState::Closed, _, Some(outcome)) => {
                let outcome = self.outcome(outcome, case.referred_to.as_deref());
                format!("{} ({outcome})", self.word("state-closed"))
            }
            (CaseState::Closed, _, None) => self.word("state-closed"),
            (CaseState::Taken, Some(owner), _) => self.say("state-taken", &[("name", owner.name.as_str().into())]),
            (CaseState::Taken | CaseState::Waiting, ..) => self.word("state-waiting"),
        }
    }
}

/// The key of the words for an outcome; they also stand on its button.
pub(super) const fn outcome_key(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Answered => "outcome-answered",
        Outcome::Referred => "outcome-referred",
        Outcome::HelpedOn => "outcome-helped-on",
        Outcome::NoScheme => "outcome-no-scheme",
        Outcome::NotReachable => "outcome-not-reachable",
        Outcome::Withdrawn => "outcome-withdrawn",
    }
}
