//! A group refuses us: the admins hear of it, once in a while, in their own chats.

use std::time::Duration;

use super::OURS;
use crate::domain::delivery::{Lane, Operation, Outgoing, Urgency};
use crate::domain::ids::{ChatId, ClientId};
use crate::domain::message::{Message, Rich};
use crate::ports::phrases::Value;
use crate::ports::store::{HouseCommit, HouseTimer, StoreError};
use crate::service::house::House;

/// So long an admin has before they are reminded.
const AGAIN_AFTER: Duration = Duration::from_hours(6);

impl House {
    /// Tells every admin that the group of a desk refuses us, and what to do.
    pub(in crate::service) async fn warn_admins(&self, chat: ChatId) -> Result<(), StoreError> {
        let Some(desk) = self.desk_in(chat).await? else { return Ok(()) };
        let timer = HouseTimer::Warned(desk.clone());
        if self.ports.store.house_timer(&timer).await?.is_some_and(|until| until > self.now()) {
            return Ok(());
        }
        let knowledge = self.shelf.current();
        let name = knowledge.catalogue.desks.desk(&desk).map_or_else(|| desk.to_string(), |desk| desk.name.clone());
        self.warn_every_admin("admin-group-refuses", &[("desk", Value::Text(name))], (timer, AGAIN_AFTER)).await
    }

    /// Tells every admin something of the house itself, and sets a timer until which it is not told again.
    pub(in crate::service) async fn warn_every_admin(
        &self,
        key: &str,
        values: &[(&str, Value)],
        (timer, quiet): (HouseTimer, Duration),
    ) -> Result<(), StoreError> {
        let text = self.shelf.current().phrases.say(OURS, key, values);
        let mut commit = HouseCommit { set_timers: vec![(timer, self.now().after(quiet))], ..HouseCommit::default() };
        for admin in self.admins().await? {
            let message = Message::new(Rich::plain(text.clone()));
            commit.outgoing.push(Outgoing {
                client: ClientId::HOUSE,
                line: self.ports.store.next_house_line().await?,
                lane: Lane::Client(ClientId(admin.0)),
                operation: Operation::Send { message, quiet: false, reply: None, joins: false },
                urgency: Urgency::Now,
            });
        }
        self.ports.store.commit_house(&commit).await?;
        self.ring();
        Ok(())
    }
}
