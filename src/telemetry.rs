//! Logging: to standard error, one line an event. Never a client's words, names, or the token.

use std::io::IsTerminal as _;

use tracing_subscriber::EnvFilter;
use tracing_subscriber::Layer as _;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

/// These crates log addresses with the token in them, or what was searched, when they are asked for detail.
const HUSHED: [&str; 6] = ["hyper=warn", "hyper_util=warn", "reqwest=warn", "h2=warn", "sqlx=warn", "tantivy=warn"];

/// Starts logging, as JSON or plain. `RUST_LOG` says what; `fallback` counts when it is not set.
pub fn start(fallback: &str, as_json: bool) {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new(fallback));
    let filter = HUSHED.iter().filter_map(|directive| directive.parse().ok()).fold(filter, EnvFilter::add_directive);
    let colours = std::io::stderr().is_terminal();
    let lines = tracing_subscriber::fmt::layer().with_writer(std::io::stderr).with_target(false).with_ansi(colours);
    let lines = if as_json { lines.json().flatten_event(true).boxed() } else { lines.boxed() };
    // A second start, as in tests, leaves the first one as it is.
    if tracing_subscriber::registry().with(filter).with(lines).try_init().is_ok() {
        std::panic::set_hook(Box::new(report_panic));
    }
}

/// Says where a panic happened, not what it said: that may hold a client's words.
fn report_panic(panic: &std::panic::PanicHookInfo<'_>) {
    let place = panic.location().map_or_else(|| "an unknown place".to_owned(), ToString::to_string);
    tracing::error!(place, "a panic was caught");
}
