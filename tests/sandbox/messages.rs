//! Messages: sent, edited, deleted, copied, with files and buttons.

use loket::sandbox::{MediaKind, MessageId, Refusal};
use serde_json::json;

use crate::bot::Bot;

/// Only those who opened a chat can be written to, and whoever blocks the bot is left alone.
#[tokio::test]
async fn the_bot_cannot_write_to_everybody() {
    let bot = Bot::in_scene().await;
    let telegram = &bot.scene.telegram;
    let anna = telegram.person(bot.scene.anna);
    let text = |chat: i64| json!({ "chat_id": chat, "text": "Dag" });

    let refusal = bot.is_refused("sendMessage", text(bot.scene.anna.0)).await;
    assert_eq!(refusal, "Bad Request: chat not found");
    let refusal = bot.is_refused("sendMessage", text(bot.scene.boris.0)).await;
    assert_eq!(refusal, "Forbidden: bot can't initiate conversation with a user");
    assert_eq!(bot.is_refused("sendMessage", text(4711)).await, "Bad Request: chat not found");

    anna.starts(Some("deventer")).unwrap();
    bot.says(bot.scene.anna, "Dag Anna").await;
    assert_eq!(bot.sees(bot.scene.anna), ["Anna: /start deventer", "LoketSandboxBot: Dag Anna"]);

    anna.blocks().unwrap();
    let refusal = bot.is_refused("sendMessage", text(bot.scene.anna.0)).await;
    assert_eq!(refusal, "Forbidden: bot was blocked by the user");
    let heard = bot.fetches_all().await;
    assert_eq!(heard.last().unwrap()["my_chat_member"]["new_chat_member"]["status"], "kicked");

    anna.writes("Ik ben er weer").unwrap();
    bot.says(bot.scene.anna, "Welkom terug").await;
    anna.deletes_account().unwrap();
    let refusal = bot.is_refused("sendMessage", text(bot.scene.anna.0)).await;
    assert_eq!(refusal, "Forbidden: user is deactivated");
}

/// The limits of a text are those of Telegram, counted as Telegram counts.
#[tokio::test]
async fn texts_have_limits() {
    let bot = Bot::in_scene().await;
    bot.scene.telegram.set_limits(None);
    bot.scene.telegram.person(bot.scene.anna).starts(None).unwrap();
    let chat = bot.scene.anna;
    let say = |text: String| json!({ "chat_id": chat, "text": text });

    assert_eq!(bot.is_refused("sendMessage", say("  \n ".into())).await, "Bad Request: message text is empty");
    bot.calls("sendMessage", say("é".repeat(4096))).await;
    let refusal = bot.is_refused("sendMessage", say("é".repeat(4097))).await;
    assert_eq!(refusal, "Bad Request: message is too long");
    // An emoji counts for two.
    let refusal = bot.is_refused("sendMessage", say("😀".repeat(2049))).await;
    assert_eq!(refusal, "Bad Request: message is too long");

    let with_button = |data: String| {
        let button = json!({ "text": "Ja", "callback_data": data });
        json!({ "chat_id": chat, "text": "?", "reply_markup": { "inline_keyboard": [[button]] } })
    };
    bot.calls("sendMessage", with_button("x".repeat(64))).await;
    let refusal = bot.is_refused("sendMessage", with_button("x".repeat(65))).await;
    assert_eq!(refusal, "Bad Request: BUTTON_DATA_INVALID");
}

/// Edits follow both ways; the bot changes only its own messages, and only really.
#[tokio::test]
async fn messages_can_be_edited() {
    let bot = Bot::in_scene().await;
    let anna = bot.scene.telegram.person(bot.scene.anna);
    let question = anna.writes("Subsidi?").unwrap();
    anna.edits(question, "Subsidie?").unwrap();
    let heard = bot.fetches_all().await;
    assert_eq!(heard[1]["edited_message"]["text"], "Subsidie?");
    assert!(heard[1]["edited_message"]["edit_date"].is_i64());

    let answer = bot.says(bot.scene.anna, "Even kijken…").await;
    let edit = |id: i64, text: &str| json!({ "chat_id": bot.scene.anna, "message_id": id, "text": text });
    bot.calls("editMessageText", edit(answer, "Gevonden!")).await;
    let refusal = bot.is_refused("editMessageText", edit(answer, "Gevonden!")).await;
    assert_eq!(
        refusal,
        "Bad Request: message is not modified: specified new message content and reply markup are \
         exactly the same as a current content and reply markup of the message"
    );
    let refusal = bot.is_refused("editMessageText", edit(question.0, "Anders")).await;
    assert_eq!(refusal, "Bad Request: message can't be edited");
    let refusal = bot.is_refused("editMessageText", edit(999, "Wat?")).await;
    assert_eq!(refusal, "Bad Request: message to edit not found");
    assert_eq!(anna.edits(MessageId(answer), "Nee"), Err(Refusal::CannotEdit));

    let view = bot.scene.telegram.chat_view(bot.scene.anna, None);
    assert!(view.iter().all(|message| message.edited));
}

/// A tapped button makes a callback query, which is answered once and in time.
#[tokio::test]
async fn buttons_go_there_and_back() {
    let bot = Bot::in_scene().await;
    let telegram = &bot.scene.telegram;
    let anna = telegram.person(bot.scene.anna);
    anna.starts(None).unwrap();
    bot.fetches_all().await;
    let buttons = json!([[{ "text": "Ja", "callback_data": "yes" }, { "text": "Site", "url": "https://example.org" }]]);
    let sent = bot
        .calls(
            "sendMessage",
            json!({ "chat_id": bot.scene.anna, "text": "Klopt dat?",
            "reply_markup": { "inline_keyboard": buttons } }),
        )
        .await;
    let message = MessageId(sent["message_id"].as_i64().unwrap());

    let query = anna.taps(message, "Ja").unwrap().expect("a query");
    assert_eq!(anna.taps(message, "Site"), Ok(None));
    let missing = anna.taps(message, "Nee").unwrap_err();
    assert_eq!(missing.to_string(), r#"there is no button "Nee" here, only ["Ja", "Site"]"#);

    let heard = bot.fetches_all().await;
    let asked = &heard[0]["callback_query"];
    assert_eq!(asked["data"], "yes");
    assert_eq!(asked["message"]["reply_markup"]["inline_keyboard"], buttons);
    let answer = json!({ "callback_query_id": asked["id"], "text": "Genoteerd" });
    bot.calls("answerCallbackQuery", answer.clone()).await;
    assert_eq!(telegram.answer_to(&query).unwrap().text, "Genoteerd");
    let too_late = "Bad Request: query is too old and response timeout expired or query ID is invalid";
    assert_eq!(bot.is_refused("answerCallbackQuery", answer).await, too_late);

    let query = anna.taps(message, "yes").unwrap().expect("a query");
    telegram.advance_clock(std::time::Duration::from_secs(61));
    let answer = json!({ "callback_query_id": query });
    assert_eq!(bot.is_refused("answerCallbackQuery", answer).await, too_late);
}

/// Files keep their bytes on the way in, on the way out, and when copied.
#[tokio::test]
async fn files_arrive_whole_and_copies_hide_their_origin() {
    let bot = Bot::in_scene().await;
    bot.scene.telegram.set_limits(None);
    let anna = bot.scene.telegram.person(bot.scene.anna);
    let original = anna.sends_document("offerte.pdf", b"%PDF offerte", "Mijn offerte").unwrap();
    let heard = bot.fetches_all().await;
    let document = &heard[0]["message"]["document"];
    assert_eq!(document["file_name"], "offerte.pdf");

    let file = bot.calls("getFile", json!({ "file_id": document["file_id"] })).await;
    let path = file["file_path"].as_str().unwrap();
    let url = bot.url(path).replace("/bot", "/file/bot");
    let bytes = bot.http.get(url).send().await.unwrap().bytes().await.unwrap();
    assert_eq!(&bytes[..], b"%PDF offerte");

    let copy = json!({ "chat_id": bot.scene.forum, "from_chat_id": bot.scene.anna, "message_id": original });
    let copied = bot.calls("copyMessage", copy.clone()).await;
    assert_eq!(copied.as_object().unwrap().len(), 1, "only the number: {copied}");
    bot.calls("forwardMessage", copy).await;
    let view = bot.scene.telegram.chat_view(bot.scene.forum, None);
    let [.., copied, forwarded] = &view[..] else { panic!("two messages") };
    assert_eq!((copied.text.as_str(), copied.forwarded), ("Mijn offerte", false));
    assert!(forwarded.forwarded);
    assert_eq!(copied.media.as_ref().unwrap().kind, MediaKind::Document);

    let gone = json!({ "chat_id": bot.scene.forum, "from_chat_id": bot.scene.anna, "message_id": 999 });
    assert_eq!(bot.is_refused("copyMessage", gone).await, "Bad Request: message to copy not found");
}

/// What the bot uploads can be looked at; albums stay together.
#[tokio::test]
async fn the_bot_sends_files_and_albums() {
    let bot = Bot::in_scene().await;
    let anna = bot.scene.telegram.person(bot.scene.anna);
    let pictures = anna.sends_album(2, "Twee foto's").unwrap();
    let heard = bot.fetches_all().await;
    assert_eq!(heard[0]["message"]["media_group_id"], heard[1]["message"]["media_group_id"]);

    let part = |bytes: &'static [u8], name: &'static str| reqwest::multipart::Part::bytes(bytes).file_name(name);
    let form = reqwest::multipart::Form::new()
        .text("chat_id", bot.scene.anna.to_string())
        .text("document", "attach://brief")
        .part("brief", part(b"Geachte", "brief.txt"));
    let sent = bot.http.post(bot.url("sendDocument")).multipart(form).send().await.unwrap();
    let sent: serde_json::Value = sent.json().await.unwrap();
    let file = sent["result"]["document"]["file_id"].as_str().unwrap();
    assert_eq!(bot.scene.telegram.file_bytes(file).unwrap(), b"Geachte");

    let media = json!([{ "type": "document", "media": file, "caption": "Eén" }, { "type": "document", "media": file }]);
    let album = bot.calls("sendMediaGroup", json!({ "chat_id": bot.scene.anna, "media": media })).await;
    assert_eq!(album[0]["media_group_id"], album[1]["media_group_id"]);

    let copies = json!({ "chat_id": bot.scene.forum, "from_chat_id": bot.scene.anna, "message_ids": pictures });
    let copies = bot.calls("copyMessages", copies).await;
    assert_eq!(copies.as_array().unwrap().len(), 2);
    let view = bot.scene.telegram.chat_view(bot.scene.forum, None);
    let albums: Vec<_> = view.iter().filter_map(|message| message.album.as_ref()).collect();
    assert_eq!(albums[0], albums[1]);
}

/// A photo is what the real service takes as one, and keeps its size.
#[tokio::test]
async fn the_bot_sends_a_picture() {
    let bot = Bot::in_scene().await;
    bot.scene.telegram.person(bot.scene.anna).starts(None).unwrap();
    let send = async |width: u32, height: u32, start: &[u8]| {
        let png = [start, &b"\0\0\0\x0dIHDR"[..], &width.to_be_bytes(), &height.to_be_bytes()].concat();
        let part = reqwest::multipart::Part::bytes(png).file_name("cijfers.png");
        let form = reqwest::multipart::Form::new().text("chat_id", bot.scene.anna.to_string()).part("photo", part);
        let sent = bot.http.post(bot.url("sendPhoto")).multipart(form).send().await.unwrap();
        sent.json::<serde_json::Value>().await.unwrap()
    };
    let png = b"\x89PNG\r\n\x1a\n";
    let sent = send(1_080, 2_400, png).await;
    let photo = &sent["result"]["photo"][0];
    assert_eq!((&photo["width"], &photo["height"]), (&json!(1_080), &json!(2_400)), "{sent}");
    assert_eq!(send(1_080, 9_000, png).await["description"], "Bad Request: PHOTO_INVALID_DIMENSIONS");
    assert_eq!(send(100, 2_001, png).await["description"], "Bad Request: PHOTO_INVALID_DIMENSIONS");
    assert_eq!(send(100, 100, b"%PDF").await["description"], "Bad Request: IMAGE_PROCESS_FAILED");
    let view = bot.scene.telegram.chat_view(bot.scene.anna, None);
    assert_eq!(view.iter().filter(|message| message.media.is_some()).count(), 1);
}

/// Deleting: own and received messages while they are young.
#[tokio::test]
async fn messages_can_be_deleted_for_two_days() {
    let bot = Bot::in_scene().await;
    let anna = bot.scene.telegram.person(bot.scene.anna);
    let secret = anna.writes("Mijn BSN is 123456782").unwrap();
    let delete = |id: i64| json!({ "chat_id": bot.scene.anna, "message_id": id });
    bot.calls("deleteMessage", delete(secret.0)).await;
    assert!(bot.sees(bot.scene.anna).is_empty());
    let refusal = bot.is_refused("deleteMessage", delete(secret.0)).await;
    assert_eq!(refusal, "Bad Request: message to delete not found");

    let old = bot.says(bot.scene.anna, "Verwijderd.").await;
    bot.scene.telegram.advance_clock(std::time::Duration::from_hours(49));
    let refusal = bot.is_refused("deleteMessage", delete(old)).await;
    assert_eq!(refusal, "Bad Request: message can't be deleted for everyone");
}
