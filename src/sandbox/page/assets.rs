//! The files of the page, as they lie in the program. No build step, and nothing from elsewhere.

use axum::Router;
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;

use crate::sandbox::server::Served;

/// Nothing from elsewhere, and no script but our own.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; \
    img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

macro_rules! asset {
    ($path:literal, $kind:literal) => {
        (concat!("/", $path), concat!($kind, "; charset=utf-8"), include_str!($path))
    };
}

/// Address, kind and content.
const ASSETS: [(&str, &str, &str); 18] = [
    asset!("style/frame.css", "text/css"),
    asset!("style/phone.css", "text/css"),
    asset!("style/messages.css", "text/css"),
    asset!("style/desk.css", "text/css"),
    asset!("style/inside.css", "text/css"),
    asset!("script/main.js", "text/javascript"),
    asset!("script/elements.js", "text/javascript"),
    asset!("script/world.js", "text/javascript"),
    asset!("script/words.js", "text/javascript"),
    asset!("script/messages.js", "text/javascript"),
    asset!("script/log.js", "text/javascript"),
    asset!("script/composer.js", "text/javascript"),
    asset!("script/phone.js", "text/javascript"),
    asset!("script/desk.js", "text/javascript"),
    asset!("script/inside.js", "text/javascript"),
    asset!("script/explaining.js", "text/javascript"),
    asset!("script/troubles.js", "text/javascript"),
    asset!("script/scene.js", "text/javascript"),
];

/// The addresses of the page's own files.
pub(super) fn routes() -> Router<Served> {
    let page = Router::new().route("/", get(async || asset("text/html; charset=utf-8", include_str!("index.html"))));
    ASSETS.into_iter().fold(page, |router, (path, kind, body)| router.route(path, get(async move || asset(kind, body))))
}

fn asset(content_type: &'static str, body: &'static str) -> Response {
    // Somebody who builds anew sees what they built.
    let headers = [(CONTENT_TYPE, content_type), (CONTENT_SECURITY_POLICY, POLICY), (CACHE_CONTROL, "no-cache")];
    (headers, body).into_response()
}
