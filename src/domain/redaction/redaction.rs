//! The masks over one copy, every change of which can be taken back, and what the applicant confirmed of them.

use super::{Alignment, Area, Zone};

/// Something that is covered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mask {
    /// Number, as long as the mask is there: below [`Redaction::MOST`].
    pub id: usize,
    /// What it covers, for the masks that were suggested.
    pub zone: Option<Zone>,
    /// Where it lies.
    pub area: Area,
}

/// The masks over one copy.
#[derive(Clone, Debug, Default)]
pub struct Redaction {
    alignment: Alignment,
    masks: Vec<Mask>,
    demanded: Vec<Zone>,
    confirmed: Vec<Zone>,
    /// What there was before each change, the latest last.
    past: Vec<Vec<Mask>>,
    /// What there was before each change was taken back, the latest last.
    future: Vec<Vec<Mask>>,
}

/// How many changes can be taken back.
const MOST_PAST: usize = 200;

impl Redaction {
    /// The most masks over one copy.
    pub const MOST: usize = 12;

    /// These masks, over a copy on which these zones must be covered.
    pub fn new(demanded: Vec<Zone>, masks: Vec<Mask>) -> Self {
        Self { masks, demanded, ..Self::default() }
    }

    /// How the copy lies under the masks.
    pub const fn alignment(&self) -> Alignment {
        self.alignment
    }

    /// Lays the copy differently. The masks then lie over other parts of it, so every confirmation is void.
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

    /// The mask of this number, while it is there.
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

    /// Puts other masks in the place of all there are.
    pub fn replace(&mut self, masks: Vec<Mask>) {
        self.mark();
        self.masks = masks;
        self.confirmed.clear();
    }

    /// Adds a mask in the middle, which covers no zone in particular; gives its number, unless there are too many.
    pub fn add(&mut self) -> Option<usize> {
        let id = (0..Self::MOST).find(|id| self.mask(*id).is_none())?;
        self.mark();
        // Those that are added one after the other do not lie on one another.
        let step = i32::try_from(id).unwrap_or_default() * 200;
        self.masks.push(Mask { id, zone: None, area: Area::new(3500 + step, 3800 + step, 3000, 1200) });
        Some(id)
    }

    /// Takes a mask away.
    pub fn remove(&mut self, id: usize) {
        self.mark();
        self.doubt(id);
        self.masks.retain(|mask| mask.id != id);
    }

    /// Puts a mask elsewhere; a change that goes on, such as dragging, is [`Redaction::mark`]ed once at its beginning.
    pub fn place(&mut self, id: usize, area: Area) {
        self.doubt(id);
        if let Some(mask) = self.masks.iter_mut().find(|mask| mask.id == id) {
            mask.area = area;
        }
    }

    /// Notes what there is, so that the change that follows can be taken back.
    pub fn mark(&mut self) {
        if self.past.len() == MOST_PAST {
            self.past.remove(0);
        }
        self.past.push(self.masks.clone());
        self.future.clear();
    }

    /// Takes the last change back; says whether there was one.
    pub fn undo(&mut self) -> bool {
        let Some(before) = self.past.pop() else { return false };
        self.future.push(std::mem::replace(&mut self.masks, before));
        self.confirmed.clear();
        true
    }

    /// Makes the change again that was taken back last; says whether there was one.
    pub fn redo(&mut self) -> bool {
        let Some(after) = self.future.pop() else { return false };
        self.past.push(std::mem::replace(&mut self.masks, after));
        self.confirmed.clear();
        true
    }

    /// Whether there is a change to take back.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is a change to make again.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// The applicant says that a zone is covered, or is not on this side; or says so no more.
    pub fn confirm(&mut self, zone: Zone, is_covered: bool) {
        self.confirmed.retain(|confirmed| *confirmed != zone);
        if is_covered {
            self.confirmed.push(zone);
        }
    }

    /// Whether the applicant said so of a zone.
    pub fn is_confirmed(&self, zone: Zone) -> bool {
        self.confirmed.contains(&zone)
    }

    /// The demanded zones of which the applicant has not said that they are covered.
    pub fn open(&self) -> Vec<Zone> {
        self.demanded.iter().copied().filter(|zone| !self.is_confirmed(*zone)).collect()
    }

    /// What was confirmed of a mask that changes is to be confirmed again.
    fn doubt(&mut self, id: usize) {
        if let Some(zone) = self.mask(id).and_then(|mask| mask.zone) {
            self.confirm(zone, false);
        }
    }
}
