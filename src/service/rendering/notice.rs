//! What everybody must know, and until when.

use super::voice::Voice;
use crate::domain::message::{Message, Rich, Style};

impl Voice<'_> {
    /// The notice of this moment; empty when there is none.
    pub(super) fn notice(&self) -> Message {
        let Some(notice) = self.catalogue().notice_at(self.house.now) else { return Message::default() };
        let says = self.say("notice", &[("text", notice.says(self.language).into())]);
        let text = Rich::default().then(Style::Bold, says);
        let Some(until) = notice.until.map(|until| self.clock(until)) else { return Message::new(text) };
        let until = self.say("notice-until", &[("moment", until.into())]);
        Message::new(text.paragraph().then(Style::Plain, until))
    }
}
