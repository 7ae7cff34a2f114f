//! What the applicant confirms holds only for the frame and the masks that they saw.

use eherkenning_wizard::domain::redaction::{Area, Layout, Preset, RawScan, Redaction, Zone};

use super::{ALL, passport};

/// The required zones that the applicant has not confirmed.
fn open(redaction: &Redaction) -> Vec<Zone> {
    redaction.demanded().iter().copied().filter(|zone| !redaction.is_confirmed(*zone)).collect()
}

fn confirm_all(redaction: &mut Redaction) {
    for zone in redaction.demanded().to_vec() {
        redaction.confirm(zone, true);
    }
    assert!(redaction.confirmed().is_some());
}

type Change = fn(&mut Redaction);

#[test]
fn every_change_of_the_frame_or_a_mask_clears_every_confirmation() {
    const PHOTO: usize = 0;
    const BSN: usize = 2;
    let changes: [(&str, Change); 9] = [
        ("turned", |redaction| redaction.align(redaction.alignment().turned())),
        ("tilted", |redaction| redaction.align(redaction.alignment().straightened(1))),
        ("framed", |redaction| redaction.align(redaction.alignment().framed(Area::new(0, 0, 9999, 10_000)))),
        ("another preset", |redaction| redaction.replace(Preset::Other.masks(&ALL))),
        // Any mask may cover any zone: also one that was drawn larger, and one that the applicant added.
        ("a mask moved", |redaction| redaction.place(BSN, redaction.mask(BSN).unwrap().area.moved(1, 0))),
        ("a mask resized", |redaction| redaction.place(BSN, redaction.mask(BSN).unwrap().area.resized(0, -1))),
        ("a mask removed", |redaction| redaction.remove(PHOTO)),
        ("a mask added", |redaction| _ = redaction.add()),
        ("undone", |redaction| _ = redaction.undo()),
    ];
    for (what, change) in changes {
        let mut redaction = passport();
        redaction.mark();
        redaction.place(PHOTO, Area::new(0, 0, 5000, 5000));
        confirm_all(&mut redaction);
        change(&mut redaction);
        assert_eq!(open(&redaction), redaction.demanded(), "{what}");
        assert!(redaction.confirmed().is_none(), "{what}");
        confirm_all(&mut redaction);
        if redaction.undo() {
            assert_eq!(open(&redaction), redaction.demanded(), "{what}, then undone");
            confirm_all(&mut redaction);
            redaction.redo();
            assert_eq!(open(&redaction), redaction.demanded(), "{what}, then redone");
        }
    }
}

#[test]
fn what_changes_nothing_clears_no_confirmation() {
    let mut redaction = passport();
    confirm_all(&mut redaction);
    redaction.align(redaction.alignment());
    redaction.mark();
    redaction.place(0, redaction.mask(0).unwrap().area);
    redaction.place(99, Area::WHOLE);
    redaction.remove(99);
    assert_eq!(open(&redaction), []);
    redaction.confirm(Zone::Photo, false);
    assert_eq!(open(&redaction), [Zone::Photo]);
}

#[test]
fn a_scan_is_redacted_only_when_every_zone_is_confirmed_and_drawing_succeeds() {
    let mut redaction = passport();
    redaction.align(redaction.alignment().turned());
    let scan = RawScan::new("pixels");
    assert_eq!(*scan.image(), "pixels");
    for zone in [Zone::Photo, Zone::Nationality, Zone::Bsn] {
        assert!(redaction.confirmed().is_none(), "{zone:?} is not confirmed");
        redaction.confirm(zone, true);
    }
    let confirmed = redaction.confirmed().unwrap();
    assert!(scan.redact(confirmed, |_, _| None::<String>).is_none(), "drawing failed");
    let drawn = scan.redact(confirmed, |image, layout| Some((*image, layout.clone()))).unwrap().into_image();
    let layout = Layout { alignment: redaction.alignment(), masks: redaction.masks().to_vec() };
    assert_eq!(drawn, ("pixels", layout));
}
