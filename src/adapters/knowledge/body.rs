//! The body of an entry: its text in Dutch and English, and the ways in which people ask for it.

use std::collections::BTreeMap;

use toml::Spanned;

use super::headings;
use super::nearest::nearest;
use super::outline::{self, Block, Part};
use super::page::Page;
use crate::domain::entry::{Kind, Section};
use crate::domain::in_both::{InBoth, in_both};
use crate::domain::language::Language;

/// The longest title that fits on a card, in characters.
const TITLE_LIMIT: usize = 70;

/// What every entry has.
fn four_parts() -> InBoth {
    in_both!(
        "een kaart heeft vier delen, in deze volgorde: `# ` en de Nederlandse titel, `# ` en de Engelse titel, \
         `# Zo vragen mensen het`, `# How people ask`",
        "an entry has four parts, in this order: `# ` and the Dutch title, `# ` and the English title, \
         `# Zo vragen mensen het`, `# How people ask`"
    )
}

/// The text of an entry in one language, with the places where it is written.
#[derive(Debug)]
pub(super) struct Body {
    pub(super) title: Spanned<String>,
    pub(super) summary: Vec<Block>,
    pub(super) sections: BTreeMap<Section, Vec<Block>>,
    pub(super) questions: Vec<Spanned<String>>,
}

impl Body {
    /// Everything it says under the title, in order.
    pub(super) fn blocks(&self) -> impl Iterator<Item = &Block> {
        self.summary.iter().chain(self.sections.values().flatten())
    }
}

/// The text on `page` from the byte `begin` on, per language; a language that is not there was reported.
pub(super) fn read(page: &Page, begin: usize, kind: Kind) -> BTreeMap<Language, Body> {
    let parts = outline::read(page, begin);
    let asked = asked_in(page, &parts);
    check_order(page, &parts, &asked);
    let (mut questions, mut texts) = (BTreeMap::new(), Vec::new());
    for (part, language) in parts.into_iter().zip(asked) {
        match language {
            Some(language) => drop(questions.insert(language, part)),
            None => texts.push(part),
        }
    }
    for extra in texts.iter().skip(Language::ALL.len()) {
        let title = extra.title.get_ref();
        let what = in_both!("voor een deel `{title}` is geen plaats", "there is no room for a part `{title}`");
        page.error(extra.title.span(), what, four_parts());
    }
    let mut texts = texts.into_iter();
    let mut bodies = BTreeMap::new();
    for language in Language::ALL {
        let asked = questions.remove(&language);
        if asked.is_none() {
            let heading = headings::questions(language);
            missing(page, in_both!("het deel `# {heading}` ontbreekt", "the part `# {heading}` is missing"));
        }
        match texts.next() {
            Some(text) => drop(bodies.insert(language, body(page, (kind, language), text, asked))),
            None => {
                let name = name(language);
                missing(page, in_both!("de {name} tekst ontbreekt", "the {name} text is missing"; both name));
            }
        }
    }
    same_sections(page, kind, &bodies);
    bodies
}

/// For each part the language whose questions stand in it; `None` for a part with text.
///
/// A part with a mistyped heading is reported and taken for what was meant.
fn asked_in(page: &Page, parts: &[Part]) -> Vec<Option<Language>> {
    let titled = |part: &Part| Language::ALL.into_iter().find(|one| part.title.get_ref() == headings::questions(*one));
    let mut asked: Vec<_> = parts.iter().map(titled).collect();
    for language in Language::ALL {
        if asked.contains(&Some(language)) {
            continue;
        }
        let heading = headings::questions(language);
        let mut texts = parts.iter().zip(&mut asked).filter(|(_, asked)| asked.is_none());
        if let Some((part, asked)) = texts.find(|(part, _)| nearest(part.title.get_ref(), [heading]).is_some()) {
            let title = part.title.get_ref();
            let what = in_both!("een deel `{title}` bestaat niet", "there is no part `{title}`");
            page.error(part.title.span(), what, in_both!("bedoel je `# {heading}`?", "did you mean `# {heading}`?"));
            *asked = Some(language);
        }
    }
    asked
}

fn check_order(page: &Page, parts: &[Part], asked: &[Option<Language>]) {
    // Texts have no language, which sorts before every language.
    let misplaced = parts.iter().zip(asked.windows(2)).find(|(_, pair)| !pair.is_sorted());
    if let Some((part, _)) = misplaced {
        let title = part.title.get_ref();
        page.error(part.title.span(), in_both!("`{title}` staat te vroeg", "`{title}` stands too early"), four_parts());
    }
}

fn missing(page: &Page, what: InBoth) {
    let end = page.text.trim_end().len();
    page.error(end..end, what, four_parts());
}

fn body(page: &Page, place: (Kind, Language), text: Part, asked: Option<Part>) -> Body {
    check_title(page, &text.title);
    if text.intro.is_empty() {
        page.error(
            text.title.span(),
            in_both!("er is geen samenvatting", "there is no summary"),
            in_both!("schrijf twee zinnen onder de titel", "write two sentences under the title"),
        );
    }
    Body {
        title: text.title,
        summary: text.intro,
        sections: sections(page, place, text.sections),
        questions: asked.map_or_else(Vec::new, |part| questions(page, part)),
    }
}

fn check_title(page: &Page, title: &Spanned<String>) {
    let length = title.get_ref().chars().count();
    if length == 0 {
        page.error(
            title.span(),
            in_both!("de titel is leeg", "the title is empty"),
            in_both!("zeg in gewone woorden wat het is", "say in plain words what it is"),
        );
    } else if length > TITLE_LIMIT {
        page.error(
            title.span(),
            in_both!("de titel heeft {length} tekens", "the title has {length} characters"),
            in_both!(
                "maak er hooguit {TITLE_LIMIT} van: dan past de titel op een telefoon",
                "make it {TITLE_LIMIT} at most, so that it fits on a card"
            ),
        );
    }
}

fn sections(
    page: &Page,
    (kind, language): (Kind, Language),
    written: Vec<(Spanned<String>, Vec<Block>)>,
) -> BTreeMap<Section, Vec<Block>> {
    let known = headings::sections(kind, language);
    let mut sections = BTreeMap::new();
    for (heading, blocks) in written {
        let Some(section) = section_under(page, (kind, language), &known, &heading) else {
            continue;
        };
        if blocks.is_empty() {
            page.error(
                heading.span(),
                in_both!("onder deze kop staat niets", "this section is empty"),
                in_both!("schrijf er iets, of laat de kop weg", "write it, or leave the heading out"),
            );
        }
        if sections.insert(section, blocks).is_some() {
            page.error(
                heading.span(),
                in_both!("deze kop staat hier twee keer", "this section stands here twice"),
                in_both!("zet alles onder één kop", "make it one section"),
            );
        }
    }
    sections
}

/// The section with this heading. A mistyped heading is reported and taken for the one that was meant.
fn section_under(
    page: &Page,
    (kind, language): (Kind, Language),
    known: &[(Section, &str)],
    heading: &Spanned<String>,
) -> Option<Section> {
    let headings = || known.iter().map(|(_, heading)| *heading);
    let section_of = |heading: &str| known.iter().find(|(_, one)| *one == heading).map(|(section, _)| *section);
    let written = heading.get_ref();
    if let Some(section) = section_of(written) {
        return Some(section);
    }
    let near = nearest(written, headings());
    let mend = match near {
        Some(near) => in_both!("bedoel je `## {near}`?", "did you mean `## {near}`?"),
        None => {
            let (name, list) = (name(language), headings().collect::<Vec<_>>().join(" · "));
            in_both!(
                "de {name} koppen bij `kind = \"{kind}\"` zijn: {list}",
                "the {name} headings of a {kind} are: {list}"; both name; kind = kind.word()
            )
        }
    };
    let what = in_both!("een kop `{written}` bestaat hier niet", "there is no heading `{written}` here");
    page.error(heading.span(), what, mend);
    near.and_then(section_of)
}

/// What is said in one language is said in the other, and what everybody asks is said in both.
fn same_sections(page: &Page, kind: Kind, bodies: &BTreeMap<Language, Body>) {
    for (language, body) in bodies {
        for section in Section::ALL {
            let wanted = headings::required(kind).contains(&section)
                || bodies.values().any(|other| other.sections.contains_key(&section));
            let heading = headings::heading(kind, *language, section);
            if let Some(heading) = heading.filter(|_| wanted && !body.sections.contains_key(&section)) {
                let name = name(*language);
                page.error(
                    body.title.span(),
                    in_both!(
                        "in de {name} tekst ontbreekt de kop `{heading}`",
                        "the {name} text has no section `{heading}`"; both name
                    ),
                    in_both!(
                        "zet `## {heading}` erbij; de Nederlandse en de Engelse tekst hebben dezelfde koppen",
                        "add `## {heading}`; the Dutch and the English text have the same sections"
                    ),
                );
            }
        }
    }
}

fn questions(page: &Page, part: Part) -> Vec<Spanned<String>> {
    for (heading, _) in &part.sections {
        page.error(
            heading.span(),
            in_both!("tussen de vragen staan geen koppen", "there are no headings among the questions"),
            in_both!("haal de kop weg", "take the heading out"),
        );
    }
    for block in part.intro.iter().filter(|block| !block.item) {
        page.error(
            block.span.clone(),
            in_both!("dit is geen vraag in de lijst", "this is no question of the list"),
            in_both!("begin de regel met `- `", "begin the line with `- `"),
        );
    }
    let items = part.intro.into_iter().filter(|block| block.item && !block.text.is_empty());
    items.map(|block| Spanned::new(block.span, block.text)).collect()
}

fn name(language: Language) -> InBoth {
    match language {
        Language::Nl => in_both!("Nederlandse", "Dutch"),
        Language::En => in_both!("Engelse", "English"),
    }
}
