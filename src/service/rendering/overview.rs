//! The board of a desk, the lists of `/open` and `/mijn`, and the morning digest. Always Dutch.

use super::fitting::size;
use super::voice::Voice;
use crate::domain::case::{Case, Manager};
use crate::domain::delivery::{Topic, TopicIcon};
use crate::domain::message::{Message, Rich, Style};
use crate::domain::moment::Moment;
use crate::domain::text::{MESSAGE_LIMIT, shorten};
use crate::ports::store::OpenCase;

/// Room that is kept for what stands around a list of cases, in UTF-16 units.
const AIR: usize = 600;
/// So many appointments are told in the morning; the others are counted.
const MOST_APPOINTMENTS: usize = 8;
/// What was agreed, in the morning, in UTF-16 units; the whole of it stands on the sheet.
const LONGEST_APPOINTMENT: usize = 100;
/// So many managers are called in the morning, each with so many numbers.
const MOST_CALLED: usize = 20;
const MOST_NUMBERS: usize = 10;

impl Voice<'_> {
    /// What is open at a desk: who waits, and what is whose.
    pub(super) fn board(&self, cases: &[OpenCase]) -> Message {
        let title = Rich::default().then(Style::Bold, self.word("board-title"));
        Message::new(self.with_cases(title, cases))
    }

    /// The same as an answer to who asks.
    pub(super) fn overview(&self, cases: &[OpenCase], mine: bool) -> Message {
        let (title, empty) = if mine { ("mine-title", "mine-empty") } else { ("board-title", "board-empty") };
        if cases.is_empty() {
            return self.bare(empty);
        }
        Message::new(self.with_cases(Rich::default().then(Style::Bold, self.word(title)), cases))
    }

    /// What a desk hears in the morning; nothing when there is nothing.
    pub(super) fn digest(&self, cases: &[OpenCase]) -> Option<Message> {
        let title = Rich::default().then(Style::Bold, self.word("digest-title"));
        let waits = |open: &&OpenCase| open.case.wait.is_some_and(|wait| !wait.paused);
        let overdue = |open: &&OpenCase| waits(open) && open.case.is_late(self.house.now);
        let today = |open: &&OpenCase| {
            waits(open) && !open.case.is_late(self.house.now) && open.case.promise.is_some_and(|at| self.is_today(at))
        };
        let unanswered = |open: &&OpenCase| waits(open) && open.case.owner.is_none();
        let end = self.whose(self.appointments_today(Rich::default(), cases), cases);
        let room = AIR + size(&end.text());
        let mut lists = self.section(Rich::default(), "digest-overdue", cases.iter().filter(overdue), room);
        lists = self.section(lists, "digest-today", cases.iter().filter(today), room);
        lists = self.section(lists, "digest-nobody", cases.iter().filter(unanswered), room);
        let parts = [lists, end].into_iter().filter(|part| !part.text().is_empty());
        let text = parts.fold(title.clone(), |text, part| text.paragraph().and(part));
        (text != title).then(|| Message::new(text))
    }

    // --- lists -----------------------------------------------------------------------------------------

    fn with_cases(&self, title: Rich, cases: &[OpenCase]) -> Rich {
        if cases.is_empty() {
            return title.line().then(Style::Plain, self.word("board-empty"));
        }
        let (waiting, taken): (Vec<_>, Vec<_>) =
            sorted(cases, self.house.now).partition(|open| open.case.owner.is_none());
        let text = self.section(title, "board-waiting", waiting.into_iter(), AIR);
        self.section(text, "board-taken", taken.into_iter(), AIR)
    }

    /// A heading with the cases under it, as many as fit with `room` left; the others are counted.
    fn section<'c>(&self, text: Rich, heading: &str, cases: impl Iterator<Item = &'c OpenCase>, room: usize) -> Rich {
        let cases: Vec<&OpenCase> = cases.collect();
        if cases.is_empty() {
            return text;
        }
        let count = ("count", cases.len().to_string().into());
        let mut text = text.paragraph().then(Style::Bold, self.say(heading, &[count]));
        for (index, open) in cases.iter().enumerate() {
            if size(&text.text()) + room > MESSAGE_LIMIT {
                return self.and_more(text, cases.len() - index);
            }
            text = text.line().and(self.one(open));
        }
        text
    }

    /// So many more than there is room for.
    fn and_more(&self, text: Rich, count: usize) -> Rich {
        text.line().then(Style::Italic, self.say("board-more", &[("count", count.to_string().into())]))
    }

    /// One case on a line: its sign, number, place and theme, who has it, and by when.
    fn one(&self, open: &OpenCase) -> Rich {
        let case = &open.case;
        let name = self.topic_name(&Case { icon: case.icon_at(self.house.now), ..case.clone() });
        let named = match open.topic {
            Some(topic) => Rich::default().then(Style::Link(address(topic)), name),
            None => Rich::plain(name),
        };
        let owner = case.owner.as_ref().map_or_else(String::new, |owner| format!(" · {}", owner.name));
        named.then(Style::Plain, format!("{owner} · {}", self.due(case)))
    }

    fn due(&self, case: &Case) -> String {
        match (case.wait, case.promise) {
            (None, _) => self.word("due-nothing"),
            (Some(wait), _) if wait.paused => self.word("due-paused"),
            (Some(_), Some(promise)) if promise <= self.house.now => {
                self.say("due-late", &[("moment", self.before(promise).into())])
            }
            (Some(_), Some(promise)) => self.before(promise),
            (Some(_), None) => self.word("due-no-promise"),
        }
    }

    // --- the digest ------------------------------------------------------------------------------------

    fn appointments_today(&self, text: Rich, cases: &[OpenCase]) -> Rich {
        let today = cases.iter().flat_map(|open| {
            let all = open.case.appointments.iter().filter(|one| self.is_today(one.at));
            all.map(move |one| (open, one))
        });
        let lines: Vec<Rich> = today
            .map(|(open, one)| {
                let number = self.say("sheet-title", &[("case", open.case.number.to_string().into())]);
                let agreed = shorten(one.what.as_str(), LONGEST_APPOINTMENT);
                let told = self.say("appointment", &[("what", agreed.into()), ("at", self.at(one.at).into())]);
                Rich::plain(format!("{number}: {told}"))
            })
            .collect();
        if lines.is_empty() {
            return text;
        }
        let left = lines.len().saturating_sub(MOST_APPOINTMENTS);
        let text = text.paragraph().then(Style::Bold, self.word("digest-appointments"));
        let text = lines.into_iter().take(MOST_APPOINTMENTS).fold(text, |text, line| text.line().and(line));
        if left > 0 { self.and_more(text, left) } else { text }
    }

    /// Whose the cases are: everybody is called by name, with their numbers.
    fn whose(&self, text: Rich, cases: &[OpenCase]) -> Rich {
        let mut owners: Vec<&Manager> = cases.iter().filter_map(|open| open.case.owner.as_ref()).collect();
        owners.sort_by_key(|owner| owner.id);
        owners.dedup_by_key(|owner| owner.id);
        if owners.is_empty() {
            return text;
        }
        let text = text.paragraph().then(Style::Bold, self.word("digest-whose"));
        owners.into_iter().take(MOST_CALLED).fold(text, |text, owner| {
            let theirs = || cases.iter().filter(|open| open.case.is_owned_by(owner.id));
            let numbers: Vec<String> = theirs().take(MOST_NUMBERS).map(|open| open.case.number.to_string()).collect();
            let more = if theirs().count() > MOST_NUMBERS { " …" } else { "" };
            text.line()
                .then(Style::Mention(owner.id), owner.name.as_str())
                .then(Style::Plain, format!(": {}{more}", numbers.join(", ")))
        })
    }
}

/// Distress first, then what is late, then what is due soonest.
fn sorted(cases: &[OpenCase], now: Moment) -> impl Iterator<Item = &OpenCase> {
    let rank = |open: &&OpenCase| {
        let sign = match open.case.icon_at(now) {
            TopicIcon::Urgent => 0,
            TopicIcon::Late => 1,
            TopicIcon::Waiting | TopicIcon::Taken | TopicIcon::Closed => 2,
        };
        let due = open.case.promise.filter(|_| open.case.wait.is_some()).map_or(i64::MAX, Moment::millis);
        (sign, due, open.case.number)
    };
    let mut sorted: Vec<&OpenCase> = cases.iter().collect();
    sorted.sort_by_key(rank);
    sorted.into_iter()
}

/// Where a topic is found: the group's number without the sign that marks it as one (Bot API, `t.me/c` links).
fn address(topic: Topic) -> String {
    let chat = topic.chat.to_string();
    let bare = chat.strip_prefix("-100").unwrap_or(&chat);
    format!("https://t.me/c/{bare}/{}", topic.thread)
}
