//! Texts that fit in one message.

use crate::domain::message::{Rich, Style};
use crate::domain::text::{MESSAGE_LIMIT, shorten};

/// How many UTF-16 units a text takes, as the messenger counts.
pub(super) fn size(text: &str) -> usize {
    text.encode_utf16().count()
}

/// `text`, cut at the end when it does not fit in one message.
pub(super) fn within_a_message(text: Rich) -> Rich {
    if size(&text.text()) <= MESSAGE_LIMIT {
        return text;
    }
    let mut room = MESSAGE_LIMIT;
    let mut fitting = Rich::default();
    for (style, piece) in text.pieces() {
        let short = shorten(piece, room);
        room = room.saturating_sub(size(&short));
        fitting = fitting.then(Style::clone(style), short);
        if room == 0 {
            break;
        }
    }
    fitting
}
