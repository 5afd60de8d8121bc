//! The settings, read once from the environment and `.env`. Everything that is wrong is said at once.

mod fault;
mod settings;
mod variable;

pub use self::fault::{ConfigFault, ConfigFaults};
pub use self::settings::{Bot, Config, Webhook};
pub use self::variable::{VARIABLES, Variable};
