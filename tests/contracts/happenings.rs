//! What happened is kept as it is told, and is nobody's.

use std::collections::BTreeMap;
use std::time::Duration;

use jiff::tz::TimeZone;
use loket::adapters::database::Database;
use loket::domain::case::{Case, CaseState};
use loket::domain::figures::Figures;
use loket::domain::happening::{Happening, Kind, Waited};
use loket::domain::ids::{ClientId, DeskId, EntryId, ThemeId};
use loket::domain::language::Language;
use loket::domain::moment::Moment;
use loket::domain::period::{Period, Span};
use loket::ports::store::{Commit, Speaker, Store};

use crate::stage::{ANNA, CHRIS, MANY, at, case, commit, line};

const HOUR: i64 = 3_600;

/// Something with everything that can be told about it.
fn first_answer() -> Happening {
    Happening {
        detail: Some("no-match".to_owned()),
        entry: Some(EntryId::new("bmkb")),
        theme: Some(ThemeId::new("finance")),
        place: "GM0150".to_owned().try_into().ok(),
        desk: Some(DeskId::new("deventer")),
        language: Some(Language::En),
        waited: Some(Waited { in_all: Duration::from_hours(60), working: Duration::from_mins(95), kept: Some(true) }),
        ..Happening::new(Kind::FirstAnswer, at(HOUR))
    }
}

pub(crate) async fn all_that_is_told_comes_back_in_order(store: Database) {
    let broken = Waited { in_all: Duration::from_secs(1), working: Duration::ZERO, kept: Some(false) };
    let without = Waited { kept: None, ..broken };
    let with_wait = |waited| Happening { waited: Some(waited), ..Happening::new(Kind::Claimed, at(HOUR)) };
    let told = vec![first_answer(), with_wait(broken), with_wait(without), Happening::new(Kind::SmallTalk, at(HOUR))];
    store.commit(&Commit { happened: told.clone(), ..commit(ANNA, 0) }).await.unwrap();
    assert_eq!(store.happenings(at(0), at(9 * HOUR)).await.unwrap(), told);
}

pub(crate) async fn every_kind_is_kept(store: Database) {
    let told: Vec<Happening> = Kind::ALL.iter().map(|kind| Happening::new(*kind, at(0))).collect();
    store.commit(&Commit { happened: told.clone(), ..commit(ANNA, 0) }).await.unwrap();
    assert_eq!(store.happenings(at(-HOUR), at(HOUR)).await.unwrap(), told);
}

pub(crate) async fn a_period_begins_with_its_first_hour_and_ends_before_its_last(store: Database) {
    let told = (0..5).map(|hour| Happening::new(Kind::Answered, at(hour * HOUR))).collect();
    store.commit(&Commit { happened: told, ..commit(ANNA, 0) }).await.unwrap();
    let hour = |hour: i64| Happening::new(Kind::Answered, at(hour * HOUR)).at;
    let found = store.happenings(hour(1), hour(3)).await.unwrap();
    assert_eq!(found.iter().map(|happening| happening.at).collect::<Vec<Moment>>(), [hour(1), hour(2)]);
}

pub(crate) async fn who_must_decide_again_tells_nothing_twice(store: Database) {
    let telling = Commit { happened: vec![first_answer()], ..commit(ANNA, 0) };
    store.commit(&telling).await.unwrap();
    assert!(store.commit(&telling).await.is_err());
    assert_eq!(store.happenings(at(0), at(9 * HOUR)).await.unwrap().len(), 1);
}

/// One commit of a client's: what was decided stands in the transcript, the case is kept, and it is counted.
fn decided(client: ClientId, step: i64, decision: &str, kind: Kind, hours: i64) -> Commit {
    let mut said = line(Speaker::Bot, "antwoord");
    (said.at, said.decision) = (at(hours * HOUR), decision.to_owned());
    let happened = vec![Happening::new(kind, at(hours * HOUR))];
    Commit { transcript: vec![said], happened, ..commit(client, step) }
}

/// The figures say what the transcript and the cases say, counted in another way.
pub(crate) async fn the_figures_are_what_the_transcript_and_the_cases_tell(store: Database) {
    store.commit(&decided(ANNA, 0, "answer:bmkb", Kind::Answered, 24)).await.unwrap();
    store.commit(&decided(ANNA, 1, "clarify", Kind::AskedBack, 30)).await.unwrap();
    store.commit(&decided(CHRIS, 0, "smalltalk", Kind::SmallTalk, 50)).await.unwrap();
    let closed = Case {
        state: CaseState::Closed,
        taken: Some(at(52 * HOUR)),
        answered: Some(at(53 * HOUR)),
        promise: Some(at(55 * HOUR)),
        closed: Some(at(54 * HOUR)),
        opened: at(51 * HOUR),
        helped: Some(true),
        ..case(1, CHRIS)
    };
    let mut handed_over = decided(CHRIS, 1, "handover:no-match", Kind::HandedOver, 51);
    let waited = |hours: u64| Waited {
        in_all: Duration::from_hours(hours),
        working: Duration::from_hours(hours),
        kept: Some(true),
    };
    for (kind, waited) in [
        (Kind::CaseOpened, None),
        (Kind::Claimed, Some(waited(1))),
        (Kind::FirstAnswer, Some(waited(2))),
        (Kind::Closed, None),
        (Kind::CaseHelped, None),
    ] {
        handed_over.happened.push(Happening { waited, ..Happening::new(kind, at(51 * HOUR)) });
    }
    store.commit(&Commit { case: Some(closed), ..handed_over }).await.unwrap();

    let period = Period::before(at(7 * 24 * HOUR), Span::Week, TimeZone::UTC);
    let (from, until) = period.moments();
    let figures = Figures::of(period, &store.happenings(from, until).await.unwrap());
    let (mut decisions, mut cases) = (BTreeMap::<String, u32>::new(), Vec::new());
    for client in [ANNA, CHRIS] {
        for line in store.transcript(client, MANY).await.unwrap() {
            *decisions.entry(line.decision.split(':').next().unwrap().to_owned()).or_default() += 1;
        }
        cases.extend(store.cases(client).await.unwrap());
    }
    let decided = |word: &str| decisions.get(word).copied().unwrap_or_default();
    assert_eq!(figures.reactions.answered, decided("answer"));
    assert_eq!(figures.reactions.asked_back, decided("clarify"));
    assert_eq!(figures.reactions.handed_over, decided("handover"));
    assert_eq!(figures.reactions.all() + decided("smalltalk"), decisions.values().sum::<u32>());
    assert_eq!(cases.len(), 1);
    let case = &cases[0];
    let since_opened = |moment: Option<Moment>| moment.map(|moment| moment.since(case.opened));
    assert_eq!(Some(figures.claim.median), since_opened(case.taken));
    assert_eq!(Some(figures.first_answer.ninety), since_opened(case.answered));
    assert_eq!(figures.promise.kept == 1, case.answered <= case.promise);
    assert_eq!((figures.opened, figures.closed, figures.people.helped), (1, 1, 1));
}
