//! `/logboek`: what people did with their rights, the newest first.

use super::Visitor;
use crate::domain::audit::Entry;
use crate::domain::message::{Message, Rich, Style};
use crate::domain::text::shorten;
use crate::ports::store::StoreError;
use crate::service::house::House;

/// So many lines are shown on the phone; the file has more.
const MOST_SHOWN: usize = 15;
/// So many lines go into the file.
const MOST_KEPT: u32 = 1_000;
/// The longest line on the phone, in UTF-16 units.
const LONGEST: usize = 160;

impl House {
    pub(super) async fn show_log(&self, visitor: &Visitor) -> Result<(), StoreError> {
        let entries = self.ports.office.audit(MOST_KEPT).await?;
        let is_whole = self.ports.office.audit_is_whole().await?;
        let lines: Vec<String> = entries.iter().map(|entry| self.log_line(visitor, entry)).collect();
        let mut text = Rich::default().then(Style::Bold, self.words(visitor.language, "log-title", &[]));
        for line in lines.iter().take(MOST_SHOWN) {
            text = text.line().then(Style::Plain, shorten(line, LONGEST));
        }
        let seal = if is_whole { "log-whole" } else { "log-broken" };
        text = text.paragraph().then(Style::Italic, self.words(visitor.language, seal, &[]));
        self.send_message(visitor.person, Message::new(text)).await?;
        if lines.len() > MOST_SHOWN {
            let caption = self.sentence(visitor.language, "log-caption", &[]);
            self.hand_over_file(visitor.person, "logboek.txt", lines.join("\n"), caption).await?;
        }
        Ok(())
    }

    fn log_line(&self, visitor: &Visitor, entry: &Entry) -> String {
        let knowledge = self.shelf.current();
        let at = self.renderer(&knowledge).moment(visitor.language, entry.at);
        let act = self.words(visitor.language, &format!("act-{}", entry.act.word()), &[]);
        let values = [
            ("at", at.into()),
            ("name", entry.by.name.as_str().into()),
            ("act", act.into()),
            ("about", entry.about.as_str().into()),
        ];
        self.words(visitor.language, "log-line", &values)
    }
}
