//! The position of a document in a photo: its rotation and its frame.

use super::Area;

/// How a photo is rotated, and which part of it is the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Alignment {
    turns: i32,
    tilt: i32,
    frame: Area,
}

/// The largest tilt that can be corrected, in degrees to either side.
pub const MAX_TILT_DEGREES: i32 = 20;

impl Default for Alignment {
    fn default() -> Self {
        Self { turns: 0, tilt: 0, frame: Area::WHOLE }
    }
}

impl Alignment {
    /// Rotated clockwise by another quarter turn. The frame stays around the same part of the photo.
    pub fn turned(self) -> Self {
        let Self { turns, tilt, frame } = self;
        let left = Area::SIDE - frame.top() - frame.height();
        Self { turns: (turns + 1) % 4, tilt, frame: Area::new(left, frame.left(), frame.height(), frame.width()) }
    }

    /// Straightened by this many degrees clockwise, limited to [`MAX_TILT_DEGREES`].
    pub fn straightened(self, degrees: i32) -> Self {
        Self { tilt: degrees.clamp(-MAX_TILT_DEGREES, MAX_TILT_DEGREES), ..self }
    }

    /// With this frame around the document in the turned photo.
    pub fn framed(self, frame: Area) -> Self {
        Self { frame, ..self }
    }

    /// The frame around the document in the turned photo.
    pub const fn frame(self) -> Area {
        self.frame
    }

    /// The tilt correction, in degrees.
    pub const fn tilt(self) -> i32 {
        self.tilt
    }

    /// The total rotation, in degrees clockwise.
    pub const fn degrees(self) -> i32 {
        self.turns * 90 + self.tilt
    }

    /// Width and height of a photo of this size after its quarter turns. Straightening does not change them.
    pub const fn turned_size(self, width: i32, height: i32) -> (i32, i32) {
        if self.turns % 2 == 0 { (width, height) } else { (height, width) }
    }

    /// Which part of a photo of this size to draw, and how large: the frame, scaled down to fit in `max_side`.
    pub fn drawing(self, width: i32, height: i32, max_side: i32) -> Drawing {
        let (width, height) = self.turned_size(width, height);
        let [left, top, across, down] = self.frame.pixels(width, height);
        let (across, down) = (across.max(1), down.max(1));
        let longest = across.max(down);
        let scaled = |side: i32| {
            let side = i64::from(side) * i64::from(max_side.min(longest)) / i64::from(longest);
            i32::try_from(side).unwrap_or(max_side).max(1)
        };
        Drawing { left, top, across, width: scaled(across), height: scaled(down) }
    }
}

/// A part of a turned photo and the size at which to draw it, all in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Drawing {
    /// Distance of the part from the left edge of the turned photo.
    pub left: i32,
    /// Distance of the part from the top edge of the turned photo.
    pub top: i32,
    /// Width of the part.
    pub across: i32,
    /// Width of the result.
    pub width: i32,
    /// Height of the result.
    pub height: i32,
}
