//! The page under somebody's hands and eyes: real clicks, taps and keys, and what can be read.

use std::fs;
use std::path::Path;
use std::time::Duration;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};
use tokio::time::timeout;

use crate::chromium::Chromium;

/// Generous: it only matters when something is broken.
const PATIENCE: Duration = Duration::from_mins(1);

/// A screen to look at.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Screen {
    /// 1440 × 900, with a mouse.
    Desk,
    /// 390 × 844, by touch.
    Phone,
}

/// One page in its browser.
pub(crate) struct Page {
    chromium: Chromium,
    session: String,
    screen: Screen,
    address: String,
}

impl Page {
    /// Opens an address, and waits until the page has drawn itself.
    pub(crate) async fn open(address: &str, screen: Screen) -> Self {
        let chromium = Chromium::start().await;
        let target = chromium.call(None, "Target.createTarget", json!({ "url": "about:blank" })).await;
        let attach = json!({ "targetId": target["targetId"], "flatten": true });
        let attached = chromium.call(None, "Target.attachToTarget", attach).await;
        let session = attached["sessionId"].as_str().unwrap().to_owned();
        let page = Self { chromium, session, screen, address: address.to_owned() };
        for domain in ["Page", "Runtime", "Network", "Log"] {
            page.call(&format!("{domain}.enable"), json!({})).await;
        }
        let (width, height, scale) = if screen == Screen::Desk { (1440, 900, 1.0) } else { (390, 844, 2.0) };
        page.sized(width, height, scale).await;
        page.call("Page.navigate", json!({ "url": address })).await;
        page.until("document.body?.dataset.ready === 'true'").await;
        page
    }

    /// Gives the window another size.
    pub(crate) async fn sized(&self, width: u32, height: u32, scale: f64) {
        let is_phone = self.screen == Screen::Phone;
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": scale, "mobile": is_phone });
        self.call("Emulation.setDeviceMetricsOverride", metrics).await;
        if is_phone {
            self.call("Emulation.setTouchEmulationEnabled", json!({ "enabled": true })).await;
        }
    }

    pub(crate) async fn call(&self, method: &str, params: Value) -> Value {
        self.chromium.call(Some(&self.session), method, params).await
    }

    /// What an expression gives.
    pub(crate) async fn value(&self, expression: &str) -> Value {
        let params = json!({ "expression": expression, "returnByValue": true, "awaitPromise": true });
        let answer = self.call("Runtime.evaluate", params).await;
        assert!(answer.get("exceptionDetails").is_none(), "{expression}: {}", answer["exceptionDetails"]);
        answer["result"]["value"].clone()
    }

    /// Waits until an expression is true.
    pub(crate) async fn until(&self, expression: &str) {
        let look = format!(
            "new Promise((done) => {{ const look = () => ({expression}) ? done(true) : setTimeout(look, 40); look(); }})"
        );
        if timeout(PATIENCE, self.value(&look)).await.is_err() {
            let seen = self.value("document.body.innerText").await;
            self.keep_shot(Path::new(&std::env::temp_dir()).join("loket-browser.png").as_path()).await;
            panic!("never true: {expression}\nthe page shows:\n{}", seen.as_str().unwrap_or_default());
        }
    }

    /// Waits until these words can be read within an element: not hidden, and on the screen.
    pub(crate) async fn reads(&self, within: &str, words: &str) {
        let (within, words) = (json!(within), json!(words));
        self.until(&format!(
            "[...document.querySelectorAll({within})].some((one) => one.checkVisibility() && \
             one.innerText.includes({words}))"
        ))
        .await;
    }

    /// Taps what says this within an element, the last of them: with the mouse, or a finger.
    pub(crate) async fn taps(&self, within: &str, words: &str) {
        let (scope, text) = (json!(within), json!(words));
        let find = format!(
            "[...document.querySelectorAll({scope})].flatMap((one) => [...one.querySelectorAll('button, a, summary, \
             [role=tab]'), ...(one.matches('button, a') ? [one] : [])]).filter((one) => one.checkVisibility() && \
             !one.disabled && ((one.innerText || '').includes({text}) || (one.getAttribute('aria-label') || \
             '').includes({text}))).at(-1)"
        );
        self.until(&format!("Boolean({find})")).await;
        // It must stand still, or the finger misses it.
        let place = format!(
            "new Promise((done) => {{ const look = () => {{ const one = {find}; one?.scrollIntoView({{ block: 'nearest' \
             }}); requestAnimationFrame(() => requestAnimationFrame(() => {{ const box = \
             one?.getBoundingClientRect() ?? {{}}; const place = [box.x + box.width / 2, box.y + box.height / 2]; \
             one?.contains(document.elementFromPoint(...place)) ? done(place) : setTimeout(look, 60); }})); }}; look(); \
             }})"
        );
        let place = timeout(PATIENCE, self.value(&place)).await;
        let place = place.unwrap_or_else(|_| panic!("something lies over “{words}”"));
        let (x, y) = (place[0].as_f64().unwrap(), place[1].as_f64().unwrap());
        if self.screen == Screen::Phone {
            let touch = |kind: &str, points: Value| json!({ "type": kind, "touchPoints": points });
            self.call("Input.dispatchTouchEvent", touch("touchStart", json!([{ "x": x, "y": y }]))).await;
            self.call("Input.dispatchTouchEvent", touch("touchEnd", json!([]))).await;
            return;
        }
        for kind in ["mouseMoved", "mousePressed", "mouseReleased"] {
            let mouse = json!({ "type": kind, "x": x, "y": y, "button": "left", "clickCount": 1 });
            self.call("Input.dispatchMouseEvent", mouse).await;
        }
    }

    /// Writes in a composer and sends it.
    pub(crate) async fn writes(&self, composer: &str, words: &str) {
        self.value(&format!("document.querySelector({}).focus()", json!(format!("{composer} textarea")))).await;
        self.types(words).await;
        self.taps(composer, "Send").await;
        let empty = json!(format!("{composer} textarea"));
        self.until(&format!("document.querySelector({empty}).value === ''")).await;
    }

    /// Picks a file, as the dialog of the system does.
    pub(crate) async fn picks_file(&self, input: &str, file: &Path) {
        let expression = format!("document.querySelector({})", json!(input));
        let found = self.call("Runtime.evaluate", json!({ "expression": expression })).await;
        let files = json!({ "files": [file], "objectId": found["result"]["objectId"] });
        self.call("DOM.setFileInputFiles", files).await;
    }

    /// Types where the cursor is.
    pub(crate) async fn types(&self, words: &str) {
        self.call("Input.insertText", json!({ "text": words })).await;
    }

    /// Presses a key, as `Enter`, `Tab` or `ArrowUp`.
    pub(crate) async fn presses(&self, key: &str) {
        let code = match key {
            "Enter" => 13,
            "Tab" => 9,
            "Escape" => 27,
            "ArrowUp" => 38,
            "ArrowDown" => 40,
            "ArrowRight" => 39,
            other => panic!("{other} is no key here"),
        };
        let text = if key == "Enter" { "\r" } else { "" };
        for kind in ["keyDown", "keyUp"] {
            let event = json!({ "type": kind, "key": key, "code": key, "windowsVirtualKeyCode": code, "text": text });
            self.call("Input.dispatchKeyEvent", event).await;
        }
    }

    /// A picture of what is on the screen.
    pub(crate) async fn shot(&self) -> Vec<u8> {
        let answer = self.call("Page.captureScreenshot", json!({ "format": "png" })).await;
        BASE64_STANDARD.decode(answer["data"].as_str().unwrap()).unwrap()
    }

    async fn keep_shot(&self, file: &Path) {
        fs::write(file, self.shot().await).unwrap();
    }

    /// The end of a story: nothing was asked of another host, no script stumbled, nothing is wider than the screen.
    pub(crate) async fn ends_well(&self, story: &str) {
        if let Some(folder) = std::env::var_os("LOKET_SHOTS") {
            self.keep_shot(&Path::new(&folder).join(format!("{story}.png"))).await;
        }
        let width = self.value("document.documentElement.scrollWidth - innerWidth").await;
        assert!(width.as_i64().unwrap() <= 0, "the page is {width} pixels wider than the screen");
        let nameless = self
            .value(
                "[...document.querySelectorAll('button, a, input, textarea, select')].filter((one) => \
                 one.checkVisibility() && !(one.innerText || one.getAttribute('aria-label') || one.title || \
                 one.labels?.length)).map((one) => one.outerHTML.slice(0, 120))",
            )
            .await;
        assert_eq!(nameless, json!([]), "a screen reader has no name for these");
        let own = self.address.split("/?").next().unwrap();
        self.chromium.heard(|heard| {
            let is_foreign =
                |url: &&String| !url.starts_with(own) && !url.starts_with("data:") && *url != "about:blank";
            let foreign: Vec<&String> = heard.requests.iter().filter(is_foreign).collect();
            assert!(heard.requests.len() > 10, "the requests were not seen");
            assert!(foreign.is_empty(), "asked of another host: {foreign:?}");
            assert!(heard.complaints.is_empty(), "{:?}", heard.complaints);
        });
    }
}
