//! A written scene: the page looks where it happens, and tells what it is about.

use crate::page::{Page, Screen};
use crate::program::Program;

pub(crate) async fn story() {
    let file = tempfile::Builder::new().suffix(".toml").tempfile().unwrap();
    let scene = r#"
title = "Kort"
start = "2026-11-30 10:02"

[[step]]
caption = "James asks for a person."
who = "James"
says = "I would like to talk to a person"
sees = "Your number is 1"
wait = 0.1

[[step]]
caption = "Fatima answers."
who = "Fatima"
says = "Hello James, this is Fatima."
wait = 0.1
"#;
    std::fs::write(file.path(), scene).unwrap();
    let program = Program::start(&["--script", file.path().to_str().unwrap()]);
    let page = Page::open(&program.url, Screen::Desk).await;
    page.reads("#caption", "James asks for a person.").await;
    page.until("document.querySelector('#clients [aria-pressed=true]').innerText.includes('James')").await;
    page.reads("#caption", "Fatima answers.").await;
    page.reads("#desk-messages", "Hello James, this is Fatima.").await;
    page.reads("#phone-messages", "Hello James, this is Fatima.").await;
    page.reads(".world time", "Mon 30 Nov").await;
    page.ends_well("scene").await;
}
