//! What every store must do, as stories; each is played on SQLite and on PostgreSQL.
//!
//! A new story: write it in the file of its noun, and add its name to the list below. Where PostgreSQL's programs are
//! missing its half is ignored, and says so.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a story that can't go on fails: that is its work")]

mod backups;
mod conversations;
mod crowds;
mod desks;
mod erasing;
mod gaps;
mod happenings;
mod house;
mod inbox;
mod joining;
mod leases;
mod managers;
mod migrating;
mod moving;
mod office;
mod opening;
mod order;
mod outbox;
#[path = "../support/postgres.rs"]
mod postgres;
mod schema;
mod stage;
mod topics;

use std::future::Future;

use libtest_mimic::{Arguments, Trial};
use loket::adapters::database::Database;

/// Trials for stories that are played on both databases, on SQLite's folder, or on PostgreSQL's server.
macro_rules! stories {
    ($($on:ident: $($noun:ident::{$($story:ident),+ $(,)?}),+;)+) => {{
        let mut trials = Vec::new();
        $($($( $on(&mut trials, concat!(stringify!($noun), "::", stringify!($story)), $noun::$story); )+)+)+
        trials
    }};
}

fn main() {
    let trials = [
        for_both(),
        for_both_at_the_desk(),
        for_both_at_the_office(),
        for_both_side_by_side(),
        for_one_of_them(),
        whatever_happens(),
    ]
    .into_iter()
    .flatten()
    .collect();
    libtest_mimic::run(&Arguments::from_args(), trials).exit();
}

fn for_both() -> Vec<Trial> {
    stories! {
        on_both:
            inbox::{
                a_repeat_is_passed_over, one_update_per_lane_goes_at_a_time_the_oldest_first,
                the_order_is_that_of_arrival_not_of_numbers, no_more_is_claimed_than_asked_for,
                a_lease_that_ran_out_frees_the_update, a_postponed_update_keeps_its_lane_waiting,
                a_buried_update_lets_the_next_one_pass,
                sweeping_forgets_ended_updates_only, the_oldest_that_waits_is_known, a_text_with_a_nul_is_kept, nobody_gets_what_another_has,
            },
            conversations::{
                a_conversation_begins_and_goes_on, a_commit_brings_everything_at_once,
                a_commit_that_fails_leaves_nothing, who_decided_on_an_old_state_must_decide_again,
                only_one_of_many_can_be_first, an_update_is_handled_once, a_handled_update_is_claimed_by_nobody,
                the_transcript_is_read_from_its_end, a_correction_changes_what_was_said, a_case_is_changed_in_place,
                a_case_number_is_never_given_twice, a_timer_is_set_moved_and_cleared,
                the_next_due_moment_is_the_nearest_ahead, silent_clients_are_found,
            },
            crowds::{
                everybody_gets_what_is_theirs, the_fault_of_one_is_nobody_elses,
                of_those_who_decide_for_one_client_one_is_first,
                what_arrives_at_the_same_moment_is_noted_each_for_itself,
                what_a_crowd_changes_while_a_board_is_written_is_not_missed,
            },
            outbox::{
                a_lane_goes_on_when_its_first_row_is_delivered, the_most_urgent_goes_first_then_the_oldest,
                a_case_waits_for_its_group_and_its_topic, a_case_without_its_topic_waits_for_a_new_one,
                a_lost_answer_makes_the_next_try_uncertain, a_wait_that_was_asked_for_is_no_attempt,
                an_edit_finds_the_message_it_changes, only_the_newest_of_what_changes_a_line_is_delivered,
                what_is_being_delivered_is_not_replaced, a_topic_is_dressed_once_and_anew_after_it_is_made_anew,
                a_former_topic_is_reached_by_its_place,
                a_line_is_looked_up_among_its_own_clients_lines, a_reply_finds_the_message_in_the_same_chat,
                what_is_given_up_lets_the_next_pass_and_stays_visible,
                the_oldest_row_that_can_go_is_known, a_late_receipt_counts_and_the_first_one_stays,
                a_picture_is_kept_byte_by_byte_until_it_is_delivered, nobody_gets_what_another_has,
            },
            happenings::{
                all_that_is_told_comes_back_in_order, every_kind_is_kept,
                a_period_begins_with_its_first_hour_and_ends_before_its_last, who_must_decide_again_tells_nothing_twice, the_figures_are_what_the_transcript_and_the_cases_tell,
            },
            desks::{
                a_desk_has_one_group_and_a_group_one_desk, a_group_moves_with_everything_in_it,
                a_move_may_be_told_twice, a_group_that_moves_in_takes_the_place, a_removal_follows_its_group,
                former_topics_and_what_is_said_in_them_follow_their_group,
            },
            erasing::{
                nothing_is_left_but_a_farewell_and_the_removal_of_the_topic, others_stay_as_they_are,
                a_client_may_come_back_at_once, what_came_later_is_still_answered,
                a_topic_that_is_just_being_made_goes_too, a_topic_of_which_nothing_is_heard_holds_nobody_up,
                former_topics_go_too, a_farewell_that_can_not_be_said_is_forgotten,
                a_commit_meets_an_erasure_wholly_or_not_at_all,
            };
    }
}

/// What the desk and the house itself need.
fn for_both_at_the_desk() -> Vec<Trial> {
    stories! {
        on_both:
            topics::{
                a_case_that_goes_on_elsewhere_is_found_by_all_its_topics, a_case_may_go_on_before_it_has_a_topic,
                who_must_decide_again_leaves_no_topic, open_cases_are_listed_with_their_topics,
            },
            joining::{
                what_stands_right_behind_goes_along_and_is_delivered_with_it,
                who_lost_the_answer_may_ask_again, nothing_goes_along_past_what_goes_alone,
                no_more_goes_along_than_asked_for, another_lane_does_not_go_along,
                what_somebody_held_is_not_passed_over, what_is_postponed_is_not_passed_over,
            },
            house::{
                a_line_of_the_house_is_never_given_twice, the_house_does_it_wholly_or_not_at_all,
                a_board_is_changed_and_forgotten, timers_of_the_house_are_set_moved_and_cleared,
                a_timer_that_was_set_anew_meanwhile_stays, a_board_is_looked_at_at_the_earliest_moment_ahead,
                what_changes_while_a_board_is_written_is_not_missed, who_must_decide_again_touches_no_board,
                sweeping_forgets_what_the_house_said_but_no_board, an_erasure_leaves_the_house_alone,
            },
            backups::{
                what_was_backed_up_comes_back_on_either_side, a_backup_under_load_is_one_moment,
                a_name_that_is_taken_stays_as_it_is, nobody_else_may_read_it,
            },
            managers::{
                what_is_known_later_of_a_member_counts, a_name_in_the_messenger_stays_until_another_is_told,
                members_belong_to_their_group_and_move_with_it, an_absence_is_noted_changed_and_ended,
            };
    }
}

/// What those need who look after the house.
fn for_both_at_the_office() -> Vec<Trial> {
    stories! {
        on_both:
            office::{
                a_release_is_kept_letter_by_letter_and_is_in_use, who_changed_an_old_release_must_look_again,
                an_earlier_release_comes_back_and_the_later_one_stays, a_release_that_is_no_text_is_refused_whole,
                programs_tell_which_release_they_answer_from, one_works_on_the_knowledge_at_a_time,
                a_role_is_offered_and_taken_up_once, an_invitation_that_is_declined_or_old_is_gone,
                the_audit_log_is_only_ever_added_to,
            },
            gaps::{
                what_was_said_lately_is_read_client_by_client, of_too_many_lines_the_newest_are_read,
                a_question_is_marked_with_its_line_in_the_log, marks_go_with_their_client,
            };
    }
}

/// What several programs on one database need.
fn for_both_side_by_side() -> Vec<Trial> {
    stories! {
        on_both:
            leases::{
                a_lease_has_one_holder_who_renews_it, one_of_many_gets_it, who_takes_over_has_a_higher_fence,
                a_lease_that_is_given_back_is_free_at_once, a_woken_sender_is_refused,
                who_holds_no_lease_sends_only_when_nobody_does, what_a_dead_worker_held_is_free,
                what_was_claimed_unheard_is_freed, what_the_living_hold_stays_theirs,
            };
        on_sqlite:
            leases::{who_starts_alone_waits_for_no_lease},
            moving::{nothing_goes_where_something_is, nothing_goes_while_somebody_is_at_work};
        on_postgres:
            moving::{
                everything_goes_to_a_server_and_back, what_can_not_be_kept_there_stays_here_with_everything_else,
                the_command_says_what_it_moved_or_why_not,
            },
            leases::{who_starts_beside_others_frees_nothing, a_bell_is_heard_by_the_others};
    }
}

fn for_one_of_them() -> Vec<Trial> {
    stories! {
        on_sqlite:
            backups::{
                nothing_is_overwritten_unless_it_is_put_aside, what_is_no_sound_backup_is_refused,
                every_table_is_in_a_backup,
            },
            erasing::{no_byte_is_left_in_the_files, a_handled_update_is_forgotten_at_once},
            office::{a_line_that_was_changed_or_removed_shows},
            opening::{
                what_was_kept_is_there_after_a_restart, what_a_killed_program_held_is_free_at_once,
                many_may_open_a_new_folder_at_once,
                a_file_that_is_no_database_is_refused, a_damaged_database_is_refused,
                a_folder_that_can_not_be_is_refused, a_newer_file_is_refused,
            },
            migrating::{a_file_of_the_version_before_is_brought_up_to_date},
            schema::{the_page_describes_sqlite};
        on_postgres:
            opening::{
                a_newer_server_is_refused, a_wrong_password_is_refused, a_server_that_is_not_there_is_named,
                a_standby_is_refused_and_left_behind,
            },
            migrating::{a_server_of_the_version_before_is_brought_up_to_date},
            schema::{the_page_describes_postgres_and_both_are_the_same};
    }
}

fn whatever_happens() -> Vec<Trial> {
    vec![
        in_a_folder("order::holds_whatever_happens", |folder| {
            order::holds_whatever_happens(24, |steps| {
                let folder = tempfile::tempdir_in(folder).unwrap();
                played(async { order::play(Database::in_folder(folder.path()).await.unwrap(), &steps).await });
            });
        }),
        at_the_server("order::holds_whatever_happens", |server| {
            order::holds_whatever_happens(8, |steps| {
                let address = server.fresh_database();
                played(async { order::play(Database::at_server(&address).await.unwrap(), &steps).await });
            });
        }),
    ]
}

fn on_both<S>(trials: &mut Vec<Trial>, name: &str, story: fn(Database) -> S)
where
    S: Future<Output = ()> + 'static,
{
    trials.push(in_a_folder(name, move |folder| {
        played(async { story(Database::in_folder(folder).await.unwrap()).await });
    }));
    trials.push(at_the_server(name, move |server| {
        let address = server.fresh_database();
        played(async { story(Database::at_server(&address).await.unwrap()).await });
    }));
}

fn on_sqlite(trials: &mut Vec<Trial>, name: &str, story: impl AsyncFn(&std::path::Path) + Send + 'static) {
    trials.push(in_a_folder(name, move |folder| played(story(folder))));
}

fn on_postgres(trials: &mut Vec<Trial>, name: &str, story: impl AsyncFn(&postgres::Server) + Send + 'static) {
    trials.push(at_the_server(name, move |server| played(story(server))));
}

fn in_a_folder(name: &str, play: impl FnOnce(&std::path::Path) + Send + 'static) -> Trial {
    Trial::test(format!("sqlite::{name}"), move || {
        play(tempfile::tempdir()?.path());
        Ok(())
    })
}

fn at_the_server(name: &str, play: impl FnOnce(&postgres::Server) + Send + 'static) -> Trial {
    let name = format!("postgres::{name}");
    if postgres::programs().is_none() {
        return Trial::test(format!("{name} (skipped: no PostgreSQL programs)"), || Ok(())).with_ignored_flag(true);
    }
    Trial::test(name, move || {
        play(postgres::server().ok_or("PostgreSQL's programs went away")?);
        Ok(())
    })
}

fn played<T>(story: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap().block_on(story)
}
