//! Who we are, what can be done here, what we keep; and words for messages that are no question.

use super::voice::Voice;
use crate::domain::evidence::SmallTalk;
use crate::domain::language::Language;
use crate::domain::message::{Action, Button, Message, Rich, Style};
use crate::ports::phrases::Value;

const DAY: u64 = 24 * 60 * 60;

impl Voice<'_> {
    /// The first contact.
    pub(super) fn intro(&self) -> Message {
        let text = self.say("intro", &[self.region(), self.days()]);
        let more = self.button("button-what-we-keep", Action::Privacy);
        Message::new(Rich::plain(text)).row(self.other_languages()).row(vec![more, self.person_button()])
    }

    /// What can be done here.
    pub(super) fn help(&self) -> Message {
        let topics = self.button("button-themes", Action::Themes);
        Message::new(Rich::plain(self.say("help", &[self.region()]))).row(vec![topics, self.person_button()])
    }

    /// What is kept, for how long, whose it is.
    pub(super) fn privacy(&self) -> Message {
        let region = &self.catalogue().region;
        let body = self.say("privacy", &[self.days(), ("controller", region.controller.as_str().into())]);
        let mut text =
            Rich::default().then(Style::Bold, self.word("privacy-title")).paragraph().then(Style::Plain, body);
        if !region.privacy_url.is_empty() {
            text = text.paragraph().then(Style::Link(region.privacy_url.clone()), self.word("privacy-link"));
        }
        Message::new(text).row(vec![self.person_button()])
    }

    /// A fitting word for a message that is no question.
    pub(super) fn small_talk(&self, talk: SmallTalk) -> Message {
        match talk {
            SmallTalk::Greeting => self.line_with_topics("talk-greeting"),
            SmallTalk::Thanks => self.line("talk-thanks"),
            SmallTalk::Goodbye => self.line("talk-goodbye"),
            SmallTalk::Assent => self.line("talk-assent"),
            SmallTalk::Insult => self.line("talk-insult"),
            SmallTalk::AboutBot => self.line("talk-about-bot"),
            SmallTalk::Mischief => self.line_with_topics("talk-mischief"),
            SmallTalk::Gibberish => self.line_with_topics("talk-gibberish"),
        }
    }

    /// Which language?
    pub(super) fn ask_language(&self) -> Message {
        let languages = Language::ALL.into_iter().map(|language| self.language_button(language)).collect();
        self.bare("ask-language").row(languages).row(vec![self.person_button()])
    }

    /// Really erase everything?
    pub(super) fn ask_erase(&self) -> Message {
        let yes = self.button("button-erase", Action::Erase(true));
        let no = self.button("button-keep", Action::Erase(false));
        self.bare("ask-erase").row(vec![yes, no])
    }

    /// The region, for sentences that name it.
    pub(super) fn region(&self) -> (&'static str, Value) {
        ("region", self.catalogue().region.name.as_str().into())
    }

    fn days(&self) -> (&'static str, Value) {
        let days = self.house.retention.as_secs().div_ceil(DAY);
        ("days", Value::Number(i64::try_from(days).unwrap_or(i64::MAX)))
    }

    fn other_languages(&self) -> Vec<Button> {
        let others = Language::ALL.into_iter().filter(|language| *language != self.language);
        others.map(|language| self.language_button(language)).collect()
    }

    /// A button that switches to `language`, named as its speakers name it.
    fn language_button(&self, language: Language) -> Button {
        Button { label: self.speaking(language).language_name(language), action: Action::Speak(language) }
    }
}
