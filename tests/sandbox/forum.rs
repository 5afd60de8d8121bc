//! The forum: topics, rights, pins, and who hears what.

use loket::sandbox::{MessageId, Refusal, Right, ThreadId};
use serde_json::json;

use crate::bot::Bot;

async fn opens_topic(bot: &Bot, name: &str) -> ThreadId {
    let topic = bot.calls("createForumTopic", json!({ "chat_id": bot.scene.forum, "name": name })).await;
    ThreadId(topic["message_thread_id"].as_i64().unwrap())
}

/// The life of a topic.
#[tokio::test]
async fn a_topic_is_made_used_closed_and_deleted() {
    let bot = Bot::in_scene().await;
    let forum = bot.scene.forum;
    let thread = opens_topic(&bot, "Zaak 17 · Deventer").await;
    let here = json!({ "chat_id": forum, "message_thread_id": thread });
    let say = json!({ "chat_id": forum, "message_thread_id": thread, "text": "Kaart" });
    let sent = bot.calls("sendMessage", say.clone()).await;
    assert_eq!(sent["is_topic_message"], true);
    assert_eq!(sent["message_thread_id"], json!(thread));

    let icons = bot.calls("getForumTopicIconStickers", json!({})).await;
    let icon = icons[0]["custom_emoji_id"].clone();
    let edit =
        json!({ "chat_id": forum, "message_thread_id": thread, "name": "Zaak 17 ✓", "icon_custom_emoji_id": icon });
    bot.calls("editForumTopic", edit.clone()).await;
    assert_eq!(bot.is_refused("editForumTopic", edit).await, "Bad Request: TOPIC_NOT_MODIFIED");
    let topic = &bot.scene.telegram.topics(forum)[0];
    assert_eq!((topic.name.as_str(), topic.icon.as_deref()), ("Zaak 17 ✓", icons[0]["emoji"].as_str()));

    bot.calls("closeForumTopic", here.clone()).await;
    let boris = bot.scene.telegram.person(bot.scene.boris);
    assert_eq!(boris.writes_in_topic(forum, Some(thread), "Hm"), Err(Refusal::TopicClosed));
    bot.calls("sendMessage", say.clone()).await;
    bot.calls("reopenForumTopic", here.clone()).await;
    boris.writes_in_topic(forum, Some(thread), "Nu wel").unwrap();

    bot.calls("deleteForumTopic", here.clone()).await;
    assert_eq!(bot.is_refused("sendMessage", say).await, "Bad Request: message thread not found");
    assert_eq!(bot.is_refused("closeForumTopic", here).await, "Bad Request: TOPIC_ID_INVALID");
    let view = bot.scene.telegram.chat_view(forum, Some(thread));
    assert!(view.iter().all(|message| message.deleted));
}

/// General has a number that must not be used, and what never was cannot be written in.
#[tokio::test]
async fn threads_have_to_exist() {
    let bot = Bot::in_scene().await;
    for thread in [1, 4711] {
        let say = json!({ "chat_id": bot.scene.forum, "message_thread_id": thread, "text": "?" });
        assert_eq!(bot.is_refused("sendMessage", say).await, "Bad Request: message thread not found");
    }
    bot.says(bot.scene.forum, "In General").await;
    let boris = bot.scene.telegram.person(bot.scene.boris);
    boris.writes_in_topic(bot.scene.forum, Some(loket::sandbox::GENERAL), "Ook").unwrap();
    let seen = bot.sees(bot.scene.forum);
    assert_eq!(seen[seen.len() - 2..], ["LoketSandboxBot: In General", "Boris: Ook"]);
}

/// An admin bot hears everything in the forum, with the marks by which topics are told apart.
#[tokio::test]
async fn the_bot_hears_managers_but_not_itself() {
    let bot = Bot::in_scene().await;
    let (telegram, forum) = (&bot.scene.telegram, bot.scene.forum);
    let thread = opens_topic(&bot, "Zaak 1").await;
    let created = bot.fetches_all().await;
    assert_eq!(created[0]["message"]["forum_topic_created"]["name"], "Zaak 1");
    assert_eq!(created.len(), 1, "of its own deeds it hears the service messages");

    let card =
        bot.calls("sendMessage", json!({ "chat_id": forum, "message_thread_id": thread, "text": "Vraag" })).await;
    let card = MessageId(card["message_id"].as_i64().unwrap());
    let boris = telegram.person(bot.scene.boris).in_topic(forum, Some(thread));
    boris.writes("Ik pak hem").unwrap();
    boris.replies(card, "Over deze").unwrap();
    telegram.person(bot.scene.iris).in_topic(forum, Some(thread)).anonymously().writes("Anoniem").unwrap();

    let heard: Vec<_> = bot.fetches_all().await.into_iter().map(|update| update["message"].clone()).collect();
    assert_eq!(heard.len(), 3);
    assert_eq!(heard[0]["is_topic_message"], true);
    assert_eq!(heard[0]["reply_to_message"]["message_id"], json!(thread), "a topic is one long reply");
    assert_eq!(heard[1]["reply_to_message"]["text"], "Vraag");
    assert_eq!(heard[2]["from"]["id"], 1_087_968_824);
    assert_eq!(heard[2]["sender_chat"]["id"], json!(forum));
}

/// Without a right the bot is told so.
#[tokio::test]
async fn rights_are_checked() {
    let bot = Bot::in_scene().await;
    let (telegram, forum) = (&bot.scene.telegram, bot.scene.forum);
    let thread = opens_topic(&bot, "Zaak 1").await;
    let card = bot.says(forum, "Kaart").await;
    telegram.group(forum).promote_bot(&[Right::DeleteMessages]);

    let topic = json!({ "chat_id": forum, "name": "Zaak 2" });
    assert_eq!(bot.is_refused("createForumTopic", topic).await, "Bad Request: not enough rights to create a topic");
    let pin = json!({ "chat_id": forum, "message_id": card });
    let refusal = bot.is_refused("pinChatMessage", pin).await;
    assert_eq!(refusal, "Bad Request: not enough rights to manage pinned messages in the chat");
    // Its own topic it may still close.
    bot.calls("closeForumTopic", json!({ "chat_id": forum, "message_thread_id": thread })).await;

    telegram.group(forum).remove(bot.scene.telegram.bot_id());
    let say = json!({ "chat_id": forum, "text": "?" });
    assert_eq!(bot.is_refused("sendMessage", say).await, "Forbidden: bot was kicked from the supergroup chat");
}

/// Pins show at the top and leave a line; reactions stay with the message.
#[tokio::test]
async fn messages_are_pinned_and_marked() {
    let bot = Bot::in_scene().await;
    let forum = bot.scene.forum;
    let thread = opens_topic(&bot, "Zaak 1").await;
    let sent =
        bot.calls("sendMessage", json!({ "chat_id": forum, "message_thread_id": thread, "text": "Kaart" })).await;
    let it = json!({ "chat_id": forum, "message_id": sent["message_id"] });
    bot.calls("pinChatMessage", it.clone()).await;
    let mut reaction = it.clone();
    reaction["reaction"] = json!([{ "type": "emoji", "emoji": "👀" }]);
    bot.calls("setMessageReaction", reaction).await;

    let view = bot.scene.telegram.chat_view(forum, Some(thread));
    let [_, card, line] = &view[..] else { panic!("{view:?}") };
    assert!(card.pinned);
    assert_eq!(card.reactions, ["👀"]);
    assert_eq!((line.service, line.text.as_str()), (true, "pinned a message"));

    bot.calls("unpinAllForumTopicMessages", json!({ "chat_id": forum, "message_thread_id": thread })).await;
    let view = bot.scene.telegram.chat_view(forum, Some(thread));
    assert!(view.iter().all(|message| !message.pinned));
}

/// A basic group that grows gets a new number; the old one says where to go.
#[tokio::test]
async fn a_group_can_migrate() {
    let bot = Bot::in_scene().await;
    let telegram = &bot.scene.telegram;
    let group = telegram.group(telegram.add_basic_group("Oude groep"));
    group.add_owner(bot.scene.iris);
    group.promote_bot(&[]);
    bot.says(group.id(), "Voor de verhuizing").await;
    let new = group.migrate().unwrap();
    let answer = bot.tries("sendMessage", json!({ "chat_id": group.id(), "text": "?" })).await.unwrap();
    assert_eq!(answer["parameters"]["migrate_to_chat_id"], json!(new));
    bot.says(new, "Na de verhuizing").await;
}
