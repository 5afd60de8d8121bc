//! The client changes an earlier message: the answer changes with it.

use super::answering::{card, entries};
use super::judgement::Verdict;
use super::phase::{Asked, Phase};
use super::turn::Turn;
use super::wording::Wording;
use crate::domain::case::Reason;
use crate::domain::evidence::Evidence;
use crate::domain::happening::Kind;
use crate::domain::ids::{LineId, MessageRef};
use crate::domain::text::Text;

impl Turn<'_> {
    /// A changed question while the bot answers.
    pub(super) fn reconsider(&mut self, message: MessageRef, text: &Text, evidence: &Evidence) {
        self.conversation.last_contact = self.context.now;
        let Some(at) = self.conversation.asked.iter().position(|asked| asked.holds(message)) else { return };
        let asked = self.conversation.asked.remove(at).with(message, text);
        let verdict = self.judge(evidence, true);
        let Some(answer) = asked.answer else { return self.settle_or_speak(asked, verdict, evidence) };
        let changed = asked.verdict != verdict;
        let asked = Asked { verdict: verdict.clone(), candidates: entries(evidence), ..asked };
        self.conversation.asked.insert(at, asked);
        if changed {
            self.change_answer(answer, verdict);
        }
    }

    fn change_answer(&mut self, answer: LineId, verdict: Verdict) {
        match verdict {
            Verdict::Answer(entry) => {
                self.conversation.phase = Phase::Answering;
                self.note(format!("answer:{entry}"));
                self.count_entry(Kind::Corrected, &entry);
                self.revise_answer(answer, card(&entry));
            }
            Verdict::Clarify(options) => {
                self.conversation.phase = Phase::Offering { options: options.clone() };
                self.note("clarify");
                self.count(Kind::Corrected);
                self.revise_answer(answer, Wording::Clarify { options });
            }
            Verdict::SmallTalk(talk) => self.revise_answer(answer, Wording::SmallTalk(talk)),
            // A change of words fetches nobody by itself: the person stays one tap away.
            Verdict::HandOver => self.revise_answer(answer, Wording::NothingElse),
            Verdict::Person => {
                self.open_case(Reason::Asked);
            }
            Verdict::Listen => {
                self.open_case(Reason::Distress);
            }
        }
    }
}

impl Asked {
    /// This question with other words in one of its messages.
    pub(super) fn with(&self, message: MessageRef, text: &Text) -> Self {
        let mut asked = self.clone();
        for (part, words) in &mut asked.parts {
            if *part == message {
                *words = text.clone();
            }
        }
        asked
    }
}
