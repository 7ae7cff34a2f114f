//! A rectangle over the photo: a mask, or the frame.

use crate::domain::redaction::Area;

/// What can be moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// The frame around the document.
    Frame,
    /// The mask with this id.
    Mask(usize),
}

/// A piece that is being dragged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Drag {
    /// Position of the pointer at the start, in CSS pixels.
    pub from: (i32, i32),
    /// Area of the piece at the start.
    pub area: Area,
    pub is_resizing: bool,
    pub has_moved: bool,
}

impl Piece {
    /// Its value of `data-piece`.
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

/// The position of a piece as CSS. Ten-thousandths are hundredths of a percent.
pub(super) fn style(area: Option<Area>) -> String {
    let Some(area) = area else { return "display:none".to_owned() };
    let sides = [("left", area.left()), ("top", area.top()), ("width", area.width()), ("height", area.height())];
    sides.map(|(side, length)| format!("{side}:calc({length}%/100);")).concat()
}
