//! The drawer of misfortunes: the bot is killed while somebody writes, and an answer gets lost.

use crate::page::{Page, Screen};
use crate::program::Program;

const PHONE: &str = "#phone-messages";

pub(crate) async fn story() {
    let program = Program::start(&[]);
    let page = Page::open(&program.url, Screen::Desk).await;
    let order = async |what: &str| {
        page.taps(".world", "Misfortunes").await;
        page.taps("#deeds", what).await;
        page.reads("#toast", what).await;
    };

    // Dead is dead: what Anna writes waits, and is answered when the bot is back.
    page.writes("#phone-composer", "/start").await;
    page.reads(PHONE, "Hoi, ik ben Loket").await;
    order("The bot is killed").await;
    page.reads("#bot-state", "the bot is off").await;
    page.writes("#phone-composer", "ik heb te weinig onderpand voor een lening, wat nu").await;
    page.reads("#stirs", "waits for the bot").await;
    order("The bot starts again").await;
    page.reads(PHONE, "De overheid staat borg voor je lening").await;

    // The call took effect, the answer was lost: the strip says so, and it goes out once more.
    order("the answer gets lost").await;
    page.writes("#phone-composer", "ik wil graag een mens spreken").await;
    page.reads("#stirs", "the answer was lost").await;
    page.reads(PHONE, "Je nummer is 1").await;

    // A topic that is deleted is made anew, with its history.
    page.taps("#topics", "1 ·").await;
    page.reads("#pinned", "Vraag 1").await;
    order("is deleted").await;
    page.until("document.querySelectorAll('#topics li').length === 1").await;
    page.writes("#phone-composer", "is daar iemand?").await;
    page.taps("#topics", "1 ·").await;
    page.reads("#desk-messages", "is daar iemand?").await;

    // Who blocks the bot is not reached, and the desk reads why.
    order("Anna blocks the bot").await;
    page.reads("#bot-state", "blocked by Anna").await;
    page.writes("#desk-composer", "Dag Anna, met Boris").await;
    page.reads("#stirs", "bot was blocked by the user").await;
    page.ends_well("trouble").await;
}
