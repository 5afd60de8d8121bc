//! Tapping buttons.

use serde_json::{Value, json};

use super::actor::Actor;
use super::change::Change;
use super::error::Refusal;
use super::id::MessageId;
use super::query::Query;
use super::state::State;
use super::telegram::Telegram;
use super::wire;

/// Taps a button under a message, or on the keyboard that came with it.
pub(crate) fn tap(
    telegram: &Telegram,
    actor: &Actor,
    message: MessageId,
    wanted: &str,
) -> Result<Option<String>, Refusal> {
    let button = telegram.read(|state| find(state, actor, message, wanted))?;
    if button.get("callback_data").is_some() {
        return Ok(Some(telegram.with(|state| ask(state, actor, message, &button))));
    }
    if button.get("request_contact").is_some() {
        return actor.sends_contact("+31600000000").map(|_| None);
    }
    if button.get("request_location").is_some() {
        return actor.sends_location(52.255, 6.163).map(|_| None);
    }
    // A button with an address opens it outside Telegram: nothing happens in here.
    if button.get("url").is_none() {
        actor.writes(text_of(&button))?;
    }
    Ok(None)
}

fn find(state: &State, actor: &Actor, message: MessageId, wanted: &str) -> Result<Value, Refusal> {
    let chat = actor.place().chat;
    let missing = Refusal::NoSuchMessage { chat, message };
    let found = state.chats.get(&chat).and_then(|chat| chat.message(message));
    let buttons = buttons(found.ok_or(missing)?.draft.markup.as_ref());
    let fits =
        |button: &&Value| text_of(button) == wanted || button.get("callback_data").is_some_and(|data| data == wanted);
    buttons.iter().copied().find(fits).cloned().ok_or_else(|| Refusal::NoSuchButton {
        wanted: wanted.to_owned(),
        present: buttons.iter().map(|button| text_of(button).to_owned()).collect(),
    })
}

fn buttons(markup: Option<&Value>) -> Vec<&Value> {
    let rows = ["inline_keyboard", "keyboard"].into_iter().filter_map(|name| markup?.get(name)?.as_array());
    rows.flatten().filter_map(Value::as_array).flatten().collect()
}

/// The text of a button; a keyboard button may be nothing but its text.
fn text_of(button: &Value) -> &str {
    button.as_str().or_else(|| button.get("text")?.as_str()).unwrap_or_default()
}

fn ask(state: &mut State, actor: &Actor, message: MessageId, button: &Value) -> String {
    let chat = actor.place().chat;
    let asked_at = state.clock.now_s();
    let id = state.queries.ask(Query { from: actor.id(), chat, asked_at, answer: None });
    let body = json!({
        "id": id,
        "from": wire::user(state, actor.id()),
        "message": wire::message(state, chat, message),
        "chat_instance": chat.0.unsigned_abs().to_string(),
        "data": button.get("callback_data"),
    });
    state.tell_bot("callback_query", Some(chat), body);
    state.changes.push(Change::Chat(chat));
    id
}
