//! Cards: short and in full, open and closed, national and local.

use super::catalogue::{area, day, entry, id, text, with};
use super::{phrasebook, renderer, screen, seen};
use crate::conversation::wording::Wording;
use crate::domain::entry::{Entry, Kind, Section, Status};
use crate::domain::language::Language;
use crate::domain::message::{Part, Style};
use crate::domain::text::MESSAGE_LIMIT;

fn short(name: &str) -> Wording {
    Wording::Card { entry: id(name), part: Part::Summary }
}

fn full(name: &str) -> Wording {
    Wording::Card { entry: id(name), part: Part::Everything }
}

/// A card of an entry that stands alone, as it is seen on a phone.
fn card_of(entry: Entry, part: Part) -> String {
    let wording = Wording::Card { entry: entry.id.clone(), part };
    let (phrases, catalogue) = (phrasebook(), with(vec![entry]));
    screen(&renderer(&phrases, &catalogue).message(&wording, Language::Nl, &[]))
}

fn plain_entry() -> Entry {
    let words = || text("Een regeling", "Dit is een regeling.", &[]);
    entry("regeling", Kind::Scheme, words(), words())
}

#[test]
fn a_scheme() {
    insta::assert_snapshot!(seen(Language::Nl, &[short("bmkb"), full("bmkb")]), @"");
    insta::assert_snapshot!(seen(Language::En, &[short("bmkb"), full("bmkb")]), @"");
}

/// Something that is over is never shown as open: it says so, and leads to what came instead.
#[test]
fn a_closed_scheme_leads_to_its_successor() {
    insta::assert_snapshot!(seen(Language::Nl, &[short("tozo")]), @"");
    insta::assert_snapshot!(seen(Language::En, &[short("tozo")]), @"");
}

/// A provincial voucher that is not open yet, with facts somebody should have looked at again.
#[test]
fn a_local_scheme_that_opens_later() {
    insta::assert_snapshot!(seen(Language::Nl, &[short("voucher")]), @"");
    insta::assert_snapshot!(seen(Language::En, &[short("voucher")]), @"");
}

#[test]
fn an_organisation_and_an_example() {
    insta::assert_snapshot!(seen(Language::Nl, &[short("rvo"), short("bakery")]), @"");
    insta::assert_snapshot!(seen(Language::En, &[full("rvo"), full("bakery")]), @"");
}

#[test]
fn an_entry_that_is_gone() {
    insta::assert_snapshot!(seen(Language::Nl, &[short("gone")]), @"");
}

#[test]
fn every_standing_is_said_under_the_title() {
    let standing = |status: Status, opens: Option<&str>| {
        let shown = card_of(Entry { status, opens: opens.map(day), ..plain_entry() }, Part::Summary);
        shown.lines().nth(1).unwrap().to_owned()
    };
    assert_eq!(standing(Status::Open, None), "");
    assert_eq!(standing(Status::Open, Some("2027-02-01")), "Gaat open op 1 februari 2027.");
    assert_eq!(standing(Status::Upcoming, None), "Nog niet open.");
    assert_eq!(standing(Status::Seasonal, Some("2027-02-01")), "Gaat open op 1 februari 2027.");
    assert!(standing(Status::Seasonal, None).starts_with("Let op:"));
    assert_eq!(standing(Status::Closed, None), "Gesloten.");
    assert_eq!(standing(Status::BudgetGone, None), "Het budget is op.");
    assert_eq!(standing(Status::Ended, None), "Dit bestaat niet meer.");
    assert!(standing(Status::Unknown, None).starts_with("Let op:"));
}

#[test]
fn without_a_text_about_it_the_last_day_is_the_deadline() {
    let shown = card_of(Entry { closes: Some(day("2026-11-23")), ..plain_entry() }, Part::Summary);
    assert!(shown.contains("Tot wanneer: tot en met 23 november 2026"), "{shown}");
}

#[test]
fn many_places_are_counted() {
    let areas = ["GM0150", "GM0153", "GM1859", "GM0363", "PV23", "PV25"].map(area).to_vec();
    let shown = card_of(Entry { areas, ..plain_entry() }, Part::Summary);
    assert!(shown.contains("Geldt in: Deventer, Enschede, Berkelland, Amsterdam en nog 2 plekken"), "{shown}");
    let shown = card_of(Entry { areas: vec![area("GM0150"), area("GM0153")], ..plain_entry() }, Part::Summary);
    assert!(shown.contains("Geldt in: Deventer en Enschede"), "{shown}");
}

/// A long entry is cut between sections, never in a sentence, and says where the rest stands.
#[test]
fn a_long_entry_is_cut_at_a_section() {
    let long = "Dit is een zin. ".repeat(150);
    let words = || text("Lang", "Veel tekst.", &[(Section::Who, &long), (Section::What, &long)]);
    let shown = card_of(entry("lang", Kind::Scheme, words(), words()), Part::Everything);
    assert!(shown.encode_utf16().count() <= MESSAGE_LIMIT);
    assert!(shown.contains("Voor wie\nDit is een zin."), "{shown}");
    assert!(!shown.contains("Wat krijg je"), "{shown}");
    assert!(shown.contains("Er is meer. Lees verder: lang.nl"), "{shown}");
}

/// The link leads to the official page and shows the site as people say it.
#[test]
fn the_link_shows_the_site() {
    let (phrases, catalogue) = (phrasebook(), with(vec![plain_entry()]));
    let message = renderer(&phrases, &catalogue).message(&short("regeling"), Language::Nl, &[]);
    let link = message.text.pieces().find(|(style, _)| matches!(style, Style::Link(_))).unwrap();
    assert_eq!(link, (&Style::Link("https://www.regeling.nl/ondernemers?taal=nl".to_owned()), "regeling.nl"));
}

/// A catalogue without English still answers somebody who speaks English.
#[test]
fn a_text_that_lacks_a_language_is_shown_in_dutch() {
    let mut entry = plain_entry();
    entry.text.remove(&Language::En);
    let (phrases, catalogue) = (phrasebook(), with(vec![entry]));
    let message = renderer(&phrases, &catalogue).message(&short("regeling"), Language::En, &[]);
    assert!(screen(&message).starts_with("Een regeling"));
}

/// A question alone says nothing: the sentence that answers it comes along.
#[test]
fn a_section_that_opens_with_a_question_shows_the_answer_too() {
    let words = || text("Titel", "Samenvatting.", &[(Section::What, "Koop je iets? Dan krijg je geld. Soms niet.")]);
    let shown = card_of(entry("regeling", Kind::Scheme, words(), words()), Part::Summary);
    assert!(shown.contains("Wat krijg je: Koop je iets? Dan krijg je geld.\n"), "{shown}");
}
