//! A rectangle over the photo: a mask, or the frame.

use crate::domain::redaction::Area;

/// What is moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// The frame around the document.
    Frame,
    /// The mask of this number.
    Mask(usize),
}

/// A piece that is being dragged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Drag {
    /// Where the pointer was, in CSS pixels.
    pub from: (i32, i32),
    /// Where the piece was.
    pub area: Area,
    pub is_resizing: bool,
    pub has_moved: bool,
}

impl Piece {
    /// Its `data-piece`.
    pub fn id(self) -> String {
        match self {
            Self::Frame => "frame".to_owned(),
            Self::Mask(id) => id.to_string(),
        }
    }

    /// Finds its control.
    pub fn selector(self) -> String {
        format!("[data-piece='{}']", self.id())
    }
}

/// Where a piece is on its surface. Ten-thousandths are written as hundredths of a percent.
pub(super) fn style(area: Option<Area>) -> String {
    let Some(area) = area else { return "display:none".to_owned() };
    let sides = [("left", area.left()), ("top", area.top()), ("width", area.width()), ("height", area.height())];
    sides.map(|(side, length)| format!("{side}:calc({length}%/100);")).concat()
}
