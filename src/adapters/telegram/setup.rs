//! What is arranged with Telegram once, at the start: who we are, how updates come, which commands are listed.

use std::time::Duration;

use secrecy::{ExposeSecret as _, SecretString};
use serde::Serialize;
use serde_json::Value;
use serde_json::value::RawValue;
use teloxide::payloads::{
    DeleteWebhook, GetMe, GetWebhookInfo, SetMyCommands, SetMyDescription, SetMyShortDescription,
};
use teloxide::types::{BotCommand, BotCommandScope};

use super::answer::CallError;
use super::bot::Bot;
use super::poll::WANTED;
use super::wire::{first_name, is_true, number, words};
use crate::domain::ids::PersonId;
use crate::domain::language::Language;
use crate::domain::moment::Moment;

/// Why something could not be arranged, in words for an operator.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum SetupError {
    /// The token is not one, or not known.
    #[error("Telegram does not know this token: copy it again from @BotFather into TELOXIDE_TOKEN")]
    WrongToken,
    /// The address of the Bot API is no web address.
    #[error("TELOXIDE_API_URL is no web address: write for example https://api.telegram.org, or leave it out")]
    WrongAddress,
    /// Not before this much time has passed.
    #[error("Telegram asks to wait {0:?}")]
    Wait(Duration),
    /// It may work in a moment: no network, or Telegram is not well.
    #[error("Telegram could not be reached: {0}")]
    Failed(String),
    /// Telegram does not want it so.
    #[error("Telegram refused: {0}")]
    Refused(String),
}

impl From<CallError> for SetupError {
    fn from(error: CallError) -> Self {
        match error {
            error if error.is_about_the_token() => Self::WrongToken,
            CallError::NotSent(words) | CallError::Lost(words) | CallError::Unwell(words) => Self::Failed(words),
            CallError::Wait(time) => Self::Wait(time),
            CallError::Moved(chat) => Self::Refused(format!("the group moved to {chat}")),
            CallError::Refused { description, .. } => Self::Refused(description),
        }
    }
}

/// Who we are in Telegram.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Me {
    /// Our id.
    pub id: PersonId,
    /// The name people find us by, without the `@`.
    pub username: String,
    /// The name people see.
    pub name: String,
    /// Do we hear everything in groups? If not, only as an admin there, which a desk needs.
    pub hears_groups: bool,
}

/// How Telegram delivers our updates.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Webhook {
    /// Where it sends them; `None` when we must fetch them ourselves.
    pub url: Option<String>,
    /// How many wait.
    pub waiting: i64,
    /// What went wrong the last time, and when.
    pub last_error: Option<(Moment, String)>,
}

/// Our own words for `setWebhook`: which updates are wanted is always said, as Telegram remembers what was said before.
#[derive(Serialize)]
struct SetWebhook<'a> {
    url: &'a str,
    secret_token: &'a str,
    allowed_updates: [&'static str; 5],
}

/// For whom a list of commands is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Audience {
    /// People in a private chat with us.
    Clients,
    /// The desks' groups.
    Desks,
}

/// A command in the list that Telegram shows.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct MenuCommand {
    /// The word, without the slash.
    pub word: String,
    /// What it does, in a few words.
    pub description: String,
}

impl Bot {
    /// Asks Telegram who we are: the proof that the token is right and the line works.
    pub async fn check(&self) -> Result<Me, SetupError> {
        let me = read(&self.call(&GetMe::new()).await?)?;
        let nameless = || SetupError::Failed("an answer without a name".to_owned());
        Ok(Me {
            id: number(&me, "id").map(PersonId).ok_or_else(nameless)?,
            username: words(&me, "username").ok_or_else(nameless)?.to_owned(),
            name: first_name(&me),
            hears_groups: is_true(&me, "can_read_all_group_messages"),
        })
    }

    /// How updates are delivered now.
    pub async fn webhook(&self) -> Result<Webhook, SetupError> {
        let info = read(&self.call(&GetWebhookInfo::new()).await?)?;
        let filled = |field| words(&info, field).filter(|words| !words.is_empty()).map(str::to_owned);
        Ok(Webhook {
            url: filled("url"),
            waiting: number(&info, "pending_update_count").unwrap_or(0),
            last_error: number(&info, "last_error_date")
                .map(|seconds| Moment::from_millis(seconds.saturating_mul(1_000)))
                .zip(filled("last_error_message")),
        })
    }

    /// Has Telegram bring updates to `url`, each with `secret`; those that wait are kept.
    pub async fn set_webhook(&self, url: &str, secret: &SecretString) -> Result<(), SetupError> {
        let payload = SetWebhook { url, secret_token: secret.expose_secret(), allowed_updates: WANTED };
        let within = self.send_time();
        self.call_named("SetWebhook", &payload, within).await?;
        Ok(())
    }

    /// Ends the webhook, so that updates can be fetched; those that wait are kept.
    pub async fn delete_webhook(&self) -> Result<(), SetupError> {
        self.call(&DeleteWebhook { drop_pending_updates: Some(false) }).await?;
        Ok(())
    }

    /// Lists the commands for people whose app speaks `language`; with `None`, for all who have no list of their own.
    pub async fn set_commands(
        &self,
        audience: Audience,
        language: Option<Language>,
        commands: &[MenuCommand],
    ) -> Result<(), SetupError> {
        let commands = commands.iter().map(|command| BotCommand::new(&command.word, &command.description));
        let scope = match audience {
            Audience::Clients => BotCommandScope::AllPrivateChats,
            Audience::Desks => BotCommandScope::AllGroupChats,
        };
        let payload =
            SetMyCommands { scope: Some(scope), language_code: code(language), ..SetMyCommands::new(commands) };
        self.call(&payload).await?;
        Ok(())
    }

    /// What a new visitor reads in the empty chat; at most 512 characters.
    pub async fn set_description(&self, language: Option<Language>, text: &str) -> Result<(), SetupError> {
        let payload = SetMyDescription { description: Some(text.to_owned()), language_code: code(language) };
        self.call(&payload).await?;
        Ok(())
    }

    /// What stands on our profile and with a shared link; at most 120 characters.
    pub async fn set_short_description(&self, language: Option<Language>, text: &str) -> Result<(), SetupError> {
        let payload = SetMyShortDescription { short_description: Some(text.to_owned()), language_code: code(language) };
        self.call(&payload).await?;
        Ok(())
    }
}

fn code(language: Option<Language>) -> Option<String> {
    language.map(|language| language.code().to_owned())
}

pub(super) fn read(result: &RawValue) -> Result<Value, SetupError> {
    serde_json::from_str(result.get()).map_err(|_| SetupError::Failed("an answer that can't be read".to_owned()))
}
