//! Every order of acts in the redactor, judged by pixels: a copy shows nothing of a zone that the applicant saw covered.

use std::cell::{Cell, RefCell};
use std::sync::LazyLock;

use eherkenning_wizard::domain::redaction::{Alignment, Area, Layout, Preset, RawScan, Redaction, Zone};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestCaseError, TestRunner};

use super::acts::{Act, acts};
use super::picture::{Card, Picture, ZONES};

/// Length of the longer side of the copy on screen, in pixels.
const SHOWN: i32 = 200;
/// Length of the longer side of the copy that is made, in pixels.
const COPIED: i32 = 400;
const CASES: u32 = 64;

/// Photos of a card in every quarter turn, tilted and not.
static PHOTOS: LazyLock<Vec<(Card, Picture)>> = LazyLock::new(|| {
    let turns = [(0, 0), (0, -9), (1, 4), (2, 0), (2, 12), (3, -5)];
    let cards = turns.map(|(turns, tilt)| {
        let photo = if turns % 2 == 0 { (560, 430) } else { (430, 560) };
        Card { photo, offset: (tilt * 2, 5 - tilt), width: 410, turns, tilt }
    });
    cards.into_iter().map(|card| (card, card.shot())).collect()
});

/// What was on screen when a zone was ticked.
struct Ticked {
    zone: Zone,
    layout: Layout,
    is_covered: bool,
}

/// An applicant at work on one copy.
struct Applicant<'a> {
    card: Card,
    scan: RawScan<&'a Picture>,
    redaction: Redaction,
    /// The last tick of each zone.
    ticked: Vec<Ticked>,
    /// The copy without masks as it was last on screen.
    drawn: RefCell<Option<(Alignment, Picture)>>,
}

impl<'a> Applicant<'a> {
    fn new((card, photo): &'a (Card, Picture)) -> Self {
        let demanded = ZONES.map(|(zone, _)| zone).to_vec();
        let masks = Preset::Passport.masks(&demanded);
        Self {
            card: *card,
            scan: RawScan::new(photo),
            redaction: Redaction::new(demanded, masks),
            ticked: Vec::new(),
            drawn: RefCell::default(),
        }
    }

    /// The copy on screen. A pixel that a mask covers only partly still shows something.
    fn screen(&self) -> Picture {
        self.unmasked().masked(self.redaction.masks(), |area, width, height| {
            let inner = |from: i32, length: i32, side: i32| {
                let first = (from * side + Area::SIDE - 1) / Area::SIDE;
                (first, ((from + length) * side / Area::SIDE - first).max(0))
            };
            let (left, across) = inner(area.left(), area.width(), width);
            let (top, down) = inner(area.top(), area.height(), height);
            [left, top, across, down]
        })
    }

    /// The copy on screen, with what is under the masks.
    fn unmasked(&self) -> Picture {
        let alignment = self.redaction.alignment();
        let mut drawn = self.drawn.borrow_mut();
        if drawn.as_ref().is_none_or(|(before, _)| *before != alignment) {
            *drawn = Some((alignment, Picture::drawn(self.scan.image(), alignment, SHOWN)));
        }
        drawn.as_ref().unwrap().1.clone()
    }

    fn layout(&self) -> Layout {
        Layout { alignment: self.redaction.alignment(), masks: self.redaction.masks().to_vec() }
    }

    fn tick(&mut self, zone: Zone, is_covered: bool) {
        self.redaction.confirm(zone, true);
        self.ticked.retain(|ticked| ticked.zone != zone);
        self.ticked.push(Ticked { zone, layout: self.layout(), is_covered });
    }

    fn put(&mut self, id: usize, change: impl FnOnce(Area) -> Area) {
        if let Some(mask) = self.redaction.mask(id) {
            self.redaction.mark();
            self.redaction.place(id, change(mask.area));
        }
    }

    /// Drags masks over what is on screen of zones.
    fn cover(&mut self, with: &[(usize, Zone)]) {
        let unmasked = self.unmasked();
        for (id, zone) in with {
            if let Some(bounds) = unmasked.bounds(*zone) {
                self.put(*id, |_| bounds);
            }
        }
    }

    /// The copy and the layout that it was drawn in, if everything is confirmed.
    fn accept(&self) -> Option<(Picture, Layout)> {
        let copy = self.scan.redact(self.redaction.confirmed()?, |photo, layout| {
            let picture = Picture::drawn(photo, layout.alignment, COPIED).masked(&layout.masks, Area::blocks);
            Some((picture, layout.clone()))
        });
        Some(copy?.into_image())
    }

    /// Carries out an act; returns a copy if it made one.
    fn act(&mut self, act: Act) -> Option<(Picture, Layout)> {
        let alignment = self.redaction.alignment();
        match act {
            Act::Turn => self.redaction.align(alignment.turned()),
            Act::Tilt(degrees) => self.redaction.align(alignment.straightened(degrees)),
            Act::Align => self.redaction.align(self.card.alignment()),
            Act::MoveFrame(x, y) => self.redaction.align(alignment.framed(alignment.frame().moved(x, y))),
            Act::ResizeFrame(x, y) => self.redaction.align(alignment.framed(alignment.frame().resized(x, y))),
            Act::Preset(at) => self.redaction.replace(Preset::ALL[at].masks(self.redaction.demanded())),
            Act::Move(id, x, y) => self.put(id, |area| area.moved(x, y)),
            Act::Resize(id, x, y) => self.put(id, |area| area.resized(x, y)),
            Act::Cover(id, zone) => self.cover(&[(id, zone)]),
            Act::CoverAll(shift) => {
                while self.redaction.masks().len() < ZONES.len() {
                    self.redaction.add();
                }
                let masks = self.redaction.masks().iter().zip(ZONES.into_iter().cycle().skip(shift));
                let masks = masks.take(ZONES.len());
                self.cover(&masks.map(|(mask, (zone, _))| (mask.id, zone)).collect::<Vec<_>>());
            }
            Act::Add => _ = self.redaction.add(),
            Act::Remove(id) => self.redaction.remove(id),
            Act::Undo => _ = self.redaction.undo(),
            Act::Redo => _ = self.redaction.redo(),
            Act::TickCovered => {
                let screen = self.screen();
                let covered = ZONES.into_iter().filter(|(zone, _)| screen.is_covered(*zone));
                covered.for_each(|(zone, _)| self.tick(zone, true));
            }
            Act::Tick(zone) => {
                let is_covered = self.screen().is_covered(zone);
                self.tick(zone, is_covered);
            }
            Act::Untick(zone) => self.redaction.confirm(zone, false),
            Act::Accept => return self.accept(),
        }
        None
    }
}

#[test]
fn in_every_photo_the_masks_of_a_passport_cover_its_zones_until_the_frame_changes() {
    for photo in &*PHOTOS {
        let mut applicant = Applicant::new(photo);
        applicant.act(Act::Align);
        for (zone, _) in ZONES {
            assert!(applicant.unmasked().visible(zone) > 50, "{zone:?} without masks, {:?}", photo.0);
            assert!(applicant.screen().is_covered(zone), "{zone:?} under masks, {:?}", photo.0);
        }
        for act in [Act::Turn, Act::Tilt(0), Act::Tilt(20), Act::MoveFrame(0, 300), Act::ResizeFrame(0, 900)] {
            let before = applicant.redaction.alignment();
            applicant.act(act);
            let is_changed = applicant.redaction.alignment() != before;
            assert_eq!(applicant.screen().visible(Zone::Bsn) > 0, is_changed, "{act:?}, {:?}", photo.0);
            applicant.act(Act::Align);
        }
    }
}

#[test]
fn s15_after_any_order_of_acts_a_copy_shows_no_pixel_of_a_zone_that_was_seen_covered() {
    let covered_copies = Cell::new(0);
    let mut runner = TestRunner::new(Config { cases: CASES, failure_persistence: None, ..Config::default() });
    let ran = runner.run(&(0..PHOTOS.len(), acts()), |(photo, acts)| {
        let mut applicant = Applicant::new(&PHOTOS[photo]);
        for act in acts {
            let Some((picture, drawn)) = applicant.act(act) else { continue };
            prop_assert_eq!(applicant.ticked.len(), ZONES.len());
            for Ticked { zone, layout, is_covered } in &applicant.ticked {
                prop_assert_eq!(layout, &drawn, "{:?} was confirmed in the first, drawn is the second", zone);
                if *is_covered {
                    prop_assert_eq!(picture.visible(*zone), 0, "pixels of {:?} are visible", zone);
                }
            }
            if applicant.ticked.iter().all(|ticked| ticked.is_covered) {
                covered_copies.set(covered_copies.get() + 1);
            }
        }
        Ok::<(), TestCaseError>(())
    });
    if let Err(fault) = ran {
        panic!("{fault}");
    }
    assert!(covered_copies.get() > 20, "only {} covered copies were made", covered_copies.get());
}
