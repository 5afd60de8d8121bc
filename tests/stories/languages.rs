//! Dutch by default, English when the client writes English or switches.

use crate::stage::Stage;

#[tokio::test]
async fn who_writes_english_is_answered_in_english() {
    let stage = Stage::new().await;
    let james = stage.james();
    james.writes("I don't have enough collateral for a business loan").await;
    james.reads(&["The government guarantees part of your loan (BMKB)", "Who is it for", "rvo.nl", "2025"]);
    stage.is_swept().await;
}

#[tokio::test]
async fn who_starts_without_a_word_is_greeted_in_dutch_and_can_switch() {
    let stage = Stage::new().await;
    let james = stage.james();
    james.does(|actor| actor.starts(None).unwrap()).await;
    james.reads(&["Hoi, ik ben Loket", "[English]"]);
    james.taps("English").await;
    james.reads(&["English"]);
    james.writes("/help").await;
    james.reads(&["/mens"]);
    james.writes("/taal nl").await;
    james.reads(&["We praten Nederlands"]);
    // Chosen is chosen: a text in the other language does not switch it back.
    james.writes("thank you very much").await;
    james.reads(&["Graag gedaan"]);
}

#[tokio::test]
async fn the_desk_reads_dutch_and_hears_which_language_the_client_speaks() {
    let stage = Stage::new().await;
    let james = stage.james();
    james.writes("I want to talk to a human please").await;
    james.reads(&["number is 1"]);
    stage.boris().reads(&["Vraag 1", "Engels"]);
}
