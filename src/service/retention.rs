//! Forgetting in time: clients that were silent for the retention period, and ended updates.

use super::house::House;
use crate::ports::store::StoreError;

/// Erased at once: the sweep comes back for the rest.
const ERASED_AT_ONCE: u32 = 100;

impl House {
    /// Erases what is past its time; says how many clients were erased.
    pub async fn forget_in_time(&self) -> Result<usize, StoreError> {
        let now = self.now();
        let silent = self.ports.store.clients_silent_since(now.before(self.settings.retention), ERASED_AT_ONCE).await?;
        for client in &silent {
            self.ports.store.erase(*client, None, None, now).await?;
        }
        self.ports.store.sweep(now.before(self.settings.inbox_memory)).await?;
        if !silent.is_empty() {
            tracing::info!(clients = silent.len(), "silent clients were erased");
            self.ring();
        }
        Ok(silent.len())
    }
}
