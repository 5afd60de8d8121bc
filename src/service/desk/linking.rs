//! Linking a group to a desk, and finding the desk of a group.

use super::{Deed, OURS};
use crate::conversation::event::Event;
use crate::domain::ids::{ChatId, DeskId};
use crate::domain::official::Role;
use crate::ports::phrases::Value;
use crate::ports::store::{DeskLink, StoreError};
use crate::service::deciding::{Cause, Fact};
use crate::service::house::House;

impl House {
    /// `/koppel <desk>`: an admin makes this group the desk's.
    pub(super) async fn link(&self, deed: &Deed, rest: &str) -> Result<(), StoreError> {
        let knowledge = self.shelf.current();
        let desks = &knowledge.catalogue.desks;
        if self.role_of(deed.by.id).await? != Some(Role::Admin) {
            self.answer(&deed.asker(), "desk-link-admins-only", &[]).await;
            return Ok(());
        }
        let Some(desk) = desks.desk(&DeskId::new(rest.trim().to_lowercase())) else {
            let known = desks.iter().map(|desk| desk.id.as_str()).collect::<Vec<_>>().join(", ");
            self.answer(&deed.asker(), "desk-link-unknown", &[("desks", Value::Text(known))]).await;
            return Ok(());
        };
        let links = self.ports.store.desk_links().await?;
        let moves = links.iter().any(|link| link.desk == desk.id && link.chat != deed.chat);
        let link = DeskLink { desk: desk.id.clone(), chat: deed.chat, by: deed.by.id, at: self.now() };
        self.ports.store.link_desk(&link).await?;
        self.note(deed.chat, &deed.by, true).await?;
        self.expect_mornings(&desk.id).await?;
        if moves {
            self.ports.store.forget_board(&desk.id).await?;
            self.bring_cases_along(&desk.id, deed.chat).await?;
        }
        tracing::info!(desk.id = %desk.id, "a desk was linked to a group");
        self.ring();
        let text = knowledge.phrases.say(OURS, "desk-linked", &[("desk", Value::Text(desk.name.clone()))]);
        self.say_in_group(deed.chat, deed.thread(), &text).await;
        Ok(())
    }

    /// Open cases of a desk that has another group from now on get their topics there; the board follows by itself.
    async fn bring_cases_along(&self, desk: &DeskId, to: ChatId) -> Result<(), StoreError> {
        for open in self.ports.store.open_cases(Some(desk)).await? {
            if open.topic.is_some_and(|topic| topic.chat != to) {
                let case = open.case.number;
                let lost = Fact::Known(Event::TopicLost { case });
                self.take_in(open.case.client, &lost, Cause::Topic(case)).await?;
            }
        }
        Ok(())
    }

    /// The desk that works in a group.
    pub(super) async fn desk_in(&self, chat: ChatId) -> Result<Option<DeskId>, StoreError> {
        let links = self.ports.store.desk_links().await?;
        Ok(links.into_iter().find(|link| link.chat == chat).map(|link| link.desk))
    }

    /// Does a desk work in a group yet?
    pub(super) async fn has_group(&self, desk: &DeskId) -> Result<bool, StoreError> {
        Ok(self.ports.store.desk_links().await?.iter().any(|link| &link.desk == desk))
    }

    /// Warns when cases wait for a desk that has no group.
    pub(in crate::service) async fn warn_of_unlinked_desks(&self) -> Result<(), StoreError> {
        let waiting = self.ports.store.backlog().await?.waiting_for_a_group;
        if waiting > 0 {
            tracing::warn!(rows = waiting, "cases wait for a desk without a group: an admin links one with /koppel");
        }
        Ok(())
    }
}
