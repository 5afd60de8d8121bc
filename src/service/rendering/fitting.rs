//! Texts that fit: in one message, and on one line.

use crate::domain::message::{Rich, Style};
use crate::domain::sentences::sentences;
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

/// The first sentence of a text; with the next one when it is a question, which says nothing on its own.
/// When it leads in a list, an ellipsis says that there is more.
pub(super) fn gist(text: &str) -> String {
    let all = sentences(text);
    let questions = all.iter().take_while(|sentence| sentence.ends_with('?')).count();
    let gist = all.into_iter().take(questions + 1).collect::<Vec<_>>().join(" ");
    gist.strip_suffix(':').map_or_else(|| gist.clone(), |lead| format!("{lead}…"))
}
