//! An admin changes a scheme from the phone: a file goes in, a proposal comes out, and it can be taken back.

use std::fs;
use std::path::Path;

use serde_json::json;

use crate::page::{Page, Screen};
use crate::program::Program;

const PHONE: &str = "#phone-messages";

pub(crate) async fn story() {
    let program = Program::start(&[]);
    let page = Page::open(&program.url, Screen::Phone).await;
    page.taps("#clients", "Iris").await;
    play(&page, async |_| {}).await;
    page.ends_well("admin").await;
}

/// The whole walk on Iris's phone; a picture can be taken where a name is called.
pub(crate) async fn play(page: &Page, mut picture: impl AsyncFnMut(&str)) {
    ask_what_nobody_knows(page).await;
    // The entry as an editor changes it: one sentence.
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("bmkb.md");
    fs::write(&file, changed(&Path::new(env!("CARGO_MANIFEST_DIR")).join("knowledge/schemes/bmkb.md"))).unwrap();

    page.writes("#phone-composer", "/export xlsx").await;
    page.reads(PHONE, ".xlsx").await;
    picture("beheer-tabel").await;
    page.picks_file("#phone-composer input[type=file]", &file).await;
    page.reads(PHONE, "bmkb.md").await;
    page.reads(PHONE, "Publiceren").await;
    // What comes behind it moves the button: nobody taps before it stands still.
    page.reads(PHONE, "voorstel.txt").await;
    picture("beheer-voorstel").await;
    page.taps(PHONE, "Publiceren").await;
    page.reads(PHONE, "Ongedaan maken").await;
    picture("beheer-gepubliceerd").await;
    page.taps(PHONE, "Ongedaan maken").await;
    page.until("[...document.querySelectorAll('#phone-messages .words')].at(-1).innerText.includes('2')").await;

    page.writes("#phone-composer", "/gaten").await;
    page.reads(PHONE, "Wat ik niet wist").await;
    picture("beheer-gaten").await;
    // The figures are of whole weeks: this one is over.
    page.value(
        "fetch('sandbox/act', { method: 'POST', headers: { 'content-type': 'application/json' }, body: \
         JSON.stringify({ verb: 'advance_clock', minutes: 7 * 1440 }) }).then((answer) => answer.ok)",
    )
    .await;
    page.writes("#phone-composer", "/cijfers").await;
    page.until("[...document.querySelectorAll('#phone-messages .photo img')].at(-1)?.naturalWidth > 200").await;
    page.reads(PHONE, ".csv").await;
    page.value("[...document.querySelectorAll('#phone-messages .photo')].at(-1).scrollIntoView({ block: 'center' })")
        .await;
    picture("beheer-cijfers").await;
}

fn changed(file: &Path) -> String {
    let entry = fs::read_to_string(file).unwrap();
    let before = "Je kunt de borgstelling niet zelf aanvragen.";
    assert!(entry.contains(before), "{} says something else by now", file.display());
    entry.replacen(before, "Je kunt de borgstelling niet zelf aanvragen: dat doet je bank.", 1)
}

/// People ask about things that no entry answers, and some that one does: then there are gaps and figures.
///
/// Each is somebody else: who waits for a person is not answered by the bot.
async fn ask_what_nobody_knows(page: &Page) {
    let questions = [
        "mag ik kippen houden achter mijn winkel",
        "hoeveel kippen mag een winkel hebben",
        "ik heb te weinig onderpand voor een lening, wat nu",
        "een taxi beginnen, wat kost een taxipas",
        "wat is de bmkb",
        "moet ik een bordje bij de camera hangen",
    ];
    for (nth, question) in questions.into_iter().enumerate() {
        let (name, question) = (json!(format!("Ondernemer {nth}")), json!(question));
        let ask = format!(
            "(async () => {{
                const look = () => fetch('sandbox/state').then((answer) => answer.json());
                const them = async () => (await look()).people.find((one) => one.name === {name});
                const headers = {{ 'content-type': 'application/json' }};
                const act = (deed) => fetch('sandbox/act', {{ method: 'POST', headers, body: JSON.stringify(deed) }});
                await act({{ verb: 'add_person', name: {name}, language: 'nl', forum: null }});
                const {{ id }} = await them();
                await act({{ verb: 'write', person: id, chat: id, thread: null, text: {question} }});
                while ((await them()).messages.filter((one) => one.from_bot).length < 2) {{
                    await new Promise((done) => setTimeout(done, 100));
                }}
            }})()"
        );
        page.value(&ask).await;
    }
}
