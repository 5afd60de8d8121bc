//! How the bot presents itself: commands and texts, per language and per kind of chat.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::id::{ChatId, PersonId};

/// Commands and texts by language; the empty language is the one for everybody else.
#[derive(Debug, Default)]
pub(crate) struct Profile {
    /// Keyed by scope and language.
    commands: BTreeMap<(String, String), Value>,
    /// Keyed by field and language.
    texts: BTreeMap<(&'static str, String), String>,
}

impl Profile {
    pub(crate) fn set_commands(&mut self, scope: &Value, language: &str, commands: Value) {
        let key = (scope_key(scope), language.to_owned());
        self.commands.insert(key, commands);
    }

    pub(crate) fn delete_commands(&mut self, scope: &Value, language: &str) {
        self.commands.remove(&(scope_key(scope), language.to_owned()));
    }

    pub(crate) fn commands(&self, scope: &Value, language: &str) -> Value {
        let found = self.commands.get(&(scope_key(scope), language.to_owned()));
        found.cloned().unwrap_or_else(|| json!([]))
    }

    /// The commands that someone sees in the private chat: the nearest scope that has any.
    pub(crate) fn commands_in_private(&self, person: PersonId, language: &str) -> Value {
        let scopes = [
            json!({ "type": "chat", "chat_id": person }),
            json!({ "type": "all_private_chats" }),
            json!({ "type": "default" }),
        ];
        self.nearest(&scopes, language)
    }

    /// The commands that an administrator sees in a group.
    pub(crate) fn commands_in_group(&self, chat: ChatId, person: PersonId, language: &str) -> Value {
        let scopes = [
            json!({ "type": "chat_member", "chat_id": chat, "user_id": person }),
            json!({ "type": "chat_administrators", "chat_id": chat }),
            json!({ "type": "chat", "chat_id": chat }),
            json!({ "type": "all_chat_administrators" }),
            json!({ "type": "all_group_chats" }),
            json!({ "type": "default" }),
        ];
        self.nearest(&scopes, language)
    }

    fn nearest(&self, scopes: &[Value], language: &str) -> Value {
        let keys =
            scopes.iter().flat_map(|scope| [language, ""].map(|language| (scope_key(scope), language.to_owned())));
        let mut found = keys.filter_map(|key| self.commands.get(&key));
        found.next().cloned().unwrap_or_else(|| json!([]))
    }

    pub(crate) fn set_text(&mut self, field: &'static str, language: &str, text: &str) {
        self.texts.insert((field, language.to_owned()), text.to_owned());
    }

    pub(crate) fn text(&self, field: &'static str, language: &str) -> &str {
        let own = self.texts.get(&(field, language.to_owned()));
        let general = || self.texts.get(&(field, String::new()));
        own.filter(|text| !text.is_empty()).or_else(general).map_or("", String::as_str)
    }
}

/// One scope has one key, however its fields are ordered or its numbers quoted.
fn scope_key(scope: &Value) -> String {
    let part = |name: &str| match scope.get(name) {
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
        None => String::new(),
    };
    let kind = part("type");
    let kind = if kind.is_empty() { "default".to_owned() } else { kind };
    format!("{kind}/{}/{}", part("chat_id"), part("user_id"))
}
