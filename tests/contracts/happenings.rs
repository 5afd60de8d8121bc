//! What happened is kept as it is told, and is nobody's.

use std::time::Duration;

use loket::adapters::database::Database;
use loket::domain::happening::{Happening, Kind, Waited};
use loket::domain::ids::{DeskId, EntryId, ThemeId};
use loket::domain::language::Language;
use loket::domain::moment::Moment;
use loket::ports::store::{Commit, Store};

use crate::stage::{ANNA, at, commit};

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
