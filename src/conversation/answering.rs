//! A question with its evidence: an answer, a question back, a person, or a fitting word.

use super::effect::Effect;
use super::event::{Attachment, Found};
use super::judgement::{Verdict, judge};
use super::phase::{Asked, Phase};
use super::turn::Turn;
use super::wording::Wording;
use crate::domain::case::Reason;
use crate::domain::evidence::Evidence;
use crate::domain::happening::Kind;
use crate::domain::ids::{EntryId, MessageRef};
use crate::domain::message::Part;
use crate::domain::moment::Moment;
use crate::domain::text::Text;
use crate::domain::timer::Timer;

impl Turn<'_> {
    /// Introduces us at the first contact, and notes that the client is there.
    pub(super) fn greet(&mut self) {
        self.conversation.last_contact = self.context.now;
        self.find_client_again();
        if !self.conversation.met {
            self.conversation.met = true;
            self.say(Wording::Intro);
        }
    }

    /// Tells what everybody must know, once to each client; on their way to an answer, never on its own.
    pub(super) fn tell_notice(&mut self) {
        let Some(notice) = self.context.catalogue.notice_at(self.context.now) else { return };
        if self.conversation.heard.replace(notice.since) != Some(notice.since) {
            self.say(Wording::Notice);
        }
    }

    pub(super) fn tell_of_mask(&mut self, masked: bool) {
        if masked {
            self.say(Wording::NumberMasked);
        }
    }

    /// A message while the bot answers.
    pub(super) fn consider(&mut self, message: MessageRef, text: Text, found: &Found) {
        self.learn(&found.alone);
        let in_burst = self.conversation.burst(self.context.now, self.context.policy).is_some();
        if found.alone.only_a_place
            && !in_burst
            && let Some(place) = &found.alone.place
        {
            self.conversation.phase = Phase::Answering;
            self.tell_notice();
            self.say(Wording::PlaceSet(place.clone()));
            return;
        }
        match (in_burst, &found.joined) {
            (true, Some(joined)) => self.consider_more(message, text, &found.alone, joined),
            (false, Some(joined)) => self.consider_reply(message, text, &found.alone, joined),
            (_, None) => self.consider_fresh(message, text, &found.alone, true),
        }
    }

    /// One more message of a burst: together they are one question.
    fn consider_more(&mut self, message: MessageRef, text: Text, alone: &Evidence, joined: &Evidence) {
        let Some(mut asked) = self.conversation.asked.pop() else { return };
        let verdict = self.judge(joined, !self.just_asked_back());
        let Some(answer) = asked.answer else {
            asked.take_in(message, text, self.context.now);
            return self.settle_or_speak(asked, verdict, joined);
        };
        if let Verdict::Answer(entry) = &verdict {
            let changed = asked.verdict != verdict;
            asked.take_in(message, text, self.context.now);
            if changed {
                self.revise_answer(answer, card(entry));
                self.note(format!("answer:{entry}"));
                self.count_entry(Kind::Corrected, entry);
                self.conversation.phase = Phase::Answering;
            }
            asked.verdict = verdict;
            asked.candidates = entries(joined);
            self.conversation.asked.push(asked);
        } else {
            // Together they don't make one clear question: the new message stands on its own.
            let may_ask = !self.just_asked_back();
            self.conversation.asked.push(asked);
            self.consider_fresh(message, text, alone, may_ask);
        }
    }

    /// Words in reply to a question back: on their own when they are clear, else together with what was asked.
    fn consider_reply(&mut self, message: MessageRef, text: Text, alone: &Evidence, joined: &Evidence) {
        let on_its_own = self.judge(alone, false);
        if on_its_own == Verdict::HandOver {
            self.consider_fresh(message, text, joined, false);
        } else {
            self.consider_fresh(message, text, alone, false);
        }
    }

    fn consider_fresh(&mut self, message: MessageRef, text: Text, evidence: &Evidence, may_ask: bool) {
        let verdict = self.judge(evidence, may_ask && !self.just_asked_back());
        let asked = Asked {
            parts: vec![(message, text)],
            last: self.context.now,
            verdict: verdict.clone(),
            candidates: Vec::new(),
            answer: None,
        };
        self.settle_or_speak(asked, verdict, evidence);
    }

    /// A sure reaction is given at once; an unsure one is held back, as the next message may make it clear.
    pub(super) fn settle_or_speak(&mut self, mut asked: Asked, verdict: Verdict, evidence: &Evidence) {
        let sure = verdict.is_sure();
        asked.verdict = verdict;
        asked.candidates = entries(evidence);
        self.remember(asked);
        if sure {
            self.speak_up();
        } else {
            self.wish(Effect::Wake(Timer::Settle, self.context.now.after(self.context.policy.settle)));
        }
    }

    /// Gives the reaction that was held back.
    pub(super) fn speak_up(&mut self) {
        let Some(asked) = self.conversation.asked.last().filter(|asked| asked.answer.is_none()) else { return };
        if !self.conversation.phase.bot_answers() {
            return;
        }
        let verdict = asked.verdict.clone();
        self.count_reaction();
        // Somebody in distress hears calm words first, and nothing of the weather.
        if verdict != Verdict::Listen {
            self.tell_notice();
        }
        let line = match verdict {
            Verdict::Answer(entry) => {
                self.conversation.phase = Phase::Answering;
                self.note(format!("answer:{entry}"));
                Some(self.say(card(&entry)))
            }
            Verdict::Clarify(options) => {
                self.conversation.phase = Phase::Offering { options: options.clone() };
                self.note("clarify");
                Some(self.say(Wording::Clarify { options }))
            }
            Verdict::SmallTalk(talk) => {
                self.note("smalltalk");
                Some(self.say(Wording::SmallTalk(talk)))
            }
            Verdict::HandOver => self.open_case(Reason::NoMatch),
            Verdict::Person => self.open_case(Reason::Asked),
            Verdict::Listen => self.open_case(Reason::Distress),
        };
        if let Some(asked) = self.conversation.asked.last_mut() {
            asked.answer = line;
        }
    }

    /// A photo, a file, a voice message: a person can look at it.
    pub(super) fn receive_attachment(&mut self, message: MessageRef, what: Attachment) {
        match what {
            Attachment::Unknown | Attachment::Uncopyable | Attachment::Sticker => {}
            _ => self.conversation.attachments.push(message),
        }
        let quiet = self.context.policy.attachment_quiet;
        let just_said = self.conversation.attachment_answered.is_some_and(|said| self.context.now.since(said) < quiet);
        if just_said {
            return;
        }
        self.conversation.attachment_answered = Some(self.context.now);
        self.note("attachment");
        self.count(Kind::Attachment);
        self.tell_notice();
        self.say(match what {
            Attachment::Unknown | Attachment::Uncopyable => Wording::CannotRead,
            Attachment::Sticker => Wording::Ready,
            _ => Wording::AttachmentSeen,
        });
    }

    /// Takes over what a message tells about the client: the language and the place.
    fn learn(&mut self, evidence: &Evidence) {
        if let Some(language) = evidence.language
            && !self.conversation.language_chosen
        {
            self.conversation.language = language;
        }
        if let Some(place) = &evidence.place {
            self.conversation.place = Some(place.clone());
        }
    }

    pub(super) fn judge(&self, evidence: &Evidence, may_ask: bool) -> Verdict {
        judge(evidence, &self.context.policy.thresholds, may_ask)
    }

    /// Did the house ask back just now? It never does twice in a row.
    fn just_asked_back(&self) -> bool {
        matches!(self.conversation.phase, Phase::Offering { .. })
    }

    fn remember(&mut self, asked: Asked) {
        self.conversation.asked.push(asked);
        let too_many = self.conversation.asked.len().saturating_sub(self.context.policy.remembered_questions);
        self.conversation.asked.drain(..too_many);
    }
}

impl Asked {
    fn take_in(&mut self, message: MessageRef, text: Text, now: Moment) {
        self.parts.push((message, text));
        self.last = now;
    }
}

/// The short card of an entry.
pub(super) fn card(entry: &EntryId) -> Wording {
    Wording::Card { entry: entry.clone(), part: Part::Summary }
}

pub(super) fn entries(evidence: &Evidence) -> Vec<EntryId> {
    evidence.candidates.iter().map(|candidate| candidate.entry.clone()).collect()
}
