//! What somebody did in a desk's group.
//!
//! Only people with a name of their own are heard. An anonymous admin, a channel or a forwarded message can carry
//! anybody's words: they give no orders, and nothing of theirs reaches a client.

use super::commands::{Typed, is_note};
use super::wire::{Chat, Message, User};
use crate::conversation::event::{Attachment, Contribution};
use crate::domain::text::Text;
use crate::ports::incoming::{GroupDid, Incoming, Person};

/// A new message in a group.
pub(super) fn read_new(message: Message<'_>, chat: Chat, our_name: &str) -> Incoming {
    if let Some(to) = message.moved_to() {
        return Incoming::GroupMoved { from: chat.id, to };
    }
    if message.is_notice() || message.from().is_some_and(User::is_bot) {
        return Incoming::Nothing;
    }
    let text = message.text();
    if command_for_another(text.as_ref(), our_name) {
        return Incoming::Nothing;
    }
    match speaker(message) {
        Some(by) => Incoming::Group { chat: chat.id, topic: message.topic(), by, did: did(message, chat, text) },
        None if text.as_ref().or(message.caption().as_ref()).is_some_and(is_note) => Incoming::Nothing,
        None => {
            let is_order = text.is_some_and(|text| Typed::read(&text).is_some());
            Incoming::Untrusted { chat: chat.id, topic: message.topic(), is_order }
        }
    }
}

/// A changed message in a group. Only plain words count: an order is given once, when it is sent.
pub(super) fn read_edited(message: Message<'_>, chat: Chat) -> Incoming {
    let Some(by) = speaker(message) else { return Incoming::Nothing };
    let (words, caption) = match message.text() {
        Some(text) => (Some(text), false),
        None => (message.caption(), true),
    };
    match words {
        Some(text) if Typed::read(&text).is_none() => {
            let did = GroupDid::Edited { message: message.in_chat(chat.id), text, caption };
            Incoming::Group { chat: chat.id, topic: message.topic(), by, did }
        }
        _ => Incoming::Nothing,
    }
}

/// Everything behind a slash stays inside the house, also what is no word of ours: a mistyped order must not reach a
/// client. Under a picture an order is none, and is not passed on either.
fn did(message: Message<'_>, chat: Chat, text: Option<Text>) -> GroupDid {
    let contributed = |what| GroupDid::Contributed {
        message: message.in_chat(chat.id),
        what,
        reply: message.answered().map(|answered| answered.in_chat(chat.id)),
    };
    let Some(text) = text else {
        let is_internal = message.caption().is_some_and(|caption| is_note(&caption) || Typed::read(&caption).is_some());
        return contributed(if is_internal { Contribution::Note } else { thing(message) });
    };
    if is_note(&text) {
        return contributed(Contribution::Note);
    }
    match Typed::read(&text) {
        Some(Typed { word, rest, .. }) => GroupDid::Commanded { word, rest, mentions: message.mentions() },
        None => contributed(Contribution::Text(text)),
    }
}

fn thing(message: Message<'_>) -> Contribution {
    match message.thing() {
        Attachment::Unknown | Attachment::Uncopyable => Contribution::Uncopyable,
        _ => Contribution::Copy { album: message.album() },
    }
}

/// Who says it, in their own name and their own words.
fn speaker(message: Message<'_>) -> Option<Person> {
    if message.is_in_the_name_of_a_chat() || message.is_second_hand() {
        return None;
    }
    message.from()?.person()
}

fn command_for_another(text: Option<&Text>, our_name: &str) -> bool {
    text.filter(|text| !is_note(text)).and_then(Typed::read).is_some_and(|typed| typed.is_for_another(our_name))
}
