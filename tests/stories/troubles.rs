//! A topic that dies, a group that refuses us, a crowd: the case lives on, and everything arrives.

use std::time::Duration;

use loket::sandbox::Right;

use crate::stage::{Stage, play};

#[tokio::test]
async fn a_topic_that_was_closed_by_hand_is_replaced_with_its_history() {
    play(async |stage| {
        let (anna, boris) = (stage.anna(), stage.boris());
        anna.writes("/mens").await;
        boris.taps("Oppakken").await;
        anna.writes("mijn vraag gaat over een terras").await;
        let topic = boris.newest_topic().thread;
        stage.telegram.group(stage.forum).delete_topic(topic).unwrap();
        anna.writes("is daar iemand?").await;
        assert_ne!(boris.newest_topic().thread, topic);
        boris.reads(&["Vraag 1", "Stand: opgepakt door Boris", "mijn vraag gaat over een terras", "is daar iemand?"]);
        boris.writes("Ja hoor.").await;
        anna.reads(&["Ja hoor."]);
    })
    .await;
}

#[tokio::test]
async fn without_rights_the_admins_are_warned_once_and_everything_arrives_later() {
    let stage = Stage::new().await;
    let (anna, boris, iris) = (stage.anna(), stage.boris(), stage.iris_in_private());
    iris.starts().await;
    stage.telegram.group(stage.forum).promote_bot(&[]);
    anna.writes("/mens").await;
    anna.writes("mijn vraag gaat over een terras").await;
    stage.after(Duration::from_mins(5)).await;
    iris.reads(&["De groep van Ondernemersloket Deventer weigert mij", "beheerder"]);
    stage.after(Duration::from_mins(5)).await;
    iris.reads_nothing();
    assert_eq!(boris.counts_topics(), 0);
    stage.telegram.group(stage.forum).promote_bot(&[Right::ManageTopics, Right::PinMessages, Right::DeleteMessages]);
    stage.after(Duration::from_mins(2)).await;
    boris.reads(&["Vraag 1", "mijn vraag gaat over een terras"]);
    stage.is_swept().await;
}

#[tokio::test]
async fn a_group_that_is_no_forum_yet_keeps_its_cases_waiting_and_moves_with_its_link() {
    let stage = Stage::without_a_desk().await;
    let group = stage.telegram.add_basic_group("Loket Deventer");
    stage.telegram.group(group).add_owner(stage.iris().id());
    stage.telegram.group(group).promote_bot(&[Right::ManageTopics, Right::PinMessages]);
    let iris = stage.telegram.person(stage.iris().id());
    iris.writes_in_topic(group, None, "/koppel deventer").unwrap();
    stage.comes_to_rest().await;
    let (anna, warned) = (stage.anna(), stage.iris_in_private());
    warned.starts().await;
    anna.writes("/mens").await;
    warned.reads(&["De groep van Ondernemersloket Deventer weigert mij", "Topics", "beheerder"]);

    let moved = stage.telegram.group(group).migrate().unwrap();
    stage.after(Duration::from_mins(5)).await;
    let links = stage.store().await.desk_links().await.unwrap();
    assert_eq!(links.first().map(|link| link.chat.0), Some(moved.0));
    let backlog = stage.store().await.backlog().await.unwrap();
    assert!(backlog.outbox > 0 && backlog.dead == 0, "the case waits until there are topics: {backlog:?}");
}

#[tokio::test]
async fn a_desk_that_moves_to_another_group_brings_its_cases_along() {
    play(async |stage| {
        let (anna, boris) = (stage.anna(), stage.boris());
        anna.writes("/mens").await;
        boris.taps("Oppakken").await;
        anna.news();
        let other = stage.telegram.add_forum("Nieuwe groep");
        stage.telegram.group(other).add_owner(stage.iris().id());
        let rights = [Right::ManageTopics, Right::PinMessages, Right::DeleteMessages];
        stage.telegram.group(other).promote_bot(&rights);
        let iris = stage.telegram.person(stage.iris().id());
        iris.writes_in_topic(other, None, "/koppel deventer").unwrap();
        stage.comes_to_rest().await;
        boris.writes("ben je daar nog?").await;
        boris.reads(&["Deze groep hoort niet meer bij een loket"]);
        anna.reads_nothing();
        // The case itself came along: its topic stands in the new group, with everything in it.
        anna.writes("hallo?").await;
        let topics = stage.telegram.topics(other);
        let topic = topics.first().expect("the case has a topic in the new group");
        let said: Vec<String> =
            stage.telegram.chat_view(other, Some(topic.thread)).into_iter().map(|message| message.text).collect();
        assert!(said.iter().any(|text| text.contains("Vraag 1")), "{said:?}");
        assert!(said.iter().any(|text| text.contains("hallo?")), "{said:?}");
    })
    .await;
}

#[tokio::test]
async fn two_hundred_hand_overs_at_once_never_make_telegram_ask_us_to_wait() {
    let stage = Stage::new().await;
    for number in 0..200 {
        let person = stage.telegram.add_person(&format!("Client{number}"), "nl");
        stage.telegram.person(person).writes("/mens").unwrap();
    }
    // While the crowd is on its way a running case comes first.
    let (anna, boris) = (stage.anna(), stage.boris());
    stage.comes_to_rest().await;
    anna.writes("/mens").await;
    stage.until("2026-11-23T14:00:00").await;
    assert_eq!(boris.counts_topics(), 201);
    let refused = stage.telegram.ledger().calls.iter().filter(|call| is_refusal(call)).count();
    assert_eq!(refused, 0, "Telegram had to ask us to wait");
    stage.is_swept().await;
}

fn is_refusal(call: &loket::sandbox::Call) -> bool {
    call.error.as_ref().is_some_and(|error| error.code == 429)
}

#[tokio::test]
async fn lines_that_wait_for_their_turn_arrive_in_one_message_and_in_order() {
    let stage = Stage::new().await;
    let (anna, boris) = (stage.anna(), stage.boris());
    anna.writes("/mens").await;
    boris.taps("Oppakken").await;
    boris.reads(&["Vraag 1"]);
    for number in 1..=30 {
        anna.writes_unheard(&format!("regel {number}"));
    }
    stage.comes_to_rest().await;
    stage.after(Duration::from_mins(3)).await;
    let topic = boris.topic();
    let lines: Vec<&str> = topic.lines().filter_map(|line| line.trim().strip_prefix("regel ")).collect();
    let expected: Vec<String> = (1..=30).map(|number| number.to_string()).collect();
    assert_eq!(lines, expected, "all of them, in order:\n{topic}");
    let messages = topic.matches("LoketSandboxBot │ Anna").count();
    assert!(messages < 30, "{messages} messages for thirty lines");
    stage.is_swept().await;
}
