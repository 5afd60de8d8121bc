//! Questions about chats and their members.

use serde_json::{Map, Value, json};

use super::{Answer, target};
use crate::sandbox::chat::{ChatKind, Status};
use crate::sandbox::error::ApiError;
use crate::sandbox::id::PersonId;
use crate::sandbox::message::Service;
use crate::sandbox::params::Params;
use crate::sandbox::state::State;
use crate::sandbox::wire;

/// `getChat`: the `ChatFullInfo` object.
pub(super) fn get(state: &mut State, params: &Params) -> Answer {
    let chat = target::chat(state, params)?;
    let mut fields = wire::chat(state, chat).as_object().cloned().unwrap_or_default();
    let mut put = |name: &str, value: Value| fields.insert(name.to_owned(), value);
    put("accent_color_id", json!(0));
    put("max_reaction_count", json!(11));
    put(
        "accepted_gift_types",
        json!({
            "unlimited_gifts": false, "limited_gifts": false, "unique_gifts": false,
            "premium_subscription": false, "gifts_from_channels": false,
        }),
    );
    if chat.kind != ChatKind::Private {
        put("permissions", member_permissions());
    }
    let newest_pin = chat.messages.values().rev().find(|message| message.pinned);
    if let Some(pinned) = newest_pin {
        put("pinned_message", wire::message(state, chat.id, pinned.id));
    }
    Ok(Value::Object(fields))
}

/// The `ChatPermissions` of mere members: they write, they do not manage.
fn member_permissions() -> Value {
    let may = [
        "can_send_messages",
        "can_send_audios",
        "can_send_documents",
        "can_send_photos",
        "can_send_videos",
        "can_send_video_notes",
        "can_send_voice_notes",
        "can_send_polls",
        "can_send_other_messages",
        "can_add_web_page_previews",
    ];
    let may_not = ["can_change_info", "can_invite_users", "can_pin_messages", "can_manage_topics"];
    let yes = may.map(|name| (name.to_owned(), json!(true)));
    let no = may_not.map(|name| (name.to_owned(), json!(false)));
    Value::Object(yes.into_iter().chain(no).collect::<Map<String, Value>>())
}

/// `getChatMember`. Someone who never was there has left, as far as Telegram can tell.
pub(super) fn member(state: &mut State, params: &Params) -> Answer {
    let chat = target::chat(state, params)?;
    let id = params.integer("user_id").map(PersonId);
    let id = id.ok_or_else(|| ApiError::bad("invalid user_id specified"))?;
    if !state.people.contains_key(&id) {
        return Err(ApiError::bad("PARTICIPANT_ID_INVALID"));
    }
    let in_private = Status::Member;
    let status = if chat.kind == ChatKind::Private { &in_private } else { chat.status(id) };
    Ok(wire::member(state, id, status))
}

/// `getChatAdministrators`: other bots than this one are left out.
pub(super) fn administrators(state: &mut State, params: &Params) -> Answer {
    let chat = target::chat(state, params)?;
    if chat.kind == ChatKind::Private {
        return Err(ApiError::bad("there are no administrators in the private chat"));
    }
    let administrators = chat.members.iter().filter(|(_, status)| status.is_administrator());
    Ok(administrators.map(|(id, status)| wire::member(state, *id, status)).collect())
}

/// `getChatMemberCount`.
pub(super) fn member_count(state: &mut State, params: &Params) -> Answer {
    let chat = target::chat(state, params)?;
    if chat.kind == ChatKind::Private {
        return Ok(json!(2));
    }
    Ok(json!(chat.members.values().filter(|status| status.is_present()).count()))
}

/// `leaveChat`.
pub(super) fn leave(state: &mut State, params: &Params) -> Answer {
    let chat = target::chat(state, params)?;
    if chat.kind == ChatKind::Private {
        return Err(ApiError::bad("chat member status can't be changed in private chats"));
    }
    let (chat, bot) = (chat.id, state.bot);
    let place = crate::sandbox::id::Place { chat, thread: None };
    state.post_service(bot, place, Service::Left(bot));
    state.set_status(chat, bot, bot, &Status::Left);
    Ok(json!(true))
}
