//! What a client did in their private chat with us.

use super::commands::Typed;
use super::wire::{Chat, Message};
use crate::domain::ids::{ChatId, ClientId, MessageRef};
use crate::ports::incoming::{ClientDid, Incoming};

/// A new message in a private chat. Whatever a person sent, something comes of it.
pub(super) fn read_new(message: Message<'_>, chat: Chat, masked: bool, our_name: &str) -> Incoming {
    if message.is_notice() {
        return Incoming::Nothing;
    }
    let stands = message.in_chat(chat.id);
    let Some(text) = message.text() else {
        let (what, caption, album) = (message.thing(), message.caption(), message.album());
        let did = ClientDid::Attached { message: stands, what, caption, album, reply: answered(message, chat), masked };
        let did = match message.document() {
            Some(file) if !message.is_second_hand() => ClientDid::SentFile { file, otherwise: Box::new(did) },
            _ => did,
        };
        return by_client(message, chat.id, did);
    };
    // Somebody else's command is not an order of this person: it is read as words.
    let command = Typed::read(&text).filter(|typed| typed.is_wellformed() && !message.is_second_hand());
    match command {
        Some(command) if command.is_for_another(our_name) => Incoming::Nothing,
        Some(command) => by_client(message, chat.id, command.into_private()),
        None => {
            let reply = answered(message, chat);
            by_client(message, chat.id, ClientDid::Wrote { message: stands, text, reply, masked })
        }
    }
}

fn answered(message: Message<'_>, chat: Chat) -> Option<MessageRef> {
    message.answered().map(|answered| answered.in_chat(chat.id))
}

/// A changed message in a private chat. Only words count: a command is given once, when it is sent.
pub(super) fn read_edited(message: Message<'_>, chat: Chat, masked: bool) -> Incoming {
    let is_command = |text| Typed::read(text).is_some_and(|typed| typed.is_wellformed());
    match message.text().or_else(|| message.caption()) {
        Some(text) if !is_command(&text) => {
            by_client(message, chat.id, ClientDid::Edited { message: message.in_chat(chat.id), text, masked })
        }
        _ => Incoming::Nothing,
    }
}

/// Said by the person of this chat; by a program, it is nothing.
fn by_client(message: Message<'_>, chat: ChatId, did: ClientDid) -> Incoming {
    let client = ClientId(chat.0);
    match message.from() {
        None => Incoming::Client { client, name: "?".to_owned(), did },
        Some(user) => match user.person() {
            Some(person) => Incoming::Client { client, name: person.name, did },
            None => Incoming::Nothing,
        },
    }
}
