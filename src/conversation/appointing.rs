//! Appointments: both sides are reminded, and a case is not closed over one that is still ahead.

use std::time::Duration;

use super::effect::Effect;
use super::refusal::Refusal;
use super::turn::Turn;
use super::wording::Wording;
use crate::domain::appointment::Appointment;
use crate::domain::case::{Case, Manager};
use crate::domain::delivery::Urgency;
use crate::domain::moment::Moment;
use crate::domain::text::Text;
use crate::domain::timer::Timer;

/// How long before an appointment both sides are reminded: the day before, and in time to get there.
const REMINDERS: [Duration; 2] = [Duration::from_hours(24), Duration::from_hours(1)];
/// So many appointments may be ahead in one case.
const MOST: usize = 10;

impl Turn<'_> {
    /// Something was agreed.
    pub(super) fn appoint(&mut self, case: &Case, by: Manager, what: Text, at: Moment) {
        let now = self.context.now;
        if at <= now {
            return self.refuse(Refusal::InThePast);
        }
        if case.appointments.iter().filter(|one| one.at > now).count() >= MOST {
            return self.refuse(Refusal::TooManyAppointments);
        }
        self.take_if_free(case, &by);
        let reminders = REMINDERS.iter().map(|before| at.before(*before)).filter(|moment| *moment > now).collect();
        let appointment = Appointment { what, at, reminders };
        self.say(Wording::Appointed { name: by.name, appointment: appointment.clone() });
        self.say_in_topic(case.number, Wording::AppointedInTopic(appointment.clone()), Urgency::Now);
        self.tell_if_gone(case.number);
        self.change_case(|case| {
            case.appointments.retain(|one| one.at > now);
            case.appointments.push(appointment);
            case.appointments.sort_by_key(|one| one.at);
        });
        self.end_wait();
        self.set_reminder();
    }

    /// An appointment comes near: both sides hear of it.
    pub(super) fn remind(&mut self) {
        let now = self.context.now;
        let Some(case) = self.conversation.phase.open_case().cloned() else { return };
        let is_due = |one: &&Appointment| one.at > now && one.reminders.iter().any(|moment| *moment <= now);
        for appointment in case.appointments.iter().filter(is_due).cloned() {
            self.say(Wording::AppointmentNear(appointment.clone()));
            let wording = Wording::AppointmentNearInTopic { appointment, owner: case.owner.clone() };
            self.say_in_topic(case.number, wording, Urgency::Now);
        }
        self.change_case(|case| {
            for appointment in &mut case.appointments {
                appointment.reminders.retain(|moment| *moment > now);
            }
        });
        self.set_reminder();
    }

    /// The appointments of a case that are still ahead.
    pub(super) fn ahead(&self, case: &Case) -> Vec<Appointment> {
        case.appointments.iter().filter(|one| one.at > self.context.now).cloned().collect()
    }

    fn set_reminder(&mut self) {
        let next = self
            .conversation
            .phase
            .open_case()
            .and_then(|case| case.appointments.iter().flat_map(|one| one.reminders.iter().copied()).min());
        match next {
            Some(moment) => self.wish(Effect::Wake(Timer::Appointment, moment)),
            None => self.wish(Effect::LetSleep(Timer::Appointment)),
        }
    }
}
