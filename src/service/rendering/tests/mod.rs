//! What a person sees of every wording: the text, and under it the buttons in brackets.

mod by_client;
mod by_desk;
mod cards;
mod catalogue;
mod everything;
mod figures;
mod file;
mod laws;
mod overviews;
mod people;
mod relations;
mod topics;

use std::time::Duration;

use super::Renderer;
use crate::adapters::phrases::Phrasebook;
use crate::conversation::wording::Wording;
use crate::domain::catalogue::Catalogue;
use crate::domain::language::Language;
use crate::domain::message::{Message, Style};
use crate::domain::moment::Moment;
use crate::ports::phrases::Phrases;

const RETENTION: Duration = Duration::from_hours(28 * 24);

/// The sentences as they ship.
fn phrasebook() -> Phrasebook {
    let nl = include_str!("../../../../knowledge/phrases/nl.ftl");
    let en = include_str!("../../../../knowledge/phrases/en.ftl");
    Phrasebook::load(&[(Language::Nl, "nl.ftl", nl), (Language::En, "en.ftl", en)]).unwrap()
}

/// A Monday afternoon at the desk.
fn monday_afternoon() -> Moment {
    at("2026-11-23T13:30:00+01:00")
}

fn at(moment: &str) -> Moment {
    moment.parse::<jiff::Timestamp>().unwrap().into()
}

fn renderer<'a>(phrases: &'a dyn Phrases, catalogue: &'a Catalogue) -> Renderer<'a> {
    Renderer::new(phrases, catalogue, monday_afternoon(), RETENTION)
}

/// What somebody sees of these wordings, one after another.
fn seen(language: Language, wordings: &[Wording]) -> String {
    let (phrases, catalogue) = (phrasebook(), catalogue::small());
    let renderer = renderer(&phrases, &catalogue);
    let shown: Vec<String> =
        wordings.iter().map(|wording| screen(&renderer.message(wording, language, &file::transcript()))).collect();
    shown.join("\n- - -\n")
}

/// A message as it looks on a phone; who is called by name has an `@` in front.
fn screen(message: &Message) -> String {
    let called = |(style, text): (&Style, &str)| match style {
        Style::Mention(_) => format!("@{text}"),
        _ => text.to_owned(),
    };
    let mut lines = vec![message.text.pieces().map(called).collect()];
    for row in &message.buttons {
        lines.push(row.iter().map(|button| format!("[{}]", button.label)).collect::<Vec<_>>().join(" "));
    }
    lines.join("\n")
}
