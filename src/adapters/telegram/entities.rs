//! Styled text as Telegram wants it: the text, and beside it what is bold, counted in UTF-16.
//!
//! Never markup in the text: what a person wrote is shown letter by letter, whatever it looks like.

use reqwest::Url;
use teloxide::types::{MessageEntity, User, UserId};

use crate::domain::ids::PersonId;
use crate::domain::message::{Rich, Style};
use crate::domain::text::{MESSAGE_LIMIT, clean, shorten};

/// The longest text that may stand under a file, in UTF-16 units.
const CAPTION_LIMIT: usize = 1024;
/// Shown when there is nothing to show: Telegram takes no empty message.
const NOTHING: &str = "…";

/// Text ready to be sent.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Shown {
    /// The text.
    pub(super) text: String,
    /// Its styles.
    pub(super) entities: Vec<MessageEntity>,
}

impl Shown {
    /// The text of a message: never empty.
    pub(super) fn message(rich: &Rich) -> Self {
        let shown = Self::within(rich, MESSAGE_LIMIT);
        if shown.text.is_empty() { Self { text: NOTHING.to_owned(), entities: Vec::new() } } else { shown }
    }

    /// The text under a file: may be empty.
    pub(super) fn caption(rich: &Rich) -> Self {
        Self::within(rich, CAPTION_LIMIT)
    }

    /// Cleaned and trimmed here, because Telegram does both and would move the text from under its styles.
    fn within(rich: &Rich, limit: usize) -> Self {
        let pieces: Vec<(&Style, String)> = rich.pieces().map(|(style, text)| (style, clean(text))).collect();
        let whole: String = pieces.iter().map(|(_, text)| text.as_str()).collect();
        let text = shorten(whole.trim(), limit);
        let is_cut = text.len() != whole.trim().len();
        let visible = Span { start: 0, end: units(&text) - usize::from(is_cut) };
        let trimmed_away = units(&whole) - units(whole.trim_start());
        let mut at = 0;
        let mut entities = Vec::new();
        for (style, piece) in &pieces {
            let span = Span::of_words(piece, at).moved_back(trimmed_away).within(visible);
            entities.extend(span.and_then(|span| span.styled(style)));
            at += units(piece);
        }
        Self { text, entities }
    }
}

/// From one place in a text to another, in UTF-16 units.
#[derive(Clone, Copy)]
struct Span {
    start: usize,
    end: usize,
}

impl Span {
    /// Where the words of a piece that begins at `at` stand, without the blanks around them.
    fn of_words(piece: &str, at: usize) -> Self {
        Self { start: at + units(piece) - units(piece.trim_start()), end: at + units(piece.trim_end()) }
    }

    fn moved_back(self, by: usize) -> Self {
        Self { start: self.start.saturating_sub(by), end: self.end.saturating_sub(by) }
    }

    fn within(self, other: Self) -> Option<Self> {
        let both = Self { start: self.start.max(other.start), end: self.end.min(other.end) };
        (both.start < both.end).then_some(both)
    }

    fn styled(self, style: &Style) -> Option<MessageEntity> {
        let (offset, length) = (self.start, self.end - self.start);
        match style {
            Style::Plain => None,
            Style::Bold => Some(MessageEntity::bold(offset, length)),
            Style::Italic => Some(MessageEntity::italic(offset, length)),
            // An address that is none stays what it was: words.
            Style::Link(address) => Some(MessageEntity::text_link(Url::parse(address).ok()?, offset, length)),
            Style::Mention(person) => Some(MessageEntity::text_mention(user(*person)?, offset, length)),
        }
    }
}

/// A user as Telegram wants one named: only the number counts.
fn user(person: PersonId) -> Option<User> {
    Some(User {
        id: UserId(u64::try_from(person.0).ok()?),
        is_bot: false,
        first_name: NOTHING.to_owned(),
        last_name: None,
        username: None,
        language_code: None,
        is_premium: false,
        added_to_attachment_menu: false,
    })
}

fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// What Telegram would show in this style.
    fn marked(shown: &Shown, entity: &MessageEntity) -> String {
        let letters: Vec<u16> = shown.text.encode_utf16().collect();
        String::from_utf16(&letters[entity.offset..entity.offset + entity.length]).unwrap()
    }

    #[test]
    fn styles_cover_their_words_also_behind_emoji() {
        let rich = Rich::plain("  🌷 Hoi ").then(Style::Bold, "José 👩‍🌾\n").then(Style::Italic, " daar ");
        let shown = Shown::message(&rich);
        assert_eq!(shown.text, "🌷 Hoi José 👩‍🌾\n daar");
        let words: Vec<String> = shown.entities.iter().map(|entity| marked(&shown, entity)).collect();
        assert_eq!(words, ["José 👩‍🌾", "daar"]);
    }

    #[test]
    fn markup_that_a_person_wrote_is_shown_letter_by_letter() {
        let shown = Shown::message(&Rich::plain("<b>*x*</b> [a](http://b)"));
        assert_eq!(shown.text, "<b>*x*</b> [a](http://b)");
        assert!(shown.entities.is_empty());
    }

    #[test]
    fn a_link_leads_somewhere_or_is_just_words() {
        let link = |address: &str| {
            Shown::message(&Rich::default().then(Style::Link(address.to_owned()), "RVO")).entities.len()
        };
        assert_eq!(link("https://www.rvo.nl/bmkb"), 1);
        assert_eq!(link("geen adres"), 0);
    }

    #[test]
    fn nothing_to_say_is_still_a_message_but_needs_no_caption() {
        assert_eq!(Shown::message(&Rich::plain(" \u{200B}\n")).text, "…");
        assert_eq!(Shown::caption(&Rich::default()).text, "");
    }

    #[test]
    fn a_text_that_is_too_long_ends_in_an_ellipsis_and_its_styles_end_with_it() {
        let shown = Shown::message(&Rich::plain("🦀".repeat(2000)).then(Style::Bold, "🦀".repeat(2000)));
        assert_eq!(units(&shown.text), 4095, "a crab is never halved");
        assert!(shown.text.ends_with('…'));
        assert_eq!(marked(&shown, &shown.entities[0]), "🦀".repeat(47));
    }

    fn any_style() -> impl Strategy<Value = Style> {
        prop_oneof![Just(Style::Plain), Just(Style::Bold), Just(Style::Link("https://a.nl/".to_owned()))]
    }

    proptest! {
        #[test]
        fn every_styled_word_is_marked_and_nothing_else(
            pieces in proptest::collection::vec((any_style(), "[ a-c🦀é\n\u{200B}]{0,6}"), 0..8)
        ) {
            let rich = pieces.iter().fold(Rich::default(), |rich, (style, text)| rich.then(style.clone(), text.clone()));
            let shown = Shown::message(&rich);
            let found: Vec<String> = shown.entities.iter().map(|entity| marked(&shown, entity)).collect();
            let wanted: Vec<String> = pieces.iter()
                .filter(|(style, _)| *style != Style::Plain)
                .map(|(_, text)| clean(text).trim().to_owned())
                .filter(|words| !words.is_empty())
                .collect();
            prop_assert_eq!(found, wanted);
        }

        #[test]
        fn any_text_fits(text in "\\PC{0,40}", times in 1_usize..400) {
            let shown = Shown::message(&Rich::default().then(Style::Bold, text.repeat(times)));
            prop_assert!(units(&shown.text) <= MESSAGE_LIMIT && !shown.text.is_empty());
            for entity in &shown.entities {
                prop_assert!(entity.length > 0 && entity.offset + entity.length <= units(&shown.text));
            }
        }
    }
}
