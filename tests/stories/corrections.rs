//! Small corrections from an admin's phone, and the notice that everybody reads.

use std::sync::Arc;
use std::time::Duration;

use crate::stage::{Client, Stage};

const QUESTION: &str = "borg voor een lening bmkb";
const TITLE: &str = "De overheid staat borg voor je lening (BMKB)";

async fn opened() -> (Arc<Stage>, Client, Client) {
    let s = Stage::with_a_folder().await;
    let (iris, anna) = (s.iris_in_private(), s.anna());
    iris.starts().await;
    anna.starts().await;
    (s, iris, anna)
}

/// Asks anew, so long after the last question that it is another one.
async fn asks(s: &Stage, client: &Client, question: &str) {
    s.after(Duration::from_mins(10)).await;
    client.writes(question).await;
}

/// A scheme is taken out of use and put back; what is taken out is never shown as open.
#[tokio::test]
async fn a_scheme_is_paused_and_resumed() {
    let (s, iris, anna) = opened().await;
    iris.writes("/pauzeer bmkb").await;
    iris.reads(&[&format!("Gepauzeerd: {TITLE}."), "/hervat bmkb", "Dit is uitgave 2.", "[↩️ Ongedaan maken]"]);
    asks(&s, &anna, QUESTION).await;
    anna.reads(&[TITLE, "Dit kan nu even niet."]);
    iris.writes("/pauzeer bmkb").await;
    iris.reads(&["Dat staat er al zo", "Er is niets veranderd."]);
    iris.writes("/hervat bmkb").await;
    iris.reads(&[&format!("Hervat: {TITLE}."), "Dit is uitgave 3."]);
    asks(&s, &anna, QUESTION).await;
    let card = anna.reads(&[TITLE]);
    assert!(!card.contains("even niet"), "{card}");
    iris.writes("/hervat bmkb").await;
    iris.reads(&["Dat staat er al zo"]);
    iris.writes("/logboek").await;
    iris.reads(&["Iris · publiceerde uitgave 3 (bmkb hervat)", "Iris · publiceerde uitgave 2 (bmkb gepauzeerd)"]);
    s.is_swept().await;
}

/// The money is gone: said at once, and taken back with one tap.
#[tokio::test]
async fn a_budget_that_is_gone_shows_at_once_and_is_taken_back() {
    let (s, iris, anna) = opened().await;
    iris.writes("/budget-op bmkb").await;
    iris.reads(&["Het budget is op: ", "Dit is uitgave 2."]);
    asks(&s, &anna, QUESTION).await;
    anna.reads(&[TITLE, "Het budget is op."]);
    iris.taps("Ongedaan maken").await;
    iris.reads(&["Teruggedraaid wat uitgave 2 veranderde. Dit is nu uitgave 3.", "[↪️ Toch wel]"]);
    asks(&s, &anna, QUESTION).await;
    assert!(!anna.reads(&[TITLE]).contains("budget"));
    // The word that Telegram lets people tap.
    iris.writes("/budget_op bmkb").await;
    iris.reads(&["Dit is uitgave 4."]);
    iris.writes("/pauzeer bmkb").await;
    iris.reads(&["staat al als gesloten of afgelopen"]);
    s.is_swept().await;
}

/// A last day as people type it; without one the admin hears what to type.
#[tokio::test]
async fn a_scheme_gets_a_last_day() {
    let (s, iris, anna) = opened().await;
    iris.writes("/sluit bmkb straks").await;
    iris.reads(&["Wat is de laatste dag?", "/sluit bmkb 31 december"]);
    iris.writes("/sluit bmkb").await;
    iris.reads(&["Wat is de laatste dag?"]);
    iris.writes("/sluit bmkb 31 december").await;
    iris.reads(&[TITLE, "de laatste dag is 31 december 2026", "Dit is uitgave 2."]);
    iris.writes("/sluit bmkb 31-12-2026").await;
    iris.reads(&["Dat staat er al zo"]);
    iris.writes("/sluit bmkb 22-11-2026").await;
    iris.reads(&["Dit is uitgave 3."]);
    asks(&s, &anna, QUESTION).await;
    anna.reads(&[TITLE, "Gesloten sinds 23 november 2026."]);
    s.is_swept().await;
}

/// Nobody knows ids by heart: words find them, a tap does what was asked.
#[tokio::test]
async fn words_find_the_scheme_that_is_meant() {
    let (s, iris, anna) = opened().await;
    iris.writes("/sluit borg lening 30 november").await;
    iris.reads(&["Er is niets dat precies \"borg lening\" heet.", "[bmkb · "]);
    iris.taps("bmkb · ").await;
    iris.reads(&["de laatste dag is 30 november 2026"]);
    iris.writes("/pauzeer bmk").await;
    iris.reads(&["Bedoel je een van deze?", "[bmkb · "]);
    iris.writes("/pauzeer qqqqxz").await;
    iris.reads(&["ik vind ook niets dat erop lijkt"]);
    iris.writes("/pauzeer").await;
    iris.reads(&["/pauzeer bmkb", "/budget_op bmkb"]);
    anna.writes("/pauzeer bmkb").await;
    anna.reads(&["ken ik niet"]);
    s.is_swept().await;
}

/// What would break the knowledge is refused with the line, and nothing changes.
#[tokio::test]
async fn a_correction_that_breaks_something_is_refused() {
    let s = Stage::with_a_folder().await;
    let themes = std::fs::read_to_string(s.folder().join("themes.toml")).unwrap();
    let themes: Vec<&str> = themes.lines().filter_map(|line| line.strip_prefix("id = ")).collect();
    let doors = format!("[[door]]\nentry = \"rvo\"\nthemes = [{}]\nareas = [\"NL\"]\n", themes.join(", "));
    std::fs::write(s.folder().join("doors.toml"), doors).unwrap();
    let iris = s.iris_in_private();
    iris.starts().await;
    iris.writes("/herlaad").await;
    iris.taps("Publiceren").await;
    iris.reads(&["uitgave 2"]);
    iris.writes("/pauzeer rvo").await;
    iris.reads(&["Dit kan nog niet: er is 1 fout.", "doors.toml, regel", "`rvo` is gesloten", "<controle.txt>"]);
    iris.writes("/uitgaven").await;
    iris.reads(&["● 2 · "]);
    s.is_swept().await;
}

/// High water: everybody reads it once, before their next answer, until it ends by itself.
#[tokio::test]
async fn a_notice_reaches_everybody_once_and_ends_by_itself() {
    let (s, iris, anna) = opened().await;
    iris.writes("/noodbericht Het centrum is dicht door hoog water tot vandaag 18:00\nen: The centre is closed").await;
    iris.reads(&[
        "⚠️ Het centrum is dicht door hoog water",
        "Dit bericht geldt tot 23 november 2026, 18.00 uur.",
        "Iedereen leest dit één keer",
        "Dit is uitgave 2.",
        "[↩️ Ongedaan maken]",
    ]);
    anna.reads_nothing();
    asks(&s, &anna, QUESTION).await;
    anna.reads(&["⚠️ Het centrum is dicht door hoog water", TITLE]);
    asks(&s, &anna, QUESTION).await;
    let again = anna.reads(&[TITLE]);
    assert!(!again.contains("⚠️"), "{again}");
    anna.writes("/start").await;
    anna.reads(&["⚠️ Het centrum is dicht", "Stel je vraag gerust"]);
    let james = s.james();
    james.opens("").await;
    james.writes("/language en").await;
    james.news();
    james.writes("/start").await;
    james.reads(&["⚠️ The centre is closed"]);
    s.until("2026-11-23T18:01").await;
    anna.writes("/start").await;
    assert!(!anna.news().contains("⚠️"));
    s.is_swept().await;
}

/// Somebody in distress reads calm words, not the weather; who has a person reads that person.
#[tokio::test]
async fn a_notice_keeps_still_where_it_would_hurt() {
    let (s, iris, anna) = opened().await;
    iris.writes("/noodbericht Het centrum is dicht").await;
    iris.reads(&["Het stopt niet vanzelf", "/noodbericht weg"]);
    anna.writes("ik zie het niet meer zitten, ik wil niet meer leven").await;
    let calm = anna.news();
    assert!(!calm.contains("⚠️"), "{calm}");
    let boris = s.boris();
    boris.writes("Ik ben er").await;
    anna.writes("dank je").await;
    let news = anna.news();
    assert!(!news.contains("⚠️"), "{news}");
    s.is_swept().await;
}

/// A notice is looked at and taken away; mistakes are told.
#[tokio::test]
async fn a_notice_is_taken_away() {
    let (s, iris, anna) = opened().await;
    iris.writes("/noodbericht weg").await;
    iris.reads(&["Er is geen noodbericht."]);
    iris.writes("/noodbericht").await;
    iris.reads(&["Typ je bericht achter /noodbericht"]);
    iris.writes("/noodbericht Hoog water tot 1-1-2026").await;
    iris.reads(&["Typ je bericht achter /noodbericht"]);
    iris.writes(&format!("/noodbericht {}", "water ".repeat(200))).await;
    iris.reads(&["te lang", "600 tekens"]);
    iris.writes("/noodbericht Hoog water").await;
    iris.reads(&["uitgave 2"]);
    iris.writes("/noodbericht").await;
    iris.reads(&["⚠️ Hoog water", "/noodbericht weg"]);
    iris.writes("/noodbericht weg").await;
    iris.reads(&["Het noodbericht is weg. Dit is uitgave 3.", "[↩️ Ongedaan maken]"]);
    asks(&s, &anna, QUESTION).await;
    assert!(!anna.reads(&[TITLE]).contains("⚠️"));
    s.is_swept().await;
}

/// A correction while somebody looks at a proposal: both are kept.
#[tokio::test]
async fn a_correction_does_not_undo_a_proposal() {
    let (s, iris, anna) = opened().await;
    s.rewrites("schemes/wbso.md", "Korting op lonen bij technisch ontwikkelen (WBSO)", "Nieuwe titel (WBSO)");
    iris.writes("/herlaad").await;
    iris.reads(&["1 gewijzigd"]);
    iris.writes("/budget-op bmkb").await;
    iris.reads(&["Dit is uitgave 2."]);
    assert!(iris.taps("Publiceren").await.unwrap().contains("intussen iets anders gepubliceerd"));
    let preview = iris.reads(&["1 gewijzigd", "Nieuwe titel"]);
    assert!(!preview.contains("BMKB"), "{preview}");
    iris.taps("Publiceren").await;
    iris.reads(&["uitgave 3"]);
    asks(&s, &anna, QUESTION).await;
    anna.reads(&["Het budget is op."]);
    s.is_swept().await;
}
