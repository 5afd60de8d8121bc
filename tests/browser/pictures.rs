//! The pictures of the documentation, made anew: by a written scene, and by the walk of an admin.
//!
//! `cargo test --test browser -- --ignored pictures`; it needs pngquant, which makes them small.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use loket::config::Config;
use loket::sandbox::{Script, Tempo};
use loket::startup::open_sandbox;
use serde_json::json;
use tokio_util::sync::CancellationToken;

use crate::admin;
use crate::page::{Page, Screen};
use crate::program::Program;

/// A page of documentation is read by phone too.
const MOST_BYTES: u64 = 200 * 1024;

fn in_repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

pub(crate) async fn all() {
    of_the_scene("docs/scenes/from-question-to-answer.toml").await;
    let program = Program::start(&[]);
    let page = Page::open(&format!("{}/?client=5000000001&only=phone", program.url), Screen::Phone).await;
    page.sized(390, 640, 2.0).await;
    admin::play(&page, async |name| save(&page, name).await).await;
}

/// Pictures are taken where the scene says so: `phone-…` of the phone alone, any other of the whole page.
async fn of_the_scene(file: &str) {
    let script = Script::from_file(&in_repository(file)).unwrap();
    let address = "127.0.0.1:0".parse().unwrap();
    let sandbox = open_sandbox(&Config::from_environment().unwrap(), address).await.unwrap();
    let (telegram, url) = (sandbox.telegram().clone(), sandbox.url.clone());
    telegram.set_clock(script.start.unwrap());
    let stop = CancellationToken::new();
    let bot = tokio::spawn(sandbox.play(stop.clone()));
    let whole = Page::open(&url, Screen::Desk).await;
    let phone = Page::open(&format!("{url}/?only=phone"), Screen::Phone).await;
    phone.sized(390, 640, 2.0).await;
    let take = async |name: &str| save(if name.starts_with("phone-") { &phone } else { &whole }, name).await;
    script.play(&telegram, Tempo::AtOnce, take).await.unwrap();
    stop.cancel();
    bot.await.unwrap().unwrap();
}

/// Takes a picture as soon as the page shows what is true now.
async fn save(page: &Page, name: &str) {
    let still = json!({ "features": [{ "name": "prefers-reduced-motion", "value": "reduce" }] });
    page.call("Emulation.setEmulatedMedia", still).await;
    let now = page.value("fetch('sandbox/state').then((answer) => answer.json()).then((now) => now.stage?.step ?? 0)");
    let step = now.await;
    page.until(&format!("Number(document.body.dataset.step ?? 0) >= {step}")).await;
    page.until("[...document.images].every((one) => one.complete)").await;
    page.value("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))").await;
    let file = in_repository("docs/pictures").join(format!("{name}.png"));
    fs::write(&file, page.shot().await).unwrap();
    let smaller = Command::new("pngquant").args(["--speed=1", "--strip", "--force", "--ext=.png"]).arg(&file).status();
    assert!(
        smaller.unwrap_or_else(|_| panic!("pngquant is needed (Debian: pngquant)")).success(),
        "{name} was not made smaller"
    );
    let bytes = fs::metadata(&file).unwrap().len();
    assert!(bytes < MOST_BYTES, "{name} is {} KB: too much for a page", bytes / 1024);
}
