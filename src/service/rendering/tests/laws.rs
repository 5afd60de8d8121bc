//! What holds for every message, whatever it says.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;

use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};

use super::everything::{Under, case, every_wording, under};
use super::figures;
use super::file::{anna, finished, transcript};
use super::overviews::{SIGNS, many, morning};
use super::{catalogue, phrasebook, renderer, screen};
use crate::adapters::phrases::Phrasebook;
use crate::conversation::wording::Wording;
use crate::domain::area::AreaCode;
use crate::domain::case::{Case, Reason};
use crate::domain::entry::Kind;
use crate::domain::ids::{CaseNumber, EntryId, ThemeId};
use crate::domain::language::Language;
use crate::domain::message::{Action, Button, Message, Part};
use crate::domain::period::Span;
use crate::domain::text::MESSAGE_LIMIT;
use crate::ports::phrase_keys::{FIGURES_KEYS, KEYS};
use crate::ports::phrases::{Phrases, Unfilled, Value};

/// The sentences that this room says.
fn rendered() -> impl Iterator<Item = &'static (&'static str, &'static [&'static str])> {
    KEYS.iter().chain(FIGURES_KEYS)
}

/// Every message of every wording in every language.
fn every_message() -> Vec<(Wording, Message)> {
    let (phrases, catalogue) = (phrasebook(), catalogue::small());
    let renderer = renderer(&phrases, &catalogue);
    Language::ALL
        .into_iter()
        .flat_map(|language| every_wording().into_iter().map(move |wording| (language, wording)))
        .map(|(language, wording)| (wording.clone(), renderer.message(&wording, language, &transcript())))
        .collect()
}

fn buttons(message: &Message) -> impl Iterator<Item = &Button> {
    message.buttons.iter().flatten()
}

fn offers(message: &Message, wanted: &Action) -> bool {
    buttons(message).any(|button| button.action == *wanted)
}

/// Wherever a client is, a person is one tap away; while a person has the chat, so is the way back.
#[test]
fn a_person_is_one_tap_away() {
    for (wording, message) in every_message() {
        let what = screen(&message);
        let (person, withdraw) = (offers(&message, &Action::Person), offers(&message, &Action::Withdraw));
        match under(&wording) {
            Under::Person => assert!(person && !withdraw, "{what}"),
            Under::Withdraw => assert!(withdraw && !person, "{what}"),
            Under::Reopen => assert!(offers(&message, &Action::Reopen(CaseNumber(12))) && !withdraw, "{what}"),
            Under::YesOrNo => assert_eq!(buttons(&message).count(), 2, "{what}"),
            Under::Nothing => assert_eq!(buttons(&message).count(), 0, "{what}"),
            Under::Desk => assert!(!person && !withdraw, "{what}"),
        }
    }
}

#[test]
fn labels_fit_on_a_phone() {
    for (_, message) in every_message() {
        for row in &message.buttons {
            let limit = if row.len() == 1 { 40 } else { 28 };
            for button in row {
                let length = button.label.encode_utf16().count();
                assert!((1..=limit).contains(&length), "`{}` in {}", button.label, screen(&message));
            }
        }
    }
}

#[test]
fn messages_have_a_size_for_a_phone() {
    for (wording, message) in every_message() {
        let text = message.text.text();
        let limit = match wording {
            Wording::Intro => 400,
            Wording::Card { part: Part::Summary, .. } | Wording::Help => 900,
            Wording::MarkNoticed => 200,
            _ => MESSAGE_LIMIT,
        };
        let length = text.chars().count();
        assert!(length > 0 && length <= limit, "{length} characters:\n{text}");
    }
}

/// Text comes from phrases and entries; no hole, no name of a key and no doubled space shows.
#[test]
fn nothing_unfinished_shows() {
    for (_, message) in every_message() {
        let seen = screen(&message);
        for hole in ["{", "}", "$", "  ", "\n\n\n", " .", "!!"] {
            assert!(!seen.contains(hole), "`{hole}` in:\n{seen}");
        }
        assert!(!rendered().any(|(key, _)| key.contains('-') && seen.contains(key)), "a key shows:\n{seen}");
    }
}

/// The list of sentences in the port is what the house says: none too many, none with other values.
#[test]
fn the_list_of_sentences_is_true() {
    let recorder = Recorder { phrases: phrasebook(), said: Mutex::default() };
    say_everything(&recorder);
    let mut said = recorder.said.into_inner().unwrap();
    // What is answered in a group to who asked something there, the desk's use cases say themselves.
    for (outside, values) in rendered().filter(|(key, _)| is_said_in_groups(key)) {
        assert!(!said.contains_key(*outside), "`{outside}` is said here too");
        said.insert((*outside).to_owned(), values.iter().map(|value| (*value).to_owned()).collect());
    }
    let listed: BTreeMap<String, BTreeSet<String>> = rendered()
        .map(|(key, values)| ((*key).to_owned(), values.iter().map(|value| (*value).to_owned()).collect()))
        .collect();
    assert_eq!(listed.len(), rendered().count(), "a key is listed twice");
    assert_eq!(said.keys().collect::<Vec<_>>(), listed.keys().collect::<Vec<_>>());
    for (key, values) in &listed {
        assert_eq!(said.get(key), Some(values), "`{key}` as it is said, and as it is listed");
    }
}

fn is_said_in_groups(key: &str) -> bool {
    (key.starts_with("desk-") && !key.starts_with("desk-command-"))
        || key.starts_with("admin-")
        || ["figures-how", "figures-weekly-on", "figures-weekly-off"].contains(&key)
}

/// Says everything there is to say, in every language.
fn say_everything(phrases: &dyn Phrases) {
    let mut entries: Vec<_> = catalogue::small().entries().cloned().collect();
    entries.extend(catalogue::odd_entries());
    let cards: Vec<Wording> = entries
        .iter()
        .flat_map(|entry| [Part::Summary, Part::Everything].map(|part| Wording::Card { entry: entry.id.clone(), part }))
        .collect();
    let mut catalogue = catalogue::with(entries);
    catalogue.doors.hang(ThemeId::new("finance"), AreaCode::country(), EntryId::new("rvo"));
    let renderer = renderer(phrases, &catalogue);
    for language in Language::ALL {
        for wording in every_wording().iter().chain(&cards) {
            renderer.message(wording, language, &transcript());
        }
        for page in 0..4 {
            let theme = ThemeId::new("finance");
            renderer.message(&Wording::ThemePage { theme, page, place: None }, language, &[]);
        }
        renderer.message(&Wording::History(0), language, &[]);
        let many: Vec<_> = transcript().into_iter().cycle().take(2_000).collect();
        renderer.message(&Wording::History(0), language, &many);
        renderer.my_data(&anna(language), &transcript(), &[finished()]);
        renderer.my_data(&anna(language), &[], &[]);
        renderer.my_data_name(language);
        renderer.profile(language);
    }
    for icon in SIGNS {
        renderer.look(&Case { icon, ..case(Reason::Asked) });
    }
    for cases in [morning(), many(300), Vec::new()] {
        renderer.board(&cases);
        renderer.overview(&cases, false);
        renderer.overview(&cases, true);
        renderer.digest(&cases);
    }
    renderer.day(super::monday_afternoon());
    for figures in [figures::busy(Span::Week), figures::busy(Span::Quarter), figures::quiet(), figures::empty()] {
        for language in Language::ALL {
            renderer.figures_poster(&figures, language);
            renderer.figures_table(&figures, language);
            renderer.figures_words(&figures, language);
            renderer.figures_table_words(language);
            renderer.figures_file(&figures, language);
        }
    }
}

/// Remembers which sentences are said, and with which values.
struct Recorder {
    phrases: Phrasebook,
    said: Mutex<BTreeMap<String, BTreeSet<String>>>,
}

impl Phrases for Recorder {
    fn say(&self, language: Language, key: &str, values: &[(&str, Value)]) -> String {
        assert!(self.has(language, key), "the house says `{key}`, which no file holds");
        let mut said = self.said.lock().unwrap();
        let names = said.entry(key.to_owned()).or_default();
        names.extend(values.iter().map(|(name, _)| (*name).to_owned()));
        self.phrases.say(language, key, values)
    }

    fn ready_texts(&self) -> Vec<String> {
        Vec::new()
    }

    fn fill(&self, _: Language, _: &str, _: &[(&str, Value)]) -> Result<String, Unfilled> {
        Err(Unfilled::Unknown)
    }

    fn has(&self, language: Language, key: &str) -> bool {
        self.phrases.has(language, key)
    }
}

/// Even a text that no editor should write is cut to what one message holds, instead of being refused as a whole.
#[test]
fn a_text_beyond_all_measure_is_cut() {
    let words = || catalogue::text("Titel", &"Veel te veel. ".repeat(500), &[]);
    let catalogue = catalogue::with(vec![catalogue::entry("lang", Kind::Faq, words(), words())]);
    let card = Wording::Card { entry: catalogue::id("lang"), part: Part::Summary };
    let text = renderer(&phrasebook(), &catalogue).message(&card, Language::Nl, &[]).text.text();
    assert_eq!(text.encode_utf16().count(), MESSAGE_LIMIT);
    assert!(text.starts_with("Titel\n") && text.ends_with('…'), "{text}");
}

proptest! {
    /// Whatever a person writes or is called, others read it as it was written.
    #[test]
    fn words_of_people_show_literally(words in "\\PC{1,200}", name in "[\\PC&&[^\n]]{1,30}") {
        let (phrases, catalogue) = (phrasebook(), catalogue::small());
        let renderer = renderer(&phrases, &catalogue);
        let says = [
            Wording::ManagerSays { name: name.clone(), text: words.clone() },
            Wording::ClientSays { name: name.clone(), text: words.clone(), edited: false },
        ];
        for wording in says {
            prop_assert_eq!(renderer.message(&wording, Language::Nl, &[]).text.text(), format!("{name}\n{words}"));
        }
        let unknown = Wording::PlaceUnknown(words.clone());
        prop_assert!(renderer.message(&unknown, Language::En, &[]).text.text().contains(&words));
        let taken = Wording::TakenInTopic { name: name.clone() };
        prop_assert!(renderer.message(&taken, Language::Nl, &[]).text.text().starts_with(&name));
    }

    /// However long the words are, they arrive whole or within what one message holds.
    #[test]
    fn no_message_is_too_long(length in 3_900_usize..=4_096, edited in any::<bool>()) {
        let (phrases, catalogue) = (phrasebook(), catalogue::small());
        let words = "a".repeat(length);
        let says = Wording::ClientSays { name: "Anna".to_owned(), text: words.clone(), edited };
        let shown = renderer(&phrases, &catalogue).message(&says, Language::Nl, &[]).text.text();
        prop_assert!(shown.ends_with(&words));
        prop_assert!(shown.encode_utf16().count() <= MESSAGE_LIMIT);
    }
}
