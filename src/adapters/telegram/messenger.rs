//! Doing in Telegram what was decided: one operation, one call.

use async_trait::async_trait;
use reqwest::multipart::{Form, Part};
use serde::Serialize;
use serde_json::Value;
use serde_json::value::RawValue;
use teloxide::payloads::{
    AnswerCallbackQuery, CloseForumTopic, CopyMessage, CreateForumTopic, DeleteForumTopic, EditMessageText,
    PinChatMessage, SendMessage,
};
use teloxide::requests::Payload;
use teloxide::types::{self, CallbackQueryId, LinkPreviewOptions, MessageId, ReplyMarkup, ReplyParameters};

use super::answer::CallError;
use super::bot::Bot;
use super::buttons::keyboard;
use super::entities::Shown;
use super::failures::failure;
use super::wire::number;
use crate::domain::delivery::Operation;
use crate::domain::ids::{ChatId, MessageRef, ThreadId};
use crate::domain::message::Message;
use crate::domain::text::{display_name, shorten};
use crate::ports::messenger::{Delivery, Destination, Failure, Messenger, Receipt};

/// The General topic has this number, but Telegram does not find it by it: it is where things go without one.
const GENERAL: ThreadId = ThreadId(1);
/// The longest name of a topic, in UTF-16 units.
const TOPIC_NAME_LIMIT: usize = 128;
/// The longest notice after a tap, in UTF-16 units.
const NOTICE_LIMIT: usize = 200;

/// Telegram, for what leaves the house.
#[derive(Clone, Debug)]
pub struct TelegramMessenger {
    bot: Bot,
}

impl TelegramMessenger {
    /// A messenger that speaks as `bot`.
    pub fn new(bot: Bot) -> Self {
        Self { bot }
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

    async fn copy(&self, to: Destination, from: MessageRef) -> Result<Receipt, Failure> {
        let payload = CopyMessage {
            message_thread_id: thread_below_general(to.thread)?,
            ..CopyMessage::new(types::ChatId(to.chat.0), types::ChatId(from.chat.0), message_id(from)?)
        };
        Ok(message_receipt(to.chat, &self.call(payload, to.chat).await?))
    }

    async fn document(
        &self,
        delivery: &Delivery<'_>,
        (name, content): (&str, &str),
        caption: &Message,
    ) -> Result<Receipt, Failure> {
        let Destination { chat, thread } = delivery.to;
        let Shown { text, entities } = Shown::caption(&caption.text);
        let file = Part::text(content.to_owned()).file_name(name.to_owned());
        let form = Form::new().text("chat_id", chat.to_string()).part("document", file).text("caption", text);
        let form = with_field(form, "caption_entities", Some(&entities))?;
        let form = with_field(form, "message_thread_id", thread_below_general(thread)?.as_ref())?;
        let form = with_field(form, "reply_parameters", delivery.reply_to.map(reply).transpose()?.as_ref())?;
        let form = with_field(form, "reply_markup", keyboard(&caption.buttons).as_ref())?;
        let result = self.bot.upload("SendDocument", form).await.map_err(|error| failure(error, Some(chat)))?;
        Ok(message_receipt(chat, &result))
    }

    async fn open_topic(&self, chat: ChatId, name: &str) -> Result<Receipt, Failure> {
        let payload = CreateForumTopic::new(types::ChatId(chat.0), display_name(name, TOPIC_NAME_LIMIT, "…"));
        let result = self.call(payload, chat).await?;
        number_in(&result, "message_thread_id")
            .map(|thread| Receipt::Topic(ThreadId(thread)))
            .ok_or_else(|| Failure::Unknown("a topic without a number".to_owned()))
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
            Operation::Send { message, quiet } => self.send(&delivery, message, *quiet).await,
            Operation::Edit { message, .. } => self.edit(target()?, message).await,
            Operation::Copy { from, .. } => self.copy(delivery.to, *from).await,
            Operation::Document { name, content, caption } => self.document(&delivery, (name, content), caption).await,
            Operation::OpenTopic { name } => self.open_topic(delivery.to.chat, name).await,
            Operation::Pin { .. } => self.pin(target()?).await,
            Operation::CloseTopic => self.close_topic(delivery.to).await,
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
}

/// A topic that is to be closed or removed, and is gone or closed already.
fn gone_is_fine(failure: Failure) -> Failure {
    match failure {
        Failure::TopicGone(_) => Failure::Unchanged,
        other => other,
    }
}

/// Without a number there is nothing to remember, but it did arrive: it must not be sent again.
fn message_receipt(chat: ChatId, result: &RawValue) -> Receipt {
    match number_in(result, "message_id") {
        Some(message) if message > 0 => Receipt::Message(MessageRef { chat, message }),
        _ => Receipt::Done,
    }
}

fn number_in(result: &RawValue, field: &str) -> Option<i64> {
    number(&serde_json::from_str::<Value>(result.get()).ok()?, field)
}

/// A form takes words only: everything else goes in as JSON, and what is not there stays out.
fn with_field(form: Form, name: &'static str, value: Option<&(impl Serialize + Sync)>) -> Result<Form, Failure> {
    let Some(value) = value else { return Ok(form) };
    let json = serde_json::to_string(value).map_err(|error| Failure::Refused(error.to_string()))?;
    Ok(form.text(name, json))
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
fn reply(to: MessageRef) -> Result<ReplyParameters, Failure> {
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

fn thread_below_general(thread: Option<ThreadId>) -> Result<Option<types::ThreadId>, Failure> {
    thread.filter(|thread| *thread != GENERAL).map(thread_id).transpose()
}
