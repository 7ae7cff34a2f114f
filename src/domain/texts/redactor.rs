//! The words of the redactor, where a copy of an identity document is covered. They are separate because only applicants
//! who cover a copy load them.

/// The words of the redactor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RedactorText {
    /// Heading.
    pub title: &'static str,
    /// Says that this happens on the device, and that the photo itself is not sent.
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
    /// Button: turns the photo by a quarter.
    pub turn: &'static str,
    /// Label of the slider that straightens the photo.
    pub tilt: &'static str,
    /// Button: continues to covering.
    pub cover: &'static str,
    /// Accessible name of the copy with its masks.
    pub board: &'static str,
    /// The zones: photo, nationality, BSN, machine-readable zone.
    pub zones: [&'static str; 4],
    /// Name of a mask that the applicant added: `{n}`.
    pub mask: &'static str,
    /// Position of `{what}` in percent: `{left}`, `{top}`, `{width}`, `{height}`.
    pub place: &'static str,
    /// Asks whether the document really is the whole photo.
    pub whole: &'static str,
    /// How masks are moved with a pointer.
    pub how: &'static str,
    /// What opens `keys`.
    pub keyboard: &'static str,
    /// How masks are moved with the keyboard.
    pub keys: &'static str,
    /// Why the BSN is in more than one place.
    pub bsn: &'static str,
    /// Adds a mask.
    pub add: &'static str,
    /// Removes the selected mask.
    pub remove: &'static str,
    /// Undoes the last change.
    pub undo: &'static str,
    /// Repeats the change that was undone.
    pub redo: &'static str,
    /// Shows the copy larger.
    pub closer: &'static str,
    /// Shows the copy smaller.
    pub farther: &'static str,
    /// Heading above the zones to confirm.
    pub check: &'static str,
    /// A zone that a mask covers: `{zone}`.
    pub covered: &'static str,
    /// A zone without a mask: `{zone}`.
    pub absent: &'static str,
    /// Error: not every zone is confirmed.
    pub open: &'static str,
    /// Accepts the covered copy.
    pub accept: &'static str,
    /// Back to the frame.
    pub back: &'static str,
    /// The watermark: purpose, recipient (`{supplier}`) and `{date}`.
    pub watermark: &'static str,
}
