//! Photos, voices and kinds of messages that nobody knew when this was written: none is swallowed.

use serde_json::json;

use crate::stage::Stage;

#[tokio::test]
async fn a_photo_a_file_and_a_voice_are_not_swallowed() {
    let stage = Stage::new().await;
    let anna = stage.anna();
    anna.starts().await;
    anna.does(|actor| actor.sends_voice().unwrap()).await;
    anna.reads(&["spraakberichten kan ik niet zelf bekijken", "Mens"]);
    stage.after(std::time::Duration::from_mins(1)).await;
    anna.does(|actor| actor.sends_photo("").unwrap()).await;
    anna.reads(&["kan ik niet zelf bekijken", "Mens"]);
    stage.is_swept().await;
}

#[tokio::test]
async fn an_album_gets_one_word_not_ten() {
    let stage = Stage::new().await;
    let anna = stage.anna();
    anna.starts().await;
    anna.does(|actor| actor.sends_album(5, "de gevel").unwrap()).await;
    assert_eq!(anna.counts_news(), 1);
}

#[tokio::test]
async fn a_kind_of_message_that_is_new_is_answered_in_words() {
    let stage = Stage::new().await;
    let anna = stage.anna();
    anna.starts().await;
    let fields = json!({ "hologram": { "colour": "blue", "layers": [1, 2, 3] } });
    anna.does(|actor| actor.sends_other(fields.as_object().unwrap().clone()).unwrap()).await;
    anna.reads(&["Dit soort bericht kan ik niet lezen", "Mens"]);
    stage.is_swept().await;
}

#[tokio::test]
async fn an_update_of_a_new_kind_stops_nobody() {
    let stage = Stage::new().await;
    let anna = stage.anna();
    anna.starts().await;
    let strange = json!({ "telepathy": { "thought": "42", "from": { "id": 9_007_199_254_740_993_i64 } } });
    stage.telegram.send_raw_update(strange.as_object().unwrap().clone());
    anna.writes("ik heb te weinig onderpand voor een lening, wat nu").await;
    anna.reads(&["BMKB"]);
}

#[tokio::test]
async fn four_thousand_characters_of_anything_are_answered_and_shown_literally() {
    let stage = Stage::new().await;
    let anna = stage.anna();
    anna.starts().await;
    anna.writes("/mens").await;
    anna.reads(&["Je nummer is 1"]);
    for nasty in [
        "(".repeat(4096),
        "<b>&lt;a href=x>".repeat(250),
        "\u{202E}omgekeerd\u{200B}".repeat(300),
        "a*b_[c](d)`e`".repeat(300),
    ] {
        let nasty: String = nasty.chars().take(4096).collect();
        anna.writes(&nasty).await;
    }
    let boris = stage.boris();
    boris.reads(&["((((((", "<b>&lt;a href=x>", "omgekeerd", "a*b_[c](d)`e`"]);
    stage.is_swept().await;
}

#[tokio::test]
async fn a_deep_question_of_brackets_gets_an_answer_not_a_crash() {
    let stage = Stage::new().await;
    let anna = stage.anna();
    anna.starts().await;
    anna.writes(&"(".repeat(4096)).await;
    anna.reads(&["Mens"]);
}
