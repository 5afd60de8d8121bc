//! Is the English text English?

use crate::adapters::knowledge::draft::Draft;
use crate::domain::in_both::{InBoth, in_both};
use crate::domain::language::Language;
use crate::domain::sentences::words;

/// Fewer words may be a name, which is the same in both languages.
const FEWEST_WORDS: usize = 4;

/// Checks that nothing of the Dutch text was left in the English one.
pub(super) fn check(draft: &Draft<'_>) {
    let (Some(dutch), Some(english)) = (draft.bodies.get(&Language::Nl), draft.bodies.get(&Language::En)) else {
        return;
    };
    let same = |text: &str| words(text) >= FEWEST_WORDS && dutch.blocks().any(|block| block.text == text);
    for block in english.blocks().filter(|block| same(&block.text)) {
        let what = in_both!(
            "dit is niet vertaald: het is de Nederlandse tekst",
            "this is not translated: it is the Dutch text"
        );
        draft.page.warning(block.span.clone(), what, in_english());
    }
    if english.title.get_ref() == dutch.title.get_ref() && words(dutch.title.get_ref()) >= FEWEST_WORDS {
        let what = in_both!("de titel is niet vertaald", "the title is not translated");
        draft.page.warning(english.title.span(), what, in_english());
    }
}

fn in_english() -> InBoth {
    in_both!("schrijf het in het Engels", "write it in English")
}
