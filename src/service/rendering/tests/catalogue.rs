//! A small catalogue with one of everything a card can show.

use std::collections::BTreeMap;

use jiff::civil::{Date, date, time};
use jiff::tz::TimeZone;

use crate::domain::area::{AreaCode, Areas, Municipality};
use crate::domain::catalogue::{Catalogue, Signals, Surroundings, Theme};
use crate::domain::desk::{Desk, Desks};
use crate::domain::doors::Doors;
use crate::domain::entry::{Checked, Confidence, Entry, EntryText, Form, Kind, Section, Status};
use crate::domain::ids::{DeskId, EntryId, ReleaseId, ThemeId};
use crate::domain::language::Language;
use crate::domain::notice::Notice;
use crate::domain::region::Region;
use crate::domain::working_hours::{Shift, WorkingHours};

pub(super) fn area(code: &str) -> AreaCode {
    AreaCode::try_from(code.to_owned()).unwrap()
}

pub(super) fn id(word: &str) -> EntryId {
    EntryId::new(word)
}

/// Deventer and its neighbours, with a handful of entries.
pub(super) fn small() -> Catalogue {
    with(entries())
}

/// The same region with these entries.
pub(super) fn with(entries: Vec<Entry>) -> Catalogue {
    let theme = |id: &str, nl: &str, en: &str| Theme {
        id: ThemeId::new(id),
        label: BTreeMap::from([(Language::Nl, nl.to_owned()), (Language::En, en.to_owned())]),
    };
    let surroundings = Surroundings {
        areas: areas(),
        region: Region {
            name: "Oost-Nederland".to_owned(),
            municipalities: vec![area("GM0150"), area("GM0153"), area("GM1859")],
            controller: "gemeente Deventer".to_owned(),
            privacy_url: "https://www.deventer.nl/privacy".to_owned(),
        },
        desks: Desks::new(vec![desk()], Some(DeskId::new("deventer"))),
        themes: vec![
            theme("finance", "Geld en financiering", "Money and finance"),
            theme("debt", "Geldzorgen", "Money worries"),
            theme("export", "Over de grens", "Doing business abroad"),
        ],
        synonyms: Vec::new(),
        signals: Signals { phrases: BTreeMap::new(), listening: vec![id("113"), id("geldfit")] },
        doors: Doors::default(),
        notice: Some(high_water()),
    };
    Catalogue::new(ReleaseId::new("test"), surroundings, entries)
}

fn high_water() -> Notice {
    Notice {
        since: date(2026, 1, 1).at(0, 0, 0, 0),
        until: Some(date(2027, 12, 31).at(18, 0, 0, 0)),
        text: BTreeMap::from([(Language::Nl, "Het centrum is dicht door hoog water.".to_owned())]),
    }
}

fn areas() -> Areas {
    let place = |code: &str, name: &str, province: &str| Municipality {
        code: area(code),
        name: name.to_owned(),
        province: area(province),
        also: Vec::new(),
    };
    let municipalities = vec![
        place("GM0150", "Deventer", "PV23"),
        place("GM0153", "Enschede", "PV23"),
        place("GM1859", "Berkelland", "PV25"),
        place("GM0363", "Amsterdam", "PV27"),
    ];
    let provinces = [("PV23", "Overijssel"), ("PV25", "Gelderland"), ("PV27", "Noord-Holland")];
    Areas::new(municipalities, provinces.into_iter().map(|(code, name)| (area(code), name.to_owned())).collect())
}

fn desk() -> Desk {
    let day = || vec![Shift { from: time(9, 0, 0, 0), to: time(17, 0, 0, 0) }];
    Desk {
        id: DeskId::new("deventer"),
        name: "Ondernemersloket Deventer".to_owned(),
        municipalities: vec![area("GM0150")],
        themes: Vec::new(),
        languages: Vec::new(),
        lead: None,
        hours: WorkingHours {
            zone: TimeZone::get("Europe/Amsterdam").unwrap(),
            week: [day(), day(), day(), day(), day(), vec![], vec![]],
            closures: std::collections::BTreeSet::new(),
            worked_holidays: Vec::new(),
        },
        promise_hours: 8,
    }
}

/// An entry with a title and a summary, for the whole country, open, checked in 2025.
pub(super) fn entry(name: &str, kind: Kind, nl: EntryText, en: EntryText) -> Entry {
    Entry {
        id: id(name),
        aliases: Vec::new(),
        kind,
        form: (kind == Kind::Scheme).then_some(Form::Loan),
        provider: None,
        areas: vec![AreaCode::country()],
        themes: vec![ThemeId::new("finance")],
        sectors: Vec::new(),
        status: Status::Open,
        opens: None,
        closes: None,
        paused: None,
        successor: None,
        related: Vec::new(),
        stacks_with: Vec::new(),
        excludes: Vec::new(),
        url: format!("https://www.{name}.nl/ondernemers?taal=nl"),
        sources: Vec::new(),
        verified: Checked::Year(2025),
        review_by: day("2026-12-31"),
        confidence: Confidence::Read,
        to_check: None,
        text: BTreeMap::from([(Language::Nl, nl), (Language::En, en)]),
    }
}

pub(super) fn day(written: &str) -> Date {
    written.parse().unwrap()
}

pub(super) fn text(title: &str, summary: &str, sections: &[(Section, &str)]) -> EntryText {
    EntryText {
        title: title.to_owned(),
        summary: summary.to_owned(),
        sections: sections.iter().map(|(section, body)| (*section, (*body).to_owned())).collect(),
        ..EntryText::default()
    }
}

fn entries() -> Vec<Entry> {
    vec![guarantee(), rvo(), loan(), corona(), benefit(), voucher(), bakery(), helpline(), budget()]
}

fn guarantee() -> Entry {
    let nl = text(
        "De overheid staat borg voor je lening (BMKB)",
        "Heb je te weinig onderpand voor een lening? Dan kan de overheid voor een deel borg staan.",
        &[
            (Section::Who, "Bedrijven tot 250 fte met te weinig onderpand. Je omzet is hooguit € 50 miljoen."),
            (Section::What, "De overheid staat borg voor 90% van een deel van je lening, tot € 1.500.000. Soms meer."),
            (Section::Conditions, "• Je bedrijf is gezond.\n• De financier leent zelf ook geld uit."),
            (
                Section::How,
                "Vraag je bank of financier, bijv. Qredits, of je lening eronder kan vallen. Zelf kan niet.",
            ),
            (Section::When, "Het hele jaar, tot 1 juli 2027."),
        ],
    );
    let en = text(
        "The government guarantees part of your loan (BMKB)",
        "Not enough collateral for a loan? The government can guarantee part of it.",
        &[
            (Section::Who, "Firms of up to 250 FTE without enough collateral. Your turnover is at most €50 million."),
            (Section::What, "The government guarantees 90% of one part of your loan."),
            (Section::Conditions, "• Your firm is healthy.\n• The lender also lends money itself."),
            (Section::How, "Ask your bank or lender. You cannot apply yourself."),
            (Section::When, "All year, until 1 July 2027."),
        ],
    );
    Entry {
        provider: Some(id("rvo")),
        related: vec![id("qredits"), id("tozo"), id("voucher")],
        closes: Some(day("2027-06-30")),
        ..entry("bmkb", Kind::Scheme, nl, en)
    }
}

fn rvo() -> Entry {
    let nl = text(
        "Loket van de overheid voor ondernemers (RVO)",
        "Bij RVO vraag je subsidies aan. Ook geven ze advies.",
        &[(Section::Who, "Alle ondernemers."), (Section::How, "Bel 088-042 42 42. Of kijk op de site.")],
    );
    let en = text(
        "Government desk for business owners (RVO)",
        "At RVO you apply for subsidies. They also give advice.",
        &[(Section::Who, "All business owners."), (Section::How, "Call 088-042 42 42. Or look at the site.")],
    );
    entry("rvo", Kind::Organisation, nl, en)
}

fn loan() -> Entry {
    let nl = text("Klein krediet tot € 50.000 (Qredits)", "Lenen zonder bank. Met een coach erbij.", &[]);
    let en = text("Small loan up to €50,000 (Qredits)", "Borrow without a bank. With a coach.", &[]);
    entry("qredits", Kind::Scheme, nl, en)
}

fn corona() -> Entry {
    let nl = text("Hulp in coronatijd (Tozo)", "Dit was hulp in coronatijd. Nieuw aanvragen kan niet.", &[]);
    let en = text("Help during corona (Tozo)", "This was help during corona. You can't apply any more.", &[]);
    let (closes, successor) = (Some(day("2021-09-30")), Some(id("bbz")));
    Entry { closes, successor, ..entry("tozo", Kind::Scheme, nl, en) }
}

fn benefit() -> Entry {
    let nl = text("Bijstand voor zelfstandigen (Bbz)", "Even geen inkomen? De gemeente kan helpen.", &[]);
    let en = text("Benefit for the self-employed (Bbz)", "No income for a while? The municipality can help.", &[]);
    let themes = vec![ThemeId::new("debt"), ThemeId::new("finance")];
    Entry { themes, ..entry("bbz", Kind::Scheme, nl, en) }
}

fn voucher() -> Entry {
    let nl = text("Voucher voor energieadvies", "De provincie betaalt mee aan advies.", &[]);
    let en = text("Voucher for energy advice", "The province pays part of the advice.", &[]);
    let (areas, status) = (vec![area("PV23")], Status::Upcoming);
    let verified = Checked::Day(day("2026-06-12"));
    let (opens, review_by) = (Some(day("2027-01-11")), day("2026-10-01"));
    Entry { areas, status, opens, verified, review_by, ..entry("voucher", Kind::Scheme, nl, en) }
}

fn bakery() -> Entry {
    let nl = text(
        "Bakker in Borculo bakt op zonnestroom",
        "Een bakker legde panelen op zijn dak. Nu betaalt hij minder.",
        &[(Section::Who, "Een bakker."), (Section::What, "Hij legde panelen."), (Section::Conditions, "Begin klein.")],
    );
    let en = text(
        "Baker in Borculo bakes on solar power",
        "A baker put panels on his roof. Now he pays less.",
        &[(Section::Who, "A baker."), (Section::What, "He put up panels."), (Section::Conditions, "Start small.")],
    );
    let (areas, verified) = (vec![area("GM1859")], Checked::Month(2026, 6));
    Entry { areas, verified, ..entry("bakery", Kind::Example, nl, en) }
}

fn helpline() -> Entry {
    let nl = text(
        "Praat met iemand (113)",
        "Bel 113.",
        &[(Section::How, "Bel 113 of 0800-0113, of chat op 113.nl. Het is gratis.")],
    );
    let en = text(
        "Talk to someone (113)",
        "Call 113.",
        &[(Section::How, "Call 113 or 0800-0113, or chat at 113.nl. It is free.")],
    );
    Entry { themes: vec![ThemeId::new("debt")], ..entry("113", Kind::Scheme, nl, en) }
}

fn budget() -> Entry {
    let nl = text("Hulplijn bij geldzorgen (Geldfit)", "Bel 0800-8115.", &[]);
    let en = text("Helpline for money worries (Geldfit)", "Call 0800-8115.", &[]);
    Entry { themes: vec![ThemeId::new("debt")], ..entry("geldfit", Kind::Organisation, nl, en) }
}

/// Entries in every standing and of every kind, for what the small catalogue does not show.
pub(super) fn odd_entries() -> Vec<Entry> {
    let long = "Nog een zin. ".repeat(400);
    let words = || text("Titel", "Samenvatting.", &Section::ALL.map(|section| (section, "Zin.")));
    let longer = || text("Titel", "Samenvatting.", &[(Section::Who, &long)]);
    let bare = || text("Titel", "Samenvatting.", &[]);
    let standings =
        [Status::Upcoming, Status::Seasonal, Status::Closed, Status::BudgetGone, Status::Ended, Status::Unknown];
    let many = ["GM0150", "GM0153", "GM1859", "GM0363", "PV23", "PV25"].map(area).to_vec();
    let mut entries = vec![
        Entry { closes: Some(day("2027-06-30")), areas: many, ..entry("last-day", Kind::Scheme, bare(), bare()) },
        entry("long", Kind::Rule, longer(), longer()),
        Entry { areas: vec![area("GM0150"), area("GM0153")], ..entry("faq", Kind::Faq, words(), words()) },
        Entry {
            stacks_with: vec![id("long")],
            excludes: vec![id("faq")],
            ..entry("together", Kind::Scheme, words(), words())
        },
    ];
    entries.push(Entry { paused: Some(day("2026-01-01")), ..entry("paused", Kind::Scheme, words(), words()) });
    entries.extend(standings.into_iter().zip(1..).map(|(status, number)| Entry {
        status,
        ..entry(&format!("standing-{number}"), Kind::Scheme, words(), words())
    }));
    entries
}
