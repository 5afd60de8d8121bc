//! The page in a real browser, as somebody at a desk and somebody on a phone use it.
//!
//! Chromium comes from the system (Debian: `chromium`); where there is none these stories are ignored, and say so.
//! `LOKET_SHOTS=folder` keeps a picture of the end of each story, and `cargo test --test browser -- --ignored pictures`
//! makes the pictures of the documentation anew.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a story that can't go on fails: that is its work"
)]

mod admin;
mod chromium;
mod counter;
mod keyboard;
mod page;
mod pictures;
mod program;
mod scene;
mod trouble;

use std::future::Future;

use libtest_mimic::{Arguments, Trial};

fn main() {
    let trials = vec![
        story("a_question_goes_all_the_way_at_a_desk", counter::at_a_desk),
        story("a_question_goes_all_the_way_on_a_phone", counter::on_a_phone),
        story("everything_is_done_from_the_keyboard", keyboard::story),
        story("a_killed_bot_loses_nothing_and_says_why", trouble::story),
        story("an_admin_changes_a_scheme_from_the_phone", admin::story),
        story("a_written_scene_is_followed", scene::story),
        story("pictures", pictures::all).with_ignored_flag(true),
    ];
    libtest_mimic::run(&Arguments::from_args(), trials).exit();
}

/// A story that needs a browser.
fn story<S, F>(name: &'static str, play: S) -> Trial
where
    S: FnOnce() -> F + Send + 'static,
    F: Future<Output = ()>,
{
    let has_browser = chromium::program().is_some();
    let kind = if has_browser { "" } else { "no Chromium on this machine" };
    let trial = Trial::test(name, move || {
        tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?.block_on(play());
        Ok(())
    });
    trial.with_kind(kind).with_ignored_flag(!has_browser)
}
