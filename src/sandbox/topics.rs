//! What happens to topics, whoever does it.

use super::change::Change;
use super::chat::Topic;
use super::id::{ChatId, PersonId, Place, ThreadId};
use super::message::{Author, Content, Draft, Service};
use super::state::State;

impl State {
    /// Opens a topic; the line that says so gives the topic its number.
    pub(crate) fn open_topic(&mut self, chat: ChatId, topic: Topic) -> ThreadId {
        let last = self.chats.get(&chat).and_then(|chat| chat.messages.last_key_value());
        let thread = ThreadId(last.map_or(2, |(id, _)| id.0 + 1));
        let service = Service::TopicCreated {
            name: topic.name.clone(),
            icon_color: topic.icon_color,
            icon_emoji: topic.icon_emoji.clone(),
        };
        let place = Place { chat, thread: Some(thread) };
        let by = Author::Person(topic.creator);
        if let Some(chat) = self.chats.get_mut(&chat) {
            chat.topics.insert(thread, topic);
        }
        self.post(Draft::new(by, place, Content::Service(service)));
        thread
    }

    /// Removes a topic and everything in it. The bot hears nothing of it.
    pub(crate) fn delete_topic(&mut self, chat: ChatId, thread: ThreadId) {
        let Some(found) = self.chats.get_mut(&chat) else {
            return;
        };
        if let Some(topic) = found.topic_mut(thread) {
            topic.deleted = true;
        }
        let in_topic = found.messages.values_mut();
        for message in in_topic.filter(|message| message.draft.place.thread == Some(thread)) {
            message.deleted = true;
        }
        self.changes.push(Change::Chat(chat));
    }

    /// Closes or reopens a topic.
    pub(crate) fn set_topic_closed(&mut self, by: PersonId, place: Place, closed: bool) {
        let chat = self.chats.get_mut(&place.chat);
        let topic = place.thread.and_then(|thread| chat?.topic_mut(thread));
        let Some(topic) = topic.filter(|topic| topic.closed != closed) else {
            return;
        };
        topic.closed = closed;
        let service = if closed { Service::TopicClosed } else { Service::TopicReopened };
        self.post_service(by, place, service);
    }
}
