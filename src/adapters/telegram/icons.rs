//! The signs on topics. Telegram lends bots a small set of pictures, which they must ask for.

use std::collections::HashMap;
use std::sync::Arc;

use serde_json::Value;
use teloxide::payloads::GetForumTopicIconStickers;
use teloxide::types::Rgb;
use tokio::sync::OnceCell;

use super::bot::Bot;
use super::wire::words;
use crate::domain::delivery::TopicIcon;

/// The pictures we may use: emoji → its id. Asked for once, when the first topic is made.
#[derive(Clone, Debug, Default)]
pub(super) struct Icons(Arc<OnceCell<HashMap<String, String>>>);

impl Icons {
    /// The id of the picture for a sign; `None` when Telegram has none like it, or can't be asked now: then the colour
    /// and the name must do.
    pub(super) async fn of(&self, bot: &Bot, icon: TopicIcon) -> Option<String> {
        let known = self.0.get_or_try_init(|| fetch(bot)).await.ok()?;
        wanted(icon).iter().find_map(|emoji| known.get(*emoji)).cloned()
    }
}

async fn fetch(bot: &Bot) -> Result<HashMap<String, String>, ()> {
    let result = bot.call(&GetForumTopicIconStickers::new()).await.map_err(drop)?;
    let stickers: Vec<Value> = serde_json::from_str(result.get()).map_err(drop)?;
    let icon = |sticker: &Value| {
        let emoji = words(sticker, "emoji")?.trim_end_matches('\u{FE0F}').to_owned();
        Some((emoji, words(sticker, "custom_emoji_id")?.to_owned()))
    };
    Ok(stickers.iter().filter_map(icon).collect())
}

/// The pictures that fit a sign, the best first, without the mark that asks for colour.
const fn wanted(icon: TopicIcon) -> &'static [&'static str] {
    match icon {
        TopicIcon::Waiting => &["👀", "❓"],
        TopicIcon::Taken => &["💬"],
        TopicIcon::Late => &["🔥", "⚡"],
        TopicIcon::Urgent => &["‼", "❗"],
        TopicIcon::Closed => &["✅"],
    }
}

/// The colour of a topic without a picture: one of the six that Telegram allows. It can't be changed later.
pub(super) fn colour(icon: TopicIcon) -> Rgb {
    match icon {
        TopicIcon::Waiting => Rgb::from_u32(0xFF_D67E),
        TopicIcon::Taken => Rgb::from_u32(0x6F_B9F0),
        TopicIcon::Late => Rgb::from_u32(0xFF_93B2),
        TopicIcon::Urgent => Rgb::from_u32(0xFB_6F5F),
        TopicIcon::Closed => Rgb::from_u32(0x8E_EE98),
    }
}
