//! Every variable there is: its name, its default and what it is for. `.env.example` is held against this table.

/// A variable of the environment.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Variable {
    /// Its name.
    pub name: &'static str,
    /// What counts when it is not set; empty for nothing.
    pub default: &'static str,
    /// What it is for, with its unit.
    pub purpose: &'static str,
}

const fn variable(name: &'static str, default: &'static str, purpose: &'static str) -> Variable {
    Variable { name, default, purpose }
}

/// The bot's token.
pub(super) const TOKEN: Variable =
    variable("TELOXIDE_TOKEN", "", "the bot's token, from BotFather; needed by `loket serve`");
/// The Bot API's address.
pub(super) const API_URL: Variable =
    variable("TELOXIDE_API_URL", "https://api.telegram.org", "the address of the Bot API; another one for a stand-in");
/// The data folder.
pub(super) const DATA: Variable =
    variable("LOKET_DATA", "data", "the folder for the database, when DATABASE_URL is not set");
/// The PostgreSQL database.
pub(super) const DATABASE_URL: Variable =
    variable("DATABASE_URL", "", "a PostgreSQL database, postgres://user:password@host/name; SQLite when not set");
/// The knowledge folder.
pub(super) const KNOWLEDGE: Variable =
    variable("LOKET_KNOWLEDGE", "", "the folder with the knowledge; the one built into the program when not set");
/// Whether the folder is watched.
pub(super) const WATCH: Variable = variable(
    "LOKET_WATCH",
    "off",
    "on: what changes in LOKET_KNOWLEDGE is checked and published by itself; off: at SIGHUP and /herlaad only",
);
/// Whether Telegram's limits are kept to.
pub(super) const LIMITS: Variable = variable(
    "LOKET_LIMITS",
    "telegram",
    "telegram: no more messages than Telegram takes; off: as fast as it goes, to measure against a stand-in",
);
/// Who may link a desk.
pub(super) const ADMINS: Variable =
    variable("LOKET_ADMINS", "", "the Telegram user ids of the admins, separated by commas");
/// How long a silent client is kept.
pub(super) const RETENTION_DAYS: Variable = variable(
    "LOKET_RETENTION_DAYS",
    "28",
    "days after the last contact, or the end of the last case, after which everything about a client is erased",
);
/// Where Telegram brings updates.
pub(super) const WEBHOOK_URL: Variable = variable(
    "LOKET_WEBHOOK_URL",
    "",
    "the address at which Telegram brings updates, https://…; they are fetched when not set",
);
/// What Telegram says with each update.
pub(super) const WEBHOOK_SECRET: Variable = variable(
    "LOKET_WEBHOOK_SECRET",
    "",
    "what Telegram says with each update: 32 to 256 letters, digits, _ and -; needed with LOKET_WEBHOOK_URL",
);
/// Where HTTP is served.
pub(super) const HTTP_ADDR: Variable = variable(
    "LOKET_HTTP_ADDR",
    "127.0.0.1:8080",
    "the address on which `loket sandbox` serves its page, and `loket serve` the webhook",
);
/// Where health and figures are served.
pub(super) const METRICS_ADDR: Variable = variable(
    "LOKET_METRICS_ADDR",
    "127.0.0.1:9464",
    "the address on which `loket serve` serves /healthz, /readyz and /metrics; off for none",
);
/// How it is logged.
pub(super) const LOG_FORMAT: Variable =
    variable("LOKET_LOG_FORMAT", "plain", "how is logged: plain, or json for one object a line");
/// What is logged.
pub(super) const RUST_LOG: Variable =
    variable("RUST_LOG", "info", "what is logged: error, warn, info, debug; per module if you like");

/// All of them, in the order of `.env.example`.
pub const VARIABLES: [Variable; 15] = [
    TOKEN,
    API_URL,
    DATA,
    DATABASE_URL,
    KNOWLEDGE,
    WATCH,
    LIMITS,
    ADMINS,
    RETENTION_DAYS,
    WEBHOOK_URL,
    WEBHOOK_SECRET,
    HTTP_ADDR,
    METRICS_ADDR,
    LOG_FORMAT,
    RUST_LOG,
];
