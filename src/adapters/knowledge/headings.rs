//! The headings of an entry's text: fixed per kind and language, so that every card reads alike.

use crate::domain::entry::{Kind, Section};
use crate::domain::language::Language;

/// The heading above the ways in which people ask.
pub(super) const fn questions(language: Language) -> &'static str {
    match language {
        Language::Nl => "Zo vragen mensen het",
        Language::En => "How people ask",
    }
}

/// The headings of a kind in the order in which they are shown, with the section each stands for.
pub(super) fn sections(kind: Kind, language: Language) -> Vec<(Section, &'static str)> {
    let headings: &[&str] = match (kind, language) {
        (Kind::Scheme, Language::Nl) => {
            &["Voor wie", "Wat krijg je", "Voorwaarden", "Zo vraag je het aan", "Tot wanneer"]
        }
        (Kind::Scheme, Language::En) => &["Who is it for", "What do you get", "Conditions", "How to apply", "By when"],
        (Kind::Rule | Kind::Faq, Language::Nl) => {
            &["Voor wie", "Wat geldt er", "Waar let je op", "Zo regel je het", "Wanneer"]
        }
        (Kind::Rule | Kind::Faq, Language::En) => {
            &["Who is it for", "What applies", "What to watch", "How to arrange it", "When"]
        }
        // An organisation has no date.
        (Kind::Organisation, Language::Nl) => &["Voor wie", "Wat doen ze", "Waar let je op", "Zo bereik je ze"],
        (Kind::Organisation, Language::En) => &["Who is it for", "What they do", "What to watch", "How to reach them"],
        (Kind::Example, Language::Nl) => {
            &["Om wie gaat het", "Wat deden ze", "Wat leer je ervan", "Wie hielp", "Wanneer"]
        }
        (Kind::Example, Language::En) => {
            &["Who is it about", "What they did", "What you can learn", "Who helped", "When"]
        }
    };
    Section::ALL.into_iter().zip(headings.iter().copied()).collect()
}

/// The sections without which an entry answers nothing. The others are left out when they have no content.
pub(super) const fn required(kind: Kind) -> &'static [Section] {
    match kind {
        Kind::Example => &[Section::Who, Section::What],
        _ => &[Section::Who, Section::What, Section::How],
    }
}

/// The heading of a section in a kind and language; `None` when the kind does not have it.
pub(super) fn heading(kind: Kind, language: Language, section: Section) -> Option<&'static str> {
    sections(kind, language).into_iter().find(|(one, _)| *one == section).map(|(_, heading)| heading)
}
