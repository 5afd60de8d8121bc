//! The body of an entry as cells, and cells as a body.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::cells::{self, Line};
use super::columns::Piece;
use crate::adapters::knowledge::headings;
use crate::adapters::knowledge::outline::{self, Block};
use crate::adapters::knowledge::page::Page;
use crate::domain::entry::{Kind, Section};
use crate::domain::language::Language;

/// The pieces of an entry's texts, as cells.
pub(super) type Texts = BTreeMap<(Language, Piece), String>;

/// The texts of the entry in `text` from the byte `begin` on; `None` when something stands there that no cell holds.
pub(super) fn read(text: &str, begin: usize, kind: Kind) -> Option<Texts> {
    let page = Page::new("", text);
    let parts = outline::read(&page, begin);
    if page.errors() > 0 {
        return None;
    }
    let mut texts = Texts::new();
    let mut languages = Language::ALL.into_iter();
    for part in parts {
        let asked = Language::ALL.into_iter().find(|one| part.title.get_ref() == headings::questions(*one));
        if let Some(language) = asked {
            let questions: Vec<String> = part.intro.into_iter().map(|block| block.text).collect();
            texts.insert((language, Piece::Questions), questions.join("\n"));
            if !part.sections.is_empty() {
                return None;
            }
            continue;
        }
        let language = languages.next()?;
        texts.insert((language, Piece::Title), part.title.into_inner());
        texts.insert((language, Piece::Summary), cell(part.intro));
        for (heading, blocks) in part.sections {
            let known = headings::sections(kind, language);
            let (section, _) = known.into_iter().find(|(_, known)| known == heading.get_ref())?;
            if texts.insert((language, Piece::Section(section)), cell(blocks)).is_some() {
                return None;
            }
        }
    }
    Some(texts)
}

fn cell(blocks: Vec<Block>) -> String {
    cells::joined(blocks.into_iter().map(|block| Line { text: block.text, item: block.item }))
}

/// The body of an entry of this kind, in the house's format.
pub(super) fn body(kind: Kind, texts: &Texts) -> String {
    let mut body = String::new();
    let said = |language, piece| texts.get(&(language, piece)).map_or("", String::as_str);
    for language in Language::ALL {
        heading(&mut body, "#", said(language, Piece::Title));
        body.push_str(&markdown(said(language, Piece::Summary)));
        for section in Section::ALL {
            let text = said(language, Piece::Section(section));
            let words = headings::heading(kind, language, section);
            if let Some(words) = words.filter(|_| !text.is_empty()) {
                heading(&mut body, "##", words);
                body.push_str(&markdown(text));
            }
        }
    }
    for language in Language::ALL {
        heading(&mut body, "#", headings::questions(language));
        for question in said(language, Piece::Questions).lines() {
            // Writing to a string cannot fail.
            let _ = writeln!(body, "- {question}");
        }
    }
    body
}

fn heading(body: &mut String, mark: &str, words: &str) {
    let gap = if body.is_empty() { "" } else { "\n" };
    let _ = writeln!(body, "{gap}{mark} {words}\n");
}

/// A cell as Markdown: paragraphs and lists with an empty line between them.
fn markdown(cell: &str) -> String {
    let mut written = String::new();
    let mut in_list = false;
    for line in cells::text(cell) {
        let goes_on = in_list && line.item;
        if !goes_on && !written.is_empty() {
            written.push('\n');
        }
        in_list = line.item;
        let _ = writeln!(written, "{}{}", if line.item { "- " } else { "" }, line.text);
    }
    written
}
