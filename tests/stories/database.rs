//! The database takes something down late, or never: nothing is lost, nothing is said twice, and nobody else waits.

use std::time::Duration;

use loket::sandbox::Ledger;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, Connection as _, SqliteConnection};

use crate::stage::Stage;

const QUESTION: &str = "ik heb te weinig onderpand voor een lening, wat nu";

/// Somebody who keeps things out of the database, by a trigger.
struct Keeper(SqliteConnection);

impl Keeper {
    async fn of(stage: &Stage) -> Self {
        let options = SqliteConnectOptions::new().filename(stage.database_file()).busy_timeout(Duration::from_secs(30));
        Self(SqliteConnection::connect_with(&options).await.unwrap())
    }

    /// From now on there is no room for such a change: a table is asked for its next number, and has given its last.
    async fn leaves_no_room_for(&mut self, change: &str) {
        let full = "CREATE TABLE full (id INTEGER PRIMARY KEY AUTOINCREMENT);
                    INSERT INTO full VALUES (9223372036854775807);";
        self.runs(&format!("{full} CREATE TRIGGER keeper BEFORE {change} BEGIN INSERT INTO full VALUES (NULL); END;"))
            .await;
    }

    /// From now on such a change is refused as one that can't be.
    async fn refuses(&mut self, change: &str) {
        self.runs(&format!("CREATE TRIGGER keeper BEFORE {change} BEGIN SELECT RAISE(ABORT, 'refused'); END;")).await;
    }

    /// Looks on for a while: long enough for somebody to find out that there is no room.
    async fn looks_on(&mut self) {
        for _ in 0..2_000 {
            self.runs("SELECT 1;").await;
        }
    }

    async fn relents(&mut self) {
        self.runs("DROP TRIGGER keeper;").await;
    }

    async fn runs(&mut self, sql: &str) {
        sqlx::raw_sql(AssertSqlSafe(sql.to_owned())).execute(&mut self.0).await.unwrap();
    }
}

/// How often this was said.
fn said(ledger: &Ledger, words: &str) -> usize {
    ledger.accepted().filter(|call| call.text.as_ref().is_some_and(|text| text.contains(words))).count()
}

#[tokio::test]
async fn what_was_sent_while_the_disk_was_full_is_not_sent_again() {
    let stage = Stage::new().await;
    let anna = stage.anna();
    anna.starts().await;
    let mut keeper = Keeper::of(&stage).await;
    keeper.leaves_no_room_for("UPDATE ON outbox WHEN NEW.state = 'delivered'").await;
    anna.writes_unheard(QUESTION);
    let makes_room = async {
        stage.telegram.wait_until(|state| said(state.ledger(), "(BMKB)") > 0).await.unwrap();
        keeper.looks_on().await;
        keeper.relents().await;
    };
    tokio::join!(stage.comes_to_rest(), makes_room);
    anna.reads(&["BMKB"]);
    stage.after(Duration::from_mins(2)).await;
    assert_eq!(said(&stage.telegram.ledger(), "(BMKB)"), 1);
    stage.is_swept().await;
}

/// How many calls Telegram refused.
fn refused(ledger: &Ledger) -> usize {
    ledger.calls.iter().filter(|call| !call.is_accepted()).count()
}

/// The bot calls in vain, finds no room to note what follows from it, and then there is room again.
async fn there_is_room_after_a_refusal(stage: &Stage, mut keeper: Keeper) {
    let before = refused(&stage.telegram.ledger());
    stage.telegram.wait_until(|state| refused(state.ledger()) > before).await.unwrap();
    keeper.looks_on().await;
    keeper.relents().await;
}

#[tokio::test]
async fn a_topic_that_is_gone_while_the_disk_is_full_is_made_anew() {
    let stage = Stage::new().await;
    let (anna, boris) = (stage.anna(), stage.boris());
    anna.writes("/mens").await;
    boris.taps("Oppakken").await;
    stage.telegram.group(stage.forum).delete_topic(boris.newest_topic().thread).unwrap();
    let mut keeper = Keeper::of(&stage).await;
    keeper.leaves_no_room_for("INSERT ON outbox WHEN NEW.kind = 'open-topic'").await;
    tokio::join!(anna.writes("is daar iemand?"), there_is_room_after_a_refusal(&stage, keeper));
    stage.after(Duration::from_mins(2)).await;
    boris.reads(&["is daar iemand?"]);
    assert_eq!(boris.counts_topics(), 1);
    stage.is_swept().await;
}

#[tokio::test]
async fn a_manager_hears_that_a_line_did_not_arrive_though_the_disk_was_full() {
    let stage = Stage::new().await;
    let (anna, boris) = (stage.anna(), stage.boris());
    anna.writes("/mens").await;
    boris.taps("Oppakken").await;
    anna.does(|actor| actor.blocks().unwrap()).await;
    boris.reads(&["Niet aangekomen"]);
    let mut keeper = Keeper::of(&stage).await;
    let is_under_way =
        "EXISTS (SELECT 1 FROM outbox WHERE lane LIKE 'client:%' AND state <> 'delivered' AND attempts > 0)";
    keeper.leaves_no_room_for(&format!("UPDATE ON conversations WHEN {is_under_way}")).await;
    tokio::join!(boris.writes("Ben je er nog?"), there_is_room_after_a_refusal(&stage, keeper));
    stage.after(Duration::from_mins(2)).await;
    boris.reads(&["Niet aangekomen"]);
}

#[tokio::test]
async fn a_question_waits_for_as_long_as_the_disk_is_full() {
    let stage = Stage::new().await;
    let anna = stage.anna();
    anna.starts().await;
    let mut keeper = Keeper::of(&stage).await;
    keeper.leaves_no_room_for("UPDATE ON conversations").await;
    anna.writes(QUESTION).await;
    stage.after(Duration::from_hours(1)).await;
    anna.reads_nothing();
    keeper.relents().await;
    stage.after(Duration::from_mins(1)).await;
    anna.reads(&["BMKB"]);
    stage.is_swept().await;
}

#[tokio::test]
async fn a_question_that_can_not_be_handled_is_given_up_and_the_next_one_is_answered() {
    let stage = Stage::new().await;
    let (anna, james) = (stage.anna(), stage.james());
    anna.starts().await;
    james.starts().await;
    let mut keeper = Keeper::of(&stage).await;
    let client = stage.anna_number().0;
    keeper.refuses(&format!("UPDATE ON conversations WHEN NEW.client = {client}")).await;
    anna.writes_unheard(QUESTION);
    james.writes("I don't have enough collateral for a business loan").await;
    james.reads(&["guarantees part of your loan"]);
    stage.after(Duration::from_mins(5)).await;
    assert_eq!(stage.store().await.backlog().await.unwrap().dead, 1, "its text is kept for a person to look at");
    keeper.relents().await;
    stage.after(Duration::from_mins(5)).await;
    anna.reads_nothing();
    anna.writes(QUESTION).await;
    anna.reads(&["BMKB"]);
}
