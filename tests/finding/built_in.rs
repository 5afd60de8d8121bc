//! The knowledge that comes with the program, read once for all who ask it.

use std::sync::LazyLock;

use jiff::civil::date;
use loket::adapters::knowledge::folder::Folder;
use loket::domain::evidence::{Evidence, Question};
use loket::domain::language::Language;
use loket::service::shelf::Knowledge;
use loket::startup::open_knowledge;

pub(crate) static KNOWLEDGE: LazyLock<Knowledge> =
    LazyLock::new(|| open_knowledge(&Folder::embedded(), date(2026, 11, 23)).unwrap());

pub(crate) fn evidence(text: &str) -> Evidence {
    KNOWLEDGE.search.evidence(&Question { text: text.to_owned(), language: None, place: None })
}

/// BMKB-C has been over for years, and the EU-KOR is for other countries: who leaves the letter out does not mean them.
#[test]
fn a_letter_sets_two_names_apart() {
    for (typed, meant) in
        [("borg voor een lening bmkb", "bmkb"), ("bmkb-c", "bmkb-c"), ("kor", "kor"), ("eu-kor", "eu-kor")]
    {
        let found = evidence(typed);
        assert_eq!(found.candidates.first().unwrap().entry.as_str(), meant, "{typed}");
    }
}

/// Programmes and offices have names that are the same in both languages.
#[test]
fn a_name_changes_no_language() {
    for typed in ["wat is enterprise europe network", "wat is de european innovation council", "nvwa contact"] {
        assert_ne!(evidence(typed).language, Some(Language::En), "{typed}");
    }
    for typed in ["insurance", "what is wbso", "kvk registration"] {
        assert_eq!(evidence(typed).language, Some(Language::En), "{typed}");
    }
}
