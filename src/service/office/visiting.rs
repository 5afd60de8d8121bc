//! *Bronnen nalopen*: are the pages that the catalogue cites still there?
//!
//! Visiting them all politely takes minutes, longer than an update may be held: the trip waits in memory for a loop of
//! its own. Whoever stops the program meanwhile taps once more.

use std::collections::BTreeMap;
use std::sync::PoisonError;

use super::Visitor;
use crate::domain::ids::{EntryId, LineId};
use crate::domain::in_both::{InBoth, in_both};
use crate::domain::message::{Message, Rich, Style};
use crate::domain::text::shorten;
use crate::ports::phrases::Value;
use crate::ports::sources::Visited;
use crate::ports::store::StoreError;
use crate::service::house::House;
use crate::service::rendering::spreadsheet;

/// So many pages are named on the phone; the file names all.
const MOST_NAMED: usize = 10;
/// A title on the phone, in UTF-16 units.
const TITLE: usize = 48;

/// Somebody wants to know whether the pages are still there, and reads about it in this line.
#[derive(Clone, Debug)]
pub(in crate::service) struct Trip {
    visitor: Visitor,
    line: LineId,
}

/// A page that is no longer where the catalogue says.
struct Gone {
    entry: EntryId,
    title: String,
    url: String,
    why: InBoth,
}

impl House {
    /// The trip begins as soon as there is time for it. Who is waiting for one is told so.
    pub(super) async fn begin_trip(&self, visitor: &Visitor) -> Result<Option<String>, StoreError> {
        let waits = |trips: &[Trip]| trips.iter().any(|trip| trip.visitor.person == visitor.person);
        if waits(&self.trips.lock().unwrap_or_else(PoisonError::into_inner)) {
            return Ok(Some(self.words(visitor.language, "sources-on-the-way", &[])));
        }
        let line = self.send_message(visitor.person, self.sentence(visitor.language, "sources-visiting", &[])).await?;
        let trip = Trip { visitor: visitor.clone(), line };
        self.trips.lock().unwrap_or_else(PoisonError::into_inner).push(trip);
        self.trip_bell.notify_one();
        Ok(None)
    }

    /// Makes the trips that wait, one after another, and says how many there were.
    pub(in crate::service) async fn make_trips(&self) -> Result<usize, StoreError> {
        let mut made = 0;
        while let Some(trip) = self.next_trip() {
            let came_back = self.make_trip(&trip).await;
            self.trips.lock().unwrap_or_else(PoisonError::into_inner).retain(|other| other.line != trip.line);
            came_back?;
            made += 1;
        }
        Ok(made)
    }

    /// It stays among those that wait until it is made.
    fn next_trip(&self) -> Option<Trip> {
        self.trips.lock().unwrap_or_else(PoisonError::into_inner).first().cloned()
    }

    async fn make_trip(&self, Trip { visitor, line }: &Trip) -> Result<(), StoreError> {
        let (person, language) = (visitor.person, visitor.language);
        let cited = self.cited();
        let pages = Value::Number(i64::try_from(cited.len()).unwrap_or(i64::MAX));
        let visited = match self.ports.sources.visit(cited.keys().cloned().collect()).await {
            Ok(visited) => visited,
            Err(error) => {
                tracing::warn!(%error, "no page of the catalogue could be visited");
                return self.retell(person, *line, self.sentence(language, "sources-none-reached", &[])).await;
            }
        };
        let gone = self.gone(visitor, &cited, visited);
        if gone.is_empty() {
            let message = self.sentence(language, "sources-all-there", &[("pages", pages)]);
            return self.retell(person, *line, message).await;
        }
        let count = Value::Number(i64::try_from(gone.len()).unwrap_or(i64::MAX));
        let head = self.words(language, "sources-gone", &[("count", count), ("pages", pages)]);
        let mut text = Rich::default().then(Style::Bold, head);
        for one in gone.iter().take(MOST_NAMED) {
            let (title, why) = (shorten(&one.title, TITLE), one.why.say(language));
            text = text.line().then(Style::Plain, format!("• {title}: {why}"));
        }
        let more = gone.len().saturating_sub(MOST_NAMED);
        if more > 0 {
            let values = [("count", Value::Number(i64::try_from(more).unwrap_or(i64::MAX)))];
            text = text.line().then(Style::Italic, self.words(language, "preview-more", &values));
        }
        self.retell(person, *line, Message::new(text)).await?;
        let name = self.words(language, "sources-file", &[]);
        let caption = self.sentence(language, "sources-caption", &[]);
        self.hand_over_file(person, &name, self.table_of_gone(visitor, &gone), caption).await
    }

    /// Every address that a card shows or was written from, with the entries that cite it.
    fn cited(&self) -> BTreeMap<String, Vec<EntryId>> {
        let mut cited: BTreeMap<String, Vec<EntryId>> = BTreeMap::new();
        for entry in self.shelf.current().catalogue.entries() {
            for url in std::iter::once(&entry.url).chain(&entry.sources) {
                let by = cited.entry(url.clone()).or_default();
                if !by.contains(&entry.id) {
                    by.push(entry.id.clone());
                }
            }
        }
        cited
    }

    fn gone(
        &self,
        visitor: &Visitor,
        cited: &BTreeMap<String, Vec<EntryId>>,
        visited: BTreeMap<String, Visited>,
    ) -> Vec<Gone> {
        let knowledge = self.shelf.current();
        let title = |entry: &EntryId| {
            let text = knowledge.catalogue.entry(entry).and_then(|entry| entry.text(visitor.language));
            text.map_or_else(|| entry.to_string(), |text| text.title.clone())
        };
        let mut gone: Vec<Gone> = Vec::new();
        for (url, visited) in visited {
            let why = match visited {
                Visited::Alive => continue,
                Visited::Moved(to) => in_both!("de pagina staat nu op {to}", "the page is at {to} now"),
                Visited::Unreached => in_both!("de site is niet te bereiken", "the site can't be reached"),
                Visited::Dead(why) => why,
            };
            let by = cited.get(&url).into_iter().flatten();
            gone.extend(by.map(|entry| Gone {
                entry: entry.clone(),
                title: title(entry),
                url: url.clone(),
                why: why.clone(),
            }));
        }
        gone.sort_by(|one, other| (&one.entry, &one.url).cmp(&(&other.entry, &other.url)));
        gone
    }

    fn table_of_gone(&self, visitor: &Visitor, gone: &[Gone]) -> String {
        let language = visitor.language;
        let heads = ["nag-column-why", "nag-column-id", "nag-column-title", "nag-column-page"];
        let mut rows = vec![heads.map(|head| self.words(language, head, &[]))];
        for one in gone {
            rows.push([one.why.say(language).to_owned(), one.entry.to_string(), one.title.clone(), one.url.clone()]);
        }
        spreadsheet(rows.iter().map(|row| row.each_ref().map(String::as_str)))
    }
}
