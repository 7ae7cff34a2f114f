//! That the checker finds in yesterday's logic what was wrong with it: each fault of issue 18 that is one of logic.

use stateright::{Checker, Model};

use crate::today::{Act, Fate, Rehearsal};

/// Explores with these acts until the promise is found broken, and gives how.
fn find(promise: &'static str, acts: u8, keeps_files: bool, can: fn(Act) -> bool) -> Vec<Act> {
    let finish = stateright::HasDiscoveries::AnyOf([promise].into());
    let model = Rehearsal { acts, can, keeps_files };
    let checker = model.checker().finish_when(finish).spawn_bfs().join();
    let path = checker.assert_any_discovery(promise).into_actions();
    println!("{promise}: {path:?}, {} states", checker.unique_state_count());
    path
}

/// The acts by which an applicant sends, with requests of these fates only.
macro_rules! acts {
    ($($act:pat),+ $(,)?) => {
        |act| matches!(act, Act::Send(_) | Act::Wake(..) $(| $act)+)
    };
}

const ONE: &str = "one application";

#[test]
fn s1_a_pause_that_was_stopped_ends_and_takes_the_receipt_away() {
    let can = acts![Act::Stop(_), Act::Request(_, _, Fate::Overloaded | Fate::Answered)];
    let path = find("a receipt stays", 7, true, can);
    assert!(path.contains(&Act::Stop(0)));
}

#[test]
fn s2_a_pause_that_was_stopped_ends_and_sends_the_old_application() {
    let can = acts![Act::Stop(_), Act::Thaw(_), Act::Change(_), Act::Request(_, _, Fate::Overloaded)];
    find("nothing is posted while the answers are open", 7, true, can);
}

#[test]
fn s3_it_sends_the_old_application_beside_the_changed_one() {
    let can = acts![Act::Stop(_), Act::Thaw(_), Act::Request(_, _, Fate::Overloaded | Fate::Answered)];
    let path = find(ONE, 8, true, can);
    assert_eq!(path.iter().filter(|act| **act == Act::Send(0)).count(), 2);
}

#[test]
fn s4_without_its_documents_an_unknown_outcome_loses_its_key() {
    let can = acts![Act::CloseAndOpen(_), Act::Change(_), Act::Request(_, _, Fate::KeptAndSilent)];
    let path = find(ONE, 8, false, can);
    assert!(path.contains(&Act::CloseAndOpen(0)));
}

#[test]
fn s5_what_a_gateway_hid_is_called_unsent_and_sent_again() {
    let can = acts![Act::Thaw(_), Act::Request(_, _, Fate::KeptAnd502)];
    find("what is kept is not called unsent", 10, true, can);
    find(ONE, 13, true, can);
}

#[test]
fn s6_a_refusal_by_others_unlocks_what_was_kept_in_silence() {
    let can = acts![Act::Thaw(_), Act::Request(_, _, Fate::KeptAndSilent | Fate::Forbidden)];
    find(ONE, 7, true, can);
}

#[test]
fn s7_a_tab_that_is_killed_before_the_store_is_done_forgets_that_it_sent() {
    let can = acts![Act::KilledAndOpen(_), Act::Request(_, _, Fate::KeptAndSilent | Fate::Answered)];
    let path = find(ONE, 6, true, can);
    assert!(path.contains(&Act::KilledAndOpen(0)));
}

#[test]
fn s8_a_record_that_cannot_be_read_takes_the_key_with_it() {
    let can = acts![Act::SpoilAndOpen(_), Act::Request(_, _, Fate::KeptAndSilent | Fate::Answered)];
    find(ONE, 6, true, can);
}

#[test]
fn s9_two_tabs_make_two_keys() {
    let can = acts![Act::Duplicate, Act::Request(_, _, Fate::Answered)];
    let path = find(ONE, 5, true, can);
    assert!(path.contains(&Act::Duplicate));
}

#[test]
fn s10_a_clock_that_jumps_erases_an_open_outcome() {
    let can = acts![Act::ClockJumps(_), Act::Request(_, _, Fate::KeptAndSilent)];
    find("an open outcome is not forgotten", 4, true, can);
}

#[test]
fn s12_a_reset_erases_an_open_outcome() {
    let can = acts![Act::Reset(_), Act::Request(_, _, Fate::KeptAndSilent | Fate::Answered)];
    find("an open outcome is not forgotten", 4, true, can);
    find(ONE, 5, true, can);
}

#[test]
fn s13_one_failed_write_outlasts_every_retry() {
    let can = acts![Act::Request(_, _, Fate::ClaimedAnd503 | Fate::Answered)];
    let path = find("a backend that works again is waited for", 12, true, can);
    assert_eq!(path.iter().filter(|act| matches!(act, Act::Request(_, _, Fate::ClaimedAnd503))).count(), 1);
}

#[test]
fn s14_a_folder_that_is_removed_gives_its_key_a_second_reference() {
    let can = acts![Act::RemoveFolder, Act::Request(_, _, Fate::KeptAndSilent | Fate::Answered)];
    find("one reference for a key", 6, true, can);
}

#[test]
fn without_faults_and_haste_even_this_logic_keeps_its_promises() {
    let can = acts![Act::Stop(_), Act::Change(_), Act::Request(_, _, Fate::Answered)];
    let checker = Rehearsal { acts: 8, can, keeps_files: true }.checker().spawn_bfs().join();
    checker.assert_properties();
}
