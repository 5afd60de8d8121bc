//! The people on the stage, with their verbs.

use std::sync::{Arc, Mutex};

use loket::sandbox::{Actor, ChatId, MessageId, MessageView, PersonId, ThreadId, TopicView};

use super::Stage;
use super::screen::{Screen, render};

/// Each of `parts` stands in `news`, in this order; says what is there when one does not.
#[track_caller]
fn expect_in_order(news: &str, parts: &[&str], whole: impl Fn() -> String) {
    let mut rest = news;
    for part in parts {
        let Some((_, behind)) = rest.split_once(part) else {
            panic!("`{part}` is not (or too early) in what is new:\n{news}\n\n— all of it:\n{}", whole())
        };
        rest = behind;
    }
}

/// An entrepreneur with a phone.
pub(crate) struct Client {
    stage: Arc<Stage>,
    actor: Actor,
    id: PersonId,
    screen: Mutex<Screen>,
}

impl Client {
    pub(crate) fn new(stage: Arc<Stage>, id: PersonId) -> Self {
        let actor = stage.telegram.person(id);
        Self { stage, actor, id, screen: Mutex::default() }
    }

    /// The number by which the house knows them.
    pub(crate) fn number(&self) -> loket::domain::ids::ClientId {
        loket::domain::ids::ClientId(self.id.0)
    }

    /// Opens the chat and reads the introduction.
    pub(crate) async fn starts(&self) {
        self.actor.starts(None).unwrap();
        self.stage.comes_to_rest().await;
        self.news();
    }

    /// Writes, and waits for what comes of it.
    pub(crate) async fn writes(&self, text: &str) -> MessageId {
        let message = self.writes_unheard(text);
        self.stage.comes_to_rest().await;
        message
    }

    /// Writes; nobody has looked at it yet.
    pub(crate) fn writes_unheard(&self, text: &str) -> MessageId {
        self.actor.writes(text).unwrap()
    }

    /// Writes several messages in a row, a moment apart.
    pub(crate) async fn writes_in_pieces(&self, pieces: &[&str]) {
        for piece in pieces {
            self.actor.writes(piece).unwrap();
        }
        self.stage.comes_to_rest().await;
    }

    /// Replies to a message.
    pub(crate) async fn replies(&self, to: MessageId, text: &str) -> MessageId {
        self.does(|actor| actor.replies(to, text).unwrap()).await
    }

    /// The newest message of their chat.
    pub(crate) fn last(&self) -> MessageView {
        self.messages().into_iter().rfind(|message| !message.service).expect("the chat is empty")
    }

    /// The captions of the newest album.
    pub(crate) fn newest_album(&self) -> Vec<String> {
        newest_album(&self.messages())
    }

    /// Changes an earlier message.
    pub(crate) async fn edits(&self, message: MessageId, text: &str) {
        self.actor.edits(message, text).unwrap();
        self.stage.comes_to_rest().await;
    }

    /// Taps the newest button with this label.
    pub(crate) async fn taps(&self, label: &str) -> Option<String> {
        let button = self.button(label);
        let (message, button) = button.unwrap_or_else(|| panic!("no button [{label}] in:\n{}", self.chat()));
        let query = self.actor.taps(message, &button).unwrap();
        self.stage.comes_to_rest().await;
        query.and_then(|query| self.stage.telegram.answer_to(&query)).map(|answer| answer.text)
    }

    /// Taps a button under one message.
    pub(crate) async fn taps_at(&self, message: MessageId, label: &str) -> Option<String> {
        let message = self.messages().into_iter().find(|one| one.id == message).expect("that message is gone");
        let button = message.buttons.iter().flatten().find(|button| button.text.contains(label));
        let button = button.unwrap_or_else(|| panic!("no button [{label}] there")).text.clone();
        let query = self.actor.taps(message.id, &button).unwrap();
        self.stage.comes_to_rest().await;
        query.and_then(|query| self.stage.telegram.answer_to(&query)).map(|answer| answer.text)
    }

    /// Taps; no time passes yet.
    pub(crate) async fn taps_at_this_very_moment(&self, label: &str) {
        let (message, button) =
            self.button(label).unwrap_or_else(|| panic!("no button [{label}] in:\n{}", self.chat()));
        self.actor.taps(message, &button).unwrap();
        self.stage.takes_in().await;
        self.stage.handles_without_waiting().await;
    }

    /// There is no button with this label any more.
    pub(crate) async fn taps_in_vain(&self, label: &str) -> Option<String> {
        self.stage.comes_to_rest().await;
        self.button(label).map(|(_, button)| button)
    }

    /// What is in the newest file with this name.
    pub(crate) fn opens_file(&self, name: &str) -> Vec<u8> {
        let messages = self.messages();
        let media = messages.iter().rev().find_map(|message| message.media.as_ref().filter(|media| media.name == name));
        let media = media.unwrap_or_else(|| panic!("no file {name} in:\n{}", self.chat()));
        self.stage.telegram.file_bytes(&media.file_id).expect("the file is gone")
    }

    /// Opens a link to the bot that carries something.
    pub(crate) async fn opens(&self, payload: &str) {
        self.actor.starts(Some(payload)).unwrap();
        self.stage.comes_to_rest().await;
    }

    fn button(&self, label: &str) -> Option<(MessageId, String)> {
        self.messages().iter().rev().find_map(|message| {
            let button = message.buttons.iter().flatten().find(|button| button.text.contains(label))?;
            Some((message.id, button.text.clone()))
        })
    }

    /// Does something with their phone, and waits for what comes of it.
    pub(crate) async fn does<T>(&self, act: impl FnOnce(&Actor) -> T) -> T {
        let done = act(&self.actor);
        self.stage.comes_to_rest().await;
        done
    }

    /// Reads what is new; it must contain each of these, in this order.
    #[track_caller]
    pub(crate) fn reads(&self, parts: &[&str]) -> String {
        let news = self.news();
        expect_in_order(&news, parts, || self.chat());
        news
    }

    /// Nothing new came.
    #[track_caller]
    pub(crate) fn reads_nothing(&self) {
        let news = self.news();
        assert!(news.is_empty(), "this was not expected:\n{news}");
    }

    /// How many messages are new or changed; they count as read.
    pub(crate) fn counts_news(&self) -> usize {
        self.screen.lock().unwrap().look(&self.messages(), self.id.0).len()
    }

    /// Everything that is new; it counts as read.
    pub(crate) fn news(&self) -> String {
        let news = self.screen.lock().unwrap().look(&self.messages(), self.id.0);
        news.iter().map(render).collect::<Vec<_>>().join("\n")
    }

    /// The messages of their chat.
    pub(crate) fn messages(&self) -> Vec<MessageView> {
        self.stage.telegram.chat_view(self.id, None)
    }

    /// The newest file that they got: its name and what it says.
    pub(crate) fn newest_file(&self, ending: &str) -> (String, String) {
        let files = self.messages().into_iter().rev().filter_map(|message| message.media);
        let file = files.into_iter().find(|file| file.name.ends_with(ending)).expect("there is no such file");
        let bytes = self.stage.telegram.file_bytes(&file.file_id).unwrap();
        (file.name, String::from_utf8(bytes).unwrap())
    }

    /// The whole chat.
    pub(crate) fn chat(&self) -> String {
        self.messages().iter().map(render).collect::<Vec<_>>().join("\n")
    }
}

/// Somebody at the desk.
pub(crate) struct Manager {
    stage: Arc<Stage>,
    actor: Actor,
    screen: Mutex<Screen>,
    id: PersonId,
    forum: ChatId,
}

impl Manager {
    pub(crate) fn new(stage: Arc<Stage>, id: PersonId) -> Self {
        let forum = stage.forum;
        Self::at(stage, id, forum)
    }

    /// Somebody in another group.
    pub(crate) fn at(stage: Arc<Stage>, id: PersonId, forum: ChatId) -> Self {
        let actor = stage.telegram.person(id);
        Self { stage, actor, id, forum, screen: Mutex::default() }
    }

    fn forum(&self) -> ChatId {
        self.forum
    }

    /// The newest topic.
    pub(crate) fn newest_topic(&self) -> TopicView {
        let topics = self.stage.telegram.topics(self.forum());
        topics.into_iter().filter(|topic| !topic.deleted).max_by_key(|topic| topic.thread).expect("there is no topic")
    }

    /// How many topics there are.
    pub(crate) fn counts_topics(&self) -> usize {
        self.stage.telegram.topics(self.forum()).iter().filter(|topic| !topic.deleted).count()
    }

    /// Writes in the newest topic.
    pub(crate) async fn writes(&self, text: &str) -> MessageId {
        self.writes_in(self.newest_topic().thread, text).await
    }

    /// Writes in a topic.
    pub(crate) async fn writes_in(&self, thread: ThreadId, text: &str) -> MessageId {
        let message = self.actor.writes_in_topic(self.forum(), Some(thread), text).unwrap();
        self.stage.comes_to_rest().await;
        message
    }

    /// Writes in General.
    pub(crate) async fn writes_in_general(&self, text: &str) {
        self.actor.writes_in_topic(self.forum(), None, text).unwrap();
        self.stage.comes_to_rest().await;
    }

    /// Does something in the newest topic, and waits for what comes of it.
    pub(crate) async fn does<T>(&self, act: impl FnOnce(&Actor) -> T) -> T {
        let actor = self.actor.in_topic(self.forum(), Some(self.newest_topic().thread));
        let done = act(&actor);
        self.stage.comes_to_rest().await;
        done
    }

    /// Replies to a message in the newest topic.
    pub(crate) async fn replies(&self, to: MessageId, text: &str) -> MessageId {
        self.does(|actor| actor.replies(to, text).unwrap()).await
    }

    /// Taps a button in the newest topic; the notice that only they see.
    pub(crate) async fn taps(&self, label: &str) -> Option<String> {
        let (message, button) = self.finds(label);
        let query = self.does(|actor| actor.taps(message, &button).unwrap()).await;
        query.and_then(|query| self.stage.telegram.answer_to(&query)).map(|answer| answer.text)
    }

    /// Taps a button in General.
    pub(crate) async fn taps_in_general(&self, label: &str) {
        let messages = self.stage.telegram.chat_view(self.forum(), None);
        let found = messages.iter().rev().find_map(|message| {
            let button = message.buttons.iter().flatten().find(|button| button.text.contains(label))?;
            Some((message.id, button.text.clone()))
        });
        let (message, button) = found.unwrap_or_else(|| panic!("no button [{label}] in:\n{}", self.general()));
        self.actor.in_topic(self.forum(), None).taps(message, &button).unwrap();
        self.stage.comes_to_rest().await;
    }

    /// The number by which Telegram knows them.
    pub(crate) fn id(&self) -> PersonId {
        self.id
    }

    /// The newest button with this label in the newest topic: where it stands, and all that is on it.
    fn finds(&self, label: &str) -> (MessageId, String) {
        let messages = self.topic_messages();
        let found = messages.iter().rev().find_map(|message| {
            let button = message.buttons.iter().flatten().find(|button| button.text.contains(label))?;
            Some((message.id, button.text.clone()))
        });
        found.unwrap_or_else(|| panic!("no button [{label}] in:\n{}", self.topic()))
    }

    /// Taps a button in the newest topic; nobody has looked at it yet.
    pub(crate) fn taps_unheard(&self, label: &str) {
        let (message, button) = self.finds(label);
        let actor = self.actor.in_topic(self.forum(), Some(self.newest_topic().thread));
        actor.taps(message, &button).unwrap();
    }

    /// The message in the newest topic that says this.
    pub(crate) fn message(&self, words: &str) -> MessageId {
        let messages = self.topic_messages();
        let found = messages.iter().rfind(|message| message.text.contains(words));
        found.unwrap_or_else(|| panic!("nobody says `{words}` in:\n{}", self.topic())).id
    }

    /// The newest message in the newest topic.
    pub(crate) fn last(&self) -> MessageView {
        self.topic_messages().into_iter().rfind(|message| !message.service).expect("the topic is empty")
    }

    /// What is pinned in the newest topic.
    pub(crate) fn pinned(&self) -> String {
        pinned(&self.topic_messages())
    }

    /// What is pinned in General.
    pub(crate) fn board(&self) -> String {
        pinned(&self.stage.telegram.chat_view(self.forum(), None))
    }

    /// The captions of the newest album in the newest topic.
    pub(crate) fn newest_album(&self) -> Vec<String> {
        newest_album(&self.topic_messages())
    }

    /// Reads what is new in the newest topic; it must contain each of these, in this order.
    #[track_caller]
    pub(crate) fn reads(&self, parts: &[&str]) -> String {
        let news = self.screen.lock().unwrap().look(&self.topic_messages(), self.id.0);
        let news = news.iter().map(render).collect::<Vec<_>>().join("\n");
        expect_in_order(&news, parts, || self.topic());
        news
    }

    /// Reads what stands in General.
    pub(crate) fn general(&self) -> String {
        let messages = self.stage.telegram.chat_view(self.forum(), None);
        messages.iter().filter(|message| !message.service).map(render).collect::<Vec<_>>().join("\n")
    }

    fn topic_messages(&self) -> Vec<MessageView> {
        self.stage.telegram.chat_view(self.forum(), Some(self.newest_topic().thread))
    }

    /// The whole newest topic.
    pub(crate) fn topic(&self) -> String {
        self.topic_messages().iter().map(render).collect::<Vec<_>>().join("\n")
    }
}

fn pinned(messages: &[MessageView]) -> String {
    messages.iter().filter(|message| message.pinned).map(render).collect::<Vec<_>>().join("\n")
}

fn newest_album(messages: &[MessageView]) -> Vec<String> {
    let newest = messages.iter().rev().find_map(|message| message.album.clone()).expect("there is no album");
    let pieces = messages.iter().filter(|message| message.album.as_ref() == Some(&newest));
    pieces.map(|message| message.text.clone()).collect()
}
