//! Passing a case on, being away with a stand-in, and coming back.

use jiff::civil::Time;

use super::{Deed, OURS};
use crate::conversation::event::Event;
use crate::conversation::order::Order;
use crate::domain::absence::Absence;
use crate::domain::case::Manager;
use crate::domain::ids::{DeskId, PersonId};
use crate::domain::moment::Moment;
use crate::domain::text::Text;
use crate::ports::phrases::Value;
use crate::ports::store::{HouseCommit, HouseTimer, StoreError};
use crate::service::deciding::{Cause, Fact};
use crate::service::house::House;
use crate::service::rendering::Renderer;
use crate::service::when::When;

/// When an appointment is, when no time of day was typed.
const MORNING: Time = Time::constant(9, 0, 0, 0);

impl House {
    /// `/over @colleague` or `/over <desk>`. What stands behind it is for who reads the topic.
    pub(super) async fn pass_on_to(&self, deed: &Deed, to: &str) -> Result<Option<Order>, StoreError> {
        let knowledge = self.shelf.current();
        let desks = &knowledge.catalogue.desks;
        let first = to.split_whitespace().next().unwrap_or_default();
        for to in [to.trim(), first] {
            if let Some(desk) = desks.desk(&DeskId::new(to.to_lowercase())) {
                if self.has_group(&desk.id).await? {
                    return Ok(Some(Order::PassToDesk(desk.id.clone())));
                }
                self.answer(&deed.asker(), "desk-pass-no-group", &[("desk", desk.name.as_str().into())]).await;
                return Ok(None);
            }
            if let Some(to) = self.colleague(deed, to).await? {
                return Ok(Some(Order::PassTo { to, lent: false }));
            }
        }
        let desks = desks.iter().map(|desk| desk.id.as_str()).collect::<Vec<_>>().join(", ");
        let colleagues = self.names_of_colleagues(deed).await?;
        let values = [("desks", Value::Text(desks)), ("colleagues", Value::Text(colleagues))];
        self.answer(&deed.asker(), "desk-pass-unknown", &values).await;
        Ok(None)
    }

    /// `/afspraak what | when`.
    pub(super) async fn appointment(&self, deed: &Deed, rest: &str) -> Option<Order> {
        let knowledge = self.shelf.current();
        let zone = knowledge.catalogue.desks.zone();
        let read = rest.rsplit_once('|').and_then(|(what, when)| {
            let at = When::read(when, self.now(), &zone)?.moment(MORNING, &zone)?;
            Some(Order::Appoint { what: Text::parse(what)?, at })
        });
        if read.is_none() {
            self.answer(&deed.asker(), "desk-appointment-how", &[]).await;
        }
        read
    }

    /// `/weg tot <date> @stand-in`: open cases go over, new ones too, and all come back on that day.
    pub(super) async fn go_away(&self, deed: &Deed, desk: &DeskId, rest: &str) -> Result<(), StoreError> {
        let Some((until, written)) = self.until_when(rest) else {
            self.answer(&deed.asker(), "desk-away-how", &[]).await;
            return Ok(());
        };
        if until <= self.now() {
            self.answer(&deed.asker(), "refused-in-the-past", &[]).await;
            return Ok(());
        }
        let stand_in = self.colleague(deed, &written).await?.filter(|stand_in| stand_in.id != deed.by.id);
        let Some(stand_in) = stand_in else {
            let colleagues = self.names_of_colleagues(deed).await?;
            self.answer(&deed.asker(), "desk-away-who", &[("colleagues", Value::Text(colleagues))]).await;
            return Ok(());
        };
        let absence = Absence { who: deed.by.id, name: deed.by.name.clone(), stand_in: stand_in.clone(), until };
        self.ports.store.note_absence(&absence).await?;
        let set_timers = vec![(HouseTimer::Back(deed.by.id), until)];
        self.ports.store.commit_house(&HouseCommit { set_timers, ..HouseCommit::default() }).await?;
        self.lend_cases(&deed.manager(), &stand_in).await?;
        self.ring();
        let knowledge = self.shelf.current();
        let renderer =
            Renderer::new(knowledge.phrases.as_ref(), &knowledge.catalogue, self.now(), self.settings.retention);
        let values = [
            ("name", Value::from(deed.by.name.as_str())),
            ("to", Value::from(stand_in.name.as_str())),
            ("date", Value::Text(renderer.day(until))),
        ];
        let text = knowledge.phrases.say(OURS, "desk-away", &values);
        tracing::info!(%desk, "a manager is away");
        self.say_in_group(deed.chat, deed.thread(), &text).await;
        Ok(())
    }

    /// Until the first moment of the day that was typed, and who was named.
    fn until_when(&self, rest: &str) -> Option<(Moment, String)> {
        let knowledge = self.shelf.current();
        let zone = knowledge.catalogue.desks.zone();
        let rest = rest.trim();
        let behind = rest.strip_prefix("tot ").or_else(|| rest.strip_prefix("t/m ")).unwrap_or(rest);
        let words: Vec<&str> = behind.split_whitespace().collect();
        // The name stands behind the day: the longest beginning that is a day is the day.
        (1..=words.len()).rev().find_map(|count| {
            let (day, name) = words.split_at_checked(count)?;
            let when = When::read(&day.join(" "), self.now(), &zone)?;
            Some((when.moment(Time::midnight(), &zone)?, name.join(" ")))
        })
    }

    async fn lend_cases(&self, from: &Manager, to: &Manager) -> Result<(), StoreError> {
        for open in self.ports.store.open_cases(None).await? {
            if open.case.is_owned_by(from.id) {
                let order = Order::PassTo { to: to.clone(), lent: true };
                let event = Event::Ordered { case: open.case.number, by: from.clone(), order };
                self.take_in(open.case.client, &Fact::Known(event), Cause::House).await?;
            }
        }
        Ok(())
    }

    /// `/terug`: earlier than thought.
    pub(super) async fn come_back(&self, deed: &Deed) -> Result<(), StoreError> {
        let away = self.ports.store.absences().await?.into_iter().any(|absence| absence.who == deed.by.id);
        if !away {
            self.answer(&deed.asker(), "desk-not-away", &[]).await;
            return Ok(());
        }
        self.is_back(deed.by.id, Some(deed.by.name.clone())).await?;
        let text = self.shelf.current().phrases.say(OURS, "desk-back", &[("name", deed.by.name.as_str().into())]);
        self.say_in_group(deed.chat, deed.thread(), &text).await;
        Ok(())
    }

    /// A manager is back: what was lent comes home.
    pub(in crate::service) async fn is_back(&self, who: PersonId, name: Option<String>) -> Result<(), StoreError> {
        let absences = self.ports.store.absences().await?;
        let known = absences.into_iter().find(|absence| absence.who == who).map(|absence| absence.name);
        self.ports.store.end_absence(who).await?;
        let manager = Manager { id: who, name: name.or(known).unwrap_or_default() };
        for open in self.ports.store.open_cases(None).await? {
            if open.case.lent_by.as_ref().is_some_and(|lender| lender.id == who) {
                let event = Event::CameBack { manager: manager.clone() };
                self.take_in(open.case.client, &Fact::Known(event), Cause::House).await?;
            }
        }
        self.ring();
        Ok(())
    }
}
