//! The server: the Bot API, its files, and the page, all on one address of this machine.

use std::io;
use std::net::SocketAddr;

use axum::Router;
use axum::body::Body;
use axum::extract::{ConnectInfo, DefaultBodyLimit, Request, State};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

use super::connection::{CuttableListener, Scissors};
use super::error::ApiError;
use super::gateway;
use super::page;
use super::params::{BODY_LIMIT, Params};
use super::telegram::Telegram;
use super::webhook::deliver_all;

/// The stand-in while it is being served. It stops when this is dropped.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    stop: CancellationToken,
    task: JoinHandle<()>,
}

impl Server {
    /// What to put in `TELOXIDE_API_URL`; the page is there too.
    pub fn base_url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Stops serving, polls and all, and waits until it has stopped.
    pub async fn shutdown(mut self) {
        self.stop.cancel();
        // An error means that the task is gone already.
        let _ = (&mut self.task).await;
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop.cancel();
    }
}

/// What every request needs.
#[derive(Clone, Debug)]
pub(crate) struct Served {
    pub(crate) telegram: Telegram,
    pub(crate) stop: CancellationToken,
}

impl Telegram {
    /// Serves the Bot API and the page until the server is dropped. Needs a running tokio.
    pub fn serve(&self, listener: TcpListener) -> io::Result<Server> {
        let address = listener.local_addr()?;
        let stop = CancellationToken::new();
        let served = Served { telegram: self.clone(), stop: stop.clone() };
        let router = Router::new()
            .merge(page::routes())
            .fallback(bot_api)
            .layer(DefaultBodyLimit::max(BODY_LIMIT))
            .with_state(served)
            .into_make_service_with_connect_info::<Scissors>();
        tokio::spawn(deliver_all(self.clone(), stop.clone()));
        let stopped = stop.clone().cancelled_owned();
        let serving = axum::serve(CuttableListener(listener), router).with_graceful_shutdown(stopped);
        let task = tokio::spawn(async move {
            // Serving ends when it is told to; it has no other way to fail.
            let _ = serving.await;
        });
        Ok(Server { address, stop, task })
    }

    /// Serves on a free port of this machine.
    pub async fn serve_on_loopback(&self) -> io::Result<Server> {
        self.serve(TcpListener::bind("127.0.0.1:0").await?)
    }
}

/// `/bot<token>/<method>` and `/file/bot<token>/<path>`.
async fn bot_api(
    State(served): State<Served>,
    ConnectInfo(scissors): ConnectInfo<Scissors>,
    request: Request,
) -> Response {
    // Some clients write the colon in the token as %3A.
    let path = request.uri().path().replace("%3A", ":").replace("%3a", ":");
    if let Some((token, file)) = split_token(&path, "/file/bot") {
        return download(&served.telegram, token, file);
    }
    let Some((token, method)) = split_token(&path, "/bot") else {
        let nothing = gateway::Reply::of(&Err(ApiError::no_such_method()));
        return into_response(nothing);
    };
    let params = Params::read(request).await;
    let reply = gateway::answer(&served.telegram, token, method, params, &served.stop).await;
    if !reply.delay.is_zero() {
        tokio::time::sleep(reply.delay).await;
    }
    if reply.is_cut {
        scissors.cut();
    }
    into_response(reply)
}

fn split_token<'a>(path: &'a str, start: &str) -> Option<(&'a str, &'a str)> {
    path.strip_prefix(start)?.split_once('/')
}

fn into_response(reply: gateway::Reply) -> Response {
    let headers = [(CONTENT_TYPE, reply.content_type)];
    (reply.status, headers, reply.body).into_response()
}

fn download(telegram: &Telegram, token: &str, path: &str) -> Response {
    if telegram.token() != token {
        return into_response(gateway::Reply::of(&Err(ApiError::unauthorized())));
    }
    let bytes = telegram.read(|state| state.files.at_path(path).map(|file| file.bytes.clone()));
    match bytes {
        Some(bytes) => Body::from(bytes).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}
