//! Are there enough example questions, and does each point to one entry only?

use std::collections::HashMap;

use crate::adapters::knowledge::draft::Draft;
use crate::domain::area::fold_name;
use crate::domain::entry::Kind;
use crate::domain::language::Language;

/// Checks the example questions of all entries.
pub(super) fn check(drafts: &[Draft<'_>]) {
    let mut asked = HashMap::new();
    for draft in drafts {
        for (language, body) in &draft.bodies {
            let (count, enough) = (body.questions.len(), enough(*draft.header.kind.get_ref(), *language));
            if count < enough {
                let what = format!("too few ways of asking in `{}`: {count}", language.code());
                let mend = format!("make it {enough} or more: they are half of the answering quality");
                draft.page.warning(body.title.span(), what, mend);
            }
            for question in &body.questions {
                let first =
                    asked.entry((language, folded(question.get_ref()))).or_insert((draft.page, question.span()));
                if !(std::ptr::eq(first.0, draft.page) && first.1 == question.span()) {
                    let what = format!("this question stands also at {}", first.0.line_of(&first.1));
                    let mend = "keep it where it belongs; a question that fits two entries belongs in neither";
                    draft.page.warning(question.span(), what, mend);
                }
            }
        }
    }
}

/// How many ways of asking make an entry findable. An organisation or an example is mostly asked for by name.
const fn enough(kind: Kind, language: Language) -> usize {
    match (kind, language) {
        (Kind::Organisation | Kind::Example, Language::Nl) => 4,
        (Kind::Organisation | Kind::Example, Language::En) => 2,
        (_, Language::Nl) => 10,
        (_, Language::En) => 5,
    }
}

/// A question without what does not change it: capitals, accents, punctuation.
fn folded(question: &str) -> String {
    let letters: String = question.chars().map(|letter| if letter.is_alphanumeric() { letter } else { ' ' }).collect();
    fold_name(&letters)
}
