//! The state of this small Telegram, and the three things everything else is made of:
//! posting a message, changing one, and letting the bot hear of it.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::change::Change;
use super::chat::{Chat, ChatKind, Status};
use super::clock::Clock;
use super::fault::Faults;
use super::files::Files;
use super::id::{ChatId, MessageId, PersonId};
use super::inside::Inside;
use super::ledger::Ledger;
use super::limits::{Limiter, Limits};
use super::message::{Author, Content, Draft, Message, Service};
use super::person::Person;
use super::profile::Profile;
use super::query::Queries;
use super::script::Stage;
use super::updates::Updates;
use super::webhook::Webhook;
use super::wire;

/// Everything that is true in the stand-in at one moment.
#[derive(Debug)]
pub struct State {
    pub(crate) token: String,
    pub(crate) bot: PersonId,
    pub(crate) clock: Clock,
    pub(crate) people: BTreeMap<PersonId, Person>,
    pub(crate) chats: BTreeMap<ChatId, Chat>,
    pub(crate) files: Files,
    pub(crate) queries: Queries,
    pub(crate) updates: Updates,
    pub(crate) webhook: Option<Webhook>,
    pub(crate) profile: Profile,
    pub(crate) limiter: Limiter,
    pub(crate) faults: Faults,
    pub(crate) ledger: Ledger,
    pub(crate) inside: Inside,
    /// The scene that is being played, if one is.
    pub(crate) stage: Option<Stage>,
    /// How often a page began to look.
    pub(crate) audience: usize,
    /// Is the bot to run? Whoever runs it keeps to this.
    pub(crate) is_bot_wanted: bool,
    /// Which poll is the newest; an older one that still waits is turned away.
    pub(crate) newest_poll: u64,
    /// What happened since the lock was taken, to be told when it is released.
    pub(crate) changes: Vec<Change>,
    next_person: i64,
    next_group: i64,
    next_private_message: i64,
    next_album: u64,
}

impl State {
    pub(crate) fn new(token: &str, bot_username: &str) -> Self {
        let number = token.split_once(':').and_then(|(id, _)| id.parse().ok());
        let bot = PersonId(number.unwrap_or(7_000_000_001));
        Self {
            token: token.to_owned(),
            bot,
            clock: Clock::default(),
            people: BTreeMap::from([(bot, Person::bot(bot, bot_username))]),
            chats: BTreeMap::new(),
            files: Files::default(),
            queries: Queries::default(),
            updates: Updates::default(),
            webhook: None,
            profile: Profile::default(),
            limiter: Limiter::new(Limits::default()),
            faults: Faults::default(),
            ledger: Ledger::default(),
            inside: Inside::default(),
            stage: None,
            audience: 0,
            is_bot_wanted: true,
            newest_poll: 0,
            changes: Vec::new(),
            next_person: 5_000_000_001,
            next_group: -1_002_000_000_001,
            next_private_message: 1,
            next_album: 13_800_000_000_000_001,
        }
    }

    pub(crate) fn add_person(&mut self, first_name: &str, language_code: &str) -> PersonId {
        let id = PersonId(self.next_person);
        self.next_person += 1;
        self.people.insert(id, Person::human(id, first_name, language_code));
        self.changes.push(Change::People);
        id
    }

    pub(crate) fn add_group(&mut self, kind: ChatKind, title: &str) -> ChatId {
        let id = ChatId(self.next_group);
        self.next_group -= 1;
        self.chats.insert(id, Chat::new(id, kind, title));
        self.changes.push(Change::Chat(id));
        id
    }

    /// The private chat of someone with the bot, opened if need be.
    pub(crate) fn open_private_chat(&mut self, person: PersonId) -> ChatId {
        let id = ChatId::from(person);
        self.chats.entry(id).or_insert_with(|| Chat::new(id, ChatKind::Private, ""));
        id
    }

    pub(crate) fn next_album(&mut self) -> String {
        self.next_album += 1;
        self.next_album.to_string()
    }

    /// Puts a message into its chat, and lets the bot hear of it if it would.
    pub(crate) fn post(&mut self, draft: Draft) -> MessageId {
        let place = draft.place;
        let is_private = place.chat.0 > 0;
        let private_next = MessageId(self.next_private_message);
        let date = self.clock.now_s();
        let Some(chat) = self.chats.get_mut(&place.chat) else {
            return MessageId(0);
        };
        let after_last = |(id, _): (&MessageId, &Message)| MessageId(id.0 + 1);
        let id = if is_private {
            self.next_private_message += 1;
            private_next
        } else {
            // Number 1 is taken by General.
            chat.messages.last_key_value().map_or(MessageId(2), after_last)
        };
        chat.messages.insert(
            id,
            Message { id, date, edit_date: None, draft, pinned: false, deleted: false, reactions: Vec::new() },
        );
        self.changes.push(Change::Chat(place.chat));
        self.announce("message", place.chat, id);
        id
    }

    /// Posts one of Telegram's own messages.
    pub(crate) fn post_service(&mut self, by: PersonId, place: super::id::Place, service: Service) -> MessageId {
        self.post(Draft::new(Author::Person(by), place, Content::Service(service)))
    }

    /// Queues an update about a message, if a bot in its place would get one.
    pub(crate) fn announce(&mut self, kind: &str, chat: ChatId, id: MessageId) {
        let hears = self.chats.get(&chat).is_some_and(|chat| {
            let message = chat.messages.get(&id);
            message.is_some_and(|message| self.bot_hears(chat, message))
        });
        if hears {
            let body = wire::message(self, chat, id);
            self.tell_bot(kind, Some(chat), body);
        }
    }

    /// Queues an update.
    pub(crate) fn tell_bot(&mut self, kind: &str, chat: Option<ChatId>, body: Value) {
        let date = self.clock.now_s();
        let shown = body.clone();
        if let Some(number) = self.updates.push(kind, chat, date, body) {
            self.inside.queued(self.clock.now_ms(), number, kind, &shown);
        }
        self.changes.push(Change::Updates);
    }

    /// A bot hears people, not itself; of its own deeds only some service messages come back.
    fn bot_hears(&self, chat: &Chat, message: &Message) -> bool {
        let content = &message.draft.content;
        if let Content::Service(Service::Left(person)) = content
            && *person == self.bot
        {
            return true;
        }
        if message.is_by(self.bot) {
            return matches!(content, Content::Service(service) if !matches!(service, Service::Joined(_)));
        }
        if chat.kind == ChatKind::Private {
            return true;
        }
        match chat.status(self.bot) {
            Status::Creator | Status::Administrator(_) => true,
            Status::Member => self.gets_past_privacy(chat, message),
            Status::Left | Status::Kicked => false,
        }
    }

    /// A bot that is a mere member gets commands, mentions, replies to itself and service messages.
    fn gets_past_privacy(&self, chat: &Chat, message: &Message) -> bool {
        let answered = message.draft.reply_to.and_then(|id| chat.message(id));
        let username = self.people.get(&self.bot).and_then(|bot| bot.username.clone());
        let mention = format!("@{}", username.unwrap_or_default());
        let words = message.draft.content.words();
        message.is_service()
            || answered.is_some_and(|answered| answered.is_by(self.bot))
            || words.is_some_and(|words| words.text.starts_with('/') || words.text.contains(&mention))
    }

    /// Changes someone's place in a group, and tells those whom Telegram tells.
    pub(crate) fn set_status(&mut self, chat: ChatId, person: PersonId, by: PersonId, status: &Status) {
        let Some(group) = self.chats.get_mut(&chat) else {
            return;
        };
        let before = group.status(person).clone();
        group.members.insert(person, status.clone());
        let bot_is_administrator = group.status(self.bot).is_administrator();
        self.changes.push(Change::Chat(chat));
        let kind = if person == self.bot { "my_chat_member" } else { "chat_member" };
        if person == self.bot || bot_is_administrator {
            let body = self.membership_json(chat, person, by, &before, status);
            self.tell_bot(kind, Some(chat), body);
        }
    }

    /// The `ChatMemberUpdated` object.
    pub(crate) fn membership_json(
        &self,
        chat: ChatId,
        person: PersonId,
        by: PersonId,
        before: &Status,
        after: &Status,
    ) -> Value {
        json!({
            "chat": self.chats.get(&chat).map(|chat| wire::chat(self, chat)),
            "from": wire::user(self, by),
            "date": self.clock.now_s(),
            "old_chat_member": wire::member(self, person, before),
            "new_chat_member": wire::member(self, person, after),
        })
    }
}
