//! `/beheer`: who may what; a role is offered, taken up by who is meant, and taken away.

use std::time::Duration;

use rand::distr::{Alphanumeric, SampleString as _};

use super::Visitor;
use crate::domain::errand::Errand;
use crate::domain::ids::{ClientId, PersonId};
use crate::domain::message::{Action, Button, Message, Rich, Style};
use crate::domain::official::{Author, Invitation, OFFICE_LINK, Official, Role};
use crate::ports::phrases::Value;
use crate::ports::store::StoreError;
use crate::service::house::House;

/// How long an offer counts: a link that lies around opens no door.
const COUNTS_FOR: Duration = Duration::from_mins(15);
/// How long its secret name is: 32 of 62 letters and digits, and it fits behind a button.
const TOKEN_LENGTH: usize = 32;

impl House {
    /// Who may what, with buttons to offer and to take away.
    pub(super) async fn show_officials(&self, visitor: &Visitor) -> Result<(), StoreError> {
        let language = visitor.language;
        let officials = self.ports.office.officials().await?;
        let mut text = Rich::default().then(Style::Bold, self.words(language, "officials-title", &[]));
        let count = i64::try_from(self.settings.admins.len()).unwrap_or(i64::MAX);
        text =
            text.line().then(Style::Plain, self.words(language, "officials-of-settings", &[("count", count.into())]));
        for official in &officials {
            text = text.line().then(Style::Plain, self.named_with_role("officials-line", visitor, official));
        }
        text = text.paragraph().then(Style::Plain, self.words(language, "officials-how", &[]));
        let mut message = Message::new(text).row(vec![
            self.errand_button(language, "button-invite-admin", Errand::Invite(Role::Admin)),
            self.errand_button(language, "button-invite-lead", Errand::Invite(Role::Lead)),
        ]);
        for official in &officials {
            let label = self.words(language, "button-revoke", &[("name", official.name.as_str().into())]);
            message = message.row(vec![Button { label, action: Action::Errand(Errand::Revoke(official.person)) }]);
        }
        self.send_message(visitor.person, message).await.map(drop)
    }

    fn named_with_role(&self, key: &str, visitor: &Visitor, official: &Official) -> String {
        let role = self.role_word(visitor, official.role);
        self.words(visitor.language, key, &[("name", official.name.as_str().into()), ("role", role.into())])
    }

    fn role_word(&self, visitor: &Visitor, role: Role) -> String {
        self.words(visitor.language, &format!("role-{}", role.word()), &[])
    }

    /// `/beheer teamleider @piet`: offered to somebody whom we know by that name and who knows us.
    pub(super) async fn offer_by_name(&self, visitor: &Visitor, rest: &str) -> Result<(), StoreError> {
        let (role, name) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
        let Some(role) = Role::from_word(role) else {
            return self.say_to(visitor, "officials-usage", &[]).await;
        };
        let name = name.trim().trim_start_matches('@');
        if name.is_empty() {
            return self.offer_by_link(visitor, role).await.map(drop);
        }
        let Some(to) = self.somebody_called(name).await? else {
            self.say_to(visitor, "officials-not-known", &[("name", name.into())]).await?;
            return self.offer_by_link(visitor, role).await.map(drop);
        };
        let invitation = self.invitation(visitor, role, Some(to.clone()));
        self.ports.office.invite(&invitation, self.now()).await?;
        if let Some(person) = to.id {
            let theirs = self.visitor(ClientId(person.0), &to.name).await?;
            self.ask_whether_they_want(&theirs, &invitation).await?;
        }
        let values = [("name", to.name.into()), ("role", self.role_word(visitor, role).into())];
        self.say_to(visitor, "officials-offered", &values).await
    }

    /// Somebody in one of the desks' groups with this name in the messenger, who has begun a chat with us.
    async fn somebody_called(&self, name: &str) -> Result<Option<Author>, StoreError> {
        for link in self.ports.store.desk_links().await? {
            for member in self.ports.store.members(link.chat).await? {
                let is_called = member.username.as_deref().is_some_and(|own| own.eq_ignore_ascii_case(name));
                if is_called && self.conversation(ClientId(member.person.0)).await?.is_some() {
                    return Ok(Some(Author::person(member.person, member.name)));
                }
            }
        }
        Ok(None)
    }

    fn invitation(&self, visitor: &Visitor, role: Role, to: Option<Author>) -> Invitation {
        let token = Alphanumeric.sample_string(&mut rand::rng(), TOKEN_LENGTH);
        let by_link = to.is_none();
        Invitation { token, role, by: visitor.author.clone(), to, by_link, until: self.now().after(COUNTS_FOR) }
    }

    /// A link to pass on. Who opens it and says yes is shown to the admin, who has the last word.
    pub(super) async fn offer_by_link(&self, visitor: &Visitor, role: Role) -> Result<Option<String>, StoreError> {
        let invitation = self.invitation(visitor, role, None);
        self.ports.office.invite(&invitation, self.now()).await?;
        let link = format!("https://t.me/{}?start={OFFICE_LINK}{}", self.settings.bot_name, invitation.token);
        let values = [("role", self.role_word(visitor, role).into()), ("link", Value::Text(link))];
        self.say_to(visitor, "officials-link", &values).await?;
        Ok(None)
    }

    /// Somebody opened the link.
    pub(super) async fn show_offer(&self, visitor: &Visitor, token: &str) -> Result<(), StoreError> {
        match self.valid_invitation(token).await? {
            Some(invitation) if is_for(&invitation, visitor) => self.ask_whether_they_want(visitor, &invitation).await,
            _ => self.say_to(visitor, "officials-offer-gone", &[]).await,
        }
    }

    async fn ask_whether_they_want(&self, visitor: &Visitor, invitation: &Invitation) -> Result<(), StoreError> {
        let values =
            [("name", invitation.by.name.as_str().into()), ("role", self.role_word(visitor, invitation.role).into())];
        let button =
            |key, yes| self.errand_button(visitor.language, key, Errand::Answer(invitation.token.clone(), yes));
        let message = self.sentence(visitor.language, "officials-offer", &values);
        let message = message.row(vec![button("button-yes", true), button("button-no", false)]);
        self.send_message(visitor.person, message).await.map(drop)
    }

    /// Yes or no to an offer.
    pub(super) async fn answer_offer(
        &self,
        visitor: &Visitor,
        token: &str,
        yes: bool,
    ) -> Result<Option<String>, StoreError> {
        let invitation = self.valid_invitation(token).await?.filter(|invitation| is_for(invitation, visitor));
        let Some(invitation) = invitation else {
            return Ok(Some(self.words(visitor.language, "officials-offer-gone", &[])));
        };
        let inviter = self.inviter(&invitation).await?;
        if !yes {
            self.ports.office.settle(token, None, &visitor.author, self.now()).await?;
            self.say_to(&inviter, "officials-declined", &[("name", visitor.author.name.as_str().into())]).await?;
            return Ok(Some(self.words(visitor.language, "officials-you-declined", &[])));
        }
        if !invitation.by_link {
            self.grant(&invitation, visitor, &visitor.author, &inviter).await?;
            return Ok(None);
        }
        self.ports.office.accept(token, &visitor.author).await?;
        let values = [
            ("name", visitor.author.name.as_str().into()),
            ("number", visitor.person.to_string().into()),
            ("role", self.role_word(&inviter, invitation.role).into()),
        ];
        let button = |key, right| self.errand_button(inviter.language, key, Errand::Confirm(token.to_owned(), right));
        let message = self.sentence(inviter.language, "officials-is-it-them", &values);
        let message = message.row(vec![button("button-right-person", true), button("button-wrong-person", false)]);
        self.send_message(inviter.person, message).await?;
        self.say_to(visitor, "officials-wait", &[("name", invitation.by.name.into())]).await?;
        Ok(None)
    }

    /// The admin says whether the right person took up the offer.
    pub(super) async fn confirm_offer(
        &self,
        visitor: &Visitor,
        token: &str,
        right: bool,
    ) -> Result<Option<String>, StoreError> {
        let gone = || Some(self.words(visitor.language, "officials-offer-gone", &[]));
        let Some(invitation) = self.valid_invitation(token).await? else { return Ok(gone()) };
        let (true, Some(to)) = (invitation.by.id == Some(visitor.person), invitation.to.clone()) else {
            return Ok(gone());
        };
        let Some(person) = to.id else { return Ok(gone()) };
        let theirs = self.visitor(ClientId(person.0), &to.name).await?;
        if right {
            self.grant(&invitation, &theirs, &visitor.author, visitor).await?;
        } else {
            self.ports.office.settle(token, None, &visitor.author, self.now()).await?;
            self.say_to(&theirs, "officials-offer-gone", &[]).await?;
        }
        Ok(None)
    }

    async fn grant(
        &self,
        invitation: &Invitation,
        to: &Visitor,
        by: &Author,
        inviter: &Visitor,
    ) -> Result<(), StoreError> {
        let official = Official { person: to.person, name: to.author.name.clone(), role: invitation.role };
        if !self.ports.office.settle(&invitation.token, Some(&official), by, self.now()).await? {
            return Ok(());
        }
        let text = self.named_with_role("officials-granted", inviter, &official);
        self.send_message(inviter.person, Message::new(Rich::plain(text))).await?;
        let key = if official.role == Role::Admin { "officials-welcome-admin" } else { "officials-welcome-lead" };
        self.say_to(to, key, &[]).await
    }

    /// Takes a role away: it counts from the next thing they do.
    pub(super) async fn revoke(&self, visitor: &Visitor, person: PersonId) -> Result<Option<String>, StoreError> {
        if self.settings.admins.contains(&person) {
            return Ok(Some(self.words(visitor.language, "officials-by-settings", &[])));
        }
        let officials = self.ports.office.officials().await?;
        let name = officials.into_iter().find(|one| one.person == person).map(|one| one.name);
        let (Some(name), true) = (name, self.ports.office.revoke(person, &visitor.author, self.now()).await?) else {
            return Ok(Some(self.words(visitor.language, "officials-no-role", &[])));
        };
        self.say_to(visitor, "officials-revoked", &[("name", name.as_str().into())]).await?;
        let theirs = self.visitor(ClientId(person.0), &name).await?;
        self.say_to(&theirs, "officials-you-are-revoked", &[]).await?;
        Ok(None)
    }

    /// An offer that still counts, by somebody who may still make it.
    async fn valid_invitation(&self, token: &str) -> Result<Option<Invitation>, StoreError> {
        let Some(invitation) = self.ports.office.invitation(token).await? else { return Ok(None) };
        let may = match invitation.by.id {
            Some(by) => self.role_of(by).await? == Some(Role::Admin),
            None => false,
        };
        Ok(Some(invitation).filter(|invitation| may && invitation.until >= self.now()))
    }

    async fn inviter(&self, invitation: &Invitation) -> Result<Visitor, StoreError> {
        let client = ClientId(invitation.by.id.map_or(0, |id| id.0));
        self.visitor(client, &invitation.by.name).await
    }
}

fn is_for(invitation: &Invitation, visitor: &Visitor) -> bool {
    // Nobody takes up their own offer: it would make an admin of the settings one of the list.
    invitation.by.id != Some(visitor.person) && invitation.to.as_ref().is_none_or(|to| to.id == Some(visitor.person))
}
