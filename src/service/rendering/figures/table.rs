//! The figures as a table to go on with: one figure a line, for a spreadsheet.
//!
//! Whole numbers only, so that no spreadsheet takes a decimal point for something else.

use super::quantities::{whole_minutes, whole_percent};
use crate::domain::figures::{Figures, Opinion, Waits};
use crate::domain::ids::ThemeId;
use crate::service::rendering::{Voice, spreadsheet};

/// Lines of a part, a name, a number and its unit.
struct Table<'a> {
    voice: &'a Voice<'a>,
    lines: Vec<[String; 4]>,
}

impl Table<'_> {
    fn line(&mut self, cells: [&str; 4]) {
        self.lines.push(cells.map(str::to_owned));
    }

    /// One figure; part and unit by their keys.
    fn figure(&mut self, part: &str, name: &str, number: u32, unit: &str) {
        let (part, unit) = (self.voice.word(part), self.voice.word(unit));
        self.line([&part, name, &number.to_string(), &unit]);
    }

    /// One figure whose name is a sentence of ours too.
    fn named(&mut self, part: &str, name: &str, number: u32, unit: &str) {
        self.figure(part, &self.voice.word(name), number, unit);
    }
}

impl Voice<'_> {
    pub(super) fn table(&self, figures: &Figures) -> String {
        let mut table = Table { voice: self, lines: Vec::new() };
        let heads = ["part", "name", "number", "unit"].map(|head| self.word(&format!("figures-column-{head}")));
        table.line(heads.each_ref().map(String::as_str));
        for (day, count) in figures.period.days.iter().zip(&figures.per_day) {
            table.figure("figures-per-day", &day.to_string(), *count, "figures-unit-questions");
        }
        self.add_themes(&mut table, "figures-per-theme", &figures.themes, "figures-unit-questions");
        add_reactions(&mut table, figures);
        add_waits(&mut table, &figures.claim, "figures-claim-half", "figures-claim-most");
        add_waits(&mut table, &figures.first_answer, "figures-answer-half", "figures-answer-most");
        table.named("figures-waits", "figures-promises-kept", figures.promise.kept, "figures-unit-times");
        table.named("figures-waits", "figures-promises-broken", figures.promise.broken, "figures-unit-times");
        table.named("figures-waits", "figures-cases-opened", figures.opened, "figures-unit-times");
        table.named("figures-waits", "figures-cases-closed", figures.closed, "figures-unit-times");
        add_opinion(&mut table, "figures-helped-entries", figures.entries);
        add_opinion(&mut table, "figures-helped-people", figures.people);
        self.add_themes(&mut table, "figures-gaps", &figures.gaps, "figures-unit-times");
        for (place, count) in &figures.places {
            table.figure("figures-places", &self.place(place), *count, "figures-unit-questions");
        }
        table.named("figures-places", "figures-elsewhere", figures.elsewhere, "figures-unit-questions");
        spreadsheet(table.lines.iter().map(|line| line.each_ref().map(String::as_str)))
    }

    fn add_themes(&self, table: &mut Table<'_>, part: &str, themes: &[(Option<ThemeId>, u32)], unit: &str) {
        for (theme, count) in themes {
            table.figure(part, &self.theme_or_unknown(theme.as_ref()), *count, unit);
        }
    }
}

fn add_reactions(table: &mut Table<'_>, figures: &Figures) {
    let reactions = figures.reactions;
    let each = [
        ("figures-answered", reactions.answered),
        ("figures-asked-back", reactions.asked_back),
        ("figures-handed-over", reactions.handed_over),
        ("figures-listened", reactions.listened),
    ];
    for (name, count) in each {
        table.named("figures-reactions", name, count, "figures-unit-questions");
        table.named("figures-reactions", name, whole_percent(count, reactions.all()), "figures-unit-percent");
    }
}

fn add_waits(table: &mut Table<'_>, waits: &Waits, half: &str, most: &str) {
    if waits.count > 0 {
        table.named("figures-waits", half, whole_minutes(waits.median), "figures-unit-minutes");
        table.named("figures-waits", most, whole_minutes(waits.ninety), "figures-unit-minutes");
    }
}

fn add_opinion(table: &mut Table<'_>, name: &str, opinion: Opinion) {
    let all = opinion.helped + opinion.not;
    table.named("figures-helped", name, opinion.helped, "figures-unit-helped");
    table.named("figures-helped", name, opinion.not, "figures-unit-not-helped");
    if all > 0 {
        table.named("figures-helped", name, whole_percent(opinion.helped, all), "figures-unit-percent");
    }
}
