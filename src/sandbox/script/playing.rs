//! Playing a scene: each step by the people in it, at a pace that can be read, or at once.

use std::fmt;
use std::time::Duration;

use tokio::time::{sleep, timeout};

use super::stage::{Look, Stage};
use super::{Befalls, Does, Parcel, Script, Step};
use crate::sandbox::actor::Actor;
use crate::sandbox::change::Change;
use crate::sandbox::error::Refusal;
use crate::sandbox::id::{ChatId, MessageId, PersonId, Place};
use crate::sandbox::message::MediaKind;
use crate::sandbox::picture;
use crate::sandbox::state::State;
use crate::sandbox::telegram::Telegram;
use crate::sandbox::view::MessageView;
use crate::sandbox::world::until_next_morning;

/// How long a step is looked at, at least.
const SHORTEST_LOOK: Duration = Duration::from_millis(1_600);
/// How long a letter takes to read, and to type.
const READING: Duration = Duration::from_millis(28);
const TYPING: Duration = Duration::from_millis(32);
/// Nobody wants to see more typing.
const LONGEST_TYPING: Duration = Duration::from_millis(2_200);

/// With nobody looking, time is hurried when nothing came for so long: a group takes few messages a minute.
const UNTIL_HURRIED: Duration = Duration::from_millis(2_500);
const HURRY: Duration = Duration::from_secs(10);
/// After so many hurries nothing more will come.
const MOST_HURRIES: usize = 15;

/// How fast a scene is played.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Tempo {
    /// So that an audience can follow; it waits for a page to be opened.
    Readable,
    /// With nobody looking.
    AtOnce,
}

/// A scene that did not go as it was written.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub struct Failed {
    /// The line of the file with the step that failed.
    pub line: usize,
    /// What went otherwise, and how to mend it.
    pub problem: String,
}

impl fmt::Display for Failed {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "line {}: {}", self.line, self.problem)
    }
}

impl Script {
    /// Plays the scene. `picture` is called with a name where a picture is to be made.
    pub async fn play(
        &self,
        telegram: &Telegram,
        tempo: Tempo,
        mut picture: impl AsyncFnMut(&str),
    ) -> Result<(), Failed> {
        let steps = self.steps.len();
        telegram.with(|state| {
            state.stage = Some(Stage { title: self.title.clone(), steps, ..Stage::default() });
            state.changes.push(Change::Stage);
        });
        if tempo == Tempo::Readable {
            wait_for_audience(telegram).await;
        }
        for (nth, step) in self.steps.iter().enumerate() {
            show(telegram, |stage| stage.step = nth + 1);
            let played = Player { telegram, tempo }.play(step).await;
            if let Err(problem) = played {
                show(telegram, |stage| stage.failure = Some(format!("Line {}: {problem}", step.line)));
                return Err(Failed { line: step.line, problem });
            }
            if let Some(name) = &step.picture {
                picture(name).await;
            }
        }
        show(telegram, |stage| stage.is_over = true);
        Ok(())
    }
}

/// A scene begins when somebody looks.
async fn wait_for_audience(telegram: &Telegram) {
    let mut changes = telegram.subscribe();
    while telegram.read(|state| state.audience) == 0 {
        if changes.recv().await.is_err() {
            return;
        }
    }
}

fn show(telegram: &Telegram, change: impl FnOnce(&mut Stage)) {
    telegram.with(|state| {
        if let Some(stage) = &mut state.stage {
            change(stage);
            state.changes.push(Change::Stage);
        }
    });
}

/// Plays one step.
struct Player<'a> {
    telegram: &'a Telegram,
    tempo: Tempo,
}

impl Player<'_> {
    async fn play(&self, step: &Step) -> Result<(), String> {
        if let Some(caption) = &step.caption {
            show(self.telegram, |stage| stage.caption.clone_from(caption));
        }
        if let Some(befalls) = step.befalls {
            self.befalls(befalls);
        }
        let mut seen = String::new();
        if let Some(who) = &step.who {
            let (person, place) = self.find(who, step.place.as_deref()).await?;
            show(self.telegram, |stage| stage.look = Some(Look::at(person, place)));
            let actor = self.telegram.person(person).in_topic(place.chat, place.thread);
            if let Some(does) = &step.does {
                self.does(&actor, does, step.replies_to.as_deref()).await?;
            }
            if let Some(sees) = &step.sees {
                seen = self.sees(person, place, sees).await?;
            }
        }
        if self.tempo == Tempo::Readable {
            let letters = step.caption.iter().chain([&seen]).map(|text| text.chars().count()).sum::<usize>();
            let reading = READING * u32::try_from(letters.min(400)).unwrap_or(400);
            sleep(step.wait.map_or(SHORTEST_LOOK + reading, Duration::from_secs_f64)).await;
        }
        Ok(())
    }

    /// Waits until there is something to be found.
    async fn wait_for<T>(&self, mut find: impl FnMut(&State) -> Option<T>) -> Result<T, Refusal> {
        if self.tempo == Tempo::AtOnce {
            for _ in 0..MOST_HURRIES {
                if let Ok(found) = timeout(UNTIL_HURRIED, self.telegram.wait_for(&mut find)).await {
                    return found;
                }
                self.telegram.advance_clock(HURRY);
            }
        }
        self.telegram.wait_for(find).await
    }

    fn befalls(&self, what: Befalls) {
        match what {
            Befalls::Minutes(minutes) => self.telegram.advance_clock(Duration::from_secs(minutes * 60)),
            Befalls::NextMorning => self.telegram.advance_clock(until_next_morning(self.telegram.now_ms())),
            Befalls::Trouble(trouble) => self.telegram.misbehave(trouble.fault()),
            Befalls::Power(on) => self.telegram.switch_bot(on),
        }
    }

    /// Who it is, and where they are.
    async fn find(&self, who: &str, place: Option<&str>) -> Result<(PersonId, Place), String> {
        let person = self.telegram.read(|state| {
            let mut humans = state.people.values().filter(|person| !person.is_bot);
            humans.find(|person| person.first_name == who).map(|person| person.id)
        });
        let names = || {
            self.telegram.read(|state| {
                let humans = state.people.values().filter(|person| !person.is_bot);
                humans.map(|person| person.first_name.clone()).collect::<Vec<_>>().join(", ")
            })
        };
        let person = person.ok_or_else(|| format!("nobody here is called {who}. There are: {}.", names()))?;
        let found = self.wait_for(|state| place_of(state, person, place)).await;
        let asked = place.unwrap_or("a topic");
        found.map(|place| (person, place)).map_err(|_| {
            format!("{who} can't be in {asked}: there is no such topic. Write in = \"phone\", \"General\" or a part of the topic's name.")
        })
    }

    async fn does(&self, actor: &Actor, does: &Does, replies_to: Option<&str>) -> Result<(), String> {
        let refused = |refusal: Refusal| refusal.to_string();
        let place = actor.place();
        match does {
            Does::Says(words) => {
                self.types(words).await;
                match replies_to {
                    Some(part) => {
                        let to = self.message(actor.id(), place, "says", |view| view.text.contains(part)).await?;
                        actor.replies(to, words).map(drop).map_err(refused)
                    }
                    None => actor.writes(words).map(drop).map_err(refused),
                }
            }
            Does::Taps(button) => {
                let has = |view: &MessageView| {
                    view.buttons.iter().chain(&view.keyboard).flatten().any(|one| says(&one.text, button))
                };
                let on = self.message(actor.id(), place, "has a button that says", has).await;
                let newest = || self.newest(actor.id(), place);
                let on = on.map_err(|_| format!("there is no button that says “{button}”. {}", newest()))?;
                let text = self.telegram.read(|state| {
                    let views = state.chat_view(place.chat, place.thread);
                    let view = views.into_iter().find(|view| view.id == on)?;
                    view.buttons.into_iter().chain(view.keyboard).flatten().find(|one| says(&one.text, button))
                });
                let text = text.map_or_else(|| button.clone(), |one| one.data.unwrap_or(one.text));
                actor.taps(on, &text).map(drop).map_err(refused)
            }
            Does::Edits(words) => {
                self.types(words).await;
                let own = |view: &MessageView| view.author_id == actor.id() && view.editable && !view.service;
                let own = self.message(actor.id(), place, "is their own", own).await?;
                actor.edits(own, words).map_err(refused)
            }
            Does::Sends(Parcel::Album) => actor.sends_album(3, "").map(drop).map_err(refused),
            Does::Sends(Parcel::StandIn(MediaKind::Voice)) => actor.sends_voice().map(drop).map_err(refused),
            Does::Sends(Parcel::StandIn(_)) => actor.sends_photo("").map(drop).map_err(refused),
            Does::Sends(Parcel::File(name, bytes)) => {
                let (kind, mime) = match picture::mime_type(bytes) {
                    Some(mime) => (MediaKind::Photo, mime),
                    None => (MediaKind::Document, "application/octet-stream"),
                };
                actor.sends_file(kind, name, mime, bytes, "").map(drop).map_err(refused)
            }
        }
    }

    async fn types(&self, words: &str) {
        if self.tempo == Tempo::Readable {
            let letters = u32::try_from(words.chars().count()).unwrap_or(u32::MAX);
            show(self.telegram, |stage| words.clone_into(&mut stage.typing));
            sleep(TYPING.saturating_mul(letters).min(LONGEST_TYPING)).await;
            show(self.telegram, |stage| stage.typing.clear());
        }
    }

    /// The newest message on somebody's screen for which this holds, as soon as there is one.
    async fn message(
        &self,
        person: PersonId,
        place: Place,
        what: &str,
        holds: impl Fn(&MessageView) -> bool,
    ) -> Result<MessageId, String> {
        let found = self
            .telegram
            .wait_for(|state| screen(state, person, place).iter().rev().find(|view| holds(view)).map(|view| view.id));
        found.await.map_err(|_| format!("no message {what} that. Write a part of a message that stands there."))
    }

    /// Waits until it stands there; gives the message in which it does.
    async fn sees(&self, person: PersonId, place: Place, part: &str) -> Result<String, String> {
        let found = self.wait_for(|state| {
            let shown = screen(state, person, place);
            let newest_first = shown.iter().rev();
            let mut fits = newest_first.filter(|view| {
                view.text.contains(part) || view.buttons.iter().flatten().any(|button| button.text.contains(part))
            });
            fits.next().map(|view| view.text.clone())
        });
        found.await.map_err(|_| format!("“{part}” does not come up. {}", self.newest(person, place)))
    }

    /// What stands there instead, for whoever mends the scene.
    fn newest(&self, person: PersonId, place: Place) -> String {
        let shown = self.telegram.read(|state| screen(state, person, place));
        let Some(newest) = shown.iter().rev().find(|view| !view.service) else {
            return "Nothing stands there.".to_owned();
        };
        let buttons: Vec<&str> = newest.buttons.iter().flatten().map(|button| button.text.as_str()).collect();
        let begins = newest.text.lines().next().unwrap_or_default();
        format!("The newest message there begins with: “{begins}”; its buttons: [{}].", buttons.join("] ["))
    }
}

/// Does a button say this, apart from the sign before it?
fn says(text: &str, wanted: &str) -> bool {
    let is_word = |letter: char| letter.is_alphanumeric();
    text == wanted || text.trim_start_matches(|letter: char| !is_word(letter)) == wanted
}

fn screen(state: &State, person: PersonId, place: Place) -> Vec<MessageView> {
    let mut views = state.chat_view(place.chat, place.thread);
    views.retain(|view| !view.deleted && view.only_for.is_none_or(|only| only == person));
    views
}

/// Where somebody is: a manager in the newest topic, everybody else in their chat with the bot, unless it says.
fn place_of(state: &State, person: PersonId, asked: Option<&str>) -> Option<Place> {
    let at_home = Place { chat: ChatId::from(person), thread: None };
    let forum = state.forums().find(|chat| chat.status(person).is_present());
    let Some(forum) = forum else { return Some(at_home) };
    let is_owner = matches!(forum.status(person), crate::sandbox::chat::Status::Creator);
    let newest = |part: &str| {
        let mut topics = forum.topics.iter().rev().filter(|(_, topic)| !topic.deleted && topic.name.contains(part));
        topics.next().map(|(thread, _)| Place { chat: forum.id, thread: Some(*thread) })
    };
    match asked {
        Some("phone") => Some(at_home),
        Some("General") => Some(Place { chat: forum.id, thread: None }),
        Some(part) => newest(part),
        None if is_owner => Some(at_home),
        None => newest(""),
    }
}
