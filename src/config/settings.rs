//! The settings as values.

use std::collections::BTreeSet;
use std::net::SocketAddr;
use std::ops::RangeInclusive;
use std::path::PathBuf;
use std::time::Duration;

use secrecy::{ExposeSecret, SecretString};

use super::fault::{ConfigFault, ConfigFaults};
use super::variable::{self, Variable};
use crate::domain::ids::PersonId;

/// Accounts of Telegram itself that stand for anybody: a role for one of them is a role for everyone.
const NOBODYS_IDS: [i64; 3] = [777_000, 1_087_968_824, 136_817_688];
/// How long the secret of a webhook is. Telegram takes 1 to 256; a short one can be guessed.
const SECRET_LENGTH: RangeInclusive<usize> = 32..=256;
/// The longest retention that can be asked for: ten years is no longer forgetting.
const MOST_RETENTION_DAYS: u64 = 3_650;

/// How the bot reaches Telegram.
#[derive(Clone, Debug)]
pub struct Bot {
    /// `TELOXIDE_TOKEN`.
    pub token: SecretString,
    /// `TELOXIDE_API_URL`, without a slash at the end.
    pub api_url: String,
}

/// How Telegram brings updates.
#[derive(Clone, Debug)]
pub struct Webhook {
    /// Where, as Telegram calls it.
    pub url: String,
    /// The path of that address, as it is served here.
    pub path: String,
    /// What Telegram says with each update.
    pub secret: SecretString,
}

/// All settings.
#[derive(Clone, Debug)]
pub struct Config {
    /// How the bot reaches Telegram; `None` without a token.
    pub bot: Option<Bot>,
    /// `LOKET_DATA`.
    pub data: PathBuf,
    /// `DATABASE_URL`; it holds a password.
    pub database_url: Option<SecretString>,
    /// `LOKET_KNOWLEDGE`; `None` for the one built in.
    pub knowledge: Option<PathBuf>,
    /// `LOKET_WATCH`.
    pub watch: bool,
    /// `LOKET_LIMITS`: are Telegram's kept to?
    pub keeps_limits: bool,
    /// `LOKET_ADMINS`.
    pub admins: BTreeSet<PersonId>,
    /// `LOKET_RETENTION_DAYS`.
    pub retention: Duration,
    /// `LOKET_WEBHOOK_URL` and `LOKET_WEBHOOK_SECRET`; `None` when updates are fetched.
    pub webhook: Option<Webhook>,
    /// `LOKET_HTTP_ADDR`.
    pub http_addr: SocketAddr,
    /// `LOKET_METRICS_ADDR`; `None` when it is off.
    pub metrics_addr: Option<SocketAddr>,
    /// `LOKET_LOG_FORMAT`: one JSON object a line?
    pub logs_json: bool,
}

impl Config {
    /// Reads `.env`, if there is one, and the environment.
    pub fn from_environment() -> Result<Self, ConfigFaults> {
        if let Err(error) = dotenvy::dotenv()
            && !error.not_found()
        {
            let fault = ConfigFault {
                variable: ".env",
                what: "the file can't be read".to_owned(),
                mend: "lines of the form NAME=value; a value with spaces in quotes".to_owned(),
            };
            return Err(ConfigFaults(vec![fault]));
        }
        #[expect(clippy::disallowed_methods, reason = "this is the one place that reads the environment")]
        Self::read(|name| std::env::var(name).ok())
    }

    /// Reads the settings from `source`, which gives the value of a variable.
    pub fn read(source: impl Fn(&str) -> Option<String>) -> Result<Self, ConfigFaults> {
        let mut reading = Reading { source, faults: Vec::new() };
        let config = Self {
            bot: reading.bot(),
            data: reading.text(variable::DATA).into(),
            database_url: reading.database_url(),
            knowledge: reading.knowledge(),
            watch: reading.watch(),
            keeps_limits: reading.keeps_limits(),
            admins: reading.admins(),
            retention: reading.retention(),
            webhook: reading.webhook(),
            http_addr: reading.address(variable::HTTP_ADDR),
            metrics_addr: reading.metrics_addr(),
            logs_json: reading.logs_json(),
        };
        if reading.faults.is_empty() { Ok(config) } else { Err(ConfigFaults(reading.faults)) }
    }

    /// The bot, for a command that can't do without.
    pub fn required_bot(&self) -> Result<&Bot, ConfigFaults> {
        self.bot.as_ref().ok_or_else(|| {
            ConfigFaults(vec![ConfigFault {
                variable: variable::TOKEN.name,
                what: "it is missing".to_owned(),
                mend: "TELOXIDE_TOKEN=123456789:AA… as BotFather gave it".to_owned(),
            }])
        })
    }
}

struct Reading<S> {
    source: S,
    faults: Vec<ConfigFault>,
}

impl<S: Fn(&str) -> Option<String>> Reading<S> {
    /// The value, or the default.
    fn text(&self, variable: Variable) -> String {
        self.set(variable).unwrap_or_else(|| variable.default.to_owned())
    }

    /// The value, when there is one.
    fn set(&self, variable: Variable) -> Option<String> {
        (self.source)(variable.name).map(|value| value.trim().to_owned()).filter(|value| !value.is_empty())
    }

    fn wrong(&mut self, variable: Variable, what: impl Into<String>, mend: impl Into<String>) {
        self.faults.push(ConfigFault { variable: variable.name, what: what.into(), mend: mend.into() });
    }

    fn bot(&mut self) -> Option<Bot> {
        let api_url = self.text(variable::API_URL).trim_end_matches('/').to_owned();
        if !api_url.starts_with("https://") && !api_url.starts_with("http://") {
            self.wrong(variable::API_URL, "it is no web address", "TELOXIDE_API_URL=https://api.telegram.org");
        }
        let token = SecretString::from(self.set(variable::TOKEN)?);
        if !looks_like_a_token(token.expose_secret()) {
            self.wrong(
                variable::TOKEN,
                "it does not look like a token: digits, a colon, and letters",
                "TELOXIDE_TOKEN=123456789:AA… as BotFather gave it",
            );
        }
        Some(Bot { token, api_url })
    }

    fn database_url(&mut self) -> Option<SecretString> {
        let url = self.set(variable::DATABASE_URL)?;
        if !url.starts_with("postgres://") && !url.starts_with("postgresql://") {
            self.wrong(
                variable::DATABASE_URL,
                "it is no address of a PostgreSQL database",
                "DATABASE_URL=postgres://user:password@host/name, or leave it out for SQLite",
            );
        }
        Some(SecretString::from(url))
    }

    fn knowledge(&mut self) -> Option<PathBuf> {
        let folder = PathBuf::from(self.set(variable::KNOWLEDGE)?);
        if !folder.is_dir() {
            let what = format!("there is no folder {}", folder.display());
            self.wrong(variable::KNOWLEDGE, what, "LOKET_KNOWLEDGE=knowledge, or leave it out for the one built in");
        }
        Some(folder)
    }

    fn watch(&mut self) -> bool {
        let is_on = match self.text(variable::WATCH).to_lowercase().as_str() {
            "on" | "true" | "1" | "yes" => true,
            "off" | "false" | "0" | "no" => false,
            other => {
                self.wrong(
                    variable::WATCH,
                    format!("`{other}` is neither on nor off"),
                    "LOKET_WATCH=on, or leave it out",
                );
                false
            }
        };
        if is_on && self.set(variable::KNOWLEDGE).is_none() {
            self.wrong(variable::WATCH, "there is no folder to watch", "LOKET_KNOWLEDGE=knowledge beside it");
        }
        is_on
    }

    fn keeps_limits(&mut self) -> bool {
        let keeps = match self.text(variable::LIMITS).to_lowercase().as_str() {
            "telegram" => true,
            "off" => false,
            other => {
                self.wrong(variable::LIMITS, format!("`{other}` is no limit we know"), "leave it out");
                true
            }
        };
        if !keeps && self.text(variable::API_URL).starts_with("https://api.telegram") {
            self.wrong(variable::LIMITS, "Telegram itself refuses what goes beyond its limits", "leave it out");
        }
        keeps
    }

    fn admins(&mut self) -> BTreeSet<PersonId> {
        let mut admins = BTreeSet::new();
        for written in self.text(variable::ADMINS).split([',', ' ']).filter(|written| !written.is_empty()) {
            match written.parse() {
                Ok(id) if id > 0 && !NOBODYS_IDS.contains(&id) => drop(admins.insert(PersonId(id))),
                Ok(id) if NOBODYS_IDS.contains(&id) => self.wrong(
                    variable::ADMINS,
                    format!("{id} is not a person: Telegram uses it for anonymous admins and channels"),
                    "LOKET_ADMINS=123456789, the number of a person",
                ),
                _ => self.wrong(
                    variable::ADMINS,
                    format!("`{written}` is no user id"),
                    "LOKET_ADMINS=123456789,987654321: numbers, not names",
                ),
            }
        }
        admins
    }

    fn retention(&mut self) -> Duration {
        let written = self.text(variable::RETENTION_DAYS);
        match written.parse::<u64>() {
            Ok(days) if (1..=MOST_RETENTION_DAYS).contains(&days) => Duration::from_hours(24 * days),
            _ => {
                let what = format!("`{written}` is no number of days from 1 to {MOST_RETENTION_DAYS}");
                self.wrong(variable::RETENTION_DAYS, what, "LOKET_RETENTION_DAYS=28");
                Duration::ZERO
            }
        }
    }

    fn webhook(&mut self) -> Option<Webhook> {
        let url = self.set(variable::WEBHOOK_URL)?;
        let behind = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
        let path = behind.and_then(|rest| rest.find('/').and_then(|at| rest.get(at..))).unwrap_or("/").to_owned();
        // Telegram itself brings updates to https only; a stand-in may do with less.
        let is_safe = url.starts_with("https://") || !self.text(variable::API_URL).starts_with("https://api.telegram");
        if behind.is_none() || !is_safe || path.contains(['?', '#', '{', '}', '*']) {
            self.wrong(
                variable::WEBHOOK_URL,
                "it is no address at which Telegram could bring updates",
                "LOKET_WEBHOOK_URL=https://loket.example.nl/telegram",
            );
        }
        let secret = self.text(variable::WEBHOOK_SECRET);
        let is_fit = |letter: u8| letter.is_ascii_alphanumeric() || matches!(letter, b'_' | b'-');
        if !(SECRET_LENGTH).contains(&secret.len()) || !secret.bytes().all(is_fit) {
            self.wrong(
                variable::WEBHOOK_SECRET,
                "it is not 32 to 256 letters, digits, _ and -",
                "LOKET_WEBHOOK_SECRET= and what `openssl rand -hex 32` prints",
            );
        }
        Some(Webhook { url, path, secret: SecretString::from(secret) })
    }

    fn address(&mut self, variable: Variable) -> SocketAddr {
        let written = self.text(variable);
        written.parse().unwrap_or_else(|_| {
            let what = format!("`{written}` is no address with a port");
            self.wrong(variable, what, format!("{}={}", variable.name, variable.default));
            SocketAddr::from(([127, 0, 0, 1], 0))
        })
    }

    fn metrics_addr(&mut self) -> Option<SocketAddr> {
        if self.text(variable::METRICS_ADDR).eq_ignore_ascii_case("off") {
            return None;
        }
        Some(self.address(variable::METRICS_ADDR))
    }

    fn logs_json(&mut self) -> bool {
        match self.text(variable::LOG_FORMAT).to_lowercase().as_str() {
            "json" => true,
            "plain" => false,
            other => {
                let what = format!("`{other}` is neither plain nor json");
                self.wrong(variable::LOG_FORMAT, what, "LOKET_LOG_FORMAT=json, or leave it out");
                false
            }
        }
    }
}

fn looks_like_a_token(token: &str) -> bool {
    token.split_once(':').is_some_and(|(id, secret)| {
        !id.is_empty()
            && id.bytes().all(|byte| byte.is_ascii_digit())
            && !secret.is_empty()
            && secret.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(settings: &[(&str, &str)]) -> Result<Config, ConfigFaults> {
        Config::read(|name| settings.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned()))
    }

    #[test]
    fn nothing_set_is_enough_for_the_sandbox() {
        let config = read(&[]).unwrap();
        assert!(config.bot.is_none());
        assert_eq!(config.retention, Duration::from_hours(28 * 24));
    }

    #[test]
    fn everything_that_is_wrong_is_said_at_once() {
        let faults = read(&[
            ("TELOXIDE_TOKEN", "secret-word"),
            ("DATABASE_URL", "mysql://x"),
            ("LOKET_ADMINS", "anna, 1087968824"),
            ("LOKET_RETENTION_DAYS", "forever"),
            ("LOKET_HTTP_ADDR", "everywhere"),
            ("LOKET_KNOWLEDGE", "/no/such/folder"),
            ("LOKET_WATCH", "sometimes"),
            ("LOKET_METRICS_ADDR", "here"),
            ("LOKET_LOG_FORMAT", "pretty"),
        ])
        .unwrap_err();
        let report = faults.to_string();
        for name in [
            "TELOXIDE_TOKEN",
            "DATABASE_URL",
            "LOKET_ADMINS",
            "LOKET_RETENTION_DAYS",
            "LOKET_HTTP_ADDR",
            "LOKET_KNOWLEDGE",
            "LOKET_WATCH",
            "LOKET_METRICS_ADDR",
            "LOKET_LOG_FORMAT",
        ] {
            assert!(report.contains(name), "{name} is missing in:\n{report}");
        }
        assert!(!report.contains("secret-word"), "a secret is repeated:\n{report}");
        assert_eq!(faults.0.len(), 10);
    }

    #[test]
    fn the_token_never_prints() {
        let config = read(&[("TELOXIDE_TOKEN", "123:canary")]).unwrap();
        assert!(!format!("{config:?}").contains("canary"));
    }
}
