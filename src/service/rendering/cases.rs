//! What is said at the desk while a case is open and when it closes. Always Dutch.

use super::sheet::outcome_key;
use super::voice::Voice;
use crate::conversation::event::Hindrance;
use crate::conversation::refusal::Refusal;
use crate::conversation::wording::Wording;
use crate::domain::appointment::Appointment;
use crate::domain::case::{Case, Manager, Outcome, Rejection};
use crate::domain::ids::{CaseNumber, EntryId, LineId};
use crate::domain::message::{Action, Button, Message, Rich, Style};
use crate::domain::moment::Moment;
use crate::domain::text::{Text, shorten};

/// The words of a search, when they are repeated, in UTF-16 units.
const LONGEST_SEARCH: usize = 100;
/// The question of a case, when it is called out in General, in UTF-16 units.
const LONGEST_CALL: usize = 200;

impl Voice<'_> {
    /// What is said about a case at its desk.
    pub(super) fn about_case(&self, wording: &Wording) -> Message {
        match wording {
            Wording::ClientInDistress => self.bare("client-in-distress"),
            Wording::ClientIsBack => self.bare("client-is-back"),
            Wording::WithdrawnInTopic => self.bare("withdrawn-in-topic"),
            Wording::CaseIsClosed => self.bare("case-is-closed"),
            Wording::TakenInTopic { name } => self.named("taken-in-topic", name),
            Wording::PassedInTopic { by, to, lent } => self.passed(by, to, *lent),
            Wording::LeftForDesk { desk, by } => self.moved("left-for-desk", "left-for-desk-late", desk, by.as_deref()),
            Wording::CameFromDesk { desk, by } => {
                self.moved("came-from-desk", "came-from-desk-late", desk, by.as_deref())
            }
            Wording::AskWhyNot { case } => self.ask_why_not(*case),
            Wording::RejectedInTopic { by, why, words } => self.rejected(by, *why, words.as_ref()),
            Wording::NotYours { owner, case, message } => self.not_yours(owner, *case, *message),
            Wording::SentAnyway { name } => self.sentence("sent-anyway", &[("name", name)]),
            Wording::NotRelayed(why) => self.hindered("not-relayed", *why),
            Wording::NotDelivered(why) => self.hindered("not-delivered", *why),
            Wording::Nudge { promise } => self.nudge(*promise),
            Wording::CallOwner { owner, promise } => self.call_owner(owner, *promise),
            Wording::CallDesk { case } => self.call_desk(case, self.word("call-desk")),
            Wording::CallLead { case, lead } => self.call_desk(case, self.call_lead(lead.as_deref())),
            Wording::Candidates { case, words, found } => self.candidates(*case, words, found),
            Wording::CardSent { name, entry } => {
                self.sentence("card-sent", &[("name", name), ("title", &self.title(entry))])
            }
            Wording::TextOffered { case, offer, text } => self.text_offered(*case, *offer, text),
            Wording::TextSent { name, text } => self.sentence("text-sent", &[("name", name), ("text", text.as_str())]),
            Wording::AppointedInTopic(appointment) => {
                Message::new(Rich::plain(self.agreed("appointed-in-topic", appointment)))
            }
            Wording::AppointmentNearInTopic { appointment, owner } => self.reminder(appointment, owner.as_ref()),
            Wording::AskOutcome { case, why } => self.ask_outcome(*case, why.as_ref()),
            Wording::ClosedInTopic { name, outcome, why } => self.closed_in_topic(name, *outcome, why.as_ref()),
            Wording::AskGap { case, shown } => self.ask_gap(*case, shown),
            Wording::GapNoted { is_gap } => self.bare(if *is_gap { "gap-noted" } else { "no-gap-noted" }),
            Wording::ReopenedInTopic { owner } => self.reopened_in_topic(owner.as_ref()),
            Wording::Refused(refusal) => self.refused(refusal),
            // Everything else is said elsewhere: see `Renderer::message`.
            _ => Message::default(),
        }
    }

    // --- who has it ------------------------------------------------------------------------------------

    fn passed(&self, by: &str, to: &Manager, lent: bool) -> Message {
        let key = if lent { "lent-in-topic" } else { "passed-in-topic" };
        calling(to, &self.say(key, &[("by", by.into()), ("to", to.name.as_str().into())]))
    }

    fn moved(&self, by_somebody: &str, by_the_house: &str, desk: &str, by: Option<&str>) -> Message {
        match by {
            Some(by) => self.sentence(by_somebody, &[("desk", desk), ("by", by)]),
            None => self.sentence(by_the_house, &[("desk", desk)]),
        }
    }

    fn ask_why_not(&self, case: CaseNumber) -> Message {
        let message = self.bare("ask-why-not");
        Rejection::OFFERED.into_iter().fold(message, |message, why| {
            message.row(vec![self.button(rejection_key(why), Action::Reject(case, Some(why)))])
        })
    }

    fn rejected(&self, by: &str, why: Rejection, words: Option<&Text>) -> Message {
        let why = words.map_or_else(|| self.word(rejection_key(why)), |words| words.as_str().to_owned());
        self.sentence("rejected-in-topic", &[("by", by), ("why", &why)])
    }

    /// Somebody else has this case: a tap sends the line after all, another takes the case over.
    fn not_yours(&self, owner: &str, case: CaseNumber, message: i64) -> Message {
        self.sentence("not-yours", &[("owner", owner)]).row(vec![
            self.button("button-send-anyway", Action::SendAnyway(case, message)),
            self.button("button-take-over", Action::TakeOver(case)),
        ])
    }

    // --- what did not arrive ---------------------------------------------------------------------------

    fn hindered(&self, key: &str, why: Hindrance) -> Message {
        let why = self.word(match why {
            Hindrance::Gone => "hindrance-gone",
            Hindrance::TooLarge => "hindrance-too-large",
            Hindrance::Unsupported => "hindrance-unsupported",
            Hindrance::Vanished => "hindrance-vanished",
            Hindrance::Other => "hindrance-other",
        });
        self.sentence(key, &[("why", &why)])
    }

    // --- the ladder ------------------------------------------------------------------------------------

    fn nudge(&self, promise: Option<Moment>) -> Message {
        Message::new(Rich::plain(format!("{} {}", self.word("nudge"), self.until(promise))))
    }

    fn call_owner(&self, owner: &Manager, promise: Option<Moment>) -> Message {
        calling(owner, &format!("{} {}", self.word("call-owner"), self.until(promise)))
    }

    /// In General, to everybody: what waits, and a button to take it.
    fn call_desk(&self, case: &Case, call: String) -> Message {
        let about =
            self.say("call-about", &[("case", case.number.to_string().into()), ("place", self.place_of(case).into())]);
        let mut text = Rich::plain(call).line().then(Style::Bold, about);
        if !case.question.is_empty() {
            text = text.line().then(Style::Italic, shorten(&case.question, LONGEST_CALL));
        }
        let text = text.line().then(Style::Plain, self.until(case.promise));
        let take = if case.owner.is_some() {
            self.button("button-take-over", Action::TakeOver(case.number))
        } else {
            self.button("button-take", Action::Take(case.number))
        };
        Message::new(text).row(vec![take])
    }

    fn call_lead(&self, lead: Option<&str>) -> String {
        match lead {
            Some(lead) => self.say("call-lead", &[("lead", lead.into())]),
            None => self.word("call-desk-late"),
        }
    }

    fn until(&self, promise: Option<Moment>) -> String {
        match promise {
            Some(promise) if promise <= self.house.now => self.word("promise-is-broken"),
            Some(promise) => self.say("promised-until", &[("moment", self.before(promise).into())]),
            None => String::new(),
        }
    }

    // --- help while answering --------------------------------------------------------------------------

    fn candidates(&self, case: CaseNumber, words: &str, found: &[EntryId]) -> Message {
        let words = shorten(words, LONGEST_SEARCH);
        if found.is_empty() {
            return self.sentence("nothing-found", &[("words", &words)]);
        }
        let mut message = self.sentence("found", &[("words", &words)]);
        for entry in found {
            let action = Action::SendCard(case, entry.clone());
            message =
                message.row(self.title_button(entry).map(|button| Button { action, ..button }).into_iter().collect());
        }
        message
    }

    fn text_offered(&self, case: CaseNumber, offer: LineId, text: &Text) -> Message {
        let send = self.button("button-send", Action::SendText(case, offer));
        Message::new(Rich::plain(self.word("text-offered")).paragraph().then(Style::Italic, text.as_str()))
            .row(vec![send])
    }

    fn reminder(&self, appointment: &Appointment, owner: Option<&Manager>) -> Message {
        let reminder = self.agreed("appointment-near-in-topic", appointment);
        match owner {
            Some(owner) => calling(owner, &reminder),
            None => Message::new(Rich::plain(reminder)),
        }
    }

    // --- closing ---------------------------------------------------------------------------------------

    fn ask_outcome(&self, case: CaseNumber, why: Option<&Text>) -> Message {
        let mut text = Rich::plain(self.word("ask-outcome"));
        if let Some(why) = why {
            text = text.line().then(Style::Italic, why.as_str());
        }
        Outcome::ALL.chunks(2).fold(Message::new(text), |message, pair| {
            let button = |outcome: &Outcome| self.button(outcome_key(*outcome), Action::Close(case, Some(*outcome)));
            message.row(pair.iter().map(button).collect())
        })
    }

    fn closed_in_topic(&self, name: &str, outcome: Outcome, why: Option<&Text>) -> Message {
        let told = self.outcome(outcome, why.map(Text::as_str));
        let text = self.say("closed-in-topic", &[("name", name.into()), ("outcome", told.into())]);
        let text = Rich::plain(text);
        // To whom the client was referred stands in the sentence already.
        Message::new(match why.filter(|_| outcome != Outcome::Referred) {
            Some(why) => text.line().then(Style::Italic, why.as_str()),
            None => text,
        })
    }

    fn ask_gap(&self, case: CaseNumber, shown: &[EntryId]) -> Message {
        let none = self.button("button-no-gap", Action::NoGap(case));
        let missing = self.button("button-gap-missing", Action::Gap(case, None));
        let message = self.bare("ask-gap").row(vec![none, missing]);
        shown.iter().take(2).fold(message, |message, entry| {
            let action = Action::Gap(case, Some(entry.clone()));
            message.row(self.title_button(entry).map(|button| Button { action, ..button }).into_iter().collect())
        })
    }

    fn reopened_in_topic(&self, owner: Option<&Manager>) -> Message {
        match owner {
            Some(owner) => calling(owner, &self.word("reopened-in-topic")),
            None => self.bare("reopened-in-topic"),
        }
    }

    /// Why something was not done, and what to type instead.
    fn refused(&self, refusal: &Refusal) -> Message {
        match refusal {
            Refusal::Closed => self.bare("refused-closed"),
            Refusal::NotYours { owner } => self.sentence("refused-not-yours", &[("owner", owner)]),
            Refusal::AlreadyTheirs { name } => self.sentence("refused-already-theirs", &[("name", name)]),
            Refusal::AlreadyThere { desk } => self.sentence("refused-already-there", &[("desk", desk)]),
            Refusal::UnknownDesk => self.bare("refused-unknown-desk"),
            Refusal::UnknownEntry => self.bare("refused-unknown-entry"),
            Refusal::NotHeld => self.bare("refused-not-held"),
            Refusal::NotOffered => self.bare("refused-not-offered"),
            Refusal::NoReason => self.bare("refused-no-reason"),
            Refusal::InThePast => self.bare("refused-in-the-past"),
            Refusal::TooManyAppointments => self.bare("refused-too-many-appointments"),
            Refusal::AppointmentAhead(appointment) => {
                Message::new(Rich::plain(self.agreed("refused-appointment-ahead", appointment)))
            }
            Refusal::ReferredToWhom => self.bare("refused-referred-to-whom"),
            Refusal::UnknownOrder => self.bare("topic-commands"),
        }
    }

    // --- small steps -----------------------------------------------------------------------------------

    /// A message of one sentence with these words in it.
    fn sentence(&self, key: &str, words: &[(&str, &str)]) -> Message {
        let values: Vec<_> = words.iter().map(|(name, word)| (*name, (*word).into())).collect();
        Message::new(Rich::plain(self.say(key, &values)))
    }
}

/// A sentence that calls somebody by name: they are told that they are named.
fn calling(who: &Manager, sentence: &str) -> Message {
    Message::new(
        Rich::default().then(Style::Mention(who.id), who.name.as_str()).then(Style::Plain, format!(": {sentence}")),
    )
}

const fn rejection_key(why: Rejection) -> &'static str {
    match why {
        Rejection::Place => "rejection-place",
        Rejection::Theme => "rejection-theme",
        Rejection::Time => "rejection-time",
        Rejection::Acquainted => "rejection-acquainted",
        Rejection::Other => "rejection-other",
    }
}
