//! Lessons from the catalogue itself: each example question, asked of a catalogue that does not have it.
//!
//! Labelled questions of real people are few; the example questions of all entries are many. They teach which signs
//! find an entry; the labelled questions teach how people really ask, and when nothing fits.

use super::fitting::Lesson;
use super::learning::learn;
use super::{Index, IndexError, Ranking};
use crate::domain::area::AreaCode;
use crate::domain::catalogue::Catalogue;
use crate::domain::evidence::Question;
use crate::domain::ids::EntryId;

/// One in so many example questions is left out at a time.
const ONE_IN: usize = 10;

/// So many times a part is left out and asked: more teaches nothing new, and takes longer.
const PARTS: usize = 2;

/// A question that was left out.
struct LeftOut {
    text: String,
    entry: EntryId,
    place: Option<AreaCode>,
}

/// The lessons, each counting for `weight`.
pub fn practice(catalogue: &Catalogue, weight: f64) -> Result<Vec<Lesson>, IndexError> {
    let mut lessons = Vec::new();
    for part in 0..PARTS {
        let (rest, left_out) = without(catalogue, part);
        let ranking = Ranking { worth: learn(&rest), ..Ranking::default() };
        let index = Index::build(&rest, &ranking)?;
        lessons.extend(left_out.iter().map(|one| lesson(one, &index, weight)));
    }
    Ok(lessons)
}

/// The catalogue without a part of its example questions, and those questions.
fn without(catalogue: &Catalogue, part: usize) -> (Catalogue, Vec<LeftOut>) {
    let mut left_out = Vec::new();
    let mut count = part * (ONE_IN / PARTS);
    let rest = catalogue.with_each(|mut entry| {
        for text in entry.text.values_mut() {
            let mut kept = Vec::new();
            for question in std::mem::take(&mut text.questions) {
                count += 1;
                if count.is_multiple_of(ONE_IN) {
                    // Half of those who ask about something local have said where they are.
                    let place = entry.areas.first().filter(|area| area.is_municipality() && left_out.len() % 2 == 0);
                    left_out.push(LeftOut { text: question, entry: entry.id.clone(), place: place.cloned() });
                } else {
                    kept.push(question);
                }
            }
            text.questions = kept;
        }
        entry
    });
    (rest, left_out)
}

fn lesson(asked: &LeftOut, index: &Index, weight: f64) -> Lesson {
    let question = Question { text: asked.text.clone(), language: None, place: asked.place.clone() };
    let observation = index.observe(&question);
    let right = observation.candidates.iter().map(|candidate| candidate.entry == asked.entry).collect();
    Lesson { observation, right, none_is_right: false, weight }
}
