//! Being there or not: who may write where, and who lets the bot write back.

use super::actor::Actor;
use super::change::Change;
use super::chat::{Right, Status};
use super::error::Refusal;
use super::id::{ChatId, PersonId, Place};
use super::person::Standing;
use super::state::State;

impl Actor {
    /// Blocks the bot.
    pub fn blocks(&self) -> Result<(), Refusal> {
        self.telegram().with(|state| state.set_blocked(self.id(), true))
    }

    /// Lets the bot write again.
    pub fn unblocks(&self) -> Result<(), Refusal> {
        self.telegram().with(|state| state.set_blocked(self.id(), false))
    }

    /// Gives up Telegram altogether. The bot hears nothing of it.
    pub fn deletes_account(&self) -> Result<(), Refusal> {
        self.telegram().with(|state| {
            let person = state.people.get_mut(&self.id());
            person.ok_or(Refusal::NoSuchPerson(self.id()))?.standing = Standing::Deactivated;
            state.changes.push(Change::People);
            Ok(())
        })
    }
}

/// Opens the private chat at the first message; in a group, checks membership and topic.
pub(crate) fn check_may_write(state: &mut State, person: PersonId, place: Place) -> Result<(), Refusal> {
    if place.chat == ChatId::from(person) {
        return state.begin_private_chat(person);
    }
    let chat = state.chats.get(&place.chat).ok_or(Refusal::NoSuchChat(place.chat))?;
    let status = chat.status(person);
    if !status.is_present() {
        return Err(Refusal::NotAMember { person, chat: place.chat });
    }
    let Some(thread) = place.thread else {
        return Ok(());
    };
    let missing = Refusal::NoSuchTopic { chat: place.chat, thread };
    let topic = chat.topic(thread).ok_or(missing)?;
    if topic.closed && !status.may(Right::ManageTopics) {
        return Err(Refusal::TopicClosed);
    }
    Ok(())
}

impl State {
    /// The first message opens the chat; a message to a blocked bot lifts the block.
    fn begin_private_chat(&mut self, id: PersonId) -> Result<(), Refusal> {
        self.open_private_chat(id);
        self.set_blocked(id, false)?;
        let person = self.people.get_mut(&id).ok_or(Refusal::NoSuchPerson(id))?;
        person.standing = Standing::Chatting;
        Ok(())
    }

    /// Blocks or unblocks the bot; it hears of both.
    fn set_blocked(&mut self, id: PersonId, blocked: bool) -> Result<(), Refusal> {
        let person = self.people.get_mut(&id).ok_or(Refusal::NoSuchPerson(id))?;
        if (person.standing == Standing::Blocking) == blocked {
            return Ok(());
        }
        let (standing, before, after) = if blocked {
            (Standing::Blocking, Status::Member, Status::Kicked)
        } else {
            (Standing::Chatting, Status::Kicked, Status::Member)
        };
        person.standing = standing;
        let chat = self.open_private_chat(id);
        let body = self.membership_json(chat, self.bot, id, &before, &after);
        self.tell_bot("my_chat_member", Some(chat), body);
        self.changes.push(Change::People);
        Ok(())
    }
}
