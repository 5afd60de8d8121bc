//! Text with formatting: HTML and entities.

use serde_json::{Value, json};

use crate::bot::Bot;

async fn bot_with_anna() -> Bot {
    let bot = Bot::in_scene().await;
    bot.scene.telegram.set_limits(None);
    bot.scene.telegram.person(bot.scene.anna).starts(None).unwrap();
    bot
}

fn html(bot: &Bot, text: &str) -> Value {
    json!({ "chat_id": bot.scene.anna, "text": text, "parse_mode": "HTML" })
}

/// Tags become entities whose offsets count UTF-16 units.
#[tokio::test]
async fn html_becomes_text_and_entities() {
    let bot = bot_with_anna().await;
    let text = "😀 <b>Vet <i>en schuin</i></b> &lt;3 &amp; <a href=\"https://example.org/?a=1&amp;b=2\">link</a>";
    let sent = bot.calls("sendMessage", html(&bot, text)).await;
    assert_eq!(sent["text"], "😀 Vet en schuin <3 & link");
    assert_eq!(
        sent["entities"],
        json!([
            { "type": "bold", "offset": 3, "length": 13 },
            { "type": "italic", "offset": 7, "length": 9 },
            { "type": "text_link", "offset": 22, "length": 4, "url": "https://example.org/?a=1&b=2" },
        ])
    );
    let sent = bot.calls("sendMessage", html(&bot, "<pre><code class=\"language-rust\">let a;</code></pre>")).await;
    assert_eq!(sent["entities"][0]["type"], "pre");
    assert_eq!(bot.is_refused("sendMessage", html(&bot, "<b></b>")).await, "Bad Request: message text is empty");
}

/// Broken HTML is refused with the reason.
#[tokio::test]
async fn broken_html_is_refused() {
    let bot = bot_with_anna().await;
    let refused = [
        ("a <b>b", "Can't find end tag corresponding to start tag \"b\""),
        ("a <blink>b</blink>", "Unsupported start tag \"blink\" at byte offset 2"),
        ("<b>a</i>", "Unmatched end tag at byte offset 4, expected \"</b>\", found \"</i>\""),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("3 < 4", "Unclosed start tag at byte offset 2"),
    ];
    for (text, reason) in refused {
        let refusal = bot.is_refused("sendMessage", html(&bot, text)).await;
        assert_eq!(refusal, format!("Bad Request: can't parse entities: {reason}"));
    }
    let markdown = json!({ "chat_id": bot.scene.anna, "text": "*a*", "parse_mode": "MarkdownV2" });
    assert!(bot.is_refused("sendMessage", markdown).await.contains("not Markdown"));
}

/// Given entities have to fit the text, also when its ends are trimmed.
#[tokio::test]
async fn entities_have_to_fit() {
    let bot = bot_with_anna().await;
    let bold = |text: &str, offset: usize, length: usize| {
        let entities = json!([{ "type": "bold", "offset": offset, "length": length }]);
        json!({ "chat_id": bot.scene.anna, "text": text, "entities": entities })
    };
    let sent = bot.calls("sendMessage", bold("  dag  ", 2, 5)).await;
    assert_eq!(sent["entities"], json!([{ "type": "bold", "offset": 0, "length": 3 }]));
    let invalid = "Bad Request: ENTITY_BOUNDS_INVALID";
    assert_eq!(bot.is_refused("sendMessage", bold("dag", 0, 4)).await, invalid);
    assert_eq!(bot.is_refused("sendMessage", bold("😀", 1, 1)).await, invalid);
}

/// What people write gets its commands and links marked.
#[tokio::test]
async fn commands_and_links_are_found() {
    let bot = bot_with_anna().await;
    bot.fetches_all().await;
    let anna = bot.scene.telegram.person(bot.scene.anna);
    anna.writes("/help kijk op https://rvo.nl/isde, @iemand").unwrap();
    let heard = bot.fetches_all().await;
    assert_eq!(
        heard[0]["message"]["entities"],
        json!([
            { "type": "bot_command", "offset": 0, "length": 5 },
            { "type": "url", "offset": 14, "length": 19 },
            { "type": "mention", "offset": 35, "length": 7 },
        ])
    );
}
