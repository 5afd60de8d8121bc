//! More than the house can do: said honestly, and never to somebody who has a person.

use std::time::Duration;

use loket::ports::lease::{Fence, Terms};

use crate::stage::{Client, MONDAY_MORNING, Stage};

/// More messages than anybody types in a minute.
const MANY: usize = 40;

/// They come so fast that nobody could have read an answer.
async fn floods(stage: &Stage, client: &Client, text: &str) {
    for _ in 0..MANY {
        client.writes_unheard(text);
    }
    stage.comes_to_rest().await;
}

#[tokio::test]
async fn a_flood_is_answered_once_and_then_there_is_quiet_until_there_is_room_again() {
    let stage = Stage::new().await;
    let anna = stage.anna();
    floods(&stage, &anna, "/privacy").await;
    let said = anna.news();
    assert_eq!(said.matches("Dat zijn heel veel berichten. Ik lees weer verder vanaf").count(), 1, "{said}");
    stage.after(Duration::from_mins(2)).await;
    anna.writes("borg voor een lening bmkb").await;
    anna.reads(&["De overheid staat borg"]);
    floods(&stage, &anna, "/privacy").await;
    assert_eq!(anna.news().matches("Dat zijn heel veel berichten").count(), 1, "it is said anew for a new flood");
}

#[tokio::test]
async fn a_person_and_distress_are_heard_in_any_flood() {
    let stage = Stage::new().await;
    let (anna, james) = (stage.anna(), stage.james());
    floods(&stage, &anna, "/privacy").await;
    anna.news();
    anna.taps("Mens").await;
    anna.reads(&["Je nummer is 1"]);
    floods(&stage, &james, "/privacy").await;
    james.news();
    james.writes("ik wil niet meer leven").await;
    james.reads(&["113"]);
}

#[tokio::test]
async fn whoever_has_a_person_is_never_cut_off() {
    let stage = Stage::new().await;
    let (anna, boris) = (stage.anna(), stage.boris());
    anna.writes("/mens").await;
    boris.taps("Oppakken").await;
    anna.news();
    floods(&stage, &anna, "en dan nog iets").await;
    stage.after(Duration::from_mins(10)).await;
    anna.reads_nothing();
    assert_eq!(boris.topic().matches("en dan nog iets").count(), MANY, "{}", boris.topic());
}

#[tokio::test]
async fn a_crowd_at_the_desk_gets_answers_but_no_new_cases() {
    let stage = Stage::new().await;
    let (anna, boris) = (stage.anna(), stage.boris());
    for name in ["Eva", "Gijs", "Hanna"] {
        stage.somebody(name).writes("/mens").await;
    }
    stage.looks_at_the_crowd().await;
    anna.writes("/mens").await;
    anna.reads(&["Er wachten nu heel veel ondernemers op een mens", "Vragen beantwoord ik gewoon"]);
    anna.writes("borg voor een lening bmkb").await;
    anna.reads(&["De overheid staat borg"]);
    assert_eq!(stage.figure(r#"loket_decisions_total{verdict="too-busy"}"#).await, 1);
    assert_eq!(boris.counts_topics(), 3);

    // One of them is helped: there is room again.
    boris.taps("Oppakken").await;
    stage.looks_at_the_crowd().await;
    anna.writes("/mens").await;
    anna.reads(&["Je nummer is 4"]);
    stage.is_swept().await;
}

#[tokio::test]
async fn somebody_in_distress_is_added_to_any_crowd() {
    let stage = Stage::new().await;
    for name in ["Eva", "Gijs", "Hanna"] {
        stage.somebody(name).writes("/mens").await;
    }
    stage.looks_at_the_crowd().await;
    let anna = stage.anna();
    anna.writes("ik wil niet meer leven").await;
    anna.reads(&["113"]);
    assert_eq!(stage.boris().counts_topics(), 4);
}

#[tokio::test]
async fn the_admins_hear_once_that_the_inbox_grows_old_and_once_that_it_is_very_old() {
    let stage = Stage::new().await;
    let iris = stage.iris_in_private();
    iris.starts().await;
    iris.news();
    stage.anna().writes_unheard("borg voor een lening bmkb");
    stage.takes_in().await;
    // Somebody holds it and does not get on with it.
    let terms = Terms { by: Fence::NONE, length: Duration::from_hours(99) };
    stage.store().await.claim_updates(MONDAY_MORNING, terms, 1).await.unwrap();
    stage.passes(Duration::from_mins(50));
    stage.looks_at_the_inbox().await;
    stage.handles_without_waiting().await;
    iris.reads_nothing();
    for (minutes, hours) in [(20, "1 uur"), (300, "6 uur")] {
        stage.passes(Duration::from_mins(minutes));
        for _ in 0..3 {
            stage.looks_at_the_inbox().await;
            stage.handles_without_waiting().await;
        }
        let said = iris.news();
        assert_eq!(said.matches("Ik loop achter: het oudste bericht wacht al").count(), 1, "{said}");
        assert!(said.contains(hours) && said.contains("wachten er 1"), "{said}");
    }
}
