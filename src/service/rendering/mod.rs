//! From a wording to a message: the sentences of `knowledge/phrases`, the texts of the catalogue, and buttons.
//!
//! Every sentence comes from the phrases or the catalogue; this room only puts them together. Words of people are
//! pieces of text of their own, so they are always shown literally.
//!
//! To add a wording: an arm in [`Renderer::message`], a step in the file where its neighbours live, and its key in
//! [`crate::ports::phrase_keys`].

mod card;
mod dates;
mod fitting;
mod greetings;
mod menus;
mod my_data;
mod people;
mod profile;
mod sheet;
mod standing;
mod voice;

use std::time::Duration;

use jiff::tz::TimeZone;

pub use self::profile::Profile;
use self::voice::Voice;
use crate::conversation::Conversation;
use crate::conversation::wording::Wording;
use crate::domain::case::Case;
use crate::domain::catalogue::Catalogue;
use crate::domain::language::Language;
use crate::domain::message::Message;
use crate::domain::moment::Moment;
use crate::ports::phrases::Phrases;
use crate::ports::store::TranscriptLine;

/// Puts words to what was decided, with one release of the knowledge at one moment.
pub struct Renderer<'a> {
    phrases: &'a dyn Phrases,
    catalogue: &'a Catalogue,
    now: Moment,
    zone: TimeZone,
    retention: Duration,
}

impl<'a> Renderer<'a> {
    /// A renderer with these phrases and this catalogue; `retention` is how long a client's data is kept.
    pub fn new(phrases: &'a dyn Phrases, catalogue: &'a Catalogue, now: Moment, retention: Duration) -> Self {
        // All desks of a region have the same clock on the wall.
        let zone = catalogue.desks.desk_for(None).map_or(TimeZone::UTC, |desk| desk.hours.zone.clone());
        Self { phrases, catalogue, now, zone, retention }
    }

    /// The message that says `wording` in `language`; `transcript` is what a [`Wording::History`] shows.
    ///
    /// What is said to the desk is always Dutch.
    pub fn message(&self, wording: &Wording, language: Language, transcript: &[TranscriptLine]) -> Message {
        let client = self.voice(language);
        let desk = self.voice(Language::default());
        let message = match wording {
            Wording::Intro => client.intro(),
            Wording::Ready => client.line_with_topics("ready"),
            Wording::Help => client.help(),
            Wording::Privacy => client.privacy(),
            Wording::Card { entry, part } => client.card(entry, *part),
            Wording::Clarify { options } => client.clarify(options),
            Wording::NothingElse => client.line_with_topics("nothing-else"),
            Wording::NotHelped => client.not_helped(),
            Wording::SmallTalk(talk) => client.small_talk(*talk),
            Wording::HandedOver { case, promise, desk, reason } => client.handed_over(*case, *promise, desk, *reason),
            Wording::Listening { case, promise } => client.listening(*case, *promise),
            Wording::WhereItStands { case, promise, owner } => {
                client.where_it_stands(*case, *promise, owner.as_deref())
            }
            Wording::AttachmentSeen => client.line("attachment-seen"),
            Wording::CannotRead => client.line("cannot-read"),
            Wording::NumberMasked => client.line("number-masked"),
            Wording::UnknownCommand => client.line("unknown-command"),
            Wording::Themes => client.themes(),
            Wording::ThemePage { theme, page, place } => client.theme_page(theme, *page, place.as_ref()),
            Wording::AskLanguage => client.ask_language(),
            Wording::LanguageSet(spoken) => self.voice(*spoken).line("language-set"),
            Wording::AskPlace { known } => client.ask_place(known.as_ref()),
            Wording::PlaceSet(place) => client.place_set(place),
            Wording::PlaceForgotten => client.line("place-forgotten"),
            Wording::PlaceUnknown { written } => client.place_unknown(written),
            Wording::AskErase => client.ask_erase(),
            Wording::EraseCancelled => client.line("erase-cancelled"),
            Wording::Erased => client.line("erased"),
            Wording::MyData => client.line("my-data"),
            Wording::TakenBy { name, desk } => client.taken_by(name, desk),
            Wording::ManagerSays { name, text } => client.says(name, text, None),
            Wording::ManagerSends { name } => client.named("manager-sends", name),
            Wording::HandedBack { name } => client.named("handed-back", name).row(vec![client.person_button()]),
            Wording::Withdrawn => client.line("withdrawn"),
            Wording::MarkNoticed => client.bare("mark-noticed"),
            Wording::Sheet { case, client, question, shown } => desk.sheet(case, client, question, shown),
            Wording::History => desk.history(transcript),
            Wording::ClientSays { name, text, edited } => desk.says(name, text, edited.then_some("edited")),
            Wording::ClientSentUnknown => desk.bare("client-sent-unknown"),
            Wording::TakenInTopic { name } => desk.named("taken-in-topic", name),
            Wording::NotYours { owner, case } => desk.not_yours(owner, *case),
            Wording::ClosedInTopic { name } => desk.named("closed-in-topic", name),
            Wording::WithdrawnInTopic => desk.bare("withdrawn-in-topic"),
            Wording::NotDelivered => desk.bare("not-delivered"),
            Wording::CaseIsClosed => desk.bare("case-is-closed"),
            Wording::TopicCommands => desk.bare("topic-commands"),
        };
        Message { text: fitting::within_a_message(message.text), ..message }
    }

    /// The name of the topic of a case.
    pub fn topic_name(&self, case: &Case) -> String {
        self.voice(Language::default()).topic_name(case)
    }

    /// The name of the file with everything that is kept about a client.
    pub fn my_data_name(&self, language: Language) -> String {
        self.voice(language).say("my-data-file", &[])
    }

    /// Everything that is kept about a client, as a text to read.
    pub fn my_data(&self, conversation: &Conversation, transcript: &[TranscriptLine], cases: &[Case]) -> String {
        self.voice(conversation.language).my_data(conversation, transcript, cases)
    }

    /// What the messenger itself shows about the bot: descriptions and the menu of commands.
    pub fn profile(&self, language: Language) -> Profile {
        self.voice(language).profile()
    }

    fn voice(&self, language: Language) -> Voice<'_> {
        Voice { house: self, language }
    }
}

#[cfg(test)]
mod tests;
