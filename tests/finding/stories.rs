//! Stories of questions that find their entry.

use loket::domain::language::Language;

use crate::counter::{Counter, area};

/// People type on a phone, with one thumb, in a shop.
#[test]
fn typing_errors_are_forgiven() {
    let counter = Counter::open();
    for typed in ["subsidie zonnepanlen", "zonnepaneelen op het dak", "ZONNEPANELEN??", "zonepanelen subsidei"] {
        assert_eq!(counter.finds(typed), "zonnepanelen", "{typed}");
    }
    let explained = counter.explains("zonnepanlen").join("\n");
    assert!(explained.contains("zonnepanlen, read as zonnepanelen"), "{explained}");
}

/// Dutch writes words together; what they are made of counts too.
#[test]
fn a_compound_is_found_by_its_parts() {
    let counter = Counter::open();
    assert_eq!(counter.finds("kroegterras vergunning"), "terrasvergunning");
    assert_eq!(counter.finds("werknemersloon bij langdurig verzuim"), "ziekte-loondoorbetaling");
}

/// Somebody from abroad asks in English and finds the Dutch scheme.
#[test]
fn english_finds_dutch_entries() {
    let counter = Counter::open();
    let evidence = counter.evidence("my employee is sick for 3 months do i have to keep paying");
    assert_eq!(evidence.language, Some(Language::En));
    assert_eq!(evidence.candidates.first().unwrap().entry.as_str(), "ziekte-loondoorbetaling");
    assert_eq!(counter.evidence("hoe lang ziek doorbetalen").language, Some(Language::Nl));
}

/// A third language is not taken for ours.
#[test]
fn a_language_we_do_not_speak_is_said_to_be_unknown() {
    assert_eq!(Counter::open().evidence("Dlaczego dostaję voorlopige aanslag i jaki jest tego cel?").language, None);
}

/// Who writes WBSO means WBSO.
#[test]
fn an_abbreviation_wins() {
    let counter = Counter::open();
    for typed in ["Wie kunnen WBSO aanvragen?", "heb ik met wbso een vergunning nodig"] {
        assert_eq!(counter.finds(typed), "wbso", "{typed}");
    }
}

/// `geen` turns a question around, so it is not thrown away with the small words.
#[test]
fn no_and_without_count() {
    let counter = Counter::open();
    assert_eq!(counter.finds("geen onderpand"), "bmkb");
    let explained = counter.explains("geen onderpand").join("\n");
    assert!(explained.contains("word geen"), "{explained}");
}

/// What people call it is not what the scheme calls it.
#[test]
fn people_may_use_their_own_words() {
    assert_eq!(Counter::open().finds("tafels voor mijn kroeg"), "terrasvergunning");
}

/// A place in the question is where the firm is; a village will do.
#[test]
fn a_place_is_heard() {
    let counter = Counter::open();
    for (typed, code) in [("zaak in Schalkhaar", "GM0150"), ("terras enschede", "GM0153"), ("ik zit in best", "GM0753")]
    {
        assert_eq!(counter.evidence(typed).place, Some(area(code)), "{typed}");
    }
    assert!(counter.evidence("Deventer").only_a_place);
    assert!(counter.evidence("wij zitten in Glanerbrug").only_a_place);
    assert!(!counter.evidence("terras in Deventer").only_a_place);
}

/// Best is a town, but the best way is not.
#[test]
fn an_ordinary_word_is_no_place() {
    let counter = Counter::open();
    assert_eq!(counter.evidence("wat kan ik het best doen aan ziekte").place, None);
    assert_eq!(counter.evidence("hoi, mijn café in Best wil een terras").place, Some(area("GM0753")));
}

/// The desk of the own town comes first, that of another town does not; the country's rules stay.
#[test]
fn an_area_decides_which_desk_and_hides_nothing_national() {
    let counter = Counter::open();
    let asked = "contactpersoon voor ondernemers bij de gemeente";
    assert_eq!(counter.finds_at("GM0150", asked), "loket-deventer");
    assert_eq!(counter.finds_at("GM0153", asked), "loket-enschede");
    assert_eq!(counter.finds("contactpersoon gemeente Enschede"), "loket-enschede");
    assert_eq!(counter.finds_at("GM0150", "terras vergunning aanvragen"), "terrasvergunning");
}

/// An admin can read why.
#[test]
fn the_explanation_names_words_measures_and_thresholds() {
    let explained = Counter::open().explains("terrasje in Deventer").join("\n");
    for part in
        ["language: nl", "places named: Deventer", "word terrasje", "terrasvergunning", "none of them", "answers from"]
    {
        assert!(explained.contains(part), "{part} is missing in:\n{explained}");
    }
}
