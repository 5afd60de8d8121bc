//! A person, or the bot: everyone who can write.

use serde_json::{Map, Value, json};

use super::id::PersonId;

/// How someone stands towards the bot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// Has no private chat with the bot, and the bot cannot open one.
    Stranger,
    Chatting,
    Blocking,
    /// The account is gone.
    Deactivated,
}

/// Someone with a Telegram account.
#[derive(Clone, Debug)]
pub(crate) struct Person {
    pub(crate) id: PersonId,
    pub(crate) first_name: String,
    pub(crate) username: Option<String>,
    pub(crate) language_code: Option<String>,
    pub(crate) is_bot: bool,
    pub(crate) standing: Standing,
}

impl Person {
    pub(crate) fn human(id: PersonId, first_name: &str, language_code: &str) -> Self {
        Self {
            id,
            first_name: first_name.to_owned(),
            username: None,
            language_code: Some(language_code.to_owned()),
            is_bot: false,
            standing: Standing::Stranger,
        }
    }

    pub(crate) fn bot(id: PersonId, username: &str) -> Self {
        Self { username: Some(username.to_owned()), language_code: None, is_bot: true, ..Self::human(id, username, "") }
    }

    /// The `User` object.
    pub(crate) fn to_json(&self) -> Value {
        let mut user = self.name_fields();
        user.insert("id".to_owned(), json!(self.id));
        user.insert("is_bot".to_owned(), json!(self.is_bot));
        if let Some(language_code) = &self.language_code {
            user.insert("language_code".to_owned(), json!(language_code));
        }
        Value::Object(user)
    }

    /// The fields that a `User` and a private `Chat` have in common.
    pub(crate) fn name_fields(&self) -> Map<String, Value> {
        let mut fields = Map::new();
        fields.insert("first_name".to_owned(), json!(self.first_name));
        if let Some(username) = &self.username {
            fields.insert("username".to_owned(), json!(username));
        }
        fields
    }
}

/// The account that Telegram puts in `from` when an administrator writes in the group's name.
pub(crate) fn anonymous_admin_json() -> Value {
    json!({
        "id": 1_087_968_824, "is_bot": true,
        "first_name": "Group", "username": "GroupAnonymousBot",
    })
}
