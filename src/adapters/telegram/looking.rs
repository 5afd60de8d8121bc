//! Looking at what Telegram says about us, for who runs the bot: its clock, and what we may do in a group.

use serde::Serialize;
use serde_json::Value;

use super::bot::Bot;
use super::setup::{SetupError, read};
use super::wire::{is_true, words};
use crate::domain::ids::{ChatId, PersonId};
use crate::domain::moment::Moment;
use crate::domain::text::display_name;

/// The longest title that is shown, in UTF-16 units.
const TITLE_LIMIT: usize = 60;

/// What we are in a group.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Standing {
    /// Not in it.
    Gone,
    /// In it, without any rights.
    Member,
    /// An administrator.
    Administrator {
        /// May we open, change and remove topics?
        topics: bool,
        /// May we pin messages?
        pins: bool,
        /// May we delete messages?
        deletes: bool,
    },
}

/// A group as we see it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Group {
    /// What people call it.
    pub title: String,
    /// Does it have topics?
    pub is_forum: bool,
    /// What we are there.
    pub standing: Standing,
}

#[derive(Serialize)]
struct GetChat {
    chat_id: i64,
}

#[derive(Serialize)]
struct GetChatMember {
    chat_id: i64,
    user_id: i64,
}

impl Bot {
    /// The time of day at Telegram, to the second; `None` when it does not say.
    pub async fn time_there(&self) -> Result<Option<Moment>, SetupError> {
        let date = self.date().await?;
        Ok(date.and_then(|date| jiff::fmt::rfc2822::parse(&date).ok()).map(|date| date.timestamp().into()))
    }

    /// A group, and what `me` is there. Refused when Telegram knows no such group.
    pub async fn group(&self, chat: ChatId, me: PersonId) -> Result<Group, SetupError> {
        let within = self.send_time();
        let about = read(&self.call_named("GetChat", &GetChat { chat_id: chat.0 }, within).await?)?;
        let asked = GetChatMember { chat_id: chat.0, user_id: me.0 };
        let member = read(&self.call_named("GetChatMember", &asked, within).await?)?;
        Ok(Group {
            title: display_name(words(&about, "title").unwrap_or_default(), TITLE_LIMIT, "?"),
            is_forum: is_true(&about, "is_forum"),
            standing: standing(&member),
        })
    }
}

fn standing(member: &Value) -> Standing {
    match words(member, "status") {
        Some("creator") => Standing::Administrator { topics: true, pins: true, deletes: true },
        Some("administrator") => Standing::Administrator {
            topics: is_true(member, "can_manage_topics"),
            pins: is_true(member, "can_pin_messages"),
            deletes: is_true(member, "can_delete_messages"),
        },
        Some("member" | "restricted") => Standing::Member,
        _ => Standing::Gone,
    }
}
