//! The real program on the stage's data and folder, as somebody at a terminal runs it.

use std::collections::BTreeMap;
use std::process::{Command, Output, Stdio};

use loket::adapters::database::Database;
use loket::domain::files::Files;
use loket::domain::ids::ReleaseId;
use loket::ports::office::Office as _;

use super::Stage;

/// What a command said.
pub(crate) struct Said(Output);

impl Stage {
    /// Runs `loket …` beside the bot.
    pub(crate) fn terminal(&self, words: &[&str]) -> Said {
        let command = Command::new(env!("CARGO_BIN_EXE_loket"))
            .args(words)
            .env_clear()
            .env("LOKET_DATA", self.data.path())
            .env("LOKET_KNOWLEDGE", self.folder())
            .current_dir(self.data.path())
            .stdin(Stdio::null())
            .output();
        Said(command.unwrap())
    }

    /// The files of every release, by their fingerprint.
    pub(crate) async fn releases(&self) -> BTreeMap<ReleaseId, Files> {
        let database = Database::beside_in_folder(self.data.path()).await.unwrap();
        let mut found = BTreeMap::new();
        for release in database.releases(1_000).await.unwrap() {
            let files = database.release_files(release.number).await.unwrap().unwrap();
            assert_eq!(files.fingerprint(), release.fingerprint);
            found.insert(release.fingerprint, files);
        }
        found
    }

    /// The bot looks whether somebody else published, as it does every two seconds.
    pub(crate) async fn takes_over_what_others_published(&self) {
        self.house().await.follow_releases().await.unwrap();
    }
}

impl Said {
    /// It ended with this exit code, and said these in this order, among other things.
    #[track_caller]
    pub(crate) fn says(&self, code: i32, parts: &[&str]) {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let said = format!("{}{}", text(&self.0.stdout), text(&self.0.stderr));
        assert_eq!(self.0.status.code(), Some(code), "{said}");
        let mut rest = said.as_str();
        for part in parts {
            let Some((_, behind)) = rest.split_once(part) else { panic!("`{part}` is not (or too early) in:\n{said}") };
            rest = behind;
        }
    }
}
