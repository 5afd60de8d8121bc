//! The program stops without a word in the middle of everything, and goes on where it was.

use crate::stage::Stage;

const QUESTION: &str = "ik heb te weinig onderpand voor een lening, wat nu";

#[tokio::test]
async fn a_question_that_was_taken_in_is_answered_after_the_restart() {
    let stage = Stage::new().await;
    let anna = stage.anna();
    anna.starts().await;
    anna.writes_unheard(QUESTION);
    stage.takes_in().await;
    stage.restarts().await;
    stage.comes_to_rest().await;
    anna.reads(&["BMKB"]);
    stage.is_swept().await;
}

#[tokio::test]
async fn a_reaction_that_was_held_back_is_given_after_the_restart() {
    let stage = Stage::new().await;
    let anna = stage.anna();
    anna.starts().await;
    anna.writes_unheard("hoi");
    stage.takes_in().await;
    stage.handles_without_waiting().await;
    anna.reads_nothing();
    stage.restarts().await;
    stage.comes_to_rest().await;
    anna.reads(&["Waar kan ik je mee helpen?"]);
    stage.is_swept().await;
}

#[tokio::test]
async fn a_card_a_place_and_a_language_survive() {
    let stage = Stage::new().await;
    let anna = stage.anna();
    anna.starts().await;
    anna.writes("/gemeente Enschede").await;
    anna.writes(QUESTION).await;
    stage.restarts().await;
    anna.taps("Meer lezen").await;
    assert!(anna.chat().contains("Vaak sta je zelf ook voor een deel borg."));
    anna.taps("Mens").await;
    anna.reads(&["Ondernemersloket Enschede reageert"]);
}

#[tokio::test]
async fn a_person_and_a_client_go_on_talking() {
    let stage = Stage::new().await;
    let (anna, boris) = (stage.anna(), stage.boris());
    anna.writes("/mens").await;
    stage.restarts().await;
    boris.writes("Dag Anna, zeg het eens.").await;
    anna.reads(&["Dag Anna, zeg het eens."]);
    stage.restarts().await;
    let question = anna.writes("mag het rood?").await;
    stage.restarts().await;
    anna.edits(question, "mag het groen?").await;
    boris.reads(&["mag het groen?"]);
    boris.writes("/klaar beantwoord").await;
    stage.restarts().await;
    anna.writes(QUESTION).await;
    anna.reads(&["BMKB"]);
    stage.is_swept().await;
}

#[tokio::test]
async fn an_edit_after_the_restart_still_finds_its_answer() {
    let stage = Stage::new().await;
    let anna = stage.anna();
    anna.starts().await;
    let question = anna.writes(QUESTION).await;
    stage.restarts().await;
    anna.edits(question, "btw op zonnepanelen, is dat nul procent?").await;
    anna.reads(&["✎", "zonnepanelen"]);
}

#[tokio::test]
async fn browsing_goes_on_where_it_was() {
    let stage = Stage::new().await;
    let anna = stage.anna();
    anna.starts().await;
    anna.writes("/regelingen").await;
    stage.restarts().await;
    anna.taps("Geld en financiering").await;
    stage.restarts().await;
    anna.taps("Volgende").await;
    anna.reads(&["Geld en financiering (2 van"]);
}

#[tokio::test]
async fn distress_is_heard_across_a_restart() {
    let stage = Stage::new().await;
    let anna = stage.anna();
    anna.starts().await;
    anna.writes_unheard("ik zie het niet meer zitten met mijn zaak");
    stage.takes_in().await;
    stage.restarts().await;
    stage.comes_to_rest().await;
    anna.reads(&["Je hoeft dit niet alleen te dragen", "113"]);
    stage.boris().reads(&["Spoed"]);
}
