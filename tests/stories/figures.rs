//! What happened in a week, in figures: the same as the transcript and the cases tell, in a picture and a table.

use std::collections::BTreeMap;
use std::time::Duration;

use loket::domain::figures::{Figures, Opinion, Promise, Reactions};
use loket::domain::happening::Happening;
use loket::domain::moment::Moment;
use loket::domain::period::{Period, Span};
use loket::sandbox::{MediaKind, MessageView};
use sqlx::{Connection, Row, SqliteConnection};

use crate::stage::{Client, Manager, Stage};

const ANSWERED: &str = "ik heb te weinig onderpand voor een lening, wat nu";
const UNCLEAR: &str = "subsidie zonnepanelen";
const UNKNOWN: &str = "mijn buurman zijn haan kraait om vier uur, wat zijn de regels voor pluimvee van buren in Peru";
const DISTRESS: &str = "ik zie het niet meer zitten met mijn zaak";

/// A week with answers, questions back, people, marks and two clients; the clock stands on Monday after it.
async fn a_week(s: &std::sync::Arc<Stage>) {
    let (anna, james, boris) = (s.anna(), s.james(), s.boris());
    anna.starts().await;
    anna.writes("/gemeente Deventer").await;
    anna.writes("hoi").await;
    asks(s, &anna, ANSWERED).await;
    anna.taps("Dit helpt").await;
    asks(s, &anna, UNCLEAR).await;
    anna.taps("Subsidie voor grote duurzame energie").await;

    s.until("2026-11-24T10:00:00").await;
    asks(s, &anna, UNKNOWN).await;
    s.after(Duration::from_mins(20)).await;
    boris.taps("Oppakken").await;
    s.after(Duration::from_mins(30)).await;
    boris.writes("Dat zoek ik voor je uit.").await;
    closes(&boris).await;
    anna.taps("👍").await;

    s.until("2026-11-25T09:30:00").await;
    james.writes("/start").await;
    asks(s, &james, "too little collateral for a loan").await;
    asks(s, &james, DISTRESS).await;
    // Nobody comes in time: four working hours are promised.
    s.until("2026-11-25T15:00:00").await;
    boris.writes("I am here.").await;
    closes(&boris).await;

    s.until("2026-11-27T14:00:00").await;
    for _ in 0..3 {
        asks(s, &anna, ANSWERED).await;
    }
    anna.taps("Helpt niet").await;
    s.until("2026-11-30T08:00:00").await;
}

/// Asks anew, so long after the last question that it is another one.
async fn asks(s: &Stage, client: &Client, question: &str) {
    s.after(Duration::from_mins(10)).await;
    client.writes(question).await;
}

async fn closes(manager: &Manager) {
    manager.writes("/klaar beantwoord").await;
}

fn figures(happened: &[Happening]) -> Figures {
    let zone = jiff::tz::TimeZone::get("Europe/Amsterdam").unwrap();
    let now = Moment::from("2026-11-30T08:00:00+01:00".parse::<jiff::Timestamp>().unwrap());
    Figures::of(Period::before(now, Span::Week, zone), happened)
}

/// The same week from the transcript and the cases, counted in another way.
struct Recount {
    reactions: Reactions,
    per_day: BTreeMap<String, u32>,
    claim: Vec<i64>,
    first_answer: Vec<i64>,
    promise: Promise,
    people: Opinion,
    opened: u32,
    closed: u32,
}

impl Recount {
    async fn of(s: &Stage) -> Self {
        let mut database = SqliteConnection::connect(&s.database()).await.unwrap();
        // One decision may say several things in one moment.
        let decisions = "SELECT DISTINCT client, at, decision,
                                date(at / 1000, 'unixepoch', '+1 hour') AS day
                         FROM transcript
                         WHERE speaker = 'bot' AND decision <> '' ORDER BY at";
        let (mut reactions, mut per_day) = (Reactions::default(), BTreeMap::new());
        for row in sqlx::query(decisions).fetch_all(&mut database).await.unwrap() {
            let decision: String = row.get("decision");
            match decision.split(':').next().unwrap() {
                "answer" => reactions.answered += 1,
                "clarify" => reactions.asked_back += 1,
                "handover" => reactions.handed_over += 1,
                "listen" => reactions.listened += 1,
                _ => continue,
            }
            *per_day.entry(row.get::<String, _>("day")).or_default() += 1;
        }
        let cases = "SELECT json_extract(details, '$.taken') - json_extract(details, '$.opened') AS claim,
                            json_extract(details, '$.answered') - json_extract(details, '$.opened') AS answer,
                            json_extract(details, '$.answered') <= json_extract(details, '$.promise') AS kept,
                            json_extract(details, '$.helped') AS helped, state
                     FROM cases";
        let mut count = Self {
            reactions,
            per_day,
            claim: vec![],
            first_answer: vec![],
            promise: Promise::default(),
            people: Opinion::default(),
            opened: 0,
            closed: 0,
        };
        for row in sqlx::query(cases).fetch_all(&mut database).await.unwrap() {
            count.opened += 1;
            count.closed += u32::from(row.get::<String, _>("state") == "closed");
            count.claim.extend(row.get::<Option<i64>, _>("claim"));
            count.first_answer.extend(row.get::<Option<i64>, _>("answer"));
            match row.get::<Option<i64>, _>("kept") {
                Some(1) => count.promise.kept += 1,
                Some(_) => count.promise.broken += 1,
                None => {}
            }
            match row.get::<Option<i64>, _>("helped") {
                Some(1) => count.people.helped += 1,
                Some(_) => count.people.not += 1,
                None => {}
            }
        }
        count.claim.sort_unstable();
        count.first_answer.sort_unstable();
        count
    }
}

/// Of two waits, in whole seconds: half of them are within the shorter, nine in ten within the longer, over noon, when
/// the desk in Deventer has lunch for half an hour.
fn half_and_nine_in_ten(waits: &[i64]) -> [u64; 2] {
    let [shorter, longer] = waits else { panic!("two waits: {waits:?}") };
    [*shorter, longer - 30 * 60 * 1_000].map(|millis| u64::try_from(millis / 1_000).unwrap())
}

#[tokio::test]
async fn the_figures_are_what_the_transcript_and_the_cases_tell() {
    let s = Stage::new().await;
    a_week(&s).await;
    let (figures, recount) = (figures(&s.happened().await), Recount::of(&s).await);
    let Recount { reactions, .. } = recount;
    assert_eq!(figures.reactions, reactions);
    assert_eq!(reactions, Reactions { answered: 4, asked_back: 2, handed_over: 1, listened: 1 });
    let days = figures.period.days.iter().map(ToString::to_string).zip(figures.per_day.iter().copied());
    assert_eq!(days.filter(|(_, count)| *count > 0).collect::<BTreeMap<_, _>>(), recount.per_day);
    assert_eq!((figures.opened, figures.closed), (recount.opened, recount.closed));
    assert_eq!((figures.opened, figures.closed), (2, 2));
    for (told, waits) in [(figures.claim, recount.claim), (figures.first_answer, recount.first_answer)] {
        assert_eq!([told.median.as_secs(), told.ninety.as_secs()], half_and_nine_in_ten(&waits));
    }
    assert_eq!(figures.promise, recount.promise);
    assert_eq!(figures.promise, Promise { kept: 1, broken: 1 });
    assert_eq!((figures.people, figures.entries), (recount.people, Opinion { helped: 1, not: 1 }));
    assert_eq!(figures.themes.iter().map(|(_, count)| count).sum::<u32>(), reactions.all());
    assert_eq!(figures.places.len(), 1, "James has no place, and Anna asked six times in Deventer");
    assert_eq!((figures.places[0].1, figures.elsewhere), (6, 2));
    s.is_swept().await;
}

/// The newest picture and table in a chat, with their bytes.
fn newest(s: &Stage, chat: &[MessageView], kind: MediaKind) -> (String, String, Vec<u8>) {
    let message = chat.iter().rfind(|message| message.media.as_ref().is_some_and(|media| media.kind == kind));
    let message = message.expect("there is none");
    let media = message.media.as_ref().unwrap();
    (message.text.clone(), media.name.clone(), s.telegram.file_bytes(&media.file_id).unwrap())
}

#[tokio::test]
async fn an_admin_looks_at_the_week_in_a_picture_and_takes_the_table_along() {
    let s = Stage::new().await;
    a_week(&s).await;
    let iris = s.iris_in_private();
    iris.starts().await;
    iris.writes("/cijfers").await;
    let chat = iris.messages();
    let (words, name, png) = newest(&s, &chat, MediaKind::Photo);
    assert!(words.starts_with("Van 23 t/m 29 november 2026: 8 vragen."), "{words}");
    assert!(words.contains("50% kreeg meteen een antwoord, 25% een mens."), "{words}");
    assert_eq!(name, "loket-cijfers-2026-11-23--2026-11-29.png");
    assert!(png.starts_with(b"\x89PNG"));
    let (words, name, table) = newest(&s, &chat, MediaKind::Document);
    assert_eq!(words, "Dezelfde cijfers om mee te rekenen.");
    assert_eq!(name, "loket-cijfers-2026-11-23--2026-11-29.csv");
    let table = String::from_utf8(table).unwrap();
    for line in [
        "Vragen per dag;2026-11-27;3;vragen",
        "Wat kregen ondernemers eerst?;een antwoord;4;vragen",
        "Hoe snel was er een mens?;belofte niet gehaald;1;keer",
        "Waar kwamen de vragen vandaan?;Deventer;6;vragen",
        "Waar kwamen de vragen vandaan?;elders of onbekend;2;vragen",
    ] {
        assert!(table.contains(line), "{line} is missing in:\n{table}");
    }
    iris.news();
    iris.writes("/cijfers sinds gisteren").await;
    iris.reads(&["/cijfers week, /cijfers maand of /cijfers kwartaal", "/cijfers elke week"]);
    s.is_swept().await;
}

#[tokio::test]
async fn who_has_no_role_gets_no_figures() {
    let s = Stage::new().await;
    let anna = s.anna();
    anna.starts().await;
    anna.writes("/cijfers").await;
    assert!(anna.messages().iter().all(|message| message.media.is_none()), "{}", anna.chat());
}

#[tokio::test]
async fn every_monday_morning_the_figures_come_by_themselves_until_they_are_no_longer_wanted() {
    let s = Stage::new().await;
    let iris = s.iris_in_private();
    iris.starts().await;
    iris.writes("/cijfers elke week").await;
    iris.reads(&["elke maandag om 8.30 uur", "/cijfers niet meer"]);
    s.until("2026-11-30T08:28:00").await;
    iris.reads_nothing();
    s.restarts().await;
    s.until("2026-11-30T08:31:00").await;
    iris.reads(&["Van 23 t/m 29 november 2026", "Dezelfde cijfers"]);
    s.until("2026-12-07T08:31:00").await;
    iris.reads(&["Van 30 november t/m 6 december 2026", "Dezelfde cijfers"]);
    iris.writes("/cijfers niet meer").await;
    iris.reads(&["niet meer elke week"]);
    s.until("2026-12-14T09:00:00").await;
    iris.reads_nothing();
    s.is_swept().await;
}
