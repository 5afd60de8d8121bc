//! A person with a phone: writes, taps, edits, sends, blocks.

use serde_json::{Value, json};

use super::change::Change;
use super::chat::Chat;
use super::error::Refusal;
use super::id::{ChatId, MessageId, PersonId, Place, ThreadId};
use super::message::{Author, Content, Draft, Words};
use super::presence::check_may_write;
use super::state::State;
use super::telegram::Telegram;
use super::wire;

/// Someone, and where they are: at first in the private chat with the bot.
#[derive(Clone, Debug)]
pub struct Actor {
    telegram: Telegram,
    person: PersonId,
    place: Place,
    is_anonymous: bool,
    /// The message that everything sent next answers.
    answering: Option<MessageId>,
}

impl Actor {
    pub(crate) fn at_home(telegram: Telegram, person: PersonId) -> Self {
        let place = Place { chat: person.into(), thread: None };
        Self { telegram, person, place, is_anonymous: false, answering: None }
    }

    /// Who this is.
    pub fn id(&self) -> PersonId {
        self.person
    }

    /// The same person in a group, or in one topic of it (none: General).
    #[must_use]
    pub fn in_topic(&self, chat: ChatId, thread: Option<ThreadId>) -> Self {
        let thread = Chat::plain_thread(thread);
        Self { place: Place { chat, thread }, ..self.clone() }
    }

    /// The same person, writing in the name of the group.
    #[must_use]
    pub fn anonymously(&self) -> Self {
        Self { is_anonymous: true, ..self.clone() }
    }

    /// The same person, answering a message with whatever they send.
    #[must_use]
    pub fn answering(&self, message: MessageId) -> Self {
        Self { answering: Some(message), ..self.clone() }
    }

    /// Opens the chat with the bot, as the Start button does; with the payload of a deep link, if any.
    pub fn starts(&self, payload: Option<&str>) -> Result<MessageId, Refusal> {
        let text = payload.map_or_else(|| "/start".to_owned(), |payload| format!("/start {payload}"));
        self.writes(&text)
    }

    /// Writes a message. Whoever blocked the bot and writes again has lifted the block by that.
    pub fn writes(&self, text: &str) -> Result<MessageId, Refusal> {
        self.posts(Content::plain(text))
    }

    /// Writes in a topic.
    pub fn writes_in_topic(&self, chat: ChatId, thread: Option<ThreadId>, text: &str) -> Result<MessageId, Refusal> {
        self.in_topic(chat, thread).writes(text)
    }

    /// Writes an answer to a message.
    pub fn replies(&self, to: MessageId, text: &str) -> Result<MessageId, Refusal> {
        self.answering(to).writes(text)
    }

    /// Writes a text in which somebody is named by a link to them, as the app does for who has no username.
    pub fn writes_naming(&self, named: PersonId, text: &str) -> Result<MessageId, Refusal> {
        self.posts(Content::Text(self.words_naming(named, text)))
    }

    fn words_naming(&self, named: PersonId, text: &str) -> Words {
        let mut words = words(text);
        let (name, user) = self.telegram.read(|state| (state.name_of(named), wire::user(state, named)));
        if let Some((before, _)) = text.split_once(&name) {
            let units = |text: &str| text.encode_utf16().count();
            let entity = json!({
                "type": "text_mention", "offset": units(before), "length": units(&name), "user": user,
            });
            words.entities.push(entity);
        }
        words
    }

    /// Changes the words of an own message.
    pub fn edits(&self, message: MessageId, text: &str) -> Result<(), Refusal> {
        let chat = self.place.chat;
        self.telegram.with(|state| {
            let now = state.clock.now_s();
            let found = message_mut(state, chat, message)?;
            let is_own = found.is_by(self.person);
            let current = found.draft.content.words_mut().filter(|_| is_own);
            *current.ok_or(Refusal::CannotEdit)? = words(text);
            found.edit_date = Some(now);
            state.changes.push(Change::Chat(chat));
            state.announce("edited_message", chat, message);
            Ok(())
        })
    }

    /// Removes an own message. The bot hears nothing of it.
    pub fn deletes(&self, message: MessageId) -> Result<(), Refusal> {
        let chat = self.place.chat;
        self.telegram.with(|state| {
            message_mut(state, chat, message)?.deleted = true;
            state.changes.push(Change::Chat(chat));
            Ok(())
        })
    }

    /// Puts a reaction on a message; an empty one takes it back.
    pub fn reacts(&self, message: MessageId, emoji: &str) -> Result<(), Refusal> {
        let chat = self.place.chat;
        self.telegram.with(|state| {
            let found = message_mut(state, chat, message)?;
            let as_json = |emoji: &str| json!({ "type": "emoji", "emoji": emoji });
            let own = found.reactions.iter().filter(|(person, _)| *person == self.person);
            let old: Vec<Value> = own.map(|(_, emoji)| as_json(emoji)).collect();
            found.reactions.retain(|(person, _)| *person != self.person);
            let new = Some(emoji).filter(|emoji| !emoji.is_empty());
            found.reactions.extend(new.map(|emoji| (self.person, emoji.to_owned())));
            let body = json!({
                "chat": state.chats.get(&chat).map(|chat| wire::chat(state, chat)),
                "message_id": message, "user": wire::user(state, self.person),
                "date": state.clock.now_s(), "old_reaction": old,
                "new_reaction": new.map(as_json).into_iter().collect::<Vec<Value>>(),
            });
            state.tell_bot("message_reaction", Some(chat), body);
            state.changes.push(Change::Chat(chat));
            Ok(())
        })
    }

    /// Opens a topic.
    pub fn opens_topic(&self, chat: ChatId, name: &str) -> Result<ThreadId, Refusal> {
        self.telegram.with(|state| {
            check_may_write(state, self.person, Place { chat, thread: None })?;
            Ok(state.open_topic(
                chat,
                super::chat::Topic {
                    name: name.to_owned(),
                    icon_color: 0x6F_B9F0,
                    icon_emoji: None,
                    creator: self.person,
                    closed: false,
                    deleted: false,
                },
            ))
        })
    }

    /// Taps a button under a message, by its text or its data.
    /// Gives the number of the callback query, if the button makes one.
    pub fn taps(&self, message: MessageId, button: &str) -> Result<Option<String>, Refusal> {
        super::tap::tap(&self.telegram, self, message, button)
    }

    pub(crate) fn telegram(&self) -> &Telegram {
        &self.telegram
    }

    pub(crate) fn place(&self) -> Place {
        self.place
    }

    pub(crate) fn posts(&self, content: Content) -> Result<MessageId, Refusal> {
        self.posts_draft(content, |_| {})
    }

    pub(crate) fn posts_draft(&self, content: Content, finish: impl FnOnce(&mut Draft)) -> Result<MessageId, Refusal> {
        let author = if self.is_anonymous { Author::Anonymous } else { Author::Person };
        let mut draft = Draft { reply_to: self.answering, ..Draft::new(author(self.person), self.place, content) };
        finish(&mut draft);
        self.telegram.with(|state| {
            check_may_write(state, self.person, self.place)?;
            let chat = state.chats.get(&self.place.chat);
            if let Some(answered) = draft.reply_to
                && chat.is_none_or(|chat| chat.message(answered).is_none())
            {
                return Err(Refusal::NoSuchMessage { chat: self.place.chat, message: answered });
            }
            Ok(state.post(draft))
        })
    }
}

/// What people write, with what Telegram finds in it.
pub(crate) fn words(text: &str) -> Words {
    Words { text: text.to_owned(), entities: super::entities::detect(text) }
}

fn message_mut(state: &mut State, chat: ChatId, message: MessageId) -> Result<&mut super::message::Message, Refusal> {
    let found = state.chats.get_mut(&chat).and_then(|chat| chat.message_mut(message));
    found.ok_or(Refusal::NoSuchMessage { chat, message })
}
