//! The words of the redactor, in English.

use super::super::RedactorText;

/// All wording of the redactor.
pub const REDACTOR: RedactorText = RedactorText {
    title: "Covering details",
    intro: "This happens on your own device. The photo itself is not kept and not sent.",
    preset: "What does the photo show?",
    presets: [
        "Dutch passport, page with photo",
        "Dutch identity card, front",
        "Dutch identity card, back",
        "Residence permit, front",
        "Residence permit, back",
        "Dutch driving licence, front",
        "Dutch driving licence, back",
        "Another document",
    ],
    align: "Fit the frame exactly around the document. Turn the photo if the document is askew.",
    frame: "Frame around the document",
    turn: "Rotate by a quarter turn",
    tilt: "Straighten, in degrees",
    cover: "Continue to covering",
    board: "Copy with masks",
    zones: ["photo", "nationality", "BSN", "machine-readable lines"],
    mask: "Mask {n}",
    place: "{what}: {left}% from the left, {top}% from the top, {width}% wide, {height}% high",
    keys: "Drag each mask to the right place. Its lower right corner makes it larger or smaller. With the keyboard: arrow keys move it, with Shift they make it larger or smaller, Delete removes it.",
    bsn: "On older documents the BSN is also in the machine-readable lines.",
    add: "Add mask",
    remove: "Remove mask",
    undo: "Undo",
    redo: "Redo",
    closer: "Zoom in",
    farther: "Zoom out",
    check: "Check the copy",
    covered: "Covered: {zone}",
    absent: "Not on this side: {zone}",
    open: "Check each point below and tick it.",
    accept: "Use this copy",
    back: "Back to the frame",
    watermark: "COPY for eHerkenning application at {supplier}, {date}",
};
