//! Markdown as an outline: parts (`#`) with sections (`##`) with paragraphs and list items, all plain text.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Parser, Tag, TagEnd};
use toml::Spanned;

use super::page::Page;
use crate::domain::in_both::in_both;

/// What stands under a `#` heading.
#[derive(Debug)]
pub(super) struct Part {
    /// Its heading.
    pub(super) title: Spanned<String>,
    /// What stands before the first section.
    pub(super) intro: Vec<Block>,
    /// What stands under each `##` heading.
    pub(super) sections: Vec<(Spanned<String>, Vec<Block>)>,
}

/// A paragraph or a list item.
#[derive(Clone, Debug)]
pub(super) struct Block {
    /// Its text, on one line.
    pub(super) text: String,
    /// Is it a list item?
    pub(super) item: bool,
    /// Its place on the page.
    pub(super) span: Range<usize>,
}

/// The outline of a page from the byte `begin` on. Whatever is more than plain text is reported.
pub(super) fn read(page: &Page, begin: usize) -> Vec<Part> {
    let mut outline = Outline { page, parts: Vec::new(), open: None };
    let markdown = page.text.get(begin..).unwrap_or_default();
    for (event, span) in Parser::new(markdown).into_offset_iter() {
        outline.take(event, span.start + begin..span.end + begin);
    }
    outline.parts
}

/// An outline while it is being made.
struct Outline<'a> {
    page: &'a Page,
    parts: Vec<Part>,
    open: Option<Open>,
}

/// What is being read: a heading, a paragraph or a list item.
struct Open {
    what: TagEnd,
    text: String,
    span: Range<usize>,
}

impl Outline<'_> {
    fn take(&mut self, event: Event<'_>, span: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(&tag, span),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.write(&text),
            Event::SoftBreak | Event::HardBreak => self.write(" "),
            Event::Code(text) => {
                self.decoration(span);
                self.write(&text);
            }
            // The block it stands in was reported.
            Event::Html(_) => {}
            _ => self.not_text(span),
        }
    }

    fn start(&mut self, tag: &Tag<'_>, span: Range<usize>) {
        match tag {
            Tag::Paragraph if self.open.is_some() => self.write(" "),
            Tag::Item if self.open.is_some() => self.page.error(
                span,
                in_both!(
                    "een lijst in een lijst past niet op een telefoon",
                    "a list inside a list does not fit on a phone"
                ),
                in_both!("maak er één lijst van, of een stuk tekst", "make it one list, or write it as a paragraph"),
            ),
            Tag::Heading { .. } | Tag::Paragraph | Tag::Item => {
                self.open = Some(Open { what: tag.to_end(), text: String::new(), span });
            }
            Tag::List(None) => {}
            Tag::List(Some(_)) => {
                self.page.warning(
                    span,
                    in_both!(
                        "een lijst met nummers krijgt op de telefoon punten",
                        "a numbered list is shown with bullets"
                    ),
                    in_both!("begin elke regel met `- `", "begin each line with `- `"),
                );
            }
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } => self.decoration(span),
            _ => self.not_text(span),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        let Some(Open { text, span, .. }) = self.open.take_if(|open| open.what == tag) else {
            return;
        };
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let span = span.start..span.start + self.page.text.get(span.clone()).unwrap_or_default().trim_end().len();
        match tag {
            TagEnd::Heading(HeadingLevel::H1) => {
                let title = Spanned::new(span, text);
                self.parts.push(Part { title, intro: Vec::new(), sections: Vec::new() });
            }
            TagEnd::Heading(HeadingLevel::H2) if self.parts.is_empty() => self.too_early(span),
            TagEnd::Heading(HeadingLevel::H2) => {
                if let Some(part) = self.parts.last_mut() {
                    part.sections.push((Spanned::new(span, text), Vec::new()));
                }
            }
            TagEnd::Heading(_) => {
                self.page.error(
                    span,
                    in_both!(
                        "voor de kleine kop `{text}` is geen plaats",
                        "there is no room for the small heading `{text}`"
                    ),
                    in_both!("gebruik alleen `#` en `##`", "use `#` and `##` only"),
                );
            }
            _ => self.block(Block { text, item: tag == TagEnd::Item, span }),
        }
    }

    fn block(&mut self, block: Block) {
        match self.parts.last_mut() {
            None => self.too_early(block.span),
            Some(Part { intro, sections, .. }) => {
                sections.last_mut().map_or(intro, |(_, blocks)| blocks).push(block);
            }
        }
    }

    fn write(&mut self, text: &str) {
        if let Some(open) = &mut self.open {
            open.text.push_str(text);
        }
    }

    fn too_early(&self, span: Range<usize>) {
        self.page.error(
            span,
            in_both!("dit staat boven de titel", "this stands above the title"),
            in_both!("begin de tekst met `# ` en de Nederlandse titel", "begin the text with `# ` and the Dutch title"),
        );
    }

    fn decoration(&self, span: Range<usize>) {
        self.page.warning(
            span,
            in_both!(
                "de tekst is gewone tekst: vet, schuin, code en links zie je niet op de kaart",
                "the text is plain: bold, italics, code and links are not shown"
            ),
            in_both!(
                "haal de tekens weg; de link naar de officiële pagina staat bovenaan als `url`",
                "take the marks out; the official link stands in the header as `url`"
            ),
        );
    }

    fn not_text(&self, span: Range<usize>) {
        self.page.error(
            span,
            in_both!("dit is geen gewone tekst en geen lijst", "this is neither a paragraph nor a list"),
            in_both!("schrijf het als gewone tekst", "write it as plain text"),
        );
    }
}
