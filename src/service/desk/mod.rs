//! What somebody does in a desk's group: linking it, everything in the topic of a case, and the overviews of the desk.
//!
//! Who acts must be in the group at that moment ([`members`]). What a word or a button asks for stands in [`orders`];
//! whether the case allows it, the heart decides.

mod absences;
mod board;
mod digest;
mod linking;
mod members;
mod orders;
mod saying;
mod texts;
mod warning;

use self::orders::{CaseOrder, DeskOrder};
use self::saying::Asker;
use super::deciding::{Cause, Fact};
use super::house::House;
use crate::conversation::event::{Answered, Event};
use crate::conversation::order::Order;
use crate::domain::case::{Case, Gap, Manager};
use crate::domain::delivery::Topic;
use crate::domain::evidence::Question;
use crate::domain::ids::{CaseNumber, ChatId, DeskId, EntryId, MessageRef, ThreadId};
use crate::domain::language::Language;
use crate::domain::message::{Action, Message, Rich};
use crate::domain::text::Text;
use crate::ports::incoming::{GroupDid, Person};
use crate::ports::phrases::Value;
use crate::ports::store::{StoreError, TopicCase, UpdateId};

/// So many entries are shown to a manager who searches.
const MOST_FOUND: usize = 4;

/// Something that somebody does in a group.
pub(super) struct Deed {
    /// The group.
    pub(super) chat: ChatId,
    /// The topic; `None` in General.
    pub(super) topic: Option<Topic>,
    /// Who.
    pub(super) by: Person,
    /// What.
    pub(super) did: GroupDid,
    /// The update that told of it.
    pub(super) update: UpdateId,
}

impl Deed {
    fn thread(&self) -> Option<ThreadId> {
        self.topic.map(|topic| topic.thread)
    }

    fn asker(&self) -> Asker<'_> {
        let tap = if let GroupDid::Tapped { tap, .. } = &self.did { Some(tap.as_str()) } else { None };
        Asker { chat: self.chat, thread: self.thread(), person: self.by.id, tap }
    }

    fn manager(&self) -> Manager {
        Manager { id: self.by.id, name: self.by.name.clone() }
    }
}

impl House {
    /// Somebody did something in a group.
    pub(super) async fn hear_group(&self, deed: Deed) -> Result<(), StoreError> {
        if let GroupDid::Commanded { word, rest, .. } = &deed.did
            && word == "koppel"
        {
            self.link(&deed, rest).await?;
            return self.finish(deed.update).await;
        }
        let Some(desk) = self.desk_in(deed.chat).await? else {
            return self.hear_elsewhere(&deed).await;
        };
        if !self.may_act(&deed).await? {
            self.answer(&deed.asker(), "desk-not-a-member", &[]).await;
            return self.finish(deed.update).await;
        }
        let case = match deed.topic {
            Some(topic) => self.ports.store.case_in_topic(topic).await?,
            None => None,
        };
        match case {
            Some(case) if case.is_former => self.hear_former_topic(&deed, &case).await,
            case => self.hear_desk(&deed, &desk, case.as_ref()).await,
        }
    }

    /// A group that is no desk's, or not any more: in the topic of a case that is said, elsewhere we keep still.
    async fn hear_elsewhere(&self, deed: &Deed) -> Result<(), StoreError> {
        let case = match deed.topic {
            Some(topic) => self.ports.store.case_in_topic(topic).await?,
            None => None,
        };
        if case.is_some() {
            self.answer(&deed.asker(), "desk-not-linked", &[]).await;
        } else {
            self.end_waiting_sign(deed).await;
        }
        self.finish(deed.update).await
    }

    /// The case went on elsewhere: whoever writes here hears where.
    async fn hear_former_topic(&self, deed: &Deed, case: &TopicCase) -> Result<(), StoreError> {
        let knowledge = self.shelf.current();
        let desk = knowledge.catalogue.desks.desk(&case.desk).map_or_else(String::new, |desk| desk.name.clone());
        let values = [("case", case.number.to_string().into()), ("desk", Value::Text(desk))];
        self.answer(&deed.asker(), "desk-case-elsewhere", &values).await;
        self.finish(deed.update).await
    }

    async fn hear_desk(&self, deed: &Deed, desk: &DeskId, case: Option<&TopicCase>) -> Result<(), StoreError> {
        match (&deed.did, case) {
            (GroupDid::Contributed { message, what, reply }, Some(case)) => {
                let event = Event::ManagerWrote {
                    case: case.number,
                    by: deed.manager(),
                    message: *message,
                    what: what.clone(),
                    reply: self.answered(case, *reply).await?,
                };
                self.tell(deed, case, event).await
            }
            (GroupDid::Edited { message, text, caption }, Some(case)) => {
                let (by, message, text, caption) = (deed.manager(), *message, text.clone(), *caption);
                self.tell(deed, case, Event::ManagerEdited { case: case.number, by, message, text, caption }).await
            }
            (GroupDid::Commanded { word, rest, .. }, case) => match orders::read(word, rest) {
                DeskOrder::Overview { mine } => {
                    self.show_overview(deed, desk, mine).await?;
                    self.finish(deed.update).await
                }
                DeskOrder::Away => {
                    self.go_away(deed, desk, rest).await?;
                    self.finish(deed.update).await
                }
                DeskOrder::Back => {
                    self.come_back(deed).await?;
                    self.finish(deed.update).await
                }
                DeskOrder::OfCase(order) => match case {
                    Some(case) => self.hear_order(deed, case, order).await,
                    None => {
                        self.answer(&deed.asker(), "desk-needs-topic", &[]).await;
                        self.finish(deed.update).await
                    }
                },
            },
            (GroupDid::Tapped { action, .. }, case) => self.hear_tap(deed, case, action.as_ref()).await,
            (GroupDid::Contributed { .. } | GroupDid::Edited { .. }, None) => self.finish(deed.update).await,
        }
    }

    /// A button in a topic. It belongs to the case of that topic: one for another case is not ours to obey here.
    async fn hear_tap(&self, deed: &Deed, case: Option<&TopicCase>, action: Option<&Action>) -> Result<(), StoreError> {
        let order = match (case, action) {
            (Some(case), Some(action)) => order_of_tap(case.number, action),
            // On the board and in General a button names its case itself.
            (None, Some(Action::Take(number))) => return self.take_from_afar(deed, *number, Order::Take).await,
            (None, Some(Action::TakeOver(number))) => return self.take_from_afar(deed, *number, Order::TakeOver).await,
            _ => None,
        };
        match (case, order) {
            (Some(case), Some(order)) => {
                let event = Event::Ordered { case: case.number, by: deed.manager(), order };
                let outcome = self.take_in(case.client, &Fact::Known(event), Cause::Update(deed.update)).await?;
                self.answer_deed(deed, outcome.notice.as_deref()).await;
                Ok(())
            }
            _ => {
                self.end_waiting_sign(deed).await;
                self.finish(deed.update).await
            }
        }
    }

    /// A call for the whole desk stands in General: who taps there takes the case.
    async fn take_from_afar(&self, deed: &Deed, number: CaseNumber, order: Order) -> Result<(), StoreError> {
        let Some(case) = self.open_case(number).await? else {
            self.answer(&deed.asker(), "refused-closed", &[]).await;
            return self.finish(deed.update).await;
        };
        let event = Event::Ordered { case: number, by: deed.manager(), order };
        let outcome = self.take_in(case.client, &Fact::Known(event), Cause::Update(deed.update)).await?;
        self.answer_deed(deed, outcome.notice.as_deref()).await;
        Ok(())
    }

    /// A command in the topic of a case.
    async fn hear_order(&self, deed: &Deed, case: &TopicCase, order: CaseOrder) -> Result<(), StoreError> {
        let order = match order {
            CaseOrder::Ready(order) => Some(order),
            CaseOrder::PassOn(to) => self.pass_on_to(deed, &to).await?,
            CaseOrder::Search(words) => self.search_for(case, &words).await?,
            CaseOrder::Text(rest) => self.offer_text(deed, case, &rest).await?,
            CaseOrder::Appoint(rest) => self.appointment(deed, &rest).await,
        };
        let Some(order) = order else { return self.finish(deed.update).await };
        let event = Event::Ordered { case: case.number, by: deed.manager(), order };
        let outcome = self.take_in(case.client, &Fact::Known(event), Cause::Update(deed.update)).await?;
        if let Some(notice) = outcome.notice {
            self.answer_message(&deed.asker(), &Message::new(Rich::plain(notice))).await;
        }
        Ok(())
    }

    /// What the same index finds for these words, for the manager only.
    async fn search_for(&self, case: &TopicCase, words: &str) -> Result<Option<Order>, StoreError> {
        let Some(text) = Text::parse(words) else { return Ok(Some(Order::Unknown)) };
        let place = self.open_case(case.number).await?.and_then(|case| case.place);
        let question = Question { text: text.as_str().to_owned(), language: None, place };
        let evidence = self.shelf.current().search.evidence(&question);
        let found: Vec<EntryId> =
            evidence.candidates.into_iter().take(MOST_FOUND).map(|candidate| candidate.entry).collect();
        Ok(Some(Order::Show { words: text.as_str().to_owned(), found }))
    }

    /// A fact about a case, from the topic.
    async fn tell(&self, deed: &Deed, case: &TopicCase, event: Event) -> Result<(), StoreError> {
        self.take_in(case.client, &Fact::Known(event), Cause::Update(deed.update)).await.map(drop)
    }

    /// The message that was replied to in a topic, and which line of ours it is.
    async fn answered(&self, case: &TopicCase, reply: Option<MessageRef>) -> Result<Option<Answered>, StoreError> {
        let Some(message) = reply else { return Ok(None) };
        let line = self.ports.store.line_at(case.client, message).await?;
        Ok(Some(Answered { message, line }))
    }

    /// An open case by its number.
    pub(super) async fn open_case(&self, number: CaseNumber) -> Result<Option<Case>, StoreError> {
        Ok(self.ports.store.case(number).await?.filter(|case| case.closed.is_none()))
    }

    /// The waiting sign on a button ends, whatever comes of it.
    async fn end_waiting_sign(&self, deed: &Deed) {
        self.answer_deed(deed, None).await;
    }

    async fn answer_deed(&self, deed: &Deed, notice: Option<&str>) {
        if let GroupDid::Tapped { tap, .. } = &deed.did {
            self.answer_tap(tap, notice).await;
        }
    }
}

/// The language in which the desk is spoken to.
const OURS: Language = Language::Nl;

/// What a button of this case asks for; nothing when it is another case's, or a client's.
fn order_of_tap(number: CaseNumber, action: &Action) -> Option<Order> {
    Some(match action.clone() {
        Action::Take(wanted) if wanted == number => Order::Take,
        Action::TakeOver(wanted) if wanted == number => Order::TakeOver,
        Action::SendAnyway(wanted, message) if wanted == number => Order::SendAnyway(message),
        Action::Reject(wanted, why) if wanted == number => Order::Reject(why, None),
        Action::SendCard(wanted, entry) if wanted == number => Order::SendCard(entry),
        Action::Close(wanted, outcome) if wanted == number => Order::Close { outcome, why: None },
        Action::Gap(wanted, None) if wanted == number => Order::Gap(Some(Gap::Missing)),
        Action::Gap(wanted, Some(entry)) if wanted == number => Order::Gap(Some(Gap::Entry(entry))),
        Action::NoGap(wanted) if wanted == number => Order::Gap(None),
        Action::SendText(wanted, offer) if wanted == number => Order::SendText(offer),
        _ => return None,
    })
}
