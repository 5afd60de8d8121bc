//! What the messenger itself shows about the bot, before anybody says a word.

use super::voice::Voice;

/// The commands and the sentences that describe them. The words are the same in every language.
const COMMANDS: [(&str, &str); 10] = [
    ("start", "command-start"),
    ("help", "command-help"),
    ("mens", "command-person"),
    ("status", "command-status"),
    ("regelingen", "command-browse"),
    ("gemeente", "command-place"),
    ("taal", "command-language"),
    ("privacy", "command-privacy"),
    ("mijngegevens", "command-my-data"),
    ("vergeetmij", "command-forget-me"),
];

/// The commands of a desk's group. Orders about a case work in its topic.
const DESK_COMMANDS: [(&str, &str); 10] = [
    ("klaar", "desk-command-done"),
    ("over", "desk-command-pass"),
    ("niet", "desk-command-reject"),
    ("zoek", "desk-command-search"),
    ("tekst", "desk-command-text"),
    ("afspraak", "desk-command-appointment"),
    ("mijn", "desk-command-mine"),
    ("open", "desk-command-open"),
    ("weg", "desk-command-away"),
    ("terug", "desk-command-back"),
];

/// What the messenger shows about the bot in one language.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Profile {
    /// In an empty chat; at most 512 characters.
    pub description: String,
    /// On the bot's page and in shared links; at most 120 characters.
    pub short_description: String,
    /// The menu: commands without their slash, each with what it does.
    pub commands: Vec<(&'static str, String)>,
    /// The menu in the desks' groups.
    pub desk_commands: Vec<(&'static str, String)>,
}

impl Voice<'_> {
    /// What the messenger itself shows about the bot.
    pub(super) fn profile(&self) -> Profile {
        Profile {
            description: self.say("bot-description", &[self.region()]),
            short_description: self.say("bot-short-description", &[self.region()]),
            commands: COMMANDS.into_iter().map(|(command, key)| (command, self.word(key))).collect(),
            desk_commands: DESK_COMMANDS.into_iter().map(|(command, key)| (command, self.word(key))).collect(),
        }
    }
}
