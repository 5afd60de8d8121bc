//! What is seen of a case from outside its chat: the sheet in its topic, and the name and sign of the topic.

use super::effect::Effect;
use super::turn::Turn;
use super::wording::Wording;
use crate::domain::case::Case;
use crate::domain::delivery::Lane;

impl Turn<'_> {
    /// The case changed: its sheet and its topic change with it.
    pub(super) fn keep_up(&mut self, before: Option<&Case>) {
        let Some(case) = self.conversation.phase.open_case().cloned() else { return };
        let same = before.filter(|before| before.number == case.number && before.sheet == case.sheet);
        if same.is_some_and(|before| shown(before) != shown(&case)) {
            self.revise_sheet();
        }
        if case.icon != case.icon_at(self.context.now) {
            self.dress(case);
        }
    }

    /// A case that ends is shown as ended.
    pub(super) fn show_as_closed(&mut self, case: &Case) {
        self.revise_sheet_of(case);
        let line = self.next_line();
        self.wish(Effect::DressTopic { line, case: case.clone() });
    }

    /// The sheet of a case.
    pub(super) fn sheet(&self, case: &Case) -> Wording {
        let earlier = self.conversation.past.iter().rev().find(|past| past.number != case.number);
        Wording::Sheet {
            case: Box::new(case.clone()),
            client: self.conversation.name.clone(),
            earlier: earlier.cloned().map(Box::new),
        }
    }

    /// The sheet of the open case, as the case is now.
    pub(super) fn revise_sheet(&mut self) {
        if let Some(case) = self.conversation.phase.open_case().cloned() {
            self.revise_sheet_of(&case);
        }
    }

    fn revise_sheet_of(&mut self, case: &Case) {
        if let Some(sheet) = case.sheet {
            let wording = self.sheet(case);
            self.revise(Lane::Case(case.number), sheet, wording);
        }
    }

    fn dress(&mut self, case: Case) {
        let case = Case { icon: case.icon_at(self.context.now), ..case };
        let icon = case.icon;
        self.change_case(|case| case.icon = icon);
        let line = self.next_line();
        self.wish(Effect::DressTopic { line, case });
    }
}

/// What the sheet says of a case: not how far the ladder is climbed, nor which reminders are still to come.
fn shown(case: &Case) -> impl PartialEq + '_ {
    let wait = case.wait.map(|wait| (wait.since, wait.paused));
    let appointments: Vec<_> = case.appointments.iter().map(|one| (&one.what, one.at)).collect();
    (case.state, &case.owner, &case.lent_by, case.promise, wait, appointments, case.is_urgent())
}
