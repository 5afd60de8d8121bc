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

    fn news(&self) -> String {
        let news = self.screen.lock().unwrap().look(&self.messages(), self.id.0);
        news.iter().map(render).collect::<Vec<_>>().join("\n")
    }

    /// The messages of their chat.
    pub(crate) fn messages(&self) -> Vec<MessageView> {
        self.stage.telegram.chat_view(self.id, None)
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
}

impl Manager {
    pub(crate) fn new(stage: Arc<Stage>, id: PersonId) -> Self {
        let actor = stage.telegram.person(id);
        Self { stage, actor, id, screen: Mutex::default() }
    }

    fn forum(&self) -> ChatId {
        self.stage.forum
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

    /// Taps a button in the newest topic.
    pub(crate) async fn taps(&self, label: &str) {
        let messages = self.topic_messages();
        let found = messages.iter().rev().find_map(|message| {
            let button = message.buttons.iter().flatten().find(|button| button.text.contains(label))?;
            Some((message.id, button.text.clone()))
        });
        let (message, button) = found.unwrap_or_else(|| panic!("no button [{label}] in:\n{}", self.topic()));
        self.does(|actor| actor.taps(message, &button).unwrap()).await;
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
