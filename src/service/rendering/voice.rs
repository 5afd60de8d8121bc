//! The house speaking one language: the small steps that every file of this room takes.

use super::Renderer;
use crate::domain::area::AreaCode;
use crate::domain::catalogue::Catalogue;
use crate::domain::entry::{Entry, EntryText};
use crate::domain::ids::EntryId;
use crate::domain::language::Language;
use crate::domain::message::{Action, Button, Message, Rich, Style};
use crate::domain::text::shorten;
use crate::ports::phrases::Value;

/// A button that stands alone in its row may be this long, in UTF-16 units.
const LONG_LABEL: usize = 40;

/// The house speaking one language.
#[derive(Clone, Copy)]
pub(super) struct Voice<'a> {
    pub(super) house: &'a Renderer<'a>,
    pub(super) language: Language,
}

impl<'a> Voice<'a> {
    // --- sentences -------------------------------------------------------------------------------------

    /// The sentence with this key.
    pub(super) fn say(&self, key: &str, values: &[(&str, Value)]) -> String {
        self.house.phrases.say(self.language, key, values)
    }

    /// The sentence with this key and no values.
    pub(super) fn word(&self, key: &str) -> String {
        self.say(key, &[])
    }

    /// A message of one sentence, without buttons.
    pub(super) fn bare(&self, key: &str) -> Message {
        Message::new(Rich::plain(self.word(key)))
    }

    /// A message of one sentence about somebody, without buttons.
    pub(super) fn named(&self, key: &str, name: &str) -> Message {
        Message::new(Rich::plain(self.say(key, &[("name", name.into())])))
    }

    /// A message of one sentence, with a person one tap away.
    pub(super) fn line(&self, key: &str) -> Message {
        self.bare(key).row(vec![self.person_button()])
    }

    /// A message of one sentence, with the topics and a person one tap away.
    pub(super) fn line_with_topics(&self, key: &str) -> Message {
        self.bare(key).row(vec![self.button("button-themes", Action::Themes), self.person_button()])
    }

    // --- buttons ---------------------------------------------------------------------------------------

    /// A button with the label of this key.
    pub(super) fn button(&self, key: &str, action: Action) -> Button {
        Button { label: self.word(key), action }
    }

    /// The way to a person.
    pub(super) fn person_button(&self) -> Button {
        self.button("button-person", Action::Person)
    }

    /// A button that shows an entry; `key` says how, with the entry's title in it.
    pub(super) fn entry_button(&self, key: &str, id: &EntryId) -> Option<Button> {
        let entry = self.catalogue().entry(id)?;
        let empty = self.say(key, &[("title", "".into())]);
        let room = LONG_LABEL.saturating_sub(empty.encode_utf16().count());
        let title = short_title(&self.text(entry)?.title, room);
        let label = self.say(key, &[("title", title.into())]);
        Some(Button { label, action: Action::Show(entry.id.clone()) })
    }

    /// A button with nothing but the title of an entry.
    pub(super) fn title_button(&self, id: &EntryId) -> Option<Button> {
        let entry = self.catalogue().entry(id)?;
        let label = short_title(&self.text(entry)?.title, LONG_LABEL);
        Some(Button { label, action: Action::Show(entry.id.clone()) })
    }

    // --- names -----------------------------------------------------------------------------------------

    /// The catalogue that answers.
    pub(super) fn catalogue(&self) -> &'a Catalogue {
        self.house.catalogue
    }

    /// The text of an entry.
    pub(super) fn text(&self, entry: &'a Entry) -> Option<&'a EntryText> {
        entry.text(self.language)
    }

    /// The title of an entry; its id when it is gone.
    pub(super) fn title(&self, id: &EntryId) -> String {
        let text = self.catalogue().entry(id).and_then(|entry| self.text(entry));
        text.map_or_else(|| id.to_string(), |text| text.title.clone())
    }

    /// The name of a place; its code when it is not known.
    pub(super) fn place(&self, code: &AreaCode) -> String {
        self.catalogue().areas.name(code).map_or_else(|| code.to_string(), str::to_owned)
    }

    /// The names of these places; the first `most` are named, and the others counted.
    pub(super) fn places(&self, areas: &[AreaCode], most: usize) -> String {
        let names: Vec<String> = areas.iter().map(|area| self.place(area)).collect();
        match names.split_at_checked(most) {
            Some((named, others)) if others.len() > 1 => {
                let count = i64::try_from(others.len()).unwrap_or(i64::MAX);
                format!("{} {}", named.join(", "), self.say("card-more-areas", &[("count", Value::Number(count))]))
            }
            _ => self.list(names),
        }
    }

    /// The name of a language, in the language that is spoken.
    pub(super) fn language_name(&self, language: Language) -> String {
        match language {
            Language::Nl => self.word("language-nl"),
            Language::En => self.word("language-en"),
        }
    }

    /// This voice in another language.
    pub(super) fn speaking(&self, language: Language) -> Self {
        Self { language, ..*self }
    }

    /// `a`, `a en b`, `a, b en c`.
    pub(super) fn list(&self, mut names: Vec<String>) -> String {
        let Some(last) = names.pop() else { return String::new() };
        if names.is_empty() { last } else { format!("{} {} {last}", names.join(", "), self.word("and")) }
    }
}

/// `label: text` on a line of its own, with the label in bold.
pub(super) fn labelled(label: &str, text: &str) -> Rich {
    Rich::default().then(Style::Bold, format!("{label}:")).then(Style::Plain, format!(" {text}"))
}

/// A title that fits in `limit` UTF-16 units: without the abbreviation in brackets when it is too long, and cut
/// between words when that is not enough.
fn short_title(title: &str, limit: usize) -> String {
    let fits = |text: &str| text.encode_utf16().count() <= limit;
    let bare = title.rsplit_once(" (").map_or(title, |(bare, _)| bare);
    let title = if fits(title) { title } else { bare };
    if fits(title) {
        return title.to_owned();
    }
    let cut = shorten(title, limit);
    let words = cut.trim_end_matches('…');
    let whole = words.rsplit_once(' ').map_or(words, |(whole, _)| whole);
    format!("{}…", whole.trim_end_matches([',', ':', ' ']))
}
