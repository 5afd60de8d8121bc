//! Doing in Telegram what was decided: one operation, one call.

use std::collections::BTreeSet;

use async_trait::async_trait;
use serde::Serialize;
use serde_json::Value;
use serde_json::value::RawValue;
use teloxide::payloads::{
    AnswerCallbackQuery, CloseForumTopic, CopyMessage, CopyMessages, CreateForumTopic, DeleteForumTopic,
    EditForumTopic, EditMessageCaption, EditMessageText, GetChatMember, PinChatMessage, ReopenForumTopic, SendMessage,
};
use teloxide::requests::Payload;
use teloxide::types::{
    self, CallbackQueryId, CustomEmojiId, LinkPreviewOptions, MessageId, ReplyMarkup, ReplyParameters,
};

use super::answer::CallError;
use super::bot::Bot;
use super::buttons::keyboard;
use super::downloads;
use super::entities::Shown;
use super::failures::failure;
use super::icons::{self, Icons};
use super::uploads;
use super::wire::{is_member, number};
use crate::conversation::event::Hindrance;
use crate::domain::delivery::{Operation, TopicLook};
use crate::domain::ids::{ChatId, MessageRef, PersonId, ThreadId};
use crate::domain::message::Message;
use crate::domain::text::{display_name, shorten};
use crate::ports::messenger::{Delivery, Destination, Failure, Messenger, Receipt};

/// The General topic has this number, but Telegram does not find it by it: it is where things go without one.
const GENERAL: ThreadId = ThreadId(1);
/// The longest name of a topic, in UTF-16 units.
const TOPIC_NAME_LIMIT: usize = 128;
/// The longest caption, in UTF-16 units.
const CAPTION_LIMIT: usize = 1_024;
/// The longest notice after a tap, in UTF-16 units.
const NOTICE_LIMIT: usize = 200;

/// Telegram, for what leaves the house.
#[derive(Clone, Debug)]
pub struct TelegramMessenger {
    bot: Bot,
    icons: Icons,
}

impl TelegramMessenger {
    /// A messenger that speaks as `bot`.
    pub fn new(bot: Bot) -> Self {
        Self { bot, icons: Icons::default() }
    }

    async fn call<P: Payload + Serialize + Sync>(&self, payload: P, chat: ChatId) -> Result<Box<RawValue>, Failure> {
        self.bot.call(&payload).await.map_err(|error| failure(error, Some(chat)))
    }

    async fn send(&self, delivery: &Delivery<'_>, message: &Message, quiet: bool) -> Result<Receipt, Failure> {
        let Destination { chat, thread } = delivery.to;
        let Shown { text, entities } = Shown::message(&message.text);
        let payload = SendMessage {
            message_thread_id: thread_below_general(thread)?,
            entities: Some(entities),
            link_preview_options: Some(no_preview()),
            disable_notification: quiet.then_some(true),
            reply_parameters: delivery.reply_to.map(reply).transpose()?,
            reply_markup: keyboard(&message.buttons).map(ReplyMarkup::InlineKeyboard),
            ..SendMessage::new(types::ChatId(chat.0), text)
        };
        Ok(message_receipt(chat, &self.call(payload, chat).await?))
    }

    async fn edit(&self, target: MessageRef, message: &Message) -> Result<Receipt, Failure> {
        let Shown { text, entities } = Shown::message(&message.text);
        let payload = EditMessageText {
            entities: Some(entities),
            link_preview_options: Some(no_preview()),
            reply_markup: keyboard(&message.buttons),
            ..EditMessageText::new(types::ChatId(target.chat.0), message_id(target)?, text)
        };
        self.call(payload, target.chat).await.map(|_| Receipt::Done)
    }

    async fn edit_caption(&self, target: MessageRef, caption: &str) -> Result<Receipt, Failure> {
        let payload = EditMessageCaption {
            caption: Some(shorten(caption, CAPTION_LIMIT)),
            ..EditMessageCaption::new(types::ChatId(target.chat.0), message_id(target)?)
        };
        self.call(payload, target.chat).await.map(|_| Receipt::Done)
    }

    async fn copy_album(&self, to: Destination, from: &[MessageRef]) -> Result<Receipt, Failure> {
        let chat = from.first().ok_or_else(|| Failure::Refused("an album without pieces".to_owned()))?.chat;
        // Telegram takes them in a strictly increasing order only, which is the order in which they were sent.
        let pieces: BTreeSet<MessageRef> = from.iter().copied().collect();
        let pieces = pieces.into_iter().map(message_id).collect::<Result<Vec<_>, _>>()?;
        let payload = CopyMessages {
            message_thread_id: thread_below_general(to.thread)?,
            ..CopyMessages::new(types::ChatId(to.chat.0), types::ChatId(chat.0), pieces)
        };
        let result = self.call(payload, to.chat).await?;
        // What can't be copied is passed over without a word.
        let copies = serde_json::from_str::<Vec<Value>>(result.get()).ok();
        if copies.as_ref().is_some_and(Vec::is_empty) {
            return Err(Failure::Hindered(Hindrance::Vanished, "nothing of the album is left".to_owned()));
        }
        let first = copies.iter().flatten().next().and_then(|copy| number(copy, "message_id"));
        let first = first.filter(|message| *message > 0);
        Ok(first.map_or(Receipt::Done, |message| Receipt::Message(MessageRef { chat: to.chat, message })))
    }

    async fn copy(&self, to: Destination, from: MessageRef, reply_to: Option<MessageRef>) -> Result<Receipt, Failure> {
        let payload = CopyMessage {
            message_thread_id: thread_below_general(to.thread)?,
            reply_parameters: reply_to.map(reply).transpose()?,
            ..CopyMessage::new(types::ChatId(to.chat.0), types::ChatId(from.chat.0), message_id(from)?)
        };
        Ok(message_receipt(to.chat, &self.call(payload, to.chat).await?))
    }

    async fn open_topic(&self, chat: ChatId, look: &TopicLook) -> Result<Receipt, Failure> {
        let payload = CreateForumTopic {
            icon_color: Some(icons::colour(look.icon)),
            icon_custom_emoji_id: self.icons.of(&self.bot, look.icon).await.map(CustomEmojiId),
            ..CreateForumTopic::new(types::ChatId(chat.0), topic_name(&look.name))
        };
        let result = self.call(payload, chat).await?;
        number_in(&result, "message_thread_id")
            .map(|thread| Receipt::Topic(ThreadId(thread)))
            .ok_or_else(|| Failure::Unknown("a topic without a number".to_owned()))
    }

    async fn dress_topic(&self, to: Destination, look: &TopicLook) -> Result<Receipt, Failure> {
        let thread = to.thread.ok_or_else(|| Failure::Refused("no topic to dress".to_owned()))?;
        let payload = EditForumTopic {
            name: Some(topic_name(&look.name)),
            icon_custom_emoji_id: self.icons.of(&self.bot, look.icon).await.map(CustomEmojiId),
            ..EditForumTopic::new(types::ChatId(to.chat.0), thread_id(thread)?)
        };
        self.call(payload, to.chat).await.map(|_| Receipt::Done).map_err(gone_is_fine)
    }

    async fn reopen_topic(&self, to: Destination) -> Result<Receipt, Failure> {
        let thread = to.thread.ok_or_else(|| Failure::Refused("no topic to open".to_owned()))?;
        let payload = ReopenForumTopic::new(types::ChatId(to.chat.0), thread_id(thread)?);
        self.call(payload, to.chat).await.map(|_| Receipt::Done)
    }

    async fn pin(&self, target: MessageRef) -> Result<Receipt, Failure> {
        let payload = PinChatMessage {
            disable_notification: Some(true),
            ..PinChatMessage::new(types::ChatId(target.chat.0), message_id(target)?)
        };
        self.call(payload, target.chat).await.map(|_| Receipt::Done)
    }

    async fn close_topic(&self, to: Destination) -> Result<Receipt, Failure> {
        let thread = to.thread.ok_or_else(|| Failure::Refused("no topic to close".to_owned()))?;
        let payload = CloseForumTopic::new(types::ChatId(to.chat.0), thread_id(thread)?);
        self.call(payload, to.chat).await.map(|_| Receipt::Done).map_err(gone_is_fine)
    }

    async fn delete_topic(&self, chat: ChatId, thread: ThreadId) -> Result<Receipt, Failure> {
        let payload = DeleteForumTopic::new(types::ChatId(chat.0), thread_id(thread)?);
        self.call(payload, chat).await.map(|_| Receipt::Done).map_err(gone_is_fine)
    }
}

#[async_trait]
impl Messenger for TelegramMessenger {
    async fn deliver(&self, delivery: Delivery<'_>) -> Result<Receipt, Failure> {
        let target = || delivery.target.ok_or_else(|| Failure::Refused("the message was never delivered".to_owned()));
        match delivery.operation {
            Operation::Send { message, quiet, .. } => self.send(&delivery, message, *quiet).await,
            Operation::Edit { message, .. } => self.edit(target()?, message).await,
            Operation::EditCaption { caption, .. } => self.edit_caption(target()?, caption).await,
            Operation::Copy { from, .. } => self.copy(delivery.to, *from, delivery.reply_to).await,
            Operation::CopyAlbum { from } => self.copy_album(delivery.to, from).await,
            Operation::Document { name, content, caption } => {
                uploads::document(&self.bot, &delivery, (name, content), caption).await
            }
            Operation::Picture { name, png, caption } => {
                uploads::picture(&self.bot, &delivery, (name, png), caption).await
            }
            Operation::OpenTopic { look } => self.open_topic(delivery.to.chat, look).await,
            Operation::DressTopic { look } => self.dress_topic(delivery.to, look).await,
            Operation::Pin { .. } => self.pin(target()?).await,
            Operation::CloseTopic => self.close_topic(delivery.to).await,
            Operation::ReopenTopic => self.reopen_topic(delivery.to).await,
            Operation::DeleteTopic { chat, thread } => self.delete_topic(*chat, *thread).await,
        }
    }

    async fn answer_tap(&self, tap: &str, notice: Option<&str>) -> Result<(), Failure> {
        let payload = AnswerCallbackQuery {
            text: notice.map(|notice| shorten(notice, NOTICE_LIMIT)),
            ..AnswerCallbackQuery::new(CallbackQueryId(tap.to_owned()))
        };
        self.bot.call(&payload).await.map(drop).map_err(|error: CallError| failure(error, None))
    }

    async fn answer_privately(&self, to: Destination, person: PersonId, message: &Message) -> Result<(), Failure> {
        let Shown { text, entities } = Shown::message(&message.text);
        let for_all = SendMessage {
            message_thread_id: thread_below_general(to.thread)?,
            entities: Some(entities),
            link_preview_options: Some(no_preview()),
            disable_notification: Some(true),
            reply_markup: keyboard(&message.buttons).map(ReplyMarkup::InlineKeyboard),
            ..SendMessage::new(types::ChatId(to.chat.0), text)
        };
        let for_one = Ephemeral { message: &for_all, receiver: Receiver { receiver_user_id: person.0 } };
        let timeout = self.bot.send_time();
        match self.bot.call_named("SendMessage", &for_one, timeout).await {
            // A Bot API that is older, or a group in which it can't be: then everybody there sees it.
            Err(CallError::Refused { code: 400, .. }) => self.call(for_all, to.chat).await.map(drop),
            other => other.map(drop).map_err(|error| failure(error, Some(to.chat))),
        }
    }

    async fn fetch(&self, file: &str, most: usize) -> Result<Vec<u8>, Failure> {
        downloads::fetch(&self.bot, file, most).await
    }

    async fn is_member(&self, chat: ChatId, person: PersonId) -> Result<Option<bool>, Failure> {
        let user = u64::try_from(person.0).map_err(|_| Failure::Refused("no such user".to_owned()))?;
        let payload = GetChatMember::new(types::ChatId(chat.0), types::UserId(user));
        let result = self.call(payload, chat).await?;
        Ok(serde_json::from_str::<Value>(result.get()).ok().as_ref().and_then(is_member))
    }
}

/// A message that only one person in the group sees (Bot API 10.3, `EphemeralMessageParameters`); where that is not
/// known yet, the extra field is passed over.
#[derive(Serialize)]
struct Ephemeral<'a> {
    #[serde(flatten)]
    message: &'a SendMessage,
    #[serde(rename = "ephemeral_message_parameters")]
    receiver: Receiver,
}

#[derive(Serialize)]
struct Receiver {
    receiver_user_id: i64,
}

fn topic_name(name: &str) -> String {
    display_name(name, TOPIC_NAME_LIMIT, "…")
}

/// A topic that is to be closed or removed, and is gone or closed already.
fn gone_is_fine(failure: Failure) -> Failure {
    match failure {
        Failure::TopicGone(_) => Failure::Unchanged,
        other => other,
    }
}

/// Without a number there is nothing to remember, but it did arrive: it must not be sent again.
pub(super) fn message_receipt(chat: ChatId, result: &RawValue) -> Receipt {
    match number_in(result, "message_id") {
        Some(message) if message > 0 => Receipt::Message(MessageRef { chat, message }),
        _ => Receipt::Done,
    }
}

fn number_in(result: &RawValue, field: &str) -> Option<i64> {
    number(&serde_json::from_str::<Value>(result.get()).ok()?, field)
}

/// A preview would push the card off a phone's screen, and show a stranger's page in the desk's group.
fn no_preview() -> LinkPreviewOptions {
    LinkPreviewOptions {
        is_disabled: true,
        url: None,
        prefer_small_media: false,
        prefer_large_media: false,
        show_above_text: false,
    }
}

/// The message replied to may be gone by now; the reply still counts.
pub(super) fn reply(to: MessageRef) -> Result<ReplyParameters, Failure> {
    Ok(ReplyParameters::new(message_id(to)?).allow_sending_without_reply())
}

fn message_id(message: MessageRef) -> Result<MessageId, Failure> {
    i32::try_from(message.message).map(MessageId).map_err(|_| Failure::Refused("no such message".to_owned()))
}

fn thread_id(thread: ThreadId) -> Result<types::ThreadId, Failure> {
    i32::try_from(thread.0)
        .map(|number| types::ThreadId(MessageId(number)))
        .map_err(|_| Failure::Refused("no such topic".to_owned()))
}

pub(super) fn thread_below_general(thread: Option<ThreadId>) -> Result<Option<types::ThreadId>, Failure> {
    thread.filter(|thread| *thread != GENERAL).map(thread_id).transpose()
}
