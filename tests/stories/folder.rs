//! The operator's folder is published without anybody asking in the chat: at a signal, and while it is watched.

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use loket::sandbox::{SANDBOX_TOKEN, Scene, Server};

use crate::stage::{Stage, small_knowledge};

const BMKB: &str = "schemes/bmkb.md";
const TITLE: &str = "De overheid staat borg voor je lening (BMKB)";
const OTHER_TITLE: &str = "De Staat staat borg voor je lening (BMKB)";
const QUESTION: &str = "borg voor een lening bmkb";
/// Only a fault takes longer.
const PATIENCE: Duration = Duration::from_mins(2);

/// What changed is published, the admins hear what and take it back with a tap; what a phone corrected elsewhere stays.
#[tokio::test]
async fn what_changed_in_the_folder_is_published_and_told() {
    let s = Stage::with_a_folder().await;
    let (iris, anna) = (s.iris_in_private(), s.anna());
    iris.starts().await;
    anna.starts().await;
    s.folder_is_looked_at().await;
    iris.reads_nothing();
    iris.writes("/budget-op wbso").await;
    iris.reads(&["Dit is uitgave 2."]);
    s.rewrites(BMKB, TITLE, OTHER_TITLE);
    s.folder_is_looked_at().await;
    let told = iris.reads(&[
        "De map met kennis is veranderd. Dit is nu uitgave 3.",
        "0 nieuw · 1 gewijzigd · 0 weg",
        OTHER_TITLE,
        "[↩️ Ongedaan maken]",
    ]);
    assert!(!told.contains("WBSO"), "the correction stays: {told}");
    anna.writes(QUESTION).await;
    anna.reads(&[OTHER_TITLE]);
    s.folder_is_looked_at().await;
    iris.reads_nothing();
    iris.taps("Ongedaan maken").await;
    iris.reads(&["Teruggedraaid wat uitgave 3 veranderde. Dit is nu uitgave 4."]);
    // What was taken back does not come again by itself.
    s.folder_is_looked_at().await;
    iris.reads_nothing();
    iris.writes("/logboek").await;
    iris.reads(&["Loket · publiceerde uitgave 3 (map gewijzigd)"]);
    s.is_swept().await;
}

/// A fault changes nothing; the admins hear which, once, and when it is mended everything is published.
#[tokio::test]
async fn a_fault_in_the_folder_is_told_once() {
    let s = Stage::with_a_folder().await;
    let (iris, anna) = (s.iris_in_private(), s.anna());
    iris.starts().await;
    anna.starts().await;
    s.rewrites(BMKB, TITLE, OTHER_TITLE);
    s.rewrites(BMKB, "\"open\"", "\"opne\"");
    s.folder_is_looked_at().await;
    iris.reads(&["maar ik neem dat nog niet over.", "er is 1 fout", "schemes/bmkb.md, regel", "`opne`", "→ "]);
    s.folder_is_looked_at().await;
    iris.reads_nothing();
    anna.writes(QUESTION).await;
    anna.reads(&[TITLE]);
    s.rewrites(BMKB, "\"opne\"", "\"open\"");
    s.folder_is_looked_at().await;
    iris.reads(&["Dit is nu uitgave 2.", OTHER_TITLE]);
    s.is_swept().await;
}

/// The real program: a signal, and a watched folder.
#[tokio::test]
async fn the_program_hears_a_signal_and_sees_a_change() {
    for watch in ["off", "on"] {
        let scene = Scene::default();
        scene.telegram.set_limits(None);
        let server = scene.telegram.serve_on_loopback().await.unwrap();
        let (folder, data) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        small_knowledge::write_into(folder.path());
        let iris = scene.telegram.person(scene.iris);
        let mut program = start(&server, folder.path(), data.path(), scene.iris.0, watch);
        iris.starts(None).unwrap();
        reads(&scene, "ik ben Loket").await;
        let file = folder.path().join(BMKB);
        let text = std::fs::read_to_string(&file).unwrap();
        std::fs::write(&file, text.replace(TITLE, OTHER_TITLE)).unwrap();
        if watch == "off" {
            signal(&program, "-HUP");
        }
        reads(&scene, "Dit is nu uitgave 2.").await;
        signal(&program, "-TERM");
        assert!(program.wait().unwrap().success(), "it did not stop in order");
    }
}

fn start(server: &Server, folder: &Path, data: &Path, admin: i64, watch: &str) -> Child {
    Command::new(env!("CARGO_BIN_EXE_loket"))
        .arg("serve")
        .env_clear()
        .env("TELOXIDE_TOKEN", SANDBOX_TOKEN)
        .env("TELOXIDE_API_URL", server.base_url())
        .env("LOKET_KNOWLEDGE", folder)
        .env("LOKET_WATCH", watch)
        .env("LOKET_ADMINS", admin.to_string())
        .env("LOKET_DATA", data)
        .env("RUST_LOG", "error")
        .env("LOKET_METRICS_ADDR", "off")
        .current_dir(data)
        .stdin(Stdio::null())
        .spawn()
        .unwrap()
}

fn signal(program: &Child, which: &str) {
    assert!(Command::new("kill").args([which, &program.id().to_string()]).status().unwrap().success());
}

async fn reads(scene: &Scene, words: &str) {
    let said = scene
        .telegram
        .wait_until(|state| state.ledger().texts_sent_to(scene.iris).iter().any(|text| text.contains(words)));
    assert!(tokio::time::timeout(PATIENCE, said).await.is_ok(), "`{words}` was not said");
}
