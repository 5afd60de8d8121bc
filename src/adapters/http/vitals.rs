//! Health and figures for who runs the house, on an address of their own: never where Telegram comes.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

use super::Served;
use crate::ports::vitals::Vitals;

/// The kind of text that the page of figures is.
const OPEN_METRICS: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// Serves `/healthz`, `/readyz` and `/metrics` on `address` until `stop`.
pub async fn serve_vitals(
    address: SocketAddr,
    vitals: Arc<dyn Vitals>,
    stop: CancellationToken,
) -> std::io::Result<Served> {
    let listener = TcpListener::bind(address).await?;
    let address = listener.local_addr()?;
    let router = Router::new()
        .route("/healthz", get(lives))
        .route("/readyz", get(is_ready))
        .route("/metrics", get(figures))
        .with_state(vitals);
    let server = axum::serve(listener, router).with_graceful_shutdown(async move { stop.cancelled().await });
    Ok(Served { address, task: tokio::spawn(server.into_future()) })
}

/// Whoever can answer lives. Nothing else is looked at: a database that is gone is no reason to start anew.
async fn lives() -> &'static str {
    "ok\n"
}

async fn is_ready(State(vitals): State<Arc<dyn Vitals>>) -> Response {
    let complaints = vitals.complaints().await;
    if complaints.is_empty() {
        return "ready\n".into_response();
    }
    (StatusCode::SERVICE_UNAVAILABLE, format!("{}\n", complaints.join("\n"))).into_response()
}

async fn figures(State(vitals): State<Arc<dyn Vitals>>) -> Response {
    ([(header::CONTENT_TYPE, OPEN_METRICS)], vitals.page().await).into_response()
}
