//! A person takes over, in the same chat; the bot keeps still until the client is handed back.

use loket::sandbox::Fault;
use loket::sandbox::Misfortune;

use crate::stage::Stage;

#[tokio::test]
async fn a_manager_answers_in_the_topic_and_the_client_reads_it_under_their_first_name() {
    let stage = Stage::new().await;
    let (anna, boris) = (stage.anna(), stage.boris());
    anna.starts().await;
    anna.writes("ik heb te weinig onderpand voor een lening, wat nu").await;
    anna.taps("Mens").await;
    anna.reads(&["Je nummer is 1", "vandaag vóór"]);
    boris.reads(&["Vraag 1", "onderpand", "Getoond door de bot", "BMKB", "vroeg om een mens", "Eerder gezegd"]);

    boris.writes("Bel me gerust, dan kijken we samen.").await;
    anna.reads(&["Boris", "heeft je vraag opgepakt", "Boris", "Bel me gerust, dan kijken we samen."]);

    anna.writes("Fijn, tot zo!").await;
    anna.reads_nothing();
    boris.reads(&["Boris heeft deze vraag opgepakt", "Anna", "Fijn, tot zo!"]);

    boris.writes("/klaar beantwoord").await;
    anna.reads(&["Boris is klaar met je vraag", "automatische hulp"]);
    assert!(boris.newest_topic().closed);

    anna.writes("btw op zonnepanelen, is dat nul procent?").await;
    anna.reads(&["zonnepanelen"]);
    stage.is_swept().await;
}

#[tokio::test]
async fn a_note_a_command_and_a_colleagues_line_never_reach_the_client() {
    let stage = Stage::new().await;
    let (anna, boris, fatima) = (stage.anna(), stage.boris(), stage.fatima());
    anna.writes("/mens").await;
    boris.taps("Oppakken").await;
    anna.reads(&["Boris", "heeft je vraag opgepakt"]);
    boris.writes("// deze klant belde vorige week al").await;
    boris.writes("/onzin").await;
    fatima.writes("zeg maar dat het niet kan").await;
    anna.reads_nothing();
    fatima.reads(&["Nog niet verstuurd: deze vraag is van Boris", "[Toch sturen] [Overnemen]"]);
    fatima.taps("Overnemen").await;
    anna.reads(&["Je vraag ligt nu bij Fatima"]);
    fatima.writes("Dag Anna, ik neem het over.").await;
    anna.reads(&["Dag Anna, ik neem het over."]);
}

#[tokio::test]
async fn photos_files_and_changed_words_go_both_ways() {
    let stage = Stage::new().await;
    let (anna, boris) = (stage.anna(), stage.boris());
    anna.starts().await;
    anna.does(|actor| actor.sends_photo("mijn gevel").unwrap()).await;
    anna.reads(&["kan ik niet zelf bekijken", "Mens"]);
    anna.taps("Mens").await;
    boris.reads(&["Vraag 1", "mijn gevel"]);
    let line = boris.writes("Mooie gevl").await;
    boris.does(|actor| actor.edits(line, "Mooie gevel").unwrap()).await;
    anna.reads(&["Mooie gevel"]);
    let question = anna.writes("mag het rood?").await;
    anna.edits(question, "mag het groen?").await;
    boris.reads(&["mag het groen?"]);
    boris.does(|actor| actor.sends_voice().unwrap()).await;
    anna.reads(&["Boris stuurt je dit"]);
}

#[tokio::test]
async fn pressing_for_a_person_twice_opens_one_case_and_tells_where_it_stands() {
    let stage = Stage::new().await;
    let (anna, boris) = (stage.anna(), stage.boris());
    anna.writes("/mens").await;
    anna.writes("/mens").await;
    anna.reads(&["Je vraag wacht op een mens. Je nummer is 1"]);
    assert_eq!(boris.counts_topics(), 1);
}

#[tokio::test]
async fn without_a_group_a_case_waits_and_nothing_is_lost() {
    let stage = Stage::without_a_desk().await;
    let (anna, iris, boris) = (stage.anna(), stage.iris(), stage.boris());
    anna.writes("/mens").await;
    anna.reads(&["Je nummer is 1"]);
    anna.writes("mijn vraag gaat over een terras").await;
    assert!(stage.store().await.backlog().await.unwrap().waiting_for_a_group > 0);

    boris.writes_in_general("/koppel deventer").await;
    assert!(boris.general().contains("Alleen een beheerder"), "{}", boris.general());
    iris.writes_in_general("/koppel nergens").await;
    assert!(iris.general().contains("deventer, enschede, berkelland"), "{}", iris.general());
    iris.writes_in_general("/koppel deventer").await;
    boris.reads(&["Vraag 1", "mijn vraag gaat over een terras"]);
    stage.is_swept().await;
}

#[tokio::test]
async fn a_deleted_topic_is_made_again_and_the_line_arrives() {
    let stage = Stage::new().await;
    let (anna, boris) = (stage.anna(), stage.boris());
    anna.writes("/mens").await;
    let topic = boris.newest_topic().thread;
    stage.telegram.group(stage.forum).delete_topic(topic).unwrap();
    anna.writes("is daar iemand?").await;
    assert_ne!(boris.newest_topic().thread, topic);
    boris.reads(&["is daar iemand?"]);
    stage.is_swept().await;
}

#[tokio::test]
async fn a_client_who_blocked_the_bot_is_marked_in_the_topic() {
    let stage = Stage::new().await;
    let (anna, boris) = (stage.anna(), stage.boris());
    anna.writes("/mens").await;
    boris.writes("Dag Anna").await;
    anna.does(|actor| actor.blocks().unwrap()).await;
    boris.reads(&["Niet aangekomen"]);
}

#[tokio::test]
async fn an_anonymous_admin_has_no_authority() {
    let stage = Stage::without_a_desk().await;
    let iris = stage.telegram.person(loket::sandbox::PersonId(stage.iris_number()));
    iris.in_topic(stage.forum, None).anonymously().writes("/koppel deventer").unwrap();
    stage.comes_to_rest().await;
    assert!(stage.store().await.desk_links().await.unwrap().is_empty());
    assert!(stage.iris().general().contains("Ik zie niet wie dit stuurt"), "{}", stage.iris().general());
}

#[tokio::test]
async fn a_full_group_is_told_nothing_faster_than_telegram_allows() {
    let stage = Stage::new().await;
    for number in 0..12 {
        let person = stage.telegram.add_person(&format!("Client{number}"), "nl");
        stage.telegram.person(person).writes("/mens").unwrap();
    }
    stage.comes_to_rest().await;
    stage.after(std::time::Duration::from_mins(10)).await;
    assert_eq!(stage.boris().counts_topics(), 12);
    let refused = stage
        .telegram
        .ledger()
        .calls
        .iter()
        .filter(|call| call.error.as_ref().is_some_and(|error| error.code == 429))
        .count();
    assert_eq!(refused, 0, "Telegram had to ask us to wait");
    stage.is_swept().await;
}

#[tokio::test]
async fn a_right_that_is_missing_delays_a_case_and_loses_nothing() {
    let stage = Stage::new().await;
    stage.misfortune(Fault::new(Misfortune::ConnectionReset).at("createForumTopic"));
    stage.anna().writes("/mens").await;
    stage.after(std::time::Duration::from_mins(2)).await;
    assert_eq!(stage.boris().counts_topics(), 1);
    stage.is_swept().await;
}
