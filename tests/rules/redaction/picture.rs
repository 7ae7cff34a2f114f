//! A photo of an identity card as pixels, and a small rasteriser that draws it like the wizard does on a canvas.

use eherkenning_wizard::domain::redaction::{Alignment, Area, Drawing, Mask, Zone};

/// What a pixel shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pixel {
    Background,
    Card,
    Zone(Zone),
    /// So close to a zone that an applicant takes it for a part of it.
    Edge(Zone),
    Mask,
}

/// The zones of the card and where they are on it. The masks of the preset for a passport cover them with their edges.
pub const ZONES: [(Zone, [i32; 4]); 3] = [
    (Zone::Photo, [600, 1900, 2400, 4200]),
    (Zone::Nationality, [3900, 4250, 3000, 100]),
    (Zone::Bsn, [6400, 8900, 2600, 100]),
];

/// Width of the edge around a zone, in pixels of the photo: more than the distance between pixels on screen.
const EDGE: f64 = 7.0;

/// How a card lies in a photo.
#[derive(Clone, Copy, Debug)]
pub struct Card {
    /// Width and height of the photo, in pixels.
    pub photo: (i32, i32),
    /// Distance of the card's middle from the middle of the photo, in pixels.
    pub offset: (i32, i32),
    /// Width of the card, in pixels.
    pub width: i32,
    /// Quarter turns of the card, clockwise.
    pub turns: i32,
    /// Tilt of the card on top of that, in degrees clockwise.
    pub tilt: i32,
}

/// Pixels, row by row.
#[derive(Clone, Debug)]
pub struct Picture {
    pub width: i32,
    pub height: i32,
    pixels: Vec<Pixel>,
}

impl Card {
    /// Height of the card; its proportions are those of the page of a passport.
    pub fn height(self) -> i32 {
        self.width * 88 / 125
    }

    /// The photo.
    pub fn shot(self) -> Picture {
        let (width, height) = self.photo;
        let middle = |length: i32, offset: i32| f64::from(length) / 2.0 + f64::from(offset);
        let to_card = Affine::scaled(1.0)
            .moved(-middle(width, self.offset.0), -middle(height, self.offset.1))
            .rotated(-self.turns * 90 - self.tilt)
            .moved(f64::from(self.width) / 2.0, f64::from(self.height()) / 2.0);
        Picture::of(width, height, |x, y| {
            let (x, y) = to_card.apply(x, y);
            // How far a point is outside a rectangle of the card, in pixels.
            let distance = |[left, top, across, down]: [i32; 4]| {
                let beyond = |at: f64, from: i32, length: i32, side: i32| {
                    let part = |part: i32| f64::from(part) * f64::from(side) / f64::from(Area::SIDE);
                    (part(from) - at).max(at - part(from + length)).max(0.0)
                };
                beyond(x, left, across, self.width).max(beyond(y, top, down, self.height()))
            };
            let zone = ZONES.into_iter().map(|(zone, place)| (zone, distance(place))).find(|(_, far)| *far <= EDGE);
            match zone {
                Some((zone, 0.0)) => Pixel::Zone(zone),
                Some((zone, _)) => Pixel::Edge(zone),
                None if distance([0, 0, Area::SIDE, Area::SIDE]) == 0.0 => Pixel::Card,
                None => Pixel::Background,
            }
        })
    }

    /// The alignment that shows exactly the card, upright.
    pub fn alignment(self) -> Alignment {
        let turns = (4 - self.turns) % 4;
        let turned = (0..turns).fold(Alignment::default(), |alignment, _| alignment.turned());
        let upright = turned.straightened(-self.tilt);
        let (width, height) = upright.turned_size(self.photo.0, self.photo.1);
        // Where straightening the photo around its middle moves the middle of the card to.
        let (x, y) =
            Affine::scaled(1.0).rotated(upright.degrees()).apply(f64::from(self.offset.0), f64::from(self.offset.1));
        let part = |middle: f64, length: i32, of: i32| {
            let from = f64::from(of) / 2.0 + middle - f64::from(length) / 2.0;
            let side = f64::from(Area::SIDE) / f64::from(of);
            ((from * side) as i32, (f64::from(length) * side) as i32)
        };
        let ((left, across), (top, down)) = (part(x, self.width, width), part(y, self.height(), height));
        upright.framed(Area::new(left, top, across, down))
    }
}

impl Picture {
    fn of(width: i32, height: i32, mut pixel: impl FnMut(f64, f64) -> Pixel) -> Self {
        let mut pixels = Vec::with_capacity((width * height) as usize);
        for y in 0..height {
            for x in 0..width {
                pixels.push(pixel(f64::from(x) + 0.5, f64::from(y) + 0.5));
            }
        }
        Self { width, height, pixels }
    }

    /// A drawing of a photo, placed as by `web/redactor/canvas.rs`. Each pixel shows one pixel of the photo; a browser also
    /// mixes in its neighbours, for which [`Area::blocks`] has a margin.
    pub fn drawn(photo: &Self, alignment: Alignment, max_side: i32) -> Self {
        let Drawing { left, top, across, width, height } = alignment.drawing(photo.width, photo.height, max_side);
        let (turned_width, turned_height) = alignment.turned_size(photo.width, photo.height);
        let half = |length: i32| f64::from(length) / 2.0;
        let to_photo = Affine::scaled(f64::from(across) / f64::from(width))
            .moved(f64::from(left) - half(turned_width), f64::from(top) - half(turned_height))
            .rotated(-alignment.degrees())
            .moved(half(photo.width), half(photo.height));
        Self::of(width, height, |x, y| {
            let (x, y) = to_photo.apply(x, y);
            photo.at(x, y)
        })
    }

    /// With masks on it, each filling the pixels that `fill` says: left, top, width and height.
    pub fn masked(mut self, masks: &[Mask], fill: impl Fn(Area, i32, i32) -> [i32; 4]) -> Self {
        for mask in masks {
            let [left, top, across, down] = fill(mask.area, self.width, self.height);
            for y in top..top + down {
                let row = y * self.width;
                self.pixels[(row + left) as usize..(row + left + across) as usize].fill(Pixel::Mask);
            }
        }
        self
    }

    /// How many pixels show a zone.
    pub fn visible(&self, zone: Zone) -> usize {
        self.pixels.iter().filter(|pixel| **pixel == Pixel::Zone(zone)).count()
    }

    /// Whether nothing of a zone and its edge can be seen.
    pub fn is_covered(&self, zone: Zone) -> bool {
        !self.pixels.iter().any(|pixel| *pixel == Pixel::Zone(zone) || *pixel == Pixel::Edge(zone))
    }

    /// A rectangle around all that is visible of a zone and its edge, with a margin of a pixel.
    pub fn bounds(&self, zone: Zone) -> Option<Area> {
        let is_shown = |pixel: Pixel| pixel == Pixel::Zone(zone) || pixel == Pixel::Edge(zone);
        let shown = self.pixels.iter().zip(0..).filter(|(pixel, _)| is_shown(**pixel));
        let places = || shown.clone().map(|(_, at): (_, i32)| (at % self.width, at / self.width));
        let (left, right) = (places().map(|(x, _)| x).min()? - 1, places().map(|(x, _)| x).max()? + 2);
        let (top, bottom) = (places().map(|(_, y)| y).min()? - 1, places().map(|(_, y)| y).max()? + 2);
        let part = |at: i32, of: i32, round_up: i32| (at.max(0) * Area::SIDE + round_up * (of - 1)) / of;
        let (left, top) = (part(left, self.width, 0), part(top, self.height, 0));
        let (right, bottom) = (part(right, self.width, 1), part(bottom, self.height, 1));
        Some(Area::new(left, top, right - left, bottom - top))
    }

    fn at(&self, x: f64, y: f64) -> Pixel {
        let is_inside = x >= 0.0 && y >= 0.0 && x < f64::from(self.width) && y < f64::from(self.height);
        if is_inside { self.pixels[(y as i32 * self.width + x as i32) as usize] } else { Pixel::Background }
    }
}

/// A point as a function of another: `x = a·x + b·y + c`, and `y` likewise.
#[derive(Clone, Copy)]
struct Affine([[f64; 3]; 2]);

impl Affine {
    fn scaled(scale: f64) -> Self {
        Self([[scale, 0.0, 0.0], [0.0, scale, 0.0]])
    }

    fn moved(self, right: f64, down: f64) -> Self {
        let Self([[a, b, c], [d, e, f]]) = self;
        Self([[a, b, c + right], [d, e, f + down]])
    }

    /// Rotated clockwise, because y points down.
    fn rotated(self, degrees: i32) -> Self {
        let Self([x, y]) = self;
        let (sine, cosine) = f64::from(degrees).to_radians().sin_cos();
        let mix = |p: f64, q: f64| [0, 1, 2].map(|at| p * x[at] + q * y[at]);
        Self([mix(cosine, -sine), mix(sine, cosine)])
    }

    fn apply(self, x: f64, y: f64) -> (f64, f64) {
        let Self([[a, b, c], [d, e, f]]) = self;
        (a * x + b * y + c, d * x + e * y + f)
    }
}
