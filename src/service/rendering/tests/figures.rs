//! What people see of the figures: on the poster, in the table and in words.

use std::time::Duration;

use jiff::tz::TimeZone;

use super::{catalogue, monday_afternoon, phrasebook, renderer};
use crate::domain::figures::Figures;
use crate::domain::happening::{Happening, Kind, Waited};
use crate::domain::ids::ThemeId;
use crate::domain::language::Language;
use crate::domain::period::{Period, Span};
use crate::ports::pictures::{Bars, Block, Poster};

fn period(span: Span) -> Period {
    Period::before(monday_afternoon(), span, TimeZone::get("Europe/Amsterdam").unwrap())
}

fn days_ago(days: u64, kind: Kind) -> Happening {
    Happening::new(kind, monday_afternoon().before(Duration::from_hours(24 * days)))
}

/// So many themes that they can't all be told apart, every reaction, waits, marks and places.
pub(super) fn busy(span: Span) -> Figures {
    let mut happened = Vec::new();
    let reactions = [Kind::Answered, Kind::Answered, Kind::AskedBack, Kind::HandedOver, Kind::Answered, Kind::Listened];
    for number in 0..1_260_u64 {
        let kind = reactions[usize::try_from(number % 6).unwrap()];
        let theme = (number % 11 > 0).then(|| ThemeId::new(format!("thema-{}", number % 11)));
        let place = if number % 3 == 0 { "GM0150" } else { "GM0153" };
        let place = (number % 5 > 0).then(|| place.to_owned().try_into().unwrap());
        happened.push(Happening { theme, place, ..days_ago(1 + number % 90, kind) });
    }
    let waited = |minutes: u64, kind| {
        let working = Duration::from_mins(minutes);
        let waited = Waited { in_all: working, working, kept: Some(minutes < 200) };
        Happening { waited: Some(waited), ..days_ago(2, kind) }
    };
    happened.extend((1..=10).map(|tenth| waited(tenth * 6, Kind::Claimed)));
    happened.extend((1..=10).map(|tenth| waited(tenth * 25, Kind::FirstAnswer)));
    happened.extend([Kind::Helped, Kind::Helped, Kind::NotHelped, Kind::CaseHelped].map(|kind| days_ago(3, kind)));
    happened.extend([Kind::CaseOpened, Kind::Closed].map(|kind| days_ago(3, kind)));
    Figures::of(period(span), &happened)
}

/// One question, and nothing else.
pub(super) fn quiet() -> Figures {
    Figures::of(period(Span::Month), &[days_ago(1, Kind::Answered)])
}

/// Nothing at all.
pub(super) fn empty() -> Figures {
    Figures::of(period(Span::Week), &[])
}

fn poster(figures: &Figures, language: Language) -> Poster {
    renderer(&phrasebook(), &catalogue::small()).figures_poster(figures, language)
}

/// What can be read on a poster, a line for each name with its number.
fn read(poster: &Poster) -> Vec<String> {
    let mut lines = vec![poster.title.clone(), poster.subtitle.clone()];
    for block in &poster.blocks {
        match block {
            Block::Tiles(tiles) => lines.extend(tiles.iter().map(|tile| format!("{} {}", tile.number, tile.label))),
            Block::Columns { title, columns } => {
                lines.push(format!("# {title}"));
                lines.extend(columns.iter().map(|column| format!("{} {}", column.label, column.shown)));
            }
            Block::Bars(Bars { title, note, bars, mark, rest, .. }) => {
                lines.push(format!("# {title}"));
                lines.push(note.clone());
                lines.extend(bars.iter().map(|bar| format!("{}: {}", bar.label, bar.shown)));
                lines.extend(mark.iter().map(|mark| format!("| {}", mark.label)));
                lines.push(rest.clone());
            }
            Block::Sentence { title, text } => lines.extend([format!("# {title}"), text.clone()]),
        }
    }
    lines.extend(poster.foot.iter().cloned());
    lines
}

#[test]
fn a_week_is_read_at_a_glance() {
    let lines = read(&poster(&busy(Span::Week), Language::Nl));
    let wanted = [
        "Loket in cijfers",
        "Oost-Nederland, 16 t/m 22 november 2026",
        "ma 14",
        "# Wat kregen ondernemers eerst?",
        "een antwoord: 56 (57%)",
        "een vraag terug: 14 (14%)",
        "# Hoe snel was er een mens?",
        "Eerste bericht van een mens op tijd: 7 van 10.",
        "opgepakt: de helft binnen: 30 min",
        "bericht: 9 van 10 binnen: 3 u 45 min",
        "antwoord van Loket: 2 van 3",
        "hulp van een mens: 1 van 1",
        "Deventer: 28",
    ];
    for line in wanted {
        assert!(lines.iter().any(|read| read == line), "`{line}` is missing in:\n{}", lines.join("\n"));
    }
}

#[test]
fn the_same_is_read_in_english() {
    let lines = read(&poster(&busy(Span::Quarter), Language::En));
    let wanted = [
        "Loket in figures",
        "taken: half within: 30 min",
        "message: 9 in 10 within: 3 h 45 min",
        "help by a person: 1 of 1",
    ];
    for line in wanted {
        assert!(lines.iter().any(|read| read == line), "`{line}` is missing in:\n{}", lines.join("\n"));
    }
    assert!(lines.iter().any(|line| line.contains("24 August to 22 November 2026")), "{}", lines.join("\n"));
    assert!(lines.iter().any(|line| line.starts_with("1,2") && line.contains("questions")), "{}", lines.join("\n"));
}

#[test]
fn where_nothing_happened_a_sentence_says_so() {
    for language in Language::ALL {
        let lines = read(&poster(&empty(), language));
        assert!(lines.len() < 9, "{}", lines.join("\n"));
    }
    let lines = read(&poster(&quiet(), Language::Nl));
    let text = lines.join("\n");
    assert!(text.contains("1 vraag van ondernemers") && text.contains("Niemand wachtte"), "{text}");
    assert!(text.contains("– van de beloften gehaald"), "a promise that nobody got is not 0%:\n{text}");
}

#[test]
fn the_table_tells_the_same_and_opens_in_a_dutch_excel() {
    let table = renderer(&phrasebook(), &catalogue::small()).figures_table(&busy(Span::Week), Language::Nl);
    assert!(table.starts_with("\u{FEFF}onderdeel;wat;aantal;eenheid\r\n"), "{table}");
    for line in [
        "Vragen per dag;2026-11-16;14;vragen\r\n",
        "Wat kregen ondernemers eerst?;een antwoord;56;vragen\r\n",
        "Wat kregen ondernemers eerst?;een antwoord;57;procent\r\n",
        "Hoe snel was er een mens?;bericht: 9 van 10 binnen;225;minuten werktijd\r\n",
        "Hielp het?;antwoord van Loket;67;procent\r\n",
        "Waar kwamen de vragen vandaan?;Deventer;28;vragen\r\n",
    ] {
        assert!(table.contains(line), "{line} is missing in:\n{table}");
    }
    assert_eq!(table.lines().filter(|line| line.contains(";thema-")).count(), 20, "every theme, on the poster or not");
}

#[test]
fn a_few_sentences_go_along() {
    let (phrases, catalogue) = (phrasebook(), catalogue::small());
    let renderer = renderer(&phrases, &catalogue);
    let words = |figures, language| renderer.figures_words(&figures, language).text.text();
    let week = words(busy(Span::Week), Language::Nl);
    assert!(week.starts_with("Van 16 t/m 22 november 2026: 98 vragen. 57% kreeg meteen een antwoord"), "{week}");
    let nothing = words(empty(), Language::En);
    assert!(nothing.starts_with("From 16 to 22 November 2026 no questions came in."), "{nothing}");
    let one = words(quiet(), Language::Nl);
    assert!(one.contains(": 1 vraag. 100% kreeg"), "{one}");
}
