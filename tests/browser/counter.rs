//! Ask, a question back, a person, an answer, the end: on both sides, with the mouse and by touch.

use crate::page::{Page, Screen};
use crate::program::Program;

const PHONE: &str = "#phone-messages";
const DESK: &str = "#desk-messages";

/// Anna and Boris side by side on one wide screen.
pub(crate) async fn at_a_desk() {
    let program = Program::start(&[]);
    let page = Page::open(&program.url, Screen::Desk).await;
    page.reads("#forum-title", "Loket Oost-Nederland").await;
    play(&page).await;
    // What went on inside is told, and one entry is explained.
    page.reads("#stirs", "asks back").await;
    page.reads("#stirs", "offering → answering").await;
    page.reads("#stirs", "createForumTopic").await;
    page.taps("#stirs", "onderpand").await;
    page.reads("#explanation", "enough to answer").await;
    page.reads("#explanation", "message to the client").await;
    page.presses("Escape").await;
    page.until("!document.getElementById('explanation').open").await;
    page.ends_well("desk").await;
}

/// The same on a phone, where one thing is shown at a time.
pub(crate) async fn on_a_phone() {
    let program = Program::start(&[]);
    let page = Page::open(&program.url, Screen::Phone).await;
    play(&page).await;
    page.taps(".tabs", "Inside").await;
    page.reads("#stirs", "Anna").await;
    page.ends_well("phone").await;
}

/// Turns to one side, where only one is shown.
async fn turns_to(page: &Page, tab: &str) {
    if page.value("document.getElementById('tab-desk').offsetParent !== null").await == true {
        page.taps(".tabs", tab).await;
    }
}

async fn play(page: &Page) {
    page.writes("#phone-composer", "ik heb te weinig onderpand voor een lening, wat nu").await;
    page.reads(PHONE, "De overheid staat borg voor je lening").await;
    page.writes("#phone-composer", "ik wil personeel opleiden").await;
    page.reads(PHONE, "Wat bedoel je?").await;
    page.taps(PHONE, "Geld voor een opleiding").await;
    page.reads(PHONE, "Geld voor een opleiding van de officiële lijst").await;
    page.taps(PHONE, "Mens").await;
    page.reads(PHONE, "Je nummer is 1").await;

    turns_to(page, "Desk").await;
    page.taps("#topics", "1 ·").await;
    page.reads("#pinned", "Vraag 1").await;
    page.taps("#managers", "Boris").await;
    page.writes("#desk-composer", "Dag Anna, om hoeveel mensen gaat het?").await;
    page.reads(DESK, "Dag Anna, om hoeveel mensen gaat het?").await;

    turns_to(page, "Phone").await;
    page.reads(PHONE, "Dag Anna, om hoeveel mensen gaat het?").await;
    page.writes("#phone-composer", "Twee, en dit is de oven").await;
    page.taps("#phone-composer", "Attach a file").await;
    page.taps("#phone-composer .menu", "Photo").await;
    page.until("document.querySelector('#phone-messages .mine .photo img')?.naturalWidth > 0").await;

    turns_to(page, "Desk").await;
    page.reads(DESK, "Twee, en dit is de oven").await;
    page.until("document.querySelector('#desk-messages .photo img')?.naturalWidth > 0").await;
    page.writes("#desk-composer", "/klaar").await;
    page.taps(DESK, "Beantwoord").await;
    page.reads(DESK, "afgerond").await;

    turns_to(page, "Phone").await;
    page.reads(PHONE, "Boris is klaar met je vraag").await;
}
