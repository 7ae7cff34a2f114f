//! What an applicant can do in the redactor, in random order.

use eherkenning_wizard::domain::redaction::{Preset, Zone};
use proptest::prelude::*;

use super::picture::ZONES;

/// An act of an applicant.
#[derive(Clone, Copy, Debug)]
pub enum Act {
    Turn,
    Tilt(i32),
    /// Straightens the card and puts the frame around it.
    Align,
    MoveFrame(i32, i32),
    ResizeFrame(i32, i32),
    Preset(usize),
    Move(usize, i32, i32),
    Resize(usize, i32, i32),
    /// Drags a mask over what is on screen of a zone.
    Cover(usize, Zone),
    /// Does that with a mask for each zone: with its own, or with the one of another zone.
    CoverAll(usize),
    Add,
    Remove(usize),
    Undo,
    Redo,
    /// Confirms every zone that is completely covered.
    TickCovered,
    /// Ticks a zone without looking.
    Tick(Zone),
    Untick(Zone),
    Accept,
}

/// Acts one after another; often all that makes a copy, with something in between.
pub fn acts() -> impl Strategy<Value = Vec<Act>> {
    let some = || prop::collection::vec(act(), 0..3);
    let copy =
        (0..3_usize, some(), some(), any::<bool>()).prop_map(|(shift, after_masks, after_ticks, ticks_again)| {
            let again = if ticks_again { vec![Act::TickCovered] } else { Vec::new() };
            [vec![Act::CoverAll(shift)], after_masks, vec![Act::TickCovered], after_ticks, again, vec![Act::Accept]]
                .concat()
        });
    let parts = prop_oneof![prop::collection::vec(act(), 1..6), copy];
    prop::collection::vec(parts, 1..6).prop_map(|parts| parts.concat())
}

fn zone() -> impl Strategy<Value = Zone> {
    prop::sample::select(ZONES.map(|(zone, _)| zone).to_vec())
}

fn act() -> impl Strategy<Value = Act> {
    let by = || (-1500..1500, -1500..1500);
    let id = || 0..5_usize;
    prop_oneof![
        2 => Just(Act::Turn),
        2 => (-20..=20).prop_map(Act::Tilt),
        4 => Just(Act::Align),
        2 => by().prop_map(|(x, y)| Act::MoveFrame(x, y)),
        2 => by().prop_map(|(x, y)| Act::ResizeFrame(x, y)),
        1 => (0..Preset::ALL.len()).prop_map(Act::Preset),
        2 => (id(), by()).prop_map(|(id, (x, y))| Act::Move(id, x, y)),
        2 => (id(), by()).prop_map(|(id, (x, y))| Act::Resize(id, x, y)),
        2 => (id(), zone()).prop_map(|(id, zone)| Act::Cover(id, zone)),
        5 => (0..3_usize).prop_map(Act::CoverAll),
        2 => Just(Act::Add),
        1 => id().prop_map(Act::Remove),
        2 => Just(Act::Undo),
        1 => Just(Act::Redo),
        8 => Just(Act::TickCovered),
        2 => zone().prop_map(Act::Tick),
        1 => zone().prop_map(Act::Untick),
        8 => Just(Act::Accept),
    ]
}
