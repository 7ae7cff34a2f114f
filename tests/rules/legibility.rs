//! Flaws detected in the pixels of a photo.

use eherkenning_wizard::domain::redaction::{Flaw, TILE, TILES, flaws};

/// A sample with this brightness per pixel.
fn sample(brightness: impl Fn(usize, usize) -> u8) -> Vec<u8> {
    let side = TILES * TILE;
    let pixels = (0..side * side).map(|at| brightness(at % side, at / side));
    pixels.flat_map(|grey| [grey, grey, grey, 255]).collect()
}

/// Lines of print: dark strokes of eight pixels on light paper, with edges `soft` pixels wide.
fn print(soft: usize, dark: u8, light: u8) -> Vec<u8> {
    sample(|x, _| {
        let at = x % 32;
        let depth = if at < 16 { at } else { 31 - at };
        let part = (depth.saturating_sub(4).min(soft)) * 255 / soft;
        light - u8::try_from(usize::from(light - dark) * part / 255).unwrap()
    })
}

#[test]
fn sharp_print_has_no_flaw() {
    assert_eq!(flaws(&print(1, 40, 210)), []);
    assert_eq!(flaws(&print(3, 40, 210)), []);
}

#[test]
fn print_without_sharp_edges_is_blurred() {
    assert_eq!(flaws(&print(9, 40, 210)), [Flaw::Blurred]);
    assert_eq!(flaws(&print(12, 40, 210)), [Flaw::Blurred]);
}

#[test]
fn one_sharp_place_is_enough() {
    let mut mixed = print(12, 40, 210);
    let sharp = print(1, 40, 210);
    let row = TILES * TILE * 4;
    for y in 0..TILE {
        mixed[y * row..y * row + TILE * 4].copy_from_slice(&sharp[y * row..y * row + TILE * 4]);
    }
    assert_eq!(flaws(&mixed), []);
}

#[test]
fn an_empty_page_is_not_called_blurred() {
    assert_eq!(flaws(&sample(|_, _| 200)), []);
}

#[test]
fn a_completely_dark_photo_is_dark() {
    assert_eq!(flaws(&sample(|_, _| 63)), [Flaw::Dark]);
    assert_eq!(flaws(&sample(|_, _| 64)), []);
}

#[test]
fn a_few_blown_out_tiles_are_glare_and_white_paper_is_not() {
    let blown = |tiles: usize| {
        let picture = print(1, 40, 210);
        let side = TILES * TILE;
        sample(|x, y| {
            let tile = y / TILE * TILES + x / TILE;
            if tile < tiles { 255 } else { picture[(y * side + x) * 4] }
        })
    };
    assert_eq!(flaws(&blown(0)), []);
    assert_eq!(flaws(&blown(1)), [Flaw::Glare]);
    assert_eq!(flaws(&blown(5)), [Flaw::Glare]);
    assert_eq!(flaws(&blown(6)), []);
    assert_eq!(flaws(&sample(|_, _| 255)), []);
}

#[test]
fn glare_is_found_in_every_tile() {
    let picture = print(1, 40, 210);
    for place in 0..TILES * TILES {
        let side = TILES * TILE;
        let found =
            flaws(&sample(|x, y| if y / TILE * TILES + x / TILE == place { 255 } else { picture[(y * side + x) * 4] }));
        assert_eq!(found, [Flaw::Glare], "tile {place}");
    }
}

#[test]
fn a_tile_is_glare_when_more_than_nine_tenths_is_blown_out() {
    // The second tile, so that its position matters.
    let blown = |pixels: usize| {
        flaws(&sample(|x, y| {
            let is_blown = (TILE..2 * TILE).contains(&x) && y < TILE && y * TILE + x - TILE < pixels;
            if is_blown { 250 } else { 200 }
        }))
    };
    assert_eq!(blown(TILE * TILE * 9 / 10), []);
    assert_eq!(blown(TILE * TILE * 9 / 10 + 1), [Flaw::Glare]);
}

#[test]
fn a_truncated_sample_counts_as_dark() {
    assert_eq!(flaws(&[]), [Flaw::Dark]);
    assert_eq!(flaws(&[1, 2, 3]), [Flaw::Dark]);
}
