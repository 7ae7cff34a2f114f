//! Detects from the pixels of a photo whether it may be hard to read.

/// What makes a photo hard to read. It is a hint to the applicant and never blocks the application.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// It has no sharp edges.
    Blurred,
    /// It is dark everywhere.
    Dark,
    /// A part of it reflects light.
    Glare,
    /// It has too few pixels for small print.
    FewPixels,
    /// It is the page of a PDF that does not contain all its fonts, so text may be missing.
    MissingFonts,
    /// It is a page of a PDF with more pages than a document may have; the rest is left out.
    PagesLeftOut,
}

/// Number of tiles per side of a sample: a sample has `TILES` × `TILES` tiles, cut at full size from the whole photo.
pub const TILES: usize = 4;
/// Width and height of a tile, in pixels.
pub const TILE: usize = 64;
/// Number of tiles.
const COUNT: u32 = 16;
/// Number of pixels in a tile.
const PIXELS: u32 = 4096;

/// A photo with a lower mean brightness is dark.
const DARK: u32 = 64;
/// A pixel of at least this brightness is blown out: it shows no detail.
const BLOWN: u8 = 250;
/// Up to this many blown-out tiles are glare; with more of them the photo shows white paper.
const MAX_GLARE_TILES: usize = 5;
/// A tile with less contrast than this says nothing about sharpness.
const CONTRAST: u8 = 40;
/// At a sharp edge neighbouring pixels differ by at least this percentage of the contrast of the tile.
const SHARP: u32 = 18;

/// The flaws of a sample. Its pixels come row by row, four bytes each: red, green, blue and opacity.
pub fn flaws(sample: &[u8]) -> Vec<Flaw> {
    let brightness: Vec<u8> = sample.chunks_exact(4).map(brightness).collect();
    let tiles: Vec<Tile> = (0..TILES * TILES).map(|at| tile(&brightness, at)).collect();
    let mean = tiles.iter().map(|tile| tile.mean).sum::<u32>() / COUNT;
    let glaring = tiles.iter().filter(|tile| tile.is_blown).count();
    let contrasting = || tiles.iter().filter(|tile| tile.contrast >= CONTRAST);
    let is_sharp = |tile: &Tile| u32::from(tile.edge) * 100 >= u32::from(tile.contrast) * SHARP;
    let found = [
        (Flaw::Blurred, contrasting().count() > 0 && !contrasting().any(is_sharp)),
        (Flaw::Dark, mean < DARK),
        (Flaw::Glare, (1..=MAX_GLARE_TILES).contains(&glaring)),
    ];
    found.into_iter().filter(|(_, is_there)| *is_there).map(|(flaw, _)| flaw).collect()
}

struct Tile {
    mean: u32,
    /// Difference between the brightest and the darkest pixel.
    contrast: u8,
    /// The largest difference between horizontal neighbours.
    edge: u8,
    is_blown: bool,
}

fn tile(brightness: &[u8], at: usize) -> Tile {
    let (left, top) = (at % TILES * TILE, at / TILES * TILE);
    let (mut sum, mut least, mut most, mut edge, mut blown) = (0_u32, 255_u8, 0_u8, 0_u8, 0_usize);
    for row in top..top + TILE {
        let from = row * TILES * TILE + left;
        let mut before = None;
        for pixel in brightness.get(from..from + TILE).unwrap_or_default() {
            sum += u32::from(*pixel);
            (least, most) = (least.min(*pixel), most.max(*pixel));
            edge = edge.max(before.map_or(0, |before| pixel.abs_diff(before)));
            blown += usize::from(*pixel >= BLOWN);
            before = Some(*pixel);
        }
    }
    Tile { mean: sum / PIXELS, contrast: most.saturating_sub(least), edge, is_blown: blown * 10 >= TILE * TILE * 9 }
}

/// Luma by ITU-R BT.601, with weights in 256ths.
fn brightness(pixel: &[u8]) -> u8 {
    let weighed = pixel.iter().zip([77_u32, 150, 29]).map(|(part, weight)| u32::from(*part) * weight);
    u8::try_from(weighed.sum::<u32>() >> 8).unwrap_or(u8::MAX)
}
