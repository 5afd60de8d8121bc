//! What was said lately, to learn from, and which questions were dealt with.

use loket::adapters::database::Database;
use loket::domain::audit::{Act, Entry};
use loket::domain::gaps::GapMark;
use loket::domain::ids::{ClientId, PersonId, QuestionId};
use loket::domain::official::Author;
use loket::ports::office::{Office, Talk};
use loket::ports::store::{Commit, Speaker, Store, TranscriptLine};

use crate::stage::{ANNA, CHRIS, MANY, at, case, commit, line};

/// A conversation in which a client says this, one line a minute, from the start of the story on.
async fn says(store: &Database, client: ClientId, texts: &[&str]) {
    let spoken = |(minute, text): (i64, &&str)| TranscriptLine { at: at(minute * 60), ..line(Speaker::Client, text) };
    let transcript = (0..).zip(texts).map(spoken).collect();
    let opening = Commit { transcript, case: Some(case(client.0, client)), ..commit(client, 0) };
    store.commit(&opening).await.unwrap();
}

fn closed(about: &str) -> Entry {
    Entry { at: at(5), by: Author::person(PersonId(50), "Iris"), act: Act::GapClosed, about: about.to_owned() }
}

fn texts(talk: &Talk) -> Vec<&str> {
    talk.lines.iter().map(|(_, line)| line.text.as_str()).collect()
}

fn first(talk: &Talk) -> QuestionId {
    talk.lines[0].0
}

pub(crate) async fn what_was_said_lately_is_read_client_by_client(store: Database) {
    assert_eq!(store.talks(at(0), MANY).await.unwrap(), []);
    says(&store, CHRIS, &["vroeg", "later", "laat"]).await;
    says(&store, ANNA, &["ook vroeg", "ook later"]).await;
    let talks = store.talks(at(60), MANY).await.unwrap();
    assert_eq!(talks.iter().map(|talk| talk.client).collect::<Vec<_>>(), [ANNA, CHRIS]);
    assert_eq!(texts(&talks[0]), ["ook later"]);
    assert_eq!(texts(&talks[1]), ["later", "laat"]);
    assert_eq!(talks[1].cases, [case(CHRIS.0, CHRIS)]);
    assert_eq!(talks[1].state, r#"{"step":1}"#);
    assert!(talks[1].lines[0].0 < talks[1].lines[1].0, "their numbers rise");
}

pub(crate) async fn of_too_many_lines_the_newest_are_read(store: Database) {
    says(&store, ANNA, &["een", "twee"]).await;
    says(&store, CHRIS, &["drie", "vier"]).await;
    let talks = store.talks(at(0), 3).await.unwrap();
    assert_eq!(talks.iter().flat_map(texts).collect::<Vec<_>>(), ["twee", "drie", "vier"]);
}

pub(crate) async fn a_question_is_marked_with_its_line_in_the_log(store: Database) {
    says(&store, ANNA, &["een", "twee"]).await;
    let talks = store.talks(at(0), MANY).await.unwrap();
    let (one, two) = (talks[0].lines[0].0, talks[0].lines[1].0);
    store.mark_gaps(&[one, two], GapMark::Done, &closed("2 vragen")).await.unwrap();
    store.mark_gaps(&[one], GapMark::Done, &closed("nog eens")).await.unwrap();
    store.mark_gaps(&[two], GapMark::NotLearned, &closed("geen voorbeeld")).await.unwrap();
    // Who was erased meanwhile is passed over.
    store.mark_gaps(&[QuestionId(9_999)], GapMark::NotOurs, &closed("weg")).await.unwrap();
    let marks = store.gap_marks().await.unwrap();
    assert_eq!(marks, [(one, GapMark::Done), (two, GapMark::Done), (two, GapMark::NotLearned)]);
    let log: Vec<String> = store.audit(MANY).await.unwrap().into_iter().map(|entry| entry.about).collect();
    assert_eq!(log, ["weg", "geen voorbeeld", "nog eens", "2 vragen"]);
}

pub(crate) async fn marks_go_with_their_client(store: Database) {
    says(&store, ANNA, &["een"]).await;
    says(&store, CHRIS, &["twee"]).await;
    let talks = store.talks(at(0), MANY).await.unwrap();
    store.mark_gaps(&[first(&talks[0]), first(&talks[1])], GapMark::NotOurs, &closed("2 vragen")).await.unwrap();
    store.erase(ANNA, None, None, at(9)).await.unwrap();
    assert_eq!(store.gap_marks().await.unwrap(), [(first(&talks[1]), GapMark::NotOurs)]);
    let left = store.talks(at(0), MANY).await.unwrap();
    assert_eq!(left.iter().map(|talk| talk.client).collect::<Vec<_>>(), [CHRIS]);
}
