//! What the applicant sees of a copy, and what they confirmed while they saw it.

use super::{Alignment, Mask, Zone};

/// Where the document is in the photo, and what covers it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// Where the document is in the photo.
    pub alignment: Alignment,
    /// The masks over it.
    pub masks: Vec<Mask>,
}

/// A layout, and the zones that the applicant confirmed while they saw exactly this layout.
#[derive(Clone, Debug, Default)]
pub(super) struct Review {
    layout: Layout,
    confirmed: Vec<Zone>,
}

/// A layout in which every required zone is confirmed. It borrows the redaction, so nothing can change before it is drawn.
#[derive(Clone, Copy, Debug)]
pub struct ConfirmedLayout<'a>(&'a Layout);

impl Review {
    /// What the applicant sees.
    pub const fn layout(&self) -> &Layout {
        &self.layout
    }

    /// Shows a layout; the only way to change it. Clears every confirmation, because each was about the layout before: any
    /// mask may have covered any zone.
    pub fn show(&mut self, layout: Layout) {
        if self.layout != layout {
            *self = Self { layout, confirmed: Vec::new() };
        }
    }

    /// Sets whether a zone is confirmed.
    pub fn confirm(&mut self, zone: Zone, is_covered: bool) {
        self.confirmed.retain(|confirmed| *confirmed != zone);
        if is_covered {
            self.confirmed.push(zone);
        }
    }

    /// Whether a zone is confirmed.
    pub fn is_confirmed(&self, zone: Zone) -> bool {
        self.confirmed.contains(&zone)
    }

    /// The layout, if each of these zones is confirmed.
    pub fn confirmed(&self, demanded: &[Zone]) -> Option<ConfirmedLayout<'_>> {
        demanded.iter().all(|zone| self.is_confirmed(*zone)).then_some(ConfirmedLayout(&self.layout))
    }
}

impl<'a> ConfirmedLayout<'a> {
    /// The layout to draw.
    pub const fn layout(self) -> &'a Layout {
        self.0
    }
}
