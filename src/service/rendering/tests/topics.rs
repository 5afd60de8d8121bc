//! Looking around by topic: what stands on a page, in which order, and how to turn it.

use super::catalogue::{area, entry, id, text, with};
use super::{phrasebook, renderer, screen};
use crate::conversation::wording::Wording;
use crate::domain::entry::{Entry, Kind, Status};
use crate::domain::ids::ThemeId;
use crate::domain::language::Language;

fn titled(title: &str) -> Entry {
    let words = || text(title, "Dit is een regeling.", &[]);
    Entry { id: id(title), ..entry("regeling", Kind::Scheme, words(), words()) }
}

/// A page of a topic with these entries, as it is seen on a phone.
fn page_of(entries: Vec<Entry>, page: u16, place: Option<&str>) -> String {
    let wording = Wording::ThemePage { theme: ThemeId::new("finance"), page, place: place.map(area) };
    let (phrases, catalogue) = (phrasebook(), with(entries));
    screen(&renderer(&phrases, &catalogue).message(&wording, Language::Nl, &[]))
}

/// The titles on a page, in order.
fn titles(page: &str) -> Vec<&str> {
    page.lines()
        .filter_map(|line| line.split_once(". ").filter(|(number, _)| number.parse::<u8>().is_ok()))
        .map(|(_, title)| title)
        .collect()
}

#[test]
fn local_entries_come_first_and_what_is_over_comes_last() {
    let entries = || {
        vec![
            Entry { status: Status::Ended, ..titled("Afgelopen") },
            titled("Borg"),
            Entry { areas: vec![area("GM0150")], ..titled("Winkelsubsidie") },
        ]
    };
    let page = page_of(entries(), 0, Some("GM0150"));
    assert_eq!(titles(&page), ["Winkelsubsidie (Deventer)", "Borg", "Afgelopen (niet meer open)"]);
    let page = page_of(entries(), 0, None);
    assert_eq!(titles(&page), ["Borg", "Winkelsubsidie (Deventer)", "Afgelopen (niet meer open)"]);
}

#[test]
fn a_local_entry_says_where_it_holds_from_where_the_reader_is() {
    let local = || vec![Entry { areas: ["GM0153", "GM0150", "PV25"].map(area).to_vec(), ..titled("Voucher") }];
    assert_eq!(titles(&page_of(local(), 0, Some("GM0150"))), ["Voucher (Deventer)"]);
    assert_eq!(titles(&page_of(local(), 0, Some("GM1859"))), ["Voucher (Gelderland)"]);
    assert_eq!(titles(&page_of(local(), 0, None)), ["Voucher (Enschede en nog 2 plekken)"]);
    assert!(titles(&page_of(local(), 0, Some("GM0363"))).is_empty(), "it does not hold in Amsterdam");
}

#[test]
fn pages_are_turned_with_buttons_and_never_past_the_last() {
    let thirteen = || ('A'..='M').map(|letter| titled(&format!("Regeling {letter}"))).collect::<Vec<_>>();
    let first = page_of(thirteen(), 0, None);
    assert!(first.starts_with("Geld en financiering (1 van 3)"), "{first}");
    assert!(first.ends_with("[1] [2] [3] [4] [5] [6]\n[Volgende ›]\n[Onderwerpen] [🙋 Mens]"), "{first}");
    let middle = page_of(thirteen(), 1, None);
    assert_eq!(titles(&middle).first(), Some(&"Regeling G"));
    assert!(middle.contains("[‹ Vorige] [Volgende ›]"), "{middle}");
    let last = page_of(thirteen(), 2, None);
    assert_eq!(titles(&last), ["Regeling M"]);
    assert!(last.contains("[1]\n[‹ Vorige]\n"), "{last}");
    assert_eq!(page_of(thirteen(), 99, None), last, "a button of an older release");
}
