//! The machine of `domain::submission` explored together with everything that it lives among: tabs, a store, a network,
//! a backend and a clock that fail, and an applicant who may do anything at any time.

#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "a test may stop where it stands")]

mod acts;
mod backend;
mod faults;
mod happen;
mod promises;
mod tab;
mod today;
mod today_logic;
mod world;

use std::time::Instant;

use stateright::{Checker, Model};

use acts::Explored;
use world::Bounds;

/// Explores a world to its end. Every promise must hold everywhere, and what should be possible somewhere.
fn explore(name: &str, bounds: Bounds) {
    let began = Instant::now();
    let checker = Explored(bounds.clone()).checker().threads(1).spawn_bfs().join();
    let (states, depth) = (checker.unique_state_count(), checker.max_depth());
    println!("{name}: {states} states, depth {depth}, {:.1?}, {bounds:?}", began.elapsed());
    checker.assert_properties();
}

/// A world of a size that takes seconds; with `WIDER` set, of one that takes minutes.
fn world(tabs: usize, acts: u8, faults: u8) -> Bounds {
    let wider = u8::from(std::env::var_os("WIDER").is_some());
    Bounds {
        tabs,
        acts: acts + wider,
        faults,
        can_ask: true,
        loses_confirmed: false,
        has_store: true,
        goes_offline: false,
    }
}

#[test]
fn one_tab() {
    explore("one tab", world(1, 4, 1));
}

#[test]
fn one_tab_where_more_fails() {
    explore("one tab, more faults", world(1, 3, 2));
}

#[test]
fn one_tab_and_a_backend_that_cannot_be_asked() {
    explore("one tab, nobody to ask", Bounds { can_ask: false, ..world(1, 4, 1) });
}

#[test]
fn one_tab_and_power_cuts() {
    explore("one tab, power cuts", Bounds { loses_confirmed: true, ..world(1, 4, 1) });
}

#[test]
fn one_tab_without_a_store() {
    explore("one tab, no store", Bounds { has_store: false, ..world(1, 4, 2) });
}

#[test]
fn one_tab_and_a_network_that_goes_and_comes() {
    explore("one tab, offline at times", Bounds { goes_offline: true, ..world(1, 3, 2) });
}

#[test]
fn two_tabs() {
    explore("two tabs", world(2, 3, 1));
}

#[test]
fn two_tabs_where_more_fails() {
    explore("two tabs, more faults", world(2, 2, 2));
}

#[test]
fn two_tabs_and_a_backend_that_cannot_be_asked() {
    explore("two tabs, nobody to ask", Bounds { can_ask: false, ..world(2, 3, 1) });
}
