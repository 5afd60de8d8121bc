//! Without a mouse: Tab, Enter and the arrows reach everything.

use serde_json::json;

use crate::page::{Page, Screen};
use crate::program::Program;

/// Presses Tab until what says this has the focus.
async fn tabs_to(page: &Page, words: &str) {
    for _ in 0..80 {
        page.presses("Tab").await;
        let focused = page
            .value(
                "((one) => one.matches('button, a, textarea, input') ? `${one.innerText} ${one.ariaLabel}` : \
                 '')(document.activeElement)",
            )
            .await;
        if focused.as_str().unwrap_or_default().contains(words) {
            return;
        }
    }
    panic!("Tab never reaches “{words}”");
}

pub(crate) async fn story() {
    let program = Program::start(&[]);
    let page = Page::open(&program.url, Screen::Desk).await;
    // The first stop leads past everything to where one writes.
    tabs_to(&page, "To the phone").await;
    page.presses("Enter").await;
    page.types("ik wil graag een mens spreken").await;
    page.presses("Enter").await;
    page.reads("#phone-messages", "Je nummer is 1").await;

    // Own words are changed by the arrow, and Escape leaves them as they are.
    page.presses("ArrowUp").await;
    let box_holds = |words: &str| format!("document.getElementById('phone-box').value === {}", json!(words));
    page.until(&box_holds("ik wil graag een mens spreken")).await;
    page.presses("Escape").await;
    page.until(&box_holds("")).await;

    // The topic, the manager, the answer.
    tabs_to(&page, "1 ·").await;
    page.presses("Enter").await;
    page.reads("#pinned", "Vraag 1").await;
    tabs_to(&page, "Fatima").await;
    page.presses("Enter").await;
    page.until("document.querySelector('#managers [aria-pressed=true]').innerText.includes('Fatima')").await;
    tabs_to(&page, "Commands of the bot").await;
    page.presses("Enter").await;
    page.reads("#desk-composer .menu", "/klaar").await;
    page.presses("Escape").await;
    page.types("Dag, met Fatima").await;
    page.presses("Enter").await;
    page.reads("#phone-messages", "Dag, met Fatima").await;

    // A button under a message, and another phone.
    page.value("document.getElementById('phone-messages').focus()").await;
    tabs_to(&page, "To the phone").await;
    tabs_to(&page, "James").await;
    page.presses("Enter").await;
    page.until("document.querySelector('#clients [aria-pressed=true]').innerText.includes('James')").await;
    tabs_to(&page, "Start").await;
    page.presses("Enter").await;
    page.reads("#phone-messages", "ik ben Loket").await;
    page.ends_well("keyboard").await;
}
