//! Sending files and pictures: calls that carry bytes.

use reqwest::multipart::{Form, Part};
use serde::Serialize;

use super::bot::Bot;
use super::buttons::keyboard;
use super::entities::Shown;
use super::failures::failure;
use super::messenger::{message_receipt, reply, thread_below_general};
use crate::domain::content::Content;
use crate::domain::message::Message;
use crate::ports::messenger::{Delivery, Destination, Failure, Receipt};

/// What the Bot API takes as a photo: at most so many bytes,
const PHOTO_BYTES: usize = 10 * 1024 * 1024;
/// so many pixels of width and height together,
const PHOTO_SIDES: u32 = 10_000;
/// and one side at most so many times the other.
const PHOTO_RATIO: u32 = 20;

/// Sends a file.
pub(super) async fn document(
    bot: &Bot,
    delivery: &Delivery<'_>,
    (name, content): (&str, &Content),
    caption: &Message,
) -> Result<Receipt, Failure> {
    let file = Part::bytes(content.bytes().to_vec()).file_name(name.to_owned());
    upload(bot, "SendDocument", delivery, ("document", file), caption).await
}

/// Sends a picture; one that Telegram would not show goes as a file.
pub(super) async fn picture(
    bot: &Bot,
    delivery: &Delivery<'_>,
    (name, png): (&str, &Content),
    caption: &Message,
) -> Result<Receipt, Failure> {
    if !is_a_photo(png.bytes()) {
        return document(bot, delivery, (name, png), caption).await;
    }
    let photo = Part::bytes(png.bytes().to_vec()).file_name(name.to_owned());
    let photo = photo.mime_str("image/png").map_err(|error| Failure::Refused(error.to_string()))?;
    upload(bot, "SendPhoto", delivery, ("photo", photo), caption).await
}

async fn upload(
    bot: &Bot,
    method: &str,
    delivery: &Delivery<'_>,
    (field, file): (&'static str, Part),
    caption: &Message,
) -> Result<Receipt, Failure> {
    let Destination { chat, thread } = delivery.to;
    let Shown { text, entities } = Shown::caption(&caption.text);
    let form = Form::new().text("chat_id", chat.to_string()).part(field, file).text("caption", text);
    let form = with_field(form, "caption_entities", Some(&entities))?;
    let form = with_field(form, "message_thread_id", thread_below_general(thread)?.as_ref())?;
    let form = with_field(form, "reply_parameters", delivery.reply_to.map(reply).transpose()?.as_ref())?;
    let form = with_field(form, "reply_markup", keyboard(&caption.buttons).as_ref())?;
    let result = bot.upload(method, form).await.map_err(|error| failure(error, Some(chat)))?;
    Ok(message_receipt(chat, &result))
}

/// A form takes words only: everything else goes in as JSON, and what is not there stays out.
fn with_field(form: Form, name: &'static str, value: Option<&(impl Serialize + Sync)>) -> Result<Form, Failure> {
    let Some(value) = value else { return Ok(form) };
    let json = serde_json::to_string(value).map_err(|error| Failure::Refused(error.to_string()))?;
    Ok(form.text(name, json))
}

/// Will Telegram show it?
fn is_a_photo(png: &[u8]) -> bool {
    let Some((width, height)) = size(png) else { return false };
    let (short, long) = (width.min(height), width.max(height));
    png.len() <= PHOTO_BYTES && width.saturating_add(height) <= PHOTO_SIDES && long <= short.saturating_mul(PHOTO_RATIO)
}

/// Width and height of a PNG, which stand in its first chunk (<https://www.w3.org/TR/png-3/#11IHDR>).
fn size(png: &[u8]) -> Option<(u32, u32)> {
    let header = png.strip_prefix(b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR")?;
    let side = |from: usize| Some(u32::from_be_bytes(header.get(from..from + 4)?.try_into().ok()?));
    Some((side(0)?, side(4)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32, bytes: usize) -> Vec<u8> {
        let mut png = [&b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR"[..], &width.to_be_bytes(), &height.to_be_bytes()].concat();
        png.resize(bytes, 0);
        png
    }

    #[test]
    fn a_picture_is_a_photo_up_to_what_the_bot_api_takes() {
        assert!(is_a_photo(&png(1_080, 8_920, 100)));
        assert!(!is_a_photo(&png(1_080, 8_921, 100)), "too many pixels");
        assert!(is_a_photo(&png(100, 2_000, 100)) && !is_a_photo(&png(100, 2_001, 100)), "too long");
        assert!(is_a_photo(&png(9, 9, PHOTO_BYTES)) && !is_a_photo(&png(9, 9, PHOTO_BYTES + 1)), "too heavy");
        assert!(!is_a_photo(&png(u32::MAX, u32::MAX, 100)) && !is_a_photo(&png(0, 9, 100)));
    }

    #[test]
    fn what_is_no_png_is_no_photo() {
        assert!(!is_a_photo(b"") && !is_a_photo(b"%PDF") && !is_a_photo(&png(1, 1, 100)[..20]));
    }
}
