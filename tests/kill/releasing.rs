//! One run: releases that are published by a program that is killed on the way, and a look at what is in use then.

use std::collections::BTreeSet;
use std::fs;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use loket::adapters::database::Database;
use loket::domain::evidence::Question;
use loket::domain::ids::{EntryId, ReleaseId};
use loket::domain::moment::Moment;
use loket::ports::knowledge::Workshop as _;
use loket::ports::office::Office as _;
use loket::service::office::open_shelf;
use loket::startup::{Folder, KnowledgeWorkshop, today};
use rand::rngs::StdRng;
use rand::{RngExt as _, SeedableRng as _};
use tempfile::TempDir;

use crate::small_knowledge;

/// The moments of the kills can be played again.
const SEED: u64 = 20_261_123;
/// The file that every release changes, and the words in it.
const ENTRY: &str = "organisations/stichting-113.md";

/// A folder that is published again and again, and where its database is.
pub(crate) struct Releasing {
    knowledge: TempDir,
    database: (&'static str, String),
}

impl Releasing {
    pub(crate) fn new(database: (&'static str, String)) -> Self {
        let knowledge = tempfile::tempdir().unwrap();
        small_knowledge::write_into(knowledge.path());
        Self { knowledge, database }
    }

    /// Kills so many publishes at moments nobody chose; after each the old release is in use, whole, or the new one.
    pub(crate) async fn play(&self, kills: usize) {
        let mut chance = StdRng::seed_from_u64(SEED);
        assert!(self.publish().wait().unwrap().success(), "the first release");
        let usual = self.usual_time();
        let mut in_use = self.folder().fingerprint();
        let (mut kept, mut replaced) = (0, 0);
        for round in 0..kills {
            self.change(round);
            let offered = self.folder().fingerprint();
            // Most of the time goes to starting and checking: the last stretch, where it is kept, gets more of the kills.
            let share = if chance.random_bool(0.5) { 0.0..1.2 } else { 0.8..1.4 };
            kill_after(self.publish(), usual.mul_f64(chance.random_range(share)));
            let found = self.release_in_use().await;
            assert!([&in_use, &offered].contains(&&found), "neither the old release nor the new one, at kill {round}");
            if found == offered {
                replaced += 1;
            } else {
                kept += 1;
            }
            in_use = found;
        }
        println!("{kills} kills: {kept} times the old release, {replaced} times the new one, 0 broken");
        assert!(kept > 0 && replaced > 0, "the kills came too early, or too late");
    }

    /// How long a publish takes that nobody disturbs.
    fn usual_time(&self) -> Duration {
        self.change(usize::MAX);
        let begun = Instant::now();
        assert!(self.publish().wait().unwrap().success());
        begun.elapsed()
    }

    fn publish(&self) -> Child {
        let (variable, value) = &self.database;
        Command::new(env!("CARGO_BIN_EXE_loket"))
            .args(["release", "publish", "--yes"])
            .env_clear()
            .env("LOKET_KNOWLEDGE", self.knowledge.path())
            .env(variable, value)
            .current_dir(self.knowledge.path())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .spawn()
            .unwrap()
    }

    fn change(&self, round: usize) {
        let real = Folder::embedded();
        let text = real.files.text(ENTRY).unwrap();
        let title = text.lines().find(|line| line.starts_with("# ")).unwrap();
        fs::write(self.knowledge.path().join(ENTRY), text.replacen(title, &format!("# Bel 113, ronde {round}"), 1))
            .unwrap();
    }

    fn folder(&self) -> loket::domain::files::Files {
        KnowledgeWorkshop::new(Some(self.knowledge.path().to_owned())).source().unwrap()
    }

    /// Opens as a starting bot does, and asks a question: the release in use must be whole and answer.
    async fn release_in_use(&self) -> ReleaseId {
        let (variable, value) = &self.database;
        let database = match *variable {
            "LOKET_DATA" => Database::in_folder(value.as_ref()).await.unwrap(),
            _ => Database::at_server(value).await.unwrap(),
        };
        // A workshop with nothing of its own: what is answered from can only come from the database.
        let nothing = tempfile::tempdir().unwrap();
        let workshop = KnowledgeWorkshop::new(Some(nothing.path().to_owned()));
        let shelf = open_shelf(&database, &workshop, today(), Moment::from_millis(0)).await.unwrap();
        let release = database.release_in_use().await.unwrap().unwrap();
        let files = database.release_files(release.number).await.unwrap().unwrap();
        assert_eq!(files.fingerprint(), release.fingerprint, "a release that is not whole");
        let knowledge = shelf.current();
        assert_eq!(knowledge.catalogue.release, release.fingerprint);
        let question = Question { text: "113 bellen".to_owned(), language: None, place: None };
        let found: BTreeSet<EntryId> =
            knowledge.search.evidence(&question).candidates.into_iter().map(|one| one.entry).collect();
        assert!(found.contains(&EntryId::new("stichting-113")), "it does not answer: {found:?}");
        assert!(database.audit_is_whole().await.unwrap());
        database.close().await;
        release.fingerprint
    }
}

/// Lets a program live for so long.
fn kill_after(mut program: Child, life: Duration) {
    let begun = Instant::now();
    while begun.elapsed() < life && program.try_wait().unwrap().is_none() {
        std::thread::yield_now();
    }
    // It may have ended by itself: then there is nothing to kill.
    let _ = program.kill();
    program.wait().unwrap();
}
