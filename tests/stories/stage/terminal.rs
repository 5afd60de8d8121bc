//! The real program on the stage's data and folder, as somebody at a terminal runs it.

use std::process::{Command, Output, Stdio};

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
