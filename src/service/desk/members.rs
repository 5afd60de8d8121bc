//! Who is in a desk's group. Being there is the right to act, and it is looked at when somebody acts.

use std::time::Duration;

use super::Deed;
use crate::domain::case::Manager;
use crate::domain::ids::ChatId;
use crate::ports::incoming::{GroupDid, Person};
use crate::ports::store::{Member, StoreError};
use crate::service::house::House;

/// For so long what was known of a member is believed; who leaves is told of at once besides.
const BELIEVED: Duration = Duration::from_mins(1);

impl House {
    /// Is who acts in the group? What the messenger can't say, the message itself proves: it came from there.
    pub(super) async fn may_act(&self, deed: &Deed) -> Result<bool, StoreError> {
        let now = self.now();
        let known = self.members_of(deed.chat).await?.into_iter().find(|member| member.person == deed.by.id);
        let is_fresh = |member: &&Member| now.since(member.checked_at) < BELIEVED;
        if let Some(member) = known.as_ref().filter(is_fresh) {
            if member.is_member {
                self.note(deed.chat, &deed.by, true).await?;
            }
            return Ok(member.is_member);
        }
        let is_member = match self.ports.messenger.is_member(deed.chat, deed.by.id).await {
            Ok(Some(is_member)) => is_member,
            // Nothing was said, or nothing could be asked: what was known before counts, and else the message.
            Ok(None) | Err(_) => known.is_none_or(|member| member.is_member),
        };
        self.note(deed.chat, &deed.by, is_member).await?;
        Ok(is_member)
    }

    /// Somebody joined, or is gone.
    pub(in crate::service) async fn note(
        &self,
        chat: ChatId,
        person: &Person,
        is_member: bool,
    ) -> Result<(), StoreError> {
        let member = Member {
            chat,
            person: person.id,
            name: person.name.clone(),
            username: person.username.clone(),
            is_member,
            checked_at: self.now(),
        };
        self.ports.store.note_member(&member).await
    }

    /// Everybody who was seen in a group.
    pub(super) async fn members_of(&self, chat: ChatId) -> Result<Vec<Member>, StoreError> {
        self.ports.store.members(chat).await
    }

    /// The colleague who is meant by what was typed: `@name`, a link to them, or a first name that only one has.
    pub(super) async fn colleague(&self, deed: &Deed, written: &str) -> Result<Option<Manager>, StoreError> {
        if let GroupDid::Commanded { mentions, .. } = &deed.did
            && let Some(named) = mentions.first()
        {
            return Ok(Some(Manager { id: named.id, name: named.name.clone() }));
        }
        let written = written.trim();
        let members = self.members_of(deed.chat).await?;
        let here = || members.iter().filter(|member| member.is_member);
        let found: Vec<&Member> = match written.strip_prefix('@') {
            Some(username) => here()
                .filter(|member| member.username.as_ref().is_some_and(|name| name.eq_ignore_ascii_case(username)))
                .collect(),
            None => here().filter(|member| member.name.to_lowercase() == written.to_lowercase()).collect(),
        };
        Ok(match found.as_slice() {
            [one] => Some(Manager { id: one.person, name: one.name.clone() }),
            _ => None,
        })
    }

    /// The names by which colleagues can be meant, for who typed one that nobody has.
    pub(super) async fn names_of_colleagues(&self, deed: &Deed) -> Result<String, StoreError> {
        let members = self.members_of(deed.chat).await?;
        let name = |member: &Member| match &member.username {
            Some(username) => format!("@{username}"),
            None => member.name.clone(),
        };
        let others = members.iter().filter(|member| member.is_member && member.person != deed.by.id);
        Ok(others.map(name).collect::<Vec<_>>().join(", "))
    }
}
