//! Region and desks: every firm in the region ends at a person.

use jiff::civil::{Weekday, date};
use loket::domain::holidays::Holiday;
use loket::domain::ids::{DeskId, ThemeId};
use loket::domain::language::Language;

use crate::editor::{Editor, editor};

#[test]
fn the_roster_is_read_as_the_office_manager_wrote_it() {
    let catalogue = editor().loads().catalogue.unwrap();
    assert_eq!(catalogue.region.name, "Oost-Nederland");
    let desk = catalogue.desks.desk(&DeskId::new("deventer")).unwrap();
    assert_eq!((desk.name.as_str(), desk.promise_hours), ("Ondernemersloket Deventer", 4));
    assert!(desk.hours.closures.contains(&date(2026, 12, 24)));
    assert_eq!(desk.hours.worked_holidays, [Holiday::GoodFriday]);
    let monday = date(2026, 11, 23);
    assert_eq!(monday.weekday(), Weekday::Monday);
    let shifts = |days: i64| {
        let day = monday.checked_add(jiff::Span::new().days(days)).unwrap();
        desk.hours.shifts_on(day).iter().map(|shift| format!("{}-{}", shift.from, shift.to)).collect::<Vec<_>>()
    };
    assert_eq!(shifts(0), ["09:00:00-12:30:00", "13:00:00-17:00:00"]);
    assert_eq!(shifts(1), [""; 0]);
    assert_eq!(shifts(4), ["09:00:00-12:30:00"]);

    let desk_of = |place: &str| {
        let place = catalogue.areas.find(place).unwrap();
        catalogue.desks.desk_for(Some(&place.code), None, Language::Nl).unwrap().id.clone()
    };
    assert_eq!(desk_of("Glanerbrug"), DeskId::new("enschede"));
    assert_eq!(desk_of("borculo"), DeskId::new("deventer"));
    assert_eq!((desk.lead.as_deref(), desk.themes.len(), desk.languages.len()), (None, 0, 0));
}

/// A desk for money and one for who speaks English, beside the two of the municipalities.
const NARROWER_DESKS: &str = r#"
[[desk]]
id = "geld"
name = "Team Geld"
themes = ["finance"]
lead = "@iris_deventer"
promise_hours = 4
[desk.hours]
monday = ["09:00-17:00"]

[[desk]]
id = "english"
name = "Business Desk"
municipalities = ["GM0153"]
languages = ["en"]
promise_hours = 4
[desk.hours]
monday = ["09:00-17:00"]
"#;

fn with_narrower_desks() -> Editor {
    let desks = editor().says("desks.toml");
    editor().writes("desks.toml", format!("{desks}{NARROWER_DESKS}"))
}

/// The place weighs most, then the theme, then the language; what nobody takes goes to the fall-back desk.
#[test]
fn a_case_goes_to_the_desk_that_suits_it_most_narrowly() {
    let catalogue = with_narrower_desks().loads().catalogue.unwrap();
    let desk = |place: Option<&str>, theme: Option<&str>, language| {
        let place = place.map(|name| catalogue.areas.find(name).unwrap().code.clone());
        let theme = theme.map(ThemeId::new);
        catalogue.desks.desk_for(place.as_ref(), theme.as_ref(), language).unwrap().id.to_string()
    };
    let (nl, en) = (Language::Nl, Language::En);
    assert_eq!(desk(Some("Deventer"), Some("finance"), nl), "deventer");
    assert_eq!(desk(Some("Enschede"), Some("finance"), nl), "enschede");
    assert_eq!(desk(Some("Enschede"), Some("finance"), en), "english");
    assert_eq!(desk(None, Some("finance"), en), "geld");
    assert_eq!(desk(None, Some("network"), nl), "deventer", "the fall-back desk");
    assert_eq!(desk(None, None, nl), "deventer");
    let geld = catalogue.desks.desk(&DeskId::new("geld")).unwrap();
    assert_eq!(geld.lead.as_deref(), Some("@iris_deventer"));
}

#[test]
fn a_lead_a_theme_and_a_language_that_do_not_exist_are_named() {
    let desks = with_narrower_desks().says("desks.toml");
    let wrong = desks
        .replace("\"@iris_deventer\"", "\"Iris\"")
        .replace("themes = [\"finance\"]", "themes = [\"finanse\", \"quite something else\"]")
        .replace("languages = [\"en\"]", "languages = [\"english\"]");
    let told = editor().writes("desks.toml", wrong).errors();
    insta::assert_snapshot!(told.join("\n"), @r#"
    desks.toml:26 there is no theme `finanse` — did you mean `finance`?
    desks.toml:26 `themes` cannot be read: `quite something else` is no id: use small letters, digits and hyphens — write it like `themes = ["finance"]`
    desks.toml:27 this is no name in Telegram — write the team lead's name as it stands in their profile, with the @: "@iris_deventer"
    desks.toml:33 `enschede` and `english` both answer for Enschede (GM0153), any theme, language `nl` — leave it at one of them, or give one of them `themes` or `languages`
    desks.toml:36 `languages` cannot be read: unknown word `english`, expected `nl` or `en` — write it like `languages = ["en"]`
    "#);
}

/// Two desks that both suit a case: nobody could say whose it is.
#[test]
fn no_case_ends_at_two_desks() {
    let again = NARROWER_DESKS.replace("\"geld\"", "\"deals\"").replace("\"english\"", "\"expats\"");
    let desks = with_narrower_desks().says("desks.toml");
    let twice = editor().writes("desks.toml", format!("{desks}{again}"));
    insta::assert_snapshot!(twice.errors().join("\n"), @"
    desks.toml:42 `geld` and `deals` both answer for a firm elsewhere, theme `finance`, language `nl` — leave it at one of them, or give one of them `themes` or `languages`
    desks.toml:51 `english` and `expats` both answer for Enschede (GM0153), any theme, language `en` — leave it at one of them, or give one of them `themes` or `languages`
    ");
    let apart =
        NARROWER_DESKS.replace("themes = [\"finance\"]", "themes = [\"network\"]").replace("\"GM0153\"", "\"GM0150\"");
    let apart = apart.replace("\"geld\"", "\"net\"").replace("\"english\"", "\"expats\"");
    assert_eq!(editor().writes("desks.toml", format!("{desks}{apart}")).errors(), [""; 0]);
}

/// Somewhere in the region somebody asks about something for which there is a desk only elsewhere.
#[test]
fn no_case_ends_nowhere() {
    let without_fallback = with_narrower_desks().changes("desks.toml", "fallback = \"deventer\"\n", "");
    let told = without_fallback.changes(
        "desks.toml",
        "municipalities = [\"GM0150\"]",
        "municipalities = [\"GM0150\"]\nthemes = [\"network\"]",
    );
    insta::assert_snapshot!(told.errors().join("\n"), @r#"
    desks.toml:1 `fallback` is missing — add a line like `fallback = "deventer"`
    desks.toml:1 no desk answers for Deventer (GM0150), any theme, language `nl` — add it to a desk's `municipalities`, or name a `fallback` desk
    "#);
}

#[test]
fn hours_that_cannot_be_worked_are_named() {
    let told = editor()
        .changes("desks.toml", "\"13:00-17:00\"", "\"12:00-17:00\"")
        .changes("desks.toml", "friday = [\"09:00-12:30\"]", "vrijdag = [\"09:00-12:30\"]")
        .changes("desks.toml", "\"08:30-17:00\"", "\"17:00-08:30\", \"half negen\"")
        .changes("desks.toml", "promise_hours = 4", "promise_hours = 0")
        .errors();
    insta::assert_snapshot!(told.join("\n"), @r#"
    desks.toml:8 nobody can react in no time — promise one working hour or more
    desks.toml:12 these hours begin before the ones in front of them end — write the hours of a day in order, without overlap
    desks.toml:13 there is no key `vrijdag` here — take it out, or use one of: monday, tuesday, wednesday, thursday, friday, saturday, sunday
    desks.toml:21 `tuesday` cannot be read: `17:00-08:30` ends before it begins — write it like `tuesday = ["09:00-12:30", "13:00-17:00"]`
    desks.toml:21 `tuesday` cannot be read: `half negen` is no time from–to — write it like `tuesday = ["09:00-12:30", "13:00-17:00"]`
    "#);
}

#[test]
fn days_and_clocks_that_do_not_exist_are_named() {
    let told = editor()
        .changes("desks.toml", "good-friday", "good-fryday")
        .changes("desks.toml", "Europe/Amsterdam", "Europe/Deventer")
        .changes("desks.toml", "2026-12-24", "\"24-12-2026\"")
        .errors();
    insta::assert_snapshot!(told.join("\n"), @r#"
    desks.toml:1 there is no time zone `Europe/Deventer` — write "Europe/Amsterdam"
    desks.toml:9 `closures` cannot be read: this is the text "24-12-2026", expected a day without quotes — write it like `closures = [2026-12-24]`
    desks.toml:10 `worked_holidays` cannot be read: unknown word `good-fryday`, expected one of `new-year`, `good-friday`, `easter`, `easter-monday`, `kings-day`, `liberation-day`, `ascension`, `whitsun`, `whit-monday`, `christmas`, `second-christmas-day` — write it like `worked_holidays = ["good-friday"]`
    "#);
}

#[test]
fn a_desk_without_hours_can_keep_no_promise() {
    let told = editor().changes("desks.toml", "[desk.hours]\ntuesday = [\"08:30-17:00\"]\n", "").errors();
    insta::assert_snapshot!(told.join("\n"), @"desks.toml:15 this desk has no hours — add `[desk.hours]` with a line per weekday");
}

#[test]
fn every_municipality_of_the_region_ends_at_a_desk() {
    let told = editor()
        .changes("region.toml", "\"GM0153\"", "\"GM0153\", \"GM1859\"")
        .changes("desks.toml", "fallback = \"deventer\"\n", "")
        .errors();
    insta::assert_snapshot!(told.join("\n"), @r#"
    desks.toml:1 `fallback` is missing — add a line like `fallback = "deventer"`
    desks.toml:1 no desk answers for Berkelland (GM1859), any theme, language `nl` — add it to a desk's `municipalities`, or name a `fallback` desk
    "#);
}

#[test]
fn a_municipality_has_one_desk() {
    let told = editor().changes("desks.toml", "[\"GM0153\"]", "[\"GM0150\", \"GM1859\", \"GM9999\"]").changes(
        "desks.toml",
        "fallback = \"deventer\"",
        "fallback = \"devneter\"",
    );
    insta::assert_snapshot!(told.errors().join("\n"), @"
    desks.toml:1 no desk answers for Enschede (GM0153), any theme, language `nl` — add it to a desk's `municipalities`, or name a `fallback` desk
    desks.toml:2 there is no desk `devneter` — did you mean `deventer`?
    desks.toml:16 `deventer` and `enschede` both answer for Deventer (GM0150), any theme, language `nl` — leave it at one of them, or give one of them `themes` or `languages`
    desks.toml:18 there is no municipality GM9999 — look its code up in areas.csv, e.g. GM0150 for Deventer
    ");
    insta::assert_snapshot!(told.warnings().join("\n"), @"desks.toml:18 GM1859 is not in the region — add it to region.toml, or take it out");
}

#[test]
fn a_desk_stands_on_the_page_once() {
    let told = editor().changes("desks.toml", "id = \"enschede\"", "id = \"deventer\"").errors();
    insta::assert_snapshot!(told.join("\n"), @"desks.toml:16 the desk `deventer` stands here twice — rename one");
}

#[test]
fn a_region_says_whose_it_is() {
    let told = editor()
        .changes("region.toml", "controller = \"gemeente Deventer\"\n", "")
        .changes("region.toml", "\"GM0150\", ", "\"PV23\", ")
        .errors();
    insta::assert_snapshot!(told.join("\n"), @r#"
    region.toml:1 `controller` is missing — add a line like `controller = "gemeente Deventer"`
    region.toml:2 there is no municipality PV23 — look its code up in areas.csv, e.g. GM0150 for Deventer
    "#);
}
