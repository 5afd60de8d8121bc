//! Where one goes on to: what goes together, what does not, and the first door of a topic.

use super::catalogue::{area, entry, id, text, with};
use super::{phrasebook, renderer, screen};
use crate::conversation::wording::Wording;
use crate::domain::area::AreaCode;
use crate::domain::catalogue::Catalogue;
use crate::domain::entry::{Entry, Kind, Status};
use crate::domain::ids::{EntryId, ThemeId};
use crate::domain::language::Language;
use crate::domain::message::Part;

fn titled(title: &str) -> Entry {
    let words = || text(title, "Dit is een regeling.", &[]);
    Entry { id: id(title), ..entry("regeling", Kind::Scheme, words(), words()) }
}

fn ids(titles: &[&str]) -> Vec<EntryId> {
    titles.iter().map(|title| id(title)).collect()
}

fn shown(catalogue: &Catalogue, wording: &Wording, language: Language) -> String {
    let phrases = phrasebook();
    screen(&renderer(&phrases, catalogue).message(wording, language, &[]))
}

/// What stands on the full card of the first of these entries, from the foot on.
fn full_card(entries: Vec<Entry>, language: Language) -> String {
    let wording = Wording::Card { entry: entries[0].id.clone(), part: Part::Everything };
    shown(&with(entries), &wording, language)
}

/// The buttons that lead to other entries.
fn relations(card: &str) -> Vec<&str> {
    card.lines().filter(|line| line.starts_with('[') && line.contains(": ")).collect()
}

#[test]
fn what_goes_together_is_offered_from_either_side() {
    let borg = Entry { stacks_with: ids(&["Krediet"]), ..titled("Borg") };
    let seen_from = |first: Entry, other: Entry| full_card(vec![first, other], Language::Nl);
    assert_eq!(relations(&seen_from(borg.clone(), titled("Krediet"))), ["[Combineer met: Krediet]"]);
    assert_eq!(relations(&seen_from(titled("Krediet"), borg)), ["[Combineer met: Borg]"]);
}

#[test]
fn what_does_not_go_together_is_said() {
    let borg = Entry { excludes: ids(&["Krediet", "Voorbij"]), ..titled("Borg") };
    let gone = Entry { status: Status::Ended, ..titled("Voorbij") };
    let card = full_card(vec![borg.clone(), titled("Krediet"), gone.clone()], Language::Nl);
    assert!(card.contains("\nNiet samen met: Krediet\n"), "{card}");
    let card = full_card(vec![titled("Krediet"), borg, gone], Language::En);
    assert!(card.contains("\nNot together with: Borg\n"), "{card}");
}

#[test]
fn four_other_entries_are_enough() {
    let others = ["Advies", "Beurs", "Cursus", "Dagwaarde", "Export"];
    let first = Entry {
        status: Status::Ended,
        successor: Some(id("Export")),
        stacks_with: ids(&["Advies", "Beurs", "Cursus"]),
        related: ids(&["Advies", "Cursus", "Dagwaarde", "Export"]),
        ..titled("Borg")
    };
    let entries: Vec<Entry> = std::iter::once(first).chain(others.map(titled)).collect();
    assert_eq!(
        relations(&full_card(entries, Language::Nl)),
        ["[Combineer met: Advies]", "[Combineer met: Beurs]", "[Ook handig: Cursus]", "[Nu: Export]"]
    );
}

#[test]
fn a_topic_begins_at_one_door() {
    let theme = ThemeId::new("finance");
    let mut catalogue = with(vec![titled("Adviesteam"), Entry { areas: vec![area("GM0150")], ..titled("Loket") }]);
    catalogue.doors.hang(theme.clone(), AreaCode::country(), id("Adviesteam"));
    catalogue.doors.hang(theme.clone(), area("GM0150"), id("Loket"));
    let door = |place: Option<&str>, language| {
        let wording = Wording::ThemePage { theme: theme.clone(), page: 0, place: place.map(area) };
        relations(&shown(&catalogue, &wording, language)).join("\n")
    };
    assert_eq!(door(Some("GM0150"), Language::Nl), "[Begin bij: Loket]");
    assert_eq!(door(Some("GM0153"), Language::Nl), "[Begin bij: Adviesteam]");
    assert_eq!(door(None, Language::En), "[Start with: Adviesteam]");
}
