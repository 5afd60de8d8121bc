//! A house that has been busy for years: 100,000 clients and a million lines of transcript, and how much memory it takes
//! to answer beside them.

use std::path::Path;

use sqlx::ConnectOptions as _;
use sqlx::sqlite::SqliteConnectOptions;

use crate::contestants::{Contestant, Home, Kind, all};
use crate::driving::Stand;
use crate::machine::Process;
use crate::questions::Question;

const CLIENTS: i64 = 100_000;
const LINES_EACH: i64 = 10;
/// So many of today's clients ask while it is measured.
const ASKING: usize = 100;

/// One line with the memory and the waits.
pub(crate) async fn measure(questions: &[Question]) {
    let Some(contestant) = all().into_iter().next() else { return };
    let home = Home::new(&contestant);
    let stand = Stand::open(ASKING).await;
    // Somebody must be there to be copied.
    run(&contestant, &home, &stand, questions).await;
    fill(home.folder()).await.unwrap_or_else(|error| unreachable!("{error}"));
    let ((memory, most), wait) = run(&contestant, &home, &stand, questions).await;
    println!("{:<34} {:>10} {:>10} {:>7} ms {memory:>6.0} MB {most:>6.0} MB", "Loket on SQLite, large", "", "", wait);
}

async fn run(contestant: &Contestant, home: &Home, stand: &Stand, questions: &[Question]) -> ((f64, f64), u128) {
    let (program, _) = stand.first_answer(|url| contestant.start(home, url)).await;
    stand.everybody_says_hello().await;
    let round = stand.play(questions, 10, Kind::Loket).await;
    (Process::of(&program).memory_mb(), round.wait(0.99).as_millis())
}

/// Clients of former days, with what was said.
async fn fill(folder: &Path) -> Result<(), sqlx::Error> {
    let mut database = SqliteConnectOptions::new().filename(folder.join("loket.db")).connect().await?;
    let numbers = format!("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {CLIENTS})");
    let clients = format!(
        "{numbers} INSERT INTO conversations (client, version, state, last_contact)
         SELECT 100000000 + i, 1, state, last_contact FROM n, (SELECT state, last_contact FROM conversations LIMIT 1)"
    );
    let lines = format!(
        "{numbers}, l(j) AS (SELECT 1 UNION ALL SELECT j + 1 FROM l WHERE j < {LINES_EACH})
         INSERT INTO transcript (client, at, speaker, name, text, decision)
         SELECT 100000000 + i, at, speaker, name, text, decision FROM n, l,
                (SELECT * FROM transcript WHERE speaker = 'bot' LIMIT 1)"
    );
    for statement in [clients, lines] {
        sqlx::query(sqlx::AssertSqlSafe(statement)).execute(&mut database).await?;
    }
    Ok(())
}
