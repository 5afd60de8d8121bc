//! Entries' files, written by the house: one more example question, or the beginning of an entry.
//!
//! What stands in a file stays as it is, letter by letter; words of people are written so that they are read back as
//! plain text.

use std::fmt::Write as _;

use super::headings;
use super::outline::{self, Block};
use super::page::Page;
use crate::domain::entry::{Entry, Kind, Section};
use crate::domain::files::Files;
use crate::domain::gaps::FaqDraft;
use crate::domain::language::Language;

/// The files with one more example question for an entry, behind the others of its language. `None` when the entry's
/// file is not where it belongs, or has no list for it.
pub fn with_question(files: &Files, entry: &Entry, language: Language, question: &str) -> Option<Files> {
    let path = format!("{}/{}.md", entry.kind.folder(), entry.id);
    let text = files.text(&path)?;
    let (before, behind) = text.split_at_checked(end_of_questions(text, language)?)?;
    let ending = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let gap = if before.ends_with('\n') { "" } else { ending };
    let text = format!("{before}{gap}- {}{ending}{behind}", as_plain(question));
    Some(files.clone().with(path, text))
}

/// Where the list of example questions ends: behind the last line of it that says something.
fn end_of_questions(text: &str, language: Language) -> Option<usize> {
    let (mut end, mut at) = (None, 0);
    for line in text.split_inclusive('\n') {
        at += line.len();
        match (line.strip_prefix("# "), end) {
            (Some(heading), None) if heading.trim() == headings::questions(language) => end = Some(at),
            (Some(_), Some(_)) => break,
            (None, Some(_)) if !line.trim().is_empty() => end = Some(at),
            _ => {}
        }
    }
    end
}

/// The file of a draft, with its path. What nobody said stays open, so that the check names it.
pub fn draft(draft: &FaqDraft) -> (String, String) {
    let kind = Kind::Faq;
    let path = format!("{}/{}.md", kind.folder(), draft.id);
    (path, format!("+++\n{}+++\n{}", header(draft, kind), body(draft, kind)))
}

fn header(draft: &FaqDraft, kind: Kind) -> String {
    let (said, review) = (draft.said, draft.said.year() + 1);
    let themes = draft
        .theme
        .as_ref()
        .map_or_else(|| "# themes = [\"…\"]\n".to_owned(), |theme| format!("themes = [{}]\n", quoted(theme.as_str())));
    format!(
        "id = {}\nkind = \"{}\"\n# provider = \"…\"\n# areas = [\"…\"]\n{themes}# status = \"open\"\n# url = \"https://…\"\n\
         # sources = [\"https://…\"]\nverified = \"{said}\"\nreview_by = {review}-12-31\nconfidence = \"known\"\n\
         to_check = {}\n",
        quoted(draft.id.as_str()),
        kind.word(),
        quoted(&draft.to_check),
    )
}

/// A text as TOML writes it, on one line.
fn quoted(text: &str) -> String {
    format!("\"{}\"", one_line(text).replace('\\', "\\\\").replace('"', "\\\""))
}

fn body(draft: &FaqDraft, kind: Kind) -> String {
    let mut body = String::new();
    // Writing to a string cannot fail.
    for language in Language::ALL {
        let title = if draft.title.0 == language { as_plain(&draft.title.1) } else { String::new() };
        let _ = writeln!(body, "\n# {title}");
        for section in headings::required(kind) {
            let heading = headings::heading(kind, language, *section).unwrap_or_default();
            let _ = writeln!(body, "\n## {heading}");
            if draft.answer.0 == language && *section == Section::What {
                let paragraphs = draft.answer.1.lines().filter(|line| !line.trim().is_empty());
                for line in paragraphs {
                    let _ = writeln!(body, "\n{}", as_plain(line));
                }
            }
        }
    }
    for language in Language::ALL {
        let _ = writeln!(body, "\n# {}\n", headings::questions(language));
        for (_, question) in draft.questions.iter().filter(|(spoken, _)| *spoken == language) {
            let _ = writeln!(body, "- {}", as_plain(question));
        }
    }
    body
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Words of people as Markdown that says just that: as they are where that is how they are read, else with every mark
/// taken for itself.
fn as_plain(text: &str) -> String {
    let text = one_line(text);
    if is_read_back(&text, &text) {
        return text;
    }
    let mut plain = String::with_capacity(text.len() * 2);
    for letter in text.chars() {
        if letter.is_ascii_punctuation() {
            plain.push('\\');
        }
        plain.push(letter);
    }
    plain
}

/// Is `written`, as an item of a list and as a paragraph, read as the plain text `meant`?
fn is_read_back(written: &str, meant: &str) -> bool {
    let reads = |mark: &str| {
        let page = Page::new("", format!("# -\n\n{mark}{written}\n"));
        let parts = outline::read(&page, 0);
        let blocks: Vec<&Block> = parts.iter().flat_map(|part| &part.intro).collect();
        let is_meant = matches!(blocks.as_slice(), [block] if block.text == meant && block.item != mark.is_empty());
        is_meant && parts.len() == 1 && page.into_parts().2.is_empty()
    };
    reads("- ") && reads("")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const FILE: &str = "+++\nid = \"x\"\n+++\n\n# Titel\n\nTekst.\n\n# Zo vragen mensen het\n\n- een\n- twee\n\n# How people ask\n\n- one\n";

    fn added(text: &str, language: Language, question: &str) -> String {
        let at = end_of_questions(text, language).unwrap();
        let (before, behind) = text.split_at(at);
        format!("{before}- {}\n{behind}", as_plain(question))
    }

    #[test]
    fn a_question_comes_behind_the_others_of_its_language() {
        assert_eq!(added(FILE, Language::Nl, "drie"), FILE.replace("- twee\n", "- twee\n- drie\n"));
        assert_eq!(added(FILE, Language::En, "two?"), format!("{FILE}- two?\n"));
        assert_eq!(end_of_questions("# Iets anders\n\n- een\n", Language::Nl), None);
    }

    #[test]
    fn marks_in_the_words_of_people_are_taken_for_themselves() {
        for harmless in ["mag ik 5% btw (laag)?", "wbso/eia: wat kan ik", "e-mail van a_b@c.nl", "ik & mijn bedrijf"] {
            assert_eq!(as_plain(harmless), harmless);
        }
        assert_eq!(as_plain("*help*\n  snel"), "\\*help\\* snel");
        assert_eq!(as_plain("1. wat kost het"), "1\\. wat kost het");
    }

    proptest! {
        #[test]
        fn whatever_people_write_is_read_back(text in "[ -~éë\n]{1,60}") {
            let line = one_line(&text);
            prop_assume!(!line.is_empty());
            prop_assert!(is_read_back(&as_plain(&text), &line), "{}", as_plain(&text));
        }
    }
}
