//! What is kept is shown, masked, erased, and forgotten in time.

use std::time::Duration;

use crate::stage::Stage;

const A_DAY: Duration = Duration::from_hours(24);

fn contains(haystack: &[u8], needle: &str) -> bool {
    haystack.windows(needle.len()).any(|window| window == needle.as_bytes())
}

#[tokio::test]
async fn a_citizen_service_number_is_masked_before_it_is_stored_and_the_client_is_told() {
    let stage = Stage::new().await;
    let anna = stage.anna();
    anna.starts().await;
    anna.writes("mijn bsn is 111222333, mag ik een bedrijf aan huis beginnen?").await;
    anna.reads(&["nummer dat op een BSN lijkt"]);
    anna.writes("/mens").await;
    assert!(!contains(&stage.files(), "111222333"), "the number stands in the database");
    let topic = stage.boris().topic();
    assert!(topic.contains("•••••••••") && !topic.contains("111222333"), "{topic}");
}

#[tokio::test]
async fn my_data_comes_as_a_file_that_a_person_can_read() {
    let stage = Stage::new().await;
    let anna = stage.anna();
    anna.starts().await;
    anna.writes("ik heb te weinig onderpand voor een lening, wat nu").await;
    anna.writes("/mijngegevens").await;
    anna.reads(&["mijn-gegevens-loket.txt"]);
    let messages = anna.messages();
    let file = messages.iter().rev().find_map(|message| message.media.clone()).unwrap();
    let text = String::from_utf8(stage.telegram.file_bytes(&file.file_id).unwrap()).unwrap();
    for part in ["Anna", "te weinig onderpand", "BMKB", "Nederlands"] {
        assert!(text.contains(part), "{part} is not in:\n{text}");
    }
}

#[tokio::test]
async fn forget_me_asks_first_and_then_leaves_only_counts() {
    let stage = Stage::new().await;
    let (anna, boris) = (stage.anna(), stage.boris());
    anna.starts().await;
    anna.writes("mijn zeepbellenfabriek heeft te weinig onderpand voor een lening").await;
    anna.taps("Mens").await;
    assert_eq!(boris.counts_topics(), 1);
    assert!(contains(&stage.files(), "zeepbellenfabriek"));

    anna.writes("/vergeetmij").await;
    anna.reads(&["Wil je alles laten wissen?", "[Nee, bewaar het]"]);
    anna.taps("Nee, bewaar het").await;
    anna.reads(&["we wissen niets"]);
    anna.writes("/vergeetmij").await;
    anna.taps("Ja, wis alles").await;
    anna.reads(&["Alles is gewist"]);

    assert_eq!(boris.counts_topics(), 0, "the topic still stands");
    let store = stage.store().await;
    assert!(store.load(anna.number()).await.unwrap().is_none());
    assert!(store.transcript(anna.number(), 10).await.unwrap().is_empty());
    assert!(!contains(&stage.files(), "zeepbellenfabriek"), "words are left in the files");
    assert!(!stage.happened().await.is_empty(), "what happened is nobody's, and is kept");
    stage.is_swept().await;
}

#[tokio::test]
async fn who_is_silent_for_four_weeks_is_forgotten() {
    let stage = Stage::new().await;
    let anna = stage.anna();
    anna.starts().await;
    anna.writes("ik heb te weinig onderpand voor een lening, wat nu").await;
    stage.after(A_DAY * 27).await;
    stage.forgets_in_time().await;
    assert!(stage.store().await.load(anna.number()).await.unwrap().is_some());
    stage.after(A_DAY * 2).await;
    stage.forgets_in_time().await;
    assert!(stage.store().await.load(anna.number()).await.unwrap().is_none());
}

#[tokio::test]
async fn an_open_case_is_not_forgotten_however_long_it_takes() {
    let stage = Stage::new().await;
    let anna = stage.anna();
    anna.writes("/mens").await;
    stage.after(A_DAY * 60).await;
    stage.forgets_in_time().await;
    assert!(stage.store().await.load(anna.number()).await.unwrap().is_some());
}
