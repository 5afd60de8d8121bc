//! Does the text read well on a phone?

use std::ops::Range;

use crate::adapters::knowledge::body::Body;
use crate::adapters::knowledge::draft::{Draft, plain_text};
use crate::adapters::knowledge::outline::Block;
use crate::adapters::knowledge::page::Page;
use crate::domain::entry::Confidence;
use crate::domain::in_both::in_both;
use crate::domain::sentences::{first_sentence, sentences, words};

/// The longest sentence, in words.
const SENTENCE_LIMIT: usize = 20;
/// The longest a text's sentences may be on average, in words.
const AVERAGE_LIMIT: usize = 15;
/// The longest first sentence of a section, in characters: it stands on the card.
const FIRST_LIMIT: usize = 120;

/// Checks the wording of one entry.
pub(super) fn check(draft: &Draft<'_>) {
    for body in draft.bodies.values() {
        lengths(draft.page, body);
        first_sentences(draft.page, body);
        if draft.header.confidence == Confidence::Known {
            amounts(draft.page, body);
        }
    }
}

fn lengths(page: &Page, body: &Body) {
    let (mut count, mut total) = (0, 0);
    for block in body.blocks() {
        for sentence in sentences(&block.text) {
            let length = words(sentence);
            (count, total) = (count + 1, total + length);
            if length > SENTENCE_LIMIT {
                let what = in_both!("deze zin heeft {length} woorden", "this sentence has {length} words");
                let mend = in_both!(
                    "maak er twee zinnen van: 8 tot 14 woorden leest het best",
                    "cut it in two: 8 to 14 words read best"
                );
                page.warning(place_of(page, block, sentence), what, mend);
            }
        }
    }
    if total > AVERAGE_LIMIT * count {
        let what = in_both!(
            "de zinnen van deze tekst hebben gemiddeld meer dan {AVERAGE_LIMIT} woorden",
            "the sentences of this text have more than {AVERAGE_LIMIT} words on average"
        );
        let mend = in_both!(
            "schrijf kortere zinnen: 8 tot 14 woorden leest het best",
            "write shorter sentences: 8 to 14 words read best"
        );
        page.warning(body.title.span(), what, mend);
    }
}

fn first_sentences(page: &Page, body: &Body) {
    for blocks in body.sections.values() {
        let text = plain_text(blocks);
        let first = first_sentence(&text);
        let length = first.chars().count();
        if let Some(block) = blocks.first().filter(|_| length > FIRST_LIMIT) {
            let what = in_both!(
                "de eerste zin onder deze kop heeft {length} tekens",
                "the first sentence of this section has {length} characters"
            );
            let mend = in_both!(
                "deze zin zien mensen meteen op hun telefoon: maak hem hooguit {FIRST_LIMIT} lang",
                "it stands on the card: make it {FIRST_LIMIT} at most"
            );
            page.warning(place_of(page, block, first), what, mend);
        }
    }
}

/// General knowledge carries no amounts: nobody read them anywhere.
fn amounts(page: &Page, body: &Body) {
    for block in body.blocks() {
        for sentence in sentences(&block.text).into_iter().filter(|sentence| sentence.contains(['€', '%'])) {
            let what = in_both!("een bedrag dat niemand nakeek", "an amount that nobody checked");
            let mend = in_both!(
                "haal het bedrag weg en wijs naar de pagina waar het staat, of lees het daar na en schrijf \
                 `confidence = \"read\"`",
                "take the amount out and point to the page that has it, or read it there and write \
                 `confidence = \"read\"`"
            );
            page.warning(place_of(page, block, sentence), what, mend);
        }
    }
}

/// Where a sentence stands on the page; its whole block when the sentence runs over several lines there.
fn place_of(page: &Page, block: &Block, sentence: &str) -> Range<usize> {
    let written = page.text.get(block.span.clone()).unwrap_or_default();
    written.find(sentence).map_or(block.span.clone(), |from| {
        let start = block.span.start + from;
        start..start + sentence.len()
    })
}
