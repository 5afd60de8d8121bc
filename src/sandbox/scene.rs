//! The scene that a newcomer finds: a counter with a desk, two managers, an admin and two clients.

use super::chat::Right;
use super::id::{ChatId, PersonId};
use super::telegram::Telegram;

/// A token of the right shape that opens nothing anywhere else.
pub const SANDBOX_TOKEN: &str = "7000000001:SANDBOX-not-a-real-token-000000000000";

/// The bot's name in the sandbox.
pub const SANDBOX_BOT: &str = "LoketSandboxBot";

/// A Telegram with people in it.
#[derive(Clone, Debug)]
pub struct Scene {
    /// Where they all are.
    pub telegram: Telegram,
    /// The desk: a forum in which the bot is an administrator.
    pub forum: ChatId,
    /// Runs the counter; owns the forum. Her number goes into the bot's list of admins.
    pub iris: PersonId,
    /// An account manager.
    pub boris: PersonId,
    /// An account manager.
    pub fatima: PersonId,
    /// A client who reads Dutch.
    pub anna: PersonId,
    /// A client who reads English.
    pub james: PersonId,
}

impl Scene {
    /// The scene around a bot with this token and name.
    pub fn new(token: &str, bot_username: &str) -> Self {
        let telegram = Telegram::new(token, bot_username);
        let iris = telegram.add_person("Iris", "nl");
        let boris = telegram.add_person("Boris", "nl");
        let fatima = telegram.add_person("Fatima", "nl");
        let anna = telegram.add_person("Anna", "nl");
        let james = telegram.add_person("James", "en");
        // Some people have such a name, some don't: Boris and Iris are meant by their first names.
        telegram.set_username(fatima, "FatimaSandbox");
        let forum = telegram.add_forum("Loket Oost-Nederland");
        let group = telegram.group(forum);
        group.add_owner(iris);
        group.promote_bot(&[Right::ManageTopics, Right::PinMessages, Right::DeleteMessages]);
        group.add_member(boris);
        group.add_member(fatima);
        Self { telegram, forum, iris, boris, fatima, anna, james }
    }
}

impl Default for Scene {
    fn default() -> Self {
        Self::new(SANDBOX_TOKEN, SANDBOX_BOT)
    }
}
