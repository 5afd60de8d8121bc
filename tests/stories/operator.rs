//! Who runs the house: the figures say what people saw, and nothing about whom.

use std::time::Duration;

use loket::sandbox::{Fault, Misfortune};

use crate::stage::{Stage, play};

#[tokio::test]
async fn what_people_saw_is_counted_once() {
    play(async |stage| {
        let (anna, boris) = (stage.anna(), stage.boris());
        anna.writes("borg voor een lening bmkb").await;
        anna.reads(&["De overheid staat borg"]);
        assert_eq!(stage.figure(r#"loket_decisions_total{verdict="answer"}"#).await, 1);
        assert_eq!(stage.figure("loket_search_seconds_count").await, 1);

        anna.writes("/mens").await;
        assert_eq!(stage.figure(r#"loket_decisions_total{verdict="handover"}"#).await, 1);
        assert_eq!(stage.figure(r#"loket_cases_open{desk="deventer",state="waiting"}"#).await, 1);
        boris.taps("Oppakken").await;
        boris.writes("Ik kijk met je mee.").await;
        assert_eq!(stage.figure(r#"loket_cases_open{desk="deventer",state="taken"}"#).await, 1);
        assert_eq!(stage.figure(r#"loket_promises_total{kept="yes"}"#).await, 1);
        assert_eq!(stage.figure(r#"loket_cases_open{desk="enschede",state="waiting"}"#).await, 0);
        assert_eq!(stage.figure("loket_inbox_updates").await, 0);
        assert_eq!(stage.figure("loket_outbox_rows").await, 0);
        let (received, handled) = (
            stage.figure("loket_updates_received_total").await,
            stage.figure(r#"loket_updates_handled_total{outcome="done"}"#).await,
        );
        assert!(received > 0 && received == handled, "{received} received, {handled} handled");
    })
    .await;
}

#[tokio::test]
async fn a_promise_that_lapsed_stands_among_the_figures() {
    let stage = Stage::new().await;
    let (anna, boris) = (stage.anna(), stage.boris());
    anna.writes("/mens").await;
    stage.until("2026-11-24T16:59:00").await;
    assert_eq!(stage.figure(r#"loket_cases_open{desk="deventer",state="late"}"#).await, 1);
    boris.taps("Oppakken").await;
    boris.writes("Excuus voor het wachten.").await;
    assert_eq!(stage.figure(r#"loket_promises_total{kept="no"}"#).await, 1);
    assert_eq!(stage.figure(r#"loket_cases_open{desk="deventer",state="late"}"#).await, 0);
}

#[tokio::test]
async fn what_waits_is_seen_with_its_age() {
    let stage = Stage::new().await;
    let anna = stage.anna();
    anna.writes_unheard("borg voor een lening bmkb");
    stage.takes_in().await;
    stage.passes(Duration::from_hours(2));
    assert_eq!(stage.figure("loket_inbox_updates").await, 1);
    assert_eq!(stage.figure("loket_inbox_oldest_seconds").await, 2 * 3600);

    // Telegram asks to wait: what was decided waits in the outbox.
    stage.misfortune(Fault::new(Misfortune::RetryAfter(60)));
    stage.handles_without_waiting().await;
    stage.passes(Duration::from_secs(30));
    assert_eq!(stage.figure("loket_outbox_rows").await, 2, "the welcome and the answer");
    assert_eq!(stage.figure("loket_outbox_oldest_seconds").await, 30);
    assert_eq!(stage.figure(r#"loket_deliveries_total{outcome="wait"}"#).await, 1);
    stage.is_swept().await;
    assert_eq!(stage.figure("loket_outbox_oldest_seconds").await, 0);
}

#[tokio::test]
async fn a_desk_without_a_group_makes_nothing_look_stuck() {
    let stage = Stage::without_a_desk().await;
    stage.anna().writes("/mens").await;
    stage.passes(Duration::from_hours(5));
    assert!(stage.figure("loket_outbox_rows_without_a_group").await > 0);
    assert_eq!(stage.figure("loket_outbox_oldest_seconds").await, 0);
}
