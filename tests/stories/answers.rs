//! A question gets a plain, cited answer; when that is not to be had, it gets a person.

use loket::domain::happening::Kind;
use loket::domain::ids::EntryId;

use crate::stage::Stage;

#[tokio::test]
async fn the_first_contact_says_what_this_is_and_goes_straight_to_the_question() {
    let stage = Stage::new().await;
    let anna = stage.anna();
    anna.writes("ik heb te weinig onderpand voor een lening, wat nu").await;
    let news = anna.reads(&["automatische hulp", "Oost-Nederland", "/mens", "28 dagen", "/privacy", "BMKB"]);
    let introduction = news.split("De overheid staat borg").next().unwrap();
    assert!(introduction.chars().count() < 480, "the introduction is too long:\n{introduction}");
    stage.is_swept().await;
}

#[tokio::test]
async fn a_question_in_plain_words_gets_one_card_with_its_party_source_and_date() {
    let stage = Stage::new().await;
    let anna = stage.anna();
    anna.starts().await;
    anna.writes("ik heb te weinig onderpand voor een lening, wat nu").await;
    anna.reads(&[
        "De overheid staat borg voor je lening (BMKB)",
        "Voor wie",
        "Wat krijg je",
        "Tot wanneer",
        "Rijksdienst voor Ondernemend Nederland",
        "rvo.nl",
        "Gecontroleerd in 2025",
        "[Meer lezen]",
        "[👍 Dit helpt] [👎 Helpt niet]",
        "[Iets anders] [🙋 Mens]",
    ]);
    stage.is_swept().await;
}

#[tokio::test]
async fn the_rest_of_a_card_opens_in_place() {
    let stage = Stage::new().await;
    let anna = stage.anna();
    anna.starts().await;
    anna.writes("ik heb te weinig onderpand voor een lening, wat nu").await;
    let before = anna.messages().len();
    anna.taps("Meer lezen").await;
    assert_eq!(anna.messages().len(), before, "a wall of text came as a new message");
    assert!(anna.chat().contains("Vaak sta je zelf ook voor een deel borg."), "{}", anna.chat());
    anna.taps("Minder").await;
    assert!(!anna.chat().contains("Vaak sta je zelf ook voor een deel borg."), "{}", anna.chat());
}

#[tokio::test]
async fn a_mark_is_noticed_without_a_new_message() {
    let stage = Stage::new().await;
    let anna = stage.anna();
    anna.starts().await;
    anna.writes("ik heb te weinig onderpand voor een lening, wat nu").await;
    let before = anna.messages().len();
    let notice = anna.taps("Dit helpt").await;
    assert_eq!(notice.as_deref(), Some("Fijn, bedankt dat je het zegt."));
    assert_eq!(anna.messages().len(), before);
    let happened = stage.happened().await;
    let helped: Vec<_> = happened.iter().filter(|one| one.kind == Kind::Helped).map(|one| one.entry.clone()).collect();
    assert_eq!(helped, [Some(EntryId::new("bmkb"))]);
}

#[tokio::test]
async fn something_else_offers_the_next_best_once_and_then_a_person() {
    let stage = Stage::new().await;
    let anna = stage.anna();
    anna.starts().await;
    anna.writes("ik heb te weinig onderpand voor een lening, wat nu").await;
    anna.taps("Iets anders").await;
    anna.reads(&["Wat bedoel je?", "[Geen van deze]"]);
    anna.taps("Geen van deze").await;
    anna.reads(&["haal ik er een mens bij", "Je nummer is 1"]);
}

#[tokio::test]
async fn what_the_catalogue_does_not_hold_is_not_guessed_but_handed_over() {
    let stage = Stage::new().await;
    let anna = stage.anna();
    anna.starts().await;
    anna.writes("mijn buurman zijn haan kraait om vier uur, wat zijn de regels voor pluimvee van buren in Peru").await;
    anna.reads(&[
        "haal ik er een mens bij",
        "Je nummer is 1",
        "Ondernemersloket Deventer reageert",
        "Toch verder met de bot",
    ]);
    let boris = stage.boris();
    boris.reads(&["Vraag 1", "haan kraait", "geen antwoord gevonden", "[Oppakken]"]);
    stage.is_swept().await;
}

#[tokio::test]
async fn distress_gets_calm_words_the_listening_lines_and_no_scheme() {
    let stage = Stage::new().await;
    let anna = stage.anna();
    anna.starts().await;
    anna.writes("ik zie het niet meer zitten met mijn zaak").await;
    let news = anna.reads(&[
        "Je hoeft dit niet alleen te dragen",
        "113",
        "112",
        "Ik vraag ook een mens van ons",
        "nummer is 1",
    ]);
    assert!(!news.contains("[Meer lezen]"), "a scheme was shown:\n{news}");
    stage.boris().reads(&["Spoed"]);
    stage.is_swept().await;
}

#[tokio::test]
async fn hello_thanks_and_scolding_get_a_fitting_word_and_no_search_result() {
    let stage = Stage::new().await;
    let anna = stage.anna();
    anna.starts().await;
    for (said, heard) in [
        ("hoi", "Waar kan ik je mee helpen?"),
        ("dank je wel!", "Graag gedaan"),
        ("wat een kutbot", "Vervelend dat het niet lukt"),
        ("asdkjhaskjdh", "Hier kan ik geen vraag in lezen"),
    ] {
        anna.writes(said).await;
        let news = anna.reads(&[heard, "Mens"]);
        assert!(!news.contains("[Meer lezen]"), "{said} got a card:\n{news}");
        stage.after(std::time::Duration::from_mins(1)).await;
    }
    stage.is_swept().await;
}

#[tokio::test]
async fn a_person_is_one_word_away() {
    let stage = Stage::new().await;
    for asked in ["/mens", "ik wil een medewerker spreken"] {
        let anna = stage.anna();
        anna.writes(asked).await;
        anna.reads(&["ik haal er een mens bij", "Je nummer is"]);
        anna.taps("Toch verder met de bot").await;
        anna.reads(&["is ingetrokken"]);
    }
}

#[tokio::test]
async fn two_near_candidates_become_one_short_question_and_never_two_in_a_row() {
    let stage = Stage::new().await;
    let anna = stage.anna();
    anna.starts().await;
    anna.writes("subsidie zonnepanelen").await;
    anna.reads(&["Wat bedoel je?", "duurzame energie", "[Geen van deze]", "Mens"]);
    anna.taps("Subsidie voor grote duurzame energie").await;
    anna.reads(&["duurzame energie", "Gecontroleerd"]);

    stage.after(std::time::Duration::from_mins(1)).await;
    anna.writes("subsidie zonnepanelen").await;
    anna.reads(&["Wat bedoel je?"]);
    stage.after(std::time::Duration::from_mins(1)).await;
    anna.writes("geen idee eigenlijk").await;
    let news = anna.reads(&["mens"]);
    assert!(!news.contains("Wat bedoel je?"), "it asked back twice in a row:\n{news}");
}
