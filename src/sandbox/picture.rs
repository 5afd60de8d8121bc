//! Pictures, as far as their first bytes tell.

use super::error::ApiError;

/// The Bot API takes photos of at most so many bytes,
const MOST_BYTES: usize = 10 * 1024 * 1024;
/// so many pixels of width and height together,
const MOST_PIXELS: u32 = 10_000;
/// and one side at most so many times the other.
const MOST_SLENDER: u32 = 20;

/// Pictures that a browser shows: how they begin, and what they are called.
const KINDS: [(&[u8], &str); 4] = [
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"RIFF", "image/webp"),
];

/// What kind of picture it is; none if it is no picture.
pub(crate) fn mime_type(bytes: &[u8]) -> Option<&'static str> {
    KINDS.iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, kind)| *kind)
}

/// Width and height in pixels, where they are easily read: of a PNG.
pub(crate) fn size(bytes: &[u8]) -> Option<(u32, u32)> {
    let header = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR")?;
    let side = |from: usize| Some(u32::from_be_bytes(header.get(from..from + 4)?.try_into().ok()?));
    Some((side(0)?, side(4)?))
}

/// Refuses what the real service does not take as a photo.
pub(crate) fn check(bytes: &[u8]) -> Result<(), ApiError> {
    if bytes.len() > MOST_BYTES {
        let size = bytes.len();
        let reason =
            format!("file of size {size} bytes is too big for a photo; the maximum size is {MOST_BYTES} bytes");
        return Err(ApiError::bad(reason));
    }
    if mime_type(bytes).is_none() {
        return Err(ApiError::bad("IMAGE_PROCESS_FAILED"));
    }
    let fits = size(bytes).is_none_or(|(width, height)| {
        let (short, long) = (width.min(height), width.max(height));
        width.saturating_add(height) <= MOST_PIXELS && long <= short.saturating_mul(MOST_SLENDER)
    });
    if fits { Ok(()) } else { Err(ApiError::bad("PHOTO_INVALID_DIMENSIONS")) }
}
