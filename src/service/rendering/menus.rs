//! Choosing: which of these, which topic, which page, which place.

use super::fitting::gist;
use super::standing::is_over;
use super::voice::Voice;
use crate::domain::area::AreaCode;
use crate::domain::entry::Entry;
use crate::domain::ids::{EntryId, ThemeId};
use crate::domain::message::{Action, Button, Message, Rich, Style};

/// So many entries stand on a page of a topic: more does not fit on a phone.
const PAGE: usize = 6;
/// So many municipalities get a button; the others are typed.
const MOST_PLACES: usize = 8;

impl<'a> Voice<'a> {
    // --- which of these --------------------------------------------------------------------------------

    /// A question back with a button per entry.
    pub(super) fn clarify(&self, options: &[EntryId]) -> Message {
        let buttons: Vec<Button> = options.iter().filter_map(|id| self.title_button(id)).collect();
        if buttons.is_empty() {
            return self.line_with_topics("nothing-else");
        }
        let (question, none) =
            if buttons.len() == 1 { ("clarify-one", "button-not-this") } else { ("clarify", "button-none") };
        let none = self.button(none, Action::NoneOfThese);
        let question = buttons.into_iter().fold(self.bare(question), |message, button| message.row(vec![button]));
        question.row(vec![none, self.person_button()])
    }

    /// It did not help: something else, or a person.
    pub(super) fn not_helped(&self) -> Message {
        let other = self.button("button-something-else", Action::SomethingElse);
        self.bare("not-helped").row(vec![other, self.person_button()])
    }

    // --- topics ----------------------------------------------------------------------------------------

    /// The topics, two in a row.
    pub(super) fn themes(&self) -> Message {
        let buttons: Vec<Button> = self
            .catalogue()
            .themes
            .iter()
            .map(|theme| Button { label: self.theme_label(&theme.id), action: Action::Theme(theme.id.clone(), 0) })
            .collect();
        in_rows(self.bare("themes"), &buttons, 2).row(vec![self.person_button()])
    }

    /// One page of a topic, the entries numbered.
    pub(super) fn theme_page(&self, theme: &ThemeId, page: u16, place: Option<&AreaCode>) -> Message {
        if self.catalogue().theme(theme).is_none() {
            return self.themes();
        }
        let entries = self.entries_of(theme, place);
        let last = u16::try_from(entries.len().div_ceil(PAGE).saturating_sub(1)).unwrap_or(u16::MAX);
        let page = page.min(last);
        let shown: Vec<&Entry> = entries.into_iter().skip(usize::from(page) * PAGE).take(PAGE).collect();
        let numbers: Vec<Button> = shown
            .iter()
            .zip(1..)
            .map(|(entry, number)| Button { label: number.to_string(), action: Action::Show(entry.id.clone()) })
            .collect();
        let text = self.page_title(theme, page, last).and(self.page_body(&shown, place));
        in_rows(Message::new(text), &numbers, PAGE)
            .row(self.first_door(theme, place).into_iter().collect())
            .row(self.paging(theme, page, last))
            .row(vec![self.button("button-themes", Action::Themes), self.person_button()])
    }

    /// Where one turns first with a question about this topic.
    fn first_door(&self, theme: &ThemeId, place: Option<&AreaCode>) -> Option<Button> {
        let door = self.catalogue().first_door(theme, place)?;
        self.entry_button("button-door", &door.id)
    }

    /// The entries of a topic: those of the place first, then the others by title; what is over comes last.
    /// What holds only in other places is left out.
    fn entries_of(&self, theme: &ThemeId, place: Option<&AreaCode>) -> Vec<&'a Entry> {
        let mut entries: Vec<&Entry> = self
            .catalogue()
            .entries()
            .filter(|entry| entry.themes.contains(theme) && self.holds_for(entry, place))
            .collect();
        entries.sort_by_cached_key(|entry| {
            let national = entry.areas.iter().any(AreaCode::is_country);
            let title = self.text(entry).map_or_else(String::new, |text| text.title.to_lowercase());
            (is_over(entry.status_on(self.today())), place.is_none() || national, title)
        });
        entries
    }

    fn holds_for(&self, entry: &Entry, place: Option<&AreaCode>) -> bool {
        let areas = &self.catalogue().areas;
        place.is_none_or(|place| entry.areas.iter().any(|area| areas.holds_at(area, place)))
    }

    fn page_title(&self, theme: &ThemeId, page: u16, last: u16) -> Rich {
        let label = self.theme_label(theme);
        let title = if last == 0 {
            label
        } else {
            let number = |index: u16| (u32::from(index) + 1).to_string();
            let values = [("theme", label.into()), ("page", number(page).into()), ("pages", number(last).into())];
            self.say("theme-page", &values)
        };
        Rich::default().then(Style::Bold, title)
    }

    fn page_body(&self, entries: &[&'a Entry], place: Option<&AreaCode>) -> Rich {
        if entries.is_empty() {
            return Rich::default().then(Style::Plain, format!("\n\n{}", self.word("theme-empty")));
        }
        entries.iter().zip(1..).fold(Rich::default(), |body, (entry, number)| body.and(self.item(number, entry, place)))
    }

    /// `1. Title (Deventer)` and one line about it.
    fn item(&self, number: usize, entry: &'a Entry, place: Option<&AreaCode>) -> Rich {
        let Some(text) = self.text(entry) else { return Rich::default() };
        let mut marks = Vec::new();
        if !entry.areas.iter().any(AreaCode::is_country) {
            marks.push(self.local_mark(entry, place));
        }
        if is_over(entry.status_on(self.today())) {
            marks.push(self.word("theme-closed"));
        }
        let mark = if marks.is_empty() { String::new() } else { format!(" ({})", marks.join(", ")) };
        Rich::plain(format!("\n\n{number}. "))
            .then(Style::Bold, text.title.clone())
            .then(Style::Plain, format!("{mark}\n{}", gist(&text.summary)))
    }

    /// Where a local entry holds, from where the reader is.
    fn local_mark(&self, entry: &Entry, place: Option<&AreaCode>) -> String {
        let areas = &self.catalogue().areas;
        match entry.areas.iter().find(|area| place.is_some_and(|place| areas.holds_at(area, place))) {
            Some(area) => self.place(area),
            None => self.places(&entry.areas, 1),
        }
    }

    fn paging(&self, theme: &ThemeId, page: u16, last: u16) -> Vec<Button> {
        let to = |key: &str, page: u16| self.button(key, Action::Theme(theme.clone(), page));
        let back = page.checked_sub(1).map(|page| to("button-previous", page));
        let on = (page < last).then(|| to("button-next", page.saturating_add(1)));
        back.into_iter().chain(on).collect()
    }

    pub(super) fn theme_label(&self, id: &ThemeId) -> String {
        let label = self.catalogue().theme(id).and_then(|theme| theme.label.get(&self.language));
        label.map_or_else(|| id.to_string(), String::clone)
    }

    // --- places ----------------------------------------------------------------------------------------

    /// Where is the firm?
    pub(super) fn ask_place(&self, known: Option<&AreaCode>) -> Message {
        let text = match known {
            Some(place) => self.say("ask-place-known", &[("place", self.place(place).into())]),
            None => self.word("ask-place"),
        };
        let forget = known.map(|_| self.button("button-forget-place", Action::NoPlace));
        self.with_places(text, known).row(forget.into_iter().collect()).row(vec![self.person_button()])
    }

    /// The firm is here from now on.
    pub(super) fn place_set(&self, place: &AreaCode) -> Message {
        let name = ("place", self.place(place).into());
        let text = if self.catalogue().region.municipalities.contains(place) {
            self.say("place-set", &[name])
        } else {
            self.say("place-set-outside", &[name, self.region()])
        };
        Message::new(Rich::plain(text)).row(vec![self.person_button()])
    }

    /// We don't know a place of that name.
    pub(super) fn place_unknown(&self, written: &str) -> Message {
        let text = self.say("place-unknown", &[("written", written.into())]);
        self.with_places(text, None).row(vec![self.person_button()])
    }

    /// The municipalities of the region as buttons, without the one that is known.
    fn with_places(&self, text: String, known: Option<&AreaCode>) -> Message {
        let buttons: Vec<Button> = self
            .catalogue()
            .region
            .municipalities
            .iter()
            .filter(|code| Some(*code) != known)
            .take(MOST_PLACES)
            .map(|code| Button { label: self.place(code), action: Action::Place(code.as_str().to_owned()) })
            .collect();
        in_rows(Message::new(Rich::plain(text)), &buttons, 2)
    }
}

/// `message` with `buttons` under it, `width` in a row.
fn in_rows(message: Message, buttons: &[Button], width: usize) -> Message {
    buttons.chunks(width).fold(message, |message, row| message.row(row.to_vec()))
}
