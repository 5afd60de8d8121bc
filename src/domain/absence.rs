//! A manager is away for a while, and a colleague stands in.

use super::case::Manager;
use super::ids::PersonId;
use super::moment::Moment;

/// An absence.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Absence {
    /// Who is away.
    pub who: PersonId,
    /// Their first name.
    pub name: String,
    /// Who stands in.
    pub stand_in: Manager,
    /// The moment on which they are back.
    pub until: Moment,
}

/// Who has a case that `manager` would get: they themselves, or whoever stands in for them.
///
/// A stand-in may be away too; a ring of people who stand in for each other ends at who was asked first.
pub fn present(manager: &Manager, away: &[Absence]) -> Manager {
    let mut who = manager.clone();
    for _ in 0..away.len() {
        match away.iter().find(|absence| absence.who == who.id) {
            Some(absence) => who = absence.stand_in.clone(),
            None => return who,
        }
    }
    if away.iter().any(|absence| absence.who == who.id) { manager.clone() } else { who }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manager(id: i64) -> Manager {
        Manager { id: PersonId(id), name: format!("Manager{id}") }
    }

    fn away(who: i64, stand_in: i64) -> Absence {
        let name = manager(who).name;
        Absence { who: PersonId(who), name, stand_in: manager(stand_in), until: Moment::default() }
    }

    #[test]
    fn a_stand_in_who_is_away_has_a_stand_in_too() {
        assert_eq!(present(&manager(1), &[]), manager(1));
        assert_eq!(present(&manager(1), &[away(1, 2)]), manager(2));
        assert_eq!(present(&manager(1), &[away(1, 2), away(2, 3)]), manager(3));
    }

    #[test]
    fn people_who_stand_in_for_each_other_leave_nobody_without_an_owner() {
        assert_eq!(present(&manager(1), &[away(1, 2), away(2, 1)]), manager(1));
        assert_eq!(present(&manager(3), &[away(3, 1), away(1, 2), away(2, 1)]), manager(3));
    }
}
