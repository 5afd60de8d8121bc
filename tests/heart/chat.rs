//! A conversation with its clock, fed one event after another: the heart alone.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{date, time};
use jiff::tz::TimeZone;
use loket::conversation::effect::Effect;
use loket::conversation::event::{Contribution, Event, Found};
use loket::conversation::order::Order;
use loket::conversation::policy::Policy;
use loket::conversation::wording::Wording;
use loket::conversation::{Context, Conversation, Decision};
use loket::domain::absence::Absence;
use loket::domain::area::{AreaCode, Areas};
use loket::domain::case::{Case, Manager, Outcome};
use loket::domain::catalogue::{Catalogue, Signals, Surroundings};
use loket::domain::delivery::Lane;
use loket::domain::desk::{Desk, Desks};
use loket::domain::doors::Doors;
use loket::domain::entry::{Checked, Confidence, Entry, Kind, Status};
use loket::domain::evidence::{Candidate, Evidence, SmallTalk};
use loket::domain::ids::{CaseNumber, ChatId, ClientId, DeskId, EntryId, MessageRef, PersonId, ReleaseId, ThemeId};
use loket::domain::moment::Moment;
use loket::domain::region::Region;
use loket::domain::text::Text;
use loket::domain::timer::Timer;
use loket::domain::working_hours::{Shift, WorkingHours};

pub(crate) const ANNA: ClientId = ClientId(7);
/// Monday 23 November 2026, 12:00 in Deventer.
pub(crate) const MONDAY_NOON: Moment = Moment::from_millis(1_795_431_600_000);
/// The group of the desk, in which managers write.
pub(crate) const GROUP: ChatId = ChatId(-100);
pub(crate) const MINUTE: i64 = 60_000;
pub(crate) const HOUR: i64 = 60 * MINUTE;

/// Two desks with the same hours: Deventer, and Enschede that takes what nobody else takes.
fn desks() -> Desks {
    let shift = Shift { from: time(9, 0, 0, 0), to: time(17, 0, 0, 0) };
    let day = || vec![shift];
    let hours = WorkingHours {
        zone: TimeZone::get("Europe/Amsterdam").unwrap(),
        week: [day(), day(), day(), day(), day(), vec![], vec![]],
        closures: BTreeSet::new(),
        worked_holidays: vec![],
    };
    let desk = |id: &str, name: &str, lead: Option<&str>| Desk {
        id: DeskId::new(id),
        name: name.to_owned(),
        municipalities: vec![
            AreaCode::try_from(if id == "deventer" { "GM0150" } else { "GM0153" }.to_owned()).unwrap(),
        ],
        themes: vec![],
        languages: vec![],
        lead: lead.map(str::to_owned),
        hours: hours.clone(),
        promise_hours: 4,
    };
    let desks = vec![
        desk("deventer", "Ondernemersloket Deventer", Some("@iris")),
        desk("enschede", "Ondernemersloket Enschede", None),
    ];
    Desks::new(desks, Some(DeskId::new("enschede")))
}

fn entry(id: &str) -> Entry {
    Entry {
        id: EntryId::new(id),
        aliases: vec![],
        kind: Kind::Rule,
        form: None,
        provider: None,
        areas: vec![AreaCode::try_from("NL".to_owned()).unwrap()],
        themes: vec![ThemeId::new("tax")],
        sectors: vec![],
        status: Status::Open,
        opens: None,
        closes: None,
        paused: None,
        successor: None,
        related: vec![],
        stacks_with: vec![],
        excludes: vec![],
        url: "https://www.rvo.nl".to_owned(),
        sources: vec![],
        verified: Checked::Year(2026),
        review_by: date(2027, 12, 31),
        confidence: Confidence::Read,
        to_check: None,
        text: BTreeMap::new(),
    }
}

fn catalogue() -> Catalogue {
    let surroundings = Surroundings {
        areas: Areas::new(vec![], BTreeMap::new()),
        region: Region::default(),
        desks: desks(),
        themes: vec![],
        synonyms: vec![],
        signals: Signals::default(),
        doors: Doors::default(),
        notice: None,
    };
    Catalogue::new(ReleaseId::new("test"), surroundings, vec![entry("kia"), entry("eia")])
}

/// A conversation with its clock, fed one event after another.
pub(crate) struct Chat {
    pub(crate) catalogue: Catalogue,
    pub(crate) policy: Policy,
    pub(crate) conversation: Conversation,
    pub(crate) now: Moment,
    pub(crate) cases: i64,
    pub(crate) away: Vec<Absence>,
    /// The timers that are set.
    pub(crate) timers: BTreeMap<Timer, Moment>,
}

impl Chat {
    pub(crate) fn new() -> Self {
        let mut conversation = Conversation::new(ANNA, "Anna".to_owned(), MONDAY_NOON);
        conversation.place = AreaCode::try_from("GM0150".to_owned()).ok();
        Self {
            catalogue: catalogue(),
            policy: Policy::default(),
            conversation,
            now: MONDAY_NOON,
            cases: 0,
            away: vec![],
            timers: BTreeMap::new(),
        }
    }

    /// A chat in which Anna asked for a person, as case 1.
    pub(crate) fn waiting() -> Self {
        let mut chat = Self::new();
        chat.happens(Event::Commanded(loket::conversation::event::Command::Person));
        chat
    }

    /// A chat in which Boris has case 1.
    pub(crate) fn with_boris() -> Self {
        let mut chat = Self::waiting();
        chat.orders(&boris(), Order::Take);
        chat
    }

    /// A chat in which case 1 of Boris is closed.
    pub(crate) fn closed() -> Self {
        let mut chat = Self::with_boris();
        chat.orders(&boris(), Order::Close { outcome: Some(Outcome::Answered), why: None });
        chat
    }

    pub(crate) fn happens(&mut self, event: Event) -> Decision {
        let number = CaseNumber(self.cases + 1);
        let context = Context {
            now: self.now,
            policy: &self.policy,
            catalogue: &self.catalogue,
            fresh_case: Some(number),
            away: &self.away,
        };
        let decision = self.conversation.clone().handle(event, &context);
        if decision.next.phase.open_case().is_some_and(|case| case.number == number) {
            self.cases += 1;
        }
        for effect in &decision.effects {
            match effect {
                Effect::Wake(timer, at) => drop(self.timers.insert(*timer, *at)),
                Effect::LetSleep(timer) => drop(self.timers.remove(timer)),
                _ => {}
            }
        }
        self.conversation = decision.next.clone();
        decision
    }

    /// A manager orders something about the open case, or about the last one.
    pub(crate) fn orders(&mut self, by: &Manager, order: Order) -> Decision {
        let case = self.case().map_or(CaseNumber(self.cases.max(1)), |case| case.number);
        self.happens(Event::Ordered { case, by: by.clone(), order })
    }

    /// A manager writes in the topic.
    pub(crate) fn writes(&mut self, by: &Manager, number: i64, words: &str) -> Decision {
        let case = self.case().map_or(CaseNumber(self.cases.max(1)), |case| case.number);
        let what = Contribution::Text(text(words));
        self.happens(Event::ManagerWrote { case, by: by.clone(), message: in_topic(number), what, reply: None })
    }

    pub(crate) fn says(&mut self, words: &str, found: Found) -> Vec<Wording> {
        let decision = self.happens(wrote(1, words, found));
        self.pass(2_000);
        let later = self.happens(Event::Settled);
        to_client(&decision).chain(to_client(&later)).collect()
    }

    pub(crate) fn pass(&mut self, millis: i64) {
        self.now = Moment::from_millis(self.now.millis() + millis);
    }

    /// Time goes on to the moment that a timer is set for; what it brings.
    pub(crate) fn waits_for(&mut self, timer: Timer) -> Decision {
        self.now = self.timers.remove(&timer).unwrap_or_else(|| panic!("{timer:?} is not set"));
        self.happens(match timer {
            Timer::Settle => Event::Settled,
            Timer::Album => Event::AlbumComplete,
            Timer::Ladder => Event::WaitedLong,
            Timer::Appointment => Event::AppointmentNear,
        })
    }

    pub(crate) fn case(&self) -> Option<&Case> {
        self.conversation.phase.open_case()
    }
}

/// A message of the client.
pub(crate) fn message(number: i64) -> MessageRef {
    MessageRef { chat: ChatId(ANNA.0), message: number }
}

/// A message in the topic.
pub(crate) fn in_topic(number: i64) -> MessageRef {
    MessageRef { chat: GROUP, message: number }
}

pub(crate) fn text(words: &str) -> Text {
    Text::parse(words).unwrap()
}

pub(crate) fn wrote(number: i64, words: &str, found: Found) -> Event {
    Event::Wrote { message: message(number), text: text(words), reply: None, found, masked: false }
}

pub(crate) fn found(candidates: &[(&str, f64)]) -> Found {
    let candidates = candidates
        .iter()
        .map(|(entry, probability)| Candidate { entry: EntryId::new(*entry), probability: *probability })
        .collect();
    Found { alone: Evidence { candidates, ..Evidence::default() }, joined: None }
}

pub(crate) fn small_talk(kind: SmallTalk) -> Found {
    Found { alone: Evidence { small_talk: Some(kind), ..Evidence::default() }, joined: None }
}

pub(crate) fn distress() -> Found {
    Found { alone: Evidence { distress: 0.9, ..Evidence::default() }, joined: None }
}

pub(crate) fn boris() -> Manager {
    Manager { id: PersonId(50), name: "Boris".to_owned() }
}

pub(crate) fn fatima() -> Manager {
    Manager { id: PersonId(51), name: "Fatima".to_owned() }
}

/// What is said in lanes that `is_there` picks, new or in the place of something earlier.
fn said(decision: &Decision, is_there: impl Fn(&Lane) -> bool) -> Vec<Wording> {
    let said = decision.effects.iter().filter_map(|effect| match effect {
        Effect::Say { lane, wording, .. } | Effect::Revise { lane, wording, .. } => Some((lane, wording)),
        _ => None,
    });
    said.filter(|(lane, _)| is_there(lane)).map(|(_, wording)| wording.clone()).collect()
}

pub(crate) fn to_client(decision: &Decision) -> impl Iterator<Item = Wording> + use<> {
    said(decision, |lane| matches!(lane, Lane::Client(_))).into_iter()
}

/// What is read at the desk: in the topic and in General, and by who asked alone. The sheet, which is kept up to date,
/// is left out.
pub(crate) fn to_desk(decision: &Decision) -> Vec<Wording> {
    let mut said = said(decision, |lane| !matches!(lane, Lane::Client(_)));
    said.retain(|wording| !matches!(wording, Wording::Sheet { .. }));
    said.extend(decision.effects.iter().filter_map(|effect| match effect {
        Effect::Notice(wording @ Wording::Refused(_)) => Some(wording.clone()),
        _ => None,
    }));
    said
}

/// Is anything at all put before the client: said, copied, changed?
pub(crate) fn reaches_client(effect: &Effect) -> bool {
    match effect {
        Effect::Say { lane, .. }
        | Effect::Revise { lane, .. }
        | Effect::Relay { lane, .. }
        | Effect::RelayAlbum { lane, .. }
        | Effect::ReviseCaption { lane, .. } => matches!(lane, Lane::Client(_)),
        Effect::SendMyData { .. } | Effect::Erase { .. } => true,
        _ => false,
    }
}
