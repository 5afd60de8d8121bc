//! What is kept for those who look after the house: releases, proposals, roles, the audit log.

use loket::adapters::database::Database;
use loket::domain::audit::{Act, Entry};
use loket::domain::files::Files;
use loket::domain::ids::{LineId, PersonId, QuestionId, ReleaseNumber};
use loket::domain::official::{Author, Invitation, Official, Role};
use loket::domain::release::{Changes, Proposal};
use loket::ports::office::{NewRelease, Office, Replica};
use loket::ports::store::StoreError;

use crate::stage::at;

fn iris() -> Author {
    Author::person(PersonId(50), "Iris")
}

fn omar() -> Author {
    Author::person(PersonId(51), "Omar")
}

fn files(bmkb: &str) -> Files {
    Files::default().with("schemes/bmkb.md", bmkb).with("region.toml", "name = \"Salland\"\n")
}

fn new<'a>(files: &'a Files, based_on: Option<i64>, note: &str) -> NewRelease<'a> {
    let based_on = based_on.map(ReleaseNumber);
    NewRelease { files, fingerprint: files.fingerprint(), by: iris(), at: at(1), note: note.to_owned(), based_on }
}

async fn publish(store: &Database, bmkb: &str, based_on: Option<i64>) -> ReleaseNumber {
    store.publish(&new(&files(bmkb), based_on, bmkb)).await.unwrap()
}

async fn number_in_use(store: &Database) -> Option<i64> {
    store.release_in_use().await.unwrap().map(|release| release.number.0)
}

pub(crate) async fn a_release_is_kept_letter_by_letter_and_is_in_use(store: Database) {
    assert_eq!(store.release_in_use().await.unwrap(), None);
    assert_eq!(publish(&store, "één\n", None).await, ReleaseNumber(1));
    assert_eq!(publish(&store, "twee\r\n", Some(1)).await, ReleaseNumber(2));
    assert_eq!(number_in_use(&store).await, Some(2));
    assert_eq!(store.release_before().await.unwrap().unwrap().number, ReleaseNumber(1));
    assert_eq!(store.release_files(ReleaseNumber(1)).await.unwrap(), Some(files("één\n")));
    assert_eq!(store.release_files(ReleaseNumber(2)).await.unwrap(), Some(files("twee\r\n")));
    assert_eq!(store.release_files(ReleaseNumber(3)).await.unwrap(), None);
    let newest = store.releases(10).await.unwrap();
    assert_eq!(
        newest.iter().map(|one| (one.number.0, one.note.as_str())).collect::<Vec<_>>(),
        [(2, "twee\r\n"), (1, "één\n")]
    );
    assert_eq!(newest[0].fingerprint, files("twee\r\n").fingerprint());
    assert_eq!((&newest[0].by, newest[0].at, newest[0].based_on), (&iris(), at(1), Some(ReleaseNumber(1))));
}

pub(crate) async fn who_changed_an_old_release_must_look_again(store: Database) {
    publish(&store, "een", None).await;
    publish(&store, "twee", Some(1)).await;
    let late = store.publish(&new(&files("drie"), Some(1), "te laat")).await;
    assert_eq!(late, Err(StoreError::Conflict));
    assert_eq!(store.publish(&new(&files("drie"), None, "te laat")).await, Err(StoreError::Conflict));
    assert_eq!((number_in_use(&store).await, store.releases(10).await.unwrap().len()), (Some(2), 2));
}

pub(crate) async fn an_earlier_release_comes_back_and_the_later_one_stays(store: Database) {
    publish(&store, "een", None).await;
    publish(&store, "twee", Some(1)).await;
    store.put_in_use(ReleaseNumber(1), ReleaseNumber(2), &omar(), at(5)).await.unwrap();
    assert_eq!(number_in_use(&store).await, Some(1));
    assert_eq!(store.release_before().await.unwrap().unwrap().number, ReleaseNumber(2));
    for (number, instead_of) in [(9, 1), (1, 2)] {
        let refused = store.put_in_use(ReleaseNumber(number), ReleaseNumber(instead_of), &omar(), at(6)).await;
        assert_eq!(refused, Err(StoreError::Conflict));
    }
    assert_eq!(publish(&store, "drie", Some(1)).await, ReleaseNumber(3), "a number is never given twice");
    let acts: Vec<_> = store.audit(10).await.unwrap().into_iter().map(|line| (line.act, line.about)).collect();
    assert_eq!(acts[1], (Act::RolledBack, "2 → 1".to_owned()));
}

pub(crate) async fn a_release_that_is_no_text_is_refused_whole(store: Database) {
    publish(&store, "een", None).await;
    let files = files("twee").with("logo.png", vec![0x89, 0xff]);
    let refused = store.publish(&new(&files, Some(1), "plaatje")).await;
    assert!(matches!(refused, Err(StoreError::Corrupt(_))), "{refused:?}");
    assert_eq!((number_in_use(&store).await, store.audit(10).await.unwrap().len()), (Some(1), 1));
}

pub(crate) async fn programs_tell_which_release_they_answer_from(store: Database) {
    let says = |name: &str, release, seconds| Replica {
        name: name.to_owned(),
        release: ReleaseNumber(release),
        seen: at(seconds),
    };
    store.report_replica(&says("a", 1, 0)).await.unwrap();
    store.report_replica(&says("b", 1, 1)).await.unwrap();
    store.report_replica(&says("b", 2, 10)).await.unwrap();
    assert_eq!(store.replicas_since(at(5)).await.unwrap(), [says("b", 2, 10)]);
    assert_eq!(store.replicas_since(at(0)).await.unwrap().len(), 1, "who is silent is forgotten");
}

fn proposal(store_id: i64, by: Author) -> Proposal {
    let mut changes = Changes::default();
    changes.0.insert("schemes/bmkb.md".to_owned(), Some("nieuw".to_owned()));
    changes.0.insert("schemes/oud.md".to_owned(), None);
    Proposal {
        id: loket::domain::ids::ProposalId(store_id),
        by,
        note: "herladen".to_owned(),
        based_on: ReleaseNumber(1),
        begun: at(3),
        is_ready: false,
        line: LineId(4),
        changes,
        question: Some(QuestionId(9)),
    }
}

pub(crate) async fn one_works_on_the_knowledge_at_a_time(store: Database) {
    assert_eq!(store.proposal().await.unwrap(), None);
    let first = proposal(store.next_proposal().await.unwrap().0, iris());
    store.propose(&first).await.unwrap();
    assert_eq!(store.proposal().await.unwrap(), Some(first.clone()));
    let other = proposal(store.next_proposal().await.unwrap().0, omar());
    assert_eq!(store.propose(&other).await, Err(StoreError::Conflict));
    let ready = Proposal { is_ready: true, ..first.clone() };
    store.propose(&ready).await.unwrap();
    assert_eq!(store.proposal().await.unwrap(), Some(ready));
    assert!(!store.end_proposal(other.id).await.unwrap());
    assert!(store.end_proposal(first.id).await.unwrap());
    assert!(!store.end_proposal(first.id).await.unwrap(), "it ends once");
    store.propose(&other).await.unwrap();
}

fn invitation(token: &str, to: Option<Author>) -> Invitation {
    let by_link = to.is_none();
    Invitation { token: token.to_owned(), role: Role::Lead, by: iris(), to, by_link, until: at(900) }
}

fn official(by: &Author, role: Role) -> Official {
    Official { person: by.id.unwrap(), name: by.name.clone(), role }
}

pub(crate) async fn a_role_is_offered_and_taken_up_once(store: Database) {
    store.invite(&invitation("abc", None), at(0)).await.unwrap();
    assert_eq!(store.invitation("abd").await.unwrap(), None);
    assert_eq!(store.invitation("abc").await.unwrap(), Some(invitation("abc", None)));
    store.accept("abc", &omar()).await.unwrap();
    let accepted = store.invitation("abc").await.unwrap().unwrap();
    assert_eq!((accepted.to, accepted.by_link), (Some(omar()), true));
    let omars = official(&omar(), Role::Lead);
    assert!(store.settle("abc", Some(&omars), &iris(), at(2)).await.unwrap());
    assert!(!store.settle("abc", Some(&omars), &iris(), at(2)).await.unwrap());
    assert_eq!(store.officials().await.unwrap(), [omars]);
    assert!(store.revoke(PersonId(51), &iris(), at(3)).await.unwrap());
    assert!(!store.revoke(PersonId(51), &iris(), at(3)).await.unwrap());
    assert_eq!(store.officials().await.unwrap(), []);
    let acts: Vec<Act> = store.audit(10).await.unwrap().into_iter().map(|line| line.act).collect();
    assert_eq!(acts, [Act::Revoked, Act::Granted, Act::Invited]);
}

pub(crate) async fn an_invitation_that_is_declined_or_old_is_gone(store: Database) {
    store.invite(&invitation("abc", Some(omar())), at(0)).await.unwrap();
    assert!(store.settle("abc", None, &omar(), at(2)).await.unwrap());
    assert_eq!((store.invitation("abc").await.unwrap(), store.officials().await.unwrap()), (None, vec![]));
    store.invite(&invitation("old", None), at(0)).await.unwrap();
    store.invite(&invitation("new", None), at(901)).await.unwrap();
    assert_eq!(store.invitation("old").await.unwrap(), None);
}

pub(crate) async fn the_audit_log_is_only_ever_added_to(store: Database) {
    let line = |seconds, act, about: &str| Entry { at: at(seconds), by: iris(), act, about: about.to_owned() };
    assert!(store.audit_is_whole().await.unwrap());
    let written = [line(1, Act::Exported, "zip"), line(2, Act::Dropped, "3"), line(3, Act::Exported, "csv")];
    for one in &written {
        store.note(one).await.unwrap();
    }
    let newest: Vec<Entry> = store.audit(2).await.unwrap();
    assert_eq!(newest, [written[2].clone(), written[1].clone()]);
    assert!(store.audit_is_whole().await.unwrap());
}

/// Somebody with the file in their hands may get past the lock; the seals still tell.
pub(crate) async fn a_line_that_was_changed_or_removed_shows(folder: &std::path::Path) {
    use sqlx::Connection as _;
    let store = Database::in_folder(folder).await.unwrap();
    for about in ["zip", "csv", "xlsx"] {
        let line = Entry { at: at(1), by: iris(), act: Act::Exported, about: about.to_owned() };
        store.note(&line).await.unwrap();
    }
    let address = format!("sqlite://{}", folder.join("loket.db").display());
    let mut thief = sqlx::SqliteConnection::connect(&address).await.unwrap();
    for refused in ["UPDATE audit SET about = 'niets' WHERE id = 2", "DELETE FROM audit WHERE id = 3"] {
        assert!(sqlx::query(refused).execute(&mut thief).await.is_err(), "{refused}");
    }
    sqlx::query("DROP TRIGGER audit_is_never_shortened").execute(&mut thief).await.unwrap();
    sqlx::query("DELETE FROM audit WHERE id = 3").execute(&mut thief).await.unwrap();
    assert!(!store.audit_is_whole().await.unwrap(), "the last line is missing");
    sqlx::query("UPDATE counters SET value = 2 WHERE name = 'audit'").execute(&mut thief).await.unwrap();
    assert!(store.audit_is_whole().await.unwrap());
    sqlx::query("DROP TRIGGER audit_is_never_changed").execute(&mut thief).await.unwrap();
    sqlx::query("UPDATE audit SET about = 'niets' WHERE id = 1").execute(&mut thief).await.unwrap();
    assert!(!store.audit_is_whole().await.unwrap(), "a line was changed");
}
