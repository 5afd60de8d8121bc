//! Everything the page shows, at one moment, as JSON.

use serde_json::{Map, Value, json};

use crate::sandbox::chat::Chat;
use crate::sandbox::id::{ChatId, ThreadId};
use crate::sandbox::person::{Person, Standing};
use crate::sandbox::state::State;

/// Enough to scroll back in; a page that shows more gets slow.
const NEWEST: usize = 200;

/// So much of what goes on inside fits a glance.
const SHOWN_INSIDE: usize = 40;

/// The state as the page needs it.
pub(super) fn snapshot(state: &State) -> Value {
    let humans = state.people.values().filter(|person| !person.is_bot);
    let calls = &state.ledger.calls;
    let newest_calls: Vec<_> = calls.iter().rev().take(50).collect();
    json!({
        "now": state.clock.now_s(),
        "bot": { "id": state.bot, "name": state.name_of(state.bot), "runs": state.is_bot_wanted },
        "stage": state.stage,
        "misfortunes": state.faults.coming(),
        "inside": state.inside.stirs.iter().rev().take(SHOWN_INSIDE).collect::<Vec<_>>(),
        "people": humans.map(|human| person(state, human)).collect::<Vec<Value>>(),
        "forums": state.forums().map(|chat| forum(state, chat)).collect::<Vec<Value>>(),
        "calls": newest_calls,
        "violations": state.ledger.violations,
        "queries": queries(state),
    })
}

fn person(state: &State, person: &Person) -> Value {
    json!({
        "id": person.id,
        "name": person.first_name,
        "language": person.language_code,
        "blocks": person.standing == Standing::Blocking,
        "commands": state.commands_for(person.id),
        "messages": newest(state, person.id.into(), None),
    })
}

fn forum(state: &State, chat: &Chat) -> Value {
    let topics = state.topic_views(chat.id);
    let mut threads = Map::new();
    threads.insert("general".to_owned(), newest(state, chat.id, None));
    for topic in topics.iter().filter(|topic| !topic.deleted) {
        threads.insert(topic.thread.to_string(), newest(state, chat.id, Some(topic.thread)));
    }
    let members = state.member_views(chat.id);
    let owner = members.iter().find(|member| member.role == "creator");
    json!({
        "id": chat.id,
        "title": chat.title,
        "commands": owner.map(|owner| state.commands_in_group(chat.id, owner.id)),
        "members": members,
        "former": state.former_member_views(chat.id),
        "topics": topics,
        "threads": threads,
    })
}

fn newest(state: &State, chat: ChatId, thread: Option<ThreadId>) -> Value {
    let mut messages = state.chat_view(chat, thread);
    messages.retain(|message| !message.deleted);
    let surplus = messages.len().saturating_sub(NEWEST);
    json!(messages.split_off(surplus))
}

/// The newest tapped buttons: those that wait, and what the bot had to say to the others.
fn queries(state: &State) -> Vec<Value> {
    let as_json = |(id, query): (String, &crate::sandbox::query::Query)| json!({ "id": id, "person": query.from, "chat": query.chat, "answer": query.answer });
    state.queries.newest(20).map(as_json).collect()
}
