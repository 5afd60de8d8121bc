//! Written scenes: they are played as they are written, and say where they are not.

use std::path::Path;

use loket::sandbox::{Scene, Script, Tempo};

fn script(text: &str) -> Script {
    Script::read(text, Path::new(".")).unwrap()
}

/// Without a bot: what people do among themselves.
#[tokio::test]
async fn a_scene_is_played_as_it_is_written() {
    let scene = Scene::default();
    let telegram = &scene.telegram;
    let played = script(
        r#"
title = "Onder collega's"
start = "2026-11-30 10:00"

[[step]]
caption = "Boris asks his colleagues."
who = "Boris"
in = "General"
says = "Wie weet dit?"

[[step]]
who = "Fatima"
in = "General"
replies_to = "Wie weet"
says = "Ik"
sees = "Ik"
picture = "antwoord"

[[step]]
who = "Boris"
in = "General"
edits = "Wie weet dit nog?"

[[step]]
happens = "an hour passes"

[[step]]
who = "Anna"
sends = "an album"
wait = 3
"#,
    );
    telegram.set_clock(played.start.unwrap());
    let mut pictures = Vec::new();
    played.play(telegram, Tempo::AtOnce, async |name| pictures.push(name.to_owned())).await.unwrap();
    assert_eq!(pictures, ["antwoord"]);
    let general = telegram.chat_view(scene.forum, None);
    let [question, answer] = &general[general.len() - 2..] else { panic!("two messages") };
    assert_eq!((question.text.as_str(), question.edited), ("Wie weet dit nog?", true));
    assert_eq!((answer.author.as_str(), answer.reply_to), ("Fatima", Some(question.id)));
    let album = telegram.chat_view(scene.anna, None);
    assert_eq!(album.len(), 3);
    // Eleven o'clock in Deventer.
    assert_eq!(telegram.now_ms() / 60_000, 29_933_880);
}

/// Who mends a scene reads the line, what stood there instead, and what to write.
#[tokio::test]
async fn a_scene_that_goes_otherwise_says_where() {
    let scene = Scene::default();
    let step = |step: &str| script(&format!("title = \"Mis\"\n\n[[step]]\n{step}\n"));
    let unknown = step("who = \"Karel\"\nsays = \"Hallo\"").play(&scene.telegram, Tempo::AtOnce, async |_| {}).await;
    let failed = unknown.unwrap_err();
    assert_eq!(failed.line, 3);
    assert_eq!(failed.problem, "nobody here is called Karel. There are: Iris, Boris, Fatima, Anna, James.");
}

/// The scenes that we ship can be read.
#[test]
fn our_scenes_are_whole() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/scenes");
    let files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    let scenes: Vec<_> = files.iter().filter(|file| file.extension().is_some_and(|ending| ending == "toml")).collect();
    assert!(!scenes.is_empty());
    for scene in scenes {
        Script::from_file(scene).unwrap();
    }
}
