//! Telegram, and the way to it, misbehave: nothing is lost, and nobody else waits.

use std::time::Duration;

use loket::sandbox::{Fault, Misfortune};

use crate::stage::Stage;

const QUESTION: &str = "ik heb te weinig onderpand voor een lening, wat nu";

#[tokio::test]
async fn a_wait_asked_for_one_chat_is_kept_and_holds_nobody_else() {
    let stage = Stage::new().await;
    let (anna, james) = (stage.anna(), stage.james());
    anna.starts().await;
    james.starts().await;
    stage.misfortune(Fault::new(Misfortune::RetryAfter(30)).at("sendMessage").in_chat(anna_chat(&stage)));
    anna.writes_unheard(QUESTION);
    james.writes_unheard("I don't have enough collateral for a business loan");
    stage.comes_to_rest().await;
    james.reads(&["guarantees part of your loan"]);
    anna.reads(&["BMKB"]);
    assert_eq!(stage.telegram.ledger().violations, 0);
    stage.is_swept().await;
}

fn anna_chat(stage: &Stage) -> loket::sandbox::PersonId {
    stage.anna_number()
}

#[tokio::test]
async fn a_line_cut_before_the_call_is_tried_again_and_arrives_once() {
    let stage = Stage::new().await;
    let anna = stage.anna();
    anna.starts().await;
    stage.misfortune(Fault::new(Misfortune::HtmlPage).at("sendMessage"));
    anna.writes(QUESTION).await;
    let news = anna.reads(&["BMKB"]);
    assert_eq!(news.matches("(BMKB)").count(), 1);
    stage.is_swept().await;
}

#[tokio::test]
async fn a_lost_answer_repeats_at_most_one_message() {
    let stage = Stage::new().await;
    let anna = stage.anna();
    anna.starts().await;
    stage.misfortune(Fault::new(Misfortune::AnswerLost).at("sendMessage"));
    anna.writes(QUESTION).await;
    let copies = anna.chat().matches("(BMKB)").count();
    assert!((1..=2).contains(&copies), "{copies} copies");
    stage.is_swept().await;
}

#[tokio::test]
async fn an_update_that_is_delivered_twice_is_handled_once() {
    let stage = Stage::new().await;
    let anna = stage.anna();
    anna.starts().await;
    anna.writes_unheard(QUESTION);
    stage.telegram.repeat_newest_update();
    stage.comes_to_rest().await;
    assert_eq!(anna.chat().matches("(BMKB)").count(), 1);
}

#[tokio::test]
async fn a_group_that_gets_a_new_number_keeps_its_cases() {
    let stage = Stage::new().await;
    let anna = stage.anna();
    anna.starts().await;
    stage.misfortune(Fault::new(Misfortune::InternalError).at("createForumTopic").times(2));
    anna.writes("/mens").await;
    stage.after(Duration::from_mins(1)).await;
    assert_eq!(stage.boris().counts_topics(), 1);
    stage.is_swept().await;
}
