//! Looking around with buttons, and saying where the firm is.

use crate::stage::Stage;

#[tokio::test]
async fn the_themes_are_two_taps_away_from_a_card() {
    let stage = Stage::new().await;
    let anna = stage.anna();
    anna.starts().await;
    anna.writes("/regelingen").await;
    anna.reads(&["Waar gaat je vraag over?", "[Starten]", "[Geld en financiering]", "Mens"]);
    let before = anna.messages().len();
    anna.taps("Geld en financiering").await;
    assert_eq!(anna.messages().len(), before, "the list opens in place");
    anna.reads(&["Geld en financiering (1 van"]);
    anna.taps("Volgende").await;
    anna.reads(&["Geld en financiering (2 van", "‹ Vorige"]);
    anna.taps("1").await;
    anna.reads(&["Gecontroleerd", "[🙋 Mens]"]);
}

#[tokio::test]
async fn a_place_named_in_a_message_is_remembered_and_its_own_entries_come_first() {
    let stage = Stage::new().await;
    let anna = stage.anna();
    anna.starts().await;
    anna.writes("Bathmen").await;
    anna.reads(&["Deventer"]);
    anna.writes("/gemeente").await;
    anna.reads(&["Ik denk dat je bedrijf in Deventer zit"]);
    anna.writes("/gemeente Groenlo aan Zee").await;
    anna.reads(&["Ik ken geen gemeente of plaats met de naam Groenlo aan Zee"]);
    anna.writes("/gemeente enschede").await;
    anna.reads(&["Enschede"]);
    anna.writes("/mens").await;
    anna.reads(&["Ondernemersloket Enschede reageert"]);
}

#[tokio::test]
async fn a_local_entry_counts_for_its_place_and_hides_no_national_one() {
    let stage = Stage::new().await;
    let anna = stage.anna();
    anna.starts().await;
    anna.writes("/gemeente Deventer").await;
    anna.writes("ik heb te weinig onderpand voor een lening, wat nu").await;
    anna.reads(&["BMKB"]);
}

#[tokio::test]
async fn the_menu_of_commands_is_there_in_both_languages() {
    let stage = Stage::new().await;
    let anna = stage.anna();
    anna.writes("/help").await;
    anna.reads(&["/regelingen", "/gemeente", "/mens", "/taal", "/privacy", "/mijngegevens", "/vergeetmij"]);
    anna.writes("/bestaatniet").await;
    anna.reads(&["Die opdracht ken ik niet", "/help"]);
}
