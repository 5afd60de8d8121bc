//! The office: what those who look after the house do in their own chat with the bot. Its words stand in `requests`.
//!
//! Who asks must have the role at that moment (`House::role_of`); a button gives no right. Whoever has no role and
//! types a word of the office is a client with a command that we don't have.

mod corrections;
mod figures;
mod files;
mod folder;
mod gaps;
mod log;
mod nagging;
mod notices;
mod officials;
mod opening;
mod preview;
mod proposing;
mod publishing;
mod releases;
mod requests;
mod spreading;
mod telling;
mod terminal;
mod visiting;

pub(super) use self::folder::Seen;
pub use self::opening::{OpeningError, open_shelf};
pub(super) use self::proposing::Made;
use self::requests::Request;
pub(super) use self::spreading::LOOK_EVERY;
pub use self::terminal::{Prospect, Ready, Terminal, TerminalError};
pub(super) use self::visiting::Trip;
use crate::domain::errand::Errand;
use crate::domain::ids::{ClientId, PersonId};
use crate::domain::intake::Export;
use crate::domain::language::Language;
use crate::domain::message::Action;
use crate::domain::official::{Author, OFFICE_LINK, Role};
use crate::ports::incoming::ClientDid;
use crate::ports::phrases::Value;
use crate::ports::store::{StoreError, UpdateId};
use crate::service::house::House;

/// Somebody at the office.
#[derive(Clone, Debug)]
pub(super) struct Visitor {
    /// Who.
    pub(super) author: Author,
    /// Their chat.
    pub(super) person: PersonId,
    /// What they may do; `None` for somebody who is offered a role.
    pub(super) role: Option<Role>,
    /// The language they speak with the bot.
    pub(super) language: Language,
}

impl Visitor {
    fn may(&self, role: Role) -> bool {
        self.role.is_some_and(|own| own >= role)
    }
}

impl House {
    /// Serves somebody at the office. `false`: this is no business of the office, but a client's.
    pub(super) async fn serve_at_the_office(
        &self,
        client: ClientId,
        name: &str,
        did: &ClientDid,
        update: UpdateId,
    ) -> Result<bool, StoreError> {
        match did {
            ClientDid::Asked { word, rest } if word == "start" => {
                let Some(token) = rest.strip_prefix(OFFICE_LINK) else { return Ok(false) };
                let visitor = self.visitor(client, name).await?;
                self.show_offer(&visitor, token).await?;
            }
            ClientDid::Asked { word, rest } => {
                let Some(request) = Request::read(word, rest) else { return Ok(false) };
                let visitor = self.visitor(client, name).await?;
                if visitor.role.is_none() {
                    return Ok(false);
                }
                if visitor.may(request.needs()) {
                    self.serve(&visitor, request).await?;
                } else {
                    self.say_to(&visitor, "office-not-yours", &[]).await?;
                }
            }
            ClientDid::SentFile { file, .. } if Self::is_knowledge(file) => {
                let visitor = self.visitor(client, name).await?;
                if !visitor.may(Role::Admin) {
                    return Ok(false);
                }
                self.take_file(&visitor, file).await?;
            }
            ClientDid::Tapped { tap, action: Some(Action::Errand(Errand::Gaps(errand))), on } => {
                let visitor = self.visitor(client, name).await?;
                let notice = self.do_gap_errand(&visitor, errand, *on).await?;
                self.answer_tap(tap, notice.as_deref()).await;
            }
            ClientDid::Tapped { tap, action: Some(Action::Errand(errand)), .. } => {
                let visitor = self.visitor(client, name).await?;
                let notice = self.do_errand(&visitor, errand).await?;
                self.answer_tap(tap, notice.as_deref()).await;
            }
            _ => return Ok(false),
        }
        self.finish(update).await?;
        Ok(true)
    }

    async fn serve(&self, visitor: &Visitor, request: Request) -> Result<(), StoreError> {
        match request {
            Request::Overview(rest) if rest.is_empty() => self.show_officials(visitor).await,
            Request::Overview(rest) => self.offer_by_name(visitor, &rest).await,
            Request::Reload => self.reload(visitor).await,
            Request::Releases => self.show_releases(visitor).await,
            Request::Log => self.show_log(visitor).await,
            Request::Export(word) => match Export::from_word(&word) {
                Some(form) => self.hand_out(visitor, form).await,
                None => self.say_to(visitor, "office-export-usage", &[]).await,
            },
            Request::Template => self.hand_out(visitor, Export::Template).await,
            Request::Figures(rest) => self.show_figures(visitor, &rest).await,
            Request::Correct(task, rest) => self.correct_as_typed(visitor, task, &rest).await,
            Request::Nag => self.show_nags(visitor).await,
            Request::Notice(rest) => self.change_notice(visitor, &rest).await,
            Request::Gaps(rest) => self.serve_at_the_gaps(visitor, &rest).await,
        }
    }

    /// Does what a button asks for. What comes back is a notice for who tapped.
    async fn do_errand(&self, visitor: &Visitor, errand: &Errand) -> Result<Option<String>, StoreError> {
        // A role that is offered is answered by somebody who has none yet.
        if let Errand::Answer(token, yes) = errand {
            return self.answer_offer(visitor, token, *yes).await;
        }
        if *errand == Errand::VisitSources && visitor.may(Role::Lead) {
            return self.begin_trip(visitor).await;
        }
        if !visitor.may(Role::Admin) {
            return Ok(Some(self.words(visitor.language, "office-not-yours", &[])));
        }
        match errand {
            Errand::Publish(proposal) => self.publish_proposal(visitor, *proposal).await,
            Errand::Drop(proposal) => self.drop_proposal(visitor, *proposal).await,
            Errand::TakeSeat(proposal) => self.take_seat(visitor, *proposal).await,
            Errand::RollBackTo(release) => self.roll_back(visitor, *release).await,
            Errand::Undo(release) => self.undo(visitor, *release).await,
            Errand::Compare(release) => self.compare(visitor, *release).await,
            Errand::Invite(role) => self.offer_by_link(visitor, *role).await,
            Errand::Confirm(token, right) => self.confirm_offer(visitor, token, *right).await,
            Errand::Revoke(person) => self.revoke(visitor, *person).await,
            Errand::Correct(entry, adjustment) => self.correct_by_tap(visitor, entry, *adjustment).await,
            Errand::Answer(..) | Errand::Gaps(_) | Errand::VisitSources => Ok(None),
        }
    }

    async fn visitor(&self, client: ClientId, name: &str) -> Result<Visitor, StoreError> {
        let person = PersonId(client.0);
        let language = self.conversation(client).await?.map_or_else(Language::default, |known| known.language);
        Ok(Visitor { author: Author::person(person, name), person, role: self.role_of(person).await?, language })
    }

    /// What somebody may do now: what the settings or an admin gave them, and nobody took away.
    pub(in crate::service) async fn role_of(&self, person: PersonId) -> Result<Option<Role>, StoreError> {
        if self.settings.admins.contains(&person) {
            return Ok(Some(Role::Admin));
        }
        let officials = self.ports.office.officials().await?;
        Ok(officials.into_iter().find(|official| official.person == person).map(|official| official.role))
    }

    /// Everybody who is an admin now.
    pub(in crate::service) async fn admins(&self) -> Result<Vec<PersonId>, StoreError> {
        let officials = self.ports.office.officials().await?;
        let named = officials.into_iter().filter(|official| official.role == Role::Admin);
        let others = named.map(|official| official.person).filter(|person| !self.settings.admins.contains(person));
        Ok(self.settings.admins.iter().copied().chain(others).collect())
    }

    /// A sentence in somebody's language.
    pub(super) fn words(&self, language: Language, key: &str, values: &[(&str, Value)]) -> String {
        self.shelf.current().phrases.say(language, key, values)
    }
}
