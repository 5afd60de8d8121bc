//! The methods of the Bot API, one file per subject.

mod about;
mod chats;
mod copy;
mod edit;
mod file;
mod marks;
mod markup;
mod profile;
mod send;
mod target;
mod topics;
mod webhook;

use serde_json::Value;

use super::error::ApiError;
use super::id::ChatId;
use super::params::Params;
use super::state::State;

/// What a method gives back: the `result` field, or why not.
pub(crate) type Answer = Result<Value, ApiError>;

/// Carries out a method. Names come in lower case; `getUpdates` waits, so it is handled elsewhere.
pub(crate) fn run(state: &mut State, method: &str, params: &Params) -> Answer {
    let families = [send_or_copy, change, forum, about_chats, about_bot];
    let found = families.iter().find_map(|family| family(state, method, params));
    found.unwrap_or_else(|| Err(ApiError::no_such_method()))
}

fn send_or_copy(state: &mut State, method: &str, params: &Params) -> Option<Answer> {
    Some(match method {
        "sendmessage" => send::message(state, params),
        "sendlocation" => send::location(state, params),
        "sendcontact" => send::contact(state, params),
        "sendmediagroup" => send::album(state, params),
        "sendchataction" => send::action(state, params),
        "copymessage" => copy::copy_one(state, params),
        "copymessages" => copy::copy_several(state, params),
        "forwardmessage" => copy::forward_one(state, params),
        "forwardmessages" => copy::forward_several(state, params),
        _ => return send::media(state, method, params),
    })
}

fn change(state: &mut State, method: &str, params: &Params) -> Option<Answer> {
    Some(match method {
        "editmessagetext" => edit::text(state, params),
        "editmessagecaption" => edit::caption(state, params),
        "editmessagereplymarkup" => edit::markup(state, params),
        "deletemessage" => edit::delete_one(state, params),
        "deletemessages" => edit::delete_several(state, params),
        "setmessagereaction" => marks::react(state, params),
        "pinchatmessage" => marks::pin(state, params),
        "unpinchatmessage" => marks::unpin(state, params),
        "unpinallchatmessages" => marks::unpin_all(state, params),
        "unpinallforumtopicmessages" => marks::unpin_topic(state, params),
        _ => return None,
    })
}

fn forum(state: &mut State, method: &str, params: &Params) -> Option<Answer> {
    Some(match method {
        "createforumtopic" => topics::create(state, params),
        "editforumtopic" => topics::edit(state, params),
        "closeforumtopic" => topics::set_closed(state, params, true),
        "reopenforumtopic" => topics::set_closed(state, params, false),
        "deleteforumtopic" => topics::delete(state, params),
        "getforumtopiciconstickers" => Ok(topics::icon_stickers()),
        _ => return None,
    })
}

fn about_chats(state: &mut State, method: &str, params: &Params) -> Option<Answer> {
    Some(match method {
        "getchat" => chats::get(state, params),
        "getchatmember" => chats::member(state, params),
        "getchatadministrators" => chats::administrators(state, params),
        "getchatmembercount" => chats::member_count(state, params),
        "leavechat" => chats::leave(state, params),
        _ => return None,
    })
}

fn about_bot(state: &mut State, method: &str, params: &Params) -> Option<Answer> {
    Some(match method {
        "getme" => Ok(about::me(state)),
        "getfile" => about::file(state, params),
        "answercallbackquery" => about::answer_query(state, params),
        "setwebhook" => webhook::set(state, params),
        "deletewebhook" => Ok(webhook::delete(state, params)),
        "getwebhookinfo" => Ok(webhook::info(state)),
        "setmycommands" => profile::set_commands(state, params),
        "getmycommands" => profile::commands(state, params),
        "deletemycommands" => profile::delete_commands(state, params),
        _ => return profile::text(state, method, params),
    })
}

/// How many messages a call counts for against Telegram's limits.
pub(crate) fn cost(method: &str, chat: Option<ChatId>, params: &Params) -> usize {
    let in_group = chat.is_some_and(|chat| chat.0 < 0);
    match method {
        "sendchataction" => 0,
        "sendmediagroup" => params.array("media").map_or(1, |items| items.len().max(1)),
        "copymessages" | "forwardmessages" => params.messages().map_or(1, |ids| ids.len()),
        "createforumtopic" | "copymessage" | "forwardmessage" => 1,
        "editforumtopic" | "closeforumtopic" | "reopenforumtopic" | "pinchatmessage" => usize::from(in_group),
        _ if method.starts_with("editmessage") => usize::from(in_group),
        _ => usize::from(method.starts_with("send")),
    }
}
