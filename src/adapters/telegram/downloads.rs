//! Fetching a file that somebody sent: Telegram tells where it lies, and it is read up to a bound.

use teloxide::payloads::GetFile;
use teloxide::types::FileId;

use super::bot::Bot;
use super::failures::failure;
use super::wire::{number, words};
use crate::conversation::event::Hindrance;
use crate::ports::messenger::Failure;

/// The bytes of a file, at most `most` of them.
pub(super) async fn fetch(bot: &Bot, file: &str, most: usize) -> Result<Vec<u8>, Failure> {
    let told = bot.call(&GetFile::new(FileId(file.to_owned()))).await.map_err(|error| failure(error, None))?;
    let told: serde_json::Value =
        serde_json::from_str(told.get()).map_err(|_| Failure::Refused("the file is not described".to_owned()))?;
    let is_large =
        number(&told, "file_size").is_some_and(|size| usize::try_from(size).map_or(true, |size| size > most));
    if is_large {
        return Err(too_large());
    }
    // Files that are too large for bots have no path.
    let path = words(&told, "file_path").ok_or_else(too_large)?;
    match bot.download(path, most).await.map_err(|error| failure(error, None))? {
        Some(bytes) => Ok(bytes),
        None => Err(too_large()),
    }
}

fn too_large() -> Failure {
    Failure::Hindered(Hindrance::TooLarge, "the file is too large".to_owned())
}
