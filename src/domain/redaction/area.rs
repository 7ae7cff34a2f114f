//! A rectangle on a document, independent of the size of the image.

/// A rectangle inside a document, in ten-thousandths of the document's width and height.
///
/// It is always inside the document, and large enough to see and to drag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Area {
    left: i32,
    top: i32,
    width: i32,
    height: i32,
}

/// The smallest width and height of an area.
const MIN_SIDE: i32 = 150;
/// Size of the blocks of a JPEG with halved colour resolution, in pixels. Source: ITU T.81, A.1.1
const BLOCK: i32 = 16;
/// Margin around an area, in pixels: decoders smooth colours across the edge of a block.
const BLEED: i32 = 2;

impl Area {
    /// The width and height of the document in this unit.
    pub const SIDE: i32 = 10_000;
    /// The whole document.
    pub const WHOLE: Self = Self { left: 0, top: 0, width: Self::SIDE, height: Self::SIDE };

    /// The area with this corner and size, adjusted to fit the document.
    pub fn new(left: i32, top: i32, width: i32, height: i32) -> Self {
        let width = width.clamp(MIN_SIDE, Self::SIDE);
        let height = height.clamp(MIN_SIDE, Self::SIDE);
        let (left, top) = (left.clamp(0, Self::SIDE - width), top.clamp(0, Self::SIDE - height));
        Self { left, top, width, height }
    }

    /// Distance from the left edge.
    pub const fn left(self) -> i32 {
        self.left
    }

    /// Distance from the top edge.
    pub const fn top(self) -> i32 {
        self.top
    }

    /// Width.
    pub const fn width(self) -> i32 {
        self.width
    }

    /// Height.
    pub const fn height(self) -> i32 {
        self.height
    }

    /// Moved, but not beyond the edges.
    pub fn moved(self, right: i32, down: i32) -> Self {
        Self::new(self.left.saturating_add(right), self.top.saturating_add(down), self.width, self.height)
    }

    /// Resized at its right and lower edge, but not beyond the edges of the document.
    pub fn resized(self, wider: i32, higher: i32) -> Self {
        let width = self.width.saturating_add(wider).clamp(MIN_SIDE, Self::SIDE - self.left);
        let height = self.height.saturating_add(higher).clamp(MIN_SIDE, Self::SIDE - self.top);
        Self { width, height, ..self }
    }

    /// Whether another area is completely inside this one.
    pub const fn contains(self, other: Self) -> bool {
        self.left <= other.left
            && self.top <= other.top
            && self.left + self.width >= other.left + other.width
            && self.top + self.height >= other.top + other.height
    }

    /// The pixels of the area in an image of this size: left, top, width and height, rounded outwards.
    pub fn pixels(self, width: i32, height: i32) -> [i32; 4] {
        let (left, right) = span(self.left, self.width, width);
        let (top, bottom) = span(self.top, self.height, height);
        [left, top, right - left, bottom - top]
    }

    /// The pixels to fill so that the area has a single colour even after JPEG compression: whole blocks.
    ///
    /// JPEG encodes each block as a whole, so a block that is only partly covered would carry traces of what is below.
    pub fn blocks(self, width: i32, height: i32) -> [i32; 4] {
        let [left, top, across, down] = self.pixels(width, height);
        let (left, right) = aligned(left, left + across, width);
        let (top, bottom) = aligned(top, top + down, height);
        [left, top, right - left, bottom - top]
    }
}

/// Start and end, in pixels, of a part of a side of `pixels` pixels.
fn span(from: i32, length: i32, pixels: i32) -> (i32, i32) {
    let scaled = |value: i32, round_up: i64| {
        let value = i64::from(value) * i64::from(pixels) + round_up * (i64::from(Area::SIDE) - 1);
        i32::try_from(value / i64::from(Area::SIDE)).unwrap_or(pixels)
    };
    (scaled(from, 0), scaled(from + length, 1).min(pixels))
}

/// The range with its margin, rounded outwards to whole blocks.
fn aligned(from: i32, to: i32, pixels: i32) -> (i32, i32) {
    let from = (from - BLEED).max(0) / BLOCK * BLOCK;
    let to = (to + BLEED + BLOCK - 1) / BLOCK * BLOCK;
    (from, to.min(pixels))
}
