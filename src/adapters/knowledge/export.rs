//! The catalogue as JSONL, for other programs: one line per entry and language.

use jiff::civil::Date;
use serde::Serialize;

use crate::domain::area::AreaCode;
use crate::domain::catalogue::Catalogue;
use crate::domain::entry::{Entry, EntryText, Kind, Status};
use crate::domain::ids::{EntryId, ThemeId};
use crate::domain::language::Language;

/// One line of the export. Its keys are a promise to other programs.
#[derive(Serialize)]
struct Line<'a> {
    id: &'a EntryId,
    kind: Kind,
    name: &'a str,
    also: &'a [String],
    questions: &'a [String],
    body: String,
    lang: Language,
    areas: &'a [AreaCode],
    themes: &'a [ThemeId],
    status: Status,
    url: &'a str,
    verified: String,
}

/// Every entry in every language, a JSON object a line, with the status it has on `today`.
pub fn export(catalogue: &Catalogue, today: Date) -> Result<String, serde_json::Error> {
    let mut lines = String::new();
    for entry in catalogue.entries() {
        for (language, text) in &entry.text {
            lines.push_str(&serde_json::to_string(&line(entry, *language, text, today))?);
            lines.push('\n');
        }
    }
    Ok(lines)
}

fn line<'a>(entry: &'a Entry, language: Language, text: &'a EntryText, today: Date) -> Line<'a> {
    let paragraphs = std::iter::once(&text.summary).chain(text.sections.values());
    Line {
        id: &entry.id,
        kind: entry.kind,
        name: &text.title,
        also: &text.also,
        questions: &text.questions,
        body: paragraphs.map(String::as_str).collect::<Vec<_>>().join("\n\n"),
        lang: language,
        areas: &entry.areas,
        themes: &entry.themes,
        status: entry.status_on(today),
        url: &entry.url,
        verified: entry.verified.written(),
    }
}
