//! What a program uses of this machine, as the kernel counts it.

use std::fs;
use std::process::Child;
use std::time::Duration;

/// A program that runs.
pub(crate) struct Process(u32);

impl Process {
    pub(crate) fn of(child: &Child) -> Self {
        Self(child.id())
    }

    /// The memory it holds, and the most it ever held, in MB.
    pub(crate) fn memory_mb(&self) -> (f64, f64) {
        let status = fs::read_to_string(format!("/proc/{}/status", self.0)).unwrap_or_default();
        let megabytes = |name: &str| {
            let line = status.lines().find_map(|line| line.strip_prefix(name));
            let kilobytes = line.and_then(|rest| rest.split_whitespace().next()?.parse::<f64>().ok());
            kilobytes.unwrap_or(f64::NAN) / 1_000.0
        };
        (megabytes("VmRSS:"), megabytes("VmHWM:"))
    }

    /// How long it kept a processor busy, in itself and for the kernel.
    pub(crate) fn processor_time(&self) -> Duration {
        // The name in brackets may hold spaces; after it come the fields from the third on.
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.0)).unwrap_or_default();
        let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
        let ticks = |at: usize| fields.get(at).and_then(|field| field.parse::<u64>().ok()).unwrap_or_default();
        // A tick is a hundredth of a second on every Linux that we know.
        Duration::from_millis((ticks(11) + ticks(12)) * 10)
    }
}
