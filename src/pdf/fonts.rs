//! Notices fonts that a PDF uses without containing them: their text is not drawn.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use hayro::hayro_interpret::hayro_cmap::CMapName;
use hayro::hayro_interpret::{CMapResolverFn, FontResolverFn};
use hayro::hayro_syntax::content::ops::TypedInstruction;
use hayro::hayro_syntax::object::{Name, Stream};
use hayro::hayro_syntax::page::Page;

/// The text rendering mode that draws nothing.
/// Source: ISO 32000-1, table 106
const INVISIBLE: i64 = 3;

/// Whether a font was asked for that the PDF does not contain.
pub(super) struct MissingFonts(Arc<AtomicBool>);

impl MissingFonts {
    /// What hayro calls when it needs a font, or a table of its characters, that is not in the PDF. There is never one.
    pub(super) fn watch() -> (Self, FontResolverFn, CMapResolverFn) {
        let is_missing = Arc::new(AtomicBool::new(false));
        let [fonts, tables] = [is_missing.clone(), is_missing.clone()];
        let font = Arc::new(move |_: &_| {
            fonts.store(true, Ordering::Relaxed);
            None
        });
        let table = Arc::new(move |_: CMapName<'_>| {
            tables.store(true, Ordering::Relaxed);
            None
        });
        (Self(is_missing), font, table)
    }

    pub(super) fn any(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// Whether a page may show text. Scanners put the text that they recognised behind the picture, invisibly.
pub(super) fn may_show_text(page: &Page<'_>) -> bool {
    let mut mode = 0;
    let mut saved = Vec::new();
    let mut operations = page.typed_operations();
    while let Some(operation) = operations.next() {
        match operation {
            TypedInstruction::SaveState(_) => saved.push(mode),
            TypedInstruction::RestoreState(_) => mode = saved.pop().unwrap_or(mode),
            TypedInstruction::TextRenderingMode(set) => mode = set.0.as_i64(),
            TypedInstruction::ShowText(_)
            | TypedInstruction::ShowTexts(_)
            | TypedInstruction::NextLineAndShowText(_)
            | TypedInstruction::ShowTextWithParameters(_)
                if mode != INVISIBLE =>
            {
                return true;
            }
            TypedInstruction::XObject(object) if !is_image(page, object.0) => return true,
            _ => {}
        }
    }
    // Its annotations may have text too.
    page.raw().contains_key("Annots")
}

fn is_image(page: &Page<'_>, name: &Name<'_>) -> bool {
    let object = page.resources().x_objects.get::<Stream<'_>>(name);
    let subtype = object.and_then(|object| object.dict().get::<Name<'_>>("Subtype"));
    subtype.is_some_and(|subtype| subtype.as_ref() == b"Image")
}
