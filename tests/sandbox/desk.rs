//! What a desk needs of Telegram: members who come and go, rights that are taken, answers for one, things that can't be
//! copied.

use loket::sandbox::{MessageId, Right, ThreadId};
use serde_json::{Value, json};

use crate::bot::Bot;

const ALL_RIGHTS: [Right; 3] = [Right::ManageTopics, Right::PinMessages, Right::DeleteMessages];

/// The bot asks to hear of members, and reads the news so far.
async fn hears_of_members(bot: &Bot) {
    let kinds = json!(["message", "edited_message", "callback_query", "my_chat_member", "chat_member"]);
    bot.calls("getUpdates", json!({ "allowed_updates": kinds })).await;
    bot.fetches_all().await;
}

async fn topic(bot: &Bot) -> ThreadId {
    let made = bot.calls("createForumTopic", json!({ "chat_id": bot.scene.forum, "name": "Zaak 1" })).await;
    ThreadId(made["message_thread_id"].as_i64().unwrap())
}

/// Who leaves, is removed or comes back is told at once, and can be asked about.
#[tokio::test]
async fn members_come_and_go() {
    let bot = Bot::in_scene().await;
    hears_of_members(&bot).await;
    let group = bot.scene.telegram.group(bot.scene.forum);
    let status = async |person| {
        let params = json!({ "chat_id": bot.scene.forum, "user_id": person });
        bot.calls("getChatMember", params).await["status"].as_str().unwrap().to_owned()
    };
    group.leaves(bot.scene.boris);
    group.remove(bot.scene.fatima);
    assert_eq!((status(bot.scene.boris).await, status(bot.scene.fatima).await), ("left".into(), "kicked".into()));
    group.add_member(bot.scene.boris);
    assert_eq!(status(bot.scene.boris).await, "member");
    bot.scene.telegram.person(bot.scene.boris).in_topic(bot.scene.forum, None).writes("Ik ben er weer").unwrap();

    let heard = bot.fetches_all().await;
    let changes: Vec<&Value> = heard.iter().filter_map(|update| update.get("chat_member")).collect();
    let became = |change: &&Value| {
        let member = &change["new_chat_member"];
        format!("{} {}", member["user"]["first_name"].as_str().unwrap(), member["status"].as_str().unwrap())
    };
    let told: Vec<String> = changes.iter().map(became).collect();
    assert_eq!(told, ["Boris left", "Fatima kicked", "Boris member"]);
    assert_eq!(changes[1]["from"]["first_name"], "Iris", "an admin did it");
    let gone = bot.scene.telegram.read(|state| state.former_member_views(bot.scene.forum));
    assert_eq!(gone.iter().map(|member| member.name.as_str()).collect::<Vec<_>>(), ["Fatima"]);
}

/// The bot's rights can be taken and given back; it hears of both.
#[tokio::test]
async fn the_bot_can_lose_its_rights_and_get_them_back() {
    let bot = Bot::in_scene().await;
    hears_of_members(&bot).await;
    let group = bot.scene.telegram.group(bot.scene.forum);
    let open = json!({ "chat_id": bot.scene.forum, "name": "Zaak 2" });
    group.demote_bot();
    let refusal = bot.is_refused("createForumTopic", open.clone()).await;
    assert_eq!(refusal, "Bad Request: not enough rights to create a topic");
    group.remove(bot.scene.telegram.bot_id());
    let refusal = bot.is_refused("createForumTopic", open.clone()).await;
    assert_eq!(refusal, "Forbidden: bot was kicked from the supergroup chat");
    group.promote_bot(&ALL_RIGHTS);
    bot.calls("createForumTopic", open).await;
    let heard = bot.fetches_all().await;
    let became = |update: &Value| Some(update.get("my_chat_member")?["new_chat_member"]["status"].clone());
    assert_eq!(heard.iter().filter_map(became).collect::<Vec<_>>(), ["member", "kicked", "administrator"]);
}

/// An answer for one is seen by one; where nobody can be meant, it is refused.
#[tokio::test]
async fn some_messages_are_for_one_person_only() {
    let bot = Bot::in_scene().await;
    let thread = topic(&bot).await;
    let say = |receiver| {
        json!({
            "chat_id": bot.scene.forum, "message_thread_id": thread, "text": "Typ /klaar",
            "ephemeral_message_parameters": { "receiver_user_id": receiver },
        })
    };
    let sent = bot.calls("sendMessage", say(bot.scene.boris)).await;
    assert!(sent["ephemeral_message_id"].is_i64());
    let view = bot.scene.telegram.chat_view(bot.scene.forum, Some(thread));
    assert_eq!(view.last().unwrap().only_for, Some(bot.scene.boris));
    // Anna is in no group.
    let refusal = bot.is_refused("sendMessage", say(bot.scene.anna)).await;
    assert!(refusal.starts_with("Bad Request"), "{refusal}");
    bot.scene.telegram.person(bot.scene.anna).starts(None).unwrap();
    let mut private = say(bot.scene.anna);
    private["chat_id"] = json!(bot.scene.anna);
    private["message_thread_id"] = Value::Null;
    assert!(bot.is_refused("sendMessage", private).await.starts_with("Bad Request"));
}

/// Bots can't copy a quiz, a thing for money, or Telegram's own lines; of several, those are left out.
#[tokio::test]
async fn not_everything_can_be_copied() {
    let bot = Bot::in_scene().await;
    let anna = bot.scene.telegram.person(bot.scene.anna);
    let quiz = anna.sends_quiz("Is een loket een raam?").unwrap();
    let paid = json!({ "paid_media": { "star_count": 1 } });
    let paid = anna.sends_other(paid.as_object().unwrap().clone()).unwrap();
    let words = anna.writes("En dit?").unwrap();
    let copy = |message: MessageId| json!({ "chat_id": bot.scene.forum, "from_chat_id": bot.scene.anna, "message_id": message });
    for message in [quiz, paid] {
        assert_eq!(bot.is_refused("copyMessage", copy(message)).await, "Bad Request: message can't be copied");
    }
    let all = json!({
        "chat_id": bot.scene.forum, "from_chat_id": bot.scene.anna, "message_ids": [quiz, paid, words],
    });
    assert_eq!(bot.calls("copyMessages", all).await.as_array().unwrap().len(), 1);
    let view = bot.scene.telegram.chat_view(bot.scene.forum, None);
    assert_eq!(view.last().unwrap().text, "En dit?");
    let heard = bot.fetches_all().await;
    assert_eq!(heard[0]["message"]["poll"]["type"], "quiz");
    assert_eq!(bot.sees(bot.scene.anna)[0], "Anna: 📊 Is een loket een raam?");
}

/// An album may be an answer, and the words under a picture may change.
#[tokio::test]
async fn albums_answer_and_captions_change() {
    let bot = Bot::in_scene().await;
    let anna = bot.scene.telegram.person(bot.scene.anna);
    anna.starts(None).unwrap();
    let question = MessageId(bot.says(bot.scene.anna, "Heb je een foto?").await);
    bot.fetches_all().await;
    let pictures = anna.answering(question).sends_album(2, "De gevel").unwrap();
    anna.edits(pictures[0], "De achtergevel").unwrap();
    let heard = bot.fetches_all().await;
    let message = |nth: usize| &heard[nth]["message"];
    assert_eq!(message(0)["media_group_id"], message(1)["media_group_id"]);
    assert_eq!(message(1)["reply_to_message"]["text"], "Heb je een foto?");
    assert_eq!(heard[2]["edited_message"]["caption"], "De achtergevel");

    let copies = json!({ "chat_id": bot.scene.forum, "from_chat_id": bot.scene.anna, "message_ids": pictures });
    let copies = bot.calls("copyMessages", copies).await;
    let changed =
        json!({ "chat_id": bot.scene.forum, "message_id": copies[0]["message_id"], "caption": "De zijgevel" });
    bot.calls("editMessageCaption", changed).await;
    let view = bot.scene.telegram.chat_view(bot.scene.forum, None);
    let [.., first, second] = &view[..] else { panic!("an album") };
    assert_eq!((first.text.as_str(), first.edited), ("De zijgevel", true));
    assert_eq!(first.album, second.album, "it stays together");
}

/// Who has no username is named by a link to them; who has one is found by it.
#[tokio::test]
async fn people_are_named() {
    let bot = Bot::in_scene().await;
    let iris = bot.scene.telegram.person(bot.scene.iris).in_topic(bot.scene.forum, None);
    iris.writes_naming(bot.scene.boris, "👋 Boris, kijk jij?").unwrap();
    bot.scene.telegram.person(bot.scene.fatima).in_topic(bot.scene.forum, None).writes("Ik ook").unwrap();
    let heard = bot.fetches_all().await;
    let entity = &heard[0]["message"]["entities"][0];
    assert_eq!((&entity["type"], &entity["offset"], &entity["length"]), (&json!("text_mention"), &json!(3), &json!(5)));
    assert_eq!(entity["user"]["id"], json!(bot.scene.boris));
    assert_eq!(heard[1]["message"]["from"]["username"], "FatimaSandbox");
}
