//! Small corrections from the chat: a scheme is out of use for a while, its money is gone, it gets a last day. Each is a
//! release of its own, in use at once when the check has nothing against it, and taken back with one tap.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::Date;

use super::Visitor;
use super::preview::refusal;
use super::requests::Task;
use crate::domain::correction::{Adjustment, Correction, NotCorrected};
use crate::domain::entry::Entry;
use crate::domain::errand::Errand;
use crate::domain::evidence::Question;
use crate::domain::files::Files;
use crate::domain::ids::{EntryId, ReleaseNumber};
use crate::domain::message::{Action, Button, Message};
use crate::domain::text::shorten;
use crate::ports::knowledge::{Judged, Knowledge};
use crate::ports::phrases::Value;
use crate::ports::store::StoreError;
use crate::service::house::House;
use crate::service::when::When;

/// So many entries are offered for words that are no id.
const MOST_OFFERED: usize = 4;
/// A title on a button, in UTF-16 units.
const LABEL: usize = 40;
/// So often it is tried again when somebody else publishes at the same moment.
const MOST_TRIES: usize = 5;

/// What came of a correction.
pub(super) enum Corrected {
    /// It is in use, as this release.
    As(ReleaseNumber),
    /// It was so already.
    AlreadySo,
    /// Nothing changed, and who asked knows why.
    Refused,
}

impl House {
    /// `/pauzeer bmkb`, `/sluit bmkb 31 december`.
    pub(super) async fn correct_as_typed(&self, visitor: &Visitor, task: Task, rest: &str) -> Result<(), StoreError> {
        let (written, day) = if task == Task::Close { self.with_day(rest) } else { (rest.to_owned(), None) };
        if written.is_empty() {
            return self.say_to(visitor, "correction-usage", &[]).await;
        }
        let adjustment = match (task, day) {
            (Task::Pause, _) => Adjustment::Pause(self.today()),
            (Task::Resume, _) => Adjustment::Resume,
            (Task::BudgetGone, _) => Adjustment::BudgetGone,
            (Task::Close, Some(last)) => Adjustment::CloseOn(last),
            (Task::Close, None) => {
                let id = written.split_whitespace().next().unwrap_or_default();
                return self.say_to(visitor, "correction-no-date", &[("id", id.into())]).await;
            }
        };
        let knowledge = self.shelf.current();
        match knowledge.catalogue.entry(&EntryId::new(&*written)) {
            Some(entry) => self.adjust(visitor, entry, adjustment).await,
            None => self.offer_entries(visitor, &knowledge, &written, adjustment).await,
        }
    }

    /// The same by a button under what was offered.
    pub(super) async fn correct_by_tap(
        &self,
        visitor: &Visitor,
        id: &EntryId,
        adjustment: Adjustment,
    ) -> Result<Option<String>, StoreError> {
        let knowledge = self.shelf.current();
        match knowledge.catalogue.entry(id) {
            Some(entry) => self.adjust(visitor, entry, adjustment).await.map(|()| None),
            None => Ok(Some(self.words(visitor.language, "correction-not-here", &[]))),
        }
    }

    /// The words in front, and the day that stands behind them.
    fn with_day(&self, rest: &str) -> (String, Option<Date>) {
        let zone = self.shelf.current().catalogue.desks.zone();
        let words: Vec<&str> = rest.split_whitespace().collect();
        let day_from = |at: usize| {
            let behind = words.get(at..).unwrap_or_default().join(" ");
            When::read(&behind, self.now(), &zone).map(|when| (at, when.day))
        };
        match (1..words.len()).find_map(day_from) {
            Some((at, day)) => (words.get(..at).unwrap_or_default().join(" "), Some(day)),
            None => (words.join(" "), None),
        }
    }

    /// What was typed is no id: those that come nearest, each a tap away.
    async fn offer_entries(
        &self,
        visitor: &Visitor,
        knowledge: &Knowledge,
        written: &str,
        adjustment: Adjustment,
    ) -> Result<(), StoreError> {
        let found = nearest(knowledge, written);
        let key = if found.is_empty() { "correction-nothing-found" } else { "correction-unknown" };
        let mut message = self.sentence(visitor.language, key, &[("written", written.into())]);
        for entry in found {
            let title = entry.text(visitor.language).map_or(entry.id.as_str(), |text| &text.title);
            let label = shorten(&format!("{} · {title}", entry.id), LABEL);
            let action = Action::Errand(Errand::Correct(entry.id.clone(), adjustment));
            message = message.row(vec![Button { label, action }]);
        }
        self.send_message(visitor.person, message).await.map(drop)
    }

    async fn adjust(&self, visitor: &Visitor, entry: &Entry, adjustment: Adjustment) -> Result<(), StoreError> {
        let title = entry.text(visitor.language).map_or(entry.id.as_str(), |text| &text.title);
        let mut values: Vec<(&str, Value)> = vec![("id", entry.id.as_str().into()), ("title", title.into())];
        if is_pointless(entry, adjustment, self.today()) {
            return self.say_to(visitor, "correction-is-over", &values).await;
        }
        if let Adjustment::CloseOn(last) = adjustment {
            let knowledge = self.shelf.current();
            values.push(("date", self.renderer(&knowledge).date(visitor.language, last).into()));
        }
        let (key, note) = keys(adjustment);
        let note = self.words(visitor.language, note, &values);
        let correction = Correction::Entry(entry.id.clone(), adjustment);
        match self.make_correction(visitor, &correction, &note).await? {
            Corrected::As(release) => {
                values.push(("release", release.to_string().into()));
                self.say_corrected(visitor, self.sentence(visitor.language, key, &values), release).await
            }
            Corrected::AlreadySo => self.say_to(visitor, "correction-already", &values).await,
            Corrected::Refused => Ok(()),
        }
    }

    /// Says that it is done, with the way back.
    pub(super) async fn say_corrected(
        &self,
        visitor: &Visitor,
        message: Message,
        release: ReleaseNumber,
    ) -> Result<(), StoreError> {
        let undo = self.errand_button(visitor.language, "button-undo", Errand::Undo(release));
        self.send_message(visitor.person, message.row(vec![undo])).await?;
        self.watch_spreading(visitor, release).await
    }

    /// Makes a correction in the release in use, checks that, and answers from it from now on.
    pub(super) async fn make_correction(
        &self,
        visitor: &Visitor,
        correction: &Correction,
        note: &str,
    ) -> Result<Corrected, StoreError> {
        for _ in 0..MOST_TRIES {
            let Some((release, files)) = self.release_with_files().await? else {
                self.say_to(visitor, "office-no-release", &[]).await?;
                return Ok(Corrected::Refused);
            };
            let (files, knowledge) = match self.correct_and_check(files, correction).await? {
                Outcome::Usable(files, knowledge) => (files, knowledge),
                Outcome::Not(NotCorrected::AlreadySo) => return Ok(Corrected::AlreadySo),
                Outcome::Not(why) => {
                    tracing::warn!(%why, "a correction can't be made");
                    self.say_to(visitor, "correction-not-here", &[]).await?;
                    return Ok(Corrected::Refused);
                }
                Outcome::Faulty(judged) => {
                    self.show_refusal(visitor, &judged).await?;
                    return Ok(Corrected::Refused);
                }
            };
            match self.publish(&visitor.author, note, &files, release.number, knowledge).await {
                Err(StoreError::Conflict) => {}
                other => return other.map(Corrected::As),
            }
        }
        self.say_to(visitor, "office-try-again", &[]).await?;
        Ok(Corrected::Refused)
    }

    /// Away from the other work. The gold questions are not asked: that the money is gone is true, whatever they find.
    async fn correct_and_check(&self, files: Files, correction: &Correction) -> Result<Outcome, StoreError> {
        let (workshop, today, correction) = (Arc::clone(&self.ports.workshop), self.today(), correction.clone());
        let work = tokio::task::spawn_blocking(move || {
            let files = match workshop.correct(files, &correction) {
                Ok(files) => files,
                Err(why) => return Outcome::Not(why),
            };
            match workshop.read(&files, today) {
                Ok(knowledge) => Outcome::Usable(files, Arc::new(knowledge)),
                Err(_) => Outcome::Faulty(Box::new(workshop.judge(&files, today, &mut |_| {}))),
            }
        });
        work.await.map_err(|error| StoreError::Unavailable(format!("the correction did not end: {error}")))
    }

    async fn show_refusal(&self, visitor: &Visitor, judged: &Judged) -> Result<(), StoreError> {
        let current = self.shelf.current();
        let message = refusal(current.phrases.as_ref(), visitor.language, &judged.errors);
        self.send_message(visitor.person, message).await?;
        let caption = self.sentence(visitor.language, "office-report-caption", &[]);
        let name = self.words(visitor.language, "office-report-file", &[]);
        self.hand_over_file(visitor.person, &name, judged.report.say(visitor.language).to_owned(), caption).await
    }
}

enum Outcome {
    Usable(Files, Arc<Knowledge>),
    Not(NotCorrected),
    Faulty(Box<Judged>),
}

/// Is it over anyhow, so that a pause or a last day says nothing?
fn is_pointless(entry: &Entry, adjustment: Adjustment, today: Date) -> bool {
    match adjustment {
        Adjustment::Pause(_) => entry.paused.is_none() && entry.status_on(today).is_over(),
        Adjustment::CloseOn(_) => entry.status.is_over(),
        Adjustment::Resume | Adjustment::BudgetGone => false,
    }
}

/// The sentence when it is done, and the note of the release.
const fn keys(adjustment: Adjustment) -> (&'static str, &'static str) {
    match adjustment {
        Adjustment::Pause(_) => ("correction-paused", "note-paused"),
        Adjustment::Resume => ("correction-resumed", "note-resumed"),
        Adjustment::BudgetGone => ("correction-budget-gone", "note-budget-gone"),
        Adjustment::CloseOn(_) => ("correction-closes", "note-closes"),
    }
}

/// The entries that somebody may mean: those whose id holds what was typed, then what the search finds for it.
fn nearest<'a>(knowledge: &'a Knowledge, written: &str) -> Vec<&'a Entry> {
    let (small, text) = (written.to_lowercase(), written.replace('-', " "));
    let by_id = knowledge.catalogue.entries().filter(|entry| entry.id.as_str().contains(&small));
    let evidence = knowledge.search.evidence(&Question { text, language: None, place: None });
    let by_words = evidence.candidates.iter().filter_map(|found| knowledge.catalogue.entry(&found.entry));
    let mut seen = BTreeSet::new();
    by_id.take(MOST_OFFERED).chain(by_words).filter(|entry| seen.insert(&entry.id)).take(MOST_OFFERED).collect()
}
