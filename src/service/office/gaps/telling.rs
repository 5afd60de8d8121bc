//! The board, a group, a question and what could be learned, as messages that fit on a phone.
//!
//! Who asked is counted and never told; where, only of so many people that none can be recognised.

use std::collections::{BTreeMap, BTreeSet};

use super::looking::Board;
use super::questions_on;
use crate::domain::area::AreaCode;
use crate::domain::catalogue::Catalogue;
use crate::domain::errand::Errand;
use crate::domain::gaps::{ENOUGH_PEOPLE, GapErrand, GapMark, Group, Lack, Lesson, Miss, counted};
use crate::domain::ids::{ClientId, EntryId, ThemeId};
use crate::domain::language::Language;
use crate::domain::message::{Action, Button, Message, Rich, Style};
use crate::domain::text::shorten;
use crate::ports::phrases::{Phrases, Value};
use crate::service::rendering::Renderer;

/// So many groups, questions or lessons stand on a page.
const GROUPS: usize = 6;
const QUESTIONS: usize = 5;
const LESSONS: usize = 5;
/// So many themes and municipalities are named.
const MOST_NAMED: usize = 5;
/// So many of the entries that were shown are named.
const MOST_SHOWN: usize = 2;
/// How long a question is where it stands for its group, among others, and alone; in UTF-16 units.
const TITLE: usize = 100;
const AMONG_OTHERS: usize = 280;
const ALONE: usize = 1_500;
/// How long the words of a manager are shown.
const ANSWER: usize = 1_500;
/// How long the title of an entry is, among words.
const ENTRY: usize = 70;

/// Tells about gaps in one language.
pub(super) struct Teller<'a> {
    pub(super) phrases: &'a dyn Phrases,
    pub(super) catalogue: &'a Catalogue,
    pub(super) renderer: Renderer<'a>,
    pub(super) language: Language,
    /// Are there buttons that change something?
    pub(super) may_act: bool,
}

impl Teller<'_> {
    /// One page of the board.
    pub(super) fn board(&self, board: &Board, page: u16) -> Message {
        let lessons = (!board.lessons.is_empty()).then(|| {
            let label = self.say("button-lessons", &[("count", number(board.lessons.len()))]);
            Button { label, action: Action::Errand(Errand::Gaps(GapErrand::Lessons(0))) }
        });
        let title = Rich::default().then(Style::Bold, self.word("gaps-title"));
        let Page { shown, first, .. } = Page::of(&board.groups, GROUPS, page);
        if shown.is_empty() {
            let text = title.paragraph().then(Style::Plain, self.word("gaps-empty"));
            return Message::new(text).row(lessons.into_iter().collect());
        }
        let mut text = title.line().then(Style::Plain, self.sums(board));
        for (group, number) in shown.iter().zip(first + 1..) {
            text = text.paragraph().and(self.item(group, number));
        }
        let open =
            |(group, number): (&Group, usize)| Some(numbered(number, GapErrand::Group(group.misses().first()?.id, 0)));
        Message::new(text)
            .row(shown.iter().zip(first + 1..).filter_map(open).collect())
            .row(self.paging(&board.groups, GROUPS, page, GapErrand::Board))
            .row(lessons.into_iter().collect())
    }

    /// How many there are, about what, and from where.
    fn sums(&self, board: &Board) -> String {
        let misses = || board.groups.iter().flat_map(Group::misses);
        let counts = [("questions", number(questions_on(board))), ("groups", number(board.groups.len()))];
        let themes = self.list(misses().map(|miss| self.theme(miss.theme.as_ref())));
        let mut people: BTreeMap<&AreaCode, BTreeSet<ClientId>> = BTreeMap::new();
        for (miss, place) in misses().filter_map(|miss| miss.place.as_ref().map(|place| (miss, place))) {
            people.entry(place).or_default().insert(miss.asker);
        }
        let enough = |place: &&AreaCode| people.get(*place).is_some_and(|people| people.len() >= ENOUGH_PEOPLE);
        let place = |miss: &Miss| miss.place.as_ref().filter(enough).map(|place| self.place(place));
        let places = self.list(misses().map(|miss| place(miss).unwrap_or_else(|| self.word("gaps-elsewhere"))));
        [
            self.say("gaps-counts", &counts),
            self.say("gaps-themes", &[("list", themes.into())]),
            self.say("gaps-places", &[("list", places.into())]),
        ]
        .join("\n")
    }

    /// A group among others.
    fn item(&self, group: &Group, number: usize) -> Rich {
        let newest = group.newest().map(|at| self.renderer.moment(self.language, at)).unwrap_or_default();
        let values = [("theme", self.theme(group.theme()).into()), ("at", newest.into())];
        Rich::default()
            .then(Style::Bold, format!("{number}. {}", title_of(group)))
            .line()
            .then(Style::Plain, self.asked(group))
            .line()
            .then(Style::Plain, self.lacks(group))
            .line()
            .then(Style::Italic, self.say("gaps-last", &values))
    }

    /// One page of a group.
    pub(super) fn group(&self, group: &Group, page: u16) -> Message {
        let Page { shown, first, .. } = Page::of(group.misses(), QUESTIONS, page);
        let theme = self.say("gaps-themes", &[("list", self.theme(group.theme()).into())]);
        let mut text = Rich::default()
            .then(Style::Bold, title_of(group))
            .line()
            .then(Style::Plain, [self.asked(group), theme, self.places_of(group)].join("\n"));
        for (miss, number) in shown.iter().zip(first + 1..) {
            text = text
                .paragraph()
                .then(Style::Plain, format!("{number}. {}", shorten(&miss.text, AMONG_OTHERS)))
                .line()
                .then(Style::Italic, self.about(group, miss));
        }
        let open = |(miss, number): (&Miss, usize)| numbered(number, GapErrand::Question(miss.id));
        let newest = group.misses().iter().map(|miss| miss.id).max();
        let close = newest.filter(|_| self.may_act).into_iter().flat_map(|newest| {
            let close = |key, mark| self.button(key, GapErrand::Close(newest, mark));
            [close("button-gap-done", GapMark::Done), close("button-gap-not-ours", GapMark::NotOurs)]
        });
        let to_page = |page| group.misses().first().map_or(GapErrand::Board(0), |miss| GapErrand::Group(miss.id, page));
        Message::new(text)
            .row(shown.iter().zip(first + 1..).map(open).collect())
            .row(self.paging(group.misses(), QUESTIONS, page, to_page))
            .row(close.collect())
            .row(vec![self.button("button-gaps-back", GapErrand::Board(0))])
    }

    /// A question, with what can be done about it.
    pub(super) fn question(&self, group: &Group, miss: &Miss, offered: &[EntryId]) -> Message {
        let value = [("number", miss.id.to_string().into())];
        let mut text = Rich::default()
            .then(Style::Bold, self.say("gap-number", &value))
            .line()
            .then(Style::Plain, shorten(&miss.text, ALONE))
            .line()
            .then(Style::Italic, self.about(group, miss));
        if let Some(answer) = &miss.answer {
            text = text
                .paragraph()
                .then(Style::Bold, self.say("gap-answer", &[("name", answer.name.as_str().into())]))
                .line()
                .then(Style::Plain, shorten(&answer.text, ANSWER));
        }
        let back = vec![self.button("button-gap-back", GapErrand::Group(miss.id, 0))];
        if !self.may_act {
            return Message::new(text).row(back);
        }
        let mut message = Message::new(text.paragraph().then(Style::Plain, self.say("gap-how", &value)));
        let draft = miss.answer.as_ref().map(|_| self.button("button-gap-draft", GapErrand::Draft(miss.id)));
        message = message.row(draft.into_iter().collect());
        for entry in offered {
            let action = Action::Errand(Errand::Gaps(GapErrand::Attach(miss.id, entry.clone())));
            let label = self.renderer.label(self.language, entry);
            message = message.row(label.map(|label| Button { label, action }).into_iter().collect());
        }
        message.row(back)
    }

    /// One page of what could be learned.
    pub(super) fn lessons(&self, board: &Board, page: u16) -> Message {
        let Page { shown, first, .. } = Page::of(&board.lessons, LESSONS, page);
        let key = if shown.is_empty() { "lessons-empty" } else { "lessons-how" };
        let mut text =
            Rich::default().then(Style::Bold, self.word("lessons-title")).line().then(Style::Plain, self.word(key));
        let mut message_rows = Vec::new();
        for (lesson, place) in shown.iter().zip(first + 1..) {
            text = text.paragraph().and(self.lesson(lesson, place));
            let button = |key: &str, yes| {
                let label = self.say(key, &[("number", number(place))]);
                Button { label, action: Action::Errand(Errand::Gaps(GapErrand::Learn(lesson.id, yes))) }
            };
            message_rows.push(vec![button("button-learn", true), button("button-skip", false)]);
        }
        let rows = message_rows.into_iter().filter(|_| self.may_act);
        rows.fold(Message::new(text), Message::row)
            .row(self.paging(&board.lessons, LESSONS, page, GapErrand::Lessons))
            .row(vec![self.button("button-gaps-back", GapErrand::Board(0))])
    }

    fn lesson(&self, lesson: &Lesson, place: usize) -> Rich {
        let from = self.word(&format!("lesson-from-{}", lesson.from.word()));
        let values = [("title", shorten(&self.title(&lesson.entry), ENTRY).into()), ("from", from.into())];
        Rich::default()
            .then(Style::Plain, format!("{place}. {}", shorten(&lesson.text, AMONG_OTHERS)))
            .line()
            .then(Style::Italic, self.say("lesson-entry", &values))
    }

    // --- what stands in them ---------------------------------------------------------------------------

    /// How often, and by how many people.
    fn asked(&self, group: &Group) -> String {
        let times = self.say("gaps-times", &[("count", number(group.misses().len()))]);
        let people = self.say("gaps-people", &[("count", number(group.people()))]);
        format!("{times} {people}")
    }

    fn lacks(&self, group: &Group) -> String {
        let one = |(lack, count): (_, usize)| format!("{count} {}", self.word(lack_key(lack)));
        group.lacks().into_iter().map(one).collect::<Vec<_>>().join(", ")
    }

    fn places_of(&self, group: &Group) -> String {
        if !group.may_be_placed() {
            return self.say("gaps-few", &[("count", number(ENOUGH_PEOPLE))]);
        }
        let place =
            |miss: &Miss| miss.place.as_ref().map_or_else(|| self.word("gaps-unknown"), |place| self.place(place));
        self.say("gaps-places", &[("list", self.list(group.misses().iter().map(place)).into())])
    }

    /// When, where if that may be told, why it is a gap, what was shown, and what would be shown today.
    fn about(&self, group: &Group, miss: &Miss) -> String {
        let place = miss.place.as_ref().filter(|_| group.may_be_placed()).map(|place| self.place(place));
        let lack = Some(self.word(lack_key(miss.lack)));
        let shown: Vec<String> =
            miss.shown.iter().take(MOST_SHOWN).map(|entry| shorten(&self.title(entry), ENTRY)).collect();
        let shown = (!shown.is_empty()).then(|| self.say("gaps-shown", &[("titles", shown.join(", ").into())]));
        let known = miss.known_now.as_ref().map(|entry| shorten(&self.title(entry), ENTRY));
        let known = known.map(|title| self.say("gaps-known-now", &[("title", title.into())]));
        let at = Some(self.renderer.moment(self.language, miss.at));
        [at, place, lack, shown, known].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    /// `Geld 9, Personeel 6`: the most frequent ones, and how many others.
    fn list(&self, all: impl Iterator<Item = String>) -> String {
        let counts = counted(all);
        let others: usize = counts.iter().skip(MOST_NAMED).map(|(_, count)| count).sum();
        let named = counts.iter().take(MOST_NAMED).map(|(name, count)| format!("{name} {count}"));
        let others = (others > 0).then(|| self.say("gaps-others", &[("count", number(others))]));
        named.chain(others).collect::<Vec<_>>().join(", ")
    }

    fn theme(&self, theme: Option<&ThemeId>) -> String {
        let label = theme.and_then(|theme| self.catalogue.theme(theme)?.label.get(&self.language));
        label.map_or_else(|| self.word("gaps-unknown"), Clone::clone)
    }

    fn place(&self, place: &AreaCode) -> String {
        self.catalogue.areas.name(place).map_or_else(|| place.to_string(), str::to_owned)
    }

    fn title(&self, entry: &EntryId) -> String {
        let text = self.catalogue.entry(entry).and_then(|entry| entry.text(self.language));
        text.map_or_else(|| entry.to_string(), |text| text.title.clone())
    }

    // --- small steps -----------------------------------------------------------------------------------

    fn paging<T>(&self, all: &[T], size: usize, page: u16, to: impl Fn(u16) -> GapErrand) -> Vec<Button> {
        let Page { number: page, last, .. } = Page::of(all, size, page);
        let back = page.checked_sub(1).map(|page| self.button("button-previous", to(page)));
        let on = (page < last).then(|| self.button("button-next", to(page.saturating_add(1))));
        back.into_iter().chain(on).collect()
    }

    fn button(&self, key: &str, errand: GapErrand) -> Button {
        Button { label: self.word(key), action: Action::Errand(Errand::Gaps(errand)) }
    }

    fn word(&self, key: &str) -> String {
        self.say(key, &[])
    }

    fn say(&self, key: &str, values: &[(&str, Value)]) -> String {
        self.phrases.say(self.language, key, values)
    }
}

/// A part of a list.
struct Page<'a, T> {
    shown: &'a [T],
    /// How many stand before it.
    first: usize,
    number: u16,
    last: u16,
}

impl<'a, T> Page<'a, T> {
    /// The page with this number; the last one when there are not so many any more.
    fn of(all: &'a [T], size: usize, page: u16) -> Self {
        let last = u16::try_from(all.len().saturating_sub(1) / size).unwrap_or(u16::MAX);
        let page = page.min(last);
        let first = usize::from(page) * size;
        Self { shown: all.chunks(size).nth(usize::from(page)).unwrap_or_default(), first, number: page, last }
    }
}

/// The newest question of a group, on one line.
fn title_of(group: &Group) -> String {
    let text = group.misses().first().map_or("", |miss| miss.text.as_str());
    shorten(&text.split_whitespace().collect::<Vec<_>>().join(" "), TITLE)
}

fn numbered(number: usize, errand: GapErrand) -> Button {
    Button { label: number.to_string(), action: Action::Errand(Errand::Gaps(errand)) }
}

const fn lack_key(lack: Lack) -> &'static str {
    match lack {
        Lack::ShouldHaveKnown => "gap-lack-should-have-known",
        Lack::NoMatch => "gap-lack-no-match",
        Lack::BadlyRated => "gap-lack-badly-rated",
        Lack::Unanswered => "gap-lack-unanswered",
    }
}

fn number(count: usize) -> Value {
    Value::Number(i64::try_from(count).unwrap_or(i64::MAX))
}
