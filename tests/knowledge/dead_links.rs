//! Links are visited politely; what is dead or moved is told once.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use axum::Router;
use axum::http::{Method, StatusCode};
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::{any, get};
use loket::adapters::links::{LinkVisitor, Manners};
use loket::ports::sources::{Sources as _, Visited};
use tokio::net::TcpListener;

use crate::editor::{TODAY, editor, told};

/// Patient, for this machine may be busy.
const MANNERS: Manners = Manners { hosts_at_once: 4, patience: Duration::from_mins(1) };

/// A site on this machine; it counts how many requests it ever had at the same time.
struct Site {
    address: String,
    busiest: Arc<AtomicUsize>,
}

impl Site {
    async fn opens() -> Self {
        let (now, busiest) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
        let most = Arc::clone(&busiest);
        let count = move || {
            let (now, most) = (Arc::clone(&now), Arc::clone(&most));
            async move {
                most.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                for _ in 0..50 {
                    tokio::task::yield_now().await;
                }
                now.fetch_sub(1, Ordering::SeqCst);
            }
        };
        let pages = Router::new()
            .route("/page/{number}", get(count))
            .route("/gone", any(|| async { StatusCode::NOT_FOUND }))
            .route("/moved", any(|| async { Redirect::permanent("/page/1") }))
            .route("/slash", any(|| async { Redirect::permanent("/slash/") }))
            .route("/slash/", get(|| async {}))
            .route("/circle", any(|| async { Redirect::temporary("/circle") }))
            .route("/silent", any(std::future::pending::<()>))
            .route("/shy", any(no_head));
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        tokio::spawn(async move { axum::serve(listener, pages).await });
        Self { address, busiest }
    }

    fn page(&self, path: &str) -> String {
        format!("{}{path}", self.address)
    }
}

/// Some servers answer nothing but the question for the whole page.
async fn no_head(method: Method) -> Response {
    if method == Method::GET { "here".into_response() } else { StatusCode::METHOD_NOT_ALLOWED.into_response() }
}

async fn visited(addresses: Vec<String>) -> BTreeMap<String, Visited> {
    LinkVisitor(MANNERS).visit(addresses).await.unwrap()
}

#[tokio::test]
async fn a_dead_link_says_why_and_a_moved_one_says_where_to() {
    let site = Site::opens().await;
    let paths = ["/page/1", "/shy", "/slash", "/gone", "/moved", "/circle"];
    let outcomes = visited(paths.map(|path| site.page(path)).to_vec()).await;
    let came_of = |path: &str| &outcomes[&site.page(path)];
    let why_dead = |path: &str| match came_of(path) {
        Visited::Dead(why) => (why.nl.as_str(), why.en.as_str()),
        alive => panic!("{path} is {alive:?}"),
    };
    for alive in ["/page/1", "/shy", "/slash"] {
        assert_eq!(came_of(alive), &Visited::Alive, "{alive}");
    }
    assert_eq!(why_dead("/gone"), ("de site antwoordt 404 Not Found", "it answers 404 Not Found"));
    assert_eq!(came_of("/moved"), &Visited::Moved(site.page("/page/1")));
    assert_eq!(why_dead("/circle"), ("de site stuurt je in een kring rond", "it sends you around in a circle"));
}

#[tokio::test]
async fn a_site_that_keeps_silent_is_dead() {
    let site = Site::opens().await;
    let silent = site.page("/silent");
    let hurried = Manners { patience: Duration::from_millis(50), ..MANNERS };
    let outcomes = LinkVisitor(hurried).visit(vec![silent.clone()]).await.unwrap();
    assert!(matches!(&outcomes[&silent], Visited::Dead(why) if why.en == "it does not answer"));
}

#[tokio::test]
async fn without_a_network_no_link_is_called_dead() {
    let nobody = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
    let mut checked = loket::startup::check_knowledge(editor().folder(), TODAY);
    for cited in &mut checked.cited {
        cited.url = format!("http://{nobody}/");
    }
    let refused =
        loket::startup::visit_links(&editor().folder().files, &mut checked, &LinkVisitor(MANNERS)).await.unwrap_err();
    insta::assert_snapshot!(refused.to_string(), @"the links can't be visited: no site can be reached; is this machine on the internet?");
}

#[tokio::test]
async fn a_site_gets_one_request_at_a_time() {
    let (one, other) = (Site::opens().await, Site::opens().await);
    let pages = (0..20).flat_map(|number| [&one, &other].map(|site| site.page(&format!("/page/{number}"))));
    let outcomes = visited(pages.collect()).await;
    assert_eq!(outcomes.values().filter(|outcome| **outcome == Visited::Alive).count(), 40);
    assert_eq!((one.busiest.load(Ordering::SeqCst), other.busiest.load(Ordering::SeqCst)), (1, 1));
}

#[tokio::test]
async fn a_dead_link_is_one_line_in_the_report_however_often_it_is_cited() {
    let site = Site::opens().await;
    let editor = editor().copies_the_scheme("tweede");
    let mut checked = loket::startup::check_knowledge(editor.folder(), TODAY);
    // A test touches no network: the site stands on this machine.
    for cited in &mut checked.cited {
        cited.url = site.page(if cited.url.ends_with("/borg") { "/gone" } else { "/page/1" });
    }
    let before = checked.report.faults.len();
    loket::startup::visit_links(&editor.folder().files, &mut checked, &LinkVisitor(MANNERS)).await.unwrap();
    let told: Vec<String> = checked.report.faults[before..]
        .iter()
        .map(told)
        .map(|line| line.replace(&site.address, "http://site"))
        .collect();
    insta::assert_snapshot!(told.join("\n"), @"schemes/borg.md:10 http://site/gone is dead: it answers 404 Not Found — look in a browser; if it is gone, cite the page that came instead; also at schemes/borg.md:11, schemes/tweede.md:10, schemes/tweede.md:11");
}
