//! Those who look after the house: what the bot knows is changed without fear, and who may do that is known.

use std::sync::Arc;
use std::time::Duration;

use loket::domain::ids::EntryId;
use loket::domain::language::Language;

use crate::stage::{Client, Stage};

const BMKB: &str = "schemes/bmkb.md";
const TITLE: &str = "De overheid staat borg voor je lening (BMKB)";
const WBSO_TITLE: &str = "Korting op lonen bij technisch ontwikkelen (WBSO)";
const OTHER_TITLE: &str = "De Staat staat borg voor je lening (BMKB)";
const QUESTION: &str = "borg voor een lening bmkb";

/// Asks anew, so long after the last question that it is another one.
async fn asks(s: &Stage, client: &Client, question: &str) {
    s.after(Duration::from_mins(10)).await;
    client.writes(question).await;
}

/// An admin sees what would change before it does, publishes it with a tap, and takes it back with another.
#[tokio::test]
async fn what_changed_in_the_folder_is_shown_published_and_taken_back() {
    let s = Stage::with_a_folder().await;
    let (iris, anna) = (s.iris_in_private(), s.anna());
    iris.starts().await;
    anna.starts().await;
    iris.writes("/herlaad").await;
    iris.reads(&["Niets nieuws: dit is precies uitgave 1."]);
    s.rewrites(BMKB, TITLE, OTHER_TITLE);
    iris.writes("/herlaad").await;
    iris.reads(&[
        "0 nieuw · 1 gewijzigd · 0 weg",
        "Gewijzigd",
        &format!("titel (nl) {TITLE} → {OTHER_TITLE}"),
        "[✅ Publiceren] [Laat maar]",
        "<voorstel.txt>",
    ]);
    asks(&s, &anna, QUESTION).await;
    anna.reads(&[TITLE]);
    // A program that stops and starts between the look and the tap loses nothing.
    s.restarts().await;
    iris.taps("Publiceren").await;
    iris.reads(&["Gepubliceerd: uitgave 2.", "[↩️ Ongedaan maken]"]);
    s.restarts().await;
    asks(&s, &anna, QUESTION).await;
    anna.reads(&[OTHER_TITLE]);
    iris.taps("Ongedaan maken").await;
    iris.reads(&["Teruggedraaid wat uitgave 2 veranderde. Dit is nu uitgave 3."]);
    asks(&s, &anna, QUESTION).await;
    anna.reads(&[TITLE]);
    iris.writes("/logboek").await;
    iris.reads(&[
        "Iris · publiceerde uitgave 3",
        "Iris · publiceerde uitgave 2 (herladen)",
        "Loket · publiceerde uitgave 1",
    ]);
    s.is_swept().await;
}

/// What the newest file in somebody's chat says.
fn newest_file(s: &Stage, who: &Client) -> String {
    let file = who.messages().iter().rev().find_map(|message| message.media.clone()).unwrap();
    String::from_utf8(s.telegram.file_bytes(&file.file_id).unwrap()).unwrap()
}

/// A broken catalogue changes nothing; the admin reads on the phone what is wrong, where, and how to mend it.
#[tokio::test]
async fn a_broken_folder_changes_nothing() {
    let s = Stage::with_a_folder().await;
    let (iris, anna) = (s.iris_in_private(), s.anna());
    iris.starts().await;
    anna.starts().await;
    s.rewrites(BMKB, "status = \"open\"", "status = \"opne\"");
    s.rewrites(BMKB, "provider = \"rvo\"", "provider = \"rov\"");
    iris.writes("/herlaad").await;
    iris.reads(&[
        "Dit kan nog niet: er zijn 2 fouten. Er is niets veranderd.",
        "schemes/bmkb.md, regel",
        "een kaart `rov` bestaat niet",
        "→ bedoel je `rvo`?",
        "`status` klopt niet: onbekend woord `opne`, kies uit `open`",
        "→ schrijf het zoals `status = \"open\"`",
        "<controle.txt>",
    ]);
    assert!(newest_file(&s, &iris).lines().last().is_some_and(|line| line.starts_with("2 fouten, ")));
    // Who chats in English reads the same in English.
    iris.writes("/taal en").await;
    iris.writes("/reload").await;
    iris.reads(&[
        "schemes/bmkb.md, line",
        "→ did you mean `rvo`?",
        "`status` cannot be read: unknown word `opne`, expected one of `open`",
        "→ write it like `status = \"open\"`",
        "<check.txt>",
    ]);
    let file = newest_file(&s, &iris);
    assert!(file.contains("  help: did you mean `rvo`?") && !file.contains("fout"), "{file}");
    iris.writes("/taal nl").await;
    iris.reads(&["We praten Nederlands"]);
    asks(&s, &anna, QUESTION).await;
    anna.reads(&[TITLE]);
    // Mended, it can be published: nobody sits on the chair.
    s.rewrites(BMKB, "opne", "open");
    s.rewrites(BMKB, "\"rov\"", "\"rvo\"");
    s.rewrites(BMKB, TITLE, OTHER_TITLE);
    iris.writes("/herlaad").await;
    iris.reads(&["1 gewijzigd"]);
    iris.taps("Laat maar").await;
    iris.reads(&["Er is niets veranderd."]);
    assert_eq!(iris.taps_in_vain("Publiceren").await, None, "the button is gone");
    s.is_swept().await;
}

/// Two work on the knowledge: the second hears who is busy, and may take over; the first hears that.
#[tokio::test]
async fn the_second_admin_hears_who_is_busy() {
    let s = Stage::with_a_folder().await;
    let (iris, omar) = (s.iris_in_private(), s.omar_in_private());
    iris.starts().await;
    becomes_admin(&iris, &omar).await;
    s.rewrites(BMKB, TITLE, OTHER_TITLE);
    iris.writes("/herlaad").await;
    iris.reads(&["1 gewijzigd"]);
    omar.writes("/herlaad").await;
    omar.reads(&["Iris is al bezig met de kennis", "[Ik neem het over]"]);
    omar.taps("Ik neem het over").await;
    iris.reads(&["Omar is met de kennis aan de slag gegaan. Je voorstel is vervallen."]);
    omar.writes("/herlaad").await;
    omar.reads(&["1 gewijzigd"]);
    omar.taps("Publiceren").await;
    omar.reads(&["Gepubliceerd: uitgave 2."]);
    s.is_swept().await;
}

/// Somebody gets a role by a link, says yes, and the admin says that it is the right person.
async fn becomes_admin(iris: &Client, other: &Client) {
    iris.writes("/beheer beheerder").await;
    let link = iris.reads(&["Stuur deze link naar wie beheerder wordt.", "https://t.me/"]);
    let payload = link.rsplit_once("?start=").unwrap().1.trim().to_owned();
    other.opens(&payload).await;
    other.reads(&["Iris vraagt of je beheerder wilt worden", "[Ja] [Nee]"]);
    other.taps("Ja").await;
    other.reads(&["Iris bevestigt het nog."]);
    iris.reads(&["Omar (nummer ", "Is dit de juiste persoon?"]);
    iris.taps("Ja, dat klopt").await;
    iris.reads(&["Omar is nu beheerder."]);
    other.reads(&["Je bent nu beheerder."]);
}

/// A role that is taken away counts no longer at the next thing somebody does.
#[tokio::test]
async fn who_lost_the_role_can_do_nothing_with_old_buttons() {
    let s = Stage::with_a_folder().await;
    let (iris, omar) = (s.iris_in_private(), s.omar_in_private());
    iris.starts().await;
    becomes_admin(&iris, &omar).await;
    s.rewrites(BMKB, TITLE, OTHER_TITLE);
    omar.writes("/herlaad").await;
    omar.reads(&["1 gewijzigd"]);
    iris.writes("/beheer").await;
    iris.reads(&["Omar: beheerder", "[✖️ Omar]"]);
    iris.taps("✖️ Omar").await;
    iris.reads(&["Omar heeft geen rol meer."]);
    omar.reads(&["Je hebt geen rol meer bij dit loket."]);
    assert_eq!(omar.taps("Publiceren").await.as_deref(), Some("Dat mag alleen een beheerder. Vraag er een om hulp."));
    omar.writes("/herlaad").await;
    omar.reads(&["ken ik niet"]);
    s.is_swept().await;
}

/// A link opens once and for a quarter of an hour; nobody promotes themselves, and a stranger is told nothing.
#[tokio::test]
async fn a_link_is_no_key_to_keep() {
    let s = Stage::with_a_folder().await;
    let (iris, omar, anna) = (s.iris_in_private(), s.omar_in_private(), s.anna());
    iris.starts().await;
    iris.writes("/beheer teamleider").await;
    let payload = iris.news().rsplit_once("?start=").unwrap().1.trim().to_owned();
    iris.opens(&payload).await;
    iris.reads(&["Deze uitnodiging werkt niet meer."]);
    s.after(Duration::from_mins(16)).await;
    omar.opens(&payload).await;
    omar.reads(&["Deze uitnodiging werkt niet meer."]);
    anna.opens("role_verzonnen").await;
    anna.reads(&["Deze uitnodiging werkt niet meer."]);
    for word in ["/beheer", "/herlaad", "/uitgaven", "/logboek"] {
        anna.writes(word).await;
        let news = anna.news();
        assert!(news.contains("ken ik niet"), "{word}: {news}");
    }
    s.is_swept().await;
}

/// A lead looks along and changes nothing.
#[tokio::test]
async fn a_lead_looks_along() {
    let s = Stage::with_a_folder().await;
    let (iris, omar) = (s.iris_in_private(), s.omar_in_private());
    iris.starts().await;
    iris.writes("/beheer teamleider").await;
    let payload = iris.news().rsplit_once("?start=").unwrap().1.trim().to_owned();
    omar.opens(&payload).await;
    omar.taps("Ja").await;
    iris.taps("Ja, dat klopt").await;
    omar.reads(&["Je bent nu teamleider."]);
    omar.writes("/uitgaven").await;
    omar.reads(&["● 1 · ", "(in gebruik)"]);
    omar.writes("/herlaad").await;
    omar.reads(&["Dat mag alleen een beheerder."]);
    s.is_swept().await;
}

/// What was published can be put back from the list, in one tap, and forth again.
#[tokio::test]
async fn an_earlier_release_is_put_back_from_the_list() {
    let s = Stage::with_a_folder().await;
    let (iris, anna) = (s.iris_in_private(), s.anna());
    iris.starts().await;
    anna.starts().await;
    publishes(&s, &iris, TITLE, OTHER_TITLE).await;
    iris.writes("/uitgaven").await;
    iris.reads(&["● 2 · ", "Iris · herladen (in gebruik)", "1 · ", "Loket", "[Bekijk uitgave 1]"]);
    iris.taps("Bekijk uitgave 1").await;
    iris.reads(&["1 gewijzigd", &format!("{OTHER_TITLE} → {TITLE}"), "[↩️ Zet deze terug]", "<verschil.txt>"]);
    iris.taps("Zet deze terug").await;
    iris.reads(&["Uitgave 1 is weer in gebruik, in plaats van 2."]);
    asks(&s, &anna, QUESTION).await;
    anna.reads(&[TITLE]);
    iris.taps("Toch de nieuwe").await;
    iris.reads(&["Uitgave 2 is weer in gebruik, in plaats van 1."]);
    asks(&s, &anna, QUESTION).await;
    anna.reads(&[OTHER_TITLE]);
    s.is_swept().await;
}

async fn publishes(s: &Arc<Stage>, iris: &Client, words: &str, others: &str) {
    s.rewrites(BMKB, words, others);
    iris.writes("/herlaad").await;
    iris.taps("Publiceren").await;
    iris.reads(&["Gepubliceerd: uitgave"]);
}

/// Only what one release changed is taken back; what was changed again since is not.
#[tokio::test]
async fn an_undo_keeps_what_came_after() {
    let s = Stage::with_a_folder().await;
    let (iris, anna) = (s.iris_in_private(), s.anna());
    iris.starts().await;
    anna.starts().await;
    publishes(&s, &iris, TITLE, OTHER_TITLE).await;
    let first = iris.messages().into_iter().find(|message| message.text.contains("uitgave 2")).unwrap();
    s.rewrites("schemes/wbso.md", WBSO_TITLE, "Nieuw: geld terug voor ontwikkelen (WBSO)");
    iris.writes("/herlaad").await;
    iris.taps("Publiceren").await;
    iris.reads(&["Gepubliceerd: uitgave 3."]);
    iris.taps_at(first.id, "Ongedaan maken").await;
    iris.reads(&["Teruggedraaid wat uitgave 2 veranderde. Dit is nu uitgave 4."]);
    asks(&s, &anna, QUESTION).await;
    anna.reads(&[TITLE]);
    asks(&s, &anna, "wbso aanvragen").await;
    anna.reads(&["Nieuw: "]);
    let notice = iris.taps_at(first.id, "Ongedaan maken").await;
    assert!(notice.unwrap().contains("is daarna weer veranderd"));
    s.is_swept().await;
}

/// What somebody published from the phone is not put aside by the folder at the next start; a folder that is newer than
/// anything published is taken over.
#[tokio::test]
async fn a_start_puts_nobodys_work_aside() {
    let s = Stage::with_a_folder().await;
    let (iris, anna) = (s.iris_in_private(), s.anna());
    iris.starts().await;
    anna.starts().await;
    s.rewrites(BMKB, TITLE, "Eerste titel (BMKB)");
    s.restarts().await;
    asks(&s, &anna, QUESTION).await;
    anna.reads(&["Eerste titel"]);
    publishes(&s, &iris, "Eerste titel (BMKB)", "Tweede titel (BMKB)").await;
    s.rewrites(BMKB, "Tweede titel (BMKB)", "Derde titel (BMKB)");
    s.restarts().await;
    asks(&s, &anna, QUESTION).await;
    anna.reads(&["Tweede titel"]);
    // A broken folder stops no start.
    s.rewrites(BMKB, "status = \"open\"", "status = \"opne\"");
    s.restarts().await;
    asks(&s, &anna, QUESTION).await;
    anna.reads(&["Tweede titel"]);
    s.is_swept().await;
}

/// James speaks English: so does the office with him.
#[tokio::test]
async fn the_office_speaks_english_too() {
    let s = Stage::with_a_folder().await;
    let iris = s.iris_in_private();
    iris.starts().await;
    iris.writes("/taal en").await;
    iris.news();
    s.rewrites(BMKB, TITLE, OTHER_TITLE);
    iris.writes("/reload").await;
    iris.reads(&["0 new · 1 changed · 0 gone", "[✅ Publish] [Never mind]"]);
    iris.taps("Publish").await;
    iris.reads(&["Published: release 2."]);
    s.is_swept().await;
}

/// Several programs on one database take a new release over together, and who published it hears when all have it.
#[tokio::test]
async fn every_program_takes_a_release_over() {
    let s = Stage::with_a_folder().await;
    let iris = s.iris_in_private();
    iris.starts().await;
    let second = s.another_program_opens().await;
    s.rewrites(BMKB, TITLE, OTHER_TITLE);
    iris.writes("/herlaad").await;
    iris.reads(&["1 gewijzigd"]);
    iris.taps_at_this_very_moment("Publiceren").await;
    second.follow_releases().await.unwrap();
    assert_eq!(
        second.knowledge().catalogue.entry(&EntryId::new("bmkb")).unwrap().text[&Language::Nl].title,
        OTHER_TITLE
    );
    s.comes_to_rest().await;
    iris.reads(&["Gepubliceerd: uitgave 2.", "Alle 2 programma's antwoorden nu uit uitgave 2."]);
    s.is_swept().await;
}

/// A program that is silent is missed after a minute, not waited for.
#[tokio::test]
async fn a_program_that_hangs_is_named() {
    let s = Stage::with_a_folder().await;
    let iris = s.iris_in_private();
    iris.starts().await;
    let _hangs = s.another_program_opens().await;
    s.rewrites(BMKB, TITLE, OTHER_TITLE);
    iris.writes("/herlaad").await;
    iris.taps("Publiceren").await;
    s.after(Duration::from_mins(2)).await;
    iris.reads(&["1 van de 2 programma's antwoorden uit uitgave 2."]);
    s.is_swept().await;
}

/// One entry as a file from the phone: read, checked, shown, published; from anybody else it is a file like any other.
#[tokio::test]
async fn a_file_from_the_phone_is_checked_shown_and_published() {
    let s = Stage::with_a_folder().await;
    let (iris, anna) = (s.iris_in_private(), s.anna());
    iris.starts().await;
    anna.starts().await;
    let text = std::fs::read_to_string(s.folder().join(BMKB)).unwrap().replace(TITLE, OTHER_TITLE);
    anna.does(|actor| actor.sends_document("bmkb.md", text.as_bytes(), "").unwrap()).await;
    assert!(!anna.news().contains("gewijzigd"));
    iris.does(|actor| actor.sends_document("bmkb.md", text.as_bytes(), "").unwrap()).await;
    iris.reads(&["0 nieuw · 1 gewijzigd", OTHER_TITLE, "[✅ Publiceren] [Laat maar]"]);
    iris.taps("Publiceren").await;
    iris.reads(&["Gepubliceerd: uitgave 2."]);
    asks(&s, &anna, QUESTION).await;
    anna.reads(&[OTHER_TITLE]);
    iris.writes("/uitgaven").await;
    iris.reads(&["Iris · bmkb.md (in gebruik)"]);
    s.is_swept().await;
}

/// A table goes out, comes back with one cell changed, and nothing else changes.
#[tokio::test]
async fn a_table_goes_out_and_comes_back() {
    let s = Stage::with_a_folder().await;
    let iris = s.iris_in_private();
    iris.starts().await;
    iris.writes("/export csv").await;
    iris.reads(&["De catalogus van uitgave 1.", "<loket-1.csv>"]);
    let table = iris.opens_file("loket-1.csv");
    iris.does(|actor| actor.sends_document("regelingen.csv", &table, "").unwrap()).await;
    iris.reads(&["Niets nieuws: dit is precies uitgave 1."]);
    let changed = String::from_utf8(table).unwrap().replacen(TITLE, OTHER_TITLE, 1);
    iris.does(|actor| actor.sends_document("regelingen.csv", changed.as_bytes(), "").unwrap()).await;
    iris.reads(&["0 nieuw · 1 gewijzigd · 0 weg", OTHER_TITLE]);
    iris.taps("Laat maar").await;
    iris.writes("/sjabloon").await;
    iris.reads(&["Vul je regels in en stuur het bestand terug.", "<loket-sjabloon.xlsx>"]);
    iris.writes("/export pdf").await;
    iris.reads(&["Typ /export xlsx"]);
    s.is_swept().await;
}

/// A file that is no knowledge, or more than it seems, is refused with the reason, and nothing changes.
#[tokio::test]
async fn a_file_that_can_not_be_used_is_refused_with_the_reason() {
    let s = Stage::with_a_folder().await;
    let iris = s.iris_in_private();
    iris.starts().await;
    for (name, content) in
        [("kapot.xlsx", &b"PK\x03\x04 geen werkblad"[..]), ("leeg.csv", b""), ("kapot.zip", b"geen zip")]
    {
        iris.does(|actor| actor.sends_document(name, content, "").unwrap()).await;
        iris.reads(&["Er is niets veranderd."]);
    }
    iris.writes("/uitgaven").await;
    iris.reads(&["● 1 · "]);
    s.is_swept().await;
}
