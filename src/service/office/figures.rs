//! `/cijfers`: a picture, a table and a few sentences about a period; every Monday morning for who wants that.

use std::sync::Arc;
use std::time::Duration;

use jiff::civil::{Time, Weekday};

use super::Visitor;
use crate::domain::delivery::{Lane, Operation, Outgoing, Urgency};
use crate::domain::figures::Figures;
use crate::domain::ids::{ClientId, PersonId};
use crate::domain::language::Language;
use crate::domain::moment::Moment;
use crate::domain::period::{Period, Span, next_weekly};
use crate::ports::pictures::{NotPainted, Poster};
use crate::ports::store::{HouseCommit, HouseTimer, StoreError};
use crate::service::house::House;
use crate::service::rendering::Renderer;

/// When the weekly figures come.
const WEEKLY: (Weekday, Time) = (Weekday::Monday, Time::constant(8, 30, 0, 0));
/// After an outage of a day the figures of last week come next week.
const IS_NEWS_FOR: Duration = Duration::from_hours(24);

/// What somebody wants of the figures.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Wish {
    Now(Span),
    EveryWeek,
    NoMore,
}

/// What stands behind `/cijfers`; `None` when that says nothing to us.
fn wish(rest: &str) -> Option<Wish> {
    let words: Vec<String> = rest.split_whitespace().map(str::to_lowercase).collect();
    Some(match words.join(" ").as_str() {
        "" | "week" => Wish::Now(Span::Week),
        "maand" | "month" => Wish::Now(Span::Month),
        "kwartaal" | "quarter" => Wish::Now(Span::Quarter),
        "elke week" | "iedere week" | "wekelijks" | "every week" | "weekly" => Wish::EveryWeek,
        "niet meer" | "stop" | "no more" => Wish::NoMore,
        _ => return None,
    })
}

impl House {
    /// Does what somebody wants of the figures. Whether they may, was checked before.
    pub(super) async fn show_figures(&self, visitor: &Visitor, rest: &str) -> Result<(), StoreError> {
        match wish(rest) {
            Some(Wish::Now(span)) => {
                let outgoing = self.figures_for(visitor.person, visitor.language, span).await?;
                self.ports.store.commit_house(&HouseCommit { outgoing, ..HouseCommit::default() }).await?;
                self.ring();
                Ok(())
            }
            Some(Wish::EveryWeek) => {
                let timer = HouseTimer::Figures(visitor.person);
                let set_timers = self.next_figures().map(|moment| (timer, moment)).into_iter().collect();
                self.ports.store.commit_house(&HouseCommit { set_timers, ..HouseCommit::default() }).await?;
                self.say_to(visitor, "figures-weekly-on", &[]).await
            }
            Some(Wish::NoMore) => {
                let timer = HouseTimer::Figures(visitor.person);
                let due = self.ports.store.house_timer(&timer).await?;
                let clear_timers = due.map(|due| (timer, due)).into_iter().collect();
                self.ports.store.commit_house(&HouseCommit { clear_timers, ..HouseCommit::default() }).await?;
                self.say_to(visitor, "figures-weekly-off", &[]).await
            }
            None => self.say_to(visitor, "figures-how", &[]).await,
        }
    }

    /// The weekly figures of somebody are due. Who has no role any more gets none, and is not asked again.
    pub(in crate::service) async fn send_weekly_figures(&self, to: PersonId, due: Moment) -> Result<(), StoreError> {
        let timer = HouseTimer::Figures(to);
        let mut commit = HouseCommit { clear_timers: vec![(timer.clone(), due)], ..HouseCommit::default() };
        if self.role_of(to).await?.is_some() {
            commit.set_timers.extend(self.next_figures().map(|moment| (timer, moment)));
            if self.now().since(due) < IS_NEWS_FOR {
                let known = self.conversation(ClientId(to.0)).await?;
                let language = known.map_or_else(Language::default, |known| known.language);
                commit.outgoing = self.figures_for(to, language, Span::Week).await?;
            }
        }
        self.ports.store.commit_house(&commit).await?;
        self.ring();
        Ok(())
    }

    fn next_figures(&self) -> Option<Moment> {
        let zone = self.shelf.current().catalogue.desks.zone();
        next_weekly(self.now(), WEEKLY, &zone)
    }

    /// The figures as rows of the outbox: the picture with a few sentences, and the table.
    async fn figures_for(&self, to: PersonId, language: Language, span: Span) -> Result<Vec<Outgoing>, StoreError> {
        let (knowledge, now) = (self.shelf.current(), self.now());
        let period = Period::before(now, span, knowledge.catalogue.desks.zone());
        let (from, until) = period.moments();
        let figures = Figures::of(period, &self.ports.store.happenings(from, until).await?);
        let (phrases, retention) = (knowledge.phrases.as_ref(), self.settings.retention);
        let renderer = Renderer::new(phrases, &knowledge.catalogue, now, retention);
        let words = renderer.figures_words(&figures, language);
        let file = renderer.figures_file(&figures, language);
        let picture = match self.paint(renderer.figures_poster(&figures, language)).await {
            Ok(png) => Operation::Picture { name: format!("{file}.png"), png: png.into(), caption: words },
            Err(error) => {
                tracing::error!(%error, "the figures go without a picture");
                Operation::Send { message: words, quiet: false, reply: None, joins: false }
            }
        };
        let table = Operation::Document {
            name: format!("{file}.csv"),
            content: renderer.figures_table(&figures, language).into(),
            caption: renderer.figures_table_words(language),
        };
        let mut rows = Vec::new();
        for operation in [picture, table] {
            rows.push(Outgoing {
                client: ClientId::HOUSE,
                line: self.ports.store.next_house_line().await?,
                lane: Lane::Client(ClientId(to.0)),
                operation,
                urgency: Urgency::Later,
            });
        }
        Ok(rows)
    }

    /// Painting takes a while: answers go on meanwhile.
    async fn paint(&self, poster: Poster) -> Result<Vec<u8>, NotPainted> {
        let painter = Arc::clone(&self.ports.painter);
        let painted = tokio::task::spawn_blocking(move || painter.paint(&poster)).await;
        painted.unwrap_or_else(|error| Err(NotPainted(error.to_string())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wish_is_understood_in_both_languages_however_it_is_typed() {
        assert_eq!(wish(""), Some(Wish::Now(Span::Week)));
        assert_eq!((wish("Maand"), wish("month")), (Some(Wish::Now(Span::Month)), Some(Wish::Now(Span::Month))));
        assert_eq!(wish(" kwartaal "), wish("QUARTER"));
        assert_eq!((wish("elke  week"), wish("every week")), (Some(Wish::EveryWeek), Some(Wish::EveryWeek)));
        assert_eq!((wish("niet meer"), wish("stop")), (Some(Wish::NoMore), Some(Wish::NoMore)));
        assert_eq!(wish("sinds gisteren"), None);
    }
}
