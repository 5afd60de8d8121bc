//! The board, the lists and the morning digest: what is open, seen from the desk.

use crate::stage::play;

#[tokio::test]
async fn the_board_is_one_pinned_message_that_changes_in_its_place() {
    play(async |stage| {
        let (anna, james, boris) = (stage.anna(), stage.james(), stage.boris());
        anna.writes("/mens").await;
        james.writes("/human").await;
        let board = boris.board();
        assert!(board.contains("Wacht op iemand (2)"), "{board}");
        boris.taps("Oppakken").await;
        let board = boris.board();
        assert!(board.contains("Wacht op iemand (1)") && board.contains("Opgepakt (1)"), "{board}");
        assert!(board.contains("Boris"), "{board}");
        assert_eq!(boris.general().matches("Open vragen").count(), 1, "edited, not repeated: {}", boris.general());
        boris.writes("/klaar beantwoord").await;
        anna.taps("vraag intrekken").await;
        assert!(boris.board().contains("Er staat niets open."), "{}", boris.board());
    })
    .await;
}

#[tokio::test]
async fn mine_and_open_answer_who_asks() {
    play(async |stage| {
        let (anna, james, boris, fatima) = (stage.anna(), stage.james(), stage.boris(), stage.fatima());
        anna.writes("/mens").await;
        james.writes("/human").await;
        boris.taps("Oppakken").await;
        boris.writes_in_general("/mijn").await;
        assert!(boris.general().contains("Jouw open vragen"), "{}", boris.general());
        fatima.writes_in_general("/mijn").await;
        assert!(fatima.general().contains("Je hebt geen open vragen."), "{}", fatima.general());
        fatima.writes_in_general("/klaar").await;
        assert!(fatima.general().contains("Typ dit in het topic van een vraag"), "{}", fatima.general());
    })
    .await;
}

#[tokio::test]
async fn the_digest_comes_on_working_mornings_and_is_silent_when_there_is_nothing() {
    play(async |stage| {
        let (anna, boris) = (stage.anna(), stage.boris());
        stage.until("2026-11-24T08:31:00").await;
        assert!(!boris.general().contains("Goedemorgen"), "{}", boris.general());
        stage.until("2026-11-24T15:00:00").await;
        anna.writes("/mens").await;
        boris.taps("Oppakken").await;
        boris.writes("Morgen bel ik je.").await;
        boris.writes("/afspraak bellen | morgen 10:00").await;
        anna.writes("en hoe zit het met de huur?").await;
        stage.until("2026-11-25T08:31:00").await;
        let general = boris.general();
        for part in ["Goedemorgen", "Vandaag beloofd (1)", "Afspraken vandaag", "bellen", "Van wie", "Boris: 1"] {
            assert!(general.contains(part), "{part} is not in:\n{general}");
        }
        // Saturday and Sunday are no working days.
        let before = boris.general().matches("Goedemorgen").count();
        stage.until("2026-11-28T00:00:00").await;
        let friday = boris.general().matches("Goedemorgen").count();
        stage.until("2026-11-30T08:00:00").await;
        assert_eq!(boris.general().matches("Goedemorgen").count(), friday);
        assert_eq!(friday, before + 2);
    })
    .await;
}
