//! `synonyms.toml`: how people say it, and how the catalogue says it.

use std::collections::HashSet;
use std::ops::Range;

use toml::Spanned;

use crate::adapters::knowledge::draft::Draft;
use crate::adapters::knowledge::page::Page;
use crate::adapters::knowledge::table::Table;
use crate::domain::catalogue::Synonym;
use crate::domain::in_both::in_both;
use crate::domain::language::Language;
use crate::ports::words::Words;

/// The synonyms on this page.
pub(super) fn read(page: &Page) -> Vec<Spanned<Synonym>> {
    let mut table = Table::of_page(page);
    let synonyms = table.tables("synonym").into_iter().filter_map(synonym).collect();
    table.finish();
    synonyms
}

/// Reports the synonyms that change nothing about what these entries are found by.
pub(super) fn check(page: &Page, synonyms: &[Spanned<Synonym>], drafts: &[Draft<'_>], words: &dyn Words) {
    if synonyms.is_empty() {
        return;
    }
    let vocabulary = vocabulary(drafts, words);
    for synonym in synonyms {
        check_one(page, &synonym.span(), synonym.get_ref(), &vocabulary, words);
    }
}

fn synonym(mut row: Table<'_>) -> Option<Spanned<Synonym>> {
    let span = row.span();
    let language = row.required::<Language>("language", r#""nl""#);
    let said = row.filled_list("said", r#"["zonnepaneel", "zonnepanelen"]"#);
    let written = row.filled_list("written", r#"["zonne-energie"]"#);
    row.finish();
    let synonym = Synonym { language: language?.into_inner(), said: lower_case(said), written: lower_case(written) };
    Some(Spanned::new(span, synonym))
}

fn lower_case(phrases: Vec<Spanned<String>>) -> Vec<String> {
    phrases.into_iter().map(|phrase| phrase.get_ref().trim().to_lowercase()).collect()
}

/// Every telling word of these entries.
fn vocabulary(drafts: &[Draft<'_>], words: &dyn Words) -> HashSet<String> {
    let mut vocabulary = HashSet::new();
    for draft in drafts {
        for (language, body) in &draft.bodies {
            let names = draft.header.also(*language).iter().map(String::as_str);
            let questions = body.questions.iter().map(|question| question.get_ref().as_str());
            let texts = body.blocks().map(|block| block.text.as_str()).chain(names).chain(questions);
            for text in texts.chain([body.title.get_ref().as_str()]) {
                vocabulary.extend(words.telling(text, *language));
            }
        }
    }
    vocabulary
}

fn check_one(page: &Page, span: &Range<usize>, synonym: &Synonym, vocabulary: &HashSet<String>, words: &dyn Words) {
    let telling = |phrases: &[String]| -> Vec<Vec<String>> {
        phrases.iter().map(|phrase| words.telling(phrase, synonym.language)).collect()
    };
    let (said, written) = (telling(&synonym.said), telling(&synonym.written));
    let occurs = |phrase: &Vec<String>| !phrase.is_empty() && phrase.iter().all(|word| vocabulary.contains(word));
    let means = |phrase: &Vec<String>| written.iter().flatten().all(|word| phrase.contains(word));
    if !written.iter().any(occurs) {
        let what = in_both!(
            "op geen kaart staat `{written}`, dus dit synoniem vindt niets",
            "no entry says `{written}`, so this synonym finds nothing"; written = synonym.written.join("`, `")
        );
        let mend = in_both!(
            "schrijf hoe het op de kaarten staat, of haal het synoniem weg",
            "write how the entries say it, or take the synonym out"
        );
        page.warning(span.clone(), what, mend);
    } else if said.iter().all(|phrase| phrase.is_empty() || means(phrase)) {
        let what = in_both!(
            "`{said}` betekent ook zonder dit synoniem hetzelfde",
            "`{said}` means the same without this synonym"; said = synonym.said.join("`, `")
        );
        let mend = in_both!(
            "haal het weg: meervoud en andere vormen van een woord vindt de bot zelf",
            "take it out: plurals and other forms of a word are found anyway"
        );
        page.warning(span.clone(), what, mend);
    }
}
