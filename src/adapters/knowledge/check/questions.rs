//! Are there enough example questions, and does each point to one entry only?

use std::collections::HashMap;

use crate::adapters::knowledge::asked::{Asked, Example};
use crate::adapters::knowledge::draft::Draft;
use crate::domain::entry::Kind;
use crate::domain::in_both::{InBoth, in_both};
use crate::domain::language::Language;

/// Where a question belongs that stands twice.
fn keep_one() -> InBoth {
    in_both!(
        "laat hem staan waar hij hoort; past een vraag bij twee kaarten, dan hoort hij in geen van beide. Geven ze \
         allebei het antwoord, schrijf dan bij een van de twee `shares = [\"id van de andere\"]`",
        "keep it where it belongs; a question that fits two entries belongs in neither. If both answer it, write \
         `shares` in the header of one"
    )
}

/// Checks the example questions of all entries.
pub(super) fn check(drafts: &[Draft<'_>], asked: &Asked<'_>) {
    for draft in drafts {
        count(draft);
    }
    claims(asked.examples());
}

fn count(draft: &Draft<'_>) {
    for (language, body) in &draft.bodies {
        let (count, enough) = (body.questions.len(), enough(*draft.header.kind.get_ref(), *language));
        if count < enough {
            let what = in_both!(
                "te weinig voorbeeldvragen in `{code}`: {count}",
                "too few ways of asking in `{code}`: {count}"; code = language.code()
            );
            let mend = in_both!(
                "maak er {enough} of meer: hierdoor vinden mensen de kaart",
                "make it {enough} or more: they are half of the answering quality"
            );
            draft.page.warning(body.title.span(), what, mend);
        }
    }
}

/// How many ways of asking make an entry findable. An organisation or an example is mostly asked for by name.
const fn enough(kind: Kind, language: Language) -> usize {
    match (kind, language) {
        (Kind::Organisation | Kind::Example, Language::Nl) => 4,
        (Kind::Organisation | Kind::Example, Language::En) => 2,
        (_, Language::Nl) => 20,
        (_, Language::En) => 10,
    }
}

/// A question that two entries claim leads to the wrong one half of the time.
fn claims(examples: &[Example<'_>]) {
    let (mut exact, mut near) = (HashMap::new(), HashMap::new());
    for example in examples {
        let first = *exact.entry(&example.exact).or_insert(example);
        let first_alike = example.near.as_ref().map(|words| *near.entry(words).or_insert(example));
        if !std::ptr::eq(first, example) && !share(first, example) {
            let what = in_both!(
                "deze vraag staat ook in {place}",
                "this question stands also at {place}"; place = first.place()
            );
            example.page().warning(example.span.clone(), what, keep_one());
        } else if let Some(alike) = first_alike.filter(|alike| of_others(alike, example) && !share(alike, example)) {
            let what = in_both!(
                "dit vraagt hetzelfde als {place}",
                "this asks the same as {place}"; place = alike.place()
            );
            example.page().warning(example.span.clone(), what, keep_one());
        }
    }
}

fn of_others(one: &Example<'_>, other: &Example<'_>) -> bool {
    !std::ptr::eq(one.draft, other.draft)
}

/// Does the header of either say that both answer it?
fn share(one: &Example<'_>, other: &Example<'_>) -> bool {
    let names = |from: &Example<'_>, to: &Example<'_>| {
        from.draft.header.shares.iter().any(|shared| shared.get_ref() == to.draft.id())
    };
    of_others(one, other) && (names(one, other) || names(other, one))
}
