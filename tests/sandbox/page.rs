//! The page: it serves itself, shows what is there, and lets people act.

use serde_json::{Value, json};

use crate::bot::Bot;

async fn state(bot: &Bot) -> Value {
    let url = format!("{}/sandbox/state", bot.server.base_url());
    bot.http.get(url).send().await.unwrap().json().await.unwrap()
}

async fn acts(bot: &Bot, deed: Value) -> u16 {
    let url = format!("{}/sandbox/act", bot.server.base_url());
    bot.http.post(url).json(&deed).send().await.unwrap().status().as_u16()
}

/// What a file of the page names: its styles, its scripts, and what those import.
fn named_in(path: &str, text: &str) -> Vec<String> {
    let mark = if path == "/" { "=\"" } else { "from \"./" };
    let folder = if path == "/" { "/" } else { "/script/" };
    let names = text.split(mark).skip(1).filter_map(|rest| rest.split('"').next());
    names
        .filter(|name| [Some("js"), Some("css")].contains(&name.rsplit('.').next()))
        .map(|name| format!("{folder}{name}"))
        .collect()
}

/// Everything the page needs comes from this machine, and nothing else is allowed in.
#[tokio::test]
async fn the_page_asks_no_other_host() {
    let bot = Bot::in_scene().await;
    let mut to_visit = vec!["/".to_owned()];
    let mut visited = Vec::new();
    while let Some(path) = to_visit.pop() {
        let answer = bot.http.get(format!("{}{path}", bot.server.base_url())).send().await.unwrap();
        assert_eq!(answer.status(), 200, "{path}");
        let kind = match path.rsplit('.').next() {
            Some("css") => "text/css",
            Some("js") => "text/javascript",
            _ => "text/html",
        };
        assert!(answer.headers()["content-type"].to_str().unwrap().starts_with(kind));
        let policy = answer.headers()["content-security-policy"].to_str().unwrap().to_owned();
        assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
        let text = answer.text().await.unwrap();
        // The name space of drawings is a name, and no address that anybody visits.
        let text = text.replace("http://www.w3.org/2000/svg", "");
        assert!(!text.contains("//cdn") && !text.contains("https://") && !text.contains("http://"), "{path}");
        assert!(!text.contains("innerHTML"), "{path} would let words become markup");
        assert!(text.lines().count() < 400, "{path} does more than one job");
        to_visit.extend(named_in(&path, &text).into_iter().filter(|named| !visited.contains(named)));
        visited.push(path);
        to_visit.retain(|path| !visited.contains(path));
    }
    assert!(visited.len() > 15, "the page names its files: {visited:?}");
}

/// A file of the visitor's goes along: a picture as a photo, anything else as a file.
#[tokio::test]
async fn files_are_sent_from_the_page() {
    let bot = Bot::in_scene().await;
    let anna = bot.scene.anna;
    let sends = async |name: &str, kind: &str, bytes: &'static [u8]| {
        let url = format!("{}/sandbox/upload", bot.server.base_url());
        let who = [("person", anna.0.to_string()), ("chat", anna.0.to_string())];
        let what = [("name", name), ("caption", "kijk")];
        let sent = bot.http.post(url).query(&who).query(&what).header("content-type", kind).body(bytes).send().await;
        sent.unwrap().status().as_u16()
    };
    assert_eq!(sends("bmkb.md", "application/octet-stream", b"+++\n").await, 204);
    assert_eq!(sends("a.png", "application/octet-stream", b"\x89PNG\r\n\x1a\n").await, 204);
    assert_eq!(sends("a.md", "text/plain", b"as a form of another site can send it").await, 415);
    let heard = bot.fetches_all().await;
    assert_eq!(heard.len(), 2);
    assert_eq!(heard[0]["message"]["document"]["file_name"], "bmkb.md");
    assert_eq!(heard[0]["message"]["caption"], "kijk");
    assert!(heard[1]["message"]["photo"].is_array());
}

/// What sets the bot in motion is told before the bot says anything about it.
#[tokio::test]
async fn what_comes_in_is_told() {
    let bot = Bot::in_scene().await;
    let anna = bot.scene.telegram.person(bot.scene.anna);
    anna.writes("Hallo").unwrap();
    anna.sends_voice().unwrap();
    let told = state(&bot).await["inside"].clone();
    let deeds: Vec<&str> = (0..2).map(|nth| told[nth]["deed"].as_str().unwrap()).collect();
    assert_eq!(deeds, ["sent:voice", "wrote:Hallo"]);
    assert_eq!((told[0]["actor"].as_str(), told[0]["state"].as_str()), (Some("Anna"), Some("waiting")));
    bot.scene.telegram.show_update(told[1]["update"].as_i64().unwrap(), "handled");
    assert_eq!(state(&bot).await["inside"][1]["state"], "handled");
}

/// What happens on the page happens in Telegram.
#[tokio::test]
async fn people_act_through_the_page() {
    let bot = Bot::in_scene().await;
    let (anna, forum) = (bot.scene.anna, bot.scene.forum);
    let at_home = json!({ "person": anna, "chat": anna, "thread": null });
    let with = |verb: &str, more: Value| {
        let mut deed = at_home.clone();
        deed["verb"] = json!(verb);
        deed.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        deed
    };
    assert_eq!(acts(&bot, with("write", json!({ "text": "Hallo <b>daar</b>" }))).await, 204);
    let first = state(&bot).await["people"][3]["messages"][0].clone();
    assert_eq!((first["author"].as_str(), first["text"].as_str()), (Some("Anna"), Some("Hallo <b>daar</b>")));
    assert_eq!(acts(&bot, with("edit", json!({ "message": first["id"], "text": "Hallo" }))).await, 204);
    assert_eq!(acts(&bot, with("send", json!({ "what": "voice" }))).await, 204);
    assert_eq!(acts(&bot, with("edit", json!({ "message": 999, "text": "?" }))).await, 409);

    let desk = json!({ "verb": "write", "person": bot.scene.iris, "chat": forum, "thread": null,
        "text": "/koppel", "anonymous": true });
    assert_eq!(acts(&bot, desk).await, 204);
    let newcomer = json!({ "verb": "add_person", "name": "Karel", "language": "nl", "forum": forum });
    assert_eq!(acts(&bot, newcomer).await, 204);
    assert_eq!(acts(&bot, json!({ "verb": "block", "person": anna })).await, 204);

    let heard = bot.fetches_all().await;
    assert!(heard.iter().any(|update| update["edited_message"]["text"] == "Hallo"));
    assert!(heard.iter().any(|update| update["message"]["voice"].is_object()));
    assert!(heard.iter().any(|update| update["message"]["sender_chat"]["id"] == json!(forum)));
    assert!(heard.iter().any(|update| update["message"]["new_chat_members"][0]["first_name"] == "Karel"));
    assert!(heard.iter().any(|update| update["my_chat_member"].is_object()));
    assert_eq!(state(&bot).await["people"][3]["blocks"], true);
}

/// Misfortunes can be ordered, and the calls they spoil are shown.
#[tokio::test]
async fn the_page_orders_misfortunes_and_shows_calls() {
    let bot = Bot::in_scene().await;
    bot.scene.telegram.person(bot.scene.anna).starts(None).unwrap();
    assert_eq!(acts(&bot, json!({ "verb": "misfortune", "kind": "too_many_requests" })).await, 204);
    bot.is_refused("sendMessage", json!({ "chat_id": bot.scene.anna, "text": "Dag" })).await;
    let call = state(&bot).await["calls"][0].clone();
    assert_eq!((call["method"].as_str(), call["error"]["code"].as_i64()), (Some("sendMessage"), Some(429)));
    assert_eq!(acts(&bot, json!({ "verb": "advance_clock", "minutes": 1 })).await, 204);
    bot.says(bot.scene.anna, "Dag").await;
    assert_eq!(acts(&bot, json!({ "verb": "misfortune", "kind": "lost_answer" })).await, 204);
    assert_eq!(state(&bot).await["misfortunes"], 1);
    assert_eq!(acts(&bot, json!({ "verb": "no_misfortunes" })).await, 204);
    assert_eq!(state(&bot).await["misfortunes"], 0);
    assert_eq!(acts(&bot, json!({ "verb": "power", "on": false })).await, 204);
    assert_eq!(state(&bot).await["bot"]["runs"], false);
    assert!(!bot.scene.telegram.is_bot_wanted());
}

/// The page hears at once that something changed.
#[tokio::test]
async fn changes_are_pushed() {
    let bot = Bot::in_scene().await;
    let url = format!("{}/sandbox/events", bot.server.base_url());
    let mut events = bot.http.get(url).send().await.unwrap();
    bot.scene.telegram.person(bot.scene.anna).writes("Hallo").unwrap();
    let event = events.chunk().await.unwrap().unwrap();
    assert_eq!(&event[..], b"data: changed\n\n");
}

/// Files can be saved, and only pictures are shown: nobody knows what is in the others.
#[tokio::test]
async fn pictures_are_shown_and_other_files_only_saved() {
    let bot = Bot::in_scene().await;
    let anna = bot.scene.telegram.person(bot.scene.anna);
    anna.sends_document("a.html", b"<script>1</script>", "").unwrap();
    anna.sends_photo("").unwrap();
    let view = bot.scene.telegram.chat_view(bot.scene.anna, None);
    for (message, kind, way) in
        [(&view[0], "application/octet-stream", "attachment"), (&view[1], "image/png", "inline")]
    {
        let file = &message.media.as_ref().unwrap().file_id;
        let url = format!("{}/sandbox/file/{file}", bot.server.base_url());
        let answer = bot.http.get(url).send().await.unwrap();
        assert_eq!(answer.headers()["content-type"], kind);
        assert_eq!(answer.headers()["content-disposition"], way);
        assert_eq!(answer.headers()["x-content-type-options"], "nosniff");
    }
}

/// Two managers, two clients and a clock in one hand.
#[tokio::test]
async fn a_whole_desk_is_played_from_the_page() {
    let bot = Bot::in_scene().await;
    let forum = bot.scene.forum;
    bot.scene.telegram.stop_clock_at(1_795_959_236_000);
    let deed = |verb: &str, person, more: Value| {
        let mut deed = json!({ "verb": verb, "person": person, "chat": forum, "thread": null });
        deed.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        deed
    };
    let question = deed("write", bot.scene.boris, json!({ "text": "Wie weet dit?" }));
    assert_eq!(acts(&bot, question).await, 204);
    let asked = state(&bot).await["forums"][0]["threads"]["general"].as_array().unwrap().last().unwrap()["id"].clone();
    let answer = json!({ "what": "album", "caption": "Dit is hem", "reply_to": asked });
    assert_eq!(acts(&bot, deed("send", bot.scene.fatima, answer)).await, 204);
    assert_eq!(acts(&bot, deed("send", bot.scene.fatima, json!({ "what": "quiz" }))).await, 204);
    assert_eq!(acts(&bot, deed("write", bot.scene.iris, json!({ "text": "/over @Boris" }))).await, 204);
    let heard = bot.fetches_all().await;
    assert_eq!(heard[1]["message"]["caption"], "Dit is hem");
    assert_eq!(heard[1]["message"]["reply_to_message"]["text"], "Wie weet dit?");
    assert!(heard[4]["message"]["poll"].is_object());
    assert_eq!(heard[5]["message"]["text"], "/over Boris");
    let kinds: Vec<&Value> = heard[5]["message"]["entities"].as_array().unwrap().iter().map(|it| &it["type"]).collect();
    assert!(kinds.contains(&&json!("text_mention")), "as the app does for who has no username: {kinds:?}");

    let group = |verb: &str, person| json!({ "verb": verb, "person": person, "chat": forum });
    assert_eq!(acts(&bot, group("leave", bot.scene.boris)).await, 204);
    assert_eq!(acts(&bot, group("remove", bot.scene.fatima)).await, 204);
    assert_eq!(state(&bot).await["forums"][0]["former"].as_array().unwrap().len(), 2);
    assert_eq!(acts(&bot, group("join", bot.scene.boris)).await, 204);
    assert_eq!(state(&bot).await["forums"][0]["former"][0]["name"], "Fatima");
    let rights = |given: bool| json!({ "verb": "bot_rights", "chat": forum, "given": given });
    assert_eq!(acts(&bot, rights(false)).await, 204);
    bot.is_refused("createForumTopic", json!({ "chat_id": forum, "name": "Zaak" })).await;
    assert_eq!(acts(&bot, rights(true)).await, 204);
    bot.calls("createForumTopic", json!({ "chat_id": forum, "name": "Zaak" })).await;

    // It was Sunday 29 November 2026, 14:33:56 in Deventer; now it is half past eight, and a minute, on Monday.
    assert_eq!(acts(&bot, json!({ "verb": "next_morning" })).await, 204);
    assert_eq!(state(&bot).await["now"], 1_796_023_860);
}
