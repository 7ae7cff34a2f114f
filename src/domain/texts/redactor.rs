//! The words of the place where a copy of an identity document is covered. They stand apart because they are loaded
//! apart: only those who cover a copy need them.

/// The words of the redactor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RedactorText {
    /// Heading.
    pub title: &'static str,
    /// That it happens here, and that the photo itself goes nowhere.
    pub intro: &'static str,
    /// Which document the photo shows.
    pub preset: &'static str,
    /// The documents: passport, identity card front and back, residence permit front and back, driving licence front
    /// and back, another one.
    pub presets: [&'static str; 8],
    /// What to do with the frame.
    pub align: &'static str,
    /// Name of the frame.
    pub frame: &'static str,
    /// Turns the photo by a quarter.
    pub turn: &'static str,
    /// Lays the photo straight.
    pub tilt: &'static str,
    /// The button on, to covering.
    pub cover: &'static str,
    /// Name of the copy with its masks, for a screen reader.
    pub board: &'static str,
    /// The zones: photo, nationality, BSN, machine-readable zone.
    pub zones: [&'static str; 4],
    /// A mask over nothing in particular: `{n}`.
    pub mask: &'static str,
    /// Where `{what}` is, in percent: `{left}`, `{top}`, `{width}`, `{height}`.
    pub place: &'static str,
    /// How masks are moved.
    pub keys: &'static str,
    /// Why the BSN stands in more than one place.
    pub bsn: &'static str,
    /// Adds a mask.
    pub add: &'static str,
    /// Takes the chosen mask away.
    pub remove: &'static str,
    /// Takes the last change back.
    pub undo: &'static str,
    /// Makes it again.
    pub redo: &'static str,
    /// Shows the copy larger.
    pub closer: &'static str,
    /// Shows the copy smaller.
    pub farther: &'static str,
    /// Heading above what is to be confirmed.
    pub check: &'static str,
    /// A zone that a mask covers: `{zone}`.
    pub covered: &'static str,
    /// A zone without a mask: `{zone}`.
    pub absent: &'static str,
    /// Something is not confirmed.
    pub open: &'static str,
    /// Takes the covered copy.
    pub accept: &'static str,
    /// Back to the frame.
    pub back: &'static str,
    /// What is written over the copy: for what, for whom (`{supplier}`) and when (`{date}`).
    pub watermark: &'static str,
}
