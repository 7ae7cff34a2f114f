//! A drawing of a part of a document that shows where to look: in text, so that it can be read aloud and enlarged.

use crate::domain::texts::{Phrase, SpecimenLine};
use crate::web::dom::{Element, dd, div, dl, dt};
use crate::web::kit::hint;
use crate::web::wizard::Wizard;

/// The lines of the document; the answer is in the last one. Documents are in Dutch.
pub(super) fn specimen(wizard: Wizard, lines: &[SpecimenLine]) -> Element {
    let line = |[label, value]: &SpecimenLine| {
        div().class("specimen__line").child(dt().child(*label)).child(dd().child(*value))
    };
    let paper = dl().class("specimen__paper").attr("lang", "nl").child(lines.iter().map(line).collect::<Vec<_>>());
    div().class("specimen").child(hint(wizard.phrase(Phrase::OnDocument))).child(paper)
}
