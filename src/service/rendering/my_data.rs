//! The file of `/mijngegevens`: everything that is kept about a client, as a text that a person can read.

use super::voice::Voice;
use crate::conversation::Conversation;
use crate::domain::case::Case;
use crate::ports::store::{Speaker, TranscriptLine};

impl Voice<'_> {
    /// Everything that is kept about a client.
    pub(super) fn my_data(&self, conversation: &Conversation, transcript: &[TranscriptLine], cases: &[Case]) -> String {
        let sections =
            [self.about(conversation), self.cases(cases), self.conversation(transcript), self.word("my-data-rest")];
        let controller = self.catalogue().region.controller.as_str();
        let made = [("at", self.moment(self.house.now).into()), ("controller", controller.into())];
        let title = heading(&self.word("my-data-title"), '=');
        format!("{title}{}\n\n{}\n", self.say("my-data-made", &made), sections.join("\n\n"))
    }

    fn about(&self, conversation: &Conversation) -> String {
        let place = conversation.place.as_ref().map(|place| self.place(place));
        let mut facts = vec![
            ("my-data-name", conversation.name.clone()),
            ("my-data-number", conversation.client.to_string()),
            ("my-data-language", self.language_name(conversation.language)),
            ("my-data-place", place.unwrap_or_else(|| self.word("my-data-unknown"))),
            ("my-data-last-contact", self.moment(conversation.last_contact)),
        ];
        if !conversation.attachments.is_empty() {
            facts.push(("my-data-attachments", conversation.attachments.len().to_string()));
        }
        format!("{}{}", heading(&self.word("my-data-about"), '-'), self.facts(facts))
    }

    fn cases(&self, cases: &[Case]) -> String {
        let told: Vec<String> = cases.iter().map(|case| self.one_case(case)).collect();
        let body = if told.is_empty() { self.word("my-data-no-cases") } else { told.join("\n\n") };
        format!("{}{body}", heading(&self.word("my-data-cases"), '-'))
    }

    fn one_case(&self, case: &Case) -> String {
        let desk = self.catalogue().desks.desk(&case.desk);
        let mut facts = vec![
            ("my-data-reason", self.reason(case.reason)),
            ("my-data-desk", desk.map_or_else(|| case.desk.to_string(), |desk| desk.name.clone())),
            ("my-data-opened", self.moment(case.opened)),
        ];
        facts.extend(case.promise.map(|promise| ("my-data-promised", self.moment(promise))));
        facts.extend(case.owner.as_ref().map(|owner| ("my-data-owner", owner.name.clone())));
        facts.extend(case.closed.map(|closed| ("my-data-closed", self.moment(closed))));
        let number = self.say("my-data-case", &[("case", case.number.to_string().into())]);
        format!("{number}\n{}", self.facts(facts))
    }

    fn conversation(&self, transcript: &[TranscriptLine]) -> String {
        let said: Vec<String> = transcript.iter().map(|line| self.said(line)).collect();
        let body = if said.is_empty() { self.word("my-data-nothing-said") } else { said.join("\n\n") };
        format!("{}{body}", heading(&self.word("my-data-conversation"), '-'))
    }

    /// When, who, what, and what was decided on it.
    fn said(&self, line: &TranscriptLine) -> String {
        let who = match line.speaker {
            Speaker::Client => self.word("my-data-you"),
            Speaker::Bot => self.word("speaker-bot"),
            Speaker::Manager if line.name.is_empty() => self.word("speaker-manager"),
            Speaker::Manager => line.name.clone(),
        };
        let decided = if line.decision.is_empty() { String::new() } else { format!(" [{}]", line.decision) };
        format!("{} · {who}{decided}\n{}", self.moment(line.at), line.text)
    }

    fn facts(&self, facts: Vec<(&str, String)>) -> String {
        let lines: Vec<String> =
            facts.into_iter().map(|(label, fact)| format!("{}: {fact}", self.word(label))).collect();
        lines.join("\n")
    }
}

/// A heading as it looks in a plain text: with a line under it.
fn heading(words: &str, stroke: char) -> String {
    let line: String = words.chars().map(|_| stroke).collect();
    format!("{words}\n{line}\n\n")
}
