//! Why a delivery did not happen, sorted by what can be done about it.
//!
//! Telegram has no codes for its reasons, only words, and they change over the years. This is the one place that
//! knows them; a reason that is new to us counts as refused.

use super::answer::CallError;
use crate::conversation::event::Hindrance;
use crate::domain::ids::ChatId;
use crate::ports::messenger::Failure;

/// The topic is gone or closed.
const TOPIC_GONE: &[&str] = &["message thread not found", "topic_deleted", "topic_closed", "topic_id_invalid"];

/// It is already as it should be.
const UNCHANGED: &[&str] = &["message is not modified", "topic_not_modified"];

/// The person cannot be reached.
const UNREACHABLE: &[&str] = &[
    "bot was blocked by the user",
    "user is deactivated",
    "bot can't initiate conversation",
    "bot can't send messages to bots",
    "bot can't send messages to the user",
];

/// We have no place or no right in the group.
const NOT_ALLOWED: &[&str] = &[
    "the chat is not a forum",
    "bot was kicked",
    "bot is not a member",
    "not enough rights",
    "have no rights to send",
    "need administrator rights",
    "chat_write_forbidden",
    "chat_admin_required",
    "chat_restricted",
    "group is deactivated",
    "group chat was deleted",
    "group chat was deactivated",
];

/// The chat is not there, or not for us.
const NO_CHAT: &[&str] = &["chat not found", "peer_id_invalid", "user not found"];

/// It is too large to be sent or copied.
const TOO_LARGE: &[&str] = &["file is too big", "request entity too large", "file_too_large"];

/// A bot can't copy this kind of message.
const UNSUPPORTED: &[&str] = &["message can't be copied", "can't be copied", "message can't be forwarded"];

/// What was to be copied is gone.
const VANISHED: &[&str] = &["message to copy not found", "message to forward not found", "there are no messages to"];

/// What a failed call about `chat` means for its delivery.
pub(super) fn failure(error: CallError, chat: Option<ChatId>) -> Failure {
    match error {
        // The operator is changing the token: what is to be said waits for the new one.
        error if error.is_about_the_token() => Failure::NotSent("Telegram does not know our token".to_owned()),
        CallError::NotSent(words) => Failure::NotSent(words),
        CallError::Lost(words) => Failure::Unknown(words),
        CallError::Unwell(words) => Failure::Unwell(words),
        CallError::Wait(time) => Failure::Wait(time),
        CallError::Moved(to) => Failure::Moved(to),
        CallError::Refused { code, description } => refused(code, description, chat),
    }
}

fn refused(code: i64, description: String, chat: Option<ChatId>) -> Failure {
    let words = description.to_lowercase();
    let says = |reasons: &[&str]| reasons.iter().any(|reason| words.contains(reason));
    // People have positive ids, groups negative ones.
    let is_person = chat.is_some_and(|chat| chat.0 > 0);
    if says(UNCHANGED) {
        Failure::Unchanged
    } else if says(TOPIC_GONE) {
        Failure::TopicGone(description)
    } else if says(UNREACHABLE) || (is_person && (code == 403 || says(NO_CHAT))) {
        Failure::Unreachable(description)
    } else if says(NOT_ALLOWED) || (chat.is_some() && (code == 403 || says(NO_CHAT))) {
        Failure::NotAllowed(description)
    } else if code == 413 || says(TOO_LARGE) {
        Failure::Hindered(Hindrance::TooLarge, description)
    } else if says(UNSUPPORTED) {
        Failure::Hindered(Hindrance::Unsupported, description)
    } else if says(VANISHED) {
        Failure::Hindered(Hindrance::Vanished, description)
    } else {
        Failure::Refused(description)
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    const ANNA: ChatId = ChatId(501);
    const DESK: ChatId = ChatId(-100_200);

    fn told(code: i64, description: &str, chat: ChatId) -> &'static str {
        let error = CallError::Refused { code, description: description.to_owned() };
        match failure(error, Some(chat)) {
            Failure::NotSent(_) => "not sent",
            Failure::Unknown(_) => "unknown",
            Failure::Unwell(_) => "unwell",
            Failure::Wait(_) => "wait",
            Failure::Moved(_) => "moved",
            Failure::Unreachable(_) => "unreachable",
            Failure::TopicGone(_) => "topic gone",
            Failure::NotAllowed(_) => "not allowed",
            Failure::Unchanged => "unchanged",
            Failure::Hindered(why, _) => why.word(),
            Failure::Refused(_) => "refused",
        }
    }

    #[test]
    fn a_person_who_is_gone_is_unreachable() {
        for (code, words) in [
            (403, "Forbidden: bot was blocked by the user"),
            (403, "Forbidden: user is deactivated"),
            (403, "Forbidden: bot can't initiate conversation with a user"),
            (403, "Forbidden: something nobody has seen yet"),
            (400, "Bad Request: chat not found"),
            (400, "Bad Request: PEER_ID_INVALID"),
        ] {
            assert_eq!(told(code, words, ANNA), "unreachable", "{words}");
        }
    }

    #[test]
    fn a_group_that_refuses_us_may_let_us_in_again() {
        for (code, words) in [
            (403, "Forbidden: bot was kicked from the supergroup chat"),
            (403, "Forbidden: bot is not a member of the supergroup chat"),
            (400, "Bad Request: not enough rights to create a topic"),
            (400, "Bad Request: not enough rights to manage pinned messages in the chat"),
            (400, "Bad Request: have no rights to send a message"),
            (400, "Bad Request: CHAT_WRITE_FORBIDDEN"),
            (400, "Bad Request: chat not found"),
        ] {
            assert_eq!(told(code, words, DESK), "not allowed", "{words}");
        }
    }

    #[test]
    fn a_topic_that_is_gone_is_told_from_a_group_that_is_gone() {
        for words in [
            "Bad Request: message thread not found",
            "Bad Request: TOPIC_DELETED",
            "Bad Request: TOPIC_CLOSED",
            "Bad Request: TOPIC_ID_INVALID",
        ] {
            assert_eq!(told(400, words, DESK), "topic gone", "{words}");
        }
    }

    #[test]
    fn what_is_already_so_is_no_failure() {
        let long = "Bad Request: message is not modified: specified new message content and reply markup are exactly \
                    the same as a current content and reply markup of the message";
        assert_eq!(told(400, long, ANNA), "unchanged");
        assert_eq!(told(400, "Bad Request: TOPIC_NOT_MODIFIED", DESK), "unchanged");
    }

    #[test]
    fn the_rest_will_never_work() {
        assert_eq!(told(400, "Bad Request: message to edit not found", ANNA), "refused");
        assert_eq!(told(413, "Request Entity Too Large", ANNA), "too-large");
        assert_eq!(told(400, "Bad Request: message to copy not found", ANNA), "vanished");
        assert_eq!(told(400, "Bad Request: message can't be copied", ANNA), "unsupported");
        assert_eq!(told(404, "Not Found: method not found", DESK), "refused");
    }

    #[test]
    fn with_a_wrong_token_everything_waits_for_the_right_one() {
        assert_eq!(told(401, "Unauthorized", ANNA), "not sent");
        assert_eq!(told(404, "Not Found", DESK), "not sent");
    }

    #[test]
    fn what_telegram_asks_for_is_handed_on() {
        assert_eq!(failure(CallError::Wait(Duration::from_secs(7)), Some(DESK)), Failure::Wait(Duration::from_secs(7)));
        assert_eq!(failure(CallError::Moved(ChatId(-100_300)), Some(DESK)), Failure::Moved(ChatId(-100_300)));
    }
}
