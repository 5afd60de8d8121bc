//! Chats, members, commands and texts: what the bot can ask, and how it presents itself.

use serde_json::json;

use crate::bot::Bot;

/// The bot asks who is who.
#[tokio::test]
async fn chats_and_members_can_be_asked_about() {
    let bot = Bot::in_scene().await;
    let forum = bot.scene.forum;
    let me = bot.calls("getMe", json!({})).await;
    assert_eq!(me["username"], "LoketSandboxBot");

    let chat = bot.calls("getChat", json!({ "chat_id": forum })).await;
    assert_eq!((chat["title"].as_str(), chat["is_forum"].as_bool()), (Some("Loket Oost-Nederland"), Some(true)));
    let role = async |person| {
        let params = json!({ "chat_id": forum, "user_id": person });
        bot.calls("getChatMember", params).await["status"].as_str().unwrap().to_owned()
    };
    assert_eq!(role(bot.scene.iris).await, "creator");
    assert_eq!(role(bot.scene.boris).await, "member");
    assert_eq!(role(bot.scene.anna).await, "left");
    assert_eq!(role(bot.scene.telegram.bot_id()).await, "administrator");
    bot.scene.telegram.group(forum).remove(bot.scene.boris);
    assert_eq!(role(bot.scene.boris).await, "kicked");

    let administrators = bot.calls("getChatAdministrators", json!({ "chat_id": forum })).await;
    assert_eq!(administrators.as_array().unwrap().len(), 2);
    assert_eq!(bot.calls("getChatMemberCount", json!({ "chat_id": forum })).await, 3);
    bot.calls("leaveChat", json!({ "chat_id": forum })).await;
    let refusal = bot.is_refused("getChat", json!({ "chat_id": forum })).await;
    assert_eq!(refusal, "Forbidden: bot is not a member of the supergroup chat");
}

/// Everyone sees the commands meant for them.
#[tokio::test]
async fn commands_differ_by_language_and_place() {
    let bot = Bot::in_scene().await;
    let telegram = &bot.scene.telegram;
    let command = |name: &str, about: &str| json!([{ "command": name, "description": about }]);
    bot.calls("setMyCommands", json!({ "commands": command("help", "Help") })).await;
    let dutch = json!({ "commands": command("hulp", "Hulp"), "language_code": "nl" });
    bot.calls("setMyCommands", dutch).await;
    let scope = json!({ "type": "chat", "chat_id": bot.scene.iris });
    bot.calls("setMyCommands", json!({ "commands": command("publiceer", "Publiceer"), "scope": scope })).await;

    assert_eq!(telegram.commands_for(bot.scene.anna)[0]["command"], "hulp");
    assert_eq!(telegram.commands_for(bot.scene.james)[0]["command"], "help");
    assert_eq!(telegram.commands_for(bot.scene.iris)[0]["command"], "publiceer");
    let wrong = json!({ "commands": command("Hoofdletter", "x") });
    assert_eq!(bot.is_refused("setMyCommands", wrong).await, "Bad Request: BOT_COMMAND_INVALID");

    bot.calls("setMyDescription", json!({ "description": "Eén loket" })).await;
    let got = bot.calls("getMyDescription", json!({ "language_code": "nl" })).await;
    assert_eq!(got["description"], "Eén loket");
}

/// A bot that is a mere member hears only what is meant for it.
#[tokio::test]
async fn privacy_mode_hides_small_talk() {
    let bot = Bot::in_scene().await;
    let telegram = &bot.scene.telegram;
    let chat = telegram.add_supergroup("Borrel");
    let group = telegram.group(chat);
    group.add_owner(bot.scene.iris);
    group.add_member(telegram.bot_id());
    group.add_member(bot.scene.boris);
    bot.fetches_all().await;
    let boris = telegram.person(bot.scene.boris).in_topic(chat, None);
    boris.writes("Lekker weer").unwrap();
    boris.writes("/koppel").unwrap();
    let heard = bot.fetches_all().await;
    assert_eq!(heard.len(), 1);
    assert_eq!(heard[0]["message"]["text"], "/koppel");
}
