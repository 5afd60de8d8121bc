//! From a wording to a message: the sentences of `knowledge/phrases`, the texts of the catalogue, and buttons.
//!
//! Every sentence comes from the phrases or the catalogue; this room only puts them together. Words of people are
//! pieces of text of their own, so they are always shown literally.
//!
//! To add a wording: an arm in [`Renderer::message`], a step in the file where its neighbours live, and its key in
//! [`crate::ports::phrase_keys`].

mod card;
mod cases;
mod dates;
mod figures;
mod fitting;
mod greetings;
pub mod intake;
mod menus;
mod my_data;
mod notice;
mod overview;
mod people;
mod profile;
mod sheet;
mod spreadsheet;
mod standing;
mod voice;

use std::time::Duration;

use jiff::civil::Date;
use jiff::tz::TimeZone;

pub use self::profile::Profile;
pub(crate) use self::spreadsheet::spreadsheet;
use self::voice::Voice;
use crate::conversation::Conversation;
use crate::conversation::wording::Wording;
use crate::domain::case::Case;
use crate::domain::catalogue::Catalogue;
use crate::domain::delivery::TopicLook;
use crate::domain::ids::EntryId;
use crate::domain::language::Language;
use crate::domain::message::Message;
use crate::domain::moment::Moment;
use crate::ports::phrases::Phrases;
use crate::ports::store::{OpenCase, TranscriptLine};

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
        Self { phrases, catalogue, now, zone: catalogue.desks.zone(), retention }
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
            Wording::WhereItStands { case, promise, owner, appointments } => {
                client.where_it_stands(*case, *promise, owner.as_deref(), appointments)
            }
            Wording::NoOpenCase { last } => client.no_open_case(last.as_deref()),
            Wording::Notice => client.notice(),
            Wording::Bound(bound) => client.bound(*bound),
            Wording::AttachmentSeen => client.line("attachment-seen"),
            Wording::CannotRead => client.line("cannot-read"),
            Wording::CannotPassOn => client.bare("cannot-pass-on"),
            Wording::NumberMasked => client.line("number-masked"),
            Wording::UnknownCommand => client.line("unknown-command"),
            Wording::Themes => client.themes(),
            Wording::ThemePage { theme, page, place } => client.theme_page(theme, *page, place.as_ref()),
            Wording::AskLanguage => client.ask_language(),
            Wording::LanguageSet(spoken) => self.voice(*spoken).line("language-set"),
            Wording::AskPlace { known } => client.ask_place(known.as_ref()),
            Wording::PlaceSet(place) => client.place_set(place),
            Wording::PlaceForgotten => client.line("place-forgotten"),
            Wording::PlaceUnknown(written) => client.place_unknown(written),
            Wording::AskErase => client.ask_erase(),
            Wording::EraseCancelled => client.line("erase-cancelled"),
            Wording::Erased => client.line("erased"),
            Wording::MyData => client.line("my-data"),
            Wording::TakenBy { name, desk } => client.taken_by(name, desk),
            Wording::ManagerSays { name, text } => client.says(name, text, None),
            Wording::ManagerSends { name } => client.named("manager-sends", name),
            Wording::SentTo { name, desk } => client.sent_to(name, desk),
            Wording::SentToDesk { desk, promise } => client.sent_to_desk(desk, *promise),
            Wording::LookingForColleague { name } => client.named("looking-for-colleague", name),
            Wording::TakesLonger { case, owner } => client.takes_longer(*case, owner.as_deref()),
            Wording::Appointed { name, appointment } => client.appointed(name, appointment),
            Wording::AppointmentNear(appointment) => client.appointment_near(appointment),
            Wording::Done { case, name, outcome, referred_to, cancelled } => {
                client.done(*case, name, *outcome, referred_to.as_deref(), cancelled)
            }
            Wording::Reopened { name } => client.reopened(name.as_deref()),
            Wording::TooLateToReopen => client.line("too-late-to-reopen"),
            Wording::Withdrawn => client.line("withdrawn"),
            Wording::MarkNoticed => client.bare("mark-noticed"),
            Wording::Sheet { case, client, earlier } => desk.sheet(case, client, earlier.as_deref()),
            Wording::History(page) => desk.history(transcript).into_iter().nth(*page).unwrap_or_default(),
            Wording::ClientSays { name, text, edited } => desk.says(name, text, edited.then_some("edited")),
            Wording::ClientSentUnknown => desk.bare("client-sent-unknown"),
            wording => desk.about_case(wording),
        };
        Message { text: fitting::within_a_message(message.text), ..message }
    }

    /// How the topic of a case looks.
    pub fn look(&self, case: &Case) -> TopicLook {
        TopicLook { name: self.voice(Language::default()).topic_name(case), icon: case.icon }
    }

    /// How many messages it takes to show what was said before.
    pub fn history_pages(&self, transcript: &[TranscriptLine]) -> usize {
        self.voice(Language::default()).history(transcript).len()
    }

    /// The board of a desk with these open cases.
    pub fn board(&self, cases: &[OpenCase]) -> Message {
        self.voice(Language::default()).board(cases)
    }

    /// The open cases of a desk, or of who asks.
    pub fn overview(&self, cases: &[OpenCase], mine: bool) -> Message {
        self.voice(Language::default()).overview(cases, mine)
    }

    /// What a desk hears in the morning; `None` when there is nothing to say.
    pub fn digest(&self, cases: &[OpenCase]) -> Option<Message> {
        self.voice(Language::default()).digest(cases)
    }

    /// A moment in the past, in words.
    pub fn moment(&self, language: Language, moment: Moment) -> String {
        self.voice(language).moment(moment)
    }

    /// What everybody is told now, as they read it.
    pub fn notice(&self, language: Language) -> Message {
        self.voice(language).notice()
    }

    /// A day of the calendar, in words.
    pub fn date(&self, language: Language, day: Date) -> String {
        self.voice(language).date(day)
    }

    /// The title of an entry, short enough for a button that stands alone; `None` when the entry is gone.
    pub fn label(&self, language: Language, entry: &EntryId) -> Option<String> {
        self.voice(language).title_button(entry).map(|button| button.label)
    }

    /// A day, as the desk says it.
    pub fn day(&self, moment: Moment) -> String {
        self.voice(Language::default()).day(moment)
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
