//! Masks, alignment of a photo, the watermark, and that only a covered copy can be sent.

mod acts;
mod confirmations;
mod orders;
mod picture;

use eherkenning_wizard::domain::offer::Shielding;
use eherkenning_wizard::domain::redaction::{
    Alignment, Area, MAX_TILT_DEGREES, Mask, Preset, Redaction, SLANT, Watermark, Zone, zones,
};
use eherkenning_wizard::domain::scheme::IdentityDocumentKind;
use proptest::prelude::*;

const ALL: [Zone; 4] = [Zone::Photo, Zone::Nationality, Zone::Bsn, Zone::Mrz];

fn shielding(demanded: [bool; 4]) -> Shielding {
    let [photo, nationality, bsn, mrz] = demanded;
    Shielding { photo, nationality, bsn, mrz }
}

fn passport() -> Redaction {
    let demanded = vec![Zone::Photo, Zone::Nationality, Zone::Bsn];
    let masks = Preset::Passport.masks(&demanded);
    Redaction::new(demanded, masks)
}

fn parts(area: Area) -> [i32; 4] {
    [area.left(), area.top(), area.width(), area.height()]
}

fn is_inside(area: Area) -> bool {
    let [left, top, width, height] = parts(area);
    left >= 0 && top >= 0 && width > 0 && height > 0 && left + width <= Area::SIDE && top + height <= Area::SIDE
}

proptest! {
    #[test]
    fn an_area_always_stays_inside_the_document(
        corner in any::<[i32; 4]>(), moves in prop::collection::vec(any::<(bool, i32, i32)>(), 0..8)
    ) {
        let [left, top, width, height] = corner;
        let mut area = Area::new(left, top, width, height);
        prop_assert!(is_inside(area));
        for (is_move, x, y) in moves {
            area = if is_move { area.moved(x, y) } else { area.resized(x, y) };
            prop_assert!(is_inside(area), "{area:?}");
        }
    }

    #[test]
    fn the_filled_pixels_cover_the_area_and_are_whole_blocks(
        corner in prop::array::uniform4(0..10_000), width in 16..4000, height in 16..4000
    ) {
        let [left, top, across, down] = corner;
        let area = Area::new(left, top, across, down);
        let [x, y, w, h] = area.pixels(width, height);
        prop_assert!(x >= 0 && y >= 0 && w > 0 && h > 0 && x + w <= width && y + h <= height);
        // The pixels cover every point of the area.
        let scaled = |value: i32, side: i32| f64::from(value) * f64::from(side) / 10_000.0;
        prop_assert!(f64::from(x) <= scaled(area.left(), width) && f64::from(y) <= scaled(area.top(), height));
        prop_assert!(f64::from(x + w) >= scaled(area.left() + area.width(), width) - 1e-9);
        prop_assert!(f64::from(y + h) >= scaled(area.top() + area.height(), height) - 1e-9);
        let [bx, by, bw, bh] = area.blocks(width, height);
        prop_assert!(bx % 16 == 0 && by % 16 == 0);
        prop_assert!((bx + bw) % 16 == 0 || bx + bw == width);
        prop_assert!((by + bh) % 16 == 0 || by + bh == height);
        prop_assert!(bx == 0 || bx <= x - 2);
        prop_assert!(by == 0 || by <= y - 2);
        prop_assert!(bx + bw == width || bx + bw >= x + w + 2);
        prop_assert!(by + bh == height || by + bh >= y + h + 2);
    }

    #[test]
    fn four_quarter_turns_restore_the_frame(corner in prop::array::uniform4(0..10_000)) {
        let [left, top, width, height] = corner;
        let start = Alignment::default().framed(Area::new(left, top, width, height));
        prop_assert_eq!(start.turned().turned().turned().turned(), start);
    }

    #[test]
    fn a_drawing_has_the_proportions_of_the_frame_and_fits(
        corner in prop::array::uniform4(0..10_000), width in 600..9000, height in 600..9000, turns in 0..4
    ) {
        let [left, top, across, down] = corner;
        let start = Alignment::default().framed(Area::new(left, top, across, down));
        let alignment = (0..turns).fold(start, |alignment, _| alignment.turned());
        let (turned_width, turned_height) = alignment.turned_size(width, height);
        let drawing = alignment.drawing(width, height, 2400);
        prop_assert!(drawing.left >= 0 && drawing.left + drawing.across <= turned_width);
        let [_, frame_top, _, frame_height] = alignment.frame().pixels(turned_width, turned_height);
        prop_assert_eq!(drawing.top, frame_top);
        prop_assert!(drawing.width >= 1 && drawing.height >= 1);
        prop_assert!(drawing.width.max(drawing.height) <= 2400);
        // Never enlarged.
        prop_assert!(drawing.width <= drawing.across);
        // At most one pixel of rounding.
        let expected = f64::from(drawing.width) * f64::from(frame_height) / f64::from(drawing.across);
        let slack = 1.0 + f64::from(frame_height) / f64::from(drawing.across);
        prop_assert!((f64::from(drawing.height) - expected).abs() <= slack, "{drawing:?} {expected}");
    }

    #[test]
    fn the_watermark_covers_every_part_of_the_image(
        width in 300..2401, height in 300..2401, characters in 20..90_usize
    ) {
        let mark = Watermark::of(width, height, characters);
        let (sine, cosine) = f64::from(SLANT).to_radians().sin_cos();
        // Every crop of a third of the image contains part of a line.
        let spacing = f64::from(mark.spacing);
        prop_assert!(spacing <= f64::from(width.min(height)) / 3.0);
        for (x, y) in [(0, 0), (width, 0), (0, height), (width, height), (width / 2, height / 2)] {
            let (x, y) = (f64::from(x - width / 2), f64::from(y - height / 2));
            let (along, across) = (x * cosine + y * sine, y * cosine - x * sine);
            prop_assert!(across.abs() <= spacing * f64::from(mark.lines), "a corner is beyond the last line");
            let narrowest = mark.repeats * characters * usize::try_from(mark.letters).unwrap() / 3;
            prop_assert!(along.abs() * 2.0 <= narrowest as f64, "a corner is beyond the end of a line");
        }
    }
}

#[test]
fn the_letters_of_the_watermark_fit_a_narrow_strip() {
    let strip = Watermark::of(300, 2346, 20);
    assert_eq!((strip.letters, strip.spacing), (50, 100));
    // The usual size, for an image that is not a strip.
    assert_eq!(Watermark::of(1200, 800, 20).letters, 26);
}

#[test]
fn an_area_cannot_leave_the_document() {
    let area = Area::new(1000, 2000, 3000, 1000);
    assert_eq!(parts(area.moved(-5000, 9000)), [0, 9000, 3000, 1000]);
    assert_eq!(parts(area.moved(100, -100)), [1100, 1900, 3000, 1000]);
    assert_eq!(parts(area.resized(9000, -5000)), [1000, 2000, 9000, 150]);
    assert_eq!(parts(Area::new(9990, 9990, 10, 10)), [9850, 9850, 150, 150]);
    assert!(Area::WHOLE.contains(area) && !area.contains(Area::WHOLE) && area.contains(area));
    assert!(!area.contains(area.moved(1, 0)) && !area.contains(area.resized(0, 1)));
}

#[test]
fn pixels_are_rounded_outwards() {
    assert_eq!(Area::new(1, 1, 9998, 9998).pixels(100, 50), [0, 0, 100, 50]);
    assert_eq!(Area::new(2500, 5000, 2500, 2500).pixels(100, 80), [25, 40, 25, 20]);
    assert_eq!(Area::new(2500, 5000, 2500, 2500).blocks(100, 80), [16, 32, 48, 32]);
    assert_eq!(Area::WHOLE.blocks(100, 50), [0, 0, 100, 50]);
}

#[test]
fn a_turn_swaps_the_sides_and_rotates_the_frame() {
    let frame = Area::new(1000, 2000, 3000, 4000);
    let turned = Alignment::default().framed(frame).turned();
    assert_eq!(turned.degrees(), 90);
    assert_eq!(turned.turned_size(400, 300), (300, 400));
    // The left side becomes the top, and the bottom becomes the left side.
    assert_eq!(parts(turned.frame()), [4000, 1000, 4000, 3000]);
    assert_eq!(turned.turned().degrees(), 180);
    assert_eq!(turned.straightened(-3).degrees(), 87);
    assert_eq!(turned.straightened(99).tilt(), MAX_TILT_DEGREES);
    assert_eq!(turned.straightened(-99).tilt(), -MAX_TILT_DEGREES);
}

#[test]
fn every_preset_masks_the_required_zones_that_its_side_shows() {
    use Zone::{Bsn, Mrz, Nationality, Photo};
    let shown: [(Preset, &[Zone]); 8] = [
        (Preset::Passport, &[Photo, Nationality, Bsn, Mrz]),
        (Preset::IdentityCardFront, &[Photo, Nationality]),
        (Preset::IdentityCardBack, &[Bsn, Mrz]),
        (Preset::ResidencePermitFront, &[Photo, Nationality]),
        (Preset::ResidencePermitBack, &[Bsn, Mrz]),
        (Preset::DrivingLicenceFront, &[Photo]),
        (Preset::DrivingLicenceBack, &[Bsn, Mrz]),
        (Preset::Other, &[Photo, Nationality, Bsn, Mrz]),
    ];
    assert_eq!(shown.map(|(preset, _)| preset), Preset::ALL);
    for (preset, shown) in shown {
        for demanded in 0..16 {
            let demanded: Vec<Zone> = (0..4).filter(|at| demanded >> at & 1 == 1).map(|at| ALL[at]).collect();
            let masks = preset.masks(&demanded);
            assert!(masks.len() <= Redaction::MAX_MASKS);
            let ids: Vec<usize> = masks.iter().map(|mask| mask.id).collect();
            assert_eq!(ids, (0..masks.len()).collect::<Vec<_>>());
            assert!(masks.iter().all(|mask| is_inside(mask.area)));
            let redaction = Redaction::new(demanded.clone(), masks.clone());
            for zone in ALL {
                let wanted = shown.contains(&zone) && demanded.contains(&zone);
                assert_eq!(redaction.covers(zone), wanted, "{preset:?} {zone:?}");
            }
        }
    }
}

#[test]
fn a_bsn_in_the_machine_readable_zone_is_covered_even_if_the_zone_is_not() {
    for preset in [Preset::Passport, Preset::IdentityCardBack, Preset::ResidencePermitBack] {
        let whole = preset.masks(&[Zone::Mrz])[0].area;
        let masks = preset.masks(&[Zone::Bsn]);
        let inside: Vec<&Mask> = masks.iter().filter(|mask| whole.contains(mask.area)).collect();
        assert_eq!(inside.len(), 1, "{preset:?}");
        assert!(inside[0].area.width() < whole.width() / 2, "{preset:?}: the rest of the zone must stay legible");
    }
}

#[test]
fn the_suggested_preset_follows_from_the_answers() {
    use IdentityDocumentKind::{DrivingLicence, IdentityCard, Passport, ResidencePermit};
    let likely = |kind, is_first| Preset::likely(Some(kind), "NL", is_first);
    assert_eq!(likely(Passport, true), Preset::Passport);
    assert_eq!(likely(IdentityCard, true), Preset::IdentityCardFront);
    assert_eq!(likely(IdentityCard, false), Preset::IdentityCardBack);
    assert_eq!(likely(ResidencePermit, true), Preset::ResidencePermitFront);
    assert_eq!(likely(ResidencePermit, false), Preset::ResidencePermitBack);
    assert_eq!(likely(DrivingLicence, true), Preset::DrivingLicenceFront);
    assert_eq!(likely(DrivingLicence, false), Preset::DrivingLicenceBack);
    assert_eq!(Preset::likely(Some(Passport), "DE", true), Preset::Other);
    assert_eq!(Preset::likely(Some(Passport), "", true), Preset::Passport);
    assert_eq!(Preset::likely(None, "NL", true), Preset::Other);
}

#[test]
fn masks_are_added_moved_and_removed_and_each_change_can_be_undone() {
    let mut redaction = passport();
    let start = redaction.masks().to_vec();
    assert!(!redaction.undo() && !redaction.redo());

    let added = redaction.add().unwrap();
    assert_eq!(redaction.mask(added).unwrap().zone, None);
    redaction.mark();
    redaction.place(added, Area::new(100, 100, 1000, 1000));
    redaction.remove(0);
    assert_eq!(redaction.masks().len(), start.len());
    assert_eq!(redaction.mask(0), None);

    assert!(redaction.undo());
    assert_eq!(redaction.mask(0), Some(start[0]));
    assert!(redaction.undo() && redaction.undo());
    assert_eq!(redaction.masks(), start);
    assert!(!redaction.undo());
    assert!(redaction.redo() && redaction.redo() && redaction.redo());
    assert!(!redaction.redo());
    assert_eq!(redaction.mask(0), None);
    assert_eq!(parts(redaction.mask(added).unwrap().area), [100, 100, 1000, 1000]);

    // A new change clears the redo history.
    redaction.undo();
    redaction.replace(Vec::new());
    assert!(!redaction.redo());
    assert!(redaction.masks().is_empty());
}

#[test]
fn the_number_of_masks_is_limited_and_ids_are_reused() {
    let mut redaction = Redaction::default();
    let ids: Vec<usize> = (0..Redaction::MAX_MASKS).map(|_| redaction.add().unwrap()).collect();
    assert_eq!(ids, (0..Redaction::MAX_MASKS).collect::<Vec<_>>());
    assert_eq!(redaction.add(), None);
    redaction.remove(5);
    assert_eq!(redaction.add(), Some(5));
    assert_eq!(redaction.masks().len(), Redaction::MAX_MASKS);
    // Far more changes than can be undone.
    for step in 0..1000 {
        redaction.mark();
        redaction.place(3, Area::new(step, 0, 1000, 1000));
    }
    let taken_back = (0..1000).take_while(|_| redaction.undo()).count();
    assert_eq!(taken_back, 200);
}

#[test]
fn the_required_zones_come_from_the_offer() {
    assert_eq!(zones(&shielding([true, true, true, false])), [Zone::Photo, Zone::Nationality, Zone::Bsn]);
    assert_eq!(zones(&shielding([false, false, true, true])), [Zone::Bsn, Zone::Mrz]);
    assert_eq!(zones(&shielding([false; 4])), []);
}
