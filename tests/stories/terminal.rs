//! Somebody at a terminal works on the releases, beside a bot that is answering from them.

use std::time::Duration;

use crate::stage::Stage;

const BMKB: &str = "schemes/bmkb.md";
const QUESTION: &str = "borg voor een lening bmkb";
const TITLE: &str = "De overheid staat borg voor je lening (BMKB)";
const OTHER_TITLE: &str = "De Staat staat borg voor je lening (BMKB)";

/// What is published at the terminal is what the bot answers from a moment later, and what is put back too.
#[tokio::test]
async fn a_terminal_publishes_beside_a_bot_at_work() {
    let s = Stage::with_a_folder().await;
    let (iris, anna) = (s.iris_in_private(), s.anna());
    iris.starts().await;
    anna.starts().await;
    s.terminal(&["release", "list"]).says(0, &["● 1 · ", " · Loket · begin"]);
    s.terminal(&["release", "publish", "--yes"]).says(0, &["Nothing new: this is exactly release 1."]);
    s.rewrites(BMKB, TITLE, OTHER_TITLE);
    s.terminal(&["release", "diff"]).says(0, &["0 new · 1 changed · 0 gone", "title (nl)", TITLE, OTHER_TITLE]);
    s.terminal(&["release", "publish", "--yes", "--note", "clearer title"])
        .says(0, &["1 changed", OTHER_TITLE, "Published: release 2."]);
    s.takes_over_what_others_published().await;
    anna.writes(QUESTION).await;
    anna.reads(&[OTHER_TITLE]);
    iris.writes("/uitgaven").await;
    iris.reads(&["● 2 · ", "terminal · clearer title (in gebruik)"]);
    s.terminal(&["release", "show", "2"]).says(0, &["2 · ", "clearer title", "Made from release 1", OTHER_TITLE]);
    s.terminal(&["release", "diff", "1"]).says(0, &[OTHER_TITLE, TITLE]);
    s.terminal(&["release", "diff", "1", "2"]).says(0, &[TITLE, OTHER_TITLE]);
    s.terminal(&["release", "rollback", "1"]).says(0, &["Release 1 is in use again, instead of 2."]);
    s.takes_over_what_others_published().await;
    s.after(Duration::from_mins(10)).await;
    anna.writes(QUESTION).await;
    anna.reads(&[TITLE]);
    iris.writes("/logboek").await;
    iris.reads(&["terminal · zette een uitgave terug", "terminal · publiceerde uitgave 2 (clearer title)"]);
    s.is_swept().await;
}

/// A broken folder is refused with the report of a compiler; what can't be done is told, and nothing changes.
#[tokio::test]
async fn a_terminal_refuses_what_is_broken() {
    let s = Stage::with_a_folder().await;
    s.rewrites(BMKB, "status = \"open\"", "status = \"opne\"");
    s.terminal(&["release", "publish", "--yes"])
        .says(1, &["`status` cannot be read", "schemes/bmkb.md:", "Nothing was changed."]);
    s.rewrites(BMKB, "\"opne\"", "\"budget-gone\"");
    s.terminal(&["release", "publish"]).says(2, &["nobody to ask: publish with --yes"]);
    s.terminal(&["release", "rollback", "9"]).says(1, &["there is no release 9"]);
    s.terminal(&["release", "rollback", "1"]).says(1, &["release 1 is in use already"]);
    s.terminal(&["release", "show", "9"]).says(1, &["there is no release 9"]);
    s.terminal(&["release", "list"]).says(0, &["● 1 · "]);
}

/// Somebody in the chat is looking at a change: the terminal hears who, and that somebody is shown it anew.
#[tokio::test]
async fn a_terminal_hears_who_is_busy() {
    let s = Stage::with_a_folder().await;
    let iris = s.iris_in_private();
    iris.starts().await;
    s.rewrites("schemes/wbso.md", "Korting op lonen bij technisch ontwikkelen (WBSO)", "Nieuwe titel (WBSO)");
    iris.writes("/herlaad").await;
    iris.reads(&["1 gewijzigd"]);
    s.rewrites(BMKB, TITLE, OTHER_TITLE);
    s.terminal(&["release", "publish", "--yes"]).says(0, &["Iris is busy with the knowledge since", "release 2"]);
    s.takes_over_what_others_published().await;
    assert!(iris.taps("Publiceren").await.unwrap().contains("intussen iets anders gepubliceerd"));
    iris.reads(&["Niets nieuws: dit is precies uitgave 2."]);
    s.is_swept().await;
}
