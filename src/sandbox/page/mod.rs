//! The page: a phone and a desk in the browser, fed by a few JSON endpoints under `/sandbox`.

mod act;
mod snapshot;

use std::convert::Infallible;

use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use futures_util::stream::{Stream, unfold};
use serde_json::{Value, json};

use super::picture;
use super::server::Served;
use act::Act;

const HTML: &str = include_str!("index.html");
const STYLE: &str = include_str!("style.css");
const SCRIPT: &str = include_str!("app.js");

/// Nothing from elsewhere, and no script but our own.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; \
    img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// All addresses of the page.
pub(crate) fn routes() -> Router<Served> {
    Router::new()
        .route("/", get(async || asset("text/html; charset=utf-8", HTML)))
        .route("/style.css", get(async || asset("text/css; charset=utf-8", STYLE)))
        .route("/app.js", get(async || asset("text/javascript; charset=utf-8", SCRIPT)))
        .route("/sandbox/state", get(state))
        .route("/sandbox/events", get(events))
        .route("/sandbox/act", post(act))
        .route("/sandbox/file/{id}", get(file))
}

fn asset(content_type: &'static str, body: &'static str) -> Response {
    let headers = [(CONTENT_TYPE, content_type), (CONTENT_SECURITY_POLICY, POLICY)];
    (headers, body).into_response()
}

/// Everything there is to show.
async fn state(State(served): State<Served>) -> Json<Value> {
    Json(served.telegram.read(snapshot::snapshot))
}

/// Says that something changed; the page then asks what.
async fn events(State(served): State<Served>) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let changes = served.telegram.subscribe();
    let stream = unfold((changes, served.stop), |(mut changes, stop)| async move {
        tokio::select! {
            _ = changes.recv() => {}
            () = stop.cancelled() => return None,
        }
        // What happened meanwhile is told in the same breath.
        changes = changes.resubscribe();
        Some((Ok(Event::default().data("changed")), (changes, stop)))
    });
    Sse::new(stream).keep_alive(KeepAlive::default())
}

/// Lets someone on the page do something. JSON only, so that no other site can send it along.
async fn act(State(served): State<Served>, Json(deed): Json<Act>) -> Response {
    match act::perform(&served.telegram, deed) {
        Ok(()) => StatusCode::NO_CONTENT.into_response(),
        Err(refusal) => {
            let body = Json(json!({ "error": refusal.to_string() }));
            (StatusCode::CONFLICT, body).into_response()
        }
    }
}

/// A file: a picture to be seen, anything else to be saved and never to be shown, for people may have uploaded anything.
async fn file(State(served): State<Served>, Path(id): Path<String>) -> Response {
    let Some(bytes) = served.telegram.file_bytes(&id) else { return StatusCode::NOT_FOUND.into_response() };
    let picture = picture::mime_type(&bytes);
    let headers = [
        ("content-type", picture.unwrap_or("application/octet-stream")),
        ("content-disposition", if picture.is_some() { "inline" } else { "attachment" }),
        ("x-content-type-options", "nosniff"),
    ];
    (headers, Body::from(bytes)).into_response()
}
