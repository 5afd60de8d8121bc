//! What is served over HTTP, with axum.

mod webhook;

pub use self::webhook::{Served, serve_webhook};
