//! What people see on their screens.

use serde::Serialize;
use serde_json::{Value, json};

use super::chat::{Chat, ChatKind, Status};
use super::id::{ChatId, MessageId, PersonId, ThreadId};
use super::message::{Author, Content, MediaKind, Message, Service};
use super::picture;
use super::state::State;
use super::topic_icon;

/// A message as it stands on a screen.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "each is a mark of its own on the screen")]
pub struct MessageView {
    /// Its number in the chat.
    pub id: MessageId,
    /// The name above it.
    pub author: String,
    /// Who really wrote it.
    pub author_id: PersonId,
    /// Whether the bot wrote it.
    pub from_bot: bool,
    /// Text, caption, or what stands for it: a place, a contact, a line by Telegram itself.
    pub text: String,
    /// Are there words of its author's in it, which can be changed?
    pub editable: bool,
    /// Formatting of the text.
    pub entities: Vec<Value>,
    /// The file it carries.
    pub media: Option<MediaView>,
    /// Rows of buttons under it.
    pub buttons: Vec<Vec<ButtonView>>,
    /// Rows of a keyboard below the screen that came with it.
    pub keyboard: Vec<Vec<ButtonView>>,
    /// Takes such a keyboard away again.
    pub removes_keyboard: bool,
    /// The message it answers.
    pub reply_to: Option<MessageId>,
    /// Pictures of one album share this.
    pub album: Option<String>,
    /// Reactions on it.
    pub reactions: Vec<String>,
    /// When, in seconds since 1970.
    pub date: u64,
    /// Carries the mark "edited".
    pub edited: bool,
    /// Pinned at the top.
    pub pinned: bool,
    /// Gone from the screens.
    pub deleted: bool,
    /// A line by Telegram itself.
    pub service: bool,
    /// Shows where it was forwarded from.
    pub forwarded: bool,
    /// The only one in the group who sees it.
    pub only_for: Option<PersonId>,
}

/// A file in a message.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MediaView {
    /// What kind.
    pub kind: MediaKind,
    /// Its id, for `getFile` or `Telegram::file_bytes`.
    pub file_id: String,
    /// Its name.
    pub name: String,
    /// Bytes.
    pub size: usize,
    /// Width and height of a picture in pixels, where they are known.
    pub pixels: Option<(u32, u32)>,
    /// Seconds, of what can be played.
    pub seconds: u64,
}

/// A button.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ButtonView {
    /// What it says.
    pub text: String,
    /// The data it sends to the bot, if it does.
    pub data: Option<String>,
    /// The address it opens, if it does.
    pub url: Option<String>,
}

/// A forum topic in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TopicView {
    /// Its number.
    pub thread: ThreadId,
    /// Its name.
    pub name: String,
    /// Its icon as an emoji, if it has one.
    pub icon: Option<String>,
    /// Its colour otherwise.
    pub color: i64,
    /// Closed.
    pub closed: bool,
    /// Deleted.
    pub deleted: bool,
}

/// A member of a group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MemberView {
    /// Who.
    pub id: PersonId,
    /// By what name.
    pub name: String,
    /// The name to be found by, without the `@`.
    pub username: Option<String>,
    /// Is it a bot?
    pub is_bot: bool,
    /// creator, administrator, member; left or kicked, who is no longer there.
    pub role: String,
}

impl State {
    /// Messages of a chat, or of one topic of it (none: the chat itself, or General).
    pub fn chat_view(&self, chat: ChatId, thread: Option<ThreadId>) -> Vec<MessageView> {
        let thread = Chat::plain_thread(thread);
        let messages = self.chats.get(&chat).map(|chat| chat.messages.values());
        let messages = messages.into_iter().flatten();
        let here = messages.filter(|message| message.draft.place.thread == thread);
        here.map(|message| self.message_view(message)).collect()
    }

    /// The topics of a forum, deleted ones included.
    pub fn topic_views(&self, chat: ChatId) -> Vec<TopicView> {
        let topics = self.chats.get(&chat).map(|chat| chat.topics.iter());
        let view = |(thread, topic): (&ThreadId, &super::chat::Topic)| TopicView {
            thread: *thread,
            name: topic.name.clone(),
            icon: topic.icon_emoji.as_deref().and_then(topic_icon::emoji).map(ToOwned::to_owned),
            color: topic.icon_color,
            closed: topic.closed,
            deleted: topic.deleted,
        };
        topics.into_iter().flatten().map(view).collect()
    }

    /// Those who are in a group.
    pub fn member_views(&self, chat: ChatId) -> Vec<MemberView> {
        let members = self.chats.get(&chat).map(|chat| chat.members.iter());
        let present = members.into_iter().flatten().filter(|(_, status)| status.is_present());
        present.map(|(id, status)| self.member_view(*id, status)).collect()
    }

    /// Those who were in a group and are gone.
    pub fn former_member_views(&self, chat: ChatId) -> Vec<MemberView> {
        let members = self.chats.get(&chat).map(|chat| chat.members.iter());
        let gone = members.into_iter().flatten().filter(|(_, status)| !status.is_present());
        gone.map(|(id, status)| self.member_view(*id, status)).collect()
    }

    fn member_view(&self, id: PersonId, status: &Status) -> MemberView {
        let person = self.people.get(&id);
        MemberView {
            id,
            name: self.name_of(id),
            username: person.and_then(|person| person.username.clone()),
            is_bot: person.is_some_and(|person| person.is_bot),
            role: match status {
                Status::Creator => "creator",
                Status::Administrator(_) => "administrator",
                Status::Member => "member",
                Status::Left => "left",
                Status::Kicked => "kicked",
            }
            .to_owned(),
        }
    }

    /// Updates that the bot has not confirmed.
    pub fn pending_updates(&self) -> Vec<Value> {
        self.updates.waiting().map(|update| update.body.clone()).collect()
    }

    /// The commands that someone sees behind the menu button of the private chat.
    pub fn commands_for(&self, person: PersonId) -> Value {
        let language = self.people.get(&person).and_then(|person| person.language_code.as_deref());
        self.profile.commands_in_private(person, language.unwrap_or_default())
    }

    /// The commands that someone sees in a group.
    pub fn commands_in_group(&self, chat: ChatId, person: PersonId) -> Value {
        let language = self.people.get(&person).and_then(|person| person.language_code.as_deref());
        self.profile.commands_in_group(chat, person, language.unwrap_or_default())
    }

    /// Everything the bot asked for, so far.
    pub fn ledger(&self) -> &super::ledger::Ledger {
        &self.ledger
    }

    /// The name by which someone is known.
    pub fn name_of(&self, person: PersonId) -> String {
        self.people.get(&person).map_or_else(String::new, |person| person.first_name.clone())
    }

    fn message_view(&self, message: &Message) -> MessageView {
        let draft = &message.draft;
        let words = draft.content.words();
        let author = match draft.author {
            Author::Person(person) => self.name_of(person),
            Author::Anonymous(_) => {
                self.chats.get(&draft.place.chat).map_or_else(String::new, |chat| chat.title.clone())
            }
        };
        MessageView {
            id: message.id,
            author,
            author_id: draft.author.person(),
            from_bot: message.is_by(self.bot),
            text: self.text_of(draft.author, &draft.content),
            editable: words.is_some(),
            entities: words.map(|words| words.entities.clone()).unwrap_or_default(),
            media: self.media_view(&draft.content),
            buttons: button_rows(draft.markup.as_ref(), "inline_keyboard"),
            keyboard: button_rows(draft.markup.as_ref(), "keyboard"),
            removes_keyboard: draft.markup.as_ref().is_some_and(|markup| markup.get("remove_keyboard").is_some()),
            reply_to: draft.reply_to,
            album: draft.album.clone(),
            reactions: message.reactions.iter().map(|(_, emoji)| emoji.clone()).collect(),
            date: message.date,
            edited: message.edit_date.is_some(),
            pinned: message.pinned,
            deleted: message.deleted,
            service: message.is_service(),
            forwarded: draft.forward_origin.is_some(),
            only_for: draft.only_for,
        }
    }

    fn media_view(&self, content: &Content) -> Option<MediaView> {
        let Content::Media { kind, file, .. } = content else {
            return None;
        };
        let stored = self.files.get(file)?;
        Some(MediaView {
            kind: *kind,
            file_id: file.clone(),
            name: stored.name.clone(),
            size: stored.bytes.len(),
            pixels: picture::size(&stored.bytes),
            seconds: stored.duration,
        })
    }

    fn text_of(&self, author: Author, content: &Content) -> String {
        match content {
            Content::Text(words) | Content::Media { caption: words, .. } => words.text.clone(),
            Content::Location { latitude, longitude } => format!("📍 {latitude:.4}, {longitude:.4}"),
            Content::Contact { phone_number, first_name, .. } => format!("👤 {first_name}, {phone_number}"),
            Content::Service(service) => self.service_line(author, service),
            Content::Other(fields) if fields.contains_key("poll") => {
                let question = fields.get("poll").and_then(|poll| poll.get("question")?.as_str());
                format!("📊 {}", question.unwrap_or_default())
            }
            Content::Other(fields) => {
                let kinds: Vec<&str> = fields.keys().map(String::as_str).collect();
                format!("[{}]", kinds.join(", "))
            }
        }
    }

    fn service_line(&self, author: Author, service: &Service) -> String {
        let names =
            |people: &[PersonId]| people.iter().map(|person| self.name_of(*person)).collect::<Vec<_>>().join(", ");
        match service {
            Service::TopicCreated { name, .. } => format!("created the topic “{name}”"),
            Service::TopicEdited { name: Some(name), .. } => format!("renamed the topic to “{name}”"),
            Service::TopicEdited { .. } => "changed the topic's icon".to_owned(),
            Service::TopicClosed => "closed the topic".to_owned(),
            Service::TopicReopened => "reopened the topic".to_owned(),
            Service::Pinned(_) => "pinned a message".to_owned(),
            Service::Joined(people) if *people == [author.person()] => "joined the group".to_owned(),
            Service::Joined(people) => format!("added {}", names(people)),
            Service::Left(person) if *person == author.person() => "left the group".to_owned(),
            Service::Left(person) => format!("removed {}", self.name_of(*person)),
            Service::MigratedTo(_) => "this group became a supergroup".to_owned(),
            Service::MigratedFrom(_) => "this supergroup was a group".to_owned(),
        }
    }

    /// Forums, for the page to choose from.
    pub(crate) fn forums(&self) -> impl Iterator<Item = &Chat> {
        self.chats.values().filter(|chat| chat.kind == ChatKind::Forum)
    }
}

fn button_rows(markup: Option<&Value>, field: &str) -> Vec<Vec<ButtonView>> {
    let rows = markup.and_then(|markup| markup.get(field)?.as_array());
    let view = |button: &Value| {
        // A keyboard button may be nothing but its text.
        let button = if button.is_string() { json!({ "text": button }) } else { button.clone() };
        let field = |name: &str| button.get(name).and_then(Value::as_str).map(ToOwned::to_owned);
        ButtonView { text: field("text").unwrap_or_default(), data: field("callback_data"), url: field("url") }
    };
    let rows = rows.into_iter().flatten().filter_map(Value::as_array);
    rows.map(|row| row.iter().map(view).collect()).collect()
}
