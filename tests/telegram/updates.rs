//! Updates as Telegram's documentation describes them, to build stories from.

use loket::adapters::telegram::TelegramReader;
use loket::conversation::event::{Attachment, Contribution};
use loket::domain::delivery::Topic;
use loket::domain::ids::{ChatId, ClientId, MessageRef, PersonId, ThreadId};
use loket::domain::moment::Moment;
use loket::domain::text::Text;
use loket::ports::incoming::{ClientDid, GroupDid, Incoming, Person, Reader, Unreadable};
use loket::ports::store::RawUpdate;
use serde_json::{Value, json};

pub(crate) const NOW: Moment = Moment::from_millis(1_795_431_600_000);
pub(crate) const ANNA: i64 = 501;
pub(crate) const DESK: i64 = -100_200;
pub(crate) const IN_TOPIC: Option<Topic> = Some(Topic { chat: ChatId(DESK), thread: ThreadId(77) });

pub(crate) fn prepare(raw: &str) -> RawUpdate {
    TelegramReader::new("LoketBot").prepare(raw, NOW)
}

pub(crate) fn read_raw(raw: &str) -> Result<Incoming, Unreadable> {
    TelegramReader::new("LoketBot").read(&prepare(raw))
}

pub(crate) fn read(update: &Value) -> Incoming {
    read_raw(&update.to_string()).unwrap()
}

/// `base` with the fields of `more` in it.
pub(crate) fn with(mut base: Value, more: &Value) -> Value {
    for (field, value) in more.as_object().unwrap() {
        base[field] = value.clone();
    }
    base
}

/// A message of Anna in her private chat.
pub(crate) fn from_anna(more: &Value) -> Value {
    let chat = json!({ "id": ANNA, "type": "private", "first_name": "Anna" });
    let anna = json!({ "id": ANNA, "is_bot": false, "first_name": "Anna", "language_code": "nl" });
    with(json!({ "message_id": 10, "date": 1_795_431_600, "chat": chat, "from": anna }), more)
}

/// A message of Boris in a topic of the desk's group.
pub(crate) fn from_boris(more: &Value) -> Value {
    let chat = json!({ "id": DESK, "type": "supergroup", "title": "Desk", "is_forum": true });
    let boris = json!({ "id": 601, "is_bot": false, "first_name": "Boris" });
    let place = json!({ "message_thread_id": 77, "is_topic_message": true });
    with(with(json!({ "message_id": 20, "date": 1_795_431_600, "chat": chat, "from": boris }), &place), more)
}

pub(crate) fn new(message: &Value) -> Value {
    json!({ "update_id": 1, "message": message })
}

pub(crate) fn edited(message: &Value) -> Value {
    json!({ "update_id": 1, "edited_message": message })
}

/// What Anna did with this message.
pub(crate) fn anna_did(more: &Value) -> ClientDid {
    match read(&new(&from_anna(more))) {
        Incoming::Client { client: ClientId(ANNA), name, did } if name == "Anna" => did,
        other => panic!("not something Anna did: {other:?}"),
    }
}

/// What Boris did in the topic with this message.
pub(crate) fn boris_did(more: &Value) -> GroupDid {
    match read(&new(&from_boris(more))) {
        Incoming::Group { chat: ChatId(DESK), topic, by, did } if topic == IN_TOPIC && by == boris() => did,
        other => panic!("not something Boris did: {other:?}"),
    }
}

pub(crate) fn annas(message: i64) -> MessageRef {
    MessageRef { chat: ChatId(ANNA), message }
}

pub(crate) fn wrote(text: &str) -> ClientDid {
    ClientDid::Wrote { message: annas(10), text: Text::parse(text).unwrap(), reply: None, masked: false }
}

pub(crate) fn attached(what: Attachment, caption: Option<&str>) -> ClientDid {
    let caption = caption.and_then(Text::parse);
    ClientDid::Attached { message: annas(10), what, caption, album: None, reply: None, masked: false }
}

/// Somebody with a name of their own, and no other.
pub(crate) fn person(id: i64, name: &str) -> Person {
    Person { id: PersonId(id), name: name.to_owned(), username: None }
}

pub(crate) fn boris() -> Person {
    person(601, "Boris")
}

/// A message in the topic in which Boris writes.
pub(crate) fn at_the_desk(message: i64) -> MessageRef {
    MessageRef { chat: ChatId(DESK), message }
}

/// Boris put this in the topic, in answer to nothing.
pub(crate) fn contributed(what: Contribution) -> GroupDid {
    GroupDid::Contributed { message: at_the_desk(20), what, reply: None }
}

/// Our membership in Anna's chat changed to this.
pub(crate) fn membership(status: &str) -> Value {
    let anna = json!({ "id": ANNA, "is_bot": false, "first_name": "Anna" });
    let change = json!({
        "chat": { "id": ANNA, "type": "private" }, "from": anna, "date": 1,
        "old_chat_member": {}, "new_chat_member": { "status": status, "user": {} },
    });
    json!({ "update_id": 1, "my_chat_member": change })
}

/// Anna tapped a button under this message.
pub(crate) fn tapped(data: &str, message: &Value) -> Value {
    let anna = json!({ "id": ANNA, "is_bot": false, "first_name": "Anna" });
    json!({ "update_id": 1, "callback_query": {
        "id": "tap-1", "from": anna, "data": data, "message": message, "chat_instance": "1",
    }})
}
