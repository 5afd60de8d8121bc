//! The promise: counted in working hours, and what happens when nobody answers.

use crate::stage::play;

#[tokio::test]
async fn step_by_step_the_desk_is_called_and_the_client_hears_it_in_time() {
    play(async |stage| {
        let (anna, boris) = (stage.anna(), stage.boris());
        let omar = stage.omar_in_enschede().await;
        anna.writes("/gemeente Enschede").await;
        anna.writes("/mens").await;
        anna.reads(&["Ondernemersloket Enschede reageert vandaag vóór 15.30 uur"]);
        stage.until("2026-11-23T13:31:00").await;
        omar.reads(&["De ondernemer wacht nog op een antwoord. Beloofd: vandaag vóór 15.30 uur."]);
        stage.until("2026-11-23T14:31:00").await;
        assert!(omar.general().contains("Wie pakt dit op?"), "{}", omar.general());
        anna.reads_nothing();
        stage.until("2026-11-23T15:29:00").await;
        anna.reads(&["Er kon nog niemand aan je vraag beginnen", "langer dan beloofd", "nummer 1"]);
        stage.until("2026-11-23T15:31:00").await;
        assert!(omar.general().contains("Deze vraag is te laat"), "{}", omar.general());
        assert!(omar.newest_topic().name.starts_with("🔴 1"), "{}", omar.newest_topic().name);
        anna.reads_nothing();

        // Half past four has gone by; tomorrow at nine the fall-back desk has it.
        stage.until("2026-11-24T09:31:00").await;
        anna.reads(&["Je vraag is doorgegeven aan Ondernemersloket Deventer"]);
        boris.reads(&["Vraag 1", "Deze vraag komt van Ondernemersloket Enschede. Daar kwam geen antwoord."]);
        boris.taps("Oppakken").await;
        boris.writes("Excuus voor het wachten.").await;
        anna.reads(&["Boris", "Excuus voor het wachten."]);
        stage.until("2026-11-27T12:00:00").await;
        anna.reads_nothing();
    })
    .await;
}

#[tokio::test]
async fn the_owner_is_called_by_name_and_an_answer_ends_it() {
    play(async |stage| {
        let (anna, boris) = (stage.anna(), stage.boris());
        anna.writes("/mens").await;
        boris.taps("Oppakken").await;
        anna.news();
        stage.until("2026-11-23T14:31:00").await;
        boris.reads(&["De ondernemer wacht nog", "Boris: de ondernemer wacht op jou."]);
        boris.writes("Ik ben er.").await;
        anna.reads(&["Ik ben er."]);
        anna.writes("dank je wel").await;
        stage.until("2026-11-25T12:00:00").await;
        anna.reads_nothing();
    })
    .await;
}

#[tokio::test]
async fn while_the_client_cannot_be_reached_the_clock_stands_still() {
    play(async |stage| {
        let (anna, boris) = (stage.anna(), stage.boris());
        anna.writes("/mens").await;
        boris.reads(&["Beloofd: vandaag vóór 15.30 uur"]);
        anna.does(|actor| actor.blocks().unwrap()).await;
        boris.reads(&["Niet aangekomen: de ondernemer heeft de bot geblokkeerd"]);
        stage.until("2026-11-25T10:00:00").await;
        assert!(!boris.topic().contains("De ondernemer wacht nog"), "{}", boris.topic());
        anna.does(|actor| actor.unblocks().unwrap()).await;
        // Half a minute of the four hours had gone by.
        boris.reads(&["Beloofd: vandaag vóór 14.29 uur", "De ondernemer is weer te bereiken. De klok loopt weer."]);
    })
    .await;
}

#[tokio::test]
async fn a_question_in_the_evening_is_promised_for_the_next_working_morning() {
    play(async |stage| {
        let anna = stage.anna();
        stage.until("2026-11-27T21:00:00").await;
        anna.writes("/mens").await;
        anna.reads(&["maandag 30 november vóór 13.30 uur"]);
        anna.writes("/status").await;
        anna.reads(&["Je vraag wacht op een mens. Je nummer is 1", "maandag 30 november"]);
    })
    .await;
}

#[tokio::test]
async fn the_call_to_the_whole_desk_is_answered_with_one_tap() {
    play(async |stage| {
        let (anna, boris) = (stage.anna(), stage.boris());
        anna.writes("/mens").await;
        anna.news();
        stage.until("2026-11-23T14:31:00").await;
        assert!(boris.general().contains("Wie pakt dit op?"), "{}", boris.general());
        boris.taps_in_general("Oppakken").await;
        anna.reads(&["Boris van Ondernemersloket Deventer heeft je vraag opgepakt"]);
        boris.reads(&["Stand: opgepakt door Boris"]);
    })
    .await;
}
