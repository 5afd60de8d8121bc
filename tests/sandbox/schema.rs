//! Everything the stand-in tells is what teloxide expects to hear.

use loket::sandbox::{MessageId, Right};
use serde_json::json;
use teloxide::prelude::*;
use teloxide::types::{
    ChatMemberStatus, InputFile, Me, MessageKind, ParseMode, ReplyParameters, ThreadId, Update, UpdateKind,
};
use teloxide::{ApiError, RequestError};

use crate::bot::Bot;

fn teloxide_bot(bot: &Bot) -> teloxide::Bot {
    let url = bot.server.base_url().parse().unwrap();
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    teloxide::Bot::with_client(loket::sandbox::SANDBOX_TOKEN, client).set_api_url(url)
}

/// Plays everything people can do, and reads every update with teloxide.
#[tokio::test]
async fn teloxide_reads_every_update() {
    let bot = Bot::in_scene().await;
    let (telegram, forum) = (&bot.scene.telegram, bot.scene.forum);
    telegram.set_limits(None);
    let kinds = ["message", "edited_message", "callback_query", "my_chat_member", "chat_member", "message_reaction"];
    bot.calls("getUpdates", json!({ "allowed_updates": kinds })).await;

    let anna = telegram.person(bot.scene.anna);
    let question = anna.starts(Some("x")).unwrap();
    anna.edits(question, "/start").unwrap();
    anna.replies(question, "Nog iets").unwrap();
    anna.sends_photo("Foto").unwrap();
    anna.sends_voice().unwrap();
    anna.sends_document("a.pdf", b"a", "").unwrap();
    anna.sends_album(2, "Album").unwrap();
    anna.sends_location(52.2, 6.2).unwrap();
    anna.sends_contact("+31612345678").unwrap();
    anna.reacts(question, "👍").unwrap();
    let buttons = json!({ "inline_keyboard": [[{ "text": "Ja", "callback_data": "ja" }]] });
    let sent =
        bot.calls("sendMessage", json!({ "chat_id": bot.scene.anna, "text": "?", "reply_markup": buttons })).await;
    anna.taps(MessageId(sent["message_id"].as_i64().unwrap()), "Ja").unwrap();
    anna.blocks().unwrap();
    anna.unblocks().unwrap();

    let iris = telegram.person(bot.scene.iris);
    let thread = iris.opens_topic(forum, "Vrije zaak").unwrap();
    iris.in_topic(forum, Some(thread)).anonymously().writes("/koppel").unwrap();
    let here = json!({ "chat_id": forum, "message_thread_id": thread });
    bot.calls("editForumTopic", json!({ "chat_id": forum, "message_thread_id": thread, "name": "Zaak" })).await;
    bot.calls("closeForumTopic", here.clone()).await;
    bot.calls("reopenForumTopic", here).await;
    let card = bot.says(forum, "Kaart").await;
    bot.calls("pinChatMessage", json!({ "chat_id": forum, "message_id": card })).await;
    let group = telegram.group(forum);
    group.add_member(bot.scene.anna);
    group.leaves(bot.scene.anna);
    group.remove(bot.scene.boris);
    group.promote_bot(&[Right::ManageTopics]);
    group.remove(telegram.bot_id());

    let updates = bot.fetches_all().await;
    assert!(updates.len() > 25, "{}", updates.len());
    for update in updates {
        let read: Update = serde_json::from_str(&update.to_string()).unwrap();
        assert!(!matches!(read.kind, UpdateKind::Error(_)), "{update}");
        if let UpdateKind::Message(message) | UpdateKind::EditedMessage(message) = &read.kind {
            assert!(!matches!(message.kind, MessageKind::Empty {}), "{update}");
        }
    }
}

/// A kind of message that teloxide does not know can be played too.
#[tokio::test]
async fn unknown_kinds_of_message_can_be_played() {
    let bot = Bot::in_scene().await;
    let fields = json!({ "rich_message": { "blocks": [] } });
    let anna = bot.scene.telegram.person(bot.scene.anna);
    anna.sends_other(fields.as_object().unwrap().clone()).unwrap();
    let heard = bot.fetches_all().await;
    assert!(heard[0]["message"]["rich_message"].is_object());
    assert_eq!(bot.sees(bot.scene.anna), ["Anna: [rich_message]"]);
}

/// teloxide's own calls and types work against the stand-in.
#[tokio::test]
async fn teloxide_can_call_every_important_method() {
    let bot = Bot::in_scene().await;
    bot.scene.telegram.set_limits(None);
    bot.scene.telegram.person(bot.scene.anna).starts(None).unwrap();
    let api = teloxide_bot(&bot);
    let (anna, desk) = (ChatId(bot.scene.anna.0), ChatId(bot.scene.forum.0));
    let me: Me = api.get_me().await.unwrap();
    assert_eq!(me.username(), "LoketSandboxBot");
    let sent = api.send_message(anna, "<b>Dag</b>").parse_mode(ParseMode::Html).await.unwrap();
    assert_eq!(sent.text(), Some("Dag"));
    let reply = api.send_message(anna, "Antwoord").reply_parameters(ReplyParameters::new(sent.id)).await.unwrap();
    assert_eq!(reply.reply_to_message().map(|message| message.id), Some(sent.id));
    let file = InputFile::memory("bytes").file_name("a.txt");
    let document = api.send_document(anna, file).caption("Bestand").await.unwrap();
    let stored = api.get_file(document.document().unwrap().file.id.clone()).await.unwrap();
    assert_eq!(stored.size, 5);

    let topic = api.create_forum_topic(desk, "Zaak").await.unwrap();
    api.copy_message(desk, anna, document.id).message_thread_id(topic.thread_id).await.unwrap();
    let icons = api.get_forum_topic_icon_stickers().await.unwrap();
    assert!(!icons.is_empty());
    api.get_chat(desk).await.unwrap();
    api.get_chat(anna).await.unwrap();
    let member = api.get_chat_member(desk, UserId(u64::try_from(bot.scene.boris.0).unwrap())).await.unwrap();
    assert_eq!(member.status(), ChatMemberStatus::Member);
    api.get_chat_administrators(desk).await.unwrap();
    api.get_webhook_info().await.unwrap();
    api.get_my_commands().await.unwrap();
    assert!(api.get_updates().await.unwrap().len() >= 2);

    let missing = api.send_message(desk, "?").message_thread_id(ThreadId(teloxide::types::MessageId(99))).await;
    assert!(
        matches!(missing, Err(RequestError::Api(ApiError::Unknown(text))) if text.contains("message thread not found"))
    );
    let same = api.edit_message_text(anna, sent.id, "Dag").await.map(|_| ());
    api.edit_message_text(anna, sent.id, "Dag").await.unwrap_err();
    assert!(same.is_ok(), "the bold was lost, so it changed");
}
