//! A screen: what a person has seen of a chat, and what is new on it.

use loket::sandbox::{MessageId, MessageView};

/// A message as a person reads it: who, what, and the buttons in brackets.
pub(crate) fn render(message: &MessageView) -> String {
    let mark = if message.edited { " ✎" } else { "" };
    let file = message.media.as_ref().map_or_else(String::new, |media| format!(" <{}>", media.name));
    let mut lines = vec![format!("{}{mark} │ {}{file}", message.author, message.text)];
    for row in &message.buttons {
        let labels: Vec<String> = row.iter().map(|button| format!("[{}]", button.text)).collect();
        lines.push(labels.join(" "));
    }
    lines.join("\n")
}

/// What a person has seen.
#[derive(Debug, Default)]
pub(crate) struct Screen {
    seen: Vec<(MessageId, String)>,
}

impl Screen {
    /// The messages that are new or changed since the last look, lines by Telegram itself and one's own left out.
    pub(crate) fn look(&mut self, messages: &[MessageView], own: i64) -> Vec<MessageView> {
        let news: Vec<MessageView> = messages
            .iter()
            .filter(|message| !message.deleted && !message.service && message.author_id.0 != own)
            .filter(|message| !self.seen.contains(&(message.id, render(message))))
            .cloned()
            .collect();
        self.seen.extend(news.iter().map(|message| (message.id, render(message))));
        news
    }
}
