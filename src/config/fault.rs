//! What is wrong with the settings, and what to write instead.

use std::fmt;

/// One setting that is wrong or missing.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct ConfigFault {
    /// The variable.
    pub variable: &'static str,
    /// What is wrong. Never the value of a secret.
    pub what: String,
    /// What to write.
    pub mend: String,
}

/// Everything that is wrong with the settings, at once.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub struct ConfigFaults(pub Vec<ConfigFault>);

impl fmt::Display for ConfigFaults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "Loket can't start: {} setting(s) to mend, in the environment or in .env:", self.0.len())?;
        for fault in &self.0 {
            writeln!(f, "  {}: {}", fault.variable, fault.what)?;
            writeln!(f, "    write: {}", fault.mend)?;
        }
        Ok(())
    }
}
