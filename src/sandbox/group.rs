//! A group and its members, as seen by whoever runs it.

use super::chat::{ChatKind, Right, Status};
use super::error::Refusal;
use super::id::{ChatId, PersonId, Place, ThreadId};
use super::message::Service;
use super::state::State;
use super::telegram::Telegram;

/// A group to act on.
#[derive(Clone, Debug)]
pub struct Group {
    telegram: Telegram,
    chat: ChatId,
}

impl Group {
    pub(crate) fn new(telegram: Telegram, chat: ChatId) -> Self {
        Self { telegram, chat }
    }

    /// The number of the group.
    pub fn id(&self) -> ChatId {
        self.chat
    }

    /// Makes someone the owner.
    pub fn add_owner(&self, person: PersonId) {
        self.join(person, &Status::Creator);
    }

    /// Lets someone in.
    pub fn add_member(&self, person: PersonId) {
        self.join(person, &Status::Member);
    }

    /// Makes someone an administrator; whoever is not in the group yet joins it by that.
    pub fn promote(&self, person: PersonId, rights: &[Right]) {
        self.join(person, &Status::Administrator(rights.to_vec()));
    }

    /// Makes the bot an administrator.
    pub fn promote_bot(&self, rights: &[Right]) {
        self.promote(self.telegram.bot_id(), rights);
    }

    /// Takes every right from the bot: from now on it is a member like any other.
    pub fn demote_bot(&self) {
        self.join(self.telegram.bot_id(), &Status::Member);
    }

    /// Someone leaves by themselves.
    pub fn leaves(&self, person: PersonId) {
        self.telegram.with(|state| self.depart(state, person, person, &Status::Left));
    }

    /// Someone is shown the door by the owner.
    pub fn remove(&self, person: PersonId) {
        self.telegram.with(|state| {
            let by = owner(state, self.chat).unwrap_or(person);
            self.depart(state, person, by, &Status::Kicked);
        });
    }

    /// Deletes a topic with all its messages. The bot hears nothing of it.
    pub fn delete_topic(&self, thread: ThreadId) -> Result<(), Refusal> {
        self.telegram.with(|state| {
            self.check_topic(state, thread)?;
            state.delete_topic(self.chat, thread);
            Ok(())
        })
    }

    /// Closes a topic.
    pub fn close_topic(&self, by: PersonId, thread: ThreadId) -> Result<(), Refusal> {
        self.set_closed(by, thread, true)
    }

    /// Opens a closed topic again.
    pub fn reopen_topic(&self, by: PersonId, thread: ThreadId) -> Result<(), Refusal> {
        self.set_closed(by, thread, false)
    }

    /// The group becomes a supergroup under a new number; the old one only points there.
    pub fn migrate(&self) -> Result<ChatId, Refusal> {
        self.telegram.with(|state| {
            let old = state.chats.get(&self.chat).ok_or(Refusal::NoSuchChat(self.chat))?;
            let (title, members) = (old.title.clone(), old.members.clone());
            let new = state.add_group(ChatKind::Supergroup, &title);
            if let Some(chat) = state.chats.get_mut(&new) {
                chat.members = members;
            }
            let by = owner(state, new).unwrap_or(state.bot);
            let at = |chat| Place { chat, thread: None };
            state.post_service(by, at(self.chat), Service::MigratedTo(new));
            state.post_service(by, at(new), Service::MigratedFrom(self.chat));
            if let Some(old) = state.chats.get_mut(&self.chat) {
                old.migrated_to = Some(new);
            }
            Ok(new)
        })
    }

    fn join(&self, person: PersonId, status: &Status) {
        self.telegram.with(|state| {
            let Some(chat) = state.chats.get(&self.chat) else {
                return;
            };
            let is_new = !chat.status(person).is_present();
            let by = owner(state, self.chat).unwrap_or(person);
            state.set_status(self.chat, person, by, status);
            if is_new {
                let place = Place { chat: self.chat, thread: None };
                state.post_service(by, place, Service::Joined(vec![person]));
            }
        });
    }

    fn depart(&self, state: &mut State, person: PersonId, by: PersonId, status: &Status) {
        let place = Place { chat: self.chat, thread: None };
        state.post_service(by, place, Service::Left(person));
        state.set_status(self.chat, person, by, status);
    }

    fn set_closed(&self, by: PersonId, thread: ThreadId, closed: bool) -> Result<(), Refusal> {
        self.telegram.with(|state| {
            self.check_topic(state, thread)?;
            let place = Place { chat: self.chat, thread: Some(thread) };
            state.set_topic_closed(by, place, closed);
            Ok(())
        })
    }

    fn check_topic(&self, state: &State, thread: ThreadId) -> Result<(), Refusal> {
        let chat = self.chat;
        let found = state.chats.get(&chat).and_then(|chat| chat.topic(thread));
        found.map(|_| ()).ok_or(Refusal::NoSuchTopic { chat, thread })
    }
}

fn owner(state: &State, chat: ChatId) -> Option<PersonId> {
    let members = &state.chats.get(&chat)?.members;
    let found = members.iter().find(|(_, status)| **status == Status::Creator);
    found.map(|(person, _)| *person)
}
