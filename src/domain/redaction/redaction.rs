//! Covering one copy: its layout, with undo and redo of the masks, and the zones that the applicant confirmed.

use super::layout::Review;
use super::{Alignment, Area, ConfirmedLayout, Layout, Mask, Zone};

/// The layout of one copy, and what the applicant confirmed about it.
#[derive(Clone, Debug, Default)]
pub struct Redaction {
    review: Review,
    demanded: Vec<Zone>,
    /// The masks before each change, the latest last.
    past: Vec<Vec<Mask>>,
    /// The masks before each undo, the latest last.
    future: Vec<Vec<Mask>>,
}

/// How many changes can be undone.
const MAX_UNDO: usize = 200;

impl Redaction {
    /// The largest number of masks over one copy.
    pub const MAX_MASKS: usize = 12;

    /// Starts with these masks, on a copy where these zones must be covered.
    pub fn new(demanded: Vec<Zone>, masks: Vec<Mask>) -> Self {
        let mut redaction = Self { demanded, ..Self::default() };
        redaction.show(masks);
        redaction
    }

    /// The alignment of the copy under the masks.
    pub const fn alignment(&self) -> Alignment {
        self.review.layout().alignment
    }

    /// Changes the alignment. The masks then cover other parts of the copy.
    pub fn align(&mut self, alignment: Alignment) {
        self.review.show(Layout { alignment, masks: self.masks().to_vec() });
    }

    /// The masks.
    pub fn masks(&self) -> &[Mask] {
        &self.review.layout().masks
    }

    /// The mask with this id, if there is one.
    pub fn mask(&self, id: usize) -> Option<Mask> {
        self.masks().iter().copied().find(|mask| mask.id == id)
    }

    /// The zones that must be covered.
    pub fn demanded(&self) -> &[Zone] {
        &self.demanded
    }

    /// Whether there is a mask for a zone.
    pub fn covers(&self, zone: Zone) -> bool {
        self.masks().iter().any(|mask| mask.zone == Some(zone))
    }

    /// Replaces all masks.
    pub fn replace(&mut self, masks: Vec<Mask>) {
        self.mark();
        self.show(masks);
    }

    /// Adds a mask near the middle, for no zone in particular. Returns its id, or `None` when there are too many.
    pub fn add(&mut self) -> Option<usize> {
        let id = (0..Self::MAX_MASKS).find(|id| self.mask(*id).is_none())?;
        // Offset, so that masks added one after another do not hide each other.
        let step = i32::try_from(id).unwrap_or_default() * 200;
        let mut masks = self.masks().to_vec();
        masks.push(Mask { id, zone: None, area: Area::new(3500 + step, 3800 + step, 3000, 1200) });
        self.replace(masks);
        Some(id)
    }

    /// Removes a mask.
    pub fn remove(&mut self, id: usize) {
        let mut masks = self.masks().to_vec();
        masks.retain(|mask| mask.id != id);
        self.replace(masks);
    }

    /// Moves or resizes a mask. Call [`Redaction::mark`] first, once per drag, so that undo takes back all of it.
    pub fn place(&mut self, id: usize, area: Area) {
        let mut masks = self.masks().to_vec();
        if let Some(mask) = masks.iter_mut().find(|mask| mask.id == id) {
            mask.area = area;
        }
        self.show(masks);
    }

    /// Saves the masks, so that the next change can be undone.
    pub fn mark(&mut self) {
        if self.past.len() == MAX_UNDO {
            self.past.remove(0);
        }
        self.past.push(self.masks().to_vec());
        self.future.clear();
    }

    /// Undoes the last change; `false` when there is none.
    pub fn undo(&mut self) -> bool {
        let Some(before) = self.past.pop() else { return false };
        self.future.push(self.masks().to_vec());
        self.show(before);
        true
    }

    /// Repeats the change that was undone last; `false` when there is none.
    pub fn redo(&mut self) -> bool {
        let Some(after) = self.future.pop() else { return false };
        self.past.push(self.masks().to_vec());
        self.show(after);
        true
    }

    /// Sets whether the applicant confirms that a zone is covered or not on this side. Any change of the alignment or the
    /// masks clears all confirmations.
    pub fn confirm(&mut self, zone: Zone, is_covered: bool) {
        self.review.confirm(zone, is_covered);
    }

    /// Whether the applicant confirmed a zone.
    pub fn is_confirmed(&self, zone: Zone) -> bool {
        self.review.is_confirmed(zone)
    }

    /// The layout, if the applicant confirmed every required zone in it.
    pub fn confirmed(&self) -> Option<ConfirmedLayout<'_>> {
        self.review.confirmed(&self.demanded)
    }

    fn show(&mut self, masks: Vec<Mask>) {
        self.review.show(Layout { alignment: self.alignment(), masks });
    }
}
