//! The gap board: those who look after the house see what the bot did not know, and mend it from their phone.

use std::sync::Arc;

use crate::stage::{Client, Stage};

const BMKB_TITLE: &str = "De overheid staat borg voor je lening (BMKB)";
const CHICKENS: [&str; 5] = [
    "mag ik kippen houden achter mijn winkel",
    "kippen in de tuin van het bedrijf, mag dat",
    "hoeveel kippen mag een winkel hebben",
    "moet ik kippen aanmelden",
    "ik wil kippen gaan houden bij de zaak",
];
/// Eight things that this counter knows nothing about, each asked in five ways.
const A_DAY: [[&str; 5]; 8] = [
    CHICKENS,
    [
        "mag ik een terras voor mijn zaak zetten",
        "hoe groot mag het terras zijn",
        "vergunning voor een terras",
        "terrasvergunning aanvragen hoe",
        "tafels van mijn terras op de stoep",
    ],
    [
        "waar kan ik een laadpaal neerzetten",
        "laadpalen voor de bestelbussen",
        "wie betaalt een laadpaal bij de zaak",
        "laadpaal op het parkeerterrein",
        "hoeveel laadpalen mag ik plaatsen",
    ],
    [
        "heb ik een alcoholvergunning nodig voor de kapsalon",
        "alcohol schenken bij een proeverij",
        "mag ik alcohol verkopen op de markt",
        "alcoholvergunning hoe lang duurt dat",
        "een glas alcohol voor klanten",
    ],
    [
        "mag ik camera's ophangen in de winkel",
        "camerabeelden hoe lang bewaren",
        "een camera bij de ingang",
        "cameratoezicht op de werkvloer",
        "moet ik een bordje bij de camera hangen",
    ],
    [
        "een taxibedrijf beginnen",
        "taxi rijden met mijn eigen auto",
        "wat kost een taxipas",
        "taxivergunning kwijt",
        "taxi op de standplaats bij het station",
    ],
    [
        "wie haalt mijn bedrijfsafval op",
        "afvalcontainer voor de winkel",
        "moet ik het afval van mijn zaak scheiden",
        "mag mijn afval bij het huisvuil",
        "te veel afval na een feest",
    ],
    [
        "met een foodtruck op het plein staan",
        "standplaats voor mijn foodtruck",
        "foodtruck op een festival",
        "keuring van een foodtruck",
        "welke papieren voor een foodtruck",
    ],
];

/// Somebody asks, and is handed over as nothing fits.
async fn asks(s: &Arc<Stage>, name: &str, place: &str, question: &str) -> Client {
    let somebody = s.somebody(name);
    somebody.writes(&format!("/gemeente {place}")).await;
    somebody.writes(question).await;
    somebody.reads(&["haal ik er een mens bij"]);
    somebody
}

async fn board(iris: &Client) -> String {
    iris.writes("/gaten").await;
    iris.news()
}

fn fits_on_a_phone(client: &Client) {
    for message in client.messages() {
        assert!(message.text.encode_utf16().count() <= 4_096, "too long:\n{}", message.text);
    }
}

/// Forty people ask eight things that the bot knows nothing about; the board says so in eight groups, and tells of no
/// group of four where they are.
#[tokio::test]
async fn a_day_of_questions_stands_on_the_board_in_groups() {
    let s = Stage::with_a_folder().await;
    let iris = s.iris_in_private();
    iris.starts().await;
    iris.writes("/gaten").await;
    iris.reads(&["Wat ik niet wist", "Er staat niets open."]);
    for (turn, way) in (0..5).zip(["Bo", "Cas", "Dee", "Eef", "Fay"]) {
        for (kind, questions) in A_DAY.iter().enumerate() {
            let place = if turn == 4 { "Raalte" } else { "Deventer" };
            asks(&s, &format!("{way}{kind}"), place, questions[turn]).await;
        }
    }
    let board = board(&iris).await;
    for part in [
        "Wat ik niet wist",
        "40 vragen in 9 groepen",
        "Gemeente: Deventer 32, Raalte 8",
        "5 keer gevraagd door 5 mensen",
        "5 zonder antwoord",
        "[1] [2] [3] [4] [5] [6]",
        "[Volgende ›]",
    ] {
        assert!(board.contains(part), "`{part}` is not on the board:\n{board}");
    }
    iris.taps("1").await;
    let group = iris.news();
    assert!(group.contains("foodtruck") && group.contains("Gemeente: Deventer 4, Raalte 2"), "{group}");
    for name in ["Bo7", "Cas7", "Fay7"] {
        assert!(!group.contains(name), "{name} is told:\n{group}");
    }
    fits_on_a_phone(&iris);
    s.is_swept().await;
}

/// A question that the bot should have known becomes an example question; asked again, it is answered.
#[tokio::test]
async fn a_question_becomes_an_example_and_is_answered_from_then_on() {
    let s = Stage::with_a_folder().await;
    let (iris, anna) = (s.iris_in_private(), s.anna());
    iris.starts().await;
    for (name, question) in ["Bo", "Cas", "Dee", "Eef"].into_iter().zip(CHICKENS) {
        asks(&s, name, "Deventer", question).await;
    }
    iris.writes("/gaten").await;
    iris.reads(&["4 vragen in 1 groep", "4 keer gevraagd door 4 mensen", "[1]"]);
    iris.taps("1").await;
    let group = iris.reads(&[
        "✎ │ moet ik kippen aanmelden",
        "4 keer gevraagd door 4 mensen",
        "Gevraagd door minder dan 5 mensen. Daarom staat er geen gemeente bij.",
        "1. ",
        "zonder antwoord",
        "[1] [2] [3] [4]",
        "[✔️ Klaar] [Niet voor ons]",
        "[⬅️ Alle groepen]",
    ]);
    assert!(!group.contains("Deventer"), "a few people are placed:\n{group}");
    iris.taps("4").await;
    let question =
        iris.reads(&["Vraag ", CHICKENS[0], "Bij welke kaart hoort deze vraag?", "[⬅️ Terug naar de groep]"]);
    let number = question.split_once("Vraag ").unwrap().1.lines().next().unwrap().trim().to_owned();
    // The card is not among those that are offered: it is looked up by words, or named.
    iris.writes(&format!("/gaten {number} borg voor een lening")).await;
    iris.reads(&[CHICKENS[0], "[De overheid staat borg voor je lening"]);
    iris.taps("De overheid staat borg").await;
    iris.reads(&["0 nieuw · 1 gewijzigd · 0 weg", BMKB_TITLE, "voorbeeldvragen (nl)", "[✅ Publiceren] [Laat maar]"]);
    iris.taps("Publiceren").await;
    iris.reads(&["Gepubliceerd: uitgave 2."]);
    anna.starts().await;
    anna.writes("Mag ik kippen houden achter mijn winkel?").await;
    anna.reads(&[BMKB_TITLE]);
    iris.writes("/logboek").await;
    iris.reads(&[&format!("werkte een gat bij: vraag {number} bij bmkb"), "publiceerde uitgave 2"]);
    // It left the board, with whoever asked the same; the others stay, and what the bot would say now stands beside them.
    let board = board(&iris).await;
    assert!(board.contains("3 vragen in 1 groep"), "{board}");
    fits_on_a_phone(&iris);
    s.is_swept().await;
}

/// The admin says it in words of their own: what a client wrote is not for everybody to read.
#[tokio::test]
async fn the_admin_may_put_the_question_in_other_words() {
    let s = Stage::with_a_folder().await;
    let iris = s.iris_in_private();
    iris.starts().await;
    asks(&s, "Bo", "Deventer", CHICKENS[0]).await;
    iris.writes("/gaten").await;
    iris.taps("1").await;
    iris.taps("1").await;
    let number = iris.chat().rsplit_once("Vraag ").unwrap().1.lines().next().unwrap().trim().to_owned();
    iris.news();
    iris.writes(&format!("/gaten {number} bmkb: krijg ik *kippengeld* van de staat voor mijn pluimvee")).await;
    iris.reads(&["1 gewijzigd", "[✅ Publiceren]"]);
    iris.taps("Publiceren").await;
    iris.reads(&["Gepubliceerd: uitgave 2."]);
    let anna = s.anna();
    anna.writes("krijg ik kippengeld van de staat voor mijn pluimvee").await;
    anna.reads(&[BMKB_TITLE]);
    iris.writes("/gaten").await;
    iris.reads(&["Er staat niets open."]);
    iris.writes(&format!("/gaten {number} bmkb")).await;
    iris.reads(&["Dat nummer staat niet op het bord."]);
    iris.writes("/gaten kippen").await;
    iris.reads(&["Dat nummer staat niet op het bord."]);
    s.is_swept().await;
}

/// The draft with what an editor adds: the facts, a summary, who it is for, the other language.
fn filled_in(draft: String) -> String {
    let filled = [
        ("# provider = \"…\"", "provider = \"rvo\""),
        ("# areas = [\"…\"]", "areas = [\"NL\"]"),
        ("# themes = [\"…\"]", "themes = [\"start\"]"),
        ("# status = \"open\"", "status = \"open\""),
        ("# url = \"https://…\"", "url = \"https://www.rvo.nl/kippen\""),
        (
            "# Mag ik kippen houden achter mijn winkel\n",
            "# Mag ik kippen houden achter mijn winkel\n\nKippen mogen vaak. Denk aan de buren.\n",
        ),
        ("## Voor wie\n", "## Voor wie\n\nWinkels met een tuin.\n"),
        ("## Zo regel je het\n", "## Zo regel je het\n\nMeld het online.\n"),
        ("\n# \n", "\n# May I keep chickens behind my shop?\n\nChickens are often fine. Think of the neighbours.\n"),
        ("## Who is it for\n", "## Who is it for\n\nShops with a garden.\n"),
        ("## What applies\n", "## What applies\n\nIt is fine when the neighbours don't mind.\n"),
        ("## How to arrange it\n", "## How to arrange it\n\nReport it online.\n"),
    ];
    filled.into_iter().fold(draft, |text, (from, to)| {
        assert!(text.contains(from), "`{from}` is not in the draft:\n{text}");
        text.replace(from, to)
    })
}

/// Boris answered what the catalogue lacks: his words are the beginning of a card, and nothing is made up around them.
#[tokio::test]
async fn an_answer_of_a_manager_is_the_beginning_of_a_card() {
    let s = Stage::with_a_folder().await;
    let (iris, anna, boris) = (s.iris_in_private(), s.anna(), s.boris());
    iris.starts().await;
    anna.writes(CHICKENS[0]).await;
    boris.taps("Oppakken").await;
    boris.writes("Dag Anna, dat mag als de buren er geen last van hebben.").await;
    boris.writes("Meld je kippen wel aan bij de gemeente.").await;
    boris.writes("/klaar beantwoord").await;
    boris.taps("Ja, dit ontbreekt").await;
    iris.writes("/gaten").await;
    iris.reads(&["1 vraag in 1 groep.", "1 had ik moeten weten"]);
    iris.taps("1").await;
    iris.taps("1").await;
    let question = iris.reads(&[
        "Antwoord van Boris",
        "Dag …, dat mag als",
        "Meld je kippen",
        "[📝 Begin een kaart met dit antwoord]",
    ]);
    assert!(!question.contains("Anna"), "{question}");
    iris.taps("Begin een kaart").await;
    iris.reads(&[
        "Ik verzin er niets bij.",
        "<mag-ik-kippen-houden-achter-mijn-winkel.md>",
        "Dit kan nog niet:",
        "<controle.txt>",
    ]);
    let (name, draft) = iris.newest_file(".md");
    assert!(draft.contains("dat mag als de buren er geen last van hebben") && !draft.contains("Anna"), "{draft}");
    assert_eq!(board(&iris).await.matches("1 vraag in 1 groep").count(), 1, "nothing is closed by a draft");

    // Filled in, it passes the check as any file does.
    let whole = filled_in(draft);
    std::fs::create_dir_all(s.folder().join("faq")).unwrap();
    std::fs::write(s.folder().join("faq").join(name), whole).unwrap();
    iris.writes("/herlaad").await;
    iris.reads(&["1 nieuw", "Mag ik kippen houden achter mijn winkel"]);
    iris.taps("Publiceren").await;
    let james = s.somebody("Joy");
    james.writes("mag ik kippen houden achter mijn winkel?").await;
    james.reads(&["Kippen mogen vaak."]);
    iris.writes("/gaten").await;
    iris.reads(&["Er staat niets open."]);
    s.is_swept().await;
}

/// What helped somebody can be learned, once an admin says yes; so can what a manager says should have been shown.
#[tokio::test]
async fn what_helped_is_learned_after_a_yes() {
    let s = Stage::with_a_folder().await;
    let (iris, anna, boris) = (s.iris_in_private(), s.anna(), s.boris());
    iris.starts().await;
    let odd = "borg voor een lening bmkb graag voor de kippenfokkerij";
    anna.writes(odd).await;
    anna.reads(&[BMKB_TITLE]);
    anna.taps("Dit helpt").await;
    let bo = s.somebody("Bo");
    let other = "borg lening bmkb en dan voor een ijssalon";
    bo.writes(other).await;
    bo.reads(&[BMKB_TITLE]);
    bo.taps("Helpt niet").await;
    bo.writes("/mens").await;
    boris.taps("Oppakken").await;
    boris.writes("Dit is hem toch echt.").await;
    boris.writes("/klaar beantwoord").await;
    boris.taps("De overheid staat borg").await;
    iris.writes("/gaten").await;
    iris.reads(&["1 had ik moeten weten", "[🎓 Om van te leren (2)]"]);
    iris.taps("Om van te leren").await;
    iris.reads(&[
        "Om van te leren",
        other,
        "een collega: deze had het moeten zijn",
        odd,
        "de ondernemer: 👍",
        "[✔️ 1 Ja] [✖️ 1 Nee]",
        "[✔️ 2 Ja] [✖️ 2 Nee]",
    ]);
    iris.taps("1 Nee").await;
    let left = iris.reads(&["Om van te leren", odd]);
    assert!(!left.contains(other), "{left}");
    iris.taps("1 Ja").await;
    iris.reads(&["1 gewijzigd", "voorbeeldvragen (nl)"]);
    iris.taps("Publiceren").await;
    iris.reads(&["Gepubliceerd: uitgave 2."]);
    iris.writes("/gaten").await;
    let board = iris.news();
    assert!(!board.contains("Om van te leren"), "{board}");
    iris.writes("/logboek").await;
    iris.reads(&["werkte een gat bij: vraag", "publiceerde uitgave 2", "werkte een gat bij: geen voorbeeld bij bmkb"]);
    s.is_swept().await;
}

/// A card that did not help is a gap, as long as the client says so.
#[tokio::test]
async fn a_card_that_did_not_help_is_a_gap_until_the_client_thinks_better_of_it() {
    let s = Stage::with_a_folder().await;
    let (iris, anna) = (s.iris_in_private(), s.anna());
    iris.starts().await;
    anna.writes("borg voor een lening bmkb").await;
    anna.taps("Helpt niet").await;
    iris.writes("/gaten").await;
    iris.reads(&["1 antwoord hielp niet"]);
    iris.taps("1").await;
    iris.reads(&["borg voor een lening bmkb", "antwoord hielp niet · getoond: De overheid staat borg"]);
    // The client thinks better of it.
    anna.taps("Dit helpt").await;
    iris.writes("/gaten").await;
    iris.reads(&["Er staat niets open."]);
    s.is_swept().await;
}

/// What is closed stays away until somebody asks again; a client who is erased leaves the board.
#[tokio::test]
async fn a_closed_group_comes_back_with_new_questions_only_and_who_is_erased_is_gone() {
    let s = Stage::with_a_folder().await;
    let iris = s.iris_in_private();
    iris.starts().await;
    let bo = asks(&s, "Bo", "Deventer", CHICKENS[0]).await;
    asks(&s, "Cas", "Deventer", CHICKENS[1]).await;
    iris.writes("/gaten").await;
    iris.taps("1").await;
    iris.reads(&["2 keer gevraagd"]);
    // Asked while the group was on the screen: nobody has seen it, so it is not closed.
    asks(&s, "Dee", "Deventer", CHICKENS[2]).await;
    assert_eq!(iris.taps("Klaar").await.as_deref(), Some("2 vragen zijn klaar"));
    iris.reads(&["1 vraag in 1 groep.", "1 keer gevraagd door 1 persoon"]);
    iris.taps("1").await;
    iris.taps("Niet voor ons").await;
    iris.reads(&["Er staat niets open."]);
    iris.writes("/logboek").await;
    iris.reads(&["werkte een gat bij: 1 vraag is niet voor ons", "werkte een gat bij: 2 vragen zijn klaar"]);
    let eef = asks(&s, "Eef", "Deventer", CHICKENS[3]).await;
    iris.writes("/gaten").await;
    iris.reads(&["1 vraag in 1 groep.", "moet ik kippen aanmelden"]);
    for client in [&bo, &eef] {
        client.writes("/vergeetmij").await;
        client.taps("Ja, wis alles").await;
    }
    assert_eq!(
        iris.taps("1").await.as_deref(),
        Some("Deze vraag staat niet meer op het bord. Typ /gaten voor het bord van nu.")
    );
    iris.writes("/gaten").await;
    iris.reads(&["Er staat niets open."]);
    s.is_swept().await;
}

/// A lead reads along and changes nothing; to anybody else it is a word that the bot doesn't know.
#[tokio::test]
async fn a_lead_reads_the_board_and_a_client_does_not() {
    let s = Stage::with_a_folder().await;
    let (iris, omar, anna) = (s.iris_in_private(), s.omar_in_private(), s.anna());
    iris.starts().await;
    asks(&s, "Bo", "Deventer", CHICKENS[0]).await;
    iris.writes("/beheer teamleider").await;
    let payload = iris.news().rsplit_once("?start=").unwrap().1.trim().to_owned();
    omar.opens(&payload).await;
    omar.taps("Ja").await;
    iris.taps("Ja, dat klopt").await;
    omar.news();
    omar.writes("/gaten").await;
    omar.reads(&["1 vraag in 1 groep."]);
    omar.taps("1").await;
    let group = omar.reads(&[CHICKENS[0], "[1]", "[⬅️ Alle groepen]"]);
    assert!(!group.contains("Klaar"), "{group}");
    omar.taps("1").await;
    let question = omar.reads(&["Vraag ", CHICKENS[0], "[⬅️ Terug naar de groep]"]);
    assert!(!question.contains("Bij welke kaart"), "{question}");
    let number = question.split_once("Vraag ").unwrap().1.lines().next().unwrap().trim().to_owned();
    omar.writes(&format!("/gaten {number} bmkb")).await;
    omar.reads(&["Dat mag alleen een beheerder."]);
    anna.writes("/gaten").await;
    assert!(anna.news().contains("ken ik niet"));
    s.is_swept().await;
}

/// Iris may speak English with the bot; the words of others stay as they are. A long story is shown short.
#[tokio::test]
async fn the_board_speaks_english_and_a_long_story_fits() {
    let s = Stage::with_a_folder().await;
    let iris = s.iris_in_private();
    iris.starts().await;
    iris.writes("/taal en").await;
    iris.news();
    let long = format!("{} {}", CHICKENS[0], "en dan nog een verhaal over de kippen van de buren ".repeat(70));
    for name in ["Bo", "Cas", "Dee", "Eef", "Fay", "Gus", "Hal"] {
        asks(&s, name, "Deventer", &format!("{long}{name}")).await;
    }
    iris.writes("/gaps").await;
    iris.reads(&["What I didn't know", "7 questions in 1 group.", "Asked 7 times by 7 people", "7 without an answer"]);
    iris.taps("1").await;
    iris.reads(&["Municipality: Deventer 7", "[✔️ Done] [Not for us]"]);
    iris.taps("1").await;
    let question = iris.reads(&["Question ", "To which card does this question belong?"]);
    let number = question.split_once("Question ").unwrap().1.lines().next().unwrap().trim().to_owned();
    iris.writes(&format!("/gaps {number} bmkb")).await;
    iris.reads(&["This is too long for an example question"]);
    fits_on_a_phone(&iris);
    s.is_swept().await;
}
