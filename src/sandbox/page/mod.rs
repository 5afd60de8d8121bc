//! The page: a phone and a desk in the browser, fed by a few JSON endpoints under `/sandbox`.

mod act;
mod assets;
mod snapshot;
mod upload;

use std::convert::Infallible;

use axum::body::{Body, Bytes};
use axum::extract::{Path, Query, State};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, StatusCode};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use futures_util::stream::{Stream, unfold};
use serde_json::{Value, json};

use self::act::Act;
use self::upload::Upload;
use super::change::Change;
use super::error::Refusal;
use super::picture;
use super::server::Served;

/// All addresses of the page.
pub(crate) fn routes() -> Router<Served> {
    assets::routes()
        .route("/sandbox/state", get(state))
        .route("/sandbox/events", get(events))
        .route("/sandbox/act", post(act))
        .route("/sandbox/upload", post(upload))
        .route("/sandbox/file/{id}", get(file))
}

/// Everything there is to show.
async fn state(State(served): State<Served>) -> Json<Value> {
    Json(served.telegram.read(snapshot::snapshot))
}

/// Says that something changed; the page then asks what.
async fn events(State(served): State<Served>) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let changes = served.telegram.subscribe();
    served.telegram.with(|state| {
        state.audience += 1;
        state.changes.push(Change::People);
    });
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
    done(act::perform(&served.telegram, deed))
}

/// Takes a file from the visitor's machine.
async fn upload(
    State(served): State<Served>,
    Query(upload): Query<Upload>,
    headers: HeaderMap,
    bytes: Bytes,
) -> Response {
    if headers.get(CONTENT_TYPE).is_none_or(|kind| kind != upload::CONTENT_TYPE) {
        return StatusCode::UNSUPPORTED_MEDIA_TYPE.into_response();
    }
    done(upload::send(&served.telegram, &upload, &bytes))
}

fn done(result: Result<(), Refusal>) -> Response {
    match result {
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
