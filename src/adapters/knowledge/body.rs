//! The body of an entry: its text in Dutch and English, and the ways in which people ask for it.

use std::collections::BTreeMap;

use toml::Spanned;

use super::headings;
use super::nearest::nearest;
use super::outline::{self, Block, Part};
use super::page::Page;
use crate::domain::entry::{Kind, Section};
use crate::domain::language::Language;

/// The longest title that fits on a card, in characters.
const TITLE_LIMIT: usize = 70;

/// The text of an entry in one language, with the places where it is written.
#[derive(Debug)]
pub(super) struct Body {
    pub(super) title: Spanned<String>,
    pub(super) summary: Vec<Block>,
    pub(super) sections: BTreeMap<Section, Vec<Block>>,
    pub(super) questions: Vec<Spanned<String>>,
}

/// The text on `page` from the byte `begin` on, per language; a language that is not there was reported.
pub(super) fn read(page: &Page, begin: usize, kind: Kind) -> BTreeMap<Language, Body> {
    let parts = outline::read(page, begin);
    check_order(page, &parts);
    let (mut questions, mut texts) = (BTreeMap::new(), Vec::new());
    for part in parts {
        match asked_in(&part) {
            Some(language) => drop(questions.insert(language, part)),
            None => texts.push(part),
        }
    }
    texts.iter().skip(Language::ALL.len()).for_each(|extra| unknown_part(page, extra));
    let mut texts = texts.into_iter();
    let mut bodies = BTreeMap::new();
    for language in Language::ALL {
        let asked = questions.remove(&language);
        if asked.is_none() {
            missing_part(page, &format!("# {}", headings::questions(language)));
        }
        match texts.next() {
            Some(text) => drop(bodies.insert(language, body(page, (kind, language), text, asked))),
            None => missing_part(page, &format!("# the title in {}", name(language))),
        }
    }
    same_sections(page, kind, &bodies);
    bodies
}

/// The language whose questions stand in this part; `None` for a part with text.
fn asked_in(part: &Part) -> Option<Language> {
    Language::ALL.into_iter().find(|language| part.title.get_ref() == headings::questions(*language))
}

fn check_order(page: &Page, parts: &[Part]) {
    // Texts have no language, which sorts before every language.
    let misplaced = parts.windows(2).find_map(|pair| match pair {
        [one, next] if asked_in(one) > asked_in(next) => Some(one),
        _ => None,
    });
    if let Some(part) = misplaced {
        page.error(
            part.title.span(),
            format!("`{}` stands too early", part.title.get_ref()),
            "the order is: the Dutch text, the English text, `# Zo vragen mensen het`, `# How people ask`",
        );
    }
}

fn unknown_part(page: &Page, part: &Part) {
    let title = part.title.get_ref();
    let mend = match nearest(title, Language::ALL.map(headings::questions)) {
        Some(heading) => format!("did you mean `# {heading}`?"),
        None => "an entry has four parts: the Dutch text, the English text, and the questions in both".to_owned(),
    };
    page.error(part.title.span(), format!("there is no part `{title}`"), mend);
}

fn missing_part(page: &Page, heading: &str) {
    let end = page.text.trim_end().len();
    page.error(end..end, format!("the part `{heading}` is missing"), "add it; knowledge/STYLE.md shows the four parts");
}

fn body(page: &Page, place: (Kind, Language), text: Part, asked: Option<Part>) -> Body {
    check_title(page, &text.title);
    if text.intro.is_empty() {
        page.error(text.title.span(), "there is no summary", "write two sentences under the title");
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
        page.error(title.span(), "the title is empty", "say in plain words what it is");
    } else if length > TITLE_LIMIT {
        let what = format!("the title has {length} characters");
        page.error(title.span(), what, format!("make it {TITLE_LIMIT} at most, so that it fits on a card"));
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
        let Some((section, _)) = known.iter().find(|(_, known)| known == heading.get_ref()) else {
            unknown_heading(page, (kind, language), &heading);
            continue;
        };
        if blocks.is_empty() {
            page.error(heading.span(), "this section is empty", "write it, or leave the heading out");
        }
        if sections.insert(*section, blocks).is_some() {
            page.error(heading.span(), "this section stands here twice", "make it one section");
        }
    }
    sections
}

fn unknown_heading(page: &Page, (kind, language): (Kind, Language), heading: &Spanned<String>) {
    let known = headings::sections(kind, language).into_iter().map(|(_, heading)| heading);
    let mend = match nearest(heading.get_ref(), known.clone()) {
        Some(near) => format!("did you mean `## {near}`?"),
        None => {
            let list = known.collect::<Vec<_>>().join(" · ");
            format!("the {} headings of a {} are: {list}", name(language), kind.word())
        }
    };
    page.error(heading.span(), format!("there is no heading `{}` here", heading.get_ref()), mend);
}

/// What is said in one language is said in the other, and what everybody asks is said in both.
fn same_sections(page: &Page, kind: Kind, bodies: &BTreeMap<Language, Body>) {
    for (language, body) in bodies {
        for section in Section::ALL {
            let wanted = headings::required(kind).contains(&section)
                || bodies.values().any(|other| other.sections.contains_key(&section));
            let heading = headings::heading(kind, *language, section);
            if let Some(heading) = heading.filter(|_| wanted && !body.sections.contains_key(&section)) {
                page.error(
                    body.title.span(),
                    format!("the {} text has no section `{heading}`", name(*language)),
                    format!("add `## {heading}`; the Dutch and the English text have the same sections"),
                );
            }
        }
    }
}

fn questions(page: &Page, part: Part) -> Vec<Spanned<String>> {
    for (heading, _) in &part.sections {
        page.error(heading.span(), "there are no headings among the questions", "take the heading out");
    }
    for block in part.intro.iter().filter(|block| !block.item) {
        page.error(block.span.clone(), "this is no question of the list", "begin the line with `- `");
    }
    let items = part.intro.into_iter().filter(|block| block.item && !block.text.is_empty());
    items.map(|block| Spanned::new(block.span, block.text)).collect()
}

const fn name(language: Language) -> &'static str {
    match language {
        Language::Nl => "Dutch",
        Language::En => "English",
    }
}
