//! News about the state, for whoever waits for something to happen.

use super::id::ChatId;

/// Something is no longer as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Messages, topics or members of a chat.
    Chat(ChatId),
    /// People, or what they think of the bot.
    People,
    /// An update was queued, confirmed or delivered.
    Updates,
    /// The bot called a method.
    Calls,
    /// The bot's profile or webhook, or whether it is to run.
    Bot,
    /// The bot showed what goes on inside.
    Inside,
    /// The scene that is being played went on.
    Stage,
    /// The clock was moved, or a misfortune ordered.
    World,
}
