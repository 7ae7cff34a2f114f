//! What the pixels of a photo tell about whether it can be read.

/// What makes a photo hard to read. It is said to the applicant and hinders nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// No edge in it is sharp.
    Blurred,
    /// It is dark all over.
    Dark,
    /// Light shines back from a part of it.
    Glare,
    /// It has few pixels for small print.
    FewPixels,
}

/// A sample of a photo is a square of so many tiles by so many, taken at full size from all over it.
pub const TILES: usize = 4;
/// The side of a tile, in pixels.
pub const TILE: usize = 64;
/// How many tiles there are.
const COUNT: u32 = 16;
/// How many pixels a tile has.
const PIXELS: u32 = 4096;

/// The mean brightness below which a photo is dark.
const DARK: u32 = 64;
/// The brightness from which a pixel holds no detail any more.
const BLOWN: u8 = 250;
/// The most tiles without detail that are glare; white paper has more of them.
const MOST_GLARE: usize = 5;
/// The least difference between the brightest and the darkest pixel of a tile that is looked at for sharpness.
const CONTRAST: u8 = 40;
/// The part of that difference that neighbours have at least at a sharp edge, in percent.
const SHARP: u32 = 18;

/// What is wrong with a sample: its pixels row by row, red, green, blue and opacity.
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
        (Flaw::Glare, (1..=MOST_GLARE).contains(&glaring)),
    ];
    found.into_iter().filter(|(_, is_there)| *is_there).map(|(flaw, _)| flaw).collect()
}

struct Tile {
    mean: u32,
    /// Brightest less darkest.
    contrast: u8,
    /// The greatest difference between two neighbours in a row.
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

/// Source: ITU-R BT.601, in 256ths
fn brightness(pixel: &[u8]) -> u8 {
    let weighed = pixel.iter().zip([77_u32, 150, 29]).map(|(part, weight)| u32::from(*part) * weight);
    u8::try_from(weighed.sum::<u32>() >> 8).unwrap_or(u8::MAX)
}
