//! Who is in a desk's group, and who is away.

use loket::adapters::database::Database;
use loket::domain::absence::Absence;
use loket::domain::case::Manager;
use loket::domain::ids::{ChatId, PersonId};
use loket::ports::store::{Member, Store};

use crate::stage::{GROUP, at, boris, deventer, link};

fn member(person: i64, name: &str, seconds: i64) -> Member {
    let username = Some(name.to_lowercase());
    Member {
        chat: GROUP,
        person: PersonId(person),
        name: name.to_owned(),
        username,
        is_member: true,
        checked_at: at(seconds),
    }
}

/// Updates and questions come in any order: what is known later counts.
pub(crate) async fn what_is_known_later_of_a_member_counts(store: Database) {
    assert_eq!(store.members(GROUP).await.unwrap(), []);
    store.note_member(&member(70, "Boris", 10)).await.unwrap();
    let gone = |seconds| Member { is_member: false, ..member(70, "Boris", seconds) };
    store.note_member(&gone(9)).await.unwrap();
    assert_eq!(store.members(GROUP).await.unwrap(), [member(70, "Boris", 10)]);
    store.note_member(&gone(11)).await.unwrap();
    assert_eq!(store.members(GROUP).await.unwrap(), [gone(11)], "who is gone is still known");
    store.note_member(&member(70, "Bo", 11)).await.unwrap();
    assert_eq!(store.members(GROUP).await.unwrap(), [member(70, "Bo", 11)], "of two at one moment the last");
}

/// Not everything tells a name in the messenger: the one that is known stays until another is told.
pub(crate) async fn a_name_in_the_messenger_stays_until_another_is_told(store: Database) {
    store.note_member(&member(70, "Boris", 1)).await.unwrap();
    store.note_member(&Member { username: None, ..member(70, "Boris", 2) }).await.unwrap();
    assert_eq!(store.members(GROUP).await.unwrap()[0].username.as_deref(), Some("boris"));
    store.note_member(&Member { username: Some("bo".to_owned()), ..member(70, "Boris", 3) }).await.unwrap();
    assert_eq!(store.members(GROUP).await.unwrap()[0].username.as_deref(), Some("bo"));
    store.note_member(&Member { username: None, ..member(71, "Iris", 1) }).await.unwrap();
    assert_eq!(store.members(GROUP).await.unwrap()[1].username, None);
}

/// Somebody may work at two desks; when a group moves, its members come along.
pub(crate) async fn members_belong_to_their_group_and_move_with_it(store: Database) {
    let (other, new) = (ChatId(-200), ChatId(-1_000_000_000_001));
    link(&store, deventer(), GROUP).await;
    let elsewhere = Member { chat: other, ..member(70, "Boris", 1) };
    for known in
        [&member(70, "Boris", 1), &member(71, "Iris", 1), &elsewhere, &Member { chat: new, ..member(71, "Iris", 2) }]
    {
        store.note_member(known).await.unwrap();
    }
    // Telegram tells of a move more than once.
    store.move_group(GROUP, new).await.unwrap();
    store.move_group(GROUP, new).await.unwrap();
    let here = |member: Member| Member { chat: new, ..member };
    assert_eq!(store.members(GROUP).await.unwrap(), []);
    let moved = [here(member(70, "Boris", 1)), here(member(71, "Iris", 2))];
    assert_eq!(store.members(new).await.unwrap(), moved, "what is known later counts");
    assert_eq!(store.members(other).await.unwrap(), [elsewhere]);
}

pub(crate) async fn an_absence_is_noted_changed_and_ended(store: Database) {
    let iris = Manager { id: PersonId(71), name: "Iris".to_owned() };
    let away = |who: Manager, stand_in: Manager, seconds| Absence {
        who: who.id,
        name: who.name,
        stand_in,
        until: at(seconds),
    };
    store.note_absence(&away(iris.clone(), boris(), 10)).await.unwrap();
    store.note_absence(&away(boris(), iris.clone(), 20)).await.unwrap();
    store.note_absence(&away(boris(), iris.clone(), 30)).await.unwrap();
    let known = [away(boris(), iris.clone(), 30), away(iris.clone(), boris(), 10)];
    assert_eq!(store.absences().await.unwrap(), known, "one absence a person, the last that was said");
    store.end_absence(iris.id).await.unwrap();
    store.end_absence(PersonId(99)).await.unwrap();
    assert_eq!(store.absences().await.unwrap(), known[..1]);
}
