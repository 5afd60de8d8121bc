//! `/nalopen`: what somebody must look at before clients are told something stale.

use std::collections::BTreeSet;
use std::time::Duration;

use super::Visitor;
use crate::domain::errand::Errand;
use crate::domain::happening::Happening;
use crate::domain::ids::EntryId;
use crate::domain::message::{Message, Rich, Style};
use crate::domain::moment::Moment;
use crate::domain::nagging::{Nag, Nagged, nags};
use crate::domain::text::shorten;
use crate::ports::phrases::Value;
use crate::ports::store::StoreError;
use crate::service::house::House;
use crate::service::rendering::spreadsheet;

/// So many entries are named for each reason; the file names all.
const MOST_NAMED: usize = 10;
/// A title on the phone, in UTF-16 units.
const TITLE: usize = 48;
/// A year, within which everything should have been asked for once.
const A_YEAR: Duration = Duration::from_hours(365 * 24);
/// When the first thing happened this long ago, the house remembers a year.
const REMEMBERS: Duration = Duration::from_hours(364 * 24);

impl House {
    /// The most urgent of each kind, and everything as a file.
    pub(super) async fn show_nags(&self, visitor: &Visitor) -> Result<(), StoreError> {
        let happened = self.ports.store.happenings(self.now().before(A_YEAR), self.now()).await?;
        let asked = self.asked_for(&happened);
        let knowledge = self.shelf.current();
        let found = nags(&knowledge.catalogue, self.today(), asked.as_ref());
        let language = visitor.language;
        let mut text = Rich::default().then(Style::Bold, self.words(language, "nag-title", &[]));
        if found.is_empty() {
            text = text.paragraph().then(Style::Plain, self.words(language, "nag-nothing", &[]));
        }
        self.send_message(visitor.person, Message::new(text)).await?;
        for nag in Nag::ALL {
            let of_it: Vec<&Nagged> = found.iter().filter(|one| one.nag == nag).collect();
            if !of_it.is_empty() {
                self.send_message(visitor.person, self.nag_message(visitor, nag, &of_it)).await?;
            }
        }
        let button = self.errand_button(language, "button-visit-sources", Errand::VisitSources);
        let offer = self.sentence(language, "nag-sources", &[]).row(vec![button]);
        self.send_message(visitor.person, offer).await?;
        if asked.is_none() {
            self.say_to(visitor, "nag-no-year", &[]).await?;
        }
        let caption = self.sentence(language, "nag-caption", &[]);
        let name = self.words(language, "nag-file", &[]);
        self.hand_over_file(visitor.person, &name, self.nag_table(visitor, &found), caption).await
    }

    /// What was asked for; `None` when the house does not remember a year.
    fn asked_for(&self, happened: &[Happening]) -> Option<BTreeSet<EntryId>> {
        let first: Moment = happened.first()?.at;
        let remembers = self.now().since(first) >= REMEMBERS;
        remembers.then(|| happened.iter().filter_map(|one| one.entry.clone()).collect())
    }

    fn nag_message(&self, visitor: &Visitor, nag: Nag, found: &[&Nagged]) -> Message {
        let count = |number: usize| Value::Number(i64::try_from(number).unwrap_or(i64::MAX));
        let head = format!("{} ({})", self.nag_words(visitor, nag), found.len());
        let mut text = Rich::default().then(Style::Bold, head);
        for one in found.iter().take(MOST_NAMED) {
            let title = shorten(&self.nag_title(visitor, one), TITLE);
            text = text.line().then(
                Style::Plain,
                match self.nag_day(visitor, one) {
                    Some(day) => format!("• {title} · {day}"),
                    None => format!("• {title}"),
                },
            );
        }
        let more = found.len().saturating_sub(MOST_NAMED);
        if more > 0 {
            let values = [("count", count(more))];
            text = text.line().then(Style::Italic, self.words(visitor.language, "preview-more", &values));
        }
        Message::new(text)
    }

    fn nag_table(&self, visitor: &Visitor, found: &[Nagged]) -> String {
        let heads = ["nag-column-why", "nag-column-id", "nag-column-title", "nag-column-day", "nag-column-page"];
        let mut rows = vec![heads.map(|head| self.words(visitor.language, head, &[]))];
        for one in found {
            let knowledge = self.shelf.current();
            let url = knowledge.catalogue.entry(&one.entry).map_or_else(String::new, |entry| entry.url.clone());
            let day = one.day.map_or_else(String::new, |day| day.to_string());
            let (why, title) = (self.nag_words(visitor, one.nag), self.nag_title(visitor, one));
            rows.push([why, one.entry.to_string(), title, day, url]);
        }
        spreadsheet(rows.iter().map(|row| row.each_ref().map(String::as_str)))
    }

    fn nag_words(&self, visitor: &Visitor, nag: Nag) -> String {
        let key = match nag {
            Nag::Review => "nag-review",
            Nag::Closing => "nag-closing",
            Nag::Paused => "nag-paused",
            Nag::BudgetGone => "nag-budget-gone",
            Nag::ToCheck => "nag-to-check",
            Nag::NoQuestions(language) => {
                let values = [("language", language.code().into())];
                return self.words(visitor.language, "nag-no-questions", &values);
            }
            Nag::NeverAsked => "nag-never-asked",
        };
        self.words(visitor.language, key, &[])
    }

    fn nag_title(&self, visitor: &Visitor, one: &Nagged) -> String {
        let knowledge = self.shelf.current();
        let text = knowledge.catalogue.entry(&one.entry).and_then(|entry| entry.text(visitor.language));
        text.map_or_else(|| one.entry.to_string(), |text| text.title.clone())
    }

    fn nag_day(&self, visitor: &Visitor, one: &Nagged) -> Option<String> {
        let knowledge = self.shelf.current();
        Some(self.renderer(&knowledge).date(visitor.language, one.day?))
    }
}
