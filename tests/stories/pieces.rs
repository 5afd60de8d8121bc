//! People send a question in pieces, and change it afterwards.

use crate::stage::Stage;

#[tokio::test]
async fn several_messages_in_a_row_are_one_question_with_one_answer() {
    let stage = Stage::new().await;
    let anna = stage.anna();
    anna.starts().await;
    anna.writes_in_pieces(&[
        "hoi",
        "ik heb een vraagje",
        "ik heb te weinig onderpand voor een lening van de bank",
        "kan de overheid borg staan",
    ])
    .await;
    let news = anna.reads(&["BMKB"]);
    assert_eq!(news.matches("[🙋 Mens]").count(), 1, "more than one answer:\n{news}");
    stage.is_swept().await;
}

#[tokio::test]
async fn an_edited_question_changes_its_answer_in_its_place() {
    let stage = Stage::new().await;
    let anna = stage.anna();
    anna.starts().await;
    let question = anna.writes("ik heb te weinig onderpand voor een lening, wat nu").await;
    anna.reads(&["BMKB"]);
    let before = anna.messages().len();
    anna.edits(question, "btw op zonnepanelen, is dat nul procent?").await;
    assert_eq!(anna.messages().len(), before, "the answer came as a new message");
    let news = anna.reads(&["✎", "zonnepanelen"]);
    assert!(!news.contains("BMKB"), "{news}");
}

#[tokio::test]
async fn a_change_that_nobody_can_see_changes_nothing() {
    let stage = Stage::new().await;
    let anna = stage.anna();
    anna.starts().await;
    let question = anna.writes("ik heb te weinig onderpand voor een lening, wat nu").await;
    anna.reads(&["BMKB"]);
    anna.edits(question, "ik heb te weinig onderpand voor een lening, wat nu ").await;
    anna.reads_nothing();
}
