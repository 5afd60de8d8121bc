//! Updates that Telegram brings: the secret first, then the size, then kept, and only then answered.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use secrecy::{ExposeSecret, SecretString};
use subtle::ConstantTimeEq as _;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

use super::Served;
use crate::ports::intake::{Intake, NotTaken};

/// The header in which Telegram sends the secret that was set with the webhook (Bot API, `setWebhook`).
const SECRET: &str = "X-Telegram-Bot-Api-Secret-Token";
/// The largest update that is read. Telegram's are a few kilobytes.
const LARGEST: usize = 1024 * 1024;
/// When Telegram may come back, when we can take nothing in.
const COME_BACK: Duration = Duration::from_secs(10);

/// What the handlers need.
#[derive(Clone)]
struct Counter {
    secret: Arc<SecretString>,
    intake: Arc<dyn Intake>,
}

/// Serves the webhook at `path` on `address` until `stop`; requests that have begun are answered first.
pub async fn serve_webhook(
    address: SocketAddr,
    path: &str,
    secret: SecretString,
    intake: Arc<dyn Intake>,
    stop: CancellationToken,
) -> std::io::Result<Served> {
    let listener = TcpListener::bind(address).await?;
    let address = listener.local_addr()?;
    let counter = Counter { secret: Arc::new(secret), intake };
    let router = Router::new()
        .route(path, post(take))
        .layer(DefaultBodyLimit::max(LARGEST))
        .layer(middleware::from_fn_with_state(counter.clone(), know_the_secret))
        .with_state(counter);
    let server = axum::serve(listener, router).with_graceful_shutdown(async move { stop.cancelled().await });
    Ok(Served { address, task: tokio::spawn(server.into_future()) })
}

/// Nothing is read of what a stranger sends. The comparison takes as long however much of a secret is right.
async fn know_the_secret(State(counter): State<Counter>, request: Request, next: Next) -> Response {
    let own = counter.secret.expose_secret().as_bytes();
    let given = request.headers().get(SECRET).map_or(&[][..], |value| value.as_bytes());
    if bool::from(own.ct_eq(given)) { next.run(request).await } else { StatusCode::UNAUTHORIZED.into_response() }
}

async fn take(State(counter): State<Counter>, body: Bytes) -> Response {
    // What is no text is no update of Telegram's; to say so again and again would keep it coming.
    let Ok(raw) = String::from_utf8(body.to_vec()) else { return StatusCode::OK.into_response() };
    match counter.intake.take(raw).await {
        Ok(()) => StatusCode::OK.into_response(),
        Err(not_taken) => {
            if let NotTaken::NotKept(error) = &not_taken {
                tracing::error!(error, "what came in can't be stored; Telegram brings it again");
            }
            let mut headers = HeaderMap::new();
            headers.insert(header::RETRY_AFTER, COME_BACK.as_secs().into());
            (StatusCode::SERVICE_UNAVAILABLE, headers).into_response()
        }
    }
}
