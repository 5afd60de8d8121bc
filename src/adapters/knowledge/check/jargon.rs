//! Is every hard word explained?

use std::ops::Range;

use crate::adapters::knowledge::body::Body;
use crate::adapters::knowledge::draft::Draft;
use crate::adapters::knowledge::outline::Block;
use crate::adapters::knowledge::rules::Jargon;
use crate::domain::in_both::in_both;
use crate::domain::language::Language;

/// Checks the words of one entry.
pub(super) fn check(draft: &Draft<'_>, jargon: &[Jargon]) {
    for (language, body) in &draft.bodies {
        let names = names(draft, *language, body);
        for word in jargon.iter().filter(|word| word.language == *language) {
            // What the entry is about is explained by the entry.
            if word.words.iter().any(|form| first(&names, form).is_some()) {
                continue;
            }
            if let Some((block, form)) = unexplained(body, word) {
                let (what, plain) = (in_both!("`{form}` is niet uitgelegd", "`{form}` is not explained"), &word.plain);
                let mend = in_both!(
                    "zeg `{plain}`, of leg het uit tussen haakjes: `{form} ({plain})`",
                    "say `{plain}` instead, or explain it in brackets: `{form} ({plain})`"
                );
                draft.page.warning(place(draft, block, form), what, mend);
            }
        }
    }
}

/// The title and the other names of an entry, lower case.
fn names(draft: &Draft<'_>, language: Language, body: &Body) -> String {
    format!("{} | {}", body.title.get_ref(), draft.header.also(language).join(" | ")).to_lowercase()
}

/// Where the word stands for the first time, when the text explains it nowhere.
fn unexplained<'b>(body: &'b Body, word: &'b Jargon) -> Option<(&'b Block, &'b str)> {
    let blocks = || body.blocks().map(|block| (block, block.text.to_lowercase()));
    let plain = word.plain.to_lowercase();
    if blocks().any(|(_, text)| text.contains(&plain)) {
        return None;
    }
    let mut found = None;
    for (block, text) in blocks() {
        for form in &word.words {
            let Some(place) = first(&text, form) else { continue };
            if in_or_before_brackets(&text, &place) {
                return None;
            }
            found = found.or(Some((block, form.as_str())));
        }
    }
    found
}

/// The first place where `form` stands in `text` as a word of its own.
fn first(text: &str, form: &str) -> Option<Range<usize>> {
    let is_letter = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    text.match_indices(form).map(|(at, _)| at..at + form.len()).find(|place| {
        let before = text.get(..place.start).and_then(|before| before.chars().next_back());
        let after = text.get(place.end..).and_then(|after| after.chars().next());
        !is_letter(before) && !is_letter(after)
    })
}

/// Does an explanation in brackets follow, or does the word itself stand in brackets behind plain words?
fn in_or_before_brackets(text: &str, place: &Range<usize>) -> bool {
    let (before, after) = (text.get(..place.start).unwrap_or_default(), text.get(place.end..).unwrap_or_default());
    let opened = before.matches('(').count() > before.matches(')').count();
    opened || after.trim_start().starts_with('(')
}

/// The word on the page; its whole block when it is written otherwise there.
fn place(draft: &Draft<'_>, block: &Block, form: &str) -> Range<usize> {
    let written = draft.page.text.get(block.span.clone()).unwrap_or_default().to_lowercase();
    first(&written, form).map_or(block.span.clone(), |at| block.span.start + at.start..block.span.start + at.end)
}
