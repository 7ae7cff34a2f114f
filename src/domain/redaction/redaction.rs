//! The masks over one copy, with undo and redo, and the zones that the applicant confirmed.

use super::{Alignment, Area, Zone};

/// A rectangle that covers part of a copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mask {
    /// Identifies the mask while it exists; below [`Redaction::MAX_MASKS`].
    pub id: usize,
    /// The zone it covers; `None` for a mask that the applicant added.
    pub zone: Option<Zone>,
    /// Where it is.
    pub area: Area,
}

/// The masks over one copy, and what the applicant confirmed.
#[derive(Clone, Debug, Default)]
pub struct Redaction {
    alignment: Alignment,
    masks: Vec<Mask>,
    demanded: Vec<Zone>,
    confirmed: Vec<Zone>,
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
        Self { masks, demanded, ..Self::default() }
    }

    /// The alignment of the copy under the masks.
    pub const fn alignment(&self) -> Alignment {
        self.alignment
    }

    /// Changes the alignment. The masks then cover other parts of the copy, so all confirmations are cleared.
    pub fn align(&mut self, alignment: Alignment) {
        if self.alignment != alignment {
            self.alignment = alignment;
            self.confirmed.clear();
        }
    }

    /// The masks.
    pub fn masks(&self) -> &[Mask] {
        &self.masks
    }

    /// The mask with this id, if there is one.
    pub fn mask(&self, id: usize) -> Option<Mask> {
        self.masks.iter().copied().find(|mask| mask.id == id)
    }

    /// The zones that must be covered.
    pub fn demanded(&self) -> &[Zone] {
        &self.demanded
    }

    /// Whether there is a mask for a zone.
    pub fn covers(&self, zone: Zone) -> bool {
        self.masks.iter().any(|mask| mask.zone == Some(zone))
    }

    /// Replaces all masks.
    pub fn replace(&mut self, masks: Vec<Mask>) {
        self.mark();
        self.masks = masks;
        self.confirmed.clear();
    }

    /// Adds a mask near the middle, for no zone in particular. Returns its id, or `None` when there are too many.
    pub fn add(&mut self) -> Option<usize> {
        let id = (0..Self::MAX_MASKS).find(|id| self.mask(*id).is_none())?;
        self.mark();
        // Offset, so that masks added one after another do not hide each other.
        let step = i32::try_from(id).unwrap_or_default() * 200;
        self.masks.push(Mask { id, zone: None, area: Area::new(3500 + step, 3800 + step, 3000, 1200) });
        Some(id)
    }

    /// Removes a mask.
    pub fn remove(&mut self, id: usize) {
        self.mark();
        self.unconfirm(id);
        self.masks.retain(|mask| mask.id != id);
    }

    /// Moves or resizes a mask. Call [`Redaction::mark`] first, once per drag, so that undo takes back all of it.
    pub fn place(&mut self, id: usize, area: Area) {
        self.unconfirm(id);
        if let Some(mask) = self.masks.iter_mut().find(|mask| mask.id == id) {
            mask.area = area;
        }
    }

    /// Saves the masks, so that the next change can be undone.
    pub fn mark(&mut self) {
        if self.past.len() == MAX_UNDO {
            self.past.remove(0);
        }
        self.past.push(self.masks.clone());
        self.future.clear();
    }

    /// Undoes the last change; `false` when there is none.
    pub fn undo(&mut self) -> bool {
        let Some(before) = self.past.pop() else { return false };
        self.future.push(std::mem::replace(&mut self.masks, before));
        self.confirmed.clear();
        true
    }

    /// Repeats the change that was undone last; `false` when there is none.
    pub fn redo(&mut self) -> bool {
        let Some(after) = self.future.pop() else { return false };
        self.past.push(std::mem::replace(&mut self.masks, after));
        self.confirmed.clear();
        true
    }

    /// Sets whether the applicant confirms that a zone is covered or not on this side.
    pub fn confirm(&mut self, zone: Zone, is_covered: bool) {
        self.confirmed.retain(|confirmed| *confirmed != zone);
        if is_covered {
            self.confirmed.push(zone);
        }
    }

    /// Whether the applicant confirmed a zone.
    pub fn is_confirmed(&self, zone: Zone) -> bool {
        self.confirmed.contains(&zone)
    }

    /// The required zones that the applicant has not confirmed.
    pub fn open(&self) -> Vec<Zone> {
        self.demanded.iter().copied().filter(|zone| !self.is_confirmed(*zone)).collect()
    }

    /// Clears the confirmation of the zone that a mask covers, because the mask changes. A mask that the applicant added may
    /// cover any zone.
    fn unconfirm(&mut self, id: usize) {
        let Some(mask) = self.mask(id) else { return };
        match mask.zone {
            Some(zone) => self.confirm(zone, false),
            None => self.confirmed.clear(),
        }
    }
}
