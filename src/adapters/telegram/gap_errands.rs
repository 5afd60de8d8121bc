//! What stands behind the buttons of the gap board.

use crate::domain::gaps::{GapErrand, GapMark};
use crate::domain::ids::{EntryId, QuestionId};

/// The mark in front of a question that is to become an example: its number is written short, as an id stands behind it.
const ATTACH: char = '+';

/// The errand as it is put behind a button.
pub(super) fn encode(errand: &GapErrand) -> String {
    match errand {
        GapErrand::Board(page) => format!("gaps:{page}"),
        GapErrand::Group(question, page) => format!("gap:{question}.{page}"),
        GapErrand::Question(question) => format!("asked:{question}"),
        GapErrand::Attach(QuestionId(question), entry) => format!("{ATTACH}{question:x}:{entry}"),
        GapErrand::Draft(question) => format!("draft:{question}"),
        GapErrand::Close(question, mark) => format!("{}:{question}", mark.word()),
        GapErrand::Lessons(page) => format!("lessons:{page}"),
        GapErrand::Learn(question, true) => format!("learn:{question}"),
        GapErrand::Learn(question, false) => format!("skip:{question}"),
    }
}

/// The errand behind a button; `None` when we never put that there.
pub(super) fn decode(what: &str, of: &str) -> Option<GapErrand> {
    let page = || of.parse::<u16>().ok();
    let question = || of.parse::<i64>().ok().map(QuestionId);
    Some(match what {
        "gaps" => GapErrand::Board(page()?),
        "gap" => {
            let (question, page) = of.split_once('.')?;
            GapErrand::Group(QuestionId(question.parse().ok()?), page.parse().ok()?)
        }
        "asked" => GapErrand::Question(question()?),
        "draft" => GapErrand::Draft(question()?),
        "done" => GapErrand::Close(question()?, GapMark::Done),
        "not-ours" => GapErrand::Close(question()?, GapMark::NotOurs),
        "not-learned" => GapErrand::Close(question()?, GapMark::NotLearned),
        "lessons" => GapErrand::Lessons(page()?),
        "learn" => GapErrand::Learn(question()?, true),
        "skip" => GapErrand::Learn(question()?, false),
        attach => {
            let number = i64::from_str_radix(attach.strip_prefix(ATTACH)?, 16).ok()?;
            (!of.is_empty()).then(|| GapErrand::Attach(QuestionId(number), EntryId::new(of)))?
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_put_behind_a_button_comes_back() {
        let question = QuestionId(i64::MAX);
        for errand in [
            GapErrand::Board(3),
            GapErrand::Group(question, 12),
            GapErrand::Question(question),
            GapErrand::Attach(QuestionId(1_000_000), EntryId::new("e".repeat(55))),
            GapErrand::Draft(question),
            GapErrand::Close(question, GapMark::Done),
            GapErrand::Close(question, GapMark::NotOurs),
            GapErrand::Close(question, GapMark::NotLearned),
            GapErrand::Lessons(0),
            GapErrand::Learn(question, true),
            GapErrand::Learn(question, false),
        ] {
            let data = encode(&errand);
            assert!(data.len() <= 62, "{data}");
            let (what, of) = data.split_once(':').unwrap();
            assert_eq!(decode(what, of), Some(errand));
        }
        for (what, of) in [("gaps", "x"), ("gap", "3"), ("+zz", "bmkb"), ("+1", ""), ("learn", ""), ("", "1")] {
            assert_eq!(decode(what, of), None, "{what}:{of}");
        }
    }
}
