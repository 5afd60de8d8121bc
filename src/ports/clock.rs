//! The time of day.

use crate::domain::moment::Moment;

/// Tells the time. The only place where the house learns it.
pub trait Clock: Send + Sync {
    /// Now.
    fn now(&self) -> Moment;
}
