//! The pictures of figures, painted: with much and little in them, in both languages. They are left in
//! `target/tmp/posters` to be looked at: whether they are good to look at, only a person can say.

#![cfg(test)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::Duration;

use jiff::civil::date;
use loket::adapters::charts::Charts;
use loket::domain::catalogue::{Catalogue, Theme};
use loket::domain::figures::Figures;
use loket::domain::happening::{Happening, Kind, Waited};
use loket::domain::ids::ThemeId;
use loket::domain::language::Language;
use loket::domain::moment::Moment;
use loket::domain::period::{Period, Span};
use loket::ports::pictures::Painter;
use loket::service::rendering::Renderer;
use loket::service::shelf::Knowledge;

/// Monday 30 November 2026, half past eight in Deventer.
const MONDAY: Moment = Moment::from_millis(1_796_023_800_000);

fn knowledge() -> &'static Knowledge {
    static KNOWLEDGE: OnceLock<Knowledge> = OnceLock::new();
    KNOWLEDGE.get_or_init(|| {
        let folder = loket::startup::Folder::embedded();
        loket::startup::open_knowledge(&folder, date(2026, 11, 23)).unwrap()
    })
}

/// Numbers that look like chance and are always the same.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most
    }

    /// One of these, the first ones more often.
    fn one_of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        let (one, other) = (self.below(all.len() as u64), self.below(all.len() as u64));
        &all[usize::try_from(one.min(other)).unwrap()]
    }
}

/// What may have happened in the days before [`MONDAY`], with about so many questions on a working day.
fn happened(catalogue: &Catalogue, days: u64, a_day: u64) -> Vec<Happening> {
    let mut dice = Dice(7);
    let themes: Vec<ThemeId> = catalogue.themes.iter().map(|theme| theme.id.clone()).collect();
    let places = &catalogue.region.municipalities;
    let mut happened = Vec::new();
    for day in 1..=days {
        let is_weekend = matches!(day % 7, 1 | 2);
        let count = if is_weekend { a_day / 6 } else { a_day * 3 / 4 + dice.below(a_day / 2 + 1) };
        for _ in 0..count {
            let at = MONDAY.before(Duration::from_hours(24 * day - dice.below(10)));
            let kind = match dice.below(100) {
                0..70 => Kind::Answered,
                70..83 => Kind::AskedBack,
                83..99 => Kind::HandedOver,
                _ => Kind::Listened,
            };
            let theme = (dice.below(12) > 0).then(|| dice.one_of(&themes).clone());
            let place = (dice.below(8) > 0).then(|| dice.one_of(places).clone());
            let question = Happening { theme, place, ..Happening::new(kind, at) };
            if kind == Kind::Answered && dice.below(4) == 0 {
                let kind = if dice.below(9) > 1 { Kind::Helped } else { Kind::NotHelped };
                happened.push(Happening { kind, ..question.clone() });
            }
            if matches!(kind, Kind::HandedOver | Kind::Listened) {
                happened.push(Happening { kind: Kind::CaseOpened, ..question.clone() });
                let claim = Duration::from_mins(4 + dice.below(9) * dice.below(20));
                let answer = claim + Duration::from_mins(3 + dice.below(9) * dice.below(20));
                let waited = |working: Duration| Waited {
                    in_all: working,
                    working,
                    kept: Some(working < Duration::from_hours(4)),
                };
                happened.push(Happening { kind: Kind::Claimed, waited: Some(waited(claim)), ..question.clone() });
                happened.push(Happening { kind: Kind::FirstAnswer, waited: Some(waited(answer)), ..question.clone() });
                if dice.below(3) > 0 {
                    let kind = if dice.below(9) > 0 { Kind::CaseHelped } else { Kind::CaseNotHelped };
                    happened.push(Happening { kind, ..question.clone() });
                }
            }
            happened.push(question);
        }
    }
    happened
}

/// Twenty themes whose names are as long as an editor may write them, and longer.
fn long_names(catalogue: &Catalogue) -> Catalogue {
    let label = |number: usize| format!("Bedrijventerreinontwikkeling & omgevingsvergunningaanvragen nummer {number}");
    let theme = |number: usize| Theme {
        id: ThemeId::new(format!("long-{number}")),
        label: BTreeMap::from(Language::ALL.map(|language| (language, label(number)))),
    };
    let mut catalogue = catalogue.clone();
    catalogue.themes = (1..=20).map(theme).collect();
    catalogue
}

/// Paints it, leaves it to be looked at, and gives its width, height and bytes.
fn paint(
    name: &str,
    language: Language,
    catalogue: &Catalogue,
    span: Span,
    happened: &[Happening],
) -> (u32, u32, usize) {
    let period = Period::before(MONDAY, span, catalogue.desks.zone());
    let figures = Figures::of(period, happened);
    let phrases = knowledge().phrases.as_ref();
    let renderer = Renderer::new(phrases, catalogue, MONDAY, Duration::from_hours(24 * 28));
    let png = Charts::new().paint(&renderer.figures_poster(&figures, language)).unwrap();
    let folder: PathBuf = Path::new(env!("CARGO_TARGET_TMPDIR")).join("posters");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join(format!("{name}-{}.png", language.code())), &png).unwrap();
    let side = |from: usize| u32::from_be_bytes(png[from..from + 4].try_into().unwrap());
    (side(16), side(20), png.len())
}

/// What the Bot API shows as a photo, and a phone on one screen or two.
fn assert_fits((width, height, bytes): (u32, u32, usize), most_height: u32) {
    assert_eq!(width, 1_080);
    assert!(height <= most_height, "{height} pixels high");
    assert!(bytes < 1_000_000, "{bytes} bytes");
}

#[test]
fn a_week() {
    let catalogue = &knowledge().catalogue;
    for language in Language::ALL {
        assert_fits(paint("week", language, catalogue, Span::Week, &happened(catalogue, 7, 40)), 3_120);
    }
}

#[test]
fn a_month_and_a_quarter() {
    let catalogue = &knowledge().catalogue;
    assert_fits(paint("month", Language::Nl, catalogue, Span::Month, &happened(catalogue, 30, 60)), 3_120);
    assert_fits(paint("quarter", Language::En, catalogue, Span::Quarter, &happened(catalogue, 91, 900)), 3_120);
}

#[test]
fn one_day_and_none() {
    let catalogue = &knowledge().catalogue;
    let one_day = happened(catalogue, 3, 6);
    for language in Language::ALL {
        assert_fits(paint("one-day", language, catalogue, Span::Quarter, &one_day), 2_700);
        assert_fits(paint("nothing", language, catalogue, Span::Week, &[]), 1_000);
    }
}

#[test]
fn twenty_themes_with_very_long_names() {
    let catalogue = long_names(&knowledge().catalogue);
    for language in Language::ALL {
        let happened = happened(&catalogue, 30, 20_000 / 30);
        assert_fits(paint("long-names", language, &catalogue, Span::Month, &happened), 3_120);
    }
}
